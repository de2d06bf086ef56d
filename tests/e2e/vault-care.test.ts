/** Care of the vault through the screens: its users, its recovery code on paper, its backup and what comes back from one. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, firstRun, goTo, PASSPHRASE, type Person, press, sitDown, unlock } from '../support/journey/person.ts';
import { answerOpenDialog } from '../support/journey/system.ts';

const SECOND = { name: 'Budi Contoh', first: 'payung bambu kertas hujan', next: 'perahu lonceng kapas batu' } as const;

let person: Person;
let page: Page;

beforeAll(async () => {
  person = await sitDown();
  page = person.page;
  await firstRun(person);
});
afterAll(() => person.netra.close());

const inApp = (): Promise<void> => page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
const dialog = () => page.getByRole('dialog');

async function settings(section: string): Promise<void> {
  await goTo(page, 'Pengaturan');
  await page.getByRole('link', { name: section }).click();
}

it('adds a user, whom the door then asks for by name; that user changes the passphrase', async () => {
  await settings('Pengguna dan kata sandi');
  await press(page, 'Tambah pengguna');
  await dialog().getByLabel('Nama petugas').fill(SECOND.name);
  await dialog().getByLabel('Kata sandi awal').fill(SECOND.first);
  await dialog().getByRole('button', { name: 'Tambah pengguna' }).click();
  await page.getByText(`${SECOND.name} ditambahkan.`).waitFor();
  await page.keyboard.press('Control+l');
  await page.getByLabel('Nama petugas').fill(SECOND.name.toLowerCase());
  // What the app said before the lock is not left on the locked screen.
  await expect.poll(() => page.getByText(`${SECOND.name} ditambahkan.`).count()).toBe(0);
  await unlock(page, SECOND.first);
  await inApp();
  await settings('Pengguna dan kata sandi');
  await page.getByLabel('Kata sandi sekarang').fill('bukan kata sandi Budi');
  expect(await page.getByRole('button', { name: /^(Tambah pengguna|Keluarkan|Buat kode)/ }).count()).toBe(0);
  await page.getByLabel('Kata sandi baru').fill(SECOND.next);
  await page.getByLabel('Ulangi kata sandi').fill(SECOND.next);
  await press(page, 'Ganti kata sandi');
  await page.getByText('Kata sandi tidak cocok. Tidak ada yang diubah.').waitFor();
  await page.getByLabel('Kata sandi sekarang').fill(SECOND.first);
  await press(page, 'Ganti kata sandi');
  await page.getByText('Kata sandi diganti.').waitFor();
  await page.keyboard.press('Control+l');
  await page.getByLabel('Nama petugas').fill(SECOND.name);
  await unlock(page, SECOND.next);
  await inApp();
});

it('removes a user; the new recovery code stands on the sheet that the printer gets', async () => {
  await page.keyboard.press('Control+l');
  await page.getByLabel('Nama petugas').fill('Petugas Latihan');
  await unlock(page);
  await inApp();
  await settings('Pengguna dan kata sandi');
  await press(page, `Keluarkan ${SECOND.name}`);
  await dialog().getByLabel('Kata sandi petugas yang sedang masuk').fill(PASSPHRASE);
  await dialog()
    .getByRole('button', { name: `Keluarkan ${SECOND.name}` })
    .click();
  const shown = page.locator('form .n-recovery li');
  await shown.first().waitFor();
  const code = await shown.allTextContents();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.n-sheet');
  await expect.poll(() => sheet.isVisible()).toBe(true);
  expect(await sheet.locator('li').allTextContents()).toEqual(code);
  expect(await dialog().isVisible()).toBe(false);
  expect(await page.locator('#root').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  expect(await sheet.isVisible()).toBe(false);
  await person.look('40-kode-baru');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+l');
  await page.getByText('Brankas terkunci').waitFor();
  expect(await page.getByLabel('Nama petugas').count()).toBe(0);
  await unlock(page, SECOND.next);
  await page.getByText(/Kata sandi tidak cocok/).waitFor();
  await unlock(page);
  await inApp();
});

it('names no culprit for the attempt that failed', async () => {
  expect(await ask(page, 'custody.list', { action: 'vault.unlock-failed' })).toMatchObject({
    value: { rows: [{ user: null, signedBy: 'Petugas Latihan' }] },
  });
  await goTo(page, 'Jejak Audit');
  await page
    .getByRole('row', { name: /Percobaan membuka gagal/ })
    .getByText('tidak diketahui')
    .waitFor();
});

it('backs up to a folder and says when; restored, it opens with everything in it', async () => {
  const before = await ask(page, 'cases.list', {});
  mkdirSync(person.file('cadangan'));
  await settings('Brankas');
  await expect.poll(() => page.getByText('Cadangan terakhir: belum pernah').count()).toBe(1);
  await answerOpenDialog(person.netra, person.file('cadangan'));
  await press(page, /^Cadangkan/);
  await page.getByText(/^Cadangan utuh: \d+ berkas/).waitFor();
  await expect.poll(() => page.getByText('Cadangan terakhir: belum pernah').count()).toBe(0);
  await page.keyboard.press('Control+l');
  await press(page, 'Brankas lain');
  await press(page, /^Pulihkan dari cadangan/);
  await page.getByLabel('Folder cadangan').fill(person.file('bukan-cadangan'));
  await page.getByLabel('Folder tujuan (kosong)').fill(person.file('pulih'));
  await press(page, 'Pulihkan');
  await page.getByRole('alert').getByText('VAULT_NOT_FOUND').waitFor();
  await page
    .getByRole('button', { name: /^Pilih/ })
    .first()
    .click();
  await expect.poll(() => page.getByLabel('Folder cadangan').inputValue()).toBe(person.file('cadangan'));
  await press(page, 'Pulihkan');
  await page.getByText(/^Pulih: \d+ berkas/).waitFor();
  await press(page, 'Buka brankas ini');
  await unlock(page);
  await inApp();
  expect(await ask(page, 'vault.status', {})).toMatchObject({ value: { directory: person.file('pulih') } });
  expect((await ask(page, 'cases.list', {})).value).toEqual(before.value);
  await person.look('41-pulih');
});

it('complained of nothing on the way', () => {
  expect(person.netra.violations).toEqual([]);
  expect(person.netra.problems).toEqual([]);
});
