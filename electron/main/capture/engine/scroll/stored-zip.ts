/**
 * Writes a ZIP file piece by piece, its entries as they are: pictures are pressed already, and an entry that is stored can
 * be read in place. Nothing but the list of entries is held.
 */

export interface StoredZip {
  /** The bytes of one entry; names are plain ASCII. */
  entry(name: string, bytes: Uint8Array): Uint8Array[];
  /** The directory that ends the file. */
  end(): Uint8Array;
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly bytes: number;
  readonly offset: number;
}

/** Version 2.0, no flags, stored; 1 January 1980, since each frame's own time stands in the index. */
const COMMON = [20, 0, 0, 0, 33] as const;

export function createStoredZip(): StoredZip {
  const written: Written[] = [];
  let offset = 0;
  return {
    entry(name, bytes) {
      const one = { name: Buffer.from(name, 'ascii'), crc: crc32(bytes), bytes: bytes.byteLength, offset };
      written.push(one);
      const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), sizesOf(one), one.name]);
      offset += header.byteLength + bytes.byteLength;
      return [header, bytes];
    },
    end() {
      const rows = written.map(directoryRow);
      const size = rows.reduce((sum, row) => sum + row.byteLength, 0);
      const last = Buffer.alloc(22);
      last.write('PK\x05\x06', 'latin1');
      last.writeUInt16LE(written.length, 8);
      last.writeUInt16LE(written.length, 10);
      last.writeUInt32LE(size, 12);
      last.writeUInt32LE(offset, 16);
      return Buffer.concat([...rows, last]);
    },
  };
}

/** What the header of an entry and its row in the directory have in common. */
function sizesOf({ name, crc, bytes }: Written): Buffer {
  const fields = Buffer.alloc(26);
  COMMON.forEach((value, at) => fields.writeUInt16LE(value, at * 2));
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(bytes, 14);
  fields.writeUInt32LE(bytes, 18);
  fields.writeUInt16LE(name.byteLength, 22);
  return fields;
}

function directoryRow(one: Written): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(one.offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), sizesOf(one), tail, one.name]);
}

const CRC_TABLE = new Uint32Array(256).map((_value, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
