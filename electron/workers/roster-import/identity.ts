/** Who a row is about: NIP and NIK, trusted only as text, and seen once in a file. */
import { type Nip, parseNip } from '#shared/domain/roster/nip.ts';
import { type Nik, parseNik } from '#shared/domain/roster/nik.ts';
import type { RowRejection } from '#shared/domain/roster/row-codes.ts';
import { isBlankMark } from '#shared/domain/roster/text.ts';
import { type Cell, cellText } from './cells.ts';

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

/** Where every NIP and NIK of the file was first seen. */
export class SeenIdentities {
  readonly #seen = new Map<string, { readonly sheet: string; readonly row: number }>();

  /** Remembers the place, or says where the same number was before. */
  add(kind: 'nip' | 'nik', number: string, sheet: string, row: number): IdentityProblem | null {
    const before = this.#seen.get(kind + number);
    if (before) {
      const code = kind === 'nip' ? 'DUPLICATE_NIP_IN_FILE' : 'DUPLICATE_NIK_IN_FILE';
      return { code, params: { firstSheet: before.sheet, firstRow: before.row } };
    }
    this.#seen.set(kind + number, { sheet, row });
    return null;
  }
}

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
