/** `netra user …`: who may open a vault. */
import { userRole } from '#shared/contract/vault.ts';
import type { VaultUser } from '#shared/contract/vault.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { nameKey } from '../../vault/users/slots.ts';
import { optionTakes, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command, CommandCall, CommandOutcome } from '../command.ts';
import { openRecoveryTarget, readNewPassphrase, readPassphrase } from '../secrets.ts';
import { requiredArgument, withVault } from '../with-vault.ts';
import { RECOVERY_OPTION } from './vault.ts';

const add: Command = {
  words: ['user', 'add'],
  summary: { id: 'menambah pengguna brankas', en: 'adds a user to a vault' },
  arguments: [{ name: 'NAMA', required: true }],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    {
      name: 'new-passphrase-file',
      value: 'FILE',
      help: { id: 'kata sandi pengguna baru', en: 'passphrase of the new user' },
    },
    { name: 'identity', value: 'NIP', help: { id: 'NIP atau NIK pengguna baru', en: 'NIP or NIK of the new user' } },
    {
      name: 'role',
      value: 'pengelola|petugas',
      help: { id: 'peran; petugas bila kosong', en: 'role; petugas by default' },
    },
  ],
  run: async (call) => {
    const role = readRole(call);
    return await withVault(call, async (service) => {
      const question = { id: 'Kata sandi pengguna baru: ', en: 'Passphrase of the new user: ' };
      const user = await service.call('vault.addUser', {
        name: requiredArgument(call, 0),
        identityNumber: call.option('identity') ?? '',
        role,
        passphrase: await readNewPassphrase(call, 'new-passphrase-file', question),
      });
      return { good: true, json: user, text: userLine(user) };
    });
  },
};

const remove: Command = {
  words: ['user', 'remove'],
  summary: {
    id: 'menghapus pengguna; brankas mendapat kunci dan kode pemulihan baru',
    en: 'removes a user; the vault gets new keys and a new recovery code',
  },
  arguments: [{ name: 'NAMA', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS, RECOVERY_OPTION],
  run: removeUser,
};

async function removeUser(call: CommandCall): Promise<CommandOutcome> {
  // Asked for once: it opens the vault and proves the acting user again.
  const passphrase = await readPassphrase(call);
  const recovery = openRecoveryTarget(call);
  try {
    return await withVault(
      { ...call, terminal: { ...call.terminal, askSecret: async () => await Promise.resolve(passphrase) } },
      async (service) => {
        const { users } = await service.call('vault.listUsers', {});
        const wanted = nameKey(requiredArgument(call, 0));
        const user = users.find((one) => one.removedAt === null && nameKey(one.name) === wanted);
        if (!user) throw new AppError('USER_UNKNOWN');
        const { recoveryCode } = await service.call('vault.removeUser', { userId: user.id, passphrase });
        recovery.write(recoveryCode);
        return listOutcome((await service.call('vault.listUsers', {})).users);
      },
    );
  } catch (error) {
    recovery.discard();
    throw error;
  }
}

const list: Command = {
  words: ['user', 'list'],
  summary: { id: 'daftar pengguna brankas', en: 'the users of a vault' },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => listOutcome((await service.call('vault.listUsers', {})).users)),
};

function listOutcome(users: readonly VaultUser[]): CommandOutcome {
  return { good: true, json: { users }, text: users.map(userLine).join('\n') };
}

function userLine(user: VaultUser): string {
  return [user.name, user.identityNumber ?? '-', user.role, user.removedAt === null ? '' : `x ${user.removedAt}`]
    .join('\t')
    .trimEnd();
}

function readRole(call: CommandCall): VaultUser['role'] {
  const role = userRole.safeParse(call.option('role') ?? 'petugas');
  if (!role.success) throw optionTakes('role', userRole.options);
  return role.data;
}

export const userCommands: readonly Command[] = [add, remove, list];
