/**
 * Whether a page is what was asked for, or only says why it is not here: a wall (log in, private, too many requests,
 * consent) or a deletion. Decided from the answer's status, the title, the headings and short lines of the visible text,
 * the final address, and password fields; in Indonesian and English. Pure; knows no site.
 */
import { ABOUT_CONSENT, type GoneKind, SAYINGS, type Saying, type WallKind } from './page-sayings.ts';

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

/** Lines of the text count on pages that say little, near their top: lower down stand comments, which may say anything. */
const LITTLE_TEXT = 1_200;
const TOP_LINES = 12;

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
  [(_signals, said) => said === 'refused', 'refused', 'words'],
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
  const isShortPage = signals.textLength <= SHORT_PAGE;
  const heads = [signals.title, ...(isShortPage ? signals.headings : [])].map(plain);
  const lines = signals.textLength <= LITTLE_TEXT ? topLines(signals.text) : [];
  const isSaid = ({ kind, where, words }: Saying): boolean => {
    // A title such as "Masuk ke ..." stands over many a page that shows the post too.
    if (!isShortPage && kind !== 'removed') return false;
    if (kind === 'consent' && !heads.slice(1).every((head) => head === '' || ABOUT_CONSENT.test(head))) return false;
    return (where === 'heading' ? heads : [...heads, ...lines]).some(
      (line) => line.length <= SHORT_LINE && words.test(line),
    );
  };
  return SAYINGS.find(isSaid)?.kind ?? null;
}

function topLines(text: string): string[] {
  return text
    .split('\n')
    .map(plain)
    .filter((line) => line !== '')
    .slice(0, TOP_LINES);
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

/** Small letters, one kind of apostrophe, one space between words, and no interjection before what is said. */
function plain(line: string): string {
  return line
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02BC`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^(maaf|sorry|hmm|ups|oops)\b[\s,.!\u2026]*/, '');
}
