/**
 * The ZIP file of a package, read with distrust: the directory is checked before anything of it is read. Only stored entries are
 * taken, as a package writes them: nothing is unpacked, so nothing small can become something huge.
 */
import { Readable } from 'node:stream';
import { AppError } from '#shared/errors/app-error.ts';
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl';

const READ_BYTES = 1_048_576;
/** More files than any case has. */
export const MOST_ENTRIES = 20_010;
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const LINK = 0o120000;
/** Stored entries: their own header, at least. */
const HEADER_BYTES = 30;

/** Bytes that can be read anywhere: the chosen file, or what was decrypted of it. */
export interface PackageBytes {
  readonly name: string;
  readonly bytes: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** One file in it, its directory checked. */
export interface ArchiveFile {
  readonly path: string;
  readonly bytes: number;
  /** Its bytes in pieces; PACKAGE_HOSTILE when its own header says something else than the directory. */
  pieces(signal?: AbortSignal): AsyncGenerator<Uint8Array>;
}

/** The files by their names. PACKAGE_NOT_ONE when it is no ZIP file, PACKAGE_HOSTILE with the reason and the entry. */
export async function openArchive(source: PackageBytes): Promise<ReadonlyMap<string, ArchiveFile>> {
  const zip = await openZip(source);
  if (zip.entryCount > MOST_ENTRIES) throw hostile(source, 'too-many');
  const files = new Map<string, ArchiveFile>();
  const seen = new Set<string>();
  let taken = 0;
  for await (const entry of entriesOf(zip, source)) {
    const path = nameOf(entry, source);
    refuseEntry(entry, path, source);
    // Windows takes both for one name.
    if (seen.has(path.toLowerCase())) throw hostile(source, 'duplicate-name', path);
    seen.add(path.toLowerCase());
    taken += entry.compressedSize + HEADER_BYTES;
    if (taken > source.bytes) throw hostile(source, 'overlap', path);
    files.set(path, {
      path,
      bytes: entry.uncompressedSize,
      pieces: (signal) => piecesOf(zip, entry, path, source, signal),
    });
  }
  return files;
}

/** The refusal by name. */
export function hostile(source: Pick<PackageBytes, 'name'>, reason: string, file?: string): AppError {
  return new AppError('PACKAGE_HOSTILE', {
    name: source.name,
    reason,
    ...(file !== undefined && { file: shown(file) }),
  });
}

/** A hostile name could be long or full of signs that are not seen. */
function shown(name: string): string {
  return name.replaceAll(/\p{C}/gu, '?').slice(0, 120);
}

class SourceReader extends RandomAccessReader {
  readonly #source: PackageBytes;

  constructor(source: PackageBytes) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(rangeOf(this.#source, start, end));
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.#source.read(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset);
        callback(null, bytes.length);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    );
  }
}

async function openZip(source: PackageBytes): Promise<ZipFile> {
  try {
    // Names are decoded here, so that the refusal can say which one it is.
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: true };
    return await fromRandomAccessReaderPromise(new SourceReader(source), source.bytes, options);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('PACKAGE_NOT_ONE', { name: source.name }, { cause: error });
  }
}

async function* entriesOf(zip: ZipFile, source: PackageBytes): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('PACKAGE_HOSTILE', { name: source.name, reason: 'directory' }, { cause: error });
  }
}

function nameOf(entry: Entry, source: PackageBytes): string {
  try {
    // Strict: a backslash stays one, and is refused.
    return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  } catch (error) {
    throw new AppError('PACKAGE_HOSTILE', { name: source.name, reason: 'directory' }, { cause: error });
  }
}

function refuseEntry(entry: Entry, path: string, source: PackageBytes): void {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type === LINK) throw hostile(source, 'link', path);
  if (path.endsWith('/') || (type !== 0 && type !== REGULAR)) throw hostile(source, 'folder', path);
  if (!isSafePath(path)) throw hostile(source, 'unsafe-name', path);
  if (entry.isEncrypted()) throw hostile(source, 'encrypted', path);
  if (entry.compressionMethod !== 0) throw hostile(source, 'compressed', path);
  if (entry.compressedSize !== entry.uncompressedSize) throw hostile(source, 'overlap', path);
}

/** At most one folder, nothing absolute, nothing upwards, no sign that a system reads as something else. */
export function isSafePath(path: string): boolean {
  const parts = path.split('/');
  return (
    parts.length <= 2 &&
    path.length <= 200 &&
    parts.every((part) => part !== '' && !/^\.{1,2}$/.test(part) && !/[\\:*?"<>|\p{C}]|[. ]$/u.test(part))
  );
}

async function* piecesOf(
  zip: ZipFile,
  entry: Entry,
  path: string,
  source: PackageBytes,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const header = await zip.readLocalFileHeaderPromise(entry).catch((error: unknown) => {
    throw error instanceof AppError
      ? error
      : new AppError('PACKAGE_HOSTILE', { name: source.name, reason: 'directory', file: path }, { cause: error });
  });
  // Two names for one place are how a file is shown to one reader and hidden from another.
  if (!header.fileName.equals(entry.fileNameRaw) || header.compressionMethod !== 0)
    throw hostile(source, 'directory', path);
  yield* rangeOf(source, header.fileDataStart, header.fileDataStart + entry.compressedSize, signal);
}

async function* rangeOf(
  source: PackageBytes,
  start: number,
  end: number,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for (let offset = start; offset < end; ) {
    if (signal?.aborted) throw new AppError('CANCELLED');
    const bytes = await source.read(offset, Math.min(READ_BYTES, end - offset));
    if (bytes.length === 0) throw hostile(source, 'directory');
    offset += bytes.length;
    yield bytes;
  }
}
