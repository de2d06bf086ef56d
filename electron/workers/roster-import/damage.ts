/** How a broken file is named: always ROSTER_FILE_DAMAGED, always with the place, never "0 rows, ok". */
import { AppError } from '#shared/errors/app-error.ts';

/** What is broken. Each has a sentence where errors are shown. */
export const DAMAGE_KINDS = [
  'container',
  'checksum',
  'size',
  'compressed-data',
  'encoding',
  'xml',
  'doctype',
  'missing-part',
  'cell-reference',
  'row-reference',
  'cell-value',
  'shared-string',
  'html',
  'record',
  'foreign',
  'quote',
  'integrity',
] as const;
export type DamageKind = (typeof DAMAGE_KINDS)[number];

/** Thrown deep in the reader, where the sheet and row are not known; the sheet reader adds them. */
export class DamagedPart extends Error {
  readonly kind: DamageKind;

  constructor(kind: DamageKind, detail: string, options?: ErrorOptions) {
    super(`${kind}: ${detail}`, options);
    this.name = 'DamagedPart';
    this.kind = kind;
  }
}

/** The place where reading stopped. `row` is the last row that was begun, 0 before the first, null outside a sheet. */
export interface DamagePlace {
  readonly sheet: string | null;
  readonly row: number | null;
}

/** Turns a failure inside a part into the error that names sheet and row; every other error passes unchanged. */
export function withPlace(error: unknown, place: DamagePlace): unknown {
  if (!(error instanceof DamagedPart)) return error;
  const params = { problem: error.kind, sheet: place.sheet, row: place.row };
  return new AppError('ROSTER_FILE_DAMAGED', params, { cause: error });
}
