/** `netra document wording` and `netra document office`: what the office has set for its documents. */
import path from 'node:path';
import { DOCUMENT_KIND_NAMES, type DocumentKindName } from '#shared/domain/issuing/document-kinds.ts';
import { officeDocuments, wordingTexts } from '#shared/contract/documents.ts';
import { type Command, type CommandCall, optionTakes, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import { requiredArgument, withVault } from '../with-vault.ts';
import { readJsonFile } from '../read-json.ts';

/** The kind that an argument names. */
export function kindOf(call: CommandCall, index: number): DocumentKindName {
  const named = requiredArgument(call, index);
  const kind = DOCUMENT_KIND_NAMES.find((one) => one === named);
  if (kind === undefined) throw optionTakes('KIND', DOCUMENT_KIND_NAMES);
  return kind;
}

const wording: Command = {
  words: ['document', 'wording'],
  summary: {
    id: 'redaksi suatu jenis dokumen: menampilkan, mengganti dari berkas JSON, atau mengembalikan ke bawaan',
    en: 'a kind’s wording: shows it, changes it by a JSON file, or sets it back',
  },
  arguments: [
    { name: 'KIND', required: true },
    { name: 'TEXTS.json', required: false },
  ],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    { name: 'reset', value: null, help: { id: 'kembalikan semua teks ke bawaan', en: 'set every text back' } },
  ],
  run: async (call) => {
    const document = kindOf(call, 0);
    const file = call.arguments[1];
    const texts = call.has('reset')
      ? {}
      : file === undefined
        ? null
        : readJsonFile(path.resolve(call.directory, file), wordingTexts);
    return await withVault(call, async (service) => {
      const found =
        texts === null
          ? await service.call('documents.wording', { document })
          : await service.call('documents.setWording', { document, texts });
      const text = found.texts.map(
        (one) => `${one.key}${one.text === one.standard ? '' : ' *'}\n  ${one.text.replaceAll('\n', '\n  ')}`,
      );
      return { good: true, json: { document, ...found }, text: text.join('\n') };
    });
  },
};

const office: Command = {
  words: ['document', 'office'],
  summary: {
    id: 'nomor, sifat, penanda tangan, dan kertas tiap jenis: menampilkan atau mengganti dari berkas JSON',
    en: 'numbers, secrecy, signatories and paper of each kind: shows them or changes them by a JSON file',
  },
  arguments: [{ name: 'FILE.json', required: false }],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    {
      name: 'emblem',
      value: 'FILE',
      help: { id: 'gambar lambang (PNG atau JPEG)', en: 'picture of the emblem (PNG or JPEG)' },
    },
  ],
  run: async (call) => {
    const file = call.arguments[0];
    const wanted = file === undefined ? null : readJsonFile(path.resolve(call.directory, file), officeDocuments);
    const emblem = call.option('emblem');
    return await withVault(call, async (service) => {
      if (wanted !== null) await service.call('documents.setOffice', wanted);
      if (emblem !== undefined) {
        const { token } = await service.files.addPath(path.resolve(call.directory, emblem));
        await service.call('documents.setEmblem', { file: token });
      }
      const found = await service.call('documents.office', {});
      const json = {
        ...found.office,
        emblem: found.emblem === null ? null : { width: found.emblem.width, height: found.emblem.height },
      };
      return { good: true, json, text: JSON.stringify(json, null, 2) };
    });
  },
};

export const documentSettingCommands: readonly Command[] = [wording, office];
