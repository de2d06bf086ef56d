/** How a correction workbook looks: beside each column with something to mend stands a column that says what. */
import type { CellStyle, WriteSheet } from 'hucre';
import { ROSTER_FIELDS, type RosterField } from '#shared/domain/roster/fields.ts';
import type { WrittenCells } from '../roster/import/plan-types.ts';
import { cellText, TEXT_FORMAT } from './cell-text.ts';
import { ROSTER_HEADINGS } from './roster-headings.ts';
import { headingStyles } from './roster-template.ts';

/** A row of a plan that needs a hand. */
export interface CorrectionLine {
  readonly cells: WrittenCells;
  /** What is wrong with a cell, by its field; null is for the row as a whole. */
  readonly reasons: ReadonlyMap<RosterField | null, string>;
  readonly proposal: string;
  readonly origin: string;
  /** A line of a sheet of accounts. */
  readonly account: boolean;
}

/** The import takes no column that begins with this word for a field. */
const REASON = 'ALASAN';
const REASON_WIDTH = 38;
const REASON_STYLE: CellStyle = {
  font: { name: 'Calibri', size: 11, italic: true, color: { rgb: 'FF8A3B00' } },
  alignment: { wrapText: true, vertical: 'top' },
  numFmt: TEXT_FORMAT,
};
const BAD_CELL: CellStyle = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFFD9B3' } },
  alignment: { vertical: 'top' },
  numFmt: TEXT_FORMAT,
};

/** Always there, so that a missing number can be filled in. */
const ALWAYS: ReadonlySet<RosterField> = new Set(['nip', 'nik', 'name']);
const ACCOUNT_LINE: ReadonlySet<RosterField> = new Set([
  'accountPlatform',
  'accountHandle',
  'accountLink',
  'accountNote',
]);

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly text: (line: CorrectionLine) => string | undefined;
  /** Of a cell that holds, or should hold, something. */
  readonly style: (line: CorrectionLine) => CellStyle | null;
}

/** A sheet of the lines under headings that the import knows. */
export function correctionSheet(name: string, lines: readonly CorrectionLine[]): WriteSheet {
  const columns = columnsOf(lines);
  const cells = headingStyles(columns.length);
  lines.forEach((line, row) => {
    columns.forEach(({ style }, column) => {
      const own = style(line);
      if (own !== null) cells.set(`${row + 1},${column}`, { style: own });
    });
  });
  return {
    name,
    columns: columns.map(({ width }) => ({ width, style: { numFmt: TEXT_FORMAT } })),
    rows: [
      columns.map(({ heading }) => heading),
      ...lines.map((line) => columns.map(({ text }) => valueOf(text(line)))),
    ],
    cells,
    freezePane: { rows: 1 },
  };
}

function columnsOf(lines: readonly CorrectionLine[]): Column[] {
  const filled = new Set(lines.flatMap(({ cells }) => Object.keys(cells)));
  const wrong = new Set(lines.flatMap(({ reasons }) => [...reasons.keys()]));
  const accounts = lines.some(({ account }) => account);
  const fields = ROSTER_FIELDS.filter(
    (field) => filled.has(field) || wrong.has(field) || ALWAYS.has(field) || (accounts && ACCOUNT_LINE.has(field)),
  );
  return [
    ...fields.flatMap((field) => (wrong.has(field) ? [valueColumn(field), reasonColumn(field)] : [valueColumn(field)])),
    ...(wrong.has(null) ? [reasonColumn(null)] : []),
    ...(lines.some(({ proposal }) => proposal !== '') ? [plainColumn('DUGAAN', 50, (line) => line.proposal)] : []),
    plainColumn('ASAL', 26, (line) => line.origin),
  ];
}

function valueColumn(field: RosterField): Column {
  return {
    ...ROSTER_HEADINGS[field],
    text: ({ cells }) => cells[field],
    style: ({ reasons }) => (reasons.has(field) ? BAD_CELL : null),
  };
}

function reasonColumn(field: RosterField | null): Column {
  return {
    heading: field === null ? REASON : `${REASON} ${ROSTER_HEADINGS[field].heading}`,
    width: REASON_WIDTH,
    text: ({ reasons }) => reasons.get(field),
    style: ({ reasons }) => (reasons.has(field) ? REASON_STYLE : null),
  };
}

function plainColumn(heading: string, width: number, text: (line: CorrectionLine) => string): Column {
  const style: CellStyle = { alignment: { wrapText: true, vertical: 'top' }, numFmt: TEXT_FORMAT };
  return { heading, width, text, style: (line) => (text(line) === '' ? null : style) };
}

/** An empty cell is none: it still has the column's format. */
function valueOf(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : cellText(text);
}

/** How to fill the workbook in. */
export const CORRECTION_GUIDE: WriteSheet = {
  name: 'Petunjuk',
  columns: [{ width: 100, style: { numFmt: TEXT_FORMAT } }],
  rows: [
    ['Cara memperbaiki'],
    ['1. Sel yang perlu diperbaiki diberi warna. Kolom ALASAN di sebelah kanannya menyebutkan sebabnya.'],
    ['2. Perbaiki selnya. Kolom NIP dan NIK sudah berformat teks: ketik semua digitnya.'],
    ['3. Kolom ALASAN tanpa nama kolom berlaku untuk seluruh baris.'],
    ['4. Bila kolom DUGAAN menyebut seorang pegawai, pastikan orangnya, lalu salin NIP-nya ke kolom NIP.'],
    ['5. Hapus baris yang tidak perlu diimpor. Simpan, lalu impor berkas ini seperti daftar pegawai lainnya.'],
    ['6. Kolom ALASAN, DUGAAN, dan ASAL tidak ikut diimpor; tidak perlu dihapus.'],
  ],
};
