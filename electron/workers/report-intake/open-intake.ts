/** Reads an incoming report by what its bytes say it is; its name is never asked. */
import type { IntakeOptions } from '#shared/contract/report-intake-job.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ByteSource } from '../roster-import/byte-source.ts';
import { looksLikeChat } from './chat/lines.ts';
import { openChatArchive, readChatArchive, readChatText } from './chat/open-chat.ts';
import { decodePlain } from './decode-text.ts';
import { readEmail } from './email/read-email.ts';
import { INTAKE_LIMITS, limitExceeded } from './limits.ts';
import { readText } from './read-text.ts';
import type { IntakeReading } from './reading.ts';
import { asIntake } from './refusals.ts';
import { isReportTable, type RecallColumns, readTable } from './table/read-table.ts';

/** Bytes by which a file is told. */
const HEAD_BYTES = 32_768;

export interface IntakeFile {
  readonly source: ByteSource;
  /** Text that was pasted: never a table or an email with files. */
  readonly pasted: boolean;
}

/** FILE_EMPTY, INTAKE_FORMAT_UNSUPPORTED, INTAKE_FILE_DAMAGED, INTAKE_FILE_ENCRYPTED, INTAKE_LIMIT_EXCEEDED, INTAKE_EMPTY. */
export async function openIntake(
  { source, pasted }: IntakeFile,
  options: IntakeOptions,
  progress: (done: number, total: number) => void = () => undefined,
  recall: RecallColumns = () => Promise.resolve(null),
): Promise<IntakeReading> {
  if (source.size === 0) throw new AppError('FILE_EMPTY');
  const head = Buffer.from(await source.read(0, HEAD_BYTES));
  if (options.asText) return readText(decodePlain(await textBytes(source)));
  if (isZip(head)) return await asIntake(() => readZip(source, options, progress, recall));
  if (options.table) return await asIntake(() => readTable(source, options, recall));
  const beginning = decodePlain(head).text;
  if (looksLikeChat(beginning)) return readChatText(decodePlain(await textBytes(source)), options.order);
  if (pasted) return readText(decodePlain(await textBytes(source)));
  if (looksLikeEmail(head)) return await readEmail(await textBytes(source));
  return await readTableOrText(source, options, recall);
}

/** Whether a file is an email: its first lines are headers, of which two are those of emails. */
export function looksLikeEmail(head: Buffer): boolean {
  const text = head.toString('latin1').replace(/^\ufeff|^\u00ef\u00bb\u00bf/, '');
  const lines = (text.startsWith('From ') ? text.slice(text.indexOf('\n') + 1) : text).split(/\r?\n/, 200);
  const known = new Set<string>();
  for (const line of lines) {
    if (line === '') break;
    if (/^[ \t]/.test(line)) continue;
    const name = /^([!-9;-~]{1,80}):/.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) return false;
    if (OF_EMAILS.has(name)) known.add(name);
  }
  return known.size >= 2;
}

const OF_EMAILS = new Set([
  ...['from', 'to', 'cc', 'subject', 'date', 'message-id', 'mime-version', 'content-type', 'received', 'return-path'],
  ...['delivered-to', 'reply-to', 'dkim-signature', 'x-mailer', 'content-transfer-encoding', 'in-reply-to'],
]);

/** A workbook is a ZIP file too; what is neither a chat nor a table is refused by name. */
async function readZip(
  source: ByteSource,
  options: IntakeOptions,
  progress: (done: number, total: number) => void,
  recall: RecallColumns,
): Promise<IntakeReading> {
  if (options.table) return await readTable(source, options, recall);
  const chat = await openChatArchive(source);
  if (chat !== null) return await readChatArchive(chat, options.order, progress);
  return await readTable(source, options, recall);
}

/** A text with separators is a table where its headings are known; any other text is read as it stands. */
async function readTableOrText(
  source: ByteSource,
  options: IntakeOptions,
  recall: RecallColumns,
): Promise<IntakeReading> {
  const isBinary = Buffer.from(await source.read(0, 4096)).includes(0);
  try {
    const table = await asIntake(() => readTable(source, options, recall));
    if (isReportTable(table) || !['csv', 'tsv'].includes(table.table?.format ?? '')) return table;
  } catch (error) {
    const code = error instanceof AppError ? error.code : '';
    const isText = error instanceof AppError && error.params['format'] === 'text';
    // Prose with an open quote or a stray byte is no damaged table, as long as nothing shows that it was to be one.
    const maybeText = isText || (code === 'INTAKE_FILE_DAMAGED' && !isBinary && !(await hasReportHeadings(source)));
    if (!maybeText) throw error;
  }
  return readText(decodePlain(await textBytes(source)));
}

/** Whether the first line names columns: then a broken file is told as a broken table. */
async function hasReportHeadings(source: ByteSource): Promise<boolean> {
  const first = decodePlain(Buffer.from(await source.read(0, 4096))).text.split(/\r?\n/, 1)[0] ?? '';
  return /[;,\t|]/.test(first) && /tanggal|tgl|pelapor|terlapor|uraian|tautan|kontak/i.test(first);
}

function isZip(head: Buffer): boolean {
  return head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
}

/** All bytes of a text, which is held in memory. */
export async function textBytes(source: ByteSource): Promise<Buffer> {
  if (source.size > INTAKE_LIMITS.textBytes) throw limitExceeded('textBytes');
  const pieces: Uint8Array[] = [];
  for (let offset = 0; offset < source.size; ) {
    const piece = await source.read(offset, Math.min(1_048_576, source.size - offset));
    if (piece.length === 0) throw new Error('the file ended before its size');
    offset += piece.length;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
