/** Words read in pictures: found by the search, told in custody, never of a working copy; pictures that look alike. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Transformer } from '@napi-rs/image';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { intakeResult } from '#shared/contract/evidence.ts';
import { picturesRead } from '#shared/contract/picture-reading.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

vi.setConfig({ testTimeout: 120_000 });

const SAMPLE = path.resolve(import.meta.dirname, '../../../resources/sample/tangkapan-contoh-1.png');
let vault: TestVault;
let post: string;
let smaller: string;
beforeAll(async () => {
  vault = await createTestVault();
  const sample = readFileSync(SAMPLE);
  post = await add('unggahan.png', sample);
  smaller = await add('kiriman.jpg', await new Transformer(sample).resize(420, 660).jpeg(45));
  await add('rusak.png', sample.subarray(0, 4_000));
});
afterAll(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const add = async (name: string, bytes: Uint8Array): Promise<string> => {
  const files = [await vault.file(name, bytes)];
  const { added } = intakeResult.parse(await vault.job(await call('evidence.addFiles', { caseId: null, files })));
  return added[0]?.id ?? '';
};
const read = async (id: string | null) =>
  picturesRead.parse(await vault.job(await call('evidence.readPictures', { id })));
const found = async (query: string): Promise<string[]> =>
  (await call('evidence.list', { query })).rows.map(({ id }) => id);

describe('reading the pictures of a vault', () => {
  it('finds nothing before, and knows what waits', async () => {
    expect(await found('menangkan')).toEqual([]);
    expect(await call('evidence.unreadPictures', {})).toEqual({ count: 3 });
    expect((await call('evidence.get', { id: post })).readings).toEqual([]);
  });

  it('reads all that wait, once, and notes what cannot be read', async () => {
    expect(await read(null)).toEqual({ read: 2, without: 1 });
    expect(await call('evidence.unreadPictures', {})).toEqual({ count: 0 });
    expect(await read(null)).toEqual({ read: 0, without: 0 });
  });

  it('then finds the item by its words, which stand as unverified beside it', async () => {
    expect(await found('menangkan paslon')).toContain(post);
    expect(await found('tidak ada di sana')).toEqual([]);
    const { readings, thread } = await call('evidence.get', { id: post });
    expect(readings[0]).toMatchObject({ failure: null, engine: expect.stringContaining('Tesseract') });
    expect(readings[0]?.text).toContain('Mari menangkan Paslon Contoh 01');
    expect(thread.map(({ action }) => action)).toContain('evidence.picture-read');
  });

  it('tells which items have a picture that looks alike', async () => {
    const { alike } = await call('evidence.get', { id: post });
    expect(alike.map(({ id, how }) => [id, how])).toEqual([[smaller, 'alike']]);
  });

  it('reads no working copy: what was covered stays covered', async () => {
    const { artefacts } = await call('evidence.get', { id: post });
    const artefactId = artefacts[0]?.id ?? '';
    const masks = [{ x: 0, y: 0, width: 700, height: 140, reason: 'nama' as const }];
    await vault.job(await call('evidence.makeCopy', { id: post, artefactId, edits: { crop: null, masks, marks: [] } }));
    expect(await call('evidence.unreadPictures', {})).toEqual({ count: 0 });
    await read(post);
    expect((await call('evidence.get', { id: post })).readings).toHaveLength(1);
  });

  it('refuses an item that is not there', async () => {
    await expect(call('evidence.readPictures', { id: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'EVIDENCE_UNKNOWN',
    });
  });
});
