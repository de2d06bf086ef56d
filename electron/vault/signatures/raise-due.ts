/**
 * Documents whose level is tried again by itself. Only where the office named a time stamp service and allows it; each
 * attempt that fails puts the next one further off, whatever the machine's connection does meanwhile.
 */
import type { OutputOf } from '#shared/contract/index.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';
import { startRaising } from './raise-level.ts';

const MINUTE = 60_000;
/** Milliseconds after the first, second … attempt; the last one holds from then on. */
const PAUSES = [5 * MINUTE, 30 * MINUTE, 2 * 60 * MINUTE, 24 * 60 * MINUTE] as const;

/** A document that waits for a level. */
export interface Waiting {
  readonly reportId: string;
  /** Of the last attempt, as an instant. */
  readonly triedAt: string;
  /** Attempts that asked somebody. */
  readonly tries: number;
}

/** Begins to raise what is due, in one job; null where there is nothing to do. */
export function raiseDue(_input: unknown, context: UseCaseContext): OutputOf<'signatures.raiseDue'> {
  const { raiseWhenOnline, signatureServices } = context.settings();
  if (!raiseWhenOnline || signatureServices.timestampAddress === '') return { jobId: null };
  const now = context.now();
  const due = waitingIn(context.database).filter((one) => isDue(one, now));
  if (due.length === 0) return { jobId: null };
  noteBegin(due, now, context);
  return { jobId: startRaising(new Set(due.map(({ reportId }) => reportId)), context) };
}

/** Before it ends: what is cancelled, or cut short by a lock, is not begun again at once. */
function noteBegin(due: readonly Waiting[], now: Date, context: UseCaseContext): void {
  context.write([], (database) => {
    for (const { reportId } of due)
      database.run('UPDATE report_signatures SET tried_at = ?, tries = max(tries, 1) WHERE report_id = ?', [
        now.toISOString(),
        reportId,
      ]);
    // What comes of it is in the log.
    return { value: null, entry: null };
  });
}

/** Whether the next attempt may begin. Nobody was asked yet where only an address was missing, and now there is one. */
export function isDue({ triedAt, tries }: Pick<Waiting, 'triedAt' | 'tries'>, now: Date): boolean {
  const pause = tries === 0 ? 0 : (PAUSES[Math.min(tries, PAUSES.length) - 1] ?? 0);
  const since = now.getTime() - Date.parse(triedAt);
  // A clock that was put back must not keep a document waiting for ever.
  return since >= pause || since < 0;
}

function waitingIn(database: ReadableDatabase): Waiting[] {
  return database
    .all('SELECT report_id, tried_at, tries FROM report_signatures WHERE wanted_level IS NOT NULL')
    .map((row) => ({
      reportId: textOf(row, 'report_id'),
      triedAt: textOf(row, 'tried_at'),
      tries: numberOf(row, 'tries'),
    }));
}
