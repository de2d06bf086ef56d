import { describe, expect, it } from 'vitest';
import { workingCopyEdits } from '#shared/contract/working-copy.ts';
import {
  editsProblem,
  isUntouched,
  keptRect,
  type Mark,
  maskListText,
  masksByReason,
  movedMark,
  movedRect,
  NO_EDITS,
  overlap,
  rectBetween,
} from '#shared/domain/evidence/working-copy.ts';

const SIZE = { width: 200, height: 100 };
const mask = (x: number, y: number, width: number, height: number) =>
  ({ x, y, width, height, reason: 'wajah' }) as const;
const arrow = (x1: number, y1: number, x2: number, y2: number): Mark => ({
  kind: 'arrow',
  from: { x: x1, y: y1 },
  to: { x: x2, y: y2 },
  colour: 'merah',
  line: 3,
});

describe('edit list of a working copy', () => {
  it('takes what lies inside the picture, to its very edge', () => {
    const edits = {
      crop: { x: 0, y: 0, width: 200, height: 100 },
      masks: [mask(0, 0, 200, 100), mask(199, 99, 1, 1)],
      marks: [arrow(0, 50, 199, 50)],
    };
    expect(editsProblem(edits, SIZE)).toBeNull();
    expect(editsProblem(NO_EDITS, SIZE)).toBeNull();
  });

  it.each([
    [mask(-1, 0, 5, 5), 'outside'],
    [mask(196, 0, 5, 5), 'outside'],
    [mask(0, 96, 5, 5), 'outside'],
    [mask(0, 0, 0, 5), 'empty'],
    [mask(0, 0, 5, -2), 'empty'],
    [mask(0.5, 0, 5, 5), 'not-whole'],
    [mask(0, 0, Number.NaN, 5), 'not-whole'],
  ])('refuses the mask %o: %s', (wrong, problem) => {
    expect(editsProblem({ ...NO_EDITS, masks: [mask(1, 1, 2, 2), wrong] }, SIZE)).toEqual({
      part: 'masks',
      index: 1,
      problem,
    });
  });

  it('refuses a crop beyond the picture, and what the crop cuts away whole', () => {
    const crop = { x: 100, y: 50, width: 100, height: 50 };
    expect(editsProblem({ ...NO_EDITS, crop: { ...crop, width: 101 } }, SIZE)).toMatchObject({
      part: 'crop',
      problem: 'outside',
    });
    expect(editsProblem({ ...NO_EDITS, crop, masks: [mask(90, 40, 20, 20)] }, SIZE)).toBeNull();
    expect(editsProblem({ ...NO_EDITS, crop, masks: [mask(90, 40, 10, 20)] }, SIZE)).toMatchObject({
      part: 'masks',
      problem: 'cut-away',
    });
    expect(editsProblem({ ...NO_EDITS, crop, marks: [arrow(0, 0, 40, 40)] }, SIZE)).toMatchObject({
      part: 'marks',
      problem: 'cut-away',
    });
    expect(editsProblem({ ...NO_EDITS, marks: [arrow(0, 0, 200, 40)] }, SIZE)).toBeNull();
    expect(editsProblem({ ...NO_EDITS, marks: [arrow(0, 0, 201, 40)] }, SIZE)).toMatchObject({ problem: 'outside' });
  });

  it('knows a copy to which nothing was done', () => {
    expect(isUntouched(NO_EDITS)).toBe(true);
    expect(isUntouched({ ...NO_EDITS, masks: [mask(0, 0, 1, 1)] })).toBe(false);
    expect(keptRect(NO_EDITS, SIZE)).toEqual({ x: 0, y: 0, ...SIZE });
  });

  it('grows a drawn rectangle to every pixel it touches and holds it inside', () => {
    expect(rectBetween({ x: 10.2, y: 20.9 }, { x: 4.8, y: 8.1 }, SIZE)).toEqual({ x: 4, y: 8, width: 7, height: 13 });
    expect(rectBetween({ x: -40, y: 90 }, { x: 400, y: 400 }, SIZE)).toEqual({ x: 0, y: 90, width: 200, height: 10 });
    expect(rectBetween({ x: 300, y: 300 }, { x: 300, y: 300 }, SIZE)).toEqual({ x: 199, y: 99, width: 1, height: 1 });
  });

  it('moves by whole pixels and stops at the edges', () => {
    expect(movedRect(mask(10, 10, 20, 20), -30, 500, SIZE)).toEqual(mask(0, 80, 20, 20));
    expect(movedMark(arrow(50, 50, 10, 10), -100, 3, SIZE)).toEqual(arrow(40, 53, 0, 13));
    const text: Mark = { kind: 'text', x: 5, y: 5, text: 'di sini', colour: 'biru', letters: 20 };
    expect(movedMark(text, 2, -9, SIZE)).toEqual({ ...text, x: 7, y: 0 });
  });

  it('finds what two rectangles share', () => {
    expect(overlap(mask(0, 0, 10, 10), mask(9, 9, 10, 10))).toEqual({ x: 9, y: 9, width: 1, height: 1 });
    expect(overlap(mask(0, 0, 10, 10), mask(10, 0, 10, 10))).toBeNull();
  });

  it('writes the mask list for custody as numbers and reasons alone', () => {
    const masks = [mask(1, 2, 3, 4), { ...mask(5, 6, 7, 8), reason: 'nama' as const }];
    expect(maskListText(masks)).toBe('1,2,3,4,wajah 5,6,7,8,nama');
    expect(masksByReason([...masks, mask(0, 0, 1, 1)])).toEqual([
      { reason: 'wajah', count: 2 },
      { reason: 'nama', count: 1 },
    ]);
  });

  it('is parsed strictly: no other reasons, no fractions, no unknown parts', () => {
    expect(workingCopyEdits.parse({})).toEqual(NO_EDITS);
    expect(workingCopyEdits.safeParse({ masks: [{ ...mask(0, 0, 1, 1), reason: 'blur' }] }).success).toBe(false);
    expect(workingCopyEdits.safeParse({ masks: [mask(0.5, 0, 1, 1)] }).success).toBe(false);
    expect(workingCopyEdits.safeParse({ masks: [{ ...mask(0, 0, 1, 1), name: 'Budi' }] }).success).toBe(false);
    expect(workingCopyEdits.safeParse({ blur: [] }).success).toBe(false);
    expect(
      workingCopyEdits.safeParse({ marks: [{ kind: 'text', x: 1, y: 1, text: '  ', colour: 'merah', letters: 20 }] })
        .success,
    ).toBe(false);
  });
});
