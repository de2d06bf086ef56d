/**
 * Which cells of a table of counts a public recap leaves out, so that no small count can be read or computed.
 *
 * A count of 1 or 2 is left out (a 0 stands: nobody is behind it). A cell left out alone could be computed from the total of
 * its row or column, so further cells are left out with it. Whether a cell can be computed is decided exactly: with its
 * totals a table is a network between rows and columns, and the unknown cells can take other values that fit everything
 * published (and are not negative) precisely where they close a cycle along which counts can be moved.
 */

/** Counts under it are left out. */
export const SMALLEST_SHOWN = 3;

/** True where a count is left out. Totals that are not printed are told all the same. */
export interface HiddenCells {
  readonly cells: readonly (readonly boolean[])[];
  readonly rowTotals: readonly boolean[];
  readonly columnTotals: readonly boolean[];
  readonly total: boolean;
}

export interface SuppressionOptions {
  /** The totals of the rows are known anyway (how many staff a unit has): never left out, however small. */
  readonly knownRowTotals?: boolean;
}

/**
 * The whole total is left out only when it is small itself, so that tables of the same things agree about it and cannot be
 * played off against each other. Every row has the same number of cells, at least one.
 */
export function hiddenCells(cells: readonly (readonly number[])[], options: SuppressionOptions = {}): HiddenCells {
  const table = new Network(cells, options.knownRowTotals === true);
  for (const edge of table.edges)
    if (edge.hidden && edge.small) for (const partner of table.cheapestCycle(edge)) partner.hidden = true;
  const at = (row: number, column: number): boolean => table.edge(row, column).hidden;
  const rows = [...cells.keys()];
  const columns = [...table.columnKeys];
  return {
    cells: rows.map((row) => columns.map((column) => at(row, column))),
    rowTotals: rows.map((row) => at(row, columns.length)),
    columnTotals: columns.map((column) => at(rows.length, column)),
    total: at(rows.length, columns.length),
  };
}

/** One count, between the node of its row and the node of its column. */
interface Edge {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** The totals stand on the other side of the sum: what is moved there counts the other way round. */
  readonly sign: 1 | -1;
  readonly small: boolean;
  /** Published whatever happens. */
  readonly fixed: boolean;
  hidden: boolean;
}

interface Step {
  readonly before: number;
  readonly by: Edge;
}
interface Way {
  readonly cost: number;
  readonly edges: readonly Edge[];
}

/** Cells and totals; the totals of the rows are one more column, those of the columns one more row. */
class Network {
  readonly edges: Edge[] = [];
  readonly columnKeys: readonly number[];
  readonly #rows: number;
  readonly #columns: number;

  constructor(cells: readonly (readonly number[])[], knownRowTotals: boolean) {
    this.#rows = cells.length;
    this.#columns = cells[0]?.length ?? 0;
    this.columnKeys = Array.from({ length: this.#columns }, (_, column) => column);
    const rowTotals = cells.map((row) => sum(row));
    const columnTotals = this.columnKeys.map((column) => sum(cells.map((row) => row[column] ?? 0)));
    const full = [...cells.map((row, index) => [...row, rowTotals[index] ?? 0]), [...columnTotals, sum(rowTotals)]];
    full.forEach((row, index) =>
      row.forEach((value, column) => {
        const ofRow = column === this.#columns;
        const ofColumn = index === this.#rows;
        const known = knownRowTotals && ofRow;
        const small = value > 0 && value < SMALLEST_SHOWN && !known;
        this.edges.push({
          row: index,
          column,
          value,
          sign: ofRow === ofColumn ? 1 : -1,
          small,
          fixed: known || (ofRow && ofColumn),
          hidden: small,
        });
      }),
    );
  }

  edge(row: number, column: number): Edge {
    const found = this.edges[row * (this.#columns + 1) + column];
    if (found === undefined) throw new Error('no such cell');
    return found;
  }

  /** The cells that must be unknown besides it so that its count can be another one. */
  cheapestCycle(edge: Edge): readonly Edge[] {
    const row = edge.row;
    const column = this.#rows + 1 + edge.column;
    const there = this.#path(column, row, edge);
    const back = this.#path(row, column, edge);
    // A count can be lower only where there is something to take away.
    const [more, less] = edge.sign === 1 ? [there, back] : [back, there];
    const ways = edge.value > 0 ? [more, less] : [more];
    const [best] = ways.filter((way) => way !== null).sort((one, other) => one.cost - other.cost);
    if (best === undefined) throw new Error('a small count stands between totals that are all known');
    return best.edges;
  }

  /** Dijkstra over rows (0 …) and columns (after them). */
  #path(from: number, to: number, without: Edge): Way | null {
    const steps = new Map<number, Step>();
    const costs = new Map<number, number>([[from, 0]]);
    const done = new Set<number>();
    for (;;) {
      const next = cheapest(costs, done);
      if (next === null) return null;
      if (next === to) return { cost: costs.get(to) ?? 0, edges: trace(steps, from, to) };
      done.add(next);
      for (const by of this.#waysFrom(next, without)) {
        const node = next <= this.#rows ? this.#rows + 1 + by.column : by.row;
        const cost = (costs.get(next) ?? 0) + this.#costOf(by);
        if (cost >= (costs.get(node) ?? Infinity)) continue;
        costs.set(node, cost);
        steps.set(node, { before: next, by });
      }
    }
  }

  /** From a row to a column a count grows, back to a row one shrinks (totals the other way round); nothing falls below zero. */
  #waysFrom(node: number, without: Edge): Edge[] {
    const isRow = node <= this.#rows;
    return this.edges.filter((by) => {
      if (by === without || (by.fixed && !by.hidden)) return false;
      if (isRow ? by.row !== node : by.column !== node - this.#rows - 1) return false;
      return (by.sign === 1) === isRow || by.value > 0;
    });
  }

  /** As little as possible is lost: what is unknown already, then small counts, then zeros, totals last. */
  #costOf({ hidden, value, row, column }: Edge): number {
    if (hidden) return 0;
    const total = row === this.#rows || column === this.#columns;
    return (value === 0 ? 20 : 1 + Math.log2(1 + value)) * (total ? 8 : 1);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function cheapest(costs: ReadonlyMap<number, number>, done: ReadonlySet<number>): number | null {
  let best: number | null = null;
  for (const [node, cost] of costs)
    if (!done.has(node) && (best === null || cost < (costs.get(best) ?? Infinity))) best = node;
  return best;
}

function trace(steps: ReadonlyMap<number, Step>, from: number, to: number): Edge[] {
  const edges: Edge[] = [];
  for (let node = to; node !== from; ) {
    const step = steps.get(node);
    if (step === undefined) break;
    edges.push(step.by);
    node = step.before;
  }
  return edges;
}
