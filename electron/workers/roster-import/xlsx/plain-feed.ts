/**
 * Keeps the elements that fill a part from the XML parser as long as they are in plain form, and gives it everything else.
 * The parser sees a part of which plain elements are missing: they change nothing in what it has to check.
 */
import { afterSpaces, CUT_OFF, isSpace } from './plain-markup.ts';

/** Elements of which a part has most (rows, shared texts), taken straight from the text: several times as fast. */
export interface PlainElements {
  /** How each begins: "<" and the name. */
  readonly opening: string;
  /** Whether the part's reader is where such an element may begin. */
  isExpected(): boolean;
  /**
   * Takes the element at a place whole and answers where it ends, or takes nothing of it and answers NOT_PLAIN, or CUT_OFF
   * when the text may have ended too early.
   */
  take(text: string, at: number): number;
}

/** The XML parser, fed piece by piece. */
export interface MarkupParser {
  write(text: string): void;
  /** True when the last piece ended with a tag, and elements without prefix are read and are the part's own. */
  isBetweenElements(): boolean;
  end(): void;
}

/** Characters that an element may have to be waited for; longer ones go to the parser as they come. */
const LONGEST = 256 * 1024;

/** Feeds a part's text. */
export class PlainFeed {
  readonly #parser: MarkupParser;
  readonly #elements: PlainElements;
  /** Text that was neither taken nor written yet: an element that is cut off. */
  #rest = '';

  constructor(parser: MarkupParser, elements: PlainElements) {
    this.#parser = parser;
    this.#elements = elements;
  }

  write(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    this.#rest = '';
    let at = 0;
    while (at < text.length) {
      const next = this.#takeElements(text, at);
      if (next === CUT_OFF) return;
      at = this.#writeToNext(text, next);
    }
  }

  end(): void {
    if (this.#rest !== '') this.#parser.write(this.#rest);
    this.#rest = '';
    this.#parser.end();
  }

  /** Where the first thing stands that is no plain element; CUT_OFF when it has to wait for more text. */
  #takeElements(text: string, from: number): number {
    const { opening } = this.#elements;
    let at = from;
    if (!this.#parser.isBetweenElements() || !this.#elements.isExpected()) return at;
    for (;;) {
      const start = afterSpaces(text, at);
      if (!text.startsWith(opening, start)) return at;
      const end = this.#elements.take(text, start);
      if (end === CUT_OFF && text.length - start < LONGEST) {
        this.#rest = text.slice(start);
        return CUT_OFF;
      }
      if (end < 0) return at;
      at = end;
    }
  }

  /** Writes to the parser up to where the next element may begin, or all; answers where it stopped. */
  #writeToNext(text: string, from: number): number {
    const { opening } = this.#elements;
    // What stands here was not taken: the search begins behind it.
    const found = text.indexOf(opening, afterSpaces(text, from) + 1);
    const end = found === -1 ? text.length : behindTag(text, from, found);
    this.#parser.write(text.slice(from, end));
    return end;
  }
}

/** Where the tag before `next` ends, when there are only spaces between the two; else `next` itself. */
function behindTag(text: string, from: number, next: number): number {
  let end = next;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return end > from && text[end - 1] === '>' ? end : next;
}
