/** Rows of RGB out of the rows of any PNG that is read row by row. */
import type { PngHeader } from './reader.ts';

/** Notes whether any transparency was met on the way. */
export interface Flattening {
  flattened: boolean;
}

/** RGB rows, 8 bits; transparent pixels are laid on white, as a browser paints them. Rows are reused. */
export async function* rgbRows(
  rows: AsyncIterable<Buffer>,
  header: PngHeader,
  seen: Flattening,
): AsyncGenerator<Buffer> {
  if (isPlainRgb(header)) {
    yield* rows;
    return;
  }
  const rgb = Buffer.alloc(header.width * 3);
  for await (const row of rows) {
    if (flattenRow(row, rgb, header)) seen.flattened = true;
    yield rgb;
  }
}

/** Whether rows are RGB of 8 bits already. */
export function isPlainRgb(header: PngHeader): boolean {
  return header.samples === 3 && header.bytesPerSample === 1;
}

/** Of 16-bit samples the high byte is taken. Answers whether a pixel was not opaque. */
function flattenRow(row: Buffer, rgb: Buffer, { samples, bytesPerSample }: PngHeader): boolean {
  const grey = samples < 3;
  const alphaAt = samples === 2 ? bytesPerSample : samples === 4 ? 3 * bytesPerSample : null;
  const second = grey ? 0 : bytesPerSample;
  const step = samples * bytesPerSample;
  let transparent = false;
  for (let from = 0, to = 0; to < rgb.length; from += step, to += 3) {
    rgb[to] = row[from] ?? 0;
    rgb[to + 1] = row[from + second] ?? 0;
    rgb[to + 2] = row[from + 2 * second] ?? 0;
    const alpha = alphaAt === null ? 255 : (row[from + alphaAt] ?? 255);
    if (alpha === 255) continue;
    transparent = true;
    for (let channel = to; channel < to + 3; channel += 1) rgb[channel] = onWhite(rgb[channel] ?? 0, alpha);
  }
  return transparent;
}

function onWhite(value: number, alpha: number): number {
  return Math.round((value * alpha + 255 * (255 - alpha)) / 255);
}
