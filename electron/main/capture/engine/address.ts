/** Addresses as the URL standard reads them. */

/** The parsed address, or null when it is none. (URL.canParse is missing in old runtimes.) */
export function parseAddress(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** An address without its fragment: what a server was asked for. */
export function withoutFragment(address: string): string {
  const at = address.indexOf('#');
  return at < 0 ? address : address.slice(0, at);
}

/** Whether two addresses are of the same page: fragment and user information aside. */
export function isSamePage(left: string, right: string): boolean {
  return pageOf(left) === pageOf(right);
}

function pageOf(address: string): string {
  const url = parseAddress(address);
  if (url === null) return withoutFragment(address);
  [url.username, url.password, url.hash] = ['', '', ''];
  return url.href;
}
