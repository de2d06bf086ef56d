import { describe, expect, it } from 'vitest';
import { COLUMNS, findSeam, type RowMarks, rowMarks } from '#shared/domain/capture/frame-seam.ts';
import { limitReached, SCROLL_LIMITS, shorterStep, stepOf } from '#shared/domain/capture/scroll-recording.ts';

const WIDTH = 80;
type Paint = (x: number, y: number) => number;

/** A window of `height` rows onto an endless picture. */
function look(paint: Paint, from: number, height = 200): RowMarks {
  const pixels = new Uint32Array(WIDTH * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < WIDTH; x += 1) pixels[y * WIDTH + x] = paint(x, from + y);
  return rowMarks({ width: WIDTH, height, pixels }, { x: 0, y: 0, width: WIDTH, height });
}

/** No two rows are the same, and no part of one is of one colour. */
const busy: Paint = (x, y) => (y * 7_919 + x * 31 + ((x * y) % 13)) >>> 0;
/** A side bar that never moves takes the last two columns. */
const withSide =
  (feed: Paint, top: number): Paint =>
  (x, y) =>
    x >= (WIDTH * 6) / COLUMNS ? busy(x, y - top) : feed(x, y);

describe('findSeam', () => {
  it('sees the rows again where the page says that it has scrolled to', () => {
    expect(findSeam(look(busy, 0), look(busy, 150), 150)).toEqual({ seam: 'seen-again', seenAgain: 50 });
    // Half a device pixel falls to either side.
    expect(findSeam(look(busy, 0), look(busy, 150), 149.4).seam).toBe('seen-again');
  });

  it('sees them where the page moved by itself besides', () => {
    expect(findSeam(look(busy, 0), look(busy, 120), 60).seam).toBe('seen-again');
  });

  it('notes a gap when nothing is seen again, whatever the page says', () => {
    expect(findSeam(look(busy, 0), look(busy, 5_000), 150).seam).toBe('gap');
    expect(findSeam(look(busy, 0), look(busy, 200), 200).seam).toBe('gap');
    expect(findSeam(look(busy, 0), look(busy, 190), 190).seam).toBe('gap');
  });

  it('is not taken in by what stays where it is', () => {
    const [before, lost] = [withSide(busy, 0), withSide(busy, 5_000)];
    expect(findSeam(look(before, 0), look(lost, 5_000), 150).seam).toBe('gap');
    // The feed beside it is still seen to fit.
    expect(findSeam(look(before, 0), look(withSide(busy, 120), 120), 120).seam).toBe('seen-again');
  });

  it('looks past a header that covers the first rows, and a video that plays in one column', () => {
    const after: Paint = (x, y) => (y < 120 + 30 || x < WIDTH / COLUMNS ? 7 * x + y : busy(x, y));
    expect(findSeam(look(busy, 0), look(after, 120), 120).seam).toBe('seen-again');
  });

  it('tells plain ground from rows that are seen again', () => {
    const plain: Paint = (x, y) => (y < 150 ? busy(x, y) : 0xffffff);
    expect(findSeam(look(plain, 0), look(plain, 150), 150)).toEqual({ seam: 'plain', seenAgain: 0 });
    const stripes: Paint = (_x, y) => (y % 10 < 5 ? 1 : 2);
    expect(findSeam(look(stripes, 0), look(stripes, 150), 150).seam).toBe('plain');
  });
});

describe('rowMarks', () => {
  it('takes the box alone, and no more than there is', () => {
    const pixels = new Uint32Array(WIDTH * 10).map((_value, at) => at);
    const part = rowMarks({ width: WIDTH, height: 10, pixels }, { x: 8, y: 4.4, width: 64, height: 100 });
    expect(part.rows).toBe(6);
    const same = rowMarks(
      { width: WIDTH, height: 10, pixels: pixels.map((value) => value) },
      { x: 8, y: 4, width: 64, height: 6 },
    );
    expect(part.marks).toEqual(same.marks);
  });
});

describe('limits', () => {
  const none = { steps: 0, milliseconds: 0, bytes: 0 };
  it.each([
    [{ ...none, steps: 50 }, 'steps'],
    [{ ...none, milliseconds: 300_000 }, 'time'],
    [{ ...none, bytes: 100_000_000 }, 'bytes'],
    [{ steps: 49, milliseconds: 299_999, bytes: 99_999_999 }, null],
  ] as const)('%o ends by %s', (taken, ended) => expect(limitReached(taken, SCROLL_LIMITS.short)).toBe(ended));

  it('steps by less than what is seen, and by less again where frames do not fit', () => {
    expect(stepOf(600)).toBe(450);
    expect(shorterStep(stepOf(600))).toBeLessThan(225);
    expect(stepOf(0)).toBeGreaterThan(0);
  });
});
