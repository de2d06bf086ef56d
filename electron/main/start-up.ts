/** What must be settled before Electron is ready; one function per step, called in order by index.ts. */
import { app, protocol } from 'electron';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unreachableRules } from './capture/adapter/route-script.ts';
import { DISABLED_BLINK_FEATURES } from './capture/adapter/worker-sockets.ts';
import { type LaunchOptions, launchOptions } from './platform/launch-options.ts';
import { hasOwnProxy } from './platform/own-proxy.ts';
import { profilePaths } from './platform/paths.ts';
import { PRIVILEGED_SCHEMES } from './protocols/schemes.ts';
import { ignoredSwitches, ignoredVariables } from './security/developer-switches.ts';
import { type RuntimeLimit, runtimeLimitOf } from './security/runtime-limit.ts';

/** Forgets, in a packaged app, every variable and switch that is meant for developers. */
export function ignoreDeveloperInput(): void {
  for (const name of ignoredVariables(Object.keys(process.env), app.isPackaged))
    Reflect.deleteProperty(process.env, name);
  for (const name of ignoredSwitches(app.isPackaged)) app.commandLine.removeSwitch(name);
}

/** Whether this start was told to do without Chromium's sandbox, as root on Linux must be. */
function isSandboxOff(): boolean {
  return app.commandLine.hasSwitch('no-sandbox') || process.env['ELECTRON_DISABLE_SANDBOX'] !== undefined;
}

/**
 * Checklist 4 and 18: sandbox for every page, our scheme for our pages; captures go on while their window is covered; and
 * date fields are written day first, whatever the system's language is.
 */
export function prepareChromium(): void {
  // Forced on a start that cannot have it, no process would come up; that start is limited instead (runtime-limit.ts).
  if (!isSandboxOff()) app.enableSandbox();
  app.commandLine.appendSwitch('disable-backgrounding-occluded-windows');
  app.commandLine.appendSwitch('lang', 'id');
  // What a page has not asked for is not fetched or looked up ahead, and nothing goes past a proxy over UDP.
  app.commandLine.appendSwitch('disable-quic');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
  app.commandLine.appendSwitch('disable-features', 'Prerender2,SpeculationRulesPrefetchProxy');
  app.commandLine.appendSwitch('disable-blink-features', DISABLED_BLINK_FEATURES);
  // A limited start captures this machine's pages alone; no other has a reason to connect to it, but for the office's proxy.
  if (currentRuntimeLimit() === null) {
    const { ownProxy } = profilePaths(app.getPath('userData'));
    app.commandLine.appendSwitch('host-resolver-rules', unreachableRules(hasOwnProxy(ownProxy)));
  }
  protocol.registerSchemesAsPrivileged(PRIVILEGED_SCHEMES);
}

/** Why this start is limited to practice vaults and loopback addresses, or null. */
export function currentRuntimeLimit(): RuntimeLimit {
  return runtimeLimitOf({ electronVersion: process.versions.electron, sandboxOff: isSandboxOff() });
}

/** What this start's arguments and environment ask for. */
export function currentLaunchOptions(): LaunchOptions {
  return launchOptions({
    argv: process.argv,
    environment: process.env,
    workingDirectory: process.cwd(),
    packaged: app.isPackaged,
  });
}

/** Gives Chromium a folder of its own for this start; it is removed when the program ends. */
export function useTemporaryProfile(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'netra-job-'));
  app.setPath('userData', folder);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}
