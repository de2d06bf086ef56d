/** How the app is started on a given runtime: the arguments and the environment that go with it. */
import { root } from './paths.mjs';

/** Said whenever the sandbox is off, which happens for root on Linux alone. */
export const noSandboxLine =
  'Running as root: Chromium needs --no-sandbox here, and the app allows practice vaults and loopback addresses only.';

/**
 * @param {import('./electron.mjs').ElectronRuntime} runtime
 * @param {{platform: string, isRoot: boolean, node: string}} host `node`: a Node that loads the SQLite driver
 * @returns {{executable: string, args: string[], env: Record<string, string>}} put own arguments after `args`
 */
export function launchSettings(runtime, host = thisHost()) {
  const sandboxOff = host.platform === 'linux' && host.isRoot;
  return {
    executable: runtime.executable,
    args: [...(sandboxOff ? ['--no-sandbox'] : []), root],
    // The fallback's own Node is too old for the SQLite driver: the vault runs on this one.
    env: runtime.isFallback ? { NETRA_VAULT_NODE: host.node } : {},
  };
}

function thisHost() {
  return { platform: process.platform, isRoot: process.getuid?.() === 0, node: process.execPath };
}
