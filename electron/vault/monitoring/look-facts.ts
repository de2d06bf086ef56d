/** What the vault knows of looks in a period, person by person: read once for every figure of coverage. */
import { CHECKING, LOOKING, nextDay, roundNumber } from '#shared/domain/monitoring/rules.ts';
import { cadence } from '#shared/contract/monitoring.ts';
import { today } from '../capture-queue/days.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { dayOf, startOfDay } from '../roster/days.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';

/** Calendar days of the office, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface LookFacts {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly searchName: string;
    readonly nip: string | null;
    readonly position: string | null;
    readonly unit: string | null;
    readonly agency: string | null;
  }[];
  /** Accounts by person. */
  readonly accounts: ReadonlyMap<string, number>;
  /** Instant of the last look that checked, at any time, by person. */
  readonly lastChecked: ReadonlyMap<string, string>;
  /** Rounds of the period in which a person was looked at, the oldest first. */
  readonly looked: ReadonlyMap<string, readonly { readonly number: string; readonly checked: boolean }[]>;
  /** Days of the period on which something was captured for a case about the person, outside rounds. */
  readonly outside: ReadonlyMap<string, ReadonlySet<string>>;
  /** Since when (day) a look is due by cadence, by person. */
  readonly overdue: ReadonlyMap<string, string>;
}

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

export function lookFacts(period: Period, context: UseCaseContext): LookFacts {
  const { database } = context;
  const zone = context.settings().timeZone;
  const within = {
    from: startOfDay(period.from, zone),
    to: new Date(Date.parse(startOfDay(period.to, zone)) + 86_400_000).toISOString(),
  };
  const lastChecked = new Map(
    database
      .all(
        `SELECT i.employee_id, max(o.at) AS at FROM monitoring_items i JOIN monitoring_outcomes o ON o.item_id = i.id
         WHERE o.undone_at IS NULL AND o.outcome IN (${quoted(CHECKING)}) GROUP BY i.employee_id`,
      )
      .map((row) => [textOf(row, 'employee_id'), textOf(row, 'at')]),
  );
  return {
    people: database.all('SELECT * FROM employees WHERE gone_since IS NULL').map(personOf),
    accounts: new Map(
      database
        .all('SELECT employee_id, count(*) AS n FROM accounts WHERE employee_id IS NOT NULL GROUP BY employee_id')
        .map((row) => [textOf(row, 'employee_id'), numberOf(row, 'n')]),
    ),
    lastChecked,
    looked: lookedAt(database, within),
    outside: outsideRounds(database, within, (instant) => dayOf(new Date(instant), zone)),
    overdue: overdue(database, today(context), (id) => {
      const at = lastChecked.get(id);
      return at === undefined ? null : dayOf(new Date(at), zone);
    }),
  };
}

function personOf(row: SqlRow): LookFacts['people'][number] {
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    searchName: textOf(row, 'search_name'),
    nip: textOrNull(row, 'nip'),
    position: textOrNull(row, 'position'),
    unit: textOrNull(row, 'unit'),
    agency: textOrNull(row, 'agency'),
  };
}

function lookedAt(database: ReadableDatabase, within: { from: string; to: string }): LookFacts['looked'] {
  const looked = new Map<string, { number: string; checked: boolean }[]>();
  const rows = database.all(
    `SELECT i.employee_id, r.sequence, max(o.outcome IN (${quoted(CHECKING)})) AS checked
     FROM monitoring_outcomes o JOIN monitoring_items i ON i.id = o.item_id JOIN monitoring_rounds r ON r.id = i.round_id
     WHERE o.undone_at IS NULL AND o.outcome IN (${quoted(LOOKING)}) AND o.at >= @from AND o.at < @to
     GROUP BY i.employee_id, r.id ORDER BY r.sequence`,
    within,
  );
  for (const row of rows) {
    const one = { number: roundNumber(numberOf(row, 'sequence')), checked: numberOf(row, 'checked') === 1 };
    const list = looked.get(textOf(row, 'employee_id'));
    if (list === undefined) looked.set(textOf(row, 'employee_id'), [one]);
    else list.push(one);
  }
  return looked;
}

/** Captures that lie in a case about the person and that no outcome of a round names. */
export const OUTSIDE = `FROM case_respondents c JOIN evidence_filings f ON f.case_id = c.case_id AND f.ended_at IS NULL
  JOIN evidence e ON e.id = f.evidence_id
  WHERE c.employee_id IS NOT NULL AND c.unlinked_at IS NULL AND e.origin = 'capture' AND e.withdrawn_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM monitoring_outcomes o WHERE o.evidence_id = e.id AND o.undone_at IS NULL)`;

function outsideRounds(
  database: ReadableDatabase,
  within: { from: string; to: string },
  day: (instant: string) => string,
): LookFacts['outside'] {
  const days = new Map<string, Set<string>>();
  const rows = database.all(
    `SELECT c.employee_id, e.captured_at ${OUTSIDE} AND e.captured_at >= @from AND e.captured_at < @to`,
    within,
  );
  for (const row of rows) {
    const employee = textOf(row, 'employee_id');
    const known = days.get(employee) ?? new Set();
    days.set(employee, known.add(day(textOf(row, 'captured_at'))));
  }
  return days;
}

/**
 * The last round by cadence of each plan that goes on promises a look at everybody in it; a sample promises none. Due again as long
 * after the last check as the cadence says; for whom was never checked, when the next round is due.
 */
function overdue(
  database: ReadableDatabase,
  today: string,
  lastDay: (employeeId: string) => string | null,
): LookFacts['overdue'] {
  const since = new Map<string, string>();
  const rows = database.all(
    `SELECT DISTINCT i.employee_id, r.cadence, r.next_on FROM monitoring_rounds r JOIN monitoring_rounds s ON s.id = r.series_id
       JOIN monitoring_items i ON i.round_id = r.id
     WHERE r.next_on IS NOT NULL AND r.population IS NULL AND s.series_ended_at IS NULL AND i.account_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM monitoring_rounds f WHERE f.follows = r.id)`,
  );
  for (const row of rows) {
    const employee = textOf(row, 'employee_id');
    const last = lastDay(employee);
    const due = last === null ? textOf(row, 'next_on') : nextDay(last, cadence.parse(row['cadence']));
    if (due === null || due > today) continue;
    const known = since.get(employee);
    if (known === undefined || due < known) since.set(employee, due);
  }
  return since;
}
