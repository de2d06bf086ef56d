/** `netra custody …`: the custody log as a file. */
import path from 'node:path';
import { exportCustody } from '../../vault/exports/exports.ts';
import { VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command } from '../command.ts';
import { requiredArgument, withVault } from '../with-vault.ts';

const exportLog: Command = {
  words: ['custody', 'export'],
  summary: {
    id: 'menulis seluruh jejak audit, satu entri satu baris',
    en: 'writes the whole custody log, one entry a line',
  },
  arguments: [{ name: 'OUT.jsonl', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const file = path.resolve(call.directory, requiredArgument(call, 0));
      const { entries, head, sha256, bytes } = await exportCustody({ path: file }, service.context());
      const text =
        call.language === 'id' ? `${entries} entri ditulis ke ${file}` : `${entries} entries written to ${file}`;
      return { good: true, json: { path: file, entries, head, sha256, bytes }, text };
    }),
};

export const custodyCommands: readonly Command[] = [exportLog];
