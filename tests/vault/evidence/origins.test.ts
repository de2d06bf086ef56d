/** How evidence came in: a part of the screen, the clipboard, a camera; each said in the item, the log, the list, the report. */
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScreenRegion } from '../../../shared/contract/screen.ts';
import { ORIGIN_WORDS } from '../../../shared/domain/evidence/origin-words.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { jpegOf } from '../../support/jpeg-of-camera.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await createTestVault();
});
afterAll(() => vault.dispose());
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

const REGION: ScreenRegion = {
  takenAt: '2026-11-20T03:04:05.000Z',
  display: { name: 'DP-1', scale: 1.25, x: 1920, y: 0, width: 1536, height: 864 },
  displays: 2,
  picture: { width: 1920, height: 1080 },
  rectangle: { x: 100, y: 50, width: 64, height: 48 },
};

function png(seed: number): Buffer {
  const picture = new PNG({ width: 64, height: 48 });
  picture.data.forEach((_value, index) => {
    picture.data[index] = index % 4 === 3 ? 255 : (index * seed) % 256;
  });
  return PNG.sync.write(picture);
}

async function add(token: string, said: Record<string, unknown> = {}): Promise<string> {
  const value = await vault.job(await call('evidence.addFiles', { caseId: null, files: [token], ...said }));
  return (value as { added: { id: string }[] }).added[0]?.id ?? '';
}

describe('the way in', () => {
  it('a part of the screen keeps the screen, the rectangle, the instant and the officer’s word', async () => {
    const { token } = vault.service.files.addBytes('bagian-layar.png', png(3), REGION);
    const id = await add(token, { shownProgram: 'WhatsApp Desktop', shownSubject: 'Grup Contoh', cameraPhoto: true });
    const page = await call('evidence.get', { id });
    expect(page.evidence).toMatchObject({
      origin: 'screen',
      secondHand: false,
      capturedAt: REGION.takenAt,
      title: 'WhatsApp Desktop: Grup Contoh',
      width: 64,
      height: 48,
    });
    expect(page.originFacts).toEqual({
      region: REGION,
      shownProgram: 'WhatsApp Desktop',
      shownSubject: 'Grup Contoh',
      camera: null,
    });
    const { rows } = await call('custody.list', { limit: 1 });
    expect(rows[0]).toMatchObject({
      action: 'evidence.added',
      facts: { origin: 'screen', screen: 'DP-1', part: '100,50,64,48' },
    });
    expect(JSON.stringify(rows[0]?.facts)).not.toContain('Grup Contoh');
  });

  it('what a page says cannot make a file a part of the screen', async () => {
    const id = await add(await vault.file('layar.png', png(5)), { shownProgram: 'WhatsApp', shownSubject: 'Grup' });
    const page = await call('evidence.get', { id });
    expect(page.evidence).toMatchObject({ origin: 'file', secondHand: true, title: 'layar.png' });
    expect(page.originFacts).toMatchObject({ region: null, shownProgram: '' });
    await expect(
      call('evidence.addFiles', { caseId: null, files: [`file_${'0'.repeat(32)}`], region: REGION } as never),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('a paste stays a paste; a camera named by the file, or the officer’s tick, makes a photo of a picture alone', async () => {
    const pasted = await add(vault.service.files.addBytes('tempelan.png', png(7)).token, { cameraPhoto: true });
    const named = await add(await vault.file('IMG_1.jpg', jpegOf('Contoh', 'Contoh K-10')));
    const ticked = await add(await vault.file('foto.png', png(9)), { cameraPhoto: true });
    const text = await add(await vault.file('surat.txt', 'bukan gambar'), { cameraPhoto: true });
    const origins: unknown[] = [];
    for (const id of [pasted, named, ticked, text]) {
      const { evidence, originFacts } = await call('evidence.get', { id });
      origins.push([evidence.origin, originFacts.camera]);
    }
    expect(origins).toEqual([
      ['paste', null],
      ['photo', 'Contoh K-10'],
      ['photo', null],
      ['file', null],
    ]);
  });

  it('is a filter of the list', async () => {
    const screens = await call('evidence.list', { origin: 'screen' });
    expect(screens.rows.map(({ origin }) => origin)).toEqual(['screen']);
    expect((await call('evidence.list', { origin: 'photo' })).total).toBe(2);
  });

  it('does not change afterwards', () => {
    const { database } = vault.service.context();
    expect(database.get('SELECT count(*) AS rows FROM evidence_origins')).toEqual({ rows: 2 });
    expect(() =>
      vault.service.context().write([], (writable) => {
        writable.run("UPDATE evidence_origins SET shown_program = 'lain'", []);
        return { value: null, entry: null };
      }),
    ).toThrow('does not change');
  });
});

describe('the words', () => {
  it('say of every origin in both languages what it is and what it is not', () => {
    for (const { name, is, isNot } of Object.values(ORIGIN_WORDS)) {
      for (const words of [name, is, isNot]) {
        expect(words.id).not.toBe(words.en);
        expect(Math.min(words.id.length, words.en.length)).toBeGreaterThan(5);
      }
    }
  });
});
