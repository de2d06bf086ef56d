/**
 * Runs the vault's queues: asks what is next, captures it in a window of its own that never takes the focus, tells what came
 * of it. One address at a time. What is kept and what is done again is the vault's to say; nothing is remembered here.
 */
import type { QueueNext } from '#shared/contract/vault-protocol.ts';
import { isPassing } from '#shared/domain/capture/queue-rules.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { captureAddress, type CapturedAddress } from './capture/capture-addresses.ts';
import { createVaultSink, type IntakeVault } from './capture-sink.ts';
import type { CaptureSink } from './capture/engine/sink.ts';
import type { LocalLog } from './platform/local-log.ts';
import type { Clock } from './vault-host/supervisor.ts';
import type { CaptureWindow } from './windows/capture-window.ts';

type Item = NonNullable<QueueNext['item']>;

/** What one item is captured with. */
export interface QueueItemParts {
  readonly vault: IntakeVault & { isUnlocked(): boolean };
  /** Opens a window for one address that stays behind the others; its capture goes into the sink. */
  openWindow(caseId: string | null, sink: () => CaptureSink): Promise<CaptureWindow>;
}

export interface CaptureQueueParts extends QueueItemParts {
  readonly clock: Clock;
  readonly log: LocalLog;
}

export interface CaptureQueue {
  /** The vault was opened. */
  start(): void;
  /** Something may have changed: a queue was made, resumed, changed. Nothing before start. */
  wake(): void;
  /** The app is about to close its windows: what that cuts short is done again after the next start, and is no failure. */
  stop(): void;
  /** Whether an address is being captured now. */
  isBusy(): boolean;
  /** Resolves when none is. */
  whenIdle(): Promise<void>;
}

/** Milliseconds until the vault is asked again after a fault of ours: a fault must not become a loop. */
const AFTER_FAULT = 60_000;
/** The longest wait without asking: a clock that was set must not hold the queue up. */
const LONGEST_WAIT = 5 * 60_000;

/** Nothing runs until it is woken. */
export function createCaptureQueue(parts: CaptureQueueParts): CaptureQueue {
  let working: Promise<void> | null = null;
  let capturing: { readonly item: Item; window: CaptureWindow | null } | null = null;
  let wakes = 0;
  let started = false;
  let cancelTimer = (): void => undefined;

  const later = (milliseconds: number): void => {
    cancelTimer();
    cancelTimer = parts.clock.after(Math.min(LONGEST_WAIT, milliseconds), () => queue.wake());
  };

  const mayWork = (): boolean => started && parts.vault.isUnlocked();

  const captureItem = async (item: Item): Promise<void> => {
    const current: NonNullable<typeof capturing> = { item, window: null };
    capturing = current;
    const openWindow: QueueItemParts['openWindow'] = async (caseId, sink) =>
      (current.window = await parts.openWindow(caseId, sink));
    try {
      await attemptItem(item, { vault: parts.vault, openWindow }, mayWork);
    } finally {
      capturing = null;
    }
  };

  const work = async (): Promise<void> => {
    while (mayWork()) {
      const before = wakes;
      const { item, wait } = await parts.vault.ask('queueNext', {});
      if (item !== null) await captureItem(item);
      else if (wait !== null) return later(wait);
      // Something may have changed while the vault was answering.
      else if (wakes === before) return;
    }
  };

  const stopUnwanted = async (): Promise<void> => {
    const current = capturing;
    if (current === null || !mayWork()) return;
    const { wanted } = await parts.vault.ask('queueWants', { itemId: current.item.id });
    if (!wanted) current.window?.close();
  };

  const fault = (error: unknown): void => {
    // A lock or a crash in the middle: the next opening wakes it again.
    if (error instanceof AppError && (error.code === 'VAULT_LOCKED' || error.code === 'VAULT_UNAVAILABLE')) return;
    parts.log.error('queue', 'stopped by a fault', {}, error);
    later(AFTER_FAULT);
  };

  const queue: CaptureQueue = {
    start() {
      started = true;
      queue.wake();
    },
    stop() {
      started = false;
      cancelTimer();
    },
    wake() {
      wakes += 1;
      if (working !== null) return void stopUnwanted().catch(fault);
      if (!mayWork()) return;
      cancelTimer();
      working = work()
        .catch(fault)
        .finally(() => {
          working = null;
        });
    },
    isBusy: () => capturing !== null,
    whenIdle: async () => {
      if (capturing !== null) await working;
    },
  };
  return queue;
}

/** Captures one item, and tells the vault what came of it unless `mayTell` says that this was cut short and is no failure. */
export async function attemptItem(
  item: Item,
  { vault, openWindow }: QueueItemParts,
  mayTell: () => boolean,
): Promise<CapturedAddress> {
  const captured = await captureAddress(item.address, {
    openWindow: () => openWindow(item.caseId, () => queueSink(vault, item)),
    reload: item.reload,
  });
  const { id, error } = captured;
  if (id !== null || error === null || !mayTell()) return captured;
  const reason = error.params['reason'];
  await vault.ask('queueFailed', {
    itemId: item.id,
    code: error.code,
    reason: typeof reason === 'string' ? reason.slice(0, 100) : null,
  });
  return captured;
}

/** The vault, finishing the item with the capture; an attempt that only failed to load is not kept while another is left. */
function queueSink(vault: IntakeVault, item: Item): CaptureSink {
  const sink = createVaultSink(vault, item.caseId, { queueItemId: item.id });
  return {
    ...sink,
    async commit(record, reload) {
      if (item.lastAttempt || !isPassing(record.outcome)) return sink.commit(record, reload);
      await sink.abort();
      throw new AppError('CAPTURE_NOT_LOADED', { outcome: record.outcome });
    },
  };
}
