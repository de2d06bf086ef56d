/** Joins screenshot tiles of one page into one PNG, row by row, and compares the rows that two tiles share. */
import type { ImageJob } from '#shared/contract/image-job.ts';
import type { ByteSource } from '../byte-source.ts';
import { unreadable } from '../png/reader.ts';
import { pngFile } from '../png/writer.ts';
import { openRgb } from './decode.ts';

type Tile = Extract<ImageJob, { mode: 'join-tiles' }>['tiles'][number];

export interface JoinedTiles {
  readonly width: number;
  readonly height: number;
  /** One for each tile but the first: whether it shares rows with the one before and all of them are equal. */
  readonly joins: readonly { readonly index: number; readonly clean: boolean }[];
}

/** Throws IMAGE_UNREADABLE when a tile is damaged, has another size than stated, or leaves a gap. */
export async function joinTiles(
  tiles: readonly Tile[],
  sourceOf: (input: string) => ByteSource,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<JoinedTiles> {
  const width = tiles[0]?.columns ?? 0;
  const last = tiles.at(-1);
  const height = last ? last.top + last.rows : 0;
  const joins: { index: number; clean: boolean }[] = [];
  for await (const piece of pngFile(joinedRows(tiles, sourceOf, width, joins), width, height)) await write(piece);
  return { width, height, joins };
}

async function* joinedRows(
  tiles: readonly Tile[],
  sourceOf: (input: string) => ByteSource,
  width: number,
  joins: { index: number; clean: boolean }[],
): AsyncGenerator<Buffer> {
  let shown = 0;
  let tail: Buffer[] = [];
  for (const [position, tile] of tiles.entries()) {
    const shared = shown - tile.top;
    if (shared < 0 || shared > tail.length || tile.top + tile.rows < shown) throw unreadable('tiles do not meet');
    const picture = await openRgb(sourceOf(tile.input));
    if (picture.width !== width || picture.height !== tile.rows) throw unreadable('tile has another size');
    const kept: Buffer[] = [];
    const keep = Math.max(0, shown === 0 && tiles.length === 1 ? 0 : overlapWithNext(tiles, position));
    let row = 0;
    let clean = shared > 0;
    for await (const rgb of picture.rows) {
      if (row < shared) clean &&= tail[tail.length - shared + row]?.equals(rgb) ?? false;
      else yield rgb;
      if (row >= tile.rows - keep) kept.push(Buffer.from(rgb));
      row += 1;
    }
    if (position > 0) joins.push({ index: tile.index, clean });
    shown = tile.top + tile.rows;
    tail = kept;
  }
}

/** Rows of this tile that the next one shows again. */
function overlapWithNext(tiles: readonly Tile[], position: number): number {
  const tile = tiles[position];
  const next = tiles[position + 1];
  return tile && next ? Math.max(0, tile.top + tile.rows - next.top) : 0;
}
