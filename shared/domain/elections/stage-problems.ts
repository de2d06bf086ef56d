/** What cannot be, or should not be, in the calendar of an election. */
import type { Office, StageKind } from './kinds.ts';

/** A stage as the rules see it; days are YYYY-MM-DD and compare as text, the last day belongs to it. */
export interface StageDays {
  readonly id: string;
  readonly kind: StageKind;
  /** Null: for every office. */
  readonly office: Office | null;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** A calendar with one of these is refused. */
export const REFUSED_PROBLEMS = [
  'ENDS_BEFORE_START',
  'DETERMINATION_ONE_DAY',
  'CAMPAIGN_IN_QUIET_PERIOD',
  'CAMPAIGN_ON_VOTING_DAY',
  'CAMPAIGN_AFTER_VOTING',
  'VOTING_BEFORE_DETERMINATION',
] as const;
export type RefusedProblem = (typeof REFUSED_PROBLEMS)[number];

/** These are shown beside the calendar. */
export const STAGE_PROBLEMS = [
  'DETERMINATION_BEFORE_REGISTRATION',
  'CAMPAIGN_BEFORE_DETERMINATION',
  'GAP_BEFORE_VOTING',
  'NO_DETERMINATION',
  'NO_VOTING_DAY',
] as const;
export type StageProblemCode = (typeof STAGE_PROBLEMS)[number];

export interface StageProblem<Code> {
  readonly problem: Code;
  /** The stages that do not fit each other, in the order of the sentence. */
  readonly stages: readonly string[];
}

/** The first thing that cannot be, or null. */
export function refusedProblem(stages: readonly StageDays[]): StageProblem<RefusedProblem> | null {
  const backwards = stages.find(({ startsOn, endsOn }) => endsOn < startsOn);
  if (backwards) return { problem: 'ENDS_BEFORE_START', stages: [backwards.id] };
  const long = ofKind(stages, 'penetapan').find(({ startsOn, endsOn }) => startsOn !== endsOn);
  if (long) return { problem: 'DETERMINATION_ONE_DAY', stages: [long.id] };
  for (const campaign of ofKind(stages, 'kampanye')) {
    const quiet = meeting(campaign, ofKind(stages, 'masa_tenang'));
    if (quiet) return { problem: 'CAMPAIGN_IN_QUIET_PERIOD', stages: [campaign.id, quiet.id] };
    const votings = ofKind(stages, 'pemungutan_suara').filter((voting) => sameOffice(campaign, voting));
    const voting = meeting(campaign, votings);
    if (voting) return { problem: 'CAMPAIGN_ON_VOTING_DAY', stages: [campaign.id, voting.id] };
    const last = latest(votings);
    // A second round has a campaign of its own, after the first voting day and before the last.
    if (last && campaign.startsOn > last.endsOn)
      return { problem: 'CAMPAIGN_AFTER_VOTING', stages: [campaign.id, last.id] };
  }
  for (const voting of ofKind(stages, 'pemungutan_suara')) {
    const determination = ofKind(stages, 'penetapan').find(
      (other) => sameOffice(voting, other) && voting.startsOn <= other.endsOn,
    );
    if (determination) return { problem: 'VOTING_BEFORE_DETERMINATION', stages: [voting.id, determination.id] };
  }
  return null;
}

/** Everything that should be looked at. */
export function stageWarnings(stages: readonly StageDays[]): StageProblem<StageProblemCode>[] {
  const found: StageProblem<StageProblemCode>[] = [];
  const determinations = ofKind(stages, 'penetapan');
  const votings = ofKind(stages, 'pemungutan_suara');
  for (const determination of determinations) {
    const early = ofKind(stages, 'pendaftaran').find(
      (other) => sameOffice(determination, other) && determination.startsOn < other.startsOn,
    );
    if (early) found.push({ problem: 'DETERMINATION_BEFORE_REGISTRATION', stages: [determination.id, early.id] });
  }
  for (const campaign of ofKind(stages, 'kampanye')) {
    const late = determinations.find((other) => sameOffice(campaign, other) && campaign.startsOn < other.startsOn);
    if (late) found.push({ problem: 'CAMPAIGN_BEFORE_DETERMINATION', stages: [campaign.id, late.id] });
  }
  for (const quiet of ofKind(stages, 'masa_tenang')) {
    const next = votings
      .filter((voting) => sameOffice(quiet, voting) && voting.startsOn > quiet.endsOn)
      .toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))[0];
    if (next && dayAfter(quiet.endsOn) !== next.startsOn)
      found.push({ problem: 'GAP_BEFORE_VOTING', stages: [quiet.id, next.id] });
  }
  if (stages.length > 0 && determinations.length === 0) found.push({ problem: 'NO_DETERMINATION', stages: [] });
  if (stages.length > 0 && votings.length === 0) found.push({ problem: 'NO_VOTING_DAY', stages: [] });
  return found;
}

/** Two stages are about the same office unless each names another. */
export function sameOffice(one: Pick<StageDays, 'office'>, other: Pick<StageDays, 'office'>): boolean {
  return one.office === null || other.office === null || one.office === other.office;
}

function ofKind(stages: readonly StageDays[], kind: StageKind): StageDays[] {
  return stages.filter((stage) => stage.kind === kind);
}

function meeting(stage: StageDays, others: readonly StageDays[]): StageDays | undefined {
  return others.find(
    (other) => sameOffice(stage, other) && stage.startsOn <= other.endsOn && other.startsOn <= stage.endsOn,
  );
}

function latest(stages: readonly StageDays[]): StageDays | undefined {
  return stages.toSorted((one, other) => (one.endsOn < other.endsOn ? 1 : -1))[0];
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
