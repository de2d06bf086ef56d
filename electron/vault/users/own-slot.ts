/** Users who prove themselves again before they change who may open the vault. */
import { AppError } from '#shared/errors/app-error.ts';
import { readMeta, readSlots } from '../session/meta.ts';
import type { OpenVault } from '../session/open-vault.ts';
import { nameTag, openSlot, wipeUserKeys } from './slots.ts';

/** WRONG_PASSPHRASE when it is not the acting user's. Costs one key derivation. */
export async function provePassphrase(vault: OpenVault, passphrase: string): Promise<void> {
  const slot = readSlots(vault.connection).find((one) => one.owner === vault.actor.id);
  if (!slot) throw new AppError('VAULT_DAMAGED', { part: 'slots' });
  const keys = await openSlot({ vaultId: vault.vaultId, owner: vault.actor.id }, slot, passphrase);
  if (!keys) throw new AppError('WRONG_PASSPHRASE');
  wipeUserKeys(keys);
}

/** ROLE_NOT_ALLOWED for anybody who does not manage the vault. */
export function refuseUnlessManager(vault: OpenVault): void {
  if (vault.actor.role !== 'pengelola') throw new AppError('ROLE_NOT_ALLOWED');
}

/** How a name is written down in a slot. */
export function slotTag(vault: OpenVault, name: string): string {
  const salt = readMeta(vault.connection, 'name-salt');
  if (salt === null) throw new AppError('VAULT_DAMAGED', { part: 'slots' });
  return nameTag(Buffer.from(salt, 'base64'), name);
}
