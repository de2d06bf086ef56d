/** Who may begin the picking of a part of the screen, and what the windows that show the still may do: nothing else. */
import { describe, expect, it, vi } from 'vitest';
import { SCREEN_REGION_OPERATIONS } from '#shared/contract/channels.ts';
import { OPERATIONS } from '#shared/contract/index.ts';
import type { WindowRole } from '#shared/contract/operation.ts';
import { AppError, type Result } from '#shared/errors/app-error.ts';
import { createRouter, type MainHandlers } from '../../electron/main/ipc/router.ts';
import type { SenderEvent } from '../../electron/main/security/trusted-sender.ts';
import { rememberingLog } from '../support/main-fakes.ts';

const ROLES: Readonly<Record<number, WindowRole>> = { 1: 'main', 2: 'capture-toolbar', 3: 'screen-region' };
const RECTANGLE = { x: 0, y: 0, width: 40, height: 40 };
const from = (id: number, frame: Partial<NonNullable<SenderEvent['senderFrame']>> = {}): SenderEvent => ({
  senderFrame: { url: 'app://netra/index.html', origin: 'app://netra', parent: null, ...frame },
  sender: { id },
});

function setUp(unlocked = true) {
  const ran: string[] = [];
  const handler = (name: string, answer: unknown) => () => {
    ran.push(name);
    return answer;
  };
  const still = { png: new Uint8Array([1]), width: 10, height: 10, displays: 1, language: 'id' };
  const handlers = {
    'screen.pick': handler('screen.pick', { region: null }),
    'screen.still': handler('screen.still', still),
    'screen.take': handler('screen.take', {}),
    'screen.nextDisplay': handler('screen.nextDisplay', {}),
    'screen.cancel': handler('screen.cancel', {}),
  };
  const route = createRouter({
    roleOf: (id) => ROLES[id] ?? null,
    isUnlocked: () => unlocked,
    // Only these exist; a call of another one fails the test as INTERNAL.
    handlers: handlers as unknown as MainHandlers,
    askVault: vi.fn(() => Promise.reject(new AppError('INTERNAL'))),
    log: rememberingLog(),
    newCorrelationId: () => 'c',
  });
  return { route, ran };
}
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);
const inputOf = (name: string): unknown => (name === 'screen.take' ? RECTANGLE : {});

describe('the windows that show a still of the screen', () => {
  it('have exactly the operations of their bridge', () => {
    const names = [...OPERATIONS.values()]
      .filter(({ windows }) => windows.includes('screen-region'))
      .map(({ name }) => name);
    expect(names.sort()).toEqual([...SCREEN_REGION_OPERATIONS].sort());
  });

  it('are answered those, and refused every other one', async () => {
    const { route, ran } = setUp();
    for (const name of OPERATIONS.keys()) {
      const own = (SCREEN_REGION_OPERATIONS as readonly string[]).includes(name);
      expect(codeOf(await route(from(3), name, inputOf(name))), name).toBe(own ? 'ok' : 'UNTRUSTED_SENDER');
    }
    expect(ran.sort()).toEqual([...SCREEN_REGION_OPERATIONS].sort());
  });

  it('take whole pixels only, and no field of their own', async () => {
    const { route, ran } = setUp();
    for (const input of [
      { ...RECTANGLE, x: -1 },
      { ...RECTANGLE, width: 1.5 },
      { ...RECTANGLE, display: 2 },
      { x: 0, y: 0 },
      null,
    ])
      expect(codeOf(await route(from(3), 'screen.take', input))).toBe('INVALID_INPUT');
    expect(ran).toEqual([]);
  });
});

describe('the picking', () => {
  it('is begun by the main window alone', async () => {
    const { route, ran } = setUp();
    const forged: readonly SenderEvent[] = [
      from(2),
      from(3),
      from(99),
      from(1, { url: 'https://a.test/', origin: 'https://a.test' }),
      from(1, { parent: {} }),
      from(1, { origin: 'null' }),
      { senderFrame: null, sender: { id: 1 } },
    ];
    for (const event of forged) expect(codeOf(await route(event, 'screen.pick', {}))).toBe('UNTRUSTED_SENDER');
    expect(ran).toEqual([]);
    expect(codeOf(await route(from(1), 'screen.pick', {}))).toBe('ok');
  });

  it('needs an open vault; giving up does not', async () => {
    const { route } = setUp(false);
    expect(codeOf(await route(from(1), 'screen.pick', {}))).toBe('VAULT_LOCKED');
    expect(codeOf(await route(from(3), 'screen.take', RECTANGLE))).toBe('VAULT_LOCKED');
    expect(codeOf(await route(from(3), 'screen.still', {}))).toBe('VAULT_LOCKED');
    expect(codeOf(await route(from(3), 'screen.cancel', {}))).toBe('ok');
  });
});
