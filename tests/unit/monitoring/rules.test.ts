import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawOrder } from '../../../shared/domain/monitoring/draw.ts';
import { medianWithout, spreadOf, standsOut } from '../../../shared/domain/monitoring/even-handedness.ts';
import { nextDay, OUTCOME_KEYS, OUTCOMES } from '../../../shared/domain/monitoring/rules.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const keys = Array.from({ length: 400 }, (_, index) => index + 1);

describe('a draw', () => {
  it('is the same for the same seed and list, in whatever order the list comes', () => {
    const order = drawOrder(keys, 'benih', sha256);
    expect(drawOrder([...keys].reverse(), 'benih', sha256)).toEqual(order);
    expect([...order].sort((one, other) => one - other)).toEqual(keys);
    expect(order).not.toEqual(keys);
    expect(drawOrder(keys, 'benih lain', sha256)).not.toEqual(order);
  });

  it('chooses everybody about as often: 300 draws of 40 out of 400', () => {
    const drawn = new Map(keys.map((key) => [key, 0]));
    for (let seed = 0; seed < 300; seed += 1)
      for (const key of drawOrder(keys, `benih ${seed}`, sha256).slice(0, 40))
        drawn.set(key, (drawn.get(key) ?? 0) + 1);
    // Each count is binomial (300, 0.1): the sum of squared deviations over n·p·q is about the number of keys.
    const spread = [...drawn.values()].reduce((sum, count) => sum + (count - 30) ** 2 / 27, 0) / keys.length;
    expect(spread).toBeGreaterThan(0.7);
    expect(spread).toBeLessThan(1.3);
  });
});

describe('a cadence', () => {
  it('comes round by days and months; the last day of a month stays one', () => {
    expect(nextDay('2026-11-23', 'once')).toBeNull();
    expect(nextDay('2026-12-28', 'weekly')).toBe('2027-01-04');
    expect(nextDay('2026-02-20', 'fortnightly')).toBe('2026-03-06');
    expect(nextDay('2027-01-31', 'monthly')).toBe('2027-02-28');
    expect(nextDay('2026-11-30', 'quarterly')).toBe('2027-02-28');
    expect(nextDay('2026-12-15', 'monthly')).toBe('2027-01-15');
  });
});

describe('even-handedness', () => {
  it('says how counts of looks are spread', () => {
    expect(spreadOf([])).toEqual({ least: 0, median: 0, most: 0, bars: [0, 0, 0, 0, 0, 0] });
    expect(spreadOf([4, 0, 1, 9])).toEqual({ least: 0, median: 2.5, most: 9, bars: [1, 1, 0, 0, 1, 1] });
    expect(medianWithout([0, 1, 1, 4], 4)).toBe(1);
    expect(medianWithout([3], 3)).toBeNull();
  });

  it('marks only who was looked at much more often than the peers', () => {
    expect(standsOut(2, 0)).toBe(false);
    expect(standsOut(3, 1)).toBe(true);
    expect(standsOut(5, 3)).toBe(false);
    expect(standsOut(6, 3)).toBe(true);
    expect(standsOut(12, 11)).toBe(false);
  });
});

it('every outcome has a key of its own that no screen of the app takes', () => {
  expect(new Set(OUTCOMES.map((outcome) => OUTCOME_KEYS[outcome])).size).toBe(OUTCOMES.length);
  for (const outcome of OUTCOMES) expect('AN?/0123456789').not.toContain(OUTCOME_KEYS[outcome]);
});
