/** Queues of addresses that are captured one after the other, and second looks: the same address again on a set day. */
import { z } from 'zod';
import { COMPARISON_VERDICTS } from '../domain/capture/compare.ts';
import { MOST_ADDRESSES } from '../domain/capture/address-list.ts';
import { DELAY_SECONDS, QUEUE_ITEM_STATES, QUEUE_STATES, RETRIES } from '../domain/capture/queue-rules.ts';
import { captureOutcome, completenessLevel } from './capture.ts';
import { address, day, done, fileToken, id, instant, line, nothing, page, requiredLine } from './common.ts';
import { defineOperation } from './operation.ts';

const row = z.number().int().min(1);
const count = z.number().int().min(0);
const column = z.number().int().min(0).max(511).nullable();

/** Which columns of a sheet hold what. */
export const addressColumns = z.strictObject({ address: column, caseNumber: column, note: column });

export const addressSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().max(2_000_000) }),
  z.strictObject({
    kind: z.literal('file'),
    file: fileToken,
    password: z.string().min(1).max(255).optional(),
    /** Name of the sheet; the first that is shown when it is not given. */
    sheet: z.string().min(1).max(255).optional(),
    /** As proposed by the headings when they are not given. */
    columns: addressColumns.optional(),
  }),
]);

/** What a list of addresses comes to before anything is made of it. */
export const addressPreview = z.strictObject({
  items: z.array(z.strictObject({ row, address: z.string(), caseNumber: z.string(), note: z.string() })),
  refused: z.array(
    z.strictObject({
      row,
      text: z.string(),
      reason: z.enum([
        'no-address',
        'not-web',
        'never-reachable',
        'too-long',
        'link-differs',
        'case-unknown',
        'too-many',
      ]),
    }),
  ),
  duplicates: z.array(z.strictObject({ row, address: z.string(), firstRow: row })),
  /** Null for pasted text. */
  sheet: z
    .strictObject({
      names: z.array(z.string()),
      name: z.string(),
      headingRow: row.nullable(),
      /** Every column with its heading, or with its letter where there is none. */
      headings: z.array(z.string()),
      columns: addressColumns,
      /** Rows beyond what is read. */
      truncated: z.boolean(),
    })
    .nullable(),
});
export type AddressPreview = z.infer<typeof addressPreview>;

export const queueItemState = z.enum(QUEUE_ITEM_STATES);

export const captureQueueRow = z.strictObject({
  id,
  title: z.string(),
  kind: z.enum(['addresses', 'second-look']),
  state: z.enum(QUEUE_STATES),
  /** Why it rests, when the program decided it: the code of an error. */
  pausedBy: z.string().nullable(),
  delaySeconds: count,
  retries: count,
  reload: z.boolean(),
  secondLookDays: z.number().int().nullable(),
  createdAt: instant,
  createdBy: z.string(),
  endedAt: instant.nullable(),
  total: count,
  /** Items that nothing more will be done with. */
  finished: count,
  counts: z.record(z.string(), count),
});
export type CaptureQueueRow = z.infer<typeof captureQueueRow>;

export const captureQueueItem = z.strictObject({
  id,
  position: count,
  /** Where it stood in the list it came from. */
  row: row.nullable(),
  address: z.string(),
  state: queueItemState,
  /** Attempts that were begun; the first one counts. */
  attempts: count,
  caseNumber: z.string().nullable(),
  note: z.string(),
  notBefore: instant.nullable(),
  endedAt: instant.nullable(),
  evidence: z.strictObject({ id, number: z.string() }).nullable(),
  /** What the capture came to and how complete it is; null where nothing was kept. */
  outcome: captureOutcome.nullable(),
  level: completenessLevel.nullable(),
  /** Why the last attempt came to nothing. */
  error: z.string().nullable(),
});
export type CaptureQueueItem = z.infer<typeof captureQueueItem>;

const box = z.strictObject({ x: count, y: count, width: count, height: count });
const size = z.strictObject({ width: count, height: count });
export const pictureDifference = z.discriminatedUnion('comparable', [
  z.strictObject({
    comparable: z.literal(true),
    share: z.number().min(0).max(1),
    boxes: z.array(z.strictObject({ before: box, after: box })),
    before: size,
    after: size,
  }),
  z.strictObject({
    comparable: z.literal(false),
    reason: z.enum(['no-picture', 'other-width', 'unreadable']),
  }),
]);
export const textDifference = z.strictObject({
  added: z.array(z.string()),
  removed: z.array(z.string()),
  counters: z.array(z.strictObject({ before: z.string(), after: z.string() })),
});

export const captureComparison = z.strictObject({
  verdict: z.enum(COMPARISON_VERDICTS),
  reason: z.enum(['wall', 'not-loaded', 'earlier-not-captured', 'nothing-to-compare', 'worker-failed']).nullable(),
  changed: z.array(z.enum(['text', 'counters', 'picture'])),
  /** Null where there was nothing to compare. Lines are cut to what a person can look over; the counts are whole. */
  text: textDifference.extend({ addedCount: count, removedCount: count, countersCount: count }).nullable(),
  picture: pictureDifference.nullable(),
});
export type CaptureComparison = z.infer<typeof captureComparison>;

/** One side of a second look. */
const lookedAt = z.strictObject({
  id,
  number: z.string(),
  title: z.string(),
  address: z.string(),
  capturedAt: instant,
  outcome: captureOutcome,
  /** Artefact that was or would be compared; null where there is none. */
  pictureId: id.nullable(),
});

export const secondLook = z.strictObject({
  id,
  dueOn: day,
  state: z.enum(['planned', 'queued', 'captured', 'compared', 'cancelled']),
  plannedAt: instant,
  plannedBy: z.string(),
  comparedAt: instant.nullable(),
  before: lookedAt,
  after: lookedAt.nullable(),
  comparison: captureComparison.nullable(),
});
export type SecondLook = z.infer<typeof secondLook>;

const windows = ['main'] as const;
const inVault = { runs: 'vault', windows, vault: 'unlocked' } as const;

export const captureQueueOperations = {
  /** Reads a list and says what would be captured, what is refused and what is named twice. Changes nothing. */
  preview: defineOperation({
    name: 'queue.preview',
    kind: 'query',
    ...inVault,
    input: z.strictObject({ source: addressSource }),
    output: addressPreview,
  }),
  create: defineOperation({
    name: 'queue.create',
    kind: 'command',
    ...inVault,
    input: z.strictObject({
      title: requiredLine.max(200),
      items: z
        .array(
          z.strictObject({
            row: row.nullable().default(null),
            address: address.min(1),
            caseNumber: line.default(''),
            note: line.default(''),
          }),
        )
        .min(1)
        .max(MOST_ADDRESSES),
      /** Where captures go whose line names no case; null is the tray. */
      caseId: id.nullable(),
      delaySeconds: z.number().int().min(DELAY_SECONDS.least).max(DELAY_SECONDS.most).default(DELAY_SECONDS.usual),
      retries: z.number().int().min(0).max(RETRIES.most).default(RETRIES.usual),
      reload: z.boolean().default(false),
      /** Plans a second look at everything that is captured, so many days later. */
      secondLookDays: z.number().int().min(1).max(365).nullable().default(null),
    }),
    output: z.strictObject({ id }),
  }),
  list: defineOperation({
    name: 'queue.list',
    kind: 'query',
    ...inVault,
    input: nothing,
    output: z.strictObject({ queues: z.array(captureQueueRow) }),
  }),
  items: defineOperation({
    name: 'queue.items',
    kind: 'query',
    ...inVault,
    input: z.strictObject({ queueId: id, query: line.default(''), state: queueItemState.optional(), ...page }),
    output: z.strictObject({ total: count, rows: z.array(captureQueueItem) }),
  }),
  /** Pausing lets the page that is being captured end; cancelling stops it, and what waits is left out. */
  act: defineOperation({
    name: 'queue.act',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ id, action: z.enum(['pause', 'resume', 'cancel', 'retry-failed']) }),
    output: captureQueueRow,
  }),
  /** Leaves an item out, also while it is being captured; or does one again that failed or was left out. */
  actOnItem: defineOperation({
    name: 'queue.actOnItem',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ itemId: id, action: z.enum(['skip', 'retry']) }),
    output: done,
  }),
  planLook: defineOperation({
    name: 'secondLooks.plan',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ evidenceId: id, dueOn: day }),
    output: secondLook,
  }),
  cancelLook: defineOperation({
    name: 'secondLooks.cancel',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ id }),
    output: done,
  }),
  /** Those that an item was the first or the second part of. */
  looksOf: defineOperation({
    name: 'secondLooks.of',
    kind: 'query',
    ...inVault,
    input: z.strictObject({ evidenceId: id }),
    output: z.strictObject({ looks: z.array(secondLook) }),
  }),
  /** Those that are planned and due, the oldest first, and how many are planned for later. */
  due: defineOperation({
    name: 'secondLooks.due',
    kind: 'query',
    ...inVault,
    input: nothing,
    output: z.strictObject({ due: z.array(secondLook), later: count, nextOn: day.nullable() }),
  }),
  /** Makes a queue of those that are due. NOT_FOUND when none is. */
  runDue: defineOperation({
    name: 'secondLooks.run',
    kind: 'command',
    ...inVault,
    input: nothing,
    output: z.strictObject({ id }),
  }),
};
