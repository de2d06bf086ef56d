/** The built-in handout as data (resources/outreach/handout.json), and as it is shown: with the state of each reference. */
import { z } from 'zod';
import { verificationState } from './cases.ts';
import { day, done, nothing } from './common.ts';
import { defineOperation } from './operation.ts';

const sentence = z.string().min(1).max(1_000);

/** What the office says, with the codes of the legal rows it rests on and the bases that no row of the table holds. */
const statement = z.strictObject({
  text: sentence,
  /** Codes of the legal reference table. */
  codes: z.array(z.string().min(1).max(20)).max(12).default([]),
  /** Bases beside the table, by their keys. */
  bases: z.array(z.string().min(1).max(40)).max(12).default([]),
});

/** A basis that stands in no row of the legal table, with its source and how far it was checked: data of the office. */
export const handoutBasis = z.strictObject({
  key: z.string().min(1).max(40),
  text: sentence,
  sourceUrl: z.string().nullable(),
  verification: verificationState,
  verifiedBy: z.string().nullable(),
  verifiedAt: day.nullable(),
});
export type HandoutBasis = z.infer<typeof handoutBasis>;

/** The file in `resources`. */
export const handoutSource = z.strictObject({
  title: sentence,
  lead: z.array(sentence).max(6),
  parts: z
    .array(
      z.strictObject({
        key: z.enum(['boleh', 'tidak_boleh', 'akibat', 'etika', 'ragu']),
        title: sentence,
        lead: z.string().max(1_000),
        statements: z
          .array(
            statement.extend({
              /** Whom it concerns, where it is not everybody. */ of: z.string().max(100).nullable().default(null),
            }),
          )
          .min(1)
          .max(20),
      }),
    )
    .min(1)
    .max(8),
  closing: z.array(sentence).max(6),
  bases: z.array(handoutBasis).max(40),
});
export type HandoutSource = z.infer<typeof handoutSource>;

/** One reference of a statement. */
export const handoutReference = z.strictObject({
  /** Code of the legal table, or the basis' key. */
  key: z.string(),
  text: z.string(),
  sourceUrl: z.string().nullable(),
  verification: verificationState,
});
export type HandoutReference = z.infer<typeof handoutReference>;

export const handoutPart = z.strictObject({
  key: z.string(),
  title: z.string(),
  lead: z.string(),
  statements: z.array(
    z.strictObject({
      text: z.string(),
      of: z.string().nullable(),
      references: z.array(handoutReference),
      /** Every reference was verified by the legal office; a statement without any has nothing to verify. */
      verified: z.boolean(),
    }),
  ),
});
export type HandoutPart = z.infer<typeof handoutPart>;

const inVault = { runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;

export const handoutOperations = {
  /** The built-in handout: its parts, with how far the references of each statement are checked. */
  handout: defineOperation({
    name: 'outreach.handout',
    kind: 'query',
    ...inVault,
    input: nothing,
    output: z.strictObject({
      title: z.string(),
      lead: z.array(z.string()),
      parts: z.array(handoutPart),
      closing: z.array(z.string()),
      /** Statements that cite a row nobody has verified. */
      unverified: z.number().int().min(0),
    }),
  }),
  /** What the handout cites beside the legal table. */
  bases: defineOperation({
    name: 'outreach.bases',
    kind: 'query',
    ...inVault,
    input: nothing,
    output: z.strictObject({ rows: z.array(handoutBasis) }),
  }),
  /** INVALID_INPUT for a verified one without name, day and address. */
  saveBasis: defineOperation({
    name: 'outreach.saveBasis',
    kind: 'command',
    ...inVault,
    input: handoutBasis,
    output: done,
  }),
};
