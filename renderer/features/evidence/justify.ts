/** Rows of pictures in their own proportions, all rows equally wide. */

export interface Tile {
  readonly index: number;
  readonly width: number;
}
export interface TileRow {
  readonly height: number;
  readonly tiles: readonly Tile[];
}

/** The tallest and the widest a tile may be drawn; what goes beyond is cut at the bottom or the side. */
const NARROWEST = 0.78;
const WIDEST = 2.2;

/**
 * Lays pictures out in rows of about `target` px. `ratios` are width by height; null for what has no picture.
 * The last row is not stretched.
 */
export function justify(ratios: readonly (number | null)[], width: number, target: number, gap: number): TileRow[] {
  const rows: TileRow[] = [];
  let row: { index: number; ratio: number }[] = [];
  let sum = 0;
  const close = (height: number): void => {
    rows.push({ height, tiles: row.map(({ index, ratio }) => ({ index, width: Math.floor(ratio * height) })) });
    row = [];
    sum = 0;
  };
  ratios.forEach((given, index) => {
    const ratio = Math.min(WIDEST, Math.max(NARROWEST, given ?? 1));
    row.push({ index, ratio });
    sum += ratio;
    const height = (width - gap * (row.length - 1)) / sum;
    if (height <= target) close(height);
  });
  if (row.length > 0) close(target);
  return rows;
}

/** The tile above or below: the one in the next row whose middle is nearest. */
export function neighbour(rows: readonly TileRow[], from: number, step: 1 | -1): number {
  const at = rows.findIndex(({ tiles }) => tiles.some(({ index }) => index === from));
  const next = rows[at + step];
  const here = rows[at];
  if (here === undefined || next === undefined) return from;
  const middle = middleOf(here, from);
  const ranked = next.tiles.map(({ index }) => ({ index, distance: Math.abs(middleOf(next, index) - middle) }));
  return ranked.reduce((best, tile) => (tile.distance < best.distance ? tile : best), {
    index: from,
    distance: Infinity,
  }).index;
}

function middleOf(row: TileRow, wanted: number): number {
  let left = 0;
  for (const { index, width } of row.tiles) {
    if (index === wanted) return left + width / 2;
    left += width;
  }
  return left;
}
