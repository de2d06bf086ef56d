/** What a file is, by its bytes; its name is never asked. */
import { AppError } from '#shared/errors/app-error.ts';
import type { ByteSource } from './byte-source.ts';
import { wideEncoding } from './csv/encoding.ts';
import { isBareBiff } from './foreign/biff.ts';

/** Bytes that are looked at: the root element of an OpenDocument file alone takes three thousand. */
const HEAD_BYTES = 16 * 1024;

/** Families of files that are told apart by their beginning; what is inside a container is seen when it is opened. */
export type FileFamily = 'zip' | 'compound' | 'biff' | 'xml-2003' | 'flat-ods' | 'html' | 'text';

/** Throws FILE_EMPTY, and ROSTER_FORMAT_UNSUPPORTED naming what the file is when it can hold no table. */
export async function sniffFamily(source: ByteSource): Promise<FileFamily> {
  if (source.size === 0) throw new AppError('FILE_EMPTY');
  const head = Buffer.from(await source.read(0, HEAD_BYTES));
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'compound';
  if (isBareBiff(head)) return 'biff';
  const known = SIGNATURES.find(([, bytes]) => startsWith(head, bytes));
  if (known) throw new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: known[0] });
  const text = textOf(head);
  if (text === null) throw new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'unknown' });
  return familyOfText(text);
}

/** Signatures of what people try to import, in the order in which they are tried. */
const SIGNATURES: readonly (readonly [format: string, bytes: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
];

function familyOfText(text: string): FileFamily {
  const beginning = text.replace(/^\ufeff/, '').trimStart();
  if (beginning.startsWith('<')) {
    if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/i.test(text) && !/<html\b/i.test(text))
      return 'xml-2003';
    if (/<office:document\b|opendocument\.spreadsheet/i.test(text)) return 'flat-ods';
  }
  const tables = /<table\b/i.test(text) && /<tr\b/i.test(text);
  if (tables || (beginning.startsWith('<') && /<(!doctype html|html|table|meta|head|body)\b/i.test(text)))
    return 'html';
  if (/^<(\?xml|!DOCTYPE|\w+[\s>])/i.test(beginning))
    throw new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'xml' });
  if (/^MIME-Version:/i.test(beginning)) throw new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'mht' });
  if (/^[{[]\s*(["{[\]}]|-?\d)/.test(beginning)) throw new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'json' });
  return 'text';
}

/** The beginning as text, or null when it is none. */
function textOf(head: Buffer): string | null {
  const wide = wideEncoding(head);
  if (wide) return new TextDecoder(wide).decode(head.subarray(0, head.length - (head.length % 2)));
  const control = head.subarray(0, 4096).filter((byte) => byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 0x1a);
  // One stray byte is a damaged text, which is told with its row; many are no text.
  return control.length > head.length / 200 ? null : head.toString('latin1');
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}
