/**
 * Where the cells of a sheet lead to: links kept beside the cells (in the sheet's relationships) and links that a formula
 * makes. A pass of its own, because the links of a sheet stand behind its rows and only lists of addresses need them.
 */
import { DamagedPart, withPlace } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import type { CellLinks } from '../roster-file.ts';
import { columnOf, rowNumber } from './cell-values.ts';
import { NOT_PLAIN } from './plain-markup.ts';
import type { PlainElements } from './plain-feed.ts';
import { PlainRow } from './plain-row.ts';
import { elements, relationshipId, relationshipsPart, type Workbook, type WorksheetPart } from './workbook.ts';
import { type Attributes, type PartHandlers, parsePart, readPart } from './xml-part.ts';

/** Characters of a target that are kept; a longer one is refused as too long by whoever takes it for an address. */
const TARGET_CHARACTERS = 4_100;
/** Characters of a formula, by the format. */
const FORMULA_CHARACTERS = 8_192;

/** The targets of a sheet's first columns. Throws ROSTER_FILE_DAMAGED, ROSTER_LIMIT_EXCEEDED (`links`). */
export async function readSheetLinks(workbook: Workbook, sheet: WorksheetPart, columns: number): Promise<CellLinks> {
  const reader = new LinkReader(columns);
  try {
    const targets = await linkTargets(workbook, sheet);
    for await (const _ of parsePart(workbook.archive.open(sheet.part, 'sheetBytes'), reader));
    reader.resolve(targets);
    return reader.found;
  } catch (error) {
    throw withPlace(error, { sheet: sheet.name, row: reader.row });
  }
}

/** Addresses outside the file by the id of their relationship. */
async function linkTargets({ archive }: Workbook, { part }: WorksheetPart): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  const name = relationshipsPart(part);
  if (!archive.has(name)) return targets;
  const take = (element: string, attributes: Attributes): void => {
    const isLink = element === 'Relationship' && attributes['Type']?.split('/').at(-1) === 'hyperlink';
    if (!isLink || attributes['TargetMode'] !== 'External') return;
    const { Id: id = '', Target: target = '' } = attributes;
    if (targets.has(id)) throw new DamagedPart('xml', `two relationships ${id}`);
    if (targets.size >= LIMITS.links) throw limitExceeded('links');
    targets.set(id, target.slice(0, TARGET_CHARACTERS));
  };
  await readPart(archive.open(name, 'otherPartBytes'), elements('Relationships', take));
  return targets;
}

/** A link that stands behind the rows: its cells, and the relationship that says where it leads. */
interface LaidLink {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
  readonly id: string;
  /** The place within the target: what stands behind "#" in an address. */
  readonly location: string;
}

/** Elements that are looked into; all others are left out with everything in them. */
const INTO: ReadonlySet<string> = new Set(['worksheet', 'sheetData', 'row', 'c', 'hyperlinks']);

class LinkReader implements PartHandlers {
  readonly root = 'worksheet';
  readonly found = new Map<number, Map<number, string[]>>();
  readonly plain: PlainElements = {
    opening: '<row',
    isExpected: () => this.#inData,
    take: (text, at) => this.#passPlainRow(text, at),
  };
  /** Number of the row that was begun last. */
  row = 0;
  readonly #plainRow = new PlainRow();
  readonly #columns: number;
  readonly #laid: LaidLink[] = [];
  #inData = false;
  #column = -1;
  #formula = '';
  #listening = false;
  #links = 0;

  constructor(columns: number) {
    this.#columns = columns;
  }

  open(name: string, attributes: Attributes): boolean {
    if (name === 'sheetData') this.#inData = true;
    if (name === 'row') this.#beginRow(attributes['r']);
    if (name === 'c') this.#column = this.#columnOf(attributes['r']);
    if (name === 'hyperlink') this.#takeLaid(attributes);
    if (name !== 'f') return INTO.has(name);
    this.#formula = '';
    this.#listening = this.#column < this.#columns;
    return true;
  }

  close(name: string): void {
    if (name === 'sheetData') this.#inData = false;
    if (name !== 'f' || !this.#listening) return;
    this.#listening = false;
    const target = linkOfFormula(this.#formula);
    if (target !== null) this.#add(this.row, this.#column, target.slice(0, TARGET_CHARACTERS));
  }

  text(text: string): void {
    if (this.#formula.length + text.length > FORMULA_CHARACTERS) this.#listening = false;
    else this.#formula += text;
  }

  wantsText(): boolean {
    return this.#listening;
  }

  /** Puts the links that stand behind the rows at their cells. */
  resolve(targets: ReadonlyMap<string, string>): void {
    for (const { rows, columns, id, location } of this.#laid) {
      const target = targets.get(id);
      if (target === undefined) continue;
      const whole = location === '' ? target : `${target}#${location}`;
      for (let row = rows[0]; row <= rows[1]; row += 1)
        for (let column = columns[0]; column <= Math.min(columns[1], this.#columns - 1); column += 1)
          this.#add(row, column, whole);
    }
  }

  /** A row without formulas is passed over; the parser takes one with any. */
  #passPlainRow(text: string, at: number): number {
    const row = this.#plainRow;
    const end = row.scan(text, at);
    if (end < 0) return end;
    for (let cell = 0; cell < row.cells; cell += 1) if (row.hasFormula(cell)) return NOT_PLAIN;
    this.#beginRow(row.number);
    return end;
  }

  #beginRow(stated: string | undefined): void {
    this.row = stated === undefined ? this.row + 1 : rowNumber(stated);
    this.#column = -1;
  }

  #columnOf(reference: string | undefined): number {
    return reference === undefined ? this.#column + 1 : columnOf(reference, this.row);
  }

  /** A link without an address outside leads to another place of the file: it is none for us. */
  #takeLaid(attributes: Attributes): void {
    const id = relationshipId(attributes);
    if (id === '') return;
    if (this.#laid.length >= LIMITS.links) throw limitExceeded('links');
    const [from = '', to = from] = (attributes['ref'] ?? '').split(':');
    const [first, last] = [placeOf(from), placeOf(to)];
    if (first.column >= this.#columns) return;
    this.#laid.push({
      rows: [first.row, last.row],
      columns: [first.column, last.column],
      id,
      location: (attributes['location'] ?? '').slice(0, TARGET_CHARACTERS),
    });
  }

  /** Counted cell by cell: one link may be laid over a whole sheet. */
  #add(row: number, column: number, target: string): void {
    this.#links += 1;
    if (this.#links > LIMITS.links) throw limitExceeded('links', { row });
    const cells = this.found.get(row) ?? new Map<number, string[]>();
    this.found.set(row, cells);
    const there = cells.get(column);
    if (there === undefined) cells.set(column, [target]);
    else if (!there.includes(target)) there.push(target);
  }
}

/** "$C$12" and "C12" as row (from 1) and column (from 0). */
function placeOf(reference: string): { readonly row: number; readonly column: number } {
  const bare = reference.replaceAll('$', '');
  const row = rowNumber(/\d+$/.exec(bare)?.[0] ?? '');
  return { row, column: columnOf(bare, row) };
}

/**
 * Where HYPERLINK("…","…") leads; null for any other formula, and for one whose target is computed: nothing is calculated
 * here, so it is not known.
 */
export function linkOfFormula(formula: string): string | null {
  const literal = /^\s*=?\s*HYPERLINK\s*\(\s*"((?:[^"]|"")*)"\s*[,)]/i.exec(formula)?.[1];
  return literal === undefined ? null : literal.replaceAll('""', '"').trim();
}
