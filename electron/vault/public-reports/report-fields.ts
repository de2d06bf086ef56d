/** The fields of a report as its table holds them, each text without the reporter. */
import type { InputOf } from '#shared/contract/index.ts';
import type { Reporter } from '#shared/contract/public-reports.ts';
import { addressKey } from '#shared/domain/capture/same-address.ts';
import type { SqlValue, WritableDatabase } from '../kernel.ts';
import { employeeById } from '../roster/employees.ts';
import { keepNeutral } from './reporter-rows.ts';

type Changes = Omit<InputOf<'publicReports.update'>, 'id'>;

/** Columns by the contract's names. */
const COLUMNS: Readonly<Record<keyof Changes, string>> = {
  subject: 'subject',
  description: 'description',
  topic: 'topic',
  channel: 'channel',
  regime: 'regime',
  accusedText: 'accused_text',
  employeeId: 'employee_id',
  accountText: 'account_text',
  address: 'address',
  eventDay: 'event_day',
  eventTimeText: 'event_time_text',
  eventPlace: 'event_place',
  knownDay: 'known_day',
};
/** Free texts, in which the reporter may be named. */
export const FREE_TEXTS = [
  'subject',
  'description',
  'accusedText',
  'accountText',
  'address',
  'eventTimeText',
  'eventPlace',
] as const satisfies readonly (keyof Changes)[];

export interface FieldOwner {
  readonly reportId: string;
  readonly reporter: Reporter | null;
  /** ISO, UTC. */
  readonly at: string;
}

/** Inside a transaction: values by column for what is to change. EMPLOYEE_UNKNOWN for a person that the roster does not have. */
export function columnValues(
  database: WritableDatabase,
  changes: Changes,
  owner: FieldOwner,
): Readonly<Record<string, SqlValue>> {
  if (changes.employeeId) employeeById(database, changes.employeeId);
  const values: Record<string, SqlValue> = {};
  for (const [name, column] of Object.entries(COLUMNS)) {
    const value = changes[name as keyof Changes];
    if (value === undefined) continue;
    const free = FREE_TEXTS.some((one) => one === name);
    values[column] = free && value !== null ? keepNeutral(database, { ...owner, field: name, text: value }) : value;
  }
  if (typeof values['address'] === 'string') values['address_key'] = keyOf(values['address']);
  return values;
}

/** Inside a transaction: writes them. */
export function writeColumns(
  database: WritableDatabase,
  reportId: string,
  values: Readonly<Record<string, SqlValue>>,
): void {
  const columns = Object.keys(values);
  if (columns.length === 0) return;
  database.run(
    `UPDATE public_reports SET ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`,
    {
      ...values,
      id: reportId,
    },
  );
}

/** The form in which addresses are compared; texts that are none are not compared. */
function keyOf(address: string): string {
  return /^https?:\/\//i.test(address.trim()) ? addressKey(address) : '';
}
