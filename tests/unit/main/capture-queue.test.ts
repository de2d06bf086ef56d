/** The runner of queues over a scripted vault and windows that load nothing. */
import { expect, it } from 'vitest';
import type { QueueNext } from '#shared/contract/vault-protocol.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type CaptureQueueParts, createCaptureQueue } from '../../../electron/main/capture-queue.ts';
import type { CaptureSink } from '../../../electron/main/capture/engine/sink.ts';
import type { CaptureWindow } from '../../../electron/main/windows/capture-window.ts';
import { rememberingLog } from '../../support/main-fakes.ts';

const item = (id: string, part: Partial<NonNullable<QueueNext['item']>> = {}): QueueNext => ({
  item: { id, address: `https://lini.test/${id}`, caseId: null, reload: false, lastAttempt: false, ...part },
  wait: null,
});
const REST: QueueNext = { item: null, wait: null };

/** What a capture of the window comes to: it hands its record to the sink, or throws. */
type Take = (sink: CaptureSink, ended: Promise<never>) => Promise<{ evidenceId: string; number: string }>;
const record = (outcome: string) =>
  ({
    outcome,
    title: '',
    warnings: [],
    redirects: [],
    artefacts: [],
    document: null,
    joined: null,
    startedAt: { utc: '' },
  }) as never;

function setUp(answers: QueueNext[], take: Take) {
  const asked: [string, unknown][] = [];
  const timers: { milliseconds: number; run: () => void; cancelled: boolean }[] = [];
  let unlocked = true;
  let wanted = true;
  let closed = 0;
  const answer = (op: string): unknown => {
    if (op === 'queueNext') return answers.shift() ?? REST;
    if (op === 'queueWants') return { wanted };
    if (op === 'intakeBegin') return { intakeId: 'i' };
    return {};
  };
  const log = rememberingLog();
  const parts: CaptureQueueParts = {
    // Only what the runner uses; the real answers are typed by the vault.
    vault: {
      isUnlocked: () => unlocked,
      ask: async (op: string, input: unknown) => {
        asked.push([op, input]);
        return answer(op);
      },
    } as never,
    openWindow: async (_caseId, sink) => {
      let end: (error: AppError) => void = () => undefined;
      const ended = new Promise<never>((_resolve, reject) => (end = reject));
      ended.catch(() => undefined);
      const controller = {
        visit: async () => true,
        take: async () => ({ ...(await take(sink(), ended)), record: record('captured') }),
      };
      const close = (): void => {
        closed += 1;
        end(new AppError('CANCELLED'));
      };
      return { controller, close } as unknown as CaptureWindow;
    },
    clock: {
      now: () => 0,
      after: (milliseconds, run) => {
        const timer = { milliseconds, run, cancelled: false };
        timers.push(timer);
        return () => (timer.cancelled = true);
      },
    },
    log,
  };
  return {
    queue: createCaptureQueue(parts),
    asked,
    ops: () => asked.map(([op]) => op),
    timers,
    log,
    closed: () => closed,
    lock: () => (unlocked = false),
    leaveOut: () => (wanted = false),
  };
}
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
};
const kept: Take = async () => ({ evidenceId: 'e', number: 'B-0001' });

it('does nothing before the vault was opened, then one address after the other, and rests', async () => {
  const { queue, ops, closed } = setUp([item('a'), item('b'), REST, REST], kept);
  queue.wake();
  await settled();
  expect(ops()).toEqual([]);
  queue.start();
  await settled();
  expect(ops()).toEqual(['queueNext', 'queueNext', 'queueNext']);
  expect(closed()).toBe(2);
  expect(queue.isBusy()).toBe(false);
});

it('waits as long as the vault says and asks again', async () => {
  const { queue, ops, timers } = setUp([{ item: null, wait: 4_000 }, item('a')], kept);
  queue.start();
  await settled();
  expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([4_000]);
  timers[0]?.run();
  await settled();
  expect(ops()).toEqual(['queueNext', 'queueNext', 'queueNext']);
});

it('tells the vault why an attempt came to nothing, and goes on', async () => {
  const { queue, asked } = setUp([item('a'), item('b')], async () => {
    throw new AppError('ADDRESS_NOT_ALLOWED', { reason: 'local-network' });
  });
  queue.start();
  await settled();
  expect(asked.filter(([op]) => op === 'queueFailed')).toEqual([
    ['queueFailed', { itemId: 'a', code: 'ADDRESS_NOT_ALLOWED', reason: 'local-network' }],
    ['queueFailed', { itemId: 'b', code: 'ADDRESS_NOT_ALLOWED', reason: 'local-network' }],
  ]);
});

it('keeps nothing of a page that did not load while another attempt is left, and keeps the last one', async () => {
  const take: Take = async (sink) => {
    await sink.begin({ captureId: 'c', requestedAddress: '', startedAt: '', expectedBytes: 0 });
    return sink.commit(record('timeout'), null);
  };
  const first = setUp([item('a')], take);
  first.queue.start();
  await settled();
  expect(first.asked).toContainEqual(['intakeBegin', { caseId: null, expectedBytes: 0, queueItemId: 'a' }]);
  expect(first.ops()).toContain('intakeAbort');
  expect(first.ops()).not.toContain('intakeCommit');
  expect(first.asked).toContainEqual(['queueFailed', { itemId: 'a', code: 'CAPTURE_NOT_LOADED', reason: null }]);
});

it('closes the window of an address that was left out meanwhile', async () => {
  const { queue, leaveOut, closed } = setUp([item('a')], (_sink, ended) => ended);
  queue.start();
  await settled();
  expect(queue.isBusy()).toBe(true);
  queue.wake();
  await settled();
  expect(closed()).toBe(0);
  leaveOut();
  queue.wake();
  await settled();
  expect(closed()).toBeGreaterThan(0);
  expect(queue.isBusy()).toBe(false);
});

it('tells of no failure that the lock or the end of the app made', async () => {
  for (const how of ['lock', 'stop'] as const) {
    let end: (error: AppError) => void = () => undefined;
    const set = setUp([item('a')], () => new Promise((_resolve, reject) => (end = reject)));
    set.queue.start();
    await settled();
    if (how === 'lock') set.lock();
    else set.queue.stop();
    end(new AppError('CANCELLED'));
    await settled();
    expect(set.ops()).toEqual(['queueNext']);
    expect(set.queue.isBusy()).toBe(false);
  }
});

it('writes a fault of ours down and asks again later, not at once', async () => {
  const { queue, log, timers, ops } = setUp([item('a')], async () => {
    throw new Error('of ours');
  });
  queue.start();
  await settled();
  expect(log.entries).toHaveLength(1);
  expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([60_000]);
  expect(ops()).toEqual(['queueNext']);
});
