/**
 * What a photo's EXIF says of its camera: maker and model, and when its clock said the photo was taken. Three short texts of a
 * bounded head; nothing else is read, and nothing of it is checked: anybody can write it.
 */
import { sniffMediaType } from '#shared/domain/evidence/media-type.ts';

const JPEG_START = 0xffd8;
const EXIF_SEGMENT = 0xe1;
const SCAN_START = 0xda;
const EXIF_MARK = 'Exif\0\0';
const MAKER = 0x010f;
const MODEL = 0x0110;
/** Where the directory of the taking begins. */
const TAKING = 0x8769;
const TAKEN_AT = 0x9003;
const ASCII = 2;
/** Letters of each that are kept; a longer text is no name. */
const MOST_LETTERS = 64;
/** Entries of a directory that are looked at. */
const MOST_ENTRIES = 512;

export interface CameraFacts {
  /** "Maker Model" as the file says; null when it says none. */
  readonly camera: string | null;
  /** By the camera's own clock, of whatever zone: YYYY-MM-DDTHH:MM:SS; null when the file says none. */
  readonly takenAt: string | null;
}

/** Of the head of a JPEG or HEIC; nothing of any other file. Never throws. */
export function readCamera(head: Uint8Array): CameraFacts {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const tiff = within(() => exifOf(bytes)) ?? null;
  if (tiff === null) return { camera: null, takenAt: null };
  return { camera: within(() => cameraOf(tiff)), takenAt: within(() => takenAtOf(tiff)) };
}

/** What points outside the head says nothing. */
function within<Found>(read: () => Found | null): Found | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function exifOf(bytes: Buffer): Buffer | null {
  if (bytes.length < 4) return null;
  if (bytes.readUInt16BE(0) === JPEG_START) return exifOfJpeg(bytes);
  if (sniffMediaType(bytes.subarray(0, 4096))?.mime !== 'image/heic') return null;
  // An item among others, whose place the file's tables tell: its mark is found without them.
  const at = bytes.indexOf(EXIF_MARK, 0, 'latin1');
  return at === -1 ? null : bytes.subarray(at + EXIF_MARK.length);
}

function exifOfJpeg(bytes: Buffer): Buffer | null {
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
    if (marker === EXIF_SEGMENT && segment.toString('latin1', 0, 6) === EXIF_MARK) return segment.subarray(6);
    at += 2 + Math.max(2, length);
  }
  return null;
}

interface Numbers {
  readonly short: (at: number) => number;
  readonly long: (at: number) => number;
}

function numbersOf(tiff: Buffer): Numbers | null {
  const order = tiff.toString('latin1', 0, 2);
  if (order === 'II') return { short: (at) => tiff.readUInt16LE(at), long: (at) => tiff.readUInt32LE(at) };
  if (order === 'MM') return { short: (at) => tiff.readUInt16BE(at), long: (at) => tiff.readUInt32BE(at) };
  return null;
}

/** Where the entry with a tag begins in the directory at a place; null when it has none. */
function entryOf({ short }: Numbers, directory: number, tag: number): number | null {
  const entries = Math.min(short(directory), MOST_ENTRIES);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    if (short(entry) === tag) return entry;
  }
  return null;
}

function textOf(tiff: Buffer, numbers: Numbers, directory: number, tag: number): string {
  const entry = entryOf(numbers, directory, tag);
  if (entry === null || numbers.short(entry + 2) !== ASCII) return '';
  const count = numbers.long(entry + 4);
  const start = count <= 4 ? entry + 8 : numbers.long(entry + 8);
  return plain(tiff.toString('latin1', start, start + Math.min(count, MOST_LETTERS)));
}

function cameraOf(tiff: Buffer): string | null {
  const numbers = numbersOf(tiff);
  if (numbers === null) return null;
  const directory = numbers.long(4);
  const [maker, model] = [MAKER, MODEL].map((tag) => textOf(tiff, numbers, directory, tag));
  if (maker === undefined || model === undefined) return null;
  // Many models repeat their maker.
  const words = model.toLowerCase().startsWith(maker.toLowerCase()) ? model : `${maker} ${model}`.trim();
  return words === '' ? null : words;
}

function takenAtOf(tiff: Buffer): string | null {
  const numbers = numbersOf(tiff);
  if (numbers === null) return null;
  const pointer = entryOf(numbers, numbers.long(4), TAKING);
  return pointer === null ? null : timeOf(textOf(tiff, numbers, numbers.long(pointer + 8), TAKEN_AT));
}

/** "2026:11:14 19:03:22"; null for what names no day, as "0000:00:00 00:00:00" of a camera that was never set. */
function timeOf(text: string): string | null {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, ...clock] = match;
  const time = `${year}-${month}-${day}T${clock.join(':')}`;
  const at = Date.parse(`${time}Z`);
  // A day that does not exist would be moved to the next month.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 19) !== time || year === '0000' ? null : time;
}

/** Up to the first NUL, printable ASCII only. */
function plain(text: string): string {
  return (text.split('\0')[0] ?? '').replaceAll(/[^\u0020-\u007e]/g, '').trim();
}
