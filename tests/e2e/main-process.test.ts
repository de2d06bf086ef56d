/** The main process in a real window: a vault's life, its program's death, a second start, what is kept in the profile. */
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CallOf, OperationName } from '#shared/contract/index.ts';
import { launchNetra, type RunningNetra } from '../support/electron.ts';

const PASSPHRASE = 'kuda jerapah gajah badak';
let netra: RunningNetra;
let page: Page;
let directory = '';

beforeAll(async () => {
  netra = await launchNetra();
  page = await netra.firstWindow();
  await page.waitForFunction(() => window.netra !== undefined);
  directory = path.join(netra.userDataDir, 'brankas');
  await page.evaluate(() => {
    const told: unknown[] = [];
    Reflect.set(window, 'told', told);
    window.netra?.events['vault.changed']((status) => told.push(status.state));
  });
});
afterAll(() => netra.close());

/** Calls an operation as the page does. */
async function call<Name extends OperationName>(
  name: Name,
  input: CallOf<Name>,
): Promise<{ ok: boolean; value?: unknown; error?: { code: string } }> {
  return page.evaluate(
    async ([operation, argument]) => {
      const functions = window.netra?.operations as unknown as Record<string, (value: unknown) => Promise<never>>;
      return functions[operation]?.(argument) as Promise<never>;
    },
    [name, input] as const,
  );
}
const told = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'told') as unknown);
const state = async (): Promise<unknown> =>
  z.object({ state: z.string() }).parse((await call('vault.status', {})).value).state;

describe('a vault in the app', () => {
  it('is made, locked, refused to a wrong passphrase, and opened again', async () => {
    const create = { directory, name: 'Latihan', userName: 'Ani', passphrase: PASSPHRASE, practice: true };
    expect(await call('vault.create', create)).toMatchObject({ ok: true });
    expect(await state()).toBe('unlocked');
    expect(await call('cases.create', { title: 'Uji' })).toMatchObject({ ok: true });
    expect(await call('vault.lock', {})).toMatchObject({ ok: true });
    expect(await state()).toBe('locked');
    expect(await call('home.summary', {})).toMatchObject({ ok: false, error: { code: 'VAULT_LOCKED' } });
    const wrong = await call('vault.open', { directory, passphrase: 'bukan ini sandinya' });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'WRONG_PASSPHRASE' } });
    expect(await state()).toBe('locked');
    expect(await call('vault.open', { directory, passphrase: PASSPHRASE })).toMatchObject({ ok: true });
    expect(await call('cases.list', {})).toMatchObject({ ok: true, value: { total: 1 } });
    expect(await told()).toEqual(expect.arrayContaining(['unlocked', 'locked']));
  });

  // Finding another program's children is done by /proc here.
  it.skipIf(process.platform !== 'linux')(
    'is locked by the death of its program; the app lives on and opens it again with all that was acknowledged',
    async () => {
      const pids = await vaultPrograms();
      expect(pids).toHaveLength(1);
      const changed = page.waitForFunction(() => (Reflect.get(window, 'told') as unknown[]).at(-1) === 'locked');
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      await changed;
      expect(await call('home.summary', {})).toMatchObject({ ok: false, error: { code: 'VAULT_LOCKED' } });
      expect(await call('vault.open', { directory, passphrase: PASSPHRASE })).toMatchObject({ ok: true });
      expect(await call('cases.list', {})).toMatchObject({ ok: true, value: { total: 1 } });
    },
  );

  it.skipIf(process.platform !== 'linux')('has no program left when it is locked', async () => {
    await call('vault.lock', {});
    expect(await vaultPrograms()).toEqual([]);
  });

  it('is shown by a second start, which then ends', async () => {
    await call('vault.close', {});
    expect(await state()).toBe('none');
    const shown = page.waitForFunction(() => (Reflect.get(window, 'told') as unknown[]).at(-1) === 'locked');
    const code = await secondStart('--vault', directory);
    await shown;
    expect(code).toBe(0);
    expect(await call('vault.status', {})).toMatchObject({
      value: { state: 'locked', directory, users: 1, practice: true },
    });
    expect(await netra.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('leaves in the profile only what it may: preferences, folder and name, window, a log without secrets', async () => {
    await call('app.setPreferences', { theme: 'dark' });
    const profile = path.join(netra.userDataDir, 'netra');
    expect((await readdir(profile)).sort()).toEqual(
      expect.arrayContaining(['logs', 'preferences.json', 'recent-vaults.json']),
    );
    const log = await readFile(path.join(profile, 'logs', 'netra.log'), 'utf8');
    expect(log).toContain('ready');
    for (const secret of [PASSPHRASE, 'bukan ini sandinya', directory]) expect(log).not.toContain(secret);
    const recent: unknown = JSON.parse(await readFile(path.join(profile, 'recent-vaults.json'), 'utf8'));
    expect(recent).toEqual([{ directory, name: 'Latihan', practice: true, openedAt: expect.any(String) as string }]);
  });
});

/** The running vault programs that this app's main process started. */
async function vaultPrograms(): Promise<number[]> {
  const parent = netra.app.process().pid;
  const found: number[] = [];
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue;
    const [command, stat] = await Promise.all(
      ['cmdline', 'stat'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
    );
    const parentOf = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (parentOf === parent && command?.includes('vault.js') === true) found.push(Number(name));
  }
  return found;
}

/** Starts the app again with the same profile; the answer is its exit code. */
function secondStart(...args: string[]): Promise<number | null> {
  const settings = z
    .object({ executable: z.string(), args: z.array(z.string()), env: z.record(z.string(), z.string()) })
    .parse(JSON.parse(process.env['NETRA_LAUNCH'] ?? 'null'));
  const child = spawn(settings.executable, [`--user-data-dir=${netra.userDataDir}`, ...settings.args, ...args], {
    env: { ...process.env, ...settings.env },
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.once('exit', resolve));
}
