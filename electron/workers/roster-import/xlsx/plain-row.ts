/** A row of a worksheet in plain form: where in the text its cells and their values stand. */
import { NOT_PLAIN, PlainScanner } from './plain-markup.ts';

const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;
/** Cells of one row; longer rows go to the XML parser. */
const MOST_CELLS = 1024;

/** Numbers that are kept of each cell. */
const REFERENCE = 0;
const REFERENCE_END = 1;
const TYPE = 2;
const TYPE_END = 3;
const STYLE = 4;
const STYLE_END = 5;
const VALUE = 6;
const VALUE_END = 7;
const INLINE = 8;
const INLINE_END = 9;
const FORMULA = 10;
const PLACES = 11;

/** The row that was scanned last. */
export class PlainRow {
  cells = 0;
  /** The row's number as stated, when it is. */
  number: string | undefined;
  readonly #scanner = new PlainScanner();
  readonly #places = new Int32Array(MOST_CELLS * PLACES);

  /** Where the row at this place ends, or NOT_PLAIN or CUT_OFF. */
  scan(text: string, at: number): number {
    const scanner = this.#scanner;
    scanner.begin(text, at);
    this.cells = 0;
    if (!scanner.take('<row') || !scanner.takeTagEnd()) return scanner.failure();
    const number = scanner.attributeStart(LETTER_R);
    this.number = number === -1 ? undefined : text.slice(number, scanner.attributeEnd(number));
    if (scanner.selfClosed) return scanner.at;
    for (;;) {
      scanner.takeSpaces();
      if (scanner.take('</row>')) return scanner.at;
      if (this.cells === MOST_CELLS) return NOT_PLAIN;
      if (!scanner.take('<c') || !this.#takeCell()) return scanner.failure();
    }
  }

  /** Of the cell with this index; undefined where it has none. */
  reference(cell: number): string | undefined {
    return this.#text(cell, REFERENCE, REFERENCE_END);
  }

  type(cell: number): string | undefined {
    return this.#text(cell, TYPE, TYPE_END);
  }

  style(cell: number): string | undefined {
    return this.#text(cell, STYLE, STYLE_END);
  }

  /** Text of `v`. */
  value(cell: number): string | undefined {
    return this.#text(cell, VALUE, VALUE_END);
  }

  /** Text of `is`. */
  inline(cell: number): string | undefined {
    return this.#text(cell, INLINE, INLINE_END);
  }

  hasFormula(cell: number): boolean {
    return this.#place(cell, FORMULA) === 1;
  }

  hasValue(cell: number): boolean {
    return this.#place(cell, VALUE) !== -1 || this.#place(cell, INLINE) !== -1;
  }

  #takeCell(): boolean {
    const scanner = this.#scanner;
    if (!scanner.takeTagEnd()) return false;
    const first = this.cells * PLACES;
    this.#setAttribute(first + REFERENCE, LETTER_R);
    this.#setAttribute(first + TYPE, LETTER_T);
    this.#setAttribute(first + STYLE, LETTER_S);
    this.#places[first + VALUE] = -1;
    this.#places[first + INLINE] = -1;
    this.#places[first + FORMULA] = 0;
    this.cells += 1;
    if (scanner.selfClosed) return true;
    for (;;) {
      scanner.takeSpaces();
      if (scanner.take('</c>')) return true;
      if (!this.#takePart(first)) return false;
    }
  }

  /** A value, a formula or an inline text. A second value is for the parser to refuse. */
  #takePart(first: number): boolean {
    const scanner = this.#scanner;
    if (scanner.take('<v')) return this.#places[first + VALUE] === -1 && this.#takeText('</v>', first + VALUE);
    if (scanner.take('<f')) {
      this.#places[first + FORMULA] = 1;
      return this.#takeText('</f>', -1);
    }
    const isText = this.#places[first + INLINE] === -1 && scanner.take('<is><t');
    return isText && this.#takeText('</t></is>', first + INLINE);
  }

  /** The rest of an element with text; `place` is where to keep what it is, -1 for nowhere. */
  #takeText(closing: string, place: number): boolean {
    const scanner = this.#scanner;
    if (!scanner.takeTagEnd()) return false;
    const start = scanner.at;
    // An inline text ends with two tags: one that closed itself is left to the parser.
    if (scanner.selfClosed ? closing === '</t></is>' : !scanner.takeText()) return false;
    if (place !== -1) {
      this.#places[place] = start;
      this.#places[place + 1] = scanner.at;
    }
    return scanner.selfClosed || scanner.take(closing);
  }

  #setAttribute(place: number, letter: number): void {
    const start = this.#scanner.attributeStart(letter);
    this.#places[place] = start;
    if (start !== -1) this.#places[place + 1] = this.#scanner.attributeEnd(start);
  }

  #text(cell: number, from: number, to: number): string | undefined {
    const start = this.#place(cell, from);
    return start === -1 ? undefined : this.#scanner.text.slice(start, this.#place(cell, to));
  }

  #place(cell: number, which: number): number {
    return this.#places[cell * PLACES + which] ?? -1;
  }
}
