/** Whether two addresses name the same thing, as far as a stranger to the site can tell. */

/** Parameters that say who shared a link or how it was come by, never what it leads to. */
const TRACES =
  /^(utm_.*|fbclid|gclid|igsh(id)?|mibextid|_rdr|ref|ref_src|ref_url|s|si|t|feature|__tn__|__cft__.*|rdid|share_url|sfnsn|wtsid)$/i;
const DOORS = /^(www|m|mobile|mbasic|web|id-id|touch)\./;

/** The address without scheme, door name, traces, fragment and closing slash; the text itself when it is no address. */
export function addressKey(address: string): string {
  const match = /^https?:\/\/(?:[^/?#]*@)?([^/?#]+)([^?#]*)(?:\?([^#]*))?/i.exec(address.trim());
  if (match === null) return address.trim();
  const [, host = '', path = '', query = ''] = match;
  const kept = query
    .split('&')
    .filter((part) => part !== '' && !TRACES.test(part.split('=')[0] ?? ''))
    .sort();
  const bare = `${host.toLowerCase().replace(DOORS, '')}${path.replace(/\/+$/, '')}`;
  return kept.length === 0 ? bare : `${bare}?${kept.join('&')}`;
}

/** The addresses under which a capture is known: a wall or a deletion stands only for what was asked for. */
export function captureKeys(capture: {
  readonly outcome: string;
  readonly requestedUrl: string;
  readonly documentUrl: string | null;
  readonly shownUrl: string | null;
}): ReadonlySet<string> {
  const own = capture.outcome === 'captured' ? [capture.documentUrl, capture.shownUrl] : [];
  const all = [capture.requestedUrl, ...own].filter((address) => address !== null && address !== '');
  return new Set(all.map((address) => addressKey(address ?? '')));
}
