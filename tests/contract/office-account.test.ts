/** The router and the operations of the office's account: who may call them, and that none of them can carry a cookie. */
import { describe, expect, it } from 'vitest';
import { captureProfileList } from '#shared/contract/capture-profiles.ts';
import { OPERATIONS } from '#shared/contract/index.ts';
import type { WindowRole } from '#shared/contract/operation.ts';
import { createRouter, type MainHandlers } from '../../electron/main/ipc/router.ts';
import type { SenderEvent } from '../../electron/main/security/trusted-sender.ts';
import { rememberingLog } from '../support/main-fakes.ts';

const id = '0192a000-0002-7000-8000-000000000000';
const ROLES: Readonly<Record<number, WindowRole>> = { 1: 'main', 2: 'capture-toolbar' };
const from = (contentsId: number, url = 'app://netra/index.html'): SenderEvent => ({
  senderFrame: { url, origin: new URL(url).origin === 'null' ? 'app://netra' : new URL(url).origin, parent: null },
  sender: { id: contentsId },
});

function setUp() {
  const called: string[] = [];
  const handle = (name: string) => () => {
    called.push(name);
    return {};
  };
  const handlers = {
    'capture.useProfile': handle('capture.useProfile'),
    'capture.stopLook': handle('capture.stopLook'),
  } as unknown as MainHandlers;
  const route = createRouter({
    roleOf: (contentsId) => ROLES[contentsId] ?? null,
    isUnlocked: () => true,
    handlers,
    askVault: async (name) => {
      called.push(name);
      return { ok: true, value: { enabled: true, profiles: [] } };
    },
    log: rememberingLog(),
    newCorrelationId: () => 'c',
  });
  return { route, called };
}

const INPUTS = {
  'captureProfiles.list': {},
  'captureProfiles.save': { id: null, name: 'Pantau' },
  'captureProfiles.wipe': { id },
  'capture.useProfile': { profileId: id },
  'capture.stopLook': {},
  'capture.lookPublicly': { id },
  'evidence.stateSeenBy': { id, answer: 'without-login' },
  'evidence.remarkPublic': { id, text: 'Keterangan.' },
} as const;

describe('the operations of the office’s account', () => {
  it('answer no page of the web and no unknown window', async () => {
    const { route, called } = setUp();
    for (const [name, input] of Object.entries(INPUTS))
      for (const event of [from(9), from(1, 'https://lini.test/'), from(2, 'http://127.0.0.1/')])
        expect(await route(event, name, input), name).toMatchObject({ error: { code: 'UNTRUSTED_SENDER' } });
    expect(called).toEqual([]);
  });

  it('are each held to their windows: the tool bar lists and chooses, it makes and wipes nothing', async () => {
    const { route, called } = setUp();
    for (const name of ['captureProfiles.save', 'captureProfiles.wipe', 'evidence.stateSeenBy'] as const)
      expect(await route(from(2), name, INPUTS[name]), name).toMatchObject({ error: { code: 'UNTRUSTED_SENDER' } });
    expect(await route(from(1), 'capture.useProfile', { profileId: id })).toMatchObject({
      error: { code: 'UNTRUSTED_SENDER' },
    });
    expect((await route(from(2), 'captureProfiles.list', {})).ok).toBe(true);
    expect((await route(from(2), 'capture.useProfile', { profileId: id })).ok).toBe(true);
    expect((await route(from(1), 'capture.stopLook', {})).ok).toBe(true);
    expect(called).toEqual(['captureProfiles.list', 'capture.useProfile', 'capture.stopLook']);
  });

  it('have no way for a cookie: what opens and keeps a session is no operation, and an answer with one is refused', () => {
    for (const name of ['openProfile', 'keepProfile', 'captureProfiles.open', 'captureProfiles.keep'])
      expect(OPERATIONS.has(name)).toBe(false);
    const profile = {
      id,
      name: 'Pantau',
      platforms: '',
      madeAt: '2026-11-20T01:00:00.000Z',
      madeBy: 'Ayu',
      cookies: 1,
      keptAt: null,
    };
    expect(captureProfileList.safeParse({ enabled: true, profiles: [profile] }).success).toBe(true);
    for (const leak of [
      { ...profile, value: 'x' },
      { ...profile, cookies: [{ name: 'sesi', value: 'x' }] },
    ])
      expect(captureProfileList.safeParse({ enabled: true, profiles: [leak] }).success).toBe(false);
  });
});
