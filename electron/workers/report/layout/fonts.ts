/// <reference path="../pdf/fontkit.d.ts" />
/** The faces of the report, opened once for both passes. */
import { create } from 'fontkit';
import type { OpenFont } from '../pdf/pdfkit-base.ts';
import { cleanText, splitByFont, visible } from '../pdf/text-cleaning.ts';
import type { Face, TextStyle } from './style.ts';

/** A stretch of text in one face, with its width in points. */
export interface SetRun {
  readonly face: Face;
  readonly text: string;
  readonly width: number;
}

export class FontSet {
  readonly #fonts: Readonly<Record<Face, OpenFont>>;
  readonly #chains: Readonly<Record<Face, readonly (readonly [Face, OpenFont])[]>>;
  readonly #widths = new Map<string, number>();
  readonly #describe: (character: string) => string;

  /** `symbols`: words for characters without a glyph, by code point in hexadecimal. */
  constructor(files: Readonly<Record<Face, Uint8Array>>, symbols: Readonly<Record<string, string>> = {}) {
    this.#describe = (character) => {
      const words = symbols[(character.codePointAt(0) ?? 0).toString(16).toUpperCase()];
      return words === undefined ? visible(character) : `[${words}]`;
    };
    const faces: readonly Face[] = ['regular', 'bold', 'italic', 'mono', 'mono-bold', 'fallback'];
    const open = (face: Face): OpenFont => create(files[face]);
    const fonts = Object.fromEntries(faces.map((face) => [face, open(face)]));
    this.#fonts = fonts as Record<Face, OpenFont>; // every face was just opened
    const chain = (face: Face): readonly (readonly [Face, OpenFont])[] =>
      face.startsWith('mono')
        ? [
            [face, this.#fonts[face]],
            ['regular', this.#fonts.regular],
            ['fallback', this.#fonts.fallback],
          ]
        : [
            [face, this.#fonts[face]],
            ['fallback', this.#fonts.fallback],
          ];
    this.#chains = Object.fromEntries(faces.map((face) => [face, chain(face)])) as Record<
      Face,
      ReturnType<typeof chain>
    >;
  }

  get faces(): readonly (readonly [Face, OpenFont])[] {
    return Object.entries(this.#fonts) as [Face, OpenFont][]; // the record's keys are the faces
  }

  face(face: Face): OpenFont {
    return this.#fonts[face];
  }

  /** Cleans text and splits it into runs that have all their glyphs. */
  runs(text: string, style: TextStyle): SetRun[] {
    return splitByFont(cleanText(text), this.#chains[style.face], this.#describe).map(({ font, text: part }) => ({
      face: font,
      text: part,
      width: this.width(part, font, style.size),
    }));
  }

  /** Width in points of text that has all its glyphs in this face. */
  width(text: string, face: Face, size: number): number {
    // pdfkit sets a text word by word, each with its space; measured the same way, lines end where they are drawn.
    let units = 0;
    for (const word of text.match(/[^ ]*(?: |$)/g) ?? []) units += this.#wordWidth(word, face);
    return (units * size) / this.#fonts[face].unitsPerEm;
  }

  /** Height above the baseline, in points. */
  ascent(face: Face, size: number): number {
    return (this.#fonts[face].ascent * size) / this.#fonts[face].unitsPerEm;
  }

  #wordWidth(word: string, face: Face): number {
    if (word === '') return 0;
    const key = `${face}\n${word}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    const width = this.#fonts[face].layout(word).advanceWidth;
    if (this.#widths.size > 20_000) this.#widths.clear();
    this.#widths.set(key, width);
    return width;
  }
}
