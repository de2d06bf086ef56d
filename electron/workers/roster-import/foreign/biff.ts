/**
 * The record stream of an .xls, walked before and after another reader has had it: every record lies in the stream, every
 * part begins and ends, and every cell that is there comes out.
 */
import { DamagedPart } from '../damage.ts';

/** Record numbers (MS-XLS 2.3); those of older versions beside them. */
const BOF = new Set([0x0809, 0x0409, 0x0209, 0x0009]);
const EOF = 0x000a;
const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
const MULTIPLE_RK = 0x00bd;
const FORMULAS = new Set([0x0006, 0x0206, 0x0406]);
/** Integer, number, label, boolean or error, rich string, RK, string of the table: by version. */
const CELLS = new Set([0x0002, 0x0003, 0x0004, 0x0005, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e]);
/** No version writes longer records. */
const LONGEST_RECORD = 8224;
const LAST_COLUMN = 255;

/** What a walk has found. */
export interface BiffOutline {
  /** True when a password is needed; nothing else is known then. */
  readonly locked: boolean;
  /** Places of cells by the offset at which their sheet begins. */
  readonly sheets: ReadonlyMap<number, SheetOutline>;
}

export interface SheetOutline {
  /** Zero-based row and column of each cell, as row * 65,536 + column. Formulas are not among them: they may be empty. */
  readonly cells: readonly number[];
}

/** True for bytes that begin like a record stream that lies bare in a file. */
export function isBareBiff(head: Buffer): boolean {
  if (head.length < 8 || !BOF.has(head.readUInt16LE(0))) return false;
  const length = head.readUInt16LE(2);
  return length >= 4 && length <= 16;
}

/** Walks the stream. Throws DamagedPart for one that is cut off or runs over itself. */
export function outlineOf(stream: Buffer): BiffOutline {
  const sheets = new Map<number, { cells: number[] }>();
  const listed: number[] = [];
  let depth = 0;
  let current: { cells: number[] } | null = null;
  for (const { type, at, body } of recordsOf(stream)) {
    if (BOF.has(type)) {
      depth += 1;
      if (depth === 1) sheets.set(at, (current = { cells: [] }));
    } else if (type === EOF) depth -= 1;
    else if (type === FILE_PASS) return { locked: true, sheets: new Map() };
    else if (type === BOUND_SHEET && body.length >= 4) listed.push(body.readUInt32LE(0));
    else if (depth === 1) current?.cells.push(...placesOf(type, body));
    if (depth === 0) current = null;
  }
  if (depth !== 0 || sheets.size === 0) throw new DamagedPart('record', 'a part of the workbook has no end');
  if (listed.some((at) => !sheets.has(at))) throw new DamagedPart('record', 'a sheet is not where it should be');
  return { locked: false, sheets };
}

interface BiffRecord {
  readonly type: number;
  /** Offset of the record in the stream. */
  readonly at: number;
  readonly body: Buffer;
}

/** The records up to the end, or up to the padding behind the last part. */
export function* recordsOf(stream: Buffer): Generator<BiffRecord, void, undefined> {
  let depth = 0;
  for (let at = 0; at < stream.length; ) {
    const type = at + 4 <= stream.length ? stream.readUInt16LE(at) : -1;
    if (depth === 0 && !BOF.has(type)) {
      // Behind the last part there is nothing but what fills up the sector.
      if (at > 0) return;
      throw new DamagedPart('record', 'no beginning');
    }
    const length = type < 0 ? 0 : stream.readUInt16LE(at + 2);
    if (type < 0 || at + 4 + length > stream.length) throw new DamagedPart('record', 'record cut off');
    if (length > LONGEST_RECORD) throw new DamagedPart('record', `record of ${length} bytes`);
    if (BOF.has(type)) depth += 1;
    else if (type === EOF) depth -= 1;
    yield { type, at, body: stream.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}

/** Places of the cells that a record holds. */
function placesOf(type: number, body: Buffer): number[] {
  const many = type === MULTIPLE_RK;
  if (!many && !CELLS.has(type) && !FORMULAS.has(type)) return [];
  if (body.length < (many ? 12 : 6)) throw new DamagedPart('record', 'cell cut off');
  const row = body.readUInt16LE(0);
  const first = body.readUInt16LE(2);
  const last = many ? body.readUInt16LE(body.length - 2) : first;
  if (last > LAST_COLUMN || last < first) throw new DamagedPart('cell-reference', `column ${last}`);
  if (many && body.length !== 6 + 6 * (last - first + 1))
    throw new DamagedPart('record', 'run of cells of a wrong length');
  if (FORMULAS.has(type)) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => row * 65_536 + first + index);
}
