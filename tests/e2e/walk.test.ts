/** Every screen and dialog on a small office laptop, light and dark: nothing complains, nothing is cut off, the keys reach all. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tooWide, unreachable } from '../support/journey/look-over.ts';
import { ask, PASSPHRASE, type Person, press, sitDown, unlock, waitForDoor } from '../support/journey/person.ts';
import { answerOpenDialog, resizeTo } from '../support/journey/system.ts';

/** 1366 x 768 at 125 %. */
const SMALL = [1093, 614] as const;
const PICTURE = path.resolve(import.meta.dirname, '../../resources/icons/icon.png');
const THEMES = ['light', 'dark'] as const;
/** No screen. */
const NOWHERE = '/tidak/ada';

interface Stop {
  readonly name: string;
  readonly address: string;
  /** Brings out a dialog or a panel. */
  readonly act?: (page: Page) => Promise<void>;
}

let person: Person;
let page: Page;
let caseId = '';

const opener =
  (...names: readonly (string | RegExp)[]) =>
  async (screen: Page): Promise<void> => {
    const before = await screen.getByRole('dialog').count();
    for (const name of names) await press(screen, name);
    await expect.poll(() => screen.getByRole('dialog').count()).toBe(before + 1);
    // On top of everything, not only there: its first control can be pressed.
    await screen.getByRole('dialog').last().getByRole('button').first().click({ trial: true });
  };

const opened =
  (key: string) =>
  async (screen: Page): Promise<void> => {
    await screen.keyboard.press(key);
    await screen.getByRole('dialog').waitFor();
  };

/** The dialogs of a case and the case itself; its id is known when the vault is there. */
const ofCase = (name: string, act?: Stop['act']): Stop => ({
  name,
  get address() {
    return `/kasus/${caseId}`;
  },
  ...(act !== undefined && { act }),
});

const STOPS: readonly Stop[] = [
  { name: 'beranda', address: '/' },
  { name: 'kasus', address: '/kasus' },
  { name: 'kasus-baru', address: '/kasus?baru=true' },
  ofCase('satu-kasus'),
  ofCase('kasus-status', opener('Ubah status')),
  ofCase('kasus-terlapor', opener('Tetapkan terlapor')),
  ofCase('kasus-uraian', async (screen) => press(screen, 'Ubah uraian')),
  ofCase('kasus-dugaan', opener('Tambah dugaan')),
  ofCase('kasus-paket', opener('Buat paket kasus')),
  { name: 'bukti', address: '/bukti' },
  { name: 'bukti-penampil', address: '/bukti', act: lookAtFirst },
  {
    name: 'bukti-keterangan',
    address: '/bukti',
    act: async (screen) => lookAtFirst(screen).then(() => opener('Ubah keterangan')(screen)),
  },
  {
    name: 'bukti-tarik',
    address: '/bukti',
    act: async (screen) => lookAtFirst(screen).then(() => opener('Tarik bukti')(screen)),
  },
  { name: 'pegawai', address: '/pegawai' },
  {
    name: 'pegawai-satu',
    address: '/pegawai',
    act: openFirstRow,
  },
  { name: 'pegawai-tambah', address: '/pegawai', act: opener('Tambah pegawai') },
  { name: 'impor', address: '/pegawai/impor' },
  { name: 'pemantauan', address: '/pemantauan' },
  { name: 'pemantauan-ronde', address: '/pemantauan', act: opener('Mulai ronde') },
  { name: 'pemantauan-cakupan', address: '/pemantauan?cakupan=true' },
  { name: 'pemilihan', address: '/pemilihan' },
  { name: 'pemilihan-baru', address: '/pemilihan', act: opener('Tambah pemilihan') },
  { name: 'pemilihan-calon', address: '/pemilihan?bagian=candidates' },
  { name: 'pemilihan-pengingat', address: '/pemilihan?bagian=reminders' },
  { name: 'pemilihan-aturan', address: '/pemilihan?bagian=rules' },
  { name: 'aduan', address: '/aduan' },
  { name: 'aduan-catat', address: '/aduan', act: opener('Catat aduan') },
  { name: 'hoaks', address: '/hoaks' },
  { name: 'hoaks-catat', address: '/hoaks', act: opener('Catat hoaks') },
  { name: 'sosialisasi', address: '/sosialisasi' },
  { name: 'sosialisasi-rencana', address: '/sosialisasi', act: opener('Rencanakan sosialisasi') },
  { name: 'sosialisasi-ikrar', address: '/sosialisasi?bagian=ikrar' },
  { name: 'sosialisasi-cakupan', address: '/sosialisasi?bagian=cakupan' },
  { name: 'sosialisasi-bahan', address: '/sosialisasi?bagian=bahan' },
  { name: 'rekap', address: '/rekap' },
  { name: 'dokumen', address: '/dokumen' },
  { name: 'dokumen-buat', address: '/dokumen/buat' },
  { name: 'dokumen-verifikasi', address: '/dokumen/verifikasi' },
  { name: 'jejak', address: '/jejak' },
  {
    name: 'jejak-entri',
    address: '/jejak',
    act: openFirstRow,
  },
  ...[
    'kop',
    'nomor',
    'kunci',
    'brankas',
    'akun',
    'segel',
    'hukum',
    'padanan',
    'akun-kantor',
    'aduan',
    'kanal-hoaks',
    'tampilan',
    'tentang',
  ].map((section) => ({
    name: `pengaturan-${section}`,
    address: `/pengaturan/${section}`,
  })),
  { name: 'pengguna-tambah', address: '/pengaturan/akun', act: opener('Tambah pengguna') },
  { name: 'hukum-baris', address: '/pengaturan/hukum', act: opener(/^Ubah KE-1$/) },
  { name: 'pekerjaan', address: '/', act: async (screen) => press(screen, /^Pekerjaan/) },
  { name: 'pintasan', address: '/', act: opened('?') },
  { name: 'kotak-perintah', address: '/', act: opened('Control+k') },
  { name: 'tak-dikenal', address: NOWHERE },
];

/** The screens themselves, without what lies over them; a dialog keeps the focus to itself. */
const SCREENS = STOPS.filter(({ act, address }) => act === undefined && !address.includes('baru'));

beforeAll(async () => {
  person = await sitDown();
  page = person.page;
  await resizeTo(person.netra, ...SMALL);
});
afterAll(() => person.netra.close());

describe.each(THEMES)('at the door, %s', (theme) => {
  it.each([
    ['buat', /Buat brankas/],
    ['pulih', /Pulihkan dari cadangan/],
  ] as const)('%s', async (name, opening) => {
    await wear(theme);
    await page.reload();
    await lookOver(`pintu-${theme}`);
    await press(page, opening);
    await lookOver(`pintu-${name}-${theme}`);
    expect(await unreachable(page)).toEqual([]);
  });
});

describe('with a vault', () => {
  beforeAll(async () => {
    const directory = person.file('brankas');
    const made = await ask(page, 'vault.create', {
      directory,
      name: 'Pemantauan Netralitas Kota Contoh 2027',
      userName: 'Petugas Latihan',
      passphrase: PASSPHRASE,
      practice: true,
      sampleData: true,
    });
    expect(made).toMatchObject({ ok: true });
    const rows = z.object({ rows: z.array(z.object({ id: z.string() })) });
    caseId = rows.parse((await ask(page, 'cases.list', {})).value).rows.at(-1)?.id ?? '';
    await takePicture();
  });

  it.each(STOPS.map((stop) => [stop.name, stop] as const))('light: %s', async (name, stop) => {
    await wear('light');
    await walkTo(stop);
    await lookOver(`${name}-light`);
  });

  // Where things stand is the same in both; the dark theme is worn by the screens themselves.
  it.each(SCREENS.map((stop) => [stop.name, stop] as const))(
    'dark, and keys reach every control: %s',
    async (name, stop) => {
      await wear('dark');
      await walkTo(stop);
      await lookOver(`${name}-dark`);
      expect(await unreachable(page)).toEqual([]);
    },
  );

  it('calls nobody absent from a list that was never imported', async () => {
    await walkTo({ name: 'pegawai', address: '/pegawai' });
    await openFirstRow(page);
    await page.getByRole('complementary').getByRole('heading', { name: 'Riwayat kepegawaian' }).waitFor();
    expect(await page.getByText('Tidak ada dalam daftar terakhir').count()).toBe(0);
  });

  it('Ctrl+K finds a case and opens it, by keys alone', async () => {
    await walkTo({ name: 'beranda', address: '/' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('bakal calon');
    await page.getByRole('dialog').getByText('Foto bersama bakal calon').waitFor();
    await person.look('kotak-menemukan');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Foto bersama bakal calon' }).waitFor();
  });

  it('digits go to the places of the rail', async () => {
    await walkTo({ name: 'beranda', address: '/' });
    for (const [digit, title] of [
      ['2', 'Kasus'],
      ['3', 'Bukti'],
      ['4', 'Pegawai'],
      ['5', 'Dokumen'],
      ['6', 'Jejak Audit'],
    ] as const) {
      await page.keyboard.press(digit);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
    }
  });

  it('and at the closed door', async () => {
    for (const theme of THEMES) {
      await wear(theme);
      await page.keyboard.press('Control+l');
      await waitForDoor(page);
      await lookOver(`terkunci-${theme}`);
      await press(page, 'Kata sandi terlupa');
      await lookOver(`pemulihan-${theme}`);
      expect(await unreachable(page)).toEqual([]);
      await press(page, 'Kembali');
      await unlock(page);
      await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
    }
  });
});

it('complained of nothing on the way', () => {
  expect(person.netra.violations).toEqual([]);
  expect(person.netra.problems).toEqual([]);
});

/**
 * Goes to an address from elsewhere, so that nothing of the last stop is left open: what lies over all screens (the sheet of
 * shortcuts, the jobs) goes only with the page.
 */
async function walkTo({ address, act }: Stop): Promise<void> {
  const nowhere = page.getByText('Layar tidak ada');
  await page.evaluate((to) => window.location.assign(`#${to}`), NOWHERE);
  await nowhere.waitFor();
  if ((await page.getByRole('dialog').count()) + (await page.getByRole('complementary').count()) > 0) {
    await page.reload();
    await nowhere.waitFor();
  }
  if (address !== NOWHERE) {
    await page.evaluate((to) => window.location.assign(`#${to}`), address);
    await nowhere.waitFor({ state: 'detached' });
  }
  await settled();
  await act?.(page);
}

async function lookOver(name: string): Promise<void> {
  await settled();
  await person.look(`w-${name}`);
  expect(await tooWide(page)).toEqual([]);
}

/** Everything asked for has come, and what moves has arrived. */
async function settled(): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('#root')?.textContent !== '' &&
      document.querySelector('.n-bones') === null &&
      [...document.querySelectorAll('.mantine-Modal-content')].every((one) => getComputedStyle(one).opacity === '1') &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}

/** The page wears the theme; it is loaded again only when it wore the other. */
async function wear(theme: (typeof THEMES)[number]): Promise<void> {
  const worn = await page.evaluate(() => document.documentElement.dataset['mantineColorScheme']);
  if (worn === theme) return;
  expect(await ask(page, 'app.setPreferences', { theme })).toMatchObject({ ok: true });
  await page.reload();
  await page.waitForFunction((wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted, theme);
  // The screens are a file of their own: keys work once they are there.
  await page.locator('.n-door, .n-shell').waitFor();
}

/** One piece of evidence, from a file. */
async function takePicture(): Promise<void> {
  await answerOpenDialog(person.netra, PICTURE);
  await walkTo({ name: 'bukti', address: '/bukti' });
  await press(page, 'Tambah berkas');
  await page.getByRole('dialog').waitFor();
  await settled();
  await lookOver('bukti-tambah');
  await page.getByLabel('Diperoleh dari').fill('Pelapor');
  await press(page, 'Simpan bukti');
  await page.getByText('1 bukti tersimpan.').waitFor();
}

async function lookAtFirst(screen: Page): Promise<void> {
  await screen.getByRole('list', { name: 'Bukti' }).getByRole('button').first().click();
  await screen.getByRole('dialog', { name: 'Penampil bukti' }).waitFor();
  await screen.keyboard.press('d');
  await screen.getByRole('button', { name: 'Ubah keterangan' }).waitFor();
}

async function openFirstRow(screen: Page): Promise<void> {
  await screen.getByRole('row').nth(1).click();
  await screen.getByRole('complementary').waitFor();
}
