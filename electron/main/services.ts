/** The parts of the running app, put together once. */
import { app, type BrowserWindow, clipboard, nativeTheme, powerMonitor, shell } from 'electron';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createEventSender, type SendEvent } from './ipc/channel.ts';
import { appHandlers } from './ipc/handlers/app-handlers.ts';
import { exportHandlers } from './ipc/handlers/export-handlers.ts';
import { vaultHandlers } from './ipc/handlers/vault-handlers.ts';
import { createRouter, type MainHandlers } from './ipc/router.ts';
import { createLockPolicy, type LockPolicy } from './lock/lock-policy.ts';
import { readPicture } from './platform/clipboard.ts';
import { createClockWatch } from './platform/clock-watch.ts';
import { createDialogs, type Dialogs } from './platform/dialogs.ts';
import type { LaunchOptions } from './platform/launch-options.ts';
import { createLocalLog, fileTarget, type LocalLog } from './platform/local-log.ts';
import { showMenu } from './platform/menu.ts';
import { noteProxy } from './platform/own-proxy.ts';
import { type ProgramPaths, profilePaths, programPaths } from './platform/paths.ts';
import { createPreferencesStore, type PreferencesStore } from './platform/preferences.ts';
import { createRecentVaults, type RecentVaults } from './platform/recent-vaults.ts';
import { wordsOf } from './platform/words.ts';
import { hostsOf } from '../outside/reach.ts';
import { captureReach } from './security/capture-reach.ts';
import { protectContent } from './security/content-protection.ts';
import { openExternally } from './security/external-links.ts';
import type { RuntimeLimit } from './security/runtime-limit.ts';
import { type CaptureQueue, createCaptureQueue } from './capture-queue.ts';
import { createVaultHost, systemClock } from './vault-host/vault-host.ts';
import type { RegionPicker } from './screen/region-picker.ts';
import type { VaultSession } from './vault-host/vault-session.ts';
import { type CaptureWindows, createCaptureWindows } from './windows/capture-windows.ts';
import { createRegionWindows } from './windows/region-windows.ts';
import { type prepareSessions, uiSession } from './windows/ui-session.ts';
import { createWindowRegistry, type WindowRegistry } from './windows/window-registry.ts';
export interface StartParts {
  /** Folder of the running main program. */
  readonly programFolder: string;
  readonly options: LaunchOptions;
  readonly limit: RuntimeLimit;
}

export interface Services {
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
  readonly queue: CaptureQueue;
  readonly regions: RegionPicker;
  /** Ends every program the app started. */
  end(): Promise<void>;
}

/** Makes every part; nothing is started yet. `vaultProfile` replaces the folder of the last heads seen. */
export function createServices({ programFolder, options, limit }: StartParts, vaultProfile?: string): Services {
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
  let outsideHosts: readonly string[] = [];
  const { vault, end } = createVaultHost({
    paths,
    vaultNode: options.vaultNode,
    limit,
    recent,
    profileDirectory: vaultProfile ?? profile.vaultProfile,
    appVersion: app.getVersion(),
    log,
    outsideReach: async () => ({
      hosts: vault.isUnlocked() ? outsideHosts : [],
      allowLoopback: (await captureReach(limit, false)).loopbackOnly,
    }),
    onJob: (job) => send('job.changed', job),
    onData: (change) => {
      send('data.changed', change);
      if (change.features.includes('queue')) queue.wake();
    },
    onStatus: (status) => send('vault.changed', status),
    onSettings: (settings) => {
      idleLimit = settings.idleLockMinutes * 60_000;
      allowLocalNetwork = settings.allowLocalNetworkCapture;
      outsideHosts = hostsOf(settings.signatureServices);
      protectContent(windows.all(), settings.contentProtection);
    },
    onOpened: () => {
      lockPolicy.opened();
      // A queue is work in the app: a job of the command line, which has no window, leaves it alone.
      if (windows.windowsOf('main').length > 0) queue.start();
    },
    onLocked: () => {
      outsideHosts = [];
      queue.stop();
      lockPolicy.closed();
      capture.closeAll();
      regions.end();
      protectContent(windows.all(), false);
    },
  });
  const lockPolicy = createLockPolicy({
    now: () => performance.now(),
    idleLimit: () => idleLimit,
    hideScreen: () => {
      vault.beginLock();
      regions.end();
      // A window in the middle of a capture must stay on the screen for it to end; it goes with the lock.
      if (!capture.isBusy() && !queue.isBusy()) capture.closeAll();
    },
    lock: async (reason) => {
      // A capture that runs is a job too: an idle lock lets it end, within the vault's own limit for jobs.
      if (reason === 'idle')
        await Promise.race([Promise.all([capture.whenIdle(), queue.whenIdle()]), vault.jobsPatience()]);
      // Meanwhile something stronger may have locked it.
      if (reason !== 'idle' || lockPolicy.phase() === 'waiting-for-jobs') {
        await Promise.race([capture.keepSessions(), patience(KEEPING)]);
        await vault.lock(reason);
      }
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
    officeProxyFor: async (address) => {
      const answer = await uiSession().resolveProxy(address);
      noteProxy(profile.ownProxy, answer);
      return answer;
    },
    trayLabel: () => wordsOf(preferences.get().language).tray,
    lock: () => void lockPolicy.lockNow('button'),
  });
  const queue = createCaptureQueue({ vault, openWindow: capture.openBehind, clock: systemClock, log });
  const regions = createRegionWindows({
    windows,
    paths,
    developerTools: !app.isPackaged,
    isCapturing: () => capture.isBusy() || queue.isBusy(),
    register: (input) => vault.ask('registerBytes', input),
    fileName: () => `${wordsOf(preferences.get().language).screenPicture}.png`,
    language: () => preferences.get().language,
  });
  return { log, paths, windows, send, preferences, recent, dialogs, vault, lockPolicy, capture, queue, regions, end };
}

/** Milliseconds that a lock waits for the office's sessions; without an answer it locks all the same. */
const KEEPING = 2_000;

function patience(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The router over the parts. */
export function router(services: Services, limit: RuntimeLimit): ReturnType<typeof createRouter> {
  const { vault, dialogs, preferences, recent, lockPolicy, windows, log, capture, regions } = services;
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
      clipboardPicture: () => readPicture(clipboard),
      copyText: async (text) => clipboard.writeText(text),
      pastedName: () => `${wordsOf(preferences.get().language).pastedPicture}.png`,
      onPreferences: () => applyPreferences(services),
    }),
    ...vaultHandlers({ vault, recent, lockPolicy, suggestedDirectory }),
    ...exportHandlers(vault, dialogs),
    ...capture.handlers,
    ...regions.handlers,
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

/** What the protocols read evidence from. */
export function viewBytes(vault: VaultSession): Parameters<typeof prepareSessions>[0]['view'] {
  return {
    isUnlocked: () => vault.isUnlocked(),
    info: (handle) => vault.ask('viewInfo', { handle }),
    read: (handle, offset, length) => vault.ask('readView', { handle, offset, length }),
  };
}

/** Theme and menu follow the preferences. */
export function applyPreferences({ preferences, send, lockPolicy }: Services): void {
  const { theme, language } = preferences.get();
  nativeTheme.themeSource = theme;
  showMenu(wordsOf(language), {
    command: (command) => send('menu.command', { command }),
    lock: () => void lockPolicy.lockNow('button'),
    quit: () => app.quit(),
  });
}

/** Offers an address that a page wanted to open outside. */
export function offerExternal({ dialogs, log }: Services): (address: string) => void {
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
