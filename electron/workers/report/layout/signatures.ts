/** Places to sign, kept together on one page, and who gets a copy. */
import type { SignatureBlock } from '#shared/contract/report-model.ts';
import { groupNip, type LayoutContext } from './context.ts';
import { heightOf, type Line } from './paragraph.ts';
import { COLOUR, MM, TEXT } from './style.ts';

const BLOCK_WIDTH = 76 * MM;
const SIGNING_HEIGHT = 62;

/** Two blocks a row; a single one stands on the right, as in letters. */
export async function drawSignatures(context: LayoutContext, blocks: readonly SignatureBlock[]): Promise<void> {
  const { flow } = context;
  for (let index = 0; index < blocks.length; index += 2) {
    const pair = blocks.slice(index, index + 2);
    const above = Math.max(...pair.map((block) => heightOf(blockLines(context, block).above)));
    const height = heightOfPair(context, pair);
    await flow.ensure(height + 12);
    const top = flow.y + 10;
    pair.forEach((block, place) => {
      const right = pair.length === 1 || place === 1;
      drawBlock(context, block, right ? flow.left + flow.width - BLOCK_WIDTH : flow.left, top, above);
    });
    flow.y = top + height + 6;
  }
}

/** Height that the blocks need. */
export function heightOfSignatures(context: LayoutContext, blocks: readonly SignatureBlock[]): number {
  let height = 0;
  for (let index = 0; index < blocks.length; index += 2)
    height += heightOfPair(context, blocks.slice(index, index + 2)) + 16;
  return height;
}

/** Tembusan: a numbered list in small type at the end. */
export async function drawCopies(context: LayoutContext, copies: readonly string[]): Promise<void> {
  if (copies.length === 0) return;
  const { flow, wording } = context;
  await flow.ensure(copies.length * TEXT.small.leading + 20);
  flow.y += 8;
  await flow.paragraph([{ text: wording.copies, style: TEXT.smallBold }], { after: 1 });
  for (const [index, copy] of copies.entries()) {
    await flow.paragraph([{ text: `${index + 1}. ${copy}`, style: TEXT.small }]);
  }
}

function blockLines({ flow, wording }: LayoutContext, block: SignatureBlock): { above: Line[]; below: Line[] } {
  const set = (text: string, style: (typeof TEXT)[keyof typeof TEXT]): Line[] =>
    flow.lines([{ text, style }], BLOCK_WIDTH);
  return {
    above: [
      ...(block.placeAndDate === null ? [] : set(block.placeAndDate, TEXT.body)),
      ...block.position.flatMap((text) => set(text, TEXT.body)),
    ],
    below: [
      ...set(block.name, TEXT.bodyBold),
      ...(block.rank === null ? [] : set(block.rank, TEXT.body)),
      ...(block.nip === null ? [] : set(`${wording.signature.nip} ${groupNip(block.nip)}`, TEXT.body)),
    ],
  };
}

function heightOfPair(context: LayoutContext, pair: readonly SignatureBlock[]): number {
  const lines = pair.map((block) => blockLines(context, block));
  const above = Math.max(...lines.map((block) => heightOf(block.above)));
  return above + SIGNING_HEIGHT + 10 + Math.max(...lines.map((block) => heightOf(block.below)));
}

/** `aboveHeight`: the pair's taller head; heads end on one line, so that names stand on one line. */
function drawBlock(context: LayoutContext, block: SignatureBlock, x: number, top: number, aboveHeight: number): void {
  const { flow } = context;
  const { above, below } = blockLines(context, block);
  const boxTop = top + aboveHeight + 4;
  flow.open('P');
  flow.marked('P', () => flow.drawLines(above, x, top + aboveHeight - heightOf(above), BLOCK_WIDTH));
  flow.close();
  if (block.digitalField !== null) {
    const bottom = flow.shape.height - boxTop - SIGNING_HEIGHT;
    const rectangle = [x, bottom, x + BLOCK_WIDTH, bottom + SIGNING_HEIGHT] as const;
    context.found.fields.set(block.digitalField, { page: flow.page, rectangle });
  }
  const nameTop = boxTop + SIGNING_HEIGHT + 4;
  flow.open('P');
  flow.marked('P', () => flow.drawLines(below, x, nameTop, BLOCK_WIDTH));
  flow.close();
  const nameWidth = below[0]?.width ?? 0;
  flow.rule(nameTop + TEXT.bodyBold.leading - 1.6, 0.7, COLOUR.text, x, nameWidth);
}
