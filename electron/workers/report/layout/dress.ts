/** What every page wears: the mark of secrecy, a running head, the page number, and the draft's watermark. */
import type { DocumentModel } from '#shared/contract/document-model.ts';
import { fillWording, type ReportWording } from '#shared/contract/report-wording.ts';
import type { Plan } from './context.ts';
import type { PageDresser, PageFlow } from './page-flow.ts';
import { COLOUR, MM, TEXT, type TextStyle } from './style.ts';

const WATERMARK_OPACITY = 0.09;

export function makeDresser(model: DocumentModel, wording: ReportWording, plan: () => Plan): PageDresser {
  const isPreview = model.documentId === null;
  // A printed preview must not pass for what was issued.
  const marks = model.marks.map((name) => wording.marks[name]);
  const mark = [...marks, ...(isPreview ? [wording.running.previewMark] : [])].join(' · ');
  const head = model.custodyHead;
  const left = [
    fillWording(wording.running.app, { version: model.appVersion }),
    fillWording(wording.running.log, { sequence: head.sequence, hash: head.hash.slice(0, 16).toUpperCase() }),
  ].join('   ');
  const identity =
    model.documentId === null
      ? wording.running.preview
      : fillWording(wording.running.document, { id: model.documentId });
  return (flow) => {
    flow.artifact(() => {
      if (model.marks.includes('draf')) drawWatermark(flow, wording.marks.draf);
      if (mark !== '') drawMark(flow, mark);
      if (flow.page > 1) drawRunningHead(flow, model.runningHead);
      drawInitials(flow, model.initials);
      drawFooter(flow, {
        left,
        right: fillWording(wording.running.page, { page: flow.page, pages: plan().pages }),
        mark,
        identity,
      });
    }, 'Pagination');
  };
}

/** Height that the boxes for initials take from the text. */
export const INITIALS_HEIGHT = 9 * MM;
const INITIALS_BOX = { width: 16 * MM, height: 6.4 * MM } as const;

/** Boxes for initials above the foot, from the right. */
function drawInitials(flow: PageFlow, who: readonly string[]): void {
  let right = flow.left + flow.width;
  const y = flow.shape.height - FOOT - INITIALS_BOX.height - 8;
  for (const label of [...who].reverse()) {
    flow.document
      .lineWidth(0.5)
      .rect(right - INITIALS_BOX.width, y, INITIALS_BOX.width, INITIALS_BOX.height)
      .stroke(COLOUR.quiet);
    const line = flow.lines([{ text: label, style: TEXT.running }], flow.width / 2)[0];
    if (line) flow.drawLines([line], right - INITIALS_BOX.width - 4 - line.width, y + 4.6, line.width);
    right -= INITIALS_BOX.width + (line?.width ?? 0) + 16;
  }
}

function drawMark(flow: PageFlow, mark: string): void {
  drawSpaced(flow, mark, TEXT.mark, 11 * MM);
}

function drawRunningHead(flow: PageFlow, identity: string): void {
  const y = 16.5 * MM;
  const lines = flow.lines([{ text: identity, style: TEXT.running }], flow.width);
  const first = lines[0];
  if (first) flow.drawLines([first], flow.left, y, flow.width);
  flow.document.rect(flow.left, y + 12, flow.width, 0.5).fill(COLOUR.line);
}

/** From the page's lower edge to the foot's first line. */
const FOOT = 15 * MM;

interface Foot {
  readonly left: string;
  readonly right: string;
  readonly mark: string;
  readonly identity: string;
}

function drawFooter(flow: PageFlow, { left, right, mark, identity }: Foot): void {
  const y = flow.shape.height - FOOT;
  flow.document.rect(flow.left, y - 4, flow.width, 0.5).fill(COLOUR.line);
  drawText(flow, left, TEXT.running, y, 'left');
  drawText(flow, right, { ...TEXT.running, colour: COLOUR.text }, y, 'right');
  drawText(flow, identity, IDENTITY, y + 12, 'left');
  if (mark !== '') drawSpaced(flow, mark, { ...TEXT.mark, size: 7.6 }, y + 12);
}

const IDENTITY: TextStyle = { ...TEXT.running, size: 6.6 };

function drawText(flow: PageFlow, text: string, style: TextStyle, y: number, align: 'left' | 'center' | 'right'): void {
  flow.drawLines(flow.lines([{ text, style }], flow.width), flow.left, y, flow.width, align);
}

function drawWatermark(flow: PageFlow, word: string): void {
  const { width, height } = flow.shape;
  const size = 150;
  const wide = flow.fonts.width(word, 'bold', size);
  const centre: [number, number] = [width / 2, height / 2];
  flow.document.save();
  flow.document.rotate(-52, { origin: centre });
  flow.document.font('bold', size).fillColor(COLOUR.secret, WATERMARK_OPACITY);
  flow.document.text(word, centre[0] - wide / 2, centre[1] + size * 0.36, { lineBreak: false, baseline: 'alphabetic' });
  flow.document.restore();
  flow.document.fillOpacity(1);
}

/** Letters set a little apart, as stamps have them; wider, and readers of the text would take each for a word. */
function drawSpaced(flow: PageFlow, text: string, style: TextStyle, y: number): void {
  const characterSpacing = style.size * 0.09;
  const line = flow.lines([{ text, style }], flow.width)[0];
  if (!line) return;
  const width = line.width + characterSpacing * (text.length - 1);
  for (const piece of line.pieces) {
    const x = flow.left + (flow.width - width) / 2 + piece.x;
    flow.document.font(piece.face, piece.size).fillColor(piece.colour);
    flow.document.text(piece.text, x, y + line.baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing,
    });
  }
}
