/** The few PDF object forms that we write ourselves. */

/** An indirect object of pdfkit's numbering; `offset` is set when it is written. */
export interface PdfReference {
  readonly id: number;
  offset: number;
  toString(): string;
}

/** A text string, hexadecimal or literal, ready to write; see textString. */
export class PdfText extends String {}

/**
 * What a dictionary of ours may hold. A string is written as it stands: names carry their slash, text is made by
 * textString. undefined leaves the key out.
 */
export type PdfValue = string | number | PdfReference | PdfText | readonly PdfValue[] | PdfDictionary | undefined;
export interface PdfDictionary {
  readonly [key: string]: PdfValue;
}

/** Text as pdfkit knows it: a String object; both pdfkit and serialisePdf escape it. */
export function textString(text: string): PdfText {
  return new PdfText(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
}

/** A name with every byte that a name cannot hold written as #xx. */
export function pdfName(name: string): string {
  let written = '/';
  for (const byte of new TextEncoder().encode(name)) {
    const regular = byte > 0x20 && byte < 0x7f && !'()<>[]{}/%#'.includes(String.fromCharCode(byte));
    written += regular ? String.fromCharCode(byte) : `#${byte.toString(16).padStart(2, '0').toUpperCase()}`;
  }
  return written;
}

/** A date as PDF writes it, in UTC. */
export function pdfDate(date: Date): string {
  const digits = date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  return `(D:${digits}Z)`;
}

/** Writes a value as PDF source. */
export function serialisePdf(value: PdfValue): string {
  if (value === undefined) return 'null';
  if (value instanceof PdfText) return hexText(value.valueOf());
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6);
  if (isList(value)) return `[${value.map(serialisePdf).join(' ')}]`;
  if (isReference(value)) return `${value.id} 0 R`;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `<<\n${entries.map(([key, item]) => `/${key} ${serialisePdf(item)}`).join('\n')}\n>>`;
}

function isList(value: PdfValue): value is readonly PdfValue[] {
  return Array.isArray(value);
}

function isReference(value: PdfReference | PdfDictionary): value is PdfReference {
  return 'gen' in value && 'document' in value;
}

/** ASCII as hex bytes, anything else as UTF-16BE with its mark: no escaping rule can go wrong. */
function hexText(text: string): string {
  // The range is ASCII itself, control characters included.
  const ascii = /^[\u0000-\u007f]*$/.test(text);
  const bytes = ascii ? Buffer.from(text, 'latin1') : Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}
