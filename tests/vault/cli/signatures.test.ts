/** `netra report sign|raise|accept|signatures` and `netra trust`: a document from its issue to the archive, by words alone. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { PASSPHRASE as KEY_PASSPHRASE } from '../../support/authority/certificates.ts';
import { startAuthority, type TestAuthority } from '../../support/authority/index.ts';
import { checkWithTools } from '../../support/signature/outside-views.ts';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';
import { run, type Ran } from './support.ts';

let vault: TestVault;
let authority: TestAuthority;
let number: string;
const netra = (...words: string[]): Promise<Ran> =>
  run(vault.folder, ...words, '--vault', 'vault', '--passphrase-file', 'sandi');
const inFolder = (...names: string[]): string => path.join(vault.folder, ...names);

beforeAll(async () => {
  [vault, authority] = await Promise.all([createTestVault(), startAuthority()]);
  await vault.service.lock('button');
  vi.stubEnv('XDG_CONFIG_HOME', inFolder('config'));
  vi.stubEnv('APPDATA', inFolder('config'));
  vi.stubEnv('HOME', vault.folder);
  writeFileSync(inFolder('sandi'), PASSPHRASE);
  writeFileSync(inFolder('sandi-kunci'), KEY_PASSPHRASE);
  await authority.issue('kepala', 'p256');
  writeFileSync(inFolder('kepala.p12'), await authority.pack('kepala'));
  writeFileSync(inFolder('akar.pem'), authority.rootPem);
  const made = await netra('case', 'create', '--title', 'Unggahan', '--json');
  number = z.object({ case: z.object({ number: z.string() }) }).parse(JSON.parse(made.printed)).case.number;
  copyFileSync(path.resolve('resources/sample/tangkapan-contoh-1.png'), inFolder('bukti.png'));
  await netra('evidence', 'add', number, 'bukti.png');
}, 90_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await vault.dispose();
  await authority.close();
});

it('signs, waits without a network, trusts a root, raises to the archive and writes the newest version', async () => {
  const signer = ['--p12', 'kepala.p12', '--p12-passphrase-file', 'sandi-kunci'];
  const built = await netra('report', 'build', number, 'laporan.pdf', '--number', 'L/1', ...signer, '--json');
  expect(JSON.parse(built.printed)).toMatchObject({ signature: { level: 'B-B', signer: 'kepala' } });
  const distrusted = await netra('report', 'verify', 'laporan.pdf', '--json');
  expect(JSON.parse(distrusted.printed)).toMatchObject({ issuedHere: true, reasons: ['SIGNER_NOT_TRUSTED'] });
  // A certificate for this one file, beside the vault’s own; what is none is refused before anything is read.
  const trusted = await netra('report', 'verify', 'laporan.pdf', '--trust', 'akar.pem', '--json');
  expect(JSON.parse(trusted.printed)).toMatchObject({ issuedHere: true, reasons: ['REVOCATION_UNKNOWN'] });
  const refused = await netra('report', 'verify', 'laporan.pdf', '--trust', 'sandi', '--json');
  expect(JSON.parse(refused.printed)).toMatchObject({ error: { code: 'ROOT_UNREADABLE' } });
  const signed = await netra('report', 'sign', 'L/1', ...signer, '--json');
  expect(JSON.parse(signed.printed)).toMatchObject({ level: 'B-B', versions: [{}, { signer: 'kepala' }] });
  // The head’s signature is not in the file as it was before: the list of what was issued knows it.
  const earlier = await netra('report', 'verify', 'laporan.pdf');
  expect(earlier.printed).toContain('Tanda tangan yang tidak ada di dalamnya: kepala');
  expect(earlier.printed).toMatch(/B-0001-\S+ [0-9a-f]{64} \(sama dengan yang ada di brankas ini\)/);
  expect(earlier.printed).toMatch(/Kepala jejak audit #\d+ yang tercetak adalah bagian/);
  const alone = await netra('report', 'raise', 'L/1');
  expect(alone.code).toBe(1);
  expect(alone.said).toContain('Alamat layanan stempel waktu belum diisi');
  const waiting = await netra('report', 'signatures');
  expect(waiting.printed).toContain('menunggu B-LTA, TIMESTAMP_NO_ADDRESS');
  const host = new URL(authority.origin).host;
  const services = { signatureServices: { timestampAddress: authority.tsa(), revocationHosts: [host] } };
  writeFileSync(inFolder('layanan.json'), JSON.stringify(services));
  expect((await netra('settings', 'set', 'layanan.json')).code).toBe(0);
  expect((await netra('trust', 'add', 'akar.pem')).printed).toContain('root');
  // A vault’s seal is its own root; a certificate that somebody else issued is none.
  await netra('report', 'certificate', 'segel.pem');
  expect((await netra('trust', 'add', 'segel.pem')).printed).toContain('Segel brankas');
  writeFileSync(inFolder('kepala.cer'), authority.der('kepala'));
  expect((await netra('trust', 'add', 'kepala.cer', '--json')).printed).toContain('ROOT_NOT_AUTHORITY');
  const raised = await netra('report', 'raise', 'L/1', '--to', 'B-LTA', '--out', 'arsip.pdf', '--json');
  expect(JSON.parse(raised.printed)).toMatchObject({ level: 'B-LTA', state: 'settled', path: inFolder('arsip.pdf') });
  checkWithTools(authority.workspace, readFileSync(inFolder('arsip.pdf')), { signatures: 2, timestamps: 2 });
  expect((await netra('report', 'raise')).printed).toBe('Tidak ada dokumen yang menunggu.');
  const rewritten = await netra('report', 'accept', 'L/1', 'bukti.png');
  expect(rewritten.said).toContain('ditulis ulang');
}, 180_000);

it('keeps a key, names what does not fit, and forgets', async () => {
  const kept = await netra(
    'trust',
    'keep-key',
    'kepala.p12',
    'Kepala',
    '--p12-passphrase-file',
    'sandi-kunci',
    '--json',
  );
  const { id } = z.object({ keys: z.array(z.object({ id: z.string() })) }).parse(JSON.parse(kept.printed)).keys[0] ?? {
    id: '',
  };
  expect((await netra('trust', 'keys')).printed).toContain('Kepala  kepala');
  const wrong = await netra(
    'report',
    'build',
    number,
    'salah.pdf',
    '--key',
    id,
    '--p12-passphrase-file',
    'sandi',
    '--json',
  );
  expect(JSON.parse(wrong.printed)).toMatchObject({ error: { code: 'P12_WRONG_PASSPHRASE' } });
  const padding = await netra('report', 'build', number, 'salah.pdf', '--key', id, '--padding', 'lain');
  expect(padding.code).toBe(2);
  expect((await netra('trust', 'forget-key', id)).code).toBe(0);
  expect((await netra('trust', 'remove', 'ab'.repeat(32), '--json')).printed).toContain('ROOT_UNKNOWN');
}, 60_000);
