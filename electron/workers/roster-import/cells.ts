/** What a cell holds, before any roster rule looks at it. */

/**
 * A cell with a value. A number keeps the text that stood in the file: a NIP has 18 digits and a JS number holds 15 to 16.
 * A cell that is only styled is not a cell.
 */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly raw: string; readonly isDate: boolean }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** An error value such as #N/A. */
  | { readonly kind: 'error'; readonly code: string }
  /** A date stored as ISO 8601 text (`t="d"`). */
  | { readonly kind: 'iso-date'; readonly text: string }
  /** A formula whose result was never stored by the program that wrote the file. */
  | { readonly kind: 'uncalculated' };

/** A row with at least one cell. `cells` is sparse, by zero-based column. */
export interface SheetRow {
  /** As the spreadsheet shows it, from 1. */
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
}

/** The cell as a person would read it, for headings and previews. Dates stay as their stored number. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (cell.kind === 'text' || cell.kind === 'iso-date') return cell.text;
  if (cell.kind === 'number') return cell.raw;
  if (cell.kind === 'boolean') return cell.value ? 'TRUE' : 'FALSE';
  return cell.kind === 'error' ? cell.code : '';
}

/** Resolves the `_x000D_` escapes by which OOXML stores characters that XML cannot. */
export function unescapeOoxml(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
