/** ZIP files byte by byte, so that they can lie. */
import { crc32 } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  /** As they stand in the file: packed for method 8. */
  readonly bytes: Buffer;
  readonly method?: 0 | 8;
  /** Unpacked size that the directory states. */
  readonly declared?: number;
  readonly flags?: number;
}

export function zipOf(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, method = 0, declared = bytes.length, flags = 0 } of parts) {
    const file = Buffer.from(name, 'utf8');
    // Version, flags (UTF-8 names), method, time, day, checksum, sizes, lengths: the part that both headers share.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags | 0x800, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(bytes.length, 14);
    shared.writeUInt32LE(declared, 18);
    shared.writeUInt16LE(file.length, 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, file, bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, tail, file]));
    local.push(header);
    offset += header.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
