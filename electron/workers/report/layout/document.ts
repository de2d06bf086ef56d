/** Lays out an official document: its blocks from top to bottom, and what must stay together on a page. */
import type { Actor, Block } from '#shared/contract/document-model.ts';
import { drawActs } from './acts-part.ts';
import { drawAllegations, drawSubjects } from './body.ts';
import { groupNip, type LayoutContext } from './context.ts';
import { drawEvidencePages } from './evidence-pages.ts';
import { drawAttachmentTable, drawCustody, drawCustodyHead, drawEvidenceTable } from './evidence-table.ts';
import { drawFields } from './fields.ts';
import { drawLetterhead, drawLetterHead, drawMemoHead, drawNotice, drawTitle } from './letterhead.ts';
import { heightOf, type Span } from './paragraph.ts';
import { drawAccounts } from './proof-part.ts';
import { drawCopies, drawSignatures, heightOfSignatures } from './signatures.ts';
import { TEXT } from './style.ts';
import {
  drawChecks,
  drawCitations,
  drawList,
  drawParagraphs,
  drawQuestions,
  drawStatement,
  drawSteps,
  heightOfStatement,
  pageHeight,
  SectionCounter,
} from './text-blocks.ts';
import { drawFieldsBlock, drawHashes, drawTableBlock, FIELD_INDENT, FIELD_LABEL, valueSpans } from './values.ts';

/** A heading with its air. */
const HEADING_HEIGHT = 32;
/** Part of a page that signatures may ask to keep with the words before them. */
const MOST_KEPT = 0.85;

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
      return drawList(context, block);
    case 'citations':
      return drawCitations(context, block);
    case 'fields':
      return drawFieldsBlock(context, block);
    case 'person':
      return drawPerson(context, block.person, block.number);
    case 'subjects':
      return drawSubjects(context, block.subjects);
    case 'accounts':
      return drawAccounts(context, block.accounts);
    case 'acts':
      return drawActs(context, block.acts);
    case 'allegations':
      return drawAllegations(context, block.allegations);
    case 'table':
      return drawTableBlock(context, block);
    case 'evidence':
      return drawEvidenceTable(context, block.evidence);
    case 'hashes':
      return drawHashes(context, block);
    case 'custody':
      return drawCustody(context, block.entries);
    case 'custody-head':
      return drawCustodyHead(context, block.head, block.sealFingerprint, block.title);
    case 'attachments':
      return drawAttachmentTable(context);
    case 'notice':
      return drawNotice(context, block);
    case 'statement':
      return drawStatement(context, block, keep);
    case 'questions':
      return drawQuestions(context, block);
    case 'steps':
      return drawSteps(context, block);
    case 'checks':
      return drawChecks(context, block);
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

/** Height that must follow a block on its page: signatures never stand without a word of what is signed. */
function keptAfter(context: LayoutContext, index: number): number {
  const { blocks } = context.model;
  const block = blocks[index];
  const next = blocks[index + 1];
  if (block?.block === 'heading') {
    if (next?.block === 'statement')
      return atMost(
        context,
        HEADING_HEIGHT + heightOfStatement(context, next.items) + signingHeight(context, index + 2),
      );
    if (next?.block === 'paragraphs' && next.items.length === 1 && blocks[index + 2]?.block === 'signatures') {
      const text = context.flow.lines([{ text: next.items[0] ?? '', style: TEXT.body }], context.flow.width);
      return atMost(context, HEADING_HEIGHT + heightOf(text) + signingHeight(context, index + 2));
    }
    return 0;
  }
  return block?.block === 'statement' || block?.block === 'paragraphs' ? signingHeight(context, index + 1) : 0;
}

function atMost(context: LayoutContext, height: number): number {
  return Math.min(height, pageHeight(context) * MOST_KEPT);
}

/** Height of the signatures that begin at this block; 0 when none do. */
function signingHeight(context: LayoutContext, start: number): number {
  let height = 0;
  for (let index = start; ; index += 1) {
    const block = context.model.blocks[index];
    if (block?.block !== 'signatures') return height;
    const more = height + heightOfSignatures(context, block);
    if (height > 0 && more > pageHeight(context) * MOST_KEPT) return height;
    height = more;
  }
}

async function drawPerson(context: LayoutContext, person: Actor, number: number | null): Promise<void> {
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
  await flow.ensure(Math.min(rows.length * TEXT.body.leading, pageHeight(context) / 3));
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
