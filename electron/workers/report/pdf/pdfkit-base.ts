/**
 * pdfkit 0.20.2 as we use it. The published types describe 0.17 and know nothing of the members that a streaming
 * writer needs, so the part that is used is stated here once, and the version is pinned.
 */
import PDFDocument from 'pdfkit';
import type { PdfReference } from './objects.ts';

/** An element of the structure tree. */
export interface StructureElement {
  add(child: StructureElement | StructureContent): StructureElement;
  end(): void;
}

/** A piece of marked content, to be added to its structure element. */
export interface StructureContent {
  readonly refs: readonly { readonly mcid: number }[];
}

/** A bookmark. */
export interface Bookmark {
  /** pdfkit writes how many bookmarks there are only for an expanded level. */
  options: { readonly expanded: boolean };
  addItem(title: string): Bookmark;
}

/** A font that fontkit has opened; opened once, used by the counting pass and by the writing pass. */
export interface OpenFont {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): { readonly advanceWidth: number };
}

/** A picture that has its object already: pdfkit places it by label. */
export interface PlacedPicture {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly obj: PdfReference;
}

export interface PdfKitOptions {
  readonly pdfVersion: '1.7' | '1.4';
  readonly subset: string;
  readonly tagged: boolean;
  readonly lang: string;
  readonly displayTitle: boolean;
  readonly autoFirstPage: false;
  readonly bufferPages: false;
  readonly font: OpenFont;
  readonly info: Readonly<Record<string, string | Date>>;
}

interface PageOptions {
  readonly size: [number, number];
  readonly margins: { top: number; bottom: number; left: number; right: number };
}

/** The members of pdfkit's document that are used. Measures are points, y grows downwards. */
export interface PdfKit {
  readonly _root: { readonly data: Record<string, unknown> };
  readonly _offset: number;
  readonly page: { readonly width: number; readonly height: number };
  readonly outline: Bookmark;
  readonly info: Record<string, unknown>;
  _addColorOutputIntent: () => void;
  _write(data: string | Uint8Array): void;
  _refEnd(reference: PdfReference): void;
  push(chunk: Uint8Array | null): boolean;
  ref(data: Record<string, unknown>): PdfReference & { end(data?: Uint8Array): void };
  endMetadata(): void;
  appendXML(xml: string): void;
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): PdfKit;
  goTo(x: number, y: number, width: number, height: number, name: string, options: Record<string, unknown>): PdfKit;
  addNamedDestination(name: string, ...target: (string | number | null)[]): void;
  addPage(options: PageOptions): PdfKit;
  end(): void;
  registerFont(name: string, font: OpenFont): PdfKit;
  font(name: string, size: number): PdfKit;
  text(
    text: string,
    x: number,
    y: number,
    options: { lineBreak: false; baseline: 'alphabetic'; characterSpacing?: number },
  ): PdfKit;
  image(picture: PlacedPicture, x: number, y: number, size: { width: number; height: number }): PdfKit;
  struct(type: string, options?: Record<string, unknown>): StructureElement;
  addStructure(element: StructureElement): PdfKit;
  markStructureContent(tag: string): StructureContent;
  markContent(tag: string, options?: Record<string, unknown>): PdfKit;
  endMarkedContent(): PdfKit;
  save(): PdfKit;
  restore(): PdfKit;
  rect(x: number, y: number, width: number, height: number): PdfKit;
  clip(): PdfKit;
  moveTo(x: number, y: number): PdfKit;
  lineTo(x: number, y: number): PdfKit;
  lineWidth(width: number): PdfKit;
  fill(color: string): PdfKit;
  stroke(color: string): PdfKit;
  fillColor(color: string, opacity?: number): PdfKit;
  fillOpacity(opacity: number): PdfKit;
  rotate(angle: number, options: { origin: [number, number] }): PdfKit;
}

/** pdfkit's class under these types. */
export const PdfKitDocument = PDFDocument as unknown as new (options: PdfKitOptions) => PdfKit; // see the head comment
