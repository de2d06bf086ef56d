/** Reads a scroll recording back: its frames in order, and every row code that is seen in the recorded area. */
import { PNG } from 'pngjs';
import type { ScrollFrame } from '#shared/domain/capture/scroll-recording.ts';
import { storedEntries } from '../../../electron/vault/evidence/recording-archive.ts';
import { BAND_HEIGHT, codesInLine } from '../../../scripts/demo/row-codes.ts';

export interface ReadFrame {
  /** Codes whose whole band is seen, from the top. */
  readonly whole: readonly number[];
}

/** The PNG of each frame, by the names that a reader of the ZIP sees. */
export async function framePictures(zip: Buffer): Promise<Buffer[]> {
  const entries = await storedEntries({
    bytes: zip.byteLength,
    read: async (offset, length) => zip.subarray(offset, offset + length),
  });
  return [...entries]
    .filter(([name]) => name.startsWith('gambar/'))
    .map(([, { offset, length }]) => zip.subarray(offset, offset + length));
}

/** Codes of the bands that are seen whole within the frame's area. */
export function readFrame(png: Buffer, { box }: ScrollFrame, scale: number): ReadFrame {
  const { width, data } = PNG.sync.read(png);
  const [left, right] = [box.x * scale, (box.x + box.width) * scale];
  const lines = new Map<number, number>();
  for (let y = Math.ceil(box.y * scale); y < Math.floor((box.y + box.height) * scale); y += 1) {
    const line = data.subarray(y * width * 4, (y + 1) * width * 4);
    for (const { code, x } of codesInLine(line, width))
      if (x >= left && x < right) lines.set(code, (lines.get(code) ?? 0) + 1);
  }
  return { whole: [...lines].filter(([, count]) => count === BAND_HEIGHT * scale).map(([code]) => code) };
}
