/** The counts behind each table of the recap, as rows of "so many here": nothing is left out and nothing rounded. */
import type { LegalReference } from '#shared/contract/cases.ts';
import { legalReference } from '#shared/contract/cases.ts';
import { CHECKING } from '#shared/domain/monitoring/rules.ts';
import type { Period } from '#shared/domain/recap/periods.ts';
import { CASE_TABLES, type CaseTable, COUNT, NONE, type RecapTableKey } from '#shared/domain/recap/tables.ts';
import { boundsOf } from '../documents/days.ts';
import type { SqlRow, SqlValue, UseCaseContext } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';
import { type CaseFacts, caseFacts, placeOf } from './case-facts.ts';
import { FIRST_SEEN, KIND_OF_HOAX, LAST_FOLLOW_UP, PERSONS_BY_STATUS, RECEIVED, STATE_AT_END } from './places.ts';

export interface Counted {
  readonly row: string;
  /** Words of the row where the vault holds them. */
  readonly label: string | null;
  readonly column: string;
  readonly count: number;
}
/** The counts of a table. */
export type Counts = (table: RecapTableKey) => Counted[];

/** Reads what a period's tables count. */
export function countsOf(period: Period, context: UseCaseContext): Counts {
  const registered = caseFacts(period, 'registered', context);
  const parameters = {
    ...boundsOf(period.from, period.to, context.settings().timeZone),
    first: period.from,
    last: period.to,
  };
  return (table) => {
    const ofCases = CASE_TABLES.find((one) => one === table);
    if (ofCases !== undefined)
      return casesIn(ofCases, ofCases === 'casesByAge' ? caseFacts(period, 'open', context) : registered, context);
    const sql = SQL[table as keyof typeof SQL];
    const cases = JSON.stringify(registered.map(({ id }) => id));
    return context.database.all(sql, only(sql, { ...parameters, cases })).map(countedOf);
  };
}

function casesIn(table: CaseTable, facts: readonly CaseFacts[], context: UseCaseContext): Counted[] {
  const law = table === 'casesByKind' ? lawRows(context) : new Map<string, LegalReference>();
  return facts.map((one) => {
    const { row, column } = placeOf(table, one);
    const text = law.get(row)?.text;
    const free = table === 'casesByUnit' || table === 'casesByPlatform' ? row : null;
    const label = text === undefined ? free : `${row} – ${text}`;
    return { row, label: row.length === 1 ? null : label, column: column || COUNT, count: 1 };
  });
}

function lawRows({ database }: UseCaseContext): Map<string, LegalReference> {
  const rows = database.all('SELECT code, body FROM legal_references');
  return new Map(rows.map((row) => [textOf(row, 'code'), legalReference.parse(JSON.parse(textOf(row, 'body')))]));
}

const CHECKED = CHECKING.map((outcome) => `'${outcome}'`).join(', ');
/** Staff by OPD (the unit where none is on record), in two columns by whether something holds of the person. */
const staff = (holds: string, yes: string, no: string): string =>
  `SELECT coalesce(nullif(e.agency, ''), nullif(e.unit, ''), '${NONE}') AS row, coalesce(nullif(e.agency, ''), nullif(e.unit, '')) AS label,
     CASE WHEN e.id IN (${holds}) THEN '${yes}' ELSE '${no}' END AS column, count(*) AS count
   FROM employees e WHERE e.gone_since IS NULL GROUP BY 1, 2, 3`;

const SQL: Readonly<Record<Exclude<RecapTableKey, CaseTable>, string>> = {
  personsByStatus: PERSONS_BY_STATUS,
  actsByType: `SELECT type AS row, NULL AS label, '${COUNT}' AS column, count(*) AS count FROM case_acts
    WHERE withdrawn_at IS NULL AND case_id IN (SELECT value FROM json_each(@cases)) GROUP BY 1`,
  reportsByTopic: `SELECT r.topic AS row, NULL AS label, ${STATE_AT_END} AS column, count(*) AS count FROM ${RECEIVED} GROUP BY 1, 3`,
  reportsByChannel: `SELECT r.channel AS row, NULL AS label, '${COUNT}' AS column, count(*) AS count FROM ${RECEIVED} GROUP BY 1`,
  hoaxesByKind: `SELECT ${KIND_OF_HOAX} AS row, NULL AS label, ${LAST_FOLLOW_UP} AS column, count(*) AS count
    FROM ${FIRST_SEEN} GROUP BY 1, 3`,
  // As monitoring's own coverage counts (monitoring/coverage.ts), without what that computes besides.
  monitoringByUnit: staff(
    `SELECT i.employee_id FROM monitoring_items i JOIN monitoring_outcomes o ON o.item_id = i.id
     WHERE o.undone_at IS NULL AND o.outcome IN (${CHECKED}) AND o.at >= @from AND o.at < @until`,
    'checked',
    'unchecked',
  ),
  outreachByUnit: staff(
    `SELECT a.employee_id FROM outreach_attendance a JOIN outreach_sessions s ON s.id = a.session_id
     WHERE a.employee_id IS NOT NULL AND a.withdrawn_at IS NULL AND s.state = 'held' AND s.day >= @first AND s.day <= @last`,
    'reached',
    'unreached',
  ),
};

/** Parameters that the statement does not name are refused by the driver. */
function only(sql: string, parameters: Readonly<Record<string, SqlValue>>): Record<string, SqlValue> {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => new RegExp(`@${name}\\b`).test(sql)));
}

function countedOf(row: SqlRow): Counted {
  const label = row['label'];
  return {
    row: textOf(row, 'row'),
    label: typeof label === 'string' ? label : null,
    column: textOf(row, 'column'),
    count: numberOf(row, 'count'),
  };
}
