/**
 * Codes that the sample site paints beside its text, one in each band of the page, and that can be read back from any
 * picture of the page at any scale: a magenta cell, sixteen bits, eight bits of checksum, a cyan cell.
 */
import { PNG } from 'pngjs';

/** Size of a cell and of a band, CSS pixels. */
const CELL_WIDTH = 6;
export const BAND_HEIGHT = 24;
const BITS = 24;
const CELLS = BITS + 2;
export const STRIP_WIDTH = CELLS * CELL_WIDTH;

/** The strip as SVG, one code a band from the top. Codes are 16 bits. */
export function rowCodeStrip(codes: readonly number[]): string {
  const bands = codes.map((code, band) => {
    const bits = ((code << 8) | checksum(code)) >>> 0;
    const cells = Array.from({ length: BITS }, (_, index) => ((bits >>> (BITS - 1 - index)) & 1) === 1)
      .map((dark, index) => (dark ? cell(index + 1, band, '#000000') : ''))
      .join('');
    return cell(0, band, '#ff00ff') + cells + cell(CELLS - 1, band, '#00ffff');
  });
  const height = codes.length * BAND_HEIGHT;
  return `<svg width="${STRIP_WIDTH}" height="${height}" shape-rendering="crispEdges" aria-hidden="true"><rect width="${STRIP_WIDTH}" height="${height}" fill="#ffffff"/>${bands.join('')}</svg>`;
}

function cell(index: number, band: number, colour: string): string {
  return `<rect x="${index * CELL_WIDTH}" y="${band * BAND_HEIGHT}" width="${CELL_WIDTH}" height="${BAND_HEIGHT}" fill="${colour}"/>`;
}

/** Every code that can be read in a picture (PNG), in ascending order. A code counts when two or more lines show it. */
export function readRowCodes(png: Uint8Array): number[] {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const lines = new Map<number, number>();
  for (let y = 0; y < height; y += 1) {
    for (const { code } of codesInLine(data.subarray(y * width * 4, (y + 1) * width * 4), width))
      lines.set(code, (lines.get(code) ?? 0) + 1);
  }
  return [...lines]
    .filter(([, count]) => count >= 2)
    .map(([code]) => code)
    .sort((a, b) => a - b);
}

/** The codes of one line of RGBA pixels with the column each begins in, from left to right. */
export function codesInLine(line: Uint8Array, width: number): { readonly code: number; readonly x: number }[] {
  const codes: { code: number; x: number }[] = [];
  let x = 0;
  while (x < width) {
    const start = runOf(line, width, x, isMagenta);
    if (!start) break;
    const end = runOf(line, width, start.to, isCyan);
    if (!end) break;
    const code = decode(line, start.from, end.to);
    if (code !== null) codes.push({ code, x: start.from });
    x = code === null ? start.to : end.to;
  }
  return codes;
}

function runOf(
  line: Uint8Array,
  width: number,
  from: number,
  matches: (line: Uint8Array, x: number) => boolean,
): { from: number; to: number } | null {
  let start = from;
  while (start < width && !matches(line, start)) start += 1;
  if (start >= width) return null;
  let to = start;
  while (to < width && matches(line, to)) to += 1;
  return { from: start, to };
}

function decode(line: Uint8Array, from: number, to: number): number | null {
  const cellWidth = (to - from) / CELLS;
  if (cellWidth < 1.2) return null;
  let bits = 0;
  for (let index = 1; index <= BITS; index += 1) {
    const x = Math.floor(from + (index + 0.5) * cellWidth);
    bits = (bits * 2 + (isDark(line, x) ? 1 : 0)) >>> 0;
  }
  const code = bits >>> 8;
  return checksum(code) === (bits & 0xff) ? code : null;
}

const isMagenta = (line: Uint8Array, x: number): boolean =>
  near(line[x * 4], 255) && near(line[x * 4 + 1], 0) && near(line[x * 4 + 2], 255);
const isCyan = (line: Uint8Array, x: number): boolean =>
  near(line[x * 4], 0) && near(line[x * 4 + 1], 255) && near(line[x * 4 + 2], 255);
const isDark = (line: Uint8Array, x: number): boolean =>
  (line[x * 4] ?? 255) + (line[x * 4 + 1] ?? 255) + (line[x * 4 + 2] ?? 255) < 384;
const near = (value: number | undefined, wanted: number): boolean =>
  value !== undefined && Math.abs(value - wanted) < 96;

/** CRC-8 (polynomial 0x07) over the two bytes of a code. */
function checksum(code: number): number {
  let crc = 0;
  for (const byte of [(code >>> 8) & 0xff, code & 0xff]) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : (crc << 1) & 0xff;
  }
  return crc;
}
