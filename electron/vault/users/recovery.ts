/** The recovery code while the vault is open: confirming the one just made, making another. */
import { KEY_ACTIONS } from '#shared/domain/custody/chain.ts';
import { readRecoveryGroup, recoveryGroup } from '#shared/domain/vault/recovery-code.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { KdfProfile } from '../crypto/passphrase-key.ts';
import type { UseCaseContext } from '../kernel.ts';
import { newRecoveryCode } from '../session/create-vault.ts';
import { clearMeta, writeMeta, writeSlot } from '../session/meta.ts';
import { publishHeader } from '../session/open-vault.ts';
import type { OpenVault } from '../session/open-vault.ts';
import { provePassphrase, refuseUnlessManager } from './own-slot.ts';
import { makeSlot, newUserKeys, RECOVERY_OWNER } from './slots.ts';
import type { StoredSlot, UserKeys } from './slots.ts';

/**
 * The user typed one group of the code that was just shown. RECOVERY_CODE_NOT_HELD when the vault was locked since: the
 * code is kept nowhere, so it cannot be compared any more. WRONG_RECOVERY_CODE when it differs.
 */
export function confirmRecovery(
  vault: OpenVault,
  typed: { readonly part: string; readonly partIndex: number },
  context: UseCaseContext,
): void {
  if (vault.recoveryCode === null) throw new AppError('RECOVERY_CODE_NOT_HELD');
  const expected = recoveryGroup(vault.recoveryCode, typed.partIndex);
  if (expected === null || readRecoveryGroup(typed.part) !== expected) throw new AppError('WRONG_RECOVERY_CODE');
  context.write(['vault'], (database) => {
    writeMeta(database, 'recovery-confirmed-at', context.now().toISOString());
    const entry = { action: 'recovery.confirmed', subjectKind: 'vault', subjectId: vault.vaultId, facts: {} } as const;
    return { value: undefined, entry };
  });
  vault.recoveryCode = null;
}

/**
 * A new code; the one before no longer opens anything. It lets its holder in as any user, managers too, so only they make it.
 * WRONG_PASSPHRASE, ROLE_NOT_ALLOWED.
 */
export async function renewRecovery(
  vault: OpenVault,
  passphrase: string,
  kdfProfile: KdfProfile,
  context: UseCaseContext,
): Promise<string> {
  refuseUnlessManager(vault);
  await provePassphrase(vault, passphrase);
  const made = await makeRecovery(vault.vaultId, vault.keys.master, vault.keys.epoch, kdfProfile);
  context.write(['vault'], (database) => {
    writeSlot(database, made.slot);
    clearMeta(database, 'recovery-confirmed-at');
    const facts = { recoverySignKey: made.keys.sign.publicKey.toString('hex') };
    const entry = {
      action: KEY_ACTIONS.recoveryRenewed,
      subjectKind: 'vault',
      subjectId: vault.vaultId,
      facts,
    } as const;
    return { value: undefined, entry };
  });
  publishHeader(vault);
  vault.recoveryCode = made.code;
  return made.code;
}

export interface MadeRecovery {
  readonly code: string;
  readonly keys: UserKeys;
  readonly slot: StoredSlot;
}

/** A code with its key pairs and its slot. */
export async function makeRecovery(
  vaultId: string,
  masterKey: Uint8Array,
  keyEpoch: number,
  kdfProfile: KdfProfile,
): Promise<MadeRecovery> {
  const code = newRecoveryCode();
  const keys = newUserKeys();
  const secrets = { passphrase: code, keys, masterKey, keyEpoch };
  return { code, keys, slot: await makeSlot({ vaultId, owner: RECOVERY_OWNER }, '', secrets, kdfProfile) };
}
