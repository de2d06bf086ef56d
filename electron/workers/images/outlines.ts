/** Outlines painted into rows of RGB, one row at a time, so that a picture of any height is drawn in the memory of a row. */
import type { PixelPoint } from '#shared/domain/evidence/working-copy.ts';

export interface Outline {
  /** Closed lines, each from its last point back to its first; pixels of the picture, fractions allowed. */
  readonly contours: readonly (readonly PixelPoint[])[];
  readonly colour: readonly [red: number, green: number, blue: number];
  /** Whether holes are where contours lie in each other (evenodd) or where they run against each other (nonzero). */
  readonly rule: 'nonzero' | 'evenodd';
  /** `over` covers; `multiply` tints as a marker pen does: black stays black. */
  readonly blend: 'over' | 'multiply';
}

/** Samples a row is looked at; edges are softened by so many steps. */
const SAMPLES = 4;

interface Edge {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** Change of x for each row. */
  readonly slope: number;
  readonly winding: 1 | -1;
}

/** Paints outlines over rows, in the order in which they were given. */
export class OutlinePainter {
  readonly #shapes: readonly { outline: Outline; edges: readonly Edge[]; top: number; bottom: number }[];
  readonly #coverage: Float32Array;

  /** `width` of the rows in pixels. */
  constructor(outlines: readonly Outline[], width: number) {
    this.#coverage = new Float32Array(width);
    this.#shapes = outlines.map((outline) => {
      const edges = outline.contours.flatMap(edgesOf);
      return {
        outline,
        edges,
        top: edges.reduce((least, edge) => Math.min(least, edge.top), Infinity),
        bottom: edges.reduce((most, edge) => Math.max(most, edge.bottom), -Infinity),
      };
    });
  }

  /** Paints what lies on row `y` into it (RGB, 8 bits). */
  paint(row: Buffer, y: number): void {
    for (const { outline, edges, top, bottom } of this.#shapes) {
      if (bottom <= y || top >= y + 1) continue;
      this.#coverage.fill(0);
      for (let sample = 0; sample < SAMPLES; sample += 1)
        this.#sample(edges, outline.rule, y + (sample + 0.5) / SAMPLES);
      blendRow(row, this.#coverage, outline);
    }
  }

  #sample(edges: readonly Edge[], rule: Outline['rule'], y: number): void {
    const crossings = edges
      .filter((edge) => edge.top <= y && y < edge.bottom)
      .map((edge) => ({ x: edge.x + (y - edge.top) * edge.slope, winding: edge.winding }))
      .sort((one, other) => one.x - other.x);
    let winding = 0;
    crossings.forEach((crossing, index) => {
      winding += rule === 'nonzero' ? crossing.winding : 1;
      const inside = rule === 'nonzero' ? winding !== 0 : winding % 2 === 1;
      const next = crossings[index + 1];
      if (inside && next) this.#span(crossing.x, next.x);
    });
  }

  /** Adds one sample's share of what lies between two places of the row, pixels at the ends in part. */
  #span(from: number, to: number): void {
    const left = Math.max(0, from);
    const right = Math.min(this.#coverage.length, to);
    for (let x = Math.floor(left); x < right; x += 1) {
      const share = Math.min(x + 1, right) - Math.max(x, left);
      this.#coverage[x] = (this.#coverage[x] ?? 0) + share / SAMPLES;
    }
  }
}

function edgesOf(contour: readonly PixelPoint[]): Edge[] {
  const edges: Edge[] = [];
  contour.forEach((from, index) => {
    const to = contour[(index + 1) % contour.length] ?? from;
    if (from.y === to.y) return;
    const [upper, lower, winding] = from.y < to.y ? ([from, to, 1] as const) : ([to, from, -1] as const);
    const slope = (lower.x - upper.x) / (lower.y - upper.y);
    edges.push({ x: upper.x, top: upper.y, bottom: lower.y, slope, winding });
  });
  return edges;
}

function blendRow(row: Buffer, coverage: Float32Array, { colour, blend }: Outline): void {
  for (let x = 0; x < coverage.length; x += 1) {
    const share = Math.min(1, coverage[x] ?? 0);
    if (share === 0) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      const at = x * 3 + channel;
      const under = row[at] ?? 0;
      const paint = colour[channel] ?? 0;
      const full = blend === 'over' ? paint : (under * paint) / 255;
      row[at] = Math.round(under + (full - under) * share);
    }
  }
}
