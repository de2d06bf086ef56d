/**
 * What the reader of a PDF wants to be hashed, and the answer. The vault has the file and hashes it, in one reading: hundreds
 * of megabytes never travel to the worker, which reads structure only.
 */
import { z } from 'zod';
import { HASH_NAMES } from '../domain/signature/oids.ts';

const offset = z.int().min(0);
const stretch = z.strictObject({ start: offset, end: offset }).refine(({ start, end }) => start <= end);

/** Everything from the first byte to `end`, but the gap. */
const prefixDigest = z
  .strictObject({ hash: z.enum(HASH_NAMES), gap: stretch.nullable(), end: offset })
  .refine(({ gap, end }) => gap === null || gap.end <= end);
export type PrefixDigest = z.infer<typeof prefixDigest>;

/** The question `digests`. */
export const pdfDigestsQuestion = z.strictObject({
  prefixes: z.array(prefixDigest).max(1_000),
  /** Stretches of their own, hashed with SHA-256. */
  stretches: z.array(stretch).max(10_000),
});
export type PdfDigestsQuestion = z.infer<typeof pdfDigestsQuestion>;

const digests = z.array(z.instanceof(Uint8Array));

/** Digests in the order asked for. */
export const pdfDigestsAnswer = z.strictObject({ prefixes: digests, stretches: digests });
export type PdfDigestsAnswer = z.infer<typeof pdfDigestsAnswer>;
