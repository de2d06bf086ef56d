/** The pictures of a capture: the window as it is, and the whole page in pieces. */
import { planTiles, type TileGeometry } from '#shared/domain/capture/tiles.ts';
import { pngSize, sendArtefact } from './artefact.ts';
import { CaptureInterrupted } from './cdp.ts';
import { fieldNumber, fieldRecord, fieldText, type JsonRecord } from './json.ts';
import { type LayerBox, type Layers, layersIn, noteUnseen, unseenIn } from './layers.ts';
import type { CaptureArtefact } from '#shared/domain/capture/record.ts';
import { BEGINNING, type Reach } from './outer-frames.ts';
import type { Extent, Work } from './work.ts';

/** The window before anything is touched. When the page hangs, the last picture the browser painted stands in, and is said to. */
export async function takeWindowPicture(work: Work): Promise<void> {
  try {
    await keepWindowPicture(work, decode(await askForWindow(work)));
  } catch (error) {
    if (!(error instanceof CaptureInterrupted)) throw error;
    work.warnings.add('viewport-picture-missing');
    if (error.reason === 'deadline') await takeLastPainted(work);
    throw error;
  }
}

/** Shares of the deadline for each asking. */
const ASKINGS = [0.1, 0.15, 0.25, 0.5] as const;

/** A window that has only just been opened sometimes does not paint, and such a call is never answered: shown and asked again. */
async function askForWindow(work: Work): Promise<JsonRecord> {
  const [first, ...more] = ASKINGS.map((share) => Math.round(share * work.deps.deadlines.picture));
  const ask = (deadline = 0): Promise<JsonRecord> =>
    work.calls.call('Page.captureScreenshot', { format: 'png' }, deadline);
  let answer = ask(first);
  for (const deadline of more) {
    answer = answer.catch((error: unknown) => {
      if (!(error instanceof CaptureInterrupted) || error.reason !== 'deadline') throw error;
      work.deps.repaint();
      return ask(deadline);
    });
  }
  return answer;
}

async function takeLastPainted(work: Work): Promise<void> {
  // Nothing else is left to try: without it the record alone is kept, and says that the picture is missing.
  const nothing = (): Uint8Array => new Uint8Array();
  const painted = await work.calls
    .within('last painted picture', work.deps.deadlines.command, work.deps.lastPainted)
    .catch(nothing);
  if (painted.byteLength === 0) return;
  await keepWindowPicture(work, painted);
  work.warnings.delete('viewport-picture-missing');
  work.warnings.add('viewport-picture-from-screen');
}

async function keepWindowPicture(work: Work, bytes: Uint8Array): Promise<void> {
  work.artefacts.push(
    await sendArtefact(work, { kind: 'viewport-image', mime: 'image/png', size: pngSize(bytes) }, bytes),
  );
}

/** Size of the page's content, CSS pixels. */
export async function measurePage(work: Work): Promise<Extent> {
  const metrics = await work.calls.call('Page.getLayoutMetrics', {}, work.deps.deadlines.command);
  const content = fieldRecord(metrics, 'cssContentSize');
  const window = fieldRecord(metrics, 'cssLayoutViewport');
  return {
    width: Math.max(fieldNumber(content, 'width') ?? 0, fieldNumber(window, 'clientWidth') ?? 0),
    height: Math.max(fieldNumber(content, 'height') ?? 0, fieldNumber(window, 'clientHeight') ?? 0),
  };
}

/** The whole page, piece by piece. While one piece is stored the next is taken; never more than two are held. */
export async function takeFullPage(
  work: Work,
  extent: Extent,
  scale: number,
  { layers, reach }: { readonly layers: Layers | null; readonly reach: Reach },
): Promise<void> {
  const take: TakeTile = (tile) => takeTile(work, tile, reach);
  const plan = planTiles({ ...extent, scale }, work.deps.tileLimits);
  work.tilesPlanned = plan.tiles.length;
  if (!plan.exact) work.warnings.add('joins-not-exact');
  if (plan.cutOff > 0 || plan.cutOffWidth > 0) work.warnings.add('page-cut-off');
  let storing: Promise<CaptureArtefact | null> = Promise.resolve(null);
  const settle = async (): Promise<void> => {
    const artefact = await storing;
    storing = Promise.resolve(null);
    if (artefact !== null) noteTile(work, artefact);
  };
  try {
    for (const tile of plan.tiles) {
      await reach.goTo(tile.clip);
      const bytes = layers !== null ? await takeSettledTile(work, tile, { layers, take }) : await take(tile);
      await settle();
      const size = pngSize(bytes);
      if (size.width !== tile.columns || size.height !== tile.rows) work.warnings.add('joins-not-exact');
      storing = sendArtefact(work, { kind: 'full-page-tile', mime: 'image/png', size, tile }, bytes);
      // A refusal of the vault is met at the next piece; until then nobody looks at it.
      storing.catch(() => undefined);
    }
  } finally {
    await settle();
  }
  await reach.goTo(BEGINNING);
}

function noteTile(work: Work, artefact: CaptureArtefact): void {
  work.artefacts.push(artefact);
  work.tilesTaken += 1;
  const clip = artefact.tile?.clip;
  if (clip !== undefined) work.seen = { width: clip.width, height: clip.y + clip.height };
}

/**
 * Layers and frames of other sites are painted in their own time: a piece is taken until it comes out the same twice. A busy
 * machine may leave the same layer out twice in a row, so that there is a pause between, as long as the first shot took,
 * and what came out the same is held against a shot without layers. What is not seen in the end is said in the record.
 */
async function takeSettledTile(
  work: Work,
  tile: TileGeometry,
  { layers, take }: { readonly layers: Layers; readonly take: TakeTile },
): Promise<Uint8Array> {
  const { clock } = work.deps;
  const here = layersIn(layers.boxes, tile);
  let unseen: readonly LayerBox[] | null = null;
  const started = clock.monotonic();
  let before = await take(tile);
  const pause = Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, clock.monotonic() - started));
  for (let again = 0; again < MOST_RETAKES; again += 1) {
    await new Promise<void>((resolve) => void clock.after(pause, resolve));
    const bytes = await take(tile);
    const same = Buffer.compare(bytes, before) === 0;
    unseen = same ? await unseenLayers(work, tile, { here, layers, take, bytes }) : null;
    if (unseen?.length === 0) return bytes;
    before = bytes;
  }
  if (unseen === null) work.warnings.add('picture-unsteady');
  noteUnseen(work, unseen ?? []);
  return before;
}

/** Of the layers in a piece those that are not seen in it. */
async function unseenLayers(
  work: Work,
  tile: TileGeometry,
  { here, layers, take, bytes }: { here: readonly LayerBox[]; layers: Layers; take: TakeTile; bytes: Uint8Array },
): Promise<readonly LayerBox[]> {
  if (here.length === 0) return [];
  const { pixels } = work.deps;
  const hidden = await layers.without(() => take(tile));
  return unseenIn(here, tile, pixels(bytes), pixels(hidden));
}

const MOST_RETAKES = 4;
/** Milliseconds between two shots of a piece. */
const SHORTEST_PAUSE = 80;
const LONGEST_PAUSE = 2_000;

type TakeTile = (tile: TileGeometry) => Promise<Uint8Array>;

async function takeTile(work: Work, tile: TileGeometry, { inWindow }: Reach): Promise<Uint8Array> {
  const params = {
    format: 'png',
    captureBeyondViewport: !inWindow,
    // Less pressed; the joined picture is pressed anew.
    optimizeForSpeed: true,
    clip: { ...tile.clip, scale: 1 },
  };
  return decode(await work.calls.call('Page.captureScreenshot', params, work.deps.deadlines.tile));
}

function decode(answer: JsonRecord): Uint8Array {
  return Buffer.from(fieldText(answer, 'data'), 'base64');
}
