/** The taken cells of one row at a time, by field, and what is found doubtful about them. */
import {
  type ColumnChoice,
  type RefusedRow,
  ROSTER_VALUE_CHARACTERS,
  type RosterRow,
} from '#shared/contract/roster-job.ts';
import type { RosterField } from '#shared/domain/roster/fields.ts';
import { type NameWithNip, splitNameAndNip } from '#shared/domain/roster/name.ts';
import type { RowRejection, RowWarning } from '#shared/domain/roster/row-codes.ts';
import { echoText, isBlankMark } from '#shared/domain/roster/text.ts';
import { type Cell, cellText, type SheetRow } from '../cells.ts';
import { REPORT_LIMITS } from '../limits.ts';
import { UNCALCULATED } from './drop-rows.ts';
import { columnLetters, dateValue, textValue } from './row-values.ts';

/** What the sentence for a code may name. */
export type FindingParams = Readonly<Record<string, string | number>>;

/** One finding: where in the row, what, and the cell as written. */
export interface Finding<Code extends RowRejection | RowWarning> {
  readonly column: string | null;
  readonly code: Code;
  readonly params: Record<string, string | number>;
  readonly value: string;
}

/** A view on the current row; one a sheet. */
export class RowCells {
  /** What is doubtful about the current row. */
  findings: RosterRow['findings'] = [];
  readonly mapping: readonly ColumnChoice[];
  readonly #columns: ReadonlyMap<RosterField, number>;
  readonly #date1904: boolean;
  /** No column has a NIP: it may stand in the same cell as the name. */
  readonly #mayBeTogether: boolean;
  #together: NameWithNip | null = null;
  #row: SheetRow = { number: 0, cells: [] };

  constructor(mapping: readonly ColumnChoice[], date1904: boolean) {
    this.mapping = mapping;
    this.#columns = new Map(mapping.map((choice) => [choice.field, choice.column]));
    this.#date1904 = date1904;
    this.#mayBeTogether = !this.has('nip') && !this.has('nipOrNik') && this.has('name');
  }

  /** Goes on to the next row. */
  begin(row: SheetRow): void {
    this.#row = row;
    // Most rows have no findings; their list is shared until the first one.
    if (this.findings.length > 0) this.findings = [];
    this.#together = this.#mayBeTogether ? this.#nameWithNip() : null;
  }

  /** As the spreadsheet program shows it, from 1. */
  get number(): number {
    return this.#row.number;
  }

  has(field: RosterField): boolean {
    return this.#columns.has(field);
  }

  cell(field: RosterField): Cell | undefined {
    if (this.#together !== null && field === 'name') return { kind: 'text', text: this.#together.name };
    if (this.#together !== null && field === 'nipOrNik') return { kind: 'text', text: this.#together.nip };
    const column = this.#columns.get(field);
    return column === undefined ? undefined : this.#row.cells[column];
  }

  /** The cell's text as it stands. */
  raw(field: RosterField): string {
    return cellText(this.cell(field));
  }

  /** Every taken cell's text, in the order of the mapping, as the sieve takes it. */
  sieveTexts(): string[] {
    return this.mapping.map(({ column }) => sieveText(this.#row.cells[column]));
  }

  /** One taken cell's text, as the sieve takes it. */
  sieveText(field: RosterField): string {
    return sieveText(this.cell(field));
  }

  /** The words of a cell, null when blank; a value that cannot be had is a finding. */
  text(field: RosterField): string | null {
    const value = textValue(this.cell(field));
    if ('problem' in value) this.warn(value.problem === 'error' ? 'VALUE_ERROR' : 'VALUE_NOT_CALCULATED', field);
    else if (value.text === null || value.text.length <= ROSTER_VALUE_CHARACTERS) return value.text;
    else this.warn('VALUE_TOO_LONG', field);
    return null;
  }

  /** The day in a cell, null when there is none that can be read. */
  date(field: RosterField): string | null {
    return dateValue(this.cell(field), this.#date1904);
  }

  warn(code: RowWarning, field: RosterField | null, params: FindingParams = {}): void {
    this.findings.push(this.finding(code, field, params));
  }

  finding<Code extends RowRejection | RowWarning>(
    code: Code,
    field: RosterField | null,
    params: FindingParams,
  ): Finding<Code> {
    const column = field === null ? undefined : this.#columnOf(field);
    const value = column === undefined ? '' : echoText(cellText(this.#row.cells[column]), REPORT_LIMITS.echoCharacters);
    return { column: column === undefined ? null : columnLetters(column), code, params: { ...params }, value };
  }

  #columnOf(field: RosterField): number | undefined {
    return this.#columns.get(this.#together !== null && field === 'nipOrNik' ? 'name' : field);
  }

  #nameWithNip(): NameWithNip | null {
    const column = this.#columns.get('name');
    const cell = column === undefined ? undefined : this.#row.cells[column];
    return cell?.kind === 'text' && cell.text.length <= ROSTER_VALUE_CHARACTERS ? splitNameAndNip(cell.text) : null;
  }

  /** The cells that hold something, as written: a date that is stored as a number is shown as people write it. */
  written(): RefusedRow['cells'] {
    const cells: RefusedRow['cells'] = {};
    for (const { field, column } of this.mapping) {
      const cell = this.#row.cells[column];
      const text = cellText(cell);
      if (isBlankMark(text)) continue;
      const day = cell?.kind === 'number' && field === 'birthDate' ? this.date(field) : null;
      const shown = day === null ? text : day.split('-').reverse().join('-');
      cells[field] = echoText(shown, ROSTER_VALUE_CHARACTERS);
    }
    if (this.#together !== null) {
      cells.name = echoText(this.#together.name, ROSTER_VALUE_CHARACTERS);
      if (!isBlankMark(this.#together.nip)) cells.nip = echoText(this.#together.nip, ROSTER_VALUE_CHARACTERS);
    }
    return cells;
  }
}

/** A formula without result is something, though it reads as nothing: its row is refused, not left out. */
function sieveText(cell: Cell | undefined): string {
  return cell?.kind === 'uncalculated' ? UNCALCULATED : cellText(cell);
}
