/** Records of the binary parts of an .xlsb (MS-XLSB 2.1.4), and the values in them. */
import { DamagedPart } from '../damage.ts';

/** One record. */
export interface BinaryRecord {
  readonly type: number;
  readonly body: Buffer;
}

/** The records of a part, which has to end with the last of them. */
export function* binaryRecords(part: Buffer): Generator<BinaryRecord, void, undefined> {
  for (let at = 0; at < part.length; ) {
    const type = variable(part, at, 2);
    const length = variable(part, type.next, 4);
    const end = length.next + length.value;
    if (end > part.length) throw new DamagedPart('record', 'record cut off');
    yield { type: type.value, body: part.subarray(length.next, end) };
    at = end;
  }
}

/** Seven bits a byte, the lowest first; the eighth says that another byte follows. */
function variable(part: Buffer, at: number, most: number): { value: number; next: number } {
  let value = 0;
  for (let index = 0; index < most; index += 1) {
    const byte = part[at + index];
    if (byte === undefined) throw new DamagedPart('record', 'record cut off');
    value += (byte & 0x7f) * 128 ** index;
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  throw new DamagedPart('record', 'a number without end');
}

/** A string of two-byte characters with its length before it. */
export function wideString(body: Buffer, at: number): { text: string; next: number } {
  const count = need(body, at + 4).readUInt32LE(at);
  // The mark of a string that is not there.
  if (count === 0xffffffff) return { text: '', next: at + 4 };
  const next = at + 4 + count * 2;
  return { text: need(body, next).toString('utf16le', at + 4, next), next };
}

/** The body, when it has as many bytes. */
export function need(body: Buffer, bytes: number): Buffer {
  if (body.length < bytes) throw new DamagedPart('record', 'record too short');
  return body;
}

/** The body, when it has exactly as many bytes. */
export function exactly(body: Buffer, bytes: number): Buffer {
  if (body.length !== bytes) throw new DamagedPart('record', 'record of a wrong length');
  return body;
}
