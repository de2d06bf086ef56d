/** Hoaxes and harmful content: a claim, where it spreads, what was captured, the fact check, and what was done about it. */
import { z } from 'zod';
import { CARD_SIZE_NAMES } from '../domain/hoaxes/card-sizes.ts';
import { DISORDERS, HOAX_KINDS } from '../domain/hoaxes/kinds.ts';
import { FOLLOW_UP_KINDS, HOAX_STATES, HOAX_VERDICTS } from '../domain/hoaxes/states.ts';
import { verificationState } from './cases.ts';
import { address, day, id, instant, line, nothing, page, reason, requiredLine, text, viewHandle } from './common.ts';
import { defineOperation } from './operation.ts';
import { hoaxCell } from './recap-cell.ts';

export const hoaxKind = z.enum(HOAX_KINDS);
export const hoaxDisorder = z.enum(DISORDERS);
export const hoaxState = z.enum(HOAX_STATES);
export const hoaxVerdict = z.enum(HOAX_VERDICTS);
export const followUpKind = z.enum(FOLLOW_UP_KINDS);
export const cardSize = z.enum(CARD_SIZE_NAMES);

/** The claim in one neutral sentence, without naming whom it harms where that can be avoided. */
const claim = z.string().trim().min(10).max(400);
const count = z.number().int().min(0);
const words = z.strictObject({ id: z.string(), en: z.string() });

/** A kind with its words and where they come from: data, never code. */
export const hoaxKindInfo = z.strictObject({
  code: hoaxKind,
  name: words,
  explanation: words,
  source: z.string(),
  sourceUrl: z.string().nullable(),
  verification: verificationState,
});
export type HoaxKindInfo = z.infer<typeof hoaxKindInfo>;

/** A way to pass a hoax on, or where the public checks and reports: editable, with its source and how far it was verified. */
export const hoaxChannel = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{2,40}$/),
  /** The follow-ups it serves; none for a place where the public checks or reports only. */
  serves: z.array(followUpKind).max(FOLLOW_UP_KINDS.length),
  name: requiredLine,
  /** Telephone, address or mail, as it is dialled or typed. */
  contact: requiredLine,
  /** Named on the clarification sheet and the picture as a place to check and to report, once it is verified. */
  forPublic: z.boolean(),
  active: z.boolean(),
  note: line,
  sourceUrl: line.nullable(),
  verification: verificationState,
  verifiedBy: line.nullable(),
  verifiedAt: day.nullable(),
});
export type HoaxChannel = z.infer<typeof hoaxChannel>;

export const hoaxRow = z.strictObject({
  id,
  /** H-0001. */
  number: z.string(),
  claim: z.string(),
  /** As concluded; before that, as it was thought to be. */
  kind: hoaxKind.nullable(),
  disorder: hoaxDisorder.nullable(),
  state: hoaxState,
  verdict: hoaxVerdict.nullable(),
  firstSeen: day,
  recordedAt: instant,
  recordedBy: z.string(),
  /** Platforms where it spreads, each once. */
  platforms: z.array(z.string()),
  spreads: count,
  captures: count,
  followUps: z.array(followUpKind),
  /** Day of the first public clarification. */
  clarifiedOn: day.nullable(),
  /** Calendar days from first seen to clarified; null while it is not. */
  answerDays: count.nullable(),
});
export type HoaxRow = z.infer<typeof hoaxRow>;

const added = { addedAt: instant, addedBy: z.string() };
export const hoaxSpread = z.strictObject({
  id,
  platform: z.string(),
  address: z.string(),
  placeName: z.string(),
  firstSeen: day.nullable(),
  reach: z.string(),
  note: z.string(),
  ...added,
});
export type HoaxSpread = z.infer<typeof hoaxSpread>;

/** Evidence, which may lie in the tray or in any case. */
export const hoaxCapture = z.strictObject({
  id,
  evidenceId: id,
  number: z.string(),
  title: z.string(),
  address: z.string(),
  capturedAt: instant,
  withdrawn: z.boolean(),
  ...added,
});
export type HoaxCapture = z.infer<typeof hoaxCapture>;

export const hoaxSource = z.strictObject({
  id,
  title: z.string(),
  address: z.string(),
  publisher: z.string(),
  publishedOn: day.nullable(),
  note: z.string(),
  evidence: z.strictObject({ id, number: z.string() }).nullable(),
  ...added,
});
export type HoaxSource = z.infer<typeof hoaxSource>;

export const hoaxConclusion = z.strictObject({
  id,
  verdict: hoaxVerdict,
  kind: hoaxKind.nullable(),
  /** What is so, in two or three sentences for the public. */
  facts: z.string(),
  /** What the public is asked to do; may be empty. */
  advice: z.string(),
  checkedOn: day,
  /** The officer whose fact check it is. */
  checkedBy: z.string(),
  writtenAt: instant,
  writtenBy: z.string(),
  /** Null while it is in force. */
  endedAt: instant.nullable(),
});
export type HoaxConclusion = z.infer<typeof hoaxConclusion>;

export const hoaxFollowUp = z.strictObject({
  id,
  kind: followUpKind,
  doneOn: day,
  channel: z.string(),
  reference: z.string(),
  note: z.string(),
  answer: z.string(),
  answeredOn: day.nullable(),
  ...added,
});
export type HoaxFollowUp = z.infer<typeof hoaxFollowUp>;

export const hoaxPage = z.strictObject({
  hoax: hoaxRow.extend({ notes: z.string() }),
  spreads: z.array(hoaxSpread),
  captures: z.array(hoaxCapture),
  /** Evidence from an address where it spreads or of a source, not linked yet. */
  offered: z.array(z.strictObject({ evidenceId: id, number: z.string(), title: z.string(), address: z.string() })),
  sources: z.array(hoaxSource),
  /** The one in force, then those that were ended, newest first. */
  conclusions: z.array(hoaxConclusion),
  followUps: z.array(hoaxFollowUp),
  /** Public reports that brought it. */
  reports: z.array(z.strictObject({ id, reportId: id, number: z.string(), receivedOn: day, ...added })),
  /** Clarification sheets that were issued. */
  sheets: z.array(z.strictObject({ id, number: z.string(), issuedAt: instant, state: z.string() })),
  history: z.array(z.strictObject({ state: hoaxState, at: instant, user: z.string(), reason: z.string() })),
});
export type HoaxPage = z.infer<typeof hoaxPage>;

/** What can be taken off a hoax; the record stays. */
export const hoaxPart = z.enum(['spread', 'capture', 'source', 'followUp', 'report']);

/** First and last calendar day, both included. */
export const hoaxPeriod = z.strictObject({ from: day, to: day });

/** Figures of a period, by the day on which a hoax was first seen and a follow-up was done. */
export const hoaxFigures = z.strictObject({
  /** Not closed at all, whatever the period. */
  open: count,
  total: count,
  byKind: z.array(z.strictObject({ kind: hoaxKind.nullable(), count })),
  byVerdict: z.array(z.strictObject({ verdict: hoaxVerdict.nullable(), count })),
  byPlatform: z.array(z.strictObject({ platform: z.string(), count })),
  followUps: z.array(z.strictObject({ kind: followUpKind, count, answered: count })),
  /** Of those first seen in the period and clarified; null when none was. */
  medianAnswerDays: z.number().min(0).nullable(),
});
export type HoaxFigures = z.infer<typeof hoaxFigures>;

const query = { kind: 'query', runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;
const command = { kind: 'command', runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;
const changes = { ...command, output: hoaxPage } as const;

const spreadInput = {
  platform: requiredLine,
  address: address.default(''),
  placeName: line.default(''),
  firstSeen: day.nullable().default(null),
  reach: line.default(''),
  note: line.default(''),
};

export const hoaxesOperations = {
  list: defineOperation({
    name: 'hoaxes.list',
    ...query,
    input: z.strictObject({
      query: line.default(''),
      state: hoaxState.optional(),
      /** Not closed, whatever the state. */
      openOnly: z.boolean().default(false),
      kind: hoaxKind.optional(),
      verdict: hoaxVerdict.optional(),
      followUp: followUpKind.optional(),
      platform: line.optional(),
      /** By the day on which it was first seen. */
      from: day.optional(),
      to: day.optional(),
      /** Those that a cell of the recap counts. */
      counted: hoaxCell.optional(),
      sort: z.enum(['number', 'firstSeen', 'claim', 'state', 'answerDays']).default('firstSeen'),
      descending: z.boolean().default(true),
      ...page,
    }),
    output: z.strictObject({ total: count, rows: z.array(hoaxRow) }),
  }),
  /** NOT_FOUND. */
  get: defineOperation({ name: 'hoaxes.get', ...query, input: z.strictObject({ id }), output: hoaxPage }),
  create: defineOperation({
    name: 'hoaxes.create',
    ...command,
    input: z.strictObject({
      claim,
      kind: hoaxKind.nullable().default(null),
      disorder: hoaxDisorder.nullable().default(null),
      firstSeen: day,
      notes: text.default(''),
      spreads: z.array(z.strictObject(spreadInput)).max(50).default([]),
      evidenceIds: z.array(id).max(200).default([]),
      /** Public reports that brought it. */
      reportIds: z.array(id).max(200).default([]),
    }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  /** HOAX_CLOSED once it is closed; its claim and kind stay while a conclusion is in force (HOAX_CONCLUDED). */
  change: defineOperation({
    name: 'hoaxes.change',
    ...changes,
    input: z.strictObject({
      id,
      claim: claim.optional(),
      kind: hoaxKind.nullable().optional(),
      disorder: hoaxDisorder.nullable().optional(),
      firstSeen: day.optional(),
      notes: text.optional(),
    }),
  }),
  /** HOAX_STEP_REFUSED with the refusal; INVALID_INPUT where a reason is needed. `disimpulkan` is reached by concluding only. */
  setState: defineOperation({
    name: 'hoaxes.setState',
    ...changes,
    input: z.strictObject({ id, state: hoaxState, reason: z.string().trim().max(2_000).default('') }),
  }),
  /** Ends the fact check. HOAX_STEP_REFUSED unless it is being checked; HOAX_NEEDS_GROUNDS without a source or a capture. */
  conclude: defineOperation({
    name: 'hoaxes.conclude',
    ...changes,
    input: z.strictObject({
      id,
      verdict: hoaxVerdict,
      /** Needed for a hoax. */
      kind: hoaxKind.nullable().default(null),
      facts: z.string().trim().min(20).max(800),
      advice: z.string().trim().max(200).default(''),
      checkedOn: day,
      checkedBy: requiredLine,
    }),
  }),
  /** Adds a place, or changes one that stands. */
  saveSpread: defineOperation({
    name: 'hoaxes.saveSpread',
    ...changes,
    input: z.strictObject({ id, spreadId: id.nullable().default(null), ...spreadInput }),
  }),
  /** ALREADY_LINKED. */
  linkCapture: defineOperation({
    name: 'hoaxes.linkCapture',
    ...changes,
    input: z.strictObject({ id, evidenceId: id }),
  }),
  saveSource: defineOperation({
    name: 'hoaxes.saveSource',
    ...changes,
    input: z.strictObject({
      id,
      sourceId: id.nullable().default(null),
      title: requiredLine,
      address: address.default(''),
      publisher: requiredLine,
      publishedOn: day.nullable().default(null),
      note: line.default(''),
      evidenceId: id.nullable().default(null),
    }),
  }),
  /** Notes what was done, or what was answered to it. HOAX_FOLLOW_UP_REFUSED. */
  saveFollowUp: defineOperation({
    name: 'hoaxes.saveFollowUp',
    ...changes,
    input: z.strictObject({
      id,
      followUpId: id.nullable().default(null),
      kind: followUpKind,
      doneOn: day,
      channel: line.default(''),
      reference: line.default(''),
      note: text.default(''),
      answer: text.default(''),
      answeredOn: day.nullable().default(null),
    }),
  }),
  /** ALREADY_LINKED. */
  linkReport: defineOperation({
    name: 'hoaxes.linkReport',
    ...changes,
    input: z.strictObject({ id, reportId: id }),
  }),
  /** Takes a part off; its record stays with the reason. */
  removePart: defineOperation({
    name: 'hoaxes.removePart',
    ...changes,
    input: z.strictObject({ id, part: hoaxPart, partId: id, reason }),
  }),
  figures: defineOperation({ name: 'hoaxes.figures', ...query, input: hoaxPeriod, output: hoaxFigures }),
  /** Kinds, and every channel with what the office changed. */
  references: defineOperation({
    name: 'hoaxes.references',
    ...query,
    input: nothing,
    output: z.strictObject({ kinds: z.array(hoaxKindInfo), channels: z.array(hoaxChannel) }),
  }),
  /** Adds a channel or changes one; verified only with a name and a day. */
  saveChannel: defineOperation({
    name: 'hoaxes.saveChannel',
    ...command,
    input: hoaxChannel,
    output: z.strictObject({ channels: z.array(hoaxChannel) }),
  }),
  /** Draws the picture to share and keeps it until the lock. HOAX_NOT_CONCLUDED. */
  drawCard: defineOperation({
    name: 'hoaxes.drawCard',
    ...command,
    input: z.strictObject({ id, size: cardSize }),
    output: z.strictObject({
      handle: viewHandle,
      width: count,
      height: count,
      bytes: count,
      /** What the picture says, for those who do not see it. */
      altText: z.string(),
    }),
  }),
  /** Asks where to, then writes the picture there; recorded in custody with its hash. */
  saveCard: defineOperation({
    name: 'hoaxes.saveCard',
    kind: 'command',
    runs: 'main',
    windows: ['main'],
    vault: 'unlocked',
    input: z.strictObject({ id, size: cardSize }),
    output: z.strictObject({ saved: z.boolean(), name: z.string() }),
  }),
};
