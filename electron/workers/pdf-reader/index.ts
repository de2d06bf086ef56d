/** Worker program: reads one PDF's structure and answers its verification. It writes nothing and asks for digests only. */
import { z } from 'zod';
import { pdfDigestsAnswer } from '#shared/contract/pdf-digests.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { runWorker } from '../runtime.ts';
import { openSource } from './file/source.ts';
import { parseTrustAnchors } from './verify/trust-anchors.ts';
import { verifyPdf } from './verify/verify-pdf.ts';

/** The name under which the supervisor gives the file. */
const INPUT = 'pdf';

const jobSchema = z.strictObject({
  mode: z.literal('verify'),
  /** Certificates to trust: DER, or PEM text with one or more. */
  trustAnchors: z.array(z.union([z.instanceof(Uint8Array), z.string()])).max(1000),
  /** The time to judge by, ISO 8601; the worker's clock when it is absent. */
  now: z.iso.datetime().optional(),
});

runWorker(async (context) => {
  const job = jobSchema.safeParse(context.job);
  if (!job.success) throw new AppError('INVALID_INPUT', { field: 'job' });
  const size = context.inputSize(INPUT);
  if (size === 0) throw new AppError('FILE_EMPTY');
  const source = openSource(size, (offset, length) => context.read(INPUT, offset, length));
  const anchors = parseTrustAnchors(job.data.trustAnchors);
  const now = job.data.now === undefined ? new Date() : new Date(job.data.now);
  return verifyPdf(source, {
    anchors,
    now,
    digests: async (question) => pdfDigestsAnswer.parse(await context.ask('digests', question)),
  });
});
