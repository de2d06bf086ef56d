/** The worker program that reads incoming reports: one job, the file by range, drafts and messages out as JSON lines. */
import { createHash } from 'node:crypto';
import {
  ATTACHMENT_END,
  INTAKE_INPUT,
  INTAKE_LAYOUT_QUESTION,
  intakeLayoutAnswer,
  type IntakeSummary,
  type ReportIntakeJob,
  reportIntakeJob,
} from '#shared/contract/report-intake-job.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type ByteSource, pagedSource } from '../roster-import/byte-source.ts';
import { runWorker, type WorkerContext } from '../runtime.ts';
import { extractAttachments } from './extract.ts';
import { openIntake } from './open-intake.ts';

/** Lines that are sent at a time. */
const LINES = 500;
const HASH_BYTES = 1_048_576;

runWorker(handleIntakeJob);

async function handleIntakeJob(context: WorkerContext): Promise<unknown> {
  const job = parseJob(context.job);
  const source = pagedSource({
    size: context.inputSize(INTAKE_INPUT),
    read: (offset, length) => context.read(INTAKE_INPUT, offset, length),
  });
  if (job.mode === 'read') return await read(source, job, context);
  await extractAttachments(source, job.wanted, {
    write: (bytes) => context.write('attachment', bytes),
    end: async (id) => {
      await context.ask(ATTACHMENT_END, { id });
    },
  });
  return {};
}

async function read(
  source: ByteSource,
  { pasted, options }: Extract<ReportIntakeJob, { mode: 'read' }>,
  context: WorkerContext,
): Promise<IntakeSummary> {
  context.progress('reading', 0, null);
  const reading = await openIntake(
    { source, pasted },
    options,
    (done, total) => context.progress('reading', done, total),
    async (fingerprint) => intakeLayoutAnswer.parse(await context.ask(INTAKE_LAYOUT_QUESTION, { fingerprint })),
  );
  await sendLines(context, 'drafts', reading.drafts);
  await sendLines(context, 'excerpts', reading.excerpts);
  await sendLines(context, 'messages', reading.messages);
  return {
    kind: reading.kind,
    sha256: await hashOf(source),
    drafts: reading.drafts.length,
    messages: reading.messages.length,
    attachments: [...reading.attachments],
    warnings: [...reading.warnings].slice(0, 1_000),
    table: reading.table,
    chat: reading.chat,
  };
}

async function sendLines(context: WorkerContext, output: string, values: readonly unknown[]): Promise<void> {
  for (let start = 0; start < values.length; start += LINES) {
    const lines = values.slice(start, start + LINES).map((value) => `${JSON.stringify(value)}\n`);
    await context.write(output, Buffer.from(lines.join(''), 'utf8'));
  }
}

async function hashOf(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for (let offset = 0; offset < source.size; ) {
    const piece = await source.read(offset, HASH_BYTES);
    if (piece.length === 0) throw new Error('the file ended before its size');
    hash.update(piece);
    offset += piece.length;
  }
  return hash.digest('hex');
}

/** The job, or INVALID_INPUT naming the first thing that is wrong with it. */
function parseJob(job: unknown): ReportIntakeJob {
  const parsed = reportIntakeJob.safeParse(job);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError('INVALID_INPUT', { field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}
