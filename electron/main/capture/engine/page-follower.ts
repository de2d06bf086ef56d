/**
 * Follows one page from two sides: the protocol's events, and what the browser itself tells. The second is needed because
 * the protocol loses Page.frameNavigated whenever a navigation moves to another process (Electron 25: any other site, and
 * the browser's error page, which comes under a loader id of its own besides).
 */
import { isSamePage, parseAddress } from './address.ts';
import type { BrowserNews, EngineClock } from './cdp.ts';
import { fieldRecord, fieldText, type JsonRecord } from './json.ts';
import { type DocumentLoad, NetworkLog, type SeenAnswer } from './network-log.ts';
import { ServerClocks } from './server-clocks.ts';
import { dialogOf, type PageDialog, type PageState, PageTracker } from './page-state.ts';

export interface FollowerParts {
  readonly clock: Pick<EngineClock, 'now' | 'monotonic'>;
  readonly isIpAllowed: (ip: string) => boolean;
  /** Another document is in the main frame now. */
  readonly onDocument: () => void;
  /** Anything that may be shown has changed. */
  readonly onChange: () => void;
  /** A dialog waits for its answer. */
  readonly onDialog: (accept: boolean) => void;
}

export class PageFollower {
  readonly #parts: FollowerParts;
  readonly #log: NetworkLog;
  readonly #clocks: ServerClocks;
  readonly #tracker = new PageTracker();
  /** The main frame's address as the browser knows it; null until it told one. */
  #browserAddress: string | null = null;
  #dialogs: PageDialog[] = [];
  #wronglyAnswered: SeenAnswer[] = [];

  constructor(parts: FollowerParts) {
    this.#parts = parts;
    this.#log = new NetworkLog(() => parts.clock.now());
    this.#clocks = new ServerClocks(parts.clock);
  }

  get log(): NetworkLog {
    return this.#log;
  }

  /** The clocks of the servers that the page on show came from. */
  get clocks(): ServerClocks {
    return this.#clocks;
  }

  get state(): PageState {
    return this.#tracker.state;
  }

  get dialogs(): readonly PageDialog[] {
    return [...this.#dialogs];
  }

  /** Addresses whose answers came from where the rules allow nothing. */
  get wronglyAnswered(): readonly string[] {
    return this.#wronglyAnswered.map((answer) => answer.url);
  }

  /** What is known of the document in the main frame; null when its request was not seen. */
  currentLoad(): DocumentLoad | null {
    const { loaderId } = this.state;
    return loaderId === null ? null : this.#log.load(loaderId);
  }

  /** Why the document of this loader could not be loaded; null when it was, or is not known. */
  failureOf(loaderId: string): string | null {
    return this.#log.load(loaderId)?.failure ?? null;
  }

  isBlank(): boolean {
    const { shownAddress } = this.state;
    return shownAddress === '' || shownAddress === 'about:blank';
  }

  /** What a capture is about. A document that never came has no commit: then its request is. */
  subject(): PageState {
    const { state } = this;
    const latest = this.#log.latestLoader;
    if (!this.isBlank() || latest === null || latest === state.loaderId) return state;
    const address = this.#log.load(latest)?.exchanges.at(-1)?.url ?? state.shownAddress;
    return { ...state, loaderId: latest, shownAddress: address, leftDocumentAddress: false, inPageChanges: 0 };
  }

  /** Why a record of this page would be incomplete or of another page than the one shown; null when it would not. */
  doubt(): string | null {
    const { shownAddress } = this.state;
    const told = this.#browserAddress;
    if (told !== null && isWeb(told) && !isSamePage(told, shownAddress)) return 'the shown address was in doubt';
    const load = this.currentLoad();
    if (load !== null && load.failure !== null) return null;
    const answered = (load?.exchanges.at(-1)?.answer ?? null) !== null;
    return isWeb(shownAddress) && !answered ? 'the server’s answer had not been recorded' : null;
  }

  /** Page.getFrameTree: what is there now, whatever was heard. */
  readTree(answer: JsonRecord): void {
    const frame = fieldRecord(fieldRecord(answer, 'frameTree'), 'frame');
    const loaderId = this.#loaderOf(frame);
    this.#tracker.frameTree(frame, loaderId, loaderId === null ? null : this.documentAddress(loaderId));
    this.#parts.onChange();
  }

  /** The protocol's events that are listened to. */
  events(): readonly (readonly [string, (params: JsonRecord) => void])[] {
    const [log, tracker] = [this.#log, this.#tracker];
    return [
      ['Network.requestWillBeSent', (params) => this.#requested(params)],
      ['Network.requestWillBeSentExtraInfo', (params) => log.extraInfo('request', params)],
      ['Network.responseReceivedExtraInfo', (params) => log.extraInfo('response', params)],
      ['Network.responseReceived', (params) => this.#answered(params)],
      ['Network.requestServedFromCache', (params) => log.servedFromCache(params)],
      ['Network.loadingFailed', (params) => log.loadingFailed(params)],
      ['Page.frameNavigated', (params) => this.#navigated(params)],
      ['Page.navigatedWithinDocument', (params) => tracker.navigatedWithin(params)],
      ['Page.frameStartedLoading', (params) => tracker.loading(params, true)],
      ['Page.frameStoppedLoading', (params) => tracker.loading(params, false)],
      ['Page.javascriptDialogOpening', (params) => this.#dialog(params)],
    ];
  }

  /** What the browser itself tells of the main frame. */
  hear(news: BrowserNews): void {
    if (!('address' in news)) this.#tracker.busy(news.kind === 'started');
    else {
      this.#browserAddress = news.address;
      if (news.kind !== 'moved') this.#settled(news.address, news.kind === 'failed' ? news.error : null);
    }
    this.#parts.onChange();
  }

  /** A navigation came to its end: the network's latest load is the one, if it is of that address. */
  #settled(address: string, error: string | null): void {
    const latest = this.#log.latestLoader;
    if (latest === null || latest === this.state.loaderId) return;
    const asked = this.documentAddress(latest);
    if (asked === null || !isSamePage(asked, address)) return;
    if (error !== null) this.#log.failed(latest, error);
    if (this.#tracker.committed(latest, address)) this.#replaced();
  }

  #navigated(params: JsonRecord): void {
    const frame = fieldRecord(params, 'frame');
    if (fieldText(frame, 'parentId') !== '') return;
    if (this.#tracker.frameNavigated(params, this.#loaderOf(frame))) this.#replaced();
  }

  #replaced(): void {
    this.#dialogs = [];
    this.#wronglyAnswered = [];
    this.#parts.onDocument();
  }

  /** The load a frame shows: for the browser's error page the one that failed. */
  #loaderOf(frame: JsonRecord): string | null {
    const unreachable = fieldText(frame, 'unreachableUrl');
    const failed = unreachable === '' ? null : this.#log.failedLoad(unreachable);
    return failed ?? (fieldText(frame, 'loaderId') || null);
  }

  /** Where a document came from in the end; null when its request was not seen. */
  documentAddress(loaderId: string): string | null {
    return this.#log.load(loaderId)?.exchanges.at(-1)?.url ?? null;
  }

  #requested(params: JsonRecord): void {
    const before = this.#log.latestLoader;
    this.#log.requestWillBeSent(params, this.state.mainFrame);
    if (this.#log.latestLoader !== before) this.#clocks.begin();
    this.#clocks.requestWillBeSent(params);
  }

  #answered(params: JsonRecord): void {
    this.#clocks.responseReceived(params);
    this.#judge(this.#log.responseReceived(params));
  }

  #judge(answer: SeenAnswer | null): void {
    if (answer !== null && !this.#parts.isIpAllowed(answer.ip)) this.#wronglyAnswered.push(answer);
  }

  #dialog(params: JsonRecord): void {
    const { dialog, accept } = dialogOf(params);
    // A page that asks without end must not fill the record.
    if (this.#dialogs.length < DIALOGS_KEPT) this.#dialogs.push(dialog);
    this.#parts.onDialog(accept);
  }
}

const DIALOGS_KEPT = 100;

function isWeb(address: string): boolean {
  return /^https?:$/.test(parseAddress(address)?.protocol ?? '');
}
