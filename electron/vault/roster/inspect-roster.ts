/** A look into a roster file before anything is imported: sheets, header row, proposed mapping, what is not taken. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { inspectResultSchema, LAYOUT_QUESTION } from '#shared/contract/roster-job.ts';
import type { UseCaseContext } from '../kernel.ts';
import { rememberedLayout } from './import/layouts.ts';
import { ROSTER_WORKER_LIMITS, workerInput } from './roster-worker.ts';

export async function inspectRoster(
  input: InputOf<'roster.inspect'>,
  context: UseCaseContext,
): Promise<OutputOf<'roster.inspect'>> {
  const file = await context.file(input.file);
  const { password, overrides } = input;
  try {
    const value = await context.runWorker({
      kind: 'roster-import',
      job: { mode: 'inspect', overrides, ...(password === undefined || password === '' ? {} : { password }) },
      inputs: { file: workerInput(file) },
      answers: { [LAYOUT_QUESTION]: async (asked) => await Promise.resolve(rememberedLayout(context.database, asked)) },
      limits: ROSTER_WORKER_LIMITS,
    });
    return inspectResultSchema.parse(value);
  } finally {
    await file.close();
  }
}
