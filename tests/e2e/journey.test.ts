/** The main path through the screens, as an officer walks it: first run, roster, case, capture, seal, report, verification. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SAMPLE_POSTS, type SampleSite, startSampleSite } from '../../scripts/demo/sample-site.ts';
import { capturePage, openCapture } from '../support/journey/capture.ts';
import { ask, firstRun, goTo, type Person, press, sitDown } from '../support/journey/person.ts';
import { groupSize, NEW_PERSON, tally, writeNextRoster } from '../support/journey/roster.ts';
import { answerOpenDialog, answerSaveDialog, dropFile, openPages } from '../support/journey/system.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SAMPLE = path.join(ROOT, 'resources/sample/daftar-pegawai-contoh.xlsx');
const TITLE = 'Dugaan unggahan dukungan oleh pegawai';

let site: SampleSite;
let person: Person;
let page: Page;

const post = SAMPLE_POSTS[0];
if (post === undefined) throw new Error('the sample site has no post');
beforeAll(async () => {
  site = await startSampleSite();
  person = await sitDown();
  page = person.page;
});
afterAll(async () => {
  await person.netra.close();
  await site.close();
});

describe('from first run to a verified report', () => {
  it('makes a practice vault in three steps, its recovery code confirmed by one group', async () => {
    const code = await firstRun(person);
    expect(code.split(' ').length).toBeGreaterThan(5);
    await page.getByText('Brankas latihan').first().waitFor();
    // Date fields follow the language of the browser, not of the page.
    expect(await page.evaluate(() => navigator.language)).toBe('id');
    expect(await ask(page, 'vault.status', {})).toMatchObject({
      value: { state: 'unlocked', practice: true, recoveryConfirmed: true },
    });
    await person.look('05-beranda');
  });

  it('imports the sample list: what is there already stays, nothing is written twice', async () => {
    await answerOpenDialog(person.netra, SAMPLE);
    await press(page, /Impor pegawai/);
    await person.look('06-impor-berkas');
    await press(page, /Letakkan berkas/);
    await page.getByRole('button', { name: /^Periksa/ }).waitFor();
    expect(await page.getByLabel('Baris judul kolom').inputValue()).toBe('5');
    await person.look('07-impor-kolom');
    await press(page, /^Periksa/);
    await page.getByRole('button', { name: /Tidak ada yang perlu ditulis/ }).waitFor();
    await person.look('08-impor-pemeriksaan');
    expect(await groupSize(page, 'Tetap')).toBe(60);
    expect(await groupSize(page, 'Baru')).toBe(0);
  });

  it('takes the next list by drop: one added, one updated, one refused with its reason', async () => {
    const people = z
      .object({ rows: z.array(z.object({ name: z.string(), nip: z.string().nullable() })) })
      .parse((await ask(page, 'roster.list', { query: 'Sari Contoh', limit: 1 })).value);
    const moved = people.rows[0];
    if (typeof moved?.nip !== 'string') throw new Error('the sample has no Sari Contoh');
    writeNextRoster(person.file('berikut.xlsx'), { name: moved.name, nip: moved.nip });
    await goTo(page, 'Pegawai');
    await press(page, 'Tinggalkan');
    await press(page, 'Impor dari berkas');
    await dropFile(page, '.n-drop', person.file('berikut.xlsx'));
    await page.getByRole('radio', { name: /^Biarkan apa adanya/ }).check();
    await press(page, /^Periksa/);
    const apply = page.getByRole('button', { name: /^Tambahkan 1, (ubah|pindahkan) 1 Ctrl/ });
    await apply.waitFor();
    expect(await groupSize(page, 'Ditolak')).toBe(1);
    await page.getByRole('tab', { name: /^Ditolak/ }).click();
    await page.getByRole('gridcell', { name: /NIP tersimpan sebagai angka/ }).waitFor();
    await person.look('09-impor-berikut');
    await apply.click();
    await page.getByText('Daftar pegawai diperbarui.').waitFor();
    expect(await tally(page, 'baru')).toBe('1');
    expect(await tally(page, 'diperbarui')).toBe('1');
    expect(await tally(page, 'ditolak')).toBe('1');
    await person.look('10-impor-hasil');
    await press(page, /^Lihat daftar pegawai/);
    await page.getByLabel('Cari nama, NIP, jabatan, atau unit').fill('laras');
    await page.getByRole('gridcell', { name: NEW_PERSON.name }).waitFor();
    await person.look('11-pegawai');
  });

  it('creates a case for a person, by keyboard', async () => {
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('n');
    await page.getByLabel('Judul', { exact: true }).fill(TITLE);
    await page.getByLabel('Terlapor', { exact: true }).pressSequentially('laras contoh');
    await page.getByRole('option', { name: new RegExp(NEW_PERSON.name) }).click();
    await page.getByLabel('Dasar penetapan terlapor').fill('Nama dan foto profil sama dengan data pegawai.');
    await page.getByLabel('Tanggal kejadian', { exact: true }).fill('2024-10-21');
    await person.look('12-buat-kasus');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: TITLE }).waitFor();
    await page.getByText(NEW_PERSON.name).first().waitFor();
    await person.look('13-kasus');
  });

  it('captures a page into that case', async () => {
    const bar = await openCapture(person.netra, () => press(page, 'Ambil bukti'));
    const target = bar.getByRole('combobox', { name: 'Disimpan ke' }).locator('option:checked');
    await expect.poll(() => target.textContent()).toContain(TITLE);
    const number = await capturePage(bar, site.origin + post.path, `${post.title} – Lini Warga`);
    expect(number).toMatch(/^B-\d+/);
    await bar.screenshot({
      path: path.join(process.env['NETRA_SHOTS'] ?? person.netra.userDataDir, '14-bilah-tangkap.png'),
    });
    await page.bringToFront();
    const tile = page.getByRole('list', { name: 'Bukti' }).getByRole('button', { name: new RegExp(number) });
    await tile.waitFor();
    await tile.scrollIntoViewIfNeeded();
    await expect.poll(() => tile.locator('img').count(), { timeout: 30_000 }).toBe(1);
    await person.look('15-bukti-kasus');
  });

  it('shows it in the viewer, and the seal holds when pressed', async () => {
    await page.getByRole('list', { name: 'Bukti' }).getByRole('button').first().click();
    const viewer = page.getByRole('dialog', { name: 'Penampil bukti' });
    const picture = viewer.getByRole('img', { name: /^Gambar bukti/ });
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalHeight))
      .toBeGreaterThan(1_000);
    await person.look('16-penampil');
    await page.keyboard.press('d');
    await viewer.getByRole('button', { name: /Periksa segel/ }).click();
    await viewer.getByRole('status').filter({ hasText: /^Utuh/ }).waitFor();
    await person.look('17-segel');
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
  });

  it('builds the report: the preview shows its pages, the seal issues it, a copy is saved', async () => {
    await press(page, 'Buat laporan');
    await press(page, 'Susun pratinjau');
    await page.getByRole('img', { name: /^Halaman 1 dari \d+/ }).waitFor({ timeout: 120_000 });
    await expect.poll(() => inkOf('Halaman 1 dari'), { timeout: 60_000 }).toBeGreaterThan(1_000);
    await person.look('18-pratinjau');
    await press(page, /^Segel (dan simpan|sebagai draf)$/);
    const dialog = page.getByRole('dialog', { name: 'Segel dan simpan' });
    await dialog.waitFor();
    await person.look('19-segel-laporan');
    await dialog.getByRole('button', { name: /^Segel (dan simpan|sebagai draf)$/ }).click();
    await page.getByRole('grid', { name: 'Dokumen' }).focus({ timeout: 120_000 });
    await page.keyboard.press('Enter');
    const save = page.getByRole('dialog').getByRole('button', { name: 'Simpan salinan' });
    await save.waitFor();
    await person.look('20-dokumen');
    await answerSaveDialog(person.netra, person.file('laporan.pdf'));
    await save.click();
    await page.getByText('laporan.pdf tersimpan.').waitFor();
    expect(existsSync(person.file('laporan.pdf'))).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('verifies the saved file as valid on the screen', async () => {
    await press(page, 'Verifikasi dokumen');
    await answerOpenDialog(person.netra, person.file('laporan.pdf'));
    await press(page, /Letakkan PDF/);
    await page.getByRole('heading', { name: 'Sah', exact: true }).waitFor({ timeout: 120_000 });
    await page.getByText('Dokumen ini terbit dari brankas ini, dan sama bita demi bita.').waitFor();
    await person.look('21-sah');
  });

  it('is valid for the command line with the seal pinned, and not without', async () => {
    await answerSaveDialog(person.netra, person.file('segel.pem'));
    expect(await ask(page, 'reports.saveSealCertificate', {})).toMatchObject({ value: { saved: true } });
    expect(readFileSync(person.file('segel.pem'), 'utf8')).toContain('BEGIN CERTIFICATE');
    expect(verifyByCommand('--trust', person.file('segel.pem'))).toEqual({ code: 0, verdict: 'valid' });
    expect(verifyByCommand()).toEqual({ code: 1, verdict: 'indeterminate' });
  });

  it('complained of nothing on the way', () => {
    expect(person.netra.violations).toEqual([]);
    expect(person.netra.problems).toEqual([]);
  });
});

describe('without any list of staff', () => {
  it('goes from first start to a case with a capture in ten presses', async () => {
    const other = await sitDown();
    try {
      const made = await ask(other.page, 'vault.create', {
        directory: other.file('kosong'),
        name: 'Tanpa daftar',
        userName: 'Ani',
        passphrase: 'kuda jerapah gajah badak',
        practice: true,
      });
      expect(made).toMatchObject({ ok: true });
      await captureWithoutRoster(other);
      expect(await openPages(other.netra)).toHaveLength(2);
      expect(other.netra.problems).toEqual([]);
    } finally {
      await other.netra.close();
    }
  });
});

/** Capture into the tray, a case that begins with an account, and the capture filed in it. */
async function captureWithoutRoster({ netra, page: screen, look }: Person): Promise<void> {
  const bar = await openCapture(netra, () => press(screen, /Ambil bukti/));
  const number = await capturePage(bar, site.origin + (post?.path ?? ''), `${post?.title ?? ''} – Lini Warga`);
  await screen.bringToFront();
  await goTo(screen, 'Kasus');
  await press(screen, 'Buat kasus');
  await screen.getByLabel('Judul', { exact: true }).fill('Akun belum diketahui pemiliknya');
  await screen.getByLabel('Akun atau keterangan terlapor').fill('@rahmat.contoh');
  await screen.keyboard.press('Enter');
  await screen.getByRole('heading', { name: 'Akun belum diketahui pemiliknya' }).waitFor();
  await goTo(screen, 'Bukti');
  await screen.getByRole('button', { name: new RegExp(number) }).click();
  await screen.keyboard.press('d');
  await press(screen, 'Arsipkan ke kasus');
  await look('30-arsipkan');
  const dialog = screen.getByRole('dialog', { name: 'Arsipkan ke kasus' });
  await dialog.getByPlaceholder('Cari nomor atau judul kasus').fill('belum diketahui');
  await screen.getByRole('option', { name: /Akun belum diketahui/ }).click();
  await dialog.getByRole('button', { name: 'Arsipkan ke kasus' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await ask(screen, 'evidence.trayCount', {})).toMatchObject({ value: { count: 0 } });
  await look('31-diarsipkan');
}

/** How many pixels of the page's canvas are not white. */
function inkOf(label: string): Promise<number> {
  return page
    .getByRole('img', { name: new RegExp(`^${label}`) })
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128 && (data[at + 3] ?? 0) > 0) dark += 1;
      return dark;
    });
}

function verifyByCommand(...words: readonly string[]): { code: number | null; verdict: string } {
  const { status, stdout } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'scripts/netra.mjs'), 'report', 'verify', person.file('laporan.pdf'), ...words, '--json'],
    { encoding: 'utf8' },
  );
  return { code: status, verdict: z.object({ verdict: z.string() }).parse(JSON.parse(stdout)).verdict };
}
