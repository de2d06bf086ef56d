/** Dates as they stand in Indonesian rosters. Day before month, always: a date that only fits the other way is refused. */
import { tidyText, wordsOf } from './text.ts';

/** A calendar day as YYYY-MM-DD. */
export type IsoDate = string;

const MONTHS: Readonly<Record<string, number>> = {
  januari: 1,
  jan: 1,
  january: 1,
  februari: 2,
  pebruari: 2,
  feb: 2,
  peb: 2,
  february: 2,
  maret: 3,
  mar: 3,
  mrt: 3,
  march: 3,
  april: 4,
  apr: 4,
  mei: 5,
  may: 5,
  juni: 6,
  jun: 6,
  june: 6,
  juli: 7,
  jul: 7,
  july: 7,
  agustus: 8,
  agt: 8,
  agust: 8,
  ags: 8,
  agu: 8,
  aug: 8,
  august: 8,
  september: 9,
  sept: 9,
  sep: 9,
  oktober: 10,
  okt: 10,
  oct: 10,
  october: 10,
  november: 11,
  nopember: 11,
  nov: 11,
  nop: 11,
  desember: 12,
  des: 12,
  dec: 12,
  december: 12,
};

/** 31 December 9999 in the 1900 system: where spreadsheets end. */
const LAST_SERIAL = 2_958_465;

/** The day as ISO text, or null when the calendar has no such day. Years from 1900 to 2199. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Reads a date written by a person: `17-08-1980`, `17/8/1980`, `17 Agustus 1980`, `1980-08-17`, `19800817`, with or
 * without a weekday, a place in front (`Bengkulu, 17-08-1980`) or a time behind. Null when it is none of these, and for a
 * year of two digits, whose century is a guess.
 */
export function parseIndonesianDate(text: string): IsoDate | null {
  // An apostrophe in front is how a spreadsheet is told to leave the text alone.
  const plain = dropTime(tidyText(text).replace(/^['’‘`]+/, ''));
  const last = plain.slice(plain.lastIndexOf(',') + 1).trim();
  return parseYearFirst(last) ?? parseDayFirst(last) ?? parseMonthName(last);
}

/**
 * The day of a spreadsheet's serial number. The 1900 system counts a 29 February 1900 that never was; that day and
 * everything out of range is null. The time of day is dropped.
 */
export function dateFromSerial(serial: number, date1904: boolean): IsoDate | null {
  if (!Number.isFinite(serial)) return null;
  const whole = Math.floor(serial) + (date1904 ? 1462 : 0);
  if (whole < 1 || whole === 60 || whole > LAST_SERIAL) return null;
  const daysFromEpoch = whole - (whole < 60 ? 25_568 : 25_569);
  const date = new Date(daysFromEpoch * 86_400_000);
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function dropTime(text: string): string {
  return text.replace(/[ T]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?\s*(Z|WIB|WITA|WIT|AM|PM)?$/i, '');
}

function parseYearFirst(text: string): IsoDate | null {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function parseDayFirst(text: string): IsoDate | null {
  const match = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})$/.exec(text);
  return match ? isoDate(Number(match[3]), Number(match[2]), Number(match[1])) : null;
}

function parseMonthName(text: string): IsoDate | null {
  const match = /(?:^|\s)(\d{1,2}) ?(\p{L}+) ?(\d{4})$/u.exec(wordsOf(text));
  const month = MONTHS[match?.[2] ?? ''];
  return match && month !== undefined ? isoDate(Number(match[3]), month, Number(match[1])) : null;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
