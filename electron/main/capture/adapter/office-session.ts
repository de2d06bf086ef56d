/**
 * The office's session in an in-memory partition: its cookies are put in before the first page, and read out at the end.
 * Cookies alone: the local storage of a site cannot be set before one of its pages runs, and the sites' log-ins are cookies.
 */
import type { Cookie, Cookies } from 'electron';
import type { KeptCookie } from '#shared/contract/capture-profiles.ts';

/** As many as the vault takes; the newest sites set far fewer. */
const MOST = 3_000;
const LONGEST_VALUE = 8_192;

/** Puts them in. One that the browser refuses (its time has passed) is left out; how many were is the answer. */
export async function putCookies(cookies: Pick<Cookies, 'set'>, kept: readonly KeptCookie[]): Promise<number> {
  let refused = 0;
  for (const { domain, expirationDate, ...cookie } of kept) {
    const details = {
      ...cookie,
      ...(domain !== undefined && { domain }),
      ...(expirationDate !== undefined && { expirationDate }),
    };
    await cookies.set(details).catch(() => (refused += 1));
  }
  return refused;
}

/** Everything the session holds now, ready to be put back. */
export async function readCookies(cookies: Pick<Cookies, 'get'>): Promise<KeptCookie[]> {
  return (await cookies.get({})).flatMap((cookie) => keptCookieOf(cookie) ?? []).slice(0, MOST);
}

/** Null for what could not be put back: without a host, or longer than any site's session. */
export function keptCookieOf(cookie: Cookie): KeptCookie | null {
  const host = (cookie.domain ?? '').replace(/^\./, '');
  if (host === '' || cookie.value.length > LONGEST_VALUE) return null;
  const path = cookie.path ?? '/';
  const secure = cookie.secure === true;
  return {
    url: `${secure ? 'https' : 'http'}://${host}${path}`,
    name: cookie.name,
    value: cookie.value,
    // A cookie of its host alone stays one only when no domain is named.
    ...(cookie.hostOnly !== true && { domain: cookie.domain ?? host }),
    path,
    secure,
    httpOnly: cookie.httpOnly === true,
    sameSite: cookie.sameSite,
    ...(cookie.expirationDate !== undefined && { expirationDate: cookie.expirationDate }),
  };
}
