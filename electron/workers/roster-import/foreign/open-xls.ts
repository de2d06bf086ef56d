/** An .xls (BIFF), in its compound file or bare. */
import type { CompoundFile } from '../cfb.ts';
import { DamagedPart, withPlace } from '../damage.ts';
import { openLockedBiff } from '../encrypted/biff-password.ts';
import type { RosterFile } from '../roster-file.ts';
import { type BiffOutline, outlineOf } from './biff.ts';
import { isBiff8, readBiff8 } from './biff8.ts';
import type { ForeignWorkbook } from './sheetjs.ts';

/** The password that the user gave, if any. */
export interface Lock {
  readonly password?: string | undefined;
}

/** Reads the workbook of a compound file. Throws ROSTER_FILE_DAMAGED, ROSTER_FILE_ENCRYPTED, ROSTER_PASSWORD_WRONG, limit errors. */
export function openXls(container: CompoundFile, lock: Lock = {}): Promise<RosterFile> {
  return placed(async () => {
    const stream = container.stream('Workbook') ?? container.stream('Book');
    if (stream === null) throw new DamagedPart('missing-part', 'no workbook stream');
    return read(stream, lock);
  });
}

/** Reads a record stream that lies in a file by itself. */
export function openBareXls(bytes: Buffer, lock: Lock = {}): Promise<RosterFile> {
  return placed(() => read(bytes, lock));
}

async function placed(step: () => Promise<RosterFile>): Promise<RosterFile> {
  try {
    return await step();
  } catch (error) {
    throw withPlace(error, { sheet: null, row: null });
  }
}

async function read(written: Buffer, lock: Lock): Promise<RosterFile> {
  const stream = outlineOf(written).locked ? openLockedBiff(written, lock.password) : written;
  if (isBiff8(stream)) return readBiff8(stream);
  const outline = outlineOf(stream);
  // Only the oldest files need it, and loading it is a third of a worker's start.
  const { parseForeign } = await import('./sheetjs.ts');
  const workbook = parseForeign(stream, 'xls');
  assertAllRead(outline, workbook);
  return workbook.toFile();
}

/** Every cell of the records has to be there, in one sheet or another; SheetJS passes over what it does not understand. */
function assertAllRead(outline: BiffOutline, workbook: ForeignWorkbook): void {
  const expected = [...outline.sheets.values()].filter(({ cells }) => cells.length > 0);
  const unused = new Set(workbook.sheets);
  for (const { cells } of expected) {
    const match = [...unused].find(({ data }) =>
      cells.every((place) => data[Math.floor(place / 65_536)]?.[place % 65_536] !== undefined),
    );
    if (!match) throw new DamagedPart('foreign', 'cells of the file are missing from what was read');
    unused.delete(match);
  }
}
