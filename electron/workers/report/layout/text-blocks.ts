/** Running text: headings, paragraphs, lists, statements, questions, steps. */
import type { BlockOf } from '#shared/contract/document-model.ts';
import type { LayoutContext } from './context.ts';
import { linesThatFit } from './page-flow.ts';
import { heightOf, type Line, type Span } from './paragraph.ts';
import { COLOUR, TEXT, type TextStyle } from './style.ts';

const INDENT = 18;
/** Height that follows a heading on the same page, so that none stands alone. */
const AFTER_HEADING = 64;
/** Part of a page that words may ask to keep with the signatures after them. */
export const MOST_KEPT = 0.85;
/** First lines of a letter's paragraphs. */
const FIRST_LINE = '          ';

/** Counts lettered sections A, B, C … Z, AA, AB … and bookmarks them. */
export class SectionCounter {
  #count = 0;

  async draw(context: LayoutContext, heading: BlockOf<'heading'>, keep: number): Promise<void> {
    const { flow } = context;
    const title = heading.lettered ? `${letterOf(this.#count++)}.  ${heading.text}` : heading.text;
    await flow.ensure(Math.max(keep, heading.keep ?? AFTER_HEADING));
    if (flow.y > flow.shape.margin.top + 1) flow.y += heading.level === 2 ? 9 : 5;
    if (heading.level === 2) flow.bookmark(title.replace('.  ', '. '));
    const style = heading.level === 2 ? TEXT.heading : TEXT.subheading;
    await flow.paragraph([{ text: title, style }], { tag: `H${heading.level}`, after: 4 });
  }
}

function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}

const TONES: Readonly<Record<BlockOf<'paragraphs'>['tone'], TextStyle>> = {
  body: TEXT.body,
  letter: TEXT.body,
  note: TEXT.note,
  caution: TEXT.caution,
  small: TEXT.small,
};

/** `keepWithLast`: height that must follow the last paragraph on its page, as signatures do. */
export async function drawParagraphs(
  context: LayoutContext,
  { items, tone }: BlockOf<'paragraphs'>,
  keepWithLast = 0,
): Promise<void> {
  const { flow } = context;
  for (const [index, item] of items.entries()) {
    const spans = [{ text: tone === 'letter' ? FIRST_LINE + item : item, style: TONES[tone] }];
    if (keepWithLast > 0 && index === items.length - 1) {
      const height = heightOf(flow.lines(spans, flow.width)) + 6;
      await flow.ensure(Math.min(height + keepWithLast, pageHeight(context) * MOST_KEPT));
    }
    await flow.paragraph(spans, { after: 6 });
  }
}

/** Free height of an empty page. */
export function pageHeight({ flow }: LayoutContext): number {
  const { height, margin } = flow.standard;
  return height - margin.top - margin.bottom;
}

/** Hanging numbers, letters or dots. */
export async function drawList(
  context: LayoutContext,
  { items, style, compact = false }: BlockOf<'list'>,
  keepWithLast: number,
): Promise<void> {
  await drawHanging(
    context,
    items.map((text, index) => ({
      mark: markOf(style, index),
      spans: [{ text, style: compact ? TEXT.small : TEXT.body }],
    })),
    keepWithLast,
    compact ? { style: TEXT.small, indent: 14, after: 1.5 } : ROOMY,
  );
  context.flow.y += 3;
}

function markOf(style: BlockOf<'list'>['style'], index: number): string {
  if (style === 'bullet') return '•';
  return style === 'number' ? `${index + 1}.` : `${letterOf(index).toLowerCase()}.`;
}

/** Legal references; what nobody has compared with the official text says so. */
export async function drawCitations(context: LayoutContext, { items }: BlockOf<'citations'>): Promise<void> {
  const words = context.wording.allegation;
  await drawHanging(
    context,
    items.map(({ text, verification }, index) => ({
      mark: `${index + 1}.`,
      spans: [
        { text, style: TEXT.body },
        ...(verification === 'terverifikasi'
          ? []
          : [
              { text: ` ${words.badge}: `, style: TEXT.caution },
              { text: words.states[verification], style: TEXT.small },
            ]),
      ],
    })),
  );
  context.flow.y += 3;
}

/** How the marks of a list look, how far its words stand in, and what follows each. */
interface HangingLook {
  readonly style: TextStyle;
  readonly indent: number;
  readonly after: number;
}
const ROOMY: HangingLook = { style: TEXT.body, indent: INDENT, after: 3 };

interface Hanging {
  readonly mark: string;
  readonly spans: readonly Span[];
}

async function drawHanging(
  context: LayoutContext,
  items: readonly Hanging[],
  keepWithLast = 0,
  look: HangingLook = ROOMY,
): Promise<void> {
  const { flow } = context;
  if (items.length === 0) return;
  flow.open('L');
  for (const [index, { mark, spans }] of items.entries()) {
    const lines = flow.lines(spans, flow.width - look.indent);
    // As much as the paragraph keeps together, so that its number never stands alone.
    const together = (lines.length <= 3 ? lines.length : 2) * look.style.leading;
    const keep = keepWithLast > 0 && index === items.length - 1 ? heightOf(lines) + keepWithLast : 0;
    await flow.ensure(Math.min(Math.max(together, keep), pageHeight(context)));
    const top = flow.y;
    const number = flow.lines([{ text: mark, style: look.style }], look.indent);
    flow.open('LI');
    flow.open('Lbl');
    flow.marked('Lbl', () => flow.drawLines(number, flow.left, top, look.indent));
    flow.close();
    flow.open('LBody');
    await flow.paragraph(spans, { indent: look.indent, after: look.after });
    flow.close();
    flow.close();
  }
  flow.close();
}

/** What is declared; on one page with what must follow it, where a page can hold both. */
export async function drawStatement(
  context: LayoutContext,
  { items }: BlockOf<'statement'>,
  keepWithLast: number,
): Promise<void> {
  const { flow } = context;
  await flow.ensure(Math.min(heightOfStatement(context, items) + keepWithLast, pageHeight(context) * MOST_KEPT));
  flow.y += 6;
  for (const text of items) await flow.paragraph([{ text, style: TEXT.body }], { after: 6 });
}

export function heightOfStatement({ flow }: LayoutContext, items: readonly string[]): number {
  return items.reduce((sum, text) => sum + heightOf(flow.lines([{ text, style: TEXT.body }], flow.width)) + 6, 6);
}

/** Question and answer under one number; without an answer there are lines to write it on. */
export async function drawQuestions(context: LayoutContext, { rows }: BlockOf<'questions'>): Promise<void> {
  const { flow, wording } = context;
  const words = wording.questions;
  flow.open('L');
  for (const [index, row] of rows.entries()) {
    const question: Span[] = [
      { text: `${words.question}: `, style: TEXT.bodyBold },
      { text: row.question, style: TEXT.body },
    ];
    const asked = flow.lines(question, flow.width - INDENT);
    const follows = row.answer === null ? row.lines * RULED_LEADING : 2 * TEXT.body.leading;
    await flow.ensure(Math.min(heightOf(asked), 6 * TEXT.body.leading) + Math.min(follows, pageHeight(context) / 3));
    const top = flow.y;
    const number = flow.lines([{ text: `${index + 1}.`, style: TEXT.body }], INDENT);
    flow.open('LI');
    flow.open('Lbl');
    flow.marked('Lbl', () => flow.drawLines(number, flow.left, top, INDENT));
    flow.close();
    flow.open('LBody');
    await flow.paragraph(question, { indent: INDENT, after: 2 });
    if (row.answer === null) await drawRuledLines(context, words.answer, row.lines);
    else
      await flow.paragraph(
        [
          { text: `${words.answer}: `, style: TEXT.bodyBold },
          { text: row.answer, style: TEXT.body },
        ],
        { indent: INDENT, after: 8 },
      );
    flow.close();
    flow.close();
  }
  flow.close();
}

const RULED_LEADING = 22;

async function drawRuledLines(context: LayoutContext, label: string, count: number): Promise<void> {
  const { flow } = context;
  await flow.paragraph([{ text: `${label}:`, style: TEXT.bodyBold }], { indent: INDENT });
  for (let line = 0; line < count; line += 1) {
    await flow.ensure(RULED_LEADING);
    flow.y += RULED_LEADING;
    flow.rule(flow.y - 4, 0.5, COLOUR.line, flow.left + INDENT, flow.width - INDENT);
  }
  flow.y += 8;
}

/** Numbered steps; a command stands in a shaded box, letter for letter as it is typed. */
export async function drawSteps(context: LayoutContext, { rows }: BlockOf<'steps'>): Promise<void> {
  const { flow, wording } = context;
  const width = flow.width - INDENT - 20;
  flow.open('L');
  for (const [index, { text, command }] of rows.entries()) {
    const typed: Line[] =
      command === null
        ? []
        : flow.lines([{ text: command, style: { ...TEXT.mono, size: 9, leading: 13 }, wrap: 'address' }], width);
    const spans: Span[] = [{ text, style: TEXT.body }];
    const told = flow.lines(spans, flow.width - INDENT);
    await flow.ensure(Math.min(heightOf(told) + heightOf(typed) + 24, pageHeight(context) / 2));
    const top = flow.y;
    const number = flow.lines([{ text: `${index + 1}.`, style: TEXT.body }], INDENT);
    flow.open('LI');
    flow.open('Lbl');
    flow.marked('Lbl', () => flow.drawLines(number, flow.left, top, INDENT));
    flow.close();
    flow.open('LBody');
    await flow.paragraph(spans, { indent: INDENT, after: 3 });
    if (command !== null) await drawCommand(context, wording.steps.command, typed);
    flow.close();
    flow.close();
  }
  flow.close();
  flow.y += 4;
}

async function drawCommand(context: LayoutContext, label: string, typed: readonly Line[]): Promise<void> {
  const { flow } = context;
  const part = typed.slice(0, Math.max(1, linesThatFit(typed, pageHeight(context) - 40)));
  const height = heightOf(part) + 10;
  await flow.ensure(height);
  const top = flow.y;
  flow.artifact(() => {
    flow.document.rect(flow.left + INDENT, top, flow.width - INDENT, height).fill(COLOUR.shade);
    flow.document.rect(flow.left + INDENT, top, 2, height).fill(COLOUR.brand);
  });
  flow.open('P', { alt: `${label}: ${part.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('')}` });
  flow.marked('P', () => flow.drawLines(part, flow.left + INDENT + 10, top + 5, flow.width - INDENT - 20));
  flow.close();
  flow.y = top + height + 6;
}
