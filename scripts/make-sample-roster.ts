/**
 * Writes resources/sample/daftar-pegawai-contoh.xlsx: sixty people who do not exist, of a city that does not exist, laid
 * out as an office would: letterhead lines, a header in row 5, columns that are not needed, a signature block.
 * Run it with `node scripts/make-sample-roster.ts`; the file is committed.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type CellValue, writeXlsx } from 'hucre';

const OUTPUT = path.join(import.meta.dirname, '..', 'resources', 'sample', 'daftar-pegawai-contoh.xlsx');
const PEOPLE = 60;

/** The first names carry sample cases and the sample site; the others fill the directory. */
const NAMES: readonly (readonly [name: string, sex: 'L' | 'P'])[] = [
  ['Rahmat Contoh', 'L'],
  ['Sari Contoh', 'P'],
  ['Tono Contoh', 'L'],
  ['Dewi Anggraini', 'P'],
  ['Agus Setiawan', 'L'],
  ['Fitri Handayani', 'P'],
  ['Hendra Gunawan', 'L'],
  ['Lestari Puspita', 'P'],
  ['Joko Purnomo', 'L'],
  ['Maya Kusuma', 'P'],
  ['Bayu Nugroho', 'L'],
  ['Ratna Sukmawati', 'P'],
  ['Yanto Saputra', 'L'],
  ['Indah Permata', 'P'],
  ['Rizal Firmansyah', 'L'],
  ['Nurul Azizah', 'P'],
  ['Doni Kurniawan', 'L'],
  ['Eka Rahmawati', 'P'],
  ['Taufik Maulana', 'L'],
  ['Wulan Safitri', 'P'],
];
const SECOND_NAMES = ['', 'Cahaya', 'Bahari'];

/** Titles before and behind a name; most people have one of each kind or none. */
const TITLES: readonly (readonly [front: string, back: string])[] = [
  ['', ', S.Sos., M.Si.'],
  ['', ', S.Kom.'],
  ['Drs. H. ', ', M.M.'],
  ['', ''],
  ['dr. ', ''],
  ['', ', S.E.'],
  ['Hj. ', ', S.Pd.'],
  ['', ', A.Md.'],
  ['Ir. ', ', M.T.'],
  ['', ', S.H., M.H.'],
];

const UNITS: readonly (readonly [agency: string, unit: string])[] = [
  ['Dinas Komunikasi dan Informatika', 'Bidang Informasi dan Komunikasi Publik'],
  ['Dinas Komunikasi dan Informatika', 'Bidang Aplikasi Informatika'],
  ['Dinas Komunikasi dan Informatika', 'Sekretariat'],
  ['Dinas Pendidikan', 'Bidang Pembinaan Sekolah Dasar'],
  ['Dinas Kesehatan', 'UPTD Puskesmas Teluk Senja'],
  ['Sekretariat Daerah', 'Bagian Organisasi'],
  ['Badan Pendapatan Daerah', 'Bidang Penagihan'],
  ['Kecamatan Teluk Senja', 'Kelurahan Pasir Putih'],
];

/** Position, kind of position and grade that go together. */
const CIVIL: readonly (readonly [position: string, kind: string, grade: string])[] = [
  ['Kepala Bidang', 'Administrator', 'IV/a'],
  ['Kepala Subbagian Umum dan Kepegawaian', 'Pengawas', 'III/d'],
  ['Pranata Komputer Ahli Pertama', 'Fungsional', 'III/b'],
  ['Analis Kebijakan Ahli Muda', 'Fungsional', 'III/c'],
  ['Pengelola Data', 'Pelaksana', 'II/c'],
  ['Arsiparis Terampil', 'Fungsional', 'II/d'],
];
const CONTRACT: readonly (readonly [position: string, kind: string, grade: string])[] = [
  ['Guru Ahli Pertama', 'Fungsional', 'IX'],
  ['Perawat Terampil', 'Fungsional', 'VII'],
  ['Operator Layanan Operasional', 'Pelaksana', 'V'],
];

const HEADINGS = [
  'No',
  'NIP',
  'NIK',
  'Nama Lengkap',
  'L/P',
  'Tanggal Lahir',
  'Status Kepegawaian',
  'Gol. Ruang',
  'Jabatan',
  'Jenis Jabatan',
  'Unit Kerja',
  'Perangkat Daerah',
  'Email Dinas',
  'Agama',
  'Alamat Rumah',
  'Ket.',
];

/** Widths in characters, by column. */
const WIDTHS = [5, 24, 20, 34, 6, 14, 20, 11, 36, 16, 38, 36, 34, 10, 26, 8];

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('empty list');
  return item;
}

function statusOf(index: number): 'PNS' | 'CPNS' | 'PPPK' | 'PTT' {
  return at(['PNS', 'PNS', 'PPPK', 'PNS', 'PTT', 'PNS', 'CPNS', 'PNS', 'PPPK', 'PTT'] as const, index);
}

function personRow(index: number): CellValue[] {
  const [core, sex] = at(NAMES, index);
  const [front, back] = at(TITLES, index + Math.floor(index / NAMES.length) * 3);
  const second = at(SECOND_NAMES, Math.floor(index / NAMES.length));
  const status = statusOf(index);
  const [year, month, day] = [1970 + ((index * 7) % 30), (index % 12) + 1, ((index * 5) % 28) + 1];
  const [agency, unit] = at(UNITS, index);
  const [position, kind, grade] =
    status === 'PTT' ? ['Tenaga Administrasi', '', ''] : at(status === 'PPPK' ? CONTRACT : CIVIL, index);
  const born = `${year}${two(month)}${two(day)}`;
  const appointed =
    status === 'PPPK'
      ? `${2021 + (index % 4)}21`
      : `${status === 'CPNS' ? 2025 : year + 24}${two(((index * 5) % 12) + 1)}`;
  const serial = String((index % 900) + 1).padStart(3, '0');
  const nip = `${born} ${appointed} ${sex === 'L' ? 1 : 2} ${serial}`;
  const nik = `990101${two(sex === 'P' ? day + 40 : day)}${two(month)}${two(year % 100)}${String(index + 1).padStart(4, '0')}`;
  const name = `${front}${[core, second].filter((word) => word !== '').join(' ')}${back}`;
  const email = `${core.toLowerCase().replace(' ', '.')}${index + 1}@kota-contoh.example`;
  return [
    index + 1,
    status === 'PTT' ? '-' : nip,
    nik,
    name,
    sex,
    `${two(day)}-${two(month)}-${year}`,
    status,
    grade,
    position,
    kind,
    unit,
    agency,
    email,
    '-',
    `Jalan Contoh Nomor ${index + 1}`,
    '',
  ];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const people = Array.from({ length: PEOPLE }, (_, index) => personRow(index));
const rows: CellValue[][] = [
  ['PEMERINTAH KOTA CONTOH'],
  ['DAFTAR PEGAWAI (DATA CONTOH: SEMUA NAMA DAN NOMOR REKAAN)'],
  ['Keadaan 1 Oktober 2024'],
  [],
  HEADINGS,
  HEADINGS.map((_, index) => index + 1),
  ...people,
  [null, null, null, `Jumlah: ${PEOPLE} orang`],
  [],
  [null, null, null, 'Kota Contoh, 1 Oktober 2024'],
  [null, null, null, 'Kepala Dinas Komunikasi dan Informatika,'],
  [],
  [null, null, null, 'Sri Contoh, S.Kom., M.Si.'],
];
const columns = WIDTHS.map((width) => ({ width }));
const day = new Date('2024-10-01T00:00:00Z');
const properties = { title: 'Daftar pegawai contoh', creator: 'Netra', created: day, modified: day };
await writeFile(OUTPUT, await writeXlsx({ properties, sheets: [{ name: 'Daftar Pegawai', columns, rows }] }));
