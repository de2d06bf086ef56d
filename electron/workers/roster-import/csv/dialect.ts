/** How a text file separates its columns, and whether it is a table at all. */

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface Dialect {
  readonly delimiter: Delimiter;
  /** Excel's own first line "sep=;" says so, and is no row. */
  readonly stated: boolean;
}

/** Lines that are looked at. */
const SAMPLE_LINES = 60;
/** Characters of a heading; longer first lines are prose. */
const HEADING_CHARACTERS = 120;

/** Finds the delimiter from the beginning of the text, or null when it is no table. */
export function detectDialect(head: string): Dialect | null {
  const stated = /^\ufeff?sep=([;,\t|])\r?\n/i.exec(head)?.[1];
  const delimiter = DELIMITERS.find((candidate) => candidate === stated);
  if (delimiter) return { delimiter, stated: true };
  const scores = DELIMITERS.map((candidate) => ({ delimiter: candidate, score: tableScore(head, candidate) }));
  const [best] = scores.sort((a, b) => b.score - a.score);
  return best && best.score > 0 ? { delimiter: best.delimiter, stated: false } : null;
}

/** 0 for no table; higher for more lines of the same shape, and of more columns. */
function tableScore(head: string, delimiter: Delimiter): number {
  const rows = sampleRows(head, delimiter).filter((fields) => fields.some((field) => field.trim() !== ''));
  const widths = new Map<number, number>();
  for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [usual] = [...widths].sort(([, a], [, b]) => b - a);
  if (!usual) return 0;
  const [width, lines] = usual;
  // Titles above the table and notes below it have one column, or none of their own.
  if (lines < rows.length * 0.4) return 0;
  const alike = rows.filter((fields) => fields.length === width);
  if (!alike.some(isHeading)) return 0;
  const filled = alike.filter((fields) => fields.filter((field) => field.trim() !== '').length > 1).length;
  return filled < alike.length * 0.5 ? 0 : (lines / rows.length) * Math.log2(width + 1) * 100;
}

/** A line of short words: what a row of headings is, and a line of a log or of a program is not. */
function isHeading(fields: readonly string[]): boolean {
  const filled = fields.map((field) => field.trim()).filter((field) => field !== '');
  const wordy = filled.filter(
    (field) => /\p{L}{2}/u.test(field) && !/\d{3}|[{}<>=]|\p{L}\(/u.test(field) && field.length <= HEADING_CHARACTERS,
  );
  return wordy.length >= 2 && wordy.length >= filled.length * 0.6;
}

/** The first lines, split where no quote holds them together. A last line that may be cut off is left out. */
function sampleRows(head: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  for (const character of head) {
    if (quoted) {
      if (character === '"') quoted = false;
      else field += character;
    } else if (character === '"') quoted = true;
    else if (character === delimiter) {
      fields.push(field);
      field = '';
    } else if (character === '\n' || character === '\r') {
      rows.push([...fields, field]);
      fields = [];
      field = '';
      if (rows.length >= SAMPLE_LINES * 2) return rows;
    } else field += character;
  }
  return field === '' && fields.length === 0 ? rows : [...rows, [...fields, field]];
}
