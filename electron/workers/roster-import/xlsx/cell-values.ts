/** From the text of a cell's attributes and value to what the cell holds. A value that is not of its type is damage. */
import { type Cell, unescapeOoxml } from '../cells.ts';
import { DamagedPart } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const ISO_DATE_OR_TIME = /^(?=.*\d)(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d(:\d\d([.,]\d+)?)?)?(Z|[+-]\d\d:\d\d)?$/;

/** A cell whose value stands in the cell itself, by its type (the attribute `t`). Throws DamagedPart for any other. */
export function typedCell(type: string, value: string, isDate: boolean): Cell | undefined {
  const plain = value.trim();
  switch (type) {
    case 'n':
      if (NUMBER.test(plain)) return { kind: 'number', raw: plain, isDate };
      break;
    case 'str':
    case 'inlineStr':
      return textCell(unescapeOoxml(value));
    case 'b':
      if (plain === '1' || plain === 'true') return { kind: 'boolean', value: true };
      if (plain === '0' || plain === 'false') return { kind: 'boolean', value: false };
      break;
    case 'e':
      if (plain !== '') return { kind: 'error', code: plain };
      break;
    case 'd':
      if (ISO_DATE_OR_TIME.test(plain)) return { kind: 'iso-date', text: plain };
      break;
  }
  throw new DamagedPart('cell-value', `${type.slice(0, 20)}: ${plain.slice(0, 20)}`);
}

/** A text; empty text is no cell. */
export function textCell(text: string): Cell | undefined {
  if (text.length > LIMITS.cellCharacters) throw limitExceeded('cellCharacters');
  return text === '' ? undefined : { kind: 'text', text };
}

/** The number of a row as its `r` states it. */
export function rowNumber(stated: string): number {
  if (!/^[1-9]\d{0,9}$/.test(stated)) throw new DamagedPart('row-reference', stated.slice(0, 20));
  return Number(stated);
}

/** A number of digits only, or null. Runs once a text cell: no regex. */
export function wholeNumber(value: string): number | null {
  const digits = value.charCodeAt(0) <= SPACE || value.charCodeAt(value.length - 1) <= SPACE ? value.trim() : value;
  let number = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(index) - CODE_0;
    if (digit < 0 || digit > 9) return null;
    number = number * 10 + digit;
  }
  return digits === '' ? null : number;
}

const SPACE = 32;
const CODE_A = 65;
const CODE_Z = 90;
const CODE_0 = 48;
const CODE_9 = 57;
/** Letters of the last column, "XFD". */
const MOST_LETTERS = 3;

/**
 * Zero-based column of a reference such as "AB12", whose row must be the row it stands in. May be beyond the last column.
 * Runs once a cell: no regex.
 */
export function columnOf(reference: string, row: number): number {
  let column = 0;
  let index = 0;
  for (; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index);
    if (code < CODE_A || code > CODE_Z) break;
    column = column * 26 + code - CODE_A + 1;
  }
  let stated = 0;
  const letters = index;
  for (; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index);
    if (code < CODE_0 || code > CODE_9) break;
    stated = stated * 10 + code - CODE_0;
  }
  const sound = index === reference.length && letters > 0 && letters <= MOST_LETTERS && stated === row;
  if (!sound) throw new DamagedPart('cell-reference', reference.slice(0, 20));
  return column - 1;
}
