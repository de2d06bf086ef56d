/**
 * The main job on made-up data, start to finish: roster, three posts captured in the real capture window, a case, the
 * signed report, its verification by us and by other people's tools. Exit 0 only if every step held.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { forgedReport } from './forged-report.ts';
import { netra, netraRefuses, type Netra } from './netra.ts';
import { checkWithOutsideTools, renderPages } from './outside-tools.ts';
import { readRowCodes } from './row-codes.ts';
import { SAMPLE_POSTS, startSampleSite } from './sample-site.ts';
import { takeScreenshots } from './screenshots.ts';
import { createSteps, StepFailed } from './steps.ts';

const root = path.resolve(import.meta.dirname, '../..');
const output = path.join(root, 'demo-output');
const SAMPLE_NIP_QUERY = 'Rahmat Contoh';
const PASSPHRASE = 'kereta melaju pelan 42';

async function main(): Promise<void> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const folder = mkdtempSync(path.join(tmpdir(), 'netra-demo-'));
  const passphraseFile = path.join(folder, 'passphrase');
  writeFileSync(passphraseFile, PASSPHRASE, { mode: 0o600 });
  const vault = path.join(folder, 'vault');
  const report = path.join(output, 'laporan.pdf');
  const certificate = path.join(output, 'segel.pem');
  const run: Netra = (words) => netra([...words, '--passphrase-file', passphraseFile], folder);
  const steps = createSteps();
  const site = await startSampleSite();
  try {
    await steps.run('Brankas latihan dibuat', async () => {
      const made = await run([
        'vault',
        'create',
        vault,
        '--user',
        'Ayu Petugas',
        '--practice',
        '--recovery-file',
        path.join(folder, 'recovery'),
      ]);
      return `segel ${String(made['sealFingerprint']).slice(0, 16)}…`;
    });
    await steps.run('Daftar pegawai diimpor', async () => {
      const result = await run([
        'roster',
        'import',
        path.join(root, 'resources/sample/daftar-pegawai-contoh.xlsx'),
        '--vault',
        vault,
      ]);
      return `${String(result['added'])} ditambahkan, ${(result['rejected'] as unknown[]).length} ditolak`;
    });
    await steps.run('Kop naskah dinas diatur', async () => {
      const settings = await run([
        'settings',
        'set',
        path.join(root, 'resources/sample/pengaturan-contoh.json'),
        '--vault',
        vault,
      ]);
      return (settings['letterhead'] as { agency: string }).agency;
    });
    const number = await steps.run('Kasus dibuka', async () => {
      const people = (await run(['roster', 'list', '--vault', vault, '--query', SAMPLE_NIP_QUERY]))['rows'] as {
        nip: string;
        name: string;
      }[];
      const person = people[0];
      if (!person) throw new Error('the sample roster does not hold the sample person');
      const page = await run([
        'case',
        'create',
        '--vault',
        vault,
        '--title',
        'Unggahan dukungan di media sosial',
        '--employee',
        person.nip,
        '--reason',
        'Nama dan foto profil sama dengan data pegawai (contoh).',
        '--act-date',
        '2024-10-21',
        '--allegation',
        'D-6',
        '--narrative',
        'Akun yang diduga milik pegawai mengunggah ajakan memilih pasangan calon.',
      ]);
      return (page['case'] as { number: string }).number;
    });
    await steps.run('Tiga unggahan diambil di jendela pengambilan', async () => {
      const addresses = SAMPLE_POSTS.map((post) => site.origin + post.path);
      const results = (await run(['evidence', 'capture', number, ...addresses, '--vault', vault])) as unknown as {
        outcome: string;
        artefacts: { kind: string; height: number | null }[];
      }[];
      if (results.some((one) => one.outcome !== 'captured'))
        throw new Error(`outcomes: ${results.map((one) => one.outcome).join(', ')}`);
      return results
        .map((one) => `${one.artefacts.find(({ kind }) => kind === 'full-page-image')?.height ?? 0} px`)
        .join(', ');
    });
    await steps.run('Laporan dibuat dan disegel', async () => {
      await run(['report', 'certificate', certificate, '--vault', vault]);
      const built = await run(['report', 'build', number, report, '--vault', vault]);
      return `${String(built['pages'])} halaman, SHA-256 ${String(built['sha256']).slice(0, 16)}…`;
    });
    await steps.run('Verifikasi: sah dengan sertifikat segel, belum dapat dipastikan tanpanya', async () => {
      const trusted = await netra(['report', 'verify', report, '--trust', certificate], folder);
      const alone = await netraRefuses(['report', 'verify', report], folder);
      if (trusted['verdict'] !== 'valid' || alone['verdict'] !== 'indeterminate')
        throw new Error(`verdicts: ${String(trusted['verdict'])}, ${String(alone['verdict'])}`);
      return 'valid / indeterminate';
    });
    await steps.run('Laporan yang diubah dan disegel ulang dengan segel lain tidak pernah sah', async () => {
      const forged = path.join(folder, 'forged.pdf');
      writeFileSync(forged, await forgedReport(readFileSync(report)));
      const verdicts = [
        await netraRefuses(['report', 'verify', forged, '--trust', certificate], folder),
        await netraRefuses(['report', 'verify', forged], folder),
      ].map((one) => String(one['verdict']));
      if (verdicts.includes('valid')) throw new Error('a forged report was called valid');
      return verdicts.join(' / ');
    });
    await steps.run('Alat lain menerima laporan', () =>
      checkWithOutsideTools(report, folder, async (evidence, kind, file) => {
        await run(['evidence', 'export', evidence, file, '--artefact', kind, '--vault', vault]);
      }),
    );
    await steps.run('Kode baris dibaca kembali dari halaman laporan', async () => {
      const pages = await renderPages(report, folder);
      if (pages === null) return 'dilewati, pdftoppm (poppler-utils) tidak terpasang';
      const codes = new Set(pages.flatMap((page) => readRowCodes(page)));
      return SAMPLE_POSTS.map((post) => codesOf(post, codes)).join('');
    });
    await steps.run('Brankas diperiksa ulang', async () => {
      const found = await run(['vault', 'verify', vault]);
      return `${String(found['items'])} berkas, ${String((found['custody'] as { entries: number }).entries)} entri jejak audit`;
    });
    await steps.run('Tangkapan layar aplikasi', async () =>
      (await takeScreenshots({ vault, passphrase: PASSPHRASE, output })).join(', '),
    );
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  process.stdout.write(`\nLaporan:    ${report}\nSertifikat: ${certificate}\nLayar:      ${output}\n`);
}

/** Every code the post painted must have been read back; prints them as read. */
function codesOf(post: (typeof SAMPLE_POSTS)[number], codes: ReadonlySet<number>): string {
  const read = [...codes]
    .filter((code) => code >= post.firstCode && code < post.firstCode + 0x1000)
    .sort((a, b) => a - b);
  if (read.length !== post.bands) throw new Error(`${post.path}: ${read.length} of ${post.bands} codes were read back`);
  return `\n          ${post.path} (${read.length}): ${read.map((code) => code.toString(16).toUpperCase()).join(' ')}`;
}

try {
  await main();
} catch (error) {
  // The step that failed has said so in its own line; anything else is said here.
  if (!(error instanceof StepFailed))
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
