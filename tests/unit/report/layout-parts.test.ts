import { describe, expect, it } from 'vitest';
import { FontSet } from '../../../electron/workers/report/layout/fonts.ts';
import { breakIntoLines, heightOf } from '../../../electron/workers/report/layout/paragraph.ts';
import { pictureShape } from '../../../electron/workers/report/layout/evidence-pages.ts';
import { LARGEST_SCALE, splitPicture } from '../../../electron/workers/report/layout/picture-parts.ts';
import { TEXT } from '../../../electron/workers/report/layout/style.ts';
import { groupHash, groupNip, hashLines } from '../../../electron/workers/report/layout/context.ts';
import { sizeWords } from '../../../shared/domain/text/size-words.ts';
import { pdfName, serialisePdf, textString } from '../../../electron/workers/report/pdf/objects.ts';
import { cleanText, oneLine, splitByFont } from '../../../electron/workers/report/pdf/text-cleaning.ts';
import { escapeXml } from '../../../electron/workers/report/pdf/xml.ts';
import { readResource } from './sample-report.ts';

const font = (name: string): Buffer => readResource(`report/fonts/${name}.ttf`);
const fonts = new FontSet({
  regular: font('LiberationSans-Regular'),
  bold: font('LiberationSans-Bold'),
  italic: font('LiberationSans-Italic'),
  mono: font('IBMPlexMono-Regular-Latin'),
  'mono-bold': font('IBMPlexMono-SemiBold-Latin'),
  fallback: font('DejaVuSans'),
});

describe('the page of a picture', () => {
  const A4 = { width: 595.28, height: 841.89, margin: { left: 70, right: 70, top: 70, bottom: 70 } };
  const turned = (widthPixels: number, heightPixels: number): boolean => {
    const { width, height } = pictureShape(A4, { widthPixels, heightPixels });
    return width > height;
  };

  it('is turned sideways only for a wide one that is too small to read upright', () => {
    expect(turned(1_920, 1_080)).toBe(true);
    expect(turned(1_265, 900)).toBe(true);
    expect(turned(640, 528)).toBe(false);
    expect(turned(960, 500)).toBe(false);
    expect(turned(1_265, 5_000)).toBe(false);
    expect(pictureShape(A4, null).height).toBe(A4.height);
  });
});

describe('cleaning text', () => {
  it('keeps what can be set and shows what cannot', () => {
    expect(cleanText('a\tb\r\nc\rd')).toBe('a    b\nc\nd');
    expect(cleanText('\u0000\u001b')).toBe('[U+0000][U+001B]');
    expect(cleanText('e\u0301')).toBe('é');
    expect(cleanText('a\u202eb\u2066c')).toBe('a[U+202E]b[U+2066]c');
    expect(cleanText('a\u200d\ufe0f\u00adb')).toBe('ab');
    expect(cleanText('\ud83d')).toBe('\ufffd');
    expect(oneLine('  satu\r\n  dua ')).toBe('satu dua');
  });

  it('gives each character to the first font that has it', () => {
    const has = (letters: string) => ({
      hasGlyphForCodePoint: (code: number) => letters.includes(String.fromCodePoint(code)),
    });
    const runs = splitByFont('ab бв c\u{1f44d}', [
      ['first', has('abc U+1F44D[]')],
      ['second', has('бв')],
    ]);
    expect(runs).toEqual([
      { font: 'first', text: 'ab ' },
      { font: 'second', text: 'бв' },
      { font: 'first', text: ' c[U+1F44D]' },
    ]);
  });

  it('writes XML and PDF names and strings that cannot be misread', () => {
    expect(escapeXml('<a href="x">&\u0001')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;\ufffd');
    expect(pdfName('image/png')).toBe('/image#2Fpng');
    expect(pdfName('a b(c)é')).toBe('/a#20b#28c#29#C3#A9');
    expect(serialisePdf({ A: textString('(x)\\'), B: textString('é'), C: [1.5, '/N'], D: undefined })).toBe(
      '<<\n/A <2878295C>\n/B <FEFF00E9>\n/C [1.5 /N]\n>>',
    );
  });
});

describe('lines', () => {
  const lines = (text: string, width: number, wrap?: 'address') =>
    breakIntoLines(fonts, [wrap ? { text, style: TEXT.body, wrap } : { text, style: TEXT.body }], width);
  const words = (text: string, width: number, wrap?: 'address') =>
    lines(text, width, wrap).map((line) => line.pieces.map((piece) => piece.text).join(''));

  it('never runs over the width and loses no character', () => {
    const text = `${'Pemantauan netralitas pada ruang digital, '.repeat(30)}${'x'.repeat(400)} akhir`;
    for (const width of [40, 97, 250]) {
      const broken = lines(text, width);
      for (const line of broken) expect(line.width).toBeLessThanOrEqual(width + 0.01);
      expect(
        broken
          .map((line) => line.pieces.map((piece) => piece.text).join(''))
          .join('')
          .replaceAll(' ', ''),
      ).toBe(text.replaceAll(' ', ''));
    }
  });

  it('breaks addresses after their signs, words only between words', () => {
    expect(words('https://contoh.test/satu/dua?tiga=empat', 110, 'address')).toEqual([
      'https://contoh.test/satu/',
      'dua?tiga=empat',
    ]);
    expect(words('satu dua tiga', 60)).toEqual(['satu dua', 'tiga']);
    expect(words('satu\n\ndua', 200)).toEqual(['satu', '', 'dua']);
    expect(words('', 200)).toEqual(['']);
  });

  it('keeps the height of what it sets', () => {
    expect(heightOf(lines('satu\ndua\ntiga', 300))).toBeCloseTo(3 * TEXT.body.leading);
  });
});

describe('parts of a picture', () => {
  const room = { width: 480, firstHeight: 560, height: 660 };

  it('prints what fits in one part, never enlarged beyond 96 dots to the inch', () => {
    expect(splitPicture({ widthPixels: 300, heightPixels: 200 }, room)).toEqual({
      scale: LARGEST_SCALE,
      parts: [{ start: 0, height: 200, overlap: 0 }],
    });
    expect(splitPicture({ widthPixels: 1280, heightPixels: 720 }, room).parts).toHaveLength(1);
  });

  it('shrinks a little rather than cutting', () => {
    const { scale, parts } = splitPicture({ widthPixels: 480, heightPixels: 840 }, room);
    expect(parts).toHaveLength(1);
    expect(840 * scale).toBeLessThanOrEqual(560);
  });

  it.each([1600, 4200, 16_000, 52_100, 60_001])(
    'shows all %i rows, with rows in common at each cut',
    (heightPixels) => {
      const { scale, parts } = splitPicture({ widthPixels: 1265, heightPixels }, room);
      let shown = 0;
      for (const [index, part] of parts.entries()) {
        expect(part.start).toBe(shown - part.overlap);
        expect(part.overlap > 0).toBe(index > 0);
        expect(part.height * scale).toBeLessThanOrEqual(index === 0 ? room.firstHeight : room.height);
        expect(part.height).toBeGreaterThan(part.overlap);
        shown = part.start + part.height;
      }
      expect(shown).toBe(heightPixels);
    },
  );
});

describe('figures for the eye', () => {
  it('groups hashes and NIP, and writes sizes with a comma', () => {
    const hash = 'ab'.repeat(32);
    expect(groupHash(hash).split(' ')).toHaveLength(16);
    expect(
      hashLines(hash)
        .split('\n')
        .map((line) => line.length),
    ).toEqual([39, 39]);
    expect(groupNip('199001012015031001')).toBe('19900101 201503 1 001');
    expect(groupNip('1990')).toBe('1990');
    expect([0, 999, 56_220, 999_949, 999_950, 25_000_000, 3_221_225_472].map(sizeWords)).toEqual([
      '0 bita',
      '999 bita',
      '56,2 KB',
      '999,9 KB',
      '1 MB',
      '25 MB',
      '3,2 GB',
    ]);
  });
});

describe('words wider than their line', () => {
  const wide = (text: string, width: number): string[] =>
    breakIntoLines(fonts, [{ text, style: TEXT.body }], width).map(({ pieces }) =>
      pieces.map((piece) => piece.text).join(''),
    );

  it('break after the signs of an address, and only then between letters', () => {
    const address = 'https://contoh.test/grup/warga-bengkulu/permalink/10159876543210987';
    const lines = wide(address, 130);
    expect(lines.join('')).toBe(address);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/[/.:-]$/);
    expect(wide('x'.repeat(80), 130).every((line) => /^x+$/.test(line))).toBe(true);
  });

  it('break a hash after whole groups of eight', () => {
    const hash = '0123456789abcdef'.repeat(4);
    const lines = wide(hash, 130);
    expect(lines.join('')).toBe(hash);
    for (const line of lines) expect(line.length % 8).toBe(0);
  });

  it('do not part a hyphen from the word that it begins', () => {
    const width = fonts.width('certutil -hash', 'regular', TEXT.body.size);
    expect(wide('certutil -hashfile', width)).toEqual(['certutil', '-hashfile']);
  });
});
