/** An .xlsx or .xlsm as a roster file. */
import type { ByteSource } from '../byte-source.ts';
import type { RosterFile, SheetEntry } from '../roster-file.ts';
import { readSheetLinks } from './sheet-links.ts';
import { streamSheet } from './sheet-reader.ts';
import { openWorkbook, type WorksheetPart } from './workbook.ts';

/** Throws ROSTER_FILE_DAMAGED, ROSTER_LIMIT_EXCEEDED, ROSTER_FORMAT_UNSUPPORTED, ROSTER_FILE_ENCRYPTED. */
export async function openXlsx(source: ByteSource): Promise<RosterFile> {
  const workbook = await openWorkbook(source);
  const partOf = (sheet: SheetEntry): WorksheetPart => {
    const part = workbook.sheets.find((candidate) => candidate === sheet);
    if (!part) throw new Error('a sheet of another file');
    return part;
  };
  return {
    format: 'xlsx',
    sheets: workbook.sheets,
    date1904: workbook.date1904,
    stream: (sheet, wants) => streamSheet(workbook, partOf(sheet), wants),
    links: (sheet, columns) => readSheetLinks(workbook, partOf(sheet), columns),
  };
}
