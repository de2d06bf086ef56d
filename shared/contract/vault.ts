/** The vault: create, open, lock, users, verification, backup. */
import { z } from 'zod';
import { done, id, instant, line, nothing, requiredLine, sha256, startedJob } from './common.ts';
import { defineOperation } from './operation.ts';

/** At least 12 characters; judged further by shared/domain/vault/passphrase.ts. */
export const passphrase = z.string().min(1).max(1_000);
export const userRole = z.enum(['pengelola', 'petugas']);
export const vaultUser = z.strictObject({
  id,
  name: z.string(),
  identityNumber: z.string().nullable(),
  role: userRole,
  createdAt: instant,
  removedAt: instant.nullable(),
  isSelf: z.boolean(),
});
export type VaultUser = z.infer<typeof vaultUser>;

export const custodyHead = z.strictObject({ sequence: z.number().int().nonnegative(), hash: sha256 });
export type CustodyHead = z.infer<typeof custodyHead>;

export const vaultStatus = z.strictObject({
  state: z.enum(['none', 'locked', 'unlocked']),
  directory: z.string().nullable(),
  name: z.string().nullable(),
  vaultId: id.nullable(),
  practice: z.boolean(),
  /** How many users could open it; asks for a name when there are several. */
  users: z.number().int().nonnegative(),
  user: vaultUser.nullable(),
  lastBackupAt: instant.nullable(),
  backupDue: z.boolean(),
  recoveryConfirmed: z.boolean(),
  /** Said when the vault that was opened is older than, or unrelated to, what this profile saw last. */
  rollback: z.strictObject({ kind: z.enum(['older', 'unrelated']), seen: custodyHead, found: custodyHead }).nullable(),
  /** Warnings about the place it lies in. */
  place: z.enum(['fixed', 'removable', 'network', 'synchronised']),
  head: custodyHead.nullable(),
  sealFingerprint: sha256.nullable(),
  /** Whether a job is running that an idle lock waits for. */
  lockPending: z.boolean(),
  /** True when it is locked because the vault's program ended by itself: what was acknowledged is safe. */
  stoppedUnexpectedly: z.boolean(),
});
export type VaultStatus = z.infer<typeof vaultStatus>;

/** No vault is chosen; what a vault says of itself stands at its emptiest, and asks for nothing. */
export const NO_VAULT: VaultStatus = {
  state: 'none',
  directory: null,
  name: null,
  vaultId: null,
  practice: false,
  users: 0,
  user: null,
  lastBackupAt: null,
  backupDue: false,
  recoveryConfirmed: true,
  rollback: null,
  place: 'fixed',
  head: null,
  sealFingerprint: null,
  lockPending: false,
  stoppedUnexpectedly: false,
};

export const vaultVerification = z.strictObject({
  ok: z.boolean(),
  items: z.number().int(),
  bytes: z.number().int(),
  damaged: z.array(
    z.strictObject({ id: z.string(), sha256, problem: z.enum(['hash-differs', 'decryption-failed', 'size-differs']) }),
  ),
  missing: z.array(z.strictObject({ id: z.string(), sha256 })),
  custody: z.strictObject({
    entries: z.number().int(),
    head: sha256,
    ok: z.boolean(),
    brokenAt: z.number().int().nullable(),
  }),
});
export type VaultVerification = z.infer<typeof vaultVerification>;

export const backupResult = z.strictObject({
  items: z.number().int(),
  bytes: z.number().int(),
  sha256,
  directory: z.string(),
});

const either = ['main'] as const;
export const vaultOperations = {
  status: defineOperation({
    name: 'vault.status',
    kind: 'query',
    runs: 'main',
    windows: ['main', 'capture-toolbar'],
    vault: 'any',
    input: nothing,
    output: vaultStatus,
  }),
  recent: defineOperation({
    name: 'vault.recent',
    kind: 'query',
    runs: 'main',
    windows: either,
    vault: 'any',
    input: nothing,
    output: z.strictObject({
      vaults: z.array(
        z.strictObject({
          directory: z.string(),
          name: z.string(),
          practice: z.boolean(),
          openedAt: instant,
          exists: z.boolean(),
        }),
      ),
      suggestedDirectory: z.string(),
    }),
  }),
  create: defineOperation({
    name: 'vault.create',
    kind: 'command',
    runs: 'main',
    windows: either,
    vault: 'any',
    input: z.strictObject({
      directory: z.string().min(1).max(4_096),
      name: requiredLine,
      userName: requiredLine,
      identityNumber: line.default(''),
      passphrase,
      practice: z.boolean(),
      sampleData: z.boolean().default(false),
    }),
    /** The recovery code is shown once and kept nowhere. */
    output: z.strictObject({ vaultId: id, recoveryCode: z.string(), sealFingerprint: sha256 }),
  }),
  confirmRecovery: defineOperation({
    name: 'vault.confirmRecovery',
    kind: 'command',
    runs: 'vault',
    windows: either,
    vault: 'unlocked',
    input: z.strictObject({ part: z.string().max(40), partIndex: z.number().int().min(0).max(12) }),
    output: done,
  }),
  newRecoveryCode: defineOperation({
    name: 'vault.newRecoveryCode',
    kind: 'command',
    runs: 'vault',
    windows: either,
    vault: 'unlocked',
    input: z.strictObject({ passphrase }),
    output: z.strictObject({ recoveryCode: z.string() }),
  }),
  open: defineOperation({
    name: 'vault.open',
    kind: 'command',
    runs: 'main',
    windows: either,
    vault: 'any',
    input: z.strictObject({ directory: z.string().min(1).max(4_096), passphrase, userName: line.default('') }),
    output: vaultStatus,
  }),
  /** Opens by the recovery code and gives the named (or only) user a new passphrase. */
  recover: defineOperation({
    name: 'vault.recover',
    kind: 'command',
    runs: 'main',
    windows: either,
    vault: 'any',
    input: z.strictObject({
      directory: z.string().min(1).max(4_096),
      recoveryCode: z.string().min(1).max(200),
      userName: line.default(''),
      newPassphrase: passphrase,
    }),
    output: vaultStatus,
  }),
  lock: defineOperation({
    name: 'vault.lock',
    kind: 'command',
    runs: 'main',
    windows: ['main', 'capture-toolbar'],
    vault: 'any',
    input: nothing,
    output: done,
  }),
  close: defineOperation({
    name: 'vault.close',
    kind: 'command',
    runs: 'main',
    windows: either,
    vault: 'any',
    input: nothing,
    output: done,
  }),
  /** Told by the page on any key or pointer, at most every ten seconds: keeps the idle lock away. */
  noteActivity: defineOperation({
    name: 'vault.noteActivity',
    kind: 'command',
    runs: 'main',
    windows: ['main', 'capture-toolbar'],
    vault: 'any',
    input: nothing,
    output: done,
  }),
  changePassphrase: defineOperation({
    name: 'vault.changePassphrase',
    kind: 'command',
    runs: 'vault',
    windows: either,
    vault: 'unlocked',
    input: z.strictObject({ current: passphrase, next: passphrase }),
    output: done,
  }),
  listUsers: defineOperation({
    name: 'vault.listUsers',
    kind: 'query',
    runs: 'vault',
    windows: either,
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({ users: z.array(vaultUser) }),
  }),
  addUser: defineOperation({
    name: 'vault.addUser',
    kind: 'command',
    runs: 'vault',
    windows: either,
    vault: 'unlocked',
    input: z.strictObject({ name: requiredLine, identityNumber: line.default(''), role: userRole, passphrase }),
    output: vaultUser,
  }),
  /** Removing a user gives the vault new keys. */
  removeUser: defineOperation({
    name: 'vault.removeUser',
    kind: 'command',
    runs: 'vault',
    windows: either,
    vault: 'unlocked',
    input: z.strictObject({ userId: id, passphrase }),
    output: z.strictObject({ recoveryCode: z.string() }),
  }),
  verify: defineOperation({
    name: 'vault.verify',
    kind: 'command',
    runs: 'vault',
    windows: either,
    vault: 'unlocked',
    input: nothing,
    output: startedJob,
  }),
  backup: defineOperation({
    name: 'vault.backup',
    kind: 'command',
    runs: 'vault',
    windows: either,
    vault: 'unlocked',
    input: z.strictObject({ directory: z.string().min(1).max(4_096) }),
    output: startedJob,
  }),
  restore: defineOperation({
    name: 'vault.restore',
    kind: 'command',
    runs: 'main',
    windows: either,
    vault: 'any',
    input: z.strictObject({ source: z.string().min(1).max(4_096), directory: z.string().min(1).max(4_096) }),
    output: backupResult,
  }),
};
