/** What an officer drew on a working copy, as outlines. */
import type { Mark, MarkColour, PixelPoint, PixelRect } from '#shared/domain/evidence/working-copy.ts';
import type { MarkLetters } from './mark-letters.ts';
import type { Outline } from './outlines.ts';

const COLOURS: Readonly<Record<MarkColour, Outline['colour']>> = {
  merah: [192, 38, 28],
  biru: [31, 79, 163],
  hitam: [26, 26, 26],
};
const HIGHLIGHT: Outline['colour'] = [255, 232, 74];
const PAPER: Outline['colour'] = [255, 255, 255];
/** Sides of the polygon that stands for an ellipse. */
const ELLIPSE_SIDES = 180;

/** In the order in which they are painted. `letters` draws texts; null when there is none to draw. */
export function markOutlines(marks: readonly Mark[], letters: MarkLetters | null): Outline[] {
  return marks.flatMap((mark): Outline[] => {
    switch (mark.kind) {
      case 'rectangle':
        return [ring(corners(mark), corners(shrunk(mark, mark.line)), COLOURS[mark.colour])];
      case 'ellipse':
        return [ring(ellipse(mark), ellipse(shrunk(mark, mark.line)), COLOURS[mark.colour])];
      case 'highlight':
        return [{ contours: [corners(mark)], colour: HIGHLIGHT, rule: 'nonzero', blend: 'multiply' }];
      case 'arrow':
        return [
          {
            contours: [arrow(mark.from, mark.to, mark.line)],
            colour: COLOURS[mark.colour],
            rule: 'nonzero',
            blend: 'over',
          },
        ];
      case 'text': {
        if (letters === null) throw new Error('a text is to be drawn without letters');
        const { contours, width, height } = letters.set(mark.text, mark.letters, mark);
        // On paper of its own: letters over a photograph are not read.
        const paper = corners({ x: mark.x, y: mark.y, width, height });
        return [
          { contours: [paper], colour: PAPER, rule: 'nonzero', blend: 'over' },
          { contours, colour: COLOURS[mark.colour], rule: 'nonzero', blend: 'over' },
        ];
      }
    }
  });
}

/** The space between two closed lines. */
function ring(outer: readonly PixelPoint[], inner: readonly PixelPoint[], colour: Outline['colour']): Outline {
  return { contours: inner.length === 0 ? [outer] : [outer, inner], colour, rule: 'evenodd', blend: 'over' };
}

function corners({ x, y, width, height }: PixelRect): PixelPoint[] {
  if (width <= 0 || height <= 0) return [];
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function ellipse({ x, y, width, height }: PixelRect): PixelPoint[] {
  if (width <= 0 || height <= 0) return [];
  return Array.from({ length: ELLIPSE_SIDES }, (_, side) => {
    const angle = (side / ELLIPSE_SIDES) * 2 * Math.PI;
    return { x: x + (width / 2) * (1 + Math.cos(angle)), y: y + (height / 2) * (1 + Math.sin(angle)) };
  });
}

function shrunk({ x, y, width, height }: PixelRect, by: number): PixelRect {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

/** A shaft with a head at `to`; a head alone when there is no room for a shaft. */
function arrow(from: PixelPoint, to: PixelPoint, line: number): PixelPoint[] {
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
