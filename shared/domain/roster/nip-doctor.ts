/**
 * A NIP that a spreadsheet turned into a number has lost its last digits for good. What survived may still point at one
 * person who is known; it is offered with its evidence, and a person decides.
 */

import { tidyText } from './text.ts';

/** What points at a known person, from the strongest. */
export const NIP_EVIDENCE = [
  /** Every digit that survived is the same. */
  'DIGITS',
  /** The row's own NIK, whole. */
  'NIK',
  'NAME',
  'BIRTH_DATE',
  /** Month of the first appointment, from the digits. */
  'APPOINTMENT',
  'UNIT',
] as const;
export type NipEvidence = (typeof NIP_EVIDENCE)[number];

/** Digits of the shown number that no rounding can have changed: what follows them in a NIP is always below 5. */
const EXACT_LENGTHS: ReadonlySet<number> = new Set([4, 6, 8, 12, 14, 15]);

/**
 * The leading digits of an 18-digit number that are still its own, from the cell as written: `1,98609E+17`,
 * `1.99001012015031E+17`, or all digits of a numeric cell. "" when nothing can be said.
 * - A spreadsheet keeps 15 digits. A program that keeps a binary number comes within 16 of it, so a NIP of serial 001 may
 *   appear as …0 99x: then the digit before is not believed either.
 * - A number that was rounded for show keeps its last digit only where the next digit of a NIP is always below 5:
 *   month, day and year of appointment begin with 0 to 3, digit 13 with 0 to 2, the sex is 1 or 2.
 * - Of a shorter row of digits, all are given: whether they are the beginning is seen when they are compared.
 */
export function survivingDigits(written: string): string {
  const plain = tidyText(written).replace(/[\s'’‘`]/g, '');
  const scientific = /^(\d)(?:[.,](\d+))?[eE]\+?0*17$/.exec(plain);
  if (scientific) return shownDigits(`${scientific[1] ?? ''}${scientific[2] ?? ''}`);
  if (/\d[eE][+-]?\d/.test(plain)) return '';
  const undressed = /^\d{12,}[.,]\d{1,2}$/.test(plain) ? plain.replace(/[.,].*$/, '') : plain.replace(/[.-]/g, '');
  const digits = /^\d+/.exec(undressed)?.[0] ?? '';
  if (digits.length === 18) return wholeNumber(digits);
  return digits.length < 18 ? digits : '';
}

function shownDigits(mantissa: string): string {
  if (mantissa.length > 15) return wholeNumber(mantissa.padEnd(18, '0').slice(0, 18));
  return EXACT_LENGTHS.has(mantissa.length) ? mantissa : mantissa.slice(0, -1);
}

function wholeNumber(digits: string): string {
  return digits.slice(0, Number(digits.slice(15)) >= 984 ? 14 : 15);
}
