/** The visible signature: drawn by pdfkit as a page of its own, taken over as a form XObject with its embedded fonts. */
import PDFDocument from 'pdfkit';
import { openPdf, streamRange, type PdfView } from '../../pdf-reader/file/view.ts';
import { openSource, type PdfSource } from '../../pdf-reader/file/source.ts';
import {
  isDictionary,
  isReference,
  pdfName,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
} from '../../pdf-reader/syntax/values.ts';
import type { AppearanceLine, PdfRectangle, PdfSignatureRequest } from './interface.ts';
import type { Revision } from './revision-writer.ts';

const PADDING = 5;
/** Below this nobody reads a line on paper. */
const SMALLEST_SCALE = 0.5;
const LINE_GAP = 1;

/** What is drawn, and the rectangle it must fit into. */
export type AppearanceRequest = Pick<PdfSignatureRequest, 'lines' | 'fonts'> & { readonly rectangle: PdfRectangle };

/** Draws the lines into the revision; answers the form XObject. */
export async function addAppearance(revision: Revision, request: AppearanceRequest): Promise<PdfReference> {
  const size = sizeOf(request.rectangle);
  const bytes = await drawPage(size, request);
  const source = openSource(bytes.length, (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)));
  const file = await openPdf(source);
  const view = file.views.at(-1);
  if (view === undefined) throw new Error('the appearance page has no revision');
  const importer = createImporter(revision, view, source, file.reader);
  const page = await firstPage(view);
  const content = await importer.streamData(page.get('Contents'));
  const form: PdfDictionary = new Map<string, PdfValue>([
    ['Type', pdfName('XObject')],
    ['Subtype', pdfName('Form')],
    ['BBox', [0, 0, size.width, size.height]],
    ['Resources', await importer.copy(await view.resolve(page.get('Resources')))],
  ]);
  const filter = content.dictionary.get('Filter');
  if (filter !== undefined) form.set('Filter', filter);
  return revision.add(form, content.data);
}

/** A form XObject that draws nothing, for a field that is still empty: PDF/A wants an appearance for every visible one. */
export function addEmptyAppearance(revision: Revision, rectangle: PdfRectangle): PdfReference {
  const { width, height } = sizeOf(rectangle);
  const form: PdfDictionary = new Map<string, PdfValue>([
    ['Type', pdfName('XObject')],
    ['Subtype', pdfName('Form')],
    ['BBox', [0, 0, width, height]],
    ['Resources', new Map()],
  ]);
  return revision.add(form, Buffer.from('q Q'));
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf([left, bottom, right, top]: PdfRectangle): Size {
  const size = { width: right - left, height: top - bottom };
  if (!(size.width > 2 * PADDING && size.height > 2 * PADDING)) throw new Error('the signature rectangle is too small');
  return size;
}

async function drawPage(size: Size, request: AppearanceRequest): Promise<Buffer> {
  const document = new PDFDocument({
    size: [size.width, size.height],
    margin: 0,
    pdfVersion: '1.7',
    // Given here, because the default font would be one that is not embedded.
    font: Buffer.from(request.fonts.regular) as unknown as string,
  });
  document.registerFont('regular', Buffer.from(request.fonts.regular));
  document.registerFont('bold', Buffer.from(request.fonts.bold));
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  document
    .rect(0.5, 0.5, size.width - 1, size.height - 1)
    .lineWidth(0.5)
    .strokeColor('#5c6670')
    .stroke();
  drawLines(document, size, request.lines);
  document.end();
  return finished;
}

/** Draws from the top; makes everything smaller, to half at most, until it fits. */
function drawLines(document: PDFKit.PDFDocument, size: Size, lines: readonly AppearanceLine[]): void {
  const width = size.width - 2 * PADDING;
  const heightOf = (line: AppearanceLine, scale: number): number => {
    choose(document, line, scale);
    return document.heightOfString(printable(document, line.text), { width, lineGap: LINE_GAP });
  };
  const room = size.height - 2 * PADDING;
  let scale = 1;
  const total = (): number => lines.reduce((sum, line) => sum + heightOf(line, scale), 0);
  while (scale > SMALLEST_SCALE && total() > room) scale -= 0.05;
  if (total() > room) throw new Error('the signature text does not fit its rectangle');
  let top = PADDING;
  for (const line of lines) {
    choose(document, line, scale);
    document.fillColor('#101418').text(printable(document, line.text), PADDING, top, { width, lineGap: LINE_GAP });
    top += heightOf(line, scale);
  }
}

function choose(document: PDFKit.PDFDocument, line: AppearanceLine, scale: number): void {
  document.font(line.weight).fontSize(line.size * scale);
}

/** PDF/A refuses the glyph for "missing": what the font does not have is shown as a question mark. */
function printable(document: PDFKit.PDFDocument, text: string): string {
  const { font } = (
    document as unknown as { readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } } }
  )._font;
  return [...text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')]
    .map((character) => (font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : '?'))
    .join('');
}

async function firstPage(view: PdfView): Promise<PdfDictionary> {
  const catalog = await view.dictionary(view.trailer.get('Root'));
  const pages = await view.dictionary(catalog?.get('Pages'));
  const kids = await view.resolve(pages?.get('Kids'));
  const page = await view.dictionary(Array.isArray(kids) ? kids[0] : undefined);
  if (page === undefined) throw new Error('the appearance page is missing');
  return page;
}

interface Importer {
  /** A value with everything it refers to, renumbered. */
  copy(value: PdfValue): Promise<PdfValue>;
  streamData(value: PdfValue | undefined): Promise<{ readonly dictionary: PdfDictionary; readonly data: Uint8Array }>;
}

function createImporter(
  revision: Revision,
  view: PdfView,
  source: PdfSource,
  reader: Awaited<ReturnType<typeof openPdf>>['reader'],
): Importer {
  const copied = new Map<number, PdfReference>();
  const streamData: Importer['streamData'] = async (value) => {
    if (!isReference(value)) throw new Error('a stream must be an indirect object');
    const range = await streamRange(view, reader, await view.object(value.number));
    return { dictionary: range.dictionary, data: await source.read(range.start, range.length) };
  };
  const copyReference = async (reference: PdfReference): Promise<PdfReference> => {
    const known = copied.get(reference.number);
    if (known !== undefined) return known;
    const target = revision.reserve();
    copied.set(reference.number, target);
    const object = await view.object(reference.number);
    const value = await copy(object.value);
    if (object.streamStart === undefined) revision.set(target, value);
    else revision.set(target, value, (await streamData(reference)).data);
    return target;
  };
  const copy: Importer['copy'] = async (value) => {
    if (isReference(value)) return copyReference(value);
    if (Array.isArray(value)) return Promise.all(value.map(copy));
    if (!isDictionary(value)) return value;
    const result: PdfDictionary = new Map();
    for (const [key, item] of value) result.set(key, await copy(item));
    return result;
  };
  return { copy, streamData };
}
