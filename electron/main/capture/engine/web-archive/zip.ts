/**
 * A ZIP file whose entries are stored as they are, written from front to end: readers jump into an entry by its offset,
 * which a compressed one would not allow. No entry and no file reaches four gigabytes here.
 */
import { concat, utf8 } from './bytes.ts';

interface Entry {
  readonly name: Uint8Array;
  readonly offset: number;
  crc: number;
  bytes: number;
}

/** Names are UTF-8; size and checksum follow the bytes. */
const FLAGS = 0x0808;
const VERSION = 20;
const LARGEST = 0xffff_ffff;

export class ZipWriter {
  readonly #entries: Entry[] = [];
  readonly #stamp: readonly [time: number, day: number];
  #offset = 0;

  /** `at` stands at every entry (UTC; the format knows no zone). */
  constructor(at: Date) {
    const day = ((Math.max(1980, at.getUTCFullYear()) - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
    const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
    this.#stamp = [time, day];
  }

  /** The entry's beginning; its bytes and `end` follow. */
  begin(name: string): Uint8Array {
    const entry = { name: utf8(name), offset: this.#offset, crc: 0xffff_ffff, bytes: 0 };
    this.#entries.push(entry);
    return this.#passed(
      concat([
        fields([0x04034b50, 4], [VERSION, 2], ...this.#common(0, 0), [entry.name.length, 2], [0, 2]),
        entry.name,
      ]),
    );
  }

  /** Bytes of the entry that was begun last. */
  take(bytes: Uint8Array): Uint8Array {
    const entry = this.#last();
    entry.crc = crc32(bytes, entry.crc);
    entry.bytes += bytes.byteLength;
    return this.#passed(bytes);
  }

  /** The entry's end. */
  end(): Uint8Array {
    const entry = this.#last();
    entry.crc = ~entry.crc >>> 0;
    return this.#passed(fields([0x08074b50, 4], [entry.crc, 4], [entry.bytes, 4], [entry.bytes, 4]));
  }

  /** The list of entries that ends the file. */
  finish(): Uint8Array {
    const list = concat(
      this.#entries.map(({ name, offset, crc, bytes }) =>
        concat([
          fields([0x02014b50, 4], [VERSION, 2], [VERSION, 2], ...this.#common(crc, bytes), [name.length, 2]),
          fields([0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
          name,
        ]),
      ),
    );
    const count = this.#entries.length;
    const end = fields([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [list.byteLength, 4]);
    return concat([list, end, fields([this.#offset, 4], [0, 2])]);
  }

  /** From the flags to the sizes: the same in both headers. */
  #common(crc: number, bytes: number): (readonly [number, 2 | 4])[] {
    const [time, day] = this.#stamp;
    return [
      [FLAGS, 2],
      [0, 2],
      [time, 2],
      [day, 2],
      [crc, 4],
      [bytes, 4],
      [bytes, 4],
    ];
  }

  #last(): Entry {
    const entry = this.#entries.at(-1);
    if (entry === undefined) throw new Error('no entry was begun');
    return entry;
  }

  #passed(bytes: Uint8Array): Uint8Array {
    this.#offset += bytes.byteLength;
    if (this.#offset > LARGEST) throw new Error('the archive is larger than its format allows');
    return bytes;
  }
}

/** Little-endian numbers of two or four bytes. */
function fields(...numbers: readonly (readonly [value: number, size: 2 | 4])[]): Uint8Array {
  const bytes = new Uint8Array(numbers.reduce((sum, [, size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of numbers) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** Goes on with a checksum that began with all bits set and is turned round at the end. */
function crc32(bytes: Uint8Array, before: number): number {
  let crc = before;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return crc >>> 0;
}
