import { describe, expect, it } from 'vitest';
import { missingInCase } from '../../../shared/domain/cases/missing.ts';
import { CASE_STATUSES, nextStatuses } from '../../../shared/domain/cases/status.ts';
import { relativeTimeRange } from '../../../shared/domain/evidence/relative-time.ts';

const complete = {
  respondents: 1,
  knownPersons: 1,
  personsOfOtherDay: 0,
  evidence: 2,
  firstHandEvidence: 1,
  allegations: 1,
  unverifiedAllegations: 0,
  acts: 1,
  actsWithMissing: 0,
  provenPersons: 1,
  actDate: '2024-10-21',
  narrative: 'Ada.',
  candidateStatus: 'calon',
};

describe('what is missing in a case', () => {
  it('says nothing of a case that stands up', () => {
    expect(missingInCase(complete)).toEqual([]);
  });

  it('names second-hand evidence only when there is no other', () => {
    expect(missingInCase({ ...complete, firstHandEvidence: 0 })).toEqual(['ONLY_SECOND_HAND']);
    expect(missingInCase({ ...complete, evidence: 0, firstHandEvidence: 0 })).toEqual(['NO_EVIDENCE']);
  });

  it('names an unknown person apart from no respondent at all', () => {
    expect(missingInCase({ ...complete, knownPersons: 0 })).toEqual(['PERSON_UNKNOWN']);
    expect(missingInCase({ ...complete, respondents: 0, knownPersons: 0 })).toEqual(['NO_RESPONDENT']);
  });

  it('asks for acts, for what their sheets lack, and for whose the account is', () => {
    expect(missingInCase({ ...complete, acts: 0 })).toEqual(['NO_ACT']);
    expect(missingInCase({ ...complete, actsWithMissing: 1 })).toEqual(['ACT_ITEMS_MISSING']);
    expect(missingInCase({ ...complete, knownPersons: 2, respondents: 2 })).toEqual(['ACCOUNT_UNPROVEN']);
  });

  it('names a person who is shown as of another day than that of the act', () => {
    expect(missingInCase({ ...complete, personsOfOtherDay: 1 })).toEqual(['PERSON_OF_OTHER_DAY']);
  });
});

describe('status of a case', () => {
  it('can be left from every status, and never jumps from terdaftar to diputus', () => {
    for (const status of CASE_STATUSES) expect(nextStatuses(status).length).toBeGreaterThan(0);
    expect(nextStatuses('terdaftar')).not.toContain('diputus');
  });
});

describe('relative time', () => {
  const seen = new Date('2024-10-21T10:00:00Z');
  it.each([
    ['3 jam', '2024-10-21T06:00:00.000Z', '2024-10-21T07:00:00.000Z'],
    ['3 jam yang lalu', '2024-10-21T06:00:00.000Z', '2024-10-21T07:00:00.000Z'],
    ['5m', '2024-10-21T09:54:00.000Z', '2024-10-21T09:55:00.000Z'],
    ['sehari lalu', '2024-10-19T10:00:00.000Z', '2024-10-20T10:00:00.000Z'],
    ['2 weeks ago', '2024-09-30T10:00:00.000Z', '2024-10-07T10:00:00.000Z'],
    ['baru saja', '2024-10-21T09:59:00.000Z', '2024-10-21T10:00:00.000Z'],
  ])('%s allows a range', (text, from, to) => {
    const range = relativeTimeRange(text, seen);
    expect([range?.from.toISOString(), range?.to.toISOString()]).toEqual([from, to]);
  });

  it.each(['21 Oktober', 'kemarin pukul 20.15', '', '3', 'jam'])('%s is kept as written without a range', (text) => {
    expect(relativeTimeRange(text, seen)).toBeNull();
  });
});
