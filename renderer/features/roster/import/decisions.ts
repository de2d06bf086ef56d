/** What a person decides about a plan: groups and rows that are left out, proposals that are accepted. */
import type { CallOf } from '#shared/contract/index.ts';
import type { PlanRow, PlanRowKind, RosterPlan } from '#shared/contract/roster-import.ts';

export interface Decisions {
  readonly kinds: ReadonlySet<PlanRowKind>;
  /** Left out one by one, with the group each belongs to. */
  readonly rows: ReadonlyMap<number, PlanRowKind>;
  readonly accepted: ReadonlySet<number>;
}

export const NO_DECISIONS: Decisions = { kinds: new Set(), rows: new Map(), accepted: new Set() };

/** Groups that are written unless somebody leaves them out, in the order in which they are shown. */
export const WRITTEN_KINDS = ['added', 'changed', 'moved', 'returned', 'gone'] as const satisfies PlanRowKind[];
/** Groups that are never written. */
export const ASIDE_KINDS = ['conflict', 'refused', 'unchanged'] as const satisfies PlanRowKind[];

/** Whether a row may be left out or taken in. */
export function isDecidable({ kind, accounts }: Pick<PlanRow, 'kind' | 'accounts'>): boolean {
  return isWritten(kind) || kind === 'proposed' || (kind === 'unchanged' && accounts > 0);
}

/** Whether rows of the group are written unless left out. */
export function isWritten(kind: PlanRowKind): boolean {
  return WRITTEN_KINDS.some((written) => written === kind);
}

/** Whether the row will be written as things stand. */
export function isTaken(decisions: Decisions, { id, kind }: Pick<PlanRow, 'id' | 'kind'>): boolean {
  if (kind === 'proposed') return decisions.accepted.has(id);
  return !decisions.kinds.has(kind) && !decisions.rows.has(id);
}

/** The other way round for one row. Nothing for a row of a group that is left out whole. */
export function toggled(decisions: Decisions, row: Pick<PlanRow, 'id' | 'kind' | 'accounts'>): Decisions {
  if (!isDecidable(row) || decisions.kinds.has(row.kind)) return decisions;
  if (row.kind === 'proposed') {
    const accepted = new Set(decisions.accepted);
    if (!accepted.delete(row.id)) accepted.add(row.id);
    return { ...decisions, accepted };
  }
  const rows = new Map(decisions.rows);
  if (!rows.delete(row.id)) rows.set(row.id, row.kind);
  return { ...decisions, rows };
}

/** Takes a whole group in or leaves it out. */
export function withKind(decisions: Decisions, kind: PlanRowKind, taken: boolean): Decisions {
  const kinds = new Set(decisions.kinds);
  if (taken) kinds.delete(kind);
  else kinds.add(kind);
  return { ...decisions, kinds };
}

/** How many rows of a group were left out one by one. */
export function leftOut(decisions: Decisions, kind: PlanRowKind): number {
  return [...decisions.rows.values()].filter((of) => of === kind).length;
}

/** How many people of each group will be written. */
export function effects(
  plan: RosterPlan,
  decisions: Decisions,
): Readonly<Record<(typeof WRITTEN_KINDS)[number] | 'proposed', number>> {
  const of = (kind: (typeof WRITTEN_KINDS)[number]): number =>
    decisions.kinds.has(kind) ? 0 : Math.max(0, plan.counts[kind] - leftOut(decisions, kind));
  return {
    added: of('added'),
    changed: of('changed'),
    moved: of('moved'),
    returned: of('returned'),
    gone: of('gone'),
    proposed: decisions.accepted.size,
  };
}

/** Whether anything was decided that a new check would lose. */
export function isDecided({ kinds, rows, accepted }: Decisions): boolean {
  return kinds.size + rows.size + accepted.size > 0;
}

/** The decisions as the contract wants them. */
export function toApply(planId: string, decisions: Decisions): CallOf<'roster.apply'> {
  return {
    planId,
    excludedKinds: [...decisions.kinds],
    excludedRows: [...decisions.rows.keys()],
    acceptedRows: [...decisions.accepted],
  };
}
