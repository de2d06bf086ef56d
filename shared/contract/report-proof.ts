/** The parts of a report on whose the accounts are and on what each act still needs; every value ready to print. */
import { z } from 'zod';

const line = z.string().max(2_000);
const paragraph = z.string().max(21_000);

const reasonSchema = z.strictObject({
  /** What kind of reason, in words. */
  what: line,
  /** What it points at: an evidence number, a record, or that it points at nothing. */
  source: line,
  /** What the officer noted, how a counter-reason was met; null in a masked report. */
  note: paragraph.nullable(),
});

/** One account that the case is about: whose it is held to be, how surely, and why. */
export const reportAccountSchema = z.strictObject({
  /** Platform and name. */
  account: line,
  address: paragraph.nullable(),
  person: line,
  /** The grade in words. */
  grade: line,
  /** False while it is not established: the page then says so where nobody overlooks it. */
  established: z.boolean(),
  /** Why just this grade, and why lower than the reasons carry where an officer lowered it. */
  basis: z.array(paragraph).max(5),
  reasons: z.array(reasonSchema).max(200),
  counterReasons: z.array(reasonSchema).max(200),
});

const sheetRowSchema = z.strictObject({
  item: line,
  required: z.boolean(),
  /** Numbers of the evidence; empty where there is none. */
  evidence: z.array(line).max(200),
  /** Why none can be had; null where there is evidence or nothing was said. */
  unobtainable: paragraph.nullable(),
});

/** One act and what its sheet has. */
export const reportActSchema = z.strictObject({
  what: line,
  who: line,
  when: line.nullable(),
  address: paragraph.nullable(),
  note: paragraph.nullable(),
  sheet: z.array(sheetRowSchema).max(50),
});

export type ReportAccount = z.infer<typeof reportAccountSchema>;
export type ReportAccountReason = z.infer<typeof reasonSchema>;
export type ReportAct = z.infer<typeof reportActSchema>;

const words = z.string().min(1);
/** What the layout itself prints in these parts. */
export const reportProofWordingSchema = z.strictObject({
  accounts: words,
  acts: words,
  introduction: words,
  account: words,
  address: words,
  person: words,
  grade: words,
  basis: words,
  reasons: words,
  counterReasons: words,
  none: words,
  notEstablished: words,
  actsIntroduction: words,
  by: words,
  when: words,
  note: words,
  item: words,
  need: words,
  evidence: words,
  required: words,
  helpful: words,
  missing: words,
  unobtainable: words,
});
