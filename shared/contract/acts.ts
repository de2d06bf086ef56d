/** Acts (perbuatan) of a case: what was done, by whom, when, where, and the capture sheet that says what it still needs. */
import { z } from 'zod';
import { ACT_TYPES } from '../domain/acts/sheets.ts';
import { address, day, id, instant, line, reason, requiredLine, text } from './common.ts';
import { defineOperation } from './operation.ts';

export const actType = z.enum(ACT_TYPES);

/** What was put under an item of the sheet: evidence of the case, or why none can be had. */
export const actEntry = z.strictObject({
  id,
  item: z.string(),
  evidence: z
    .strictObject({
      id,
      number: z.string(),
      title: z.string(),
      /** False once it was withdrawn or taken out of the case: the item is missing again. */
      stands: z.boolean(),
    })
    .nullable(),
  /** Why it cannot be obtained; null for evidence. */
  unobtainable: z.string().nullable(),
  at: instant,
  by: z.string(),
});
export type ActEntry = z.infer<typeof actEntry>;

export const act = z.strictObject({
  id,
  type: actType,
  /** The respondent of the case who is alleged to have done it; null while not known. */
  respondentId: id.nullable(),
  day: day.nullable(),
  /** The time as the page or the officer states it. */
  dateText: z.string(),
  address: z.string(),
  note: z.string(),
  addedAt: instant,
  addedBy: z.string(),
  withdrawnAt: instant.nullable(),
  withdrawReason: z.string().nullable(),
  /** Standing entries only. */
  entries: z.array(actEntry),
  /** Codes of required items that are missing. */
  missing: z.array(z.string()),
});
export type Act = z.infer<typeof act>;

/** All acts of a case, in the order in which they were added. */
export const caseActs = z.strictObject({ acts: z.array(act) });
export type CaseActs = z.infer<typeof caseActs>;

const common = { kind: 'command', runs: 'vault', windows: ['main'], vault: 'unlocked', output: caseActs } as const;
export const actsOperations = {
  list: defineOperation({
    name: 'cases.acts',
    kind: 'query',
    runs: 'vault',
    windows: ['main', 'capture-toolbar'],
    vault: 'unlocked',
    input: z.strictObject({ caseId: id }),
    output: caseActs,
  }),
  /** Adds an act, or changes one that stands. Its type stays: another type is another act. */
  save: defineOperation({
    name: 'cases.saveAct',
    ...common,
    input: z.strictObject({
      caseId: id,
      actId: id.nullable().default(null),
      type: actType,
      respondentId: id.nullable().default(null),
      day: day.nullable().default(null),
      dateText: line.default(''),
      address: address.default(''),
      note: text.default(''),
    }),
  }),
  withdraw: defineOperation({
    name: 'cases.withdrawAct',
    ...common,
    input: z.strictObject({ caseId: id, actId: id, reason }),
  }),
  /** Points an item of the sheet at evidence that is filed in the case. EVIDENCE_NOT_IN_CASE, ALREADY_LINKED. */
  fill: defineOperation({
    name: 'cases.fillActItem',
    ...common,
    input: z.strictObject({ caseId: id, actId: id, item: requiredLine, evidenceId: id }),
  }),
  /** Says why an item cannot be obtained. */
  waive: defineOperation({
    name: 'cases.waiveActItem',
    ...common,
    input: z.strictObject({ caseId: id, actId: id, item: requiredLine, reason }),
  }),
  /** Takes an entry off its item; the record stays. */
  clear: defineOperation({
    name: 'cases.clearActItem',
    ...common,
    input: z.strictObject({ caseId: id, entryId: id, reason }),
  }),
};
