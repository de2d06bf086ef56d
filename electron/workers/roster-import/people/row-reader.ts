/** From a row of cells to a person or accounts, a refusal with its reason, or a dropped line. One reader a sheet. */
import {
  type AccountRow,
  type ColumnChoice,
  type RefusedRow,
  ROSTER_VALUE_CHARACTERS,
  type RosterRow,
} from '#shared/contract/roster-job.ts';
import type { RosterField } from '#shared/domain/roster/fields.ts';
import { looksLikeName, normalizeName } from '#shared/domain/roster/name.ts';
import type { Nik } from '#shared/domain/roster/nik.ts';
import type { Nip } from '#shared/domain/roster/nip.ts';
import { survivingDigits } from '#shared/domain/roster/nip-doctor.ts';
import type { DroppedKind } from '#shared/domain/roster/row-codes.ts';
import type { EmploymentStatus } from '#shared/domain/roster/status.ts';
import { isBlankMark } from '#shared/domain/roster/text.ts';
import { type Cell, cellText, type SheetRow } from '../cells.ts';
import { RowSieve } from './drop-rows.ts';
import { holdsNik, holdsNikForNip, type IdentityProblem, readNik, readNip, type SeenIdentities } from './identity.ts';
import { PersonReader } from './person-row.ts';
import { AccountReader } from './row-accounts.ts';
import { RowCells } from './row-cells.ts';

/** What became of a row. */
export type RowOutcome =
  | { readonly kind: 'person'; readonly person: RosterRow }
  | {
      readonly kind: 'accounts';
      readonly accounts: readonly AccountRow[];
      /** What else stands in the row and could not be read. */
      readonly findings: RosterRow['findings'];
    }
  | { readonly kind: 'refused'; readonly refused: RefusedRow }
  | { readonly kind: 'dropped'; readonly as: DroppedKind };

/** How a sheet is read. */
export interface RowReaderOptions {
  readonly sheet: string;
  /** Whether a line is a person, or one account of a person. */
  readonly kind: 'people' | 'accounts';
  readonly mapping: readonly ColumnChoice[];
  /** The header rows' cells, all columns. */
  readonly headers: readonly (readonly string[])[];
  readonly date1904: boolean;
  readonly unitFromSheetName: boolean;
  /** The office's own words for a status, before the known ones. */
  readonly statusSynonyms: Readonly<Record<string, EmploymentStatus>>;
  /** Shared by all sheets of one reading. */
  readonly seen: SeenIdentities;
}

interface IdentityFields {
  readonly nip: RosterField;
  readonly nik: RosterField;
}

/** Whose account a line is. */
type Owner = Pick<AccountRow, 'nip' | 'nik' | 'name' | 'searchName' | 'unit'>;

/** Reads the rows below the header, in order. */
export class RowReader {
  readonly #options: RowReaderOptions;
  readonly #cells: RowCells;
  readonly #sieve: RowSieve;
  readonly #people: PersonReader;
  readonly #accounts: AccountReader;
  #fields: IdentityFields = { nip: 'nip', nik: 'nik' };
  #owner: Owner | null = null;
  /** The refused line of accounts above, whose person only has a damaged NIP. */
  #damaged: RefusedRow | null = null;

  constructor(options: RowReaderOptions) {
    this.#options = options;
    this.#cells = new RowCells(options.mapping, options.date1904);
    this.#people = new PersonReader(this.#cells, options);
    this.#accounts = new AccountReader(this.#cells);
    this.#sieve = new RowSieve(
      options.headers.map((cells) => options.mapping.map(({ column }) => cells[column] ?? '')),
    );
  }

  /** People whose status is only known from the form of their NIP. */
  get statusesFromNip(): number {
    return this.#people.statusesFromNip;
  }

  read(row: SheetRow): RowOutcome {
    const cells = this.#cells;
    cells.begin(row);
    this.#fields = this.#identityFields();
    const continued = this.#continuedAccounts();
    if (continued !== null) return continued;
    const dropped = this.#sieve.judge({
      texts: cells.sieveTexts(),
      name: cells.sieveText('name'),
      identifiers: IDENTIFIERS.map((field) => cells.sieveText(field)).filter((text) => !isBlankMark(text)),
    });
    if (dropped !== null) {
      this.#owner = null;
      this.#damaged = null;
      return { kind: 'dropped', as: dropped };
    }
    return this.#options.kind === 'accounts' ? this.#readAccounts() : this.#readPerson();
  }

  #readPerson(): RowOutcome {
    const fields = this.#fields;
    const nip = readNip(this.#cells.cell(fields.nip));
    if ('problem' in nip) return this.#reject(nip.problem, fields.nip, this.#survived());
    const nik = readNik(this.#cells.cell(fields.nik));
    if ('problem' in nik) return this.#reject(nik.problem, fields.nik);
    const problem = this.#nameProblem(this.#cells.cell('name'), nip.value !== null || nik.value !== null);
    if (problem) return this.#reject(problem, 'name');
    const duplicate = this.#duplicate(nip.value, nik.value);
    if (duplicate) return this.#reject(duplicate.problem, duplicate.field);
    if (nip.value === null && nik.value === null) this.#cells.warn('NO_NIP_AND_NO_NIK', null);
    return { kind: 'person', person: this.#people.read({ nip: nip.value, nik: nik.value, fields }) };
  }

  /** The row of a damaged NIP, when nothing else keeps it from being taken. */
  #survived(): RefusedRow['survived'] {
    const fields = this.#fields;
    const nik = readNik(this.#cells.cell(fields.nik));
    if ('problem' in nik || this.#nameProblem(this.#cells.cell('name'), true) !== null) return undefined;
    const { cells: _, ...row } = this.#people.read({ nip: null, nik: nik.value, fields });
    const cell = this.#cells.cell(fields.nip);
    const written = cell?.kind === 'text' || cell?.kind === 'number' ? cellText(cell) : '';
    return { digits: survivingDigits(written), row };
  }

  #readAccounts(): RowOutcome {
    this.#owner = null;
    this.#damaged = null;
    const fields = this.#fields;
    const nip = readNip(this.#cells.cell(fields.nip));
    if ('problem' in nip) return this.#damagedOwner(nip.problem);
    const nik = readNik(this.#cells.cell(fields.nik));
    if ('problem' in nik) return this.#reject(nik.problem, fields.nik);
    const identified = nip.value !== null || nik.value !== null;
    const named = !isBlankMark(this.#cells.raw('name'));
    const problem = named || !identified ? this.#nameProblem(this.#cells.cell('name'), true) : null;
    if (problem) return this.#reject(problem, 'name');
    const name = named ? normalizeName(this.#cells.raw('name')) : { display: '', search: '' };
    this.#owner = {
      nip: nip.value?.value ?? null,
      nik: nik.value?.value ?? null,
      name: name.display,
      searchName: name.search.slice(0, ROSTER_VALUE_CHARACTERS),
      unit: this.#cells.text('unit') ?? (this.#options.unitFromSheetName ? this.#options.sheet : null),
    };
    return this.#accountsOf(this.#owner);
  }

  /** A line of accounts with a damaged NIP: its person may be known again by what survived. */
  #damagedOwner(problem: IdentityProblem): RowOutcome {
    const survived = this.#survived();
    const outcome = this.#reject(problem, this.#fields.nip, survived);
    if (outcome.kind !== 'refused') return outcome;
    this.#damaged = outcome.refused;
    return { kind: 'refused', refused: withAccounts(outcome.refused) };
  }

  /** Below a person's first account, lists leave the person's own cells blank: the line above says whose it is. */
  #continuedAccounts(): RowOutcome | null {
    if (this.#options.kind !== 'accounts') return null;
    const [owner, damaged] = [this.#owner, this.#damaged];
    const anonymous = [...IDENTIFIERS, 'name' as const].every((field) => isBlankMark(this.#cells.raw(field)));
    const hasAccount = ACCOUNT_COLUMNS.some((field) => !isBlankMark(this.#cells.raw(field)));
    if (!anonymous || !hasAccount) return null;
    if (owner !== null) return this.#accountsOf(owner);
    return damaged === null ? null : this.#continuedDamaged(damaged);
  }

  /** One more account of the damaged person above: refused for the same reason, offered with the same evidence. */
  #continuedDamaged(above: RefusedRow): RowOutcome {
    const row = this.#cells.number;
    const { nip, nipOrNik, name, unit } = above.cells;
    const cells = { ...present({ nip, nipOrNik, name, unit }), ...this.#cells.written() };
    const own = { accounts: this.#accounts.read(), findings: this.#cells.findings };
    const survived = above.survived && { ...above.survived, row: { ...above.survived.row, row, ...own } };
    return { kind: 'refused', refused: withAccounts({ ...above, row, cells, survived }) };
  }

  #accountsOf(owner: Owner): RowOutcome {
    const accounts = this.#accounts.read();
    if (accounts.length === 0) return this.#reject({ code: 'NO_READABLE_ACCOUNT', params: {} }, 'accountHandle');
    const place = { sheet: this.#options.sheet, row: this.#cells.number };
    const rows = accounts.map((account) => ({ ...place, ...owner, account }));
    return { kind: 'accounts', accounts: rows, findings: this.#cells.findings };
  }

  #nameProblem(cell: Cell | undefined, identified: boolean): IdentityProblem | null {
    if (cell?.kind === 'error') return { code: 'CELL_ERROR', params: { error: cell.code } };
    if (cell?.kind === 'uncalculated') return { code: 'CELL_NOT_CALCULATED', params: {} };
    const text = cellText(cell);
    if (isBlankMark(text)) return { code: 'NAME_MISSING', params: {} };
    if (cell?.kind !== 'text' || text.length > ROSTER_VALUE_CHARACTERS || !looksLikeName(text))
      return { code: 'NAME_NOT_TEXT', params: {} };
    return !identified && this.#isNameAlone() ? { code: 'ROW_ONLY_NAME', params: {} } : null;
  }

  /** Nothing but a name, in a list that says more about others: a title or a stray note. */
  #isNameAlone(): boolean {
    const others = this.#options.mapping.filter(({ field }) => !NAME_AND_IDENTITY.has(field));
    if (others.length === 0 || !others.every(({ field }) => isBlankMark(this.#cells.raw(field)))) return false;
    // "-" for the number is said of a person.
    return others.length >= 2 || IDENTIFIERS.every((field) => this.#cells.raw(field) === '');
  }

  #duplicate(nip: Nip | null, nik: Nik | null): { problem: IdentityProblem; field: RosterField } | null {
    const { seen, sheet } = this.#options;
    const place = { sheet, row: this.#cells.number };
    const sameNip = nip && seen.addNip(nip, place);
    if (sameNip) return { problem: sameNip, field: this.#fields.nip };
    const sameNik = nik && seen.addNik(nik, place);
    return sameNik ? { problem: sameNik, field: this.#fields.nik } : null;
  }

  /** In a mixed column a civil servant has a NIP and contract staff a NIK: the cell decides, row by row. */
  #identityFields(): IdentityFields {
    const holder = holdsNik(this.#cells.cell('nipOrNik'));
    if (holdsNikForNip(this.#cells.cell('nip')) && isBlankMark(this.#cells.raw('nik'))) return MIXED_NIP_AND_NIP_NIK;
    if (this.#cells.has('nip')) return holder ? NIP_AND_MIXED_NIK : NIP_AND_NIK;
    return holder ? NIP_AND_MIXED_NIK : MIXED_NIP_AND_NIK;
  }

  #reject({ code, params }: IdentityProblem, field: RosterField, survived?: RefusedRow['survived']): RowOutcome {
    const place = { sheet: this.#options.sheet, row: this.#cells.number };
    const finding = this.#cells.finding(code, field, params);
    const refused = { ...place, ...finding, cells: this.#cells.written() };
    return { kind: 'refused', refused: survived === undefined ? refused : { ...refused, survived } };
  }
}

/** A line that has no account of its own has nothing to offer to anybody. */
function withAccounts({ survived, ...refused }: Maybe<RefusedRow, 'survived'>): RefusedRow {
  return survived === undefined || survived.row.accounts.length === 0 ? refused : { ...refused, survived };
}

type Maybe<Of, Key extends keyof Of> = Omit<Of, Key> & { readonly [One in Key]?: Of[One] | undefined };

/** The cells that there are. */
function present(cells: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([field, text]): [string, string][] => (text === undefined ? [] : [[field, text]])),
  );
}

const NIP_AND_NIK: IdentityFields = { nip: 'nip', nik: 'nik' };
const NIP_AND_MIXED_NIK: IdentityFields = { nip: 'nip', nik: 'nipOrNik' };
const MIXED_NIP_AND_NIP_NIK: IdentityFields = { nip: 'nipOrNik', nik: 'nip' };
const MIXED_NIP_AND_NIK: IdentityFields = { nip: 'nipOrNik', nik: 'nik' };

const IDENTIFIERS = ['nip', 'nipOrNik', 'nik'] as const;

const ACCOUNT_COLUMNS = [
  'accountHandle',
  'accountLink',
  'accountFacebook',
  'accountInstagram',
  'accountTiktok',
  'accountX',
  'accountYoutube',
  'accountThreads',
  'accountTelegram',
] as const;

const NAME_AND_IDENTITY: ReadonlySet<RosterField> = new Set([
  'nip',
  'nipOrNik',
  'nik',
  'nipLama',
  'name',
  'titleFront',
  'titleBack',
]);
