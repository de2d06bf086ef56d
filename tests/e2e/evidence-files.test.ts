/**
 * Files as evidence in the real app: a video plays and is wound without lying anywhere in clear, what cannot be shown is kept
 * and says so, copied files are pasted.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, goTo, PASSPHRASE, type Person, sitDown } from '../support/journey/person.ts';
import { dropFile, pasteFile } from '../support/journey/system.ts';
import { filesBelow } from '../support/kill/search-clear.ts';

/** Eight seconds of a test picture, VP8, made with ffmpeg: `testsrc=size=160x120:rate=10:duration=8`, `-c:v libvpx`. */
const VIDEO = path.resolve(import.meta.dirname, '../fixtures/evidence/putar.webm');

let person: Person;
let page: Page;
let temporary: string;

beforeAll(async () => {
  temporary = mkdtempSync(path.join(tmpdir(), 'netra-sementara-'));
  person = await sitDown({ env: { TMPDIR: temporary, TEMP: temporary, TMP: temporary } });
  page = person.page;
  const made = { directory: person.file('brankas'), name: 'Berkas', userName: 'Ani', passphrase: PASSPHRASE };
  expect(await ask(page, 'vault.create', { ...made, practice: true })).toMatchObject({ ok: true });
  await goTo(page, 'Bukti');
});
afterAll(async () => {
  await person.netra.close();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
});

const dialog = (name: string): Locator => page.getByRole('dialog', { name });

async function keepAs(name: string, bytes: Uint8Array): Promise<void> {
  mkdirSync(person.file('masuk'), { recursive: true });
  const file = path.join(person.file('masuk'), name);
  writeFileSync(file, bytes);
  await dropFile(page, 'body', file);
  await saveIntake();
}

async function saveIntake(): Promise<void> {
  const intake = dialog('Tambah bukti dari berkas');
  await intake.getByRole('button', { name: 'Simpan bukti' }).click();
  await intake.getByText('1 bukti tersimpan.').waitFor();
  await intake.getByRole('button', { name: 'Tutup' }).last().click();
  await intake.waitFor({ state: 'detached' });
}

async function lookAt(name: string): Promise<Locator> {
  await page
    .getByRole('list', { name: 'Bukti' })
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
  const viewer = dialog('Penampil bukti');
  await viewer.waitFor();
  return viewer;
}

async function closeViewer(): Promise<void> {
  await page.keyboard.press('Escape');
  await dialog('Penampil bukti').waitFor({ state: 'detached' });
}

it('plays a video out of the encrypted store, wound to any place, with nothing of it in clear on the disk', async () => {
  await keepAs('rapat.webm', readFileSync(VIDEO));
  const viewer = await lookAt('rapat.webm');
  const video = viewer.locator('video');
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState)).toBe(4);
  const reached = await video.evaluate(async (element: HTMLVideoElement) => {
    element.muted = true;
    await element.play();
    const wound = new Promise((resolve) => element.addEventListener('seeked', resolve, { once: true }));
    element.currentTime = 6;
    await wound;
    return { at: element.currentTime, playing: !element.paused, length: element.duration, width: element.videoWidth };
  });
  expect(reached).toMatchObject({ playing: true, length: 8, width: 160 });
  expect(reached.at).toBeGreaterThanOrEqual(6);
  const inside = readFileSync(VIDEO).subarray(30_000, 30_048);
  const places = [...filesBelow(person.netra.userDataDir), ...filesBelow(temporary)];
  const holding = places.filter((file) => readFileSync(file).includes(inside));
  // The file that was dropped is the only one.
  expect(holding).toEqual([path.join(person.file('masuk'), 'rapat.webm')]);
  // The browser's own controls offer no copy in clear past the export.
  expect(await video.getAttribute('controlslist')).toContain('nodownload');
  await video.focus();
  await page.keyboard.press('ArrowRight');
  expect(await viewer.isVisible()).toBe(true);
  await closeViewer();
});

it('keeps what Chromium cannot show, and says so', async () => {
  const box = (brand: string): Buffer => Buffer.from(`\0\0\0\u0018ftyp${brand}\0\0\0\0${brand}mp41`, 'latin1');
  await keepAs('foto.heic', Buffer.concat([box('heic'), Buffer.alloc(5_000, 7)]));
  await lookAt('foto.heic');
  await page.getByText(/tidak dapat ditampilkan di dalam aplikasi/).waitFor();
  await person.look('50-heic');
  await closeViewer();
  await keepAs('rekaman.mp4', Buffer.concat([box('isom'), Buffer.alloc(5_000, 9)]));
  await lookAt('rekaman.mp4');
  await page.getByText(/tidak terbaca sebagai gambar atau video/).waitFor();
  await closeViewer();
});

it('takes a file that was copied elsewhere as it is, by Ctrl+V', async () => {
  mkdirSync(person.file('salin'), { recursive: true });
  const copied = path.join(person.file('salin'), 'surat.pdf');
  writeFileSync(copied, '%PDF-1.4\nisi surat\n');
  await pasteFile(page, copied);
  await dialog('Tambah bukti dari berkas')
    .getByText(/surat\.pdf/)
    .waitFor();
  await saveIntake();
});

it('complained of nothing but the file that is no video', () => {
  expect(person.netra.violations).toEqual([]);
  expect(person.netra.problems).toEqual([]);
});
