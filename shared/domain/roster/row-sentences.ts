/** Why a row of a roster was refused, and what about an accepted one deserves a look: the app and the command line say the same. */
import type { Language } from '../text/error-sentences.ts';
import { PLAN_REJECTIONS, ROW_REJECTIONS, ROW_WARNINGS } from './row-codes.ts';
import type { PlanRejection, RowRejection, RowWarning } from './row-codes.ts';

export type RowCode = RowRejection | PlanRejection | RowWarning;

/** Every code that a row of an import can carry. */
export const ROW_CODES: readonly RowCode[] = [...ROW_REJECTIONS, ...PLAN_REJECTIONS, ...ROW_WARNINGS];

const id: Readonly<Record<RowCode, string>> = {
  NIP_NUMERIC_CELL:
    'NIP tersimpan sebagai angka; digit terakhirnya sudah hilang di berkas. Ubah kolom menjadi teks di sumbernya.',
  NIP_SCIENTIFIC_TEXT: 'NIP tertulis dalam bentuk ilmiah (misalnya 1,98E+17); digitnya sudah hilang.',
  NIP_DECIMAL_TEXT: 'NIP mengandung koma atau titik desimal.',
  NIP_NOT_DIGITS: 'NIP mengandung huruf atau tanda lain.',
  NIP_OLD_FORM: 'NIP lama (9 digit); diperlukan NIP 18 digit.',
  NIP_LENGTH: 'Panjang NIP bukan 18 digit.',
  NIP_BIRTH_DATE: 'Tanggal lahir di dalam NIP tidak ada dalam kalender.',
  NIP_APPOINTMENT: 'Bulan pengangkatan di dalam NIP tidak sah.',
  NIP_SEX: 'Digit jenis kelamin di dalam NIP tidak sah.',
  NIP_SERIAL: 'NIP berakhir dengan 000: digit terakhirnya sudah hilang di sumbernya.',
  NIK_NUMERIC_CELL: 'NIK tersimpan sebagai angka; digit terakhirnya sudah hilang di berkas.',
  NIK_SCIENTIFIC_TEXT: 'NIK tertulis dalam bentuk ilmiah; digitnya sudah hilang.',
  NIK_DECIMAL_TEXT: 'NIK mengandung koma atau titik desimal.',
  NIK_NOT_DIGITS: 'NIK mengandung huruf atau tanda lain.',
  NIK_LENGTH: 'Panjang NIK bukan 16 digit.',
  CELL_ERROR: 'Sel berisi galat rumus.',
  CELL_NOT_CALCULATED: 'Sel berisi rumus yang belum pernah dihitung.',
  NAME_MISSING: 'Nama kosong.',
  NAME_NOT_TEXT: 'Nama bukan teks.',
  ROW_ONLY_NAME: 'Hanya ada satu teks di baris ini; tampaknya judul bagian atau catatan.',
  DUPLICATE_NIP_IN_FILE: 'NIP yang sama sudah ada di baris lain berkas ini.',
  DUPLICATE_NIK_IN_FILE: 'NIK yang sama sudah ada di baris lain berkas ini.',
  NO_READABLE_ACCOUNT: 'Tidak ada akun media sosial yang terbaca di baris ini.',
  NO_NIP_AND_NO_NIK: 'Tanpa NIP dan NIK; orang ini hanya dikenali lewat nama dan unit.',
  NAME_HAS_NUMBER: 'Nama memuat angka; disimpan seperti tertulis.',
  NIP_UNUSUAL_AGE: 'Usia menurut NIP tidak lazim.',
  NIP_BIRTH_MISMATCH: 'Tanggal lahir berbeda dengan yang ada di NIP.',
  NIP_SEX_MISMATCH: 'Jenis kelamin berbeda dengan yang ada di NIP.',
  NIK_BIRTH_DATE: 'Tanggal lahir di dalam NIK tidak terbaca.',
  NIK_BIRTH_MISMATCH: 'Tanggal lahir berbeda dengan yang ada di NIK.',
  NIK_SEX_MISMATCH: 'Jenis kelamin berbeda dengan yang ada di NIK.',
  NIP_LAMA_UNREADABLE: 'NIP lama tidak terbaca dan tidak diambil.',
  BIRTH_DATE_UNREADABLE: 'Tanggal lahir tidak terbaca dan tidak diambil.',
  SEX_UNREADABLE: 'Jenis kelamin tidak terbaca dan tidak diambil.',
  STATUS_UNKNOWN: 'Status kepegawaian tidak dikenal dan tidak diambil.',
  STATUS_AGAINST_NIP: 'Status kepegawaian tidak sesuai dengan bentuk NIP.',
  GRADE_UNKNOWN: 'Golongan tidak dikenal; disimpan seperti tertulis.',
  EMAIL_UNREADABLE: 'Surel tidak terbaca dan tidak diambil.',
  ACCOUNT_UNREADABLE: 'Akun media sosial tidak terbaca dan tidak diambil.',
  VALUE_ERROR: 'Sel berisi galat rumus; isinya tidak diambil.',
  VALUE_NOT_CALCULATED: 'Sel berisi rumus yang belum dihitung; isinya tidak diambil.',
  VALUE_TOO_LONG: 'Isi terlalu panjang dan tidak diambil.',
  STATUS_FROM_NIP: 'Lembar ini tidak menyebut status; status diambil dari bentuk NIP. CPNS tampak sebagai PNS.',
  IDENTITY_CONFLICT: 'NIP dan NIK baris ini milik dua pegawai berbeda yang sudah tercatat.',
  NIK_OF_ANOTHER: 'NIK baris ini milik pegawai lain yang NIP-nya berbeda.',
  PERSON_REPEATED: 'Pegawai ini sudah disebut di baris lain berkas ini.',
  SAME_NAME_AND_UNIT: 'Tanpa NIP dan NIK; nama dan unit kerjanya sama dengan seorang pegawai yang sudah tercatat.',
  ACCOUNT_PERSON_UNKNOWN: 'Pemilik akun tidak dapat dipastikan: tidak tercatat, atau beberapa pegawai cocok.',
  ACCOUNT_OF_ANOTHER: 'Akun ini sudah tercatat atas nama pegawai lain dan tidak diambil.',
};

const en: Readonly<Record<RowCode, string>> = {
  NIP_NUMERIC_CELL:
    'The NIP is stored as a number; its last digits are already lost in the file. Make the column text at its source.',
  NIP_SCIENTIFIC_TEXT: 'The NIP is written in scientific form (such as 1.98E+17); digits are lost.',
  NIP_DECIMAL_TEXT: 'The NIP holds a decimal comma or point.',
  NIP_NOT_DIGITS: 'The NIP holds letters or other signs.',
  NIP_OLD_FORM: 'An old NIP (9 digits); one of 18 digits is needed.',
  NIP_LENGTH: 'The NIP does not have 18 digits.',
  NIP_BIRTH_DATE: 'The date of birth inside the NIP is not in the calendar.',
  NIP_APPOINTMENT: 'The month of appointment inside the NIP is not valid.',
  NIP_SEX: 'The digit of sex inside the NIP is not valid.',
  NIP_SERIAL: 'The NIP ends in 000: its last digits were lost before.',
  NIK_NUMERIC_CELL: 'The NIK is stored as a number; its last digits are already lost in the file.',
  NIK_SCIENTIFIC_TEXT: 'The NIK is written in scientific form; digits are lost.',
  NIK_DECIMAL_TEXT: 'The NIK holds a decimal comma or point.',
  NIK_NOT_DIGITS: 'The NIK holds letters or other signs.',
  NIK_LENGTH: 'The NIK does not have 16 digits.',
  CELL_ERROR: 'The cell holds a formula error.',
  CELL_NOT_CALCULATED: 'The cell holds a formula that was never calculated.',
  NAME_MISSING: 'The name is empty.',
  NAME_NOT_TEXT: 'The name is not text.',
  ROW_ONLY_NAME: 'This row holds a single text; it looks like a heading or a note.',
  DUPLICATE_NIP_IN_FILE: 'Another row of this file has the same NIP.',
  DUPLICATE_NIK_IN_FILE: 'Another row of this file has the same NIK.',
  NO_READABLE_ACCOUNT: 'No social-media account on this row can be read.',
  NO_NIP_AND_NO_NIK: 'Neither NIP nor NIK; this person is known by name and unit only.',
  NAME_HAS_NUMBER: 'The name contains a number; it is kept as written.',
  NIP_UNUSUAL_AGE: 'The age by the NIP is unusual.',
  NIP_BIRTH_MISMATCH: 'The date of birth differs from the NIP.',
  NIP_SEX_MISMATCH: 'The sex differs from the NIP.',
  NIK_BIRTH_DATE: 'The date of birth inside the NIK cannot be read.',
  NIK_BIRTH_MISMATCH: 'The date of birth differs from the NIK.',
  NIK_SEX_MISMATCH: 'The sex differs from the NIK.',
  NIP_LAMA_UNREADABLE: 'The old NIP cannot be read and is not taken.',
  BIRTH_DATE_UNREADABLE: 'The date of birth cannot be read and is not taken.',
  SEX_UNREADABLE: 'The sex cannot be read and is not taken.',
  STATUS_UNKNOWN: 'The employment status is not known and is not taken.',
  STATUS_AGAINST_NIP: 'The employment status does not fit the form of the NIP.',
  GRADE_UNKNOWN: 'The grade is not known; it is kept as written.',
  EMAIL_UNREADABLE: 'The e-mail cannot be read and is not taken.',
  ACCOUNT_UNREADABLE: 'The social-media account cannot be read and is not taken.',
  VALUE_ERROR: 'The cell holds a formula error; its content is not taken.',
  VALUE_NOT_CALCULATED: 'The cell holds a formula that was not calculated; its content is not taken.',
  VALUE_TOO_LONG: 'The content is too long and is not taken.',
  STATUS_FROM_NIP: 'This sheet states no status; it is taken from the form of the NIP. CPNS look like PNS.',
  IDENTITY_CONFLICT: 'The NIP and the NIK of this row belong to two different people already on record.',
  NIK_OF_ANOTHER: 'The NIK of this row belongs to somebody with another NIP.',
  PERSON_REPEATED: 'Another row of this file already names this person.',
  SAME_NAME_AND_UNIT: 'No NIP and no NIK; name and work unit are those of one person already on record.',
  ACCOUNT_PERSON_UNKNOWN: 'Whose account this is cannot be told: not on record, or several people fit.',
  ACCOUNT_OF_ANOTHER: 'This account is on record for somebody else and is not taken.',
};

/** The sentence of every code, in both languages. */
export const ROW_SENTENCES: Readonly<Record<Language, Readonly<Record<RowCode, string>>>> = { id, en };

/** The sentence of a code; a code of a newer reader is shown as it is. */
export function rowSentence(language: Language, code: string): string {
  const known = ROW_CODES.find((listed) => listed === code);
  return known === undefined ? code : ROW_SENTENCES[language][known];
}
