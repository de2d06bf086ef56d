/**
 * Switches burnt into the packaged program, where no argument or variable can turn them again (checklist point 19). All names of
 * `@electron/fuses` are here: packaging is strict and stops when a new Electron brings one that nobody has decided on.
 */

interface FuseSetting {
  readonly value: boolean;
  readonly reason: string;
}

/** One row a fuse, by its name in `@electron/fuses`. */
export const fuseTable = {
  RunAsNode: {
    value: false,
    reason: 'ELECTRON_RUN_AS_NODE would make the signed program a Node that runs any script with our name on it.',
  },
  EnableCookieEncryption: {
    value: true,
    reason: 'What Chromium itself writes is encrypted by the operating system, should a session ever be persistent.',
  },
  EnableNodeOptionsEnvironmentVariable: {
    value: false,
    reason: 'NODE_OPTIONS would load foreign code before ours.',
  },
  EnableNodeCliInspectArguments: {
    value: false,
    reason: '--inspect would let any local program read the main process.',
  },
  EnableEmbeddedAsarIntegrityValidation: {
    value: true,
    reason: 'A changed app.asar does not start (Windows and macOS).',
  },
  OnlyLoadAppFromAsar: {
    value: true,
    reason: 'A folder named app beside the archive would be started instead of it, past its integrity check.',
  },
  LoadBrowserProcessSpecificV8Snapshot: {
    value: false,
    reason: 'We ship no snapshot of our own for the main process; a file of that name is not ours.',
  },
  GrantFileProtocolExtraPrivileges: {
    value: false,
    reason: 'Pages come from app://; file:// keeps no privilege that nothing of ours uses.',
  },
  WasmTrapHandlers: {
    value: true,
    reason: 'Argon2id is WebAssembly: the guard pages that trap a wrong access cost nothing and stay on.',
  },
} as const satisfies Readonly<Record<string, FuseSetting>>;

/** Name of a fuse, as in `@electron/fuses`. */
export type FuseName = keyof typeof fuseTable;
