/** The case package: whole, byte for byte, listed, recorded. */
import { existsSync, globSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { casePackaged } from '../../../shared/contract/case-package.ts';
import type { IssuedReport } from '../../../shared/contract/reports.ts';
import { carryOut } from '../../../electron/vault/program/requests.ts';
import { attachmentName } from '../../../electron/vault/reports/attachment-name.ts';
import { addCapture, manifestOf, noise, type PackageBench, packageBench, sha256, sumsOf } from './support.ts';

let bench: PackageBench;
const { call, add, packed } = {
  call: ((name, input) => bench.call(name, input)) as PackageBench['call'],
  add: (name: string, bytes: Uint8Array | string) => bench.add(name, bytes),
  packed: (directory?: string) => bench.packed(directory),
};
beforeEach(async () => {
  bench = await packageBench();
});
afterEach(() => bench.vault.dispose());

async function issue(kind: 'lengkap' | 'disamarkan'): Promise<IssuedReport> {
  const started = await call('reports.issue', { caseId: bench.caseId, kind, signature: { method: 'seal' } });
  return (await bench.vault.job(started)) as IssuedReport;
}

describe('a case package', () => {
  it('holds every original byte for byte, the issued documents, and lists that check out', async () => {
    const video = noise(3_200_000);
    await add('rekaman.mp4', video);
    const odd = '../uji "berkas" \u202Egnp.exe. ';
    const { token } = bench.vault.service.files.addBytes(odd, Buffer.from('isi'));
    await bench.vault.job(await call('evidence.addFiles', { caseId: bench.caseId, files: [token] }));
    const full = await issue('lengkap');
    const masked = await issue('disamarkan');
    const before = bench.vault.service.context().custodyHead();

    const made = await packed();
    expect(made).toMatchObject({ directory: path.join(bench.out, 'paket'), name: 'paket', files: 4 });
    expect(made.custodyHead).toEqual(before);
    expect(readdirSync(bench.out)).toEqual(['paket']);
    const files = globSync('**/*', { cwd: made.directory })
      .filter((one) => statSync(path.join(made.directory, one)).isFile())
      .map((one) => one.split(path.sep).join('/'))
      .sort();
    expect(files).toEqual([
      'BACA-SAYA.html',
      'BACA-SAYA.txt',
      'SHA256SUMS',
      'bukti/B-0001-rekaman.mp4',
      'bukti/B-0002-.._uji _berkas_ _gnp.exe',
      'dokumen/laporan-inspektorat-01-lengkap-draf.pdf',
      'dokumen/laporan-inspektorat-02-disamarkan-draf.pdf',
      'isi-paket.json',
      'isi-paket.json.p7s',
      'jejak-audit.jsonl',
      'segel.pem',
    ]);
    const read = (name: string): Buffer => readFileSync(path.join(made.directory, name));
    expect(read('BACA-SAYA.txt').toString()).toContain('ASAL BUKTI\r\nDitempel (B-0002). Gambar yang ditempel');
    expect(read('bukti/B-0001-rekaman.mp4').equals(video)).toBe(true);
    expect(sha256(read('dokumen/laporan-inspektorat-01-lengkap-draf.pdf'))).toBe(full.sha256);
    expect(sha256(read('dokumen/laporan-inspektorat-02-disamarkan-draf.pdf'))).toBe(masked.sha256);
    expect([...sumsOf(made.directory), 'SHA256SUMS'].sort()).toEqual(files);

    const { case: row } = await call('cases.get', { id: bench.caseId });
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
      origin: 'file',
      secondHand: true,
      address: null,
    });
    expect(manifest.files[2]).toMatchObject({ type: 'document', kind: 'lengkap', draft: true, number: null });
    const readMe = read('BACA-SAYA.txt').toString('utf8');
    for (const word of ['RAHASIA', 'data pribadi', 'DUGAAN', 'certutil -hashfile', 'Get-FileHash', row.number])
      expect(readMe).toContain(word);
  });

  it('names the files as the report names its attachments, also those that the report only lists', async () => {
    const large = noise(300_000);
    await add('besar.bin', large);
    await add('kecil.txt', 'kecil');
    await call('settings.set', { attachmentLimitBytes: 100_000 });
    const report = await issue('lengkap');
    const { directory } = await packed();
    expect(readFileSync(path.join(directory, 'bukti/B-0001-besar.bin')).equals(large)).toBe(true);
    const { handle } = await call('reports.view', { id: report.id });
    const pdf = await bench.vault.service.views.find(handle).read(0, 8_000_000);
    const token = await bench.vault.file('laporan.pdf', pdf);
    const { attachments } = (await bench.vault.job(await call('reports.verify', { file: token }))) as {
      attachments: { name: string }[];
    };
    expect(attachments.map(({ name }) => name)).toEqual(['B-0002-kecil.txt']);
    expect(readdirSync(path.join(directory, 'bukti'))).toEqual(['B-0001-besar.bin', 'B-0002-kecil.txt']);
  });

  it('holds every part of a capture, with the address and the time in the list', async () => {
    const address = 'https://situs.example/unggahan';
    const picture = readFileSync(path.resolve('resources/sample/tangkapan-contoh-1.png'));
    await addCapture(bench, address, [
      ['viewport-image', 'image/png', picture],
      ['mhtml', 'multipart/related', Buffer.from('halaman')],
      ['text', 'text/plain', Buffer.from('teks')],
      ['wacz', 'application/wacz+zip', Buffer.from('arsip')],
      ['record', 'application/json', Buffer.from('{}')],
    ]);
    const { directory } = await packed();
    const files = manifestOf(directory).files.filter(({ type }) => type === 'original');
    expect(files.map((file) => file.path)).toEqual([
      'bukti/B-0001-viewport-image.png',
      'bukti/B-0001-mhtml.mhtml',
      'bukti/B-0001-text.txt',
      'bukti/B-0001-wacz.wacz',
      'bukti/B-0001-record.json',
    ]);
    for (const file of files)
      expect(file).toMatchObject({
        address,
        capturedAt: '2026-11-20T01:00:00.000Z',
        secondHand: false,
        origin: 'capture',
      });
    expect(readFileSync(path.join(directory, 'bukti/B-0001-viewport-image.png')).equals(picture)).toBe(true);
    expect(sumsOf(directory)).toHaveLength(11);
  });

  it('is one custody entry with the hash that stands for it', async () => {
    await add('a.txt', 'satu');
    const before = bench.vault.service.context().custodyHead();
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
    expect((await call('cases.get', { id: bench.caseId })).thread.at(-1)).toMatchObject({ action: 'case.packaged' });
  });

  it('leaves out what was withdrawn or moved away', async () => {
    const withdrawn = await add('ditarik.txt', 'ditarik');
    const moved = await add('pindah.txt', 'pindah');
    await add('tetap.txt', 'tetap');
    const other = (await call('cases.create', {})).id;
    await call('evidence.withdraw', { id: withdrawn, reason: 'Bukan akun ini' });
    await call('evidence.move', { id: moved, fromCaseId: bench.caseId, toCaseId: other, reason: 'Kasus lain' });
    const { directory } = await packed();
    expect(readdirSync(path.join(directory, 'bukti'))).toEqual(['B-0003-tetap.txt']);
    expect(existsSync(path.join(directory, 'dokumen'))).toBe(false);
  });

  it('goes into a new folder named by case and time inside the one that was chosen', async () => {
    await add('a.txt', 'satu');
    writeFileSync(path.join(bench.out, 'lain.txt'), 'milik orang');
    const asked = { id: bench.caseId, place: bench.out };
    const started = (await carryOut('packageCase', asked, bench.vault.service)) as { jobId: string };
    const { name } = casePackaged.parse(await bench.vault.job(started));
    expect(name).toMatch(/^paket-kasus-[\p{L}\p{N}-]+-\d{8}-\d{6}$/u);
    expect(readdirSync(bench.out).sort()).toEqual(['lain.txt', name].sort());
  });
});

describe('the name of an original', () => {
  const named = (name: string): string => attachmentName('B-0001', { kind: 'file', name, mime: 'image/png' });

  it('holds nothing that a file system refuses or an eye misreads, and keeps the end of a long one', () => {
    expect(named('a/b\\c:d*e?"f<g>h|.png')).toBe('B-0001-a_b_c_d_e__f_g_h_.png');
    expect(named('\u202Egnp.exe')).toBe('B-0001-_gnp.exe');
    expect(named('titik. . ')).toBe('B-0001-titik');
    expect(named(`${'字'.repeat(200)}.png`)).toBe(`B-0001-${'字'.repeat(32)}.png`);
    expect(named(`${'\u{1F600}'.repeat(100)}\uD83D.png`)).toBe(`B-0001-${'\u{1F600}'.repeat(23)}_.png`);
    expect(attachmentName('B-0001', { kind: 'mhtml', name: 'x', mime: 'multipart/related' })).toBe(
      'B-0001-mhtml.mhtml',
    );
  });
});
