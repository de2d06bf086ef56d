/** Employment status, sex and other small word lists of a roster. */
import type { Sex } from './nip.ts';
import { remembering, wordsOf } from './text.ts';

/** Every status that the directory knows (domain dossier, 6.4). */
export const EMPLOYMENT_STATUSES = [
  'PNS',
  'CPNS',
  'PPPK',
  'PPPK_PARUH_WAKTU',
  'PTT',
  'HONORER',
  'PPNPN_LAIN',
  'MUTASI_KELUAR',
  'PENSIUN',
] as const;
export type EmploymentStatus = (typeof EMPLOYMENT_STATUSES)[number];

/** Words of a status in the form of `wordsOf`. A city may extend it; the longest match wins. */
export const STATUS_SYNONYMS: Readonly<Record<string, EmploymentStatus>> = {
  pns: 'PNS',
  'pegawai negeri sipil': 'PNS',
  'asn pns': 'PNS',
  'bukan pns': 'PTT',
  'bukan asn': 'PTT',
  cpns: 'CPNS',
  'calon pns': 'CPNS',
  'calon pegawai negeri sipil': 'CPNS',
  pppk: 'PPPK',
  p3k: 'PPPK',
  'asn pppk': 'PPPK',
  'pegawai pemerintah dengan perjanjian kerja': 'PPPK',
  'pppk penuh waktu': 'PPPK',
  'pppk paruh waktu': 'PPPK_PARUH_WAKTU',
  'p3k paruh waktu': 'PPPK_PARUH_WAKTU',
  'pppk pw': 'PPPK_PARUH_WAKTU',
  'paruh waktu': 'PPPK_PARUH_WAKTU',
  ptt: 'PTT',
  'pegawai tidak tetap': 'PTT',
  'gtt ptt': 'PTT',
  gtt: 'PTT',
  'guru tidak tetap': 'PTT',
  thl: 'PTT',
  'tenaga harian lepas': 'PTT',
  phl: 'PTT',
  'pegawai harian lepas': 'PTT',
  tkk: 'PTT',
  'tenaga kerja kontrak': 'PTT',
  'tenaga kontrak': 'PTT',
  kontrak: 'PTT',
  tks: 'PTT',
  'tenaga kerja sukarela': 'PTT',
  'non asn': 'PTT',
  'non pns': 'PTT',
  honda: 'PTT',
  'honor daerah': 'PTT',
  'honorer daerah': 'PTT',
  honorer: 'HONORER',
  honor: 'HONORER',
  'tenaga honorer': 'HONORER',
  ppnpn: 'PPNPN_LAIN',
  'pegawai pemerintah non pegawai negeri': 'PPNPN_LAIN',
  outsourcing: 'PPNPN_LAIN',
  'mutasi keluar': 'MUTASI_KELUAR',
  'pindah instansi': 'MUTASI_KELUAR',
  'pindah keluar': 'MUTASI_KELUAR',
  pensiun: 'PENSIUN',
  pensiunan: 'PENSIUN',
  purnabakti: 'PENSIUN',
};

/** The status that a text names, or null. A longer text is searched for whole words ("PNS Daerah Kab/Kota …"). */
export function parseEmploymentStatus(
  text: string,
  synonyms: Readonly<Record<string, EmploymentStatus>> = STATUS_SYNONYMS,
): EmploymentStatus | null {
  const words = wordsOf(text);
  const exact = Object.hasOwn(synonyms, words) ? synonyms[words] : undefined;
  if (exact !== undefined) return exact;
  const padded = ` ${words} `;
  const found = Object.keys(synonyms)
    .filter((key) => key.length > 1 && padded.includes(` ${key} `))
    .sort((a, b) => b.length - a.length)[0];
  return found === undefined ? null : (synonyms[found] ?? null);
}

/** Reads statuses by the office's own words (form of `wordsOf`) before the known ones. */
export function statusReader(
  own: Readonly<Record<string, EmploymentStatus>>,
): (text: string) => EmploymentStatus | null {
  return remembering((text) => parseEmploymentStatus(text, own) ?? parseEmploymentStatus(text));
}

/** SIASN's mark beside an employee kind: `C` or `CPNS`, `P` or `PNS`; null for anything else. */
export function parseCpnsMark(text: string): 'CPNS' | 'PNS' | null {
  const words = wordsOf(text);
  if (words === 'c' || words === 'cpns') return 'CPNS';
  return words === 'p' || words === 'pns' ? 'PNS' : null;
}

/** What a row says about its status, in the words of the file. */
export interface StatusEvidence {
  readonly written: string | null;
  readonly cpnsMark: string | null;
  readonly sheetName: string;
  readonly nipForm: 'PNS' | 'PPPK' | null;
  /** Reads a written status; `statusReader` with the office's own words. */
  readonly statusOf: (text: string) => EmploymentStatus | null;
}

/** A status with where it comes from. */
export interface StatusDecision {
  readonly status: EmploymentStatus | null;
  readonly source: 'column' | 'sheet' | 'nip' | null;
  /** Something was written that is no known status. */
  readonly unknown: boolean;
  /** The column says one kind of employee, the NIP's form another. */
  readonly againstNip: boolean;
}

/** The column first, then the sheet's name ("Data_Pegawai_PPPK"), then the form of the NIP. */
export function decideStatus(evidence: StatusEvidence): StatusDecision {
  const { written, cpnsMark, nipForm } = evidence;
  const stated = written === null ? null : evidence.statusOf(written);
  const unknown = written !== null && stated === null;
  const marked = cpnsMark === null ? null : parseCpnsMark(cpnsMark);
  const status = marked === 'CPNS' && (stated === null || stated === 'PNS') ? 'CPNS' : stated;
  const fromSheet = evidence.statusOf(evidence.sheetName);
  if (status !== null) {
    // A column that says "PPPK" in a sheet of part-time PPPK: the sheet says the same more exactly.
    const exact = status === 'PPPK' && fromSheet === 'PPPK_PARUH_WAKTU' ? fromSheet : status;
    return { status: exact, source: 'column', unknown, againstNip: nipForm !== null && contradicts(exact, nipForm) };
  }
  if (fromSheet !== null) return { status: fromSheet, source: 'sheet', unknown, againstNip: false };
  // SIASN's mark alone: a NIP of another form says more than it.
  if (marked === 'PNS' && nipForm !== 'PPPK') return { status: 'PNS', source: 'column', unknown, againstNip: false };
  return { status: nipForm, source: nipForm === null ? null : 'nip', unknown, againstNip: false };
}

function contradicts(status: EmploymentStatus, form: 'PNS' | 'PPPK'): boolean {
  if (status === 'PNS' || status === 'CPNS') return form === 'PPPK';
  return form === 'PNS' && (status === 'PPPK' || status === 'PPPK_PARUH_WAKTU');
}

const SEX_WORDS: Readonly<Record<string, Sex>> = {
  l: 'L',
  lk: 'L',
  'laki laki': 'L',
  laki: 'L',
  pria: 'L',
  m: 'L',
  male: 'L',
  '1': 'L',
  p: 'P',
  pr: 'P',
  perempuan: 'P',
  wanita: 'P',
  w: 'P',
  f: 'P',
  female: 'P',
  '2': 'P',
};

/** The sex that a text names, or null. `M` is only ever SIASN's "male", never "perempuan". */
export function parseSex(text: string): Sex | null {
  const words = wordsOf(text);
  return Object.hasOwn(SEX_WORDS, words) ? (SEX_WORDS[words] ?? null) : null;
}
