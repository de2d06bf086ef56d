/** A look into a roster file before anything is imported: sheets, header row, proposed mapping, what is not taken. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { inspectResultSchema, LAYOUT_QUESTION } from '#shared/contract/roster-job.ts';
import type { FileSource, JobProgress, UseCaseContext } from '../kernel.ts';
import { rememberedLayout } from './import/layouts.ts';
import { statusSynonyms } from './import/status-synonyms.ts';
import { ROSTER_WORKER_LIMITS } from './roster-worker.ts';
import { workerInput } from '../workers/worker-input.ts';

type Look = OutputOf<'roster.inspect'>;
type Wanted = Pick<InputOf<'roster.inspect'>, 'password' | 'overrides'>;

/** The look at once, for those who wait for it. */
export async function inspectRoster(input: InputOf<'roster.inspect'>, context: UseCaseContext): Promise<Look> {
  return await look(await context.file(input.file), input, context);
}

/** The same look as a job: its progress is told, and a cancel ends the worker. */
export async function openRoster(
  { file: token, password }: InputOf<'roster.open'>,
  context: UseCaseContext,
): Promise<OutputOf<'roster.open'>> {
  const file = await context.file(token);
  const wanted = { password, overrides: [] };
  return { jobId: context.startJob('roster-import', file.name, (progress) => look(file, wanted, context, progress)) };
}

/** Closes the file, whatever comes of it. */
async function look(
  file: FileSource,
  { password, overrides }: Wanted,
  context: UseCaseContext,
  progress?: JobProgress,
): Promise<Look> {
  try {
    const value = await context.runWorker({
      kind: 'roster-import',
      job: {
        mode: 'inspect',
        overrides,
        statusSynonyms: statusSynonyms(context),
        ...(password === undefined || password === '' ? {} : { password }),
      },
      inputs: { file: workerInput(file) },
      answers: { [LAYOUT_QUESTION]: async (asked) => await Promise.resolve(rememberedLayout(context.database, asked)) },
      limits: ROSTER_WORKER_LIMITS,
      ...(progress && {
        signal: progress.signal,
        onProgress: (phase, done, total) => progress.report(phase, done, total),
      }),
    });
    return inspectResultSchema.parse(value);
  } finally {
    await file.close();
  }
}
