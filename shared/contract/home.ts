/** Home (Beranda): what is to be done today, and the month at a glance. */
import { z } from 'zod';
import { RECAP_SERIES } from '../domain/recap/tables.ts';
import { day, instant, nothing } from './common.ts';
import { defineOperation } from './operation.ts';
import { recapPeriod } from './recap.ts';

const count = z.number().int().min(0);

/** Kinds of work in the order in which they are shown. */
export const WORK_KINDS = [
  'deadlines',
  'publicReports',
  'rounds',
  'capturesRed',
  'queue',
  'hoaxes',
  'sessions',
  'documentsUnsigned',
  'backup',
] as const;

export const workLine = z.strictObject({
  kind: z.enum(WORK_KINDS),
  count,
  /** What has waited longest: its number, title or name; empty where there is nothing to name. */
  oldest: z.string(),
  /** Since when, or until when it was due. */
  since: z.union([day, instant]).nullable(),
  /** The last day that is counted, where work is counted by its day. */
  until: day.nullable(),
  /** Of them past their day. */
  overdue: count,
});
export type WorkLine = z.infer<typeof workLine>;

const query = { kind: 'query', runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;
export const homeOperations = {
  /** Only what there is: no line says "0". */
  work: defineOperation({
    name: 'home.work',
    ...query,
    input: nothing,
    output: z.strictObject({ lines: z.array(workLine) }),
  }),
  glance: defineOperation({
    name: 'home.glance',
    ...query,
    input: nothing,
    output: z.strictObject({
      /** The current month up to today, and the month before up to the same day. */
      period: recapPeriod,
      before: recapPeriod,
      figures: z.array(z.strictObject({ key: z.enum(RECAP_SERIES), count, before: count })),
      /** Evidence taken in, a week each, Monday to Sunday, the oldest first. */
      evidenceWeeks: z.array(recapPeriod.extend({ count })),
      reportsByState: z.array(z.strictObject({ state: z.string(), count })),
      /** Staff of the roster, and how many of them were looked at and taught this year. */
      coverage: z.strictObject({ people: count, checked: count, reached: count, from: day }),
    }),
  }),
};
