/** Names with their titles: kept as written for the eye, stripped for the search. */
import { tidyText, wordsOf } from './text.ts';

/** A name in its two forms. */
export interface PersonName {
  /** As written, with titles, one line. */
  readonly display: string;
  /** Lower case, no titles, no marks; never empty when `display` has a letter. */
  readonly search: string;
}

const FRONT_TITLES: ReadonlySet<string> = new Set([
  'dr',
  'drs',
  'dra',
  'drg',
  'drh',
  'ir',
  'prof',
  'h',
  'hj',
  'hjh',
  'kh',
  'ust',
  'ustadz',
  'ustadzah',
  'tgk',
  'apt',
  'ns',
  'ners',
  'bd',
  'kol',
  'letkol',
  'kapten',
  'akbp',
  'kombes',
  'pdt',
  'rd',
]);

/** Titles that people write behind a name without dots or comma. */
const BACK_TITLES: ReadonlySet<string> = new Set([
  'se',
  'sh',
  'st',
  'ss',
  'sp',
  'sag',
  'sos',
  'ssos',
  'spd',
  'spdi',
  'sip',
  'sap',
  'skm',
  'skep',
  'sfarm',
  'skom',
  'sikom',
  'ssi',
  'sst',
  'stp',
  'shut',
  'spt',
  'spi',
  'spsi',
  'sgz',
  'sked',
  'skh',
  'ssn',
  'sthi',
  'stt',
  'sei',
  'shi',
  'sm',
  'strkeb',
  'strkep',
  'mm',
  'mh',
  'mt',
  'ma',
  'msi',
  'mpd',
  'mpdi',
  'map',
  'mkes',
  'mkm',
  'mkom',
  'mikom',
  'mag',
  'msc',
  'mp',
  'mse',
  'mha',
  'mph',
  'mba',
  'mip',
  'mkn',
  'mars',
  'mpsi',
  'mep',
  'mtp',
  'msm',
  'mak',
  'amd',
  'amdkeb',
  'amdkep',
  'amk',
  'amkeb',
  'ama',
  'amapd',
  'bsc',
  'ba',
  'lc',
  'phd',
  'apt',
  'ners',
  'ns',
  'cpa',
  'ca',
  'ak',
  'akt',
  'bkp',
  'ipm',
  'ipu',
  'gr',
  'spa',
  'spog',
  'spb',
  'sppd',
  'span',
  'spm',
  'spkk',
  'sptht',
  'sprad',
]);

/** Reads a name cell, with the titles of their own columns when a roster has them. */
export function normalizeName(text: string, titleFront = '', titleBack = ''): PersonName {
  const core = tidyText(text);
  const front = tidyText(titleFront);
  const back = tidyText(titleBack);
  const withFront = front === '' || core.toLowerCase().startsWith(front.toLowerCase()) ? core : `${front} ${core}`;
  const display = back === '' || core.toLowerCase().endsWith(back.toLowerCase()) ? withFront : `${withFront}, ${back}`;
  return { display, search: searchName(core) };
}

/** The search form of a name: what the directory indexes and what a query is turned into. */
export function searchName(text: string): string {
  const [first = '', ...rest] = tidyText(text).split(',');
  // Behind a comma stand titles; what is clearly none (a second name) is kept.
  const words = [
    ...first.split(' '),
    ...rest.flatMap((part) => part.trim().split(' ')).filter((word) => !looksLikeTitle(word)),
  ];
  const kept = stripBack(stripFront(words.filter((word) => /[\p{L}\p{N}]/u.test(word))));
  return wordsOf(kept.join(' '));
}

/** A cell of printed lists that has both: "Drs. BUDI, M.Si / NIP. 19700101 199503 1 001". */
export interface NameWithNip {
  readonly name: string;
  /** As written, without the word before it; "" for "NIP. -". */
  readonly nip: string;
}

/** Takes a name and the NIP below or behind it apart; null when there is no NIP in the text. */
export function splitNameAndNip(text: string): NameWithNip | null {
  const match = NIP_BEHIND_NAME.exec(text.trimEnd());
  if (match === null) return null;
  const [behind, labelled, bare] = match;
  const name = text.slice(0, match.index).replace(/[\s/,;|(:-]+$/, '');
  return name === '' || behind === '' ? null : { name, nip: (labelled ?? bare ?? '').replace(/[–-]$/, '').trim() };
}

/** "NIP" and what follows it to the end, or eighteen digits at the end. */
const NIP_BEHIND_NAME = /(?:\bNI(?:P|PPPK|\.? ?PPPK)\b[\s.:]*([\d .–-]*)|(\d{8}[ .-]?\d{6}[ .-]?\d[ .-]?\d{3}))\)?$/i;

/**
 * True when a text can be a person's name: more letters than digits, no error value (#REF!), no date, and no more digits
 * than a number that tells namesakes apart has.
 */
export function looksLikeName(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const digits = text.match(/\d/g)?.length ?? 0;
  return letters > digits && digits <= NUMBER_DIGITS && !/^\s*#/.test(text) && !DATE.test(text);
}

/** True for a name with a number of its own ("Ratna Santoso 101"): taken, and pointed out. */
export function hasNumber(name: string): boolean {
  return /\d{3}/.test(name);
}

/** A NIP, a NIK, a telephone number and a whole date have more. */
const NUMBER_DIGITS = 4;
/** "Januari 1990", "1 Jan 90", "Tahun 2024". */
const DATE =
  /\b(?:tahun|tgl|tanggal|jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|ag(?:ustus|us|u|t)|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?)[ .\-/]+(?:\d{2}|\d{4})\b/i;

function stripFront(words: readonly string[]): readonly string[] {
  let start = 0;
  while (start < words.length - 1 && isFrontTitle(words[start] ?? '')) start += 1;
  const [glued = '', ...rest] = words.slice(start);
  if (!glued.includes('.')) return start === 0 ? words : [glued, ...rest];
  // "Dr.Budi" and "H.M.Yusuf": titles glued to the name by their dot.
  const parts = glued.split('.').filter((part) => part !== '');
  let skip = 0;
  while (skip < parts.length - 1 && FRONT_TITLES.has((parts[skip] ?? '').toLowerCase())) skip += 1;
  return [parts.slice(skip).join(' '), ...rest];
}

function isFrontTitle(word: string): boolean {
  if (!word.includes('.')) return FRONT_TITLES.has(word.toLowerCase());
  const parts = word
    .toLowerCase()
    .split('.')
    .filter((part) => part !== '');
  return parts.length > 0 && (parts.every((part) => FRONT_TITLES.has(part)) || FRONT_TITLES.has(parts.join('')));
}

function stripBack(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && looksLikeTitle(words[end - 1] ?? '')) end -= 1;
  return words.slice(0, end);
}

/** A degree: in the list, or short pieces joined by dots ("S.Tr.Keb", "M.Si", "A.Md."). */
function looksLikeTitle(word: string): boolean {
  const bare = word.replace(/[().]/g, '').toLowerCase();
  if (bare === '') return true;
  if (BACK_TITLES.has(bare)) return true;
  return /^(s|m|a|b|d|sp|ph|dipl)\.(\p{L}{1,4}\.?){1,3}$/iu.test(word) && word.replace(/\./g, '').length <= 9;
}
