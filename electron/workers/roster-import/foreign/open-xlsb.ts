/** An .xlsb: the package of an .xlsx with binary parts, each read against its size and checksum. */
import { DamagedPart, withPlace } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import type { RosterFile, SheetState } from '../roster-file.ts';
import { isBuiltInDate, isDateFormat } from '../xlsx/number-formats.ts';
import { resolvePart } from '../xlsx/workbook.ts';
import type { ZipArchive } from '../xlsx/zip-archive.ts';
import { binaryRecords, need, wideString } from './biff12.ts';
import { BinarySheetReader } from './binary-sheet.ts';
import { SheetGatherer } from './memory-file.ts';
import { readDocument } from './xml-document.ts';

/** Numbers of the records that matter outside of the sheets (MS-XLSB 2.3). */
const RECORD = {
  stringItem: 19,
  format: 44,
  cellStyle: 47,
  stringsBegin: 159,
  stringsEnd: 160,
  bookEnd: 132,
  bookProperties: 153,
  sheet: 156,
  cellStylesBegin: 617,
  cellStylesEnd: 618,
} as const;

const WORKBOOK = 'xl/workbook.bin';
const STATES: readonly SheetState[] = ['visible', 'hidden', 'very-hidden'];

interface ListedSheet {
  readonly name: string;
  readonly state: SheetState;
  readonly relation: string;
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

/** Throws ROSTER_FILE_DAMAGED with sheet and row, ROSTER_LIMIT_EXCEEDED. */
export async function openXlsb(archive: ZipArchive): Promise<RosterFile> {
  const gatherer = new SheetGatherer();
  let reader: BinarySheetReader | null = null;
  try {
    const relations = await readRelations(archive);
    const { sheets, date1904 } = readBook(await wholePart(archive, WORKBOOK));
    const shared = {
      gatherer,
      strings: readStrings(await relatedPart(archive, relations, 'sharedStrings')),
      dateStyles: readDateStyles(await relatedPart(archive, relations, 'styles')),
    };
    for (const sheet of sheets) {
      const relation = relations.get(sheet.relation);
      if (!relation) throw new DamagedPart('missing-part', 'sheet without part');
      // Chart and macro sheets have tabs too, but no rows.
      if (relation.type !== 'worksheet') continue;
      reader = new BinarySheetReader(sheet.name, shared);
      gatherer.begin(sheet.name);
      reader.read(await wholePart(archive, relation.part));
      gatherer.end(sheet.state);
      reader = null;
    }
    const file = gatherer.file('xlsb', date1904);
    if (file.sheets.length === 0) throw new DamagedPart('missing-part', 'no worksheet');
    return file;
  } catch (error) {
    throw withPlace(error, reader?.place() ?? { sheet: null, row: null });
  }
}

async function wholePart(archive: ZipArchive, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of archive.open(name, 'sheetBytes')) {
    bytes += chunk.length;
    if (bytes > LIMITS.wholeUnpackedBytes) throw limitExceeded('wholeUnpackedBytes');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function relatedPart(
  archive: ZipArchive,
  relations: ReadonlyMap<string, Relation>,
  type: string,
): Promise<Buffer | null> {
  const relation = [...relations.values()].find((candidate) => candidate.type === type);
  return relation ? wholePart(archive, relation.part) : null;
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

async function readRelations(archive: ZipArchive): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  await readDocument(
    archive.open('xl/_rels/workbook.bin.rels', 'otherPartBytes'),
    { [PACKAGE]: 'r' },
    {
      open(name, attribute) {
        if (name !== 'r:Relationship' || attribute('TargetMode') === 'External') return;
        const type = (attribute('Type') ?? '').split('/').at(-1) ?? '';
        relations.set(attribute('Id') ?? '', { type, part: resolvePart('xl/', attribute('Target') ?? '') });
      },
      close: () => undefined,
      text: () => undefined,
      wantsText: () => false,
    },
  );
  return relations;
}

function readBook(part: Buffer): { sheets: ListedSheet[]; date1904: boolean } {
  const sheets: ListedSheet[] = [];
  let date1904 = false;
  let ended = false;
  for (const { type, body } of binaryRecords(part)) {
    if (type === RECORD.bookProperties) date1904 = (need(body, 4).readUInt32LE(0) & 1) === 1;
    else if (type === RECORD.sheet) sheets.push(listedSheet(body));
    else if (type === RECORD.bookEnd) ended = true;
  }
  if (!ended) throw new DamagedPart('record', 'workbook without end');
  if (new Set(sheets.map(({ name }) => name)).size !== sheets.length)
    throw new DamagedPart('record', 'two sheets of one name');
  return { sheets, date1904 };
}

function listedSheet(body: Buffer): ListedSheet {
  const state = STATES[need(body, 8).readUInt32LE(0)];
  if (state === undefined) throw new DamagedPart('record', 'sheet of an unknown state');
  const relation = wideString(body, 8);
  return { state, relation: relation.text, name: wideString(body, relation.next).text };
}

function readStrings(part: Buffer | null): readonly string[] {
  const strings: string[] = [];
  if (part === null) return strings;
  let stated = -1;
  let ended = false;
  for (const { type, body } of binaryRecords(part)) {
    if (type === RECORD.stringsBegin) stated = need(body, 8).readUInt32LE(4);
    else if (type === RECORD.stringItem) strings.push(wideString(body, 1).text);
    else if (type === RECORD.stringsEnd) ended = true;
    if (strings.length > LIMITS.sharedStrings) throw limitExceeded('sharedStrings');
  }
  if (!ended || stated !== strings.length) throw new DamagedPart('shared-string', 'table of strings is not whole');
  return strings;
}

/** By style number: whether it shows a number as a day or a time. */
function readDateStyles(part: Buffer | null): readonly boolean[] {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  if (part === null) return [];
  let inStyles = false;
  for (const { type, body } of binaryRecords(part)) {
    if (type === RECORD.format) codes.set(need(body, 2).readUInt16LE(0), wideString(body, 2).text);
    else if (type === RECORD.cellStylesBegin) inStyles = true;
    else if (type === RECORD.cellStylesEnd) inStyles = false;
    else if (type === RECORD.cellStyle && inStyles) styles.push(need(body, 4).readUInt16LE(2));
  }
  return styles.map((id) => {
    const code = codes.get(id);
    return code === undefined ? isBuiltInDate(id) : isDateFormat(code);
  });
}
