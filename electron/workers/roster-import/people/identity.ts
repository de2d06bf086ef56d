/** Who a row is about: NIP and NIK, trusted only as text, and seen once in a file. */
import { type Nip, parseNip } from '#shared/domain/roster/nip.ts';
import { type Nik, parseNik } from '#shared/domain/roster/nik.ts';
import type { RowRejection } from '#shared/domain/roster/row-codes.ts';
import { isBlankMark } from '#shared/domain/roster/text.ts';
import { type Cell, cellText } from '../cells.ts';

/** Why the identity of a row cannot be believed. */
export interface IdentityProblem {
  readonly code: RowRejection;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Identity<Value> = { readonly value: Value | null } | { readonly problem: IdentityProblem };

/** Reads a NIP cell. A number is never a NIP: spreadsheets keep 15 digits of its 18. */
export function readNip(cell: Cell | undefined): Identity<Nip> {
  const text = trustedText(cell, 'NIP_NUMERIC_CELL');
  if ('problem' in text) return text;
  const result = parseNip(text.value ?? '');
  if (result.kind === 'problem') return refuse(result.code, { digits: result.digits });
  return { value: result.kind === 'nip' ? result.nip : null };
}

/** Reads a NIK cell, by the same rule. */
export function readNik(cell: Cell | undefined): Identity<Nik> {
  const text = trustedText(cell, 'NIK_NUMERIC_CELL');
  if ('problem' in text) return text;
  const result = parseNik(text.value ?? '');
  if (result.kind === 'problem') return refuse(result.code, { digits: result.digits });
  return { value: result.kind === 'nik' ? result.nik : null };
}

/** True when a cell of a mixed column holds a NIK: 16 digits and nothing else. */
export function holdsNik(cell: Cell | undefined): boolean {
  return cell?.kind === 'text' && parseNik(cell.text).kind === 'nik';
}

/**
 * True when contract staff have their NIK in the NIP column: 16 digits with a day and a month inside. A NIP that lost two
 * digits is never one: its years stand where a NIK has the month.
 */
export function holdsNikForNip(cell: Cell | undefined): boolean {
  if (cell?.kind !== 'text' || cell.text.length === 18 || cell.text.length > LONGEST_NIK_TEXT) return false;
  const result = parseNik(cell.text);
  return result.kind === 'nik' && result.nik.birthDate !== null;
}

/** A NIK in groups and with an apostrophe; a NIP in groups is longer. */
const LONGEST_NIK_TEXT = 20;

/** A place in the file. */
interface Place {
  readonly sheet: string;
  readonly row: number;
}

/** Where every NIP and NIK of the file was first seen. */
export class SeenIdentities {
  readonly #nips = new Map<string, number>();
  readonly #niks = new Map<string, number>();
  readonly #sheets: string[] = [];

  /** Remembers where a NIP stands, or says where it was before. */
  addNip(nip: Nip, place: Place): IdentityProblem | null {
    return this.#remember(this.#nips, nip.value, place, 'DUPLICATE_NIP_IN_FILE');
  }

  /** The same for a NIK. */
  addNik(nik: Nik, place: Place): IdentityProblem | null {
    return this.#remember(this.#niks, nik.value, place, 'DUPLICATE_NIK_IN_FILE');
  }

  #remember(seen: Map<string, number>, digits: string, place: Place, code: RowRejection): IdentityProblem | null {
    const before = seen.get(digits);
    if (before !== undefined) {
      const firstSheet = this.#sheets[Math.floor(before / ROWS)] ?? '';
      return { code, params: { firstSheet, firstRow: before % ROWS } };
    }
    // A copy: a cut-out string would keep the whole piece of XML alive that it was cut from.
    seen.set(Buffer.from(digits, 'latin1').toString('latin1'), this.#sheetNumber(place.sheet) * ROWS + place.row);
    return null;
  }

  #sheetNumber(sheet: string): number {
    if (this.#sheets.at(-1) !== sheet) this.#sheets.push(sheet);
    return this.#sheets.length - 1;
  }
}

/** More than a sheet has rows: sheet and row in one number, since a hundred thousand places are kept. */
const ROWS = 2 ** 21;

function trustedText(cell: Cell | undefined, numeric: RowRejection): Identity<string> {
  if (cell === undefined) return { value: null };
  if (cell.kind === 'error') return refuse('CELL_ERROR', { error: cell.code });
  if (cell.kind === 'uncalculated') return refuse('CELL_NOT_CALCULATED', {});
  // A lone 0 is what formulas give for "nothing".
  if (cell.kind === 'number') return isBlankMark(cell.raw) ? { value: null } : refuse(numeric, {});
  return { value: cellText(cell) };
}

function refuse(
  code: RowRejection,
  params: Readonly<Record<string, string | number>>,
): { readonly problem: IdentityProblem } {
  return { problem: { code, params } };
}
