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
    else if (!isKnownRecord(type)) throw new DamagedPart('record', `no record has the number ${type}`);
    else if (type === FILE_PASS) return { locked: true, sheets: new Map() };
    else if (type === BOUND_SHEET && body.length >= 4) listed.push(body.readUInt32LE(0));
    else if (depth === 1) current?.cells.push(...placesOf(type, body));
    if (depth === 0) current = null;
  }
  if (depth !== 0 || sheets.size === 0) throw new DamagedPart('record', 'a part of the workbook has no end');
  if (listed.some((at) => !sheets.has(at))) throw new DamagedPart('record', 'a sheet is not where it should be');
  return { locked: false, sheets };
}

/** One record. */
export interface BiffRecord {
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

/**
 * Numbers below 0x0800 that a record of any version may have, as first and last; those above are kept open for versions to
 * come. A record of another number was one that we would have read.
 */
const KNOWN: readonly (readonly [number, number])[] = [
  [0x0000, 0x002b],
  [0x002f, 0x002f],
  [0x0031, 0x0034],
  [0x003c, 0x003e],
  [0x0040, 0x0045],
  [0x004d, 0x004d],
  [0x0050, 0x0052],
  [0x0055, 0x0056],
  [0x0059, 0x0061],
  [0x0063, 0x0063],
  [0x0065, 0x0066],
  [0x0069, 0x006b],
  [0x006d, 0x006d],
  [0x0070, 0x0070],
  [0x0072, 0x0072],
  [0x007d, 0x0089],
  [0x008c, 0x008d],
  [0x008f, 0x0092],
  [0x0094, 0x009e],
  [0x00a0, 0x00a1],
  [0x00a9, 0x00a9],
  [0x00ab, 0x00ab],
  [0x00ae, 0x00b2],
  [0x00b4, 0x00b6],
  [0x00b8, 0x00b9],
  [0x00bc, 0x00c3],
  [0x00c5, 0x00d3],
  [0x00d5, 0x00da],
  [0x00dc, 0x00e3],
  [0x00e5, 0x00e5],
  [0x00e9, 0x00ed],
  [0x00ef, 0x00f2],
  [0x00f4, 0x00f9],
  [0x00fb, 0x00fd],
  [0x00ff, 0x0100],
  [0x0103, 0x0103],
  [0x0122, 0x0122],
  [0x0137, 0x0138],
  [0x013b, 0x013b],
  [0x013d, 0x0140],
  [0x014a, 0x014b],
  [0x014d, 0x0154],
  [0x015f, 0x0162],
  [0x0191, 0x0198],
  [0x01a5, 0x01a5],
  [0x01a9, 0x01b2],
  [0x01b5, 0x01be],
  [0x01c0, 0x01c2],
  [0x0200, 0x0201],
  [0x0203, 0x0209],
  [0x020b, 0x020b],
  [0x0218, 0x0218],
  [0x0221, 0x0221],
  [0x0223, 0x0223],
  [0x0225, 0x0225],
  [0x0231, 0x0231],
  [0x0236, 0x0236],
  [0x023e, 0x023e],
  [0x0243, 0x0243],
  [0x027e, 0x027e],
  [0x0293, 0x0293],
  [0x0406, 0x0406],
  [0x0409, 0x0409],
  [0x0418, 0x0418],
  [0x041e, 0x041e],
  [0x043c, 0x043c],
  [0x0443, 0x0443],
  [0x04bc, 0x04bc],
];
const KNOWN_NUMBERS: ReadonlySet<number> = new Set(
  KNOWN.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
);

/** True for a number that the format gives to a record, or may come to give. */
export function isKnownRecord(type: number): boolean {
  return type >= 0x0800 || KNOWN_NUMBERS.has(type);
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
