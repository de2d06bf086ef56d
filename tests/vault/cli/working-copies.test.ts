/** `netra evidence mask` and the export of a copy, over a real vault. */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';
import { run, type Ran } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

let vault: TestVault;
const WITH = ['--vault', 'vault', '--passphrase-file', 'sandi'];
const netra = (...words: string[]): Promise<Ran> => run(vault.folder, ...words, ...WITH);
const inFolder = (name: string): string => path.join(vault.folder, name);
const document = async (...words: string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await netra(...words, '--json')).printed) as Record<string, unknown>;
const MASKS = { masks: [{ x: 8, y: 12, width: 100, height: 30, reason: 'wajah' }] };
const edits = (name: string, content: unknown): string => {
  writeFileSync(inFolder(name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
};

beforeAll(async () => {
  vault = await createTestVault();
  await vault.service.lock('button');
  vi.stubEnv('XDG_CONFIG_HOME', inFolder('config'));
  vi.stubEnv('APPDATA', inFolder('config'));
  vi.stubEnv('HOME', vault.folder);
  writeFileSync(inFolder('sandi'), PASSPHRASE);
  copyFileSync(path.resolve('resources/sample/tangkapan-contoh-1.png'), inFolder('bukti.png'));
  expect((await netra('evidence', 'add', '-', 'bukti.png')).code).toBe(0);
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await vault.dispose();
});

describe('netra evidence mask', () => {
  it('draws a copy from an edit list and answers with it; the copy leaves as a file, the original stays', async () => {
    const made = await document('evidence', 'mask', 'B-0001', '--masks', edits('tutup.json', MASKS), '--use');
    expect(made).toMatchObject({
      evidence: 'B-0001',
      version: 1,
      mime: 'image/png',
      masks: 1,
      usedInMasked: true,
      withdrawn: null,
    });
    const written = await document('evidence', 'export', 'B-0001', 'salinan.png', '--artefact', 'working-copy');
    expect(written).toMatchObject({ kind: 'working-copy', sha256: made['sha256'] });
    const bytes = readFileSync(inFolder('salinan.png'));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made['sha256']);
    const image = PNG.sync.read(bytes);
    expect([...image.data.subarray((12 * image.width + 8) * 4, (12 * image.width + 8) * 4 + 4)]).toEqual([
      0, 0, 0, 255,
    ]);
    await document('evidence', 'export', 'B-0001', 'asli.png');
    expect(readFileSync(inFolder('asli.png')).equals(readFileSync(inFolder('bukti.png')))).toBe(true);
  });

  it('says its copy in words, and gives one of several versions', async () => {
    const crop = edits('potong.json', { crop: { x: 0, y: 0, width: 50, height: 40 } });
    const said = await netra('evidence', 'mask', 'B-0001', '--masks', crop);
    expect(said.printed).toMatch(/^B-0001 v2 [0-9a-f-]{36} 50×40 [0-9a-f]{64}$/);
    expect((await netra('evidence', 'export', 'B-0001', 'dua.png', '--copy', '2')).code).toBe(0);
    expect(PNG.sync.read(readFileSync(inFolder('dua.png')))).toMatchObject({ width: 50, height: 40 });
    expect((await netra('evidence', 'export', 'B-0001', 'tiga.png', '--copy', '3')).code).toBe(1);
  });

  it.each([
    ['an unknown reason', { masks: [{ ...MASKS.masks[0], reason: 'blur' }] }, 'INVALID_INPUT'],
    ['nothing to do', {}, 'COPY_UNCHANGED'],
    ['a mask beyond the picture', { masks: [{ ...MASKS.masks[0], x: 900_000 }] }, 'COPY_EDIT_OUTSIDE'],
  ])('refuses %s by code', async (_what, content, code) => {
    const words = ['evidence', 'mask', 'B-0001', '--masks', edits('salah.json', content)];
    expect((await netra(...words)).code).toBe(1);
    expect(await document(...words)).toMatchObject({ ok: false, error: { code } });
  });

  it('names a list of edits that is no JSON', async () => {
    const words = ['evidence', 'mask', 'B-0001', '--masks', edits('salah.json', 'bukan json')];
    const said = await netra(...words);
    expect(said.code).toBe(2);
    expect(await document(...words)).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', message: expect.stringContaining('isi berkas salah.json bukan JSON') as unknown },
    });
  });

  it('needs the edit list, a known item and a picture', async () => {
    const file = edits('tutup.json', MASKS);
    expect(await netra('evidence', 'mask', 'B-0001')).toMatchObject({ code: 2 });
    expect(await netra('evidence', 'mask', 'B-0001', '--masks', file, '--artefact', 'mhtml')).toMatchObject({
      code: 2,
    });
    expect(await document('evidence', 'mask', 'B-0001', '--masks', file, '--artefact', 'viewport-image')).toMatchObject(
      {
        error: { code: 'NOT_FOUND' },
      },
    );
    expect(await document('evidence', 'mask', 'B-0999', '--masks', file)).toMatchObject({
      error: { code: 'EVIDENCE_UNKNOWN' },
    });
  });
});
