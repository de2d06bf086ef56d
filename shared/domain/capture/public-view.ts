/**
 * "Terlihat publik": what a clean, logged-out look at the same address says about a captured post. The rules would rather
 * not know than guess: a page that came is taken for the post only when it stands at the same address and repeats the words
 * of the first capture. Pure.
 */
import { captureKeys } from './same-address.ts';

export const PUBLIC_ANSWERS = ['yes', 'no', 'uncertain'] as const;
export type PublicAnswer = (typeof PUBLIC_ANSWERS)[number];

export const PUBLIC_BASES = [
  /** The same address showed the first capture's words. */
  'same-post',
  'gone',
  'private',
  /** Sites ask everybody to log in: that says nothing about whom the author shows the post to. */
  'login-wall',
  'other-wall',
  'not-loaded',
  'other-address',
  'other-words',
  'few-words',
  'first-not-a-post',
  'look-not-logged-out',
] as const;
export type PublicBasis = (typeof PUBLIC_BASES)[number];

export interface PublicJudgement {
  readonly answer: PublicAnswer;
  readonly basis: PublicBasis;
  /** Of the first capture's words, how many the look shows too: 0 to 1; null where they were not compared. */
  readonly share: number | null;
}

/** What is needed of a capture. */
export interface ComparedCapture {
  readonly outcome: string;
  readonly requestedUrl: string;
  readonly documentUrl: string | null;
  readonly shownUrl: string | null;
  /** Kind of the page's verdict; null when it was taken for what was asked for, or was not judged. */
  readonly verdictKind: string | null;
  /** The visible text. */
  readonly text: string;
}

/** Of the first capture's words, so many must be seen again. */
const ENOUGH = 0.6;
/** Fewer different words than this tell no post from another page of the same site. */
const FEWEST = 8;

/** Judges a look against the capture that it was made for. `loggedOut`: nothing says that somebody logged in meanwhile. */
export function judgePublicView(first: ComparedCapture, look: ComparedCapture, loggedOut: boolean): PublicJudgement {
  const say = (answer: PublicAnswer, basis: PublicBasis, share: number | null = null): PublicJudgement => ({
    answer,
    basis,
    share,
  });
  if (!loggedOut) return say('uncertain', 'look-not-logged-out');
  if (first.outcome !== 'captured') return say('uncertain', 'first-not-a-post');
  if (look.outcome === 'gone') return say('no', 'gone');
  if (look.outcome === 'wall') {
    if (look.verdictKind === 'private') return say('no', 'private');
    return say('uncertain', look.verdictKind === 'login' ? 'login-wall' : 'other-wall');
  }
  if (look.outcome !== 'captured') return say('uncertain', 'not-loaded');
  if (!sameAddress(first, look)) return say('uncertain', 'other-address');
  const words = wordsOf(first.text);
  if (words.size < FEWEST) return say('uncertain', 'few-words');
  const share = sharedWords(words, wordsOf(look.text));
  return share >= ENOUGH ? say('yes', 'same-post', share) : say('uncertain', 'other-words', share);
}

/** Where the look ended, not what it was asked for: a redirect leads away from the post. */
function sameAddress(first: ComparedCapture, look: ComparedCapture): boolean {
  const keys = captureKeys(first);
  const arrived = captureKeys({ ...look, requestedUrl: look.shownUrl ?? look.documentUrl ?? '' });
  return [...arrived].some((key) => key !== '' && keys.has(key));
}

/** The different words of a text, without case and accents; shorter ones and numbers change from view to view. */
export function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return new Set(plain.match(/\p{L}{3,}/gu) ?? []);
}

function sharedWords(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const shared = [...words].filter((word) => others.has(word)).length;
  return Math.round((shared / words.size) * 100) / 100;
}
