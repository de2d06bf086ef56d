/** Transfer encodings of an email's parts. */

const EQUALS = 0x3d;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Bytes of base64; `broken` when something stands in it that is no base64. */
export function decodeBase64(raw: Buffer): { readonly bytes: Buffer; readonly broken: boolean } {
  const text = raw.toString('latin1').replace(/[\r\n\t ]+/g, '');
  const broken = /[^A-Za-z0-9+/=]/.test(text) || text.replace(/=+$/, '').length % 4 === 1;
  return { bytes: Buffer.from(text, 'base64'), broken };
}

/** Bytes of quoted-printable; an "=" that begins nothing stays as it stands. */
export function decodeQuoted(raw: Buffer): Buffer {
  const bytes = Buffer.alloc(raw.length);
  let length = 0;
  for (let index = 0; index < raw.length; index += 1) {
    const byte = raw[index] ?? 0;
    if (byte !== EQUALS) {
      bytes[length++] = byte;
      continue;
    }
    const end = lineEnd(raw, index + 1);
    if (end > 0) {
      index = end - 1;
      continue;
    }
    const high = hexDigit(raw[index + 1]);
    const low = hexDigit(raw[index + 2]);
    if (high < 0 || low < 0) bytes[length++] = byte;
    else {
      bytes[length++] = high * 16 + low;
      index += 2;
    }
  }
  return bytes.subarray(0, length);
}

/** Behind the line break that ends a soft line, blanks before it included; 0 when there is none. */
function lineEnd(raw: Buffer, from: number): number {
  let index = from;
  while ((raw[index] === 0x20 || raw[index] === 0x09) && index - from < 80) index += 1;
  if (raw[index] === RETURN && raw[index + 1] === LINE_FEED) return index + 2;
  if (raw[index] === LINE_FEED) return index + 1;
  return index >= raw.length ? raw.length : 0;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const upper = byte & 0xdf;
  return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : -1;
}
