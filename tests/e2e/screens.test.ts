/**
 * Walks every screen of the real app, from the first run on, and fails on any breach of the content security policy and on
 * anything a page complains about.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchNetra, type RunningNetra } from '../support/electron.ts';

const PASSPHRASE = 'kuda jerapah gajah badak';
/** Pictures of what was walked, for whoever wants to look; none without the variable. */
const pictures = process.env['NETRA_SCREEN_PICTURES'];
let netra: RunningNetra;
let page: Page;

beforeAll(async () => {
  netra = await launchNetra();
  page = await netra.firstWindow();
});
afterAll(() => netra.close());

const button = (name: string | RegExp) => page.getByRole('button', { name }).first();

/** Goes to an address, waits for its words, and until nothing is waited for any more. */
async function walk(address: string, words: string | RegExp): Promise<void> {
  await page.evaluate((to) => window.location.assign(`#${to}`), address);
  await page.getByText(words).first().waitFor();
  await page.waitForFunction(() => document.querySelector('.n-bones') === null);
  await picture(address);
}

async function picture(name: string): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name.replaceAll(/[^\w]+/g, '-')}.png`) });
}

describe('the app, screen by screen', () => {
  it('makes a practice vault with sample data in three steps', async () => {
    await button(/brankas latihan/).click();
    await page.getByLabel('Folder').fill(path.join(netra.userDataDir, 'latihan'));
    await button('Lanjut').click();
    await page.getByLabel('Kata sandi', { exact: true }).fill(PASSPHRASE);
    await page.getByLabel('Ulangi kata sandi').fill(PASSPHRASE);
    await button('Buat brankas').click();
    const field = page.getByLabel(/Kelompok ke-\d dari kode/);
    await field.waitFor({ timeout: 60_000 });
    await picture('kode-pemulihan');
    const label = await page.locator('label', { hasText: 'Kelompok ke-' }).innerText();
    const index = Number(/ke-(\d)/.exec(label)?.[1]) - 1;
    const groups = await page
      .locator('form .n-recovery li')
      .evaluateAll((items) => items.map((item) => item.lastChild?.textContent ?? ''));
    expect(groups.length).toBe(7);
    await field.fill(groups[index] ?? '');
    await button('Mulai bekerja').click();
    await page.getByText('Kasus terakhir').waitFor();
    await page.getByText('Brankas latihan').first().waitFor();
    await picture('beranda');
  });

  it.each([
    ['/', 'Kasus terakhir'],
    ['/kasus', /Pilih kasus dari daftar/],
    ['/kasus?baru=true', 'Boleh kosong: kasus dapat dimulai dari akun atau dari bukti.'],
    ['/bukti', /ditemukan/],
    ['/antrean', 'Belum ada antrean'],
    ['/pegawai', /ditemukan/],
    ['/pegawai/impor', /Letakkan berkas/],
    ['/dokumen', 'Verifikasi dokumen'],
    ['/dokumen/buat', 'Susun pratinjau'],
    ['/dokumen/verifikasi', /Letakkan PDF/],
    ['/jejak', 'Kepala jejak'],
    ['/pengaturan/kop', 'Kop naskah dinas'],
    ['/pengaturan/nomor', 'Nomor registrasi kasus'],
    ['/pengaturan/kunci', 'Zona waktu'],
    ['/pengaturan/brankas', 'Keutuhan brankas'],
    ['/pengaturan/akun', 'Ganti kata sandi'],
    ['/pengaturan/segel', 'Sidik jari (SHA-256)'],
    ['/pengaturan/tanda-tangan', 'Sertifikat akar yang dipercaya'],
    ['/pengaturan/hukum', 'KE-4'],
    ['/pengaturan/tampilan', 'Kerapatan daftar'],
    ['/pengaturan/tentang', 'Chromium'],
  ])('%s', async (address, words) => {
    await walk(address, words);
  });

  it('takes a pasted picture into a case, marked second-hand', async () => {
    await netra.app.evaluate(async ({ clipboard, nativeImage, ClipboardItem }) => {
      const side = 320;
      const image = nativeImage.createFromBitmap(Buffer.alloc(side * side * 4, 0xd0), { width: side, height: side });
      // Electron 45 has the W3C interface, the development runtime the one before it.
      const writeImage: unknown = Reflect.get(clipboard, 'writeImage');
      if (typeof writeImage === 'function') writeImage.call(clipboard, image);
      else await clipboard.write([new ClipboardItem({ 'image/png': new Blob([Uint8Array.from(image.toPNG())]) })]);
    });
    await walk('/bukti', /ditemukan/);
    await button('Tempel gambar').click();
    await page.getByLabel('Arsipkan ke').first().click();
    await page.getByRole('option').first().click();
    await page.getByLabel('Diperoleh dari').fill('Pelapor');
    await picture('tambah-bukti');
    await button('Simpan bukti').click();
    await page.getByText('1 bukti tersimpan.').waitFor({ timeout: 60_000 });
    await page.getByRole('dialog').getByRole('button', { name: 'Tutup' }).last().click();
    await page.getByText('Tangan kedua').first().waitFor();
    await page.locator('.n-tile img').first().waitFor({ timeout: 30_000 });
    await picture('galeri');
  });

  it('opens a case, its evidence in the viewer, and a person', async () => {
    await walk('/kasus', /REG|Pilih kasus/);
    await page.locator('.n-side-row').first().click();
    await page.getByRole('heading', { name: 'Kronologi' }).waitFor();
    await picture('satu-kasus');
    await walk('/bukti', /ditemukan/);
    await page.locator('.n-tile').first().click();
    await page.getByRole('dialog', { name: 'Penampil bukti' }).waitFor();
    await page.keyboard.press('d');
    await button(/Periksa segel/).click();
    await page.getByText('Utuh').first().waitFor();
    await picture('penampil');
    await page.keyboard.press('Escape');
    await walk('/pegawai', /ditemukan/);
    await page.locator('.n-grid-row').first().click();
    await page.getByText('Riwayat kepegawaian').waitFor();
    await picture('satu-pegawai');
  });

  it('lays out a preview of a report and shows its pages', async () => {
    await walk('/kasus', /REG|Pilih kasus/);
    await page.locator('.n-side-row').first().click();
    await button('Buat laporan').click();
    await button('Susun pratinjau').click();
    await page.locator('.n-page-sheet canvas').first().waitFor({ timeout: 120_000 });
    await page.waitForFunction(
      () => (document.querySelector<HTMLCanvasElement>('.n-page-sheet canvas')?.width ?? 0) > 400,
    );
    await picture('pratinjau-laporan');
  });

  it('is quick to the keys: the box, the sheet of shortcuts, the lock', async () => {
    await walk('/', 'Kasus terakhir');
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(/Nama, NIP/).fill('kasus');
    await picture('kotak-perintah');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+l');
    await page.getByLabel('Kata sandi', { exact: true }).waitFor();
    await page.getByLabel('Kata sandi', { exact: true }).fill('bukan ini sandinya');
    await button('Buka').click();
    await page.getByText(/Kata sandi tidak cocok/).waitFor({ timeout: 60_000 });
    await picture('salah-sandi');
    await page.getByLabel('Kata sandi', { exact: true }).fill(PASSPHRASE);
    await button('Buka').click();
    await page.getByText('Kasus terakhir').waitFor({ timeout: 60_000 });
  });

  it('leaves no violation of the policy and no complaint', () => {
    expect(netra.violations).toEqual([]);
    expect(netra.problems).toEqual([]);
  });
});
