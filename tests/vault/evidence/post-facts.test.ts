/** What a capture brings of its page besides the picture: statements to be searched and used, words for working copies, media. */
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureRecordSummary } from '#shared/contract/capture.ts';
import type { WorkingCopy } from '#shared/contract/working-copy.ts';
import { type TextRun, writeTextPositions } from '#shared/domain/capture/text-positions.ts';
import { createCaptureIntake } from '../../../electron/vault/evidence/capture-intake.ts';
import { captureLines } from '../../../electron/vault/reports/capture-lines.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
let id: string;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const INSTANT = '2026-11-19T01:15:00.000Z';

const SUMMARY = captureRecordSummary.parse({
  outcome: 'captured',
  requestedUrl: 'https://lini.contoh.test/71',
  documentUrl: 'https://lini.contoh.test/71',
  shownUrl: 'https://lini.contoh.test/71',
  status: 200,
  ip: null,
  protocol: null,
  redirects: [],
  certificate: null,
  addressReachedInPage: false,
  removedHeaders: [],
  completeness: { heightSeen: 100, documentHeight: 100, imagesLoaded: 0, imagesDeclared: 0, joinsClean: true },
  warnings: [],
  capturedAt: '2026-11-20T01:00:00.000Z',
  capturedAtLocal: '',
  assessment: {
    verdict: null,
    level: 'green',
    findings: [],
    preparation: [],
    timeWindow: {
      from: '2026-11-20T01:00:00.000Z',
      to: '2026-11-20T01:00:05.000Z',
      basis: 'system',
      servers: 0,
      agreeing: 0,
      systemAhead: 0,
      jump: 0,
    },
  },
  postFacts: {
    facts: [
      { name: 'author', value: 'Rahmat Contoh', origin: 'json-ld', instant: null },
      { name: 'handle', value: '@rahmat.contoh', origin: 'json-ld', instant: null },
      { name: 'postedAt', value: '2026-11-19T08:15:00+07:00', origin: 'json-ld', instant: INSTANT },
      { name: 'postedAt', value: '2026-11-19', origin: 'meta', instant: null },
    ],
    conflicts: ['postedAt'],
    otherPosts: 1,
    addressDiffers: false,
  },
});

const run = (text: string, x: number, y: number, state: TextRun['state'] = 'visible'): TextRun => ({
  text,
  x,
  y,
  width: 60,
  height: 10,
  direction: 'ltr',
  state,
  frame: 0,
});

/** A page of 100 by 100 CSS pixels in a picture of twice that, with a name, an address and words that are not seen. */
const WORDS = writeTextPositions({
  version: 1,
  width: 100,
  height: 100,
  scale: 2,
  cut: false,
  framesMissed: 0,
  runs: [
    run('Ajakan memilih', 5, 5),
    run('Saksinah Rahasia', 5, 25),
    run('setelah Saksinah', 5, 80),
    run('Jalan Tersembunyi', 5, 50, 'covered'),
    run('tebing', 95, 90, 'cut'),
  ],
});

beforeAll(async () => {
  vault = await createTestVault();
  const intake = createCaptureIntake(vault.service.context());
  const { intakeId } = await intake.begin({ caseId: null, expectedBytes: 0 });
  const parts = [
    ['full-page-image', 0, 'image/png', PNG.sync.write(new PNG({ width: 200, height: 200 })), 200],
    ['text-positions', 0, 'application/json', Buffer.from(WORDS), null],
    ['media', 1, 'image/png', PNG.sync.write(new PNG({ width: 4, height: 4 })), null],
    ['media', 2, 'application/octet-stream', Buffer.from('video'), null],
    ['media', 3, 'image/png', Buffer.from('bukan gambar'), null],
    ['record', 0, 'application/json', Buffer.from('{}'), null],
  ] as const;
  for (const [kind, index, mime, bytes, side] of parts) {
    await intake.append({ intakeId, kind, index, mime, bytes });
    const name = kind === 'media' ? `media-0${index}.bin` : `${kind}.bin`;
    await intake.finishArtefact({ intakeId, kind, index, name, width: side, height: side });
  }
  id = (await intake.commit({ intakeId, record: { title: 'Unggahan', summary: SUMMARY } })).evidenceId;
});
afterAll(() => vault.dispose());

const search = async (query: string): Promise<number> =>
  (await call('evidence.list', { where: 'all', query, limit: 10, offset: 0 })).total;

describe('what the page states', () => {
  it('is found by its author and account name, and stands beside the officer’s words', async () => {
    expect(await Promise.all(['rahmat contoh', '@rahmat.contoh', 'sari'].map(search))).toEqual([1, 1, 0]);
    const { capture, evidence } = await call('evidence.get', { id });
    expect(capture?.postFacts).toEqual(SUMMARY.postFacts);
    expect([evidence.postedAtText, capture?.postedAtFrom]).toEqual(['', null]);
  });

  it('becomes the post’s time by a click, stays marked as the page’s, and is the officer’s again when typed over', async () => {
    const used = await call('evidence.usePostTime', { id, origin: 'json-ld', instant: INSTANT });
    expect(used).toMatchObject({
      postedAtText: 'Kamis, 19 November 2026, 08.15.00 WIB',
      postedBetween: [INSTANT, INSTANT],
    });
    expect((await call('evidence.get', { id })).capture?.postedAtFrom).toBe('json-ld');
    const { rows } = await call('custody.list', { subjectId: id, action: 'evidence.described' });
    expect(rows.map(({ facts }) => facts)).toEqual([{ fields: 'postedAtText', from: 'json-ld' }]);
    await call('evidence.update', { id, note: 'Catatan' });
    expect((await call('evidence.get', { id })).capture?.postedAtFrom).toBe('json-ld');
    await call('evidence.update', { id, postedAtText: '3 jam' });
    expect((await call('evidence.get', { id })).capture?.postedAtFrom).toBeNull();
  });

  it('is not taken where the page does not state it', async () => {
    for (const wrong of [
      { id, origin: 'microdata', instant: INSTANT },
      { id, origin: 'json-ld', instant: '2026-11-19T01:15:01.000Z' },
    ] as const)
      await expect(call('evidence.usePostTime', wrong)).rejects.toMatchObject({ code: 'EVIDENCE_UNKNOWN' });
  });

  it('is printed as the page’s word, with what to mind', async () => {
    const { capture } = await call('evidence.get', { id });
    if (capture === null) throw new Error('no capture');
    expect(captureLines(capture, 'WIB')).toEqual(
      expect.arrayContaining([
        'Menurut halaman: Penulis Rahmat Contoh (JSON-LD); Nama akun @rahmat.contoh (JSON-LD); Waktu unggah 2026-11-19T08:15:00+07:00 (JSON-LD); Waktu unggah 2026-11-19 (metadata halaman).',
        'Keterangan halaman berbeda-beda tentang: waktu unggah.',
      ]),
    );
  });
});

it('keeps each of the page’s media under its own name', async () => {
  const { artefacts } = await call('evidence.get', { id });
  expect(artefacts.filter(({ kind }) => kind === 'media').map(({ name }) => name)).toEqual([
    'media-01.bin',
    'media-02.bin',
    'media-03.bin',
  ]);
});

describe('the words of a working copy', () => {
  const copyOf = async (edits: object): Promise<WorkingCopy> => {
    const picture = (await call('evidence.get', { id })).artefacts.find(({ kind }) => kind === 'full-page-image');
    const made = { crop: null, masks: [], marks: [], ...edits };
    return (await vault.job(
      await call('evidence.makeCopy', { id, artefactId: picture?.id ?? '', edits: made }),
    )) as WorkingCopy;
  };
  const wordsOf = async ({ textId }: WorkingCopy): Promise<string | null> =>
    textId === null ? null : (await call('evidence.readText', { id, artefactId: textId })).text;

  it('hold nothing that a mask touches, that is cut away, or that was never seen', async () => {
    const mask = { x: 100, y: 60, width: 10, height: 4, reason: 'nama' };
    expect(await wordsOf(await copyOf({ masks: [mask] }))).toBe('Ajakan memilih\nsetelah Saksinah\n');
    const two = [mask, { ...mask, y: 161 }];
    const left = await wordsOf(await copyOf({ masks: two }));
    expect(left).toBe('Ajakan memilih\n');
    expect(await wordsOf(await copyOf({ crop: { x: 0, y: 0, width: 200, height: 60 } }))).toBe('Ajakan memilih\n');
  });

  it('are none at all where all is covered, and are sealed and kept apart from the originals', async () => {
    const all = { x: 0, y: 0, width: 200, height: 200, reason: 'lain' };
    expect((await copyOf({ masks: [all] })).textId).toBeNull();
    const { artefacts, copies } = await call('evidence.get', { id });
    expect(artefacts.map(({ kind }) => kind)).not.toContain('working-copy-text');
    const seal = await call('evidence.checkSeal', { id });
    const texts = copies.flatMap(({ textId }) => textId ?? []);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(seal.artefacts).toContainEqual({ id: text, intact: true });
  });
});

it('draws its photos small, with their size in pixels, and nothing for what is no picture; nothing of it is recorded', async () => {
  const { artefacts } = await call('evidence.get', { id });
  const { rows: before } = await call('custody.list', { limit: 1 });
  const { previews } = await call('evidence.mediaPreviews', { id });
  const idOf = (name: string): string => artefacts.find((one) => one.name === name)?.id ?? '';
  expect(previews).toEqual([
    { artefactId: idOf('media-01.bin'), width: 4, height: 4, thumbnail: expect.any(String) as string },
    { artefactId: idOf('media-03.bin'), width: null, height: null, thumbnail: null },
  ]);
  const view = vault.service.views.find(previews[0]?.thumbnail ?? '');
  expect(view.mime).toBe('image/webp');
  expect(Buffer.from(await view.read(0, 4)).toString()).toBe('RIFF');
  expect(await call('evidence.mediaPreviews', { id })).toEqual({ previews });
  expect((await call('custody.list', { limit: 1 })).rows).toEqual(before);
  await expect(call('evidence.mediaPreviews', { id: vault.service.context().newId() })).rejects.toMatchObject({
    code: 'EVIDENCE_UNKNOWN',
  });
});
