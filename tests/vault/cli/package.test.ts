/** `netra package …` and `netra vault persons`: what they answer and refuse, over one vault that receives its own package. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';
import { run, runAsked, type Ran } from './support.ts';

let vault: TestVault;
let number: string;
const netra = (...words: string[]): Promise<Ran> =>
  run(vault.folder, ...words, '--vault', 'vault', '--passphrase-file', 'sandi');
const inFolder = (...names: string[]): string => path.join(vault.folder, ...names);
const json = (ran: Ran): unknown => JSON.parse(ran.printed);

beforeAll(async () => {
  vault = await createTestVault();
  await vault.service.lock('button');
  for (const name of ['XDG_CONFIG_HOME', 'APPDATA']) vi.stubEnv(name, inFolder('config'));
  vi.stubEnv('HOME', vault.folder);
  writeFileSync(inFolder('sandi'), PASSPHRASE);
  writeFileSync(inFolder('sandi-paket'), 'gunung biru tinggi sekali 88\n');
  writeFileSync(inFolder('bukti.txt'), 'isi bukti');
  const made = await netra('case', 'create', '--title', 'Unggahan', '--json');
  number = z.object({ case: z.object({ number: z.string() }) }).parse(json(made)).case.number;
  await netra('evidence', 'add', number, 'bukti.txt');
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await vault.dispose();
});

it('locks a package by its name’s end, and takes it in with its own passphrase', async () => {
  const lock = ['--package-passphrase-file', 'sandi-paket'];
  const locked = await netra('case', 'package', number, 'paket.zip.age', '--to', 'Inspektorat', ...lock, '--json');
  expect(json(locked)).toMatchObject({ form: 'age-passphrase', path: inFolder('paket.zip.age'), files: 1 });
  expect((await netra('case', 'package', number, 'paket.zip.age', ...lock)).said).toContain('FILE_EXISTS');
  expect((await netra('case', 'package', number, 'polos', ...lock)).code).toBe(2);
  expect((await netra('case', 'package', number, 'x.zip', '--kind', 'setengah')).code).toBe(2);
  expect((await netra('case', 'package', number, 'x.zip', '--kind', 'disamarkan')).said).toContain(
    'PACKAGE_NOTHING_MASKED',
  );
  expect(existsSync(inFolder('x.zip'))).toBe(false);

  expect((await netra('package', 'import', 'paket.zip.age')).code).toBe(2);
  const without = await netra('package', 'import', 'paket.zip.age', '--from', 'Budi', '--json');
  expect(json(without)).toMatchObject({ ok: false, error: { code: 'PACKAGE_PASSPHRASE_NEEDED' } });
  const asked = (typed: string): Promise<Ran> => {
    const words = ['package', 'import', 'paket.zip.age', '--from', 'Budi', '--vault', 'vault'];
    return runAsked(vault.folder, typed, ...words, '--passphrase-file', 'sandi', '--json');
  };
  expect(json(await asked('bukan kata sandinya'))).toMatchObject({ error: { code: 'PACKAGE_WRONG_PASSPHRASE' } });
  expect(json(await asked('gunung biru tinggi sekali 88'))).toMatchObject({
    receivedFrom: 'Budi',
    seal: 'own',
    caseNumber: number,
  });
  const again = await netra('package', 'import', 'paket.zip.age', '--from', 'Budi', ...lock, '--json');
  expect(json(again)).toMatchObject({ error: { code: 'PACKAGE_ALREADY_RECEIVED' } });
}, 120_000);

it('lists, shows, copies out and gives a receipt', async () => {
  const listed = z
    .object({ received: z.array(z.object({ id: z.string() })), made: z.array(z.object({ id: z.string() })) })
    .parse(json(await netra('package', 'list', '--json')));
  const [received = { id: '' }] = listed.received;
  expect((await netra('package', 'show', received.id)).printed).toContain('bukti/B-0001-bukti.txt');
  expect((await netra('package', 'export', received.id, 'bukti/B-0001-bukti.txt', 'keluar.txt')).code).toBe(0);
  expect(readFileSync(inFolder('keluar.txt'), 'utf8')).toBe('isi bukti');
  for (const id of [received.id, listed.made[0]?.id ?? '']) {
    expect((await netra('package', 'receipt', id, 'tanda.txt', '--force')).code).toBe(0);
    expect(readFileSync(inFolder('tanda.txt'), 'utf8')).toContain(number);
  }
  expect((await netra('package', 'show', '0192a000-0000-7000-8000-000000000000')).said).toContain('PACKAGE_UNKNOWN');
  const minutes = await netra('document', 'issue', 'ba_serah_terima', '--package', received.id, '--json');
  expect(json(minutes)).toMatchObject({ document: 'ba_serah_terima', caseId: null });
  expect((await netra('package', 'address')).printed).toMatch(/^age1/);
}, 120_000);

it('writes the list of persons of the vault and of a package', async () => {
  const persons = (...words: string[]): Promise<Ran> =>
    run(vault.folder, 'vault', 'persons', 'vault', '--passphrase-file', 'sandi', ...words);
  expect(json(await persons('--json'))).toMatchObject({ counts: { pengguna: 1 } });
  expect((await persons('--out', 'orang.html')).code).toBe(0);
  expect(readFileSync(inFolder('orang.html'), 'utf8')).toContain('Ayu Petugas');
  expect((await persons('--out', 'orang.pdf')).code).toBe(2);
  const { made } = z
    .object({ made: z.array(z.object({ id: z.string() })) })
    .parse(json(await netra('package', 'list', '--json')));
  expect(json(await netra('package', 'persons', made[0]?.id ?? '', '--json'))).toMatchObject({ total: 0 });
}, 120_000);
