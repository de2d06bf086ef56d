/** A list of people as a sheet holds it: which columns say who, and its rows. Any list with a name or a number in it will do. */
import { findHeader, isNumberingRow, type TextRow } from '../roster/header-row.ts';
import { tidyText } from '../roster/text.ts';

/** Columns from 0; null where the list has none. */
export interface PeopleColumns {
  readonly name: number | null;
  /** NIP or NIK. */
  readonly nip: number | null;
  readonly unit: number | null;
}

export interface PeopleProposal {
  /** The last row of the headings, from 1; null where none was found: then every row is one of the list. */
  readonly headingRow: number | null;
  readonly columns: PeopleColumns;
}

export interface ListedPerson {
  readonly row: number;
  readonly name: string;
  readonly nip: string;
  readonly unit: string;
}

/** A cell longer than this is no name; the row is kept with what fits. */
const LONGEST_CELL = 500;
const LONG_NUMBER = /(?:\d[ .-]?){15,17}\d/;

/** By the headings as a roster's are known; without any, by what stands in the columns. */
export function proposePeopleColumns(rows: readonly TextRow[]): PeopleProposal {
  const header = findHeader(rows);
  if (header === null) return { headingRow: null, columns: columnsByContent(rows) };
  const at = (...fields: readonly string[]): number | null =>
    header.columns.find(({ field }) => field !== null && fields.includes(field))?.index ?? null;
  return {
    headingRow: header.headerRow,
    columns: { name: at('name'), nip: at('nip', 'nipOrNik') ?? at('nik'), unit: at('unit') ?? at('agency') },
  };
}

/** The rows below the headings that name somebody; a row of column numbers is none. */
export function peopleInRows(
  rows: readonly TextRow[],
  headingRow: number | null,
  columns: PeopleColumns,
): readonly ListedPerson[] {
  return rows
    .filter(({ number, cells }) => (headingRow === null || number > headingRow) && !isNumberingRow(cells))
    .flatMap(({ number, cells }) => {
      const cell = (column: number | null): string =>
        column === null ? '' : tidyText(cells[column] ?? '').slice(0, LONGEST_CELL);
      const person = apart({ row: number, name: cell(columns.name), nip: cell(columns.nip), unit: cell(columns.unit) });
      return person.name === '' && person.nip === '' ? [] : [person];
    });
}

/** "SITI AMINAH / 19850101 201001 2 001": one cell with both. */
function apart(person: ListedPerson): ListedPerson {
  if (person.nip !== '') return person;
  const number = LONG_NUMBER.exec(person.name)?.[0];
  if (number === undefined) return person;
  const name = person.name.replace(number, ' ').replaceAll(/\bNI(?:P|K|PPPK)\b[ .:]*/gi, ' ');
  return { ...person, nip: number, name: tidyText(name.replaceAll(/^[\s/|,;:-]+|[\s/|,;:-]+$/g, '')) };
}

/** The column with the most long numbers is the NIP's, the one with the most words beside it the name's. */
function columnsByContent(rows: readonly TextRow[]): PeopleColumns {
  const nip = fullest(rows, (cell) => LONG_NUMBER.test(cell), null);
  const name = fullest(rows, (cell) => /\p{L}{3}/u.test(cell) && !LONG_NUMBER.test(cell), nip);
  return name === null ? { name: nip, nip: null, unit: null } : { name, nip, unit: null };
}

function fullest(rows: readonly TextRow[], fits: (cell: string) => boolean, but: number | null): number | null {
  const counts = new Map<number, number>();
  for (const { cells } of rows)
    cells.forEach((cell, column) => {
      if (column !== but && fits(cell)) counts.set(column, (counts.get(column) ?? 0) + 1);
    });
  return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0] ?? null;
}
