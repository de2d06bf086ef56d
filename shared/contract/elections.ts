/** Elections: calendar of stages, candidates, what the eye looks for, and the proposal which rows an act may fall under. */
import { z } from 'zod';
import {
  CANDIDATE_ACCOUNT_KINDS,
  CANDIDATE_PATHS,
  OFFICES,
  PHASES,
  REMINDER_KINDS,
  STAGE_KINDS,
  STANDINGS,
} from '../domain/elections/kinds.ts';
import { STAGE_PROBLEMS } from '../domain/elections/stage-problems.ts';
import { actType } from './acts.ts';
import { electionRegime, verificationState } from './cases.ts';
import { address, day, done, id, line, nothing, page, requiredLine, text } from './common.ts';
import { defineOperation } from './operation.ts';

export const stageKind = z.enum(STAGE_KINDS);
export const office = z.enum(OFFICES);
export const standing = z.enum(STANDINGS);
export const electionPhase = z.enum(PHASES);
export const reminderKind = z.enum(REMINDER_KINDS);

/** Where a statement comes from and how far it was checked; verified only with a name, a day and an address. */
const proof = {
  source: line,
  sourceUrl: address.nullable(),
  verification: verificationState,
  verifiedBy: line.nullable(),
  verifiedAt: day.nullable(),
};

export const electionStage = z.strictObject({
  id,
  kind: stageKind,
  /** Null: for every office that is voted on. */
  office: office.nullable(),
  /** The office's own name for it; empty: the kind's. */
  name: z.string(),
  startsOn: day,
  /** The last day that belongs to it. */
  endsOn: day,
  note: z.string(),
  ...proof,
});
export type ElectionStage = z.infer<typeof electionStage>;

/** What does not fit in a calendar: shown, not forbidden. */
export const stageWarning = z.strictObject({ problem: z.enum(STAGE_PROBLEMS), stages: z.array(id) });

export const election = z.strictObject({
  id,
  name: z.string(),
  regime: electionRegime,
  watchFrom: day.nullable(),
  watchUntil: day.nullable(),
  note: z.string(),
  /** In the order of their days. */
  stages: z.array(electionStage),
  warnings: z.array(stageWarning),
  candidates: z.number().int(),
  /** Where today lies. */
  phase: electionPhase,
});
export type Election = z.infer<typeof election>;

export const candidateAccount = z.strictObject({
  id,
  kind: z.enum(CANDIDATE_ACCOUNT_KINDS),
  platform: z.string(),
  handle: z.string(),
  url: z.string(),
  note: z.string(),
});
export type CandidateAccount = z.infer<typeof candidateAccount>;

/** Short marks of a candidate: what stands on posters and under posts. */
const marks = z.array(requiredLine).max(40);

export const candidate = z.strictObject({
  id,
  electionId: id,
  electionName: z.string(),
  regime: electionRegime,
  office,
  /** The area or electoral district; may be empty. */
  region: z.string(),
  name: z.string(),
  /** The second of a pair; empty for one who stands alone. */
  partnerName: z.string(),
  number: z.string(),
  path: z.enum(CANDIDATE_PATHS),
  parties: z.array(z.string()),
  symbols: z.array(z.string()),
  colours: z.array(z.string()),
  tags: z.array(z.string()),
  declaredOn: day.nullable(),
  /** Null: as the calendar states it for the office. */
  determinedOn: day.nullable(),
  withdrawnOn: day.nullable(),
  withdrawnWhy: z.string(),
  note: z.string(),
  accounts: z.array(candidateAccount),
  /** On the day that was asked about. */
  standing,
  /** From which day on the person counts as a candidate: own day, or the calendar's; null while not known. */
  candidateFrom: day.nullable(),
});
export type Candidate = z.infer<typeof candidate>;

export const reminder = z.strictObject({
  id,
  electionId: id.nullable(),
  candidateId: id.nullable(),
  /** Of the candidate, else of the election; empty: for all. */
  about: z.string(),
  kind: reminderKind,
  text: z.string(),
  note: z.string(),
  fromDay: day.nullable(),
  untilDay: day.nullable(),
  ...proof,
});
export type Reminder = z.infer<typeof reminder>;

/** For which types of act one row of the violation list is proposed. */
export const proposalRow = z.strictObject({
  code: z.string(),
  actTypes: z.array(actType),
  note: line,
  ...proof,
});
export type ProposalRow = z.infer<typeof proposalRow>;

/** A row of the violation list with what is proposed for it; no types of act where nothing is. */
export const listedProposal = proposalRow.extend({ text: z.string() });
export type ListedProposal = z.infer<typeof listedProposal>;

/** An election on one day. */
export const electionOnDay = z.strictObject({
  id,
  name: z.string(),
  regime: electionRegime,
  phase: electionPhase,
  /** The stages that hold on that day. */
  stages: z.array(electionStage),
});
export type ElectionOnDay = z.infer<typeof electionOnDay>;

/** Why somebody is an aspirant, a candidate, or neither on a day. */
export const standingReason = z.strictObject({
  code: z.enum(['before-determination', 'determined', 'withdrawn', 'no-determination', 'offices-differ']),
  /** The day of the determination or the withdrawal; null where none is known. */
  day: day.nullable(),
  /** The stage that states the day; null where the candidate's own row does, or nothing. */
  stage: electionStage.nullable(),
});

export const proposedRow = z.strictObject({
  code: z.string(),
  category: z.enum(['kode_etik', 'disiplin']),
  text: z.string(),
  /** It names the type of act, or it only fits the standing. */
  fits: z.enum(['act', 'standing']),
  verification: verificationState,
});

/** What the calendar says about an act of one day, within one election. A proposal: the officer decides. */
export const proposal = z.strictObject({
  election: electionOnDay,
  candidate: z.strictObject({ id, label: z.string() }).nullable(),
  standing,
  reason: standingReason,
  rows: z.array(proposedRow),
});
export type Proposal = z.infer<typeof proposal>;

const query = { kind: 'query', runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;
const command = { kind: 'command', runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;
const saved = z.strictObject({ id });

export const electionsOperations = {
  /** All of them, those that run or lie nearest first. */
  list: defineOperation({
    name: 'elections.list',
    ...query,
    input: nothing,
    output: z.strictObject({ rows: z.array(election) }),
  }),
  /** Adds an election or changes one. DAYS_BACKWARDS; OFFICE_OTHER_REGIME; NOT_FOUND. */
  save: defineOperation({
    name: 'elections.save',
    ...command,
    input: z.strictObject({
      id: id.nullable().default(null),
      name: requiredLine,
      regime: electionRegime,
      watchFrom: day.nullable().default(null),
      watchUntil: day.nullable().default(null),
      note: text.default(''),
    }),
    output: saved,
  }),
  /**
   * Adds a stage or changes one. STAGE_ENDS_BEFORE_START, STAGE_DETERMINATION_ONE_DAY, STAGE_CAMPAIGN_IN_QUIET_PERIOD,
   * STAGE_CAMPAIGN_ON_VOTING_DAY, STAGE_CAMPAIGN_AFTER_VOTING, STAGE_VOTING_BEFORE_DETERMINATION, OFFICE_OTHER_REGIME; INVALID_INPUT
   * for one called verified without a name, a day and an address; NOT_FOUND.
   */
  saveStage: defineOperation({
    name: 'elections.saveStage',
    ...command,
    input: electionStage.extend({
      id: id.nullable().default(null),
      electionId: id,
      name: line.default(''),
      office: office.nullable().default(null),
      note: text.default(''),
    }),
    output: saved,
  }),
  /** All stages as one table: for the calendar's list, its export and its print. */
  stages: defineOperation({
    name: 'elections.stages',
    ...query,
    input: z.strictObject({
      query: line.default(''),
      electionId: id.optional(),
      kind: stageKind.optional(),
      verification: verificationState.optional(),
      ...page,
    }),
    output: z.strictObject({
      total: z.number().int(),
      rows: z.array(electionStage.extend({ electionId: id, electionName: z.string(), regime: electionRegime })),
    }),
  }),
  candidates: defineOperation({
    name: 'elections.candidates',
    ...query,
    input: z.strictObject({
      query: line.default(''),
      electionId: id.optional(),
      office: office.optional(),
      standing: standing.optional(),
      /** The day of the standing; today where left out. */
      day: day.optional(),
      ...page,
    }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(candidate) }),
  }),
  /** OFFICE_OTHER_REGIME, CANDIDATE_DAYS_ORDER, CANDIDATE_NUMBER_TAKEN; NOT_FOUND. */
  saveCandidate: defineOperation({
    name: 'elections.saveCandidate',
    ...command,
    input: z.strictObject({
      id: id.nullable().default(null),
      electionId: id,
      office,
      region: line.default(''),
      name: requiredLine,
      partnerName: line.default(''),
      number: line.default(''),
      path: z.enum(CANDIDATE_PATHS).default('partai'),
      parties: marks.default([]),
      symbols: marks.default([]),
      colours: marks.default([]),
      tags: marks.default([]),
      declaredOn: day.nullable().default(null),
      determinedOn: day.nullable().default(null),
      withdrawnOn: day.nullable().default(null),
      withdrawnWhy: line.default(''),
      note: text.default(''),
    }),
    output: saved,
  }),
  /** INVALID_INPUT where neither a handle nor an address is given, or one that is not of the web; NOT_FOUND. */
  saveCandidateAccount: defineOperation({
    name: 'elections.saveCandidateAccount',
    ...command,
    input: z.strictObject({
      id: id.nullable().default(null),
      candidateId: id,
      kind: z.enum(CANDIDATE_ACCOUNT_KINDS).default('resmi'),
      platform: requiredLine,
      handle: line.default(''),
      url: address.default(''),
      note: line.default(''),
    }),
    output: saved,
  }),
  reminderList: defineOperation({
    name: 'elections.reminderList',
    ...query,
    input: z.strictObject({
      query: line.default(''),
      electionId: id.optional(),
      kind: reminderKind.optional(),
      ...page,
    }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(reminder) }),
  }),
  /** DAYS_BACKWARDS; INVALID_INPUT as for a stage; NOT_FOUND. */
  saveReminder: defineOperation({
    name: 'elections.saveReminder',
    ...command,
    input: reminder.omit({ about: true }).extend({
      id: id.nullable().default(null),
      electionId: id.nullable().default(null),
      candidateId: id.nullable().default(null),
      text: requiredLine,
      note: text.default(''),
      fromDay: day.nullable().default(null),
      untilDay: day.nullable().default(null),
    }),
    output: saved,
  }),
  /** Takes a row out of every list, or brings it back; nothing is erased. */
  setRemoved: defineOperation({
    name: 'elections.setRemoved',
    ...command,
    input: z.strictObject({
      what: z.enum(['election', 'stage', 'candidate', 'account', 'reminder']),
      id,
      removed: z.boolean(),
    }),
    output: done,
  }),
  /**
   * What is worth looking for on a day (today where left out): the elections that are watched, their candidates with marks and
   * accounts, and the reminders. For the eye only.
   */
  reminders: defineOperation({
    name: 'elections.reminders',
    kind: 'query',
    runs: 'vault',
    windows: ['main', 'capture-toolbar'],
    vault: 'unlocked',
    input: z.strictObject({ day: day.optional(), electionId: id.optional() }),
    output: z.strictObject({
      day,
      elections: z.array(electionOnDay),
      candidates: z.array(candidate),
      reminders: z.array(reminder),
    }),
  }),
  /** What the calendar says about an act, and which rows would fit. */
  propose: defineOperation({
    name: 'elections.propose',
    ...query,
    input: z.strictObject({
      day: day.nullable(),
      actType: actType.nullable().default(null),
      regime: electionRegime.nullable().default(null),
      candidateId: id.nullable().default(null),
    }),
    output: z.strictObject({
      proposals: z.array(proposal),
      /** Why there is none. */
      none: z.enum(['no-day', 'no-election']).nullable(),
    }),
  }),
  /** Whom the standing acts of a case are about, as officers said. */
  actCandidates: defineOperation({
    name: 'elections.actCandidates',
    ...query,
    input: z.strictObject({ caseId: id }),
    output: z.strictObject({ rows: z.array(z.strictObject({ actId: id, candidateId: id, label: z.string() })) }),
  }),
  /** NOT_FOUND for an act that does not stand, or a candidate that was taken out. */
  setActCandidate: defineOperation({
    name: 'elections.setActCandidate',
    ...command,
    input: z.strictObject({ caseId: id, actId: id, candidateId: id.nullable() }),
    output: done,
  }),
  /** The whole violation list, in its order. */
  proposalRows: defineOperation({
    name: 'elections.proposalRows',
    ...query,
    input: z.strictObject({
      query: line.default(''),
      actType: actType.optional(),
      /** Of the proposal: rows without one are left out. */
      verification: verificationState.optional(),
      ...page,
    }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(listedProposal) }),
  }),
  /** INVALID_INPUT as for a stage; NOT_FOUND for a row that the violation list does not have. */
  saveProposalRow: defineOperation({
    name: 'elections.saveProposalRow',
    ...command,
    input: proposalRow,
    output: done,
  }),
};
