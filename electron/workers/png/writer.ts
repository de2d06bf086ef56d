/** Makes 8-bit RGB PNG from rows, piece by piece; also the compressed rows alone, which is what PDF takes. */
import { pipeline, Readable } from 'node:stream';
import { createDeflate } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Screenshots are flat: more effort makes files hardly smaller and takes several times as long. */
const EFFORT = 3;
const PIECE_BYTES = 256 * 1024;
const UP_FILTER = 2;

/** A whole PNG file from its rows (RGB, each `width` * 3 bytes; a row may be reused once the next is asked for). */
export async function* pngFile(rows: AsyncIterable<Buffer>, width: number, height: number): AsyncGenerator<Uint8Array> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  yield Buffer.concat([SIGNATURE, chunk('IHDR', header)]);
  for await (const piece of compressedRows(rows, width)) yield chunk('IDAT', piece);
  yield chunk('IEND', Buffer.alloc(0));
}

/** Rows with the PNG "up" filter, deflated: the content of IDAT, or of a PDF image with predictor 15. */
export async function* compressedRows(rows: AsyncIterable<Buffer>, width: number): AsyncGenerator<Buffer> {
  const deflate = createDeflate({ level: EFFORT, chunkSize: PIECE_BYTES });
  // An error ends the loop below by itself; the callback only keeps it from being thrown a second time.
  pipeline(Readable.from(filteredBatches(rows, width * 3), { objectMode: false }), deflate, () => undefined);
  for await (const piece of deflate as AsyncIterable<Buffer>) yield piece;
}

async function* filteredBatches(rows: AsyncIterable<Buffer>, rowBytes: number): AsyncGenerator<Buffer> {
  const above = Buffer.alloc(rowBytes);
  const perBatch = Math.max(1, Math.floor(PIECE_BYTES / (rowBytes + 1)));
  let batch = Buffer.allocUnsafe(perBatch * (rowBytes + 1));
  let filled = 0;
  for await (const row of rows) {
    batch[filled] = UP_FILTER;
    const start = filled + 1;
    for (let i = 0; i < rowBytes; i += 1) batch[start + i] = (row[i] ?? 0) - (above[i] ?? 0);
    row.copy(above, 0, 0, rowBytes);
    filled = start + rowBytes;
    if (filled < batch.length) continue;
    yield batch;
    batch = Buffer.allocUnsafe(batch.length);
    filled = 0;
  }
  if (filled > 0) yield batch.subarray(0, filled);
}

function chunk(type: string, data: Buffer): Buffer {
  const framed = Buffer.allocUnsafe(data.length + 12);
  framed.writeUInt32BE(data.length, 0);
  framed.write(type, 4, 'latin1');
  data.copy(framed, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, 8 + data.length)), 8 + data.length);
  return framed;
}

const CRC_TABLE = new Uint32Array(256).map((_value, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i += 1) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
