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
/** The order in which a runtime is looked for, with what it does to the machine injected. */
export function chooseElectron(effects: object): Promise<Pick<ElectronRuntime, 'folder' | 'source'>>;
/** The program inside an unpacked Electron, by platform. */
export function executableInside(platform: string): string;
/** One line that says which runtime it is. */
export function runtimeLine(runtime: Partial<ElectronRuntime>): string;
