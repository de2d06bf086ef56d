/** A package from one vault into another: plain, under a passphrase, to an address; checked by tools that are not ours. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePackageManifest } from '../../../shared/contract/case-package.ts';
import type { ReceivedPackage } from '../../../shared/contract/handover.ts';
import { listBlobFiles } from '../../../electron/vault/blobs/store.ts';
import { exportPersons } from '../../../electron/vault/handover/persons-file.ts';
import { exportPackageReceipt } from '../../../electron/vault/handover/receipt-text.ts';
import { exportReceivedFile } from '../../../electron/vault/handover/look-at-received.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { addCapture, noise, type PackageBench, packageBench } from '../exports/support.ts';
import { PACKAGE_PASSPHRASE, packedFile, receive } from './support.ts';

let bench: PackageBench;
let other: TestVault;
const inOut = (...names: string[]): string => path.join(bench.out, ...names);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;
const video = noise(2_300_000);

beforeAll(async () => {
  bench = await packageBench();
  other = await createTestVault();
  await bench.call('cases.addAllegation', { id: bench.caseId, code: 'D-6', primary: true });
  await bench.add('rekaman.mp4', video);
  await bench.add('rekaman.mp4', noise(1_000));
  await addCapture(bench, 'https://situs.example/unggahan', [
    ['viewport-image', 'image/png', readFileSync(path.resolve('resources/sample/tangkapan-contoh-1.png'))],
    ['mhtml', 'multipart/related', Buffer.from('halaman')],
    ['wacz', 'application/wacz+zip', Buffer.from('arsip')],
    ['record', 'application/json', Buffer.from('{}')],
  ]);
  await bench.vault.job(
    await bench.call('reports.issue', { caseId: bench.caseId, kind: 'lengkap', signature: { method: 'seal' } }),
  );
}, 60_000);
afterAll(async () => {
  await bench.vault.dispose();
  await other.dispose();
});

describe('a package as one file', () => {
  let taken: ReceivedPackage;

  it('is a ZIP file that Debian’s unzip tests and unpacks, with sums that sha256sum and a seal that openssl accept', async () => {
    const made = await packedFile(bench, 'paket.zip', { handedTo: 'Inspektorat' });
    expect(made).toMatchObject({ name: 'paket.zip', form: 'zip', files: 7, leftOut: 0 });
    expect(sha256(readFileSync(inOut('paket.zip')))).toBe(made.fileSha256);
    expect(readdirSync(bench.out)).toEqual(['paket.zip']);
    mkdirSync(inOut('isi'));
    execFileSync('python3', ['-m', 'zipfile', '-t', inOut('paket.zip')]);
    execFileSync('python3', ['-m', 'zipfile', '-e', inOut('paket.zip'), inOut('isi')]);
    execFileSync('sha256sum', ['-c', '--strict', '--quiet', 'SHA256SUMS'], { cwd: inOut('isi') });
    expect(readFileSync(inOut('isi', 'bukti', 'B-0001-rekaman.mp4')).equals(video)).toBe(true);
    const verified = spawnSync(
      'openssl',
      [
        ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'isi-paket.json.p7s', '-content', 'isi-paket.json'],
        ...['-CAfile', 'segel.pem', '-purpose', 'any', '-out', '/dev/null'],
      ],
      { cwd: inOut('isi'), encoding: 'utf8' },
    );
    expect(verified.status, verified.stderr).toBe(0);
    const manifest = casePackageManifest.parse(JSON.parse(readFileSync(inOut('isi', 'isi-paket.json'), 'utf8')));
    expect(manifest).toMatchObject({ kind: 'lengkap', handedTo: 'Inspektorat', formatVersion: 2 });
    expect(manifest.persons).toMatchObject([
      { role: 'pemberi-bukti', name: 'Warga', data: [{ kind: 'bukti', count: 2 }] },
    ]);
    const lines = readFileSync(inOut('isi', 'jejak-audit.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(manifest.custodyHead.sequence);
    expect(lines.filter((line) => line.includes('"signature"'))).toHaveLength(manifest.custodyEntries);
    for (const name of ['BACA-SAYA.txt', 'BACA-SAYA.html'])
      for (const word of ['RAHASIA', 'certutil -hashfile', 'Get-FileHash', 'DUGAAN', 'openssl cms'])
        expect(readFileSync(inOut('isi', name), 'utf8')).toContain(word);
  });

  it('is taken in whole: every file, byte for byte, under its own name; recorded', async () => {
    taken = await receive(other, inOut('paket.zip'));
    expect(taken).toMatchObject({
      kind: 'lengkap',
      receivedFrom: 'Budi dari Inspektorat',
      fileName: 'paket.zip',
      encrypted: false,
      seal: 'new',
      sealFingerprint: bench.vault.service.context().seal.fingerprint,
    });
    const page = await other.service.call('handover.get', { id: taken.id });
    const inFolder = (folder: string): string[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
        one.isDirectory() ? inFolder(path.join(folder, one.name)) : [path.join(folder, one.name)],
      );
    const unpacked = inFolder(inOut('isi')).map((file) => path.relative(inOut('isi'), file));
    expect(page.files.map((file) => file.path).sort()).toEqual(unpacked.sort());
    for (const file of page.files) {
      const { handle } = await other.service.call('handover.view', { id: taken.id, path: file.path });
      const bytes = await other.service.views.find(handle).read(0, file.bytes);
      expect(Buffer.from(bytes).equals(readFileSync(inOut('isi', file.path))), file.path).toBe(true);
    }
    const viewable = new Map(page.files.map((file) => [file.path, file.viewable]));
    expect(viewable.get('bukti/B-0003-viewport-image.png')).toBe('image');
    expect(viewable.get('dokumen/laporan-inspektorat-01-lengkap-draf.pdf')).toBe('document');
    expect(viewable.get('bukti/B-0003-mhtml.mhtml')).toBe('none');
    const { rows } = await other.service.call('custody.list', { action: 'package.received', limit: 1 });
    expect(rows[0]).toMatchObject({ facts: { file: taken.fileSha256, manifest: taken.manifestSha256 } });
    expect(await other.job(await other.service.call('vault.verify', {}))).toMatchObject({ ok: true });
  });

  it('is refused a second time, and a second package of that vault is known by its seal', async () => {
    const before = (await other.service.call('custody.list', { limit: 1 })).total;
    await expect(receive(other, inOut('paket.zip'))).rejects.toMatchObject({ code: 'PACKAGE_ALREADY_RECEIVED' });
    expect((await other.service.call('custody.list', { limit: 1 })).total).toBe(before);
    await packedFile(bench, 'lagi.zip');
    expect((await receive(other, inOut('lagi.zip'))).seal).toBe('known');
    expect((await receive(bench.vault, inOut('lagi.zip'))).seal).toBe('own');
  });

  it('has texts that are read in the app, and others that are not', async () => {
    const read = (file: string): Promise<{ text: string }> =>
      other.service.call('handover.readText', { id: taken.id, path: file });
    expect((await read('BACA-SAYA.txt')).text).toContain('RAHASIA');
    expect(JSON.parse((await read('isi-paket.json')).text)).toMatchObject({ caseNumber: taken.caseNumber });
    const { rows } = await other.service.call('custody.list', { action: 'package.viewed' });
    expect(rows.filter(({ subjectId }) => subjectId === taken.id).length).toBeGreaterThanOrEqual(2);
    await expect(read('bukti/B-0001-rekaman.mp4')).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    await expect(read('bukti/tidak-ada.txt')).rejects.toMatchObject({ code: 'PACKAGE_UNKNOWN' });
  });

  it('gives copies and a receipt, and cannot be changed', async () => {
    const copy = inOut('salinan.mp4');
    const context = other.service.context();
    await exportReceivedFile({ id: taken.id, file: 'bukti/B-0001-rekaman.mp4', path: copy }, context);
    expect(readFileSync(copy).equals(video)).toBe(true);
    await exportPackageReceipt({ of: 'received', id: taken.id, path: inOut('terima.txt') }, context);
    const receipt = readFileSync(inOut('terima.txt'), 'utf8');
    for (const word of [
      taken.caseNumber,
      taken.fileSha256,
      taken.manifestSha256,
      'Budi dari Inspektorat',
      sha256(video),
    ])
      expect(receipt).toContain(word);
    const [made] = (await bench.call('handover.made', {})).rows.filter(({ name }) => name === 'paket.zip');
    await exportPackageReceipt(
      { of: 'made', id: made?.id ?? '', path: inOut('serah.txt') },
      bench.vault.service.context(),
    );
    expect(readFileSync(inOut('serah.txt'), 'utf8')).toContain('Yang menerima          : Inspektorat');
    expect(() =>
      context.write(['handover'], (database) => {
        database.run("UPDATE received_packages SET received_from = 'lain'");
        return { value: undefined, entry: null };
      }),
    ).toThrow('does not change');
    await expect(other.service.call('handover.get', { id: context.newId() })).rejects.toMatchObject({
      code: 'PACKAGE_UNKNOWN',
    });
  });
});

describe('an encrypted package', () => {
  it('opens with the passphrase alone, is named when it does not fit, and leaves nothing', async () => {
    const made = await packedFile(bench, 'rahasia.zip.age', { form: 'age-passphrase', passphrase: PACKAGE_PASSPHRASE });
    const bytes = readFileSync(inOut('rahasia.zip.age'));
    expect(sha256(bytes)).toBe(made.fileSha256);
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(bytes.includes('isi-paket.json')).toBe(false);
    const blobs = listBlobFiles(other.directory).length;
    await expect(receive(other, inOut('rahasia.zip.age'))).rejects.toMatchObject({ code: 'PACKAGE_PASSPHRASE_NEEDED' });
    await expect(receive(other, inOut('rahasia.zip.age'), 'bukan kata sandinya')).rejects.toMatchObject({
      code: 'PACKAGE_WRONG_PASSPHRASE',
      params: { name: 'rahasia.zip.age' },
    });
    bytes[bytes.length - 70_000] = (bytes.at(-70_000) ?? 0) ^ 1;
    writeFileSync(inOut('rusak.zip.age'), bytes);
    await expect(receive(other, inOut('rusak.zip.age'), PACKAGE_PASSPHRASE)).rejects.toMatchObject({
      code: 'PACKAGE_DAMAGED',
    });
    writeFileSync(inOut('potong.zip.age'), bytes.subarray(0, bytes.length - 65_552));
    await expect(receive(other, inOut('potong.zip.age'), PACKAGE_PASSPHRASE)).rejects.toMatchObject({
      code: 'PACKAGE_DAMAGED',
    });
    expect(listBlobFiles(other.directory)).toHaveLength(blobs);
    expect(readdirSync(path.join(other.directory, 'blobs', 'incoming'))).toEqual([]);
    const taken = await receive(other, inOut('rahasia.zip.age'), PACKAGE_PASSPHRASE);
    expect(taken).toMatchObject({ encrypted: true, seal: 'known' });
    expect(readdirSync(path.join(other.directory, 'blobs', 'incoming'))).toEqual([]);
  }, 60_000);

  it('is made for the other vault’s own address, and opens there without a word', async () => {
    const { recipient } = await other.service.call('handover.address', {});
    expect(recipient).toMatch(/^age1[0-9a-z]+$/);
    expect(await other.service.call('handover.address', {})).toEqual({ recipient });
    await packedFile(bench, 'alamat.zip.age', { form: 'age-recipient', recipient });
    await expect(receive(bench.vault, inOut('alamat.zip.age'))).rejects.toMatchObject({
      code: 'PACKAGE_PASSPHRASE_NEEDED',
    });
    expect((await receive(other, inOut('alamat.zip.age'))).encrypted).toBe(true);
  });

  it.skipIf(!has('age'))(
    'opens with Debian’s age, and one that age locked opens here',
    async () => {
      execFileSync('age-keygen', ['-o', inOut('kunci.txt')], { stdio: 'ignore' });
      const text = readFileSync(inOut('kunci.txt'), 'utf8');
      const recipient = /age1[0-9a-z]+/.exec(text)?.[0] ?? '';
      const identity = /AGE-SECRET-KEY-1[0-9A-Z]+/.exec(text)?.[0] ?? '';
      await packedFile(bench, 'luar.zip.age', { form: 'age-recipient', recipient });
      execFileSync('age', ['-d', '-i', inOut('kunci.txt'), '-o', inOut('luar.zip'), inOut('luar.zip.age')]);
      execFileSync('python3', ['-m', 'zipfile', '-t', inOut('luar.zip')]);
      expect((await receive(other, inOut('luar.zip.age'), identity)).encrypted).toBe(true);
      await packedFile(bench, 'polos.zip');
      execFileSync('age', ['-r', recipient, '-o', inOut('dari-age.zip.age'), inOut('polos.zip')]);
      expect((await receive(other, inOut('dari-age.zip.age'), identity)).encrypted).toBe(true);
      // Its program asks for a passphrase on a terminal only.
      const locked = spawnSync(
        'script',
        ['-qec', `age -d -o ${inOut('sandi.zip')} ${inOut('rahasia.zip.age')}`, '/dev/null'],
        {
          input: `${PACKAGE_PASSPHRASE}\n`,
          timeout: 30_000,
        },
      );
      expect(locked.status).toBe(0);
      execFileSync('python3', ['-m', 'zipfile', '-t', inOut('sandi.zip')]);
    },
    60_000,
  );

  it('is refused before it is made with a weak passphrase or an address that is none', async () => {
    const weak = packedFile(bench, 'lemah.zip.age', { form: 'age-passphrase', passphrase: 'pendek' });
    await expect(weak).rejects.toMatchObject({ code: 'PASSPHRASE_TOO_WEAK' });
    const wrong = packedFile(bench, 'salah.zip.age', { form: 'age-recipient', recipient: 'age1salah' });
    await expect(wrong).rejects.toMatchObject({ code: 'PACKAGE_RECIPIENT_INVALID' });
    expect(readdirSync(bench.out).filter((name) => /lemah|salah/.test(name))).toEqual([]);
  });
});

describe('the list of persons', () => {
  it('names sources, users and the roster with what is held, as a workbook and a page, also encrypted', async () => {
    const context = other.service.context();
    const found = await other.service.call('handover.persons', { source: { of: 'vault' } });
    expect(found.counts['pengguna']).toBe(1);
    expect(found.rows.find(({ role }) => role === 'pemberi-bukti')).toMatchObject({ name: 'Warga' });
    const target = { source: { of: 'vault' }, passphrase: '' } as const;
    const book = await exportPersons({ ...target, format: 'xlsx', path: inOut('orang.xlsx') }, context);
    expect(book.rows).toBe(found.total);
    const script =
      'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);[print(z.read(n).decode()) for n in z.namelist()]';
    const cells = execFileSync('python3', ['-c', script, inOut('orang.xlsx')]).toString();
    expect(cells).toContain('Warga');
    expect(cells).toContain('Pengguna brankas');
    await exportPersons({ ...target, format: 'html', path: inOut('orang.html') }, context);
    expect(readFileSync(inOut('orang.html'), 'utf8')).toMatch(/72 jam.*Pasal 46/);
    await exportPersons(
      { ...target, format: 'xlsx', passphrase: PACKAGE_PASSPHRASE, path: inOut('orang.xlsx.age') },
      context,
    );
    expect(readFileSync(inOut('orang.xlsx.age')).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    const { rows } = await other.service.call('custody.list', { action: 'vault.persons-exported', limit: 10 });
    expect(rows).toHaveLength(3);
    expect(statSync(inOut('orang.xlsx')).size).toBeGreaterThan(1_000);
  }, 30_000);
});
