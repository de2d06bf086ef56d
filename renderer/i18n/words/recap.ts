/** The recap of a period. Titles, rows and definitions: shared/domain/recap/words.ts. */
import type { Same } from '../same.ts';

const id = {
  title: 'Rekapitulasi',
  month: 'Bulan',
  period: 'Masa',
  byMonth: 'Satu bulan',
  free: 'Masa bebas',
  from: 'Dari',
  to: 'Sampai',
  earlier: 'Bulan sebelumnya',
  later: 'Bulan sesudahnya',
  audience: 'Versi',
  audiences: { internal: 'Kedinasan', public: 'Untuk umum' },
  save: 'Simpan .xlsx',
  saved: '{{name}} disimpan',
  document: 'Buat dokumen',
  wrongPeriod: 'Masa berakhir sebelum dimulai.',
  overlaps:
    'Versi untuk umum dari masa yang beririsan sudah pernah keluar: {{periods}}. Bila dibandingkan, angka kecil yang tidak ditampilkan dapat dihitung. Umumkan salah satu saja.',
  summary: 'Ringkasan',
  trend: 'Tren bulanan',
  what: 'Uraian',
  line: 'Garis',
  nothing: 'Tidak ada yang tercatat pada masa ini.',
  jump: 'Bagian',
};
const en: Same<typeof id> = {
  title: 'Recap',
  month: 'Month',
  period: 'Period',
  byMonth: 'One month',
  free: 'Free period',
  from: 'From',
  to: 'To',
  earlier: 'Month before',
  later: 'Month after',
  audience: 'Version',
  audiences: { internal: 'For the office', public: 'For the public' },
  save: 'Save .xlsx',
  saved: '{{name}} saved',
  document: 'Make document',
  wrongPeriod: 'The period ends before it begins.',
  overlaps:
    'A public version of an overlapping period has left already: {{periods}}. Side by side, small counts that are left out could be computed. Publish one of them only.',
  summary: 'Summary',
  trend: 'Trend by month',
  what: 'What',
  line: 'Line',
  nothing: 'Nothing was recorded in this period.',
  jump: 'Parts',
};
export const recap = { id, en };
