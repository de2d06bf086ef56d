/** How evidence came in: a part of the screen, the clipboard, a camera; each said in the item, the log, the list, the report. */
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScreenRegion } from '../../../shared/contract/screen.ts';
import { ORIGIN_WORDS } from '../../../shared/domain/evidence/origin-words.ts';
import { ORIGIN_WORDS as LIST_ORIGINS } from '../../../electron/vault/exports/list-words.ts';
import { readCaseMaterial } from '../../../electron/vault/reports/case-material.ts';
import { originFactLines, originLine } from '../../../electron/vault/reports/origin-lines.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { heicOf, jpegOf } from '../../support/jpeg-of-camera.ts';

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
      cameraTime: null,
    });
    const { rows } = await call('custody.list', { limit: 1 });
    expect(rows[0]).toMatchObject({
      action: 'evidence.region-taken',
      facts: { origin: 'screen', screen: 'DP-1', part: '100,50,64,48' },
    });
    expect(JSON.stringify(rows[0]?.facts)).not.toContain('Grup Contoh');

    // The officer's word may be put right later, and the log says that it was; what it said is not in the log.
    await call('evidence.update', { id, shownProgram: 'WhatsApp Desktop', shownSubject: 'Grup Warga' });
    expect((await call('evidence.get', { id })).originFacts).toEqual({
      ...page.originFacts,
      shownSubject: 'Grup Warga',
    });
    const described = await call('custody.list', { limit: 1 });
    expect(described.rows[0]).toMatchObject({ action: 'evidence.described', facts: { fields: 'shownSubject' } });
    expect((await call('evidence.list', { query: 'grup warga' })).total).toBe(1);
    await call('evidence.update', { id, shownSubject: 'Grup Warga' });
    expect((await call('custody.list', { limit: 1 })).rows).toEqual(described.rows);
  });

  it('what a page says cannot make a file a part of the screen', async () => {
    const id = await add(await vault.file('layar.png', png(5)), { shownProgram: 'WhatsApp', shownSubject: 'Grup' });
    const page = await call('evidence.get', { id });
    expect(page.evidence).toMatchObject({ origin: 'file', secondHand: true, title: 'layar.png' });
    expect(page.originFacts).toMatchObject({ region: null, shownProgram: '' });
    await expect(call('evidence.update', { id, title: 'Lain', shownProgram: 'WhatsApp' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect((await call('evidence.get', { id })).evidence.title).toBe('layar.png');
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
      const { evidence, originFacts, thread } = await call('evidence.get', { id });
      origins.push([evidence.origin, originFacts.camera, thread[0]?.action]);
    }
    expect(origins).toEqual([
      ['paste', null, 'evidence.pasted'],
      ['photo', 'Contoh K-10', 'evidence.added'],
      ['photo', null, 'evidence.added'],
      ['file', null, 'evidence.added'],
    ]);
  });

  it('is a filter of the list', async () => {
    const screens = await call('evidence.list', { origin: 'screen' });
    expect(screens.rows.map(({ origin }) => origin)).toEqual(['screen']);
    expect((await call('evidence.list', { origin: 'photo' })).total).toBe(2);
  });

  it('is found by what the screen showed, whatever the item is called now', async () => {
    const { rows } = await call('evidence.list', { origin: 'screen' });
    await call('evidence.update', { id: rows[0]?.id ?? '', title: 'Percakapan' });
    expect((await call('evidence.list', { query: 'grup contoh' })).rows.map(({ title }) => title)).toEqual([
      'Percakapan',
    ]);
  });

  it('is a column of the exported list, and lines above the picture in a report', async () => {
    const { id: caseId } = await call('cases.create', {});
    const context = vault.service.context();
    for (const { id } of (await call('evidence.list', {})).rows) await call('evidence.file', { id, caseId });
    const items = readCaseMaterial(context, caseId).items;
    const lines = items.map(({ evidence, originFacts }) => [
      originLine(evidence.origin),
      ...originFactLines(originFacts),
    ]);
    expect(lines.map((of) => of.length)).toEqual([3, 1, 1, 2, 1, 1]);
    expect(lines[0]?.join('\n')).toMatch(/^Asal: Bagian layar\. Gambar sebagian layar.*keterangan petugas\.$/m);
    expect(lines[0]?.[1]).toBe(
      'Layar: DP-1, 1536 × 864 pada skala 1,25 (1920 × 1080 piksel). Bagian: 64 × 48 piksel mulai dari (100, 50).',
    );
    expect(lines[0]?.[2]).toBe('Yang tampil menurut petugas: program WhatsApp Desktop; orang atau grup Grup Warga.');
    expect(lines[3]?.[1]).toBe('Kamera menurut berkas: Contoh K-10.');
    const rows = (await call('evidence.list', {})).rows.map((row) => LIST_ORIGINS[row.origin]);
    expect(new Set(rows)).toEqual(new Set(['Bagian layar', 'Ditempel', 'Foto kamera', 'Dari berkas']));
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

  it('a phone’s photo says when its camera took it, also one in HEIC, which is kept whole and not shown', async () => {
    const bytes = heicOf('Contoh', 'K-10', '2026:11:14 19:03:22');
    const ids = [
      await add(await vault.file('IMG_2.heic', bytes)),
      await add(await vault.file('IMG_3.jpg', jpegOf('Contoh', 'K-10', 'MM', '2026:11:14 19:03:22'))),
    ];
    for (const id of ids) {
      const page = await call('evidence.get', { id });
      expect(page.evidence.origin).toBe('photo');
      expect(page.originFacts).toMatchObject({ camera: 'Contoh K-10', cameraTime: '2026-11-14T19:03:22' });
      expect(originFactLines(page.originFacts)).toContain(
        'Waktu menurut kamera, tidak diperiksa: 14 November 2026, 19.03.22.',
      );
    }
    const [heic] = (await call('evidence.get', { id: ids[0] ?? '' })).artefacts;
    expect(heic).toMatchObject({ viewable: 'none', mime: 'image/heic', bytes: bytes.length });
    const unset = await add(await vault.file('IMG_4.jpg', jpegOf('Contoh', 'K-10', 'II', '0000:00:00 00:00:00')));
    expect((await call('evidence.get', { id: unset })).originFacts.cameraTime).toBeNull();
  });
});
