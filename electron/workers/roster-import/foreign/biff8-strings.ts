/** Strings of an Excel 97 to 2003 workbook: characters of one or two bytes, and a table that runs over many records. */
import { DamagedPart } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';

const WIDE = 0x01;
const EXTENDED = 0x04;
const RICH = 0x08;

/** A string with a length of one or two bytes before it (XLUnicodeString, ShortXLUnicodeString), at `at`. */
export function unicodeString(body: Buffer, at: number, lengthBytes: 1 | 2): string {
  if (at + lengthBytes + 1 > body.length) throw cutOff();
  const count = lengthBytes === 1 ? body.readUInt8(at) : body.readUInt16LE(at);
  const flags = body.readUInt8(at + lengthBytes);
  const start = at + lengthBytes + 1;
  const bytes = (flags & WIDE) === 0 ? count : count * 2;
  if (flags > (WIDE | EXTENDED | RICH) || start + bytes > body.length) throw cutOff();
  return characters(body.subarray(start, start + bytes), flags);
}

/** All strings of the table, from the bodies of its record and of those that continue it. */
export function stringTable(bodies: readonly Buffer[]): readonly string[] {
  const reader = new TableReader(bodies);
  reader.number(4);
  const count = reader.number(4);
  if (count > LIMITS.sharedStrings) throw limitExceeded('sharedStrings');
  const strings: string[] = [];
  for (let index = 0; index < count; index += 1) strings.push(reader.string());
  return strings;
}

class TableReader {
  readonly #bodies: readonly Buffer[];
  #index = 0;
  #at = 0;

  constructor(bodies: readonly Buffer[]) {
    this.#bodies = bodies;
  }

  number(bytes: 1 | 2 | 4): number {
    let value = 0;
    for (let index = 0; index < bytes; index += 1) value += this.#bytes(1).readUInt8(0) * 256 ** index;
    return value;
  }

  string(): string {
    const count = this.number(2);
    const flags = this.number(1);
    if (flags > (WIDE | EXTENDED | RICH) || (flags & 2) !== 0)
      throw new DamagedPart('record', 'string of an unknown kind');
    const runs = (flags & RICH) === 0 ? 0 : this.number(2);
    const extension = (flags & EXTENDED) === 0 ? 0 : this.number(4);
    const text = this.#characters(count, flags);
    this.#skip(runs * 4 + extension);
    return text;
  }

  /** Where a string runs into the next record, that one begins by saying how wide the rest is. */
  #characters(count: number, flags: number): string {
    let text = '';
    let wide = flags & WIDE;
    for (let left = count; left > 0; ) {
      if (this.#rest() === 0) wide = this.#next().readUInt8(this.#at++) & WIDE;
      const width = wide === 0 ? 1 : 2;
      const whole = Math.min(left, Math.floor(this.#rest() / width));
      if (whole === 0) throw cutOff();
      const piece = characters(this.#bytes(whole * width), wide);
      text = text === '' ? piece : text + piece;
      left -= whole;
    }
    return text;
  }

  #rest(): number {
    return (this.#bodies[this.#index]?.length ?? 0) - this.#at;
  }

  #next(): Buffer {
    this.#index += 1;
    this.#at = 0;
    const body = this.#bodies[this.#index];
    if (body === undefined || body.length === 0) throw cutOff();
    return body;
  }

  /** `length` bytes that lie in one record. */
  #bytes(length: number): Buffer {
    if (this.#rest() === 0) this.#next();
    const body = this.#bodies[this.#index];
    if (body === undefined || this.#rest() < length) throw cutOff();
    this.#at += length;
    return body.subarray(this.#at - length, this.#at);
  }

  #skip(length: number): void {
    for (let left = length; left > 0; ) {
      if (this.#rest() === 0) this.#next();
      const step = Math.min(left, this.#rest());
      this.#at += step;
      left -= step;
    }
  }
}

function characters(bytes: Buffer, flags: number): string {
  return (flags & WIDE) === 0 ? bytes.toString('latin1') : bytes.toString('utf16le');
}

function cutOff(): DamagedPart {
  return new DamagedPart('record', 'string cut off');
}
