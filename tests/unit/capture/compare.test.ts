import { describe, expect, it } from 'vitest';
import { compareTexts, differences, judgeDifference, judgeOutcomes } from '#shared/domain/capture/compare.ts';

/** What the rule must hold for any two sequences: what is outside the hunks is the same, in order. */
function rest(sequence: readonly string[], from: 'before' | 'after', hunks: ReturnType<typeof differences>): string[] {
  const cut = hunks.map((hunk) =>
    from === 'before' ? [hunk.beforeFrom, hunk.beforeTo] : [hunk.afterFrom, hunk.afterTo],
  );
  return sequence.filter((_, index) => !cut.some(([start = 0, end = 0]) => index >= start && index < end));
}

describe('two sequences', () => {
  it.each([
    ['abcdef', 'abcdef', 0],
    ['abcdef', 'abXdef', 1],
    ['abcdef', 'abcXYdef', 1],
    ['abcdef', 'aef', 1],
    ['', 'abc', 1],
    ['abc', '', 1],
    ['aaaa', 'aaaaaa', 1],
    ['xaxbxcx', 'xbxcxdx', 2],
    ['abcabc', 'cbacba', 4],
  ])('%s and %s', (one, other, hunks) => {
    const [before, after] = [[...one], [...other]];
    const found = differences(before, after);
    expect(found).toHaveLength(hunks);
    expect(rest(before, 'before', found)).toEqual(rest(after, 'after', found));
  });

  it('of any kind leave the same rest, seeded', () => {
    let seed = 42;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let round = 0; round < 300; round += 1) {
      const make = (): string[] => Array.from({ length: next(30) }, () => String(next(6)));
      const [before, after] = [make(), make()];
      const found = differences(before, after);
      expect(rest(before, 'before', found)).toEqual(rest(after, 'after', found));
    }
  });

  it('of many equal rows stay within their time', () => {
    const rows = (changed: number): number[] =>
      Array.from({ length: 60_000 }, (_, row) => (row % 7 === changed ? 1 : 0));
    const started = performance.now();
    expect(differences(rows(1), rows(2)).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('two texts', () => {
  it('that differ in counters and relative times only, say so', () => {
    const before = 'Bersama kita menang\n128 suka · 14 komentar\n3 jam yang lalu';
    const after = 'Bersama kita menang\n131 suka · 15 komentar\n2 hari yang lalu';
    expect(compareTexts(before, after)).toEqual({
      added: [],
      removed: [],
      counters: [
        { before: '128 suka · 14 komentar', after: '131 suka · 15 komentar' },
        { before: '3 jam yang lalu', after: '2 hari yang lalu' },
      ],
    });
  });

  it('keep the number of a sentence as its matter', () => {
    expect(compareTexts('Coblos nomor 2', 'Coblos nomor 1')).toEqual({
      added: ['Coblos nomor 1'],
      removed: ['Coblos nomor 2'],
      counters: [],
    });
  });

  it('name what came and what went, and no spaces', () => {
    const { added, removed } = compareTexts(
      'Judul\n  isi  satu \n\nAkhir',
      'Judul\nisi satu\nKomentar baru\nAkhir yang lain',
    );
    expect({ added, removed }).toEqual({ added: ['Komentar baru', 'Akhir yang lain'], removed: ['Akhir'] });
  });
});

const picture = (share: number) =>
  ({ comparable: true, share, boxes: [], before: { width: 1, height: 1 }, after: { width: 1, height: 1 } }) as const;
const SAME = { added: [], removed: [], counters: [] };

describe('the verdict', () => {
  it('follows what the captures came to', () => {
    expect(judgeOutcomes('captured', 'captured')).toBeNull();
    expect(judgeOutcomes('captured', 'gone')).toMatchObject({ verdict: 'gone' });
    expect(judgeOutcomes('gone', 'gone')).toMatchObject({ verdict: 'same' });
    expect(judgeOutcomes('captured', 'wall')).toMatchObject({ verdict: 'not-comparable', reason: 'wall' });
    expect(judgeOutcomes('captured', 'timeout')).toMatchObject({ verdict: 'not-comparable', reason: 'not-loaded' });
    expect(judgeOutcomes('wall', 'captured')).toMatchObject({ reason: 'earlier-not-captured' });
    // A page that was never seen cannot be said to have vanished.
    expect(judgeOutcomes('wall', 'gone')).toMatchObject({ verdict: 'not-comparable', reason: 'earlier-not-captured' });
  });

  it('is "same" only where both text and picture were compared and nothing differs', () => {
    expect(judgeDifference(SAME, picture(0))).toMatchObject({ verdict: 'same' });
    expect(judgeDifference(null, picture(0))).toMatchObject({ verdict: 'not-comparable' });
    expect(judgeDifference(SAME, { comparable: false, reason: 'other-width' })).toMatchObject({
      verdict: 'not-comparable',
    });
    expect(judgeDifference(SAME, picture(0.001))).toMatchObject({ verdict: 'changed', changed: ['picture'] });
    expect(judgeDifference({ ...SAME, counters: [{ before: '1', after: '2' }] }, picture(0))).toMatchObject({
      verdict: 'changed',
      changed: ['counters'],
    });
    expect(judgeDifference({ ...SAME, added: ['x'] }, { comparable: false, reason: 'no-picture' })).toMatchObject({
      verdict: 'changed',
      changed: ['text'],
    });
  });
});
