/**
 * The zip container of a workbook (or of a chat export), read with distrust: the directory is checked before anything is unpacked, and every
 * part is unpacked against its declared size and CRC-32 (yauzl checks sizes only).
 */
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { AppError } from '#shared/errors/app-error.ts';
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  type LocalFileHeader,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl';
import type { ByteSource } from '../byte-source.ts';
import { DamagedPart } from '../damage.ts';
import { LIMITS, limitExceeded, type LimitName } from '../limits.ts';

/** Asked of the supervisor at a time. */
const READ_BYTES = 256 * 1024;
/** Unpacked at a time: small pieces die young and keep the process small. */
const UNPACK_BYTES = 32 * 1024;
const STORED = 0;
const DEFLATED = 8;
/** A size of 32 bits that says: look in the zip64 field. */
const IN_ZIP64 = 0xffffffff;

/** Names of limits that bound one part's unpacked size. */
export type PartLimit = Extract<LimitName, 'sheetBytes' | 'sharedStringBytes' | 'otherPartBytes' | 'mediaBytes'>;

/** What bounds the whole container. */
export interface ZipBounds {
  readonly entries: number;
  readonly totalBytes: number;
}

/** An opened container. Part names are compared as the packaging standard says: without case, from the root. */
export interface ZipArchive {
  /** Part names as the container spells them, made relative to the root and with forward slashes. */
  readonly names: readonly string[];
  /** A part as the directory tells of it: its name as written there, its unpacked bytes. Undefined when it has none. */
  facts(name: string): { readonly written: string; readonly bytes: number } | undefined;
  has(name: string): boolean;
  /** The part's bytes in chunks; throws DamagedPart for a wrong size, CRC or stream, and a limit error before unpacking. */
  open(name: string, limit: PartLimit): AsyncGenerator<Buffer, void, undefined>;
}

/** Opens the container and checks its directory. Throws DamagedPart, ROSTER_LIMIT_EXCEEDED or ROSTER_FILE_ENCRYPTED. */
export async function openZipArchive(source: ByteSource, bounds: ZipBounds = LIMITS): Promise<ZipArchive> {
  const zip = await openDirectory(source);
  const entries = await readDirectory(zip, source.size, bounds);
  const find = (name: string): Entry | undefined => entries.get(partKey(name));
  return {
    names: [...entries.keys()],
    facts: (name) => {
      const entry = find(name);
      return entry && { written: nameOf(entry), bytes: entry.uncompressedSize };
    },
    has: (name) => find(name) !== undefined,
    open(name, limit) {
      const entry = find(name);
      if (!entry) throw new DamagedPart('missing-part', name);
      return unpack(zip, source, entry, limit);
    },
  };
}

/** A part name in the form that is compared: no leading slash, forward slashes, lower case. */
export function partKey(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

/** Hands yauzl its bytes from a source; small reads are expected to be cached by the source. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(readRange(this.#source, start, end));
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

async function openDirectory(source: ByteSource): Promise<ZipFile> {
  try {
    // Names are decoded here, not by yauzl: it refuses the whole file for one absolute name, and we never write by name.
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: true };
    return await fromRandomAccessReaderPromise(new SourceReader(source), source.size, options);
  } catch (error) {
    throw new DamagedPart('container', 'no readable zip directory', { cause: error });
  }
}

async function readDirectory(zip: ZipFile, fileBytes: number, bounds: ZipBounds): Promise<Map<string, Entry>> {
  if (zip.entryCount > bounds.entries) throw limitExceeded('entries');
  // It began with a part: that the directory has none is a lie.
  if (zip.entryCount === 0) throw new DamagedPart('container', 'empty directory');
  const entries = new Map<string, Entry>();
  let packedTotal = 0;
  let unpackedTotal = 0;
  for await (const entry of directoryOf(zip)) {
    const name = partKey(nameOf(entry));
    if (name.endsWith('/')) continue;
    // Two parts of one name: readers disagree about which counts, so none of them is believed.
    if (entries.has(name)) throw new DamagedPart('container', `two parts named ${name}`);
    if (entry.isEncrypted()) throw encrypted();
    packedTotal += entry.compressedSize;
    unpackedTotal += entry.uncompressedSize;
    entries.set(name, entry);
  }
  // Parts that overlap are how a small file unpacks to a huge one.
  if (packedTotal > fileBytes) throw new DamagedPart('container', 'parts overlap');
  if (unpackedTotal > bounds.totalBytes) throw limitExceeded('totalBytes');
  return entries;
}

async function* directoryOf(zip: ZipFile): AsyncGenerator<Entry, void, undefined> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    if (error instanceof AppError || error instanceof DamagedPart) throw error;
    // yauzl names one form of encryption by its message only.
    if (error instanceof Error && /encrypt/i.test(error.message)) throw encrypted(error);
    throw new DamagedPart('container', 'zip directory broken', { cause: error });
  }
}

function encrypted(cause?: Error): AppError {
  return new AppError('ROSTER_FILE_ENCRYPTED', { format: 'zip' }, cause ? { cause } : {});
}

/** yauzl was told not to decode strings, so `fileNameRaw` is what counts. */
function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
}

async function* unpack(
  zip: ZipFile,
  source: ByteSource,
  entry: Entry,
  limit: PartLimit,
): AsyncGenerator<Buffer, void, undefined> {
  const declared = entry.uncompressedSize;
  if (declared > LIMITS[limit]) throw limitExceeded(limit);
  if (declared > LIMITS.ratioFromBytes && declared > entry.compressedSize * LIMITS.ratio) throw limitExceeded('ratio');
  const packed = readRange(source, ...(await dataRange(zip, entry)));
  let size = 0;
  let checksum = 0;
  for await (const chunk of inflated(packed, entry.compressionMethod)) {
    size += chunk.length;
    if (size > declared) throw new DamagedPart('size', 'more bytes than declared');
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (size !== declared) throw new DamagedPart('size', 'fewer bytes than declared');
  if (checksum !== entry.crc32) throw new DamagedPart('checksum', 'CRC-32 differs');
}

/** Where a part's packed bytes lie. Its own header must say what the directory says, or two readers see two files. */
async function dataRange(zip: ZipFile, entry: Entry): Promise<[start: number, end: number]> {
  const header = await localHeader(zip, entry);
  if (!header.fileName.equals(entry.fileNameRaw) || header.compressionMethod !== entry.compressionMethod)
    throw new DamagedPart('container', 'part header is of another part');
  const differs = (local: number, central: number): boolean => local !== central && local !== 0 && local !== IN_ZIP64;
  // Writers that stream leave the sizes open (zero) and state them behind the data.
  const sizes =
    differs(header.crc32, entry.crc32) ||
    differs(header.compressedSize, entry.compressedSize) ||
    differs(header.uncompressedSize, entry.uncompressedSize);
  if (sizes) throw new DamagedPart('container', 'part header disagrees with the directory');
  return [header.fileDataStart, header.fileDataStart + entry.compressedSize];
}

async function localHeader(zip: ZipFile, entry: Entry): Promise<LocalFileHeader> {
  try {
    return await zip.readLocalFileHeaderPromise(entry);
  } catch (error) {
    throw new DamagedPart('container', 'part header broken', { cause: error });
  }
}

async function* readRange(source: ByteSource, start: number, end: number): AsyncGenerator<Buffer, void, undefined> {
  for (let offset = start; offset < end; ) {
    const bytes = await source.read(offset, Math.min(READ_BYTES, end - offset));
    if (bytes.length === 0) throw new DamagedPart('container', 'file ends inside a part');
    offset += bytes.length;
    yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }
}

async function* inflated(
  packed: AsyncGenerator<Buffer, void, undefined>,
  method: number,
): AsyncGenerator<Buffer, void, undefined> {
  if (method === STORED) {
    yield* packed;
    return;
  }
  if (method !== DEFLATED) throw new DamagedPart('container', `compression method ${method}`);
  const inflate = createInflateRaw({ chunkSize: UNPACK_BYTES });
  // The callback only keeps the failure from being unhandled: the same error ends the iteration below.
  pipeline(Readable.from(packed), inflate, () => undefined);
  try {
    for await (const chunk of inflate) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('zlib gave no bytes');
      yield chunk;
    }
  } catch (error) {
    throw inflateFailure(error);
  }
}

/** zlib's own errors are damage; anything else (a supervisor that went away) stays what it is. */
function inflateFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') ? new DamagedPart('compressed-data', code, { cause: error }) : error;
}
