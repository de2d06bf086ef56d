/**
 * Fixed and sticky parts of a page are painted apart from it, and a busy machine may leave one out of several shots in a
 * row without a word. So each piece is also shot without them: where both are alike, a part that should be seen is not.
 */
import type { TileGeometry } from '#shared/domain/capture/tiles.ts';
import { fieldList, fieldNumber, recordOf } from './json.ts';
import { FIND_LAYERS, HIDE_LAYERS, SHOW_LAYERS } from './page-scripts.ts';
import { openPageWorld } from './prepare.ts';
import { STILL_WORLD } from './stillness.ts';
import type { Work } from './work.ts';

/** A part that floats, CSS pixels of the page. */
export interface LayerBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Layers {
  readonly boxes: readonly LayerBox[];
  /** Does something while none of them is painted. */
  without<Value>(act: () => Promise<Value>): Promise<Value>;
}

/** A piece as pixels of four bytes. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/** Finds what floats and has something to show. Those beyond the limit count as not seen: nobody looks at them. */
export async function findLayers(work: Work): Promise<Layers> {
  // Whoever lets go of the page shows them again, also when the capture is cut short while they are hidden.
  const world = await openPageWorld(work, STILL_WORLD);
  const { text, command } = work.deps.deadlines;
  const told = recordOf(await world(FIND_LAYERS, text));
  const boxes = fieldList(told, 'boxes').map(boxOf);
  work.layers.all = fieldNumber(told, 'all') ?? 0;
  work.layers.looked = boxes.length;
  if (work.layers.all > boxes.length) work.warnings.add('layers-not-seen');
  return {
    boxes,
    without: async (act) => {
      await world(HIDE_LAYERS, command);
      try {
        return await act();
      } finally {
        await world(SHOW_LAYERS, command);
      }
    },
  };
}

/** Notes parts that are not seen in the picture. */
export function noteUnseen({ layers, warnings }: Work, boxes: readonly LayerBox[]): void {
  for (const box of boxes) layers.unseen.add(box);
  if (boxes.length > 0) warnings.add('layers-not-seen');
}

/** The parts to be looked for in this piece: half of them lies in it, or they fill half of it; a mere edge may be blank. */
export function layersIn(boxes: readonly LayerBox[], tile: TileGeometry): LayerBox[] {
  return boxes.filter((box) => {
    const area = areaIn(box, tile);
    const height = area.bottom - area.top;
    const whole = (box.height * tile.columns) / tile.clip.width;
    return area.right - area.left >= LEAST && height >= LEAST && height >= Math.min(whole, tile.rows) / 2;
  });
}

/** Those of the parts that look alike in the piece with and the piece without them. */
export function unseenIn(
  boxes: readonly LayerBox[],
  tile: TileGeometry,
  shown: Pixels,
  hidden: Pixels,
): readonly LayerBox[] {
  if (shown.width !== hidden.width || shown.height !== hidden.height) return boxes;
  const areas = boxes.map((box) => areaIn(box, tile));
  return boxes.filter((_box, index) => {
    const area = areas[index];
    if (area === undefined) return true;
    // What another part shows in the same place says nothing of this one, unless it has no place of its own.
    const others = areas.filter((other) => other !== area && meets(other, area) && !holds(other, area));
    return !differs(area, others, shown, hidden);
  });
}

/** Device pixels of a piece. */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Device pixels of a part that must lie in a piece for it to be looked at. */
const LEAST = 4;
/** Share of its pixels by which a part that is painted differs from what lies under it. */
const SHARE = 0.001;

function areaIn(box: LayerBox, { clip, columns, rows }: TileGeometry): Area {
  const scale = columns / clip.width;
  const within = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value * scale)));
  return {
    left: within(box.x - clip.x, columns),
    top: within(box.y - clip.y, rows),
    right: within(box.x + box.width - clip.x, columns),
    bottom: within(box.y + box.height - clip.y, rows),
  };
}

function meets(one: Area, other: Area): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function holds(outer: Area, inner: Area): boolean {
  return (
    outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom
  );
}

function differs(area: Area, others: readonly Area[], shown: Pixels, hidden: Pixels): boolean {
  const enough = Math.max(LEAST, (area.right - area.left) * (area.bottom - area.top) * SHARE);
  let different = 0;
  for (let y = area.top; y < Math.min(area.bottom, shown.height); y += 1) {
    const beside = others.filter(({ top, bottom }) => top <= y && y < bottom);
    for (let x = area.left; x < area.right; x += 1) {
      const at = y * shown.width + x;
      if (shown.pixels[at] === hidden.pixels[at]) continue;
      if (beside.some(({ left, right }) => left <= x && x < right)) continue;
      different += 1;
      if (different >= enough) return true;
    }
  }
  return false;
}

function boxOf(value: unknown): LayerBox {
  const box = recordOf(value);
  const side = (name: string): number => fieldNumber(box, name) ?? 0;
  return { x: side('x'), y: side('y'), width: side('width'), height: side('height') };
}
