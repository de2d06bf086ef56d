/** `netra queue …`: a list of addresses as a queue of the vault, and second looks that are due; captured by `netra queue run`. */
import path from 'node:path';
import type { CaptureQueueItem, CaptureQueueRow } from '#shared/contract/capture-queue.ts';
import { QUEUE_ITEM_WORDS, QUEUE_STATE_WORDS } from '#shared/domain/capture/queue-words.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { VaultService } from '../../vault/service.ts';
import { captureByWindow } from '../capture-by-window.ts';
import type { Command, CommandCall, CommandOutcome } from '../command.ts';
import { VAULT_OPTION, VAULT_OPTIONS } from '../command.ts';
import { reasonWords } from '../reason-words.ts';
import { readPassphrase } from '../secrets.ts';
import { requiredArgument, requiredOption, withOpenVault, withVault } from '../with-vault.ts';
import { createQueue } from './queue-create.ts';

/** Items that are read at a time: the most the operation gives. */
const BATCH = 1_000;

const QUEUE_ARGUMENT = { name: 'QUEUE', required: true } as const;

const list: Command = {
  words: ['queue', 'list'],
  summary: { id: 'menampilkan antrean', en: 'lists queues' },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const found = await service.call('queue.list', {});
      return { good: true, json: found, text: found.queues.map((queue) => queueLine(queue, call)).join('\n') };
    }),
};

const show: Command = {
  words: ['queue', 'show'],
  summary: {
    id: 'menampilkan satu antrean dengan hasil setiap alamat',
    en: 'shows one queue with the result of each address',
  },
  arguments: [QUEUE_ARGUMENT],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => shown(await findQueue(service, requiredArgument(call, 0)), service, call)),
};

const run: Command = {
  words: ['queue', 'run'],
  summary: {
    id: 'mengambil satu antrean sampai selesai lewat jendela pengambilan (Electron); yang dijeda dilanjutkan',
    en: 'captures one queue to its end through the capture window (Electron); a paused one is resumed',
  },
  arguments: [QUEUE_ARGUMENT],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) => {
    const vaultDirectory = path.resolve(call.directory, requiredOption(call, 'vault'));
    const passphrase = await readPassphrase(call);
    const queueId = await withOpenVault(call, vaultDirectory, passphrase, async (service) => {
      const queue = await findQueue(service, requiredArgument(call, 0));
      if (queue.state === 'paused') await service.call('queue.act', { id: queue.id, action: 'resume' });
      return queue.id;
    });
    await captureByWindow({
      kind: 'queue',
      vaultDirectory,
      userName: call.option('user') ?? '',
      queueId,
      passphrase,
      say: (line) => call.terminal.say(line),
    });
    return await withOpenVault(call, vaultDirectory, passphrase, async (service) =>
      shown(await findQueue(service, queueId), service, call),
    );
  },
};

/** `queue pause`, `resume`, `cancel` and `retry`: what a person does with a queue on its screen. */
const acts: readonly Command[] = (
  [
    ['pause', 'pause', { id: 'menjeda antrean', en: 'pauses a queue' }],
    ['resume', 'resume', { id: 'melanjutkan antrean yang dijeda', en: 'resumes a paused queue' }],
    [
      'cancel',
      'cancel',
      {
        id: 'membatalkan antrean; yang sudah terambil tetap tersimpan',
        en: 'cancels a queue; what was captured stays',
      },
    ],
    ['retry', 'retry-failed', { id: 'mengulangi alamat yang gagal', en: 'does again what failed' }],
  ] as const
).map(([word, action, summary]) => ({
  words: ['queue', word] as const,
  summary,
  arguments: [QUEUE_ARGUMENT],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call: CommandCall) =>
    await withVault(call, async (service) => {
      const { id } = await findQueue(service, requiredArgument(call, 0));
      const queue = await service.call('queue.act', { id, action });
      return { good: true, json: queue, text: queueLine(queue, call) };
    }),
}));

const due: Command = {
  words: ['queue', 'due'],
  summary: {
    id: 'membuat antrean dari pengambilan ulang yang jatuh tempo',
    en: 'makes a queue of the second looks that are due',
  },
  arguments: [],
  options: [VAULT_OPTION, ...VAULT_OPTIONS],
  run: async (call) =>
    await withVault(call, async (service) => {
      const { due: looks, later, nextOn } = await service.call('secondLooks.due', {});
      const id = looks.length === 0 ? null : (await service.call('secondLooks.run', {})).id;
      const lines = looks.map((look) => `${look.dueOn} ${look.before.number} ${look.before.address}`);
      return { good: true, json: { id, due: looks, later, nextOn }, text: [id ?? '–', ...lines].join('\n') };
    }),
};

/** By its id, or by a title that only one queue has. NOT_FOUND. */
async function findQueue(service: VaultService, text: string): Promise<CaptureQueueRow> {
  const { queues } = await service.call('queue.list', {});
  const byTitle = queues.filter((queue) => queue.title === text);
  const found = queues.find((queue) => queue.id === text) ?? (byTitle.length === 1 ? byTitle[0] : undefined);
  if (found === undefined) throw new AppError('NOT_FOUND', { id: text });
  return found;
}

/** The queue with its items; a negative answer where an address came to nothing or the queue rests. */
async function shown(queue: CaptureQueueRow, service: VaultService, call: CommandCall): Promise<CommandOutcome> {
  const items: CaptureQueueItem[] = [];
  for (;;) {
    const found = await service.call('queue.items', { queueId: queue.id, limit: BATCH, offset: items.length });
    items.push(...found.rows);
    if (items.length >= found.total || found.rows.length === 0) break;
  }
  const { failed = 0, refused = 0 } = queue.counts;
  return {
    good: failed + refused === 0 && queue.pausedBy === null,
    json: { queue, items },
    text: [queueLine(queue, call), ...items.map((item) => itemLine(item, call))].join('\n'),
  };
}

function queueLine(queue: CaptureQueueRow, { language }: CommandCall): string {
  const state = QUEUE_STATE_WORDS[language][queue.state];
  const why = queue.pausedBy === null ? [] : [reasonWords(queue.pausedBy, language)];
  return [queue.id, queue.title, state, `${queue.finished}/${queue.total}`, ...why].join('\t');
}

function itemLine(item: CaptureQueueItem, { language }: CommandCall): string {
  const why = item.error === null || item.state === 'captured' ? [] : [reasonWords(item.error, language)];
  const parts = [item.position + 1, QUEUE_ITEM_WORDS[language][item.state], item.address, item.evidence?.number ?? '–'];
  return ['', ...parts, ...why].join('\t').replace('\t', '  ');
}

export const queueCommands: readonly Command[] = [createQueue, list, show, run, ...acts, due];
