import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filtersOf, unpack } from '../../../electron/workers/pdf-reader/file/filters.ts';
import { PdfParser, PdfSyntaxError, WindowTooSmall } from '../../../electron/workers/pdf-reader/syntax/parser.ts';
import { serializeValue } from '../../../electron/workers/pdf-reader/syntax/serialize.ts';
import {
  type PdfDictionary,
  pdfName,
  pdfText,
  type PdfValue,
  sameValue,
  textOf,
} from '../../../electron/workers/pdf-reader/syntax/values.ts';

function parse(text: string, final = true): PdfValue {
  return new PdfParser({ bytes: Buffer.from(text, 'latin1'), base: 0, final }).readValue();
}

describe('the parser', () => {
  it.each<[string, PdfValue]>([
    ['true', true],
    ['null', null],
    ['-12.5', -12.5],
    ['+.5', 0.5],
    ['12 0 R', { type: 'reference', number: 12, generation: 0 }],
    ['[1 0 2 0 R]', [1, 0, { type: 'reference', number: 2, generation: 0 }]],
    ['/A#20b', { type: 'name', name: 'A b' }],
    [
      '% catatan\n<</A[/B]/C(d)>>',
      new Map<string, PdfValue>([
        ['A', [pdfName('B')]],
        ['C', { type: 'string', bytes: Uint8Array.of(100), hex: false, start: 20, end: 23 }],
      ]),
    ],
  ])('reads %s', (text, value) => {
    expect(parse(text)).toEqual(value);
  });

  it.each<[string, string]>([
    ['(a(b)c\\)\\n\\101\\\r\nz)', 'a(b)c)\nAz'],
    ['(\\7a\\53x)', '\u0007a+x'],
    ['<48 65 6C6c 6>', 'Hell`'],
  ])('reads the string %s', (text, expected) => {
    expect(textOf(parse(text))).toBe(expected);
  });

  it('says where a string stands in the file', () => {
    const parser = new PdfParser({ bytes: Buffer.from('  <0aff> '), base: 1000, final: true });
    expect(parser.readValue()).toMatchObject({ start: 1002, end: 1008, hex: true });
  });

  it.each([
    '<</A 1 /A 2>>',
    '<</A>>',
    '<<1 2>>',
    '[1 2',
    '(abc',
    '<0g>',
    'foo',
    '[1e5]',
    '--1',
    '[12 0 Rx]',
    ')',
    '9'.repeat(40),
  ])('refuses %s', (text) => {
    expect(() => parse(text)).toThrow(text === '[1 2' || text === '(abc' || text === '<</A>>' ? Error : PdfSyntaxError);
  });

  it('asks for a larger window where a value may go on', () => {
    for (const text of ['123', '12 0', '12 0 R', '/Nam', '(ab', '<ab', '[1 2 ', 'tru'])
      expect(() => parse(text, false)).toThrow(WindowTooSmall);
  });
});

describe('the serialiser', () => {
  it('writes what the parser reads back as the same', () => {
    const value: PdfDictionary = new Map<string, PdfValue>([
      ['Kosong ()', null],
      ['Teks', pdfText('a(b)\\c\r\n')],
      ['Asing', pdfText('Ségél – 印')],
      ['Daftar', [1, -0.125, 1e-7, 123456789, true, pdfName('A/B#C'), { type: 'reference', number: 7, generation: 0 }]],
    ]);
    const again = parse(serializeValue(value));
    expect(
      sameValue(
        again,
        new Map([
          ...value,
          [
            'Daftar',
            [1, -0.125, 0, 123456789, true, pdfName('A/B#C'), { type: 'reference', number: 7, generation: 0 }],
          ],
        ]),
      ),
    ).toBe(true);
    expect(textOf(again instanceof Map ? again.get('Asing') : undefined)).toBe('Ségél – 印');
  });
});

describe('structural filters', () => {
  const predicted = (rows: readonly (readonly number[])[]): Uint8Array => {
    const parameters: PdfDictionary = new Map<string, PdfValue>([
      ['Predictor', 15],
      ['Columns', 3],
    ]);
    const dictionary: PdfDictionary = new Map<string, PdfValue>([
      ['Filter', pdfName('FlateDecode')],
      ['DecodeParms', parameters],
    ]);
    return unpack(dictionary, deflateSync(Buffer.from(rows.flat())));
  };

  it('undoes every PNG predictor', () => {
    const rows = [
      [0, 1, 2, 3],
      [1, 1, 1, 1],
      [2, 9, 8, 7],
      [3, 10, 0, 1],
      [4, 1, 2, 3],
    ];
    expect([...predicted(rows)]).toEqual([1, 2, 3, 1, 2, 3, 10, 10, 10, 15, 12, 12, 16, 14, 17]);
  });

  it('refuses unknown filters, predictors and damaged data', () => {
    expect(() => predicted([[9, 1, 2, 3]])).toThrow(PdfSyntaxError);
    expect(() => unpack(new Map([['Filter', pdfName('LZWDecode')]]), new Uint8Array())).toThrow(PdfSyntaxError);
    expect(() => unpack(new Map([['Filter', pdfName('FlateDecode')]]), Buffer.from('bukan'))).toThrow(PdfSyntaxError);
    expect(() => filtersOf(new Map([['Filter', 5]]))).toThrow(PdfSyntaxError);
    expect([...unpack(new Map(), Uint8Array.of(1, 2))]).toEqual([1, 2]);
  });
});
