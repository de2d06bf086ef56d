/** `netra vault …`: make, verify, back up, restore. */
import path from 'node:path';
import { backupResult, vaultVerification } from '#shared/contract/vault.ts';
import type { VaultVerification } from '#shared/contract/vault.ts';
import { VAULT_OPTIONS } from '../command.ts';
import type { Command, CommandCall, CommandOption, CommandOutcome } from '../command.ts';
import { openRecoveryTarget, readNewPassphrase } from '../secrets.ts';
import { jobValue, requiredArgument, requiredOption, withService, withVault } from '../with-vault.ts';

export const RECOVERY_OPTION: CommandOption = {
  name: 'recovery-file',
  value: 'FILE',
  help: {
    id: 'berkas baru untuk kode pemulihan; tanpa ini hanya ditampilkan di terminal',
    en: 'new file for the recovery code; else it is shown on the terminal only',
  },
};

const create: Command = {
  words: ['vault', 'create'],
  summary: { id: 'membuat brankas dengan pengguna pertamanya', en: 'makes a vault with its first user' },
  arguments: [{ name: 'DIR', required: true }],
  options: [
    {
      name: 'user',
      value: 'NAMA',
      help: { id: 'nama pengguna pertama (wajib)', en: 'name of the first user (required)' },
    },
    {
      name: 'passphrase-file',
      value: 'FILE',
      help: {
        id: 'berkas berisi kata sandi pengguna pertama; tanpa ini ditanyakan',
        en: 'file with the first user’s passphrase; else it is asked for',
      },
    },
    RECOVERY_OPTION,
    {
      name: 'name',
      value: 'NAMA',
      help: { id: 'nama brankas; nama folder bila kosong', en: 'name of the vault; else the folder’s' },
    },
    {
      name: 'identity',
      value: 'NIP',
      help: { id: 'NIP atau NIK pengguna pertama', en: 'NIP or NIK of the first user' },
    },
    { name: 'practice', value: null, help: { id: 'brankas latihan', en: 'a practice vault' } },
    {
      name: 'sample-data',
      value: null,
      help: { id: 'isi brankas latihan dengan data contoh', en: 'fill a practice vault with sample data' },
    },
  ],
  run: createVault,
};

async function createVault(call: CommandCall): Promise<CommandOutcome> {
  const directory = path.resolve(call.directory, requiredArgument(call, 0));
  const userName = requiredOption(call, 'user');
  const passphrase = await readNewPassphrase(call);
  const recovery = openRecoveryTarget(call);
  return await withService(call, async (service) => {
    try {
      const made = await service.create({
        directory,
        name: call.option('name') ?? path.basename(directory),
        userName: userName.trim(),
        identityNumber: call.option('identity') ?? '',
        passphrase,
        practice: call.has('practice'),
        sampleData: call.has('sample-data'),
      });
      recovery.write(made.recoveryCode);
      const json = { vaultId: made.vaultId, user: userName.trim(), sealFingerprint: made.sealFingerprint };
      return { good: true, json, text: createdText(call, directory, made.sealFingerprint) };
    } catch (error) {
      recovery.discard();
      throw error;
    }
  });
}

function createdText(call: CommandCall, directory: string, fingerprint: string): string {
  return call.language === 'id'
    ? `Brankas dibuat: ${directory}\nSidik jari segel (SHA-256): ${fingerprint}`
    : `Vault made: ${directory}\nFingerprint of the seal (SHA-256): ${fingerprint}`;
}

const verify: Command = {
  words: ['vault', 'verify'],
  summary: {
    id: 'membaca ulang seluruh isi brankas dan jejak auditnya',
    en: 're-reads all of a vault and its custody log',
  },
  arguments: [{ name: 'DIR', required: true }],
  options: VAULT_OPTIONS,
  run: async (call) =>
    await withVault(
      call,
      async (service) => {
        const found = vaultVerification.parse(await jobValue(service, await service.call('vault.verify', {})));
        return { good: found.ok, json: found, text: verifiedText(call, found) };
      },
      requiredArgument(call, 0),
    ),
};

function verifiedText(call: CommandCall, found: VaultVerification): string {
  const id = call.language === 'id';
  const lines = [
    id ? `Isi: ${found.items} berkas, ${found.bytes} bita` : `Content: ${found.items} files, ${found.bytes} bytes`,
    ...found.damaged.map((one) => `${id ? 'Rusak' : 'Damaged'}: ${one.id} ${one.sha256} (${one.problem})`),
    ...found.missing.map((one) => `${id ? 'Hilang' : 'Missing'}: ${one.id} ${one.sha256}`),
    custodyText(id, found.custody),
    found.ok ? (id ? 'Brankas utuh.' : 'The vault is whole.') : id ? 'Brankas TIDAK utuh.' : 'The vault is NOT whole.',
  ];
  return lines.join('\n');
}

function custodyText(id: boolean, custody: VaultVerification['custody']): string {
  const title = id ? 'Jejak audit' : 'Custody log';
  const state = custody.ok
    ? id
      ? 'utuh'
      : 'whole'
    : `${id ? 'putus pada entri' : 'broken at entry'} ${custody.brokenAt}`;
  return `${title}: ${custody.entries} ${id ? 'entri' : 'entries'}, ${state}, ${custody.head}`;
}

const backup: Command = {
  words: ['vault', 'backup'],
  summary: {
    id: 'mencadangkan brankas ke folder lain, dibaca ulang',
    en: 'backs a vault up into another folder, read back',
  },
  arguments: [
    { name: 'DIR', required: true },
    { name: 'OUT', required: true },
  ],
  options: VAULT_OPTIONS,
  run: async (call) =>
    await withVault(
      call,
      async (service) => {
        const directory = path.resolve(call.directory, requiredArgument(call, 1));
        const started = await service.call('vault.backup', { directory });
        return copiedOutcome(call, backupResult.parse(await jobValue(service, started)));
      },
      requiredArgument(call, 0),
    ),
};

const restore: Command = {
  words: ['vault', 'restore'],
  summary: { id: 'memulihkan cadangan ke folder baru', en: 'restores a backup into a new folder' },
  arguments: [
    { name: 'IN', required: true },
    { name: 'DIR', required: true },
  ],
  options: [],
  run: async (call) =>
    await withService(call, async (service) => {
      const source = path.resolve(call.directory, requiredArgument(call, 0));
      const directory = path.resolve(call.directory, requiredArgument(call, 1));
      return copiedOutcome(call, await service.restore({ source, directory }));
    }),
};

function copiedOutcome(call: CommandCall, done: ReturnType<typeof backupResult.parse>): CommandOutcome {
  const { items, bytes, sha256, directory } = done;
  const text =
    call.language === 'id'
      ? `Selesai: ${items} berkas, ${bytes} bita, ke ${directory}\nSHA-256 daftar isi: ${sha256}`
      : `Done: ${items} files, ${bytes} bytes, to ${directory}\nSHA-256 of the list: ${sha256}`;
  return { good: true, json: { items, bytes, sha256, directory }, text };
}

export const vaultCommands: readonly Command[] = [create, verify, backup, restore];
