/** The case package: whole, byte for byte, recorded; or refused with nothing left behind. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CasePackaged,
  casePackageManifest,
  type CasePackageManifest,
  casePackaged,
} from '../../../shared/contract/case-package.ts';
import { startCasePackage } from '../../../electron/vault/exports/case-package.ts';
import { carryOut } from '../../../electron/vault/program/requests.ts';
import type { UseCaseContext } from '../../../electron/vault/kernel.ts';
import { listBlobFiles } from '../../../electron/vault/blobs/store.ts';
import type { IssuedReport } from '../../../shared/contract/reports.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

const MIB = 1_048_576;
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mountWorks();
let vault: TestVault;
let caseId: string;
/** Parent of the packages: nothing else may be in it afterwards. */
let out: string;
beforeEach(async () => {
  vault = await createTestVault();
  caseId = (await call('cases.create', { title: 'Unggahan' })).id;
  out = path.join(vault.folder, 'serah');
  mkdirSync(out);
});
afterEach(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

async function add(name: string, bytes: Uint8Array | string): Promise<string> {
  const taken = (await vault.job(
    await call('evidence.addFiles', { caseId, files: [await vault.file(name, bytes)], obtainedFrom: 'Warga' }),
  )) as { added: { id: string }[] };
  return taken.added[0]?.id ?? '';
}

async function packed(directory = path.join(out, 'paket')): Promise<CasePackaged> {
  return casePackaged.parse(await vault.job(await startCasePackage(caseId, { directory }, vault.service.context())));
}

function manifestOf(directory: string): CasePackageManifest {
  return casePackageManifest.parse(JSON.parse(readFileSync(path.join(directory, 'isi-paket.json'), 'utf8')));
}

/** Only root can make a small disk; a container may refuse it even then. */
function mountWorks(): boolean {
  const at = mkdtempSync(path.join(tmpdir(), 'netra-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at], { stdio: 'ignore' });
    execFileSync('umount', [at]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
}

/** The names in SHA256SUMS, each re-hashed; on Linux the tool itself reads them, too. */
function sumsOf(directory: string): string[] {
  const text = readFileSync(path.join(directory, 'SHA256SUMS'), 'utf8');
  const lines = text.trimEnd().split('\n');
  const names = lines.map((line) => {
    const [, sum, name = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    expect(sha256(readFileSync(path.join(directory, name)))).toBe(sum);
    return name;
  });
  if (process.platform === 'linux')
    execFileSync('sha256sum', ['-c', '--strict', '--quiet', 'SHA256SUMS'], { cwd: directory });
  return names;
}

/** The vault's context, whose package jobs tell of every step and can be stopped there. */
function watched(heard: (job: { cancel: () => void }, done: number) => void): UseCaseContext {
  const context = vault.service.context();
  return {
    ...context,
    startJob: (kind, label, work) => {
      const jobId: string = context.startJob(kind, label, (progress) =>
        work({
          signal: progress.signal,
          report: (phase, done, total) => {
            heard({ cancel: () => void vault.service.jobs.cancel(jobId) }, done);
            progress.report(phase, done, total);
          },
        }),
      );
      return jobId;
    },
  };
}

/** Bytes that no compression or pattern makes small, the same in every run. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let offset = 0, seed = 1; offset < length; offset += 1) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    bytes[offset] = seed >> 16;
  }
  return bytes;
}

describe('a case package', () => {
  it('holds every original byte for byte, the issued documents, and lists that check out', async () => {
    const video = noise(3_200_000);
    const odd = '../uji "berkas" \u202Egnp.exe. ';
    await add('rekaman.mp4', video);
    const { token } = vault.service.files.addBytes(odd, Buffer.from('isi'));
    await vault.job(await call('evidence.addFiles', { caseId, files: [token] }));
    const report = (await vault.job(
      await call('reports.issue', { caseId, kind: 'lengkap', signature: { method: 'seal' } }),
    )) as IssuedReport;
    const before = vault.service.context().custodyHead();

    const made = await packed();
    expect(made).toMatchObject({ directory: path.join(out, 'paket'), name: 'paket', files: 3, custodyHead: before });
    expect(readdirSync(out)).toEqual(['paket']);
    const files = globSync('**/*', { cwd: made.directory }).filter((one) =>
      statSync(path.join(made.directory, one)).isFile(),
    );
    expect(files.map((one) => one.split(path.sep).join('/')).sort()).toEqual([
      'BACA-SAYA.txt',
      'SHA256SUMS',
      'bukti/B-0001-rekaman.mp4',
      'bukti/B-0002-.._uji _berkas_ _gnp.exe',
      'dokumen/laporan-01-lengkap-draf.pdf',
      'isi-paket.json',
    ]);
    expect(readFileSync(path.join(made.directory, 'bukti/B-0001-rekaman.mp4')).equals(video)).toBe(true);
    expect(sha256(readFileSync(path.join(made.directory, 'dokumen/laporan-01-lengkap-draf.pdf')))).toBe(report.sha256);
    expect(sumsOf(made.directory)).toHaveLength(files.length - 1);

    const { case: row } = await call('cases.get', { id: caseId });
    const manifest = manifestOf(made.directory);
    expect(manifest).toMatchObject({ caseNumber: row.number, madeBy: { name: 'Ayu Petugas' }, custodyHead: before });
    expect(manifest.madeAtLocal).toContain('WIB');
    expect(manifest.files[0]).toMatchObject({
      type: 'original',
      path: 'bukti/B-0001-rekaman.mp4',
      bytes: video.length,
      sha256: sha256(video),
      evidenceNumber: 'B-0001',
      kind: 'file',
      secondHand: true,
      address: null,
    });
    expect(manifest.files[2]).toMatchObject({ type: 'document', kind: 'lengkap', draft: true, number: null });
    const readMe = readFileSync(path.join(made.directory, 'BACA-SAYA.txt'), 'utf8');
    for (const word of ['RAHASIA', 'data pribadi', 'DUGAAN', 'certutil -hashfile', 'Get-FileHash', row.number])
      expect(readMe).toContain(word);
  });

  it('names the files as the report names its attachments, also those that the report only lists', async () => {
    const large = noise(300_000);
    await add('besar.bin', large);
    await add('kecil.txt', 'kecil');
    await call('settings.set', { attachmentLimitBytes: 100_000 });
    const report = (await vault.job(
      await call('reports.issue', { caseId, kind: 'lengkap', signature: { method: 'seal' } }),
    )) as IssuedReport;
    const { directory } = await packed();
    expect(readFileSync(path.join(directory, 'bukti/B-0001-besar.bin')).equals(large)).toBe(true);
    const { handle } = await call('reports.view', { id: report.id });
    const source = vault.service.views.find(handle);
    const token = await vault.file('laporan.pdf', await source.read(0, 8_000_000));
    const { attachments } = (await vault.job(await call('reports.verify', { file: token }))) as {
      attachments: { name: string }[];
    };
    expect(attachments.map(({ name }) => name)).toEqual(['B-0002-kecil.txt']);
    expect(readdirSync(path.join(directory, 'bukti'))).toEqual(['B-0001-besar.bin', 'B-0002-kecil.txt']);
  });

  it('is one custody entry with the hash that stands for it', async () => {
    await add('a.txt', 'satu');
    const before = vault.service.context().custodyHead();
    const made = await packed();
    const { rows } = await call('custody.list', { newestFirst: true, limit: 2 });
    expect(rows[0]).toMatchObject({
      sequence: before.sequence + 1,
      action: 'case.packaged',
      user: 'Ayu Petugas',
      facts: {
        items: 1,
        bytes: 4,
        sha256: sha256(readFileSync(path.join(made.directory, 'SHA256SUMS'))),
        entries: before.sequence,
        head: before.hash,
      },
    });
    expect((await call('cases.get', { id: caseId })).thread.at(-1)).toMatchObject({ action: 'case.packaged' });
  });

  it('leaves out what was withdrawn or moved away, and is refused when nothing stands', async () => {
    const withdrawn = await add('ditarik.txt', 'ditarik');
    const moved = await add('pindah.txt', 'pindah');
    await add('tetap.txt', 'tetap');
    const other = (await call('cases.create', {})).id;
    await call('evidence.withdraw', { id: withdrawn, reason: 'Bukan akun ini' });
    await call('evidence.move', { id: moved, fromCaseId: caseId, toCaseId: other, reason: 'Kasus lain' });
    const { directory } = await packed();
    expect(readdirSync(path.join(directory, 'bukti'))).toEqual(['B-0003-tetap.txt']);
    expect(existsSync(path.join(directory, 'dokumen'))).toBe(false);

    const { id, number } = await call('cases.create', {});
    await expect(
      startCasePackage(id, { directory: path.join(out, 'kosong') }, vault.service.context()),
    ).rejects.toMatchObject({ code: 'PACKAGE_NO_EVIDENCE', params: { case: number } });
    expect(readdirSync(out)).toEqual(['paket']);
  });

  it('goes into a new folder named by case and time inside the one that was chosen', async () => {
    await add('a.txt', 'satu');
    writeFileSync(path.join(out, 'lain.txt'), 'milik orang');
    const started = (await carryOut('packageCase', { id: caseId, within: out }, vault.service)) as { jobId: string };
    const { name } = casePackaged.parse(await vault.job(started));
    expect(name).toMatch(/^paket-kasus-[\p{L}\p{N}-]+-\d{8}-\d{6}$/u);
    expect(readdirSync(out).sort()).toEqual(['lain.txt', name].sort());
  });
});

describe('a case package that cannot be made', () => {
  const entries = async (): Promise<number> => (await call('custody.list', { limit: 1 })).total;

  it('is refused over a folder that holds something, a file, and inside the vault; an empty folder is used', async () => {
    await add('a.txt', 'satu');
    mkdirSync(path.join(out, 'penuh'));
    writeFileSync(path.join(out, 'penuh', 'milik.txt'), 'orang lain');
    const refused = async (directory: string): Promise<unknown> => packed(directory).catch((error: unknown) => error);
    expect(await refused(path.join(out, 'penuh'))).toMatchObject({ code: 'FOLDER_NOT_EMPTY' });
    expect(await refused(path.join(out, 'penuh', 'milik.txt'))).toMatchObject({ code: 'FILE_EXISTS' });
    expect(await refused(path.join(out, 'tidak', 'ada'))).toMatchObject({ code: 'FOLDER_NOT_WRITABLE' });
    expect(await refused(path.join(vault.directory, 'paket'))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(existsSync(path.join(vault.directory, 'paket'))).toBe(false);
    expect(await refused(path.parse(out).root)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(readFileSync(path.join(out, 'penuh', 'milik.txt'), 'utf8')).toBe('orang lain');
    mkdirSync(path.join(out, 'kosong'));
    expect((await packed(path.join(out, 'kosong'))).files).toBe(1);
    expect(readdirSync(out).sort()).toEqual(['kosong', 'penuh']);
  });

  it('names the damaged or missing file and leaves nothing, also no entry', async () => {
    await add('baik.txt', 'baik');
    const known = listBlobFiles(vault.directory);
    await add('rusak.txt', 'rusak');
    const blob = listBlobFiles(vault.directory).find((one) => !known.includes(one)) ?? '';
    const before = await entries();
    const bytes = readFileSync(blob);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(blob, bytes);
    await expect(packed()).rejects.toMatchObject({
      code: 'PACKAGE_FILE_DAMAGED',
      params: { name: 'B-0002-rusak.txt', sha256: sha256('rusak') },
    });
    expect(readdirSync(out)).toEqual([]);
    expect(await entries()).toBe(before);
  });

  it('leaves nothing when it is cancelled: before it begins, amid a file, and at the very end', async () => {
    const size = 5_000_000;
    await add('besar.bin', noise(size));
    const before = await entries();
    for (const after of [0, 2_000_000, size]) {
      const seen: string[] = [];
      const context = watched((progress, done) => {
        if (done < after) return;
        seen.push(...readdirSync(out));
        progress.cancel();
      });
      const started = await startCasePackage(caseId, { directory: path.join(out, 'paket') }, context);
      await expect(vault.job(started)).rejects.toMatchObject({ code: 'CANCELLED' });
      expect(seen[0]).toMatch(/^paket\.part-/);
      expect(readdirSync(out)).toEqual([]);
    }
    expect(await entries()).toBe(before);
  });

  it('leaves what somebody put into its place meanwhile', async () => {
    await add('a.txt', 'satu');
    const before = await entries();
    const target = path.join(out, 'paket');
    const started = await startCasePackage(caseId, { directory: target }, vault.service.context());
    mkdirSync(target);
    writeFileSync(path.join(target, 'milik.txt'), 'orang lain');
    await expect(vault.job(started)).rejects.toMatchObject({ code: 'FOLDER_NOT_EMPTY' });
    expect(readdirSync(out)).toEqual(['paket']);
    expect(readdirSync(target)).toEqual(['milik.txt']);
    expect(await entries()).toBe(before);
  });

  it.skipIf(!canMount)(
    'says before it begins that the medium is too small, and leaves nothing on one that fills up',
    async () => {
      await add('besar.bin', noise(12 * MIB));
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${120 * MIB}`, 'tmpfs', out]);
      try {
        const directory = path.join(out, 'paket');
        const filler = path.join(out, 'pengisi');
        writeFileSync(filler, Buffer.alloc(15 * MIB));
        await expect(packed()).rejects.toMatchObject({ code: 'DISK_NEARLY_FULL' });
        writeFileSync(filler, '');
        const started = await startCasePackage(caseId, { directory }, vault.service.context());
        writeFileSync(filler, Buffer.alloc(115 * MIB));
        await expect(vault.job(started)).rejects.toMatchObject({ code: 'EXPORT_DISK_FULL', params: { name: 'paket' } });
        expect(readdirSync(out)).toEqual(['pengisi']);
        writeFileSync(filler, '');
        expect((await packed()).files).toBe(1);
      } finally {
        execFileSync('umount', ['--lazy', out]);
      }
    },
  );

  it('is taken away again when it could not be recorded', async () => {
    await add('a.txt', 'satu');
    const context = vault.service.context();
    const started = await startCasePackage(
      caseId,
      { directory: path.join(out, 'paket') },
      {
        ...context,
        write: () => {
          throw new Error('no entry');
        },
      },
    );
    await expect(vault.job(started)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(readdirSync(out)).toEqual([]);
  });
});
