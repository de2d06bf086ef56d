/** The door: how the vault is locked, what goes with the lock, who comes in again, and what a second start or a restart finds. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SAMPLE_POSTS, type SampleSite, startSampleSite } from '../../scripts/demo/sample-site.ts';
import { capturePage, openCapture } from '../support/journey/capture.ts';
import { ask, goTo, PASSPHRASE, type Person, press, sitDown, unlock, waitForDoor } from '../support/journey/person.ts';
import { leave, letTimePass, openPages } from '../support/journey/system.ts';

const NEXT_PASSPHRASE = 'perahu kertas di sungai';

let site: SampleSite;
let person: Person;
let page: Page;
let recoveryCode = '';

const post = SAMPLE_POSTS[1];
if (post === undefined) throw new Error('the sample site has no second post');
const home = (): Promise<void> => page.getByRole('navigation', { name: 'Menu utama' }).waitFor({ timeout: 60_000 });
const state = async (): Promise<string> =>
  z.object({ state: z.string() }).parse((await ask(page, 'vault.status', {})).value).state;

beforeAll(async () => {
  site = await startSampleSite();
  person = await sitDown();
  page = person.page;
  const made = await ask(page, 'vault.create', {
    directory: person.file('brankas'),
    name: 'Brankas uji',
    userName: 'Ani',
    passphrase: PASSPHRASE,
    practice: true,
  });
  recoveryCode = z.object({ recoveryCode: z.string() }).parse(made.value).recoveryCode;
  await home();
});
afterAll(async () => {
  await person.netra.close();
  await site.close();
});

describe('locking', () => {
  it('by the button: the capture window and the handles of what was open go with it', async () => {
    const bar = await openCapture(person.netra, () => press(page, /Ambil bukti/));
    const number = await capturePage(bar, site.origin + post.path, `${post.title} – Lini Warga`);
    await goTo(page, 'Bukti');
    await page.getByRole('button', { name: new RegExp(number) }).click();
    const picture = page.getByRole('img', { name: `Gambar bukti ${number}` });
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
      .toBeGreaterThan(0);
    const address = await picture.evaluate((image: HTMLImageElement) => image.src);
    expect(await loads(address)).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Kunci (Ctrl+L)' }).click();
    await waitForDoor(page);
    expect(await loads(address)).toBe(false);
    await expect.poll(() => openPages(person.netra)).toHaveLength(1);
    // The test tools hear of a window's end a moment after it.
    await expect.poll(() => bar.isClosed()).toBe(true);
    expect(await page.locator('body').textContent()).not.toContain(post.title);
    await person.look('40-terkunci');
    await unlock(page);
    await home();
    expect(await loads(address)).toBe(false);
  });

  it('by Ctrl+L, from the main window and from the capture window', async () => {
    await page.keyboard.press('Control+l');
    await waitForDoor(page);
    await unlock(page);
    await home();
    await goTo(page, 'Beranda');
    const bar = await openCapture(person.netra, () => press(page, /Ambil bukti/));
    // The tool bar is gone before the key is up again.
    await bar.keyboard.press('Control+l').catch(() => undefined);
    await waitForDoor(page);
    await expect.poll(() => openPages(person.netra)).toHaveLength(1);
    await unlock(page);
    await home();
  });

  it.each(['lock-screen', 'suspend'] as const)('by the system: %s', async (how) => {
    await leave(person.netra, how);
    await waitForDoor(page);
    expect(await state()).toBe('locked');
    await unlock(page);
    await home();
  });

  it('when nobody was there for as long as the settings say, and not before', async () => {
    await goTo(page, 'Pengaturan');
    expect(await ask(page, 'settings.set', { idleLockMinutes: 2 })).toMatchObject({ ok: true });
    await letTimePass(person.netra, 100_000);
    expect(await state()).toBe('unlocked');
    await letTimePass(person.netra, 21_000);
    await waitForDoor(page);
    await unlock(page);
    await home();
  });
});

describe('coming in again', () => {
  it('says that the passphrase is wrong, keeps count in the audit trail, and stays locked', async () => {
    await page.keyboard.press('Control+l');
    await waitForDoor(page);
    for (const guess of ['bukan ini sandinya', 'ini pun bukan sandinya']) {
      await unlock(page, guess);
      await page.getByText('Kata sandi tidak cocok. Brankas tetap terkunci; percobaan ini dicatat.').waitFor();
      await expect.poll(() => page.getByRole('button', { name: 'Buka', exact: true }).isEnabled()).toBe(true);
      expect(await state()).toBe('locked');
    }
    await person.look('41-sandi-salah');
    await unlock(page);
    await home();
    await goTo(page, 'Jejak Audit');
    await page.getByRole('gridcell', { name: 'Percobaan membuka gagal' }).first().click();
    await page.getByRole('complementary', { name: /^Entri/ }).waitFor();
    expect(await ask(page, 'custody.list', { action: 'vault.unlock-failed' })).toMatchObject({
      value: { total: 1, rows: [{ facts: { count: 2 } }] },
    });
    await person.look('42-jejak-audit');
  });

  it('by the recovery code, with a new passphrase; the old one opens nothing any more', async () => {
    await page.keyboard.press('Control+l');
    await waitForDoor(page);
    await press(page, 'Kata sandi terlupa');
    await recover('AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA');
    await page.getByRole('alert').waitFor();
    await person.look('43-kode-salah');
    expect(await state()).toBe('locked');
    await page.getByLabel('Kode pemulihan').fill(recoveryCode.toLowerCase().replaceAll('-', ' '));
    await press(page, 'Buka dan ganti kata sandi');
    await home();
    await person.look('44-sesudah-pemulihan');
    await page.keyboard.press('Control+l');
    await waitForDoor(page);
    await unlock(page);
    await page.getByText('Kata sandi tidak cocok.', { exact: false }).waitFor();
    await unlock(page, NEXT_PASSPHRASE);
    await home();
  });
});

describe('a second start and a restart', () => {
  it('brings the first window to the front and ends', async () => {
    await person.netra.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    expect(await secondStart()).toBe(0);
    const isShown = (): Promise<boolean | undefined> =>
      person.netra.app.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows()[0];
        return window?.isVisible() === true && !window.isMinimized();
      });
    await expect.poll(isShown).toBe(true);
    expect(await openPages(person.netra)).toHaveLength(1);
    expect(await state()).toBe('unlocked');
  });

  it('opens the door of the vault named by --vault, in the place the window had', async () => {
    const profile = await mkdtemp(path.join(tmpdir(), 'netra-e2e-place-'));
    try {
      const args = ['--vault', person.file('brankas')];
      await page.keyboard.press('Control+l');
      await waitForDoor(page);
      const first = await sitDown({ userDataDir: profile, args });
      await first.look('45-dengan-vault');
      // What a vault is called is inside it: before it was opened here, its folder's name stands at the door.
      await first.page.getByRole('heading', { name: 'brankas', exact: true }).waitFor();
      await waitForDoor(first.page);
      const bounds = { x: 40, y: 30, width: 1100, height: 700 };
      await first.netra.app.evaluate(
        ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
        bounds,
      );
      await expect.poll(() => boundsOf(first)).toEqual(bounds);
      await first.netra.close();
      const again = await sitDown({ userDataDir: profile, args });
      expect(await boundsOf(again)).toEqual(bounds);
      await again.netra.close();
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  it('complained of nothing but pictures whose handle had ended', () => {
    expect(person.netra.violations).toEqual([]);
    expect(person.netra.problems.filter((problem) => !problem.includes('Failed to load resource'))).toEqual([]);
  });
});

/** Whether a picture at this address can be had now. */
function loads(address: string): Promise<boolean> {
  return page.evaluate(
    (src) =>
      new Promise<boolean>((resolve) => {
        const image = new Image();
        image.onload = () => resolve(true);
        image.onerror = () => resolve(false);
        image.src = src;
      }),
    address,
  );
}

async function recover(code: string): Promise<void> {
  await page.getByLabel('Kode pemulihan').fill(code);
  await page.getByLabel('Kata sandi baru').fill(NEXT_PASSPHRASE);
  await page.getByLabel('Ulangi kata sandi').fill(NEXT_PASSPHRASE);
  await press(page, 'Buka dan ganti kata sandi');
}

function boundsOf({ netra }: Person): Promise<unknown> {
  return netra.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
}

/** Starts the app again with the same profile; the answer is its exit code. */
function secondStart(): Promise<number | null> {
  const settings = z
    .object({ executable: z.string(), args: z.array(z.string()), env: z.record(z.string(), z.string()) })
    .parse(JSON.parse(process.env['NETRA_LAUNCH'] ?? 'null'));
  const child = spawn(settings.executable, [`--user-data-dir=${person.netra.userDataDir}`, ...settings.args], {
    env: { ...process.env, ...settings.env },
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.once('exit', resolve));
}
