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
