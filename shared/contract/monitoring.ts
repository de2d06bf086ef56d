/** Monitoring (pemantauan): rounds over a part of the roster, what every look came to, coverage and even-handedness. */
import { z } from 'zod';
import { CADENCES, ITEM_STATES, OUTCOMES, ROUND_STATES } from '../domain/monitoring/rules.ts';
import { day, id, instant, line, nothing, page, requiredLine, sha256 } from './common.ts';
import { defineOperation } from './operation.ts';

const count = z.number().int().min(0);
const names = z.array(requiredLine).max(500).default([]);

export const outcome = z.enum(OUTCOMES);
export const roundState = z.enum(ROUND_STATES);
export const itemState = z.enum(ITEM_STATES);
export const cadence = z.enum(CADENCES);
const note = z.string().trim().max(2_000);

/** Whom a round covers: everybody in the roster who fits every part that is filled; none filled is everybody. */
export const roundPlan = z.strictObject({
  agencies: names,
  units: names,
  positions: names,
  /** Persons chosen by name: only with a reason, which stays with the round. */
  persons: z.array(id).max(1_000).default([]),
  reason: note.default(''),
  lastChecked: z
    .discriminatedUnion('when', [
      z.strictObject({ when: z.literal('any') }),
      z.strictObject({ when: z.literal('never') }),
      /** Before this day, or never. */
      z.strictObject({ when: z.literal('before'), day }),
    ])
    .default({ when: 'any' }),
  /** So many of them by lot. The seed is drawn when the round begins, unless one from outside (a public draw) is given. */
  sample: z
    .strictObject({ size: z.number().int().min(1).max(100_000), seed: z.string().trim().min(1).max(200).nullable() })
    .nullable()
    .default(null),
});
export type RoundPlan = z.infer<typeof roundPlan>;

/** What a plan comes to before it is begun. */
export const planPreview = z.strictObject({
  /** Persons who fit, before the lot. */
  eligible: count,
  persons: count,
  accounts: count,
  /** Of the persons, those without a known account. */
  withoutAccount: count,
  /** False where the lot is still to be drawn: then the accounts are what is to be expected. */
  exact: z.boolean(),
  /** Accounts left out because the last look said "not this person" and nothing was recorded for it since. */
  setAside: count,
  byAgency: z.array(z.strictObject({ name: z.string(), persons: count })),
});

const user = z.strictObject({ id, name: z.string() });

export const roundRow = z.strictObject({
  id,
  number: z.string(),
  title: z.string(),
  state: roundState,
  cadence,
  assignee: user,
  begunOn: day,
  nextOn: day.nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
  persons: count,
  accounts: count,
  /** Accounts that were looked at and need no further look. */
  done: count,
  /** Accounts that still are to be looked at, those to be looked at again included. */
  open: count,
  again: count,
  withoutAccount: count,
});
export type RoundRow = z.infer<typeof roundRow>;

export const roundDetail = roundRow.extend({
  seriesId: id,
  plan: roundPlan,
  seed: z.string(),
  seedGiven: z.boolean(),
  createdBy: z.string(),
  endedBy: z.string().nullable(),
  /** How many fitted the plan when a sample was drawn; null without one. */
  population: count.nullable(),
  outcomes: z.record(z.string(), count),
  left: count,
  carried: count,
  carriedFrom: z.strictObject({ id, number: z.string() }).nullable(),
  carriedTo: z.strictObject({ id, number: z.string() }).nullable(),
  seriesEnded: z.boolean(),
});
export type RoundDetail = z.infer<typeof roundDetail>;

const linkedEvidence = z.strictObject({
  id,
  number: z.string(),
  title: z.string(),
  /** Number of the case it lies in now; null in the tray. */
  caseNumber: z.string().nullable(),
});

/** One look: what it came to, who said so, when. */
export const look = z.strictObject({
  id,
  outcome,
  at: instant,
  by: z.string(),
  note: z.string(),
  evidence: linkedEvidence.nullable(),
  undoneAt: instant.nullable(),
});
export type Look = z.infer<typeof look>;

export const roundItem = z.strictObject({
  id,
  position: count,
  employee: z.strictObject({
    id,
    name: z.string(),
    position: z.string().nullable(),
    unit: z.string().nullable(),
    agency: z.string().nullable(),
  }),
  account: z
    .strictObject({ id, platform: z.string(), handle: z.string(), url: z.string(), confidence: z.string() })
    .nullable(),
  state: itemState,
  /** The last one that stands. */
  last: look.nullable(),
});
export type RoundItem = z.infer<typeof roundItem>;

/** Where the work in a round stands. */
export const work = z.strictObject({
  round: roundRow,
  /** The account to look at now; null when none is left, or the round does not run. */
  item: roundItem
    .extend({
      /** Earlier looks at this account, in any round, newest first. */
      earlier: z.array(look.extend({ round: z.string() })),
      /** Captures of the account's site since the last outcome that no outcome names yet, newest first. */
      captures: z.array(linkedEvidence.extend({ capturedAt: instant })),
    })
    .nullable(),
  /** The outcome that was given last and can be taken back, with its item. */
  latest: z.strictObject({ look, item: roundItem }).nullable(),
});
export type Work = z.infer<typeof work>;

/** Calendar days, both included. */
export const period = { from: day, to: day };

const spread = { least: count, median: z.number().min(0), most: count, bars: z.array(count) };
const covered = {
  persons: count,
  withAccount: count,
  withoutAccount: count,
  /** Persons of whom at least one account was checked in the period. */
  checked: count,
  /** Persons with an account who were never checked, at any time. */
  never: count,
  overdue: count,
  /** Looks in the period: rounds in which a person was looked at, and captures for a case outside rounds. */
  looks: count,
  /** How often persons with an account were looked at. */
  ...spread,
};
export const coverageGroup = z.strictObject({ name: z.string(), ...covered, standOut: count });
export type CoverageGroup = z.infer<typeof coverageGroup>;
export const coverageBy = z.enum(['agency', 'unit', 'position']);
export type CoverageBy = z.infer<typeof coverageBy>;

export const coveragePerson = z.strictObject({
  id,
  name: z.string(),
  nip: z.string().nullable(),
  position: z.string().nullable(),
  unit: z.string().nullable(),
  agency: z.string().nullable(),
  accounts: count,
  lastCheckedAt: instant.nullable(),
  looks: count,
  /** Numbers of the rounds in which the person was looked at in the period. */
  rounds: z.array(z.string()),
  /** Captures for a case about the person that belong to no round. */
  outside: count,
  /** Since when a look is due by the plan's cadence; null when none is. */
  overdueSince: day.nullable(),
  /** Median of looks in the same unit. */
  peers: z.number().min(0),
  standsOut: z.boolean(),
});
export type CoveragePerson = z.infer<typeof coveragePerson>;

/** One line of what monitoring did about one person. */
export const personLine = z.strictObject({
  at: instant,
  kind: z.enum(['planned', 'look', 'outside']),
  /** Number and title of the round; null outside rounds. */
  round: z.strictObject({ id, number: z.string(), title: z.string() }).nullable(),
  /** Why the person was in the round, as data: the plan that was begun. */
  plan: roundPlan.nullable(),
  account: z.string(),
  look: look.nullable(),
  /** For captures outside rounds. */
  evidence: linkedEvidence.nullable(),
});
export type PersonLine = z.infer<typeof personLine>;

const command = { kind: 'command', runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;
const query = { ...command, kind: 'query' } as const;

export const monitoringOperations = {
  /** What plans can be made of. */
  choices: defineOperation({
    name: 'monitoring.choices',
    ...query,
    input: nothing,
    output: z.strictObject({
      agencies: z.array(z.string()),
      units: z.array(z.string()),
      positions: z.array(z.string()),
      users: z.array(user),
    }),
  }),
  preview: defineOperation({
    name: 'monitoring.preview',
    ...query,
    input: z.strictObject({ plan: roundPlan }),
    output: planPreview,
  }),
  /**
   * REASON_NEEDED for persons by name without one; MONITORING_NOBODY when no one fits; USER_UNKNOWN; MONITORING_STATE_NOT_ALLOWED when
   * the round that it follows was followed already or its plan was ended.
   */
  begin: defineOperation({
    name: 'monitoring.begin',
    ...command,
    input: z.strictObject({
      title: requiredLine.max(200),
      plan: roundPlan,
      cadence: cadence.default('once'),
      assigneeId: id,
      /** The round that this one follows by its cadence. */
      follows: id.nullable().default(null),
    }),
    output: roundRow,
  }),
  rounds: defineOperation({
    name: 'monitoring.rounds',
    ...query,
    input: z.strictObject({
      query: line.default(''),
      state: roundState.optional(),
      /** Only those that are not finished. */
      openOnly: z.literal(true).optional(),
      assigneeId: id.optional(),
      ...page,
    }),
    output: z.strictObject({ total: count, rows: z.array(roundRow) }),
  }),
  get: defineOperation({
    name: 'monitoring.get',
    ...query,
    input: z.strictObject({ id }),
    output: roundDetail,
  }),
  items: defineOperation({
    name: 'monitoring.items',
    ...query,
    input: z.strictObject({
      roundId: id,
      query: line.default(''),
      state: itemState.optional(),
      outcome: outcome.optional(),
      ...page,
    }),
    output: z.strictObject({ total: count, rows: z.array(roundItem) }),
  }),
  /** Where the work goes on, or one item of the round that was chosen. */
  work: defineOperation({
    name: 'monitoring.work',
    ...query,
    input: z.strictObject({ roundId: id, itemId: id.optional() }),
    output: work,
  }),
  /**
   * Says what a look came to and goes on. MONITORING_STATE_NOT_ALLOWED when the round does not run, or the item has no account or was
   * answered already; EVIDENCE_UNKNOWN, also for withdrawn evidence; INVALID_INPUT for evidence beside another outcome than "captured".
   */
  record: defineOperation({
    name: 'monitoring.record',
    ...command,
    input: z.strictObject({ itemId: id, outcome, note: note.default(''), evidenceId: id.nullable().default(null) }),
    output: work,
  }),
  /** Takes the last outcome of the round back; it stays on record as taken back. NOT_FOUND when there is none. */
  undo: defineOperation({
    name: 'monitoring.undo',
    ...command,
    input: z.strictObject({ roundId: id }),
    output: work,
  }),
  /** The note and the linked evidence of an outcome, later. */
  amend: defineOperation({
    name: 'monitoring.amend',
    ...command,
    input: z.strictObject({ lookId: id, note, evidenceId: id.nullable() }),
    output: look,
  }),
  /** MONITORING_STATE_NOT_ALLOWED when the round is in no state for it. */
  act: defineOperation({
    name: 'monitoring.act',
    ...command,
    input: z.strictObject({ id, action: z.enum(['stop', 'resume']) }),
    output: roundRow,
  }),
  /** Ends a round. What is still open is left (and named so), or carried over into a round of its own, which begins at once. */
  finish: defineOperation({
    name: 'monitoring.finish',
    ...command,
    input: z.strictObject({ id, remaining: z.enum(['leave', 'carry']) }),
    output: z.strictObject({ round: roundRow, carriedTo: id.nullable() }),
  }),
  assign: defineOperation({
    name: 'monitoring.assign',
    ...command,
    input: z.strictObject({ id, assigneeId: id }),
    output: roundRow,
  }),
  /** No further round of the plan is proposed. */
  endSeries: defineOperation({
    name: 'monitoring.endSeries',
    ...command,
    input: z.strictObject({ id }),
    output: roundDetail,
  }),
  /** Repeats the draw of a round's sample and compares. NOT_FOUND for a round without a sample. */
  checkDraw: defineOperation({
    name: 'monitoring.checkDraw',
    ...query,
    input: z.strictObject({ id }),
    output: z.strictObject({
      same: z.boolean(),
      population: count,
      size: count,
      seed: z.string(),
      /** Of the persons' keys in order, a line each: names the list that was drawn from. */
      populationSha256: sha256,
    }),
  }),
  /** Rounds to begin by their cadence, and those that are under way, the oldest first. */
  due: defineOperation({
    name: 'monitoring.due',
    ...query,
    input: nothing,
    output: z.strictObject({
      due: z.array(roundRow),
      running: z.array(roundRow),
      nextOn: day.nullable(),
    }),
  }),
  coverage: defineOperation({
    name: 'monitoring.coverage',
    ...query,
    input: z.strictObject({ by: coverageBy.default('agency'), ...period }),
    output: z.strictObject({
      total: coverageGroup.omit({ name: true }),
      groups: z.array(coverageGroup),
      /** Outcomes recorded in rounds, without those taken back: the looks that the first page and the recap count. */
      outcomes: count,
    }),
  }),
  persons: defineOperation({
    name: 'monitoring.persons',
    ...query,
    input: z.strictObject({
      ...period,
      query: line.default(''),
      agency: line.optional(),
      unit: line.optional(),
      position: line.optional(),
      which: z.enum(['checked', 'never', 'overdue', 'no-account', 'stands-out']).optional(),
      sort: z.enum(['name', 'looks', 'lastChecked']).default('name'),
      descending: z.boolean().default(false),
      ...page,
    }),
    output: z.strictObject({ total: count, rows: z.array(coveragePerson) }),
  }),
  /** Everything that monitoring did about one person, nothing found included, newest first. EMPLOYEE_UNKNOWN. */
  person: defineOperation({
    name: 'monitoring.person',
    ...query,
    input: z.strictObject({ employeeId: id, ...page }),
    output: z.strictObject({
      employee: z.strictObject({ id, name: z.string(), nip: z.string().nullable(), unit: z.string().nullable() }),
      total: count,
      rows: z.array(personLine),
    }),
  }),
};
