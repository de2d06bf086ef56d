/** How marks look: the same numbers draw them on the screen and into the working copy's pixels. */
import type { Mark, MarkColour, PixelPoint } from './working-copy.ts';

type Rgb = readonly [red: number, green: number, blue: number];

export const MARK_RGB: Readonly<Record<MarkColour, Rgb>> = {
  merah: [192, 38, 28],
  biru: [31, 79, 163],
  hitam: [26, 26, 26],
};
/** Multiplied with what lies under it. */
export const HIGHLIGHT_RGB: Rgb = [255, 232, 74];
/** White paper around the letters of a text, in parts of their height. */
export const TEXT_PADDING = 0.25;

/** A shaft with a head at `to`; a head alone when there is no room for a shaft. */
export function arrowOutline({ from, to, line }: Extract<Mark, { kind: 'arrow' }>): PixelPoint[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = length === 0 ? { x: 0, y: -1 } : { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const head = line * 4;
  const neck = Math.max(0, length - head);
  const at = (forward: number, sideways: number): PixelPoint => ({
    x: to.x - along.x * (length - forward) - along.y * sideways,
    y: to.y - along.y * (length - forward) + along.x * sideways,
  });
  const half = line / 2;
  const shaft = neck === 0 ? [] : [at(0, -half), at(neck, -half)];
  const back = neck === 0 ? [] : [at(neck, half), at(0, half)];
  const base = length < head ? length - head : neck;
  return [...shaft, at(base, -line * 1.6), at(length, 0), at(base, line * 1.6), ...back];
}
