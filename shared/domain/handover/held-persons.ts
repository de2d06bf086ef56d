/** Who the persons are whose data is held, and what is held of them, with the words for both. */

/** In the order in which a notice is owed most urgently. */
export const PERSON_ROLES = [
  'terlapor',
  'pelapor',
  'pemilik-akun',
  'pemberi-bukti',
  'disebut-dokumen',
  'peserta-sosialisasi',
  'pengguna',
  'pegawai',
  'calon',
] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

export const PERSON_DATA = [
  'identitas',
  'kelahiran',
  'kontak',
  'kepegawaian',
  'akun',
  'alasan-akun',
  'kasus',
  'bukti',
  'pemantauan',
  'jejak-audit',
  'sosialisasi',
  'dokumen',
] as const;
export type PersonData = (typeof PERSON_DATA)[number];

type Words = Readonly<Record<'id' | 'en', string>>;

export const PERSON_ROLE_WORDS: Readonly<Record<PersonRole, Words>> = {
  terlapor: { id: 'Terlapor (dugaan)', en: 'Respondent (alleged)' },
  pelapor: { id: 'Pelapor (identitas tersimpan terpisah)', en: 'Reporter (identity kept apart)' },
  'pemilik-akun': { id: 'Akun, pemilik belum diketahui', en: 'Account, owner not known' },
  'pemberi-bukti': { id: 'Pemberi berkas atau keterangan', en: 'Source of files or statements' },
  'disebut-dokumen': { id: 'Disebut dalam dokumen terbitan', en: 'Named in an issued document' },
  'peserta-sosialisasi': { id: 'Tamu sosialisasi', en: 'Guest of outreach' },
  pengguna: { id: 'Pengguna brankas', en: 'User of the vault' },
  pegawai: { id: 'Pegawai pada daftar', en: 'Staff on the roster' },
  calon: { id: 'Bakal calon atau calon', en: 'Prospective candidate or candidate' },
};

export const PERSON_DATA_WORDS: Readonly<Record<PersonData, Words>> = {
  identitas: { id: 'nama dan nomor induk', en: 'name and identity number' },
  kelahiran: { id: 'tanggal lahir atau jenis kelamin', en: 'birth date or sex' },
  kontak: { id: 'telepon atau pos-el', en: 'phone or e-mail' },
  kepegawaian: { id: 'riwayat jabatan', en: 'history of positions' },
  akun: { id: 'akun media sosial', en: 'social media accounts' },
  'alasan-akun': { id: 'alasan pemilik akun', en: 'reasons for an account’s owner' },
  kasus: { id: 'kasus', en: 'cases' },
  bukti: { id: 'bukti', en: 'evidence items' },
  pemantauan: { id: 'hasil pemantauan akun', en: 'outcomes of monitoring' },
  'jejak-audit': { id: 'entri jejak audit', en: 'entries of the audit trail' },
  sosialisasi: { id: 'catatan sosialisasi', en: 'entries of outreach' },
  dokumen: { id: 'dokumen terbitan', en: 'issued documents' },
};

/** "nama dan nomor induk (1), bukti (4)". */
export function personDataText(
  data: readonly { readonly kind: PersonData; readonly count: number }[],
  language: 'id' | 'en',
): string {
  return data.map(({ kind, count }) => `${PERSON_DATA_WORDS[kind][language]} (${count})`).join(', ');
}
