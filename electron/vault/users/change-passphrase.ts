import type { KdfProfile } from '../crypto/passphrase-key.ts';
import type { UseCaseContext } from '../kernel.ts';
import { refuseWeakPassphrase } from '../session/create-vault.ts';
import { writeSlot } from '../session/meta.ts';
import { publishHeader } from '../session/open-vault.ts';
import type { OpenVault } from '../session/open-vault.ts';
import { provePassphrase, slotTag } from './own-slot.ts';
import { makeSlot } from './slots.ts';

/** Wraps the acting user's keys anew; the keys themselves stay. WRONG_PASSPHRASE, PASSPHRASE_TOO_WEAK. */
export async function changePassphrase(
  vault: OpenVault,
  input: { readonly current: string; readonly next: string },
  kdfProfile: KdfProfile,
  context: UseCaseContext,
): Promise<void> {
  refuseWeakPassphrase(input.next, [vault.actor.name, vault.name]);
  await provePassphrase(vault, input.current);
  const slot = await makeSlot(
    { vaultId: vault.vaultId, owner: vault.actor.id },
    slotTag(vault, vault.actor.name),
    { passphrase: input.next, keys: vault.userKeys, masterKey: vault.keys.master, keyEpoch: vault.keys.epoch },
    kdfProfile,
  );
  context.write([], (database) => {
    writeSlot(database, slot);
    const entry = {
      action: 'user.passphrase-changed',
      subjectKind: 'user',
      subjectId: vault.actor.id,
      facts: {},
    } as const;
    return { value: undefined, entry };
  });
  publishHeader(vault);
}
