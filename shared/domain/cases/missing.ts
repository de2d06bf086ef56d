/** What is still missing before a case stands up: shown as one line on the case and in lists. */
export const MISSING_CODES = [
  'NO_RESPONDENT',
  'PERSON_UNKNOWN',
  /** The person is frozen as of another day than that of the act. */
  'PERSON_OF_OTHER_DAY',
  'NO_EVIDENCE',
  'ONLY_SECOND_HAND',
  'NO_ALLEGATION',
  'LEGAL_UNVERIFIED',
  /** No act is recorded, so nothing says what is still to be captured. */
  'NO_ACT',
  'ACT_ITEMS_MISSING',
  /** A known person without an account of the case whose owner is at least "kuat". */
  'ACCOUNT_UNPROVEN',
  'NO_ACT_DATE',
  'NO_NARRATIVE',
  'CANDIDATE_STATUS_UNKNOWN',
] as const;

export type MissingCode = (typeof MISSING_CODES)[number];

export interface CaseFacts {
  readonly respondents: number;
  /** Respondents that are linked to a person of the roster. */
  readonly knownPersons: number;
  /** Of these, frozen as of another day than that of the act. */
  readonly personsOfOtherDay: number;
  readonly evidence: number;
  readonly firstHandEvidence: number;
  readonly allegations: number;
  readonly unverifiedAllegations: number;
  readonly acts: number;
  /** Acts whose sheets lack a required item. */
  readonly actsWithMissing: number;
  /** Known persons with an account of the case whose owner is well enough established. */
  readonly provenPersons: number;
  readonly actDate: string | null;
  readonly narrative: string;
  readonly candidateStatus: string;
}

/** The codes in the order in which an officer would mend them. */
export function missingInCase(facts: CaseFacts): MissingCode[] {
  const missing: MissingCode[] = [];
  if (facts.evidence === 0) missing.push('NO_EVIDENCE');
  else if (facts.firstHandEvidence === 0) missing.push('ONLY_SECOND_HAND');
  if (facts.respondents === 0) missing.push('NO_RESPONDENT');
  else if (facts.knownPersons === 0) missing.push('PERSON_UNKNOWN');
  if (facts.personsOfOtherDay > 0) missing.push('PERSON_OF_OTHER_DAY');
  if (facts.provenPersons < facts.knownPersons) missing.push('ACCOUNT_UNPROVEN');
  if (facts.acts === 0) missing.push('NO_ACT');
  else if (facts.actsWithMissing > 0) missing.push('ACT_ITEMS_MISSING');
  if (facts.allegations === 0) missing.push('NO_ALLEGATION');
  else if (facts.unverifiedAllegations > 0) missing.push('LEGAL_UNVERIFIED');
  if (facts.actDate === null) missing.push('NO_ACT_DATE');
  if (facts.candidateStatus === 'tidak_diketahui') missing.push('CANDIDATE_STATUS_UNKNOWN');
  if (facts.narrative.trim() === '') missing.push('NO_NARRATIVE');
  return missing;
}
