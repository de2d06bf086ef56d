/** Rows of RGB out of rows of RGB or RGBA. */

/** Notes whether any transparency was met on the way. */
export interface Flattening {
  flattened: boolean;
}

/** RGB rows; transparent pixels are laid on white, as a browser paints them. Rows are reused. */
export async function* rgbRows(
  rows: AsyncIterable<Buffer>,
  width: number,
  channels: 3 | 4,
  seen: Flattening,
): AsyncGenerator<Buffer> {
  if (channels === 3) {
    yield* rows;
    return;
  }
  const rgb = Buffer.alloc(width * 3);
  for await (const row of rows) {
    if (flattenRow(row, rgb)) seen.flattened = true;
    yield rgb;
  }
}

function flattenRow(rgba: Buffer, rgb: Buffer): boolean {
  let transparent = false;
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    const alpha = rgba[from + 3] ?? 255;
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
    if (alpha === 255) continue;
    transparent = true;
    for (let channel = 0; channel < 3; channel += 1) {
      rgb[to + channel] = Math.round(((rgba[from + channel] ?? 0) * alpha + 255 * (255 - alpha)) / 255);
    }
  }
  return transparent;
}
