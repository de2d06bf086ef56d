/** What every page wears: the mark of secrecy, a running head, the page number, and the draft's watermark. */
import type { DocumentModel } from '#shared/contract/report-model.ts';
import { fillWording, type ReportWording } from '#shared/contract/report-wording.ts';
import type { Plan } from './context.ts';
import type { PageDresser, PageFlow } from './page-flow.ts';
import { COLOUR, MM, TEXT, type TextStyle } from './style.ts';

const WATERMARK_OPACITY = 0.09;

export function makeDresser(model: DocumentModel, wording: ReportWording, plan: () => Plan): PageDresser {
  const identity = model.document === 'report' ? `${model.registration} · ${model.hal}` : wording.receipt.title;
  const mark = markOf(model, wording);
  const head = model.custodyHead;
  const left = [
    fillWording(wording.running.app, { version: model.appVersion }),
    fillWording(wording.running.log, { sequence: head.sequence, hash: head.hash.slice(0, 16).toUpperCase() }),
  ].join('   ');
  return (flow) => {
    flow.artifact(() => {
      if (model.document === 'report' && model.draft) drawWatermark(flow, wording.marks.draft);
      if (mark) drawMark(flow, mark);
      if (flow.page > 1) drawRunningHead(flow, identity);
      drawFooter(flow, left, fillWording(wording.running.page, { page: flow.page, pages: plan().pages }), mark);
    }, 'Pagination');
  };
}

function markOf(model: DocumentModel, wording: ReportWording): string | null {
  if (model.document === 'receipt') return null;
  const kind = model.kind === 'lengkap' ? wording.marks.secret : wording.marks.masked;
  return model.draft ? `${kind} · ${wording.marks.draft}` : kind;
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

function drawFooter(flow: PageFlow, left: string, right: string, mark: string | null): void {
  const y = flow.shape.height - 15 * MM;
  flow.document.rect(flow.left, y - 4, flow.width, 0.5).fill(COLOUR.line);
  drawText(flow, left, TEXT.running, y, 'left');
  drawText(flow, right, { ...TEXT.running, colour: COLOUR.text }, y, 'right');
  if (mark) drawSpaced(flow, mark, { ...TEXT.mark, size: 7.6 }, y + 12);
}

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

/** Letters set apart, as stamps have them; the text itself stays one word. */
function drawSpaced(flow: PageFlow, text: string, style: TextStyle, y: number): void {
  const characterSpacing = style.size * 0.28;
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
