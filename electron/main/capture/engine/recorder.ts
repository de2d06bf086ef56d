/**
 * The recorder of one page: attached while the page is still blank, it hears every document from its first request on.
 * A capture then takes the page as it stands, and puts it beside what was heard.
 */
import { AppError } from '#shared/errors/app-error.ts';
import type { CaptureRecord, CaptureSeries } from '#shared/domain/capture/record.ts';
import { withoutCredentials } from '#shared/domain/capture/headers.ts';
import { assembleRecord } from './assemble-record.ts';
import { sendArtefact } from './artefact.ts';
import { type CdpConnection, type GoneReason, type GuardedCalls, guardCalls } from './cdp.ts';
import { type DocumentFacts, documentFacts } from './document-facts.ts';
import { recordOf, type JsonRecord } from './json.ts';
import { NetworkLog, type SeenAnswer } from './network-log.ts';
import { dialogOf, type PageDialog, type PageState, PageTracker } from './page-state.ts';
import { loadAnew } from './reload.ts';
import { type SeriesEnd, takeSeries } from './series.ts';
import type { CaptureSink } from './sink.ts';
import type { CapturePhase, RecorderDeps, Work } from './work.ts';

export interface CaptureOptions {
  /** Load the shown address anew afterwards, past cache and service worker, and keep that beside. */
  readonly reload: boolean;
  readonly signal?: AbortSignal;
  readonly onPhase?: (phase: CapturePhase) => void;
  /** What was asked for, where no document came of it. */
  readonly requestedAddress?: string;
}

export interface CaptureResult {
  readonly evidenceId: string;
  /** The evidence's running number, for people. */
  readonly number: string;
  readonly record: CaptureRecord;
  readonly reload: CaptureRecord | null;
}

/** What the window may show about the page. */
export interface RecorderStatus {
  readonly page: PageState;
  readonly facts: DocumentFacts;
  readonly gone: GoneReason | null;
  readonly busy: boolean;
}

/** Room asked for before a capture, bytes: pictures, copy and their second series; most need a tenth of it. */
const EXPECTED_BYTES = 64 * 1024 * 1024;

/** Makes a recorder; call `start` while the page is still about:blank. */
export function createRecorder(cdp: CdpConnection, deps: RecorderDeps): Recorder {
  return new Recorder(cdp, deps);
}

export class Recorder {
  readonly #cdp: CdpConnection;
  readonly #deps: RecorderDeps;
  readonly #log: NetworkLog;
  readonly #tracker = new PageTracker();
  readonly #stops: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();
  #dialogs: PageDialog[] = [];
  #wronglyAnswered: SeenAnswer[] = [];
  #running: GuardedCalls | null = null;
  #busy = false;
  #expectsChange = false;
  #gone: GoneReason | null = null;

  constructor(cdp: CdpConnection, deps: RecorderDeps) {
    this.#cdp = cdp;
    this.#deps = deps;
    this.#log = new NetworkLog(() => deps.clock.now());
  }

  /** Begins to listen. Throws CaptureInterrupted when the page does not answer. */
  async start(): Promise<void> {
    this.#stops.push(this.#cdp.onGone((reason) => this.#end(reason)));
    for (const [event, listener] of this.#events()) this.#stops.push(this.#cdp.on(event, listener));
    const calls = guardCalls(this.#cdp, this.#deps.clock);
    const { command } = this.#deps.deadlines;
    try {
      await calls.call('Page.enable', {}, command);
      this.#tracker.frameTree(await calls.call('Page.getFrameTree', {}, command));
      // No bodies are asked for later: nothing needs to be held in memory.
      await calls.call('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }, command);
    } finally {
      calls.release();
    }
  }

  /** Stops listening. */
  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#listeners.clear();
  }

  /** What is in the window now. */
  status(proxy: string | null = null): RecorderStatus {
    const { state } = this.#tracker;
    const load = state.loaderId === null ? null : this.#log.load(state.loaderId);
    return {
      page: state,
      facts: documentFacts({ load, seenFor: (host) => this.#deps.certificates.of(host), proxy }),
      gone: this.#gone,
      busy: this.#busy,
    };
  }

  /** Calls back whenever the status may have changed; returns the way to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when the main frame has stopped loading, or with false after the deadline or when the page is gone. */
  waitUntilLoaded(deadline: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (loaded: boolean): void => {
        stopTimer();
        stopListening();
        resolve(loaded);
      };
      const stopTimer = this.#deps.clock.after(deadline, () => end(false));
      const look = (): void => {
        if (this.#gone !== null) end(false);
        else if (!this.#tracker.state.loading) end(true);
      };
      const stopListening = this.onChange(look);
      look();
    });
  }

  /**
   * Captures the page as it stands into the sink, and commits. What was got is committed whatever the outcome.
   * Throws CAPTURE_BUSY, CAPTURE_NOTHING_LOADED, CANCELLED, or what the sink throws; nothing is kept then.
   */
  async capture(sink: CaptureSink, options: CaptureOptions): Promise<CaptureResult> {
    if (this.#busy) throw new AppError('CAPTURE_BUSY');
    if (this.#isBlank() && options.requestedAddress === undefined) throw new AppError('CAPTURE_NOTHING_LOADED');
    this.#busy = true;
    const cancel = (): void => this.#running?.interrupt('cancelled');
    options.signal?.addEventListener('abort', cancel);
    this.#changed();
    try {
      return await this.#captureWith(sink, options);
    } catch (error) {
      await sink.abort();
      throw options.signal?.aborted === true ? new AppError('CANCELLED') : error;
    } finally {
      options.signal?.removeEventListener('abort', cancel);
      this.#busy = false;
      this.#changed();
    }
  }

  async #captureWith(sink: CaptureSink, options: CaptureOptions): Promise<CaptureResult> {
    const captureId = this.#deps.newId();
    await sink.begin({
      captureId,
      requestedAddress: withoutCredentials(options.requestedAddress ?? this.#tracker.state.shownAddress),
      startedAt: this.#deps.clock.now().toISOString(),
      expectedBytes: EXPECTED_BYTES,
    });
    const record = await this.#guarded(options, (calls) =>
      this.#takeOne(calls, sink, options, { series: 'first', captureId, besides: null }),
    );
    const again = options.reload && this.#gone === null;
    const reload = again
      ? await this.#guarded(options, (calls) => this.#takeAnew(calls, sink, options, captureId))
      : null;
    options.signal?.throwIfAborted();
    options.onPhase?.('saving');
    return { ...(await sink.commit(record, reload)), record, reload };
  }

  /** One series has its own guard: what cut the first short must not stop the second. */
  async #guarded<Value>(options: CaptureOptions, act: (calls: GuardedCalls) => Promise<Value>): Promise<Value> {
    options.signal?.throwIfAborted();
    const calls = guardCalls(this.#cdp, this.#deps.clock);
    this.#running = calls;
    try {
      return await act(calls);
    } finally {
      calls.release();
      this.#running = null;
    }
  }

  async #takeAnew(
    calls: GuardedCalls,
    sink: CaptureSink,
    options: CaptureOptions,
    besides: string,
  ): Promise<CaptureRecord> {
    options.onPhase?.('reloading');
    const started = this.#deps.clock.monotonic();
    this.#expectsChange = true;
    const restore = await loadAnew(calls, this.#deps.deadlines, () => this.#newDocument(this.#tracker.state.loaderId));
    this.#expectsChange = false;
    const milliseconds = Math.round(this.#deps.clock.monotonic() - started);
    const which = { series: 'reload', captureId: this.#deps.newId(), besides, milliseconds } as const;
    try {
      return await this.#takeOne(calls, sink, options, which);
    } finally {
      await restore();
    }
  }

  /** Resolves when another document than the given one was committed and has loaded, or has failed to load. */
  #newDocument(before: string | null): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        const { loaderId, loading } = this.#tracker.state;
        const latest = this.#log.latestLoader;
        const failed = latest !== null && latest !== before && failureOf(this.#log, latest) !== null;
        if (failed || (loaderId !== before && !loading)) end();
      };
      const stop = this.onChange(look);
      const end = (): void => {
        stop();
        resolve();
      };
    });
  }

  async #takeOne(
    calls: GuardedCalls,
    sink: CaptureSink,
    options: CaptureOptions,
    which: { series: CaptureSeries; captureId: string; besides: string | null; milliseconds?: number },
  ): Promise<CaptureRecord> {
    const work = this.#newWork(calls, sink, which.series, options.onPhase ?? (() => undefined));
    if (which.milliseconds !== undefined) {
      work.preparation.push({ step: 'reloaded-past-cache', detail: '', milliseconds: which.milliseconds });
    }
    const startedAt = this.#deps.clock.now();
    const page = this.#pageNow();
    const proxy = await this.#deps.proxyFor(page.shownAddress);
    const end = this.#withoutPage(page) ?? (await takeSeries(work));
    if (work.tilesTaken > 0 && work.tilesTaken === work.tilesPlanned) work.joined = await sink.join(which.series);
    if (work.joined?.joins.some((join) => !join.clean) === true) work.warnings.add('joins-differ');
    const context = {
      ...which,
      page,
      startedAt,
      proxy,
      dialogs: [...this.#dialogs],
      wronglyAnswered: this.#wronglyAnswered.map((answer) => answer.url),
      fallbackAddress: options.requestedAddress ?? page.shownAddress,
    };
    const record = assembleRecord(work, end, context, this.#log);
    const bytes = new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`);
    const artefact = await sendArtefact(work, { kind: 'record', mime: 'application/json' }, bytes);
    return { ...record, artefacts: [...record.artefacts, artefact] };
  }

  /** A document that never came has no commit: then its request is what the capture is about. */
  #pageNow(): PageState {
    const { state } = this.#tracker;
    const latest = this.#log.latestLoader;
    if (!this.#isBlank() || latest === null || latest === state.loaderId) return state;
    const address = this.#log.load(latest)?.exchanges.at(-1)?.url ?? state.shownAddress;
    return { ...state, loaderId: latest, shownAddress: address, leftDocumentAddress: false, inPageChanges: 0 };
  }

  /** The end of a capture for which there is nothing to take pictures of; null when there is a page. */
  #withoutPage(page: PageState): SeriesEnd | null {
    if (this.#gone !== null) return { interruption: this.#gone, detail: '' };
    if (page.loaderId === null || failureOf(this.#log, page.loaderId) !== null)
      return { interruption: null, detail: '' };
    const unanswered = page.loaderId !== this.#tracker.state.loaderId;
    return unanswered ? { interruption: 'deadline', detail: 'the server has not answered' } : null;
  }

  #isBlank(): boolean {
    const { shownAddress } = this.#tracker.state;
    return shownAddress === '' || shownAddress === 'about:blank';
  }

  #newWork(calls: GuardedCalls, sink: CaptureSink, series: CaptureSeries, onPhase: Work['onPhase']): Work {
    return {
      calls,
      deps: this.#deps,
      sink,
      series,
      mainFrame: this.#tracker.state.mainFrame,
      onPhase,
      artefacts: [],
      preparation: [],
      warnings: new Set(),
      facts: null,
      images: null,
      before: null,
      after: null,
      seen: { width: 0, height: 0 },
      tilesPlanned: 0,
      tilesTaken: 0,
      joined: null,
    };
  }

  #events(): readonly (readonly [string, (params: unknown) => void])[] {
    const on = (event: string, act: (params: JsonRecord) => void) =>
      [event, (params: unknown) => (act(recordOf(params)), this.#changed())] as const;
    return [
      on('Network.requestWillBeSent', (params) => this.#log.requestWillBeSent(params, this.#tracker.state.mainFrame)),
      on('Network.requestWillBeSentExtraInfo', (params) => this.#log.extraInfo('request', params)),
      on('Network.responseReceivedExtraInfo', (params) => this.#log.extraInfo('response', params)),
      on('Network.responseReceived', (params) => this.#judge(this.#log.responseReceived(params))),
      on('Network.requestServedFromCache', (params) => this.#log.servedFromCache(params)),
      on('Network.loadingFailed', (params) => this.#log.loadingFailed(params)),
      on('Page.frameNavigated', (params) => this.#navigated(params)),
      on('Page.navigatedWithinDocument', (params) => this.#tracker.navigatedWithin(params)),
      on('Page.frameStartedLoading', (params) => this.#tracker.loading(params, true)),
      on('Page.frameStoppedLoading', (params) => this.#tracker.loading(params, false)),
      on('Page.javascriptDialogOpening', (params) => this.#dismiss(params)),
    ];
  }

  #navigated(params: JsonRecord): void {
    if (!this.#tracker.frameNavigated(params)) return;
    // A page that crashed and was loaded again is a page.
    if (this.#gone === 'crashed') this.#gone = null;
    this.#dialogs = [];
    this.#wronglyAnswered = [];
    if (!this.#expectsChange) this.#running?.interrupt('changed');
  }

  #judge(answer: SeenAnswer | null): void {
    if (answer !== null && !this.#deps.isIpAllowed(answer.ip)) this.#wronglyAnswered.push(answer);
  }

  #dismiss(params: JsonRecord): void {
    const { dialog, accept } = dialogOf(params);
    this.#dialogs.push(dialog);
    // Answered by the browser's own side, which an alert does not hold up; a page that is gone has no dialog.
    this.#cdp.send('Page.handleJavaScriptDialog', { accept }).catch(() => undefined);
  }

  #end(reason: GoneReason): void {
    this.#gone = reason;
    this.#changed();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function failureOf(log: NetworkLog, loaderId: string): string | null {
  return log.load(loaderId)?.failure ?? null;
}
