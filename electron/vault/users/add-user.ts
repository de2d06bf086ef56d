import { KEY_ACTIONS } from '#shared/domain/custody/chain.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { VaultUser } from '#shared/contract/vault.ts';
import type { KdfProfile } from '../crypto/passphrase-key.ts';
import type { UseCaseContext } from '../kernel.ts';
import { refuseWeakPassphrase } from '../session/create-vault.ts';
import { writeSlot } from '../session/meta.ts';
import { publishHeader } from '../session/open-vault.ts';
import type { OpenVault } from '../session/open-vault.ts';
import { refuseUnlessManager, slotTag } from './own-slot.ts';
import { makeSlot, newUserKeys, wipeUserKeys } from './slots.ts';
import { activeUser, insertUser, presentUser, refuseTakenName } from './users.ts';

/** ROLE_NOT_ALLOWED, USER_EXISTS, PASSPHRASE_TOO_WEAK. */
export async function addUser(
  vault: OpenVault,
  input: InputOf<'vault.addUser'>,
  kdfProfile: KdfProfile,
  context: UseCaseContext,
): Promise<VaultUser> {
  refuseUnlessManager(vault);
  refuseTakenName(vault.connection, input.name);
  refuseWeakPassphrase(input.passphrase, [input.name, vault.name]);
  const id = context.newId();
  const keys = newUserKeys();
  const slot = await makeSlot(
    { vaultId: vault.vaultId, owner: id },
    slotTag(vault, input.name),
    { passphrase: input.passphrase, keys, masterKey: vault.keys.master, keyEpoch: vault.keys.epoch },
    kdfProfile,
  );
  context.write(['vault'], (database) => {
    const { name, identityNumber, role } = input;
    insertUser(database, { id, name, identityNumber, role, keys, at: context.now() });
    writeSlot(database, slot);
    const facts = { signKey: keys.sign.publicKey.toString('hex'), role: input.role };
    return { value: undefined, entry: { action: KEY_ACTIONS.userAdded, subjectKind: 'user', subjectId: id, facts } };
  });
  wipeUserKeys(keys);
  publishHeader(vault);
  return presentUser(activeUser(vault.connection, id), vault.actor.id);
}
