/** `netra settings …`: the vault's settings as a JSON file, so that an office can give every vault the same letterhead. */
import path from 'node:path';
import { settings as settingsSchema } from '#shared/contract/settings.ts';
import { VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command } from '../command.ts';
import { requiredArgument, withVault } from '../with-vault.ts';
import { readJsonFile } from '../read-json.ts';

const show: Command = {
  words: ['settings', 'show'],
  summary: { id: 'menampilkan pengaturan brankas', en: 'shows the vault’s settings' },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const found = await service.call('settings.get', {});
      return { good: true, json: found, text: JSON.stringify(found, null, 2) };
    }),
};

const set: Command = {
  words: ['settings', 'set'],
  summary: {
    id: 'mengubah pengaturan menurut berkas JSON (boleh sebagian)',
    en: 'changes settings by a JSON file (may be partial)',
  },
  arguments: [{ name: 'FILE.json', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) => {
    const file = path.resolve(call.directory, requiredArgument(call, 0));
    const wanted = readJsonFile(file, settingsSchema.partial());
    return await withVault(call, async (service) => {
      const found = await service.call('settings.set', wanted);
      return { good: true, json: found, text: JSON.stringify(found, null, 2) };
    });
  },
};

export const settingsCommands: readonly Command[] = [show, set];
