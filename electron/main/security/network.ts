/**
 * Checklist 1, taken further: the session of our own pages has no network at all. Only our schemes pass; what a page of
 * ours shows comes from the program's files or from the vault.
 */
import { APP_SCHEME, EVIDENCE_SCHEME, parseAddress } from './origin.ts';

/** Schemes of the UI session with the reason for each. */
const ALLOWED_SCHEMES: Readonly<Record<string, string>> = Object.freeze({
  [`${APP_SCHEME}:`]: 'the program’s own files',
  [`${EVIDENCE_SCHEME}:`]: 'evidence bytes out of the unlocked vault',
  'data:': 'small pictures the style sheet carries in itself; no connection',
  'blob:': 'bytes the page already holds; no connection',
});

export interface RequestSession {
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { readonly url: string }, answer: (response: { cancel: boolean }) => void) => void,
    ): void;
  };
}

/** Whether a request of the UI session may go out. Developer tools are files of Electron and pass only in development. */
export function isUiRequestAllowed(address: string, developerTools: boolean): boolean {
  const url = parseAddress(address);
  if (url === null) return false;
  if (url.protocol === 'devtools:') return developerTools;
  return Object.hasOwn(ALLOWED_SCHEMES, url.protocol);
}

/** Cancels every request of the UI session that is not for one of our schemes. */
export function denyNetwork(
  session: RequestSession,
  options: { readonly developerTools: boolean; readonly onRefused: (address: string) => void },
): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isUiRequestAllowed(details.url, options.developerTools);
    if (!allowed) options.onRefused(details.url);
    answer({ cancel: !allowed });
  });
}
