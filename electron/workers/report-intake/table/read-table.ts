/** A table of reports, one a row: the sheet readers of rosters give cells, headings say what a column is, every row becomes a draft. */
import {
  INTAKE_COLUMNS,
  type IntakeDraft,
  type IntakeField,
  type IntakeOptions,
  type IntakeTable,
} from '#shared/contract/report-intake-job.ts';
import { recogniseColumns } from '#shared/domain/public-reports/table-headings.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ByteSource } from '../../roster-import/byte-source.ts';
import { cellText, type SheetRow } from '../../roster-import/cells.ts';
import { openRosterFile } from '../../roster-import/open-roster-file.ts';
import type { RosterFile, SheetEntry } from '../../roster-import/roster-file.ts';
import { INTAKE_LIMITS, limitExceeded } from '../limits.ts';
import { type IntakeReading, oneLine, readingOf } from '../reading.ts';
import { rowDraft, shownText } from './row-draft.ts';

/** Rows in which the headings are looked for. */
const TOP_ROWS = 30;
/** Columns that must be known for a row to be one of headings. */
const LEAST_KNOWN = 2;

interface Layout {
  readonly sheet: SheetEntry;
  /** Number of the row of headings, from 1; null when none was found. */
  readonly headerRow: number | null;
  readonly headings: readonly string[];
  readonly fields: readonly (IntakeField | null)[];
  readonly top: readonly SheetRow[];
}

/** Reads a table. INTAKE_SHEET_UNKNOWN, INTAKE_LIMIT_EXCEEDED, INTAKE_EMPTY, and what the sheet readers refuse (ROSTER_…). */
export async function readTable(source: ByteSource, options: IntakeOptions): Promise<IntakeReading> {
  const file = await openRosterFile(source);
  const shown = file.sheets.filter(({ state }) => state === 'visible');
  const layout = options.table ? await chosenLayout(file, shown, options.table) : await bestLayout(file, shown);
  const table = tableOf(file, shown, layout);
  if (layout.headerRow === null) return readingOf({ kind: 'table', table });
  const drafts = await draftsOf(file, layout, layout.headerRow, options);
  return readingOf({ kind: 'table', table: { ...table, columns: withSamples(table.columns, layout, file) }, drafts });
}

/** Whether a text file is a table of reports, and not prose with commas in it. */
export function isReportTable({ table }: IntakeReading): boolean {
  return table?.headerRow !== null && table !== null;
}

async function bestLayout(file: RosterFile, shown: readonly SheetEntry[]): Promise<Layout> {
  let best: Layout | null = null;
  for (const sheet of shown.slice(0, 30)) {
    const top = await topOf(file, sheet);
    const found = top
      .map((row) => ({ row, known: recogniseColumns(headingsOf(row)).filter((field) => field !== null).length }))
      .reduce<{ row: SheetRow | null; known: number }>((a, b) => (b.known > a.known ? b : a), { row: null, known: 0 });
    const isFound = found.row !== null && found.known >= LEAST_KNOWN;
    const layout = isFound && found.row ? layoutAt(sheet, found.row, top) : { ...noLayout(sheet), top };
    const known = layout.fields.filter((field) => field !== null).length;
    const bestKnown = best?.fields.filter((field) => field !== null).length ?? -1;
    if (known > bestKnown) best = layout;
  }
  if (best === null) throw new AppError('INTAKE_EMPTY');
  return best;
}

function noLayout(sheet: SheetEntry): Layout {
  return { sheet, headerRow: null, headings: [], fields: [], top: [] };
}

function layoutAt(sheet: SheetEntry, row: SheetRow, top: readonly SheetRow[]): Layout {
  const headings = headingsOf(row);
  return { sheet, headerRow: row.number, headings, fields: recogniseColumns(headings), top };
}

async function chosenLayout(
  file: RosterFile,
  shown: readonly SheetEntry[],
  { sheet: name, headerRow, columns }: NonNullable<IntakeOptions['table']>,
): Promise<Layout> {
  const sheet = shown.find((one) => one.name === name);
  if (!sheet) throw new AppError('INTAKE_SHEET_UNKNOWN', { sheet: name });
  const top = await topOf(file, sheet);
  const row = top.find(({ number }) => number === headerRow);
  const headings = row ? headingsOf(row) : [];
  const width = Math.max(headings.length, ...columns.map(({ column }) => column + 1));
  const fields = Array.from(
    { length: width },
    (_one, column) => columns.find((one) => one.column === column)?.field ?? null,
  );
  return { sheet, headerRow, headings, fields: columns.length > 0 ? fields : recogniseColumns(headings), top };
}

/** The first rows of a sheet; reading stops there. */
async function topOf(file: RosterFile, sheet: SheetEntry): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of file.stream(sheet, (column, row) => column < INTAKE_COLUMNS && row <= 1_000).batches) {
    rows.push(...batch);
    if (rows.length >= TOP_ROWS) break;
  }
  return rows.slice(0, TOP_ROWS);
}

/** A row for the eye. */
function textsOf({ cells }: SheetRow, { date1904 }: RosterFile): string[] {
  return Array.from(cells.slice(0, INTAKE_COLUMNS), (cell) => oneLine(shownText(cell, date1904), 200));
}

function headingsOf({ cells }: SheetRow): string[] {
  return Array.from(cells.slice(0, INTAKE_COLUMNS), (cell) => oneLine(cellText(cell), 300));
}

async function draftsOf(
  file: RosterFile,
  layout: Layout,
  headerRow: number,
  options: IntakeOptions,
): Promise<readonly IntakeDraft[]> {
  const drafts: IntakeDraft[] = [];
  for await (const batch of file.stream(layout.sheet, (column) => column < INTAKE_COLUMNS).batches)
    for (const row of batch) {
      if (row.number <= headerRow || isNumbering(row)) continue;
      if (drafts.length >= INTAKE_LIMITS.rows) throw limitExceeded('rows');
      drafts.push(
        rowDraft(row, drafts.length, {
          ...layout,
          sheet: layout.sheet.name,
          date1904: file.date1904,
          order: options.order,
        }),
      );
    }
  return drafts;
}

/** The "1 2 3 4" below headings. */
function isNumbering({ cells }: SheetRow): boolean {
  const texts = Array.from(cells, (cell) => cellText(cell).trim()).filter((text) => text !== '');
  return texts.length > 2 && texts.every((text, index) => text === String(index + 1));
}

function tableOf(file: RosterFile, shown: readonly SheetEntry[], layout: Layout): IntakeTable {
  return {
    format: file.format,
    sheets: shown.map(({ name }) => name.slice(0, 255)),
    sheet: layout.sheet.name.slice(0, 255),
    headerRow: layout.headerRow,
    columns: layout.fields.map((field, column) => ({
      column,
      heading: layout.headings[column] ?? '',
      field,
      sample: '',
    })),
    top: layout.top.map((row) => ({ row: row.number, texts: textsOf(row, file).filter((text) => text !== '') })),
  };
}

/** The first value of each column, for the eye. */
function withSamples(
  columns: IntakeTable['columns'],
  { top, headerRow }: Layout,
  file: RosterFile,
): IntakeTable['columns'] {
  const below = top.filter(({ number }) => number > (headerRow ?? 0));
  return columns.map((one) => {
    const texts = below.map(({ cells }) => oneLine(shownText(cells[one.column], file.date1904), 200));
    return { ...one, sample: texts.find((text) => text !== '') ?? '' };
  });
}
