/** A picture's size in pixels from the head of its file, without decoding it. */
import { sniffMediaType } from '#shared/domain/evidence/media-type.ts';

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** How much of a file is looked at: cameras put previews and profiles before the size. */
export const HEAD_BYTES = 512 * 1024;

/** The size as it is shown (turned by EXIF where a JPEG says so), or null when the head does not tell. */
export function readDimensions(head: Uint8Array): PixelSize | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const type = sniffMediaType(bytes.subarray(0, 4096));
  try {
    const size = READERS[type?.mime ?? '']?.(bytes) ?? null;
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    if (error instanceof RangeError) return null; // the head ends before the size
    throw error;
  }
}

const READERS: Readonly<Record<string, (bytes: Buffer) => PixelSize | null>> = {
  'image/png': (bytes) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }),
  'image/gif': (bytes) => ({ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }),
  'image/bmp': (bytes) => ({ width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) }),
  'image/webp': webp,
  'image/jpeg': jpeg,
  'image/avif': isoImage,
  'image/heic': isoImage,
};

function webp(bytes: Buffer): PixelSize | null {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    default:
      return null;
  }
}

function jpeg(bytes: Buffer): PixelSize | null {
  let turned = false;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const size = { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
      return turned ? { width: size.height, height: size.width } : size;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (marker === 0xe1) turned = exifTurns(bytes.subarray(at + 4, at + 2 + length)) || turned;
    at += 2 + length;
  }
  return null;
}

/** Whether EXIF says that width and height are exchanged (orientation 5 to 8). */
function exifTurns(segment: Buffer): boolean {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return false;
  const tiff = segment.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = short(directory);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    if (short(entry) === 0x0112) return short(entry + 8) >= 5;
  }
  return false;
}

/** AVIF and HEIC: the largest picture that an `ispe` box names. */
function isoImage(bytes: Buffer): PixelSize | null {
  let best: PixelSize | null = null;
  for (let at = bytes.indexOf('ispe', 0, 'latin1'); at >= 0; at = bytes.indexOf('ispe', at + 4, 'latin1')) {
    const size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    if (!best || size.width * size.height > best.width * best.height) best = size;
  }
  return best;
}
