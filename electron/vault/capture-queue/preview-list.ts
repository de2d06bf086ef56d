/** Reads a list of addresses and says what would come of it; changes nothing. */
import type { AddressPreview } from '#shared/contract/capture-queue.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type SheetCells, sheetCells } from '#shared/contract/sheet-cells.ts';
import {
  addressesInRows,
  addressesInText,
  type FoundAddress,
  listAddresses,
  MOST_ADDRESSES,
  proposeColumns,
} from '#shared/domain/capture/address-list.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { ROSTER_WORKER_LIMITS } from '../roster/roster-worker.ts';
import { workerInput } from '../workers/worker-input.ts';
import { caseByNumber } from './create-queue.ts';

/** Rows that are read: enough for the longest queue, refused and doubled rows among them. */
const ROWS_READ = MOST_ADDRESSES * 5;
const COLUMNS_READ = 64;
/** Bytes of a list that is text. */
const LARGEST_TEXT = 2_000_000;

type FileSourceInput = Extract<InputOf<'queue.preview'>['source'], { kind: 'file' }>;

/** What the file's format refuses, by its code; ROSTER_SHEET_UNKNOWN. */
export async function previewList(
  { source }: InputOf<'queue.preview'>,
  context: UseCaseContext,
): Promise<OutputOf<'queue.preview'>> {
  if (source.kind === 'text') return { ...judged(addressesInText(source.text), context), sheet: null };
  const cells = await sheetOrText(source, context);
  if (typeof cells === 'string') return { ...judged(addressesInText(cells), context), sheet: null };
  const proposed = proposeColumns(cells.rows);
  const columns = source.columns ?? proposed.columns;
  const { headingRow } = proposed;
  const sheet = {
    names: cells.names,
    name: cells.name,
    headingRow,
    headings: headingsOf(cells, headingRow),
    columns,
    truncated: cells.truncated,
  };
  return { ...judged(addressesInRows(cells.rows, headingRow, columns), context), sheet };
}

function judged(found: readonly FoundAddress[], context: UseCaseContext): Omit<AddressPreview, 'sheet'> {
  const known = new Map<string, boolean>();
  const list = listAddresses(found, (number) => {
    const before = known.get(number);
    if (before !== undefined) return before;
    const knows = caseByNumber(context.database, number) !== null;
    known.set(number, knows);
    return knows;
  });
  return { items: [...list.items], refused: [...list.refused], duplicates: [...list.duplicates] };
}

/** A list without any separator is no table to the reader of sheets, and all the same a list: its text is read. */
async function sheetOrText(source: FileSourceInput, context: UseCaseContext): Promise<SheetCells | string> {
  try {
    return await readSheet(source, context);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ROSTER_FORMAT_UNSUPPORTED') throw error;
    const text = await plainText(source.file, context);
    if (text === null) throw error;
    return text;
  }
}

/** The file as text; null when it is larger than a list or is no text. */
async function plainText(token: string, context: UseCaseContext): Promise<string | null> {
  const file = await context.file(token);
  try {
    if (file.bytes > LARGEST_TEXT) return null;
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.read(0, file.bytes));
    return text.includes('\0') ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  } finally {
    await file.close();
  }
}

async function readSheet(source: FileSourceInput, context: UseCaseContext): Promise<SheetCells> {
  const file = await context.file(source.file);
  try {
    const { password, sheet } = source;
    const value = await context.runWorker({
      kind: 'roster-import',
      job: {
        mode: 'cells',
        rows: ROWS_READ,
        columns: COLUMNS_READ,
        links: true,
        ...(password !== undefined && { password }),
        ...(sheet !== undefined && { sheet }),
      },
      inputs: { file: workerInput(file) },
      limits: ROSTER_WORKER_LIMITS,
    });
    return sheetCells.parse(value);
  } finally {
    await file.close();
  }
}

/** The words of the heading row, or the letter that a spreadsheet shows above the column. */
function headingsOf({ rows }: SheetCells, headingRow: number | null): string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const words = rows.find(({ number }) => number === headingRow)?.cells ?? [];
  return Array.from({ length: width }, (_, column) => words[column]?.trim() || letterOf(column));
}

function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letterOf(Math.floor(column / 26) - 1)}${last}`;
}
