/** The plan of the latest import: held in memory only, dropped at the lock and by the next plan. */
import type { SheetMapping } from '#shared/contract/roster-import.ts';
import type { RosterScope } from '#shared/domain/roster/plan-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext } from '../../kernel.ts';
import { numberOf } from '../../rows.ts';
import type { PlanEntry } from './plan-types.ts';

export interface HeldPlan {
  readonly id: string;
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string };
  /** YYYY-MM-DD, and its beginning as an instant (ISO, UTC). */
  readonly day: string;
  readonly from: string;
  readonly scope: RosterScope;
  readonly read: number;
  readonly mapping: readonly SheetMapping[];
  /** Header fingerprint of each sheet, by its name. */
  readonly fingerprints: ReadonlyMap<string, string>;
  /** `rosterVersion` when it was made. */
  readonly version: number;
  /** By their number; null once written and with nothing left to correct. */
  entries: readonly (PlanEntry | null)[];
  applied: boolean;
}

/** A context lives from the unlocking to the lock, and its plan with it. */
const plans = new WeakMap<UseCaseContext, HeldPlan>();

export function holdPlan(context: UseCaseContext, plan: HeldPlan): void {
  plans.set(context, plan);
}

export function dropPlan(context: UseCaseContext): void {
  plans.delete(context);
}

/** ROSTER_PLAN_UNKNOWN when another was made since, or the vault was locked. */
export function heldPlan(context: UseCaseContext, id: string): HeldPlan {
  const plan = plans.get(context);
  if (plan?.id !== id) throw new AppError('ROSTER_PLAN_UNKNOWN');
  return plan;
}

/** Grows with every entry in the log about the roster: everything that changes people or accounts has one. */
export function rosterVersion(database: ReadableDatabase): number {
  const row = database.get(
    "SELECT coalesce(max(sequence), 0) AS version FROM custody WHERE action >= 'roster.' AND action < 'roster/'",
  );
  return row ? numberOf(row, 'version') : 0;
}
