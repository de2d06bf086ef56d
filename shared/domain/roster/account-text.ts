/** Public accounts as people write them into a list: a handle, an address with or without its scheme, several in a cell. */
import { isBlankMark, tidyText, wordsOf } from './text.ts';

/** The platforms that are known by name (domain dossier, 6.6). Any other is kept as written. */
export const SOCIAL_PLATFORMS = [
  'Facebook',
  'Instagram',
  'TikTok',
  'X',
  'YouTube',
  'WhatsApp',
  'Telegram',
  'Threads',
] as const;
export type SocialPlatform = (typeof SOCIAL_PLATFORMS)[number];

/** For an account of which only the handle is known. */
export const OTHER_PLATFORM = 'Lainnya';

/** An account that was understood: a handle without "@", an address as written, or both. */
export interface WrittenAccount {
  /** One of SOCIAL_PLATFORMS, or as written. */
  readonly platform: string;
  /** "" when an address names none. */
  readonly handle: string;
  /** "" when only a handle is written. */
  readonly url: string;
}

/** What a cell holds; `unreadable` are its pieces that are no account. */
export interface AccountCell {
  readonly accounts: readonly WrittenAccount[];
  readonly unreadable: readonly string[];
}

/** Accounts of one cell that are read; a longer list is no list of one person's accounts. */
const MOST_ACCOUNTS = 20;

/**
 * Reads the accounts of a cell, one a line or parted by `;`, `|`, ` / ` or commas. `platform` is what the column or another cell
 * says; an address says it itself, and is believed.
 */
export function parseAccounts(text: string, platform: string | null): AccountCell {
  const accounts: WrittenAccount[] = [];
  const unreadable: string[] = [];
  for (const piece of piecesOf(text)) {
    const account = accounts.length < MOST_ACCOUNTS ? parseAccount(piece, platform) : null;
    if (account === null) {
      unreadable.push(piece);
      continue;
    }
    const same = accounts.findIndex((known) => sameAccount(known, account));
    if (same < 0) accounts.push(account);
    // A handle and its address are one account: the address says more.
    else if (accounts[same]?.url === '') accounts[same] = account;
  }
  return { accounts, unreadable };
}

/** The platform that a text names ("IG", "Akun Facebook", "X (Twitter)"), the text itself when unknown, null when blank. */
export function parsePlatform(text: string): string | null {
  if (isBlankMark(text)) return null;
  const words = wordsOf(text).split(' ');
  for (const word of words) {
    const known = PLATFORM_WORDS[word];
    if (known !== undefined && Object.hasOwn(PLATFORM_WORDS, word)) return known;
  }
  return tidyText(text);
}

const PLATFORM_WORDS: Readonly<Record<string, SocialPlatform>> = {
  facebook: 'Facebook',
  fb: 'Facebook',
  fesbuk: 'Facebook',
  instagram: 'Instagram',
  insta: 'Instagram',
  ig: 'Instagram',
  tiktok: 'TikTok',
  tik: 'TikTok',
  tt: 'TikTok',
  x: 'X',
  twitter: 'X',
  youtube: 'YouTube',
  yt: 'YouTube',
  whatsapp: 'WhatsApp',
  wa: 'WhatsApp',
  telegram: 'Telegram',
  tele: 'Telegram',
  threads: 'Threads',
  thread: 'Threads',
};

const HOSTS: Readonly<Record<string, SocialPlatform>> = {
  'facebook.com': 'Facebook',
  'fb.com': 'Facebook',
  'fb.me': 'Facebook',
  'fb.watch': 'Facebook',
  'instagram.com': 'Instagram',
  'instagr.am': 'Instagram',
  'tiktok.com': 'TikTok',
  'twitter.com': 'X',
  'x.com': 'X',
  'youtube.com': 'YouTube',
  'youtu.be': 'YouTube',
  'wa.me': 'WhatsApp',
  'whatsapp.com': 'WhatsApp',
  't.me': 'Telegram',
  'telegram.me': 'Telegram',
  'threads.net': 'Threads',
  'threads.com': 'Threads',
};

/** First path segments of a platform's own pages: no account stands there. */
const NO_HANDLES: ReadonlySet<string> = new Set([
  ...['p', 'reel', 'reels', 'stories', 'explore', 'tv', 'accounts', 'share', 'sharer', 'groups', 'pages', 'events'],
  ...['watch', 'photo', 'photo.php', 'story.php', 'permalink.php', 'login', 'home', 'i', 'intent', 'hashtag', 'search'],
  ...['shorts', 'playlist', 'feed', 'results', 'joinchat', 's', 'video', 'videos', 'live', 'invite', 'channel_invite'],
]);

function piecesOf(text: string): string[] {
  return text
    .split(/[\r\n;|]+| \/ | dan (?=@)/)
    .flatMap(atCommas)
    .map(tidyText)
    .filter((piece) => !isBlankMark(piece));
}

/** A comma parts handles and addresses; in a shown name it stands before a degree ("Budi Contoh, S.E."). */
function atCommas(text: string): string[] {
  const pieces = text.split(',').map((piece) => piece.trim());
  return pieces.every((piece) => piece === '' || PARTED.test(piece)) ? pieces : [text];
}

const PARTED = /^@|^[^\s]+\/|[:=]|^[\w.]{2,}[\w]$/;

function parseAccount(piece: string, platform: string | null): WrittenAccount | null {
  const labelled = /^([\p{L} ]{1,20}?) ?[:=] ?(?!\/\/)(.+)$/u.exec(piece);
  const said = labelled ? knownPlatform(labelled[1] ?? '') : null;
  if (labelled && said !== null) return parseAccount((labelled[2] ?? '').trim(), said);
  const address = parseAddress(piece);
  if (address !== null) return { ...address, platform: address.platform ?? platform ?? OTHER_PLATFORM };
  const handle = parseHandle(piece, platform);
  return handle === null ? null : { platform: platform ?? OTHER_PLATFORM, handle, url: '' };
}

function knownPlatform(text: string): SocialPlatform | null {
  const platform = parsePlatform(text);
  return SOCIAL_PLATFORMS.find((known) => known === platform) ?? null;
}

interface Address {
  readonly host: string;
  readonly path: readonly string[];
  readonly query: string;
}

const ADDRESS = /^(https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})(?::\d+)?(?:\/([^?#\s]*))?(?:\?([^#\s]*))?(?:#\S*)?$/i;

/** An address of any site when it has a scheme, of a known platform without one. Null when it is none. */
function parseAddress(piece: string): { platform: SocialPlatform | null; handle: string; url: string } | null {
  const match = ADDRESS.exec(piece);
  if (match === null) return null;
  const [, scheme, host = '', path, query = ''] = match;
  const platform = platformOf(host);
  if (scheme === undefined && (platform === null || path === undefined)) return null;
  const address = { host: host.toLowerCase(), path: (path ?? '').split('/').filter((part) => part !== ''), query };
  return { platform, handle: platform === null ? '' : handleIn(address, platform), url: piece };
}

/** The known platform of a host, or null. */
export function platformOf(host: string): SocialPlatform | null {
  const labels = host.toLowerCase().split('.');
  const site = labels.slice(-2).join('.');
  return Object.hasOwn(HOSTS, site) ? (HOSTS[site] ?? null) : null;
}

function handleIn(address: Address, platform: SocialPlatform): string {
  const [first = '', second = '', third = ''] = address.path;
  if (platform === 'Facebook' && first === 'profile.php') return /(?:^|&)id=(\d+)/.exec(address.query)?.[1] ?? '';
  if (platform === 'Facebook' && first === 'people') return decoded(third);
  if (platform === 'YouTube') return youtubeHandle(first, second);
  // A short link's letters are no name.
  if (/^(vm|vt)\.tiktok\.com$|^fb\.(me|watch)$/.test(address.host)) return '';
  if ((platform === 'TikTok' || platform === 'Threads') && !first.startsWith('@')) return '';
  if (platform === 'Instagram' && first === 'stories') return decoded(second);
  if (platform === 'Telegram' && first === 's') return decoded(second);
  return NO_HANDLES.has(first.toLowerCase()) || first.startsWith('+') ? '' : decoded(first);
}

function youtubeHandle(first: string, second: string): string {
  if (first.startsWith('@')) return decoded(first);
  return first === 'channel' || first === 'c' || first === 'user' ? decoded(second) : '';
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).replace(/^@/, '');
  } catch {
    // Percent signs that encode nothing: taken as they stand.
    return part.replace(/^@/, '');
  }
}

/** Platforms where people are found by a shown name too, which may have spaces. */
const SHOWN_NAMES: ReadonlySet<string | null> = new Set(['Facebook', 'YouTube', 'WhatsApp', OTHER_PLATFORM]);

function parseHandle(piece: string, platform: string | null): string | null {
  const handle = piece.replace(/^@ ?/, '');
  if (/^[\p{L}\p{N}._-]{2,100}$/u.test(handle) && /[\p{L}\p{N}]/u.test(handle)) return handle;
  const known = knownPlatform(platform ?? '');
  const mayBeName = (known === null && platform !== null) || SHOWN_NAMES.has(known);
  return mayBeName && !piece.startsWith('@') && /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'’&()+-]{1,99}$/u.test(handle)
    ? handle
    : null;
}

function sameAccount(a: WrittenAccount, b: WrittenAccount): boolean {
  const same = a.handle !== '' ? a.handle.toLowerCase() === b.handle.toLowerCase() : a.url === b.url;
  return a.platform === b.platform && same;
}
