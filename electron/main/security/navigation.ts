/** Checklist 13: a page of the app goes nowhere but to the app: not by a link, not by a script, not by a redirect, in no frame. */
import { isAppAddress } from './origin.ts';

/** What Electron hands to will-navigate, will-frame-navigate and will-redirect, as far as it is needed. */
export interface NavigationEvent {
  readonly url: string;
  preventDefault(): void;
}
export interface NavigatingContents {
  on(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect',
    listener: (event: NavigationEvent) => void,
  ): unknown;
  on(event: 'did-navigate', listener: (event: unknown, address: string) => void): unknown;
  loadURL(address: string): Promise<void>;
}

/** Whether a page of the app may go to an address. */
export function isNavigationAllowed(address: string): boolean {
  return isAppAddress(address);
}

/**
 * Holds a page of the app to its own origin; what is refused is told. Chromium asks nobody before it shows about:blank: a page
 * that went there is brought back (the router does not hear it meanwhile, for its address is not ours).
 */
export function restrictNavigation(contents: NavigatingContents, onRefused: (address: string) => void): void {
  let home: string | null = null;
  const judge = (event: NavigationEvent): void => {
    if (isNavigationAllowed(event.url)) return;
    event.preventDefault();
    onRefused(event.url);
  };
  contents.on('will-navigate', judge);
  contents.on('will-frame-navigate', judge);
  contents.on('will-redirect', judge);
  contents.on('did-navigate', (_event, address) => {
    if (isNavigationAllowed(address)) {
      home = address;
      return;
    }
    onRefused(address);
    // A page that cannot be brought back stays where it is, unheard.
    if (home !== null) contents.loadURL(home).catch(() => onRefused(address));
  });
}
