/** A package that changes hands as a folder: taken in as a file is, refused as a file is. */
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePackaged, type CasePackaged } from '../../../shared/contract/case-package.ts';
import { listBlobFiles } from '../../../electron/vault/blobs/store.ts';
import { startCasePackage } from '../../../electron/vault/exports/case-package.ts';
import { exportPackageReceipt } from '../../../electron/vault/handover/receipt-text.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { noise, type PackageBench, packageBench } from '../exports/support.ts';
import { receive } from './support.ts';

let bench: PackageBench;
let other: TestVault;
let made: CasePackaged;
const place = (...names: string[]): string => path.join(bench.out, ...names);
const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

beforeAll(async () => {
  bench = await packageBench();
  other = await createTestVault();
  await bench.add('rekaman.mp4', noise(1_300_000));
  await bench.add('rekaman.mp4', noise(700));
  const context = bench.vault.service.context();
  const started = await startCasePackage(bench.caseId, { directory: place('paket') }, context, { form: 'folder' });
  made = casePackaged.parse(await bench.vault.job(started));
}, 60_000);
afterAll(async () => {
  await bench.vault.dispose();
  await other.dispose();
});

describe('a package folder that is not as it was made', () => {
  const spoilt = (name: string, spoil: (directory: string) => void): string => {
    cpSync(place('paket'), place(name), { recursive: true });
    spoil(place(name));
    return place(name);
  };

  it.each<[string, (directory: string) => void, object]>([
    [
      'one byte of an original differs',
      (at) => {
        const [file = ''] = globSync('bukti/*', { cwd: at });
        const bytes = readFileSync(path.join(at, file));
        bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
        writeFileSync(path.join(at, file), bytes);
      },
      { code: 'PACKAGE_DAMAGED' },
    ],
    [
      'a file was added',
      (at) => writeFileSync(path.join(at, 'bukti', 'Thumbs.db'), 'x'),
      { code: 'PACKAGE_HOSTILE', params: { reason: 'unlisted-file', file: 'bukti/Thumbs.db' } },
    ],
    [
      'a file is missing',
      (at) => rmSync(path.join(at, 'segel.pem')),
      { code: 'PACKAGE_HOSTILE', params: { reason: 'missing-file', file: 'segel.pem' } },
    ],
    [
      'a file is a link to elsewhere',
      (at) => {
        rmSync(path.join(at, 'segel.pem'));
        symlinkSync('/etc/hostname', path.join(at, 'segel.pem'));
      },
      { code: 'PACKAGE_HOSTILE', params: { reason: 'link', file: 'segel.pem' } },
    ],
    [
      'a folder lies in a folder',
      (at) => mkdirSync(path.join(at, 'bukti', 'lain')),
      { code: 'PACKAGE_HOSTILE', params: { reason: 'folder', file: 'bukti/lain' } },
    ],
    [
      'the list was changed',
      (at) =>
        writeFileSync(path.join(at, 'isi-paket.json'), `${readFileSync(path.join(at, 'isi-paket.json'), 'utf8')} `),
      { code: 'PACKAGE_SEAL_BROKEN' },
    ],
  ])('is refused and leaves nothing: %s', async (what, spoil, refusal) => {
    const directory = spoilt(what.replaceAll(' ', '-'), spoil);
    const before = listBlobFiles(other.directory).length;
    await expect(receive(other, directory)).rejects.toMatchObject(refusal);
    expect(listBlobFiles(other.directory)).toHaveLength(before);
    expect((await other.service.call('handover.received', {})).rows).toEqual([]);
  });

  it('is no package without its list, and a package folder is no file of anything else', async () => {
    mkdirSync(place('kosong'));
    await expect(other.service.files.addPath(place('kosong'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    const { token } = await other.service.files.addPath(place('paket'));
    await expect(other.service.call('evidence.addFiles', { caseId: null, files: [token] })).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    });
  });
});

describe('a package folder', () => {
  it('is taken in whole under the names that it has, known by its SHA256SUMS, with a receipt', async () => {
    const taken = await receive(other, place('paket'));
    expect(taken).toMatchObject({
      form: 'folder',
      fileName: 'paket',
      fileSha256: made.sha256,
      encrypted: false,
      seal: 'new',
    });
    const page = await other.service.call('handover.get', { id: taken.id });
    const there = globSync('**', { cwd: place('paket'), withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(place('paket'), path.join(entry.parentPath, entry.name)));
    expect(page.files.map((file) => file.path).toSorted()).toEqual(there.toSorted());
    for (const file of page.files) expect(file.sha256, file.path).toBe(sha256(place('paket', file.path)));
    await exportPackageReceipt(
      { of: 'received', id: taken.id, path: place('tanda-terima.txt') },
      other.service.context(),
    );
    const receipt = readFileSync(place('tanda-terima.txt'), 'utf8');
    expect(receipt).toMatch(new RegExp(`SHA-256 dari SHA256SUMS *: ${made.sha256}`));
    expect(receipt).not.toContain('SHA-256 berkas paket');
    await expect(receive(other, place('paket'))).rejects.toMatchObject({ code: 'PACKAGE_ALREADY_RECEIVED' });
    // A damaged copy of it is a damaged copy, not one that is here already.
    cpSync(place('paket'), place('salinan'), { recursive: true });
    const original = page.files.find((file) => file.path.startsWith('bukti/'))?.path ?? '';
    const bytes = readFileSync(place('salinan', original));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(place('salinan', original), bytes);
    await expect(receive(other, place('salinan'))).rejects.toMatchObject({
      code: 'PACKAGE_DAMAGED',
      params: { file: original },
    });
  });
});
