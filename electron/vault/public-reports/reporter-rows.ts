/** The table of who reported: read here and nowhere else. */
import { z } from 'zod';
import type { Reporter } from '#shared/contract/public-reports.ts';
import { neutralText } from '#shared/domain/public-reports/neutral-text.ts';
import type { ReadableDatabase, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { flagOf, textOf } from '../rows.ts';

/** Who reported, or null for an anonymous report. Whoever shows it records why. */
export function readReporter(database: ReadableDatabase, reportId: string): Reporter | null {
  const row = database.get('SELECT * FROM public_report_reporters WHERE report_id = ?', [reportId]);
  if (!row) return null;
  return {
    name: textOf(row, 'name'),
    identityNumber: textOf(row, 'identity_number'),
    phone: textOf(row, 'phone'),
    email: textOf(row, 'email'),
    address: textOf(row, 'address'),
    note: textOf(row, 'note'),
    aliases: z.array(z.string()).parse(JSON.parse(textOf(row, 'aliases'))),
    confidential: flagOf(row, 'confidential'),
  };
}

/** Inside a transaction: what is known of the reporter from now on. */
export function writeReporter(
  database: WritableDatabase,
  reportId: string,
  reporter: Reporter | null,
  context: UseCaseContext,
): void {
  database.run('DELETE FROM public_report_reporters WHERE report_id = ?', [reportId]);
  if (reporter === null) return;
  database.run(
    `INSERT INTO public_report_reporters (report_id, name, identity_number, phone, email, address, note, aliases, confidential,
       recorded_at, recorded_by)
     VALUES (@id, @name, @identityNumber, @phone, @email, @address, @note, @aliases, @confidential, @at, @by)`,
    {
      ...reporter,
      id: reportId,
      aliases: JSON.stringify(reporter.aliases),
      confidential: reporter.confidential ? 1 : 0,
      at: context.now().toISOString(),
      by: context.actor.id,
    },
  );
}

/** Whether there is anything by which somebody could be found. */
export function saysAnything({ name, identityNumber, phone, email, address, note }: Reporter): boolean {
  return [name, identityNumber, phone, email, address, note].some((part) => part !== '');
}

/** Inside a transaction: the text as the report holds it; where it named the reporter, its own words go to the reporter's part. */
export function keepNeutral(
  database: WritableDatabase,
  { reportId, field, text, reporter, at }: NeutralText & { readonly reportId: string; readonly at: string },
): string {
  if (reporter === null) return text;
  const neutral = neutralText(text, reporter);
  if (neutral !== text)
    database.run('INSERT INTO public_report_originals (report_id, field, text, at) VALUES (?, ?, ?, ?)', [
      reportId,
      field,
      text,
      at,
    ]);
  return neutral;
}

/** The same for one text of a report whose reporter is on record. */
export function neutralOf(
  database: WritableDatabase,
  context: UseCaseContext,
  one: { readonly reportId: string; readonly field: string; readonly text: string },
): string {
  const reporter = readReporter(database, one.reportId);
  return keepNeutral(database, { ...one, reporter, at: context.now().toISOString() });
}

interface NeutralText {
  readonly field: string;
  readonly text: string;
  readonly reporter: Reporter | null;
}
