/** Puts the record of one series together from what the network, the page and the steps told. */
import {
  CAPTURE_RECORD_VERSION,
  type CaptureRecord,
  type CaptureWarning,
  type DroppedAnswer,
  type RecordedTime,
} from '#shared/domain/capture/record.ts';
import { type Completeness, judgeCompleteness } from '#shared/domain/capture/completeness.ts';
import { withoutCredentials } from '#shared/domain/capture/headers.ts';
import { outcomeOf } from '#shared/domain/capture/outcome.ts';
import { type PostFacts, postFactsOf } from '#shared/domain/capture/post-facts.ts';
import { statedComments } from '#shared/domain/capture/stated-comments.ts';
import { judgePage, type PageVerdict } from '#shared/domain/capture/page-verdict.ts';
import { type ClockSample, timeWindow, type TimeWindow } from '#shared/domain/capture/time-window.ts';
import type { WebArchiveFacts } from '#shared/domain/capture/web-archive.ts';
import { formatInstant } from '#shared/domain/text/local-time.ts';
import { type DocumentFacts, documentFacts } from './document-facts.ts';
import type { PageFollower } from './page-follower.ts';
import type { PageDialog, PageState } from './page-state.ts';
import type { SeriesEnd } from './series.ts';
import type { Work } from './work.ts';

export interface SeriesContext {
  readonly captureId: string;
  readonly besides: string | null;
  /** The page when the series began. */
  readonly page: PageState;
  readonly startedAt: Date;
  readonly startedClock: ClockSample;
  readonly webArchive: WebArchiveFacts | null;
  readonly dialogs: readonly PageDialog[];
  /** Addresses whose answers came from where the rules allow nothing. */
  readonly wronglyAnswered: readonly string[];
  /** An address that was asked for and never became a document. */
  readonly fallbackAddress: string;
  readonly proxy: string | null;
}

/** The record, without the artefact that it will itself become. */
export function assembleRecord(
  work: Work,
  end: SeriesEnd,
  context: SeriesContext,
  follower: PageFollower,
): CaptureRecord {
  const { deps } = work;
  const { page } = context;
  const load = page.loaderId === null ? null : follower.log.load(page.loaderId);
  const facts = documentFacts({ load, seenFor: (host) => deps.certificates.of(host), proxy: context.proxy });
  const refusedRequests = deps.refusedRequests();
  const droppedAnswers = deps.droppedAnswers();
  const window = windowOf(work, context, follower);
  const verdict = verdictOf(work, context, facts);
  const postFacts = verdict === null ? statedFacts(work, context, facts) : null;
  const completeness = completenessOf(work, postFacts);
  noteWarnings(work.warnings, facts, context, refusedRequests.length > 0);
  if (droppedAnswers.length > 0) work.warnings.add('local-answer-dropped');
  if (verdict !== null) work.warnings.add(verdict.outcome === 'wall' ? 'not-the-post-wall' : 'not-the-post-gone');
  if (window.jump !== 0) work.warnings.add('clock-moved');
  if (window.basis === 'disagreeing' || window.basis === 'servers') work.warnings.add('clock-differs');
  return {
    version: CAPTURE_RECORD_VERSION,
    captureId: context.captureId,
    series: work.series,
    besides: context.besides,
    outcome: outcomeOf({
      interruption: end.interruption,
      failure: facts.document?.failure ?? null,
      status: facts.document?.status ?? null,
      verdict,
    }),
    outcomeDetail: droppedPage(droppedAnswers) ?? facts.document?.failure ?? end.detail,
    title: work.facts?.title ?? '',
    requestedAddress: facts.redirects[0]?.url ?? facts.document?.url ?? withoutCredentials(context.fallbackAddress),
    redirects: facts.redirects,
    document: facts.document,
    shownAddress: withoutCredentials(page.shownAddress),
    addressReachedInPage: page.leftDocumentAddress,
    inPageChanges: page.inPageChanges,
    navigation: page.navigation,
    certificate: facts.certificate,
    certificatesSeen: facts.certificatesSeen,
    proxy: context.proxy,
    startedAt: recordedTime(context.startedAt),
    finishedAt: recordedTime(deps.clock.now()),
    clock: deps.clockState(),
    versions: deps.versions,
    userAgent: { ...deps.userAgent, clientHints: work.facts?.hints ?? null },
    window: { width: work.facts?.width ?? 0, height: work.facts?.height ?? 0 },
    scale: work.facts?.scale ?? 0,
    scroll: { x: work.facts?.scrollX ?? 0, y: work.facts?.scrollY ?? 0 },
    verdict,
    postFacts,
    timeWindow: window,
    seenBy: deps.seenBy(work.facts?.text ?? ''),
    completeness,
    meter: judgeCompleteness(completeness),
    preparation: [...work.preparation],
    webArchive: context.webArchive,
    artefacts: [...work.artefacts],
    media: [...work.media],
    joined: work.joined,
    scrollRecording: work.scrollRecording,
    userActions: work.userActions,
    dialogs: context.dialogs,
    refusedRequests,
    droppedAnswers,
    warnings: [...work.warnings],
  };
}

function noteWarnings(
  warnings: Set<CaptureWarning>,
  facts: DocumentFacts,
  context: SeriesContext,
  refused: boolean,
): void {
  const { remarks, link } = facts.certificate;
  const rows: readonly (readonly [boolean, CaptureWarning])[] = [
    [context.page.leftDocumentAddress, 'address-reached-in-page'],
    [facts.document === null, 'document-not-recorded'],
    [context.page.loading, 'still-loading'],
    [context.dialogs.length > 0, 'dialog-dismissed'],
    [refused, 'requests-refused'],
    // Through a proxy every answer comes from the proxy's address, which says nothing.
    [context.wronglyAnswered.length > 0 && !remarks.includes('proxy'), 'local-address-reached'],
    [facts.document !== null && link === 'no-tls', 'no-encryption'],
    [facts.document !== null && link !== 'no-tls' && link !== 'same-connection', 'certificate-not-linked'],
    [remarks.includes('not-trusted'), 'certificate-not-trusted'],
    [remarks.includes('unknown-root'), 'unknown-root'],
    [remarks.includes('proxy'), 'proxy'],
    [remarks.includes('from-cache'), 'from-cache'],
    [remarks.includes('from-service-worker'), 'from-service-worker'],
  ];
  for (const [applies, warning] of rows) if (applies) warnings.add(warning);
}

/** Why the page itself was not let in; null when it was. */
function droppedPage(dropped: readonly DroppedAnswer[]): string | null {
  const page = dropped.find((answer) => answer.page);
  if (page?.ip === '') return 'where the answer came from could not be told, and it was dropped';
  return page === undefined ? null : `the answer came from ${page.ip}, which the rules do not allow, and was dropped`;
}

function completenessOf(work: Work, postFacts: PostFacts | null): Completeness {
  const comments = statedComments(postFacts, work.images?.commentsStated ?? null);
  const document = work.after ?? work.before ?? { width: 0, height: 0 };
  return {
    heightSeen: work.seen.height,
    documentHeight: document.height,
    documentHeightBefore: work.before?.height ?? 0,
    widthSeen: work.seen.width,
    documentWidth: document.width,
    imagesDeclared: work.images?.declared ?? 0,
    imagesLoaded: work.images?.loaded ?? 0,
    imagesFailed: work.images?.failed ?? 0,
    imagesPending: work.images?.pending ?? 0,
    videosDeclared: work.images?.videosDeclared ?? 0,
    videosLoaded: work.images?.videosLoaded ?? 0,
    commentsShown: work.images?.commentsShown ?? null,
    commentsStated: comments?.count ?? null,
    commentsOrigin: comments?.origin ?? null,
    frames: work.images?.frames ?? 0,
    outerFrames: work.outerFrames,
    outerFramesPainted: !work.warnings.has('outer-frames-missing'),
    layers: work.layers.all,
    layersSeen: work.layers.looked - work.layers.unseen.size,
    tilesPlanned: work.tilesPlanned,
    tilesTaken: work.tilesTaken,
    framesDropped: work.tilesPlanned - work.tilesTaken,
    innerAreas: work.images?.innerAreas ?? 0,
    innerHidden: work.images?.innerHidden ?? 0,
    recycled: work.recycled,
    joinsClean: work.joined === null ? null : work.joined.joins.every((join) => join.clean),
  };
}

/** What the page says of itself, by its words before anything was touched; a page that never came says nothing. */
function verdictOf(work: Work, { page, fallbackAddress }: SeriesContext, facts: DocumentFacts): PageVerdict | null {
  if (facts.document !== null && facts.document.failure !== null) return null;
  return judgePage({
    status: facts.document?.status ?? null,
    title: work.facts?.title ?? '',
    headings: work.facts?.headings ?? [],
    text: work.facts?.text ?? '',
    textLength: work.facts?.textLength ?? 0,
    passwordFields: work.facts?.passwordFields ?? 0,
    requestedAddress: facts.redirects[0]?.url ?? fallbackAddress,
    shownAddress: page.shownAddress,
  });
}

/** An address that the page gave itself is not its document's: what the document states is then held against the shown one alone. */
function statedFacts({ statements }: Work, { page }: SeriesContext, { document }: DocumentFacts): PostFacts | null {
  if (statements === null) return null;
  const own = page.leftDocumentAddress ? [] : [document?.url ?? ''];
  return postFactsOf(statements, [page.shownAddress, ...own]);
}

function windowOf({ deps }: Work, { startedClock }: SeriesContext, { clocks }: PageFollower): TimeWindow {
  const state = deps.clockState();
  const trusted = state.offsetSeconds === null ? null : { offset: state.offsetSeconds * 1_000, uncertainty: TRUST };
  const finished = { system: deps.clock.now().getTime(), monotonic: deps.clock.monotonic() };
  return timeWindow({ opened: clocks.opened, started: startedClock, finished, servers: clocks.servers(), trusted });
}

/** How far a comparison with another clock may be off, milliseconds: it is stated in whole seconds. */
const TRUST = 1_000;

function recordedTime(instant: Date): RecordedTime {
  return { utc: instant.toISOString(), wib: formatInstant(instant, 'WIB') };
}
