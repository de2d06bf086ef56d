/** The recap on paper: summary, every table and the months, in the words of the screen. */
import type { Recap, RecapTable } from '#shared/contract/recap.ts';
import { RECAP_TABLE_SPECS } from '#shared/domain/recap/tables.ts';
import {
  columnWords,
  type Language,
  LEFT_OUT,
  MONTH_WORDS,
  monthWords,
  periodWords,
  rowWords,
  SERIES_WORDS,
  STAFF_WORDS,
  TABLE_WORDS,
  TOTAL_WORDS,
} from '#shared/domain/recap/words.ts';
import type { PaperTable } from '../../ui/print-list.tsx';

/** What only the screen has words for. */
interface PaperWords {
  readonly language: Language;
  readonly summary: string;
  readonly what: string;
  readonly trend: string;
  readonly number: (count: number) => string;
}

/** A count that was left out of the public version stays left out. */
export function recapPaper(recap: Recap, words: PaperWords): PaperTable[] {
  const { language } = words;
  const shown = (count: number | null | undefined): string =>
    count === null || count === undefined ? LEFT_OUT : words.number(count);
  return [
    {
      title: words.summary,
      headings: [words.what, periodWords(recap.period, language), periodWords(recap.before, language)],
      rows: recap.summary.map(({ key, count, before }) => [
        SERIES_WORDS[key].name[language],
        shown(count),
        shown(before),
      ]),
    },
    ...recap.tables.filter(({ rows }) => rows.length > 0).map((table) => tableOf(table, language, shown)),
    {
      title: words.trend,
      headings: [MONTH_WORDS[language], ...recap.trend.series.map(({ key }) => SERIES_WORDS[key].name[language])],
      rows: recap.trend.months.map((month, index) => [
        monthWords(month, language),
        ...recap.trend.series.map(({ counts }) => shown(counts[index])),
      ]),
    },
  ];
}

/** One column of counts is its own total; more have one more, and a row of totals below. */
function tableOf(
  table: RecapTable,
  language: Language,
  shown: (count: number | null | undefined) => string,
): PaperTable {
  const { key, columns, rows, cells, rowTotals, columnTotals, total } = table;
  const crossed = columns.length > 1;
  const totalWords = RECAP_TABLE_SPECS[key].knownRowTotals ? STAFF_WORDS : TOTAL_WORDS;
  return {
    title: TABLE_WORDS[key].title[language],
    note: TABLE_WORDS[key].counts[language],
    headings: [
      TABLE_WORDS[key].rows[language],
      ...(crossed
        ? [...columns.map((column) => columnWords(key, column, language)), totalWords[language]]
        : [TOTAL_WORDS[language]]),
    ],
    rows: [
      ...rows.map((row, index) => [
        row.label ?? rowWords(key, row.key, language),
        ...columns.map((_column, at) => shown(cells[index]?.[at])),
        ...(crossed ? [shown(rowTotals[index])] : []),
      ]),
      [TOTAL_WORDS[language], ...(crossed ? columns.map((_column, at) => shown(columnTotals[at])) : []), shown(total)],
    ],
  };
}
