/** The office's account in the real app: a log-in that is noticed, a session that is kept and put back, and public looks. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureProfileList } from '#shared/contract/capture-profiles.ts';
import { evidencePage, type EvidencePage } from '#shared/contract/evidence.ts';
import { createVaultService } from '../../electron/vault/service.ts';
import { barSays, capturePage, openCapture } from '../support/journey/capture.ts';
import { ask, goTo, PASSPHRASE, type Person, press, sitDown, unlock, waitForDoor } from '../support/journey/person.ts';
import { type LoginSite, startLoginSite } from '../support/capture-site/login-site.ts';

const NAME = 'Pemantauan Kominfo';

let site: LoginSite;
let person: Person;
let page: Page;

beforeAll(async () => {
  site = await startLoginSite();
  person = await sitDown();
  page = person.page;
  await ask(page, 'vault.create', {
    directory: person.file('brankas'),
    name: 'Brankas uji',
    userName: 'Ani',
    passphrase: PASSPHRASE,
    practice: true,
  });
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await person.netra.close();
  await site.close();
});

/** Sends the log-in form of the page in the capture window, as a person who had it filled in does. */
async function logIn(bar: Page): Promise<void> {
  await bar.getByRole('textbox', { name: 'Alamat halaman' }).fill(`${site.origin}/masuk`);
  await bar.keyboard.press('Enter');
  await expect.poll(() => bar.locator('#title').textContent(), { timeout: 30_000 }).toBe('Masuk ke Lini');
  await person.netra.app.evaluate(async ({ webContents }, origin) => {
    const contents = webContents.getAllWebContents().find((one) => one.getURL().startsWith(origin));
    await contents?.executeJavaScript('document.forms[0].submit()');
  }, site.origin);
  await expect.poll(() => bar.locator('#title').textContent(), { timeout: 30_000 }).toBe('Beranda Lini');
}

/** A picture of the tool bar in NETRA_SHOTS, when that is set. */
async function keep(bar: Page, name: string): Promise<void> {
  const folder = process.env['NETRA_SHOTS'];
  if (folder !== undefined) await bar.screenshot({ path: `${folder}/${name}.png` });
}

async function item(number: string): Promise<EvidencePage> {
  const listed = (await ask(page, 'evidence.list', {})).value as { rows: { id: string; number: string }[] };
  const id = listed.rows.find((row) => row.number === number)?.id ?? '';
  return evidencePage.parse((await ask(page, 'evidence.get', { id })).value);
}

async function kept(): Promise<number | undefined> {
  return captureProfileList.parse((await ask(page, 'captureProfiles.list', {})).value).profiles[0]?.cookies;
}

describe('the office’s account', () => {
  it('is nowhere until it is turned on; a log-in by hand is noticed, and a look without it offered', async () => {
    const bar = await openCapture(person.netra, () => press(page, /Ambil bukti/));
    expect(await bar.locator('#profile').isVisible()).toBe(false);
    const clean = await item(await capturePage(bar, `${site.origin}/publik/7`, 'Unggahan Ayu'));
    expect(clean.capture?.seenBy).toEqual({ how: 'without-login' });
    expect(await bar.locator('#look').isVisible()).toBe(false);
    await logIn(bar);
    const number = await capturePage(bar, `${site.origin}/tertutup/8`, 'Unggahan Ayu');
    expect((await item(number)).capture).toMatchObject({
      seenBy: { how: 'uncertain', signs: ['password-sent'] },
      visibility: { accountData: true, looks: [] },
    });
    await press(bar, 'Periksa tanpa masuk');
    await barSays(bar, /^Terlihat publik: tidak dapat dipastikan/);
    const { visibility } = (await item(number)).capture ?? {};
    expect(visibility?.looks).toMatchObject([{ outcome: 'wall', basis: 'login-wall' }]);
    await bar.close();
  });

  it('keeps its session for the next opening, marks what was taken with it, and finds the public post public', async () => {
    await goTo(page, 'Pengaturan');
    await page.getByRole('link', { name: 'Akun kantor' }).click();
    await page.getByRole('switch', { name: 'Izinkan profil akun kantor' }).click({ force: true });
    await press(page, 'Tambah profil');
    await page.getByLabel('Nama profil').fill(NAME);
    await page.keyboard.press('Enter');
    await page.getByText('belum ada sesi tersimpan').waitFor();
    await person.look('akun-kantor');
    const bar = await openCapture(person.netra, () => press(page, `Buka jendela pengambilan dengan ${NAME}`));
    await expect.poll(() => bar.locator('#bar').getAttribute('data-office')).not.toBeNull();
    await logIn(bar);
    const number = await capturePage(bar, `${site.origin}/publik/7`, 'Unggahan Ayu');
    expect((await item(number)).capture?.seenBy).toMatchObject({ how: 'office-account', profileName: NAME });
    await keep(bar, 'bilah-akun-kantor');
    await press(bar, 'Periksa tanpa masuk');
    await barSays(bar, /^Terlihat publik: ya/);
    await keep(bar, 'bilah-terlihat-publik');
    expect((await item(number)).capture?.visibility.looks).toMatchObject([{ answer: 'yes', basis: 'same-post' }]);

    // The lock takes the window away; its session is in the vault before that.
    await page.getByRole('button', { name: 'Kunci (Ctrl+L)' }).click();
    await waitForDoor(page);
    await unlock(page);
    await page.getByRole('navigation', { name: 'Menu utama' }).waitFor({ timeout: 60_000 });
    expect(await kept()).toBe(1);
    await goTo(page, 'Pengaturan');
    await page.getByRole('link', { name: 'Akun kantor' }).click();
    const again = await openCapture(person.netra, () => press(page, `Buka jendela pengambilan dengan ${NAME}`));
    await capturePage(again, `${site.origin}/tertutup/8`, 'Unggahan Ayu');

    // Without the session it is another window, in which nobody is logged in.
    const closing = again.waitForEvent('close');
    // The window may be gone before the choice is answered.
    const choosing = again.locator('#profile').selectOption({ label: 'Tanpa masuk (log in)' });
    await choosing.catch((error: unknown) => {
      if (!again.isClosed()) throw error;
    });
    await closing;
    const fresh = await openCapture(person.netra, async () => undefined);
    await expect.poll(() => fresh.locator('#title').textContent(), { timeout: 30_000 }).toBe('Lini');
    expect(await fresh.locator('#bar').getAttribute('data-office')).toBeNull();
    await fresh.close();
  });

  it('is forgotten on demand', async () => {
    await press(page, `Hapus sesi ${NAME}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Hapus sesi', exact: true }).click();
    await page.getByText('belum ada sesi tersimpan').waitFor();
    expect(await kept()).toBe(0);
  });

  it('left its cookie in no artefact and in no entry of the log', async () => {
    await page.getByRole('button', { name: 'Kunci (Ctrl+L)' }).click();
    await waitForDoor(page);
    const service = createVaultService({
      profileDirectory: person.file('profil-uji'),
      resourcesDirectory: 'resources',
      appVersion: '0.0.0-test',
      spawnWorker: () => {
        throw new Error('no worker is needed');
      },
      placeOf: () => 'fixed',
    });
    await service.open({ directory: person.file('brankas'), passphrase: PASSPHRASE, userName: '' });
    try {
      const { blobs, database } = service.context();
      const kinds: unknown[] = [];
      for (const { sha256, kind } of database.all('SELECT sha256, kind FROM artefacts')) {
        kinds.push(kind);
        const blob = blobs.open(String(sha256));
        expect(Buffer.from(await blob.read(0, blob.bytes)).includes(site.secret), String(kind)).toBe(false);
      }
      expect(kinds).toEqual(expect.arrayContaining(['mhtml', 'record', 'text']));
      expect(JSON.stringify(database.all('SELECT facts FROM custody'))).not.toContain(site.secret);
      expect(JSON.stringify(database.all('SELECT capture_summary FROM evidence'))).not.toContain(site.secret);
    } finally {
      await service.lock('button');
    }
  });
});
