/** The capture window of the app: there is one at a time, and it goes when the vault is locked. */
import electron, { app, BrowserWindow, session } from 'electron';
import os from 'node:os';
import { casesOperations } from '#shared/contract/cases.ts';
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
  openCaptureWindow,
} from './capture-window.ts';
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
}

/** No window yet. */
export function createCaptureWindows(parts: CaptureWindowsParts): CaptureWindows {
  const open = new Map<number, Promise<CaptureWindow>>();
  /** Windows of queues: nobody's to use. */
  const behind = new Map<number, Promise<CaptureWindow>>();
  const running = new Set<Promise<unknown>>();

  const labelOf = async (caseId: string | null): Promise<string> => {
    if (caseId === null) return parts.trayLabel();
    const page = casesOperations.get.output.parse(
      await parts.vault.ask('call', { name: 'cases.get', input: { id: caseId } }),
    );
    return `${page.case.number} ${page.case.title}`.trim();
  };

  const start = (target: CaptureTarget, own: OwnOptions = {}): Promise<CaptureWindow> => {
    let contentsId: number | null = null;
    // Turns later, so that the window can be entered here as soon as it exists.
    const opening = captureReach(parts.limit, parts.allowLocalNetwork()).then((rules) =>
      openCaptureWindow({
        ...optionsOf(parts, target),
        rules,
        ...own,
        electron: registering((window) => {
          parts.windows.register(window, 'capture-toolbar');
          contentsId = window.webContents.id;
          (own.inBackground === true ? behind : open).set(contentsId, opening);
        }),
        onClosed: () => {
          if (contentsId === null) return;
          open.delete(contentsId);
          behind.delete(contentsId);
        },
      }),
    );
    return opening;
  };

  return {
    handlers: captureHandlers({
      labelOf,
      async open(target, address) {
        const existing = [...open.values()][0];
        const window = await (existing ?? start(target));
        if (existing !== undefined) {
          window.controller.setTarget(target);
          window.window.show();
          window.window.focus();
        }
        if (address !== '') await window.controller.navigate(address);
      },
      controlOf: async (contentsId) =>
        (await open.get(contentsId))?.controller ?? onlyShown(await behind.get(contentsId)),
      onTaking(taking) {
        const settled = taking.then(
          () => undefined,
          (error: unknown) => parts.log.error('capture', 'not captured', {}, error),
        );
        running.add(settled);
        void settled.then(() => running.delete(settled));
      },
    }),
    openApart: (caseId) => start({ caseId, label: '' }),
    async openBehind(caseId, sink) {
      const label = await labelOf(caseId);
      const window = await start({ caseId, label }, { inBackground: true, sinkFor: sink });
      // Shown, since what is hidden is not painted, and below the window that somebody works in.
      for (const main of parts.windows.windowsOf('main')) if (main.isFocused()) main.moveTop();
      return window;
    },
    hasFocus: () => parts.windows.windowsOf('capture-toolbar').some((window) => window.isFocused()),
    isBusy: () => running.size > 0,
    whenIdle: async () => void (await Promise.all(running)),
    closeAll() {
      for (const opening of [...open.values(), ...behind.values()]) {
        opening.then(
          (window) => window.close(),
          // What did not open need not be closed; who opened it was told.
          () => undefined,
        );
      }
    },
  };
}

type OwnOptions = Partial<Pick<CaptureWindowOptions, 'inBackground' | 'sinkFor'>>;

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
  };
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
    sinkFor: ({ caseId }: CaptureTarget) => createVaultSink(parts.vault, caseId),
    clockState: () => parts.clockState(),
    onState: (state: Parameters<typeof parts.send<'capture.changed'>>[1]) => parts.send('capture.changed', state),
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
    session,
    nativeImage: electron.nativeImage,
    // By name through the module: each exists in some runtimes only, and the adapter decides which to use.
    WebContentsView: electron.WebContentsView,
    BrowserView: electron.BrowserView,
  };
}
