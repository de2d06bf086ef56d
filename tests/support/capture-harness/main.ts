/**
 * A small Electron program around the real capture window: tests drive it through `globalThis.harness`. Artefacts go to a
 * folder instead of the vault; everything else is what the app uses.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { app, BrowserView, BrowserWindow, ipcMain, nativeImage, protocol, session, WebContentsView } from 'electron';
import type { CaptureState } from '#shared/contract/capture.ts';
import type { AreaKind } from '#shared/domain/capture/capture-area.ts';
import type { AddressRules } from '#shared/domain/capture/address-policy.ts';
import { captureAddresses } from '../../../electron/main/capture/capture-addresses.ts';
import { CAPTURE_DEADLINES, type CaptureDeadlines } from '../../../electron/main/capture/engine/deadlines.ts';
import { appHandler } from '../../../electron/main/protocols/app-protocol.ts';
import { bridgedPreferences } from '../../../electron/main/security/web-preferences.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { DISABLED_BLINK_FEATURES } from '../../../electron/main/capture/adapter/worker-sockets.ts';
import type { PageSessions } from '../../../electron/main/capture/adapter/page-sessions.ts';
import type { RecordOrder } from '../../../electron/main/capture/capture-controller.ts';
import { createCaptureSessions } from '../../../electron/main/windows/capture-sessions.ts';
import { type CaptureWindow, openCaptureWindow } from '../../../electron/main/windows/capture-window.ts';
import { destroyWindow } from '../../../electron/main/windows/outside-events.ts';
import { FolderSink } from './folder-sink.ts';

interface Opened {
  readonly capture: CaptureWindow;
  readonly states: CaptureState[];
  readonly folder: string;
  sink: FolderSink | null;
}

const built = process.env['NETRA_HARNESS_PAGES'] ?? '';
const scratch = mkdtempSync(path.join(tmpdir(), 'netra-capture-'));
const opened: Opened[] = [];
let latest: Promise<CaptureWindow> | null = null;
let sessions: PageSessions | null = null;
/** Names of the sessions that windows got, in order, and how many could not be cleared. */
const partitions: string[] = [];
let lost = 0;

app.commandLine.appendSwitch('disable-backgrounding-occluded-windows');
app.commandLine.appendSwitch('disable-blink-features', DISABLED_BLINK_FEATURES);
// The test site's certificates are its own; the app itself leaves the verdict to Chromium.
app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
  event.preventDefault();
  answer(true);
});
app.on('window-all-closed', () => undefined);
app.on('will-quit', () => rmSync(scratch, { recursive: true, force: true }));
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

async function open(
  options: { rules?: AddressRules; deadlines?: Partial<CaptureDeadlines>; rebound?: string; unattended?: boolean } = {},
): Promise<number> {
  const folder = path.join(scratch, String(opened.length));
  mkdirSync(folder, { recursive: true });
  const states: CaptureState[] = [];
  const entry: { sink: FolderSink | null } = { sink: null };
  latest = openCaptureWindow({
    electron: { BrowserWindow, BrowserView, WebContentsView, nativeImage },
    sessions: (sessions ??= notedSessions()),
    unattended: options.unattended === true,
    app,
    ...(options.rebound !== undefined && { resolve: async () => [options.rebound ?? ''] }),
    versions: {
      app: '0.0.0-test',
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      os: `${process.platform} ${process.getSystemVersion()}`,
    },
    toolbarPreferences: bridgedPreferences({
      preload: process.env['NETRA_HARNESS_PRELOAD'] ?? '',
      session: session.defaultSession,
      developerTools: false,
    }),
    toolbarAddress: built === '' ? 'data:text/html,<p>bilah' : 'app://netra/capture-toolbar.html',
    rules: options.rules ?? { loopbackOnly: true, allowLocalNetwork: false },
    target: { caseId: null, label: 'Baki bukti' },
    sinkFor: () => (entry.sink = new FolderSink(folder)),
    rounds: { answer: async () => undefined, takeBack: async () => undefined },
    officeProxyFor: async () => 'DIRECT',
    clockState: () => ({ state: 'unchecked', offsetSeconds: null, checkedAt: null, note: '' }),
    onState: (state) => {
      states.push(state);
      for (const window of BrowserWindow.getAllWindows())
        window.webContents.send('netra:event', 'capture.changed', state);
    },
    onLockShortcut: () => undefined,
    onClosed: () => undefined,
    deadlines: { ...CAPTURE_DEADLINES, ...options.deadlines },
  });
  const capture = await latest;
  return (
    opened.push({
      capture,
      states,
      folder,
      get sink() {
        return entry.sink;
      },
      set sink(sink) {
        entry.sink = sink;
      },
    }) - 1
  );
}

/** One clearing for each session, so that a test need not open many windows. */
function notedSessions(): PageSessions {
  const made = createCaptureSessions((count) => (lost += count), 1);
  return {
    async take(use) {
      const taken = await made.take(use);
      partitions.push(taken.partition);
      return taken;
    },
  };
}

function at(id: number): Opened {
  const found = opened[id];
  if (found === undefined) throw new Error(`no window ${id}`);
  return found;
}

function pageOf(id: number): Electron.WebContents {
  const { window } = at(id).capture;
  const found = window.getBrowserViews()[0]?.webContents;
  if (found === undefined) throw new Error('the window has no page');
  return found;
}

/** What was wrong, as plain data. */
async function attempt<Value>(
  act: () => Promise<Value>,
): Promise<{ value: Value } | { code: string; params: unknown }> {
  try {
    return { value: await act() };
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, params: error.params };
    throw error;
  }
}

const harness = {
  open,
  visit: (id: number, address: string) => attempt(() => at(id).capture.controller.visit(address)),
  navigate: (id: number, address: string) => attempt(() => at(id).capture.controller.navigate(address)),
  take: (id: number, reload: boolean, banner?: number) =>
    attempt(() => at(id).capture.controller.take({ reload, ...(banner !== undefined && { banner }) })),
  areas: (id: number, kind: AreaKind) => attempt(() => at(id).capture.controller.areas(kind)),
  light: (id: number, kind: AreaKind, area: number | null) => at(id).capture.controller.light(kind, area),
  record: (id: number, order: RecordOrder) => attempt(() => at(id).capture.controller.record(order)),
  stopRecording: (id: number) => at(id).capture.controller.stopRecording(),
  cancel: (id: number) => at(id).capture.controller.cancel(),
  go: (id: number, direction: 'back' | 'forward' | 'reload' | 'stop') => at(id).capture.controller.go(direction),
  state: (id: number) => at(id).capture.controller.state(),
  states: (id: number) => at(id).states,
  folder: (id: number) => at(id).folder,
  sinkState: (id: number) => at(id).sink?.state ?? 'none',
  inPage: (id: number, script: string) => pageOf(id).executeJavaScript(script) as Promise<unknown>,
  crash: (id: number) => pageOf(id).forcefullyCrashRenderer(),
  scaleTo: (id: number, scale: number) =>
    pageOf(id).debugger.sendCommand('Emulation.setDeviceMetricsOverride', {
      width: 0,
      height: 0,
      deviceScaleFactor: scale,
      mobile: false,
    }),
  cdp: (id: number, method: string, params: object) =>
    pageOf(id).debugger.sendCommand(method, params) as Promise<unknown>,
  raw: async (id: number) => {
    const page = pageOf(id);
    const { cssContentSize } = await page.debugger.sendCommand('Page.getLayoutMetrics');
    const started = performance.now();
    await page.debugger.sendCommand('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width: cssContentSize.width, height: cssContentSize.height, scale: 1 },
    });
    return performance.now() - started;
  },
  gpu: () => app.getGPUFeatureStatus(),
  cover: async (id: number) => {
    const { window } = at(id).capture;
    const cover = new BrowserWindow({ ...window.getBounds(), frame: false, alwaysOnTop: true });
    window.once('closed', () => void destroyWindow(cover));
    await cover.loadURL('data:text/html,<body style="background:black">');
  },
  close: (id: number) => at(id).capture.close(),
  windows: () => BrowserWindow.getAllWindows().length,
  sessions: () => ({ partitions, lost }),
  cookieSet: (id: number) =>
    new Promise<string>((resolve) => pageOf(id).session.cookies.once('changed', (_event, { name }) => resolve(name))),
  captureAddresses: (addresses: string[]) =>
    captureAddresses({ addresses, openWindow: async () => at(await open({ deadlines: { load: 4_000 } })).capture }),
};

interface HarnessInput {
  readonly address?: string;
  readonly direction?: 'back' | 'forward' | 'reload' | 'stop';
  readonly reload?: boolean;
  readonly area?: number | null;
  readonly kind?: AreaKind;
}

/** What the app's router would answer the tool bar; the newest window is meant. */
async function answer(name: string, input: HarnessInput): Promise<unknown> {
  const control = (await latest)?.controller;
  if (name === 'app.getPreferences')
    return { language: 'id', theme: 'light', density: 'comfortable', sidebarCollapsed: false, lists: {} };
  if (name === 'cases.list') return { total: 0, rows: [] };
  if (name === 'elections.reminders') return { day: '2026-11-22', elections: [], candidates: [], reminders: [] };
  if (name === 'capture.state') return control?.state() ?? null;
  if (name === 'capture.navigate') await control?.navigate(input.address ?? '');
  if (name === 'capture.go') control?.go(input.direction ?? 'stop');
  if (name === 'capture.take') void control?.take({ reload: input.reload ?? false }).catch(() => undefined);
  const kind = input.kind ?? 'scroll';
  if (name === 'capture.areas') return { areas: await control?.areas(kind) };
  if (name === 'capture.light') await control?.light(kind, input.area ?? null);
  if (name === 'capture.record') void control?.record(input as RecordOrder).catch(() => undefined);
  if (name === 'capture.stopRecording') control?.stopRecording();
  if (name === 'capture.cancel') control?.cancel();
  return {};
}

ipcMain.handle('netra:operation', async (_event, name: string, input: HarnessInput) => {
  try {
    return { ok: true, value: await answer(name, input) };
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'INTERNAL';
    return { ok: false, error: { code, params: {}, correlationId: '' } };
  }
});

void app.whenReady().then(() => {
  if (built !== '') {
    const handler = appHandler({ root: built, read: async (file) => readFileSync(file) }, {
      open: async () => null,
      read: async () => new Uint8Array(),
    } as never);
    session.defaultSession.protocol.handle('app', handler);
  }
  Object.assign(globalThis, { harness });
  if (process.env['NETRA_HARNESS_LINES'] !== undefined) answerLines();
});

/** Answers calls that come as lines of JSON: for pages on which a second debugger, Playwright's, would be in the way. */
function answerLines(): void {
  const acts: Readonly<Record<string, (...input: never[]) => unknown>> = harness;
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, name, input } = JSON.parse(line) as { id: number; name: string; input: never[] };
    const tell = (answered: object): void =>
      void process.stdout.write(`NETRA ${JSON.stringify({ id, ...answered })}\n`);
    Promise.resolve()
      .then(() => acts[name]?.(...input))
      .then(
        (value) => tell({ value }),
        (error: unknown) => tell({ error: String(error) }),
      );
  });
  process.stdout.write('NETRA {"id":-1}\n');
}
