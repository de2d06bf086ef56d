/** What a file is, by its bytes; its name is never asked. */
import { AppError } from '#shared/errors/app-error.ts';
import type { ByteSource } from './byte-source.ts';
import { compoundFileNames } from './cfb.ts';

const HEAD_BYTES = 4096;

/** Passes for a zip, which may be a workbook; refuses everything else by its name. */
export async function assertSpreadsheetContainer(source: ByteSource): Promise<void> {
  if (source.size === 0) throw new AppError('FILE_EMPTY');
  const head = Buffer.from(await source.read(0, HEAD_BYTES));
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return;
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) throw await compoundFileError(source);
  throw new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: formatOf(head) });
}

async function compoundFileError(source: ByteSource): Promise<AppError> {
  const names = await compoundFileNames(source);
  if (names === null) return new AppError('ROSTER_FILE_DAMAGED', { problem: 'container', sheet: null, row: null });
  if (names.includes('EncryptedPackage')) return new AppError('ROSTER_FILE_ENCRYPTED', { format: 'xlsx' });
  if (names.includes('Workbook') || names.includes('Book'))
    return new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'xls' });
  if (names.includes('WordDocument')) return new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'doc' });
  return new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'ole' });
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
  ['xls', [0x09, 0x08]],
  ['xls', [0x09, 0x04]],
  ['xls', [0x09, 0x02]],
];

function formatOf(head: Buffer): string {
  const known = SIGNATURES.find(([, bytes]) => startsWith(head, bytes));
  if (known) return known[0];
  const text = textOf(head);
  if (text === null) return 'unknown';
  if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/i.test(text)) return 'xml-2003';
  if (/<(!doctype html|html|table|meta|head|body)\b/i.test(text)) return 'html';
  if (/^\s*<\?xml/i.test(text)) return 'xml';
  return /[;,\t|]/.test(text) ? 'csv' : 'text';
}

/** The beginning as text, or null when it is none. UTF-16 counts only with its mark. */
function textOf(head: Buffer): string | null {
  if (startsWith(head, [0xff, 0xfe])) return head.subarray(2).toString('utf16le');
  if (startsWith(head, [0xfe, 0xff]))
    return Buffer.from(head.subarray(2, head.length - (head.length % 2)))
      .swap16()
      .toString('utf16le');
  const control = head.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12).length;
  return control === 0 ? head.toString('latin1') : null;
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}
