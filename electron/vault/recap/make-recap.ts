/** The recap of a period: tables with their totals, trend and summary, whole or as the public version shows them. */
import type { Recap, RecapChoice, RecapTable } from '#shared/contract/recap.ts';
import {
  addMonths,
  monthOf,
  monthsBetween,
  type Period,
  periodBefore,
  wholeMonths,
} from '#shared/domain/recap/periods.ts';
import { hiddenCells, SMALLEST_SHOWN } from '#shared/domain/recap/suppression.ts';
import {
  type Audience,
  FIXED_ROWS,
  RECAP_SERIES,
  RECAP_TABLE_SPECS,
  RECAP_TABLES,
  type RecapTableKey,
} from '#shared/domain/recap/tables.ts';
import { rowWords } from '#shared/domain/recap/words.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { type Counted, countsOf } from './counts.ts';
import { countIn, countsByMonth } from './series.ts';

/** Months of the trend, unless the period has more. */
const TREND_MONTHS = 12;
const MOST_MONTHS = 60;

/** INVALID_INPUT for a period that ends before it begins or is too long. */
export function makeRecap({ audience, ...period }: RecapChoice, context: UseCaseContext): Recap {
  if (period.to < period.from || monthsBetween(monthOf(period.from), monthOf(period.to)).length > MOST_MONTHS)
    throw new AppError('INVALID_INPUT', { field: 'to' });
  const counts = countsOf(period, context);
  const before = periodBefore(period);
  // Of several months the sum of those before stands month by month in the trend: both together would tell what is left out.
  const comparable = audience === 'internal' || (wholeMonths(period)?.length ?? 0) === 1;
  const shown = (count: number): number | null => (audience === 'internal' || !isSmall(count) ? count : null);
  return {
    period,
    audience,
    madeAt: context.now().toISOString(),
    before,
    summary: RECAP_SERIES.map((key) => ({
      key,
      count: shown(countIn(key, period, context)),
      before: comparable ? shown(countIn(key, before, context)) : null,
    })),
    tables: RECAP_TABLES.flatMap((key) => tableOf(key, audience, counts(key))),
    overlaps: audience === 'public' ? overlapping(period, context) : [],
    trend: trendOf(period, audience, context),
  };
}

/** By the log: workbooks and documents, the latest first. Months beside each other share no day. */
function overlapping({ from, to }: Period, { database }: UseCaseContext): Recap['overlaps'] {
  return database
    .all(
      `SELECT json_extract(facts, '$.from') AS first, json_extract(facts, '$.to') AS last, max(sequence) AS at FROM custody
       WHERE action IN ('recap.exported', 'report.issued') AND json_extract(facts, '$.audience') = 'public'
         AND first <= @to AND last >= @from AND NOT (first = @from AND last = @to)
       GROUP BY 1, 2 ORDER BY at DESC LIMIT 20`,
      { from, to },
    )
    .map((row) => ({ from: textOf(row, 'first'), to: textOf(row, 'last') }));
}

function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_SHOWN;
}

/** None where the public version leaves the whole table out. */
function tableOf(key: RecapTableKey, audience: Audience, counts: readonly Counted[]): RecapTable[] {
  const spec = RECAP_TABLE_SPECS[key];
  const columns = audience === 'public' ? spec.publicColumns : spec.columns;
  if (columns === null) return [];
  const rows = rowsOf(key, counts);
  const cells = rows.map((row) =>
    columns.map((column) =>
      sum(
        counts
          // A list holds what stands in any column.
          .filter((one) => one.row === row.key && (columns.length === 1 || one.column === column))
          .map(({ count }) => count),
      ),
    ),
  );
  const table = { key, columns: [...columns], rows, ...totalsOf(cells, columns.length) };
  return [audience === 'internal' ? table : withoutSmall(table, cells, spec.knownRowTotals)];
}

function rowsOf(key: RecapTableKey, counts: readonly Counted[]): RecapTable['rows'] {
  const labels = new Map(counts.map(({ row, label }) => [row, label]));
  const fixed = FIXED_ROWS[key];
  const rows = (fixed ?? [...labels.keys()]).map((row) => ({ key: row, label: labels.get(row) ?? null }));
  const kept = RECAP_TABLE_SPECS[key].allRows ? rows : rows.filter((row) => labels.has(row.key));
  // Never by size: the order would tell about what is left out.
  return fixed === undefined ? kept.sort((one, other) => order(key, one).localeCompare(order(key, other), 'id')) : kept;
}

/** What is known before what is not. */
function order(key: RecapTableKey, row: RecapTable['rows'][number]): string {
  return `${row.key.length === 1 ? 1 : 0} ${codeOrder(row.label ?? rowWords(key, row.key, 'id'))}`;
}

/** "KE-4" before "KE-10". */
function codeOrder(label: string): string {
  return label.replace(/\d+/g, (number) => number.padStart(4, '0'));
}

function totalsOf(cells: readonly number[][], width: number) {
  const columnTotals = Array.from({ length: width }, (_, column) => sum(cells.map((row) => row[column] ?? 0)));
  return { cells: cells.map((row) => [...row]), rowTotals: cells.map(sum), columnTotals, total: sum(columnTotals) };
}

function withoutSmall(table: RecapTable, cells: readonly number[][], knownRowTotals: boolean): RecapTable {
  if (cells.length === 0) return table;
  const hidden = hiddenCells(cells, { knownRowTotals });
  const keep = (value: number | null, away: boolean | undefined): number | null => (away === false ? value : null);
  return {
    ...table,
    cells: table.cells.map((row, index) => row.map((value, column) => keep(value, hidden.cells[index]?.[column]))),
    rowTotals: table.rowTotals.map((value, index) => keep(value, hidden.rowTotals[index])),
    columnTotals: table.columnTotals.map((value, column) => keep(value, hidden.columnTotals[column])),
    total: keep(table.total, hidden.total),
  };
}

function trendOf(period: Period, audience: Audience, context: UseCaseContext): Recap['trend'] {
  const last = monthOf(period.to);
  const earliest = addMonths(last, 1 - TREND_MONTHS);
  const months = monthsBetween(monthOf(period.from) < earliest ? monthOf(period.from) : earliest, last);
  const series = countsByMonth(months, context);
  if (audience === 'internal') return { months, series };
  // The months of the period add up to its total; those before it stand for themselves.
  const within = new Set(wholeMonths(period) ?? []);
  return {
    months,
    series: series.map(({ key, counts }) => {
      const inside = counts.filter((_, index) => within.has(months[index] ?? ''));
      const hidden = inside.length > 1 ? hiddenCells(inside.map((count) => [count])).rowTotals : [];
      let place = 0;
      return {
        key,
        counts: counts.map((count, index) => {
          const away = within.has(months[index] ?? '') ? hidden[place++] === true : false;
          return away || isSmall(count) ? null : count;
        }),
      };
    }),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
