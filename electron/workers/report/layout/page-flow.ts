/**
 * Where on which page the next thing goes, and the structure tree it belongs to. Drawing helpers keep every mark
 * either inside a tagged element or inside an artifact, as PDF/A-3a asks.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArchiveDocument } from '../pdf/archive-document.ts';
import type { StructureElement } from '../pdf/pdfkit-base.ts';
import { oneLine } from '../pdf/text-cleaning.ts';
import type { FontSet } from './fonts.ts';
import { breakIntoLines, heightOf, type Line, type Span } from './paragraph.ts';
import { COLOUR } from './style.ts';

export interface PageShape {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/** Draws what belongs to every page: running head, page number, marks. Called once a page, when it is full. */
export type PageDresser = (flow: PageFlow) => void;

export class PageFlow {
  readonly document: ArchiveDocument;
  readonly fonts: FontSet;
  readonly standard: PageShape;
  /** Measures only: nothing is drawn, no element is made. The counting pass would otherwise leave a heap of garbage. */
  readonly counting: boolean;
  #dress: PageDresser;
  #shape: PageShape;
  #page = 0;
  #open: StructureElement[] = [];
  /** Distance of the next thing from the top of the page. */
  y = 0;

  constructor(
    document: ArchiveDocument,
    fonts: FontSet,
    standard: PageShape,
    dress: PageDresser,
    mode: 'count' | 'write',
  ) {
    this.document = document;
    this.fonts = fonts;
    this.standard = standard;
    this.#shape = standard;
    this.#dress = dress;
    this.counting = mode === 'count';
    if (this.counting) return;
    const root = document.struct('Document');
    document.addStructure(root);
    this.#open.push(root);
  }

  /** Number of the current page, from 1. */
  get page(): number {
    return this.#page;
  }

  get shape(): PageShape {
    return this.#shape;
  }

  get left(): number {
    return this.#shape.margin.left;
  }

  get width(): number {
    return this.#shape.width - this.#shape.margin.left - this.#shape.margin.right;
  }

  get bottom(): number {
    return this.#shape.height - this.#shape.margin.bottom;
  }

  /** Free height left on the page. */
  get room(): number {
    return this.bottom - this.y;
  }

  /** Ends the page and begins another. */
  async newPage(shape: PageShape = this.standard): Promise<void> {
    if (this.#page > 0 && !this.counting) this.#dress(this);
    this.#shape = shape;
    this.#page += 1;
    this.y = shape.margin.top;
    if (this.counting) return;
    this.document.startPage(shape.width, shape.height);
    await this.document.drain();
    // A turn of the event loop a page lets the garbage collector finish its rounds: less memory at the peak.
    await nextTurn();
  }

  /** A new page unless this much height is free. */
  async ensure(height: number): Promise<void> {
    if (height > this.room) await this.newPage();
  }

  /** Ends the last page and the structure tree. */
  finish(): void {
    if (this.counting) return;
    this.#dress(this);
    while (this.#open.length > 0) this.#open.pop()?.end();
  }

  /** Opens a structure element inside the current one; what is drawn belongs to it until `close`. */
  open(type: string, options: { readonly alt?: string } & Readonly<Record<string, unknown>> = {}): void {
    if (this.counting) return;
    const cleaned = options.alt === undefined ? options : { ...options, alt: oneLine(options.alt) };
    const element = this.document.struct(type, cleaned);
    this.#current().add(element);
    this.#open.push(element);
  }

  close(): void {
    this.#open.pop()?.end();
  }

  /** Draws into the current structure element; must not cross a page. */
  marked(tag: string, draw: () => void): void {
    if (this.counting) return;
    const content = this.document.markStructureContent(tag);
    draw();
    this.document.endMarkedContent();
    this.#current().add(content);
  }

  /** Draws something that has no meaning of its own: lines, shades, running heads. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    if (this.counting) return;
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
  }

  /** Adds a link annotation to the current element, which must be a Link and must end on this page. */
  linkTo(destination: string, words: string, x: number, y: number, width: number, height: number): void {
    if (this.counting) return;
    this.document.describeLinks(words, () =>
      this.document.goTo(x, y, width, height, destination, { structParent: this.#current() }),
    );
  }

  lines(spans: readonly Span[], width: number): Line[] {
    return breakIntoLines(this.fonts, spans, width);
  }

  /** Makes the current page's top a place that links and bookmarks lead to. */
  nameDestination(name: string): void {
    if (!this.counting) this.document.addNamedDestination(name, 'XYZ', 0, 0, null);
  }

  /** A bookmark to this page. */
  bookmark(title: string): void {
    if (!this.counting) this.document.outline.addItem(oneLine(title));
  }

  /** Draws lines from `y` down; the caller has seen to the room. */
  drawLines(
    lines: readonly Line[],
    x: number,
    y: number,
    width: number,
    align: 'left' | 'center' | 'right' = 'left',
  ): void {
    let top = y;
    for (const [index, line] of lines.entries()) {
      const shift = align === 'left' ? 0 : (width - line.width) / (align === 'center' ? 2 : 1);
      // The space that the line's end stands for is written too, or whoever reads the text would read words run together.
      const end = index < lines.length - 1 && !line.joined ? ' ' : '';
      for (const [place, piece] of line.pieces.entries()) {
        const text = place === line.pieces.length - 1 ? `${piece.text}${end}` : piece.text;
        this.document.font(piece.face, piece.size).fillColor(piece.colour);
        this.document.text(text, x + shift + piece.x, top + line.baseline, {
          lineBreak: false,
          baseline: 'alphabetic',
        });
      }
      top += line.leading;
    }
  }

  /** Sets one tagged paragraph across pages as needed, never leaving a single line behind. */
  async paragraph(
    spans: readonly Span[],
    options: { tag?: string; indent?: number; align?: 'left' | 'center' | 'right'; after?: number } = {},
  ): Promise<void> {
    const indent = options.indent ?? 0;
    const tag = options.tag ?? 'P';
    const width = this.width - indent;
    let rest = this.lines(spans, width);
    this.open(tag);
    while (rest.length > 0) {
      const fits = linesThatFit(rest, this.room);
      const lonely = fits < rest.length && (fits < 2 || rest.length - fits < 2);
      const take = lonely ? Math.max(0, Math.min(fits, rest.length - 2)) : fits;
      const part = rest.slice(0, take < 2 && rest.length > take ? 0 : take);
      if (part.length > 0) {
        const y = this.y;
        this.marked(tag, () => this.drawLines(part, this.left + indent, y, width, options.align));
        this.y += heightOf(part);
        rest = rest.slice(part.length);
      }
      if (rest.length > 0) await this.newPage();
    }
    this.close();
    this.y += options.after ?? 0;
  }

  /** A horizontal rule over the text's width. */
  rule(y: number, thickness: number, colour: string = COLOUR.line, x = this.left, width = this.width): void {
    this.artifact(() => {
      this.document.rect(x, y, width, thickness).fill(colour);
    });
  }

  #current(): StructureElement {
    const element = this.#open.at(-1);
    if (!element) throw new Error('no structure element is open');
    return element;
  }
}

/** How many lines fit into a height. */
export function linesThatFit(lines: readonly Line[], height: number): number {
  let used = 0;
  for (const [index, line] of lines.entries()) {
    used += line.leading;
    if (used > height + 0.01) return index;
  }
  return lines.length;
}
