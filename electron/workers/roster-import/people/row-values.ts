/** From a cell to a value that a field can take. */
import { dateFromSerial, type IsoDate, parseIndonesianDate } from '#shared/domain/roster/calendar.ts';
import { isBlankMark, tidyText } from '#shared/domain/roster/text.ts';
import { type Cell, cellText } from '../cells.ts';

/** A cell's text for a field of words: null when empty, or the reason why it has none. */
export type TextValue = { readonly text: string | null } | { readonly problem: 'error' | 'uncalculated' };

/** Reads words; numbers are given as they stand in the file. */
export function textValue(cell: Cell | undefined): TextValue {
  if (cell?.kind === 'error') return { problem: 'error' };
  if (cell?.kind === 'uncalculated') return { problem: 'uncalculated' };
  const text = tidyText(cellText(cell));
  // A file without formulas (CSV) still has their error values, as text.
  if (text.startsWith('#') && ERROR_TEXT.test(text)) return { problem: 'error' };
  return { text: isBlankMark(text) ? null : text };
}

const ERROR_TEXT = /^#(REF|VALUE|NAME|DIV\/0|NUM|NULL|SPILL|CALC)[!?]?$/i;

/** Reads a day: a serial number, ISO text, or whatever people write. Null when it is none. */
export function dateValue(cell: Cell | undefined, date1904: boolean): IsoDate | null {
  if (cell === undefined) return null;
  if (cell.kind === 'text') return parseIndonesianDate(cell.text);
  if (cell.kind === 'iso-date') return parseIndonesianDate(cell.text.slice(0, 10));
  if (cell.kind !== 'number') return null;
  // 19800817 typed as a number is a date too; a serial of that size would be beyond the year 9999.
  return /^\d{8}$/.test(cell.raw) ? parseIndonesianDate(cell.raw) : dateFromSerial(Number(cell.raw), date1904);
}

/** Letters of a zero-based column. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
