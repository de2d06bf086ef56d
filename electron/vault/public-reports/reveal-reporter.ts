/** The only ways to who reported: each with a purpose, each with an entry in custody that names nobody. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { Reporter } from '#shared/contract/public-reports.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CustodyDraft, ReadableDatabase, SqlRow, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';
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
  reportById(context.database, id);
  const row = context.database.get('SELECT * FROM public_report_sources WHERE id = ? AND report_id = ?', [
    sourceId,
    id,
  ]);
  if (!row) throw new AppError('NOT_FOUND', { id: sourceId });
  const bytes = numberOf(row, 'bytes');
  if (bytes > LONGEST_TEXT) throw new AppError('SOURCE_NOT_TEXT');
  const content = await context.blobs.open(textOf(row, 'sha256')).read(0, bytes);
  if (content.includes(0)) throw new AppError('SOURCE_NOT_TEXT');
  return context.write(['publicReports', 'custody'], (database) => ({
    value: { text: new TextDecoder().decode(content) },
    entry: { ...recordReveal(database, context, id, purpose), action: 'public-report.source-viewed' },
  }));
}

/** Bytes of text that are read in the app. */
const LONGEST_TEXT = 5_000_000;

function sourcesOf(database: ReadableDatabase, reportId: string): OutputOf<'publicReports.revealReporter'>['sources'] {
  return database
    .all('SELECT * FROM public_report_sources WHERE report_id = ? ORDER BY id', [reportId])
    .map((row: SqlRow) => ({
      id: textOf(row, 'id'),
      name: textOf(row, 'name'),
      sha256: textOf(row, 'sha256'),
      bytes: numberOf(row, 'bytes'),
      mime: textOf(row, 'mime'),
    }));
}
