/** `netra queue create`: a list of addresses, typed or from a file, looked over as the screen does and made into a queue. */
import path from 'node:path';
import type { AddressPreview } from '#shared/contract/capture-queue.ts';
import { DELAY_SECONDS, RETRIES } from '#shared/domain/capture/queue-rules.ts';
import { LINE_REFUSAL_WORDS } from '#shared/domain/capture/queue-words.ts';
import type { VaultService } from '../../vault/service.ts';
import type { Command, CommandCall } from '../command.ts';
import { UsageError, VAULT_OPTION, VAULT_OPTIONS, wholeNumberOption } from '../command.ts';
import { findCase } from '../find.ts';
import { requiredArgument, withVault } from '../with-vault.ts';

export const createQueue: Command = {
  words: ['queue', 'create'],
  summary: {
    id: 'membuat antrean dari alamat atau berkas (teks, CSV, Excel); belum mengambil apa pun',
    en: 'makes a queue of addresses or of a file (text, CSV, Excel); captures nothing yet',
  },
  arguments: [
    { name: 'TITLE', required: true },
    { name: 'URL', required: false, many: true },
  ],
  options: [
    VAULT_OPTION,
    ...VAULT_OPTIONS,
    { name: 'list', value: 'FILE', help: { id: 'berkas daftar alamat', en: 'file with the list of addresses' } },
    { name: 'sheet', value: 'NAMA', help: { id: 'lembar dalam berkas itu', en: 'sheet of that file' } },
    {
      name: 'case',
      value: 'NOMOR',
      help: { id: 'kasus bagi baris yang tidak menyebut kasus', en: 'case for lines that name none' },
    },
    {
      name: 'delay',
      value: 'DETIK',
      help: { id: 'jeda antara dua halaman satu situs', en: 'pause between two pages of a site' },
    },
    {
      name: 'retries',
      value: 'N',
      help: { id: 'pengulangan bila gagal dimuat', en: 'retries when a page does not load' },
    },
    {
      name: 'reload',
      value: null,
      help: { id: 'muat ulang lalu ambil, keduanya disimpan', en: 'load anew and capture again, keep both' },
    },
    {
      name: 'second-look',
      value: 'HARI',
      help: { id: 'jadwalkan ambil ulang sekian hari kemudian', en: 'plan a second look so many days later' },
    },
    { name: 'dry-run', value: null, help: { id: 'hanya periksa daftarnya', en: 'only look the list over' } },
  ],
  run: async (call) => {
    const settings = settingsOf(call);
    return await withVault(call, async (service) => {
      const preview = await previewOf(call, service);
      const { items, refused, duplicates } = preview;
      const number = call.option('case');
      const caseId = number === undefined ? null : (await findCase(service, number)).id;
      const id =
        call.has('dry-run') || items.length === 0
          ? null
          : (await service.call('queue.create', { title: requiredArgument(call, 0), items, caseId, ...settings })).id;
      return {
        good: refused.length === 0 && items.length > 0,
        json: { id, items, refused, duplicates },
        text: [id ?? '–', ...previewLines(preview, call)].join('\n'),
      };
    });
  },
};

/** Throws a UsageError for a number that is none, or beyond the queue's own limits. */
function settingsOf(call: CommandCall): {
  readonly delaySeconds: number;
  readonly retries: number;
  readonly reload: boolean;
  readonly secondLookDays: number | null;
} {
  const days = call.option('second-look');
  return {
    delaySeconds: wholeNumberOption(call, 'delay', DELAY_SECONDS.least, DELAY_SECONDS.most) ?? DELAY_SECONDS.usual,
    retries: wholeNumberOption(call, 'retries', 0, RETRIES.most) ?? RETRIES.usual,
    reload: call.has('reload'),
    secondLookDays: days === undefined ? null : wholeNumberOption(call, 'second-look', 1, 365),
  };
}

/** What the addresses and the file come to, in this order; exactly as the screen looks a list over. */
async function previewOf(call: CommandCall, service: VaultService): Promise<AddressPreview> {
  const [, ...addresses] = call.arguments;
  const file = call.option('list');
  if ((file === undefined) === (addresses.length === 0))
    throw new UsageError({
      id: 'sebutkan alamat atau --list FILE, salah satu',
      en: 'name addresses or --list FILE, one of the two',
    });
  if (file === undefined)
    return await service.call('queue.preview', { source: { kind: 'text', text: addresses.join('\n') } });
  const { token } = await service.files.addPath(path.resolve(call.directory, file));
  const sheet = call.option('sheet');
  return await service.call('queue.preview', {
    source: { kind: 'file', file: token, ...(sheet !== undefined && { sheet }) },
  });
}

function previewLines({ items, refused, duplicates }: AddressPreview, { language }: CommandCall): string[] {
  return [
    ...items.map((one) => `+ ${[one.row, one.address, one.caseNumber].join(' ').trim()}`),
    ...duplicates.map((one) => `= ${one.row} ${one.address} (${one.firstRow})`),
    ...refused.map((one) => `! ${one.row} ${one.text}: ${LINE_REFUSAL_WORDS[language][one.reason]}`),
  ];
}
