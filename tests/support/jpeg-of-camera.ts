/** A tiny JPEG whose EXIF names a camera, as phones write it. */
import { Transformer } from '@napi-rs/image';

/** EXIF with maker and model, in either order of bytes; `taken` ("2026:11:14 19:03:22") in the directory of the taking. */
export function exifSegment(maker: string, model: string, order: 'II' | 'MM' = 'II', taken = ''): Buffer {
  const texts = [maker, model].map((text) => Buffer.from(`${text}\0`, 'latin1'));
  const short = (value: number): Buffer => {
    const bytes = Buffer.alloc(2);
    if (order === 'II') bytes.writeUInt16LE(value);
    else bytes.writeUInt16BE(value);
    return bytes;
  };
  const long = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    if (order === 'II') bytes.writeUInt32LE(value);
    else bytes.writeUInt32BE(value);
    return bytes;
  };
  const count = taken === '' ? 2 : 3;
  let place = 8 + 2 + count * 12 + 4;
  const entries = texts.map((text, index) => {
    const value = text.length <= 4 ? Buffer.concat([text, Buffer.alloc(4 - text.length)]) : long(place);
    if (text.length > 4) place += text.length;
    return Buffer.concat([short(0x010f + index), short(2), long(text.length), value]);
  });
  const pointer = [short(0x8769), short(4), long(1), long(place)];
  const time = Buffer.from(`${taken}\0`, 'latin1');
  const taking = [short(1), short(0x9003), short(2), long(time.length), long(place + 2 + 12 + 4), long(0), time];
  const tiff = Buffer.concat([
    Buffer.from(order),
    short(42),
    long(8),
    short(count),
    ...entries,
    ...(taken === '' ? [] : pointer),
    long(0),
    ...texts.filter((text) => text.length > 4),
    ...(taken === '' ? [] : taking),
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A picture of 32 × 24 with that EXIF right after its start. */
export function jpegOf(maker: string, model: string, order: 'II' | 'MM' = 'II', taken = ''): Buffer {
  const jpeg = Transformer.fromRgbaPixels(new Uint8Array(32 * 24 * 4).fill(180), 32, 24).jpegSync(80);
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(maker, model, order, taken), jpeg.subarray(2)]);
}

/** The head of a HEIC as a phone writes it: its brand, a size, and the same EXIF as an item; no picture in it. */
export function heicOf(maker: string, model: string, taken: string): Buffer {
  const box = (kind: string, ...parts: readonly Buffer[]): Buffer => {
    const body = Buffer.concat(parts);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + body.length);
    head.write(kind, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const size = Buffer.alloc(12);
  size.writeUInt32BE(4032, 4);
  size.writeUInt32BE(3024, 8);
  const exif = exifSegment(maker, model, 'MM', taken).subarray(4);
  return Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
    box('meta', Buffer.alloc(4), box('ispe', size)),
    box('mdat', Buffer.from([0, 0, 0, 6]), exif, Buffer.alloc(64)),
  ]);
}
