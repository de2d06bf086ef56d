/**
 * Where a captured page and everything it loads may come from. A table of rules, first match decides; judged on the host
 * as written and on every address it resolves to, since a name filter alone keeps nobody off the office's network.
 */
import { type AddressPlace, placeOfAddress } from './ip-address.ts';

export interface AddressQuestion {
  /** Scheme with its colon, as the URL standard gives it: "https:". */
  readonly scheme: string;
  /** Host without port; empty for schemes that have none. */
  readonly host: string;
  /** Every address the host resolves to; null when it was not or could not be resolved. */
  readonly resolved: readonly string[] | null;
  /** A page in the window, or something that a page loads. */
  readonly purpose: 'page' | 'part';
}

export interface AddressRules {
  /** An old runtime or one without sandbox: this machine's own pages only. */
  readonly loopbackOnly: boolean;
  /** Setting: pages of the local network may be captured (an office's own site); this machine's own never. */
  readonly allowLocalNetwork: boolean;
  /** Addresses that stand for the office's network where there is none: tests. */
  readonly officeNetwork?: readonly string[];
}

export type AddressRefusal =
  | 'scheme-not-web'
  | 'no-host'
  | 'not-loopback'
  | 'not-resolved'
  | 'local-network'
  | 'never-reachable';

export type AddressVerdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: AddressRefusal };

const PAGE_SCHEMES: readonly string[] = ['http:', 'https:'];
/** Made by the page itself; no connection. */
const INNER_SCHEMES: readonly string[] = ['data:', 'blob:', 'about:'];
const PART_SCHEMES: readonly string[] = [...PAGE_SCHEMES, 'ws:', 'wss:'];

interface Facts {
  readonly places: readonly AddressPlace[];
  readonly question: AddressQuestion;
  readonly rules: AddressRules;
}

/** Each row: when it applies, the refusal, and why. */
const REFUSALS: readonly (readonly [(facts: Facts) => boolean, AddressRefusal, string])[] = [
  [({ question }) => question.host === '', 'no-host', 'an address of the web names a host'],
  [
    ({ places }) => places.some((place) => place === 'unspecified' || place === 'multicast'),
    'never-reachable',
    '0.0.0.0 and :: reach this machine past filters that look for 127.0.0.1; nobody publishes there',
  ],
  [
    ({ question, rules }) =>
      [question.host, ...(question.resolved ?? [])].some((host) => rules.officeNetwork?.includes(host) === true),
    'local-network',
    'a page of the web could look around in the office network with the officer’s machine',
  ],
  [
    ({ rules, places }) => rules.loopbackOnly && places.length > 0 && !places.every((place) => place === 'loopback'),
    'not-loopback',
    'an old browser engine, or one without sandbox, must not meet hostile pages',
  ],
  [
    ({ rules, places }) => rules.loopbackOnly && places.length === 0,
    'not-resolved',
    'what cannot be shown to be loopback is not loopback',
  ],
  [
    ({ rules, places }) =>
      !rules.loopbackOnly && places.some((place) => place === 'loopback' || place === 'link-local'),
    'local-network',
    'no site is published there, and Chromium sends what it is told to past every proxy and every script that chooses one',
  ],
  [
    ({ rules, places }) =>
      !rules.loopbackOnly && !rules.allowLocalNetwork && places.some((place) => place !== 'public'),
    'local-network',
    'a page of the web could look around in the office network with the officer’s machine',
  ],
];

/** Decides about one address. Pure; `resolved` holds what the caller looked up. */
export function judgeAddress(question: AddressQuestion, rules: AddressRules): AddressVerdict {
  if (question.purpose === 'part' && INNER_SCHEMES.includes(question.scheme)) return { allowed: true };
  const schemes = question.purpose === 'page' ? PAGE_SCHEMES : PART_SCHEMES;
  if (!schemes.includes(question.scheme)) return { allowed: false, reason: 'scheme-not-web' };
  return judgePlaces({ places: placesOf(question), question, rules });
}

/** Whether an address that leads to such a place may be reached; those that a rule names for itself are not asked here. */
export function isPlaceAllowed(place: AddressPlace, rules: AddressRules): boolean {
  const question: AddressQuestion = { scheme: 'http:', host: place, resolved: null, purpose: 'part' };
  return judgePlaces({ places: [place], question, rules }).allowed;
}

function judgePlaces(facts: Facts): AddressVerdict {
  for (const [applies, reason] of REFUSALS) if (applies(facts)) return { allowed: false, reason };
  return { allowed: true };
}

function placesOf(question: AddressQuestion): readonly AddressPlace[] {
  const written = placeOfAddress(question.host);
  if (written !== null) return [written];
  // Chromium never asks a resolver for these: they are this machine by definition (RFC 6761).
  if (/^(.+\.)?localhost\.?$/i.test(question.host)) return ['loopback'];
  return (question.resolved ?? []).map((address) => placeOfAddress(address) ?? 'reserved');
}
