/**
 * The script (PAC) by which Chromium's network process itself chooses the way of every connection of a page: straight on to
 * what the rules allow, and for all else to a door that is not there. It holds also for what no listener of Electron's hears
 * of: a file that a 103 answer announces (Early Hints), a WebTransport. Chromium asks no script for its own machine's and
 * link-local addresses when they are written as such; unreachableRules takes those.
 */
import { type AddressRules, isPlaceAllowed } from '#shared/domain/capture/address-policy.ts';
import { addressRanges } from '#shared/domain/capture/ip-address.ts';

/** A way that leads nowhere: no program can listen at port 0. */
export const NO_DOOR = 'PROXY 127.0.0.1:0';
/** An address by which is seen that the script is at work. Never looked up (RFC 2606). */
export const SCRIPT_PROBE = 'https://penjaga.invalid/';
/** What the script alone says of it: another door that is not there, so that a session that is closed says something else. */
export const SCRIPT_ANSWER = 'SOCKS5 127.0.0.1:0';

/** The script for these rules, as the address that Chromium takes it from. */
export function routeScript(rules: AddressRules): string {
  const refused = (rules.officeNetwork ?? []).map((ip) => [`${ip}/${ip.includes(':') ? 128 : 32}`, false]);
  const ranges = addressRanges().map(({ range, place }) => [range, isPlaceAllowed(place, rules)]);
  const script = `
    var RANGES = ${JSON.stringify([...refused, ...ranges])};
    function isAllowed(ip) {
      for (var at = 0; at < RANGES.length; at += 1) if (isInNetEx(ip, RANGES[at][0])) return RANGES[at][1];
      return false;
    }
    function FindProxyForURL(url, host) {
      if (host === ${JSON.stringify(new URL(SCRIPT_PROBE).hostname)}) return ${JSON.stringify(SCRIPT_ANSWER)};
      var found = dnsResolveEx(host);
      // Straight on, a name that is not found now could be found in the office's network when the connection is made.
      return found && found.split(';').every(isAllowed) ? 'DIRECT' : ${JSON.stringify(NO_DOOR)};
    }`;
  return `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(script).toString('base64')}`;
}

/** Hosts of the machine itself, as an address of the web may write them. */
const OWN_MACHINE: readonly string[] = [
  'localhost',
  'localhost.',
  '*.localhost',
  '*.localhost.',
  // A name of the machine itself on Windows, past the script as localhost is.
  'loopback',
  'loopback.',
  '127.*',
  '::1',
  '::ffff:7f*',
];

/**
 * Hosts of its own cable. Chromium holds a pattern against the host and against "host:port", so one of an IPv6 address asks for
 * two colons: `feb*:*` would take feb.kampus.example:443.
 */
const LINK_LOCAL: readonly string[] = ['169.254.*', '::ffff:a9fe:*', 'fe8*:*:*', 'fe9*:*:*', 'fea*:*:*', 'feb*:*:*'];

/**
 * The value of Chromium's switch `host-resolver-rules` by which nothing ever connects to the machine itself and its own cable;
 * to the machine itself still where the office's proxy listens there.
 */
export function unreachableRules(hasOwnProxy: boolean): string {
  const hosts = hasOwnProxy ? LINK_LOCAL : [...OWN_MACHINE, ...LINK_LOCAL];
  return hosts.map((host) => `MAP ${host} ~NOTFOUND`).join(', ');
}
