/** `netra custody …`: the custody log as a file. */
import { countWithoutActor } from '../../vault/custody/list-custody.ts';
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
      const context = service.context();
      const { entries, head, sha256, bytes } = await exportCustody({ path: file }, context);
      const withoutActor = countWithoutActor(context.database, entries);
      const json = { path: file, entries, head, sha256, bytes, withoutActor };
      return { good: true, json, text: words(call.language, json) };
    });
  },
};

/** The file keeps each entry as it was signed; that a name in it is not always a culprit's must be said beside it. */
function words(language: 'id' | 'en', done: { path: string; entries: number; withoutActor: number }): string {
  const { path, entries, withoutActor } = done;
  if (language === 'id') {
    const note = `\nPada ${withoutActor} di antaranya pelakunya tidak diketahui (authenticated: false); "user" di sana ialah yang mencatat.`;
    return `${entries} entri ditulis ke ${path}${withoutActor > 0 ? note : ''}`;
  }
  const note = `\nOf ${withoutActor} of them the actor is not known (authenticated: false); "user" there is who recorded it.`;
  return `${entries} entries written to ${path}${withoutActor > 0 ? note : ''}`;
}

export const custodyCommands: readonly Command[] = [exportLog];
