/** Places to sign, kept together on one page, and who gets a copy. */
import type { SignatureBlock } from '#shared/domain/report/model.ts';
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
    const heights = pair.map((block) => blockHeight(context, block));
    const height = Math.max(...heights);
    await flow.ensure(height + 12);
    const top = flow.y + 10;
    pair.forEach((block, place) => {
      const right = pair.length === 1 || place === 1;
      drawBlock(context, block, right ? flow.left + flow.width - BLOCK_WIDTH : flow.left, top);
    });
    flow.y = top + height + 6;
  }
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

function blockHeight(context: LayoutContext, block: SignatureBlock): number {
  const { above, below } = blockLines(context, block);
  return heightOf(above) + SIGNING_HEIGHT + 10 + heightOf(below);
}

function drawBlock(context: LayoutContext, block: SignatureBlock, x: number, top: number): void {
  const { flow } = context;
  const { above, below } = blockLines(context, block);
  const boxTop = top + heightOf(above) + 4;
  flow.open('P');
  flow.marked('P', () => flow.drawLines(above, x, top, BLOCK_WIDTH));
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
