/** `netra roster imports|undo`: what was imported, and back again. */
import { z } from 'zod';
import { errorSentence } from '#shared/domain/text/error-sentences.ts';
import { UsageError, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import type { Command } from '../command.ts';
import { requiredArgument, withVault } from '../with-vault.ts';

const imports: Command = {
  words: ['roster', 'imports'],
  summary: { id: 'menampilkan impor yang pernah dilakukan', en: 'lists past imports' },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const found = await service.call('roster.imports', {});
      const undone = call.language === 'id' ? 'dibatalkan' : 'undone';
      const lines = found.imports.map((one) =>
        [one.id, one.at, one.asOf, one.fileName, `+${one.added} ~${one.updated} =${one.unchanged} −${one.gone}`]
          .concat(one.undoneAt === null ? [] : [`${undone} ${one.undoneAt}`])
          .join('\t'),
      );
      return { good: true, json: found, text: lines.join('\n') };
    }),
};

const undo: Command = {
  words: ['roster', 'undo'],
  summary: { id: 'membatalkan sebuah impor seutuhnya', en: 'undoes an import as a whole' },
  arguments: [{ name: 'IMPORT', required: true }],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) => {
    const importId = z.uuid().safeParse(requiredArgument(call, 0));
    if (!importId.success)
      throw new UsageError({
        id: 'argumen IMPORT harus id dari "netra roster imports"',
        en: 'argument IMPORT must be an id of "netra roster imports"',
      });
    return await withVault(call, async (service) => {
      const found = await service.call('roster.undoCheck', { importId: importId.data });
      if (found.total > 0) {
        const params = { dependents: found.total };
        const message = errorSentence(call.language, 'ROSTER_IMPORT_IN_USE', params);
        const lines = found.dependents.map(({ kind, name, detail }) => `  ${kind}: ${name} ${detail}`.trimEnd());
        const json = { ok: false, error: { code: 'ROSTER_IMPORT_IN_USE', message, params }, ...found };
        return { good: false, json, text: [`${message} [ROSTER_IMPORT_IN_USE]`, ...lines].join('\n') };
      }
      const done = await service.call('roster.undo', { importId: importId.data });
      const text =
        call.language === 'id'
          ? `Impor dibatalkan: ${done.removed} pegawai dihapus, ${done.restored} dipulihkan`
          : `Import undone: ${done.removed} people removed, ${done.restored} put back`;
      return { good: true, json: { importId: importId.data, ...done }, text };
    });
  },
};

export const pastImportCommands: readonly Command[] = [imports, undo];
