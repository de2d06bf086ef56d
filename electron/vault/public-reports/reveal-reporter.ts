/** The only ways to who reported: each with a purpose, each with an entry in custody that names nobody. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { Reporter } from '#shared/contract/public-reports.ts';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { piecesOf, writeExport } from '../exports/write-export.ts';
import type { CustodyDraft, ReadableDatabase, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';
import { intakeFilesOf, keptMessageOf, reportsOfIntake } from './intake/intake-files.ts';
import { reportById } from './report-rows.ts';
import { neutralOf, readReporter } from './reporter-rows.ts';

export interface Purpose {
  readonly purpose: InputOf<'publicReports.revealReporter'>['purpose'];
  readonly note: string;
}

/** REPORTER_UNKNOWN for an anonymous report without messages of its own. */
export function revealReporter(
  { id, ...purpose }: InputOf<'publicReports.revealReporter'>,
  context: UseCaseContext,
): OutputOf<'publicReports.revealReporter'> {
  reportById(context.database, id);
  const reporter = readReporter(context.database, id);
  const sources = sourcesOf(context.database, id);
  if (reporter === null && sources.length === 0) throw new AppError('REPORTER_UNKNOWN');
  const value = {
    reporter: reporter ?? NOBODY,
    originals: context.database
      .all('SELECT field, text, at FROM public_report_originals WHERE report_id = ? ORDER BY id', [id])
      .map((row) => ({ field: textOf(row, 'field'), text: textOf(row, 'text'), at: textOf(row, 'at') })),
    sources,
    intakes: intakeFilesOf(context.database, id),
  };
  return context.write(['publicReports', 'custody'], (database) => ({
    value,
    entry: recordReveal(database, context, id, purpose),
  }));
}

const NOBODY: Reporter = {
  name: '',
  identityNumber: '',
  phone: '',
  email: '',
  address: '',
  note: '',
  aliases: [],
  confidential: true,
};

/** Inside a transaction: notes the look; the entry says what for and not what was seen. */
export function recordReveal(
  database: WritableDatabase,
  context: UseCaseContext,
  reportId: string,
  { purpose, note }: Purpose,
): CustodyDraft {
  database.run('INSERT INTO public_report_reveals (id, report_id, at, by, purpose, note) VALUES (?, ?, ?, ?, ?, ?)', [
    context.newId(),
    reportId,
    context.now().toISOString(),
    context.actor.id,
    purpose,
    neutralOf(database, context, { reportId, field: 'reveal', text: note }),
  ]);
  return {
    action: 'public-report.reporter-revealed',
    subjectKind: 'public-report',
    subjectId: reportId,
    facts: { purpose },
  };
}

/** NOT_FOUND; SOURCE_NOT_TEXT for what is no text, or longer than is read in the app. */
export async function readSource(
  { id, sourceId, ...purpose }: InputOf<'publicReports.readSource'>,
  context: UseCaseContext,
): Promise<OutputOf<'publicReports.readSource'>> {
  const source = sourceFor(context.database, id, sourceId);
  if (source.bytes > LONGEST_TEXT) throw new AppError('SOURCE_NOT_TEXT');
  const content = await context.blobs.open(source.sha256).read(0, source.bytes);
  if (content.includes(0)) throw new AppError('SOURCE_NOT_TEXT');
  return context.write(['publicReports', 'custody'], (database) => ({
    value: { text: new TextDecoder().decode(content) },
    entry: recordSource(database, context, { id, source, how: 'viewed' }, purpose),
  }));
}

/** The message byte for byte, where the user says. NOT_FOUND, EVIDENCE_DAMAGED, and the errors of writing. */
export async function exportReportSource(
  { id, sourceId, path, ...purpose }: InputOf<'publicReports.readSource'> & { readonly path: string },
  context: UseCaseContext,
): Promise<ExportedFile> {
  const source = sourceFor(context.database, id, sourceId);
  const { sha256 } = source;
  const written = await writeExport(path, context.vault.directory, piecesOf(context.blobs.open(sha256)), sha256);
  return context.write(['publicReports', 'custody'], (database) => {
    const entry = recordSource(database, context, { id, source, how: 'exported' }, purpose);
    return { value: written, entry: { ...entry, facts: { ...entry.facts, sha256, bytes: written.bytes } } };
  });
}

/** A message of the report itself, or a whole file that it was taken out of. */
interface SourceFor {
  readonly sha256: string;
  readonly bytes: number;
  /** The file's id; null for the report's own message. */
  readonly intake: string | null;
}

function sourceFor(database: ReadableDatabase, id: string, sourceId: string): SourceFor {
  reportById(database, id);
  const own = database.get('SELECT * FROM public_report_sources WHERE id = ? AND report_id = ?', [sourceId, id]);
  if (own) return { sha256: textOf(own, 'sha256'), bytes: numberOf(own, 'bytes'), intake: null };
  const intake = intakeFilesOf(database, id).find((file) => file.id === sourceId);
  if (!intake) throw new AppError('NOT_FOUND', { id: sourceId });
  return { sha256: intake.sha256, bytes: intake.bytes, intake: intake.id };
}

/** Inside a transaction: a look at a whole file is a look at the reporter of every report in it, and is told in each. */
function recordSource(
  database: WritableDatabase,
  context: UseCaseContext,
  { id, source, how }: { readonly id: string; readonly source: SourceFor; readonly how: 'viewed' | 'exported' },
  purpose: Purpose,
): CustodyDraft {
  const entry = recordReveal(database, context, id, purpose);
  if (source.intake === null) return { ...entry, action: `public-report.source-${how}` };
  const reports = reportsOfIntake(database, source.intake);
  // The note may name the reporter of the one report; pages of the others show it too.
  for (const other of reports)
    if (other !== id) recordReveal(database, context, other, { purpose: purpose.purpose, note: '' });
  const facts = { ...entry.facts, intake: source.intake, reports: reports.length };
  return { ...entry, action: `public-report.intake-${how}`, facts };
}

/** Bytes of text that are read in the app. */
const LONGEST_TEXT = 5_000_000;

function sourcesOf(database: ReadableDatabase, reportId: string): OutputOf<'publicReports.revealReporter'>['sources'] {
  return database
    .all('SELECT * FROM public_report_sources WHERE report_id = ? ORDER BY id', [reportId])
    .map(keptMessageOf);
}
