/** The public recap's rule: small counts are gone, and nobody gets them back from what is published. */
import { describe, expect, it } from 'vitest';
import { type HiddenCells, hiddenCells } from '#shared/domain/recap/suppression.ts';

/** The same numbers on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What a reader has: every number that stands on paper, null for a mark, in a table with its totals. */
function published(cells: readonly number[][], hidden: HiddenCells): (number | null)[][] {
  const full = [...cells, cells[0]!.map((_, column) => sum(cells.map((row) => row[column]!)))].map((row) => [
    ...row,
    sum(row),
  ]);
  const marks = [
    ...hidden.cells.map((row, index) => [...row, hidden.rowTotals[index]!]),
    [...hidden.columnTotals, hidden.total],
  ];
  return full.map((row, index) => row.map((value, column) => (marks[index]![column] ? null : value)));
}

type Equation = Map<number, number>;

/** Sums of rows and columns over the unknown: coefficients by the cell's number, the known part under -1. */
function equations(table: readonly (readonly (number | null)[])[]): Equation[] {
  const width = table[0]!.length;
  const last = (index: number, length: number): number => (index === length - 1 ? -1 : 1);
  const equation = (places: readonly (readonly [row: number, column: number, sign: number])[]): Equation => {
    const made: Equation = new Map([[-1, 0]]);
    for (const [row, column, sign] of places) {
      const value = table[row]![column]!;
      if (table[row]![column] === null) made.set(row * width + column, sign);
      else made.set(-1, made.get(-1)! + sign * value);
    }
    return made;
  };
  return [
    ...table.map((row, index) => equation(row.map((_, column) => [index, column, last(column, width)] as const))),
    ...table[0]!.map((_, column) =>
      equation(table.map((_row, index) => [index, column, last(index, table.length)] as const)),
    ),
  ];
}

/** Attack by algebra: elimination; an unknown that stands alone is solved. */
function solvedByElimination(table: readonly (readonly (number | null)[])[]): Set<number> {
  const rows = equations(table).map((one) => new Map(one));
  const pivots = new Set<Equation>();
  const unknown = [...new Set(rows.flatMap((row) => [...row.keys()].filter((key) => key >= 0)))];
  for (const key of unknown) {
    const pivot = rows.find((row) => !pivots.has(row) && Math.abs(row.get(key) ?? 0) > 1e-9);
    if (pivot === undefined) continue;
    pivots.add(pivot);
    for (const row of rows) {
      const factor = (row.get(key) ?? 0) / pivot.get(key)!;
      if (row === pivot || factor === 0) continue;
      for (const [other, value] of pivot) row.set(other, (row.get(other) ?? 0) - factor * value);
    }
  }
  const alone = rows.map((row) => [...row].filter(([key, value]) => key >= 0 && Math.abs(value) > 1e-9));
  return new Set(alone.filter((terms) => terms.length === 1).map(([term]) => term![0]));
}

/** Attack by bounds: no count is negative; what the sums leave between is narrowed until nothing moves. */
function solvedByBounds(table: readonly (readonly (number | null)[])[]): Set<number> {
  const sums = equations(table);
  const keys = [...new Set(sums.flatMap((one) => [...one.keys()].filter((key) => key >= 0)))];
  const low = new Map(keys.map((key) => [key, 0]));
  const high = new Map(keys.map((key) => [key, 1e9]));
  for (let moved = true; moved; ) {
    moved = false;
    for (const one of sums)
      for (const [key, sign] of one) {
        if (key < 0) continue;
        // sign * x = -(known) - others
        let least = -one.get(-1)!;
        let most = -one.get(-1)!;
        for (const [other, weight] of one) {
          if (other < 0 || other === key) continue;
          least -= weight > 0 ? high.get(other)! : -low.get(other)!;
          most -= weight > 0 ? low.get(other)! : -high.get(other)!;
        }
        const [from, to] = sign > 0 ? [least, most] : [-most, -least];
        if (from > low.get(key)!) [moved] = [true, low.set(key, from)];
        if (to < high.get(key)!) [moved] = [true, high.set(key, to)];
      }
  }
  return new Set(keys.filter((key) => low.get(key) === high.get(key)));
}

/** Attack by trying everything: all tables of counts that fit what is published, up to a bound. */
function valuesThatFit(table: readonly (readonly (number | null)[])[], most: number): Map<number, Set<number>> {
  const height = table.length - 1;
  const width = table[0]!.length - 1;
  const fits = new Map<number, Set<number>>();
  const inner: number[] = [];
  const rowFits = (row: number): boolean => {
    const total = table[row]![width]!;
    return table[row]![width] === null || sum(inner.slice(row * width, (row + 1) * width)) === total;
  };
  const note = (): void => {
    const columns = Array.from({ length: width }, (_, column) =>
      sum(Array.from({ length: height }, (_row, row) => inner[row * width + column]!)),
    );
    if (columns.some((value, column) => table[height]![column] !== null && table[height]![column] !== value)) return;
    if (table[height]![width] !== null && table[height]![width] !== sum(inner)) return;
    inner.forEach((value, index) => {
      const key = Math.floor(index / width) * (width + 1) + (index % width);
      fits.set(key, (fits.get(key) ?? new Set()).add(value));
    });
  };
  const go = (index: number): void => {
    if (index === height * width) return note();
    const known = table[Math.floor(index / width)]![index % width]!;
    const tried = table[Math.floor(index / width)]![index % width] === null ? [...Array(most + 1).keys()] : [known];
    for (const value of tried) {
      inner[index] = value;
      if ((index + 1) % width !== 0 || rowFits(Math.floor(index / width))) go(index + 1);
    }
    inner.length = index;
  };
  go(0);
  return fits;
}

function randomTable(next: () => number, most: { rows: number; columns: number; value: number }): number[][] {
  const rows = 1 + Math.floor(next() * most.rows);
  const columns = 1 + Math.floor(next() * most.columns);
  const zeros = next();
  const cell = (): number => (next() < zeros ? 0 : Math.floor(next() ** 2 * (most.value + 1)));
  return Array.from({ length: rows }, () => Array.from({ length: columns }, cell));
}

const small = (value: number): boolean => value === 1 || value === 2;

describe('what is left out', () => {
  it('leaves a table without small counts as it is, zeros among them', () => {
    const hidden = hiddenCells([
      [5, 0],
      [3, 9],
    ]);
    expect(hidden).toEqual({
      cells: [
        [false, false],
        [false, false],
      ],
      rowTotals: [false, false],
      columnTotals: [false, false],
      total: false,
    });
  });

  it('takes the smallest other count of a list along, never a second time what is enough', () => {
    const hidden = hiddenCells([[1], [14], [4], [0]]);
    expect(hidden.cells.flat()).toEqual([true, false, true, false]);
    expect(hidden.rowTotals).toEqual([true, false, true, false]);
    expect(hidden.total).toBe(false);
    expect(hiddenCells([[1], [2], [8]]).cells.flat()).toEqual([true, true, false]);
  });

  it('closes a rectangle in a table with totals', () => {
    const hidden = hiddenCells([
      [1, 20, 30],
      [5, 20, 30],
      [40, 20, 30],
    ]);
    expect(hidden.cells).toEqual([
      [true, true, false],
      [true, true, false],
      [false, false, false],
    ]);
    expect([...hidden.rowTotals, ...hidden.columnTotals, hidden.total]).not.toContain(true);
  });

  it('leaves out a whole total that is small, and keeps totals of rows that are known anyway', () => {
    expect(hiddenCells([[1], [1], [0]]).total).toBe(true);
    const staff = hiddenCells([[1, 1]], { knownRowTotals: true });
    expect(staff).toMatchObject({ cells: [[true, true]], rowTotals: [false], columnTotals: [true, true] });
    expect(() => hiddenCells([[2]], { knownRowTotals: true })).toThrow('totals');
  });
});

describe('attacks on random tables', () => {
  it('algebra and bounds solve no small count', () => {
    const next = random(20_241_021);
    let attacked = 0;
    for (let round = 0; round < 1_500; round += 1) {
      const cells = randomTable(next, { rows: 9, columns: 6, value: 12 });
      const knownRowTotals = round % 3 === 0 && cells[0]!.length > 1;
      const hidden = hiddenCells(cells, { knownRowTotals });
      const table = published(cells, hidden);
      const solved = new Set([...solvedByElimination(table), ...solvedByBounds(table)]);
      const width = table[0]!.length;
      const whole = published(cells, {
        cells: cells.map((row) => row.map(() => false)),
        rowTotals: cells.map(() => false),
        columnTotals: cells[0]!.map(() => false),
        total: false,
      });
      whole.forEach((row, index) =>
        row.forEach((value, column) => {
          const known = knownRowTotals && column === width - 1;
          if (!small(value!) || known) return;
          attacked += 1;
          expect(table[index]![column]).toBeNull();
          expect(solved.has(index * width + column), JSON.stringify(cells)).toBe(false);
        }),
      );
    }
    expect(attacked).toBeGreaterThan(3_000);
  });

  it('trying every table that fits leaves at least two values for each small count', () => {
    const next = random(7);
    for (let round = 0; round < 250; round += 1) {
      const cells = randomTable(next, { rows: 3, columns: 3, value: 5 });
      const table = published(cells, hiddenCells(cells));
      if (table.flat().filter((value) => value === null).length > 9) continue;
      const fits = valuesThatFit(table, 7);
      cells.forEach((row, index) =>
        row.forEach((value, column) => {
          if (small(value))
            expect(fits.get(index * (row.length + 1) + column)?.size, JSON.stringify(cells)).toBeGreaterThan(1);
        }),
      );
    }
  });

  it('the attacks are real: with the small counts alone left out they succeed', () => {
    const cells = [
      [1, 20, 30],
      [5, 20, 30],
    ];
    const naive = published(cells, {
      cells: [
        [true, false, false],
        [false, false, false],
      ],
      rowTotals: [false, false],
      columnTotals: [false, false, false],
      total: false,
    });
    expect(solvedByElimination(naive).has(0)).toBe(true);
    expect(solvedByBounds(naive).has(0)).toBe(true);
    expect(valuesThatFit(naive, 7).get(0)).toEqual(new Set([1]));
  });
});
