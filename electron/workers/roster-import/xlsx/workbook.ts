/** The workbook around the sheets: which parts there are, in which order, and what the cells lean on. */
import { AppError } from '#shared/errors/app-error.ts';
import type { ByteSource } from '../byte-source.ts';
import type { SheetEntry, SheetState } from '../roster-file.ts';
import { DamagedPart, withPlace } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import { type DateStyles, readDateStyles } from './number-formats.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type Attributes, type PartHandlers, readPart } from './xml-part.ts';
import { openZipArchive, type ZipArchive } from './zip-archive.ts';

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
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return readRelationships(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
}

async function readRelationships(
  archive: ZipArchive,
  name: string,
  folder: string,
): Promise<Map<string, Relationship>> {
  const found = new Map<string, Relationship>();
  await readPart(
    archive.open(name, 'otherPartBytes'),
    elements((element, attributes) => {
      if (element !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const type = (attributes['Type'] ?? '').split('/').at(-1) ?? '';
      found.set(attributes['Id'] ?? '', { type, part: resolvePart(folder, attributes['Target'] ?? '') });
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
    elements((name, attributes) => {
      if (name === 'workbookPr') date1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
      if (name !== 'sheet') return;
      const part = parts.get(relationshipId(attributes));
      if (!part) throw new DamagedPart('missing-part', 'sheet without part');
      // Chart and dialog sheets have tabs too, but no rows.
      if (part.type !== 'worksheet') return;
      if (!archive.has(part.part)) throw new DamagedPart('missing-part', part.part);
      sheets.push({ name: attributes['name'] ?? '', state: stateOf(attributes['state']), part: part.part });
      if (sheets.length > LIMITS.sheets) throw limitExceeded('sheets');
    }),
  );
  if (sheets.length === 0) throw new DamagedPart('missing-part', 'no worksheet');
  return { sheets, date1904 };
}

function relationshipId(attributes: Attributes): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return (key === undefined ? undefined : attributes[key]) ?? '';
}

function stateOf(state: string | undefined): SheetState {
  if (state === 'hidden') return 'hidden';
  return state === 'veryHidden' ? 'very-hidden' : 'visible';
}

function elements(open: (name: string, attributes: Attributes) => void): PartHandlers {
  return { open, close: () => undefined, text: () => undefined, wantsText: () => false };
}
