/** The pages that show evidence: as large as paper allows, tall pictures in parts that overlap and say so. */
import type { BlockOf } from '#shared/contract/document-model.ts';
import type { Evidence, EvidencePage, Picture } from '#shared/contract/report-model.ts';
import { fillWording } from '#shared/contract/report-wording.ts';
import type { PlacedPicture } from '../pdf/pdfkit-base.ts';
import type { LayoutContext } from './context.ts';
import { groupHash } from './context.ts';
import { evidenceDestination, hashesOf } from './evidence-table.ts';
import type { PageShape } from './page-flow.ts';
import { type PicturePart, splitPicture } from './picture-parts.ts';
import { COLOUR, PICTURE_MARGIN, TEXT } from './style.ts';

const RULER_WIDTH = 26;
const CAPTION_HEIGHT = 16;
/** Wider than this against its height, a picture is read better on a page turned sideways. */
const LANDSCAPE_RATIO = 1.15;
/** Points per pixel: a page's text of 16 pixels is 8 points then. A picture this large upright is not turned, nor cut for it. */
const READABLE_SCALE = 0.5;
/** Rows; a viewer decodes up to this much for each page without trouble (about 25 MB at 1,265 across). */
const CUT_ABOVE_ROWS = 6_500;

/** Every evidence item's pages, in order. */
export async function drawEvidencePages(context: LayoutContext, block: BlockOf<'pictures'>): Promise<void> {
  const evidence = new Map(block.evidence.map((item) => [item.number, item]));
  for (const [index, page] of block.pages.entries()) {
    const item = evidence.get(page.evidenceNumber);
    if (!item || (item.masked && item.copy === null)) throw new Error('the model shows evidence that it does not name');
    await drawItem(context, page, item, index === 0 ? block.title : null);
    context.progress(index + 1, block.pages.length);
  }
}

async function drawItem(
  context: LayoutContext,
  page: EvidencePage,
  item: Evidence,
  title: string | null,
): Promise<void> {
  const { flow, wording } = context;
  const words = wording.evidence;
  const shape = pictureShape(flow.standard, page.picture);
  await flow.newPage(shape);
  if (title !== null) {
    context.flow.bookmark(title);
    await flow.paragraph([{ text: title, style: TEXT.heading }], { tag: 'H2', after: 6 });
  }
  const heading = fillWording(words.heading, { number: page.evidenceNumber });
  if (!context.found.evidencePages.has(page.evidenceNumber)) {
    context.found.evidencePages.set(page.evidenceNumber, flow.page);
    flow.nameDestination(evidenceDestination(page.evidenceNumber));
  }
  context.flow.bookmark(heading);
  const name = [
    { text: heading, style: TEXT.subheading },
    { text: `   ${item.masked ? words.maskedCopy : item.what}`, style: TEXT.body },
  ];
  await flow.paragraph(name, { tag: 'H3', after: 1 });
  for (const text of page.caption) await flow.paragraph([{ text, style: TEXT.small, wrap: 'address' }]);
  if (item.masked ? item.copy?.secondHand : item.secondHand)
    await flow.paragraph([{ text: words.secondHand, style: TEXT.caution }]);
  for (const { label, sha256 } of hashesOf(item, words))
    await flow.paragraph([{ text: `${label} ${groupHash(sha256)}`, style: TEXT.monoQuiet }], { after: 2 });
  for (const note of page.notes) {
    await flow.paragraph([
      { text: `${words.whereToLook} – ${note.who}: `, style: TEXT.smallBold },
      { text: note.where, style: TEXT.small },
    ]);
  }
  flow.y += 5;
  if (page.picture) await drawPicture(context, page, page.picture, shape);
  else await flow.paragraph([{ text: words.notShown, style: TEXT.note }]);
}

async function drawPicture(
  context: LayoutContext,
  page: EvidencePage,
  picture: Picture,
  shape: PageShape,
): Promise<void> {
  const { flow } = context;
  const full = flow.bottom - shape.margin.top - CAPTION_HEIGHT;
  if (flow.room < full / 4) await flow.newPage(shape);
  const { scale, parts } = splitPicture(picture, {
    width: flow.width - RULER_WIDTH,
    firstHeight: flow.room - CAPTION_HEIGHT,
    height: full - CAPTION_HEIGHT,
  });
  const show = openPicture(context, picture, parts);
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      await flow.newPage(shape);
      drawContinuation(context, page);
    }
    const shown = await show(part, index);
    drawPart(context, { page, picture, part, shown, scale, number: index + 1, of: parts.length });
  }
}

/** A placed picture and the row of the evidence at its top. */
interface Shown {
  readonly placed: PlacedPicture;
  readonly top: number;
}

/** One object for all parts, or, for a very tall picture, one for each. */
function openPicture(
  context: LayoutContext,
  picture: Picture,
  parts: readonly PicturePart[],
): (part: PicturePart, index: number) => Promise<Shown> {
  if (picture.heightPixels > CUT_ABOVE_ROWS && parts.length > 1) {
    const rows = context.pictures.rows(picture);
    return async (part, index) => ({
      placed: await rows.next(part.start, part.height, parts[index + 1]?.overlap ?? 0),
      top: part.start,
    });
  }
  let whole: Promise<PlacedPicture> | null = null;
  return async () => ({ placed: await (whole ??= context.pictures.whole(picture)), top: 0 });
}

interface PartDrawing {
  readonly page: EvidencePage;
  readonly picture: Picture;
  readonly part: PicturePart;
  readonly shown: Shown;
  readonly scale: number;
  readonly number: number;
  readonly of: number;
}

function drawPart(context: LayoutContext, { page, picture, part, shown, scale, number, of }: PartDrawing): void {
  const { flow, wording } = context;
  const words = wording.evidence;
  const width = picture.widthPixels * scale;
  const height = part.height * scale;
  const x = flow.left + RULER_WIDTH + (flow.width - RULER_WIDTH - width) / 2;
  const y = flow.y;
  const alt =
    of === 1 ? page.alternateText : `${page.alternateText} ${fillWording(words.part, { part: number, parts: of })}`;
  flow.open('Figure', { alt, bbox: [x, y, x + width, y + height], placement: 'Block' });
  flow.marked('Figure', () => {
    flow.document.save();
    flow.document.rect(x, y, width, height).clip();
    const { placed, top } = shown;
    flow.document.image(placed, x, y + (top - part.start) * scale, { width, height: placed.height * scale });
    flow.document.restore();
  });
  flow.close();
  flow.artifact(() => {
    flow.document
      .lineWidth(0.6)
      .rect(x - 0.3, y - 0.3, width + 0.6, height + 0.6)
      .stroke(COLOUR.line);
    drawRuler(context, part, x, y, scale);
    if (part.overlap > 0) drawOverlapMark(context, x, y, part.overlap * scale, width);
  });
  flow.y = y + height + 4;
  drawPartCaption(context, picture, part, number, of);
}

function drawPartCaption(
  { flow, wording }: LayoutContext,
  picture: Picture,
  part: PicturePart,
  number: number,
  of: number,
): void {
  const words = wording.evidence;
  const size = fillWording(words.scale, { width: picture.widthPixels, height: picture.heightPixels });
  const position = of === 1 ? [] : [fillWording(words.part, { part: number, parts: of })];
  const overlap = part.overlap === 0 ? [] : [fillWording(words.overlap, { rows: part.overlap })];
  const text = [...position, ...overlap, size].join(' · ');
  const y = flow.y;
  flow.open('Caption');
  flow.marked('Caption', () =>
    flow.drawLines(flow.lines([{ text, style: TEXT.smallQuiet }], flow.width), flow.left, y, flow.width, 'right'),
  );
  flow.close();
  flow.y = y + TEXT.small.leading;
}

function drawContinuation({ flow, wording }: LayoutContext, page: EvidencePage): void {
  const heading = fillWording(wording.evidence.heading, { number: page.evidenceNumber });
  flow.artifact(() => {
    const lines = flow.lines(
      [{ text: `${heading} (${wording.evidence.continued})`, style: TEXT.smallBold }],
      flow.width,
    );
    flow.drawLines(lines, flow.left, flow.y - 2, flow.width);
  }, 'Pagination');
  flow.y += CAPTION_HEIGHT - 2;
}

/** Marks every hundred rows of the picture, with numbers, so that a place can be named and measured. */
function drawRuler({ flow }: LayoutContext, part: PicturePart, x: number, y: number, scale: number): void {
  const step = [100, 200, 500, 1000].find((rows) => rows * scale >= 34) ?? 2000;
  const first = Math.ceil(part.start / (step / 5)) * (step / 5);
  for (let row = first; row <= part.start + part.height; row += step / 5) {
    const at = y + (row - part.start) * scale;
    const numbered = row % step === 0;
    flow.document
      .moveTo(x - (numbered ? 6 : 3), at)
      .lineTo(x - 1, at)
      .lineWidth(0.4)
      .stroke(COLOUR.quiet);
    if (!numbered) continue;
    const lines = flow.lines([{ text: String(row), style: { ...TEXT.running, size: 5.6, leading: 6 } }], RULER_WIDTH);
    flow.drawLines(lines, x - RULER_WIDTH - 2, at - 3, RULER_WIDTH - 6, 'right');
  }
}

/** A bracket beside the rows that were already on the page before. */
function drawOverlapMark({ flow }: LayoutContext, x: number, y: number, height: number, width: number): void {
  const right = x + width + 4;
  flow.document
    .moveTo(right, y)
    .lineTo(right + 3, y)
    .lineTo(right + 3, y + height)
    .lineTo(right, y + height)
    .lineWidth(0.7)
    .stroke(COLOUR.caution);
}

/** The page for a picture: turned sideways where a wide one would be too small to read upright. */
export function pictureShape(
  standard: PageShape,
  picture: Pick<Picture, 'widthPixels' | 'heightPixels'> | null,
): PageShape {
  const across = standard.width - PICTURE_MARGIN.left - PICTURE_MARGIN.right - RULER_WIDTH;
  const wide =
    picture !== null &&
    picture.widthPixels / picture.heightPixels > LANDSCAPE_RATIO &&
    across / picture.widthPixels < READABLE_SCALE;
  const [width, height] = wide ? [standard.height, standard.width] : [standard.width, standard.height];
  return { width, height, margin: PICTURE_MARGIN };
}
