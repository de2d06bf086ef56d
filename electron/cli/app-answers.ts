/** What a started app says: its answers on stdout, one JSON line each, and on stderr why it ended without one. */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AppError } from '#shared/errors/app-error.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';

const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** One result per address; more fields than these are passed on as they come. */
const resultShape = z.looseObject({
  id: z.string().nullable(),
  outcome: z.string(),
  requestedUrl: z.string(),
  error: z
    .looseObject({ code: z.enum(ERROR_CODES), params })
    .nullable()
    .optional(),
});
export type CaptureResult = z.infer<typeof resultShape>;

const answerLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('result'), result: resultShape }),
  z.object({ type: z.literal('done') }),
  z.object({ type: z.literal('error'), code: z.enum(ERROR_CODES), params }),
]);

/** Lines of the app's stderr that are told when it ends without an answer. */
const TAIL_LINES = 12;

/** Reads to the app's end. Throws what it refused the whole job with; CAPTURE_WINDOW_CLOSED when it ended before it was done. */
export async function readAnswers(stdout: NodeJS.ReadableStream, exited: Promise<unknown>): Promise<CaptureResult[]> {
  const results: CaptureResult[] = [];
  let refusal: AppError | null = new AppError('CAPTURE_WINDOW_CLOSED', {});
  for await (const printed of createInterface({ input: stdout })) {
    if (!printed.startsWith('{')) continue;
    const line = answerLine.parse(JSON.parse(printed));
    if (line.type === 'result') results.push(line.result);
    else refusal = line.type === 'done' ? null : new AppError(line.code, line.params);
  }
  await exited;
  if (refusal) throw refusal;
  return results;
}

/** Whether the app's own words are needed: it gave none, or none that says what to do. */
export function isUnexplained(error: unknown): boolean {
  return !(error instanceof AppError) || error.code === 'CAPTURE_WINDOW_CLOSED' || error.code === 'INTERNAL';
}

/** The last lines of a stream, once it has ended. Read as it comes, so that a full pipe holds nobody up. */
export async function tailOf(stream: NodeJS.ReadableStream): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: stream })) {
    lines.push(line);
    if (lines.length > TAIL_LINES) lines.shift();
  }
  return lines;
}
