/**
 * One series of a capture: everything that is taken of the page as it stands. Steps are in the order of their worth, so
 * that a page which hangs or dies in the middle leaves the best behind.
 */
import { CaptureInterrupted, type InterruptionReason } from './cdp.ts';
import { fieldList, fieldNumber, fieldRecord, fieldText, fieldTrue, type JsonRecord, recordOf } from './json.ts';
import { sendArtefact } from './artefact.ts';
import { hideBanner } from './banner.ts';
import { findLayers } from './layers.ts';
import { CONTENT_FACTS, HAS_LAYERS, PAGE_FACTS, VISIBLE_TEXT } from './page-scripts.ts';
import { withoutCredentials } from '#shared/domain/capture/headers.ts';
import type { StatedComments } from '#shared/domain/capture/stated-comments.ts';
import { takeMedia } from './media.ts';
import { PAGE_STATEMENTS, pageStatementsOf } from './page-statements.ts';
import { AS_IT_STANDS, reachOuterFrames } from './outer-frames.ts';
import { measurePage, takeFullPage, takeWindowPicture } from './pictures.ts';
import { recordScroll } from './scroll/record-scroll.ts';
import { takeTextPositions } from './text-positions.ts';
import { readUserActions } from './user-actions.ts';
import { openPageWorld, type PageWorld, preparePage, scrollPageBack } from './prepare.ts';
import { type ContentFacts, type Extent, type PageFacts, prepared, type Work } from './work.ts';

export interface SeriesEnd {
  readonly interruption: Exclude<InterruptionReason, 'cancelled' | 'refused'> | null;
  readonly detail: string;
}

/** Takes everything; ends early, with the reason, when the page hangs, dies or changes. Throws when it was cancelled or the vault refuses. */
export async function takeSeries(work: Work, address: string): Promise<SeriesEnd> {
  try {
    await takeAll(work, address);
    return { interruption: null, detail: '' };
  } catch (error) {
    if (!(error instanceof CaptureInterrupted) || error.reason === 'cancelled') throw error;
    if (error.reason === 'refused') return { interruption: null, detail: error.message };
    if (error.reason === 'deadline') work.warnings.add('page-not-responding');
    if (error.reason === 'changed') work.warnings.add('document-changed');
    return { interruption: error.reason, detail: error.message };
  } finally {
    noteMissing(work);
  }
}

async function takeAll(work: Work, address: string): Promise<void> {
  work.onPhase('window');
  await tolerated(takeWindowPicture(work));
  const world = await openPageWorld(work);
  work.facts = pageFactsOf(await world(PAGE_FACTS, work.deps.deadlines.text));
  work.before = await measurePage(work);
  if (work.facts.ready !== 'complete') work.warnings.add('still-loading');
  await tolerated(readUserActions(work));
  const showBanner = await hideBanner(work, world);
  try {
    await tolerated(recordScroll(work, world, withoutCredentials(address)));
    await tolerated(takeWhole(work, world, work.facts.scale));
  } finally {
    await showBanner();
  }
  work.images = contentFactsOf(await world(CONTENT_FACTS, work.deps.deadlines.text));
  await tolerated(takeStatements(work, world));
  await tolerated(takeText(work, world));
  await tolerated(takeCopy(work));
  await tolerated(takeMedia(work, world));
}

/** What the browser refuses is missing in the record; the rest is taken nevertheless. */
async function tolerated(step: Promise<void>): Promise<void> {
  try {
    await step;
  } catch (error) {
    if (!(error instanceof CaptureInterrupted) || error.reason !== 'refused') throw error;
  }
}

async function takeStatements(work: Work, world: PageWorld): Promise<void> {
  work.statements = pageStatementsOf(await world(PAGE_STATEMENTS, work.deps.deadlines.text));
}

async function takeText(work: Work, world: PageWorld): Promise<void> {
  work.onPhase('text');
  const text = await world(VISIBLE_TEXT, work.deps.deadlines.text);
  if (typeof text !== 'string') return;
  work.text = text;
  work.artefacts.push(await sendArtefact(work, { kind: 'text', mime: 'text/plain; charset=utf-8' }, utf8(text)));
}

async function takeWhole(work: Work, world: PageWorld, scale: number): Promise<void> {
  work.onPhase('scrolling');
  let letGo = (): Promise<void> => Promise.resolve();
  let reach = AS_IT_STANDS;
  try {
    const still = await preparePage(work, world);
    letGo = still.letGo;
    const extent = withoutScrollBar(await measurePage(work), work.facts?.width ?? 0);
    reach = await reachOuterFrames(work, world, extent);
    await still.settleFrames(reach);
    work.layered = work.outerFrames > 0 || (await world(HAS_LAYERS, work.deps.deadlines.text)) === true;
    const layers = work.layered ? await findLayers(work) : null;
    work.onPhase('full-page');
    await prepared(
      work,
      'pictured-beyond-window',
      () => takeFullPage(work, extent, scale, { layers, reach }),
      () => `${work.tilesTaken}/${work.tilesPlanned}`,
    );
    await tolerated(takeTextPositions(work, world, extent, scale));
    // While the scroll bar comes back the width is not to be trusted; only the height can have changed.
    await reach.back();
    reach = AS_IT_STANDS;
    work.after = { width: extent.width, height: (await measurePage(work)).height };
    if (Math.abs(work.after.height - extent.height) >= 1) work.warnings.add('page-grew');
  } finally {
    await reach.back();
    await letGo();
    await scrollPageBack(work, world);
  }
}

/** A shot beyond the window has no scroll bar, and the page is laid out over its place too. */
function withoutScrollBar({ width, height }: Extent, windowWidth: number): Extent {
  return { width: Math.max(width, windowWidth), height };
}

async function takeCopy(work: Work): Promise<void> {
  work.onPhase('mhtml');
  const answer = await work.calls.call('Page.captureSnapshot', { format: 'mhtml' }, work.deps.deadlines.mhtml);
  const data = fieldText(answer, 'data');
  if (data === '') return;
  work.artefacts.push(await sendArtefact(work, { kind: 'mhtml', mime: 'multipart/related' }, utf8(data)));
}

function noteMissing(work: Work): void {
  const got = new Set(work.artefacts.map((artefact) => artefact.kind));
  if (!got.has('viewport-image')) work.warnings.add('viewport-picture-missing');
  if (work.scroll !== null && !got.has('scroll-frames')) work.warnings.add('recording-missing');
  if (!got.has('mhtml')) work.warnings.add('mhtml-missing');
  if (!got.has('text')) work.warnings.add('text-missing');
  if (work.tilesTaken === 0 || work.tilesTaken < work.tilesPlanned) work.warnings.add('tiles-missing');
  if (work.images !== null && work.images.loaded < work.images.declared) work.warnings.add('images-missing');
  if (work.images !== null && work.images.innerAreas > 0) work.warnings.add('inner-areas');
}

function pageFactsOf(value: unknown): PageFacts {
  const facts = recordOf(value);
  const hints = facts['hints'] === null ? null : fieldRecord(facts, 'hints');
  return {
    title: fieldText(facts, 'title').slice(0, 2_000),
    ready: fieldText(facts, 'ready'),
    width: fieldNumber(facts, 'width') ?? 0,
    height: fieldNumber(facts, 'height') ?? 0,
    scale: fieldNumber(facts, 'scale') ?? 1,
    scrollX: fieldNumber(facts, 'scrollX') ?? 0,
    scrollY: fieldNumber(facts, 'scrollY') ?? 0,
    headings: fieldList(facts, 'headings').filter((heading) => typeof heading === 'string'),
    text: fieldText(facts, 'text'),
    textLength: fieldNumber(facts, 'textLength') ?? 0,
    passwordFields: fieldNumber(facts, 'passwordFields') ?? 0,
    hints: hints && {
      brands: fieldList(hints, 'brands').filter((brand) => typeof brand === 'string'),
      mobile: fieldTrue(hints, 'mobile'),
      platform: fieldText(hints, 'platform'),
    },
  };
}

function contentFactsOf(value: unknown): ContentFacts {
  const facts = recordOf(value);
  const count = (name: string): number => fieldNumber(facts, name) ?? 0;
  return {
    declared: count('declared'),
    loaded: count('loaded'),
    failed: count('failed'),
    pending: count('pending'),
    videosDeclared: count('videosDeclared'),
    videosLoaded: count('videosLoaded'),
    commentsStated: statedIn(fieldRecord(facts, 'commentsStated')),
    commentsShown: fieldNumber(facts, 'commentsShown'),
    innerAreas: count('innerAreas'),
    innerHidden: count('innerHidden'),
    frames: count('frames'),
  };
}

function statedIn(stated: JsonRecord): StatedComments | null {
  const count = fieldNumber(stated, 'count');
  return count === null ? null : { count, origin: fieldText(stated, 'origin') === 'json-ld' ? 'json-ld' : 'microdata' };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
