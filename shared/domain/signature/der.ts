/**
 * ASN.1 in DER, as far as certificates, PKCS#12 and CMS need it: one-byte tags, and of BER the indefinite lengths and
 * constructed octet strings that some PKCS#12 files use. Reads hostile input: every length is checked, depth is limited.
 * Used by the vault (signing) and by the verifier in its worker, which share no other code.
 */

/** The bytes are not what the structure asks for. */
export class DerError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DerError';
  }
}

/** Tags as their first byte. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** One element: `bytes` with its header, `content` without. Both are views on the input. */
export interface DerNode {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly bytes: Uint8Array;
}

const DEEPEST = 40;

/** Reads the element at `offset`; more bytes may follow it. */
export function readElement(bytes: Uint8Array, offset = 0, depth = 0): DerNode {
  if (depth > DEEPEST) throw new DerError('nested too deeply');
  const tag = byteAt(bytes, offset);
  if ((tag & 0x1f) === 0x1f) throw new DerError('tag of more than one byte');
  const first = byteAt(bytes, offset + 1);
  if (first === 0x80) return readIndefinite(bytes, offset, tag, depth);
  let length = first;
  let start = offset + 2;
  if (first > 0x80) {
    const count = first & 0x7f;
    if (count > 4) throw new DerError('length too long');
    length = 0;
    for (let index = 0; index < count; index++) length = length * 256 + byteAt(bytes, start + index);
    start += count;
  }
  const end = start + length;
  if (end > bytes.length) throw new DerError('element runs past the end');
  return { tag, content: bytes.subarray(start, end), bytes: bytes.subarray(offset, end) };
}

/** Reads an element that must be all there is. */
export function readWhole(bytes: Uint8Array): DerNode {
  const node = readElement(bytes);
  if (node.bytes.length !== bytes.length) throw new DerError('bytes after the element');
  return node;
}

/** The elements inside a constructed element. */
export function childrenOf(node: DerNode): DerNode[] {
  if ((node.tag & 0x20) === 0) throw new DerError('not a constructed element');
  const found: DerNode[] = [];
  for (let offset = 0; offset < node.content.length; ) {
    const child = readElement(node.content, offset);
    found.push(child);
    offset += child.bytes.length;
  }
  return found;
}

/** The element if it has this tag; else an error. */
export function expectTag(node: DerNode | undefined, tag: number): DerNode {
  if (node === undefined) throw new DerError('an element is missing');
  if (node.tag !== tag) throw new DerError(`tag ${node.tag.toString(16)} where ${tag.toString(16)} was expected`);
  return node;
}

/** Children of an element that must be a SEQUENCE. */
export function sequenceOf(node: DerNode | undefined): DerNode[] {
  return childrenOf(expectTag(node, TAG.sequence));
}

/** Dotted object identifier. */
export function readOid(node: DerNode | undefined): string {
  const { content } = expectTag(node, TAG.oid);
  const arcs: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER / 128) throw new DerError('object identifier too large');
    if (byte < 0x80) {
      arcs.push(value);
      value = 0;
    }
  }
  const first = arcs[0];
  if (first === undefined) throw new DerError('empty object identifier');
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...arcs.slice(1)].join('.');
}

/** An integer that must fit in 53 bits and not be negative. */
export function readSmallInteger(node: DerNode | undefined): number {
  const { content } = expectTag(node, TAG.integer);
  if (content.length === 0 || content.length > 7 || byteAt(content, 0) > 0x7f)
    throw new DerError('integer out of range');
  return content.reduce((value, byte) => value * 256 + byte, 0);
}

/** The bytes of an OCTET STRING (or of an implicitly tagged one), put together if it is constructed. */
export function readOctets(node: DerNode): Uint8Array {
  if ((node.tag & 0x20) === 0) return node.content;
  return concatBytes(childrenOf(node).map((part) => expectTag(part, TAG.octetString).content));
}

/** One element with definite length. */
export function encode(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(parts);
  return concatBytes([Uint8Array.from([tag, ...encodeLength(content.length)]), content]);
}

export function encodeSequence(...parts: readonly Uint8Array[]): Uint8Array {
  return encode(TAG.sequence, ...parts);
}

/** SET OF: DER wants its members in the order of their encoding. */
export function encodeSetOf(tag: number, parts: readonly Uint8Array[]): Uint8Array {
  return encode(tag, ...[...parts].sort(compareBytes));
}

export function encodeOid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return encode(TAG.oid, Uint8Array.from(bytes));
}

/** A non-negative INTEGER from its big-endian bytes. */
export function encodeInteger(value: number | Uint8Array): Uint8Array {
  let bytes = typeof value === 'number' ? Uint8Array.of(value) : value;
  while (bytes.length > 1 && bytes[0] === 0) bytes = bytes.subarray(1);
  return encode(TAG.integer, (bytes[0] ?? 0) > 0x7f ? concatBytes([Uint8Array.of(0), bytes]) : bytes);
}

export function encodeOctets(bytes: Uint8Array): Uint8Array {
  return encode(TAG.octetString, bytes);
}

export function encodeText(tag: number, text: string): Uint8Array {
  // UTF-8 without an encoder: this folder knows no runtime.
  const binary = encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return encode(
    tag,
    Uint8Array.from(binary, (character) => character.charCodeAt(0)),
  );
}

/** Times before 2050 as UTCTime, later ones as GeneralizedTime (RFC 5280). Milliseconds are dropped. */
export function encodeTime(time: Date): Uint8Array {
  const digits = `${time.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  const year = time.getUTCFullYear();
  return year < 2050 && year >= 1950
    ? encodeText(TAG.utcTime, digits.slice(2))
    : encodeText(TAG.generalizedTime, digits);
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function readIndefinite(bytes: Uint8Array, offset: number, tag: number, depth: number): DerNode {
  if ((tag & 0x20) === 0) throw new DerError('indefinite length of a primitive element');
  let end = offset + 2;
  while (byteAt(bytes, end) !== 0 || byteAt(bytes, end + 1) !== 0)
    end += readElement(bytes, end, depth + 1).bytes.length;
  return { tag, content: bytes.subarray(offset + 2, end), bytes: bytes.subarray(offset, end + 2) };
}

function encodeLength(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) bytes.unshift(left & 0xff);
  return [0x80 | bytes.length, ...bytes];
}

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

function byteAt(bytes: Uint8Array, offset: number): number {
  const byte = bytes[offset];
  if (byte === undefined) throw new DerError('bytes end early');
  return byte;
}
