/** Lays out an official document: its blocks from top to bottom, and what must stay together on a page. */
import type { Actor, Block, BlockOf } from '#shared/contract/document-model.ts';
import { fillWording } from '#shared/contract/report-wording.ts';
import { sizeWords } from '#shared/domain/text/size-words.ts';
import { drawActs, heightOfFirstAct } from './acts-part.ts';
import { drawAllegations, drawSubjects } from './body.ts';
import { groupNip, type LayoutContext } from './context.ts';
import { drawEvidencePages } from './evidence-pages.ts';
import {
  attachmentShape,
  custodyShape,
  drawCustodyHead,
  evidenceShape,
  heightOfCustodyHead,
} from './evidence-table.ts';
import { drawFields } from './fields.ts';
import { drawLetterhead, drawLetterHead, drawMemoHead, drawNotice, drawTitle } from './letterhead.ts';
import { heightOf, type Span } from './paragraph.ts';
import { drawAccounts } from './proof-part.ts';
import { drawCopies, drawSignatures, heightOfCopies, heightOfSignatures } from './signatures.ts';
import { TEXT } from './style.ts';
import {
  drawCitations,
  drawList,
  drawParagraphs,
  drawQuestions,
  drawStatement,
  drawSteps,
  heightOfStatement,
  MOST_KEPT,
  pageHeight,
  SectionCounter,
} from './text-blocks.ts';
import { drawTable, heightOfStart, type TableShape } from './table.ts';
import { checkShape, drawFieldsBlock, FIELD_INDENT, FIELD_LABEL, hashShape, tableShape, valueSpans } from './values.ts';

/** A heading with its air. */
const HEADING_HEIGHT = 32;

/** Lays out the whole document. */
export async function layOutDocument(context: LayoutContext): Promise<void> {
  const { flow, model } = context;
  const sections = new SectionCounter();
  await flow.newPage();
  for (const [index, block] of model.blocks.entries()) {
    const onPicturePage = flow.shape !== flow.standard;
    if (onPicturePage && block.block !== 'pictures') await flow.newPage();
    await drawBlock(context, sections, block, keptAfter(context, index));
  }
}

async function drawBlock(context: LayoutContext, sections: SectionCounter, block: Block, keep: number): Promise<void> {
  const { flow } = context;
  switch (block.block) {
    case 'kop':
      return drawLetterhead(context, block.letterhead);
    case 'memo-head':
      return drawMemoHead(context, block);
    case 'letter-head':
      return drawLetterHead(context, block);
    case 'title':
      return drawTitle(context, block);
    case 'heading':
      return sections.draw(context, block, keep);
    case 'paragraphs':
      return drawParagraphs(context, block, keep);
    case 'list':
      return drawList(context, block, keep);
    case 'citations':
      return drawCitations(context, block);
    case 'fields':
      return drawFieldsBlock(context, block);
    case 'person':
      return drawPerson(context, block.person, block.number, keep);
    case 'subjects':
      return drawSubjects(context, block.subjects);
    case 'accounts':
      return drawAccounts(context, block.accounts);
    case 'acts':
      return drawActs(context, block.acts);
    case 'allegations':
      return drawAllegations(context, block.allegations);
    case 'table':
    case 'evidence':
    case 'hashes':
    case 'checks':
    case 'custody':
    case 'attachments':
      return drawTabular(context, block);
    case 'custody-head':
      return drawCustodyHead(context, block.head, block.sealFingerprint, block.title);
    case 'notice':
      return drawNotice(context, block);
    case 'statement':
      return drawStatement(context, block, keep);
    case 'questions':
      return drawQuestions(context, block);
    case 'steps':
      return drawSteps(context, block);
    case 'signatures':
      return drawSignatures(context, block);
    case 'copies':
      return drawCopies(context, block.items);
    case 'page-break':
      return flow.y > flow.shape.margin.top + 1 ? flow.newPage() : undefined;
    case 'pictures':
      return drawEvidencePages(context, block);
  }
}

/** Blocks that are a table, some with a sentence before it. */
type Tabular = BlockOf<'table' | 'evidence' | 'hashes' | 'checks' | 'custody' | 'attachments'>;

/** `most`: as many rows as are looked at. A masked document's originals, and a custody without events, have no table. */
function shapeOf(context: LayoutContext, block: Tabular, most = Infinity): TableShape | null {
  switch (block.block) {
    case 'table':
      return tableShape(context, block, most);
    case 'evidence':
      return evidenceShape(context, block.evidence, most);
    case 'hashes':
      return hashShape(context, block, most);
    case 'checks':
      return checkShape(context, block, most);
    case 'custody':
      return block.entries.length === 0 ? null : custodyShape(context, block.entries, most);
    case 'attachments':
      return context.model.variant === 'disamarkan' ? null : attachmentShape(context, most);
  }
}

function introductionOf({ wording, model, attachments }: LayoutContext, block: Tabular): Span[] {
  if (block.block === 'evidence') return [{ text: wording.evidence.introduction, style: TEXT.note }];
  if (block.block === 'custody') return [{ text: wording.custody.introduction, style: TEXT.note }];
  if (block.block !== 'attachments') return [];
  if (model.variant === 'disamarkan') return [{ text: wording.attachments.masked, style: TEXT.body }];
  const limit = sizeWords(attachments.limitBytes);
  return [{ text: fillWording(wording.attachments.introduction, { limit }), style: TEXT.note }];
}

async function drawTabular(context: LayoutContext, block: Tabular): Promise<void> {
  const introduction = introductionOf(context, block);
  if (introduction.length > 0) await context.flow.paragraph(introduction, { after: 6 });
  const shape = shapeOf(context, block);
  if (shape === null) return;
  await drawTable(context.flow, shape);
  context.flow.y += 8;
}

/** Height that must follow a block on its page: no heading stands alone, no signature without a word of what is signed. */
function keptAfter(context: LayoutContext, index: number): number {
  const block = context.model.blocks[index];
  if (block?.block === 'paragraphs') return followingHeight(context, index, block);
  if (block?.block !== 'heading') return signingHeight(context, index + 1);
  return HEADING_HEIGHT + atMost(context, startHeight(context, index + 1));
}

/** Height that a block needs where it begins, with the signatures that belong to it. */
function startHeight(context: LayoutContext, index: number): number {
  const { flow } = context;
  const block = context.model.blocks[index];
  if (!block) return 0;
  switch (block.block) {
    case 'statement':
      return heightOfStatement(context, block.items) + signingHeight(context, index + 1);
    case 'paragraphs': {
      const follows = block.items.length === 1 ? followingHeight(context, index, block) : 0;
      if (follows === 0) return 2 * TEXT.body.leading;
      return heightOf(flow.lines([{ text: block.items[0] ?? '', style: TEXT.body }], flow.width)) + follows;
    }
    case 'table':
    case 'evidence':
    case 'hashes':
    case 'checks':
    case 'custody':
    case 'attachments': {
      const shape = shapeOf(context, block, 1);
      const introduction = heightOf(flow.lines(introductionOf(context, block), flow.width));
      return introduction + 8 + (shape === null ? 0 : heightOfStart(flow, shape));
    }
    case 'custody-head':
      return heightOfCustodyHead(context, block.sealFingerprint, block.head);
    case 'heading':
      return HEADING_HEIGHT + startHeight(context, index + 1);
    case 'acts':
      return heightOfFirstAct(context, block.acts);
    case 'person':
      return PERSON_ROWS * TEXT.body.leading + signingHeight(context, index + 1);
    default:
      return LEAST_START[block.block] ?? 0;
  }
}

/** What must stand on the page of a paragraph: the signatures after it, or the table that a single sentence introduces. */
function followingHeight(context: LayoutContext, index: number, { items }: BlockOf<'paragraphs'>): number {
  const next = context.model.blocks[index + 1]?.block;
  return (next === 'table' || next === 'hashes') && items.length === 1
    ? startHeight(context, index + 1)
    : signingHeight(context, index + 1);
}

const PERSON_ROWS = 6;
/** What the other blocks keep together where they begin, with the sentence that some have first. */
const LEAST_START: Readonly<Partial<Record<Block['block'], number>>> = {
  list: 3 * TEXT.body.leading,
  citations: 3 * TEXT.body.leading,
  fields: 3 * TEXT.body.leading,
  notice: 60,
  steps: 130,
  questions: 330,
  subjects: 100,
  accounts: 160,
  allegations: 200,
};

function atMost(context: LayoutContext, height: number): number {
  return Math.min(height, pageHeight(context) * MOST_KEPT);
}

/** Height of the signatures that begin at this block, with who gets a copy; 0 when none do. */
function signingHeight(context: LayoutContext, start: number): number {
  let height = 0;
  for (let index = start; ; index += 1) {
    const block = context.model.blocks[index];
    if (block?.block === 'copies' && height > 0) return atMost(context, height + heightOfCopies(block.items));
    if (block?.block !== 'signatures') return height;
    const more = height + heightOfSignatures(context, block);
    if (height > 0 && more > pageHeight(context) * MOST_KEPT) return height;
    height = more;
  }
}

async function drawPerson(context: LayoutContext, person: Actor, number: number | null, keep: number): Promise<void> {
  const { flow, wording } = context;
  const words = wording.subject;
  const row = (label: string, value: string | null, spans?: Span[]): (readonly [string, readonly Span[]])[] =>
    value === null || value === '' ? [] : [[label, spans ?? [{ text: value, style: TEXT.body }]]];
  const rows = [
    ...row(words.name, person.name, valueSpans(person.name, 'strong')),
    ...row(words.nip, person.nip, valueSpans(groupNip(person.nip ?? ''), 'mono')),
    ...row(words.rank, person.rank),
    ...row(words.position, person.position),
    ...row(words.unit, person.unit),
    ...person.further.flatMap(({ label, value }) => row(label, value)),
  ];
  await flow.ensure(Math.min(rows.length * TEXT.body.leading + keep, pageHeight(context) * MOST_KEPT));
  if (number !== null) {
    const top = flow.y;
    flow.open('P');
    flow.marked('P', () =>
      flow.drawLines(
        flow.lines([{ text: `${number}.`, style: TEXT.body }], FIELD_INDENT),
        flow.left,
        top,
        FIELD_INDENT,
      ),
    );
    flow.close();
  }
  await drawFields(flow, rows, { labelWidth: FIELD_LABEL, indent: FIELD_INDENT });
  flow.y += 8;
}
