/** Opens a roster file by what its bytes say it is; its name is never asked. */
import { AppError } from '#shared/errors/app-error.ts';
import { bufferSource, type ByteSource, pagedSource } from './byte-source.ts';
import { type CompoundFile, openCompoundFile } from './cfb.ts';
import { openCsv } from './csv/open-csv.ts';
import { withPlace } from './damage.ts';
import { openLockedPart, readLock } from './encrypted/open-document-lock.ts';
import { openLockedPackage } from './encrypted/open-package.ts';
import { bytesOf, chunksOf } from './foreign/chunks.ts';
import { openHtml } from './foreign/html.ts';
import { openFlatOds, openOds } from './foreign/open-document.ts';
import { openBareXls, openXls } from './foreign/open-xls.ts';
import { openXlsb } from './foreign/open-xlsb.ts';
import { openSpreadsheetXml } from './foreign/spreadsheet-xml.ts';
import { LIMITS, limitExceeded } from './limits.ts';
import type { RosterFile } from './roster-file.ts';
import { sniffFamily } from './sniff.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';
import { openZipArchive, type PartLimit, type ZipArchive } from './xlsx/zip-archive.ts';

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
      return openZip(source, options);
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

async function openZip(source: ByteSource, options: OpenOptions): Promise<RosterFile> {
  const archive = await placed(() => openZipArchive(source));
  if (archive.has('xl/workbook.bin')) return openXlsb(archive);
  if (!archive.has('mimetype') || !archive.has('content.xml')) return openXlsx(source);
  return openOpenDocument(archive, options);
}

/** An OpenDocument file says in clear words what it is and whether it is locked. */
async function openOpenDocument(archive: ZipArchive, { password }: OpenOptions): Promise<RosterFile> {
  const type = await partBytes(archive, 'mimetype', 'otherPartBytes');
  if (!type.toString('latin1').trim().startsWith('application/vnd.oasis.opendocument.spreadsheet'))
    throw new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'odf' });
  if (archive.has('encrypted-package')) throw new AppError('ROSTER_FILE_ENCRYPTED', { format: 'ods' });
  if (!archive.has(MANIFEST)) return openOds(archive.open('content.xml', 'sheetBytes'));
  // Manifests of old programs begin with a document type; they are only looked into when they speak of a lock.
  const manifest = await partBytes(archive, MANIFEST, 'otherPartBytes');
  const lock = manifest.includes('encryption-data')
    ? await placed(() => readLock(chunksOf(bufferSource(manifest))))
    : null;
  if (lock === null) return openOds(archive.open('content.xml', 'sheetBytes'));
  if (password === undefined) throw new AppError('ROSTER_FILE_ENCRYPTED', { format: 'ods' });
  const sealed = await partBytes(archive, 'content.xml', 'sheetBytes');
  const opened = await placed(() => openLockedPart(lock, sealed, password));
  return openOds(chunksOf(bufferSource(opened)));
}

const MANIFEST = 'META-INF/manifest.xml';

async function partBytes(archive: ZipArchive, name: string, limit: PartLimit): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  await placed(async () => {
    for await (const chunk of archive.open(name, limit)) {
      bytes += chunk.length;
      if (bytes > LIMITS.wholeUnpackedBytes) throw limitExceeded('wholeUnpackedBytes');
      chunks.push(chunk);
    }
  });
  return Buffer.concat(chunks);
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
  return openZip(source, options);
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
