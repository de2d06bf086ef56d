/** Declarations of neutrality (ikrar, pakta integritas): their kinds, who signed, when. */
import { z } from 'zod';
import { verificationState } from './cases.ts';
import { day, done, fileToken, id, instant, line, nothing, page, reason, requiredLine, sha256 } from './common.ts';
import { defineOperation } from './operation.ts';
import { employeeIds, outreachSource } from './outreach.ts';
import { listedPerson } from './roster.ts';

const count = z.number().int().min(0);

export const pledgeKind = z.strictObject({
  code: z.string().regex(/^[a-z0-9_]{2,40}$/),
  label: requiredLine,
  /** What the signer declares, point by point. */
  points: z.array(requiredLine).max(20),
  source: z.string().max(1_000),
  verification: verificationState,
  /** Offered for new entries. */
  inUse: z.boolean(),
});
export type PledgeKind = z.infer<typeof pledgeKind>;

export const pledgeRow = z.strictObject({
  id,
  kind: z.string(),
  kindLabel: z.string(),
  ...listedPerson,
  signedOn: day,
  session: z.strictObject({ id, number: z.string(), topic: z.string() }).nullable(),
  note: z.string(),
  scan: z.strictObject({ name: z.string(), bytes: count, sha256, mime: z.string() }).nullable(),
  source: outreachSource,
  recordedAt: instant,
  recordedBy: z.string(),
  withdrawnAt: instant.nullable(),
  withdrawReason: z.string().nullable(),
});
export type PledgeRow = z.infer<typeof pledgeRow>;

const added = z.strictObject({ added: count, /** Noted before. */ already: count });
const inVault = { runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;

export const pledgeOperations = {
  pledgeKinds: defineOperation({
    name: 'outreach.pledgeKinds',
    kind: 'query',
    ...inVault,
    input: nothing,
    output: z.strictObject({ rows: z.array(pledgeKind) }),
  }),
  savePledgeKind: defineOperation({
    name: 'outreach.savePledgeKind',
    kind: 'command',
    ...inVault,
    input: pledgeKind,
    output: done,
  }),
  pledges: defineOperation({
    name: 'outreach.pledges',
    kind: 'query',
    ...inVault,
    input: z.strictObject({
      query: line.default(''),
      kind: z.string().max(40).optional(),
      agency: line.optional(),
      from: day.optional(),
      to: day.optional(),
      sessionId: id.optional(),
      withdrawn: z.boolean().default(false),
      ...page,
    }),
    output: z.strictObject({ total: count, rows: z.array(pledgeRow) }),
  }),
  addPledges: defineOperation({
    name: 'outreach.addPledges',
    kind: 'command',
    ...inVault,
    input: z.strictObject({
      kind: z.string().max(40),
      signedOn: day,
      sessionId: id.nullable().default(null),
      employeeIds,
      note: line.default(''),
      /** A scan for all of these entries. */
      scan: fileToken.nullable().default(null),
      how: z.enum(['pick', 'unit']).default('pick'),
    }),
    output: added,
  }),
  withdrawPledges: defineOperation({
    name: 'outreach.withdrawPledges',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ ids: z.array(id).min(1).max(5_000), reason }),
    output: z.strictObject({ withdrawn: count }),
  }),
};
