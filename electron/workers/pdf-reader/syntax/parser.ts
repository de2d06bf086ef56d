/** Reads PDF objects from a window of a file. Hostile input: depth, sizes and numbers are limited. */
import type { PdfDictionary, PdfObject, PdfValue } from './values.ts';

/** The bytes are not PDF. */
export class PdfSyntaxError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PdfSyntaxError';
  }
}

/** The window ends inside an object: read a larger one. */
export class WindowTooSmall extends Error {}

const DEEPEST = 64;
const LONGEST_NUMBER = 32;
const WHITESPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set(Buffer.from('()<>[]{}/%'));
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** A window of the file. `final` says that nothing follows it; else running into its end is a WindowTooSmall. */
export interface ParserWindow {
  readonly bytes: Uint8Array;
  /** Offset of the window in the file. */
  readonly base: number;
  readonly final: boolean;
}

/** Reads values one after the other from a window. */
export class PdfParser {
  private readonly bytes: Buffer;
  private readonly base: number;
  private readonly final: boolean;
  position: number;

  constructor({ bytes, base, final }: ParserWindow, position = 0) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.base = base;
    this.final = final;
    this.position = position;
  }

  /** `N G obj … endobj`, or up to the start of its stream's data. */
  readIndirectObject(): { readonly number: number; readonly generation: number; readonly object: PdfObject } {
    const number = this.readInteger();
    const generation = this.readInteger();
    this.expectKeyword('obj');
    const value = this.readValue();
    const keyword = this.readKeyword();
    if (keyword === 'endobj') return { number, generation, object: { value } };
    if (keyword !== 'stream') throw new PdfSyntaxError('an object without end');
    if (this.peek() === 13) this.position++;
    if (this.peek() !== 10) throw new PdfSyntaxError('no line end after stream');
    this.position++;
    return { number, generation, object: { value, streamStart: this.base + this.position } };
  }

  readValue(depth = 0): PdfValue {
    if (depth > DEEPEST) throw new PdfSyntaxError('nested too deeply');
    this.skipSpace();
    const byte = this.peek();
    if (byte === 0x2f) return { type: 'name', name: this.readName() };
    if (byte === 0x28) return this.readLiteralString();
    if (byte === 0x5b) return this.readArray(depth);
    if (byte === 0x3c) return this.peek(1) === 0x3c ? this.readDictionary(depth) : this.readHexString();
    if (isNumberStart(byte)) return this.readNumberOrReference();
    const keyword = this.readKeyword();
    if (keyword === 'true') return true;
    if (keyword === 'false') return false;
    if (keyword === 'null') return null;
    throw new PdfSyntaxError('unknown keyword');
  }

  readInteger(): number {
    this.skipSpace();
    const value = this.readNumber();
    if (!Number.isSafeInteger(value) || value < 0) throw new PdfSyntaxError('not a whole number');
    return value;
  }

  /** The next run of regular characters, for example `trailer`. */
  readKeyword(): string {
    this.skipSpace();
    const start = this.position;
    while (isRegular(this.peekOrEnd())) this.position++;
    if (this.position - start > LONGEST_NUMBER) throw new PdfSyntaxError('keyword too long');
    return this.text(start, this.position);
  }

  expectKeyword(expected: string): void {
    if (this.readKeyword() !== expected) throw new PdfSyntaxError(`${expected} expected`);
  }

  skipSpace(): void {
    for (;;) {
      const byte = this.peekOrEnd();
      if (byte === 0x25) while (![10, 13, -1].includes(this.peekOrEnd())) this.position++;
      else if (WHITESPACE.has(byte)) this.position++;
      else return;
    }
  }

  private readArray(depth: number): PdfValue[] {
    this.position++;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.peek() === 0x5d) {
        this.position++;
        return items;
      }
      items.push(this.readValue(depth + 1));
    }
  }

  private readDictionary(depth: number): PdfDictionary {
    this.position += 2;
    const entries: PdfDictionary = new Map();
    for (;;) {
      this.skipSpace();
      if (this.peek() === 0x3e) {
        if (this.peek(1) !== 0x3e) throw new PdfSyntaxError('dictionary end');
        this.position += 2;
        return entries;
      }
      if (this.peek() !== 0x2f) throw new PdfSyntaxError('a dictionary key must be a name');
      const key = this.readName();
      // Readers differ in which of two equal keys they take, so neither can be trusted.
      if (entries.has(key)) throw new PdfSyntaxError('a dictionary key twice');
      entries.set(key, this.readValue(depth + 1));
    }
  }

  private readName(): string {
    this.position++;
    const start = this.position;
    while (isRegular(this.peekOrEnd())) this.position++;
    return this.text(start, this.position).replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    );
  }

  private readNumberOrReference(): PdfValue {
    const value = this.readNumber();
    const after = this.position;
    if (!Number.isSafeInteger(value) || value < 0) return value;
    const match = /^[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
      this.text(after, after + LONGEST_NUMBER),
    );
    // A reference may be cut by the window's end.
    if (!this.final && after + LONGEST_NUMBER > this.bytes.length) this.needMore();
    if (match === null) return value;
    this.position = after + match[0].length;
    return { type: 'reference', number: value, generation: Number(match[1]) };
  }

  private readNumber(): number {
    const start = this.position;
    while (isNumberStart(this.peekOrEnd())) this.position++;
    const text = this.text(start, this.position);
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) || text.length > LONGEST_NUMBER)
      throw new PdfSyntaxError('not a number');
    return Number(text);
  }

  private readHexString(): PdfValue {
    const start = this.position;
    const end = this.bytes.indexOf(0x3e, start);
    if (end < 0) this.needMore();
    const digits = this.text(start + 1, end).replace(/[\0\t\n\f\r ]/g, '');
    if (!/^[0-9A-Fa-f]*$/.test(digits)) throw new PdfSyntaxError('hexadecimal string');
    this.position = end + 1;
    const bytes = Uint8Array.from(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'));
    return { type: 'string', bytes, hex: true, start: this.base + start, end: this.base + this.position };
  }

  private readLiteralString(): PdfValue {
    const start = this.position;
    const bytes: number[] = [];
    this.position++;
    for (let open = 1; open > 0; ) {
      const byte = this.take();
      if (byte === 0x5c) {
        this.readEscape(bytes);
        continue;
      }
      if (byte === 0x28) open++;
      if (byte === 0x29) open--;
      if (open > 0) bytes.push(byte);
    }
    return {
      type: 'string',
      bytes: Uint8Array.from(bytes),
      hex: false,
      start: this.base + start,
      end: this.base + this.position,
    };
  }

  private readEscape(bytes: number[]): void {
    const byte = this.take();
    if (byte === 13) {
      if (this.peek() === 10) this.position++;
      return;
    }
    if (byte === 10) return;
    if (byte < 0x30 || byte > 0x37) {
      bytes.push(ESCAPES[String.fromCharCode(byte)] ?? byte);
      return;
    }
    let value = byte - 0x30;
    for (let count = 1; count < 3 && this.peek() >= 0x30 && this.peek() <= 0x37; count++)
      value = value * 8 + this.take() - 0x30;
    bytes.push(value & 0xff);
  }

  private text(start: number, end: number): string {
    return this.bytes.toString('latin1', start, end);
  }

  private take(): number {
    const byte = this.peek();
    this.position++;
    return byte;
  }

  private peek(ahead = 0): number {
    return this.bytes[this.position + ahead] ?? this.needMore();
  }

  private peekOrEnd(): number {
    return this.bytes[this.position] ?? (this.final ? -1 : this.needMore());
  }

  private needMore(): never {
    throw new WindowTooSmall();
  }
}

function isNumberStart(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e;
}

function isRegular(byte: number): boolean {
  return byte >= 0 && !WHITESPACE.has(byte) && !DELIMITERS.has(byte);
}
