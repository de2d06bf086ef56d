/** Other captures of the same address: what a vanished post looked like before, and what became of a captured one. */
import { type CaptureOnFile, captureRecordSummary, type CaptureRecordSummary } from '#shared/contract/capture.ts';
import { captureKeys } from '#shared/domain/capture/same-address.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import type { ReadableDatabase } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';

/** The most that are looked at and told of, the newest first. */
const LOOKED_AT = 500;
const TOLD = 20;

/** In the order of time. Withdrawn ones are left out. */
export function relatedCaptures(
  database: ReadableDatabase,
  evidenceId: string,
  capture: CaptureRecordSummary,
): CaptureOnFile['related'] {
  const keys = captureKeys(capture);
  const found = new Map<string, CaptureOnFile['related'][number]>();
  for (const path of pathsOf(keys)) {
    // The path narrows the table down; the keys decide.
    const rows = database.all(
      `SELECT id, sequence, captured_at, capture_summary FROM evidence
       WHERE capture_summary IS NOT NULL AND instr(capture_summary, ?) > 0 AND id <> ? AND withdrawn_at IS NULL
       ORDER BY captured_at DESC LIMIT ${LOOKED_AT}`,
      [path, evidenceId],
    );
    for (const row of rows) {
      const other = captureRecordSummary.parse(JSON.parse(textOf(row, 'capture_summary')));
      if (![...captureKeys(other)].some((key) => keys.has(key))) continue;
      const id = textOf(row, 'id');
      const number = evidenceNumber(numberOf(row, 'sequence'));
      found.set(id, { id, number, capturedAt: textOf(row, 'captured_at'), outcome: other.outcome });
    }
  }
  return [...found.values()].sort((one, other) => one.capturedAt.localeCompare(other.capturedAt)).slice(-TOLD);
}

/** What every spelling of these addresses has in it: the path, or the host where there is no path. */
function pathsOf(keys: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...keys].map((key) => /^[^/?]*(\/[^?]*)/.exec(key)?.[1] ?? key.replace(/\?.*$/s, '')));
}
