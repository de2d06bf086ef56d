import { describe, expect, it } from 'vitest';
import { sniffMediaType } from '#shared/domain/evidence/media-type.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const box = (brand: string, compatible = ''): Buffer =>
  bytes(`\0\0\0${String.fromCharCode(16 + compatible.length)}ftyp${brand}\0\0\0\0${compatible}`);

describe('sniffMediaType', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
    ['RIFF\x10\0\0\0WAVEfmt ', 'audio/wav'],
    ['GIF89a', 'image/gif'],
    ['%PDF-1.7\n', 'application/pdf'],
    ['junk before\n%PDF-1.4', 'application/pdf'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm', 'video/webm'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska', 'video/x-matroska'],
    ['PK\x03\x04', 'application/zip'],
    [
      'From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n',
      'multipart/related',
    ],
  ])('%j is %s', (text, mime) => {
    expect(sniffMediaType(bytes(text))?.mime).toBe(mime);
  });

  it.each([
    [box('isom', 'isomiso2avc1mp41'), 'video/mp4'],
    [box('mp42'), 'video/mp4'],
    [box('qt  '), 'video/quicktime'],
    [box('heic', 'mif1heic'), 'image/heic'],
    [box('mif1', 'mif1avif'), 'image/avif'],
    [box('mif1', 'mif1heic'), 'image/heic'],
    [box('avif'), 'image/avif'],
  ])('tells ISO media by brand (%#)', (head, mime) => {
    expect(sniffMediaType(head)?.mime).toBe(mime);
  });

  it('does not trust a name or a few likely bytes', () => {
    for (const text of ['', 'PNG', 'hello.png', '\x89PN', 'ftypisom', '<html>', '\xff\xd8'])
      expect(sniffMediaType(bytes(text))).toBeNull();
  });
});
