/**
 * The capture window: our tool bar, and below it a page of the open web in a view of its own. The page has no preload, no
 * rights and a session that lives in memory and is cleared with the window. Locking closes it.
 */
import type { App, BrowserWindow, BrowserWindowConstructorOptions, NativeImage, Rectangle, Session } from 'electron';
import type { CaptureState } from '#shared/contract/capture.ts';
import type { KeptCookie } from '#shared/contract/capture-profiles.ts';
import type { AddressRules } from '#shared/domain/capture/address-policy.ts';
import type { ClockState, DroppedAnswer } from '#shared/domain/capture/record.ts';
import { createLoginWatch, type LoginWatch, type ProfileInUse, seenByOf } from '#shared/domain/capture/seen-by.ts';
import { TILE_LIMITS } from '#shared/domain/capture/tiles.ts';
import { type AddressGate, createAddressGate, type ResolveHost } from '../capture/adapter/address-gate.ts';
import { connectDebugger } from '../capture/adapter/debugger-connection.ts';
import { followLoginSigns, sentRequest } from '../capture/adapter/login-signs.ts';
import { putCookies, readCookies } from '../capture/adapter/office-session.ts';
import { guardPage } from '../capture/adapter/page-guard.ts';
import type { PageRoute } from '../capture/adapter/page-route.ts';
import { preparePageSession, resolveWith } from '../capture/adapter/page-session.ts';
import type { PageSessions, TakenSession } from '../capture/adapter/page-sessions.ts';
import { pageProcesses, setProcessBehind } from '../capture/adapter/page-processes.ts';
import { watchPage } from '../capture/adapter/page-watch.ts';
import { pixelsOf, stopByEscape } from '../capture/adapter/recording-aids.ts';
import { createPageView, type PageView, type ViewClasses } from '../capture/adapter/page-view.ts';
import { CaptureController, type CaptureTarget } from '../capture/capture-controller.ts';
import { framesAsTheyCome, gzipBytes, newCaptureId, newSha256, systemEngineClock } from '../capture/engine-parts.ts';
import { CertificateCollector } from '../capture/engine/certificates.ts';
import { CAPTURE_DEADLINES, type CaptureDeadlines, SCROLL_WAIT } from '../capture/engine/deadlines.ts';
import { parseAddress } from '../capture/engine/address.ts';
import { createRecorder } from '../capture/engine/recorder.ts';
import type { CaptureSink } from '../capture/engine/sink.ts';
import { PAGE_PREFERENCES } from '../security/web-preferences.ts';
import { destroyWindow, outsideEvents } from './outside-events.ts';
import { layOut, type Layout } from './page-layout.ts';
import { roundKeys, type RoundWork } from './round-work.ts';

/** The part of Electron this window is made of. */
export interface CaptureElectron extends ViewClasses {
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly nativeImage: { createFromBuffer(png: Buffer): NativeImage };
}

export interface CaptureWindowOptions {
  readonly electron: CaptureElectron;
  readonly sessions: PageSessions;
  readonly versions: {
    readonly app: string;
    readonly electron: string;
    readonly chromium: string;
    readonly os: string;
  };
  /** Preferences of the tool bar's page: its preload and session (bridgedPreferences). */
  readonly toolbarPreferences: BrowserWindowConstructorOptions['webPreferences'];
  /** Address of the tool bar's page: app://netra/capture-toolbar.html. */
  readonly toolbarAddress: string;
  readonly rules: AddressRules;
  readonly target: CaptureTarget;
  /** Where a capture goes; called when one begins, with the target of that moment. */
  readonly sinkFor: (target: CaptureTarget) => CaptureSink;
  readonly clockState: () => ClockState;
  readonly onState: (state: CaptureState) => void;
  /** What a round's keys do while the page has the focus. */
  readonly rounds: Pick<RoundWork, 'answer' | 'takeBack'>;
  readonly onLockShortcut: () => void;
  readonly onClosed: () => void;
  /** The office's session to begin with; none: nobody is logged in. */
  readonly profile?: OfficeProfile | null;
  readonly bounds?: Partial<Rectangle>;
  readonly deadlines?: CaptureDeadlines;
  /** What the office's own settings say of the way to an address, as Chromium puts it: "DIRECT", or a list of proxies. */
  readonly officeProxyFor: (address: string) => Promise<string>;
  /** Looks names up in the place of the session, as if they led elsewhere by the time of the connection. */
  readonly resolve?: ResolveHost;
  /** Processes of the program, for the watch over the page's. */
  readonly app: Pick<App, 'getAppMetrics'>;
  /** Shown without the focus, for captures that run while somebody works elsewhere. */
  readonly inBackground?: boolean;
  /** Nobody works in it by hand: its session may serve another such window once it is cleared. */
  readonly unattended?: boolean;
}

/** A session of the office as the vault handed it out, and where its cookies go back to. */
export interface OfficeProfile extends ProfileInUse {
  readonly cookies: readonly KeptCookie[];
  /** Must not reject: the window ends whatever became of it. */
  keep(cookies: readonly KeptCookie[]): Promise<void>;
}

export interface CaptureWindow {
  readonly window: BrowserWindow;
  /** What the capture.* operations of the contract call. */
  readonly controller: CaptureController;
  /** Ends it: a running capture is cancelled, the page's data are gone. */
  close(): void;
  /** Hands the office's session, as it is now, to who keeps it, before a lock; it is not handed over again at the end. */
  keepSession(): Promise<void>;
}

/** Refused addresses that are named in a record. */
const REFUSALS_KEPT = 100;

/** Opens the window, its tool bar first, then the blank page with the recorder attached. */
export async function openCaptureWindow(options: CaptureWindowOptions): Promise<CaptureWindow> {
  const window = new options.electron.BrowserWindow({
    width: 1366,
    height: 900,
    minWidth: 900,
    minHeight: 500,
    show: false,
    title: 'Netra',
    ...options.bounds,
    ...(options.toolbarPreferences && { webPreferences: options.toolbarPreferences }),
  });
  window.setMenuBarVisibility(false);
  try {
    await window.loadURL(options.toolbarAddress);
    const unattended = options.unattended === true && !options.profile;
    const taken = await options.sessions.take(unattended ? 'unattended' : 'person');
    return await addPage(window, options, taken).catch(async (error: unknown) => {
      await taken.giveBack({ mayServeAgain: false, processes: [] });
      throw error;
    });
  } catch (error) {
    // Half a window must not stay: its page would be without recorder or without guard.
    await destroyWindow(window);
    options.onClosed();
    throw error;
  }
}

async function addPage(
  window: BrowserWindow,
  options: CaptureWindowOptions,
  taken: TakenSession,
): Promise<CaptureWindow> {
  const { partition, session } = taken;
  const certificates = new CertificateCollector();
  const refused: string[] = [];
  const dropped: DroppedAnswer[] = [];
  const gate = createAddressGate(
    options.rules,
    options.resolve ?? ((host) => resolveWith(session, host)),
    systemEngineClock.monotonic,
  );
  const profile = options.profile ?? null;
  const watch = createLoginWatch();
  let pageMayCome = (): Promise<void> => Promise.resolve();
  const { userAgent, route } = await preparePageSession(session, {
    gate,
    onRequest: (details) => sentRequest(watch, details),
    onCertificate: (certificate) => certificates.add(certificate),
    onRefused: (address) => refused.length < REFUSALS_KEPT && refused.push(address),
    onDropped: (answer) => dropped.length < REFUSALS_KEPT && dropped.push(answer),
    now: systemEngineClock.now,
    pageMayCome: () => pageMayCome(),
    route: {
      // What is led astray on purpose is to be seen by the later layers.
      rules: options.resolve === undefined ? options.rules : { ...options.rules, officeNetwork: [] },
      // An old runtime uses no proxy at all: it would reach what the rules cannot see.
      officeProxyFor: options.rules.loopbackOnly ? null : options.officeProxyFor,
      after: systemEngineClock.after,
    },
  });
  if (profile !== null) await putCookies(session.cookies, profile.cookies);
  const view = createPageView(options.electron, options.versions.electron, window, {
    ...PAGE_PREFERENCES,
    partition,
    backgroundThrottling: false,
  });
  const layout = layOut(window, view);
  followLoginSigns(watch, view.contents, session.cookies);
  if (options.inBackground === true) window.showInactive();
  else window.show();
  const parts = { window, view, layout, gate, route, certificates, refused, dropped, userAgent, watch };
  const controller = await record(options, parts);
  pageMayCome = () => controller.pageMayCome();
  guardPage(view.contents, {
    gate,
    navigate: (address) => controller.follow(address),
    onRefused: () => controller.refused(),
    shortcuts: {
      ...controller.shortcuts(),
      ...roundKeys(controller, options.rounds),
      lock: options.onLockShortcut,
      focusAddress: () => window.webContents.focus(),
    },
  });
  stopByEscape(view.contents, controller);
  const keepSession = sessionKeeper(session, profile);
  // A page that crashed, or went before its window, names no processes that could be waited for.
  const giveBack = (processes: readonly number[]): Promise<void> =>
    taken.giveBack({ mayServeAgain: watch.signs().length === 0 && processes.length > 0, processes });
  const processes = (): readonly number[] => pageProcesses(options.app, view.contents).map(({ pid }) => pid);
  const end = closer({ window, view, controller, keepSession, processes, giveBack }, options.onClosed);
  return { window, controller, ...end };
}

interface PageParts {
  readonly window: BrowserWindow;
  readonly view: PageView;
  readonly layout: Layout;
  readonly gate: AddressGate;
  readonly route: PageRoute;
  readonly certificates: CertificateCollector;
  readonly refused: string[];
  readonly dropped: DroppedAnswer[];
  readonly userAgent: { sent: string; original: string };
  readonly watch: LoginWatch;
}

async function record(options: CaptureWindowOptions, parts: PageParts): Promise<CaptureController> {
  const { contents } = parts.view;
  const profile = options.profile ? { id: options.profile.id, name: options.profile.name } : null;
  const connection = await connectDebugger(contents);
  const recorder = createRecorder(connection, {
    clock: systemEngineClock,
    clockState: options.clockState,
    newId: newCaptureId,
    newHash: newSha256,
    gzip: gzipBytes,
    framesAsTheyCome: framesAsTheyCome(options.versions.electron),
    deadlines: options.deadlines ?? CAPTURE_DEADLINES,
    tileLimits: TILE_LIMITS,
    scrollWait: SCROLL_WAIT,
    versions: options.versions,
    userAgent: parts.userAgent,
    certificates: parts.certificates,
    proxyFor: (address) => (parseAddress(address) !== null ? parts.route.proxyFor(address) : Promise.resolve(null)),
    isIpAllowed: parts.gate.isIpAllowed,
    refusedRequests: () => [...new Set(parts.refused)],
    droppedAnswers: () => [...parts.dropped],
    seenBy: (text) => seenByOf(profile, parts.watch.signs(), text),
    repaint: () => repaint(parts.window, parts.view, parts.layout),
    lastPainted: async () => (await contents.capturePage()).toPNG(),
    pixels: (png) => pixelsOf(options.electron.nativeImage.createFromBuffer(Buffer.from(png))),
  });
  await recorder.start();
  const stopWatching = watchPage({
    processes: () => pageProcesses(options.app, contents),
    busy: () => recorder.status().busy,
    setBehind: setProcessBehind,
    end: () => contents.forcefullyCrashRenderer(),
    every: (milliseconds, act) => {
      const timer = setInterval(act, milliseconds);
      return () => clearInterval(timer);
    },
  });
  contents.once('destroyed', stopWatching);
  contents.on('did-start-navigation', (_event, _address, inPage, mainFrame) => {
    if (mainFrame && !inPage) parts.refused.length = parts.dropped.length = 0;
  });
  return new CaptureController({
    contents,
    recorder,
    gate: parts.gate,
    sinkFor: options.sinkFor,
    target: options.target,
    profile,
    onState: (state) => {
      // A capture's page keeps its size until it is captured.
      if (!state.busy) parts.layout.setRound(state.round !== null);
      options.onState(state);
    },
    pageDropped: () => parts.dropped.some((answer) => answer.page),
    clock: systemEngineClock,
    loadDeadline: (options.deadlines ?? CAPTURE_DEADLINES).load,
  });
}

/** Wakes a view that has not painted yet: shown again, and drawn anew. Its size stays, so the page hears of nothing. */
function repaint(window: BrowserWindow, view: PageView, layout: Layout): void {
  window.showInactive();
  view.setBounds(layout.bounds());
  view.contents.invalidate();
}

interface OpenParts {
  readonly window: BrowserWindow;
  readonly view: PageView;
  readonly controller: CaptureController;
  readonly keepSession: () => Promise<void>;
  /** Of the page, as long as it is there. */
  readonly processes: () => readonly number[];
  readonly giveBack: (processes: readonly number[]) => Promise<void>;
}

function closer({ window, view, controller, keepSession, processes, giveBack }: OpenParts, onClosed: () => void) {
  let closed = false;
  let handedOver = false;
  const handOver = (): Promise<void> => {
    if (handedOver) return Promise.resolve();
    handedOver = true;
    return keepSession();
  };
  const end = (): void => {
    if (closed) return;
    closed = true;
    controller.end();
    const ofPage = processes();
    const destroyed = outsideEvents(() => {
      view.destroy();
      if (!window.isDestroyed()) window.destroy();
    });
    // Cleared at once rather than when the program ends, the office's session kept first.
    void destroyed
      .then(handOver)
      .finally(() => giveBack(ofPage))
      .then(onClosed, onClosed);
  };
  window.on('closed', end);
  return { close: end, keepSession: handOver };
}

/** Reads the cookies out and hands them over; without a profile nothing is read at all. */
function sessionKeeper(session: Session, profile: OfficeProfile | null): () => Promise<void> {
  if (profile === null) return () => Promise.resolve();
  return async () => profile.keep(await readCookies(session.cookies));
}
