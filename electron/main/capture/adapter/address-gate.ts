/** Judges every address the page asks for, by name and by what the name resolves to, before a connection is made. */
import { placeOfAddress } from '#shared/domain/capture/ip-address.ts';
import { parseAddress } from '../engine/address.ts';
import { type AddressRules, type AddressVerdict, judgeAddress } from '#shared/domain/capture/address-policy.ts';

/** Looks a host's addresses up as the browser would; null when it cannot. */
export type ResolveHost = (host: string) => Promise<readonly string[] | null>;

export interface AddressGate {
  judge(address: string, purpose: 'page' | 'part'): Promise<AddressVerdict>;
  /** Whether an answer may have come from this IP address. */
  isIpAllowed(ip: string): boolean;
}

/** How long a lookup is believed, milliseconds: the browser keeps its own as long. */
const REMEMBERED = 60_000;

/** Makes the gate of one window. */
export function createAddressGate(rules: AddressRules, resolve: ResolveHost, monotonic: () => number): AddressGate {
  const known = new Map<string, { at: number; answer: Promise<readonly string[] | null> }>();
  const lookUp = (host: string): Promise<readonly string[] | null> => {
    const before = known.get(host);
    if (before !== undefined && monotonic() - before.at < REMEMBERED) return before.answer;
    const answer = resolve(host);
    known.set(host, { at: monotonic(), answer });
    return answer;
  };
  return {
    judge: async (address, purpose) => {
      const parsed = parseAddress(address);
      if (parsed === null) return { allowed: false, reason: 'no-host' };
      const { protocol: scheme, hostname: host } = parsed;
      const written = judgeAddress({ scheme, host, purpose, resolved: null }, rules);
      // What is refused whatever it resolves to, and what has no name to look up, is decided already.
      if (!written.allowed && written.reason !== 'not-resolved') return written;
      if (placeOfAddress(host) !== null || !/^(https?|wss?):$/.test(scheme)) return written;
      return judgeAddress({ scheme, host, purpose, resolved: await lookUp(host) }, rules);
    },
    isIpAllowed: (ip) => judgeAddress({ scheme: 'http:', host: ip, purpose: 'part', resolved: null }, rules).allowed,
  };
}
