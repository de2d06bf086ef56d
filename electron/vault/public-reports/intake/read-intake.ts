/** Starts the worker that reads incoming reports, and takes what it answers only as the contract states it. */
import type { z } from 'zod';
import {
  INTAKE_INPUT,
  INTAKE_LAYOUT_QUESTION,
  INTAKE_MOST_DRAFTS,
  INTAKE_MOST_MESSAGES,
  intakeDraft,
  intakeExcerpt,
  intakeMessage,
  type IntakeOptions,
  intakeSummary,
} from '#shared/contract/report-intake-job.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { JobProgress, UseCaseContext } from '../../kernel.ts';
import { workerInput } from '../../workers/worker-input.ts';
import { rememberedColumns } from './layouts.ts';
import { type HeldIntake, holdIntake, type IntakeSource, openSource } from './held-intake.ts';

/** Any file at all ends in drafts or in a named error. */
export const INTAKE_WORKER_LIMITS = { milliseconds: 120_000, rssBytes: 700 * 1024 * 1024 } as const;
/** Bytes of all lines that the worker may send back. */
const MOST_LINE_BYTES = 96 * 1024 * 1024;

/**
 * Reads a file or pasted text and holds the reading until the next one. Nothing is written. FILE_EMPTY, INTAKE_FORMAT_UNSUPPORTED,
 * INTAKE_FILE_DAMAGED, INTAKE_FILE_ENCRYPTED, INTAKE_LIMIT_EXCEEDED, INTAKE_EMPTY, and what ends a worker.
 */
export async function readIntake(
  source: IntakeSource,
  options: IntakeOptions,
  context: UseCaseContext,
  progress?: JobProgress,
): Promise<HeldIntake> {
  const file = await openSource(source, context);
  const drafts = lineReader(intakeDraft, INTAKE_MOST_DRAFTS);
  const excerpts = lineReader(intakeExcerpt, INTAKE_MOST_DRAFTS);
  const messages = lineReader(intakeMessage, INTAKE_MOST_MESSAGES);
  try {
    const value = await context.runWorker({
      kind: 'report-intake',
      job: { mode: 'read', pasted: file.pasted, options },
      inputs: { [INTAKE_INPUT]: workerInput(file) },
      outputs: { drafts: drafts.take, excerpts: excerpts.take, messages: messages.take },
      answers: {
        [INTAKE_LAYOUT_QUESTION]: async (asked) => await Promise.resolve(rememberedColumns(context.database, asked)),
      },
      limits: INTAKE_WORKER_LIMITS,
      ...(progress && {
        signal: progress.signal,
        onProgress: (phase, done, total) => progress.report(phase, done, total),
      }),
    });
    const summary = intakeSummary.parse(value);
    const reading = {
      id: context.newId(),
      source,
      name: file.name,
      bytes: file.bytes,
      summary,
      drafts: drafts.end(),
      excerpts: new Map(excerpts.end().map(({ draft, text }) => [draft, text])),
      messages: messages.end(),
    };
    if (reading.drafts.length !== summary.drafts || reading.messages.length !== summary.messages)
      throw new Error('the intake worker sent fewer lines than it told');
    holdIntake(context, reading);
    return reading;
  } finally {
    await file.close();
  }
}

/** JSON lines that come in chunks of bytes; `end` gives them parsed. */
function lineReader<Value>(
  schema: z.ZodType<Value>,
  most: number,
): { readonly take: (bytes: Uint8Array) => void; readonly end: () => readonly Value[] } {
  const values: Value[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let total = 0;
  return {
    take: (bytes) => {
      total += bytes.length;
      if (total > MOST_LINE_BYTES) throw new AppError('INTAKE_LIMIT_EXCEEDED', { limit: 'fileBytes' });
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const one of lines) {
        if (values.length >= most) throw new AppError('INTAKE_LIMIT_EXCEEDED', { limit: 'rows' });
        values.push(schema.parse(JSON.parse(one)));
      }
    },
    end: () => {
      if (rest !== '') throw new Error('the intake worker ended amid a line');
      return values;
    },
  };
}
