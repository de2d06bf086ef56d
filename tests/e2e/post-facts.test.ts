/** What a capture takes of a post besides its picture: the page's own statements, where its words stand, its photos. In a real Electron. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureRecord } from '#shared/domain/capture/record.ts';
import { findInText, readTextPositions, type TextPositions, textShown } from '#shared/domain/capture/text-positions.ts';
import { launchPlainHarness, type PlainHarness } from '../support/capture-harness/launch.ts';
import { photo } from '../support/capture-site/families/post-facts.ts';
import { type HardSite, startHardSite } from '../support/capture-site/site.ts';

let site: HardSite;
let harness: PlainHarness;
let record: CaptureRecord;
let words: TextPositions;
let bytesOf: (name: string) => Buffer;

beforeAll(async () => {
  site = await startHardSite();
  harness = await launchPlainHarness();
  const id = await harness.call('open');
  await harness.call('visit', id, `${site.http}/p/post-facts`);
  await harness.call('inPage', id, 'made');
  const { value, code } = await harness.call('take', id, false);
  if (value === undefined) throw new Error(`refused: ${code}`);
  record = value.record;
  const folder = await harness.call('folder', id);
  bytesOf = (name) => harness.artefact(folder, name);
  const read = readTextPositions(bytesOf('first-text-positions').toString('utf8'));
  if (read === null) throw new Error('the places of the words cannot be read');
  words = read;
});
afterAll(async () => {
  await harness.close();
  await site.close();
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

it('keeps what the page states about this post, each with where it stands, and nothing of the other', () => {
  const { facts, conflicts, otherPosts, addressDiffers } = record.postFacts ?? { facts: [] };
  const own = `${site.http}/p/post-facts`;
  expect(facts.map(({ name, origin, value }) => `${name}/${origin}: ${value}`)).toEqual([
    'author/json-ld: Rahmat Contoh',
    'author/microdata: Rahmat Contoh',
    'handle/json-ld: @rahmat',
    'handle/twitter-card: @rahmat',
    'postedAt/json-ld: 2026-11-19T08:15:00+07:00',
    'postedAt/microdata: 2026-11-19T08:15:00+07:00',
    'postedAt/open-graph: 2026-11-19T01:15:00Z',
    'postedAt/time: 2026-11-19T08:15:00+07:00',
    `address/json-ld: ${own}`,
    `address/microdata: ${own}`,
    `address/open-graph: ${own}`,
    `address/link: ${own}`,
    'title/open-graph: Rahmat Contoh di Lini Warga',
    'text/microdata: Ajakan',
    'likes/json-ld: 12',
    'comments/visible-text: 28',
  ]);
  expect(new Set(facts.filter(({ name }) => name === 'postedAt').map(({ instant }) => instant))).toEqual(
    new Set(['2026-11-19T01:15:00.000Z']),
  );
  expect({ conflicts, otherPosts, addressDiffers }).toEqual({ conflicts: [], otherPosts: 1, addressDiffers: false });
});

describe('the places of the words', () => {
  it('tell what is seen, covered, cut off and hidden, in frames and shadow roots, and which way it runs', () => {
    const stateOf = (text: string): string | undefined => words.runs.find((run) => run.text.includes(text))?.state;
    expect(['Kata tampak', 'Kata awal', 'Kata bayangan', 'Kata bingkai'].map(stateOf)).toEqual(
      Array(4).fill('visible'),
    );
    expect(stateOf('Kata tertutup')).toBe('covered');
    expect(stateOf('Kata terpotong')).toBe('cut');
    expect(['Kata tersembunyi', 'Kata bening'].map(stateOf)).toEqual(['hidden', 'hidden']);
    expect(stateOf('Kata tiada')).toBeUndefined();
    expect(words.runs.find(({ text }) => text.includes('تجريبي'))?.direction).toBe('rtl');
    expect(words.runs.find(({ text }) => text.includes('Kata bingkai'))?.frame).toBe(1);
  });

  it('are those of the tall picture: a hit lies where the page has the word', async () => {
    const id = await harness.call('open');
    await harness.call('visit', id, `${site.http}/p/post-facts`);
    await harness.call('inPage', id, 'made');
    const box = (await harness.call(
      'inPage',
      id,
      `(() => { const range = document.createRange(); range.selectNodeContents(document.getElementById('seen')); const box = range.getBoundingClientRect(); return [box.x + scrollX, box.y + scrollY, box.width, box.height]; })()`,
    )) as number[];
    const [hit] = findInText(words, 'KATA  tampak');
    const [found] = hit?.boxes ?? [];
    expect([found?.x, found?.y, found?.width, found?.height].map((side) => Math.round(side ?? 0))).toEqual(
      box.map(Math.round),
    );
    await harness.call('close', id);
  });

  it('leave nothing of what a mask covers in the words of a copy', () => {
    const masked = findInText(words, 'Kata bayangan')[0]?.boxes[0];
    if (masked === undefined) throw new Error('not found');
    const { scale } = words;
    const mask = {
      x: masked.x * scale,
      y: masked.y * scale,
      width: masked.width * scale,
      height: masked.height * scale,
    };
    const left = textShown(words, { crop: null, masks: [mask] });
    expect(left).toContain('Kata tampak');
    for (const gone of ['bayangan', 'tertutup', 'terpotong', 'tersembunyi', 'bening']) expect(left).not.toContain(gone);
  });
});

it('keeps the photos in full size as the server sent them, each once, and says why others are not kept', () => {
  const kept = record.artefacts.filter(({ kind }) => kind === 'media');
  const sent = [photo(640, 480, 3), photo(640, 480, 4), photo(320, 240, 6), photo(256, 256, 7)].map(sha256);
  for (const hash of sent) expect(kept.filter((one) => one.sha256 === hash)).toHaveLength(1);
  expect(kept.every(({ mime }) => mime === 'image/png')).toBe(true);
  for (const [index, { sha256: hash }] of kept.entries())
    expect(sha256(bytesOf(`first-media-${index + 1}`))).toBe(hash);
  expect(record.media.map(({ sha256: hash }) => hash)).not.toContain(sha256(photo(96, 96, 5)));
  expect(record.media.find(({ words: alt }) => alt === 'Foto bersama')).toMatchObject({
    sort: 'image',
    address: `${site.http}/photo.png?seed=3&width=640&height=480`,
    width: 640,
    height: 480,
    missing: null,
  });
  expect(record.media.find(({ sort }) => sort === 'video')).toMatchObject({ name: null, missing: 'stream' });
});
