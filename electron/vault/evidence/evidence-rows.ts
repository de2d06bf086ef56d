/** Reads evidence with its artefacts, filings and thread. */
import { z } from 'zod';
import { captureRecordSummary, type CaptureRecordSummary } from '#shared/contract/capture.ts';
import type { Artefact, EvidencePage, EvidenceRow } from '#shared/contract/evidence.ts';
import { artefactKind } from '#shared/contract/evidence.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import { EVIDENCE_ORIGINS } from '#shared/domain/evidence/origin-words.ts';
import { viewableAs } from '#shared/domain/evidence/viewable.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { hasMaskedCopy } from './copy-rows.ts';
import { flagOf, numberOf, numberOrNull, textOf, textOrNull } from '../rows.ts';
import { thumbnailView } from './thumbnail-views.ts';

/** EVIDENCE_UNKNOWN when there is none of that id. */
export function evidenceById(database: ReadableDatabase, id: string): SqlRow {
  const row = database.get('SELECT * FROM evidence WHERE id = ?', [id]);
  if (!row) throw new AppError('EVIDENCE_UNKNOWN', { id });
  return row;
}

export function evidenceRowOf(context: UseCaseContext, row: SqlRow): EvidenceRow {
  const id = textOf(row, 'id');
  const from = textOrNull(row, 'posted_from');
  const to = textOrNull(row, 'posted_to');
  const capture = captureOf(row);
  return {
    id,
    number: evidenceNumber(numberOf(row, 'sequence')),
    origin: z.enum(EVIDENCE_ORIGINS).parse(row['origin']),
    secondHand: flagOf(row, 'second_hand'),
    title: textOf(row, 'title'),
    address: textOf(row, 'address'),
    capturedAt: textOf(row, 'captured_at'),
    note: textOf(row, 'note'),
    postedAtText: textOf(row, 'posted_at_text'),
    postedBetween: from !== null && to !== null ? [from, to] : null,
    thumbnail: thumbnailView(context, textOrNull(row, 'thumbnail_sha256')),
    width: numberOrNull(row, 'width'),
    height: numberOrNull(row, 'height'),
    mainSha256: textOf(row, 'main_sha256'),
    cases: filingsOf(context.database, id),
    withdrawn: textOrNull(row, 'withdrawn_at') !== null,
    maskedCopy: hasMaskedCopy(context.database, id),
    outcome: capture?.outcome ?? null,
    level: capture?.assessment?.level ?? null,
    warnings: capture?.warnings ?? [],
  };
}

function filingsOf(database: ReadableDatabase, evidenceId: string): EvidenceRow['cases'] {
  return database
    .all(
      'SELECT c.id, c.number, f.where_text FROM evidence_filings f JOIN cases c ON c.id = f.case_id WHERE f.evidence_id = ? AND f.ended_at IS NULL ORDER BY f.id',
      [evidenceId],
    )
    .map((row) => ({
      id: textOf(row, 'id'),
      number: textOf(row, 'number'),
      where: textOf(row, 'where_text'),
      places: placesOf(database, evidenceId, textOf(row, 'id')),
    }));
}

function placesOf(
  database: ReadableDatabase,
  evidenceId: string,
  caseId: string,
): EvidenceRow['cases'][number]['places'] {
  return database
    .all(
      `SELECT p.respondent_id, p.where_text, coalesce(e.name, r.account_text, '') AS name FROM evidence_places p
       JOIN case_respondents r ON r.id = p.respondent_id LEFT JOIN employees e ON e.id = r.employee_id
       WHERE p.evidence_id = ? AND p.case_id = ? AND r.unlinked_at IS NULL ORDER BY r.linked_at, r.id`,
      [evidenceId, caseId],
    )
    .map((row) => ({
      respondentId: textOf(row, 'respondent_id'),
      name: textOf(row, 'name'),
      where: textOf(row, 'where_text'),
    }));
}

export function captureOf(row: SqlRow): CaptureRecordSummary | null {
  const text = textOrNull(row, 'capture_summary');
  return text === null ? null : captureRecordSummary.parse(JSON.parse(text));
}

/** What was taken in; working copies, which were drawn from it here, are told apart (copiesOf). */
export function artefactsOf(database: ReadableDatabase, evidenceId: string): Artefact[] {
  return database
    .all(
      "SELECT * FROM artefacts WHERE evidence_id = ? AND kind NOT IN ('working-copy', 'working-copy-text') ORDER BY position",
      [evidenceId],
    )
    .map(artefactOf);
}

export function artefactOf(row: SqlRow): Artefact {
  const mime = textOf(row, 'mime');
  return {
    id: textOf(row, 'id'),
    kind: artefactKind.parse(row['kind']),
    sha256: textOf(row, 'sha256'),
    bytes: numberOf(row, 'bytes'),
    mime,
    name: textOf(row, 'name'),
    width: numberOrNull(row, 'width'),
    height: numberOrNull(row, 'height'),
    viewable: viewableAs(mime),
  };
}

/** EVIDENCE_UNKNOWN when the item has no such artefact. */
export function artefactById(database: ReadableDatabase, evidenceId: string, artefactId: string): Artefact {
  const row = database.get('SELECT * FROM artefacts WHERE id = ? AND evidence_id = ?', [artefactId, evidenceId]);
  if (!row) throw new AppError('EVIDENCE_UNKNOWN', { id: evidenceId });
  return artefactOf(row);
}

export function userName(database: ReadableDatabase, userId: string): string {
  const user = database.get('SELECT name FROM users WHERE id = ?', [userId]);
  return user ? textOf(user, 'name') : '';
}

/** Every knot of the item's thread: custody entries about it, with the case and the reason where the entry names a filing. */
export function threadOf(database: ReadableDatabase, evidenceId: string): EvidencePage['thread'] {
  return database
    .all(
      `SELECT k.sequence, k.at, k.action, u.name, c.number, f.end_reason, e.withdraw_reason, w.withdraw_reason AS copy_reason
       FROM custody k JOIN users u ON u.id = k.user_id JOIN evidence e ON e.id = k.subject_id
       LEFT JOIN cases c ON c.id = json_extract(k.facts, '$.case')
       LEFT JOIN evidence_filings f ON f.id = json_extract(k.facts, '$.filing')
       LEFT JOIN working_copies w ON w.artefact_id = json_extract(k.facts, '$.copy')
       WHERE k.subject_id = ? ORDER BY k.sequence`,
      [evidenceId],
    )
    .map((row) => {
      const action = textOf(row, 'action');
      const reason =
        action === 'evidence.withdrawn'
          ? textOrNull(row, 'withdraw_reason')
          : action === 'evidence.moved'
            ? textOrNull(row, 'end_reason')
            : action === 'evidence.copy-withdrawn'
              ? textOrNull(row, 'copy_reason')
              : null;
      return {
        sequence: numberOf(row, 'sequence'),
        at: textOf(row, 'at'),
        user: textOf(row, 'name'),
        action,
        caseNumber: textOrNull(row, 'number'),
        reason,
      };
    });
}
