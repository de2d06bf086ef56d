/** An .xlsb: the zip of an .xlsx with binary parts. */
import type { ByteSource } from '../byte-source.ts';
import { withPlace } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import type { RosterFile } from '../roster-file.ts';
import type { ZipArchive } from '../xlsx/zip-archive.ts';
import { bytesOf } from './chunks.ts';
import { parseForeign } from './sheetjs.ts';

/** Checks every part against its size and checksum before SheetJS, which checks neither, sees the file. */
export async function openXlsb(source: ByteSource, archive: ZipArchive): Promise<RosterFile> {
  if (source.size > LIMITS.wholeBytes) throw limitExceeded('wholeBytes');
  try {
    let unpacked = 0;
    for (const name of archive.names) {
      for await (const chunk of archive.open(name, 'sheetBytes')) {
        unpacked += chunk.length;
        if (unpacked > LIMITS.wholeUnpackedBytes) throw limitExceeded('wholeUnpackedBytes');
      }
    }
    return parseForeign(await bytesOf(source), 'xlsb').toFile();
  } catch (error) {
    throw withPlace(error, { sheet: null, row: null });
  }
}
