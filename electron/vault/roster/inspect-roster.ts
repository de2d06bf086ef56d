/** A look into a roster file before anything is imported: sheets, header row, proposed mapping, what is not taken. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { inspectResultSchema } from '#shared/contract/roster-job.ts';
import type { UseCaseContext } from '../kernel.ts';
import { ROSTER_WORKER_LIMITS, workerInput } from './roster-worker.ts';

export async function inspectRoster(
  input: InputOf<'roster.inspect'>,
  context: UseCaseContext,
): Promise<OutputOf<'roster.inspect'>> {
  const file = await context.file(input.file);
  try {
    const value = await context.runWorker({
      kind: 'roster-import',
      job: { mode: 'inspect' },
      inputs: { file: workerInput(file) },
      limits: ROSTER_WORKER_LIMITS,
    });
    return inspectResultSchema.parse(value);
  } finally {
    await file.close();
  }
}
