/** `netra custody …`: the custody log as a file. */
import { exportCustody } from '../../vault/exports/exports.ts';
import { FORCE_OPTION, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command } from '../command.ts';
import { outFile } from '../out-file.ts';
import { withVault } from '../with-vault.ts';

const exportLog: Command = {
  words: ['custody', 'export'],
  summary: {
    id: 'menulis seluruh jejak audit, satu entri satu baris',
    en: 'writes the whole custody log, one entry a line',
  },
  arguments: [{ name: 'OUT.jsonl', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS, FORCE_OPTION],
  run: async (call) => {
    const file = outFile(call, 0);
    return await withVault(call, async (service) => {
      const { entries, head, sha256, bytes } = await exportCustody({ path: file }, service.context());
      const text =
        call.language === 'id' ? `${entries} entri ditulis ke ${file}` : `${entries} entries written to ${file}`;
      return { good: true, json: { path: file, entries, head, sha256, bytes }, text };
    });
  },
};

export const custodyCommands: readonly Command[] = [exportLog];
