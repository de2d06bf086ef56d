/** The table of evidence, the table of originals, and the custody summary with the log's head. */
import { create as createQr } from 'qrcode';
import type { BlockOf } from '#shared/contract/document-model.ts';
import type { Attachment, CustodyHead, Evidence, MaskedCopy } from '#shared/contract/report-model.ts';
import { fillWording, type ReportWording } from '#shared/contract/report-wording.ts';
import { sizeWords } from '#shared/domain/text/size-words.ts';
import { hashLines, type LayoutContext } from './context.ts';
import type { PageFlow } from './page-flow.ts';
import { heightOf, type Line, type Span } from './paragraph.ts';
import { COLOUR, TEXT } from './style.ts';
import type { Cell, TableShape } from './table.ts';

/** The name of the place in the document where an evidence item's pages begin. */
export function evidenceDestination(number: string): string {
  return `bukti-${Buffer.from(number, 'utf8').toString('hex')}`;
}

/** Which evidence there is, or the first `most` of it. */
export function evidenceShape(context: LayoutContext, evidence: readonly Evidence[], most = Infinity): TableShape {
  const { flow, wording } = context;
  const words = wording.evidence;
  const numbers = evidence.map(({ number }) => number);
  const widths = { number: numberWidth(context, numbers), time: 112, page: 34 };
  return {
    columns: [
      { heading: words.number, width: widths.number },
      { heading: words.what, width: flow.width - widths.number - widths.time - widths.page },
      { heading: words.time, width: widths.time },
      { heading: words.page, width: widths.page, align: 'right' },
    ],
    rows: evidence.slice(0, most).map((item) => evidenceRow(context, item, context.shown.has(item.number))),
  };
}

/** Wide enough for the longest number, within reason. */
function numberWidth({ flow }: LayoutContext, numbers: readonly string[]): number {
  let widest = 0;
  for (const number of numbers) widest = Math.max(widest, flow.fonts.width(number, 'bold', TEXT.smallBold.size));
  return Math.min(96, Math.max(44, widest + 14));
}

function evidenceRow(context: LayoutContext, item: Evidence, hasPage: boolean): Cell[] {
  const words = context.wording.evidence;
  const number: Cell = { blocks: [[{ text: item.number, style: TEXT.smallBold }]], repeats: true };
  const hashes = hashesOf(item, words).map(({ label, sha256 }): Span[] => [
    { text: `${label}\n`, style: TEXT.monoQuiet },
    { text: hashLines(sha256), style: TEXT.monoQuiet },
  ]);
  if (item.masked) {
    if (item.copy !== null) return copyRow(context, number, item.number, item.copy, hashes, hasPage);
    return [
      number,
      { blocks: [[{ text: words.masked, style: TEXT.note }], ...hashes] },
      { blocks: [] },
      { blocks: [] },
    ];
  }
  const blocks: Span[][] = [
    [{ text: item.what, style: TEXT.smallBold }],
    ...(item.address === null ? [] : [[{ text: item.address, style: TEXT.mono, wrap: 'address' as const }]]),
    ...(item.obtainedBy === null ? [] : [[{ text: `${words.obtainedBy} ${item.obtainedBy}`, style: TEXT.smallQuiet }]]),
    ...(item.visibility
      ? [
          [
            { text: `${words.visibility}: `, style: TEXT.smallBold },
            { text: item.visibility, style: TEXT.small },
          ],
        ]
      : []),
    ...(item.secondLooks ?? []).map((text): Span[] => [
      { text: `${words.secondLook} `, style: TEXT.smallBold },
      { text, style: TEXT.small },
    ]),
    ...(item.secondHand ? [[{ text: words.secondHand, style: TEXT.caution }]] : []),
    ...(item.warnings.length === 0
      ? []
      : [
          [
            { text: `${words.warnings}: `, style: TEXT.smallBold },
            { text: item.warnings.join(' '), style: TEXT.small },
          ],
        ]),
    ...hashes,
    ...(item.artefacts.length === 0 ? [] : [[{ text: `${words.artefacts}:`, style: TEXT.smallQuiet }]]),
    ...item.artefacts.map((artefact): Span[] => [
      {
        text: `${artefact.what}${artefact.bytes === null ? '' : ` (${sizeWords(artefact.bytes)})`}\n`,
        style: TEXT.smallQuiet,
      },
      { text: hashLines(artefact.sha256), style: TEXT.monoQuiet },
    ]),
  ];
  return [number, { blocks }, { blocks: timeOf(item) }, hasPage ? pageCell(context, item.number) : { blocks: [] }];
}

/** A masked item that has a working copy: that it is one, what is covered, and its hashes. */
function copyRow(
  context: LayoutContext,
  number: Cell,
  name: string,
  copy: MaskedCopy,
  hashes: Span[][],
  hasPage: boolean,
): Cell[] {
  const words = context.wording.evidence;
  const blocks: Span[][] = [
    [{ text: words.maskedCopy, style: TEXT.smallBold }],
    [{ text: copy.covered, style: TEXT.small }],
    ...(copy.secondHand ? [[{ text: words.secondHand, style: TEXT.caution }]] : []),
    ...hashes,
  ];
  return [number, { blocks }, { blocks: timeOf(copy) }, hasPage ? pageCell(context, name) : { blocks: [] }];
}

function timeOf({ capturedAt, capturedAtUtc }: Pick<MaskedCopy, 'capturedAt' | 'capturedAtUtc'>): Span[][] {
  return [
    [{ text: capturedAt, style: TEXT.small }],
    ...(capturedAtUtc === null ? [] : [[{ text: capturedAtUtc, style: TEXT.monoQuiet, wrap: 'spaces' as const }]]),
  ];
}

/** The hashes that stand for an item: its own; of a working copy the copy's too, and of the picture it was drawn from. */
export function hashesOf(
  item: Evidence,
  words: ReportWording['evidence'],
): { readonly label: string; readonly sha256: string }[] {
  const own = { label: words.sha256, sha256: item.sha256 };
  if (!item.masked || item.copy === null) return [own];
  const { sha256, originalSha256 } = item.copy;
  return [
    { label: words.sha256Copy, sha256 },
    { label: words.sha256Original, sha256: originalSha256 },
    ...(originalSha256 === item.sha256 ? [] : [own]),
  ];
}

function pageCell(context: LayoutContext, number: string): Cell {
  const page = context.plan.evidencePages.get(number) ?? 0;
  const heading = fillWording(context.wording.evidence.heading, { number });
  return {
    blocks: [[{ text: String(page), style: { ...TEXT.small, colour: COLOUR.brand } }]],
    destination: { name: evidenceDestination(number), words: heading },
  };
}

/** Which originals are inside the file and which travel beside it; the first `most` of them. */
export function attachmentShape(context: LayoutContext, most = Infinity): TableShape {
  const { flow, wording, model } = context;
  const { embedded } = context.attachments;
  const words = wording.attachments;
  const numbers = model.attachments.map(({ evidenceNumber }) => evidenceNumber ?? wording.none);
  const widths = { number: numberWidth(context, numbers), size: 62, place: 92 };
  const row = (item: Attachment): Cell[] => [
    { blocks: [[{ text: item.evidenceNumber ?? wording.none, style: TEXT.small }]] },
    {
      blocks: [
        [{ text: item.name, style: TEXT.mono, wrap: 'address' }],
        [{ text: item.description, style: TEXT.smallQuiet }],
        [{ text: hashLines(item.sha256), style: TEXT.monoQuiet }],
      ],
    },
    { blocks: [[{ text: sizeWords(item.bytes), style: TEXT.small }]] },
    { blocks: [[{ text: embedded.has(item.name) ? words.embedded : words.listed, style: TEXT.small }]] },
  ];
  return {
    columns: [
      { heading: wording.evidence.what, width: widths.number },
      { heading: words.name, width: flow.width - widths.number - widths.size - widths.place },
      { heading: words.size, width: widths.size, align: 'right' },
      { heading: words.place, width: widths.place },
    ],
    rows: model.attachments.slice(0, most).map(row),
  };
}

/** The events of custody; the first `most` of them. */
export function custodyShape(
  { flow, wording }: LayoutContext,
  entries: BlockOf<'custody'>['entries'],
  most = Infinity,
): TableShape {
  const words = wording.custody;
  const widths = { time: 128, actor: 128 };
  return {
    columns: [
      { heading: words.time, width: widths.time },
      { heading: words.action, width: flow.width - widths.time - widths.actor },
      { heading: words.actor, width: widths.actor },
    ],
    rows: entries
      .slice(0, most)
      .map((entry) =>
        [entry.time, entry.action, entry.actor].map((text) => ({ blocks: [[{ text, style: TEXT.small }]] })),
      ),
  };
}

const QR_SIZE = 86;

/** The head of the log as text and as a code, and the seal's fingerprint: what paper can prove later. */
export async function drawCustodyHead(
  context: LayoutContext,
  head: CustodyHead,
  fingerprint: string | null,
  title: string | null = null,
): Promise<void> {
  const { flow, wording } = context;
  const words = wording.custody;
  const lines = custodyHeadLines(context, head, fingerprint, title);
  const width = headWidth(flow);
  const height = heightOfHead(lines);
  await flow.ensure(height + 4);
  const top = flow.y;
  flow.artifact(() => {
    flow.document.rect(flow.left, top, flow.width, height).fill(COLOUR.shade);
    flow.document.rect(flow.left, top, 2.4, height).fill(COLOUR.brand);
  });
  const qrX = flow.left + flow.width - QR_SIZE - 14;
  const qrY = top + (height - QR_SIZE) / 2;
  flow.open('P');
  flow.marked('P', () => flow.drawLines(lines, flow.left + 14, top + (height - heightOf(lines)) / 2, width));
  flow.close();
  const alt = fillWording(words.qr, { sequence: head.sequence, hash: head.hash });
  flow.open('Figure', { alt, bbox: [qrX, qrY, qrX + QR_SIZE, qrY + QR_SIZE], placement: 'Block' });
  flow.marked('Figure', () => drawQr(context, head.qrText, qrX, qrY));
  flow.close();
  flow.y = top + height + 10;
}

/** Height that the head of the log takes. */
export function heightOfCustodyHead(context: LayoutContext, fingerprint: string | null, head: CustodyHead): number {
  return heightOfHead(custodyHeadLines(context, head, fingerprint, null)) + 4;
}

function heightOfHead(lines: readonly Line[]): number {
  return Math.max(QR_SIZE, heightOf(lines)) + 24;
}

function headWidth(flow: PageFlow): number {
  return flow.width - QR_SIZE - 46;
}

function custodyHeadLines(
  { flow, wording }: LayoutContext,
  head: CustodyHead,
  fingerprint: string | null,
  title: string | null,
): Line[] {
  const words = wording.custody;
  const width = headWidth(flow);
  return [
    ...flow.lines([{ text: title ?? words.head, style: TEXT.smallBold }], width),
    ...flow.lines([{ text: `${words.sequence} ${head.sequence}`, style: TEXT.mono }], width),
    ...flow.lines([{ text: hashLines(head.hash), style: TEXT.mono }], width),
    ...(fingerprint === null
      ? []
      : [
          ...flow.lines([{ text: ' ', style: { ...TEXT.small, leading: 6 } }], width),
          ...flow.lines([{ text: wording.seal.fingerprint, style: TEXT.smallBold }], width),
          ...flow.lines([{ text: hashLines(fingerprint), style: TEXT.mono }], width),
          ...flow.lines([{ text: wording.seal.note, style: TEXT.note }], width),
        ]),
    ...flow.lines([{ text: ' ', style: { ...TEXT.small, leading: 6 } }], width),
    ...flow.lines([{ text: words.headNote, style: TEXT.note }], width),
  ];
}

/** The code as rectangles, one for each run of dark modules, on white with its quiet zone. */
function drawQr({ flow }: LayoutContext, text: string, x: number, y: number): void {
  const { modules } = createQr(text, { errorCorrectionLevel: 'M' });
  const quiet = 2;
  const unit = QR_SIZE / (modules.size + 2 * quiet);
  flow.document.rect(x, y, QR_SIZE, QR_SIZE).fill('#ffffff');
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0;
    while (column < modules.size) {
      let end = column;
      while (end < modules.size && modules.get(row, end)) end += 1;
      if (end > column)
        flow.document.rect(x + (quiet + column) * unit, y + (quiet + row) * unit, (end - column) * unit, unit + 0.02);
      column = Math.max(end, column + 1);
    }
  }
  flow.document.fill('#000000');
}
