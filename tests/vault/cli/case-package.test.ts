/** `netra case package`: what it answers, what it refuses, and that the folder checks out. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';
import { run, type Ran } from './support.ts';

let vault: TestVault;
let number: string;
const netra = (...words: string[]): Promise<Ran> =>
  run(vault.folder, ...words, '--vault', 'vault', '--passphrase-file', 'sandi');
const inFolder = (...names: string[]): string => path.join(vault.folder, ...names);

beforeAll(async () => {
  vault = await createTestVault();
  await vault.service.lock('button');
  vi.stubEnv('XDG_CONFIG_HOME', inFolder('config'));
  vi.stubEnv('APPDATA', inFolder('config'));
  vi.stubEnv('HOME', vault.folder);
  writeFileSync(inFolder('sandi'), PASSPHRASE);
  const made = await netra('case', 'create', '--title', 'Unggahan', '--json');
  number = z.object({ case: z.object({ number: z.string() }) }).parse(JSON.parse(made.printed)).case.number;
  copyFileSync(path.resolve('resources/sample/tangkapan-contoh-1.png'), inFolder('bukti.png'));
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await vault.dispose();
});

it('is refused without evidence, by an unknown number and over a folder that holds something', async () => {
  expect(await netra('case', 'package', number, 'paket', '--json')).toMatchObject({
    code: 1,
    printed: expect.stringContaining('PACKAGE_NO_EVIDENCE') as string,
  });
  expect((await netra('evidence', 'add', number, 'bukti.png')).code).toBe(0);
  const unknown = await netra('case', 'package', 'REG/999', 'paket', '--json');
  expect(JSON.parse(unknown.printed)).toMatchObject({ ok: false, error: { code: 'CASE_UNKNOWN' } });
  mkdirSync(inFolder('penuh'));
  writeFileSync(inFolder('penuh', 'milik.txt'), 'lama');
  const full = await netra('case', 'package', number, 'penuh');
  expect(full.code).toBe(1);
  expect(full.said).toContain('Folder ini sudah berisi sesuatu');
  expect(readdirSync(inFolder('penuh'))).toEqual(['milik.txt']);
  expect((await netra('case', 'package', number)).code).toBe(2);
  expect(readdirSync(vault.folder).filter((name) => name.startsWith('paket'))).toEqual([]);
}, 60_000);

it('writes the folder and answers with its hash and the log’s head', async () => {
  const { code, printed } = await netra('case', 'package', number, 'paket', '--json');
  expect(code).toBe(0);
  const original = readFileSync(inFolder('bukti.png'));
  expect(JSON.parse(printed)).toEqual({
    id: expect.any(String) as string,
    name: 'paket',
    kind: 'lengkap',
    form: 'folder',
    fileSha256: null,
    path: inFolder('paket'),
    files: 1,
    bytes: original.length,
    sha256: createHash('sha256')
      .update(readFileSync(inFolder('paket', 'SHA256SUMS')))
      .digest('hex'),
    custody: { sequence: expect.any(Number) as number, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    leftOut: 0,
  });
  expect(readFileSync(inFolder('paket', 'bukti', 'B-0001-bukti.png')).equals(original)).toBe(true);
  if (process.platform === 'linux')
    execFileSync('sha256sum', ['-c', '--strict', '--quiet', 'SHA256SUMS'], { cwd: inFolder('paket') });
  const words = await netra('case', 'package', number, 'paket-2', '--lang', 'en');
  expect(words.printed).toContain(`${inFolder('paket-2')}\n1 files, ${original.length} bytes\nSHA-256 (SHA256SUMS) `);
}, 60_000);
