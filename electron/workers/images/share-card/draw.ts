/**
 * Draws the picture to share: letters as outlines of the fonts that documents use, so that it is the same on every computer and
 * no program of the system's takes part. A PNG without any text chunk: it says nothing of who made it.
 */
import type { drawnCard, ShareCard } from '#shared/contract/share-card.ts';
import { TEXT_PADDING } from '#shared/domain/evidence/mark-shapes.ts';
import type { z } from 'zod';
import { type ByteSource, readAll } from '../../byte-source.ts';
import { pngFile } from '../../png/writer.ts';
import { MarkLetters } from '../mark-letters.ts';
import { type Outline, OutlinePainter } from '../outlines.ts';
import { smallEmblem, type SmallPicture } from './emblem.ts';
import { type Box, layoutCard, type Line } from './layout.ts';
import { WordMeasure } from './lines.ts';

const LARGEST_FONT = 4 * 1024 * 1024;
const WHITE = 255;

/** HOAX_CARD_TOO_LONG, IMAGE_UNREADABLE for an emblem that is no picture. */
export async function drawShareCard(
  card: ShareCard,
  source: (input: string) => ByteSource,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<z.infer<typeof drawnCard>> {
  const font = async (input: string): Promise<Uint8Array> => readAll(source(input), LARGEST_FONT);
  const fallback = await font('font-fallback');
  const letters = {
    regular: new MarkLetters([await font('font'), fallback]),
    bold: new MarkLetters([await font('font-bold'), fallback]),
  };
  const layout = layoutCard(card, {
    regular: new WordMeasure(letters.regular),
    bold: new WordMeasure(letters.bold),
  });
  const outlines = [
    ...layout.boxes.map(
      (box): Outline => ({ contours: [corners(box)], colour: box.colour, rule: 'nonzero', blend: 'over' }),
    ),
    ...layout.lines.map((line) => outlineOf(line, line.bold ? letters.bold : letters.regular)),
  ];
  const emblem = layout.emblem === null ? null : await smallEmblem(source('emblem'), layout.emblem);
  const rows = drawnRows(card, new OutlinePainter(outlines, card.width), emblem);
  for await (const piece of pngFile(rows, card.width, card.height)) await write(piece);
  return { scale: layout.scale, free: layout.free };
}

async function* drawnRows(
  { width, height }: Pick<ShareCard, 'width' | 'height'>,
  painter: OutlinePainter,
  emblem: SmallPicture | null,
): AsyncGenerator<Buffer> {
  const row = Buffer.alloc(width * 3);
  for (let y = 0; y < height; y += 1) {
    row.fill(WHITE);
    if (emblem !== null && y >= emblem.y && y < emblem.y + emblem.height) {
      const from = (y - emblem.y) * emblem.width * 3;
      emblem.rgb.copy(row, emblem.x * 3, from, from + emblem.width * 3);
    }
    painter.paint(row, y);
    yield row;
  }
}

function outlineOf({ text, x, y, size, colour }: Line, letters: MarkLetters): Outline {
  // Marks stand on paper with a border; a card has none.
  const padding = Math.round(size * TEXT_PADDING);
  const { contours } = letters.set(text, size, { x: x - padding, y: y - padding });
  return { contours, colour, rule: 'nonzero', blend: 'over' };
}

function corners({ x, y, width, height }: Box): { x: number; y: number }[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}
