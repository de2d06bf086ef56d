/**
 * Whether a page is what was asked for, or only says why it is not here: a wall (log in, private, too many requests,
 * consent) or a deletion. Decided from the answer's status, the title, the headings and short lines of the visible text,
 * the final address, and password fields; in Indonesian and English. Pure; knows no site.
 */

export type WallKind = 'login' | 'private' | 'rate-limit' | 'consent' | 'refused';
export type GoneKind = 'removed' | 'not-found';

export type PageVerdict =
  | { readonly outcome: 'wall'; readonly kind: WallKind; readonly because: string }
  | { readonly outcome: 'gone'; readonly kind: GoneKind; readonly because: string };

export interface PageSignals {
  /** HTTP status of the document; null when it has none. */
  readonly status: number | null;
  readonly title: string;
  /** Text of headings and open dialogs, one each. */
  readonly headings: readonly string[];
  /** The beginning of the visible text, as lines. */
  readonly text: string;
  /** Characters of the whole visible text. */
  readonly textLength: number;
  readonly passwordFields: number;
  readonly requestedAddress: string;
  readonly shownAddress: string;
}

/** A page with more text than this has something to say besides the refusal. */
const SHORT_PAGE = 2_500;
/** A line longer than this is somebody's sentence about a refusal, not the refusal. */
const SHORT_LINE = 140;

/** What sites say, each from the beginning of a line. More telling kinds first. */
const SAYINGS: readonly (readonly [WallKind | GoneKind, RegExp])[] = [
  [
    'rate-limit',
    /^(terlalu banyak (permintaan|percobaan)|anda terlalu sering|coba lagi (nanti|beberapa saat)|mohon tunggu beberapa (saat|menit)|kami membatasi seberapa sering|too many requests|rate limit(ed)? |you('re| are) (temporarily blocked|going too fast|doing this too often)|please wait a few minutes|try again later)/,
  ],
  [
    'private',
    /^((akun|profil|halaman) ini (bersifat )?(pribadi|privat|dikunci|terkunci)|akun (pribadi|privat)|(postingan|kiriman|unggahan|tweet)(nya)? ini dilindungi|this (account|profile) is private|this page is private|these (posts|tweets) are protected|private (account|profile)|.{0,40} (mengunci|locked) (profilnya|(their|his|her) profile))/,
  ],
  [
    'removed',
    /^(maaf, )?((konten|halaman|postingan|kiriman|unggahan|video|foto|cerita|tautan|akun|profil)( ini| yang anda cari)? (sedang |saat ini |sudah )?(tidak (tersedia|ada|ditemukan|dapat ditemukan)|telah dihapus|dihapus|kedaluwarsa|ditangguhkan)|(sorry, )?(this|the) (content|page|post|video|photo|story|link|account|tweet|profile)( you('re| are) looking for)? (isn['’]t available|is(n['’]t| not| no longer) available|(has been|was) (deleted|removed)|doesn['’]t exist|cannot be found|could not be found|has expired|has been suspended)|(content|page|post|video|account) (not available|unavailable|not found|deleted|removed|suspended)|account suspended|akun ditangguhkan)/,
  ],
  [
    'login',
    /^((silakan |anda harus |harap )?(masuk|login|log in)( terlebih dahulu| dulu)? (untuk|agar) |(masuk|login) (ke|dengan) |anda (harus|perlu) (masuk|login)|(please )?(log ?in|sign in) (to |or sign up|with)|you must (log ?in|sign in|be logged in)|(log ?in|sign in) required)/,
  ],
  [
    'consent',
    /^(sebelum anda melanjutkan|kami menghargai privasi anda|(izinkan|setujui|terima) (penggunaan )?cookie|persetujuan cookie|before you continue|we value your privacy|(allow|accept) (the use of )?cookies|cookie consent)/,
  ],
];

const LOGIN_PATH = /\/(accounts\/)?(login|log-in|signin|sign-in|masuk|checkpoint|authwall)(\b|\/|\.|$)/i;
const LOGIN_WORDS = /\b(masuk|log ?in|sign ?in)\b/i;

type Row = readonly [(signals: PageSignals, said: WallKind | GoneKind | null) => boolean, WallKind | GoneKind, string];

/** The first row that applies decides. */
const ROWS: readonly Row[] = [
  [({ status }) => status === 429, 'rate-limit', 'status 429'],
  [({ status }) => status === 401 || status === 407, 'login', 'status 401'],
  [({ status }, said) => (status === 404 || status === 410) && said === 'removed', 'removed', 'status and words'],
  [({ status }) => status === 404 || status === 410, 'not-found', 'status 404 or 410'],
  [(_signals, said) => said === 'rate-limit', 'rate-limit', 'words'],
  [(_signals, said) => said === 'private', 'private', 'words'],
  [(_signals, said) => said === 'removed', 'removed', 'words'],
  [(_signals, said) => said === 'login', 'login', 'words'],
  [(signals) => arrivedAtLogin(signals), 'login', 'address'],
  [(signals) => isLoginForm(signals), 'login', 'password field'],
  [(_signals, said) => said === 'consent', 'consent', 'words'],
  [({ status }) => status === 403 || status === 451, 'refused', 'status 403 or 451'],
];

const GONE: readonly string[] = ['removed', 'not-found'];

/** Null when the page is taken for what was asked for. */
export function judgePage(signals: PageSignals): PageVerdict | null {
  const said = sayingOf(signals);
  const row = ROWS.find(([applies]) => applies(signals, said));
  if (row === undefined) return null;
  const [, kind, because] = row;
  return isGone(kind) ? { outcome: 'gone', kind, because } : { outcome: 'wall', kind, because };
}

function isGone(kind: WallKind | GoneKind): kind is GoneKind {
  return GONE.includes(kind);
}

function sayingOf(signals: PageSignals): WallKind | GoneKind | null {
  const lines = signals.textLength <= SHORT_PAGE ? [...signals.headings, ...signals.text.split('\n')] : [];
  const short = [signals.title, ...lines].map(plain).filter((line) => line !== '' && line.length <= SHORT_LINE);
  const found = SAYINGS.find(([kind, saying]) => {
    // A title such as "Masuk ke ..." stands over many a page that shows the post too.
    const candidates = signals.textLength > SHORT_PAGE && kind !== 'removed' ? [] : short;
    return candidates.some((line) => saying.test(line));
  });
  return found?.[0] ?? null;
}

function arrivedAtLogin({ requestedAddress, shownAddress, textLength }: PageSignals): boolean {
  return (
    textLength <= SHORT_PAGE && LOGIN_PATH.test(pathOf(shownAddress)) && !LOGIN_PATH.test(pathOf(requestedAddress))
  );
}

function isLoginForm({ passwordFields, title, headings, textLength }: PageSignals): boolean {
  return (
    passwordFields > 0 && textLength <= SHORT_PAGE / 2 && [title, ...headings].some((line) => LOGIN_WORDS.test(line))
  );
}

function pathOf(address: string): string {
  return address.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
}

function plain(line: string): string {
  return line.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
