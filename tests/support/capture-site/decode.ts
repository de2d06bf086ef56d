/** Reads a captured page back: the code of every line of its joined picture. */
import { codesInLine } from '../../../scripts/demo/row-codes.ts';
import { FIRST_MARK } from './page.ts';

/** A code over lines that follow each other without another between them. */
export interface Run {
  readonly code: number;
  readonly top: number;
  readonly lines: number;
}

export interface ReadPicture {
  readonly width: number;
  readonly height: number;
  /** The page's own rows in order. */
  readonly rows: readonly Run[];
  readonly marks: readonly Run[];
  /** Lines in which two rows are seen at once. */
  readonly doubled: readonly number[];
}

/** Takes the rows of a picture from the top, three bytes a pixel. */
export class RowReader {
  readonly #width: number;
  readonly #line: Uint8Array;
  readonly #rows: MutableRun[] = [];
  readonly #marks = new Map<number, MutableRun[]>();
  readonly #doubled: number[] = [];
  #height = 0;

  constructor(width: number) {
    this.#width = width;
    this.#line = new Uint8Array(width * 4).fill(255);
  }

  take(rgb: Uint8Array): void {
    for (let x = 0; x < this.#width; x += 1) this.#line.set(rgb.subarray(x * 3, x * 3 + 3), x * 4);
    this.#note(codesInLine(this.#line, this.#width), this.#height);
    this.#height += 1;
  }

  #note(found: readonly { readonly code: number }[], y: number): void {
    const rows = found.filter(({ code }) => code < FIRST_MARK);
    if (rows.length > 1) this.#doubled.push(y);
    for (const { code } of rows) extend(this.#rows, code, y);
    for (const { code } of found) {
      if (code < FIRST_MARK) continue;
      const runs = this.#marks.get(code) ?? [];
      this.#marks.set(code, runs);
      extend(runs, code, y);
    }
  }

  result(): ReadPicture {
    const marks = [...this.#marks.values()].flat();
    return { width: this.#width, height: this.#height, rows: this.#rows, marks, doubled: this.#doubled };
  }
}

type MutableRun = { -readonly [Key in keyof Run]: Run[Key] };

function extend(runs: MutableRun[], code: number, y: number): void {
  const last = runs.at(-1);
  if (last !== undefined && last.code === code && last.top + last.lines === y) last.lines += 1;
  else runs.push({ code, top: y, lines: 1 });
}
