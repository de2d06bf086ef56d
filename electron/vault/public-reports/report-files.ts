/** Files of a report: evidence from the first moment, or messages that name their sender and are kept with the reporter. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { IntakeResult } from '#shared/contract/evidence.ts';
import { sniffMediaType } from '#shared/domain/evidence/media-type.ts';
import { neutralText } from '#shared/domain/public-reports/neutral-text.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { evidenceWithFile } from '../evidence/add-files.ts';
import { evidenceById } from '../evidence/evidence-rows.ts';
import { addFiling } from '../evidence/filing.ts';
import { insertFile, type ReadyFile, readyFile } from '../evidence/keep-file.ts';
import { nothingTaken, takeFiles, type Taking } from '../evidence/take-files.ts';
import type { CustodyDraft, FileSource, StagedBlob, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { textOf, textOrNull } from '../rows.ts';
import { reportPage } from './report-page.ts';
import { reportById } from './report-rows.ts';
import { keepNeutral, neutralOf, readReporter } from './reporter-rows.ts';

type Input = InputOf<'publicReports.addFiles'>;
/** A file as it lies in the vault already, or as the user handed it over. */
export type NamedFile = Pick<FileSource, 'name' | 'pasted' | 'screen'>;

export async function addReportFiles(
  input: Input,
  context: UseCaseContext,
): Promise<OutputOf<'publicReports.addFiles'>> {
  const number = textOf(reportById(context.database, input.id), 'number');
  const keep: Taking<IntakeResult>['keep'] = async (file, blob, result, signal) => {
    if (input.asSource) {
      result.added.push(keepSource(input.id, file.name, blob, context));
      return;
    }
    const kept = await keepReportFile(input.id, file, blob, context, signal);
    if (kept.known)
      result.duplicates.push({ id: kept.file.id, sha256: blob.sha256, name: file.name, linked: kept.linked });
    else result.added.push(kept.file);
  };
  // The job is called after the report: a file's name may say who reported.
  return takeFiles(input.files, { kind: 'evidence-intake', label: number, result: nothingTaken(), keep }, context);
}

export interface KeptFile {
  readonly file: IntakeResult['added'][number];
  /** The vault had these bytes as evidence before. */
  readonly known: boolean;
  /** It was not among the report's files before. */
  readonly linked: boolean;
}

/** A staged file as evidence of the report; bytes that are evidence already are not kept a second time. */
export async function keepReportFile(
  reportId: string,
  file: NamedFile,
  blob: StagedBlob,
  context: UseCaseContext,
  signal?: AbortSignal,
): Promise<KeptFile> {
  reportById(context.database, reportId);
  const ready = await readyReportFile(file, blob, context, signal);
  const kept = context.write(['publicReports', 'evidence'], (database) => {
    const { kept: value, entries: entry } = insertReportFile(database, reportId, ready, context);
    return { value, entry };
  });
  if (kept.known) await context.blobs.discard(blob);
  return kept;
}

/** Looks at a staged file, unless the vault has its bytes already. */
export async function readyReportFile(
  file: NamedFile,
  blob: StagedBlob,
  context: UseCaseContext,
  signal?: AbortSignal,
): Promise<ReadyFile> {
  const said = { ...NOTHING_SAID, obtainedFrom: '' };
  if (!blob.known) return await readyFile(said, file, blob, context, signal);
  const mime = sniffMediaType(blob.head)?.mime ?? OTHER;
  const isNew = evidenceWithFile(context, blob.sha256) === null;
  return isNew ? await readyFile(said, file, blob, context, signal) : { said, file, blob, mime, picture: null };
}

/** Inside a transaction: the file as the report's, without the reporter in its name; with the entries that tell of it. */
export function insertReportFile(
  database: WritableDatabase,
  reportId: string,
  ready: ReadyFile,
  context: UseCaseContext,
): { readonly kept: KeptFile; readonly entries: readonly CustodyDraft[] } {
  const { file, blob, mime } = ready;
  const reporter = readReporter(database, reportId);
  const name = reporter === null ? file.name : neutralText(file.name, reporter);
  const known = evidenceWithFile(context, blob.sha256);
  const from = `Laporan masyarakat ${textOf(reportById(database, reportId), 'number')}`;
  const said = { ...ready.said, obtainedFrom: from };
  const made = known === null ? insertFile(database, { ...ready, said, file: { ...file, name } }, context) : null;
  const kept = made?.value ?? { id: known ?? '', sha256: blob.sha256, bytes: blob.bytes, mime, name };
  if (name !== file.name)
    keepNeutral(database, { ...whose(reportId, context), field: `file ${kept.id}`, text: file.name, reporter });
  const linked = linkFile(database, reportId, kept.id, context);
  return {
    kept: { file: kept, known: made === null, linked },
    entries: [
      ...(made ? [made.entry] : []),
      ...(linked ? [fileEntry('public-report.file-added', reportId, kept.id)] : []),
    ],
  };
}

const OTHER = 'application/octet-stream';
const NOTHING_SAID = { caseId: null, address: '', note: '', postedAtText: '', obtainedAtText: '' } as const;

function whose(reportId: string, context: UseCaseContext): { readonly reportId: string; readonly at: string } {
  return { reportId, at: context.now().toISOString() };
}

/** A staged message as it came in: read on purpose only, never evidence. */
function keepSource(
  reportId: string,
  name: string,
  blob: StagedBlob,
  context: UseCaseContext,
): IntakeResult['added'][number] {
  return context.write(['publicReports'], (database) =>
    insertSource(database, reportId, { name, blob, adopt: true }, context),
  );
}

/** `adopt` false: the store has it already. */
interface NewSource {
  readonly name: string;
  readonly blob: StagedBlob;
  readonly adopt: boolean;
  /** The file that it was taken out of (intake/intake-files.ts). */
  readonly intakeId?: string;
}

/** Inside a transaction: the message, and the entry that tells of it. */
export function insertSource(
  database: WritableDatabase,
  reportId: string,
  { name, blob, adopt, intakeId }: NewSource,
  context: UseCaseContext,
): { readonly value: IntakeResult['added'][number]; readonly entry: CustodyDraft } {
  const mime = sniffMediaType(blob.head)?.mime ?? OTHER;
  const { sha256, bytes } = blob;
  const id = context.newId();
  if (adopt) context.blobs.adopt(database, blob);
  database.run(
    `INSERT INTO public_report_sources (id, report_id, name, sha256, bytes, mime, added_at, added_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, reportId, name, sha256, bytes, mime, context.now().toISOString(), context.actor.id],
  );
  if (intakeId !== undefined)
    database.run('INSERT INTO public_report_intake_sources (source_id, intake_id) VALUES (?, ?)', [id, intakeId]);
  return {
    value: { id, sha256, bytes, mime, name },
    entry: {
      action: 'public-report.source-kept',
      subjectKind: 'public-report',
      subjectId: reportId,
      facts: { sha256, bytes },
    },
  };
}

/** Inside a transaction; false when it is one of the report's files already. */
function linkFile(database: WritableDatabase, reportId: string, evidenceId: string, context: UseCaseContext): boolean {
  const there = database.get(
    'SELECT 1 FROM public_report_files WHERE report_id = ? AND evidence_id = ? AND removed_at IS NULL',
    [reportId, evidenceId],
  );
  if (there) return false;
  database.run('INSERT INTO public_report_files (report_id, evidence_id, added_at, added_by) VALUES (?, ?, ?, ?)', [
    reportId,
    evidenceId,
    context.now().toISOString(),
    context.actor.id,
  ]);
  return true;
}

function fileEntry(action: string, reportId: string, evidenceId: string) {
  return { action, subjectKind: 'public-report', subjectId: reportId, facts: { evidence: evidenceId } } as const;
}

/** EVIDENCE_UNKNOWN, ALREADY_LINKED. */
export function linkEvidence(
  { id, evidenceId }: InputOf<'publicReports.linkEvidence'>,
  context: UseCaseContext,
): OutputOf<'publicReports.linkEvidence'> {
  reportById(context.database, id);
  evidenceById(context.database, evidenceId);
  return context.write(['publicReports'], (database) => {
    if (!linkFile(database, id, evidenceId, context)) throw new AppError('ALREADY_LINKED', {});
    return { value: reportPage(context, id), entry: fileEntry('public-report.file-added', id, evidenceId) };
  });
}

/** The item stays evidence of the vault. NOT_FOUND. */
export function unlinkEvidence(
  { id, evidenceId, reason }: InputOf<'publicReports.unlinkEvidence'>,
  context: UseCaseContext,
): OutputOf<'publicReports.unlinkEvidence'> {
  reportById(context.database, id);
  return context.write(['publicReports'], (database) => {
    const changed = database.run(
      `UPDATE public_report_files SET removed_at = ?, removed_by = ?, remove_reason = ?
       WHERE report_id = ? AND evidence_id = ? AND removed_at IS NULL`,
      [
        context.now().toISOString(),
        context.actor.id,
        neutralOf(database, context, { reportId: id, field: 'file', text: reason }),
        id,
        evidenceId,
      ],
    );
    if (changed.changes === 0) throw new AppError('NOT_FOUND', { id: evidenceId });
    return { value: reportPage(context, id), entry: fileEntry('public-report.file-removed', id, evidenceId) };
  });
}

/** PUBLIC_REPORT_NO_CASE. */
export function fileIntoCase(
  { id }: InputOf<'publicReports.fileIntoCase'>,
  context: UseCaseContext,
): OutputOf<'publicReports.fileIntoCase'> {
  const caseId = textOrNull(reportById(context.database, id), 'case_id');
  if (caseId === null) throw new AppError('PUBLIC_REPORT_NO_CASE');
  return context.write(['publicReports', 'cases', 'evidence'], (database) => {
    const evidence = fileEvidenceOf(database, { reportId: id, caseId }, context);
    const facts = { case: caseId, evidence };
    return {
      value: reportPage(context, id),
      entry:
        evidence === 0
          ? null
          : { action: 'public-report.files-filed', subjectKind: 'public-report', subjectId: id, facts },
    };
  });
}

/** Inside a transaction: files what is not in the case yet; how many. Nothing is copied or changed. */
export function fileEvidenceOf(
  database: WritableDatabase,
  { reportId, caseId }: { readonly reportId: string; readonly caseId: string },
  context: UseCaseContext,
): number {
  const rows = database.all(
    `SELECT f.evidence_id FROM public_report_files f JOIN evidence e ON e.id = f.evidence_id
     WHERE f.report_id = ? AND f.removed_at IS NULL AND e.withdrawn_at IS NULL ORDER BY f.id`,
    [reportId],
  );
  return rows.filter((row) =>
    addFiling(database, context, { evidenceId: textOf(row, 'evidence_id'), caseId, where: '' }),
  ).length;
}
