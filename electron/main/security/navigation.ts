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
}

/** Whether a page of the app may go to an address. */
export function isNavigationAllowed(address: string): boolean {
  return isAppAddress(address);
}

/** Holds a page of the app to its own origin; what is refused is told. */
export function restrictNavigation(contents: NavigatingContents, onRefused: (address: string) => void): void {
  const judge = (event: NavigationEvent): void => {
    if (isNavigationAllowed(event.url)) return;
    event.preventDefault();
    onRefused(event.url);
  };
  contents.on('will-navigate', judge);
  contents.on('will-frame-navigate', judge);
  contents.on('will-redirect', judge);
}
