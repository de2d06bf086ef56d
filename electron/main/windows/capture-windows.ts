/** The capture window of the app: there is one at a time, and it goes when the vault is locked. */
import electron, { app, BrowserWindow } from 'electron';
import os from 'node:os';
import { captureProfilesOperations } from '#shared/contract/capture-profiles.ts';
import { casesOperations } from '#shared/contract/cases.ts';
import type { VaultAnswers } from '#shared/contract/vault-protocol.ts';
import type { ClockState } from '#shared/domain/capture/record.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CaptureTarget } from '../capture/capture-controller.ts';
import type { CaptureSink } from '../capture/engine/sink.ts';
import { createVaultSink } from '../capture-sink.ts';
import type { SendEvent } from '../ipc/channel.ts';
import { type CaptureControl, captureHandlers } from '../ipc/handlers/capture-handlers.ts';
import type { MainHandlers } from '../ipc/router.ts';
import type { LocalLog } from '../platform/local-log.ts';
import type { ProgramPaths } from '../platform/paths.ts';
import { captureReach } from '../security/capture-reach.ts';
import { APP_ORIGIN } from '../security/origin.ts';
import type { RuntimeLimit } from '../security/runtime-limit.ts';
import { bridgedPreferences } from '../security/web-preferences.ts';
import type { VaultSession } from '../vault-host/vault-session.ts';
import {
  type CaptureElectron,
  type CaptureWindow,
  type CaptureWindowOptions,
  type OfficeProfile,
  openCaptureWindow,
} from './capture-window.ts';
import { createCaptureSessions } from './capture-sessions.ts';
import { lastCaptureActs } from './last-capture.ts';
import { createRoundWork } from './round-work.ts';
import { createPublicLooks } from './public-look.ts';
import { uiSession } from './ui-session.ts';
import type { WindowRegistry } from './window-registry.ts';

export interface CaptureWindowsParts {
  readonly windows: WindowRegistry<BrowserWindow>;
  readonly vault: VaultSession;
  readonly send: SendEvent;
  readonly limit: RuntimeLimit;
  readonly paths: ProgramPaths;
  readonly log: LocalLog;
  readonly developerTools: boolean;
  readonly appVersion: string;
  clockState(): ClockState;
  /** Setting of the vault: pages of the local network may be captured. */
  allowLocalNetwork(): boolean;
  /** What the office's own settings say of the way to an address. */
  officeProxyFor(address: string): Promise<string>;
  /** What captures without a case are called. */
  trayLabel(): string;
  lock(): void;
}

export interface CaptureWindows {
  readonly handlers: Pick<MainHandlers, Extract<keyof MainHandlers, `capture.${string}`>>;
  /** Opens a window that is nobody's: for a list of addresses given by the command line. */
  openApart(caseId: string | null): Promise<CaptureWindow>;
  /** The same for a queue: it stays behind the app's windows, and its tool bar shows and does nothing. */
  openBehind(caseId: string | null, sink: () => CaptureSink): Promise<CaptureWindow>;
  hasFocus(): boolean;
  /** Whether a capture is running. */
  isBusy(): boolean;
  /** Resolves when no capture runs any more. */
  whenIdle(): Promise<void>;
  closeAll(): void;
  /** Hands the office's sessions of all windows, open or closing, to the vault: to be awaited before it locks. */
  keepSessions(): Promise<void>;
}

/** What a window is opened for. */
interface Purpose {
  readonly profile?: OfficeProfile | null;
  /** The capture that its capture is a look at. */
  readonly lookOf?: string;
  /** Nobody's: it is never brought to the front in the place of the officer's own window. */
  readonly apart?: boolean;
  /** A queue's: behind the other windows, its captures go where the queue says, and its tool bar only shows. */
  readonly sinkFor?: CaptureWindowOptions['sinkFor'];
}

interface Opened {
  readonly opening: Promise<CaptureWindow>;
  readonly purpose: Purpose;
  /** Resolves when its session is kept and cleared. */
  readonly closed: Promise<void>;
}

/** No window yet. */
export function createCaptureWindows(parts: CaptureWindowsParts): CaptureWindows {
  const open = new Map<number, Opened>();
  const running = new Set<Promise<unknown>>();
  const sessions = createCaptureSessions((count) =>
    parts.log.warn('capture', 'sessions not cleared, not used again', { count }),
  );

  const labelOf = async (caseId: string | null): Promise<string> => {
    if (caseId === null) return parts.trayLabel();
    const page = casesOperations.get.output.parse(
      await parts.vault.ask('call', { name: 'cases.get', input: { id: caseId } }),
    );
    return `${page.case.number} ${page.case.title}`.trim();
  };

  const start = (target: CaptureTarget, purpose: Purpose = {}): Promise<CaptureWindow> => {
    const lookOf = purpose.lookOf === undefined ? {} : { lookOf: purpose.lookOf };
    let contentsId: number | null = null;
    let tellClosed = (): void => undefined;
    const closed = new Promise<void>((resolve) => (tellClosed = resolve));
    // Turns later, so that the window can be entered here as soon as it exists.
    const opening = captureReach(parts.limit, parts.allowLocalNetwork()).then((rules) =>
      openCaptureWindow({
        ...optionsOf(parts, target),
        rules,
        sessions,
        rounds,
        unattended: purpose.apart === true,
        inBackground: purpose.sinkFor !== undefined,
        profile: purpose.profile ?? null,
        sinkFor: purpose.sinkFor ?? (({ caseId }) => createVaultSink(parts.vault, caseId, lookOf)),
        // Each tool bar hears of its own page: a look runs beside the window that asked for it.
        onState: (state) => parts.send('capture.changed', state, contentsId ?? undefined),
        electron: registering((window) => {
          parts.windows.register(window, 'capture-toolbar');
          contentsId = window.webContents.id;
          open.set(contentsId, { opening, purpose, closed });
        }),
        onClosed: () => {
          if (contentsId !== null) open.delete(contentsId);
          tellClosed();
        },
      }),
    );
    return opening;
  };
  const profileOf = async (profileId: string | null): Promise<OfficeProfile | null> =>
    profileId === null ? null : officeProfile(parts, await parts.vault.ask('openProfile', { id: profileId }));
  /** The officer's own window; null when there is none, or when it is on its way out. */
  const officersWindow = async (): Promise<(Opened & { readonly window: CaptureWindow }) | null> => {
    for (const opened of open.values()) {
      if (opened.purpose.apart === true) continue;
      const window = await opened.opening;
      if (!window.window.isDestroyed()) return { ...opened, window };
    }
    return null;
  };
  /** Another session is another window: nothing of the one reaches the other. */
  const replace = async (
    { window, closed }: Opened & { readonly window: CaptureWindow },
    profileId: string | null,
    target: CaptureTarget,
  ): Promise<CaptureWindow> => {
    if (window.controller.state().busy) throw new AppError('CAPTURE_BUSY');
    window.close();
    await closed;
    return start(target, { profile: await profileOf(profileId) });
  };
  const rounds = createRoundWork(parts.vault);
  const looks = createPublicLooks(parts.vault, (lookOf) => start({ caseId: null, label: '' }, { lookOf, apart: true }));

  return {
    handlers: captureHandlers({
      labelOf,
      // One after the other: asked twice at once, one window opens.
      open: inTurns(async (target, address, profileId, round) => {
        const existing = await officersWindow();
        const same = existing !== null && (profileId ?? null) === (existing.purpose.profile?.id ?? null);
        let window = existing?.window ?? null;
        if (existing === null || window === null)
          window = await start(target, { profile: await profileOf(profileId ?? null) });
        else if (profileId !== undefined && !same) window = await replace(existing, profileId, target);
        window.controller.setTarget(target);
        window.window.show();
        window.window.focus();
        if (round !== null) return rounds.enter(window.controller, round, address);
        window.controller.setRound(null);
        if (address !== '') await window.controller.navigate(address);
      }),
      async useProfile(contentsId, profileId) {
        const opened = open.get(contentsId);
        if (opened === undefined || opened.purpose.apart === true) throw new AppError('CAPTURE_WINDOW_CLOSED');
        const window = await opened.opening;
        const { address, target, round } = window.controller.state();
        if (profileId === (opened.purpose.profile?.id ?? null)) return;
        // Known before the window goes: a profile that is not there leaves everything as it is.
        if (profileId !== null) await requireProfile(parts, profileId);
        const next = await replace({ ...opened, window }, profileId, target);
        next.controller.setRound(round);
        if (address !== '') await next.controller.navigate(address);
      },
      look: (evidenceId) => looks.look(evidenceId),
      stopLook: () => looks.stop(),
      last: lastCaptureActs(parts.vault),
      rounds,
      controlOf: async (contentsId) => {
        const opened = open.get(contentsId);
        const window = await opened?.opening;
        return opened?.purpose.sinkFor === undefined ? window?.controller : onlyShown(window);
      },
      onTaking(taking) {
        const settled = taking.then(
          () => undefined,
          (error: unknown) => parts.log.error('capture', 'not captured', {}, error),
        );
        running.add(settled);
        void settled.then(() => running.delete(settled));
      },
    }),
    openApart: (caseId) => start({ caseId, label: '' }, { apart: true }),
    async openBehind(caseId, sink) {
      const label = await labelOf(caseId);
      const window = await start({ caseId, label }, { apart: true, sinkFor: sink });
      // Shown, since what is hidden is not painted, and below the window that somebody works in.
      for (const main of parts.windows.windowsOf('main')) if (main.isFocused()) main.moveTop();
      return window;
    },
    hasFocus: () => parts.windows.windowsOf('capture-toolbar').some((window) => window.isFocused()),
    isBusy: () => running.size > 0,
    whenIdle: async () => void (await Promise.all(running)),
    closeAll() {
      for (const { opening } of open.values()) {
        opening.then(
          (window) => window.close(),
          // What did not open need not be closed; who opened it was told.
          () => undefined,
        );
      }
    },
    async keepSessions() {
      const kept = [...open.values()].map(async ({ opening, purpose, closed }) => {
        if (!purpose.profile) return;
        const window = await opening;
        await (window.window.isDestroyed() ? closed : window.keepSession());
      });
      await Promise.allSettled(kept);
    },
  };
}

/** A tool bar over a page that a queue is capturing: its state is shown, its buttons would spoil the capture. */
function onlyShown(window: CaptureWindow | undefined): CaptureControl | undefined {
  if (window === undefined) return undefined;
  const refuse = (): never => {
    throw new AppError('CAPTURE_BUSY');
  };
  return {
    state: () => window.controller.state(),
    navigate: refuse,
    go: refuse,
    setTarget: refuse,
    take: refuse,
    cancel: refuse,
    areas: refuse,
    light: refuse,
    record: refuse,
    stopRecording: refuse,
    blank: refuse,
    setRound: refuse,
  };
}

/** The same act, each call after the end of the one before, however that ended. */
function inTurns<Given extends readonly unknown[]>(
  act: (...given: Given) => Promise<void>,
): (...given: Given) => Promise<void> {
  let turn: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const next = turn.then(() => act(...given));
    turn = next.catch(() => undefined);
    return next;
  };
}

/** A failure is written down without a word of what was to be kept. */
function officeProfile(parts: CaptureWindowsParts, opened: VaultAnswers['openProfile']): OfficeProfile {
  const { id, name, generation, cookies } = opened;
  return {
    id,
    name,
    cookies,
    keep: async (current) => {
      await parts.vault
        .ask('keepProfile', { id, generation, cookies: [...current] })
        .catch((error: unknown) => parts.log.error('capture', 'session not kept', {}, error));
    },
  };
}

async function requireProfile({ vault }: CaptureWindowsParts, profileId: string): Promise<void> {
  const answer = await vault.ask('call', { name: 'captureProfiles.list', input: {} });
  const { enabled, profiles } = captureProfilesOperations.list.output.parse(answer);
  if (!enabled) throw new AppError('PROFILES_OFF');
  if (!profiles.some((profile) => profile.id === profileId)) throw new AppError('PROFILE_UNKNOWN');
}

function optionsOf(parts: CaptureWindowsParts, target: CaptureTarget) {
  return {
    versions: {
      app: parts.appVersion,
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      os: `${os.type()} ${os.release()} ${os.arch()}`,
    },
    toolbarPreferences: bridgedPreferences({
      preload: parts.paths.captureToolbarPreload,
      session: uiSession(),
      developerTools: parts.developerTools,
    }),
    app,
    toolbarAddress: `${APP_ORIGIN}/capture-toolbar.html`,
    target,
    clockState: () => parts.clockState(),
    officeProxyFor: parts.officeProxyFor,
    onLockShortcut: () => parts.lock(),
  };
}

/** Electron for the capture window, whose windows are known to the router before their page asks anything. */
function registering(onWindow: (window: BrowserWindow) => void): CaptureElectron {
  const RegisteredWindow = new Proxy(BrowserWindow, {
    construct(Target, [options]: [Electron.BrowserWindowConstructorOptions]) {
      const window = new Target(options);
      onWindow(window);
      return window;
    },
  });
  return {
    BrowserWindow: RegisteredWindow,
    nativeImage: electron.nativeImage,
    // By name through the module: each exists in some runtimes only, and the adapter decides which to use.
    WebContentsView: electron.WebContentsView,
    BrowserView: electron.BrowserView,
  };
}
