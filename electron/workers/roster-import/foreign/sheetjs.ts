/** Binary formats of Excel that we do not read ourselves, through SheetJS: told to interpret nothing, and its cells made ours. */
import type { RosterFormat } from '#shared/contract/roster-job.ts';
import * as sheetjs from '@e965/xlsx';
import type { Cell } from '../cells.ts';
import { DamagedPart } from '../damage.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { RosterFile, SheetState } from '../roster-file.ts';
import { windows1252 } from '../windows-1252.ts';
import { isDateFormat } from '../xlsx/number-formats.ts';
import { errorCode } from './error-codes.ts';
import { SheetGatherer } from './memory-file.ts';

/** A sheet as SheetJS left it, for checks against the container. */
export interface ForeignSheet {
  readonly name: string;
  /** Sparse rows of sparse cells. */
  readonly data: readonly (readonly (sheetjs.CellObject | undefined)[] | undefined)[];
}

/** A parsed workbook, not yet in our form. */
export interface ForeignWorkbook {
  readonly sheets: readonly ForeignSheet[];
  /** Makes it ours. Call it once: it lets go of what it has passed. */
  toFile(): RosterFile;
}

/** Parses a whole file. Whatever SheetJS throws is damage: the caller has made sure that the format is meant. */
export function parseForeign(bytes: Buffer, format: RosterFormat): ForeignWorkbook {
  const workbook = asDamage(() =>
    sheetjs.read(bytes, {
      type: 'buffer',
      raw: true,
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellDates: false,
      cellNF: true,
      bookVBA: false,
    }),
  );
  const sheets = workbook.SheetNames.map((name) => ({ name, data: dataOf(workbook.Sheets[name]) }));
  if (sheets.length === 0) throw new DamagedPart('missing-part', 'no sheet');
  if (new Set(workbook.SheetNames).size !== sheets.length) throw new DamagedPart('record', 'two sheets of one name');
  const states = workbook.Workbook?.Sheets ?? [];
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return { sheets, toFile: () => asDamage(() => adapt(format, sheets, states, date1904)) };
}

function adapt(
  format: RosterFormat,
  sheets: readonly ForeignSheet[],
  states: readonly sheetjs.SheetProps[],
  date1904: boolean,
): RosterFile {
  const gatherer = new SheetGatherer();
  for (const sheet of sheets) {
    gatherer.begin(sheet.name);
    for (const [row, cells] of sheet.data.entries()) {
      for (const [column, cell] of cells?.entries() ?? []) {
        const ours = cell && cellOf(cell, gatherer);
        if (ours) gatherer.put(row + 1, column, ours);
      }
    }
    const { Hidden: hidden } = states.find(({ name }) => name === sheet.name) ?? {};
    gatherer.end(stateOf(hidden));
  }
  return gatherer.file(format, date1904);
}

/** In dense mode the rows are under "!data". */
function dataOf(sheet: sheetjs.WorkSheet | undefined): ForeignSheet['data'] {
  const data: unknown = sheet?.['!data'];
  return Array.isArray(data) ? (data as ForeignSheet['data']) : [];
}

function stateOf(hidden: number | undefined): SheetState {
  if (hidden === 1) return 'hidden';
  return hidden === 2 ? 'very-hidden' : 'visible';
}

function cellOf(cell: sheetjs.CellObject, gatherer: SheetGatherer): Cell | undefined {
  const { t: type, v: value } = cell;
  if (type === 's' && typeof value === 'string') return gatherer.text(windowsText(value));
  if (type === 'b') return { kind: 'boolean', value: value === true };
  if (type === 'e') return { kind: 'error', code: errorCode(Number(value)) };
  if (type === 'n' && typeof value === 'number') {
    if (!Number.isFinite(value)) throw new DamagedPart('cell-value', String(value));
    const format = cell.z;
    return { kind: 'number', raw: String(value), isDate: typeof format === 'string' && isDateFormat(format) };
  }
  return undefined;
}

/** SheetJS without its code pages gives the bytes of old strings as they are; those of Windows-1252 are quotes and dashes. */
function windowsText(text: string): string {
  if (!/[\u0080-\u009f]/.test(text) || /[^\u0000-\u00ff]/.test(text)) return text;
  return windows1252(Buffer.from(text, 'latin1'));
}

function asDamage<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof AppError || error instanceof DamagedPart) throw error;
    throw new DamagedPart('foreign', error instanceof Error ? error.message : String(error), { cause: error });
  }
}
