/** The form of a round as it is filled in, and the plan that it states. */
import type { CallOf, OutputOf } from '#shared/contract/index.ts';
import type { RoundDetail } from '#shared/contract/monitoring.ts';
import type { Cadence } from '#shared/domain/monitoring/rules.ts';

export type PlanPreview = OutputOf<'monitoring.preview'>;

export interface Draft {
  readonly title: string;
  readonly agencies: readonly string[];
  readonly units: readonly string[];
  readonly positions: readonly string[];
  readonly persons: readonly string[];
  readonly reason: string;
  readonly when: 'any' | 'never' | 'before';
  readonly day: string;
  readonly sampled: boolean;
  readonly size: number;
  readonly seed: string;
  readonly cadence: Cadence;
  readonly assigneeId: string;
}

/** Persons of a sample that is switched on. */
const USUAL_SIZE = 50;

/** Empty, for one person, or as the round before; a draw from outside is not taken over, it was of its day. */
export function draftOf(before: RoundDetail | undefined, employeeId: string | undefined, userId: string): Draft {
  const plan = before?.plan;
  return {
    title: before?.title ?? '',
    agencies: plan?.agencies ?? [],
    units: plan?.units ?? [],
    positions: plan?.positions ?? [],
    persons: plan?.persons ?? (employeeId === undefined ? [] : [employeeId]),
    reason: plan?.reason ?? '',
    when: plan?.lastChecked.when ?? 'any',
    day: plan?.lastChecked.when === 'before' ? plan.lastChecked.day : '',
    sampled: (plan?.sample ?? null) !== null,
    size: plan?.sample?.size ?? USUAL_SIZE,
    seed: '',
    cadence: before?.cadence ?? 'once',
    assigneeId: before?.assignee.id ?? userId,
  };
}

/** Null while it lacks a day or a size. */
export function planOf(draft: Draft): CallOf<'monitoring.begin'>['plan'] | null {
  if (draft.when === 'before' && draft.day === '') return null;
  if (draft.sampled && (draft.size < 1 || !Number.isInteger(draft.size))) return null;
  const seed = draft.seed.trim();
  return {
    agencies: [...draft.agencies],
    units: [...draft.units],
    positions: [...draft.positions],
    persons: [...draft.persons],
    reason: draft.reason,
    lastChecked: draft.when === 'before' ? { when: 'before', day: draft.day } : { when: draft.when },
    sample: draft.sampled ? { size: draft.size, seed: seed === '' ? null : seed } : null,
  };
}
