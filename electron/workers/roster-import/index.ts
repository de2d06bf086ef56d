/** The worker program that reads roster files: one job, the file by range, JSON lines out: `rows`, `refused`, `accounts`. */
import { LAYOUT_QUESTION, layoutAnswer, type RosterJob, rosterJobSchema } from '#shared/contract/roster-job.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { runWorker, type WorkerContext } from '../runtime.ts';
import { pagedSource } from './byte-source.ts';
import { inspectRoster } from './people/inspect.ts';
import { readRoster } from './people/read.ts';
import { openRosterFile } from './open-roster-file.ts';
import { readCells } from './read-cells.ts';

/** Name of the input with the file's bytes. */
const FILE_INPUT = 'file';

runWorker(handleRosterJob);

async function handleRosterJob(context: WorkerContext): Promise<unknown> {
  const job = parseJob(context.job);
  const source = pagedSource({
    size: context.inputSize(FILE_INPUT),
    read: (offset, length) => context.read(FILE_INPUT, offset, length),
  });
  // Opening alone may take seconds: the shared texts of a large workbook are read here.
  context.progress(job.mode, 0, null);
  const file = await openRosterFile(source, { password: job.password });
  if (job.mode === 'cells') return readCells(file, job);
  const progress = unhurried((rows) => context.progress(job.mode, rows, null));
  const remembered = async (fingerprint: string) =>
    layoutAnswer.parse(await context.ask(LAYOUT_QUESTION, { fingerprint }));
  if (job.mode === 'inspect') return inspectRoster(file, job, progress, remembered);
  return readRoster(file, job, (output, lines) => context.write(output, lines), progress);
}

/** Passes on a few calls a second: a message for every piece of XML would cost more than it tells. */
function unhurried(report: (rows: number) => void): (rows: number) => void {
  let last = 0;
  return (rows) => {
    const now = performance.now();
    if (now - last < 100) return;
    last = now;
    report(rows);
  };
}

/** The job, or INVALID_INPUT naming the first thing that is wrong with it. */
function parseJob(job: unknown): RosterJob {
  const parsed = rosterJobSchema.safeParse(job);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError('INVALID_INPUT', { field: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}
