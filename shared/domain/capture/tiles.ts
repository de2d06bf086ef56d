/**
 * How a tall page is photographed in pieces that are joined later. A piece must stay under the largest texture of weak
 * graphics (8,192 device pixels), and its edges must lie on whole device pixels, or rows would be lost or doubled.
 */

/** One piece. Rows and columns are device pixels of the joined picture; `clip` is what the browser is asked for, CSS pixels. */
export interface TileGeometry {
  readonly index: number;
  readonly clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** First row of the joined picture that this piece shows. */
  readonly top: number;
  readonly rows: number;
  readonly columns: number;
  /** How many of its first rows the piece before has shown too: equal in both, or the join is not clean. */
  readonly overlap: number;
}

export interface TilePlan {
  readonly tiles: readonly TileGeometry[];
  readonly columns: number;
  readonly rows: number;
  /** False when no whole-pixel edge exists at this scale: joins may then be off by a row, and the record says so. */
  readonly exact: boolean;
  /** CSS pixels of the page's height that are not photographed, because it is taller than the limit. */
  readonly cutOff: number;
  /** The same of its width. */
  readonly cutOffWidth: number;
}

export interface TileLimits {
  /** Largest height of a piece, device pixels. */
  readonly tileRows: number;
  /** Largest width of a piece, device pixels: the texture limit of weak graphics, with room to spare. */
  readonly tileColumns: number;
  /** Rows shown twice at each join, device pixels (rounded up to a whole edge). */
  readonly overlapRows: number;
  /** Largest height of the page that is photographed, CSS pixels: the same page whatever the display's scale. */
  readonly totalHeight: number;
}

/** Half of the smallest texture limit met (8,192), so that other layers of the page fit beside; 60,000 px is 78 screens. */
export const TILE_LIMITS: TileLimits = { tileRows: 4_096, tileColumns: 8_000, overlapRows: 32, totalHeight: 60_000 };

/** Plans the pieces of a page of `width` x `height` CSS pixels at `scale` device pixels each. */
export function planTiles(
  page: { width: number; height: number; scale: number },
  limits: TileLimits = TILE_LIMITS,
): TilePlan {
  const { scale } = page;
  const unit = wholeUnit(scale);
  const wantedWidth = wholeAtLeast(page.width, unit);
  const width = Math.min(wantedWidth, Math.max(unit, Math.floor(limits.tileColumns / scale / unit) * unit));
  const wanted = wholeAtLeast(page.height, unit);
  const height = Math.min(wanted, Math.max(unit, Math.floor(limits.totalHeight / unit) * unit));
  const overlap = Math.ceil(limits.overlapRows / scale / unit) * unit;
  const step = Math.max(unit, Math.floor(limits.tileRows / scale / unit) * unit - overlap);
  const tiles: TileGeometry[] = [];
  for (let y = 0; tiles.length === 0 || y < height; y += step) {
    const from = y === 0 ? 0 : y - overlap;
    tiles.push(
      tileAt(tiles.length, { x: 0, y: from, width, height: Math.min(y + step, height) - from }, scale, y - from),
    );
  }
  return {
    tiles,
    columns: Math.round(width * scale),
    rows: Math.round(height * scale),
    exact: isWhole(unit * scale),
    cutOff: wanted - height,
    cutOffWidth: wantedWidth - width,
  };
}

function tileAt(index: number, clip: TileGeometry['clip'], scale: number, overlap: number): TileGeometry {
  const top = Math.round(clip.y * scale);
  return {
    index,
    clip,
    top,
    rows: Math.round((clip.y + clip.height) * scale) - top,
    columns: Math.round(clip.width * scale),
    overlap: Math.round(overlap * scale),
  };
}

/** The smallest number of CSS pixels that is a whole number of device pixels; 1 when there is none up to 100. */
function wholeUnit(scale: number): number {
  for (let unit = 1; unit <= 100; unit += 1) if (isWhole(unit * scale)) return unit;
  return 1;
}

/** A few CSS pixels of page background more, rather than half a device pixel of the page less. */
function wholeAtLeast(size: number, unit: number): number {
  return Math.max(1, Math.ceil(size / unit)) * unit;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}
