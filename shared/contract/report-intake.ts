/**
 * Reading an incoming report before it is registered: open a file or pasted text, look through its drafts or its messages.
 * A reading lives in the vault program's memory until the next one, the lock, or `close`; nothing is written. Registering what was
 * chosen is the part of public reports (`intakeFiling` is what it is given).
 */
import { z } from 'zod';
import { done, fileToken, id, page, startedJob } from './common.ts';
import { defineOperation } from './operation.ts';
import {
  intakeChoice,
  intakeDraft,
  intakeMessage,
  intakeOptions,
  intakeSummary,
  messageRanges,
} from './report-intake-job.ts';

/** Characters of pasted text. */
export const PASTED_CHARACTERS = 200_000;

/** The value of a "reportIntake.open" job. */
export const intakeLook = intakeSummary.extend({
  readingId: id,
  /** The file's name; "" for pasted text. */
  name: z.string(),
  bytes: z.number().int().min(0),
  /** Reports (20 at most) that were registered from the very same bytes before. */
  registered: z.array(z.strictObject({ id, number: z.string() })),
});
export type IntakeLook = z.infer<typeof intakeLook>;

/** What a registering operation takes: a reading, and the reports that the officer made of it. */
export const intakeFiling = z.strictObject({
  readingId: id,
  reports: z.array(intakeChoice).min(1).max(5_000),
});
export type IntakeFiling = z.infer<typeof intakeFiling>;

const query = { kind: 'query', runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;
const readingId = z.strictObject({ readingId: id });

export const reportIntakeOperations = {
  /** A file by its token, or pasted text. INTAKE_FORMAT_UNSUPPORTED, INTAKE_FILE_DAMAGED, INTAKE_FILE_ENCRYPTED, INTAKE_LIMIT_EXCEEDED, INTAKE_EMPTY. */
  open: defineOperation({
    name: 'reportIntake.open',
    ...query,
    input: z.strictObject({
      source: z.union([
        z.strictObject({ file: fileToken }),
        z.strictObject({ text: z.string().min(1).max(PASTED_CHARACTERS) }),
      ]),
      options: intakeOptions.default({ asText: false }),
    }),
    output: startedJob,
  }),
  /** INTAKE_READING_UNKNOWN when another file was opened since. */
  drafts: defineOperation({
    name: 'reportIntake.drafts',
    ...query,
    input: readingId.extend(page),
    output: z.strictObject({ rows: z.array(intakeDraft), total: z.number().int() }),
  }),
  messages: defineOperation({
    name: 'reportIntake.messages',
    ...query,
    input: readingId.extend(page),
    output: z.strictObject({ rows: z.array(intakeMessage), total: z.number().int() }),
  }),
  /** The draft that the chosen messages make. */
  compose: defineOperation({
    name: 'reportIntake.compose',
    ...query,
    input: readingId.extend({ ranges: messageRanges }),
    output: intakeDraft,
  }),
  /** Forgets the reading. */
  close: defineOperation({ name: 'reportIntake.close', ...query, input: readingId, output: done }),
};
