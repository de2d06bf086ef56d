/** Captures one page of the hard site and holds what came against what the page painted. */
import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { judgeCompleteness } from '#shared/domain/capture/completeness.ts';
import type { CaptureRecord } from '#shared/domain/capture/record.ts';
import { framesAsTheyCome } from '../../../electron/main/capture/engine-parts.ts';
import { openRgb } from '../../../electron/workers/images/decode.ts';
import { joinTiles } from '../../../electron/workers/images/join-tiles.ts';
import type { PlainHarness } from '../capture-harness/launch.ts';
import { readWacz } from '../replay/read-wacz.ts';
import { type ReadPicture, RowReader } from './decode.ts';
import { BAND_HEIGHT, type HardPage, type Mark } from './page.ts';
import type { HardSite } from './site.ts';

/** What a page came to, for the table of the report. */
export interface Tried {
  readonly record: CaptureRecord;
  readonly picture: ReadPicture;
  readonly clean: readonly boolean[];
  readonly text: string;
  /** The web archive's bytes; warcio has read it and every digest is right. */
  readonly wacz: Uint8Array;
}

/** Opens, captures, reads back and demands; throws what is wrong. */
export async function tryPage(harness: PlainHarness, site: HardSite, hardPage: HardPage): Promise<Tried> {
  let page = hardPage;
  const id = await harness.call('open', { deadlines: page.stalls === true ? { load: 1_500 } : {} });
  try {
    await harness.call('visit', id, site.addressOf(page));
    if (page.ready !== undefined) await ready(harness, id, page);
    const { value, code } = await harness.call('take', id, false);
    if (value === undefined) throw new Error(`refused: ${code}`);
    page = { ...page, expected: { ...page.expected, ...page.at?.(value.record.scale) } };
    const folder = await harness.call('folder', id);
    const { picture, clean } = await readJoined(value.record, folder);
    const text = value.record.artefacts.some(({ kind }) => kind === 'text')
      ? harness.artefact(folder, 'first-text').toString('utf8')
      : '';
    demandRows(page, value.record, picture);
    demandMarks(page, value.record, picture);
    demandRecord(page, value.record, clean, text);
    demandMedia(page, value.record);
    const wacz = harness.artefact(folder, 'first-wacz');
    await demandArchive(page, value.record, wacz);
    return { record: value.record, picture, clean, text, wacz };
  } finally {
    await harness.call('close', id);
  }
}

/** Every exchange that the record counts is an answer in the archive; the document is among them, with its body. */
async function demandArchive(
  { name, stalls, expected }: HardPage,
  { webArchive, document, completeness, versions }: CaptureRecord,
  wacz: Uint8Array,
): Promise<void> {
  const { records } = await readWacz(wacz);
  const answers = records.filter(({ type }) => type === 'response');
  expect(answers.length, `${name}: answers in the archive`).toBe(webArchive?.exchanges);
  if (expected.evicted === true) expect(webArchive?.notKeptCounts.map(({ reason }) => reason)).toContain('evicted');
  const own = answers.findLast(({ address }) => address === document?.url);
  expect(own, `${name}: the document in the archive`).toBeDefined();
  // An answer that never ends; or the old runtime, which loses what it held whenever a frame comes.
  const lost = stalls === true || (completeness.frames > 0 && !framesAsTheyCome(versions.electron));
  const given = lost && webArchive?.notKept.some(({ address }) => address === document?.url) === true;
  expect(own?.payload.length, `${name}: its body`)[given ? 'toBe' : 'toBeGreaterThan'](0);
}

async function ready(harness: PlainHarness, id: number, page: HardPage): Promise<void> {
  await harness.call('inPage', id, page.ready ?? 'true');
  const { title } = page.expected;
  if (title !== undefined)
    await harness.until('the page is there', async () => {
      const state = await harness.call('state', id);
      return state.title === title && !state.loading;
    });
}

/** The picture as the app's own joiner makes it, read row by row. */
export async function readJoined(
  record: CaptureRecord,
  folder: string,
): Promise<{ picture: ReadPicture; clean: boolean[] }> {
  const tiles = record.artefacts.flatMap(({ tile }) => (tile === null ? [] : [{ ...tile, input: String(tile.index) }]));
  const pieces: Uint8Array[] = [];
  const nameOf = (index: string): string => path.join(folder, `first-full-page-tile-${index}`);
  const joined = await joinTiles(
    tiles.map(({ clip: _clip, ...tile }) => tile),
    (input) => sourceOf(nameOf(input)),
    async (bytes) => {
      pieces.push(Buffer.from(bytes));
    },
  );
  const whole = Buffer.concat(pieces);
  const rgb = await openRgb({
    size: whole.length,
    read: (offset, length) => Promise.resolve(whole.subarray(offset, offset + length)),
  });
  const reader = new RowReader(joined.width);
  for await (const row of rgb.rows) reader.take(row);
  return { picture: reader.result(), clean: joined.joins.map((join) => join.clean) };
}

function sourceOf(file: string): { size: number; read(offset: number, length: number): Promise<Uint8Array> } {
  return {
    size: statSync(file).size,
    read: async (offset, length) => {
      const handle = await open(file);
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
  };
}

/** Every row once, in order, each as tall as it was painted: nothing missing, nothing twice. */
function demandRows({ name, expected }: HardPage, { scale }: CaptureRecord, picture: ReadPicture): void {
  expect(picture.doubled, `${name}: lines that show two rows`).toEqual([]);
  const seen = picture.rows.map(({ code }) => code);
  if (expected.atLeast === undefined) expect(seen, `${name}: rows`).toEqual(expected.rows);
  else {
    expect(seen.length, `${name}: rows seen`).toBeGreaterThanOrEqual(expected.atLeast);
    expect(seen, `${name}: rows`).toEqual(expected.rows.slice(0, seen.length));
  }
  // The last may be cut where the page or an area of it ends.
  const whole = expected.atLeast === undefined ? picture.rows : picture.rows.slice(0, -1);
  const wrong = whole.filter(({ lines }) => lines !== BAND_HEIGHT * scale);
  expect(wrong, `${name}: rows of another height`).toEqual([]);
}

function demandMarks({ name, expected }: HardPage, record: CaptureRecord, picture: ReadPicture): void {
  const marks: readonly Mark[] = expected.marks ?? [];
  const { scale } = record;
  const pixels = record.artefacts.find(({ kind }) => kind === 'viewport-image')?.height ?? 0;
  // To a page the height of the window is a whole number of CSS pixels; what is laid out by it has the parts of one too.
  const window = { ...record.window, height: pixels / scale };
  const seen = picture.marks.map(({ code, top }) => [code, top]).sort();
  const wanted = marks.map(({ code, top }) => [code, Math.round(top(window) * scale)]).sort();
  expect(seen, `${name}: things that float, once and where they were`).toEqual(wanted);
}

/** Said of each, and those that are kept are artefacts with those very bytes. */
function demandMedia({ name, expected }: HardPage, { media, artefacts }: CaptureRecord): void {
  if (expected.media === undefined) return;
  expect(
    media.map(({ mime, bytes, sha256, answers, missing }) => ({ mime, bytes, sha256, answers, missing })),
    `${name}: media`,
  ).toEqual(expected.media);
  const kept = artefacts.filter(({ kind }) => kind === 'media').map(({ sha256, mime }) => [sha256, mime]);
  expect(kept, `${name}: kept as artefacts`).toEqual(
    expected.media.flatMap(({ sha256, mime }) => (sha256 === null ? [] : [[sha256, mime]])),
  );
}

function demandRecord(
  { name, expected }: HardPage,
  record: CaptureRecord,
  clean: readonly boolean[],
  text: string,
): void {
  const { completeness } = record;
  expect(clean, `${name}: joins`).not.toContain(false);
  expect(completeness.layersSeen, `${name}: parts that float`).toBe(completeness.layers);
  expect(record.outcome, `${name}: outcome`).toBe(expected.outcome ?? 'captured');
  expect(record.verdict?.kind ?? null, `${name}: kind`).toBe(expected.kind ?? null);
  expect(record.warnings, `${name}: warnings`).toEqual(expect.arrayContaining([...(expected.warnings ?? [])]));
  if (expected.images !== undefined)
    expect([completeness.imagesLoaded, completeness.imagesDeclared]).toEqual(expected.images);
  if (expected.videos !== undefined)
    expect([completeness.videosLoaded, completeness.videosDeclared]).toEqual(expected.videos);
  if (expected.comments !== undefined)
    expect([completeness.commentsShown, completeness.commentsStated]).toEqual(expected.comments);
  if (expected.redirects !== undefined) expect(record.redirects).toHaveLength(expected.redirects);
  if (expected.title !== undefined) expect(record.title).toBe(expected.title);
  // The vault's answer to the joining is not here; the joiner's own is.
  const meter = judgeCompleteness({ ...completeness, joinsClean: clean.every(Boolean) });
  if (expected.level !== undefined)
    expect(meter.level, `${name}: ${JSON.stringify(meter.findings)}`).toBe(expected.level);
  for (const words of expected.text ?? []) expect(text).toContain(words);
  expect(record.preparation[0]?.step).toBe('scrolled-through');
  expect(record.artefacts[0]?.kind, `${name}: the window before anything is touched`).toBe('viewport-image');
}
