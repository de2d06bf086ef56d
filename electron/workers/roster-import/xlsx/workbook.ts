/** The workbook around the sheets: which parts there are, in which order, and what the cells lean on. */
import { AppError } from '#shared/errors/app-error.ts';
import type { ByteSource } from '../byte-source.ts';
import type { SheetEntry, SheetState } from '../roster-file.ts';
import { unescapeOoxml } from '../cells.ts';
import { DamagedPart, withPlace } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import { type DateStyles, readDateStyles } from './number-formats.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type Attributes, type PartHandlers, readPart } from './xml-part.ts';
import { openZipArchive, type ZipArchive } from './zip-archive.ts';

/** Types of parts that have a tab but no rows of their own. */
const SHEETS_WITHOUT_ROWS: ReadonlySet<string> = new Set([
  'chartsheet',
  'dialogsheet',
  'xlMacrosheet',
  'xlIntlMacrosheet',
]);

/** Characters; spreadsheet programs allow 31. */
const MAX_SHEET_NAME = 255;

export interface WorksheetPart extends SheetEntry {
  /** Name of its part in the container. */
  readonly part: string;
}

/** An opened workbook: everything that is needed to stream any of its sheets. */
export interface Workbook {
  readonly archive: ZipArchive;
  readonly sheets: readonly WorksheetPart[];
  readonly sharedStrings: readonly string[];
  readonly dateStyles: DateStyles;
  /** True when dates count from 1904 (old Macintosh files). */
  readonly date1904: boolean;
}

/** Opens an .xlsx or .xlsm. Throws ROSTER_FILE_DAMAGED, ROSTER_LIMIT_EXCEEDED, ROSTER_FORMAT_UNSUPPORTED, ROSTER_FILE_ENCRYPTED. */
export async function openWorkbook(source: ByteSource): Promise<Workbook> {
  if (source.size > LIMITS.fileBytes) throw limitExceeded('fileBytes');
  try {
    const archive = await openZipArchive(source);
    const path = await workbookPath(archive);
    const parts = await relationshipsOf(archive, path);
    const { sheets, date1904 } = await readSheetList(archive, path, parts);
    const strings = partOfType(parts, 'sharedStrings');
    const styles = partOfType(parts, 'styles');
    return {
      archive,
      sheets,
      date1904,
      sharedStrings: strings ? await readSharedStrings(archive.open(strings, 'sharedStringBytes')) : [],
      dateStyles: styles ? await readDateStyles(archive.open(styles, 'otherPartBytes')) : [],
    };
  } catch (error) {
    throw withPlace(error, { sheet: null, row: null });
  }
}

interface Relationship {
  /** Last segment of the type's address: the same word in strict and transitional files. */
  readonly type: string;
  readonly part: string;
}

async function workbookPath(archive: ZipArchive): Promise<string> {
  const roots = archive.has('_rels/.rels')
    ? await readRelationships(archive, '_rels/.rels', '')
    : new Map<string, Relationship>();
  const path = partOfType(roots, 'officeDocument') ?? 'xl/workbook.xml';
  if (archive.has('xl/workbook.bin') || path.endsWith('.bin'))
    throw new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'xlsb' });
  if (archive.has(path)) return path;
  throw foreignContainer(archive);
}

/** A sound zip that is no workbook: named by what it is. */
function foreignContainer(archive: ZipArchive): Error {
  const has = (prefix: string): boolean => archive.names.some((name) => name.startsWith(prefix));
  if (archive.has('mimetype') && archive.has('content.xml'))
    return new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'ods' });
  if (has('word/')) return new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'docx' });
  if (has('ppt/')) return new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'pptx' });
  if (has('xl/')) return new DamagedPart('missing-part', 'workbook');
  return new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'zip' });
}

async function relationshipsOf(archive: ZipArchive, path: string): Promise<ReadonlyMap<string, Relationship>> {
  return readRelationships(archive, relationshipsPart(path), folderOf(path));
}

/** Name of the part that holds the relationships of a part. */
export function relationshipsPart(path: string): string {
  const folder = folderOf(path);
  return `${folder}_rels/${path.slice(folder.length)}.rels`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

async function readRelationships(
  archive: ZipArchive,
  name: string,
  folder: string,
): Promise<Map<string, Relationship>> {
  const found = new Map<string, Relationship>();
  await readPart(
    archive.open(name, 'otherPartBytes'),
    elements('Relationships', (element, attributes) => {
      if (element !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const [id = '', type = ''] = [attributes['Id'], attributes['Type']?.split('/').at(-1)];
      // Readers disagree about which of two counts, so none of them is believed.
      if (found.has(id)) throw new DamagedPart('xml', `two relationships ${id}`);
      found.set(id, { type, part: resolvePart(folder, attributes['Target'] ?? '') });
    }),
  );
  return found;
}

/** A target as a part name from the root: absolute, relative and backslash forms are all met in the wild. */
export function resolvePart(folder: string, target: string): string {
  const path = target.replace(/\\/g, '/');
  const segments: string[] = [];
  for (const segment of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function partOfType(parts: ReadonlyMap<string, Relationship>, type: string): string | undefined {
  return [...parts.values()].find((part) => part.type === type)?.part;
}

async function readSheetList(
  archive: ZipArchive,
  path: string,
  parts: ReadonlyMap<string, Relationship>,
): Promise<{ sheets: WorksheetPart[]; date1904: boolean }> {
  const sheets: WorksheetPart[] = [];
  let date1904 = false;
  await readPart(
    archive.open(path, 'otherPartBytes'),
    elements('workbook', (name, attributes) => {
      if (name === 'workbookPr') date1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
      const sheet = name === 'sheet' ? worksheetOf(archive, parts, attributes) : null;
      if (sheet === null) return;
      if (sheets.some((other) => other.name === sheet.name)) throw new DamagedPart('xml', 'two sheets of one name');
      sheets.push(sheet);
      if (sheets.length > LIMITS.sheets) throw limitExceeded('sheets');
    }),
  );
  if (sheets.length === 0) throw new DamagedPart('missing-part', 'no worksheet');
  return { sheets, date1904 };
}

/** The worksheet that a `sheet` element stands for; null for chart and dialog sheets, which have tabs but no rows. */
function worksheetOf(
  archive: ZipArchive,
  parts: ReadonlyMap<string, Relationship>,
  attributes: Attributes,
): WorksheetPart | null {
  const part = parts.get(relationshipId(attributes));
  if (!part) throw new DamagedPart('missing-part', 'sheet without part');
  if (SHEETS_WITHOUT_ROWS.has(part.type)) return null;
  if (part.type !== 'worksheet') throw new DamagedPart('missing-part', `a sheet that is ${part.type.slice(0, 20)}`);
  if (!archive.has(part.part)) throw new DamagedPart('missing-part', part.part);
  const name = unescapeOoxml(attributes['name'] ?? '');
  if (name === '' || name.length > MAX_SHEET_NAME) throw new DamagedPart('xml', 'sheet without a name');
  return { name, state: stateOf(attributes['state']), part: part.part };
}

/** The relationship that an element names; empty where it names none. */
export function relationshipId(attributes: Attributes): string {
  // The prefix is "r" by custom only.
  const key = 'r:id' in attributes ? 'r:id' : Object.keys(attributes).find((name) => name.endsWith(':id'));
  return (key === undefined ? undefined : attributes[key]) ?? '';
}

function stateOf(state: string | undefined): SheetState {
  if (state === 'hidden') return 'hidden';
  return state === 'veryHidden' ? 'very-hidden' : 'visible';
}

/** Listens to the beginnings of elements only. */
export function elements(root: string, open: (name: string, attributes: Attributes) => void): PartHandlers {
  const told = (name: string, attributes: Attributes): boolean => {
    open(name, attributes);
    return true;
  };
  return { root, open: told, close: () => undefined, text: () => undefined, wantsText: () => false };
}
