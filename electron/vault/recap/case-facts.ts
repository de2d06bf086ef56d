/** Cases as the recap counts them: where each belongs in every table. The list of cases asks the same for a cell. */
import type { RecapCell } from '#shared/contract/recap-cell.ts';
import { CLOSED_CASE_STATUSES } from '#shared/domain/cases/status.ts';
import { platformOf } from '#shared/domain/roster/account-text.ts';
import type { Period } from '#shared/domain/recap/periods.ts';
import { type AGES, type CaseTable, NONE, SEVERAL } from '#shared/domain/recap/tables.ts';
import { boundsOf } from '../documents/days.ts';
import type { SqlRow, UseCaseContext } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { casesWith } from './places.ts';

export interface CaseFacts {
  readonly id: string;
  readonly source: string;
  /** At the end of the period. */
  readonly stage: string;
  /** Whole days from registration to the end of the period, or to now in a period that lasts. */
  readonly days: number;
  /** OPD of the respondents; the unit where no OPD is on record. */
  readonly unit: string;
  /** Code of the allegation that counts (the primary one, else the first), and its category. */
  readonly code: string;
  readonly category: string;
  /** Where the acting accounts are, else where the captured pages are. */
  readonly platform: string;
}

/** The cases that were registered in the period, or those that were still open at its end. */
export function caseFacts(period: Period, which: 'registered' | 'open', context: UseCaseContext): CaseFacts[] {
  const { database } = context;
  const { from, until } = boundsOf(period.from, period.to, context.settings().timeZone);
  const now = context.now().toISOString();
  const end = until < now ? until : now;
  const rows = database.all(
    `SELECT c.id, c.source, c.opened_at, coalesce((SELECT h.status FROM case_status_history h
       WHERE h.case_id = c.id AND h.at < @until ORDER BY h.id DESC LIMIT 1), c.status) AS stage
     FROM cases c WHERE c.opened_at >= @from AND c.opened_at < @until ORDER BY c.opened_at, c.id`,
    { from: which === 'registered' ? from : '', until },
  );
  const units = valuesOf(database.all(UNITS));
  const allegations = firstOf(database.all(ALLEGATIONS));
  const accounts = valuesOf(database.all(ACCOUNTS));
  const hosts = valuesOf(database.all(ADDRESSES).flatMap(platformRow));
  return rows
    .map((row): CaseFacts => {
      const id = textOf(row, 'id');
      const allegation = allegations.get(id);
      return {
        id,
        source: textOf(row, 'source'),
        stage: textOf(row, 'stage'),
        days: Math.floor((Date.parse(end) - Date.parse(textOf(row, 'opened_at'))) / 86_400_000),
        unit: oneOf(units.get(id)),
        code: allegation === undefined ? NONE : textOf(allegation, 'value'),
        category: allegation === undefined ? NONE : textOf(allegation, 'category'),
        platform: oneOf(accounts.get(id) ?? hosts.get(id)),
      };
    })
    .filter(({ stage }) => which === 'registered' || !CLOSED_CASE_STATUSES.some((closed) => closed === stage));
}

/** Ids of the cases that a cell counts. */
export function casesInCell({ table, from, to, row, column }: RecapCell, context: UseCaseContext): string[] {
  if (table === 'personsByStatus' || table === 'actsByType') {
    const registered = caseFacts({ from, to }, 'registered', context).map(({ id }) => id);
    return casesWith(table, row, registered, context);
  }
  return caseFacts({ from, to }, table === 'casesByAge' ? 'open' : 'registered', context)
    .filter((one) => {
      const place = placeOf(table, one);
      return (row === null || place.row === row) && (column === null || place.column === column);
    })
    .map(({ id }) => id);
}

/** Where a case stands in a table; `column` is empty where the table is a list. */
export function placeOf(table: CaseTable, facts: CaseFacts): { readonly row: string; readonly column: string } {
  switch (table) {
    case 'casesByUnit':
      return { row: facts.unit, column: facts.category };
    case 'casesByKind':
      return { row: facts.code, column: '' };
    case 'casesByPlatform':
      return { row: facts.platform, column: '' };
    case 'casesByStage':
      return { row: facts.stage, column: facts.source };
    case 'casesByAge':
      return { row: facts.stage, column: ageOf(facts.days) };
  }
}

function ageOf(days: number): (typeof AGES)[number] {
  if (days <= 30) return '30';
  if (days <= 60) return '60';
  return days <= 90 ? '90' : 'older';
}

const UNITS = `SELECT r.case_id, coalesce(nullif(json_extract(b.block, '$.agency'), ''), nullif(json_extract(b.block, '$.unit'), '')) AS value
  FROM case_respondents r JOIN person_blocks b ON b.id = (SELECT max(id) FROM person_blocks WHERE respondent_id = r.id)
  WHERE r.unlinked_at IS NULL`;
const ALLEGATIONS = `SELECT a.case_id, a.code AS value, json_extract(l.body, '$.category') AS category
  FROM allegations a JOIN legal_references l ON l.code = a.code WHERE a.withdrawn_at IS NULL
  ORDER BY a.is_primary DESC, a.added_at, a.id`;
const ACCOUNTS = `SELECT k.case_id, a.platform AS value FROM case_accounts k JOIN accounts a ON a.id = k.account_id
  WHERE k.unlinked_at IS NULL`;
const ADDRESSES = `SELECT DISTINCT f.case_id, e.address FROM evidence_filings f JOIN evidence e ON e.id = f.evidence_id
  WHERE f.ended_at IS NULL AND e.withdrawn_at IS NULL AND e.address <> ''`;

function platformRow(row: SqlRow): SqlRow[] {
  const address = textOf(row, 'address');
  const value = URL.canParse(address) ? platformOf(new URL(address).hostname) : null;
  return value === null ? [] : [{ case_id: textOf(row, 'case_id'), value }];
}

function valuesOf(rows: readonly SqlRow[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    const value = textOrNull(row, 'value');
    if (value !== null) found.set(textOf(row, 'case_id'), (found.get(textOf(row, 'case_id')) ?? new Set()).add(value));
  }
  return found;
}

function firstOf(rows: readonly SqlRow[]): Map<string, SqlRow> {
  const found = new Map<string, SqlRow>();
  for (const row of rows) if (!found.has(textOf(row, 'case_id'))) found.set(textOf(row, 'case_id'), row);
  return found;
}

function oneOf(values: ReadonlySet<string> | undefined): string {
  const [only = NONE] = values ?? [];
  return values !== undefined && values.size > 1 ? SEVERAL : only;
}

/** The number of a `count` column. */
export function counted(row: SqlRow | undefined): number {
  return row ? numberOf(row, 'count') : 0;
}
