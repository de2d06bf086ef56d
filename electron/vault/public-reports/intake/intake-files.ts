/** Files that several reports came in, kept once and apart: whoever opens one sees every reporter in it. */
import { sniffMediaType } from '#shared/domain/evidence/media-type.ts';
import type {
  CustodyDraft,
  ReadableDatabase,
  SqlRow,
  StagedBlob,
  UseCaseContext,
  WritableDatabase,
} from '../../kernel.ts';
import { numberOf, textOf } from '../../rows.ts';

/** Inside a transaction: the file's id, and the entry that tells that it was kept; a file that is there already is not kept again. */
export function keepIntakeFile(
  database: WritableDatabase,
  reportId: string,
  { name, blob }: { readonly name: string; readonly blob: StagedBlob },
  context: UseCaseContext,
): { readonly id: string; readonly entries: readonly CustodyDraft[] } {
  const { sha256, bytes } = blob;
  const known = database.get('SELECT id FROM public_report_intakes WHERE sha256 = ?', [sha256]);
  if (known) return { id: textOf(known, 'id'), entries: [] };
  const id = context.newId();
  const mime = sniffMediaType(blob.head)?.mime ?? 'application/octet-stream';
  context.blobs.adopt(database, blob);
  database.run(
    `INSERT INTO public_report_intakes (id, name, sha256, bytes, mime, added_at, added_by) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [id, name, sha256, bytes, mime, context.now().toISOString(), context.actor.id],
  );
  const facts = { intake: id, sha256, bytes };
  return {
    id,
    entries: [{ action: 'public-report.intake-kept', subjectKind: 'public-report', subjectId: reportId, facts }],
  };
}

/** A message or file as it came in. */
interface KeptMessage {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
}

/** From a row of either table of what came in. */
export function keptMessageOf(row: SqlRow): KeptMessage {
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    sha256: textOf(row, 'sha256'),
    bytes: numberOf(row, 'bytes'),
    mime: textOf(row, 'mime'),
  };
}

/** A file that reports came in. */
export interface IntakeFile extends KeptMessage {
  /** Reports that were made from it. */
  readonly reports: number;
}

/** The files that a report was taken out of. */
export function intakeFilesOf(database: ReadableDatabase, reportId: string): IntakeFile[] {
  return database
    .all(
      `SELECT i.*, (SELECT count(DISTINCT s.report_id) FROM public_report_intake_sources l
         JOIN public_report_sources s ON s.id = l.source_id WHERE l.intake_id = i.id) AS reports
       FROM public_report_intakes i WHERE i.id IN (${OF_REPORT}) ORDER BY i.id`,
      [reportId],
    )
    .map((row) => ({ ...keptMessageOf(row), reports: numberOf(row, 'reports') }));
}

/** Every report that was made from the file: whoever opens it looks at all their reporters. */
export function reportsOfIntake(database: ReadableDatabase, intakeId: string): readonly string[] {
  return database
    .all(
      `SELECT DISTINCT s.report_id FROM public_report_intake_sources l JOIN public_report_sources s ON s.id = l.source_id
       WHERE l.intake_id = ? ORDER BY s.report_id`,
      [intakeId],
    )
    .map((row) => textOf(row, 'report_id'));
}

/** Reports that came out of the very same bytes, the earliest first: as a message, or as part of a file. */
export function reportsFromBytes(
  database: ReadableDatabase,
  sha256: string,
): { readonly id: string; readonly number: string }[] {
  return database
    .all(
      `SELECT r.id, r.number FROM public_reports r WHERE r.id IN (
         SELECT report_id FROM public_report_sources WHERE sha256 = @sha256
         UNION SELECT s.report_id FROM public_report_intakes i JOIN public_report_intake_sources l ON l.intake_id = i.id
           JOIN public_report_sources s ON s.id = l.source_id WHERE i.sha256 = @sha256)
       ORDER BY r.registered_at, r.id LIMIT 20`,
      { sha256 },
    )
    .map((row) => ({ id: textOf(row, 'id'), number: textOf(row, 'number') }));
}

const OF_REPORT = `SELECT l.intake_id FROM public_report_intake_sources l JOIN public_report_sources s ON s.id = l.source_id
  WHERE s.report_id = ?`;
