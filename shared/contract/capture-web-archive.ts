/** What a screen shows of a capture's web archive; the whole of it stands in the record. */
import { z } from 'zod';

export const bodyNotKept = z.enum([
  'too-large',
  'total-limit',
  'evicted',
  'not-received',
  'blocked',
  'not-exact',
  'page-not-answering',
]);

export const webArchiveSummary = z.strictObject({
  /** Answers, redirects each for itself. */
  exchanges: z.number().int(),
  bodiesKept: z.number().int(),
  bytes: z.number().int(),
  /** How many bodies are not in the archive, for each reason. */
  notKeptCounts: z.array(z.strictObject({ reason: bodyNotKept, count: z.number().int() })),
  /** The first of them by address. */
  notKept: z.array(z.strictObject({ address: z.string(), reason: bodyNotKept })),
  forgotten: z.number().int(),
  removedHeaders: z.array(z.string()),
  /** How many requests had a body; none is kept. */
  requestBodiesRemoved: z.number().int(),
  credentialQueries: z.array(z.strictObject({ address: z.string(), parameters: z.array(z.string()) })),
  fromCache: z.number().int(),
  fromServiceWorker: z.number().int(),
});
export type WebArchiveSummary = z.infer<typeof webArchiveSummary>;
