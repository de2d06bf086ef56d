/** What an officer drew on a working copy, as outlines. */
import { arrowOutline, HIGHLIGHT_RGB, MARK_RGB } from '#shared/domain/evidence/mark-shapes.ts';
import type { Mark, PixelPoint, PixelRect } from '#shared/domain/evidence/working-copy.ts';
import type { MarkLetters } from './mark-letters.ts';
import type { Outline } from './outlines.ts';

const PAPER: Outline['colour'] = [255, 255, 255];
/** Sides of the polygon that stands for an ellipse. */
const ELLIPSE_SIDES = 180;

/** In the order in which they are painted. `letters` draws texts; null when there is none to draw. */
export function markOutlines(marks: readonly Mark[], letters: MarkLetters | null): Outline[] {
  return marks.flatMap((mark): Outline[] => {
    switch (mark.kind) {
      case 'rectangle':
        return [ring(corners(mark), corners(shrunk(mark, mark.line)), MARK_RGB[mark.colour])];
      case 'ellipse':
        return [ring(ellipse(mark), ellipse(shrunk(mark, mark.line)), MARK_RGB[mark.colour])];
      case 'highlight':
        return [{ contours: [corners(mark)], colour: HIGHLIGHT_RGB, rule: 'nonzero', blend: 'multiply' }];
      case 'arrow':
        return [
          {
            contours: [arrowOutline(mark)],
            colour: MARK_RGB[mark.colour],
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
          { contours, colour: MARK_RGB[mark.colour], rule: 'nonzero', blend: 'over' },
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
