/** Finds the header of a roster under titles and letterhead lines, in one row or in several. */
import { ContentColumns } from './content-columns.ts';
import type { RosterField } from './fields.ts';
import { type ColumnProposal, matchHeading, proposeColumns } from './headings.ts';
import { tidyText, wordsOf } from './text.ts';

/** How many rows from the top are looked at. */
export const HEADER_SEARCH_ROWS = 30;
/** Rows that a header can have: groups, their groups, and the headings themselves. */
export const HEADER_ROWS = 3;

/** A row as text: its number from 1 and its cells by column; blank cells are "". */
export interface TextRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A header that was found. */
export interface HeaderProposal {
  /** The last row of the header, from 1: data begin below it. */
  readonly headerRow: number;
  /** More than one where groups stand over their columns; at most HEADER_ROWS. */
  readonly headerRows: number;
  readonly columns: readonly ColumnProposal[];
  /** Sum of the columns' scores; comparable between rows of one sheet only. */
  readonly score: number;
}

/** The best header among the first rows, or null. A header names people: it has a name or a NIP, and one more field. */
export function findHeader(rows: readonly TextRow[]): HeaderProposal | null {
  const content = new ContentColumns(rows);
  const headers = rows.filter(({ number }) => number <= HEADER_SEARCH_ROWS).map((_, index) => endingAt(rows, index));
  let best: HeaderProposal | null = null;
  for (const [index, header] of headers.entries()) {
    const found = withContent(header, content);
    if (!isHeader(found)) continue;
    const score = found.score + CONTINUED * continuedRows(rows, headers, index);
    if (best === null || score > best.score + 1e-9) best = { ...found, score };
  }
  return best;
}

/** The columns when a person says which row is the header; the rows above may hold groups over it. */
export function headerAt(rows: readonly TextRow[], headerRow: number): HeaderProposal | null {
  const index = rows.findIndex((row) => row.number === headerRow);
  return index < 0 ? null : withContent(endingAt(rows, index), new ContentColumns(rows));
}

/** The headings' fingerprint source: what makes two files "the same layout". Hash it to compare. */
export function headerSignature(columns: readonly ColumnProposal[]): string {
  return columns
    .map(({ index, heading }) => [index, wordsOf(heading)] as const)
    .filter(([, words]) => words !== '')
    .map(([index, words]) => `${index}:${words}`)
    .join('|');
}

/** True for the row "1 2 3 4 …" that printed lists have under their header. */
export function isNumberingRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => tidyText(cell).replace(/^\((.*)\)$/, '$1')).filter((cell) => cell !== '');
  if (filled.length < 3 || !filled.every((cell) => /^\d{1,3}$/.test(cell))) return false;
  return filled.every((cell, index) => index === 0 || Number(cell) === Number(filled[index - 1]) + 1);
}

/** What a row is worth more when it goes on with the header above it. */
const CONTINUED = 1;

/** The header whose last row this is: as many rows as make it understood best, the fewest of equals. */
function endingAt(rows: readonly TextRow[], index: number): HeaderProposal {
  const last = rows[index];
  if (last === undefined) throw new RangeError('no such row');
  const stack = [last];
  let best = proposal(stack);
  // A second row of headings holds words; a row of data has long numbers.
  if (!couldBeHeading(last)) return best;
  for (let above = index - 1; stack.length < HEADER_ROWS; above -= 1) {
    const row = rows[above];
    if (row === undefined || row.number !== last.number - stack.length || !couldBeHeading(row)) break;
    stack.unshift(row);
    if (!couldBeTop(row)) continue;
    const deeper = proposal(stack);
    if (isHeader(deeper) && (!isHeader(best) || deeper.score > best.score + 1e-9)) best = deeper;
  }
  return best;
}

function proposal(stack: readonly TextRow[]): HeaderProposal {
  const columns = proposeColumns(joinHeadings(stack.map(({ cells }) => cells)));
  return { headerRow: stack.at(-1)?.number ?? 0, headerRows: stack.length, columns, score: scoreOf(columns) };
}

function withContent(found: HeaderProposal, content: ContentColumns): HeaderProposal {
  if (!found.columns.some(({ field }) => field === 'name')) return found;
  const columns = content.complete(found.columns, found.headerRow);
  return columns === found.columns ? found : { ...found, columns, score: scoreOf(columns) };
}

function scoreOf(columns: readonly ColumnProposal[]): number {
  return columns.reduce((sum, column) => sum + column.score, 0);
}

/**
 * The headings of a header of several rows. A group heading reaches right over the columns that have something below it
 * and nothing of their own beside it; it ends where a group above it ends.
 */
function joinHeadings(stack: readonly (readonly string[])[]): string[] {
  const groups: string[] = [];
  return Array.from({ length: Math.max(...stack.map((cells) => cells.length)) }, (_, column) => {
    const own = stack.map((cells) => tidyText(cells[column] ?? ''));
    const parts = own.map((text, level) => {
      const below = own.slice(level + 1).some((part) => part !== '');
      if (text !== '') {
        // A cell that is merged downwards is no group: what stands right of it is not below it.
        groups.length = level;
        groups[level] = below ? text : '';
        return text;
      }
      if (!below) groups.length = Math.min(groups.length, level);
      return groups[level] ?? '';
    });
    return own.every((text) => text === '') ? '' : parts.filter((part) => part !== '').join(' ');
  });
}

/** How many rows, this one included, go on with the header above them; `headers` are those that end at each row. */
function continuedRows(rows: readonly TextRow[], headers: readonly HeaderProposal[], index: number): number {
  let count = 0;
  while (
    count < HEADER_ROWS - 1 &&
    continues(rows[index - count], rows[index - count - 1], headers[index - count - 1])
  ) {
    count += 1;
  }
  return count;
}

/** True when a row has what is left of the header above it: words under groups, nothing under the name and the NIP. */
function continues(row?: TextRow, above?: TextRow, header?: HeaderProposal): boolean {
  if (!row || !above || !header || above.number !== row.number - 1) return false;
  if (!isHeader(header) || !couldBeHeading(row)) return false;
  const filled = row.cells.filter((cell) => tidyText(cell) !== '');
  const identity = header.columns.filter(({ field }) => field !== null && NAMES_PEOPLE.has(field));
  if (filled.length < 2 || identity.some((column) => tidyText(row.cells[column.index] ?? '') !== '')) return false;
  return filled.filter((cell) => matchHeading(cell).reason !== 'UNKNOWN_HEADING').length * 2 >= filled.length;
}

function couldBeHeading(row: TextRow): boolean {
  const filled = row.cells.filter((cell) => cell !== '');
  return (
    filled.length > 0 && !isNumberingRow(row.cells) && filled.every((cell) => !/\d{5}/.test(cell) && cell.length <= 60)
  );
}

/** A title stands alone in its row; the groups of the uppermost row come with the headings that need none. */
function couldBeTop(row: TextRow): boolean {
  return row.cells.filter((cell) => tidyText(cell) !== '').length >= 2;
}

const NAMES_PEOPLE: ReadonlySet<RosterField> = new Set(['name', 'nip', 'nipOrNik']);

function isHeader(found: HeaderProposal): boolean {
  const fields = new Set(found.columns.flatMap(({ field }) => (field === null ? [] : [field])));
  return fields.size >= 2 && [...fields].some((field) => NAMES_PEOPLE.has(field));
}
