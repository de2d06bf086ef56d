/** What is asked of a report (formal and material requirements), and which of it the report's own fields already show. */
import { isWithin, type Span } from './deadlines.ts';

export const REQUIREMENT_GROUPS = ['formil', 'materiil'] as const;

/** What of a report shows that a requirement is met; `officer`: only the officer can say. */
export const REQUIREMENT_FACTS = [
  'reporter-name',
  'reporter-address',
  'accused',
  'in-time',
  'event-time',
  'event-place',
  'description',
  'evidence',
  'officer',
] as const;
export type RequirementFact = (typeof REQUIREMENT_FACTS)[number];

export const CHECK_STATES = ['ada', 'belum', 'tidak_perlu'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export interface ReportFacts {
  readonly reporterName: boolean;
  readonly reporterAddress: boolean;
  readonly accused: boolean;
  /** Days, YYYY-MM-DD. */
  readonly knownDay: string | null;
  readonly receivedDay: string;
  readonly eventTime: boolean;
  readonly eventPlace: boolean;
  readonly description: boolean;
  readonly files: number;
}

/** What the fields alone say; `limit` is the span in which a report must come since the matter is known. */
export function stateByFacts(
  fact: RequirementFact,
  facts: ReportFacts,
  limit: Span | null,
  holidays: ReadonlySet<string>,
): CheckState {
  const there: Readonly<Record<RequirementFact, boolean>> = {
    'reporter-name': facts.reporterName,
    'reporter-address': facts.reporterAddress,
    accused: facts.accused,
    'in-time':
      facts.knownDay !== null && (limit === null || isWithin(facts.knownDay, facts.receivedDay, limit, holidays)),
    'event-time': facts.eventTime,
    'event-place': facts.eventPlace,
    description: facts.description,
    evidence: facts.files > 0,
    officer: false,
  };
  return there[fact] ? 'ada' : 'belum';
}
