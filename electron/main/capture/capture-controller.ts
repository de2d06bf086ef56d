/** What the tool bar's buttons do, and the state it shows. One for each capture window. */
import type { WebContents } from 'electron';
import type { CaptureState } from '#shared/contract/capture.ts';
import type { RoundPlace } from '#shared/contract/capture-round.ts';
import type { AreaKind, CaptureArea } from '#shared/domain/capture/capture-area.ts';
import {
  SCROLL_LIMITS,
  type ScrollSize,
  type ScrollSpeed,
  type ScrollStart,
} from '#shared/domain/capture/scroll-recording.ts';
import type { CertificateFinding } from '#shared/domain/capture/certificate.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { addressFromInput } from './address-input.ts';
import type { AddressGate } from './adapter/address-gate.ts';
import type { PageShortcuts } from './adapter/page-guard.ts';
import type { EngineClock } from './engine/cdp.ts';
import type { CaptureResult, Recorder } from './engine/recorder.ts';
import type { ScrollRequest } from './engine/scroll/scroll-request.ts';
import type { CaptureSink } from './engine/sink.ts';
import { type PageProblem, pageProblem } from './page-problem.ts';

/** Where captures go: a case, or the tray when there is none. */
export interface CaptureTarget {
  readonly caseId: string | null;
  /** Number and title of the case, or the tray's name, as shown. */
  readonly label: string;
}

export interface ControllerParts {
  readonly contents: WebContents;
  readonly recorder: Recorder;
  readonly gate: AddressGate;
  readonly sinkFor: (target: CaptureTarget) => CaptureSink;
  readonly target: CaptureTarget;
  /** The office's session of this window; missing: opened without log-in. */
  readonly profile?: CaptureState['profile'];
  readonly onState: (state: CaptureState) => void;
  /** Whether the page that was asked for was not let in, by the address its answer came from. */
  readonly pageDropped: () => boolean;
  readonly clock: EngineClock;
  /** Milliseconds until a page must have loaded when it is waited for. */
  readonly loadDeadline: number;
}

/** Milliseconds for the events of a finished load to arrive. */
const SETTLING = 1_000;

/** A scroll recording as the tool bar asks for it. */
export interface RecordOrder {
  /** Number of the area as it was listed last; 0 is the page itself. */
  readonly area: number;
  readonly start: ScrollStart;
  readonly speed: ScrollSpeed;
  readonly size: ScrollSize;
}

type Direction = 'back' | 'forward' | 'reload' | 'stop';

export class CaptureController {
  readonly #parts: ControllerParts;
  readonly #stops: (() => void)[] = [];
  #target: CaptureTarget;
  #phase = '';
  #last: CaptureState['last'] = null;
  #lookOffered = false;
  #problem: string | null = null;
  /** Chromium's reason why the last navigation failed, where the network's record has none. */
  #failure: string | null = null;
  /** What was wrong with the page when it was captured: the line on that capture says so already. */
  #toldByLast: string | null = null;
  #blankForgotten = false;
  #running: AbortController | null = null;
  #areas: readonly CaptureArea[] = [];
  #stopping: AbortController | null = null;
  #recording: CaptureState['recording'] = null;
  #asked = '';
  #round: RoundPlace | null = null;
  #ended = false;
  #told = '';

  constructor(parts: ControllerParts) {
    this.#parts = parts;
    this.#target = parts.target;
    this.#stops.push(parts.recorder.onChange(() => this.#tell()));
    parts.contents.on('page-title-updated', () => this.#tell());
    this.#followNavigation(parts.contents);
  }

  /** What the tool bar shows. */
  state(): CaptureState {
    const { contents, recorder } = this.#parts;
    const { page, facts, busy } = recorder.status();
    const [canGoBack, canGoForward] = historyOf(contents);
    const wrong = this.#wrongWithPage();
    const blank = page.shownAddress === '' || page.shownAddress === 'about:blank';
    return {
      address: blank ? this.#asked : page.shownAddress.slice(0, 4_000),
      title: contents.isDestroyed() ? '' : contents.getTitle(),
      canGoBack,
      canGoForward,
      loading: page.loading,
      addressReachedInPage: page.leftDocumentAddress,
      target: this.#target,
      busy,
      phase: this.#phase,
      last: this.#last,
      problem: this.#problem ?? (this.#last !== null && wrong === this.#toldByLast ? null : wrong),
      certificate: badgeOf(facts.certificate, facts.document === null),
      recording: this.#recording,
      profile: this.#parts.profile ?? null,
      publicLookOffered: this.#last !== null && this.#lookOffered,
      round: this.#round,
    };
  }

  /** Goes to what was typed. Throws ADDRESS_NOT_ALLOWED with the reason; a page that does not load is told in the state. */
  async navigate(typed: string): Promise<void> {
    const address = addressFromInput(typed);
    await this.#require(address);
    this.#asked = address;
    this.#problem = null;
    this.#load(address);
  }

  /** Leaves the page for the blank one, and says why. */
  blank(problem: string | null): void {
    this.#asked = '';
    const told = (): void => this.failed(problem);
    this.#parts.contents.loadURL('about:blank').then(told, told);
  }

  /** Goes where a pop-up of the page wanted to. */
  follow(address: string): void {
    this.#require(address).then(
      () => this.#load(address),
      () => this.refused(),
    );
  }

  /** Something the page asked for was refused. */
  refused(): void {
    this.#problem = 'ADDRESS_NOT_ALLOWED';
    this.#tell();
  }

  /** The tool bar's arrows. */
  go(direction: Direction): void {
    const { contents } = this.#parts;
    if (contents.isDestroyed()) throw new AppError('CAPTURE_WINDOW_CLOSED');
    this.#problem = null;
    // Runtimes before Electron 32 have the arrows on the contents themselves.
    const history: Pick<WebContents, 'goBack' | 'goForward'> = historyObject(contents) ?? contents;
    if (direction === 'reload') contents.reload();
    else if (direction === 'stop') contents.stop();
    else if (direction === 'back') history.goBack();
    else history.goForward();
  }

  /** Where the next capture goes. */
  setTarget(target: CaptureTarget): void {
    this.#target = target;
    this.#tell();
  }

  /** The account of a round that the window was sent to, or none. */
  setRound(round: RoundPlace | null): void {
    this.#round = round;
    this.#tell();
  }

  /** An answer given from the page's keys was refused: the tool bar's line says why. */
  failed(code: string | null): void {
    this.#problem = code;
    this.#tell();
  }

  /**
   * Captures what is shown. Throws CAPTURE_BUSY, CAPTURE_NOTHING_LOADED, CANCELLED, CAPTURE_WINDOW_CLOSED, or what the
   * vault refuses; the state tells it too.
   */
  async take(options: { reload: boolean; requestedAddress?: string; scroll?: ScrollRequest }): Promise<CaptureResult> {
    if (this.#ended) throw new AppError('CAPTURE_WINDOW_CLOSED');
    if (this.#running !== null) throw new AppError('CAPTURE_BUSY');
    this.#running = new AbortController();
    this.#problem = null;
    const target = this.#target;
    try {
      const result = await this.#parts.recorder.capture(this.#parts.sinkFor(target), {
        ...options,
        signal: this.#running.signal,
        onPhase: (phase) => this.#enter(phase),
      });
      this.#last = lastOf(result, target.caseId);
      this.#lookOffered = result.record.seenBy.how !== 'without-login';
      this.#toldByLast = this.#wrongWithPage();
      return result;
    } catch (error) {
      this.#problem = error instanceof AppError ? error.code : 'INTERNAL';
      throw error;
    } finally {
      this.#running = null;
      this.#enter('');
    }
  }

  /** Parts of the page that can be chosen. Throws CAPTURE_BUSY, CAPTURE_NOTHING_LOADED, CAPTURE_PAGE_SILENT. */
  async areas(kind: AreaKind): Promise<readonly CaptureArea[]> {
    const areas = await this.#parts.recorder.areas(kind);
    if (kind === 'scroll') this.#areas = areas;
    return areas;
  }

  /** Shows on the page where one of them lies; null takes the light away. Throws CAPTURE_PAGE_SILENT. */
  light(kind: AreaKind, area: number | null): Promise<void> {
    return this.#parts.recorder.light(kind, area);
  }

  /** Captures what is shown with a scroll recording beside; throws as take does. */
  async record({ area, start, speed, size }: RecordOrder): Promise<CaptureResult> {
    const stopping = new AbortController();
    const limits = SCROLL_LIMITS[size];
    const listed = this.#areas[area];
    try {
      await this.light('scroll', null);
      this.#stopping ??= stopping;
      const areaName = area === 0 ? null : listed?.name || listed?.role || '';
      const onProgress: ScrollRequest['onProgress'] = (progress) => {
        this.#recording = { ...progress, limits };
        this.#tell();
      };
      const scroll = { area, areaName, start, speed, limits, stop: stopping.signal, onProgress };
      return await this.take({ reload: false, scroll });
    } finally {
      if (this.#stopping === stopping) [this.#stopping, this.#recording] = [null, null];
      this.#tell();
    }
  }

  /** Ends a running recording; what it has is kept with the rest of the capture. Whether there was one. */
  stopRecording(): boolean {
    if (this.#stopping === null || this.#phase !== 'recording') return false;
    this.#stopping.abort();
    return true;
  }

  /** Stops a running capture; nothing of it is kept. */
  cancel(): void {
    this.#running?.abort();
  }

  /** Goes to an address and waits until it has loaded, failed, or is too slow. False when it was too slow. */
  async visit(address: string): Promise<boolean> {
    await this.#require(address);
    const { contents, clock, loadDeadline } = this.#parts;
    this.#asked = address;
    // Why it did not load stands in the network's record.
    const loaded = contents.loadURL(address).then(
      () => undefined,
      () => undefined,
    );
    return new Promise((resolve) => {
      const stop = clock.after(loadDeadline, () => resolve(false));
      void loaded.then(() => {
        stop();
        // The page's own event of the end of loading follows a moment later.
        void this.#parts.recorder.waitUntilLoaded(SETTLING).then(() => resolve(true));
      });
    });
  }

  /** Resolves when a new page would run as it is. */
  pageMayCome(): Promise<void> {
    return this.#parts.recorder.whenLetGo();
  }

  /** What the page's keys do. */
  shortcuts(): Omit<PageShortcuts, 'lock' | 'focusAddress' | 'answer' | 'takeBackAnswer'> {
    // The state tells the tool bar of every failure.
    const take = (reload: boolean): void => void this.take({ reload }).catch(() => undefined);
    return {
      capture: () => take(false),
      reloadAndCapture: () => take(true),
      reload: () => this.go('reload'),
      back: () => this.go('back'),
      forward: () => this.go('forward'),
    };
  }

  /** The window is closing. */
  end(): void {
    this.#ended = true;
    this.cancel();
    for (const stop of this.#stops.splice(0)) stop();
    this.#parts.recorder.stop();
  }

  #followNavigation(contents: WebContents): void {
    contents.on('did-start-navigation', (_event, _address, inPage, mainFrame) => {
      if (!mainFrame || inPage) return;
      // What was said of the page before is said of it no more.
      [this.#problem, this.#failure, this.#last] = [null, null, null];
      this.#tell();
    });
    contents.on('did-fail-load', (_event, _code, description, _address, mainFrame) => {
      if (!mainFrame) return;
      this.#failure = `net::${description}`;
      if (this.#wrongWithPage() !== null) this.#forgetBlank();
      this.#tell();
    });
    contents.on('did-navigate', () => {
      this.#forgetBlank();
      this.#tell();
    });
    contents.on('did-stop-loading', () => this.#tell());
  }

  /** The window's own blank page is no place to go back to. */
  #forgetBlank(): void {
    if (this.#blankForgotten) return;
    this.#blankForgotten = true;
    const { contents } = this.#parts;
    const history = historyObject(contents);
    if (history === null) contents.clearHistory();
    else history.clear();
  }

  #wrongWithPage(): PageProblem | null {
    const { gone, facts } = this.#parts.recorder.status();
    const failure = facts.document?.failure ?? this.#failure;
    return failure !== null && this.#parts.pageDropped() ? 'PAGE_ANSWERED_LOCALLY' : pageProblem(gone, failure);
  }

  async #require(address: string): Promise<void> {
    const verdict = await this.#parts.gate.judge(address, 'page');
    if (!verdict.allowed) throw new AppError('ADDRESS_NOT_ALLOWED', { reason: verdict.reason });
  }

  #load(address: string): void {
    // Why it did not load stands in the network's record and in the state.
    this.#parts.contents.loadURL(address).catch(() => this.#tell());
  }

  #enter(phase: string): void {
    this.#phase = phase;
    this.#tell();
  }

  /** Many events change nothing that is shown; the page is told of those that do. */
  #tell(): void {
    if (this.#ended) return;
    const state = this.state();
    const text = JSON.stringify(state);
    if (text === this.#told) return;
    this.#told = text;
    this.#parts.onState(state);
  }
}

function historyOf(contents: WebContents): readonly [boolean, boolean] {
  if (contents.isDestroyed()) return [false, false];
  const history: Pick<WebContents, 'canGoBack' | 'canGoForward'> = historyObject(contents) ?? contents;
  return [history.canGoBack(), history.canGoForward()];
}

/** The types say it is there; runtimes before Electron 32 have none, or one without these functions. */
function historyObject(contents: WebContents): WebContents['navigationHistory'] | null {
  const history = contents.navigationHistory as Partial<WebContents['navigationHistory']> | undefined;
  return history?.goBack === undefined ? null : contents.navigationHistory;
}

function badgeOf(certificate: CertificateFinding, nothing: boolean): CaptureState['certificate'] {
  if (nothing) return 'none';
  if (certificate.link === 'no-tls' || certificate.remarks.includes('not-trusted')) return 'insecure';
  return certificate.remarks.includes('unknown-root') ? 'unknown-root' : 'secure';
}

function lastOf(result: CaptureResult, caseId: string | null): CaptureState['last'] {
  const { record, reload, evidenceId, number } = result;
  return {
    outcome: record.outcome,
    evidenceId,
    number,
    caseId,
    level: record.meter.level,
    warnings: [...new Set([...record.warnings, ...(reload?.warnings ?? [])])],
  };
}
