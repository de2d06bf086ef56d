/** Chance that is the same every time: one stream for each part of the season, so that a change of one leaves the others as they were. */

export interface Random {
  /** A fraction from 0 up to 1. */
  fraction(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True in so large a share of cases. */
  chance(share: number): boolean;
  /** One of them. Throws for an empty list. */
  pick<Item>(list: readonly Item[]): Item;
  /** So many different ones, in an order of chance; all, when there are fewer. */
  sample<Item>(list: readonly Item[], count: number): Item[];
}

/** The stream of that name under that seed. */
export function randomOf(seed: number, name: string): Random {
  let state = [...name].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193), seed | 0);
  // mulberry32: small, and good enough for made-up people.
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1));
  return {
    fraction,
    whole,
    chance: (share) => fraction() < share,
    pick: (list) => {
      const found = list[whole(0, list.length - 1)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
    sample: (list, count) => {
      const left = [...list];
      const taken: (typeof list)[number][] = [];
      while (taken.length < count && left.length > 0) taken.push(...left.splice(whole(0, left.length - 1), 1));
      return taken;
    },
  };
}
