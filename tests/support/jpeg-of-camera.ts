/** A tiny JPEG whose EXIF names a camera, as phones write it. */
import { Transformer } from '@napi-rs/image';

/** EXIF with maker and model, in either order of bytes. */
export function exifSegment(maker: string, model: string, order: 'II' | 'MM' = 'II'): Buffer {
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
  let place = 8 + 2 + 2 * 12 + 4;
  const entries = texts.map((text, index) => {
    const value = text.length <= 4 ? Buffer.concat([text, Buffer.alloc(4 - text.length)]) : long(place);
    if (text.length > 4) place += text.length;
    return Buffer.concat([short(0x010f + index), short(2), long(text.length), value]);
  });
  const tiff = Buffer.concat([
    Buffer.from(order),
    short(42),
    long(8),
    short(2),
    ...entries,
    long(0),
    ...texts.filter((text) => text.length > 4),
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A picture of 32 × 24 with that EXIF right after its start. */
export function jpegOf(maker: string, model: string, order: 'II' | 'MM' = 'II'): Buffer {
  const jpeg = Transformer.fromRgbaPixels(new Uint8Array(32 * 24 * 4).fill(180), 32, 24).jpegSync(80);
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(maker, model, order), jpeg.subarray(2)]);
}
