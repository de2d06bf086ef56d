/** Lists as they leave the vault: every row that matches what the list shows now, as a spreadsheet. */
import { z } from 'zod';
import { captureQueueOperations } from './capture-queue.ts';
import { casesOperations } from './cases.ts';
import { custodyOperations } from './custody.ts';
import { evidenceOperations } from './evidence.ts';
import { documentsOperations } from './documents.ts';
import { monitoringOperations } from './monitoring.ts';
import { hoaxesOperations } from './hoaxes.ts';
import { electionsOperations } from './elections.ts';
import { defineOperation } from './operation.ts';
import { publicReportsOperations, revealFor } from './public-reports.ts';
import { outreachCoverageOperations } from './outreach-coverage.ts';
import { pledgeOperations } from './outreach-pledges.ts';
import { outreachOperations } from './outreach.ts';
import { rosterOperations } from './roster.ts';

/** A page has no meaning here: all rows go. */
const PAGE = { offset: true, limit: true } as const;

/** Which list, with that list's own search, filters and sort. */
export const listSelection = z.discriminatedUnion('list', [
  rosterOperations.list.input.omit(PAGE).extend({ list: z.literal('roster') }),
  casesOperations.list.input.omit(PAGE).extend({ list: z.literal('cases') }),
  evidenceOperations.list.input.omit(PAGE).extend({ list: z.literal('evidence') }),
  captureQueueOperations.items.input.omit(PAGE).extend({ list: z.literal('queue') }),
  documentsOperations.list.input.omit(PAGE).extend({ list: z.literal('documents') }),
  hoaxesOperations.list.input.omit(PAGE).extend({ list: z.literal('hoaxes') }),
  electionsOperations.stages.input.omit(PAGE).extend({ list: z.literal('electionStages') }),
  electionsOperations.candidates.input.omit(PAGE).extend({ list: z.literal('candidates') }),
  electionsOperations.reminderList.input.omit(PAGE).extend({ list: z.literal('electionReminders') }),
  electionsOperations.proposalRows.input.omit(PAGE).extend({ list: z.literal('proposal-rows') }),
  custodyOperations.list.input.omit(PAGE).extend({ list: z.literal('custody') }),
  publicReportsOperations.list.input.omit(PAGE).extend({
    list: z.literal('public-reports'),
    /** With who reported, and what for; without it the list names nobody. */
    reporters: revealFor.optional(),
  }),
  outreachOperations.list.input.omit(PAGE).extend({ list: z.literal('outreach') }),
  outreachOperations.attendance.input.omit(PAGE).extend({ list: z.literal('outreach-attendance') }),
  outreachOperations.invitees.input.omit(PAGE).extend({ list: z.literal('outreach-invitees') }),
  pledgeOperations.pledges.input.omit(PAGE).extend({ list: z.literal('outreach-pledges') }),
  outreachCoverageOperations.persons.input.omit(PAGE).extend({ list: z.literal('outreach-persons') }),
  outreachCoverageOperations.coverage.input.extend({ list: z.literal('outreach-coverage') }),
  monitoringOperations.rounds.input.omit(PAGE).extend({ list: z.literal('monitoring-rounds') }),
  monitoringOperations.items.input.omit(PAGE).extend({ list: z.literal('monitoring-items') }),
  monitoringOperations.coverage.input.extend({ list: z.literal('monitoring-coverage') }),
  monitoringOperations.persons.input.omit(PAGE).extend({ list: z.literal('monitoring-persons') }),
  monitoringOperations.person.input.omit(PAGE).extend({ list: z.literal('monitoring-person') }),
]);
export type ListSelection = z.output<typeof listSelection>;

/** A workbook with every cell a text, or CSV (UTF-8 with its mark, semicolons) that no spreadsheet takes for formulas. */
export const listFormat = z.enum(['xlsx', 'csv']);
export type ListFormat = z.infer<typeof listFormat>;

export const listsOperations = {
  /** Asks where to, then writes the list there; recorded in custody with the list's name, count and hash. */
  export: defineOperation({
    name: 'lists.export',
    kind: 'command',
    runs: 'main',
    windows: ['main'],
    vault: 'unlocked',
    input: z.strictObject({ selection: listSelection, format: listFormat.default('xlsx') }),
    /** `rows` without the heading; 0 when nothing was saved. */
    output: z.strictObject({ saved: z.boolean(), name: z.string(), rows: z.number().int().min(0) }),
  }),
};
