/** The running app: its services, put together once, and the order in which they come up and go down. */
import { app, type BrowserWindow, clipboard, dialog, nativeTheme, powerMonitor, shell } from 'electron';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { runCaptureJob } from './capture-job.ts';
import { createEventSender, listenToPages, type SendEvent } from './ipc/channel.ts';
import { appHandlers } from './ipc/handlers/app-handlers.ts';
import { exportHandlers } from './ipc/handlers/export-handlers.ts';
import { vaultHandlers } from './ipc/handlers/vault-handlers.ts';
import { createRouter, type MainHandlers } from './ipc/router.ts';
import { createLockPolicy, type LockPolicy } from './lock/lock-policy.ts';
import { watchForAbsence } from './lock/lock-triggers.ts';
import { type BufferClipboard, type ItemClipboard, readPicture } from './platform/clipboard.ts';
import { createClockWatch } from './platform/clock-watch.ts';
import { createDialogs, type Dialogs } from './platform/dialogs.ts';
import { catchFatalErrors, createFatalHandler } from './platform/fatal-errors.ts';
import type { LaunchOptions } from './platform/launch-options.ts';
import { createLocalLog, fileTarget, type LocalLog } from './platform/local-log.ts';
import { showMenu } from './platform/menu.ts';
import { type ProgramPaths, profilePaths, programPaths } from './platform/paths.ts';
import { createPreferencesStore, type PreferencesStore } from './platform/preferences.ts';
import { readLine } from './platform/read-line.ts';
import { createRecentVaults, type RecentVaults } from './platform/recent-vaults.ts';
import { wordsOf } from './platform/words.ts';
import { protectContent } from './security/content-protection.ts';
import { installContentsRules } from './security/contents-rules.ts';
import { openExternally } from './security/external-links.ts';
import type { RuntimeLimit } from './security/runtime-limit.ts';
import { createVaultHost } from './vault-host/vault-host.ts';
import type { VaultSession } from './vault-host/vault-session.ts';
import { type CaptureWindows, createCaptureWindows } from './windows/capture-windows.ts';
import { createMainWindow, loadMainPage } from './windows/main-window.ts';
import { prepareSessions, uiSession } from './windows/ui-session.ts';
import { createWindowRegistry, type WindowRegistry } from './windows/window-registry.ts';

export interface StartParts {
  /** Folder of the running main program. */
  readonly programFolder: string;
  readonly options: LaunchOptions;
  readonly limit: RuntimeLimit;
}

export interface RunningApplication {
  /** The app was started again: brings the window to the front, and shows the vault that was named. */
  receiveSecondStart(vaultDirectory: string | null): void;
}

interface Services {
  readonly log: LocalLog;
  readonly paths: ProgramPaths;
  readonly windows: WindowRegistry<BrowserWindow>;
  readonly send: SendEvent;
  readonly preferences: PreferencesStore;
  readonly recent: RecentVaults;
  readonly dialogs: Dialogs;
  readonly vault: VaultSession;
  readonly lockPolicy: LockPolicy;
  readonly capture: CaptureWindows;
  /** Ends every program the app started. */
  end(): Promise<void>;
}

/** Starts everything; resolves when the window has its page. */
export async function startApplication(start: StartParts): Promise<RunningApplication> {
  const services = await bringUp(start);
  selectFirstVault(services, start.options.vaultDirectory);
  applyPreferences(services);
  endInOrder(services);
  const stopWatching = watchForAbsence(services.lockPolicy, () => services.capture.hasFocus());
  app.once('will-quit', stopWatching);
  await openMainWindow(services);
  return {
    receiveSecondStart(vaultDirectory) {
      if (vaultDirectory !== null) void services.vault.select(vaultDirectory);
      focusMainWindow(services);
    },
  };
}

/** Carries out a job of the command line instead of showing the main window, then ends the app. */
export async function startCaptureJob(start: StartParts, jobFile: string): Promise<void> {
  const job: unknown = JSON.parse(await readFile(jobFile, 'utf8'));
  const profile = z.object({ profileDirectory: z.string().nullish() }).safeParse(job);
  const services = await bringUp(start, profile.data?.profileDirectory ?? undefined);
  // Between two addresses there is no window; that is not the end.
  app.on('window-all-closed', () => undefined);
  const code = await runCaptureJob(job, {
    vault: services.vault,
    openWindow: services.capture.openApart,
    readPassphrase: () => readLine(process.stdin),
    print: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
    lock: () => services.lockPolicy.lockNow('quit'),
  });
  services.capture.closeAll();
  await services.end();
  app.exit(code);
}

/** Everything but windows: rules, sessions, protocols, vault host, router. */
async function bringUp(start: StartParts, vaultProfile?: string): Promise<Services> {
  const services = createServices(start, vaultProfile);
  guardAgainstFaults(services);
  installContentsRules(app, { uiSession, offerExternal: offerExternal(services), log: services.log });
  await app.whenReady();
  services.log.info('start', 'ready', {
    version: app.getVersion(),
    electron: process.versions.electron,
    limit: start.limit,
  });
  prepareSessions({
    pagesRoot: services.paths.pagesRoot,
    view: viewBytes(services.vault),
    developerTools: !app.isPackaged,
    log: services.log,
  });
  listenToPages(router(services, start.limit));
  return services;
}

function createServices({ programFolder, options, limit }: StartParts, vaultProfile?: string): Services {
  const profile = profilePaths(app.getPath('userData'));
  const paths = programPaths(programFolder);
  const log = createLocalLog(fileTarget(profile.logs));
  const windows = createWindowRegistry<BrowserWindow>();
  const send = createEventSender(windows);
  const preferences = createPreferencesStore(profile.preferences);
  const recent = createRecentVaults(profile.recentVaults);
  const dialogs = createDialogs(
    () => windows.windowsOf('main')[0],
    () => wordsOf(preferences.get().language),
  );
  let idleLimit = 10 * 60_000;
  let allowLocalNetwork = false;
  const { vault, end } = createVaultHost({
    paths,
    vaultNode: options.vaultNode,
    limit,
    recent,
    profileDirectory: vaultProfile ?? profile.vaultProfile,
    appVersion: app.getVersion(),
    log,
    onJob: (job) => send('job.changed', job),
    onData: (change) => send('data.changed', change),
    onStatus: (status) => send('vault.changed', status),
    onSettings: (settings) => {
      idleLimit = settings.idleLockMinutes * 60_000;
      allowLocalNetwork = settings.allowLocalNetworkCapture;
      protectContent(windows.all(), settings.contentProtection);
    },
    onOpened: () => lockPolicy.opened(),
    onLocked: () => {
      lockPolicy.closed();
      capture.closeAll();
      protectContent(windows.all(), false);
    },
  });
  const lockPolicy = createLockPolicy({
    now: () => performance.now(),
    idleLimit: () => idleLimit,
    hideScreen: () => vault.beginLock(),
    lock: async (reason) => {
      // A capture that runs is a job too: an idle lock lets it end, within the vault's own limit for jobs.
      if (reason === 'idle') await Promise.race([capture.whenIdle(), vault.jobsPatience()]);
      // Meanwhile something stronger may have locked it.
      if (reason !== 'idle' || lockPolicy.phase() === 'waiting-for-jobs') await vault.lock(reason);
    },
  });
  const clock = createClockWatch(
    () => Date.now(),
    () => performance.now(),
  );
  app.once('ready', () => powerMonitor.on('resume', () => clock.startAgain()));
  const capture = createCaptureWindows({
    windows,
    vault,
    send,
    limit,
    paths,
    log,
    developerTools: !app.isPackaged,
    appVersion: app.getVersion(),
    clockState: () => clock.state(),
    allowLocalNetwork: () => allowLocalNetwork,
    trayLabel: () => wordsOf(preferences.get().language).tray,
    lock: () => void lockPolicy.lockNow('button'),
  });
  return { log, paths, windows, send, preferences, recent, dialogs, vault, lockPolicy, capture, end };
}

function router(services: Services, limit: RuntimeLimit): ReturnType<typeof createRouter> {
  const { vault, dialogs, preferences, recent, lockPolicy, windows, log, capture } = services;
  const handlers: MainHandlers = {
    ...appHandlers({
      versions: {
        app: app.getVersion(),
        electron: process.versions.electron,
        chromium: process.versions.chrome,
        platform: process.platform,
      },
      limit,
      preferences,
      dialogs,
      vault,
      // Runtimes before Electron 45 have the older interface, which these types no longer know.
      clipboardPicture: () => readPicture(clipboard as ItemClipboard | (ItemClipboard & BufferClipboard)),
      copyText: async (text) => clipboard.writeText(text),
      pastedName: () => `${wordsOf(preferences.get().language).pastedPicture}.png`,
      onPreferences: () => applyPreferences(services),
    }),
    ...vaultHandlers({ vault, recent, lockPolicy, suggestedDirectory }),
    ...exportHandlers(vault, dialogs),
    ...capture.handlers,
  };
  return createRouter({
    roleOf: windows.roleOf,
    isUnlocked: () => vault.isUnlocked(),
    handlers,
    askVault: (name, input) => vault.call(name, input),
    log,
    newCorrelationId: () => randomUUID(),
  });
}

function viewBytes(vault: VaultSession): Parameters<typeof prepareSessions>[0]['view'] {
  return {
    isUnlocked: () => vault.isUnlocked(),
    info: (handle) => vault.ask('viewInfo', { handle }),
    read: (handle, offset, length) => vault.ask('readView', { handle, offset, length }),
  };
}

/** The vault that was named, or the one that was open last, or none. */
function selectFirstVault({ vault, recent, log }: Services, named: string | null): void {
  const first = named ?? recent.list().find(({ exists }) => exists)?.directory ?? null;
  if (first !== null) vault.select(first).catch((error: unknown) => log.error('start', 'no vault selected', {}, error));
}

async function openMainWindow(services: Services): Promise<void> {
  const window = createMainWindow({
    preload: services.paths.mainPreload,
    stateFile: profilePaths(app.getPath('userData')).windowState,
    developerTools: !app.isPackaged,
    dark: nativeTheme.shouldUseDarkColors,
  });
  services.windows.register(window, 'main');
  await loadMainPage(window);
}

function focusMainWindow({ windows }: Services): void {
  const window = windows.windowsOf('main')[0];
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Theme and menu follow the preferences. */
function applyPreferences({ preferences, send, lockPolicy }: Services): void {
  const { theme, language } = preferences.get();
  nativeTheme.themeSource = theme;
  showMenu(wordsOf(language), {
    command: (command) => send('menu.command', { command }),
    lock: () => void lockPolicy.lockNow('button'),
    quit: () => app.quit(),
  });
}

/** Closing the last window ends the app; before it ends, the vault is locked and its program gone. */
function endInOrder({ lockPolicy, end, capture }: Services): void {
  let ended = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    capture.closeAll();
    void lockPolicy
      .lockNow('quit')
      .then(end)
      .finally(() => {
        ended = true;
        app.quit();
      });
  });
}

function guardAgainstFaults({ log, lockPolicy, end, preferences }: Services): void {
  const handle = createFatalHandler({
    log,
    lockVault: () => lockPolicy.lockNow('quit').then(end),
    tell: () => {
      const words = wordsOf(preferences.get().language);
      if (app.isPackaged) dialog.showErrorBox(words.fatalTitle, words.fatalText);
      else process.stderr.write(`${words.fatalTitle}: ${words.fatalText}\n`);
    },
    exit: (code) => app.exit(code),
  });
  catchFatalErrors(handle);
}

function offerExternal({ dialogs, log }: Services): (address: string) => void {
  const opener = {
    confirm: (address: string) => dialogs.confirmExternal(address),
    open: (address: string) => shell.openExternal(address),
  };
  return (address) => {
    openExternally(address, opener).catch((error: unknown) => log.error('links', 'not opened', {}, error));
  };
}

/** `Netra` in the person's documents, with a number when it is taken. */
function suggestedDirectory(): string {
  const base = path.join(app.getPath('documents'), 'Brankas Netra');
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? base : `${base} ${number}`;
    if (!existsSync(candidate)) return candidate;
  }
}
