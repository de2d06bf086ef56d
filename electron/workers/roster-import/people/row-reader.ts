/** From a row of cells to a person, a refusal with its reason, or a dropped line. One reader a sheet. */
import {
  type ColumnChoice,
  type RejectedRow,
  ROSTER_VALUE_CHARACTERS,
  type RosterRow,
  type RowNotice,
} from '#shared/contract/roster-job.ts';
import type { RosterField } from '#shared/domain/roster/fields.ts';
import { decideGrade } from '#shared/domain/roster/grade.ts';
import { looksLikeName, normalizeName } from '#shared/domain/roster/name.ts';
import { type Nip, parseOldNip, type Sex } from '#shared/domain/roster/nip.ts';
import type { Nik } from '#shared/domain/roster/nik.ts';
import type { DroppedKind, RowRejection, RowWarning } from '#shared/domain/roster/row-codes.ts';
import { decideStatus, parseSex } from '#shared/domain/roster/status.ts';
import { echoText, isBlankMark } from '#shared/domain/roster/text.ts';
import { type Cell, cellText, type SheetRow } from '../cells.ts';
import { RowSieve, UNCALCULATED } from './drop-rows.ts';
import { holdsNik, type IdentityProblem, readNik, readNip, type SeenIdentities } from './identity.ts';
import { REPORT_LIMITS } from '../limits.ts';
import { columnLetters, dateValue, textValue } from './row-values.ts';

/** What became of a row. */
export type RowOutcome =
  | { readonly kind: 'record'; readonly record: RosterRow; readonly warnings: readonly RowNotice[] }
  | { readonly kind: 'rejected'; readonly rejection: RejectedRow }
  | { readonly kind: 'dropped'; readonly as: DroppedKind };

/** How a sheet is read. */
export interface RowReaderOptions {
  readonly sheet: string;
  readonly mapping: readonly ColumnChoice[];
  /** The header rows' cells, all columns. */
  readonly headers: readonly (readonly string[])[];
  readonly date1904: boolean;
  readonly unitFromSheetName: boolean;
  /** Shared by all sheets of one reading. */
  readonly seen: SeenIdentities;
}

/** Reads the rows below the header, in order. */
export class RowReader {
  /** People whose status is only known from the form of their NIP. */
  statusesFromNip = 0;
  readonly #options: RowReaderOptions;
  readonly #columns: ReadonlyMap<RosterField, number>;
  readonly #sieve: RowSieve;
  #row: SheetRow = { number: 0, cells: [] };
  #fields: { nip: RosterField; nik: RosterField } = { nip: 'nip', nik: 'nik' };
  #warnings: RowNotice[] = [];

  constructor(options: RowReaderOptions) {
    this.#options = options;
    this.#columns = new Map(options.mapping.map((choice) => [choice.field, choice.column]));
    this.#sieve = new RowSieve(
      options.headers.map((cells) => options.mapping.map(({ column }) => cells[column] ?? '')),
    );
  }

  read(row: SheetRow): RowOutcome {
    this.#row = row;
    this.#warnings = [];
    this.#fields = this.#identityFields();
    const dropped = this.#sieve.judge({
      texts: this.#options.mapping.map(({ column }) => sieveText(row.cells[column])),
      name: sieveText(this.#cell('name')),
      identifiers: IDENTIFIERS.map((field) => sieveText(this.#cell(field))).filter((text) => !isBlankMark(text)),
    });
    if (dropped !== null) return { kind: 'dropped', as: dropped };
    return this.#readPerson();
  }

  #readPerson(): RowOutcome {
    const nip = readNip(this.#cell(this.#fields.nip));
    if ('problem' in nip) return this.#reject(nip.problem, this.#fields.nip);
    const nik = readNik(this.#cell(this.#fields.nik));
    if ('problem' in nik) return this.#reject(nik.problem, this.#fields.nik);
    const problem = this.#nameProblem(this.#cell('name'), nip.value !== null || nik.value !== null);
    if (problem) return this.#reject(problem, 'name');
    const duplicate = this.#duplicate(nip.value, nik.value);
    if (duplicate) return this.#reject(duplicate.problem, duplicate.field);
    return { kind: 'record', record: this.#record(nip.value, nik.value), warnings: this.#warnings };
  }

  #record(nip: Nip | null, nik: Nik | null): RosterRow {
    const name = normalizeName(this.#raw('name'), this.#text('titleFront') ?? '', this.#text('titleBack') ?? '');
    const birthDate = this.#birthDate();
    const sex = this.#sex();
    this.#checkIdentity(nip, nik, birthDate, sex);
    const agency = this.#text('agency');
    const unit = this.#text('unit');
    const sheetUnit = this.#options.unitFromSheetName ? this.#options.sheet : null;
    return {
      sheet: this.#options.sheet,
      row: this.#row.number,
      nip: nip?.value ?? null,
      nik: nik?.value ?? null,
      nipLama: this.#oldNip(),
      name: name.display,
      searchName: name.search,
      sex,
      birthDate,
      status: this.#status(nip),
      ...this.#gradeAndRank(),
      position: this.#text('position'),
      positionType: this.#text('positionType'),
      unit: unit ?? sheetUnit,
      agency: agency ?? sheetUnit,
      workEmail: this.#email(),
      workPhone: this.#text('workPhone'),
    };
  }

  #nameProblem(cell: Cell | undefined, identified: boolean): IdentityProblem | null {
    if (cell?.kind === 'error') return { code: 'CELL_ERROR', params: { error: cell.code } };
    if (cell?.kind === 'uncalculated') return { code: 'CELL_NOT_CALCULATED', params: {} };
    const text = cellText(cell);
    if (isBlankMark(text)) return { code: 'NAME_MISSING', params: {} };
    if (cell?.kind !== 'text' || text.length > ROSTER_VALUE_CHARACTERS || !looksLikeName(text))
      return { code: 'NAME_NOT_TEXT', params: {} };
    const others = this.#options.mapping.filter(({ field }) => !NAME_AND_IDENTITY.has(field));
    const alone = others.length >= 2 && others.every(({ column }) => isBlankMark(cellText(this.#row.cells[column])));
    return !identified && alone ? { code: 'ROW_ONLY_NAME', params: {} } : null;
  }

  #duplicate(nip: Nip | null, nik: Nik | null): { problem: IdentityProblem; field: RosterField } | null {
    const { seen, sheet } = this.#options;
    const place = { sheet, row: this.#row.number };
    const sameNip = nip && seen.addNip(nip, place);
    if (sameNip) return { problem: sameNip, field: this.#fields.nip };
    const sameNik = nik && seen.addNik(nik, place);
    return sameNik ? { problem: sameNik, field: this.#fields.nik } : null;
  }

  #checkIdentity(nip: Nip | null, nik: Nik | null, birthDate: string | null, sex: Sex | null): void {
    if (nip === null && nik === null) this.#warn('NO_NIP_AND_NO_NIK', null);
    if (nip) this.#checkNip(nip, birthDate, sex);
    if (nik) this.#checkNik(nik, birthDate, sex);
  }

  #checkNip(nip: Nip, birthDate: string | null, sex: Sex | null): void {
    const field = this.#fields.nip;
    if (nip.unusualAge) this.#warn('NIP_UNUSUAL_AGE', field);
    if (birthDate && nip.birthDate !== birthDate) {
      this.#warn('NIP_BIRTH_MISMATCH', field, { inNip: nip.birthDate, inRow: birthDate });
    }
    if (sex && nip.sex !== sex) this.#warn('NIP_SEX_MISMATCH', field, { inNip: nip.sex, inRow: sex });
  }

  #checkNik(nik: Nik, birthDate: string | null, sex: Sex | null): void {
    const field = this.#fields.nik;
    if (nik.birthDate === null) this.#warn('NIK_BIRTH_DATE', field);
    else if (birthDate && nik.birthDate !== birthDate) {
      this.#warn('NIK_BIRTH_MISMATCH', field, { inNik: nik.birthDate, inRow: birthDate });
    }
    if (nik.sex && sex && nik.sex !== sex) this.#warn('NIK_SEX_MISMATCH', field, { inNik: nik.sex, inRow: sex });
  }

  #status(nip: Nip | null): RosterRow['status'] {
    const decision = decideStatus({
      written: this.#text('status'),
      cpnsMark: this.#text('cpnsMark'),
      sheetName: this.#options.sheet,
      nipForm: nip?.form ?? null,
    });
    if (decision.unknown) this.#warn('STATUS_UNKNOWN', 'status');
    if (decision.againstNip) this.#warn('STATUS_AGAINST_NIP', 'status', { form: nip?.form ?? '' });
    if (decision.source === 'nip') this.statusesFromNip += 1;
    return decision.status;
  }

  #gradeAndRank(): Pick<RosterRow, 'grade' | 'rank'> {
    const { grade, rank, unknown } = decideGrade(this.#text('grade'), this.#text('rank'));
    if (unknown) this.#warn('GRADE_UNKNOWN', 'grade');
    return { grade, rank };
  }

  #birthDate(): string | null {
    const cell = this.#cell('birthDate');
    const written = this.#text('birthDate');
    if (written === null) return null;
    const date = dateValue(cell, this.#options.date1904);
    if (date === null) this.#warn('BIRTH_DATE_UNREADABLE', 'birthDate');
    return date;
  }

  #sex(): Sex | null {
    const written = this.#text('sex');
    const sex = written === null ? null : parseSex(written);
    if (written !== null && sex === null) this.#warn('SEX_UNREADABLE', 'sex');
    return sex;
  }

  #oldNip(): string | null {
    const cell = this.#cell('nipLama');
    const written = this.#text('nipLama');
    const old = written === null || cell?.kind === 'number' ? null : parseOldNip(written);
    if (written !== null && old === null) this.#warn('NIP_LAMA_UNREADABLE', 'nipLama');
    return old;
  }

  #email(): string | null {
    const written = this.#text('workEmail')?.toLowerCase() ?? null;
    if (written === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written)) return written;
    this.#warn('EMAIL_UNREADABLE', 'workEmail');
    return null;
  }

  #text(field: RosterField): string | null {
    const value = textValue(this.#cell(field));
    if ('problem' in value) this.#warn(value.problem === 'error' ? 'VALUE_ERROR' : 'VALUE_NOT_CALCULATED', field);
    else if (value.text === null || value.text.length <= ROSTER_VALUE_CHARACTERS) return value.text;
    else this.#warn('VALUE_TOO_LONG', field);
    return null;
  }

  /** In a mixed column a civil servant has a NIP and contract staff a NIK: the cell decides, row by row. */
  #identityFields(): { nip: RosterField; nik: RosterField } {
    const holder = holdsNik(this.#cell('nipOrNik'));
    if (this.#columns.has('nip')) return { nip: 'nip', nik: holder ? 'nipOrNik' : 'nik' };
    return holder ? { nip: 'nip', nik: 'nipOrNik' } : { nip: 'nipOrNik', nik: 'nik' };
  }

  #cell(field: RosterField): Cell | undefined {
    const column = this.#columns.get(field);
    return column === undefined ? undefined : this.#row.cells[column];
  }

  #raw(field: RosterField): string {
    return cellText(this.#cell(field));
  }

  #warn(code: RowWarning, field: RosterField | null, params: Readonly<Record<string, string | number>> = {}): void {
    this.#warnings.push(this.#finding(code, field, params));
  }

  #reject(problem: IdentityProblem, field: RosterField): RowOutcome {
    return { kind: 'rejected', rejection: this.#finding(problem.code, field, problem.params) };
  }

  #finding<Code extends RowRejection | RowWarning>(
    code: Code,
    field: RosterField | null,
    params: Readonly<Record<string, string | number>>,
  ): {
    sheet: string;
    row: number;
    column: string | null;
    code: Code;
    params: Readonly<Record<string, string | number>>;
    value: string;
  } {
    const column = field === null ? undefined : this.#columns.get(field);
    const value = column === undefined ? '' : echoText(cellText(this.#row.cells[column]), REPORT_LIMITS.echoCharacters);
    return {
      sheet: this.#options.sheet,
      row: this.#row.number,
      column: column === undefined ? null : columnLetters(column),
      code,
      params,
      value,
    };
  }
}

/** A formula without result is something, though it reads as nothing: its row is refused, not left out. */
function sieveText(cell: Cell | undefined): string {
  return cell?.kind === 'uncalculated' ? UNCALCULATED : cellText(cell);
}

const IDENTIFIERS = ['nip', 'nipOrNik', 'nik'] as const;

const NAME_AND_IDENTITY: ReadonlySet<RosterField> = new Set([
  'nip',
  'nipOrNik',
  'nik',
  'nipLama',
  'name',
  'titleFront',
  'titleBack',
]);
