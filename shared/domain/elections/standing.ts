/** Where a day lies in an election, and what a candidate is on that day. Days are YYYY-MM-DD and compare as text. */
import type { Office, Phase, Standing } from './kinds.ts';
import { type StageDays, sameOffice } from './stage-problems.ts';

/** What is known of one candidate's own days; a null determination means: as the calendar states it for the office. */
export interface CandidateDays {
  readonly office: Office;
  readonly determinedOn: string | null;
  readonly withdrawnOn: string | null;
}

export type StandingReasonCode =
  | 'before-determination'
  | 'determined'
  | 'withdrawn'
  | 'no-determination'
  | 'offices-differ';

export interface StandingOnDay<Stage extends StageDays> {
  readonly standing: Standing;
  readonly code: StandingReasonCode;
  /** The day that decides; null where none is known. */
  readonly day: string | null;
  /** The stage that states it; null where the candidate's own row does, or nothing. */
  readonly stage: Stage | null;
}

export interface WatchedElection {
  readonly watchFrom: string | null;
  readonly watchUntil: string | null;
  readonly stages: readonly StageDays[];
}

/** The stages that hold on a day, for one office or for all. */
export function stagesOn<Stage extends StageDays>(
  day: string,
  stages: readonly Stage[],
  office: Office | null = null,
): Stage[] {
  return stages.filter((stage) => holds(stage, day) && sameOffice(stage, { office }));
}

/**
 * Bakal calon before the determination, calon from that day on (the day itself included), neither from a withdrawal on. An own day
 * of the candidate goes before the calendar's.
 */
export function standingOf<Stage extends StageDays>(
  day: string,
  candidate: CandidateDays,
  stages: readonly Stage[],
): StandingOnDay<Stage> {
  if (candidate.withdrawnOn !== null && day >= candidate.withdrawnOn)
    return { standing: 'tidak_lagi', code: 'withdrawn', day: candidate.withdrawnOn, stage: null };
  const { day: determined, stage } = determinationOf(candidate, stages);
  return judged(day, determined, stage);
}

/** From which day on a candidate of an office is "calon": the own day, else the first determination that fits the office. */
export function determinationOf<Stage extends StageDays>(
  candidate: Pick<CandidateDays, 'office' | 'determinedOn'>,
  stages: readonly Stage[],
): { readonly day: string | null; readonly stage: Stage | null } {
  if (candidate.determinedOn !== null) return { day: candidate.determinedOn, stage: null };
  const fitting = determinations(stages).filter((stage) => sameOffice(stage, candidate));
  // A determination for the very office goes before one for all.
  const stage = fitting.find(({ office }) => office === candidate.office) ?? fitting[0] ?? null;
  return { day: stage?.startsOn ?? null, stage };
}

/**
 * What candidates are on a day when nobody says which one is meant: known only where every determination of the calendar gives the
 * same answer.
 */
export function standingOfAny<Stage extends StageDays>(day: string, stages: readonly Stage[]): StandingOnDay<Stage> {
  const all = determinations(stages);
  const first = all[0] ?? null;
  const last = all.at(-1) ?? null;
  if (first && last && first.startsOn <= day && day < last.startsOn)
    return { standing: 'tidak_diketahui', code: 'offices-differ', day: last.startsOn, stage: last };
  const deciding = first && day < first.startsOn ? first : last;
  return judged(day, deciding?.startsOn ?? null, deciding);
}

/** Where a day lies, in one word; a voting day goes before all else. */
export function phaseOn(day: string, stages: readonly StageDays[]): Phase {
  const holding = stages.filter((stage) => holds(stage, day)).map(({ kind }) => kind);
  if (holding.includes('pemungutan_suara')) return 'pemungutan_suara';
  if (holding.includes('masa_tenang')) return 'masa_tenang';
  if (holding.includes('kampanye')) return 'kampanye';
  const votings = stages.filter(({ kind }) => kind === 'pemungutan_suara');
  if (votings.length > 0 && votings.every(({ endsOn }) => endsOn < day)) return 'sesudah_pemungutan';
  const first = determinations(stages)[0];
  if (first === undefined) return 'tidak_diketahui';
  return day < first.startsOn ? 'sebelum_penetapan' : 'sesudah_penetapan';
}

/** Whether an election is looked at on a day: within the office's own days, else from its first stage to its last. */
export function isWatched(day: string, { watchFrom, watchUntil, stages }: WatchedElection): boolean {
  const from = watchFrom ?? least(stages.map(({ startsOn }) => startsOn));
  const until = watchUntil ?? greatest(stages.map(({ endsOn }) => endsOn));
  if (from === null && until === null) return true;
  return (from === null || from <= day) && (until === null || day <= until);
}

function judged<Stage extends StageDays>(
  day: string,
  determined: string | null,
  stage: Stage | null,
): StandingOnDay<Stage> {
  if (determined === null) return { standing: 'tidak_diketahui', code: 'no-determination', day: null, stage: null };
  return day < determined
    ? { standing: 'bakal_calon', code: 'before-determination', day: determined, stage }
    : { standing: 'calon', code: 'determined', day: determined, stage };
}

function determinations<Stage extends StageDays>(stages: readonly Stage[]): Stage[] {
  return stages
    .filter(({ kind }) => kind === 'penetapan')
    .toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : one.startsOn > other.startsOn ? 1 : 0));
}

function holds(stage: StageDays, day: string): boolean {
  return stage.startsOn <= day && day <= stage.endsOn;
}

function least(days: readonly string[]): string | null {
  return days.toSorted()[0] ?? null;
}

function greatest(days: readonly string[]): string | null {
  return days.toSorted().at(-1) ?? null;
}
