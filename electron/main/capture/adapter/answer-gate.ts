/**
 * The address an answer came from is checked before a byte of its body reaches the page: a name that was looked up as a
 * public one may lead into the office network when the connection is made (DNS rebinding).
 */
import type { Session } from 'electron';
import type { DroppedAnswer } from '#shared/domain/capture/record.ts';
import { headersWithoutSockets } from './worker-sockets.ts';
import { withoutCredentials } from '#shared/domain/capture/headers.ts';

export interface AnswerGateOptions {
  /** Whether the rules allow an answer from this IP address. */
  readonly isIpAllowed: (ip: string) => boolean;
  readonly onDropped: (answer: DroppedAnswer) => void;
  /** Chromium's answer for an address: "DIRECT", or a list of proxies. */
  readonly proxyFor: (url: string) => Promise<string>;
}

/** Most addresses that are remembered as let in; beyond them the oldest is asked of the network again. */
const MOST_REMEMBERED = 10_000;

/** What Electron tells of an answer's head. Its types name no `ip`; every runtime since 25 gives it. */
interface AnswerHead {
  readonly url: string;
  readonly resourceType: string;
  readonly ip?: unknown;
  readonly fromCache?: boolean;
  readonly statusCode?: number;
  readonly responseHeaders?: Readonly<Record<string, readonly string[] | string>>;
}

/** Drops every answer of the session whose address the rules do not allow. */
export function checkAnswers(session: Session, options: AnswerGateOptions): void {
  const letIn = new Set<string>();
  session.webRequest.onHeadersReceived((details, answer) => {
    judgeAnswer(details, { ...options, letIn }).then(
      (allowed) => {
        const headers = allowed ? headersWithoutSockets(details) : null;
        answer({ cancel: !allowed, ...(headers !== null && { responseHeaders: headers }) });
      },
      // What cannot be judged is not let in.
      () => answer({ cancel: true }),
    );
  });
}

/**
 * Whether an answer may go on to the page. One that came through a proxy has the proxy's address, which says nothing; one
 * from nowhere that can be named is not let in, unless there was no connection at all or the same address was let in before.
 */
export async function judgeAnswer(
  head: AnswerHead,
  { letIn, ...options }: AnswerGateOptions & { readonly letIn: Set<string> },
): Promise<boolean> {
  const { ip } = head;
  const known = typeof ip === 'string' && ip !== '';
  if (known && options.isIpAllowed(ip)) {
    remember(letIn, addressOf(head.url));
    return true;
  }
  if (!known && (isWithoutConnection(head) || letIn.has(addressOf(head.url)))) return true;
  if (isProxied(await options.proxyFor(head.url))) return true;
  const page = head.resourceType === 'mainFrame';
  options.onDropped({
    url: withoutCredentials(head.url)
      .replace(/[?#].*$/s, '')
      .slice(0, 500),
    ip: known ? ip : '',
    page,
  });
  return false;
}

/** What comes out of the cache names no address, and does not say that it is kept; it was let in when it came. */
function remember(letIn: Set<string>, url: string): void {
  letIn.delete(url);
  letIn.add(url);
  const [oldest] = letIn;
  if (letIn.size > MOST_REMEMBERED && oldest !== undefined) letIn.delete(oldest);
}

function addressOf(url: string): string {
  return url.replace(/#.*$/s, '');
}

/** Kept from an answer that was judged when it came; or Chromium's own way to https, whose target is judged for itself. */
function isWithoutConnection({ fromCache, statusCode, responseHeaders = {} }: AnswerHead): boolean {
  const names = Object.keys(responseHeaders).map((name) => name.toLowerCase());
  return fromCache === true || (statusCode === 307 && names.includes('non-authoritative-reason'));
}

/** Whether Chromium's answer for an address names a proxy: "DIRECT", or a list such as "PROXY host:port; DIRECT". */
export function isProxied(answer: string): boolean {
  const [first = ''] = answer.split(';');
  return first.trim() !== '' && !/^direct$/i.test(first.trim());
}
