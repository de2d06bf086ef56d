/** Maker and model of the camera that a JPEG names in its EXIF. Two short texts of a bounded head; nothing else is read. */

const JPEG_START = 0xffd8;
const EXIF_SEGMENT = 0xe1;
const SCAN_START = 0xda;
const MAKER = 0x010f;
const MODEL = 0x0110;
const ASCII = 2;
/** Letters of each that are kept; a longer text is no name. */
const MOST_LETTERS = 64;
/** Entries of the directory that are looked at. */
const MOST_ENTRIES = 512;

/** "Maker Model" as the file says, or null when it says none or is no JPEG. Never throws. */
export function readCamera(head: Uint8Array): string | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  try {
    const tiff = exifOf(bytes);
    return tiff === null ? null : cameraOf(tiff);
  } catch (error) {
    if (error instanceof RangeError) return null; // points outside the head: said nothing
    throw error;
  }
}

function exifOf(bytes: Buffer): Buffer | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== JPEG_START) return null;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === SCAN_START) return null;
    const length = bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (marker === EXIF_SEGMENT && segment.toString('latin1', 0, 6) === 'Exif\0\0') return segment.subarray(6);
    at += 2 + Math.max(2, length);
  }
  return null;
}

function cameraOf(tiff: Buffer): string | null {
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return null;
  const short = (at: number): number => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  const found = new Map<number, string>();
  const entries = Math.min(short(directory), MOST_ENTRIES);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    const tag = short(entry);
    if ((tag !== MAKER && tag !== MODEL) || short(entry + 2) !== ASCII) continue;
    const count = long(entry + 4);
    const start = count <= 4 ? entry + 8 : long(entry + 8);
    found.set(tag, plain(tiff.toString('latin1', start, start + Math.min(count, MOST_LETTERS))));
  }
  const maker = found.get(MAKER) ?? '';
  const model = found.get(MODEL) ?? '';
  // Many models repeat their maker.
  const words = model.toLowerCase().startsWith(maker.toLowerCase()) ? model : `${maker} ${model}`.trim();
  return words === '' ? null : words;
}

/** Up to the first NUL, printable ASCII only. */
function plain(text: string): string {
  return (text.split('\0')[0] ?? '').replaceAll(/[^\u0020-\u007e]/g, '').trim();
}
