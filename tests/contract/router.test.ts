import { describe, expect, it, vi } from 'vitest';
import { CAPTURE_TOOLBAR_OPERATIONS } from '#shared/contract/channels.ts';
import { OPERATIONS } from '#shared/contract/index.ts';
import type { WindowRole } from '#shared/contract/operation.ts';
import { AppError, type Result } from '#shared/errors/app-error.ts';
import { MAXIMUM_INPUT_BYTES } from '../../electron/main/ipc/input-size.ts';
import { createRouter, type MainHandlers } from '../../electron/main/ipc/router.ts';
import type { SenderEvent, SenderFrame } from '../../electron/main/security/trusted-sender.ts';
import { rememberingLog } from '../support/main-fakes.ts';

const MAIN_ID = 1;
const TOOLBAR_ID = 2;
const PREFERENCES = { language: 'id', theme: 'system', density: 'dense', sidebarCollapsed: false, lists: {} } as const;

function frame(over: Partial<SenderFrame> = {}): SenderFrame {
  return { url: 'app://netra/index.html', origin: 'app://netra', parent: null, ...over };
}
function sender(over: Partial<SenderFrame> | null = {}, id = MAIN_ID): SenderEvent {
  return { senderFrame: over === null ? null : frame(over), sender: { id } };
}

function setUp(over: { unlocked?: boolean; handlers?: Partial<MainHandlers>; vault?: Result<unknown> } = {}) {
  const log = rememberingLog();
  const asked: { name: string; input: unknown }[] = [];
  // Only the handlers a test names exist; a call of another one fails the test as INTERNAL.
  const handlers = { 'app.getPreferences': () => PREFERENCES, ...over.handlers } as MainHandlers;
  let next = 0;
  const route = createRouter({
    roleOf: (id): WindowRole | null => (id === MAIN_ID ? 'main' : id === TOOLBAR_ID ? 'capture-toolbar' : null),
    isUnlocked: () => over.unlocked ?? true,
    handlers,
    askVault: async (name, input) => {
      asked.push({ name, input });
      return over.vault ?? { ok: true, value: {} };
    },
    log,
    newCorrelationId: () => `c${++next}`,
  });
  return { route, log, asked };
}

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

describe('who is believed', () => {
  it('answers the top frame of our window', async () => {
    const { route, log } = setUp();
    expect(await route(sender(), 'app.getPreferences', {})).toEqual({ ok: true, value: PREFERENCES });
    expect(log.entries).toEqual([]);
  });

  it('answers a runtime whose frames have no origin, by the address', async () => {
    const { route } = setUp();
    const old: SenderEvent = { senderFrame: { url: 'app://netra/', parent: null }, sender: { id: MAIN_ID } };
    expect(codeOf(await route(old, 'app.getPreferences', {}))).toBe('ok');
  });

  const forged: readonly (readonly [string, SenderEvent])[] = [
    ['a frame that is gone', sender(null)],
    ['an iframe of our own origin', sender({ parent: {} })],
    ['an iframe of another origin', sender({ url: 'https://a.test/', origin: 'https://a.test', parent: {} })],
    ['another site', sender({ url: 'https://netra.test/', origin: 'https://netra.test' })],
    ['about:blank that inherited our origin', sender({ url: 'about:blank', origin: 'app://netra' })],
    ['about:blank', sender({ url: 'about:blank', origin: 'null' })],
    ['a sandboxed document with our address', sender({ origin: 'null' })],
    ['a blob', sender({ url: 'blob:app://netra/1', origin: 'app://netra' })],
    ['a data address', sender({ url: 'data:text/html,x', origin: 'null' })],
    ['a look-alike host', sender({ url: 'app://netra.a.test/', origin: 'app://netra.a.test' })],
    ['a look-alike prefix', sender({ url: 'app://netraa/', origin: 'app://netraa' })],
    ['our name as a user', sender({ url: 'app://netra@a.test/', origin: 'app://a.test' })],
    ['our name with a port', sender({ url: 'app://netra:1/', origin: 'app://netra:1' })],
    ['another scheme', sender({ url: 'evidence://netra/', origin: 'evidence://netra' })],
    ['a file', sender({ url: 'file:///netra', origin: 'file://' })],
    ['no address', sender({ url: '', origin: '' })],
    ['a window that is not ours', sender({}, 99)],
  ];
  it.each(forged)('refuses %s, and writes it down', async (_name, event) => {
    const { route, log, asked } = setUp();
    expect(codeOf(await route(event, 'app.getPreferences', {}))).toBe('UNTRUSTED_SENDER');
    expect(codeOf(await route(event, 'cases.list', {}))).toBe('UNTRUSTED_SENDER');
    expect(asked).toEqual([]);
    expect(log.entries.map(({ level, area }) => `${level} ${area}`)).toEqual(['warn security', 'warn security']);
  });

  it('holds each window to its own operations', async () => {
    const { route, log } = setUp();
    expect(codeOf(await route(sender({}, TOOLBAR_ID), 'cases.create', {}))).toBe('UNTRUSTED_SENDER');
    expect(codeOf(await route(sender(), 'capture.take', {}))).toBe('UNTRUSTED_SENDER');
    expect(log.entries).toHaveLength(2);
    for (const name of OPERATIONS.keys()) {
      if ((CAPTURE_TOOLBAR_OPERATIONS as readonly string[]).includes(name)) continue;
      expect(codeOf(await route(sender({}, TOOLBAR_ID), name, {})), name).toBe('UNTRUSTED_SENDER');
    }
  });
});

describe('what is let through', () => {
  it('hands a vault operation on with its defaults filled in', async () => {
    const { route, asked } = setUp({ vault: { ok: true, value: { total: 0, rows: [] } } });
    expect(await route(sender(), 'cases.list', {})).toEqual({ ok: true, value: { total: 0, rows: [] } });
    expect(asked[0]).toMatchObject({ name: 'cases.list', input: { query: '', limit: 200, offset: 0 } });
  });

  it('refuses while the vault is locked, and asks nobody', async () => {
    const { route, asked } = setUp({ unlocked: false });
    const locked = [...OPERATIONS.values()].filter(
      ({ vault, windows }) => vault === 'unlocked' && (windows as readonly string[]).includes('main'),
    );
    expect(locked.length).toBeGreaterThan(30);
    for (const { name } of locked) expect(codeOf(await route(sender(), name, {})), name).toBe('VAULT_LOCKED');
    expect(asked).toEqual([]);
    expect(codeOf(await route(sender(), 'app.getPreferences', {}))).toBe('ok');
  });

  const nonsense: readonly unknown[] = [
    undefined,
    null,
    0,
    'x',
    true,
    [],
    [{}],
    { extra: 1 },
    { __proto__: { polluted: true }, extra: 1 },
    new Map([['id', 'x']]),
    new Date(0),
    new Uint8Array(4),
    { id: '../../etc/passwd' },
    { id: { $ne: null } },
    { id: "' OR 1=1 --" },
    { id: Number.NaN },
    { id: 'a'.repeat(10_000) },
  ];
  it('refuses what is not the contract, for every operation that wants something', async () => {
    const { route, asked } = setUp();
    const strict = [...OPERATIONS.values()].filter(
      ({ windows, input }) => (windows as readonly string[]).includes('main') && !input.safeParse({}).success,
    );
    expect(strict.length).toBeGreaterThan(20);
    for (const { name } of strict) {
      for (const input of nonsense) expect(codeOf(await route(sender(), name, input)), name).toBe('INVALID_INPUT');
    }
    expect(asked).toEqual([]);
  });

  it('names the field that is wrong and not its value', async () => {
    const { route } = setUp();
    const result = await route(sender(), 'cases.get', { id: 'Siti Rahmawati' });
    expect(result).toEqual({
      ok: false,
      error: { code: 'INVALID_INPUT', params: { field: 'id', rule: 'invalid_format' }, correlationId: 'c1' },
    });
  });

  it.each([undefined, null, 7, {}, 'cases', 'cases.nothing', 'toString', '__proto__', 'constructor'])(
    'refuses the operation name %s, and writes it down',
    async (name) => {
      const { route, log } = setUp();
      expect(codeOf(await route(sender(), name, {}))).toBe('UNTRUSTED_SENDER');
      expect(log.entries[0]?.facts['operation']).toBe('(unknown)');
    },
  );

  it('refuses an oversized input before it is parsed', async () => {
    const { route } = setUp();
    const big = { text: 'x'.repeat(MAXIMUM_INPUT_BYTES) };
    expect(codeOf(await route(sender(), 'app.copyText', big))).toBe('INPUT_TOO_LARGE');
    const many = { paths: Array.from({ length: 2_000_000 }, () => 'a') };
    expect(codeOf(await route(sender(), 'app.registerDroppedFiles', many))).toBe('INPUT_TOO_LARGE');
  });

  it('survives a cycle', async () => {
    const { route } = setUp();
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(codeOf(await route(sender(), 'cases.get', cycle))).toBe('INVALID_INPUT');
  });
});

describe('what comes back', () => {
  it('carries an expected failure with its code and parameters', async () => {
    const { route } = setUp({
      handlers: {
        'app.getPreferences': () => {
          throw new AppError('DISK_FULL', { free: 3 });
        },
      },
    });
    expect(await route(sender(), 'app.getPreferences', {})).toEqual({
      ok: false,
      error: { code: 'DISK_FULL', params: { free: 3 }, correlationId: 'c1' },
    });
  });

  it('turns a fault into INTERNAL; its words stay in the log', async () => {
    const { route, log } = setUp({
      handlers: { 'app.getPreferences': vi.fn(() => Promise.reject(new Error('SELECT secret FROM /home/x'))) },
    });
    const result = await route(sender(), 'app.getPreferences', {});
    expect(result).toEqual({ ok: false, error: { code: 'INTERNAL', params: {}, correlationId: 'c1' } });
    expect(JSON.stringify(result)).not.toContain('SELECT');
    expect(log.entries[0]).toMatchObject({ level: 'error', facts: { correlationId: 'c1' } });
  });

  it('does not hand out an answer that is not the contract', async () => {
    const { route } = setUp({ vault: { ok: true, value: { total: 1, rows: [{ key: 'x' }] } } });
    expect(codeOf(await route(sender(), 'cases.list', {}))).toBe('INTERNAL');
  });

  it('hands the vault’s own refusal on as it is', async () => {
    const refusal = { ok: false, error: { code: 'CASE_UNKNOWN', params: {}, correlationId: 'v9' } } as const;
    const { route } = setUp({ vault: refusal });
    expect(await route(sender(), 'home.summary', {})).toEqual(refusal);
  });
});
