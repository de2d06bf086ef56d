/** Finds the header of a roster under titles and letterhead lines, in one row or in two. */
import { type ColumnProposal, matchHeading, proposeColumns } from './headings.ts';
import type { RosterField } from './fields.ts';
import { tidyText, wordsOf } from './text.ts';

/** How many rows from the top are looked at. */
export const HEADER_SEARCH_ROWS = 30;

/** A row as text: its number from 1 and its cells by column; blank cells are "". */
export interface TextRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A header that was found. */
export interface HeaderProposal {
  /** The last row of the header, from 1: data begin below it. */
  readonly headerRow: number;
  /** One, or two where groups stand over their columns. */
  readonly headerRows: 1 | 2;
  readonly columns: readonly ColumnProposal[];
  /** Sum of the columns' scores; comparable between rows of one sheet only. */
  readonly score: number;
}

/** The best header among the first rows, or null. A header names people: it has a name or a NIP, and one more field. */
export function findHeader(rows: readonly TextRow[]): HeaderProposal | null {
  let best: HeaderProposal | null = null;
  const candidates = rows.filter((row) => row.number <= HEADER_SEARCH_ROWS);
  for (const [index, row] of candidates.entries()) {
    for (const proposal of proposalsAt(row, candidates[index + 1], candidates[index + 2])) {
      if (isHeader(proposal) && (best === null || proposal.score > best.score + 1e-9)) best = proposal;
    }
  }
  return best;
}

/** The columns when a person says which row is the header; the row above may hold groups over it. */
export function headerAt(rows: readonly TextRow[], headerRow: number): HeaderProposal | null {
  const index = rows.findIndex((row) => row.number === headerRow);
  const row = rows[index];
  if (!row) return null;
  const alone = single(row);
  const above = rows[index - 1];
  const double = above && above.number === headerRow - 1 ? doubled(above, row) : null;
  return double && isHeader(double) && double.score > alone.score ? double : alone;
}

/** The headings' fingerprint source: what makes two files "the same layout". Hash it to compare. */
export function headerSignature(columns: readonly ColumnProposal[]): string {
  return columns.map((column) => `${column.index}:${wordsOf(column.heading)}`).join('|');
}

/** True for the row "1 2 3 4 …" that printed lists have under their header. */
export function isNumberingRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => tidyText(cell).replace(/^\((.*)\)$/, '$1')).filter((cell) => cell !== '');
  if (filled.length < 3 || !filled.every((cell) => /^\d{1,3}$/.test(cell))) return false;
  return filled.every((cell, index) => index === 0 || Number(cell) === Number(filled[index - 1]) + 1);
}

function proposalsAt(row: TextRow, next: TextRow | undefined, third: TextRow | undefined): HeaderProposal[] {
  const one = single(row);
  if (!next || next.number !== row.number + 1 || !couldBeHeading(next)) return [one];
  // A title is no group over the upper row of a header.
  if (third && third.number === next.number + 1 && standsUnderGroups(next, third)) return [one];
  const two = doubled(row, next);
  // Groups over columns of their own: what the upper row says alone is true of none of them.
  return standsUnderGroups(row, next) ? [two] : [one, two];
}

/** True for the lower row of merged headings: known headings, some of them where the upper row has nothing. */
function standsUnderGroups(top: TextRow, bottom: TextRow): boolean {
  const filled = [...bottom.cells.entries()].filter(([, cell]) => tidyText(cell) !== '');
  const beside = filled.some(([column]) => tidyText(top.cells[column] ?? '') === '');
  const known = filled.filter(([, cell]) => matchHeading(cell).reason !== 'UNKNOWN_HEADING');
  return beside && known.length >= 2 && known.length * 2 >= filled.length;
}

function single(row: TextRow): HeaderProposal {
  return proposal(row.number, 1, row.cells);
}

function doubled(top: TextRow, bottom: TextRow): HeaderProposal {
  return proposal(bottom.number, 2, joinHeadings(top.cells, bottom.cells));
}

function proposal(headerRow: number, headerRows: 1 | 2, headings: readonly string[]): HeaderProposal {
  const columns = proposeColumns(headings);
  return { headerRow, headerRows, columns, score: columns.reduce((sum, column) => sum + column.score, 0) };
}

/** A group heading reaches right over the cells that have something below it and nothing of their own above. */
function joinHeadings(top: readonly string[], bottom: readonly string[]): string[] {
  let group = '';
  return Array.from({ length: Math.max(top.length, bottom.length) }, (_, column) => {
    const [above, below] = [tidyText(top[column] ?? ''), tidyText(bottom[column] ?? '')];
    if (above !== '') group = above;
    else if (below === '') group = '';
    if (below === '') return above;
    return `${group} ${below}`.trim();
  });
}

/** Second header rows hold words; data rows hold numbers of many digits. */
function couldBeHeading(row: TextRow): boolean {
  const filled = row.cells.filter((cell) => cell !== '');
  return (
    filled.length > 0 && !isNumberingRow(row.cells) && filled.every((cell) => !/\d{5}/.test(cell) && cell.length <= 60)
  );
}

function isHeader(found: HeaderProposal): boolean {
  const fields = new Set<RosterField | null>(found.columns.map((column) => column.field));
  fields.delete(null);
  const names = fields.has('name') || fields.has('nip') || fields.has('nipOrNik');
  return names && fields.size >= 2;
}
