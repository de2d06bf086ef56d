/**
 * A NIP that a spreadsheet turned into a number has lost its last digits for good. What survived may still point at one
 * person who is known; it is offered with its evidence, and a person decides.
 */
import { isOneEditAway, tidyText, wordsOf } from './text.ts';

/** What points at a known person, from the strongest. */
export const NIP_EVIDENCE = [
  /** Every digit that survived is the same. */
  'DIGITS',
  /** The row's own NIK, whole. */
  'NIK',
  'NAME',
  'BIRTH_DATE',
  /** Month of the first appointment, from the digits. */
  'APPOINTMENT',
  'UNIT',
] as const;
export type NipEvidence = (typeof NIP_EVIDENCE)[number];

/** Digits of the shown number that no rounding can have changed: what follows them in a NIP is always below 5. */
const EXACT_LENGTHS: ReadonlySet<number> = new Set([4, 6, 8, 12, 14, 15]);

/** Serials from here on are taken for lower ones that a binary number has missed. */
const HIGHEST_SERIAL = 960;

/**
 * The leading digits of an 18-digit number that are still its own, from the cell as written: `1,98609E+17`,
 * `1.99001012015031E+17`, or all digits of a numeric cell. "" when nothing can be said.
 * - A spreadsheet keeps 15 digits. A program that keeps a binary number and shows it short comes within 32 of it, so a
 *   NIP of serial 001 may appear as …0 97x: then the digit before is not believed either. Serials that high are not given.
 * - A number that was rounded for show keeps its last digit only where the next digit of a NIP is always below 5:
 *   month, day and year of appointment begin with 0 to 3, digit 13 with 0 to 2, the sex is 1 or 2.
 * - Of a shorter row of digits, all are given: whether they are the beginning is seen when they are compared.
 */
export function survivingDigits(written: string): string {
  const plain = tidyText(written).replace(/[\s'’‘`]/g, '');
  const scientific = /^(\d)(?:[.,](\d+))?[eE]\+?0*17$/.exec(plain);
  if (scientific) return shownDigits(`${scientific[1] ?? ''}${scientific[2] ?? ''}`);
  if (/\d[eE][+-]?\d/.test(plain)) return '';
  const undressed = /^\d{12,}[.,]\d{1,2}$/.test(plain) ? plain.replace(/[.,].*$/, '') : plain.replace(/[.-]/g, '');
  const digits = /^\d+/.exec(undressed)?.[0] ?? '';
  if (digits.length === 18) return wholeNumber(digits);
  return digits.length < 18 ? digits : '';
}

function shownDigits(mantissa: string): string {
  if (mantissa.length > 15) return wholeNumber(mantissa.padEnd(18, '0').slice(0, 18));
  if (EXACT_LENGTHS.has(mantissa.length)) return mantissa;
  // The digits before the rounding were these or one less, with whatever that borrows.
  const less = String(Number(mantissa) - 1);
  let same = 0;
  while (same < mantissa.length && mantissa[same] === less[same]) same += 1;
  return mantissa.slice(0, same);
}

function wholeNumber(digits: string): string {
  return digits.slice(0, Number(digits.slice(15)) >= HIGHEST_SERIAL ? 14 : 15);
}

/** What a row with a damaged NIP still says about its person. */
export interface SurvivingIdentity {
  /** As `survivingDigits` gives them. */
  readonly digits: string;
  readonly nik: string | null;
  /** As `searchName` gives it. */
  readonly searchName: string;
  /** YYYY-MM-DD, from its own column. */
  readonly birthDate: string | null;
  readonly unit: string | null;
}

/** A known person who may be meant. */
export interface IdentityCandidate {
  readonly nip: string | null;
  readonly nik: string | null;
  readonly searchName: string;
  readonly birthDate: string | null;
  readonly unit: string | null;
}

/** Whom a row is offered to, and why. */
export interface IdentityMatch<Candidate> {
  readonly candidate: Candidate;
  /** In the order of NIP_EVIDENCE; at least two. */
  readonly evidence: readonly NipEvidence[];
}

/**
 * Known people, to be asked many times. A person is only ever found by a birth date (as written or in the NIP) or a NIK,
 * so a question looks at those who were born in one month, not at everybody.
 */
export class IdentityIndex<Candidate extends IdentityCandidate> {
  readonly #byMonth = new Map<string, Candidate[]>();
  readonly #byNik = new Map<string, Candidate>();

  constructor(candidates: Iterable<Candidate>) {
    for (const candidate of candidates) {
      const months = new Set([candidate.nip?.slice(0, 6), monthOf(candidate.birthDate)]);
      for (const month of months) if (month !== undefined) this.#file(month, candidate);
      if (candidate.nik !== null) this.#byNik.set(candidate.nik, candidate);
    }
  }

  /**
   * The one person that a row can be offered to, or null. Enough is, as long as nothing contradicts it:
   * - the NIK, and the name or 8 digits;
   * - 8 digits (the birth date) and the name;
   * - 6 digits (year and month of birth), the name and the unit;
   * - the name, the birth date, and the unit or the month of appointment;
   * - 14 digits and the unit, when nobody else has these digits.
   * A name alone, or with its unit, never is: there are many Siti Aminah. When two people fit equally well, neither is offered.
   */
  propose(survived: SurvivingIdentity): IdentityMatch<Candidate> | null {
    const weighed = this.#near(survived).map((candidate) => ({ candidate, ...weigh(survived, candidate) }));
    const sameDigits = weighed.filter(({ evidence }) => evidence.includes('DIGITS')).length;
    const fitting = weighed
      .filter(({ evidence, contradicted }) => !contradicted && isEnough(evidence, survived.digits.length, sameDigits))
      .sort((a, b) => b.weight - a.weight);
    const [best, next] = fitting;
    if (best === undefined || next?.weight === best.weight) return null;
    return { candidate: best.candidate, evidence: best.evidence };
  }

  #near({ digits, nik, birthDate }: SurvivingIdentity): Candidate[] {
    const found = new Set<Candidate>();
    const months = new Set([digits.length >= 6 ? digits.slice(0, 6) : undefined, monthOf(birthDate)]);
    for (const month of months) {
      for (const candidate of this.#byMonth.get(month ?? '') ?? []) found.add(candidate);
    }
    const holder = nik === null ? undefined : this.#byNik.get(nik);
    if (holder !== undefined) found.add(holder);
    return [...found];
  }

  #file(month: string, candidate: Candidate): void {
    const known = this.#byMonth.get(month);
    if (known === undefined) this.#byMonth.set(month, [candidate]);
    else known.push(candidate);
  }
}

/** The same for a single question. */
export function proposeIdentity<Candidate extends IdentityCandidate>(
  survived: SurvivingIdentity,
  candidates: Iterable<Candidate>,
): IdentityMatch<Candidate> | null {
  return new IdentityIndex(candidates).propose(survived);
}

/** Letters from which on one wrong letter in a name is a slip and not another name. */
const LONG_NAME = 8;

interface Weighed {
  readonly evidence: readonly NipEvidence[];
  /** To compare candidates of one row. */
  readonly weight: number;
  /** Another birth date in the NIP, or another NIK: somebody else. */
  readonly contradicted: boolean;
}

function weigh(survived: SurvivingIdentity, candidate: IdentityCandidate): Weighed {
  const { digits, nik, birthDate } = survived;
  const { nip } = candidate;
  const sameName = survived.searchName === candidate.searchName;
  const birth = candidate.birthDate ?? dateOf(nip);
  const found: Record<NipEvidence, number> = {
    DIGITS: nip !== null && digits.length >= 6 && nip.startsWith(digits) ? digits.length : 0,
    NIK: nik !== null && candidate.nik === nik ? 20 : 0,
    NAME: sameName && survived.searchName !== '' ? 8 : isSlip(survived.searchName, candidate.searchName) ? 6 : 0,
    BIRTH_DATE: birthDate !== null && (birth === birthDate || dateOf(nip) === birthDate) ? 4 : 0,
    APPOINTMENT: nip !== null && digits.length >= 14 && nip.slice(8, 14) === digits.slice(8, 14) ? 2 : 0,
    UNIT: sameUnit(survived.unit, candidate.unit) ? 3 : 0,
  };
  return {
    evidence: NIP_EVIDENCE.filter((kind) => found[kind] > 0),
    weight: NIP_EVIDENCE.reduce((sum, kind) => sum + found[kind], 0),
    contradicted:
      (nip !== null && digits !== '' && !nip.startsWith(digits.slice(0, 8))) ||
      (nik !== null && candidate.nik !== null && nik !== candidate.nik),
  };
}

function isEnough(evidence: readonly NipEvidence[], digits: number, sameDigits: number): boolean {
  const has = (kind: NipEvidence): boolean => evidence.includes(kind);
  if (has('NIK') && (has('NAME') || (has('DIGITS') && digits >= 8))) return true;
  if (has('DIGITS') && has('NAME') && (digits >= 8 || has('UNIT'))) return true;
  if (has('NAME') && has('BIRTH_DATE') && (has('UNIT') || has('APPOINTMENT'))) return true;
  return has('DIGITS') && digits >= 14 && has('UNIT') && sameDigits === 1;
}

function isSlip(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= LONG_NAME && isOneEditAway(a, b);
}

function sameUnit(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && (a === b || wordsOf(a) === wordsOf(b));
}

function monthOf(date: string | null): string | undefined {
  return date === null ? undefined : date.slice(0, 7).replace('-', '');
}

function dateOf(nip: string | null): string | null {
  return nip === null ? null : `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`;
}
