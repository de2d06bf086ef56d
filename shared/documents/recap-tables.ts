/** The recap's numbers as tables of words: for documents and workbooks, in official Indonesian; for screens in either language. */
import type { Recap, RecapTable } from '#shared/contract/recap.ts';
import { RECAP_TABLE_SPECS } from '#shared/domain/recap/tables.ts';
import {
  columnWords,
  type Language,
  LEFT_OUT,
  MONTH_WORDS,
  monthWords,
  rowWords,
  SERIES_WORDS,
  STAFF_WORDS,
  TABLE_WORDS,
  TOTAL_WORDS,
} from '#shared/domain/recap/words.ts';

export type Shown = string | number;

export interface PrintedTable {
  readonly columns: string[];
  /** The first cell is words. */
  readonly rows: Shown[][];
  /** The last row is a total. */
  readonly total: boolean;
}

/** A count, or the mark that it was left out. */
export function shownCount(count: number | null | undefined): Shown {
  return count ?? LEFT_OUT;
}

/** A table with its totals; a list has one column of numbers and needs no total across. */
export function printedTable(
  { key, columns, rows, cells, rowTotals, columnTotals, total }: RecapTable,
  language: Language,
): PrintedTable {
  const across = columns.length > 1;
  const totalWords = RECAP_TABLE_SPECS[key].knownRowTotals ? STAFF_WORDS : TOTAL_WORDS;
  return {
    columns: [
      TABLE_WORDS[key].rows[language],
      ...columns.map((column) => columnWords(key, column, language)),
      ...(across ? [totalWords[language]] : []),
    ],
    rows: [
      ...rows.map((row, index) => [
        row.label ?? rowWords(key, row.key, language),
        ...(cells[index] ?? []).map(shownCount),
        ...(across ? [shownCount(rowTotals[index])] : []),
      ]),
      [TOTAL_WORDS[language], ...columnTotals.map(shownCount), ...(across ? [shownCount(total)] : [])],
    ],
    total: true,
  };
}

export function printedTrend({ trend: { months, series } }: Recap, language: Language): PrintedTable {
  return {
    columns: [MONTH_WORDS[language], ...series.map(({ key }) => SERIES_WORDS[key].name[language])],
    rows: months.map((month, index) => [
      monthWords(month, language),
      ...series.map(({ counts }) => shownCount(counts[index])),
    ]),
    total: false,
  };
}

/** Columns that find room side by side on paper. */
const MOST_COLUMNS = 7;

/** The same for paper: of a wider table the numbers of a row stand in one cell, with their words; a 0 is not named there. */
export function narrowTable({ columns, rows, total }: PrintedTable, between: string): PrintedTable {
  if (columns.length <= MOST_COLUMNS) return { columns, rows, total };
  const last = columns.length - 1;
  return {
    columns: [columns[0] ?? '', between, columns[last] ?? ''],
    rows: rows.map((row) => [
      row[0] ?? '',
      row
        .slice(1, last)
        .flatMap((count, index) => (count === 0 ? [] : [`${columns[index + 1] ?? ''} ${count}`]))
        .join(' · '),
      row[last] ?? '',
    ]),
    total,
  };
}
