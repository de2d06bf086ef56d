/** What is refused of elections, with the words' parameters. */
import type { ElectionStage } from '#shared/contract/elections.ts';
import { type Office, OFFICES_OF, type Regime } from '#shared/domain/elections/kinds.ts';
import { refusedProblem, type RefusedProblem } from '#shared/domain/elections/stage-problems.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';

const CODES: Readonly<Record<RefusedProblem, ErrorCode>> = {
  ENDS_BEFORE_START: 'STAGE_ENDS_BEFORE_START',
  DETERMINATION_ONE_DAY: 'STAGE_DETERMINATION_ONE_DAY',
  CAMPAIGN_IN_QUIET_PERIOD: 'STAGE_CAMPAIGN_IN_QUIET_PERIOD',
  CAMPAIGN_ON_VOTING_DAY: 'STAGE_CAMPAIGN_ON_VOTING_DAY',
  CAMPAIGN_AFTER_VOTING: 'STAGE_CAMPAIGN_AFTER_VOTING',
  VOTING_BEFORE_DETERMINATION: 'STAGE_VOTING_BEFORE_DETERMINATION',
};

/** Throws what cannot be in the calendar, with the days of both stages (`one`, `other`). */
export function refuseImpossibleStages(stages: readonly ElectionStage[]): void {
  const refused = refusedProblem(stages);
  if (!refused) return;
  const [one, other] = refused.stages.map((id) => stages.find((stage) => stage.id === id));
  throw new AppError(CODES[refused.problem], {
    ...(one && { one: daysText(one) }),
    ...(other && { other: daysText(other) }),
  });
}

/** OFFICE_OTHER_REGIME where the regime does not vote on the office. */
export function refuseOffice(regime: Regime, office: Office | null): void {
  if (office !== null && !OFFICES_OF[regime].includes(office)) throw new AppError('OFFICE_OTHER_REGIME', { regime });
}

/** DAYS_BACKWARDS where an end lies before its beginning. */
export function refuseBackwards(from: string | null, until: string | null): void {
  if (from !== null && until !== null && until < from)
    throw new AppError('DAYS_BACKWARDS', { from: plainDay(from), until: plainDay(until) });
}

/** A statement counts as verified only with a name, a day and an address that a lawyer can open. */
export function refuseHalfVerified(
  statement: Pick<ElectionStage, 'verification' | 'verifiedBy' | 'verifiedAt' | 'sourceUrl'>,
): void {
  if (statement.verification !== 'diverifikasi') return;
  for (const field of ['verifiedBy', 'verifiedAt', 'sourceUrl'] as const)
    if ((statement[field] ?? '') === '') throw new AppError('INVALID_INPUT', { field, problem: 'needed-for-verified' });
}

/** Only pages of the web. */
export function refuseOtherAddress(address: string): void {
  if (address !== '' && !/^https?:\/\/[^\s/]+/i.test(address))
    throw new AppError('INVALID_INPUT', { field: 'url', problem: 'not-web' });
}

/** Days alone, as both languages read them: the sentence names the kinds. */
function daysText({ startsOn, endsOn }: ElectionStage): string {
  return startsOn === endsOn ? plainDay(startsOn) : `${plainDay(startsOn)} – ${plainDay(endsOn)}`;
}

/** "22-09-2024" */
function plainDay(day: string): string {
  return day.split('-').reverse().join('-');
}
