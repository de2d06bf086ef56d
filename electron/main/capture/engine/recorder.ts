/**
 * The recorder of one page: attached while the page is still blank, it hears every document from its first request on.
 * A capture then takes the page as it stands, and puts it beside what was heard.
 */
import { AppError } from '#shared/errors/app-error.ts';
import type { AreaKind, CaptureArea } from '#shared/domain/capture/capture-area.ts';
import type { CaptureRecord, PreparationStep } from '#shared/domain/capture/record.ts';
import { withoutCredentials } from '#shared/domain/capture/headers.ts';
import {
  CaptureInterrupted,
  type BrowserNews,
  type CdpConnection,
  type GoneReason,
  type GuardedCalls,
  guardCalls,
} from './cdp.ts';
import { type DocumentFacts, documentFacts } from './document-facts.ts';
import { fieldText, type JsonRecord, recordOf } from './json.ts';
import { WINDOW_AS_IT_WAS } from './outer-frames.ts';
import { type AreaParts, lightArea, listAreas } from './page-areas.ts';
import { PageFollower } from './page-follower.ts';
import type { PageState } from './page-state.ts';
import { loadAnew, unlessCutShort } from './reload.ts';
import type { CaptureSink } from './sink.ts';
import { type CaptureOptions, type CaptureParts, takeRecord } from './take-record.ts';
import { watchUserActions } from './user-actions.ts';
import { ExchangeLog, NETWORK_EVENTS } from './web-archive/exchange-log.ts';
import { ATTACH_AT_ONCE, OuterSessions } from './web-archive/outer-sessions.ts';
import { holdBody, NETWORK_BUFFER, type ReceivedByPage } from './web-archive/take-web-archive.ts';
import type { RecorderDeps } from './work.ts';

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

/** Room asked for before a capture, bytes: pictures, copy, web archive and their second series; most need a tenth of it. */
const EXPECTED_BYTES = 128 * 1024 * 1024;

const LETTING_GO = [
  ['Emulation.setScriptExecutionDisabled', { value: false }],
  ['Animation.setPlaybackRate', { playbackRate: 1 }],
  ...WINDOW_AS_IT_WAS,
] as const;

/** Milliseconds; where no page is there to answer before the next one comes, what was sent reaches that one. */
const LETTING_GO_DEADLINE = 1_000;

/** Makes a recorder; call `start` while the page is still about:blank. */
export function createRecorder(cdp: CdpConnection, deps: RecorderDeps): Recorder {
  return new Recorder(cdp, deps);
}

export class Recorder {
  readonly #cdp: CdpConnection;
  readonly #deps: RecorderDeps;
  readonly #page: PageFollower;
  readonly #exchanges: ExchangeLog;
  readonly #outer: OuterSessions;
  readonly #stops: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();
  #running: GuardedCalls | null = null;
  #busy = false;
  #left: ReceivedByPage | null = null;
  #expectsChange = false;
  #gone: GoneReason | null = null;
  #lettingGo: Promise<void> = Promise.resolve();

  constructor(cdp: CdpConnection, deps: RecorderDeps) {
    this.#cdp = cdp;
    this.#deps = deps;
    this.#exchanges = new ExchangeLog(() => deps.clock.now());
    const hear = (method: string, params: JsonRecord, session?: string): void =>
      this.#exchanges.hear(method, params, session);
    this.#outer = new OuterSessions(cdp, { network: NETWORK_BUFFER, hear });
    this.#page = new PageFollower({
      clock: deps.clock,
      isIpAllowed: deps.isIpAllowed,
      onDocument: () => this.#replaced(),
      onChange: () => this.#changed(),
      // Answered by the browser's own side, which an alert does not hold up; a page that is gone has no dialog.
      onDialog: (accept) => void cdp.send('Page.handleJavaScriptDialog', { accept }).catch(() => undefined),
    });
  }

  /** Begins to listen. Throws CaptureInterrupted when the page does not answer. */
  async start(): Promise<void> {
    this.#stops.push(this.#cdp.onGone((reason) => this.#end(reason)));
    this.#stops.push(this.#cdp.onBrowser((news) => this.#hear(news)));
    for (const [event, act] of this.#page.events()) {
      this.#stops.push(this.#cdp.on(event, (params) => (act(recordOf(params)), this.#changed())));
    }
    for (const method of NETWORK_EVENTS) {
      this.#stops.push(this.#cdp.on(method, (params) => this.#exchanges.hear(method, recordOf(params))));
    }
    this.#stops.push(this.#cdp.on('Network.loadingFinished', (params) => void this.#holdDocument(recordOf(params))));
    if (this.#deps.framesAsTheyCome) this.#stops.push(this.#outer.listen());
    const calls = this.#guard();
    try {
      await this.#listen(calls);
      await watchUserActions(calls, this.#deps.deadlines.command);
      if (this.#deps.framesAsTheyCome) {
        await calls.call('Target.setAutoAttach', ATTACH_AT_ONCE, this.#deps.deadlines.command);
      }
    } finally {
      calls.release();
    }
  }

  /** The page's own document is taken as soon as it has come: the browser gives up the oldest bodies first, and it is the oldest. */
  async #holdDocument(params: JsonRecord): Promise<void> {
    const id = fieldText(params, 'requestId');
    if (this.#page.log.load(id) === null) return;
    const calls = this.#guard();
    await holdBody(calls, this.#exchanges, id).finally(() => calls.release());
  }

  #hear(news: BrowserNews): void {
    this.#page.hear(news);
    if (news.kind === 'started' && this.#gone === 'crashed') this.#letGo();
    // What was not understood is asked for, so that the tool bar shows what is there; a capture looks for itself.
    if (news.kind !== 'stopped' || this.#busy || this.#page.doubt() === null) return;
    const calls = this.#guard();
    void unlessCutShort(() => this.#listen(calls)).finally(() => calls.release());
  }

  /** A page that crashed while it was held would hand that on to the next one: what was sent to it is lost. */
  #letGo(): void {
    const answered = LETTING_GO.map(([method, params]) => this.#cdp.send(method, params));
    this.#lettingGo = new Promise((resolve) => {
      const stop = this.#deps.clock.after(LETTING_GO_DEADLINE, resolve);
      void Promise.allSettled(answered).then(() => (stop(), resolve()));
    });
  }

  /** To be awaited before a page's request goes out, since a page that comes sooner than this runs without its scripts. */
  whenLetGo(): Promise<void> {
    return this.#lettingGo;
  }

  /** Turns the events on, and reads what is there; to be repeated wherever events may have been lost. */
  async #listen(calls: GuardedCalls): Promise<void> {
    const { command } = this.#deps.deadlines;
    await calls.call('Page.enable', {}, command);
    this.#page.readTree(await calls.call('Page.getFrameTree', {}, command));
    await calls.call('Network.enable', NETWORK_BUFFER, command);
  }

  #guard(): GuardedCalls {
    const attached = (below: string | undefined): readonly string[] => this.#outer.framesBelow(below);
    return guardCalls(this.#cdp, this.#deps.clock, this.#deps.framesAsTheyCome ? attached : undefined);
  }

  /** Stops listening. */
  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#listeners.clear();
  }

  /** What is in the window now. */
  status(proxy: string | null = null): RecorderStatus {
    const load = this.#page.currentLoad();
    return {
      page: this.#page.state,
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
        else if (!this.#page.state.loading) end(true);
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
    this.#busy = true;
    this.#left = null;
    const cancel = (): void => this.#running?.interrupt('cancelled');
    options.signal?.addEventListener('abort', cancel);
    this.#changed();
    try {
      const prepared = await this.#guarded(options, (calls) => this.#makeSure(calls, options));
      if (this.#page.isBlank() && options.requestedAddress === undefined) throw new AppError('CAPTURE_NOTHING_LOADED');
      return await this.#captureWith(sink, options, prepared);
    } catch (error) {
      throw options.signal?.aborted === true ? new AppError('CANCELLED') : error;
    } finally {
      options.signal?.removeEventListener('abort', cancel);
      this.#busy = false;
      this.#changed();
    }
  }

  /** Parts of the page that can be chosen. Throws CAPTURE_BUSY, CAPTURE_NOTHING_LOADED, CAPTURE_PAGE_SILENT. */
  async areas(kind: AreaKind): Promise<readonly CaptureArea[]> {
    if (this.#busy) throw new AppError('CAPTURE_BUSY');
    if (this.#page.isBlank()) throw new AppError('CAPTURE_NOTHING_LOADED');
    return this.#aside((parts) => listAreas(parts, kind));
  }

  /** Shows on the page where one of them lies; null takes the light away. Throws CAPTURE_PAGE_SILENT. */
  async light(kind: AreaKind, area: number | null): Promise<void> {
    if (!this.#busy) await this.#aside((parts) => lightArea(parts, kind, area));
  }

  /** A question to the page outside a capture. Throws CAPTURE_PAGE_SILENT. */
  async #aside<Value>(act: (parts: AreaParts) => Promise<Value>): Promise<Value> {
    const calls = guardCalls(this.#cdp, this.#deps.clock);
    try {
      return await act({ calls, mainFrame: this.#page.state.mainFrame, deps: this.#deps });
    } catch (error) {
      throw error instanceof CaptureInterrupted ? new AppError('CAPTURE_PAGE_SILENT') : error;
    } finally {
      calls.release();
    }
  }

  /** Before anything is taken: what is in the window must be what was heard of. If it is not, it is loaded anew. */
  async #makeSure(calls: GuardedCalls, options: CaptureOptions): Promise<readonly PreparationStep[]> {
    // A page that hangs or is gone is met again, and named, by the series that follows.
    await unlessCutShort(() => this.#listen(calls));
    const doubt = this.#gone === null ? this.#page.doubt() : null;
    if (doubt === null) return [];
    options.onPhase?.('reloading');
    const { restore, milliseconds } = await this.#loadAnew(calls);
    await restore();
    return [{ step: 'reloaded-past-cache', detail: doubt, milliseconds }];
  }

  async #captureWith(
    sink: CaptureSink,
    options: CaptureOptions,
    prepared: readonly PreparationStep[],
  ): Promise<CaptureResult> {
    const parts = {
      page: this.#page,
      exchanges: this.#exchanges,
      deps: this.#deps,
      sink,
      options,
      left: () => this.#left,
      gone: () => this.#gone,
    };
    try {
      return await this.#takeAll(parts, prepared);
    } catch (error) {
      await sink.abort();
      throw error;
    }
  }

  async #takeAll(parts: CaptureParts, prepared: readonly PreparationStep[]): Promise<CaptureResult> {
    const { sink, options } = parts;
    const captureId = this.#deps.newId();
    await sink.begin({
      captureId,
      requestedAddress: withoutCredentials(options.requestedAddress ?? this.#page.state.shownAddress),
      startedAt: this.#deps.clock.now().toISOString(),
      expectedBytes: EXPECTED_BYTES + (options.scroll?.limits.bytes ?? 0),
    });
    const record = await this.#guarded(options, (calls) =>
      takeRecord(calls, parts, { series: 'first', captureId, besides: null, prepared }),
    );
    const again = options.reload && this.#gone === null;
    const reload = again ? await this.#guarded(options, (calls) => this.#takeAnew(calls, parts, captureId)) : null;
    options.signal?.throwIfAborted();
    options.onPhase?.('saving');
    return { ...(await sink.commit(record, reload)), record, reload };
  }

  /** One series has its own guard: what cut the first short must not stop the second. */
  async #guarded<Value>(options: CaptureOptions, act: (calls: GuardedCalls) => Promise<Value>): Promise<Value> {
    options.signal?.throwIfAborted();
    const calls = this.#guard();
    this.#running = calls;
    try {
      return await act(calls);
    } finally {
      calls.release();
      this.#running = null;
    }
  }

  async #takeAnew(calls: GuardedCalls, parts: CaptureParts, besides: string): Promise<CaptureRecord> {
    parts.options.onPhase?.('reloading');
    const { restore, milliseconds } = await this.#loadAnew(calls);
    const prepared = [{ step: 'reloaded-past-cache', detail: '', milliseconds }] as const;
    try {
      return await takeRecord(calls, parts, { series: 'reload', captureId: this.#deps.newId(), besides, prepared });
    } finally {
      await restore();
    }
  }

  async #loadAnew(calls: GuardedCalls): Promise<{ restore: () => Promise<void>; milliseconds: number }> {
    const started = this.#deps.clock.monotonic();
    this.#expectsChange = true;
    const newDocument = (): Promise<void> => this.#newDocument(this.#page.state.loaderId);
    try {
      const restore = await loadAnew(calls, this.#deps.deadlines, newDocument);
      return { restore, milliseconds: Math.round(this.#deps.clock.monotonic() - started) };
    } finally {
      this.#expectsChange = false;
    }
  }

  /** Resolves when another document than the given one was committed and has loaded, or has failed to load. */
  #newDocument(before: string | null): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        const { loaderId, loading } = this.#page.state;
        const latest = this.#page.log.latestLoader;
        const failed = latest !== null && latest !== before && this.#page.failureOf(latest) !== null;
        if (!loading && (failed || loaderId !== before)) end();
      };
      const stop = this.onChange(look);
      const end = (): void => {
        stop();
        resolve();
      };
    });
  }

  #replaced(): void {
    // A page that crashed and was loaded again is a page.
    if (this.#gone === 'crashed') this.#gone = null;
    const { forgotten } = this.#exchanges;
    const requests = this.#exchanges.keepOnly(this.#page.state.loaderId);
    if (this.#running !== null && !this.#expectsChange) this.#left ??= { requests, forgotten, answers: false };
    if (!this.#expectsChange) this.#running?.interrupt('changed');
  }

  #end(reason: GoneReason): void {
    this.#gone = reason;
    this.#changed();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
