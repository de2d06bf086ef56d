/** What a case still lacks, in words: the app and the command line say the same. */
import type { Language } from '../text/error-sentences.ts';
import { MISSING_CODES } from './missing.ts';
import type { MissingCode } from './missing.ts';

const id: Readonly<Record<MissingCode, string>> = {
  NO_RESPONDENT: 'terlapor',
  PERSON_UNKNOWN: 'identitas terlapor',
  PERSON_OF_OTHER_DAY: 'data terlapor per tanggal kejadian',
  NO_EVIDENCE: 'bukti',
  ONLY_SECOND_HAND: 'bukti yang diambil sendiri',
  NO_ALLEGATION: 'dugaan pelanggaran',
  LEGAL_UNVERIFIED: 'verifikasi dasar hukum',
  NO_ACT: 'perbuatan',
  ACT_ITEMS_MISSING: 'bukti menurut lembar perbuatan',
  ACCOUNT_UNPROVEN: 'kepastian pemilik akun',
  NO_ACT_DATE: 'tanggal kejadian',
  NO_NARRATIVE: 'uraian',
  CANDIDATE_STATUS_UNKNOWN: 'status kandidat',
};

const en: Readonly<Record<MissingCode, string>> = {
  NO_RESPONDENT: 'respondent',
  PERSON_UNKNOWN: 'identity of the respondent',
  PERSON_OF_OTHER_DAY: 'respondent’s data as of the day of the act',
  NO_EVIDENCE: 'evidence',
  ONLY_SECOND_HAND: 'first-hand evidence',
  NO_ALLEGATION: 'allegation',
  LEGAL_UNVERIFIED: 'verified legal basis',
  NO_ACT: 'act',
  ACT_ITEMS_MISSING: 'evidence by the act’s sheet',
  ACCOUNT_UNPROVEN: 'whose account it is',
  NO_ACT_DATE: 'date of the act',
  NO_NARRATIVE: 'account of events',
  CANDIDATE_STATUS_UNKNOWN: 'candidate status',
};

/** The words of every code, in both languages. */
export const MISSING_WORDS: Readonly<Record<Language, Readonly<Record<MissingCode, string>>>> = { id, en };

/** The words of a code; a code this version does not know is shown as it is. */
export function missingWords(language: Language, code: string): string {
  const known = MISSING_CODES.find((listed) => listed === code);
  return known === undefined ? code : MISSING_WORDS[language][known];
}
