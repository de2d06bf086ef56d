/** Posts that nobody wrote, and the picture of the page that shows one. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PixelPoint } from '../../shared/domain/evidence/working-copy.ts';
import { MarkLetters } from '../../electron/workers/images/mark-letters.ts';
import { type Outline, OutlinePainter } from '../../electron/workers/images/outlines.ts';
import { pngFile } from '../../electron/workers/png/writer.ts';
import type { Random } from './random.ts';

export interface Post {
  readonly platform: string;
  readonly author: string;
  readonly handle: string;
  readonly text: string;
  readonly address: string;
  readonly postedAt: Date;
  readonly likes: number;
  readonly comments: number;
}

/** Pixels; the height follows from the text and the photo. */
export const POST_WIDTH = 640;
const MARGIN = 28;
const LETTERS = 24;
const LINE = 34;
/** Letters a line holds at most at this size. */
const LETTERS_A_LINE = 46;

const FONTS = path.join(import.meta.dirname, '../../resources/report/fonts');
type Colour = Outline['colour'];
const INK: Colour = [28, 32, 38];
const GREY: Colour = [110, 118, 128];
const BARS: Readonly<Record<string, Colour>> = {
  Facebook: [24, 90, 188],
  Instagram: [176, 46, 120],
  TikTok: [20, 20, 24],
  X: [40, 44, 52],
  YouTube: [186, 30, 30],
};

let fonts: { readonly plain: MarkLetters; readonly bold: MarkLetters } | null = null;
function letters(): { readonly plain: MarkLetters; readonly bold: MarkLetters } {
  const font = (name: string): MarkLetters => new MarkLetters([readFileSync(path.join(FONTS, name))]);
  fonts ??= { plain: font('LiberationSans-Regular.ttf'), bold: font('LiberationSans-Bold.ttf') };
  return fonts;
}

/** PNG of a page that shows the post, with a photo of plain shapes that is its own. */
export async function drawPost(post: Post, when: string, random: Random): Promise<{ png: Buffer; height: number }> {
  const { plain, bold } = letters();
  const lines = wrapped(post.text);
  const photoTop = 176 + lines.length * LINE + 14;
  const photoHeight = random.whole(12, 22) * 16;
  const height = photoTop + photoHeight + 78;
  const put = (font: MarkLetters, text: string, size: number, at: PixelPoint, colour: Colour): Outline =>
    over(font.set(text, size, at).contours, colour);
  const outlines: Outline[] = [
    over([box(0, 0, POST_WIDTH, 56)], BARS[post.platform] ?? GREY),
    put(bold, `${post.platform} (tiruan untuk latihan)`, 22, { x: MARGIN - 8, y: 10 }, [255, 255, 255]),
    over([circle(MARGIN + 32, 112, 32)], tint(random)),
    put(bold, post.author, 24, { x: MARGIN + 74, y: 74 }, INK),
    put(plain, `${post.handle}  ·  ${when}`, 19, { x: MARGIN + 74, y: 108 }, GREY),
    ...lines.map((line, index) => put(plain, line, LETTERS, { x: MARGIN - 6, y: 164 + index * LINE }, INK)),
    ...photo(photoTop, photoHeight, random),
    put(
      plain,
      `${post.likes} suka    ${post.comments} komentar    Bagikan`,
      20,
      { x: MARGIN - 6, y: height - 58 },
      GREY,
    ),
  ];
  const parts: Uint8Array[] = [];
  for await (const part of pngFile(rowsOf(outlines, height), POST_WIDTH, height)) parts.push(part);
  return { png: Buffer.concat(parts), height };
}

async function* rowsOf(outlines: readonly Outline[], height: number): AsyncGenerator<Buffer> {
  const painter = new OutlinePainter(outlines, POST_WIDTH);
  const row = Buffer.alloc(POST_WIDTH * 3);
  for (let y = 0; y < height; y += 1) {
    row.fill(255);
    painter.paint(row, y);
    yield await Promise.resolve(row);
  }
}

/** A sky, a ground, and a few people as far as circles and boxes go. */
function photo(top: number, height: number, random: Random): Outline[] {
  const right = POST_WIDTH - MARGIN;
  const ground = top + Math.round(height * 0.7);
  const people = Array.from({ length: random.whole(1, 5) }, (_, index) => {
    const x = MARGIN + 70 + index * 105 + random.whole(-20, 20);
    const head = random.whole(22, 30);
    const colour = tint(random);
    return [
      over([box(x - head, ground - head * 2, x + head, ground + head)], colour),
      over([circle(x, ground - head * 3, head)], [222, 184, 150]),
    ];
  });
  return [
    over([box(MARGIN, top, right, top + height)], [random.whole(150, 210), random.whole(190, 225), 235]),
    over([circle(random.whole(120, 520), top + 52, 30)], [250, 214, 110]),
    over([box(MARGIN, ground, right, top + height)], [random.whole(90, 160), random.whole(140, 180), 110]),
    ...people.flat(),
  ];
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LETTERS_A_LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function over(contours: readonly (readonly PixelPoint[])[], colour: Colour): Outline {
  return { contours, colour, rule: 'nonzero', blend: 'over' };
}

function tint(random: Random): Colour {
  return [random.whole(40, 200), random.whole(60, 180), random.whole(60, 200)];
}

function box(left: number, top: number, right: number, bottom: number): PixelPoint[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

function circle(x: number, y: number, radius: number): PixelPoint[] {
  return Array.from({ length: 40 }, (_, side) => {
    const angle = (side / 40) * 2 * Math.PI;
    return { x: x + Math.cos(angle) * radius, y: y + Math.sin(angle) * radius };
  });
}
