/** From the cells of a row to a person, value by value; what is doubtful is a finding, never a reason to lose the row. */
import { ROSTER_VALUE_CHARACTERS, type RosterRow } from '#shared/contract/roster-job.ts';
import type { RosterField } from '#shared/domain/roster/fields.ts';
import { decideGrade, parseGrade } from '#shared/domain/roster/grade.ts';
import { hasNumber, normalizeName } from '#shared/domain/roster/name.ts';
import type { Nik } from '#shared/domain/roster/nik.ts';
import { type Nip, parseOldNip, type Sex } from '#shared/domain/roster/nip.ts';
import { decideStatus, type EmploymentStatus, parseSex, statusReader } from '#shared/domain/roster/status.ts';
import { remembering } from '#shared/domain/roster/text.ts';
import { AccountReader } from './row-accounts.ts';
import type { RowCells } from './row-cells.ts';

/** Whom the row is about, and in which columns it says so. */
export interface PersonIdentity {
  readonly nip: Nip | null;
  readonly nik: Nik | null;
  readonly fields: { readonly nip: RosterField; readonly nik: RosterField };
}

/** How people of a sheet are read. */
export interface PersonOptions {
  readonly sheet: string;
  readonly unitFromSheetName: boolean;
  readonly statusSynonyms: Readonly<Record<string, EmploymentStatus>>;
}

/** Makes people of the rows of one sheet. */
export class PersonReader {
  /** People whose status is only known from the form of their NIP. */
  statusesFromNip = 0;
  readonly #cells: RowCells;
  readonly #options: PersonOptions;
  readonly #accounts: AccountReader;
  readonly #statusOf: (text: string) => EmploymentStatus | null;
  readonly #sexOf = remembering(parseSex);
  readonly #gradeOf = remembering(parseGrade);

  constructor(cells: RowCells, options: PersonOptions) {
    this.#cells = cells;
    this.#options = options;
    this.#accounts = new AccountReader(cells);
    this.#statusOf = statusReader(options.statusSynonyms);
  }

  /** The person of the current row. */
  read(identity: PersonIdentity): RosterRow {
    const cells = this.#cells;
    const name = normalizeName(cells.raw('name'), cells.text('titleFront') ?? '', cells.text('titleBack') ?? '');
    if (hasNumber(name.display)) cells.warn('NAME_HAS_NUMBER', 'name');
    const birthDate = this.#birthDate();
    const sex = this.#sex();
    this.#checkIdentity(identity, birthDate, sex);
    const sheetUnit = this.#options.unitFromSheetName ? this.#options.sheet : null;
    return {
      sheet: this.#options.sheet,
      row: cells.number,
      nip: identity.nip?.value ?? null,
      nik: identity.nik?.value ?? null,
      nipLama: this.#oldNip(),
      name: name.display,
      // Some letters come apart into several when they are compared.
      searchName: name.search.slice(0, ROSTER_VALUE_CHARACTERS),
      sex,
      birthDate,
      status: this.#status(identity.nip),
      ...this.#gradeAndRank(),
      position: cells.text('position'),
      positionType: cells.text('positionType'),
      unit: cells.text('unit') ?? sheetUnit,
      agency: cells.text('agency') ?? sheetUnit,
      workEmail: this.#email(),
      workPhone: cells.text('workPhone'),
      accounts: this.#accounts.read(),
      findings: cells.findings,
      ...(cells.findings.length > 0 && { cells: cells.written() }),
    };
  }

  #checkIdentity({ nip, nik, fields }: PersonIdentity, birthDate: string | null, sex: Sex | null): void {
    if (nip) this.#checkNip(nip, fields.nip, birthDate, sex);
    if (nik) this.#checkNik(nik, fields.nik, birthDate, sex);
  }

  #checkNip(nip: Nip, field: RosterField, birthDate: string | null, sex: Sex | null): void {
    const cells = this.#cells;
    if (nip.unusualAge) cells.warn('NIP_UNUSUAL_AGE', field);
    if (birthDate && nip.birthDate !== birthDate) {
      cells.warn('NIP_BIRTH_MISMATCH', field, { inNip: nip.birthDate, inRow: birthDate });
    }
    if (sex && nip.sex !== sex) cells.warn('NIP_SEX_MISMATCH', field, { inNip: nip.sex, inRow: sex });
  }

  #checkNik(nik: Nik, field: RosterField, birthDate: string | null, sex: Sex | null): void {
    const cells = this.#cells;
    if (nik.birthDate === null) cells.warn('NIK_BIRTH_DATE', field);
    else if (birthDate && nik.birthDate !== birthDate) {
      cells.warn('NIK_BIRTH_MISMATCH', field, { inNik: nik.birthDate, inRow: birthDate });
    }
    if (nik.sex && sex && nik.sex !== sex) cells.warn('NIK_SEX_MISMATCH', field, { inNik: nik.sex, inRow: sex });
  }

  #status(nip: Nip | null): RosterRow['status'] {
    const decision = decideStatus({
      written: this.#cells.text('status'),
      cpnsMark: this.#cells.text('cpnsMark'),
      sheetName: this.#options.sheet,
      nipForm: nip?.form ?? null,
      statusOf: this.#statusOf,
    });
    if (decision.unknown) this.#cells.warn('STATUS_UNKNOWN', 'status');
    if (decision.againstNip) this.#cells.warn('STATUS_AGAINST_NIP', 'status', { form: nip?.form ?? '' });
    if (decision.source === 'nip') this.statusesFromNip += 1;
    return decision.status;
  }

  #gradeAndRank(): Pick<RosterRow, 'grade' | 'rank'> {
    const { grade, rank, unknown } = decideGrade(this.#cells.text('grade'), this.#cells.text('rank'), this.#gradeOf);
    if (unknown) this.#cells.warn('GRADE_UNKNOWN', 'grade');
    return { grade, rank };
  }

  #birthDate(): string | null {
    if (this.#cells.text('birthDate') === null) return null;
    const date = this.#cells.date('birthDate');
    if (date === null) this.#cells.warn('BIRTH_DATE_UNREADABLE', 'birthDate');
    return date;
  }

  #sex(): Sex | null {
    const written = this.#cells.text('sex');
    const sex = written === null ? null : this.#sexOf(written);
    if (written !== null && sex === null) this.#cells.warn('SEX_UNREADABLE', 'sex');
    return sex;
  }

  #oldNip(): string | null {
    const written = this.#cells.text('nipLama');
    const numeric = this.#cells.cell('nipLama')?.kind === 'number';
    const old = written === null || numeric ? null : parseOldNip(written);
    if (written !== null && old === null) this.#cells.warn('NIP_LAMA_UNREADABLE', 'nipLama');
    return old;
  }

  #email(): string | null {
    const written = this.#cells.text('workEmail')?.toLowerCase() ?? null;
    if (written === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written)) return written;
    this.#cells.warn('EMAIL_UNREADABLE', 'workEmail');
    return null;
  }
}
