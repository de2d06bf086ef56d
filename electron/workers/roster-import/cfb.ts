/** Old compound files (.xls, and encrypted .xlsx): just enough of the directory to say which one it is. */
import type { ByteSource } from './byte-source.ts';

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const END_OF_CHAIN = 0xfffffffa;
const DIFAT_IN_HEADER = 109;
const MAX_DIRECTORY_SECTORS = 1024;

/** Names of the storages and streams, or null when the file is too broken to tell. */
export async function compoundFileNames(source: ByteSource): Promise<readonly string[] | null> {
  const header = Buffer.from(await source.read(0, HEADER_BYTES));
  if (header.length < HEADER_BYTES) return null;
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const sectorBytes = 2 ** shift;
  const readSector = async (sector: number): Promise<Buffer | null> => {
    const bytes = await source.read((sector + 1) * sectorBytes, sectorBytes);
    return bytes.length === sectorBytes ? Buffer.from(bytes) : null;
  };
  const names: string[] = [];
  let sector = header.readUInt32LE(48);
  for (let count = 0; sector < END_OF_CHAIN; count += 1) {
    const directory = count < MAX_DIRECTORY_SECTORS ? await readSector(sector) : null;
    if (!directory) return null;
    names.push(...namesIn(directory));
    const next = await nextSector(header, sector, sectorBytes, readSector);
    if (next === null) return null;
    sector = next;
  }
  return names;
}

function namesIn(directory: Buffer): string[] {
  const names: string[] = [];
  for (let start = 0; start + ENTRY_BYTES <= directory.length; start += ENTRY_BYTES) {
    const length = directory.readUInt16LE(start + 64);
    if (length < 2 || length > 64) continue;
    names.push(directory.toString('utf16le', start, start + length - 2));
  }
  return names;
}

/** Follows the allocation table; only the part listed in the header is needed for a directory that comes early. */
async function nextSector(
  header: Buffer,
  sector: number,
  sectorBytes: number,
  readSector: (sector: number) => Promise<Buffer | null>,
): Promise<number | null> {
  const perSector = sectorBytes / 4;
  const index = Math.floor(sector / perSector);
  if (index >= DIFAT_IN_HEADER) return null;
  const table = await readSector(header.readUInt32LE(76 + index * 4));
  return table ? table.readUInt32LE((sector % perSector) * 4) : null;
}
