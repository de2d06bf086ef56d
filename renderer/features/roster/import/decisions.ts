/** What a person decides about a plan: groups and rows that are left out, proposals that are accepted. */
import type { CallOf } from '#shared/contract/index.ts';
import type { PlanPlace, PlanRow, PlanRowKind, RosterPlan } from '#shared/contract/roster-import.ts';

/** A row that something was decided about: its group, where it comes from, whom it is about or offered to, its accounts. */
export type DecidedRow = PlanPlace & Pick<PlanRow, 'kind'> & { readonly accounts: number };

export interface Decisions {
  readonly kinds: ReadonlySet<PlanRowKind>;
  /** Left out one by one. */
  readonly rows: ReadonlyMap<number, DecidedRow>;
  /** Offers that were taken up. */
  readonly accepted: ReadonlyMap<number, DecidedRow>;
  /** Whether new accounts are recorded at all. */
  readonly accounts: boolean;
}

export const NO_DECISIONS: Decisions = { kinds: new Set(), rows: new Map(), accepted: new Map(), accounts: true };

/** Groups that are written unless somebody leaves them out, in the order in which they are shown. */
export const WRITTEN_KINDS = ['added', 'changed', 'moved', 'returned', 'gone'] as const satisfies PlanRowKind[];
/** Groups that are never written. */
export const ASIDE_KINDS = ['conflict', 'refused', 'unchanged'] as const satisfies PlanRowKind[];

/** Whether a row may be left out or taken in. */
export function isDecidable({ kind, accounts }: Pick<PlanRow, 'kind' | 'accounts'>): boolean {
  return isWritten(kind) || kind === 'proposed' || (kind === 'unchanged' && accounts.length > 0);
}

/** Whether rows of the group are written unless left out. */
export function isWritten(kind: PlanRowKind): boolean {
  return WRITTEN_KINDS.some((written) => written === kind);
}

/** Whether the row is left out with everything of its sort: its group, or all accounts where it brings nothing else. */
export function isLeftOutWhole(decisions: Decisions, kind: PlanRowKind): boolean {
  return decisions.kinds.has(kind) || (kind === 'unchanged' && !decisions.accounts);
}

/** Whether the row will be written as things stand. */
export function isTaken(decisions: Decisions, { id, kind }: Pick<PlanRow, 'id' | 'kind'>): boolean {
  if (kind === 'proposed') return decisions.accepted.has(id);
  return !isLeftOutWhole(decisions, kind) && !decisions.rows.has(id);
}

/** The other way round for one row. Nothing for a row of a group that is left out whole. */
export function toggled(decisions: Decisions, row: PlanRow): Decisions {
  if (!isDecidable(row) || isLeftOutWhole(decisions, row.kind)) return decisions;
  if (row.kind === 'proposed') {
    const accepted = new Map(decisions.accepted);
    if (!accepted.delete(row.id)) accepted.set(row.id, decided(row));
    return { ...decisions, accepted };
  }
  const rows = new Map(decisions.rows);
  if (!rows.delete(row.id)) rows.set(row.id, decided(row));
  return { ...decisions, rows };
}

/** Takes up all of these offers. */
export function withAccepted(decisions: Decisions, offers: readonly PlanRow[]): Decisions {
  return { ...decisions, accepted: new Map(offers.map((row) => [row.id, decided(row)])) };
}

/** The same decisions about another plan of the same file, of which `found` are the rows at the decided places. */
export function carried(decisions: Decisions, found: readonly PlanRow[]): Decisions {
  const left = new Set([...decisions.rows.values()].map(placeKey));
  const taken = new Set([...decisions.accepted.values()].map(offerKey));
  const rows = found.filter((row) => isDecidable(row) && row.kind !== 'proposed' && left.has(placeKey(row)));
  // An offer of somebody else at the same place is a new question.
  const accepted = found.filter((row) => row.kind === 'proposed' && taken.has(offerKey(decided(row))));
  return {
    kinds: decisions.kinds,
    accounts: decisions.accounts,
    rows: new Map(rows.map((row) => [row.id, decided(row)])),
    accepted: new Map(accepted.map((row) => [row.id, decided(row)])),
  };
}

/** Places about whose rows something was decided one by one. */
export function decidedPlaces({ rows, accepted }: Decisions): PlanPlace[] {
  return [...rows.values(), ...accepted.values()].map(({ sheet, row, employeeId }) => ({ sheet, row, employeeId }));
}

function decided({ kind, sheet, row, employeeId, proposal, accounts }: PlanRow): DecidedRow {
  return { kind, sheet, row, employeeId: proposal?.employeeId ?? employeeId, accounts: accounts.length };
}

function placeKey({ sheet, row, employeeId }: PlanPlace): string {
  return JSON.stringify(sheet === null ? [employeeId] : [sheet, row]);
}

function offerKey({ sheet, row, employeeId }: PlanPlace): string {
  return JSON.stringify([sheet, row, employeeId]);
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
  return [...decisions.rows.values()].filter((row) => row.kind === kind).length;
}

/** How many accounts the file has for people: recorded unless left out, and those of proposals that may be accepted. */
export function accountsIn({ accounts, accountsOf }: RosterPlan): number {
  return accounts + accountsOf.proposed;
}

function recordedAccounts({ accounts, accountsOf }: RosterPlan, { kinds, rows, accepted, ...all }: Decisions): number {
  if (!all.accounts) return 0;
  const sum = (counts: readonly number[]): number => counts.reduce((one, other) => one + other, 0);
  const leftWhole = sum([...kinds].map((kind) => accountsOf[kind]));
  const leftAlone = sum([...rows.values()].map((row) => (kinds.has(row.kind) ? 0 : row.accounts)));
  return accounts - leftWhole - leftAlone + sum([...accepted.values()].map((row) => row.accounts));
}

/** How many people of each group will be written, and how many accounts. */
export function effects(
  plan: RosterPlan,
  decisions: Decisions,
): Readonly<Record<(typeof WRITTEN_KINDS)[number] | 'proposed' | 'accounts', number>> {
  const of = (kind: (typeof WRITTEN_KINDS)[number]): number =>
    decisions.kinds.has(kind) ? 0 : Math.max(0, plan.counts[kind] - leftOut(decisions, kind));
  return {
    added: of('added'),
    changed: of('changed'),
    moved: of('moved'),
    returned: of('returned'),
    gone: of('gone'),
    proposed: decisions.accepted.size,
    accounts: recordedAccounts(plan, decisions),
  };
}

/** The decisions as the contract wants them. */
export function toApply(planId: string, decisions: Decisions): CallOf<'roster.apply'> {
  return {
    planId,
    excludedKinds: [...decisions.kinds],
    excludedRows: [...decisions.rows.keys()],
    acceptedRows: [...decisions.accepted.keys()],
    accounts: decisions.accounts,
  };
}
