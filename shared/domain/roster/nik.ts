/** The number of every resident (NIK): region, birth date with 40 added to a woman's day, serial. Domain dossier, 6.3. */
import { type IsoDate, isoDate } from './calendar.ts';
import { cleanIdentifier, type Sex, withoutLabel } from './nip.ts';
import { isBlankMark } from './text.ts';

/** Why a text is no NIK. Each is a row code too. */
export type NikProblem = 'NIK_SCIENTIFIC_TEXT' | 'NIK_DECIMAL_TEXT' | 'NIK_NOT_DIGITS' | 'NIK_LENGTH';

export type NikResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly code: NikProblem; readonly digits: number }
  | { readonly kind: 'nik'; readonly nik: Nik };

/** A NIK taken apart. It is issued once and kept, so what it says about the person may be wrong: never a reason to refuse. */
export interface Nik {
  /** 16 digits without marks. */
  readonly value: string;
  /** Six digits: province, regency or city, district. */
  readonly region: string;
  /** Null when the digits are no date. Two digits of a year: up to 40 is taken as 20xx. */
  readonly birthDate: IsoDate | null;
  readonly sex: Sex | null;
}

/** Reads the text of a NIK cell. */
export function parseNik(text: string): NikResult {
  if (isBlankMark(text)) return { kind: 'none' };
  const cleaned = cleanIdentifier(withoutLabel(text, NIK_LABEL));
  if (cleaned.kind === 'lossy') return problem(cleaned.scientific ? 'NIK_SCIENTIFIC_TEXT' : 'NIK_DECIMAL_TEXT', 0);
  const digits = cleaned.value;
  if (!/^\d+$/.test(digits)) return problem('NIK_NOT_DIGITS', digits.length);
  if (digits.length !== 16) return problem('NIK_LENGTH', digits.length);
  return { kind: 'nik', nik: takeApart(digits) };
}

const NIK_LABEL = /^['’]? ?NIK\b[ .:]*/i;

function takeApart(digits: string): Nik {
  const writtenDay = Number(digits.slice(6, 8));
  const woman = writtenDay > 40;
  const year = Number(digits.slice(10, 12));
  const birthDate = isoDate(
    year > 40 ? 1900 + year : 2000 + year,
    Number(digits.slice(8, 10)),
    woman ? writtenDay - 40 : writtenDay,
  );
  return { value: digits, region: digits.slice(0, 6), birthDate, sex: birthDate === null ? null : woman ? 'P' : 'L' };
}

function problem(code: NikProblem, digits: number): NikResult {
  return { kind: 'problem', code, digits };
}
