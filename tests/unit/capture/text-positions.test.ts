/** Words with their places: written and read, found across runs, and left out where a copy covers them. */
import { describe, expect, it } from 'vitest';
import {
  findInText,
  readTextPositions,
  TEXT_LIMITS,
  type TextPositions,
  type TextRun,
  textShown,
  writeTextPositions,
} from '#shared/domain/capture/text-positions.ts';
import { positionsOf } from '../../../electron/main/capture/engine/text-positions.ts';

const run = (text: string, x: number, y: number, more: Partial<TextRun> = {}): TextRun => ({
  text,
  x,
  y,
  width: 10 * text.length,
  height: 20,
  direction: 'ltr',
  state: 'visible',
  frame: 0,
  ...more,
});
const page = (runs: readonly TextRun[], scale = 1): TextPositions => ({
  version: 1,
  width: 800,
  height: 600,
  scale,
  cut: false,
  framesMissed: 1,
  runs,
});

describe('the artefact', () => {
  it('reads as it was written', () => {
    const written = page(
      [run('Bersama "kita"\u2028menang', 0, 0), run('نص', 5, 40, { direction: 'rtl', state: 'cut', frame: 2 })],
      1.25,
    );
    expect(readTextPositions(writeTextPositions(written))).toEqual(written);
    expect(readTextPositions(writeTextPositions(page([])))).toEqual(page([]));
  });

  it('is refused when it is none or of a later format, and rows that are none are left out', () => {
    const text = writeTextPositions(page([run('satu', 0, 0)]));
    for (const wrong of [
      '',
      '[]',
      'null',
      text.slice(0, -9),
      text.replace('"version":1', '"version":2'),
      text.replace('"scale":1', '"scale":-1'),
    ])
      expect(readTextPositions(wrong), wrong).toBeNull();
    const broken = text.replace(
      '"runs":[',
      '"runs":[7,["x"],["y",0,0,-4,1,"ltr","visible",0],["z",0,0,1,1,"ltr","unseen",0],',
    );
    expect(readTextPositions(broken)?.runs.map((one) => one.text)).toEqual(['satu']);
  });

  it('keeps only so much of what a page answers', () => {
    const rows = Array.from({ length: TEXT_LIMITS.runs + 10 }, () => [
      'a'.repeat(5_000),
      0,
      0,
      1,
      1,
      'ltr',
      'visible',
      0,
    ]);
    const read = positionsOf(
      { runs: rows.slice(0, 3).concat([[null]] as never), cut: true },
      { width: 1, height: 1 },
      1,
    );
    expect(read.runs.map(({ text }) => text.length)).toEqual([2_000, 2_000, 2_000]);
    expect(positionsOf({ runs: rows }, { width: 1, height: 1 }, 1).runs).toHaveLength(TEXT_LIMITS.runs);
    expect(positionsOf('nothing', { width: 1, height: 1 }, 1).runs).toEqual([]);
  });
});

describe('finding words', () => {
  it('finds them whatever their case, and points at their part of the line', () => {
    const hits = findInText(page([run('Ayo Memilih', 100, 50)]), 'memilih');
    expect(hits).toEqual([{ boxes: [{ x: 140, y: 50, width: 70, height: 20 }] }]);
  });

  it('counts from the right where the text runs from the right', () => {
    const hits = findInText(page([run('abcd', 100, 0, { direction: 'rtl' })]), 'a');
    expect(hits[0]?.boxes[0]).toMatchObject({ x: 130, width: 10 });
  });

  it('finds a phrase over lines and over parts of one word, with a box for each', () => {
    const runs = [run('Bersama kita', 0, 0), run('menang', 0, 24), run('Net', 0, 60), run('ra', 30, 60)];
    expect(findInText(page(runs), 'kita  MENANG')[0]?.boxes).toHaveLength(2);
    expect(findInText(page(runs), 'netra')[0]?.boxes).toHaveLength(2);
    expect(findInText(page(runs), 'menangnet')).toEqual([]);
  });

  it('finds nothing in what is not seen, nor for nothing', () => {
    const states = ['covered', 'cut', 'hidden'] as const;
    expect(findInText(page(states.map((state) => run('rahasia', 0, 0, { state }))), 'rahasia')).toEqual([]);
    expect(findInText(page([run('a  b', 0, 0)]), '  ')).toEqual([]);
  });

  it('does not drown in hits', () => {
    expect(findInText(page(Array.from({ length: 4_000 }, () => run('aaaa', 0, 0))), 'a').length).toBeLessThanOrEqual(
      500,
    );
  });
});

describe('the words of a copy', () => {
  const runs = [
    run('Nama Contoh', 10, 10),
    run(' lanjut', 120, 10),
    run('Baris dua', 10, 40),
    run('di tepi', 700, 590),
  ];

  it('are joined by lines', () => {
    expect(textShown(page(runs), { crop: null, masks: [] })).toBe('Nama Contoh lanjut\nBaris dua\ndi tepi');
  });

  it('hold nothing that a mask touches by a pixel, at any scale', () => {
    for (const scale of [1, 1.25, 1.5, 2]) {
      const edge = { x: 10 * scale - 4, y: 30 * scale - 1, width: 5, height: 2 };
      const left = textShown(page(runs, scale), { crop: null, masks: [edge] });
      expect(left, String(scale)).toBe('lanjut\nBaris dua\ndi tepi');
    }
  });

  it('hold nothing that the crop cuts through', () => {
    expect(textShown(page(runs), { crop: { x: 0, y: 0, width: 60, height: 100 }, masks: [] })).toBe('');
    expect(textShown(page(runs), { crop: { x: 0, y: 35, width: 400, height: 40 }, masks: [] })).toBe('Baris dua');
  });
});
