/** Reads working copies: artefacts of the kind 'working-copy' with the row that says what was done and from which original. */
import { workingCopyEdits, type WorkingCopy } from '#shared/contract/working-copy.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow } from '../kernel.ts';
import { flagOf, numberOf, textOf, textOrNull } from '../rows.ts';

const SELECT = `SELECT c.*, a.sha256, a.bytes, a.mime, a.name, a.width, a.height, u.name AS maker
  FROM working_copies c JOIN artefacts a ON a.id = c.artefact_id JOIN users u ON u.id = c.made_by`;

/** All versions of an item, newest first, the withdrawn ones too. */
export function copiesOf(database: ReadableDatabase, evidenceId: string): WorkingCopy[] {
  return database.all(`${SELECT} WHERE c.evidence_id = ? ORDER BY c.version DESC`, [evidenceId]).map(copyOf);
}

/** EVIDENCE_UNKNOWN when the item has no such copy. */
export function copyById(database: ReadableDatabase, evidenceId: string, copyId: string): WorkingCopy {
  const row = database.get(`${SELECT} WHERE c.evidence_id = ? AND c.artefact_id = ?`, [evidenceId, copyId]);
  if (!row) throw new AppError('EVIDENCE_UNKNOWN', { id: copyId });
  return copyOf(row);
}

/** The copy that masked reports show, or null. */
export function copyForMasked(database: ReadableDatabase, evidenceId: string): WorkingCopy | null {
  const row = database.get(`${SELECT} WHERE c.evidence_id = ? AND c.used_in_masked = 1`, [evidenceId]);
  return row ? copyOf(row) : null;
}

/** Whether masked reports show a copy of the item. */
export function hasMaskedCopy(database: ReadableDatabase, evidenceId: string): boolean {
  return (
    database.get('SELECT 1 FROM working_copies WHERE evidence_id = ? AND used_in_masked = 1', [evidenceId]) !==
    undefined
  );
}

function copyOf(row: SqlRow): WorkingCopy {
  const withdrawnAt = textOrNull(row, 'withdrawn_at');
  return {
    id: textOf(row, 'artefact_id'),
    version: numberOf(row, 'version'),
    derivedFrom: textOf(row, 'derived_from'),
    sha256: textOf(row, 'sha256'),
    bytes: numberOf(row, 'bytes'),
    mime: textOf(row, 'mime'),
    name: textOf(row, 'name'),
    width: numberOf(row, 'width'),
    height: numberOf(row, 'height'),
    edits: workingCopyEdits.parse(JSON.parse(textOf(row, 'edits'))),
    textId: textOrNull(row, 'text_artefact_id'),
    note: textOf(row, 'note'),
    madeAt: textOf(row, 'made_at'),
    madeBy: textOf(row, 'maker'),
    usedInMasked: flagOf(row, 'used_in_masked'),
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, reason: textOf(row, 'withdraw_reason') },
  };
}
