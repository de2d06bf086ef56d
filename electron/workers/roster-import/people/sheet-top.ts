/** What a person needs to see of a sheet to judge how it would be read: the rows over the data, the first values of a column. */
import { type ColumnChoice, type InspectedSheet, ROSTER_VALUE_CHARACTERS } from '#shared/contract/roster-job.ts';
import { type HeaderProposal, isNumberingRow } from '#shared/domain/roster/header-row.ts';
import { echoText, isBlankMark } from '#shared/domain/roster/text.ts';
import { cellText, type SheetRow } from '../cells.ts';
import { textRow } from './read.ts';

/** Rows shown, those of the header included: letterheads are shorter. */
const TOP_ROWS = 10;
/** Texts of a row; a header may be as wide as SIASN's. */
const TOP_TEXTS = 100;
const TOP_CHARACTERS = 120;
/** Values of a column. */
const VALUES = 3;

/** The last rows down to the header, and the row of column numbers below it; the first rows where there is no header. */
export function topRows(rows: readonly SheetRow[], header: HeaderProposal | null): InspectedSheet['top'] {
  if (header === null) return rows.slice(0, TOP_ROWS).map((row) => shown(row, 'above'));
  const { headerRow, headerRows } = header;
  const above = rows.filter(({ number }) => number <= headerRow).slice(-TOP_ROWS);
  const below = rows.find(({ number }) => number === headerRow + 1);
  const numbering = below !== undefined && isNumberingRow(textRow(below).cells) ? [shown(below, 'numbering')] : [];
  const parts = above.map((row) => shown(row, row.number > headerRow - headerRows ? 'header' : 'above'));
  return [...parts, ...numbering];
}

/** The first different values below the header, as written, of each column that is taken. */
export function firstValues(
  rows: readonly SheetRow[],
  headerRow: number,
  mapping: readonly ColumnChoice[],
): InspectedSheet['values'] {
  const below = rows.filter((row) => row.number > headerRow && !isNumberingRow(textRow(row).cells));
  return Object.fromEntries(
    mapping.map(({ column, field }) => {
      const texts = new Set<string>();
      for (const { cells } of below) {
        const text = cellText(cells[column]);
        if (!isBlankMark(text)) texts.add(echoText(text, ROSTER_VALUE_CHARACTERS));
        if (texts.size === VALUES) break;
      }
      return [field, [...texts]];
    }),
  );
}

function shown(row: SheetRow, part: InspectedSheet['top'][number]['part']): InspectedSheet['top'][number] {
  const texts = textRow(row).cells.filter((text) => text.trim() !== '');
  return { row: row.number, part, texts: texts.slice(0, TOP_TEXTS).map((text) => echoText(text, TOP_CHARACTERS)) };
}
