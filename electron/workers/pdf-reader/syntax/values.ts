/** PDF objects as plain values. */

/** A name without its slash, `#xx` undone, one character a byte. */
export interface PdfName {
  readonly type: 'name';
  readonly name: string;
}

/** A string's bytes; `start` and `end` say where it stands in the file, delimiters included. */
export interface PdfString {
  readonly type: 'string';
  readonly bytes: Uint8Array;
  readonly hex: boolean;
  readonly start: number;
  readonly end: number;
}

export interface PdfReference {
  readonly type: 'reference';
  readonly number: number;
  readonly generation: number;
}

export type PdfDictionary = Map<string, PdfValue>;
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfReference | PdfValue[] | PdfDictionary;

/** An indirect object; a stream's data is a range of the file, or bytes that were made in memory. */
export interface PdfObject {
  readonly value: PdfValue;
  /** Offset of the first byte of stream data, when the object is a stream. */
  readonly streamStart?: number;
}

export function pdfName(name: string): PdfName {
  return { type: 'name', name };
}

export function pdfReference(number: number, generation = 0): PdfReference {
  return { type: 'reference', number, generation };
}

/** A string from bytes. */
export function pdfBytes(bytes: Uint8Array, hex = false): PdfString {
  return { type: 'string', bytes, hex, start: 0, end: 0 };
}

/** A text string: ASCII as it is, anything else as UTF-16 with its mark. */
export function pdfText(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return pdfBytes(Buffer.from(text, 'latin1'));
  return pdfBytes(Buffer.concat([Uint8Array.of(0xfe, 0xff), Buffer.from(text, 'utf16le').swap16()]), true);
}

/** Reads a text string: UTF-16 or UTF-8 by its mark, else Latin-1. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (!isString(value)) return undefined;
  const bytes = Buffer.from(value.bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return bytes
      .subarray(2, bytes.length - (bytes.length % 2))
      .swap16()
      .toString('utf16le');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8');
  return bytes.toString('latin1');
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return isTyped(value) && value.type === 'reference';
}

export function isString(value: PdfValue | undefined): value is PdfString {
  return isTyped(value) && value.type === 'string';
}

/** The name's text, if it is a name. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return isTyped(value) && value.type === 'name' ? value.name : undefined;
}

/** A whole number that is not negative, if it is one. */
export function countOf(value: PdfValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** Equal in what they say; references are compared, not followed. */
export function sameValue(one: PdfValue | undefined, other: PdfValue | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) && one.length === other.length && one.every((item, index) => sameValue(item, other[index]))
    );
  }
  if (isDictionary(one)) {
    return (
      isDictionary(other) &&
      one.size === other.size &&
      [...one].every(([key, value]) => sameValue(value, other.get(key)))
    );
  }
  if (!isTyped(one) || !isTyped(other)) return false;
  if (one.type === 'name') return other.type === 'name' && one.name === other.name;
  if (one.type === 'reference') {
    return other.type === 'reference' && one.number === other.number && one.generation === other.generation;
  }
  return other.type === 'string' && Buffer.compare(one.bytes, other.bytes) === 0;
}

function isTyped(value: PdfValue | undefined): value is PdfName | PdfString | PdfReference {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map);
}
