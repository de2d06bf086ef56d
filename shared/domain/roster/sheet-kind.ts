/** What the lines of a sheet are: people, or accounts of people. */
import type { RosterField } from './fields.ts';
import type { TextRow } from './header-row.ts';
import type { ColumnProposal } from './headings.ts';
import { isBlankMark, tidyText } from './text.ts';

const IDENTITY: readonly RosterField[] = ['nip', 'nipOrNik', 'nik', 'name'];
/** A list with these is a list of people, even when it states an account beside each. */
const PERSON_FIELDS: ReadonlySet<RosterField> = new Set(['grade', 'rank', 'position', 'status', 'birthDate', 'sex']);

/**
 * 'accounts' when the sheet has a column of handles beside an identity, and either the same person comes on several
 * lines, or a column says the platform and next to nothing else is said about people. 'people' otherwise.
 */
export function sheetKindOf(columns: readonly ColumnProposal[], below: readonly TextRow[]): 'people' | 'accounts' {
  const columnOf = new Map(columns.map(({ field, index }) => [field, index]));
  const identity = IDENTITY.map((field) => columnOf.get(field)).find((column) => column !== undefined);
  if (identity === undefined || !columnOf.has('accountHandle')) return 'people';
  if (comesAgain(below, identity)) return 'accounts';
  const others = columns.filter(({ field }) => field !== null && PERSON_FIELDS.has(field)).length;
  return columnOf.has('accountPlatform') && others < 2 ? 'accounts' : 'people';
}

function comesAgain(rows: readonly TextRow[], column: number): boolean {
  const texts = rows.map(({ cells }) => tidyText(cells[column] ?? '')).filter((text) => !isBlankMark(text));
  return new Set(texts).size <= texts.length * 0.9;
}
