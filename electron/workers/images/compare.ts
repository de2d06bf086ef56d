/** Compares two pictures of a page by rows and two texts by lines. */
import type { z } from 'zod';
import type { pictureDifference, textDifference } from '#shared/contract/capture-queue.ts';
import { compareTexts, type DifferenceBox, differences, type Hunk } from '#shared/domain/capture/compare.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type ByteSource, readAll } from '../byte-source.ts';
import { openRgb, type RgbPicture } from './decode.ts';

type Picture = z.infer<typeof pictureDifference>;

/** Upright strips of a row that are told apart, so that a box has sides. */
const STRIPS = 48;
/** Rows that differ and lie nearer than this to each other are one region. */
const NEAR = 16;
/** More regions than a person can look over are drawn together. */
const MOST_BOXES = 100;
const LONGEST_TEXT = 16 * 1024 * 1024;

/** Where two pictures of the same width differ. Never throws for a picture that cannot be read: it says so. */
export async function comparePictures(before: ByteSource, after: ByteSource): Promise<Picture> {
  try {
    const [first, second] = [await openRgb(before), await openRgb(after)];
    if (first.width !== second.width) return { comparable: false, reason: 'other-width' };
    const [old, now] = [await rowsOf(first), await rowsOf(second)];
    const hunks = differences(old.keys, now.keys);
    const rows = hunks.reduce((sum, hunk) => sum + rowsIn(hunk), 0);
    return {
      comparable: true,
      share: Math.min(1, rows / Math.max(first.height, second.height, 1)),
      boxes: regionsOf(hunks).map((hunk) => boxOf(hunk, old, now, first.width)),
      before: { width: first.width, height: first.height },
      after: { width: second.width, height: second.height },
    };
  } catch (error) {
    if (error instanceof AppError && error.code === 'IMAGE_UNREADABLE')
      return { comparable: false, reason: 'unreadable' };
    throw error;
  }
}

/** Lines that differ. IMAGE_UNREADABLE is never thrown here; INPUT_TOO_LARGE for a text beyond all measure. */
export async function compareTextInputs(
  before: ByteSource,
  after: ByteSource,
): Promise<z.infer<typeof textDifference>> {
  const read = async (source: ByteSource): Promise<string> =>
    new TextDecoder().decode(await readAll(source, LONGEST_TEXT));
  const { added, removed, counters } = compareTexts(await read(before), await read(after));
  return { added: [...added], removed: [...removed], counters: [...counters] };
}

interface Rows {
  /** One number for each row; equal rows have equal numbers. */
  readonly keys: number[];
  /** A hash for each strip of each row. */
  readonly strips: Uint32Array;
}

async function rowsOf(picture: RgbPicture): Promise<Rows> {
  const keys: number[] = [];
  const strips = new Uint32Array(picture.height * STRIPS);
  const edges = Array.from({ length: STRIPS + 1 }, (_, strip) => 3 * Math.floor((strip * picture.width) / STRIPS));
  for await (const row of picture.rows) {
    let [low, high] = [0x811c9dc5, 0x1000193];
    for (let strip = 0; strip < STRIPS; strip += 1) {
      let hash = 0x811c9dc5;
      for (let at = edges[strip] ?? 0; at < (edges[strip + 1] ?? 0); at += 1)
        hash = Math.imul(hash ^ (row[at] ?? 0), 0x01000193);
      strips[keys.length * STRIPS + strip] = hash >>> 0;
      low = Math.imul(low ^ hash, 0x01000193);
      high = Math.imul(high ^ ((hash >>> 7) + strip), 0x85ebca6b);
    }
    // Two hashes in one exact number of 53 bits.
    keys.push((high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0));
  }
  return { keys, strips };
}

function rowsIn({ beforeFrom, beforeTo, afterFrom, afterTo }: Hunk): number {
  return Math.max(beforeTo - beforeFrom, afterTo - afterFrom);
}

function regionsOf(hunks: readonly Hunk[]): readonly Hunk[] {
  for (let near = NEAR; ; near *= 2) {
    const regions: Hunk[] = [];
    for (const hunk of hunks) {
      const last = regions.at(-1);
      if (last !== undefined && hunk.beforeFrom - last.beforeTo < near && hunk.afterFrom - last.afterTo < near)
        regions[regions.length - 1] = { ...last, beforeTo: hunk.beforeTo, afterTo: hunk.afterTo };
      else regions.push(hunk);
    }
    if (regions.length <= MOST_BOXES) return regions;
  }
}

/** As wide as what differs where rows stand against rows; the whole width where rows came or went. */
function boxOf(hunk: Hunk, old: Rows, now: Rows, width: number): DifferenceBoxes {
  const { beforeFrom, beforeTo, afterFrom, afterTo } = hunk;
  let [left, right] = [0, STRIPS];
  if (beforeTo - beforeFrom === afterTo - afterFrom) {
    [left, right] = [STRIPS, 0];
    for (let row = 0; row < beforeTo - beforeFrom; row += 1)
      for (let strip = 0; strip < STRIPS; strip += 1) {
        const one = old.strips[(beforeFrom + row) * STRIPS + strip];
        if (one === now.strips[(afterFrom + row) * STRIPS + strip]) continue;
        left = Math.min(left, strip);
        right = Math.max(right, strip + 1);
      }
  }
  const x = Math.floor((left * width) / STRIPS);
  const wide = Math.max(0, Math.floor((right * width) / STRIPS) - x);
  return {
    before: { x, y: beforeFrom, width: wide, height: beforeTo - beforeFrom },
    after: { x, y: afterFrom, width: wide, height: afterTo - afterFrom },
  };
}

type DifferenceBoxes = { -readonly [Side in keyof DifferenceBox]: DifferenceBox[Side] };
