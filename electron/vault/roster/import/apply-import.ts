/** Carries out a plan: what was left in it, in one transaction with one custody entry. */
import { setImmediate } from 'node:timers/promises';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { RosterImportResult } from '#shared/contract/roster-import.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { JobProgress, UseCaseContext } from '../../kernel.ts';
import { directoryChanged } from '../directory-index.ts';
import { type HeldPlan, heldPlan, rosterVersion } from './held-plan.ts';
import { type Selection, selectEntries } from './selection.ts';
import { writeImport } from './write-import.ts';

/** Bytes that a person takes in the database and its log, for each byte in a compressed workbook; measured 13 at most. */
const ROOM = 20;

/** ROSTER_PLAN_UNKNOWN, ROSTER_PLAN_STALE, ROSTER_NOTHING_TO_IMPORT, DISK_NEARLY_FULL; a cancelled job has written nothing. */
export async function applyImport(
  input: InputOf<'roster.apply'>,
  context: UseCaseContext,
): Promise<OutputOf<'roster.apply'>> {
  const plan = heldPlan(context, input.planId);
  refuseStale(plan, context);
  const selection = selectEntries(plan, input);
  const { added, updated, unchanged, gone, rejected, excluded } = selection;
  if (added.length + updated.length + unchanged.length + gone.length === 0)
    throw new AppError('ROSTER_NOTHING_TO_IMPORT', { file: plan.file.name, rejected, excluded });
  await context.ensureFreeSpace(plan.file.bytes * ROOM);
  const jobId = context.startJob(
    'roster-import',
    plan.file.name,
    async (progress) => await carryOut(plan, selection, { progress, context }),
  );
  return { jobId };
}

async function carryOut(
  plan: HeldPlan,
  selection: Selection,
  { progress, context }: { readonly progress: JobProgress; readonly context: UseCaseContext },
): Promise<RosterImportResult> {
  progress.report('write', 0, null);
  // So that the step is told of before it is at work.
  await setImmediate();
  if (progress.signal.aborted) throw new AppError('CANCELLED');
  refuseStale(plan, context);
  const importId = await written(plan, selection, { context, signal: progress.signal });
  plan.applied = true;
  plan.entries = plan.entries.map((entry) => (entry !== null && entry.remarks !== null ? entry : null));
  const { added, updated, unchanged, gone, accounts, rejected, excluded } = selection;
  return {
    importId,
    file: plan.file,
    read: plan.read,
    added: added.length,
    updated: updated.length,
    unchanged: unchanged.length,
    gone: gone.length,
    accounts,
    rejected,
    excluded,
  };
}

async function written(...given: Parameters<typeof writeImport>): Promise<string> {
  try {
    return await writeImport(...given);
  } catch (error) {
    // What was taken back may have been looked at in the moment before.
    directoryChanged();
    throw error;
  }
}

/** Anything that was written about people or accounts since may have changed what the plan compared with. */
function refuseStale(plan: HeldPlan, context: UseCaseContext): void {
  if (plan.applied || rosterVersion(context.database) !== plan.version) throw new AppError('ROSTER_PLAN_STALE');
}
