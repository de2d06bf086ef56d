/** What is to be said about a row of the plan, packed into one text: a file may have something on every row. */
import type { RowProblem } from '#shared/contract/roster-import.ts';
import type { PlanEntry, WrittenCells } from './plan-types.ts';

export interface Remarks {
  readonly findings: readonly RowProblem[];
  /** As written; null for a row that was read whole, and for somebody who stands in no row. */
  readonly cells: WrittenCells | null;
}

/** Null where there is nothing to say: the cells are of no use then. */
export function packRemarks(findings: readonly RowProblem[], cells: WrittenCells | null): string | null {
  return findings.length === 0 ? null : JSON.stringify({ findings, cells } satisfies Remarks);
}

export function remarksOf({ remarks }: Pick<PlanEntry, 'remarks'>): Remarks {
  // Packed by packRemarks, and never outside of this program's memory.
  return remarks === null ? NONE : (JSON.parse(remarks) as Remarks);
}

const NONE: Remarks = { findings: [], cells: null };
