/** The guide's path through the app: first run, list of staff, case, evidence, report, verification, backup, lock. */
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { ask, firstRun, goTo, type Person, press, unlock, waitForDoor } from '../../tests/support/journey/person.ts';
import { writeNextRoster } from '../../tests/support/journey/roster.ts';
import { answerOpenDialog, answerSaveDialog, dropFile } from '../../tests/support/journey/system.ts';
import { SAMPLE_POSTS, type SampleSite } from '../demo/sample-site.ts';
import type { Camera } from './camera.ts';

export interface Walk {
  readonly person: Person;
  readonly camera: Camera;
  readonly site: SampleSite;
}

const TITLE = 'Dugaan ajakan memilih di media sosial';
const PERSON = 'Rahmat Contoh';
const LONG = { timeout: 120_000 };

/** The whole path; throws where a word of the guide is not on the screen. */
export async function walk(way: Walk): Promise<void> {
  await begin(way);
  await importRoster(way);
  await createCase(way);
  await capture(way);
  await lookAtEvidence(way);
  await addFile(way);
  await chooseAllegation(way);
  await report(way);
  await dialogs(way);
  await keep(way);
  await lock(way);
}

async function begin({ person, camera }: Walk): Promise<void> {
  const { page } = person;
  await camera.take('selamat-datang');
  await press(page, /Buat brankas/);
  await page.getByLabel('Nama brankas').fill('Pemantauan Netralitas 2027');
  await page.getByLabel('Folder', { exact: true }).fill('C:\\Netra\\Pemantauan 2027');
  await camera.take('tempat-brankas');
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await firstRun({
    ...person,
    look: (name) => (name.startsWith('04') ? camera.take('kode-pemulihan') : Promise.resolve()),
  });
  await camera.take('beranda');
}

async function importRoster({ person, camera }: Walk): Promise<void> {
  const { page } = person;
  writeNextRoster(person.file('daftar-pegawai.xlsx'), await somebodyListed(page));
  await goTo(page, 'Pegawai');
  await press(page, 'Impor dari berkas');
  await dropFile(page, '.n-drop', person.file('daftar-pegawai.xlsx'));
  await page.getByRole('radio', { name: /^Biarkan apa adanya/ }).check();
  await camera.take('impor-kolom');
  await press(page, /^Periksa/);
  await page.getByRole('tablist', { name: 'Kelompok' }).waitFor();
  await page.getByRole('tab', { name: /^Ditolak/ }).click();
  await page.getByRole('gridcell').first().waitFor();
  await camera.take('impor-pemeriksaan');
  await press(page, /^Tambahkan/);
  await page.getByText('Daftar pegawai diperbarui.').waitFor();
  await press(page, /^Lihat daftar pegawai/);
  await page.getByRole('gridcell').first().waitFor();
  await camera.take('pegawai');
}

/** A person of the sample list, so that the next list updates one. */
async function somebodyListed(page: Page): Promise<{ name: string; nip: string }> {
  const answer = z
    .object({ rows: z.array(z.object({ name: z.string(), nip: z.string() })).min(1) })
    .parse((await ask(page, 'roster.list', { query: 'Sari Contoh', limit: 1 })).value);
  return answer.rows[0] ?? { name: '', nip: '' };
}

async function createCase({ person, camera }: Walk): Promise<void> {
  const { page } = person;
  await goTo(page, 'Kasus');
  await press(page, 'Buat kasus');
  await page.getByLabel('Judul', { exact: true }).fill(TITLE);
  await page.getByLabel('Terlapor', { exact: true }).pressSequentially(PERSON.toLowerCase());
  await page.getByRole('option', { name: new RegExp(`^${PERSON},`) }).click();
  await page.getByLabel('Dasar penetapan terlapor').fill('Nama dan foto profil sama dengan data pegawai (contoh).');
  await page.getByLabel('Tanggal kejadian', { exact: true }).fill('2024-10-21');
  await camera.take('buat-kasus');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: TITLE }).waitFor();
}

async function capture({ person, camera, site }: Walk): Promise<void> {
  const post = SAMPLE_POSTS[0];
  if (post === undefined) throw new Error('the sample site has no post');
  const { app } = person.netra;
  const opened = app.waitForEvent('window');
  await press(person.page, 'Ambil bukti');
  const bar = await barOf(await opened, app.windows());
  await bar.getByRole('textbox', { name: 'Alamat halaman' }).fill(site.origin + post.path);
  await bar.keyboard.press('Enter');
  await bar.getByText(`${post.title} – Lini Warga`).first().waitFor();
  await bar.getByRole('button', { name: 'Ambil bukti', exact: true }).click();
  await bar.getByText(/tersimpan sebagai/).waitFor(LONG);
  await camera.takeCaptureWindow('jendela-tangkap', bar, site.origin + post.path);
  await person.page.bringToFront();
}

/** Of the capture window's two pages the one that is ours. */
async function barOf(first: Page, known: readonly Page[]): Promise<Page> {
  const bar = [first, ...known].find((page) => page.url().endsWith('/capture-toolbar.html'));
  if (bar === undefined) throw new Error('the capture window has no tool bar');
  await bar.getByText(/^Siap/).waitFor();
  return bar;
}

async function lookAtEvidence({ person, camera }: Walk): Promise<void> {
  const { page } = person;
  const list = page.getByRole('list', { name: 'Bukti' });
  await list.locator('img').first().waitFor(LONG);
  await list.getByRole('button').first().click();
  const viewer = page.getByRole('dialog', { name: 'Penampil bukti' });
  await viewer.getByRole('img', { name: /^Gambar bukti/ }).waitFor();
  await page.keyboard.press('d');
  await viewer.getByRole('button', { name: /Periksa segel/ }).click();
  await viewer.getByRole('status').filter({ hasText: /^Utuh/ }).waitFor(LONG);
  await camera.take('penampil-bukti');
  await page.keyboard.press('Escape');
  await viewer.waitFor({ state: 'detached' });
}

async function addFile({ person, camera }: Walk): Promise<void> {
  const { page } = person;
  const picture = person.file('tangkapan-dari-pelapor.png');
  await page.screenshot({ path: picture });
  await answerOpenDialog(person.netra, picture);
  await press(page, 'Tambah berkas');
  const dialog = page.getByRole('dialog', { name: 'Tambah bukti dari berkas' });
  await dialog.getByLabel('Diperoleh dari').fill('Pelapor A (identitas dilindungi)');
  await dialog.getByLabel('Kapan diperoleh').fill('22 Oktober 2024 pukul 09.00 WIB');
  await dialog.getByLabel('Waktu unggah seperti tertulis').fill('3 jam');
  await camera.take('tambah-berkas');
  await press(page, 'Simpan bukti');
  await dialog.getByText(/bukti tersimpan/).waitFor(LONG);
  await press(page, 'Tutup');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

async function chooseAllegation({ person, camera }: Walk): Promise<void> {
  const { page } = person;
  await press(page, 'Tambah dugaan');
  const dialog = page.getByRole('dialog', { name: 'Pilih dari tabel rujukan' });
  await dialog.waitFor();
  await camera.take('dugaan');
  await dialog.getByRole('button', { name: /^KE-5/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.n-case-nav').getByRole('button', { name: 'Terlapor' }).click();
  await camera.take('kasus');
}

async function report({ person, camera }: Walk): Promise<void> {
  const { page } = person;
  await press(page, 'Buat laporan');
  await press(page, 'Susun pratinjau');
  await page.getByRole('img', { name: /^Halaman 1 dari \d+/ }).waitFor(LONG);
  await camera.take('pratinjau-laporan');
  await press(page, /^Segel (dan simpan|sebagai draf)$/);
  const dialog = page.getByRole('dialog', { name: 'Segel dan simpan' });
  await dialog.waitFor();
  await camera.take('segel-dan-simpan');
  await dialog.getByRole('button', { name: /^Segel (dan simpan|sebagai draf)$/ }).click();
  await page.getByRole('grid', { name: 'Dokumen' }).focus(LONG);
  await page.keyboard.press('Enter');
  const save = page.getByRole('dialog').getByRole('button', { name: 'Simpan salinan' });
  await save.waitFor(LONG);
  await answerSaveDialog(person.netra, person.file('laporan.pdf'));
  await save.click();
  await page.getByText('laporan.pdf tersimpan.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await press(page, 'Verifikasi dokumen');
  await answerOpenDialog(person.netra, person.file('laporan.pdf'));
  await press(page, /Letakkan PDF/);
  await page.getByRole('heading', { name: 'Sah', exact: true }).waitFor(LONG);
  await camera.take('verifikasi-dokumen');
}

/** Many documents at once, and a package of somebody else. */
async function dialogs({ person, camera }: Walk): Promise<void> {
  const { page } = person;
  for (const [place, button, picture] of [
    ['Dokumen', 'Terbitkan massal', 'terbitkan-massal'],
    ['Paket', 'Terima paket', 'terima-paket'],
  ] as const) {
    await goTo(page, place);
    await press(page, button);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Batal' }).waitFor();
    await camera.take(picture);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
}

async function keep({ person, camera }: Walk): Promise<void> {
  const { page } = person;
  await goTo(page, 'Jejak Audit');
  await page.getByRole('gridcell').first().waitFor();
  await camera.take('jejak-audit');
  await goTo(page, 'Pengaturan');
  const sections = page.getByRole('navigation', { name: 'Pengaturan' });
  await sections.getByRole('link', { name: 'Brankas', exact: true }).click();
  await page.getByText('Cadangan terakhir').first().waitFor();
  await camera.take('cadangan');
  await sections.getByRole('link', { name: 'Segel', exact: true }).click();
  await page.getByRole('button', { name: 'Simpan tanda terima (PDF)' }).waitFor();
  await camera.take('segel');
  await sections.getByRole('link', { name: 'Rujukan hukum', exact: true }).click();
  await page
    .getByText(/baris diverifikasi/)
    .first()
    .waitFor();
  await camera.take('rujukan-hukum');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(/^Nama, NIP, nomor kasus/).fill('rahmat');
  await page.getByText(new RegExp(PERSON)).first().waitFor();
  await camera.take('cari-atau-perintah');
  await page.keyboard.press('Escape');
  await page.locator('h1').first().click();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Pintasan papan tik' }).waitFor();
  await camera.take('pintasan');
  await page.keyboard.press('Escape');
}

async function lock({ person, camera }: Walk): Promise<void> {
  const { page } = person;
  await page.getByRole('dialog', { name: 'Pintasan papan tik' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+l');
  await waitForDoor(page);
  await unlock(page, 'bukan kata sandinya');
  await page.getByText(/Kata sandi tidak cocok/).waitFor(LONG);
  await camera.take('terkunci');
}
