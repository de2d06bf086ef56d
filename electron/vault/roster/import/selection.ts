/** What of a plan is written, after what the user left out and confirmed. */
import type { InputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { HeldPlan } from './held-plan.ts';
import { NO_ACCOUNTS, type PlanEntry, TAKEN_KINDS } from './plan-types.ts';

export interface Selection {
  readonly added: readonly PlanEntry[];
  /** Changed, moved and returned people, and accepted proposals. */
  readonly updated: readonly PlanEntry[];
  readonly unchanged: readonly PlanEntry[];
  readonly gone: readonly PlanEntry[];
  /** Accepted proposals among `updated`. */
  readonly proposals: number;
  readonly accounts: number;
  readonly rejected: number;
  readonly excluded: number;
}

/** INVALID_INPUT when a row is accepted that is no proposal. */
export function selectEntries(plan: HeldPlan, input: InputOf<'roster.apply'>): Selection {
  const left = { kinds: new Set(input.excludedKinds), rows: new Set(input.excludedRows) };
  const accepted = new Set(input.acceptedRows);
  for (const id of accepted)
    if (plan.entries[id]?.kind !== 'proposed') throw new AppError('INVALID_INPUT', { field: 'acceptedRows' });
  const groups = { added: [], updated: [], unchanged: [], gone: [] } as Record<Group, PlanEntry[]>;
  const counts = { proposals: 0, accounts: 0, rejected: 0, excluded: 0 };
  plan.entries.forEach((entry, id) => {
    if (entry === null) return;
    const group = groupOf(entry, accepted.has(id));
    if (group === null) counts.rejected += 1;
    else if (left.kinds.has(entry.kind) || left.rows.has(id)) counts.excluded += 1;
    else {
      const chosen = input.accounts ? entry : { ...entry, accounts: NO_ACCOUNTS };
      groups[group].push(chosen);
      counts.accounts += chosen.accounts.length;
      if (entry.kind === 'proposed') counts.proposals += 1;
    }
  });
  return { ...groups, ...counts };
}

type Group = 'added' | 'updated' | 'unchanged' | 'gone';

/** Null for what is not taken: refused, in conflict, proposals that nobody confirmed. */
function groupOf({ kind, person }: PlanEntry, accepted: boolean): Group | null {
  // A line of accounts changes nothing about its person.
  if (kind === 'proposed' && person === null) return accepted ? 'unchanged' : null;
  if (kind === 'added' || kind === 'unchanged' || kind === 'gone') return kind;
  return TAKEN_KINDS.has(kind) || (kind === 'proposed' && accepted) ? 'updated' : null;
}
