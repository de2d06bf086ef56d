/** Knows a column by what stands in it, when its heading does not tell: "No. Induk", or no heading at all. */
import type { RosterField } from './fields.ts';
import type { TextRow } from './header-row.ts';
import { type ColumnProposal, unmappedColumn } from './headings.ts';
import { parseNik } from './nik.ts';
import { parseNip } from './nip.ts';
import { isBlankMark } from './text.ts';

/** Rows below a header that are looked at. */
const ROWS_LOOKED_AT = 50;
/** How much of a column has to be what it is held to be. */
const SHARE = 0.8;
/** Lower than any heading that says so. */
const CONTENT_SCORE = 0.55;

type Kind = 'nip' | 'nik' | 'other';

/** What the cells of the first rows of a sheet are, told once for all questions about it. */
export class ContentColumns {
  readonly #rows: readonly TextRow[];
  readonly #kinds = new Map<TextRow, readonly (Kind | null)[]>();

  constructor(rows: readonly TextRow[]) {
    this.#rows = rows;
  }

  /** The columns with a NIP found by content, when no heading names one; else the same columns. */
  complete(columns: readonly ColumnProposal[], headerRow: number): readonly ColumnProposal[] {
    if (columns.some(({ field }) => field === 'nip' || field === 'nipOrNik')) return columns;
    const rows = this.#rows.filter(({ number }) => number > headerRow).slice(0, ROWS_LOOKED_AT);
    const below = rows.map((row) => this.#kindsOf(row));
    const width = Math.max(columns.length, ...below.map((kinds) => kinds.length));
    for (let index = 0; index < width; index += 1) {
      const column = columns[index] ?? unmappedColumn(index);
      const field = column.field === null ? fieldOf(below.map((kinds) => kinds[index] ?? null)) : null;
      if (field === null) continue;
      const found: ColumnProposal = { ...column, field, score: CONTENT_SCORE, reason: 'CONTENT' };
      return Array.from({ length: Math.max(columns.length, index + 1) }, (_, at) =>
        at === index ? found : (columns[at] ?? unmappedColumn(at)),
      );
    }
    return columns;
  }

  /** By column; null where a cell is blank. */
  #kindsOf(row: TextRow): readonly (Kind | null)[] {
    const known = this.#kinds.get(row);
    if (known !== undefined) return known;
    const kinds = row.cells.map(kindOf);
    this.#kinds.set(row, kinds);
    return kinds;
  }
}

function fieldOf(kinds: readonly (Kind | null)[]): RosterField | null {
  const filled = kinds.filter((kind) => kind !== null);
  const nips = filled.filter((kind) => kind === 'nip').length;
  const niks = filled.filter((kind) => kind === 'nik').length;
  if (nips === 0 || nips + niks < filled.length * SHARE) return null;
  return niks > 0 ? 'nipOrNik' : 'nip';
}

/** A damaged NIP counts too: whoever does not see the column takes the rows for people without a number. */
const DAMAGED_NIP = /^[12](?:[.,]\d+)?[eE]\+?0*17$|^(?:19|20)\d{15,16}(?:[.,]\d{1,2})?$/;

function kindOf(text: string): Kind | null {
  // Most cells are no numbers; only those with enough digits are worth a parse.
  if (isBlankMark(text)) return null;
  if (!/\d/.test(text)) return 'other';
  if (parseNip(text).kind === 'nip' || DAMAGED_NIP.test(text)) return 'nip';
  const nik = parseNik(text);
  return nik.kind === 'nik' && nik.nik.birthDate !== null ? 'nik' : 'other';
}
