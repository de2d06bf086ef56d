/**
 * Compound files (.xls, and locked .xlsx): a small file system in sectors. Every chain is bounded and every sector has to
 * lie in the file, so that a broken or malicious one ends in DamagedPart and never in a loop.
 */
import { DamagedPart } from './damage.ts';

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const DIFAT_IN_HEADER = 109;
const MINI_SECTOR_BYTES = 64;
/** Numbers from here on are marks, not sectors. */
const FIRST_MARK = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;

/** An opened compound file. */
export interface CompoundFile {
  /** Names of the storages and streams, the root left out. */
  readonly names: readonly string[];
  /** The stream's bytes, or null when there is none of that name. Throws DamagedPart. */
  stream(name: string): Buffer | null;
}

interface Entry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

/** Opens a compound file from all of its bytes. Throws DamagedPart. */
export function openCompoundFile(file: Buffer): CompoundFile {
  const sectors = new Sectors(file);
  const [root, ...entries] = entriesOf(sectors);
  if (root === undefined) throw new DamagedPart('container', 'no directory');
  return {
    names: entries.map(({ name }) => name),
    stream(name) {
      const entry = entries.find((candidate) => candidate.name === name);
      if (!entry) return null;
      return entry.size < sectors.miniCutoff ? miniStream(sectors, root, entry) : sectors.read(entry.start, entry.size);
    },
  };
}

function miniStream(sectors: Sectors, root: Entry, entry: Entry): Buffer {
  if (entry.size === 0) return Buffer.alloc(0);
  const container = sectors.read(root.start, root.size);
  const table = sectors.miniTable();
  const count = Math.floor(container.length / MINI_SECTOR_BYTES);
  const pieces = chainOf(entry.start, Math.ceil(entry.size / MINI_SECTOR_BYTES), table, count).map((sector) =>
    container.subarray(sector * MINI_SECTOR_BYTES, (sector + 1) * MINI_SECTOR_BYTES),
  );
  return Buffer.concat(pieces).subarray(0, entry.size);
}

class Sectors {
  readonly miniCutoff: number;
  readonly #file: Buffer;
  readonly #bytes: number;
  readonly #count: number;
  readonly #table: Uint32Array;
  readonly #header: Buffer;

  constructor(file: Buffer) {
    this.#file = file;
    const header = file.subarray(0, HEADER_BYTES);
    if (header.length < HEADER_BYTES) throw new DamagedPart('container', 'header cut off');
    const shift = header.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw new DamagedPart('container', `sector size 2^${shift}`);
    if (header.readUInt16LE(28) !== 0xfffe) throw new DamagedPart('container', 'byte order');
    // Only files of large sectors count the sectors of their directory.
    if (shift === 9 && header.readUInt32LE(40) !== 0) throw new DamagedPart('container', 'count of directory sectors');
    this.#header = header;
    this.#bytes = 2 ** shift;
    assertWholeSectors(file, this.#bytes);
    this.#count = Math.max(0, Math.floor(file.length / this.#bytes) - 1);
    this.miniCutoff = header.readUInt32LE(56);
    if (this.miniCutoff > 0x10000) throw new DamagedPart('container', 'cut-off of small streams');
    this.#table = this.#allocationTable();
  }

  /** `size` bytes of the chain that begins at `start`. */
  read(start: number, size: number): Buffer {
    const chain = chainOf(start, Math.ceil(size / this.#bytes), this.#table, this.#count);
    const bytes = Buffer.concat(chain.map((sector) => this.#sector(sector)));
    return bytes.subarray(0, size);
  }

  /** The directory's bytes: a chain whose length nothing states. */
  directory(): Buffer {
    return this.#wholeChain(this.#header.readUInt32LE(48));
  }

  miniTable(): Uint32Array {
    return numbersOf(this.#wholeChain(this.#header.readUInt32LE(60)));
  }

  #wholeChain(start: number): Buffer {
    return Buffer.concat(chainOf(start, null, this.#table, this.#count).map((sector) => this.#sector(sector)));
  }

  #sector(sector: number): Buffer {
    if (sector >= this.#count) throw new DamagedPart('container', `sector ${sector} lies outside the file`);
    return this.#file.subarray((sector + 1) * this.#bytes, (sector + 2) * this.#bytes);
  }

  #allocationTable(): Uint32Array {
    const listed: number[] = [];
    for (let slot = 0; slot < DIFAT_IN_HEADER; slot += 1) listed.push(this.#header.readUInt32LE(76 + slot * 4));
    let next = this.#header.readUInt32LE(68);
    let left = this.#header.readUInt32LE(72);
    while (next < FIRST_MARK) {
      if (left === 0) throw new DamagedPart('container', 'list of tables is longer than it says');
      const numbers = numbersOf(this.#sector(next));
      listed.push(...numbers.subarray(0, -1));
      next = numbers.at(-1) ?? END_OF_CHAIN;
      left -= 1;
    }
    if (left > 0) throw new DamagedPart('container', 'list of tables is cut off');
    const tables = listed.filter((sector) => sector !== FREE);
    if (tables.length > this.#count) throw new DamagedPart('container', 'more tables than sectors');
    return numbersOf(Buffer.concat(tables.map((sector) => this.#sector(sector))));
  }
}

/**
 * A file of sectors is as long as its sectors: bytes that are missing or too many anywhere show here. A web server's line
 * end behind the last one is common and harmless.
 */
function assertWholeSectors(file: Buffer, sectorBytes: number): void {
  const rest = file.subarray(file.length - (file.length % sectorBytes));
  if (rest.length > 16 || rest.some((byte) => byte !== 0x0a && byte !== 0x0d && byte !== 0x20))
    throw new DamagedPart('container', 'no whole number of sectors');
}

/** The sectors of a chain: `wanted` of them, or all when that is null. */
function chainOf(start: number, wanted: number | null, table: Uint32Array, count: number): number[] {
  const chain: number[] = [];
  let sector = start;
  while (wanted === null ? sector !== END_OF_CHAIN : chain.length < wanted) {
    if (sector >= count) throw new DamagedPart('container', 'chain leads out of the file');
    if (chain.length >= count) throw new DamagedPart('container', 'chain runs in a circle');
    chain.push(sector);
    const next = table[sector];
    if (next === undefined) throw new DamagedPart('container', 'sector without entry in the table');
    sector = next;
  }
  return chain;
}

function numbersOf(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(Math.floor(bytes.length / 4));
  for (let index = 0; index < numbers.length; index += 1) numbers[index] = bytes.readUInt32LE(index * 4);
  return numbers;
}

function entriesOf(sectors: Sectors): Entry[] {
  const directory = sectors.directory();
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    assertLinks(directory, at);
    const length = directory.readUInt16LE(at + 64);
    if (length < 2 || length > 64) continue;
    entries.push({
      name: directory.toString('utf16le', at, at + length - 2),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  return entries;
}

/** The neighbours and the first child of an entry that is in use are entries too, or none; we find streams by name alone. */
function assertLinks(directory: Buffer, at: number): void {
  const isUsed = directory.readUInt8(at + 66) !== 0;
  const links = [68, 72, 76].map((place) => directory.readUInt32LE(at + place));
  if (isUsed && links.some((link) => link !== FREE && (link + 1) * ENTRY_BYTES > directory.length))
    throw new DamagedPart('container', 'directory leads to an entry that is not there');
}
