/** Queues may be driven by the main window alone; what the runner asks the vault can be asked by no page at all. */
import { describe, expect, it } from 'vitest';
import { captureQueueOperations } from '#shared/contract/capture-queue.ts';
import type { WindowRole } from '#shared/contract/operation.ts';
import type { Result } from '#shared/errors/app-error.ts';
import { createRouter, type MainHandlers } from '../../electron/main/ipc/router.ts';
import type { SenderEvent } from '../../electron/main/security/trusted-sender.ts';
import { rememberingLog } from '../support/main-fakes.ts';

const ID = '0192a000-0001-7000-8000-000000000001';
const NAMES = Object.values(captureQueueOperations).map(({ name }) => name);
const OURS = { url: 'app://netra/index.html', origin: 'app://netra', parent: null };

function setUp(unlocked = true) {
  const asked: string[] = [];
  const route = createRouter({
    roleOf: (id): WindowRole | null => (id === 1 ? 'main' : id === 2 ? 'capture-toolbar' : null),
    isUnlocked: () => unlocked,
    // Queues have no handler in main.
    handlers: {} as MainHandlers,
    askVault: async (name) => {
      asked.push(name);
      return { ok: true, value: {} };
    },
    log: rememberingLog(),
    newCorrelationId: () => 'c1',
  });
  return { route, asked };
}
const code = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

const FORGED: readonly (readonly [string, SenderEvent])[] = [
  ['the tool bar of a capture window', { senderFrame: OURS, sender: { id: 2 } }],
  [
    'a captured page',
    { senderFrame: { ...OURS, url: 'https://lini.test/', origin: 'https://lini.test' }, sender: { id: 9 } },
  ],
  ['a frame inside our page', { senderFrame: { ...OURS, parent: {} }, sender: { id: 1 } }],
  ['a frame that is gone', { senderFrame: null, sender: { id: 1 } }],
];

describe.each(NAMES)('%s', (name) => {
  it.each(FORGED)('is refused to %s', async (_who, event) => {
    const { route, asked } = setUp();
    expect(code(await route(event, name, {}))).toBe('UNTRUSTED_SENDER');
    expect(asked).toEqual([]);
  });

  it('is refused while the vault is locked', async () => {
    const { route, asked } = setUp(false);
    expect(code(await route({ senderFrame: OURS, sender: { id: 1 } }, name, {}))).toBe('VAULT_LOCKED');
    expect(asked).toEqual([]);
  });
});

describe('the main window', () => {
  const main: SenderEvent = { senderFrame: OURS, sender: { id: 1 } };

  it.each([
    ['queue.create', { title: 'x', items: [{ address: 'a' }], caseId: null, state: 'ended' }],
    ['queue.create', { title: 'x', items: [{ address: 'a' }], caseId: '../../x' }],
    ['queue.act', { id: ID, action: 'finish' }],
    ['queue.actOnItem', { itemId: ID, action: 'captured' }],
    ['queue.preview', { source: { kind: 'file', file: '/etc/passwd' } }],
    ['secondLooks.plan', { evidenceId: ID, dueOn: '2026-13-01' }],
  ])('is refused %s with %j', async (name, input) => {
    const { route, asked } = setUp();
    expect(code(await route(main, name, input))).toBe('INVALID_INPUT');
    expect(asked).toEqual([]);
  });

  it.each(['queueNext', 'queueFailed', 'queueWants', 'intakeBegin', 'intakeCommit'])(
    'cannot ask what only the runner asks: %s',
    async (name) => {
      const { route, asked } = setUp();
      expect(code(await route(main, name, {}))).toBe('UNTRUSTED_SENDER');
      expect(asked).toEqual([]);
    },
  );
});
