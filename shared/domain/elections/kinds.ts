/** The kinds that elections are described with, and their words in both languages of the app. */

interface Words {
  readonly id: string;
  readonly en: string;
}
const words = (id: string, en: string): Words => ({ id, en });

export const REGIMES = ['PEMILU', 'PILKADA'] as const;
export type Regime = (typeof REGIMES)[number];

/** In the order in which they follow each other. */
export const STAGE_KINDS = [
  'pendaftaran',
  'penetapan',
  'nomor_urut',
  'kampanye',
  'masa_tenang',
  'pemungutan_suara',
  'rekapitulasi',
  'penetapan_terpilih',
  'lainnya',
] as const;
export type StageKind = (typeof STAGE_KINDS)[number];
export const STAGE_WORDS: Readonly<Record<StageKind, Words>> = {
  pendaftaran: words('Pendaftaran / pencalonan', 'Registration'),
  penetapan: words('Penetapan calon (paslon/DCT)', 'Candidates determined'),
  nomor_urut: words('Pengundian nomor urut', 'Ballot numbers drawn'),
  kampanye: words('Masa kampanye', 'Campaign'),
  masa_tenang: words('Masa tenang', 'Quiet period'),
  pemungutan_suara: words('Hari pemungutan suara', 'Voting day'),
  rekapitulasi: words('Rekapitulasi hasil', 'Counting'),
  penetapan_terpilih: words('Penetapan calon terpilih', 'Winner determined'),
  lainnya: words('Tahapan lain', 'Other stage'),
};

/** What is voted on. */
export const OFFICES = [
  'presiden',
  'dpr',
  'dpd',
  'dprd_provinsi',
  'dprd_kabupaten_kota',
  'gubernur',
  'bupati',
  'wali_kota',
] as const;
export type Office = (typeof OFFICES)[number];
export const OFFICE_WORDS: Readonly<Record<Office, Words>> = {
  presiden: words('Presiden dan Wakil Presiden', 'President'),
  dpr: words('Anggota DPR', 'Member of DPR'),
  dpd: words('Anggota DPD', 'Member of DPD'),
  dprd_provinsi: words('Anggota DPRD Provinsi', 'Member of the provincial DPRD'),
  dprd_kabupaten_kota: words('Anggota DPRD Kabupaten/Kota', 'Member of the local DPRD'),
  gubernur: words('Gubernur dan Wakil Gubernur', 'Governor'),
  bupati: words('Bupati dan Wakil Bupati', 'Regent'),
  wali_kota: words('Wali Kota dan Wakil Wali Kota', 'Mayor'),
};
/** Which offices a regime votes on. */
export const OFFICES_OF: Readonly<Record<Regime, readonly Office[]>> = {
  PEMILU: ['presiden', 'dpr', 'dpd', 'dprd_provinsi', 'dprd_kabupaten_kota'],
  PILKADA: ['gubernur', 'bupati', 'wali_kota'],
};

/** How a candidate came to stand. */
export const CANDIDATE_PATHS = ['partai', 'perseorangan'] as const;
export type CandidatePath = (typeof CANDIDATE_PATHS)[number];
export const PATH_WORDS: Readonly<Record<CandidatePath, Words>> = {
  partai: words('Partai politik', 'Political party'),
  perseorangan: words('Perseorangan (independen)', 'Independent'),
};

export const CANDIDATE_ACCOUNT_KINDS = ['resmi', 'tim', 'pribadi'] as const;
export type CandidateAccountKind = (typeof CANDIDATE_ACCOUNT_KINDS)[number];
export const ACCOUNT_KIND_WORDS: Readonly<Record<CandidateAccountKind, Words>> = {
  resmi: words('Akun resmi', 'Official account'),
  tim: words('Akun tim pemenangan', 'Campaign team’s account'),
  pribadi: words('Akun pribadi', 'Private account'),
};

export const REMINDER_KINDS = ['kata', 'tagar', 'gestur', 'simbol', 'warna'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];
export const REMINDER_WORDS: Readonly<Record<ReminderKind, Words>> = {
  kata: words('Kata atau frasa', 'Word or phrase'),
  tagar: words('Tagar', 'Hashtag'),
  gestur: words('Gestur atau pose jari', 'Gesture or finger sign'),
  simbol: words('Simbol atau atribut', 'Symbol or attribute'),
  warna: words('Warna', 'Colour'),
};

/** What a candidate is on a day. */
export const STANDINGS = ['bakal_calon', 'calon', 'tidak_lagi', 'tidak_diketahui'] as const;
export type Standing = (typeof STANDINGS)[number];
export const STANDING_WORDS: Readonly<Record<Standing, Words>> = {
  bakal_calon: words('Bakal calon', 'Prospective candidate'),
  calon: words('Calon', 'Candidate'),
  tidak_lagi: words('Tidak lagi mencalonkan diri', 'No longer standing'),
  tidak_diketahui: words('Belum dapat ditentukan', 'Cannot be said yet'),
};

/** Where a day lies in an election, in one word. */
export const PHASES = [
  'sebelum_penetapan',
  'sesudah_penetapan',
  'kampanye',
  'masa_tenang',
  'pemungutan_suara',
  'sesudah_pemungutan',
  'tidak_diketahui',
] as const;
export type Phase = (typeof PHASES)[number];
export const PHASE_WORDS: Readonly<Record<Phase, Words>> = {
  sebelum_penetapan: words('Sebelum penetapan calon', 'Before candidates are determined'),
  sesudah_penetapan: words('Sesudah penetapan, di luar masa kampanye', 'After that, outside the campaign'),
  kampanye: words('Masa kampanye', 'Campaign'),
  masa_tenang: words('Masa tenang', 'Quiet period'),
  pemungutan_suara: words('Hari pemungutan suara', 'Voting day'),
  sesudah_pemungutan: words('Sesudah pemungutan suara', 'After voting day'),
  tidak_diketahui: words('Tahapan belum diisi', 'Stages not filled in'),
};
