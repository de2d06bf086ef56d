/** The part of the custody log that goes with a case: what concerns it and who may sign, whole; number and hash of all else. */
import { entryLine, KEY_ACTIONS } from '#shared/domain/custody/chain.ts';
import type { CustodyEntry } from '#shared/domain/custody/chain.ts';
import type { PackageKind } from '#shared/contract/case-package.ts';
import { readEntries } from '../custody/log.ts';
import type { CustodyHead, ReadableDatabase } from '../kernel.ts';
import { textOf } from '../rows.ts';

/** Entries that are read at a time. */
const BATCH = 500;
const KEY_ACTION_NAMES: readonly string[] = Object.values(KEY_ACTIONS);
/** Of a masked package: entries whose facts hold hashes, numbers and the rectangles of masks, and nothing of the original. */
const MASKED_ACTIONS: readonly string[] = [
  'evidence.copy-made',
  'evidence.copy-chosen',
  'report.issued',
  'case.packaged',
];

export interface CustodyExtract {
  readonly bytes: Uint8Array;
  /** How many entries are in it whole. */
  readonly whole: number;
}

/** The extract up to this head, one line an entry. Memory: about 100 bytes for each entry of the log. */
export function custodyExtract(
  caseId: string,
  kind: PackageKind,
  head: CustodyHead,
  database: ReadableDatabase,
): CustodyExtract {
  const subjects = subjectsOf(caseId, database);
  const concerns = (entry: CustodyEntry): boolean =>
    KEY_ACTION_NAMES.includes(entry.action) ||
    ((subjects.has(entry.subjectId ?? '') || entry.facts['case'] === caseId) &&
      (kind === 'lengkap' || MASKED_ACTIONS.includes(entry.action)));
  const lines: string[] = [];
  let whole = 0;
  for (let from = 1; from <= head.sequence; from += BATCH) {
    for (const entry of readEntries(database, from, Math.min(BATCH, head.sequence - from + 1))) {
      const told = concerns(entry);
      if (told) whole += 1;
      lines.push(told ? entryLine(entry) : JSON.stringify({ sequence: entry.sequence, hash: entry.hash }));
    }
  }
  return { bytes: Buffer.from(lines.map((line) => `${line}\n`).join('')), whole };
}

/** The case itself, its documents, and every item that is or was filed in it. */
function subjectsOf(caseId: string, database: ReadableDatabase): ReadonlySet<string> {
  const rows = database.all(
    `SELECT evidence_id AS id FROM evidence_filings WHERE case_id = @caseId
     UNION SELECT id FROM issued_reports WHERE case_id = @caseId`,
    { caseId },
  );
  return new Set([caseId, ...rows.map((row) => textOf(row, 'id'))]);
}
