/// <reference path="../report/pdf/fontkit.d.ts" />
/** Texts as outlines of their letters, from the fonts that the report uses. */
import { create } from 'fontkit';
import { TEXT_PADDING } from '#shared/domain/evidence/mark-shapes.ts';
import type { PixelPoint } from '#shared/domain/evidence/working-copy.ts';

/** The part of an open font that is used; fontkit publishes no types. */
interface OutlineFont {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): {
    readonly glyphs: readonly { readonly path: { readonly commands: readonly PathCommand[] } }[];
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
  };
}
interface PathCommand {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  readonly args: readonly number[];
}

/** Pieces a curve is drawn in. */
const CURVE_PIECES = 8;

export interface SetLetters {
  readonly contours: PixelPoint[][];
  /** Size of the paper behind them, pixels. */
  readonly width: number;
  readonly height: number;
}

export class MarkLetters {
  readonly #fonts: readonly OutlineFont[];

  /** Font files, the first that has a letter draws it. */
  constructor(files: readonly Uint8Array[]) {
    // The declared type of an open font is what the report needs of it; letters' outlines are the rest of the same object.
    this.#fonts = files.map((file) => create(file) as unknown as OutlineFont);
  }

  /** One line of text whose paper begins at `at`; `size` is the height of the letters in pixels. */
  set(text: string, size: number, at: PixelPoint): SetLetters {
    const padding = Math.round(size * TEXT_PADDING);
    const contours: PixelPoint[][] = [];
    const [first] = this.#fonts;
    if (!first) throw new Error('no font to draw letters with');
    const baseline = at.y + padding + (first.ascent / first.unitsPerEm) * size;
    let x = at.x + padding;
    for (const { font, part } of this.#runs(text)) {
      const scale = size / font.unitsPerEm;
      const { glyphs, positions } = font.layout(part);
      for (const [index, glyph] of glyphs.entries()) {
        const position = positions[index];
        const left = x + (position?.xOffset ?? 0) * scale;
        const base = baseline - (position?.yOffset ?? 0) * scale;
        contours.push(...contoursOf(glyph.path.commands, (gx, gy) => ({ x: left + gx * scale, y: base - gy * scale })));
        x += (position?.xAdvance ?? 0) * scale;
      }
    }
    const height = ((first.ascent - first.descent) / first.unitsPerEm) * size;
    return { contours, width: Math.ceil(x + padding - at.x), height: Math.ceil(height + 2 * padding) };
  }

  /** How far a text goes, in heights of its letters. */
  advance(text: string): number {
    return this.#runs(text).reduce(
      (sum, { font, part }) =>
        sum + font.layout(part).positions.reduce((far, { xAdvance }) => far + xAdvance / font.unitsPerEm, 0),
      0,
    );
  }

  /** Letters that no font has are drawn as the first font's empty box. */
  #runs(text: string): { font: OutlineFont; part: string }[] {
    const runs: { font: OutlineFont; part: string }[] = [];
    for (const letter of text) {
      const has = (font: OutlineFont): boolean => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
      const font = this.#fonts.find(has) ?? this.#fonts[0];
      const last = runs.at(-1);
      if (!font) continue;
      if (last?.font === font) last.part += letter;
      else runs.push({ font, part: letter });
    }
    return runs;
  }
}

function contoursOf(commands: readonly PathCommand[], place: (x: number, y: number) => PixelPoint): PixelPoint[][] {
  const contours: PixelPoint[][] = [];
  let contour: PixelPoint[] = [];
  for (const { command, args } of commands) {
    const points: PixelPoint[] = [];
    for (let index = 0; index + 1 < args.length; index += 2) points.push(place(args[index] ?? 0, args[index + 1] ?? 0));
    if (command === 'moveTo') contours.push((contour = []));
    if (command === 'closePath') continue;
    const start = contour.at(-1);
    if (points.length === 1 || start === undefined) contour.push(...points);
    else
      for (let piece = 1; piece <= CURVE_PIECES; piece += 1)
        contour.push(onCurve([start, ...points], piece / CURVE_PIECES));
  }
  return contours;
}

/** The point at `t` (0 to 1) of a curve with these control points (de Casteljau). */
function onCurve(points: readonly PixelPoint[], t: number): PixelPoint {
  let level = [...points];
  while (level.length > 1) {
    level = level.slice(1).map((to, index) => {
      const from = level[index] ?? to;
      return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
    });
  }
  return level[0] ?? { x: 0, y: 0 };
}
