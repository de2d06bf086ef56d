/** What the TypeScript scripts use of electron.mjs. */
export interface ElectronRuntime {
  readonly folder: string;
  readonly executable: string;
  readonly version: string;
  readonly source: 'override' | 'installed' | 'downloaded' | 'fallback';
  readonly isFallback: boolean;
}
/** A runtime that starts; throws one line that says why there is none. */
export function ensureElectron(): Promise<ElectronRuntime>;
