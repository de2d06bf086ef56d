/**
 * Reads a scroll recording in place: our own ZIP, whose entries are stored as they are, so that a picture is a range of its
 * bytes. Anything else that calls itself a recording is refused.
 */
import { AppError } from '#shared/errors/app-error.ts';

export interface ArchiveReader {
  readonly bytes: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

export interface StoredEntry {
  readonly offset: number;
  readonly length: number;
}

const END_BYTES = 22;
const ROW_BYTES = 46;
const HEADER_BYTES = 30;
/** A directory of the longest recording is a tenth of it. */
const LARGEST_DIRECTORY = 2_000_000;

/** Entries by name. EVIDENCE_DAMAGED when it is not such a ZIP. */
export async function storedEntries(reader: ArchiveReader): Promise<ReadonlyMap<string, StoredEntry>> {
  const end = viewOf(await reader.read(Math.max(0, reader.bytes - END_BYTES), END_BYTES));
  if (end.byteLength < END_BYTES || end.getUint32(0, true) !== 0x06054b50) throw damaged();
  const [count, size, from] = [end.getUint16(10, true), end.getUint32(12, true), end.getUint32(16, true)];
  if (size > LARGEST_DIRECTORY || from + size + END_BYTES !== reader.bytes) throw damaged();
  const bytes = await reader.read(from, size);
  const rows = viewOf(bytes);
  const entries = new Map<string, StoredEntry>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ROW_BYTES > size || rows.getUint32(at, true) !== 0x02014b50) throw damaged();
    const [method, length, name, offset] = [
      rows.getUint16(at + 10, true),
      rows.getUint32(at + 24, true),
      rows.getUint16(at + 28, true),
      rows.getUint32(at + 42, true),
    ];
    const start = offset + HEADER_BYTES + name;
    if (method !== 0 || at + ROW_BYTES + name > size || start + length > from) throw damaged();
    entries.set(new TextDecoder().decode(bytes.subarray(at + ROW_BYTES, at + ROW_BYTES + name)), {
      offset: start,
      length,
    });
    at += ROW_BYTES + name;
  }
  return entries;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(): AppError {
  return new AppError('EVIDENCE_DAMAGED');
}
