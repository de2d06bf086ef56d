/** Which characters the bytes of a text file stand for. The whole file is looked at: a guess from its beginning is none. */
import type { ByteSource } from '../byte-source.ts';
import { DamagedPart } from '../damage.ts';
import { chunksOf } from '../foreign/chunks.ts';
import { windows1252 } from '../windows-1252.ts';

/** What Indonesian offices' programs write: Excel the last three, everything newer the first. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** An encoding, or the line (from 1) at which the file stops being text. */
export type EncodingVerdict =
  | { readonly encoding: TextEncoding }
  | { readonly brokenAt: number; readonly reason: string };

/** Looks at every byte. A file without a mark that is not UTF-8 is Windows-1252, unless it was UTF-8 and is broken. */
export async function detectEncoding(source: ByteSource): Promise<EncodingVerdict> {
  const head = Buffer.from(await source.read(0, 4096));
  const wide = wideEncoding(head);
  if (wide) return source.size % 2 === 0 ? { encoding: wide } : { brokenAt: 1, reason: 'half a character at the end' };
  const census = new ByteCensus(source.size);
  for await (const chunk of chunksOf(source)) {
    census.add(chunk);
    if (census.control !== null) return { brokenAt: census.control, reason: 'a control byte' };
  }
  return census.verdict(head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf);
}

/** UTF-16 by its mark, or by the zero half of nearly every character. */
export function wideEncoding(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(head.length / 2);
  if (pairs < 2) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (head[index] === 0) even += 1;
    if (head[index + 1] === 0) odd += 1;
  }
  if (even === 0 && odd > pairs * 0.7) return 'utf-16le';
  return odd === 0 && even > pairs * 0.7 ? 'utf-16be' : null;
}

/** The beginning as text, for a look: what is cut off at its end does not count. */
export function decodedHead(bytes: Uint8Array, encoding: TextEncoding): string {
  return encoding === 'windows-1252' ? windows1252(bytes) : new TextDecoder(encoding).decode(bytes);
}

/** Decodes in pieces; throws DamagedPart for bytes that are no characters. */
export async function* decoded(source: ByteSource, encoding: TextEncoding): AsyncGenerator<string, void, undefined> {
  if (encoding === 'windows-1252') {
    for await (const chunk of chunksOf(source)) yield windows1252(chunk);
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of chunksOf(source)) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new DamagedPart('encoding', 'bytes are no characters', { cause: error });
    throw error;
  }
}

const LINE_FEED = 10;
/** Bytes that Windows-1252 gives to no character. */
const UNUSED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** What a text from DOS ends with. */
const DOS_END = 0x1a;

class ByteCensus {
  /** Line of the first byte that stands in no text; null as long as there is none. */
  control: number | null = null;
  readonly #size: number;
  #seen = 0;
  #lines = 1;
  /** Bytes that are still owed by a UTF-8 character, and the least and most that the next one may be. */
  #owed = 0;
  #least = 0x80;
  #most = 0xbf;
  #characters = 0;
  #broken = 0;
  #firstBroken = 0;
  #unused = 0;

  constructor(size: number) {
    this.#size = size;
  }

  add(chunk: Uint8Array): void {
    for (const byte of chunk) {
      this.#seen += 1;
      if (byte < 0x80) {
        if (this.#owed > 0) this.#break();
        if (byte < 32 && !this.#isPlain(byte)) {
          this.control ??= this.#lines;
          return;
        }
        if (byte === LINE_FEED) this.#lines += 1;
      } else this.#addHigh(byte);
    }
  }

  verdict(marked: boolean): EncodingVerdict {
    if (this.#owed > 0) this.#break();
    if (this.#broken === 0) return { encoding: 'utf-8' };
    // Windows-1252 hits upon a UTF-8 character only by chance; a file with many of them was UTF-8.
    const wasUtf8 = marked || this.#characters > this.#broken;
    if (wasUtf8) return { brokenAt: this.#firstBroken, reason: 'not UTF-8 any more' };
    return this.#unused === 0
      ? { encoding: 'windows-1252' }
      : { brokenAt: this.#unused, reason: 'bytes that are no characters' };
  }

  #isPlain(byte: number): boolean {
    return (
      byte === 9 || byte === LINE_FEED || byte === 12 || byte === 13 || (byte === DOS_END && this.#seen === this.#size)
    );
  }

  #addHigh(byte: number): void {
    if (UNUSED_1252.has(byte) && this.#unused === 0) this.#unused = this.#lines;
    if (this.#owed > 0 && byte >= this.#least && byte <= this.#most) {
      this.#least = 0x80;
      this.#most = 0xbf;
      this.#owed -= 1;
      if (this.#owed === 0) this.#characters += 1;
      return;
    }
    if (this.#owed > 0) this.#break();
    if (byte >= 0xc2 && byte <= 0xdf) this.#owed = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.#begin(2, byte === 0xe0 ? 0xa0 : 0x80, byte === 0xed ? 0x9f : 0xbf);
    else if (byte >= 0xf0 && byte <= 0xf4) this.#begin(3, byte === 0xf0 ? 0x90 : 0x80, byte === 0xf4 ? 0x8f : 0xbf);
    else this.#break();
  }

  #begin(owed: number, least: number, most: number): void {
    this.#owed = owed;
    this.#least = least;
    this.#most = most;
  }

  #break(): void {
    this.#owed = 0;
    this.#least = 0x80;
    this.#most = 0xbf;
    if (this.#broken === 0) this.#firstBroken = this.#lines;
    this.#broken += 1;
  }
}
