/** Opens a roster file by what its bytes say it is; its name is never asked. */
import type { ByteSource } from './byte-source.ts';
import type { RosterFile } from './roster-file.ts';
import { assertSpreadsheetContainer } from './sniff.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';

/** Throws FILE_EMPTY, ROSTER_FORMAT_UNSUPPORTED, ROSTER_FILE_DAMAGED, ROSTER_FILE_ENCRYPTED, ROSTER_LIMIT_EXCEEDED. */
export async function openRosterFile(source: ByteSource): Promise<RosterFile> {
  await assertSpreadsheetContainer(source);
  return openXlsx(source);
}
