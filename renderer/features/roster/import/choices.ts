/** What the second step edits: which sheets are taken, from which row on, and which column becomes which field. */
import type { RosterSheet, SheetMapping } from '#shared/contract/roster-import.ts';
import type { RosterField } from '#shared/domain/roster/fields.ts';

export interface SheetChoice {
  readonly name: string;
  readonly taken: boolean;
  readonly kind: SheetMapping['kind'];
  /** 0-based; null while no row of headings is known. */
  readonly headerRow: number | null;
  readonly fingerprint: string | null;
  /** By column position; a column that is not in it is not taken. */
  readonly fields: ReadonlyMap<number, RosterField>;
  readonly unitFromSheetName: boolean;
}

/** What keeps a sheet from being read. */
export type ChoiceProblem = 'header' | 'name' | 'account';

const IDENTITY: readonly RosterField[] = ['nip', 'nik', 'nipOrNik'];
const ACCOUNTS: readonly RosterField[] = [
  'accountHandle',
  'accountLink',
  'accountFacebook',
  'accountInstagram',
  'accountTiktok',
  'accountX',
  'accountYoutube',
  'accountThreads',
  'accountTelegram',
];

/** The sheet as its reader proposes it: visible sheets that can be read are taken. */
export function fromProposal(sheet: RosterSheet): SheetChoice {
  const fields = new Map<number, RosterField>();
  for (const { column, field } of sheet.proposal) if (field !== null) fields.set(column, field);
  const choice: SheetChoice = {
    name: sheet.name,
    taken: false,
    kind: sheet.kind,
    headerRow: sheet.headerRow,
    fingerprint: sheet.headerFingerprint,
    fields,
    unitFromSheetName: sheet.unitFromSheetName,
  };
  return { ...choice, taken: sheet.state === 'visible' && problemOf(choice) === null };
}

/** Why the sheet cannot be read under these choices; null when it can. */
export function problemOf({ kind, headerRow, fields }: SheetChoice): ChoiceProblem | null {
  if (headerRow === null) return 'header';
  const has = (wanted: readonly RosterField[]): boolean => [...fields.values()].some((field) => wanted.includes(field));
  if (kind === 'people') return has(['name']) ? null : 'name';
  return has(ACCOUNTS) && has([...IDENTITY, 'name']) ? null : 'account';
}

/** Whether people of the sheet can be told apart by a number. */
export function hasIdentity({ fields }: SheetChoice): boolean {
  return [...fields.values()].some((field) => IDENTITY.includes(field));
}

/** Whether a column says where people work. */
export function hasUnit({ fields }: SheetChoice): boolean {
  return [...fields.values()].some((field) => field === 'unit' || field === 'agency');
}

/** One field comes from one column: choosing it takes it from the column that had it. */
export function withField(choice: SheetChoice, column: number, field: RosterField | null): SheetChoice {
  const fields = new Map([...choice.fields].filter(([other, taken]) => other !== column && taken !== field));
  if (field !== null) fields.set(column, field);
  return { ...choice, fields };
}

/** Other taken sheets with the same headings at the same places. */
export function alike(choices: readonly SheetChoice[], one: SheetChoice): readonly SheetChoice[] {
  if (one.fingerprint === null) return [];
  return choices.filter(({ name, fingerprint }) => name !== one.name && fingerprint === one.fingerprint);
}

/** Puts a changed sheet in its place; sheets of the same layout follow in what concerns columns. */
export function withChoice(choices: readonly SheetChoice[], changed: SheetChoice): readonly SheetChoice[] {
  const same = new Set(alike(choices, changed).map(({ name }) => name));
  return choices.map((other) => {
    if (other.name === changed.name) return changed;
    if (!same.has(other.name)) return other;
    const { fields, kind, unitFromSheetName } = changed;
    return { ...other, fields, kind, unitFromSheetName };
  });
}

/** The choice as the contract wants it. Only for a sheet with a row of headings. */
export function toMapping({ name, headerRow, fields, unitFromSheetName, kind }: SheetChoice): SheetMapping {
  return {
    name,
    headerRow: headerRow ?? 0,
    mapping: [...fields].sort(([a], [b]) => a - b).map(([column, field]) => ({ column, field })),
    unitFromSheetName,
    kind,
  };
}

/** A column's letters, as spreadsheet programs write them. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCodePoint(65 + (column % 26));
}
