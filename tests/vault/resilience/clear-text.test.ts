/** What the vault program leaves on the disk: vault, profile, temporary files, a backup; open, locked and killed. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, findInClear } from '../../support/kill/search-clear.ts';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';

const TEXT = Buffer.from('penanda-isi-9927 '.repeat(90_000));
const PICTURE = picture();
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const MARKERS = [
  PASSPHRASE,
  'Ayu Petugas',
  'Brankas Uji',
  'Budi Penandapegawai',
  '199001012015031001',
  'Judul Penandakasus',
  'penanda-uraian-5521',
  'penanda-catatan-1290',
  'penanda-berkas-8814',
  'penanda-isi-9927',
  'penanda-pencarian-6630',
  'situs-penanda.example',
  '@akun_penanda',
  sha256(TEXT),
  sha256(PICTURE),
];

let root: string;
let temporary: string | undefined;
let vault: TestVault;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'netra-bersih-'));
  const own = path.join(root, 'sementara');
  mkdirSync(own);
  vault = await createTestVault();
  // What the program and its workers would put among the system's temporary files lies here.
  temporary = process.env['TMPDIR'];
  process.env['TMPDIR'] = own;
  await work();
});
afterAll(async () => {
  if (temporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = temporary;
  await vault.dispose();
  rmSync(root, { recursive: true, force: true });
});

function picture(): Buffer {
  const png = new PNG({ width: 300, height: 400 });
  for (let index = 0; index < png.data.length; index += 4) png.data.set([index % 241, 7, 90, 255], index);
  return PNG.sync.write(png);
}

async function work(): Promise<void> {
  const person = await call('roster.addPerson', { name: 'Budi Penandapegawai', nip: '199001012015031001' });
  const { id: caseId } = await call('cases.create', {
    title: 'Judul Penandakasus',
    employeeId: person.id,
    reason: 'penanda-uraian-5521',
    narrative: 'penanda-uraian-5521',
    accountText: '@akun_penanda',
  });
  await call('cases.update', { id: caseId, notes: 'penanda-catatan-1290' });
  const inputs = path.join(root, 'masukan');
  mkdirSync(inputs);
  const tokens: string[] = [];
  for (const [name, bytes] of [
    ['penanda-berkas-8814.txt', TEXT],
    ['penanda-berkas-8814.png', PICTURE],
  ] as const) {
    writeFileSync(path.join(inputs, name), bytes);
    tokens.push((await vault.service.files.addPath(path.join(inputs, name))).token);
  }
  await vault.job(
    await call('evidence.addFiles', { caseId, files: tokens, address: 'https://situs-penanda.example/unggahan' }),
  );
  rmSync(inputs, { recursive: true });
  await call('search.everything', { query: 'penanda-pencarian-6630' });
  await vault.job(await call('reports.preview', { caseId, kind: 'lengkap' }));
  await vault.job(await call('reports.issue', { caseId, kind: 'lengkap', signature: { method: 'seal' } }));
  await vault.job(await call('vault.backup', { directory: path.join(root, 'cadangan') }));
  await vault.job(await call('vault.verify', {}));
}

const everywhere = (): string[] => [vault.folder, root];

describe('nothing in the clear', () => {
  it('while the vault is open, which is also what a kill leaves', () => {
    expect(readdirSync(vault.directory)).toContain('vault-1.db-wal');
    expect(findInClear(everywhere(), MARKERS)).toEqual([]);
    const copy = path.join(root, 'salinan');
    cpSync(vault.directory, copy, { recursive: true });
    expect(findInClear([copy], MARKERS)).toEqual([]);
  });

  it('when it is locked', async () => {
    await vault.service.lock('button');
    expect(readdirSync(vault.directory)).not.toContain('vault-1.db-wal');
    expect(findInClear(everywhere(), MARKERS)).toEqual([]);
    expect(filesBelow(path.join(root, 'sementara'))).toEqual([]);
  });

  it('and it would be found', () => {
    const file = path.join(root, 'kontrol');
    writeFileSync(file, Buffer.from(sha256(TEXT), 'hex'));
    expect(findInClear([root], MARKERS)).toEqual([{ text: sha256(TEXT), file }]);
  });
});
