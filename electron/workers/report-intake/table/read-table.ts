/** A table of reports, one a row: the sheet readers of rosters give cells, headings say what a column is, every row becomes a draft. */
import { createHash } from 'node:crypto';
import {
  INTAKE_COLUMNS,
  type DateOrder,
  type IntakeDraft,
  type IntakeExcerpt,
  type IntakeField,
  type IntakeLayoutAnswer,
  type IntakeOptions,
  type IntakeTable,
} from '#shared/contract/report-intake-job.ts';
import { recogniseColumns } from '#shared/domain/public-reports/table-headings.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ByteSource } from '../../roster-import/byte-source.ts';
import { cellText, type SheetRow } from '../../roster-import/cells.ts';
import { openRosterFile } from '../../roster-import/open-roster-file.ts';
import type { RosterFile, SheetEntry } from '../../roster-import/roster-file.ts';
import { decideOrder, type WrittenDay } from '../chat/dates.ts';
import { INTAKE_LIMITS, limitExceeded } from '../limits.ts';
import { type IntakeReading, oneLine, readingOf, warning } from '../reading.ts';
import { rowDraft, rowExcerpt, shownText } from './row-draft.ts';

/** Rows in which the headings are looked for. */
const TOP_ROWS = 30;
/** Columns that must be known for a row to be one of headings. */
const LEAST_KNOWN = 2;

/** The columns that were filed last for headings with this fingerprint, or null. */
export type RecallColumns = (fingerprint: string) => Promise<IntakeLayoutAnswer>;

interface Layout {
  readonly sheet: SheetEntry;
  /** Number of the row of headings, from 1; null when none was found. */
  readonly headerRow: number | null;
  readonly headings: readonly string[];
  readonly fields: readonly (IntakeField | null)[];
  /** The fields are those of an earlier table with these headings. */
  readonly remembered: boolean;
  readonly top: readonly SheetRow[];
}

/** Reads a table. INTAKE_SHEET_UNKNOWN, INTAKE_LIMIT_EXCEEDED, INTAKE_EMPTY, and what the sheet readers refuse (ROSTER_…). */
export async function readTable(
  source: ByteSource,
  options: IntakeOptions,
  recall: RecallColumns,
): Promise<IntakeReading> {
  const file = await openRosterFile(source);
  const shown = file.sheets.filter(({ state }) => state === 'visible');
  const layout = options.table
    ? await chosenLayout(file, shown, options.table, recall)
    : await bestLayout(file, shown, recall);
  const table = tableOf(file, shown, layout);
  if (layout.headerRow === null) return readingOf({ kind: 'table', table });
  const order = await orderOf(file, layout, layout.headerRow, options);
  const { drafts, excerpts } = await draftsOf(file, layout, layout.headerRow, order.order);
  return readingOf({
    kind: 'table',
    table: { ...table, columns: withSamples(table.columns, layout, file) },
    drafts,
    excerpts,
    warnings: order.sure ? [] : [warning('DATE_ORDER_UNSURE')],
  });
}

/** Whether days come before months in the column of days, by all that stands in it: forms of other countries write 10/21/2024. */
async function orderOf(
  file: RosterFile,
  { sheet, fields }: Layout,
  headerRow: number,
  { order }: IntakeOptions,
): Promise<{ readonly order: DateOrder; readonly sure: boolean }> {
  const at = fields.indexOf('date');
  if (order !== undefined || at < 0) return { order: order ?? 'dmy', sure: true };
  const days: WrittenDay[] = [];
  for await (const batch of file.stream(sheet, (column) => column === at).batches)
    for (const { number, cells } of batch) {
      const cell = cells[at];
      const match = cell?.kind === 'text' ? /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/.exec(cell.text) : null;
      if (number <= headerRow || match === null || days.length >= INTAKE_LIMITS.rows) continue;
      days.push({ figures: [Number(match[1]), Number(match[2]), Number(match[3])], yearFirst: false, named: null });
    }
  return decideOrder(days);
}

/** Whether a text file is a table of reports, and not prose with commas in it. */
export function isReportTable({ table }: IntakeReading): boolean {
  return table?.headerRow !== null && table !== null;
}

async function bestLayout(file: RosterFile, shown: readonly SheetEntry[], recall: RecallColumns): Promise<Layout> {
  let best: Layout | null = null;
  for (const sheet of shown.slice(0, 30)) {
    const top = await topOf(file, sheet);
    const found = top
      .map((row) => ({ row, known: recogniseColumns(headingsOf(row)).filter((field) => field !== null).length }))
      .reduce<{ row: SheetRow | null; known: number }>((a, b) => (b.known > a.known ? b : a), { row: null, known: 0 });
    const isFound = found.row !== null && found.known >= LEAST_KNOWN;
    const layout =
      isFound && found.row
        ? await layoutAt(sheet, found.row, top, recall)
        : ((await recalledLayout(sheet, top, recall)) ?? { ...noLayout(sheet), top });
    const known = layout.fields.filter((field) => field !== null).length;
    const bestKnown = best?.fields.filter((field) => field !== null).length ?? -1;
    if (known > bestKnown) best = layout;
  }
  if (best === null) throw new AppError('INTAKE_EMPTY');
  return best;
}

function noLayout(sheet: SheetEntry): Layout {
  return { sheet, headerRow: null, headings: [], fields: [], remembered: false, top: [] };
}

/** What an officer made of these headings before goes before what they seem to say. */
async function layoutAt(
  sheet: SheetEntry,
  row: SheetRow,
  top: readonly SheetRow[],
  recall: RecallColumns,
): Promise<Layout> {
  const headings = headingsOf(row);
  const columns = await recall(fingerprintOf(headings));
  const fields = columns === null ? recogniseColumns(headings) : fieldsOf(columns, headings.length);
  return { sheet, headerRow: row.number, headings, fields, remembered: columns !== null, top };
}

/** Headings that say nothing to the reader, and that an officer explained before; null when there are none. */
async function recalledLayout(
  sheet: SheetEntry,
  top: readonly SheetRow[],
  recall: RecallColumns,
): Promise<Layout | null> {
  for (const row of top) {
    const headings = headingsOf(row);
    const columns = headings.filter((text) => text !== '').length > 1 ? await recall(fingerprintOf(headings)) : null;
    if (columns === null) continue;
    const fields = fieldsOf(columns, headings.length);
    return { sheet, headerRow: row.number, headings, fields, remembered: true, top };
  }
  return null;
}

function fieldsOf(columns: NonNullable<IntakeLayoutAnswer>, least: number): readonly (IntakeField | null)[] {
  const width = Math.max(least, ...columns.map(({ column }) => column + 1));
  return Array.from({ length: width }, (_one, column) => columns.find((one) => one.column === column)?.field ?? null);
}

/** Of headings in their columns, whatever their letters' case and spaces. */
function fingerprintOf(headings: readonly string[]): string {
  const plain = headings.map((text) => text.toLowerCase().replace(/\s+/g, ' ').trim());
  while (plain.at(-1) === '') plain.pop();
  return createHash('sha256').update(JSON.stringify(plain)).digest('hex');
}

async function chosenLayout(
  file: RosterFile,
  shown: readonly SheetEntry[],
  { sheet: name, headerRow, columns }: NonNullable<IntakeOptions['table']>,
  recall: RecallColumns,
): Promise<Layout> {
  const sheet = shown.find((one) => one.name === name);
  if (!sheet) throw new AppError('INTAKE_SHEET_UNKNOWN', { sheet: name });
  const top = await topOf(file, sheet);
  const row = top.find(({ number }) => number === headerRow);
  if (row !== undefined && columns.length === 0) return await layoutAt(sheet, row, top, recall);
  const headings = row ? headingsOf(row) : [];
  return { sheet, headerRow, headings, fields: fieldsOf(columns, headings.length), remembered: false, top };
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
  order: DateOrder,
): Promise<{ readonly drafts: readonly IntakeDraft[]; readonly excerpts: readonly IntakeExcerpt[] }> {
  const drafts: IntakeDraft[] = [];
  const excerpts: IntakeExcerpt[] = [];
  for await (const batch of file.stream(layout.sheet, (column) => column < INTAKE_COLUMNS).batches)
    for (const row of batch) {
      if (row.number <= headerRow || isNumbering(row)) continue;
      if (drafts.length >= INTAKE_LIMITS.rows) throw limitExceeded('rows');
      excerpts.push({
        draft: drafts.length,
        text: rowExcerpt(row, { headings: layout.headings, date1904: file.date1904 }),
      });
      drafts.push(
        rowDraft(row, drafts.length, {
          ...layout,
          sheet: layout.sheet.name,
          date1904: file.date1904,
          order,
        }),
      );
    }
  return { drafts, excerpts };
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
    fingerprint: layout.headerRow === null ? null : fingerprintOf(layout.headings),
    remembered: layout.remembered,
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
