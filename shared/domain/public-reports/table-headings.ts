/** Which column of a table of reports is what, by its heading as Indonesian offices and forms write it. */

export type ReportColumn =
  | 'date'
  | 'reporter'
  | 'contact'
  | 'address'
  | 'respondent'
  | 'description'
  | 'links'
  | 'platform'
  | 'place';

/** Headings by what they mean, the surest first: the place in the list is the weight. */
const HEADINGS: Readonly<Record<ReportColumn, readonly string[]>> = {
  date: [
    'tanggal laporan',
    'tanggal lapor',
    'tanggal diterima',
    'tanggal aduan',
    'tgl laporan',
    'tgl lapor',
    'hari tanggal',
    'tanggal',
    'tgl',
    'stempel waktu',
    'cap waktu',
    'timestamp',
    'waktu',
    'date',
  ],
  reporter: [
    'nama pelapor',
    'pelapor',
    'nama pengadu',
    'pengadu',
    'reporter',
    'nama lengkap pelapor',
    'nama anda',
    'nama',
  ],
  contact: [
    'kontak pelapor',
    'kontak',
    'no hp pelapor',
    'nomor hp',
    'no hp',
    'hp',
    'no telepon',
    'nomor telepon',
    'no telp',
    'telepon',
    'nomor whatsapp',
    'no wa',
    'email pelapor',
    'alamat email',
    'email',
    'surel',
    'contact',
  ],
  address: ['alamat pelapor', 'alamat'],
  respondent: [
    'nama terlapor',
    'terlapor',
    'pihak terlapor',
    'yang dilaporkan',
    'nama yang dilaporkan',
    'nama asn',
    'nama pegawai',
    'pegawai',
    'oknum',
    'respondent',
  ],
  description: [
    'uraian kejadian',
    'uraian laporan',
    'uraian',
    'isi laporan',
    'isi aduan',
    'kronologi',
    'kronologis',
    'ceritakan kejadiannya',
    'ceritakan',
    'penjelasan',
    'deskripsi',
    'kejadian',
    'peristiwa',
    'laporan',
    'aduan',
    'description',
    'keterangan',
  ],
  links: ['tautan bukti', 'link bukti', 'tautan', 'link', 'url', 'alamat tautan', 'alamat url', 'links', 'bukti'],
  platform: ['platform', 'media sosial', 'medsos', 'jenis media', 'media'],
  place: ['lokasi kejadian', 'tempat kejadian', 'lokasi', 'tempat', 'place', 'location'],
};

export const REPORT_COLUMNS = Object.keys(HEADINGS).filter((key): key is ReportColumn => Object.hasOwn(HEADINGS, key));

/** A heading in the form that is compared: lower case, words only. */
export function headingWords(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/\([^)]{0,100}\)/g, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** Gives each column of a row of headings its meaning; each meaning goes to the column that fits it best, once. */
export function recogniseColumns(headings: readonly string[]): readonly (ReportColumn | null)[] {
  const found: (ReportColumn | null)[] = headings.map(() => null);
  const fits = headings
    .flatMap((heading, column) =>
      REPORT_COLUMNS.map((meaning) => ({ column, meaning, score: scoreOf(heading, meaning) })),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.column - b.column);
  for (const { column, meaning } of fits) {
    if (found[column] !== null || found.includes(meaning)) continue;
    found[column] = meaning;
  }
  return found;
}

/** The day of the event is neither that of the report nor what happened: it stays in the text, where days are found. */
const WHEN_IT_HAPPENED =
  /^(?:kapan|tanggal|tgl|hari|waktu|jam)\b.*\b(?:kejadian(?:nya)?|peristiwa|perbuatan|unggahan|posting)\b/;

/** 0 for none; a whole heading counts more than words inside a longer one. */
function scoreOf(heading: string, meaning: ReportColumn): number {
  const words = headingWords(heading);
  if (words === '' || words.length > 160 || WHEN_IT_HAPPENED.test(words)) return 0;
  const list = HEADINGS[meaning];
  const whole = list.indexOf(words);
  if (whole >= 0) return 1_000 - whole;
  const inside = list.findIndex((known) => ` ${words} `.includes(` ${known} `));
  // "Nama terlapor" is not "nama": among words inside, the longer phrase says more.
  return inside < 0 ? 0 : 100 + (list[inside]?.length ?? 0);
}
