/** What is wrong with the page in the window, by kind; words of the tool bar, no error of an operation. */
import type { GoneReason } from './engine/cdp.ts';

const KINDS = [
  ['PAGE_BLOCKED', /BLOCKED_BY_CLIENT/],
  ['PAGE_NAME_NOT_FOUND', /NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_/],
  // Also of a name that the script of our connections does not find (adapter/route-script.ts).
  ['PAGE_NO_WAY', /PROXY_CONNECTION_FAILED/],
  ['PAGE_REFUSED', /CONNECTION_REFUSED/],
  ['PAGE_TIMED_OUT', /TIMED_OUT/],
  ['PAGE_NOT_TRUSTED', /ERR_CERT_|SSL_PINNED_KEY/],
  ['PAGE_OFFLINE', /INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|NETWORK_/],
  ['PAGE_NOT_LOADED', /./],
] as const;

export type PageProblem = (typeof KINDS)[number][0] | 'PAGE_CRASHED' | 'PAGE_ANSWERED_LOCALLY';

/** The kind, from how the page ended and Chromium's reason ("net::ERR_…"); null when nothing is wrong. */
export function pageProblem(gone: GoneReason | null, failure: string | null): PageProblem | null {
  if (gone === 'crashed') return 'PAGE_CRASHED';
  // Aborted is what the officer stopped, or what turned into a download.
  if (failure === null || failure === 'net::ERR_ABORTED') return null;
  return KINDS.find(([, reason]) => reason.test(failure))?.[0] ?? null;
}
