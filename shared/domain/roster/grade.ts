/** Golongan ruang and pangkat in their many spellings. */
import { tidyText, wordsOf } from './text.ts';

/** PNS grades with their rank, by the usual table of 17. */
export const PNS_RANKS: Readonly<Record<string, string>> = {
  'I/a': 'Juru Muda',
  'I/b': 'Juru Muda Tingkat I',
  'I/c': 'Juru',
  'I/d': 'Juru Tingkat I',
  'II/a': 'Pengatur Muda',
  'II/b': 'Pengatur Muda Tingkat I',
  'II/c': 'Pengatur',
  'II/d': 'Pengatur Tingkat I',
  'III/a': 'Penata Muda',
  'III/b': 'Penata Muda Tingkat I',
  'III/c': 'Penata',
  'III/d': 'Penata Tingkat I',
  'IV/a': 'Pembina',
  'IV/b': 'Pembina Tingkat I',
  'IV/c': 'Pembina Utama Muda',
  'IV/d': 'Pembina Utama Madya',
  'IV/e': 'Pembina Utama',
};

/** A grade that was understood. A PPPK grade is a Roman number from I to XVII and has no rank. */
export interface Grade {
  /** `III/a` for PNS, `IX` for PPPK. */
  readonly grade: string;
  readonly kind: 'PNS' | 'PPPK';
  /** The rank written beside it, in the table's spelling; null when none was written. */
  readonly rank: string | null;
}

const ROMAN = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
];

/** Reads `III/a`, `IIIa`, `III.A`, `3/a`, `Gol. III - a`, `Penata Muda (III/a)`, `IX`, `Golongan 9`, or a rank alone. */
export function parseGrade(text: string): Grade | null {
  const plain = tidyText(text);
  const rank = rankIn(plain);
  const pns = pnsGrade(plain);
  if (pns !== null) return { grade: pns, kind: 'PNS', rank };
  if (rank !== null) {
    const grade = Object.keys(PNS_RANKS).find((key) => PNS_RANKS[key] === rank);
    return grade === undefined ? null : { grade, kind: 'PNS', rank };
  }
  const pppk = pppkGrade(plain);
  return pppk === null ? null : { grade: pppk, kind: 'PPPK', rank: null };
}

/** What a row's two columns say together; a grade that was not understood is kept as written and `unknown`. */
export function decideGrade(
  gradeText: string | null,
  rankText: string | null,
  parse: (text: string) => Grade | null = parseGrade,
): { readonly grade: string | null; readonly rank: string | null; readonly unknown: boolean } {
  if (gradeText !== null) {
    const grade = parse(gradeText);
    return { grade: grade?.grade ?? gradeText, rank: rankText ?? grade?.rank ?? null, unknown: grade === null };
  }
  // "Pangkat" columns often hold both: "Penata Muda (III/a)".
  const both = rankText === null ? null : parse(rankText);
  return { grade: both?.grade ?? null, rank: both?.rank ?? rankText, unknown: false };
}

function pnsGrade(text: string): string | null {
  const match = /(?<![\p{L}\p{N}])(IV|I{1,3}|[1-4])\s*[/.\-– (]?\s*([a-e])(?![\p{L}\p{N}])/iu.exec(text);
  if (!match) return null;
  const [, group = '', letter = ''] = match;
  const roman = /\d/.test(group) ? (ROMAN[Number(group) - 1] ?? '') : group.toUpperCase();
  const grade = `${roman}/${letter.toLowerCase()}`;
  return Object.hasOwn(PNS_RANKS, grade) ? grade : null;
}

function pppkGrade(text: string): string | null {
  const word = wordsOf(text)
    .replace(/^(gol|golongan|gol ruang|pppk)\s+/, '')
    .toUpperCase();
  if (ROMAN.includes(word)) return word;
  const number = /^\d{1,2}$/.test(word) ? Number(word) : 0;
  return ROMAN[number - 1] ?? null;
}

/** Longest rank first, so that "Penata Muda Tingkat I" is not taken for "Penata". */
const RANK_WORDS = Object.values(PNS_RANKS)
  .map((rank) => ({ rank, words: ` ${wordsOf(rank)} ` }))
  .sort((a, b) => b.words.length - a.words.length);

function rankIn(text: string): string | null {
  const words = ` ${wordsOf(text).replace(/\b(tk|tkt|tingkat)\s*(i|1)\b/g, 'tingkat i')} `;
  return RANK_WORDS.find((entry) => words.includes(entry.words))?.rank ?? null;
}
