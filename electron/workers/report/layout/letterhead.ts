/** How documents begin: the letterhead (kop), the heads of memos, letters and minutes, and the framed note. */
import type { BlockOf } from '#shared/contract/document-model.ts';
import type { Letterhead } from '#shared/contract/report-model.ts';
import type { LayoutContext } from './context.ts';
import { COLON_WIDTH, drawFields } from './fields.ts';
import { heightOf, type Line, type Span } from './paragraph.ts';
import { COLOUR, MM, TEXT, type TextStyle } from './style.ts';
import { valueSpans } from './values.ts';

const GOVERNMENT: TextStyle = { face: 'regular', size: 13, colour: COLOUR.text, leading: 16.5 };
const AGENCY: TextStyle = { face: 'bold', size: 15, colour: COLOUR.text, leading: 19 };
const ADDRESS: TextStyle = { face: 'regular', size: 8.8, colour: COLOUR.text, leading: 11.8 };
const EMBLEM = { width: 19 * MM, height: 23 * MM, gap: 5 * MM } as const;

/** A longer sentence goes under the frame, where it may run over pages. */
const MOST_FRAMED_LINES = 12;

/** Government, agency, address, the emblem on the left, and the double rule of official letters. */
export async function drawLetterhead(context: LayoutContext, letterhead: Letterhead): Promise<void> {
  const { flow } = context;
  const inset = letterhead.emblem ? EMBLEM.width + EMBLEM.gap : 0;
  const width = flow.width - 2 * inset;
  const lines = [
    ...flow.lines([{ text: letterhead.government.toUpperCase(), style: GOVERNMENT }], width),
    ...flow.lines([{ text: letterhead.agency.toUpperCase(), style: AGENCY }], width),
    ...addressLines(context, letterhead, width),
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

/** Title, number, then aligned rows and a rule: the head of a nota dinas. */
export async function drawMemoHead(context: LayoutContext, head: BlockOf<'memo-head'>): Promise<void> {
  const { flow, wording } = context;
  await flow.paragraph([{ text: head.title.toUpperCase(), style: TEXT.title }], { tag: 'H1', align: 'center' });
  const number = `${wording.number}: ${head.number ?? wording.blankNumber}`;
  await flow.paragraph([{ text: number, style: TEXT.body }], { align: 'center', after: 12 });
  await drawFields(
    flow,
    head.rows.map(({ label, value, look }) => [label, valueSpans(value, look)] as const),
    { labelWidth: 92 },
  );
  flow.rule(flow.y + 7, 0.6, COLOUR.text);
  flow.y += 18;
}

/** Centred title, what is under it, and the number where there is to be one: minutes, forms, receipts. */
export async function drawTitle(context: LayoutContext, title: BlockOf<'title'>): Promise<void> {
  const { flow, wording } = context;
  await flow.paragraph([{ text: title.title.toUpperCase(), style: TEXT.title }], { tag: 'H1', align: 'center' });
  if (title.subtitle !== null) await flow.paragraph([{ text: title.subtitle, style: TEXT.body }], { align: 'center' });
  if (title.number !== undefined) {
    const number = `${wording.number}: ${title.number ?? wording.blankNumber}`;
    await flow.paragraph([{ text: number, style: TEXT.body }], { align: 'center' });
  }
  flow.y += 14;
}

const LETTER_LABEL = 62;

/** Place and date on the right; Nomor, Sifat, Lampiran, Hal; then who it goes to. */
export async function drawLetterHead(context: LayoutContext, head: BlockOf<'letter-head'>): Promise<void> {
  const { flow, wording } = context;
  const words = wording.letter;
  const plain = (text: string): Span[] => [{ text, style: TEXT.body }];
  await flow.paragraph(plain(head.placeAndDate), { align: 'right', after: 6 });
  await drawFields(
    flow,
    [
      [wording.number, plain(head.number ?? wording.blankNumber)],
      [words.sifat, plain(head.sifat)],
      [words.lampiran, plain(head.lampiran)],
    ],
    { labelWidth: LETTER_LABEL },
  );
  drawSubjectLine(context, head.hal);
  flow.y += 12;
  const [only, ...more] = head.recipients;
  if (more.length === 0) await flow.paragraph(plain(`${words.recipients} ${only ?? ''}`));
  else {
    await flow.paragraph(plain(words.recipients));
    for (const [index, recipient] of head.recipients.entries())
      await flow.paragraph(plain(`${index + 1}. ${recipient}`), { indent: 14 });
  }
  if (head.recipientPlace !== null) {
    await flow.paragraph(plain(words.at));
    await flow.paragraph(plain(head.recipientPlace), { indent: 22 });
  }
  flow.y += 14;
}

/** What a letter is about is its heading, though it stands among the rows. */
function drawSubjectLine({ flow, wording }: LayoutContext, hal: string): void {
  const x = flow.left + LETTER_LABEL + COLON_WIDTH;
  const width = flow.width * 0.72 - LETTER_LABEL;
  const line = (text: string): Line[] => flow.lines([{ text, style: TEXT.body }], width);
  const value = flow.lines([{ text: hal, style: TEXT.bodyBold }], width);
  const top = flow.y;
  flow.open('H1');
  flow.marked('H1', () => {
    flow.drawLines(line(wording.letter.hal), flow.left, top, LETTER_LABEL);
    flow.drawLines(line(': '), flow.left + LETTER_LABEL, top, COLON_WIDTH);
    flow.drawLines(value, x, top, width);
  });
  flow.close();
  flow.y = top + heightOf(value);
}

/** Framed sentences: which kind of copy this is, whether it is a draft and why, what a verification found. */
export async function drawNotice(context: LayoutContext, notice: BlockOf<'notice'>): Promise<void> {
  const { flow } = context;
  const width = flow.width - 24;
  const caution = notice.tone === 'caution';
  const inside: Line[] = [];
  const below: string[] = [];
  for (const [index, text] of notice.lines.entries()) {
    const lines = flow.lines(
      [{ text, style: caution && index > 0 ? TEXT.caution : caution ? TEXT.smallBold : TEXT.small }],
      width,
    );
    if (lines.length <= MOST_FRAMED_LINES) inside.push(...lines);
    else below.push(text);
  }
  const height = heightOf(inside) + 12;
  await flow.ensure(height);
  const top = flow.y;
  flow.artifact(() => {
    flow.document.rect(flow.left, top, flow.width, height).fill(caution ? COLOUR.cautionShade : COLOUR.shade);
    flow.document.rect(flow.left, top, 2.4, height).fill(caution ? COLOUR.caution : COLOUR.brand);
  });
  flow.open('P');
  flow.marked('P', () => flow.drawLines(inside, flow.left + 12, top + 6, width));
  flow.close();
  flow.y = top + height + 14;
  for (const text of below) await flow.paragraph([{ text, style: TEXT.caution }], { after: 10 });
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

/** The address, then the ways to reach the office: a line ends between two of them, without the dot that parts them. */
function addressLines({ flow, wording }: LayoutContext, letterhead: Letterhead, width: number): Line[] {
  const words = wording.letterhead;
  const reach = [
    letterhead.phone ? `${words.phone} ${letterhead.phone}` : null,
    letterhead.website ? `${words.website} ${letterhead.website}` : null,
    letterhead.email ? `${words.email} ${letterhead.email}` : null,
    letterhead.postalCode ? `${words.postalCode} ${letterhead.postalCode}` : null,
  ].filter((part) => part !== null);
  const rows: string[] = [];
  for (const part of reach) {
    const last = rows.at(-1);
    const joined = `${last ?? ''} · ${part}`;
    if (last !== undefined && flow.fonts.width(joined, ADDRESS.face, ADDRESS.size) <= width)
      rows[rows.length - 1] = joined;
    else rows.push(part);
  }
  return [...letterhead.addressLines, ...rows].flatMap((text) =>
    flow.lines([{ text, style: ADDRESS, wrap: 'spaces' }], width),
  );
}
