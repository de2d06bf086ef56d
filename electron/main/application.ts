/** The running app: the order in which it comes up and goes down. */
import { app, dialog, nativeTheme } from 'electron';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { workInBackground } from './background.ts';
import { runCaptureJob } from './capture-job.ts';
import { listenToPages } from './ipc/channel.ts';
import { watchForAbsence } from './lock/lock-triggers.ts';
import { catchFatalErrors, createFatalHandler } from './platform/fatal-errors.ts';
import { profilePaths } from './platform/paths.ts';
import { readLine } from './platform/read-line.ts';
import { wordsOf } from './platform/words.ts';
import { installContentsRules } from './security/contents-rules.ts';
import { systemClock } from './vault-host/vault-host.ts';
import { createMainWindow, loadMainPage } from './windows/main-window.ts';
import { prepareSessions, uiSession } from './windows/ui-session.ts';
import {
  applyPreferences,
  createServices,
  offerExternal,
  router,
  type Services,
  type StartParts,
  viewBytes,
} from './services.ts';

export interface RunningApplication {
  /** The app was started again: brings the window to the front, and shows the vault that was named. */
  receiveSecondStart(vaultDirectory: string | null): void;
}

/** Starts everything; resolves when the window has its page. */
export async function startApplication(start: StartParts): Promise<RunningApplication> {
  const services = await bringUp(start);
  selectFirstVault(services, start.options.vaultDirectory);
  applyPreferences(services);
  endInOrder(services);
  const stopWatching = watchForAbsence(services.lockPolicy, () => services.capture.hasFocus());
  app.once('will-quit', stopWatching);
  app.once('will-quit', workInBackground(services));
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
    openForQueue: services.capture.openBehind,
    clock: systemClock,
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
  // The capture window belongs to it.
  window.once('closed', () => {
    services.queue.stop();
    services.capture.closeAll();
  });
  await loadMainPage(window);
}

function focusMainWindow({ windows }: Services): void {
  const window = windows.windowsOf('main')[0];
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Closing the last window ends the app; before it ends, the vault is locked and its program gone. */
function endInOrder({ lockPolicy, end, capture, queue }: Services): void {
  let ended = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    queue.stop();
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
