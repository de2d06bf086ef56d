/** Seeded edit lists over small pictures: each file is what a naive painter paints, and says nothing of what was covered. */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import {
  type Mark,
  MARK_COLOURS,
  MASK_COLOUR,
  MASK_REASONS,
  type Mask,
  type PixelRect,
  type WorkingCopyEdits,
} from '#shared/domain/evidence/working-copy.ts';
import { drawWorkingCopy } from '../../../electron/workers/images/working-copy.ts';

const CASES = 150;

/** Numbers from 0 up to `below`, the same for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Case {
  readonly width: number;
  readonly height: number;
  readonly edits: WorkingCopyEdits;
}

function caseOf(seed: number): Case {
  const roll = dice(seed);
  const [width, height] = [1 + roll(60), 1 + roll(90)];
  const rect = (within: PixelRect): PixelRect => {
    const x = within.x + roll(within.width);
    const y = within.y + roll(within.height);
    return { x, y, width: 1 + roll(width - x), height: 1 + roll(height - y) };
  };
  const whole = { x: 0, y: 0, width, height };
  const crop = roll(2) === 0 ? null : rect(whole);
  const kept = crop ?? whole;
  const masks = Array.from(
    { length: roll(6) },
    (): Mask => ({
      ...rect(kept),
      reason: MASK_REASONS[roll(MASK_REASONS.length)] ?? 'lain',
    }),
  );
  const colour = MARK_COLOURS[roll(MARK_COLOURS.length)] ?? 'merah';
  const line = 1 + roll(5);
  const marks = Array.from({ length: roll(4) }, (): Mark => {
    const kind = (['rectangle', 'ellipse', 'highlight', 'arrow'] as const)[roll(4)] ?? 'highlight';
    const box = rect(kept);
    if (kind === 'highlight') return { kind, ...box };
    if (kind !== 'arrow') return { kind, ...box, colour, line };
    return {
      kind,
      from: { x: box.x, y: box.y },
      to: { x: box.x + roll(box.width), y: box.y + roll(box.height) },
      colour,
      line,
    };
  });
  return { width, height, edits: { crop, masks, marks } };
}

const isCovered = ({ edits }: Case, x: number, y: number): boolean =>
  edits.masks.some((mask) => x >= mask.x && x < mask.x + mask.width && y >= mask.y && y < mask.y + mask.height);

/** Noise; `secret` decides what lies under the masks and outside the crop. */
function original(one: Case, seed: number, secret: number): PNG {
  const [open, hidden] = [dice(seed), dice(secret)];
  const png = new PNG({ width: one.width, height: one.height });
  const kept = one.edits.crop ?? { x: 0, y: 0, width: one.width, height: one.height };
  for (let at = 0; at < one.width * one.height; at += 1) {
    const [x, y] = [at % one.width, Math.floor(at / one.width)];
    const inside = x >= kept.x && x < kept.x + kept.width && y >= kept.y && y < kept.y + kept.height;
    const [seen, unseen] = [
      [open(256), open(256), open(256)],
      [hidden(256), hidden(256), hidden(256)],
    ];
    png.data.set([...(inside && !isCovered(one, x, y) ? seen : unseen), 255], at * 4);
  }
  return png;
}

async function draw(png: PNG, edits: WorkingCopyEdits): Promise<Buffer> {
  const file = PNG.sync.write(png);
  const parts: Uint8Array[] = [];
  const source = {
    size: file.length,
    read: (offset: number, length: number) => Promise.resolve(file.subarray(offset, offset + length)),
  };
  await drawWorkingCopy(
    source,
    { ...edits, masks: [...edits.masks], marks: [...edits.marks] },
    () => Promise.resolve([]),
    (bytes) => {
      parts.push(Uint8Array.from(bytes));
      return Promise.resolve();
    },
  );
  return Buffer.concat(parts);
}

describe('seeded edit lists', () => {
  it(`paints ${CASES} lists of crops and masks exactly`, async () => {
    for (let seed = 1; seed <= CASES; seed += 1) {
      const one = caseOf(seed);
      const { crop, masks } = one.edits;
      const png = original(one, seed, seed + 1_000);
      const drawn = PNG.sync.read(await draw(png, { crop, masks, marks: [] }));
      const kept = crop ?? { x: 0, y: 0, width: one.width, height: one.height };
      expect([drawn.width, drawn.height], `seed ${seed}`).toEqual([kept.width, kept.height]);
      for (let y = 0; y < kept.height; y += 1) {
        for (let x = 0; x < kept.width; x += 1) {
          const [px, py] = [x + kept.x, y + kept.y];
          const from = (py * one.width + px) * 4;
          const wanted = isCovered(one, px, py) ? [...MASK_COLOUR] : [...png.data.subarray(from, from + 3)];
          const at = (y * kept.width + x) * 4;
          if ([...drawn.data.subarray(at, at + 3)].join() !== wanted.join())
            expect.fail(`seed ${seed}: pixel ${x},${y}`);
        }
      }
    }
  }, 60_000);

  it(`gives the same file for ${CASES} pairs of pictures that differ only where nothing may be seen`, async () => {
    let pairs = 0;
    for (let seed = 1; seed <= CASES; seed += 1) {
      const one = caseOf(seed);
      const [first, second] = [original(one, seed, 7), original(one, seed, 8)];
      if (first.data.equals(second.data)) continue;
      pairs += 1;
      const files = await Promise.all([draw(first, one.edits), draw(second, one.edits)]);
      if (!files[0].equals(files[1])) expect.fail(`seed ${seed}: the file depends on what was covered`);
    }
    expect(pairs).toBeGreaterThan(CASES / 2);
  }, 60_000);
});
