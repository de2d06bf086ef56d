/** Registers a report: its number, what is reported, and apart from it who reported. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { localParts } from '#shared/domain/text/local-time.ts';
import { renderNumber } from '#shared/domain/text/number-template.ts';
import { localDayOf } from '../documents/days.ts';
import type { CustodyDraft, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { nextInSequence } from '../next-in-sequence.ts';
import { dueFrom } from './due-days.ts';
import { columnValues, writeColumns } from './report-fields.ts';
import { saysAnything, writeReporter } from './reporter-rows.ts';
import { addStep } from './step-rows.ts';

type NewReport = InputOf<'publicReports.create'>;

export function createReport(input: NewReport, context: UseCaseContext): OutputOf<'publicReports.create'> {
  return context.write(['publicReports'], (database) => {
    const value = insertReport(database, input, context);
    return { value, entry: registeredEntry(value.id, input) };
  });
}

/** The entry that tells of a registered report. */
export function registeredEntry(id: string, input: NewReport): CustodyDraft {
  const facts = { topic: input.topic, channel: input.channel, anonymous: isAnonymous(input) };
  return { action: 'public-report.registered', subjectKind: 'public-report', subjectId: id, facts };
}

/** A report of which nothing says who brought it. */
export function isAnonymous({ reporter }: Pick<NewReport, 'reporter'>): boolean {
  return reporter === null || !saysAnything(reporter);
}

/** Inside a transaction, whose custody entry (registeredEntry) tells of it. */
export function insertReport(
  database: WritableDatabase,
  input: NewReport,
  context: UseCaseContext,
): OutputOf<'publicReports.create'> {
  const { reporter: named, receivedAt, ...fields } = input;
  const reporter = isAnonymous(input) ? null : named;
  const id = context.newId();
  const now = context.now();
  const at = now.toISOString();
  const settings = context.settings();
  const number = nextNumber(database, now, context);
  const due = dueFrom(settings.publicReports, 'review', localDayOf(now, settings.timeZone));
  database.run(
    `INSERT INTO public_reports (id, number, subject, description, topic, channel, received_at, registered_at, registered_by,
       accused_text, account_text, address, address_key, event_time_text, event_place, state, state_since, due_day)
     VALUES (@id, @number, '', '', @topic, @channel, @receivedAt, @at, @by, '', '', '', '', '', '', 'baru', @at, @due)`,
    {
      id,
      number,
      topic: input.topic,
      channel: input.channel,
      receivedAt: receivedAt === null ? at : new Date(receivedAt).toISOString(),
      at,
      by: context.actor.id,
      due,
    },
  );
  writeReporter(database, id, reporter, context);
  writeColumns(database, id, columnValues(database, fields, { reportId: id, reporter, at }));
  addStep(database, context, { reportId: id, from: null, to: 'baru', reason: '', dueDay: due });
  return { id, number };
}

/** The next free number by the office's template; the counter starts anew each year. */
function nextNumber(database: WritableDatabase, now: Date, context: UseCaseContext): string {
  const { publicReports, timeZone } = context.settings();
  const { year, month } = localParts(now, timeZone);
  for (;;) {
    const sequence = nextInSequence(database, 'public-report', String(year));
    const number = renderNumber(publicReports.numberTemplate, { sequence, month, year });
    // A template without {urut} would give every report the same number.
    const unique = number.includes(String(sequence)) ? number : `${number} (${sequence})`;
    if (!database.get('SELECT 1 FROM public_reports WHERE number = ?', [unique])) return unique;
  }
}
