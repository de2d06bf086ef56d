/**
 * Lays a card out: a band with the heading, the stamp, the claim, the facts, sources, and the office at the foot. The letters are
 * as large as the picture allows; what does not fit at the least size is refused, never cut.
 */
import type { ShareCard } from '#shared/contract/share-card.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { WordMeasure } from './lines.ts';

export type Colour = readonly [red: number, green: number, blue: number];
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Line {
  readonly text: string;
  readonly x: number;
  /** Top of the line; its letters stand in a box of their own size below it. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: Colour;
}
export interface CardLayout {
  readonly scale: number;
  readonly boxes: readonly (Box & { readonly colour: Colour })[];
  readonly lines: readonly Line[];
  /** Where the emblem goes; null without one. */
  readonly emblem: Box | null;
  /** Rows that no section uses. */
  readonly free: number;
}
export interface Measures {
  readonly regular: WordMeasure;
  readonly bold: WordMeasure;
}

const TEAL: Colour = [15, 92, 92];
const INK: Colour = [32, 30, 27];
const QUIET: Colour = [92, 87, 80];
const RULE: Colour = [214, 208, 199];
const WHITE: Colour = [255, 255, 255];
const TONES: Readonly<Record<ShareCard['tone'], Colour>> = {
  hoax: [163, 42, 30],
  true: [31, 107, 58],
  open: [138, 90, 0],
};

/** Sizes of letters at scale 1, pixels. */
const SIZES = { heading: 64, reference: 28, stamp: 72, kind: 34, label: 28, text: 38, small: 26 } as const;
const LEADING = 1.32;
const STEP = 0.02;

/** HOAX_CARD_TOO_LONG when it does not fit at the least scale. */
export function layoutCard(card: ShareCard, measures: Measures): CardLayout {
  for (let scale = card.scale.most; scale >= card.scale.least - 1e-9; scale -= STEP) {
    const laid = new CardPage(card, measures, scale).lay();
    if (laid !== null) return laid;
  }
  throw new AppError('HOAX_CARD_TOO_LONG', { width: card.width, height: card.height });
}

/** One try, at one scale. */
class CardPage {
  readonly #card: ShareCard;
  readonly #measures: Measures;
  readonly #scale: number;
  readonly #margin: number;
  readonly #boxes: (Box & { colour: Colour })[] = [];
  readonly #lines: Line[] = [];

  constructor(card: ShareCard, measures: Measures, scale: number) {
    this.#card = card;
    this.#measures = measures;
    this.#scale = scale;
    this.#margin = Math.round(Math.min(card.width, card.height) * 0.062);
  }

  /** Null when it does not fit. */
  lay(): CardLayout | null {
    const { emblem, top: footTop } = this.#foot();
    const bandBottom = this.#band();
    const sections = [() => this.#stamp(0), ...this.#texts()];
    // Measured first at the top of the page, then moved to where there is room.
    const heights = sections.map((section) => this.#heightOf(section));
    const least = this.#gap();
    const room = footTop - bandBottom - heights.reduce((sum, height) => sum + height, 0);
    const free = Math.floor(room - least * (sections.length + 1));
    if (free < 0) return null;
    const gap = least + Math.min(free / (sections.length + 1), least);
    let y = bandBottom + gap;
    sections.forEach((section, index) => {
      this.#place(section, y);
      y += (heights[index] ?? 0) + gap;
    });
    return this.#inside() ? { scale: this.#scale, boxes: this.#boxes, lines: this.#lines, emblem, free } : null;
  }

  /** Whether every line ends before the margin: what stands on one line (heading, stamp) is not broken. */
  #inside(): boolean {
    const edge = this.#card.width - this.#margin + 1;
    return this.#lines.every(({ text, x, size, bold }) => {
      const measure = bold ? this.#measures.bold : this.#measures.regular;
      return x >= this.#margin - 1 && x + measure.of(text) * size <= edge;
    });
  }

  #gap(): number {
    return 26 * this.#scale;
  }

  #size(of: keyof typeof SIZES): number {
    return SIZES[of] * this.#scale;
  }

  get #width(): number {
    return this.#card.width - 2 * this.#margin;
  }

  /** The heading's band, down to where programs stop covering it. Its lower edge. */
  #band(): number {
    const card = this.#card;
    const size = this.#size('heading');
    const height = card.covered.top + size * 2;
    this.#boxes.push({ x: 0, y: 0, width: card.width, height, colour: TEAL });
    const y = card.covered.top + size / 2;
    this.#line(card.heading, { x: this.#margin, y, size, bold: true, colour: WHITE });
    const small = this.#size('reference');
    const width = this.#measures.regular.of(card.reference) * small;
    const x = card.width - this.#margin - width;
    this.#line(card.reference, { x, y: y + size - small * 1.15, size: small, bold: false, colour: WHITE });
    return height;
  }

  /** The stamp with the kind beside it, or below it where there is no room beside. Its height. */
  #stamp(top: number): number {
    const { stamp, kind, tone } = this.#card;
    const size = this.#size('stamp');
    const padding = size * 0.32;
    const width = this.#measures.bold.of(stamp) * size + 2 * padding;
    const height = size + 2 * padding * 0.7;
    this.#boxes.push({ x: this.#margin, y: top, width, height, colour: TONES[tone] });
    // Capitals stand in the upper part of a line.
    const y = top + padding * 0.7 - size * 0.045;
    this.#line(stamp, { x: this.#margin + padding, y, size, bold: true, colour: WHITE });
    if (kind === '') return height;
    const small = this.#size('kind');
    const beside = this.#measures.bold.of(kind) * small + small <= this.#width - width;
    const at = beside
      ? { x: this.#margin + width + small, y: top + (height - small * LEADING) / 2 }
      : { x: this.#margin, y: top + height + small * 0.4 };
    this.#line(kind, { ...at, size: small, bold: true, colour: TONES[tone] });
    return beside ? height : height + small * (0.4 + LEADING);
  }

  /** Claim, facts, advice and sources, each from the top of the page. */
  #texts(): (() => number)[] {
    const card = this.#card;
    const text = this.#size('text');
    const labelled = (label: string, colour: Colour, body: () => number) => () => {
      const size = this.#size('label');
      this.#line(label, { x: this.#margin, y: 0, size, bold: true, colour });
      return size * LEADING * 1.1 + this.#moved(size * LEADING * 1.1, body);
    };
    const bar = 10 * this.#scale;
    const claim = () => {
      const height = this.#paragraph(card.claim, { indent: bar * 3, size: text, bold: false, colour: QUIET });
      this.#boxes.push({ x: this.#margin, y: 0, width: bar, height, colour: TONES[card.tone] });
      return height;
    };
    const facts = () => this.#paragraph(card.facts, { indent: 0, size: text, bold: false, colour: INK });
    const small = this.#size('small');
    const sources = () =>
      card.sources.reduce(
        (y, source) =>
          y + this.#moved(y, () => this.#paragraph(source, { indent: 0, size: small, bold: false, colour: QUIET })),
        0,
      );
    return [
      labelled(card.claimLabel, QUIET, claim),
      labelled(card.factsLabel, TEAL, facts),
      ...(card.advice === ''
        ? []
        : [() => this.#paragraph(card.advice, { indent: 0, size: text * 0.9, bold: true, colour: INK })]),
      ...(card.sources.length === 0 ? [] : [labelled(card.sourcesLabel, QUIET, sources)]),
    ];
  }

  /** The office, with where to check and report, at the foot. Where it begins, and where the emblem goes. */
  #foot(): { readonly top: number; readonly emblem: Box | null } {
    const card = this.#card;
    const side = card.emblem ? 104 * this.#scale : 0;
    const indent = card.emblem ? side + 24 * this.#scale : 0;
    const small = this.#size('small');
    const words = () => {
      let y = 0;
      card.office.forEach((line, index) => {
        y += this.#moved(y, () =>
          this.#paragraph(line, { indent, size: small * (index === 0 ? 1.1 : 1), bold: index === 0, colour: INK }),
        );
      });
      if (card.check === '') return y;
      const line = `${card.checkLabel} ${card.check}`;
      return y + this.#moved(y, () => this.#paragraph(line, { indent, size: small, bold: false, colour: QUIET }));
    };
    const height = Math.max(this.#heightOf(words), side);
    const bottom = card.height - card.covered.bottom - this.#margin * 0.7;
    const top = bottom - height;
    this.#place(words, top);
    const rule = top - this.#gap() * 0.8;
    this.#boxes.push({ x: this.#margin, y: rule, width: this.#width, height: 2, colour: RULE });
    return { top: rule, emblem: card.emblem ? { x: this.#margin, y: top, width: side, height: side } : null };
  }

  /** Height of its lines. */
  #paragraph(
    text: string,
    look: { readonly indent: number; readonly size: number; readonly bold: boolean; readonly colour: Colour },
  ): number {
    const { indent, size, ...rest } = look;
    const measure = look.bold ? this.#measures.bold : this.#measures.regular;
    const lines = measure.wrap(text, (this.#width - indent) / size);
    lines.forEach((line, index) =>
      this.#line(line, { x: this.#margin + indent, y: index * size * LEADING, size, ...rest }),
    );
    return lines.length * size * LEADING;
  }

  #line(text: string, look: Omit<Line, 'text'>): void {
    this.#lines.push({ text, ...look });
  }

  /** What a section drew at the top, moved down by `y`; its height. */
  #moved(y: number, section: () => number): number {
    const [lines, boxes] = [this.#lines.length, this.#boxes.length];
    const height = section();
    for (let at = lines; at < this.#lines.length; at += 1) this.#lines[at] = down(this.#lines[at], y);
    for (let at = boxes; at < this.#boxes.length; at += 1) this.#boxes[at] = down(this.#boxes[at], y);
    return height;
  }

  #place(section: () => number, y: number): void {
    this.#moved(y, section);
  }

  /** Without leaving anything on the page. */
  #heightOf(section: () => number): number {
    const [lines, boxes] = [this.#lines.length, this.#boxes.length];
    const height = section();
    this.#lines.length = lines;
    this.#boxes.length = boxes;
    return height;
  }
}

function down<Item extends { readonly y: number }>(item: Item | undefined, by: number): Item {
  if (item === undefined) throw new Error('nothing was drawn here');
  return { ...item, y: item.y + by };
}
