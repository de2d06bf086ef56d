/** Photos and videos of a page: what the browser holds is kept once, within limits; the rest is named with the reason. */
import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import type { CapturedMedia } from '#shared/domain/capture/media.ts';
import { CaptureInterrupted } from '../../../electron/main/capture/engine/cdp.ts';
import { CAPTURE_DEADLINES } from '../../../electron/main/capture/engine/deadlines.ts';
import { takeMedia } from '../../../electron/main/capture/engine/media.ts';
import { ExchangeLog } from '../../../electron/main/capture/engine/web-archive/exchange-log.ts';
import type { ArtefactDescription } from '../../../electron/main/capture/engine/sink.ts';
import { newWork, type Work } from '../../../electron/main/capture/engine/work.ts';

const PHOTO = PNG.sync.write(new PNG({ width: 4, height: 4 }));
const MEGABYTE = 1024 * 1024;

interface Given {
  readonly rows: unknown;
  /** Sizes the browser tells, by address. */
  readonly held?: Readonly<Record<string, number>>;
  readonly bodies?: Readonly<Record<string, Uint8Array>>;
  /** Milliseconds that each body takes. */
  readonly slow?: number;
}

async function take({
  rows,
  held = {},
  bodies = {},
  slow = 0,
}: Given): Promise<{ media: readonly CapturedMedia[]; kept: ArtefactDescription[] }> {
  let time = 0;
  const kept: ArtefactDescription[] = [];
  const call = async (
    method: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>> => {
    if (method === 'Page.getResourceTree')
      return { frameTree: { resources: Object.entries(held).map(([url, contentSize]) => ({ url, contentSize })) } };
    time += slow;
    const body = bodies[String(params['url'])];
    if (body === undefined) throw new CaptureInterrupted('refused', method);
    return { content: Buffer.from(body).toString('base64'), base64Encoded: true };
  };
  const hashes = (): { update(bytes: Uint8Array): void; hex(): string } => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
  };
  const deps = {
    deadlines: CAPTURE_DEADLINES,
    newHash: hashes,
    clock: { now: () => new Date(0), monotonic: () => time, after: () => () => undefined },
  } as unknown as Work['deps'];
  const sink = {
    artefact: async (what: ArtefactDescription, chunks: AsyncIterable<Uint8Array>) => {
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks) parts.push(chunk);
      kept.push(what);
      const bytes = Buffer.concat(parts);
      return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength };
    },
  } as unknown as Work['sink'];
  const calls = { call } as unknown as Work['calls'];
  const exchanges = new ExchangeLog(() => new Date(0));
  const page = { mainFrame: 'F', scroll: null, banner: null, exchanges } as const;
  const work = newWork({ calls, deps, sink, series: 'first', ...page, onPhase: () => undefined });
  await takeMedia(work, async () => rows);
  return { media: work.media, kept };
}

const image = (address: string, more: object = {}): object => ({
  sort: 'image',
  address,
  width: 400,
  height: 300,
  words: '',
  stream: false,
  ...more,
});

it('keeps the same bytes once, under one name', async () => {
  const bodies = { 'https://a.test/1.png': PHOTO, 'https://b.test/1.png': PHOTO };
  const { media, kept } = await take({
    rows: [image('https://a.test/1.png#x'), image('https://b.test/1.png')],
    bodies,
  });
  expect(media.map(({ name, missing }) => [name, missing])).toEqual([
    ['media-01.png', null],
    ['media-01.png', null],
  ]);
  expect(kept.map(({ kind, mime, part }) => [kind, mime, part])).toEqual([
    ['media', 'image/png', { index: 1, name: 'media-01.png' }],
  ]);
});

it('names by its bytes what the page calls otherwise, and never trusts an ending', async () => {
  const bodies = {
    'https://a.test/foto.png': Buffer.from('<svg xmlns="x">'),
    'https://a.test/b.jpg': Buffer.from('MZ lain'),
  };
  const { media } = await take({ rows: [image('https://a.test/foto.png'), image('https://a.test/b.jpg')], bodies });
  expect(media.map(({ name, mime }) => [name, mime])).toEqual([
    ['media-01.svg', 'image/svg+xml'],
    ['media-02.bin', 'application/octet-stream'],
  ]);
});

it('says why it does not keep: gone, made by the page, a stream, too large, no room, no time', async () => {
  const big = (n: number): string => `https://a.test/${n}.mp4`;
  const { media } = await take({
    rows: [
      image('https://a.test/gone.png'),
      image('blob:https://a.test/1', { sort: 'video' }),
      image('blob:https://a.test/2', { sort: 'video', stream: true }),
      image(big(65)),
      image('data:image/png;base64,%%%'),
    ],
    held: { [big(65)]: 65 * MEGABYTE },
  });
  expect(media.map(({ missing }) => missing)).toEqual(['not-held', 'made-by-page', 'stream', 'too-large', 'not-held']);
  expect(media.every(({ name, sha256 }) => name === null && sha256 === null)).toBe(true);

  const late = await take({ rows: [1, 2, 3].map((n) => image(`https://a.test/${n}`)), slow: 9_000 });
  expect(late.media.map(({ missing }) => missing)).toEqual(['not-held', 'not-held', 'no-time']);
});

it('stops at the limit for all of them together', async () => {
  const bodies = Object.fromEntries(
    [1, 2, 3, 4, 5].map((n) => [`https://a.test/${n}`, Buffer.alloc(60 * MEGABYTE, n)]),
  );
  const held = Object.fromEntries(Object.keys(bodies).map((address) => [address, 60 * MEGABYTE]));
  const { media } = await take({ rows: Object.keys(bodies).map((address) => image(address)), held, bodies });
  expect(media.map(({ missing }) => missing)).toEqual([null, null, null, null, 'over-budget']);
});

it('keeps no password of an address, and is not led astray by what a page answers', async () => {
  const { media } = await take({
    rows: [image('https://nama:sandi@a.test/x.png'), null, 7, { sort: 'audio', address: 5 }],
  });
  expect(media[0]?.address).toBe('https://a.test/x.png');
  expect(media.map(({ missing }) => missing)).toEqual(Array(4).fill('not-held'));
  expect((await take({ rows: 'nothing' })).media).toEqual([]);
});
