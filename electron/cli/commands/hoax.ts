/** `netra hoax …`: the list of hoaxes, one of them, a new one, and the picture of its clarification. */
import path from 'node:path';
import type { HoaxPage, HoaxRow } from '#shared/contract/hoaxes.ts';
import { CARD_SIZE_NAMES } from '#shared/domain/hoaxes/card-sizes.ts';
import { FOLLOW_UP_WORDS, HOAX_STATE_WORDS, HOAX_VERDICT_WORDS } from '#shared/domain/hoaxes/words.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { exportHoaxCard } from '../../vault/hoaxes/draw-card.ts';
import type { VaultService } from '../../vault/service.ts';
import { type Command, type CommandCall, VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import { requiredArgument, requiredOption, withVault } from '../with-vault.ts';

const HOAX_ARGUMENT = { name: 'HOAX', required: true } as const;

const list: Command = {
  words: ['hoax', 'list'],
  summary: { id: 'menampilkan butir hoaks', en: 'lists hoaxes' },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const found = await service.call('hoaxes.list', { limit: 1_000 });
      return { good: true, json: found, text: found.rows.map((row) => lineOf(row, call)).join('\n') };
    }),
};

const show: Command = {
  words: ['hoax', 'show'],
  summary: { id: 'menampilkan satu butir hoaks', en: 'shows one hoax' },
  arguments: [HOAX_ARGUMENT],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const page = await service.call('hoaxes.get', { id: await idOf(service, requiredArgument(call, 0)) });
      return { good: true, json: page, text: textOf(page, call) };
    }),
};

const add: Command = {
  words: ['hoax', 'add'],
  summary: { id: 'mencatat butir hoaks', en: 'records a hoax' },
  arguments: [{ name: 'CLAIM', required: true }],
  options: [
    VAULT_OPTION,
    {
      name: 'first-seen',
      value: 'YYYY-MM-DD',
      help: { id: 'hari pertama terlihat (wajib)', en: 'day on which it was first seen (needed)' },
    },
    ...VAULT_OPTIONS,
  ],
  run: async (call) =>
    await withVault(call, async (service) => {
      const firstSeen = requiredOption(call, 'first-seen');
      const made = await service.call('hoaxes.create', { claim: requiredArgument(call, 0), firstSeen });
      return { good: true, json: made, text: made.number };
    }),
};

const card: Command = {
  words: ['hoax', 'card'],
  summary: {
    id: 'menyimpan gambar klarifikasi untuk dibagikan (PNG)',
    en: 'saves the picture of the clarification to share (PNG)',
  },
  arguments: [HOAX_ARGUMENT],
  options: [
    VAULT_OPTION,
    { name: 'out', value: 'FILE', help: { id: 'berkas tujuan (wajib)', en: 'where to (needed)' } },
    {
      name: 'size',
      value: 'SIZE',
      help: {
        id: `ukuran: ${CARD_SIZE_NAMES.join(', ')} (bawaan: portrait)`,
        en: `size: ${CARD_SIZE_NAMES.join(', ')} (portrait unless given)`,
      },
    },
    ...VAULT_OPTIONS,
  ],
  run: async (call) =>
    await withVault(call, async (service) => {
      const file = path.resolve(call.directory, requiredOption(call, 'out'));
      const wanted = call.option('size') ?? 'portrait';
      const size = CARD_SIZE_NAMES.find((known) => known === wanted);
      if (size === undefined) throw new AppError('INVALID_INPUT', { field: 'size' });
      const id = await idOf(service, requiredArgument(call, 0));
      const written = await exportHoaxCard({ id, size, path: file }, service.context());
      return { good: true, json: { file, ...written }, text: `${file}\nSHA-256 ${written.sha256}` };
    }),
};

/** By its number (H-0001) or its id. NOT_FOUND. */
async function idOf(service: VaultService, named: string): Promise<string> {
  const { rows } = await service.call('hoaxes.list', { limit: 1_000 });
  const found = rows.find(({ id, number }) => id === named || number.toLowerCase() === named.toLowerCase());
  if (found === undefined) throw new AppError('NOT_FOUND', { id: named });
  return found.id;
}

function lineOf({ number, state, verdict, firstSeen, claim }: HoaxRow, { language }: CommandCall): string {
  const words = [HOAX_STATE_WORDS[state][language], verdict === null ? '' : HOAX_VERDICT_WORDS[verdict][language]];
  return `${number}  ${firstSeen}  ${words.filter((word) => word !== '').join(', ')}  ${claim}`;
}

function textOf({ hoax, spreads, sources, followUps }: HoaxPage, call: CommandCall): string {
  return [
    lineOf(hoax, call),
    ...spreads.map(
      ({ platform, placeName, address }) => `  ${[platform, placeName, address].filter(Boolean).join(' · ')}`,
    ),
    ...sources.map(({ publisher, title }) => `  ${publisher}: ${title}`),
    ...followUps.map(({ kind, doneOn, reference }) =>
      `  ${doneOn}  ${FOLLOW_UP_WORDS[kind][call.language]}  ${reference}`.trimEnd(),
    ),
  ].join('\n');
}

export const hoaxCommands: readonly Command[] = [list, show, add, card];
