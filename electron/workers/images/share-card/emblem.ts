/** The office's emblem made smaller for a card: every pixel is the mean of those it stands for. */
import type { ByteSource } from '../../byte-source.ts';
import { openRgb } from '../decode.ts';
import type { Box } from './layout.ts';

/** More than what the vault keeps of an emblem (800 × 800). */
const MOST_BYTES = 8_000_000;

export interface SmallPicture {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** RGB rows. */
  readonly rgb: Buffer;
}

/** Fitted into the box with its proportions. IMAGE_UNREADABLE. */
export async function smallEmblem(source: ByteSource, box: Box): Promise<SmallPicture> {
  const { width, height, rows } = await openRgb(source);
  if (width * height * 3 > MOST_BYTES) throw new Error('the emblem is larger than what is kept of one');
  const whole = Buffer.alloc(width * height * 3);
  let at = 0;
  for await (const row of rows) at += row.copy(whole, at);
  const scale = Math.min(box.width / width, box.height / height);
  const small = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const rgb = Buffer.alloc(small.width * small.height * 3);
  for (let y = 0; y < small.height; y += 1)
    for (let x = 0; x < small.width; x += 1)
      rgb.set(
        mean(whole, width, span(x, small.width, width), span(y, small.height, height)),
        (y * small.width + x) * 3,
      );
  return {
    x: Math.round(box.x + (box.width - small.width) / 2),
    y: Math.round(box.y + (box.height - small.height) / 2),
    ...small,
    rgb,
  };
}

function span(index: number, of: number, from: number): readonly [number, number] {
  const first = Math.floor((index * from) / of);
  return [first, Math.max(first + 1, Math.floor(((index + 1) * from) / of))];
}

function mean(
  whole: Buffer,
  width: number,
  [left, right]: readonly [number, number],
  [top, bottom]: readonly [number, number],
): number[] {
  const sums = [0, 0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1)
      for (let channel = 0; channel < 3; channel += 1)
        sums[channel] = (sums[channel] ?? 0) + (whole[(y * width + x) * 3 + channel] ?? 0);
  const count = (right - left) * (bottom - top);
  return sums.map((sum) => Math.round(sum / count));
}
