/** Opens a roster file by what its bytes say it is; its name is never asked. */
import { AppError } from '#shared/errors/app-error.ts';
import { bufferSource, type ByteSource, pagedSource } from './byte-source.ts';
import { type CompoundFile, openCompoundFile } from './cfb.ts';
import { openCsv } from './csv/open-csv.ts';
import { withPlace } from './damage.ts';
import { openLockedPackage } from './encrypted/open-package.ts';
import { bytesOf } from './foreign/chunks.ts';
import { openHtml } from './foreign/html.ts';
import { openFlatOds, openOds } from './foreign/open-document.ts';
import { openBareXls, openXls } from './foreign/open-xls.ts';
import { openXlsb } from './foreign/open-xlsb.ts';
import { openSpreadsheetXml } from './foreign/spreadsheet-xml.ts';
import { LIMITS, limitExceeded } from './limits.ts';
import type { RosterFile } from './roster-file.ts';
import { sniffFamily } from './sniff.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';
import { openZipArchive, type ZipArchive } from './xlsx/zip-archive.ts';

/** What the user knows about a file and its bytes do not tell. */
export interface OpenOptions {
  readonly password?: string | undefined;
}

/**
 * Throws FILE_EMPTY, ROSTER_FORMAT_UNSUPPORTED, ROSTER_FILE_DAMAGED, ROSTER_FILE_ENCRYPTED, ROSTER_PASSWORD_WRONG,
 * ROSTER_LIMIT_EXCEEDED.
 */
export async function openRosterFile(source: ByteSource, options: OpenOptions = {}): Promise<RosterFile> {
  if (source.size > LIMITS.fileBytes) throw limitExceeded('fileBytes');
  switch (await sniffFamily(source)) {
    case 'zip':
      return openZip(source);
    case 'compound':
      return openCompound(await wholeFile(source), options);
    case 'biff':
      return openBareXls(await wholeFile(source), options);
    case 'xml-2003':
      return openSpreadsheetXml(source);
    case 'flat-ods':
      return openFlatOds(source);
    case 'html':
      return openHtml(source);
    case 'text':
      return openCsv(source);
  }
}

async function openZip(source: ByteSource): Promise<RosterFile> {
  const archive = await placed(() => openZipArchive(source));
  if (archive.has('xl/workbook.bin')) return openXlsb(archive);
  if (!archive.has('mimetype') || !archive.has('content.xml')) return openXlsx(source);
  await assertOpenTable(archive);
  return openOds(archive);
}

/** An OpenDocument file says in clear words what it is and whether it is locked. */
async function assertOpenTable(archive: ZipArchive): Promise<void> {
  const type = await partText(archive, 'mimetype');
  if (!type.trim().startsWith('application/vnd.oasis.opendocument.spreadsheet'))
    throw new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'odf' });
  const manifest = archive.has('META-INF/manifest.xml') ? await partText(archive, 'META-INF/manifest.xml') : '';
  if (/encryption-data/.test(manifest)) throw new AppError('ROSTER_FILE_ENCRYPTED', { format: 'ods' });
}

async function partText(archive: ZipArchive, name: string): Promise<string> {
  const chunks: Buffer[] = [];
  await placed(async () => {
    for await (const chunk of archive.open(name, 'otherPartBytes')) chunks.push(chunk);
  });
  return Buffer.concat(chunks).toString('utf8');
}

async function openCompound(bytes: Buffer, options: OpenOptions): Promise<RosterFile> {
  const container = await placed(() => openCompoundFile(bytes));
  const has = (name: string): boolean => container.names.includes(name);
  if (has('EncryptedPackage')) return openLocked(container, options);
  if (has('Workbook') || has('Book')) return openXls(container, options);
  throw new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: has('WordDocument') ? 'doc' : 'ole' });
}

async function openLocked(container: CompoundFile, options: OpenOptions): Promise<RosterFile> {
  const bytes = await placed(() => openLockedPackage(container, options.password));
  const source = pagedSource(bufferSource(bytes));
  if ((await sniffFamily(source)) !== 'zip') throw new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'ole' });
  return openZip(source);
}

async function wholeFile(source: ByteSource): Promise<Buffer> {
  if (source.size > LIMITS.wholeBytes) throw limitExceeded('wholeBytes');
  return placed(() => bytesOf(source));
}

/** Damage that is found before any sheet is known. */
async function placed<T>(step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw withPlace(error, { sheet: null, row: null });
  }
}
