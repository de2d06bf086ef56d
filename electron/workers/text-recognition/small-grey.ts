/** The whole picture as a small grey square, gathered while its rows go by. */
import { HASH_EDGE } from '#shared/domain/evidence/perceptual-hash.ts';

export interface SmallGrey {
  /** Passes the rows on. */
  watch(rows: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
  /** Means of the squares, row by row; once all rows have gone by. */
  grey(): Float64Array;
}

/** For a picture of that size. */
export function smallGrey({ width, height }: { readonly width: number; readonly height: number }): SmallGrey {
  const sums = new Float64Array(HASH_EDGE * HASH_EDGE);
  const counts = new Float64Array(HASH_EDGE * HASH_EDGE);
  const columnOf = Uint8Array.from({ length: width }, (_value, x) => Math.floor((x * HASH_EDGE) / width));
  const add = (rgb: Uint8Array, row: number): void => {
    const line = Math.floor((row * HASH_EDGE) / height) * HASH_EDGE;
    for (let x = 0, from = 0; x < width; x += 1, from += 3) {
      const at = line + (columnOf[x] ?? 0);
      sums[at] = (sums[at] ?? 0) + (rgb[from] ?? 0) + (rgb[from + 1] ?? 0) + (rgb[from + 2] ?? 0);
      counts[at] = (counts[at] ?? 0) + 3;
    }
  };
  return {
    async *watch(rows) {
      let row = 0;
      for await (const rgb of rows) {
        add(rgb, row);
        row += 1;
        yield rgb;
      }
    },
    // A picture narrower than the square has empty ones: they take their neighbour's value.
    grey: () => {
      let before = 0;
      return sums.map((sum, at) => {
        const count = counts[at] ?? 0;
        if (count > 0) before = sum / count;
        return before;
      });
    },
  };
}
