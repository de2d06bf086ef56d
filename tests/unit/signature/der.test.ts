import { describe, expect, it } from 'vitest';
import {
  childrenOf,
  DerError,
  encode,
  encodeInteger,
  encodeOid,
  encodeSetOf,
  encodeText,
  encodeTime,
  readElement,
  readOctets,
  readOid,
  readSmallInteger,
  readWhole,
  TAG,
} from '#shared/domain/signature/der.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

describe('DER', () => {
  it.each([
    ['1.2.840.113549.1.7.2', '06092a864886f70d010702'],
    ['2.16.840.1.101.3.4.2.1', '0609608648016503040201'],
    ['2.5.29.15', '0603551d0f'],
  ])('writes and reads the identifier %s', (oid, encoded) => {
    expect(hex(encodeOid(oid))).toBe(encoded);
    expect(readOid(readElement(bytes(encoded)))).toBe(oid);
  });

  it('writes lengths in the shortest form', () => {
    expect(hex(encode(4, new Uint8Array(127)).subarray(0, 3))).toBe('047f00');
    expect(hex(encode(4, new Uint8Array(128)).subarray(0, 3))).toBe('048180');
    expect(hex(encode(4, new Uint8Array(70_000)).subarray(0, 5))).toBe('0483011170');
  });

  it('writes integers without a sign, sets in order, text in UTF-8, times by their year', () => {
    expect(hex(encodeInteger(bytes('0000ff')))).toBe('020200ff');
    expect(hex(encodeInteger(5))).toBe('020105');
    expect(hex(encodeSetOf(TAG.set, [bytes('0402 0000'), bytes('0401 ff'), bytes('0401 01')]))).toBe(
      '310a040101' + '0401ff' + '04020000',
    );
    expect(hex(encodeText(TAG.utf8String, 'é–印'))).toBe('0c08c3a9e28093e58db0');
    expect(Buffer.from(encodeTime(new Date('2049-12-31T23:59:59.9Z'))).toString('latin1', 2)).toBe('491231235959Z');
    expect(Buffer.from(encodeTime(new Date('2050-01-01T00:00:00Z'))).toString('latin1', 2)).toBe('20500101000000Z');
  });

  it('reads indefinite lengths and octet strings in parts', () => {
    const node = readWhole(bytes('2480 0402 0102 0401 03 0000'));
    expect(hex(readOctets(node))).toBe('010203');
    expect(childrenOf(node)).toHaveLength(2);
  });

  it.each([
    ['bytes that end early', '0405 01'],
    ['a length of its own length', '0485 0000000001 00'],
    ['bytes behind', '0500 00'],
    ['a tag of more than one byte', '1f8101 00'],
    ['an indefinite primitive', '0480 0000'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(() => readWhole(bytes(text))).toThrow(DerError);
  });

  it('refuses a thousand levels of indefinite length, and integers that do not fit', () => {
    expect(() => readWhole(bytes('2480'.repeat(1000)))).toThrow(DerError);
    for (const text of ['0201ff', '0208 0100000000000000', '0200'])
      expect(() => readSmallInteger(readWhole(bytes(text)))).toThrow(DerError);
    expect(() => readOid(readWhole(bytes('0600')))).toThrow(DerError);
  });
});
