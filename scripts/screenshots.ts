/**
 * Pictures of every screen over the fake bridge, light and dark, in the sizes of office laptops: for looking at the design and
 * for the user guide. Fails when a page breaks its content security policy or complains on the console, or a text is hard to read.
 * Usage: node scripts/screenshots.ts [folder] [--only=name,…] [--sizes=1093x614,…] [--themes=light,dark] [--language=en]; needs a display (xvfb-run).
 */
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import react from '@vitejs/plugin-react';
import PDFDocument from 'pdfkit';
import axe from 'axe-core';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { build } from 'vite';
import { ensureElectron } from './lib/electron.mjs';

const repository = path.resolve(import.meta.dirname, '..');
const work = path.join(repository, '.cache/preview');
const { folder, only, sizes, themes, language } = readArguments(process.argv.slice(2));
type Theme = 'light' | 'dark';

interface Screen {
  readonly name: string;
  readonly vault?: 'none' | 'locked' | 'practice';
  readonly address: string;
  /** Brings the page into the state that is to be seen. */
  readonly act?: (page: Page) => Promise<void>;
}

const caseId = '0192a000-0002-7000-8000-000000000000';
const press = async (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

const SCREENS: readonly Screen[] = [
  { name: 'door-welcome', vault: 'none', address: '/' },
  { name: 'door-create', vault: 'none', address: '/', act: (page) => press(page, /Buat brankas/) },
  { name: 'door-recovery', vault: 'none', address: '/', act: createVault },
  { name: 'door-unlock', vault: 'locked', address: '/' },
  { name: 'door-wrong', vault: 'locked', address: '/', act: wrongPassphrase },
  { name: 'home', address: '/' },
  { name: 'recap', address: '/rekap' },
  { name: 'recap-public', address: '/rekap', act: async (page) => page.getByText('Untuk umum').click() },
  { name: 'home-practice', vault: 'practice', address: '/' },
  { name: 'monitoring', address: '/pemantauan' },
  { name: 'monitoring-begin', address: '/pemantauan?mulai=true&lanjut=0192a000-0032-7000-8000-000000000000' },
  {
    name: 'monitoring-work',
    address: '/pemantauan?ronde=0192a000-0032-7000-8000-000000000002',
    act: (page) => page.keyboard.press('x'),
  },
  {
    name: 'monitoring-items',
    address: '/pemantauan?ronde=0192a000-0032-7000-8000-000000000002',
    act: async (page) => page.getByText('Daftar akun').click(),
  },
  {
    name: 'monitoring-facts',
    address: '/pemantauan?ronde=0192a000-0032-7000-8000-000000000002',
    act: async (page) => page.getByText('Rencana dan hasil').click(),
  },
  { name: 'monitoring-coverage', address: '/pemantauan?cakupan=true' },
  {
    name: 'monitoring-person',
    address: '/pemantauan?cakupan=true&orang=0192a000-0001-7000-8000-000000000000',
    act: async (page) => page.getByText('Pegawai', { exact: true }).nth(1).click(),
  },
  { name: 'cases', address: '/kasus' },
  { name: 'elections', address: '/pemilihan' },
  { name: 'elections-candidates', address: '/pemilihan?bagian=candidates' },
  { name: 'elections-candidate', address: '/pemilihan?bagian=candidates&pilih=0192a000-003e-7000-8000-000000000000' },
  { name: 'elections-reminders', address: '/pemilihan?bagian=reminders' },
  { name: 'elections-rules', address: '/pemilihan?bagian=rules' },
  { name: 'case', address: `/kasus/${caseId}` },
  { name: 'public-reports', address: '/aduan' },
  { name: 'public-report', address: '/aduan/0192a000-0028-7000-8000-000000000000' },
  { name: 'public-report-record', address: '/aduan?baru=true' },
  { name: 'settings-public-reports', address: '/pengaturan/aduan' },
  { name: 'hoaxes', address: '/hoaks' },
  { name: 'hoax', address: '/hoaks?pilih=0192a000-001e-7000-8000-000000000001' },
  { name: 'hoax-record', address: '/hoaks?baru=true' },
  { name: 'hoax-channels', address: '/pengaturan/kanal-hoaks' },
  {
    name: 'case-acts',
    address: `/kasus/${caseId}`,
    act: (page) => showSection(page, 'kasus-acts'),
  },
  {
    name: 'case-accounts',
    address: `/kasus/${caseId}`,
    act: (page) => showSection(page, 'kasus-accounts'),
  },
  {
    name: 'person-proof',
    address: '/pegawai?pilih=0192a000-0001-7000-8000-000000000000',
    act: async (page) => page.getByText('Alasan dan tingkat keyakinan').first().click(),
  },
  {
    name: 'case-evidence',
    address: `/kasus/${caseId}`,
    act: async (page) => page.locator('.n-case-nav').getByRole('button', { name: 'Bukti' }).click(),
  },
  {
    name: 'case-package',
    address: `/kasus/${caseId}`,
    act: async (page) => {
      await page.locator('.n-case-nav').getByRole('button', { name: 'Dokumen' }).click();
      await press(page, 'Buat paket kasus');
    },
  },
  {
    name: 'case-package-locked',
    address: `/kasus/${caseId}`,
    act: async (page) => {
      await page.locator('.n-case-nav').getByRole('button', { name: 'Dokumen' }).click();
      await press(page, 'Buat paket kasus');
      await page.getByRole('combobox', { name: 'Bentuk' }).click();
      await page.getByRole('option', { name: /kata sandi/ }).click();
    },
  },
  { name: 'outreach', address: '/sosialisasi' },
  { name: 'outreach-plan', address: '/sosialisasi', act: (page) => press(page, 'Rencanakan sosialisasi') },
  { name: 'outreach-session', address: '/sosialisasi?pilih=0192a000-0046-7000-8000-000000000001' },
  { name: 'outreach-declarations', address: '/sosialisasi?bagian=ikrar' },
  { name: 'outreach-coverage', address: '/sosialisasi?bagian=cakupan' },
  { name: 'outreach-handout', address: '/sosialisasi?bagian=bahan' },
  { name: 'packages', address: '/paket' },
  { name: 'package-receive', address: '/paket', act: (page) => press(page, 'Terima paket') },
  { name: 'package', address: '/paket?pilih=0192a000-0014-7000-8000-000000000001' },
  { name: 'lost-laptop', address: '/pengaturan/hilang' },
  { name: 'case-new', address: '/kasus?baru=true' },
  { name: 'evidence', address: '/bukti' },
  {
    name: 'evidence-viewer',
    address: '/bukti?lihat=0192a000-0003-7000-8000-000000000000',
    act: (page) => press(page, /Rincian/),
  },
  {
    name: 'working-copies',
    address: '/bukti?lihat=0192a000-0003-7000-8000-000000000000',
    act: lookAtCopies,
  },
  {
    name: 'evidence-stated',
    address: '/bukti?lihat=0192a000-0003-7000-8000-000000000000',
    act: async (page) => {
      await press(page, /Rincian/);
      await page.getByRole('heading', { name: 'Keterangan halaman' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'evidence-finding',
    address: '/bukti?lihat=0192a000-0003-7000-8000-000000000000',
    act: async (page) => {
      await page.keyboard.press('Control+f');
      await page.getByRole('textbox', { name: 'Cari kata pada gambar' }).fill('bersama');
    },
  },
  { name: 'working-copy', address: '/bukti?lihat=0192a000-0003-7000-8000-000000000000', act: editCopy },
  { name: 'working-copy-tall', address: '/bukti?lihat=0192a000-0003-7000-8000-000000000002', act: editCopy },
  { name: 'evidence-intake', address: '/bukti', act: (page) => press(page, 'Tambah berkas') },
  { name: 'queue', address: '/antrean' },
  { name: 'queue-new', address: '/antrean?buat=true', act: lookOverList },
  {
    name: 'second-looks',
    address: '/bukti?lihat=0192a000-0003-7000-8000-000000000000',
    act: showLooks,
  },
  {
    name: 'second-look-compare',
    address: '/bukti?lihat=0192a000-0003-7000-8000-000000000000',
    act: async (page) => {
      await showLooks(page);
      await press(page, 'Bandingkan');
    },
  },
  { name: 'roster', address: '/pegawai' },
  { name: 'roster-person', address: '/pegawai?pilih=0192a000-0001-7000-8000-000000000000' },
  { name: 'import-file', address: '/pegawai/impor' },
  { name: 'import-columns', address: '/pegawai/impor', act: openRoster },
  { name: 'import-sheets-alike', address: '/pegawai/impor', act: showAlike },
  { name: 'import-review', address: '/pegawai/impor', act: reviewImport },
  { name: 'import-change', address: '/pegawai/impor', act: reviewChange },
  { name: 'import-proposals', address: '/pegawai/impor', act: (page) => reviewGroup(page, 'proposed') },
  { name: 'import-notes', address: '/pegawai/impor', act: (page) => reviewGroup(page, 'notes') },
  { name: 'import-result', address: '/pegawai/impor', act: finishImport },
  { name: 'documents', address: '/dokumen' },
  {
    name: 'document-signatures',
    address: '/dokumen',
    act: (page) => press(page, /^Tanda tangan: /),
  },
  { name: 'settings-signatures', address: '/pengaturan/tanda-tangan' },
  { name: 'document-build', address: `/dokumen/buat/${caseId}`, act: (page) => press(page, 'Susun pratinjau') },
  {
    name: 'document-wording',
    address: `/dokumen/buat/${caseId}?jenis=ba_verifikasi&redaksi=true`,
    act: (page) => press(page, 'Susun pratinjau'),
  },
  { name: 'document-batch', address: '/dokumen', act: (page) => press(page, 'Terbitkan massal') },
  { name: 'document-verify', address: '/dokumen/verifikasi', act: (page) => press(page, /Letakkan PDF/) },
  { name: 'custody', address: '/jejak' },
  { name: 'settings-letter', address: '/pengaturan/kop' },
  { name: 'settings-documents', address: '/pengaturan/dokumen', act: (page) => press(page, 'Laporan ke Inspektorat') },
  { name: 'settings-status', address: '/pengaturan/padanan' },
  { name: 'settings-office-account', address: '/pengaturan/akun-kantor' },
  { name: 'settings-vault', address: '/pengaturan/brankas' },
  { name: 'settings-users', address: '/pengaturan/akun' },
  { name: 'settings-seal', address: '/pengaturan/segel' },
  { name: 'settings-legal', address: '/pengaturan/hukum' },
  { name: 'settings-look', address: '/pengaturan/tampilan' },
  { name: 'command-box', address: '/', act: searchEverything },
  { name: 'shortcuts', address: '/', act: async (page) => page.keyboard.press('?') },
];

async function lookOverList(page: Page): Promise<void> {
  await page.getByLabel(/Alamat, satu per baris/).fill('lini.test/netral/unggahan/4001');
  await press(page, 'Periksa daftar');
  await page.getByLabel(/Nama antrean/).fill('Unggahan pekan ini');
}

async function showLooks(page: Page): Promise<void> {
  await press(page, /Rincian/);
  await page.getByText('Ambil ulang', { exact: true }).first().scrollIntoViewIfNeeded();
}

/** What pages and axe complained about. */
const complaints: string[] = [];
await main();

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await buildPreview();
  const pdf = await samplePdf();
  const runtime = await ensureElectron();
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [path.join(repository, 'tests/support/preview/electron.cjs'), '--no-sandbox', '--disable-gpu'],
    env: { ...definedEnvironment(), NETRA_PREVIEW_ROOT: work, NETRA_PREVIEW_PDF: pdf },
  });
  try {
    const page = await app.firstWindow();
    page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    const screens = SCREENS.filter(({ name }) => only.length === 0 || only.includes(name));
    for (const theme of themes)
      for (const size of sizes) for (const screen of screens) await take(app, page, screen, theme, size);
  } finally {
    await app.close();
  }
  for (const complaint of new Set(complaints)) process.stderr.write(`${complaint}\n`);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}

async function take(
  app: ElectronApplication,
  page: Page,
  screen: Screen,
  theme: Theme,
  size: readonly [number, number],
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    [...size] as [number, number],
  );
  await page.goto(`app://netra/${screen.vault ?? 'open'}-${theme}-${language}.html#${screen.address}`);
  await page.reload();
  await page.waitForLoadState('networkidle');
  await settled(page);
  await screen.act?.(page);
  await settled(page);
  complaints.push(...(await lowContrast(page)).map((found) => `${screen.name} ${theme}: ${found}`));
  await page.screenshot({ path: path.join(folder, `${screen.name}-${theme}-${size.join('x')}.png`) });
}

/** Texts that are hard to read on their ground, as axe finds them in the drawn page. */
async function lowContrast(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const runner = Reflect.get(window, 'axe') as {
      run: (options: unknown) => Promise<{ violations: { nodes: { html: string; failureSummary?: string }[] }[] }>;
    };
    const { violations } = await runner.run({ runOnly: ['color-contrast'] });
    return violations.flatMap(({ nodes }) =>
      nodes.map(({ html, failureSummary }) => `${html.slice(0, 140)} ${failureSummary ?? ''}`),
    );
  });
}

async function createVault(page: Page): Promise<void> {
  await press(page, /Buat brankas/);
  await page.getByLabel('Nama brankas').fill('Pemantauan Netralitas 2027');
  await press(page, 'Lanjut');
  await page.getByLabel('Nama petugas').fill('Rahma Yuliani');
  await page.getByLabel('Kata sandi', { exact: true }).fill('empat kata acak benar');
  await page.getByLabel('Ulangi kata sandi').fill('empat kata acak benar');
  await press(page, 'Buat brankas');
}

async function wrongPassphrase(page: Page): Promise<void> {
  await page.getByLabel('Kata sandi', { exact: true }).fill('bukan kata sandinya');
  await press(page, 'Buka');
}

async function lookAtCopies(page: Page): Promise<void> {
  await press(page, /Rincian/);
  await press(page, 'Salinan 2');
  await page.getByRole('button', { name: 'Tindakan untuk versi 2' }).scrollIntoViewIfNeeded();
}

/** Every tool once, by pointer, with a mask selected. */
async function editCopy(page: Page): Promise<void> {
  await page.keyboard.press('s');
  const picture = page.locator('.n-copy-picture svg');
  await picture.waitFor();
  await page.keyboard.press('z');
  await page.keyboard.press('z');
  const box = await picture.boundingBox();
  if (box === null) throw new Error('the picture is not seen');
  const height = Math.min(box.height, 500);
  const drag = async (key: string, x1: number, y1: number, x2: number, y2: number): Promise<void> => {
    await page.keyboard.press(key);
    await page.mouse.move(box.x + x1 * box.width, box.y + y1 * height);
    await page.mouse.down();
    await page.mouse.move(box.x + x2 * box.width, box.y + y2 * height, { steps: 4 });
    await page.mouse.up();
  };
  await drag('c', 0.02, 0.02, 0.98, 0.97);
  await drag('h', 0.05, 0.8, 0.6, 0.86);
  await drag('b', 0.3, 0.3, 0.6, 0.6);
  await drag('e', 0.62, 0.3, 0.9, 0.6);
  await drag('a', 0.9, 0.15, 0.55, 0.4);
  await drag('t', 0.7, 0.08, 0.7, 0.08);
  await drag('m', 0.12, 0.06, 0.33, 0.16);
  await drag('m', 0.04, 0.05, 0.11, 0.17);
  await page.getByLabel('Alasan menutup bagian 2').selectOption('nama');
}

/** Without the smooth scrolling, which a picture would catch on its way. */
async function showSection(page: Page, id: string): Promise<void> {
  await page.locator(`#${id}`).evaluate((section) => section.scrollIntoView({ block: 'start', behavior: 'instant' }));
}

async function openRoster(page: Page): Promise<void> {
  await page.locator('.n-drop').click();
}

async function showAlike(page: Page): Promise<void> {
  await openRoster(page);
  await press(page, /^Dinas Sosial/);
}

async function reviewImport(page: Page): Promise<void> {
  await openRoster(page);
  await page.locator('.n-import-footer').getByRole('button').last().click();
  await page.getByRole('tablist').waitFor();
}

async function reviewGroup(page: Page, group: string): Promise<void> {
  await reviewImport(page);
  await page.locator(`#kelompok-${group}`).click();
}

async function reviewChange(page: Page): Promise<void> {
  await reviewGroup(page, 'changed');
  await page.getByRole('row').nth(3).click();
  await page.locator('.n-import-detail').waitFor();
}

async function finishImport(page: Page): Promise<void> {
  await reviewImport(page);
  await page.locator('.n-import-footer').getByRole('button').last().click();
  await page.locator('.n-tally').waitFor();
}

/** Nothing moves, nothing is still being fetched, every picture is drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const moving = document.getAnimations().some((one) => {
      const rounds = one.effect?.getTiming().iterations ?? 1;
      return one.playState === 'running' && Number.isFinite(rounds);
    });
    const waiting = document.querySelector('.n-bones, [aria-busy="true"]') !== null;
    const drawn = document.querySelector('#root')?.textContent !== '';
    return drawn && !moving && !waiting && [...document.images].every((image) => image.complete);
  });
}

async function searchEverything(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').locator('input').waitFor();
  await page.keyboard.type('bu', { delay: 20 });
}

async function buildPreview(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: path.join(repository, 'tests/support/preview'),
    base: './',
    plugins: [react()],
    build: {
      outDir: work,
      emptyOutDir: true,
      target: 'chrome114',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 6_000,
    },
  });
}

async function samplePdf(): Promise<string> {
  const file = path.join(work, 'contoh.pdf');
  const document = new PDFDocument({ size: 'A4', margin: 72 });
  const done = finished(document.pipe(createWriteStream(file)));
  document
    .fontSize(14)
    .text('PEMERINTAH KOTA BENGKULU', { align: 'center' })
    .text('DINAS KOMUNIKASI DAN INFORMATIKA', { align: 'center' });
  document.moveDown(2).fontSize(12).text('LAPORAN DUGAAN PELANGGARAN NETRALITAS', { align: 'center' }).moveDown();
  document.fontSize(11).text('Contoh halaman untuk melihat penampil dokumen. '.repeat(30), { align: 'justify' });
  document.addPage().text('Halaman kedua. '.repeat(60));
  document.end();
  await done;
  return file;
}

function readArguments(args: readonly string[]): {
  folder: string;
  only: string[];
  sizes: [number, number][];
  themes: Theme[];
  language: string;
} {
  const value = (name: string, otherwise: string): string[] =>
    (args.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise)
      .split(',')
      .filter((one) => one !== '');
  return {
    folder: path.resolve(args.find((one) => !one.startsWith('--')) ?? path.join(repository, 'demo-output/screens')),
    only: value('only', ''),
    sizes: value('sizes', '1093x614,1366x768,1920x1080').map((size) => [
      Number(size.split('x')[0]),
      Number(size.split('x')[1]),
    ]),
    language: value('language', 'id')[0] ?? 'id',
    themes: value('themes', 'light,dark').map((theme) => (theme === 'dark' ? 'dark' : 'light')),
  };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
