/** `netra settings …`: the vault's settings as a JSON file, so that an office can give every vault the same letterhead. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { settings as settingsSchema } from '#shared/contract/settings.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command } from '../command.ts';
import { requiredArgument, withVault } from '../with-vault.ts';

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
    const wanted = readSettings(file);
    return await withVault(call, async (service) => {
      const found = await service.call('settings.set', wanted);
      return { good: true, json: found, text: JSON.stringify(found, null, 2) };
    });
  },
};

function readSettings(file: string): Record<string, unknown> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', { name: path.basename(file) }, { cause: error });
  }
  const parsed = settingsSchema.partial().safeParse(content);
  if (!parsed.success)
    throw new AppError('INVALID_INPUT', { field: parsed.error.issues[0]?.path.join('.') ?? path.basename(file) });
  return parsed.data;
}

export const settingsCommands: readonly Command[] = [show, set];
