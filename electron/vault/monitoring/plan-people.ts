/** Whom a plan covers: who fits it now, the lot where it asks for one, and what it comes to before it is begun. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { RoundPlan } from '#shared/contract/monitoring.ts';
import { drawOrder } from '#shared/domain/monitoring/draw.ts';
import { CHECKING } from '#shared/domain/monitoring/rules.ts';
import { REASON_CODES, REASON_KINDS } from '#shared/domain/roster/account-proof.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { sha256Hex } from '../crypto/keys.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { startOfDay } from '../roster/days.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';

export interface PlannedPerson {
  readonly id: string;
  /** employees.employee_key: what lots are drawn over. */
  readonly key: number;
  readonly position: string | null;
  readonly unit: string | null;
  readonly agency: string | null;
  /** Ids of the accounts to look at. */
  readonly accounts: readonly string[];
}

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
const CHECKED = quoted(CHECKING);
const FOR = quoted(REASON_CODES.filter((code) => REASON_KINDS[code].side === 'for'));

/** Accounts of which the last look said "not this person", unless the account or its reasons changed since. */
const SET_ASIDE = `SELECT a.id FROM accounts a JOIN monitoring_outcomes o ON o.id = (
    SELECT n.id FROM monitoring_items i JOIN monitoring_outcomes n ON n.item_id = i.id
    WHERE i.account_id = a.id AND i.employee_id = a.employee_id AND n.undone_at IS NULL ORDER BY n.at DESC, n.rowid DESC LIMIT 1)
  WHERE o.outcome = 'not-person' AND a.updated_at <= o.at AND NOT EXISTS
    (SELECT 1 FROM account_reasons r WHERE r.account_id = a.id AND r.closed_how IS NULL AND r.added_at > o.at AND r.kind IN (${FOR}))`;

/** Everybody in the roster who fits, by key; REASON_NEEDED for persons by name without a reason. */
export function fittingPeople(
  plan: RoundPlan,
  context: UseCaseContext,
): { readonly people: readonly PlannedPerson[]; readonly setAside: number } {
  if (plan.persons.length > 0 && plan.reason.length < 3) throw new AppError('REASON_NEEDED');
  const { database } = context;
  const aside = new Set(database.all(SET_ASIDE).map((row) => textOf(row, 'id')));
  const accounts = accountsByPerson(database);
  let setAside = 0;
  const people = database
    .all(`${FITTING} ${lastChecked(plan)} ORDER BY e.employee_key`, parameters(plan, context))
    .map((row) => {
      const all = accounts.get(textOf(row, 'id')) ?? [];
      const kept = all.filter((account) => !aside.has(account));
      setAside += all.length - kept.length;
      return {
        id: textOf(row, 'id'),
        key: numberOf(row, 'employee_key'),
        position: textOrNull(row, 'position'),
        unit: textOrNull(row, 'unit'),
        agency: textOrNull(row, 'agency'),
        accounts: kept,
      };
    });
  return { people, setAside };
}

/** The people of a round in the order of work: all of them, or as many as the sample asks for. */
export function drawPeople(people: readonly PlannedPerson[], plan: RoundPlan, seed: string): PlannedPerson[] {
  const byKey = new Map(people.map((person) => [person.key, person]));
  const order = drawOrder([...byKey.keys()], seed, sha256Hex);
  const drawn = plan.sample === null ? order : order.slice(0, plan.sample.size);
  return drawn.flatMap((key) => byKey.get(key) ?? []);
}

/** What names the list that was drawn from: SHA-256 of the keys in order, a line each. */
export function populationHash(keys: readonly number[]): string {
  return sha256Hex([...keys].sort((one, other) => one - other).join('\n'));
}

/** Where the lot is still to be drawn, accounts are what is to be expected of it. */
export function previewPlan(
  { plan }: InputOf<'monitoring.preview'>,
  context: UseCaseContext,
): OutputOf<'monitoring.preview'> {
  const { people, setAside } = fittingPeople(plan, context);
  const seed = plan.sample?.seed ?? null;
  const exact = plan.sample === null || seed !== null || plan.sample.size >= people.length;
  const shown = exact && seed !== null ? drawPeople(people, plan, seed) : people;
  const persons = Math.min(plan.sample?.size ?? people.length, people.length);
  const share = exact || people.length === 0 ? 1 : persons / people.length;
  const accounts = shown.reduce((sum, person) => sum + person.accounts.length, 0);
  const withoutAccount = shown.filter((person) => person.accounts.length === 0).length;
  const byAgency = new Map<string, number>();
  for (const { agency, unit } of shown)
    byAgency.set(agency ?? unit ?? '', (byAgency.get(agency ?? unit ?? '') ?? 0) + 1);
  return {
    eligible: people.length,
    persons,
    accounts: Math.round(accounts * share),
    withoutAccount: Math.round(withoutAccount * share),
    exact,
    setAside,
    byAgency: [...byAgency]
      .map(([name, number]) => ({ name, persons: Math.round(number * share) }))
      .sort((one, other) => other.persons - one.persons || one.name.localeCompare(other.name, 'id')),
  };
}

/** What plans can be made of: the roster's own words, and the users. */
export function planChoices(database: ReadableDatabase): OutputOf<'monitoring.choices'> {
  const distinct = (column: string): string[] =>
    database
      .all(
        `SELECT DISTINCT ${column} AS value FROM employees WHERE ${column} IS NOT NULL AND gone_since IS NULL ORDER BY ${column}`,
      )
      .map((row) => textOf(row, 'value'));
  return {
    agencies: distinct('agency'),
    units: distinct('unit'),
    positions: distinct('position'),
    users: database
      .all('SELECT id, name FROM users WHERE removed_at IS NULL ORDER BY created_at, id')
      .map((row) => ({ id: textOf(row, 'id'), name: textOf(row, 'name') })),
  };
}

const among = (column: string, list: string): string =>
  `(json_array_length(@${list}) = 0 OR ${column} IN (SELECT value FROM json_each(@${list})))`;

const FITTING = `SELECT e.id, e.employee_key, e.position, e.unit, e.agency FROM employees e WHERE e.gone_since IS NULL
  AND ${among('e.agency', 'agencies')} AND ${among('e.unit', 'units')} AND ${among('e.position', 'positions')}
  AND ${among('e.id', 'persons')}`;

function lastChecked({ lastChecked: asked }: RoundPlan): string {
  if (asked.when === 'any') return '';
  const since = asked.when === 'before' ? 'AND o.at >= @since' : '';
  return `AND NOT EXISTS (SELECT 1 FROM monitoring_items i JOIN monitoring_outcomes o ON o.item_id = i.id
    WHERE i.employee_id = e.id AND o.undone_at IS NULL AND o.outcome IN (${CHECKED}) ${since})`;
}

function parameters(plan: RoundPlan, context: UseCaseContext): Record<string, string> {
  const { agencies, units, positions, persons, lastChecked: asked } = plan;
  return {
    agencies: JSON.stringify(agencies),
    units: JSON.stringify(units),
    positions: JSON.stringify(positions),
    persons: JSON.stringify(persons),
    ...(asked.when === 'before' && { since: startOfDay(asked.day, context.settings().timeZone) }),
  };
}

function accountsByPerson(database: ReadableDatabase): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const row of database.iterate(
    'SELECT id, employee_id FROM accounts WHERE employee_id IS NOT NULL ORDER BY created_at, id',
  )) {
    const employee = textOf(row, 'employee_id');
    const list = found.get(employee);
    if (list === undefined) found.set(employee, [textOf(row, 'id')]);
    else list.push(textOf(row, 'id'));
  }
  return found;
}
