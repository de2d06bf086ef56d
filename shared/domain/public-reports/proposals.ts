/**
 * What a free text seems to name: addresses, accounts, days, telephone numbers, email addresses, NIP. Proposals only: an officer
 * takes or drops each. Runs over text of unknown people, so every pattern is linear and every length is bounded.
 */
import { isoDate } from '../roster/calendar.ts';
import { parseAccounts } from '../roster/account-text.ts';

export type ProposalKind = 'link' | 'handle' | 'date' | 'phone' | 'email' | 'nip';

/** One thing that was found. */
export interface Proposal {
  readonly kind: ProposalKind;
  /** In one form: an address with its scheme, a handle without "@", YYYY-MM-DD, +62…, 18 digits. */
  readonly value: string;
  readonly written: string;
  /** In UTF-16 units of the text. */
  readonly start: number;
  /** Of a link or handle of a known platform. */
  readonly platform: string | null;
  readonly handle: string | null;
}

/** Proposals of one text; more are no help to anybody. */
const MOST = 200;
const LONGEST = 1_000;

/** Sites whose addresses people write without a scheme. */
const BARE_SITES =
  '(?:www\\.|(?:m|web|vm|vt|id-id)\\.)?(?:facebook|fb|instagram|tiktok|twitter|x|youtube|youtu|threads|t|wa|linktr|bit|s)' +
  '\\.(?:com|watch|me|net|be|ee|ly|id)';

const PATTERNS: readonly (readonly [kind: ProposalKind, pattern: RegExp])[] = [
  ['link', /\bhttps?:\/\/[^\s<>"'«»“”]{3,1000}/giu],
  ['link', new RegExp(`(?<![\\w@./-])(?:${BARE_SITES})\\/[^\\s<>"'«»“”]{1,1000}`, 'giu')],
  ['link', /(?<![\w@./-])www\.[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}(?:\/[^\s<>"'«»“”]{0,1000})?/giu],
  ['email', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}(?![\w-])/gu],
  ['nip', /(?<!\d)(?:\d{18}|\d{8}[ .]\d{6}[ .]\d[ .]\d{3})(?!\d)/gu],
  ['phone', /(?<![\d\w+])(?:\+62|62|0)[ .-]?\(?8\d{1,3}\)?(?:[ .-]?\d{2,5}){1,4}(?!\d)/gu],
  ['phone', /(?<![\d\w+])(?:\+62[ -]?|\(?0)(?:736|21)\)?[ .-]?\d{3,4}[ .-]?\d{2,4}(?!\d)/gu],
  ['handle', /(?<![\w@./])@[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,98}[\p{L}\p{N}_])?/gu],
  ['date', /(?<![\d./-])\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/-])/gu],
  ['date', /(?<![\d./-])\d{4}-\d{2}-\d{2}(?!\d)/gu],
  [
    'date',
    /(?<!\d)\d{1,2} {1,3}(?:jan(?:uari)?|[fp]eb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|jun[i]?|jul[i]?|ag(?:ustus|ust|t|s)|sep(?:t|tember)?|o[kc]t(?:ober)?|nov(?:ember)?|nop(?:ember)?|des(?:ember)?)\.?(?: {1,3}\d{4})?(?![\p{L}\d])/giu,
  ],
];

/**
 * Finds what a text names, in the order in which it stands there; what lies inside something found before is not found again.
 *
 * @param year for days written without one ("21 Oktober"): the year in which the text came, or null to leave them out
 */
export function findProposals(text: string, year: number | null = null): readonly Proposal[] {
  const found: Proposal[] = [];
  const taken: { start: number; end: number }[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const written = kind === 'link' ? withoutTail(match[0]) : match[0];
      const start = match.index;
      const end = start + written.length;
      if (taken.some((one) => start < one.end && end > one.start)) continue;
      const proposal = proposalOf(kind, written, start, year);
      if (proposal === null) continue;
      taken.push({ start, end });
      found.push(proposal);
      if (found.length >= MOST) return inOrder(found);
    }
  }
  return inOrder(found);
}

/** A proposal from a cell of its own that holds addresses or handles. */
export function linkProposal(written: string): Proposal | null {
  return /^(https?:\/\/|www\.)|\//i.test(written)
    ? proposalOf('link', withoutTail(written), 0, null)
    : proposalOf('handle', written, 0, null);
}

/** A telephone number in one form (+62…), or null when it is none. */
export function phoneNumber(written: string): string | null {
  const digits = written.replace(/[^\d+]/g, '');
  const international = /^\+/.test(digits)
    ? digits
    : digits.startsWith('62')
      ? `+${digits}`
      : digits.startsWith('0')
        ? `+62${digits.slice(1)}`
        : null;
  return international !== null && /^\+\d{9,15}$/.test(international) ? international : null;
}

function inOrder(found: Proposal[]): readonly Proposal[] {
  return found.sort((a, b) => a.start - b.start);
}

function proposalOf(kind: ProposalKind, written: string, start: number, year: number | null): Proposal | null {
  const plain = { kind, written: written.slice(0, LONGEST), start, platform: null, handle: null };
  switch (kind) {
    case 'link':
      return linkOf(written, start);
    case 'handle':
      return { ...plain, value: written.replace(/^@ ?/, '').slice(0, LONGEST), handle: written.replace(/^@ ?/, '') };
    case 'date': {
      const value = dayOf(written, year);
      return value === null ? null : { ...plain, value };
    }
    case 'phone': {
      const value = phoneNumber(written);
      return value === null ? null : { ...plain, value };
    }
    case 'email':
      return { ...plain, value: written.toLowerCase() };
    case 'nip':
      return { ...plain, value: written.replace(/\D/g, '') };
  }
}

/** A scheme and a host with a dot, or one of figures. */
const ADDRESS = /^https?:\/\/(?:[\p{L}\p{N}_-]{1,63}\.){1,8}[\p{L}\p{N}]{1,63}(?::\d{1,5})?(?:[/?#]|$)/iu;

function linkOf(written: string, start: number): Proposal | null {
  const url = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  if (!ADDRESS.test(url)) return null;
  const [account] = parseAccounts(url, null).accounts;
  const known = account !== undefined && account.platform !== 'Lainnya';
  return {
    kind: 'link',
    value: url.slice(0, LONGEST),
    written: written.slice(0, LONGEST),
    start,
    platform: known ? account.platform : null,
    handle: known && account.handle !== '' ? account.handle.slice(0, LONGEST) : null,
  };
}

/** Signs that end a sentence are no part of an address; a closing bracket is one only with its opening one. */
function withoutTail(written: string): string {
  let end = written.length;
  for (; end > 0; end -= 1) {
    const last = written.charAt(end - 1);
    if (/[.,;:!?*_~’]/.test(last)) continue;
    if (last !== ')' && last !== ']') break;
    const open = last === ')' ? '(' : '[';
    if (written.slice(0, end).includes(open)) break;
  }
  return written.slice(0, end);
}

const MONTH_STARTS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'ag', 'sep', 'ok', 'no', 'des'] as const;

function dayOf(written: string, year: number | null): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written);
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})$/.exec(written);
  // Day before month, as Indonesians write: a day that only fits the other way is no proposal.
  if (figures) return isoDate(wholeYear(Number(figures[3])), Number(figures[2]), Number(figures[1]));
  const named = /^(\d{1,2}) +(\p{L}+)\.?(?: +(\d{4}))?$/u.exec(written.toLowerCase());
  if (!named) return null;
  const stated = named[3] === undefined ? year : Number(named[3]);
  const word = (named[2] ?? '').replace(/^peb/, 'feb').replace(/^oct/, 'okt');
  const month = MONTH_STARTS.findIndex((start) => word.startsWith(start)) + 1;
  return stated === null || month === 0 ? null : isoDate(stated, month, Number(named[1]));
}

function wholeYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}
