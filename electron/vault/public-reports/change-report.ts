/** Changes what is reported, and what is known of who reported. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { Reporter } from '#shared/contract/public-reports.ts';
import type { UseCaseContext, WritableDatabase } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { columnValues, FREE_TEXTS, writeColumns } from './report-fields.ts';
import { reportPage } from './report-page.ts';
import { reportById } from './report-rows.ts';
import { keepNeutral, readReporter, saysAnything, writeReporter } from './reporter-rows.ts';

export function updateReport(
  { id, ...changes }: InputOf<'publicReports.update'>,
  context: UseCaseContext,
): OutputOf<'publicReports.update'> {
  reportById(context.database, id);
  const fields = Object.keys(changes).sort();
  return context.write(['publicReports'], (database) => {
    const owner = { reportId: id, reporter: readReporter(database, id), at: context.now().toISOString() };
    writeColumns(database, id, columnValues(database, changes, owner));
    return {
      value: reportPage(context, id),
      entry:
        fields.length === 0
          ? null
          : {
              action: 'public-report.changed',
              subjectKind: 'public-report',
              subjectId: id,
              facts: { fields: fields.join(',') },
            },
    };
  });
}

/** Every text that the report holds already is gone through again: a reporter who is named later stands in none of them. */
export function setReporter(
  { id, reporter: wanted }: InputOf<'publicReports.setReporter'>,
  context: UseCaseContext,
): OutputOf<'publicReports.setReporter'> {
  reportById(context.database, id);
  const reporter = wanted !== null && saysAnything(wanted) ? wanted : null;
  return context.write(['publicReports', 'evidence'], (database) => {
    writeReporter(database, id, reporter, context);
    if (reporter === null) database.run('DELETE FROM public_report_originals WHERE report_id = ?', [id]);
    else neutralise(database, id, reporter, context);
    return {
      value: reportPage(context, id),
      entry: {
        action: 'public-report.reporter-set',
        subjectKind: 'public-report',
        subjectId: id,
        facts: { anonymous: reporter === null },
      },
    };
  });
}

function neutralise(database: WritableDatabase, reportId: string, reporter: Reporter, context: UseCaseContext): void {
  const at = context.now().toISOString();
  const owner = { reportId, reporter, at };
  const row = reportById(database, reportId);
  const texts = Object.fromEntries(FREE_TEXTS.map((name) => [name, textOf(row, SNAKE[name])]));
  writeColumns(database, reportId, columnValues(database, texts, owner));
  for (const [table, column] of TEXTS_BESIDE)
    for (const one of database.all(`SELECT rowid AS n, ${column} AS text FROM ${table} WHERE report_id = ?`, [
      reportId,
    ])) {
      const neutral = keepNeutral(database, { ...owner, field: `${table}.${column}`, text: textOf(one, 'text') });
      database.run(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`, [neutral, one['n'] ?? null]);
    }
  neutraliseFiles(database, owner);
}

const SNAKE: Readonly<Record<(typeof FREE_TEXTS)[number], string>> = {
  subject: 'subject',
  description: 'description',
  accusedText: 'accused_text',
  accountText: 'account_text',
  address: 'address',
  eventTimeText: 'event_time_text',
  eventPlace: 'event_place',
};
const TEXTS_BESIDE = [
  ['public_report_steps', 'reason'],
  ['public_report_steps', 'account_text'],
  ['public_report_answers', 'text'],
  ['public_report_checks', 'note'],
  ['public_report_reveals', 'note'],
] as const;

/** Names of files, which often are those of whoever sent them; the bytes stay as they are. */
function neutraliseFiles(
  database: WritableDatabase,
  owner: { readonly reportId: string; readonly reporter: Reporter; readonly at: string },
): void {
  const rows = database.all(
    `SELECT e.id, e.title, e.original_name FROM public_report_files f JOIN evidence e ON e.id = f.evidence_id
     WHERE f.report_id = ? AND f.removed_at IS NULL AND e.origin <> 'capture'`,
    [owner.reportId],
  );
  for (const row of rows) {
    const id = textOf(row, 'id');
    const title = keepNeutral(database, { ...owner, field: `file ${id}`, text: textOf(row, 'title') });
    const name = keepNeutral(database, { ...owner, field: `file ${id}`, text: textOf(row, 'original_name') });
    database.run('UPDATE evidence SET title = ?, original_name = ? WHERE id = ?', [title, name, id]);
    for (const artefact of database.all('SELECT id, name FROM artefacts WHERE evidence_id = ?', [id])) {
      const neutral = keepNeutral(database, { ...owner, field: `file ${id}`, text: textOf(artefact, 'name') });
      database.run('UPDATE artefacts SET name = ? WHERE id = ?', [neutral, textOf(artefact, 'id')]);
    }
  }
}
