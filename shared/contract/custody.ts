/** The custody log (jejak audit): read, export, search over everything, the home page's figures. */
import { z } from 'zod';
import { id, instant, line, nothing, page, sha256 } from './common.ts';
import { defineOperation } from './operation.ts';
import { custodyHead } from './vault.ts';

export const custodyRow = z.strictObject({
  sequence: z.number().int(),
  at: instant,
  /** Who did it; null when the entry says that nobody had proved to be anybody (failed attempts to open). */
  user: z.string().nullable(),
  /** Whose key signed the entry. */
  signedBy: z.string(),
  action: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  /** A name for the subject as the vault knows it today (a case number, an evidence number). */
  subjectLabel: z.string().nullable(),
  hash: sha256,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type CustodyRow = z.infer<typeof custodyRow>;

const windows = ['main'] as const;
export const custodyOperations = {
  list: defineOperation({
    name: 'custody.list',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({
      action: line.optional(),
      subjectKind: line.optional(),
      subjectId: line.optional(),
      newestFirst: z.boolean().default(true),
      ...page,
    }),
    output: z.strictObject({ total: z.number().int(), head: custodyHead, rows: z.array(custodyRow) }),
  }),
  export: defineOperation({
    name: 'custody.export',
    kind: 'command',
    runs: 'main',
    windows,
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({ saved: z.boolean(), name: z.string() }),
  }),
  search: defineOperation({
    name: 'search.everything',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ query: line }),
    output: z.strictObject({
      hits: z.array(
        z.strictObject({
          kind: z.enum([
            'employee',
            'case',
            'evidence',
            'document',
            'round',
            'hoax',
            'election',
            'candidate',
            'reminder',
            'public-report',
            'outreach',
          ]),
          id,
          title: z.string(),
          detail: z.string(),
        }),
      ),
    }),
  }),
  home: defineOperation({
    name: 'home.summary',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({
      employees: z.number().int(),
      openCases: z.number().int(),
      tray: z.number().int(),
      reports: z.number().int(),
      casesByStatus: z.array(z.strictObject({ status: z.string(), count: z.number().int() })),
      recentCases: z.array(
        z.strictObject({ id, number: z.string(), title: z.string(), status: z.string(), missing: z.array(z.string()) }),
      ),
      lastBackupAt: instant.nullable(),
    }),
  }),
};
