/** One series of a capture from its first picture to its record: what was got is labelled, whatever cut it short. */
import type { CaptureRecord, CaptureSeries, PreparationStep } from '#shared/domain/capture/record.ts';
import type { WebArchiveFacts } from '#shared/domain/capture/web-archive.ts';
import { sendArtefact } from './artefact.ts';
import { assembleRecord } from './assemble-record.ts';
import type { GoneReason, GuardedCalls } from './cdp.ts';
import type { PageFollower } from './page-follower.ts';
import type { PageState } from './page-state.ts';
import type { ScrollRequest } from './scroll/scroll-request.ts';
import { type SeriesEnd, takeSeries } from './series.ts';
import type { CaptureSink } from './sink.ts';
import type { ExchangeLog } from './web-archive/exchange-log.ts';
import { type ReceivedByPage, takeWebArchive } from './web-archive/take-web-archive.ts';
import { type CapturePhase, newWork, type RecorderDeps, type Work } from './work.ts';

export interface CaptureOptions {
  /** Load the shown address anew afterwards, past cache and service worker, and keep that beside. */
  readonly reload: boolean;
  readonly signal?: AbortSignal;
  /** Record the page, or an area of it, step by step as well. */
  readonly scroll?: ScrollRequest;
  /** Number of the banner, as it was listed last, that is hidden while the pictures are taken. */
  readonly banner?: number;
  readonly onPhase?: (phase: CapturePhase) => void;
  /** What was asked for, where no document came of it. */
  readonly requestedAddress?: string;
}

/** What both series of one capture have in common. */
export interface CaptureParts {
  readonly page: PageFollower;
  readonly exchanges: ExchangeLog;
  /** What the page had received that was replaced while this capture ran; null while it is on show. */
  readonly left: () => ReceivedByPage | null;
  readonly deps: RecorderDeps;
  readonly sink: CaptureSink;
  readonly options: CaptureOptions;
  /** Why there is no page any more; null while there is one. */
  readonly gone: () => GoneReason | null;
}

/** Which series is to be taken, and what was done to the page before it. */
export interface SeriesOrder {
  readonly series: CaptureSeries;
  readonly captureId: string;
  readonly besides: string | null;
  readonly prepared: readonly PreparationStep[];
}

/** Takes the series and sends everything, the record last. Throws when it was cancelled, or what the sink throws. */
export async function takeRecord(calls: GuardedCalls, parts: CaptureParts, order: SeriesOrder): Promise<CaptureRecord> {
  const { deps, sink, options } = parts;
  const work = newWork({
    calls,
    deps,
    sink,
    series: order.series,
    mainFrame: parts.page.state.mainFrame,
    exchanges: parts.exchanges,
    onPhase: options.onPhase ?? (() => undefined),
    // What was chosen was chosen on the document that is shown, not on the one that comes of a reload.
    scroll: order.series === 'first' ? (options.scroll ?? null) : null,
    banner: order.series === 'first' ? (options.banner ?? null) : null,
  });
  work.preparation.push(...order.prepared);
  const startedAt = deps.clock.now();
  const startedClock = { system: startedAt.getTime(), monotonic: deps.clock.monotonic() };
  const page = parts.page.subject();
  const proxy = await deps.proxyFor(page.shownAddress);
  const end = withoutPage(parts, page) ?? (await takeSeries(work, page.shownAddress));
  const webArchive = await archiveOf(work, parts, page);
  if (work.tilesTaken > 0 && work.tilesTaken === work.tilesPlanned) work.joined = await sink.join(order.series);
  if (work.joined?.joins.some((join) => !join.clean) === true) work.warnings.add('joins-differ');
  const context = {
    ...order,
    page,
    webArchive,
    startedAt,
    startedClock,
    proxy,
    dialogs: parts.page.dialogs,
    wronglyAnswered: parts.page.wronglyAnswered,
    fallbackAddress: options.requestedAddress ?? page.shownAddress,
  };
  const record = assembleRecord(work, end, context, parts.page);
  const bytes = new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`);
  const artefact = await sendArtefact(work, { kind: 'record', mime: 'application/json' }, bytes);
  return { ...record, artefacts: [...record.artefacts, artefact] };
}

/** The web archive of the page. Of one that was replaced meanwhile the browser holds nothing more but what is held here. */
async function archiveOf(work: Work, parts: CaptureParts, { loaderId }: PageState): Promise<WebArchiveFacts | null> {
  if (loaderId === null) return null;
  const { exchanges, page } = parts;
  if (loaderId === page.state.loaderId) exchanges.keepOnly(loaderId);
  const shown = { requests: exchanges.requests(), forgotten: exchanges.forgotten, answers: true };
  const received = loaderId === page.state.loaderId ? shown : parts.left();
  return received === null ? null : takeWebArchive(work, page.documentAddress(loaderId), received);
}

/** The end of a capture for which there is nothing to take pictures of; null when there is a page. */
function withoutPage({ page: follower, gone }: CaptureParts, page: PageState): SeriesEnd | null {
  const reason = gone();
  if (reason !== null) return { interruption: reason, detail: '' };
  if (page.loaderId === null || follower.failureOf(page.loaderId) !== null) return { interruption: null, detail: '' };
  const unanswered = page.loaderId !== follower.state.loaderId;
  return unanswered ? { interruption: 'deadline', detail: 'the server has not answered' } : null;
}
