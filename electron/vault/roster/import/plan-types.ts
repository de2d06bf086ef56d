/** What an import's plan is made of. Kept in memory until the lock, a hundred thousand rows at a time: lean on purpose. */
import type { RowProblem } from '#shared/contract/roster-import.ts';
import type { AccountRow, RefusedRow, RosterAccount, Survived } from '#shared/contract/roster-job.ts';
import type { NipEvidence } from '#shared/domain/roster/nip-doctor.ts';
import type { PlanRowKind } from '#shared/domain/roster/plan-kinds.ts';
import type { Person, PersonKey } from '../employees.ts';
import type { HistoryState } from '../history.ts';

/** A person on record, as the comparison needs it. */
export interface KnownPerson {
  /** employees.employee_key */
  readonly key: number;
  readonly id: string;
  readonly person: Person;
  /** ISO instant, UTC. */
  readonly goneSince: string | null;
  /** YYYY-MM-DD: the latest day for which the current state was stated. */
  readonly statedOn: string;
}
/** What tells whether somebody on record is missing from a file. */
export type PresentPerson = Pick<KnownPerson, 'key' | 'statedOn'> &
  Pick<Person, 'searchName' | 'unit' | 'agency' | 'status'>;

/** The people on record, asked one by one: they are never all in memory. */
export interface KnownDirectory {
  byKey(key: number): KnownPerson;
  byNip(nip: string): KnownPerson | null;
  byNik(nik: string): KnownPerson | null;
  /** The only person with neither NIP nor NIK of this name and unit. */
  withoutNumber(searchName: string, unit: string | null): KnownPerson | null;
  /** The only person of this name and unit; of this name when no unit is given. */
  named(searchName: string, unit: string | null): KnownPerson | 'several' | null;
  /** The state on record for the plan's day; null when nothing is. */
  stateOnDay(known: KnownPerson): HistoryState | null;
  /** Everybody who is in the roster now. */
  present(): Iterable<PresentPerson>;
  /** The one person whom a damaged identity may belong to. */
  propose(survived: Survived): { readonly key: number; readonly evidence: readonly NipEvidence[] } | null;
  /** Whose an account is: a key, null for nobody's, undefined when it is not on record. */
  ownerOfAccount(account: RosterAccount): number | null | undefined;
}

/** The taken cells of a row as they are written, by field. */
export type WrittenCells = RefusedRow['cells'];

export interface IncomingRow {
  readonly sheet: string;
  /** 1-based, as the spreadsheet program shows it. */
  readonly row: number;
  readonly person: Person;
  readonly accounts: readonly RosterAccount[];
  readonly findings: readonly RowProblem[];
  readonly cells: WrittenCells | null;
}
export type { AccountRow, RefusedRow };

/** An account that is new, with the place in the file that states it. */
export interface PlannedAccount {
  readonly account: RosterAccount;
  readonly sheet: string;
  readonly row: number;
}

/** What would change in a person, or in the state on record for an earlier day. */
export interface Comparison {
  readonly changed: readonly PersonKey[];
  /** Values of `changed` before, in its order. */
  readonly before: readonly (string | null)[];
}

/** One row of the plan. Its number is its place in `ImportPlan.entries`. */
export interface PlanEntry extends Comparison {
  readonly kind: PlanRowKind;
  /** Null for somebody who is gone. */
  readonly sheet: string | null;
  readonly row: number | null;
  /** employees.employee_key of the person on record. */
  readonly key: number | null;
  /** What is stated; null where nothing of it would be written. */
  readonly person: Person | null;
  /** Findings and written cells, packed (remarks.ts); null where nothing is to be said. */
  readonly remarks: string | null;
  readonly evidence: readonly NipEvidence[];
  accounts: readonly PlannedAccount[];
}

/** Of an entry without any: one for all. */
export const NO_ACCOUNTS: readonly PlannedAccount[] = [];
export const NO_EVIDENCE: readonly NipEvidence[] = [];

/** Kinds whose rows are taken unless the user leaves them out. */
export const TAKEN_KINDS: ReadonlySet<PlanRowKind> = new Set(['added', 'changed', 'moved', 'returned', 'unchanged']);
