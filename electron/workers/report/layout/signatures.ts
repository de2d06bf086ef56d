/** Places to sign, kept together on one page, and who gets a copy. */
import type { BlockOf } from '#shared/contract/document-model.ts';
import type { SignatureBlock } from '#shared/contract/report-model.ts';
import { groupNip, type LayoutContext } from './context.ts';
import { heightOf, type Line } from './paragraph.ts';
import { COLOUR, MM, TEXT, type TextStyle } from './style.ts';

const BLOCK_WIDTH = 76 * MM;
const SIGNING_HEIGHT = 62;
const ROW_GAP = 16;
const TITLE_HEIGHT = 22;

/** "a.n. Wali Kota", "Plt. Kepala Dinas": the mark hangs before the office, and what follows stands under the office. */
const HANGING = /^(a\.n\.|u\.b\.|Plt\.|Plh\.|Pj\.|Pjs\.)\s+(.+)$/su;

/** Two blocks a row; a single one stands on the right, as in letters. */
export async function drawSignatures(
  context: LayoutContext,
  { title, blocks }: Pick<BlockOf<'signatures'>, 'title' | 'blocks'>,
): Promise<void> {
  const { flow } = context;
  const rows = rowsOf(blocks);
  for (const [index, pair] of rows.entries()) {
    const above = Math.max(...pair.map((block) => heightOfAbove(context, block)));
    const height = heightOfPair(context, pair);
    await flow.ensure(height + ROW_GAP + (index === 0 && title !== null ? TITLE_HEIGHT : 0));
    if (index === 0 && title !== null) {
      flow.y += 6;
      await flow.paragraph([{ text: title, style: TEXT.body }], { align: 'center' });
    }
    const top = flow.y + 10;
    pair.forEach((block, place) => {
      const right = pair.length === 1 || place === 1;
      drawBlock(context, block, right ? flow.left + flow.width - BLOCK_WIDTH : flow.left, top, above);
    });
    flow.y = top + height + 6;
  }
}

/** Height that the blocks need. */
export function heightOfSignatures(
  context: LayoutContext,
  { title, blocks }: Pick<BlockOf<'signatures'>, 'title' | 'blocks'>,
): number {
  const rows = rowsOf(blocks).map((pair) => heightOfPair(context, pair) + ROW_GAP);
  return rows.reduce((sum, height) => sum + height, title === null ? 0 : TITLE_HEIGHT);
}

/** Tembusan: a numbered list in small type at the end. */
export async function drawCopies(context: LayoutContext, copies: readonly string[]): Promise<void> {
  if (copies.length === 0) return;
  const { flow, wording } = context;
  await flow.ensure(heightOfCopies(copies));
  flow.y += 8;
  await flow.paragraph([{ text: wording.copies, style: TEXT.smallBold }], { after: 1 });
  for (const [index, copy] of copies.entries()) {
    await flow.paragraph([{ text: `${index + 1}. ${copy}`, style: TEXT.small }]);
  }
}

/** Height that the list needs, with its heading. */
export function heightOfCopies(copies: readonly string[]): number {
  return copies.length === 0 ? 0 : copies.length * TEXT.small.leading + 28;
}

function rowsOf(blocks: readonly SignatureBlock[]): SignatureBlock[][] {
  const rows: SignatureBlock[][] = [];
  for (let index = 0; index < blocks.length; index += 2) rows.push(blocks.slice(index, index + 2));
  return rows;
}

/** A line of the head of a block, and how far it is moved in. */
interface Headed {
  readonly mark: readonly Line[];
  readonly lines: readonly Line[];
  readonly indent: number;
}

function headOf({ flow }: LayoutContext, block: SignatureBlock): Headed[] {
  const set = (text: string, width: number, style: TextStyle = TEXT.body): Line[] =>
    flow.lines([{ text, style }], width);
  const heads: Headed[] =
    block.placeAndDate === null ? [] : [{ mark: [], lines: set(block.placeAndDate, BLOCK_WIDTH), indent: 0 }];
  let indent = 0;
  for (const text of block.position) {
    const hanging = HANGING.exec(text);
    if (hanging?.[1] && hanging[2]) {
      indent = Math.max(indent, flow.fonts.width(`${hanging[1]} `, TEXT.body.face, TEXT.body.size));
      heads.push({ mark: set(hanging[1], indent), lines: set(hanging[2], BLOCK_WIDTH - indent), indent });
    } else heads.push({ mark: [], lines: set(text, BLOCK_WIDTH - indent), indent });
  }
  return heads;
}

function heightOfAbove(context: LayoutContext, block: SignatureBlock): number {
  return headOf(context, block).reduce((sum, { lines }) => sum + heightOf(lines), 0);
}

function namesOf({ flow, wording }: LayoutContext, block: SignatureBlock): { name: Line[]; below: Line[] } {
  const set = (text: string, style: TextStyle): Line[] => flow.lines([{ text, style }], BLOCK_WIDTH);
  return {
    name: set(
      block.name === '' ? wording.signature.blankName : block.name,
      block.name === '' ? TEXT.body : TEXT.bodyBold,
    ),
    below: [
      ...(block.rank === null ? [] : set(block.rank, TEXT.body)),
      ...(block.nip === null ? [] : set(`${wording.signature.nip} ${groupNip(block.nip)}`, TEXT.body)),
    ],
  };
}

function heightOfPair(context: LayoutContext, pair: readonly SignatureBlock[]): number {
  const above = Math.max(...pair.map((block) => heightOfAbove(context, block)));
  const below = pair.map((block) => {
    const names = namesOf(context, block);
    return heightOf(names.name) + heightOf(names.below);
  });
  return above + SIGNING_HEIGHT + 10 + Math.max(...below);
}

/** `aboveHeight`: the pair's taller head; heads end on one line, so that names stand on one line. */
function drawBlock(context: LayoutContext, block: SignatureBlock, x: number, top: number, aboveHeight: number): void {
  const { flow } = context;
  const boxTop = top + aboveHeight + 4;
  let y = top + aboveHeight - heightOfAbove(context, block);
  flow.open('P');
  flow.marked('P', () => {
    for (const { mark, lines, indent } of headOf(context, block)) {
      flow.drawLines(mark, x, y, indent);
      flow.drawLines(lines, x + indent, y, BLOCK_WIDTH - indent);
      y += heightOf(lines);
    }
  });
  flow.close();
  if (block.digitalField !== null) {
    const bottom = flow.shape.height - boxTop - SIGNING_HEIGHT;
    const rectangle = [x, bottom, x + BLOCK_WIDTH, bottom + SIGNING_HEIGHT] as const;
    context.found.fields.set(block.digitalField, { page: flow.page, rectangle });
  }
  drawNames(context, block, x, boxTop + SIGNING_HEIGHT + 4);
}

function drawNames(context: LayoutContext, block: SignatureBlock, x: number, top: number): void {
  const { flow } = context;
  const { name, below } = namesOf(context, block);
  flow.open('P');
  flow.marked('P', () => flow.drawLines([...name, ...below], x, top, BLOCK_WIDTH));
  flow.close();
  if (block.name === '') return;
  name.forEach((line, index) => {
    flow.rule(top + (index + 1) * TEXT.bodyBold.leading - 1.6, 0.7, COLOUR.text, x, line.width);
  });
}
