/** The number of a civil servant: NIP (PNS, CPNS) and NI PPPK. Rules and doubts: domain dossier, 6.1 and 6.2. */
import { type IsoDate, isoDate } from './calendar.ts';
import { isBlankMark, tidyText } from './text.ts';

/** L is laki-laki, P is perempuan: the letters that rosters use. */
export type Sex = 'L' | 'P';

/** Why a text is no NIP. Each is a row code too. */
export type NipProblem =
  | 'NIP_SCIENTIFIC_TEXT'
  | 'NIP_DECIMAL_TEXT'
  | 'NIP_NOT_DIGITS'
  | 'NIP_OLD_FORM'
  | 'NIP_LENGTH'
  | 'NIP_BIRTH_DATE'
  | 'NIP_APPOINTMENT'
  | 'NIP_SEX'
  | 'NIP_SERIAL';

export type NipResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly code: NipProblem; readonly digits: number }
  | { readonly kind: 'nip'; readonly nip: Nip };

/** A NIP taken apart. Digits 13 and 14 tell the form: a month for PNS, above 12 for PPPK, whose meaning is disputed. */
export interface Nip {
  /** 18 digits without marks. */
  readonly value: string;
  readonly form: 'PNS' | 'PPPK';
  readonly birthDate: IsoDate;
  readonly sex: Sex;
  /** Year of first appointment. */
  readonly appointmentYear: number;
  /** Month of first appointment; a PPPK number has none. */
  readonly appointmentMonth: number | null;
  /** True when the age at appointment is outside 17 to 60 years: worth a look, not a reason to refuse. */
  readonly unusualAge: boolean;
}

/** Reads the text of a NIP cell; spaces, dots, dashes and a leading apostrophe or "NIP" are only dress. */
export function parseNip(text: string): NipResult {
  if (isBlankMark(text)) return { kind: 'none' };
  const cleaned = cleanIdentifier(withoutLabel(text, NIP_LABEL));
  if (cleaned.kind === 'lossy') return problem(cleaned.scientific ? 'NIP_SCIENTIFIC_TEXT' : 'NIP_DECIMAL_TEXT', 0);
  const digits = cleaned.value;
  if (!/^\d+$/.test(digits)) return problem('NIP_NOT_DIGITS', digits.length);
  if (digits.length === 9) return problem('NIP_OLD_FORM', 9);
  if (digits.length !== 18) return problem('NIP_LENGTH', digits.length);
  return takeApart(digits);
}

const NIP_LABEL = /^['’]? ?(NIPPPK|NI ?PPPK|NIP)\b[ .:]*/i;

/** The text without the word that names it. Tidied first: patterns over raw runs of spaces take quadratic time. */
export function withoutLabel(text: string, label: RegExp): string {
  return tidyText(text).replace(label, '');
}

/** Groups of 8, 6, 1 and 3 digits, as a NIP is printed; any other text is given back unchanged. */
export function formatNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
}

/** The nine digits of the NIP used before 2009, or null. Accepted only in its own column. */
export function parseOldNip(text: string): string | null {
  const cleaned = cleanIdentifier(text);
  return cleaned.kind === 'plain' && /^\d{9}$/.test(cleaned.value) ? cleaned.value : null;
}

/** An identifier without its dress, or the finding that a spreadsheet has already cut its digits. */
export function cleanIdentifier(
  text: string,
): { readonly kind: 'plain'; readonly value: string } | { readonly kind: 'lossy'; readonly scientific: boolean } {
  const plain = tidyText(text).replace(/^['’‘`]+/, '');
  if (/\d\s*[eE]\s*\+?\s*\d/.test(plain)) return { kind: 'lossy', scientific: true };
  if (/^\d{12,}[.,]\d{1,2}$/.test(plain.replace(/ /g, ''))) return { kind: 'lossy', scientific: false };
  return { kind: 'plain', value: plain.replace(/[\s.\-‐-―]/g, '') };
}

function takeApart(digits: string): NipResult {
  const birthDate = isoDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
  if (birthDate === null) return problem('NIP_BIRTH_DATE', 18);
  const appointmentYear = Number(digits.slice(8, 12));
  const middle = Number(digits.slice(12, 14));
  if (middle === 0 || appointmentYear < 1945 || appointmentYear > 2199) return problem('NIP_APPOINTMENT', 18);
  const sexDigit = digits[14];
  if (sexDigit !== '1' && sexDigit !== '2') return problem('NIP_SEX', 18);
  // Serials begin with 001: three zeros are what a spreadsheet leaves of them.
  if (digits.endsWith('000')) return problem('NIP_SERIAL', 18);
  const age = appointmentYear - Number(digits.slice(0, 4));
  const isMonth = middle <= 12;
  const nip: Nip = {
    value: digits,
    form: isMonth ? 'PNS' : 'PPPK',
    birthDate,
    sex: sexDigit === '1' ? 'L' : 'P',
    appointmentYear,
    appointmentMonth: isMonth ? middle : null,
    unusualAge: age < 17 || age > 60,
  };
  return { kind: 'nip', nip };
}

function problem(code: NipProblem, digits: number): NipResult {
  return { kind: 'problem', code, digits };
}
