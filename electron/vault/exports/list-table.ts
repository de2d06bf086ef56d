/** A list as a table of text: what its columns say of a row, and all its rows, read block by block. */
import { localParts, type TimeZone } from '#shared/domain/text/local-time.ts';

/** Rows that are read at a time: the most a list operation gives. */
const BATCH = 1_000;

export interface ListTable {
  readonly sheet: string;
  /** Headings with their widths in characters. */
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

/** A column of a list: how its rows are said. */
export interface Column<Row> {
  readonly header: string;
  readonly width: number;
  readonly text: (row: Row) => string;
}
interface Block<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** All rows of a list that is read block by block. */
export function table<Row>(
  sheet: string,
  columns: readonly Column<Row>[],
  read: (page: { readonly offset: number; readonly limit: number }) => Block<Row>,
): ListTable {
  const rows: string[][] = [];
  for (let total = Infinity; rows.length < total; ) {
    const block = read({ offset: rows.length, limit: BATCH });
    total = block.rows.length === 0 ? rows.length : block.total;
    for (const row of block.rows) rows.push(columns.map(({ text }) => text(row)));
  }
  return { sheet, columns: columns.map(({ header, width }) => ({ header, width })), rows };
}

/** One column. */
export const column = <Row>(header: string, width: number, text: (row: Row) => string): Column<Row> => ({
  header,
  width,
  text,
});

/** "2026-11-20 10:05:00": sorts as text. */
export function localText(instant: string, zone: TimeZone): string {
  const { year, month, day, hour, minute, second } = localParts(new Date(instant), zone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}
