/** The letterhead (kop) and the memo's head. */
import type { Letterhead, ReportModel } from '#shared/contract/report-model.ts';
import type { LayoutContext } from './context.ts';
import { drawFields } from './fields.ts';
import { heightOf, type Line } from './paragraph.ts';
import { COLOUR, MM, TEXT, type TextStyle } from './style.ts';

const GOVERNMENT: TextStyle = { face: 'regular', size: 13, colour: COLOUR.text, leading: 16.5 };
const AGENCY: TextStyle = { face: 'bold', size: 15, colour: COLOUR.text, leading: 19 };
const ADDRESS: TextStyle = { face: 'regular', size: 8.8, colour: COLOUR.text, leading: 11.8 };
const EMBLEM = { width: 19 * MM, height: 23 * MM, gap: 5 * MM } as const;

/** A longer reason for a draft goes under the frame, where it may run over pages. */
const MOST_REASON_LINES = 12;

/** Government, agency, address, the emblem on the left, and the double rule of official letters. */
export async function drawLetterhead(context: LayoutContext, letterhead: Letterhead): Promise<void> {
  const { flow } = context;
  const inset = letterhead.emblem ? EMBLEM.width + EMBLEM.gap : 0;
  const width = flow.width - 2 * inset;
  const lines = [
    ...flow.lines([{ text: letterhead.government.toUpperCase(), style: GOVERNMENT }], width),
    ...flow.lines([{ text: letterhead.agency.toUpperCase(), style: AGENCY }], width),
    ...addressText(context, letterhead).flatMap((text) => flow.lines([{ text, style: ADDRESS }], width)),
  ];
  const top = flow.y;
  const height = Math.max(heightOf(lines), letterhead.emblem ? EMBLEM.height : 0);
  if (letterhead.emblem) await drawEmblem(context, letterhead, top, height);
  const textTop = top + (height - heightOf(lines)) / 2;
  flow.open('P');
  flow.marked('P', () => flow.drawLines(lines, flow.left + inset, textTop, width, 'center'));
  flow.close();
  const rule = top + height + 7;
  flow.rule(rule, 2.2, COLOUR.text);
  flow.rule(rule + 3.4, 0.6, COLOUR.text);
  flow.y = rule + 18;
}

/** NOTA DINAS: title, number, then Yth., Dari, Tanggal, Sifat, Lampiran, Hal. */
export async function drawMemoHead(context: LayoutContext, report: ReportModel): Promise<void> {
  const { flow, wording } = context;
  const memo = wording.memo;
  await flow.paragraph([{ text: report.title.toUpperCase(), style: TEXT.title }], { tag: 'H1', align: 'center' });
  const number = `${memo.number}: ${report.number ?? wording.blankNumber}`;
  await flow.paragraph([{ text: number, style: TEXT.body }], { align: 'center', after: 12 });
  const value = (text: string) => [{ text, style: TEXT.body }];
  await drawFields(
    flow,
    [
      [memo.recipients, value(numbered(report.recipients))],
      [memo.from, value(report.from)],
      [memo.date, value(report.date)],
      [memo.sifat, value(report.sifat)],
      [memo.lampiran, value(report.lampiran)],
      [memo.hal, [{ text: report.hal, style: TEXT.bodyBold }]],
      [memo.registration, [{ text: report.registration, style: { ...TEXT.body, face: 'mono', size: 9.6 } }]],
    ],
    { labelWidth: 92 },
  );
  flow.rule(flow.y + 7, 0.6, COLOUR.text);
  flow.y += 18;
}

/** A framed sentence that says which kind of copy this is, and whether it is a draft. */
export async function drawKindNotice(context: LayoutContext, report: ReportModel): Promise<void> {
  const { flow, wording } = context;
  const width = flow.width - 24;
  const reason = report.draft && report.draftReason !== null ? report.draftReason : '';
  const reasonLines = flow.lines([{ text: reason, style: TEXT.caution }], width);
  const reasonInside = reason !== '' && reasonLines.length <= MOST_REASON_LINES;
  const lines: Line[] = [
    ...flow.lines([{ text: wording.kindNotes[report.kind], style: TEXT.small }], width),
    ...(report.draft ? flow.lines([{ text: wording.draftNotice, style: TEXT.caution }], width) : []),
    ...(reasonInside ? reasonLines : []),
  ];
  const height = heightOf(lines) + 12;
  await flow.ensure(height);
  const top = flow.y;
  flow.artifact(() => {
    flow.document.rect(flow.left, top, flow.width, height).fill(report.draft ? COLOUR.cautionShade : COLOUR.shade);
    flow.document.rect(flow.left, top, 2.4, height).fill(report.draft ? COLOUR.caution : COLOUR.brand);
  });
  flow.open('P');
  flow.marked('P', () => flow.drawLines(lines, flow.left + 12, top + 6, width));
  flow.close();
  flow.y = top + height + 14;
  if (reason !== '' && !reasonInside) await flow.paragraph([{ text: reason, style: TEXT.caution }], { after: 10 });
}

/** One recipient as it is, several numbered. */
function numbered(recipients: readonly string[]): string {
  if (recipients.length === 1) return recipients[0] ?? '';
  return recipients.map((recipient, index) => `${index + 1}. ${recipient}`).join('\n');
}

async function drawEmblem(context: LayoutContext, letterhead: Letterhead, top: number, height: number): Promise<void> {
  const { flow } = context;
  const emblem = letterhead.emblem;
  if (!emblem) return;
  const scale = Math.min(EMBLEM.width / emblem.widthPixels, EMBLEM.height / emblem.heightPixels);
  const size = { width: emblem.widthPixels * scale, height: emblem.heightPixels * scale };
  const x = flow.left + (EMBLEM.width - size.width) / 2;
  const y = top + (height - size.height) / 2;
  const placed = await context.pictures.whole(emblem);
  flow.open('Figure', {
    alt: letterhead.government,
    bbox: [x, y, x + size.width, y + size.height],
    placement: 'Block',
  });
  flow.marked('Figure', () => void flow.document.image(placed, x, y, size));
  flow.close();
}

function addressText({ wording }: LayoutContext, letterhead: Letterhead): string[] {
  const words = wording.letterhead;
  const reach = [
    letterhead.phone ? `${words.phone} ${letterhead.phone}` : null,
    letterhead.website ? `${words.website} ${letterhead.website}` : null,
    letterhead.email ? `${words.email} ${letterhead.email}` : null,
    letterhead.postalCode ? `${words.postalCode} ${letterhead.postalCode}` : null,
  ]
    .filter((part) => part !== null)
    // A line may end between the parts, not inside one.
    .map((part) => part.replaceAll(' ', '\u00a0'));
  return [...letterhead.addressLines, ...(reach.length > 0 ? [reach.join(' · ')] : [])];
}
