/** What the recap's tables, rows, columns and figures are called, and what each counts: for screens, workbooks and documents. */
import { actSheet, ACT_TYPES } from '../acts/sheets.ts';
import { NONE, type RecapSeries, type RecapTableKey, SEVERAL } from './tables.ts';

export type Language = 'id' | 'en';
type Words = Readonly<Record<Language, string>>;

interface TableWords {
  readonly title: Words;
  /** Heading of the first column. */
  readonly rows: Words;
  /** What is counted, and in which period it falls. */
  readonly counts: Words;
}

const w = (id: string, en: string): Words => ({ id, en });

export const TABLE_WORDS: Readonly<Record<RecapTableKey, TableWords>> = {
  casesByUnit: {
    title: w('Kasus menurut perangkat daerah', 'Cases by agency'),
    rows: w('Perangkat daerah (OPD)', 'Agency (OPD)'),
    counts: w(
      'Kasus yang didaftarkan pada masa ini, masing-masing sekali: pada OPD terlapornya, atau pada “lebih dari satu” bila terlapornya dari beberapa OPD. Kategori menurut dugaan utama.',
      'Cases registered in the period, each once: under the agency of its respondents, or under “more than one”. Category by the primary allegation.',
    ),
  },
  casesByKind: {
    title: w('Kasus menurut jenis dugaan', 'Cases by alleged kind'),
    rows: w('Dugaan', 'Allegation'),
    counts: w(
      'Kasus yang didaftarkan pada masa ini menurut dugaan utamanya (tanpa tanda utama: yang pertama dicatat). Dugaan bukan putusan.',
      'Cases registered in the period by their primary allegation (without one, the first). An allegation is no finding.',
    ),
  },
  casesByPlatform: {
    title: w('Kasus menurut platform', 'Cases by platform'),
    rows: w('Platform', 'Platform'),
    counts: w(
      'Kasus yang didaftarkan pada masa ini menurut platform akun yang ditautkan; bila belum ada, menurut alamat bukti yang diarsipkan.',
      'Cases registered in the period by the platform of the linked accounts; without any, by the addresses of the evidence filed.',
    ),
  },
  casesByStage: {
    title: w('Kasus menurut tahap dan sumber', 'Cases by stage and source'),
    rows: w('Tahap', 'Stage'),
    counts: w(
      'Kasus yang didaftarkan pada masa ini; tahap menurut riwayat pada akhir masa.',
      'Cases registered in the period; the stage as the history has it at the end of the period.',
    ),
  },
  casesByAge: {
    title: w('Kasus yang masih berjalan menurut umur', 'Open cases by age'),
    rows: w('Tahap', 'Stage'),
    counts: w(
      'Semua kasus yang belum selesai atau dihentikan pada akhir masa, kapan pun didaftarkan; umur dalam hari sejak didaftarkan.',
      'All cases neither finished nor stopped at the end of the period, whenever registered; age in days since registration.',
    ),
  },
  personsByStatus: {
    title: w('Terlapor menurut status kepegawaian', 'Respondents by employment status'),
    rows: w('Status', 'Status'),
    counts: w(
      'Orang atau akun terlapor dalam kasus yang didaftarkan pada masa ini; orang yang sama dihitung sekali. Status pada hari yang dibekukan dalam kasus.',
      'Persons or accounts reported in cases registered in the period; the same person counts once. Status as frozen in the case.',
    ),
  },
  actsByType: {
    title: w('Perbuatan menurut bentuk', 'Acts by type'),
    rows: w('Bentuk', 'Type'),
    counts: w(
      'Perbuatan yang dicatat dalam kasus yang didaftarkan pada masa ini.',
      'Acts recorded in cases registered in the period.',
    ),
  },
  reportsByTopic: {
    title: w('Laporan masyarakat menurut pokok dan tindak lanjut', 'Public reports by topic and follow-up'),
    rows: w('Pokok laporan', 'Topic'),
    counts: w(
      'Laporan dan aduan yang diterima pada masa ini; tindak lanjut menurut riwayat pada akhir masa.',
      'Reports received in the period; follow-up as the history has it at the end of the period.',
    ),
  },
  reportsByChannel: {
    title: w('Laporan masyarakat menurut saluran', 'Public reports by channel'),
    rows: w('Saluran', 'Channel'),
    counts: w('Laporan dan aduan yang diterima pada masa ini.', 'Reports received in the period.'),
  },
  hoaxesByKind: {
    title: w('Hoaks menurut jenis dan tindak lanjut', 'Hoaxes by kind and follow-up'),
    rows: w('Jenis', 'Kind'),
    counts: w(
      'Hoaks yang pertama kali terlihat pada masa ini; jenis menurut simpulan, tindak lanjut yang terakhir sampai akhir masa.',
      'Hoaxes first seen in the period; kind as concluded, the latest follow-up up to the end of the period.',
    ),
  },
  monitoringByUnit: {
    title: w('Cakupan pemantauan', 'Monitoring coverage'),
    rows: w('Perangkat daerah (OPD)', 'Agency (OPD)'),
    counts: w(
      'Pegawai dalam daftar saat ini; “dilihat” bila sedikitnya satu akunnya diperiksa pada masa ini, termasuk tanpa temuan.',
      'Staff on the list now; “looked at” where at least one account was checked in the period, nothing found included.',
    ),
  },
  outreachByUnit: {
    title: w('Cakupan sosialisasi', 'Outreach coverage'),
    rows: w('Perangkat daerah (OPD)', 'Agency (OPD)'),
    counts: w(
      'Pegawai dalam daftar saat ini; “dijangkau” bila hadir pada sedikitnya satu sosialisasi yang dilaksanakan pada masa ini.',
      'Staff on the list now; “reached” where present at one or more sessions held in the period.',
    ),
  },
};

export const SERIES_WORDS: Readonly<Record<RecapSeries, { readonly name: Words; readonly counts: Words }>> = {
  cases: { name: w('Kasus', 'Cases'), counts: w('didaftarkan', 'registered') },
  evidence: {
    name: w('Bukti', 'Evidence'),
    counts: w('disimpan, tanpa yang ditarik', 'kept, without withdrawn items'),
  },
  reports: { name: w('Laporan masyarakat', 'Public reports'), counts: w('diterima', 'received') },
  hoaxes: { name: w('Hoaks', 'Hoaxes'), counts: w('pertama kali terlihat', 'first seen') },
  looks: { name: w('Akun dipantau', 'Account looks'), counts: w('hasil pemantauan dicatat', 'outcomes recorded') },
  sessions: { name: w('Sosialisasi', 'Sessions'), counts: w('dilaksanakan', 'held') },
  documents: { name: w('Dokumen', 'Documents'), counts: w('diterbitkan, tanpa draf', 'issued, without drafts') },
};

const COLUMNS: Readonly<Record<string, Words>> = {
  count: w('Jumlah', 'Count'),
  kode_etik: w('Kode etik', 'Code of ethics'),
  disiplin: w('Disiplin', 'Discipline'),
  30: w('0–30 hari', '0–30 days'),
  60: w('31–60 hari', '31–60 days'),
  90: w('61–90 hari', '61–90 days'),
  older: w('> 90 hari', '> 90 days'),
  checked: w('Dilihat', 'Looked at'),
  unchecked: w('Belum dilihat', 'Not looked at'),
  reached: w('Dijangkau', 'Reached'),
  unreached: w('Belum dijangkau', 'Not reached'),
};

const VALUES: Readonly<Record<string, Words>> = {
  temuan: w('Temuan', 'Finding'),
  laporan: w('Laporan', 'Report'),
  aduan: w('Aduan', 'Complaint'),
  penerusan: w('Penerusan', 'Referral'),
  draf: w('Draf', 'Draft'),
  terdaftar: w('Terdaftar', 'Registered'),
  telaah: w('Telaah', 'Review'),
  klarifikasi: w('Klarifikasi', 'Clarification'),
  diteruskan: w('Diteruskan', 'Forwarded'),
  pemeriksaan: w('Pemeriksaan', 'Examination'),
  diputus: w('Diputus', 'Decided'),
  selesai: w('Selesai', 'Closed'),
  dihentikan: w('Dihentikan', 'Dismissed'),
  baru: w('Baru', 'New'),
  kurang: w('Belum lengkap', 'Incomplete'),
  pemantauan: w('Pemantauan', 'Monitoring'),
  kasus: w('Menjadi kasus', 'Became a case'),
  hoaks: w('Hoaks', 'Hoax'),
  ditutup: w('Ditutup', 'Closed'),
  netralitas: w('Netralitas', 'Neutrality'),
  lainnya: w('Lainnya', 'Other'),
  langsung: w('Datang langsung', 'In person'),
  surat: w('Surat', 'Letter'),
  telepon: w('Telepon', 'Telephone'),
  whatsapp: w('WhatsApp', 'WhatsApp'),
  email: w('Surel', 'E-mail'),
  media_sosial: w('Media sosial', 'Social media'),
  sp4n: w('SP4N-LAPOR!', 'SP4N-LAPOR!'),
  satire_parodi: w('Satire atau parodi', 'Satire or parody'),
  konten_menyesatkan: w('Konten menyesatkan', 'Misleading content'),
  konten_tiruan: w('Konten tiruan', 'Imposter content'),
  konten_palsu: w('Konten palsu', 'Fabricated content'),
  koneksi_salah: w('Koneksi yang salah', 'False connection'),
  konteks_salah: w('Konteks yang salah', 'False context'),
  konten_manipulasi: w('Konten manipulasi', 'Manipulated content'),
  diteruskan_bawaslu: w('Ke Bawaslu', 'To Bawaslu'),
  diteruskan_komdigi: w('Ke Komdigi', 'To the ministry'),
  klarifikasi_publik: w('Klarifikasi publik', 'Public clarification'),
  permintaan_takedown: w('Permintaan penurunan', 'Removal asked for'),
  dipantau: w('Dipantau', 'Watched'),
  tanpa_tindak_lanjut: w('Tanpa tindak lanjut', 'No follow-up'),
  PPPK_PARUH_WAKTU: w('PPPK Paruh Waktu', 'Part-time PPPK'),
  HONORER: w('Honorer', 'Honorary staff'),
  PPNPN_LAIN: w('PPNPN lain', 'Other PPNPN'),
  MUTASI_KELUAR: w('Mutasi keluar', 'Moved away'),
  PENSIUN: w('Pensiun', 'Retired'),
};

/** Rows and columns of what is not known, by the table. */
const UNKNOWN: Partial<Readonly<Record<RecapTableKey, { readonly row?: Words; readonly column?: Words }>>> = {
  casesByUnit: { column: w('Belum ada dugaan', 'No allegation yet') },
  casesByKind: { row: w('Belum ada dugaan', 'No allegation yet') },
  hoaxesByKind: { row: w('Belum ditentukan', 'Not said yet'), column: w('Belum ada', 'None yet') },
  monitoringByUnit: { row: w('Tanpa OPD', 'Without agency') },
  outreachByUnit: { row: w('Tanpa OPD', 'Without agency') },
};
const NOT_KNOWN = w('Belum diketahui', 'Not known');
const MORE_THAN_ONE = w('Lebih dari satu', 'More than one');

/** A row's words where the vault holds none. */
export function rowWords(table: RecapTableKey, key: string, language: Language): string {
  if (key === NONE) return (UNKNOWN[table]?.row ?? NOT_KNOWN)[language];
  if (key === SEVERAL) return MORE_THAN_ONE[language];
  if (table === 'actsByType') {
    const type = ACT_TYPES.find((known) => known === key);
    if (type !== undefined) return actSheet(type).words[language];
  }
  return (VALUES[key] ?? w(key, key))[language];
}

export function columnWords(table: RecapTableKey, key: string, language: Language): string {
  if (key === NONE) return (UNKNOWN[table]?.column ?? NOT_KNOWN)[language];
  return (COLUMNS[key] ?? VALUES[key] ?? w(key, key))[language];
}

export const TOTAL_WORDS = w('Jumlah', 'Total');
export const STAFF_WORDS = w('Pegawai', 'Staff');
export const MONTH_WORDS = w('Bulan', 'Month');
/** Printed where a count is left out. */
export const LEFT_OUT = '…';

/** How the public version is to be read. */
export const PUBLIC_WORDS: Readonly<Record<Language, readonly string[]>> = {
  id: [
    `Versi untuk umum: angka 1 dan 2 tidak ditampilkan (${LEFT_OUT}). Agar tidak dapat dihitung dari jumlahnya, sebagian angka lain juga tidak ditampilkan; tanda itu karena itu tidak berarti angkanya kecil.`,
    'Tidak memuat nama orang dan nomor kasus.',
  ],
  en: [
    `Version for the public: counts of 1 and 2 are left out (${LEFT_OUT}). So that they cannot be computed from the totals, some other counts are left out too; the mark therefore does not mean that a count is small.`,
    'It holds no names and no case numbers.',
  ],
};

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** "November 2026" of 2026-11. */
export function monthWords(month: string, language: Language): string {
  const [year = '', number = '1'] = month.split('-');
  return `${MONTHS[language][Number(number) - 1] ?? ''} ${year}`;
}

/** "November 2026", or "1 November 2026 – 15 November 2026" for another period. */
export function periodWords({ from, to }: { readonly from: string; readonly to: string }, language: Language): string {
  const month = from.slice(0, 7);
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
  if (from === `${month}-01` && to === last) return monthWords(month, language);
  const number = (one: string): string => String(Number(one.slice(8)));
  const day = (one: string): string => `${number(one)} ${monthWords(one.slice(0, 7), language)}`;
  if (from === to) return day(from);
  return to.startsWith(month) ? `${number(from)}–${day(to)}` : `${day(from)} – ${day(to)}`;
}
