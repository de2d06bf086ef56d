/**
 * Which addresses are ours. Addresses are parsed, never compared by prefix: `app://netra.example`, `app://netra@x` and
 * `app:netra` all begin like ours and are not.
 */

/** Scheme of the pages of this app, without a colon. */
export const APP_SCHEME = 'app';
/** Scheme of evidence bytes, without a colon. */
export const EVIDENCE_SCHEME = 'evidence';
export const APP_HOST = 'netra';
/** The one origin whose pages may talk to main. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** The parsed address, or null when it is none. Never throws. */
export function parseAddress(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Whether an address belongs to the app's own origin. Node gives such schemes the origin "null", hence by parts. */
export function isAppAddress(address: string): boolean {
  const url = parseAddress(address);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  );
}
