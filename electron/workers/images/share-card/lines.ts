/** Breaks a text into lines that fit a width, by the measure of the letters that draw it. */
import type { MarkLetters } from '../mark-letters.ts';

/** Widths of words in heights of their letters, measured once. */
export class WordMeasure {
  readonly #letters: MarkLetters;
  readonly #known = new Map<string, number>();

  constructor(letters: MarkLetters) {
    this.#letters = letters;
  }

  /** Of a whole line or a word. */
  of(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const advance = this.#letters.advance(text);
    this.#known.set(text, advance);
    return advance;
  }

  /** Lines of at most `width` letter heights, broken at spaces that may be broken; a word that is longer than a line is cut. */
  wrap(text: string, width: number): string[] {
    const lines: string[] = [];
    const space = this.of(' ');
    let line = '';
    let used = 0;
    for (const word of text
      .split(/[ \n\t]+/)
      .filter((part) => part !== '')
      .flatMap((part) => this.#pieces(part, width))) {
      const long = this.of(word);
      if (line !== '' && used + space + long > width) {
        lines.push(line);
        line = '';
        used = 0;
      }
      used += line === '' ? long : space + long;
      line = line === '' ? word : `${line} ${word}`;
    }
    return line === '' ? lines : [...lines, line];
  }

  #pieces(word: string, width: number): string[] {
    if (this.of(word) <= width) return [word];
    const pieces: string[] = [];
    let piece = '';
    for (const letter of word) {
      if (piece !== '' && this.#letters.advance(piece + letter) > width) {
        pieces.push(piece);
        piece = '';
      }
      piece += letter;
    }
    return [...pieces, piece];
  }
}
