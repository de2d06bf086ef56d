/** The staff list of Kota Contoh as a workbook: two thousand people in forty offices, and the accounts that they told. */
import { type CellValue, writeXlsx } from 'hucre';
import type { Random } from './random.ts';
import { AGENCIES, GIVEN_NAMES, PLATFORMS, SECOND_NAMES, TITLES, UNITS } from './words.ts';

type Status = 'PNS' | 'CPNS' | 'PPPK' | 'PTT';

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
];

/** Position, kind and grade that go together; the first of an office is its head. */
const HEADS: readonly (readonly [string, string, string])[] = [
  ['Kepala Perangkat Daerah', 'JPT Pratama', 'IV/c'],
  ['Sekretaris', 'Administrator', 'IV/a'],
  ['Kepala Bidang', 'Administrator', 'IV/a'],
  ['Kepala Subbagian Umum', 'Pengawas', 'III/d'],
];
const CIVIL: readonly (readonly [string, string, string])[] = [
  ['Pranata Komputer Ahli Pertama', 'Fungsional', 'III/b'],
  ['Analis Kebijakan Ahli Muda', 'Fungsional', 'III/c'],
  ['Pengelola Data', 'Pelaksana', 'II/c'],
  ['Arsiparis Terampil', 'Fungsional', 'II/d'],
  ['Bendahara', 'Pelaksana', 'III/a'],
];
const CONTRACT: readonly (readonly [string, string, string])[] = [
  ['Guru Ahli Pertama', 'Fungsional', 'IX'],
  ['Perawat Terampil', 'Fungsional', 'VII'],
  ['Operator Layanan Operasional', 'Pelaksana', 'V'],
];

/** The share of people of whom an account is known. */
const WITH_ACCOUNT = 0.35;

/** The workbook's bytes; its second sheet names the accounts. */
export async function makeRoster(people: number, random: Random): Promise<Uint8Array> {
  const rows: CellValue[][] = [];
  const accounts: CellValue[][] = [];
  for (let index = 0; index < people; index += 1) {
    const row = personRow(index, random);
    rows.push(row.cells);
    if (!random.chance(WITH_ACCOUNT)) continue;
    const platform = random.pick(PLATFORMS);
    const url = `https://${platform.host}/${row.handle}`;
    accounts.push([row.identity, platform.name, `@${row.handle}`, url, 'disampaikan oleh perangkat daerah']);
  }
  return await writeXlsx({
    sheets: [
      {
        name: 'Daftar Pegawai',
        rows: [['PEMERINTAH KOTA CONTOH'], ['DAFTAR PEGAWAI (SEMUA NAMA DAN NOMOR REKAAN)'], [], HEADINGS, ...rows],
      },
      { name: 'Akun Medsos', rows: [['NIP', 'Platform', 'Nama akun', 'Tautan', 'Keterangan'], ...accounts] },
    ],
  });
}

interface PersonRow {
  readonly cells: CellValue[];
  readonly handle: string;
  /** NIP, or NIK of those who have none. */
  readonly identity: string;
}

function personRow(index: number, random: Random): PersonRow {
  // Every pair of a given and a second name once, in an order that mixes both; with 2,000 of each all are used.
  const given = at(GIVEN_NAMES, index);
  const second = at(SECOND_NAMES, index + Math.floor(index / GIVEN_NAMES.length));
  const inOffice = Math.floor(index / AGENCIES.length);
  const status: Status =
    inOffice < HEADS.length ? 'PNS' : random.pick(['PNS', 'PNS', 'PNS', 'CPNS', 'PPPK', 'PPPK', 'PTT'] as const);
  const [position, kind, grade] = positionOf(status, inOffice, random);
  const [year, month, day] = [random.whole(1968, 1998), random.whole(1, 12), random.whole(1, 28)];
  const born = `${year}${two(month)}${two(day)}`;
  const serial = String(1 + (index % 999)).padStart(3, '0');
  const nip = `${born}${appointed(status, year, random)}${given.sex === 'L' ? 1 : 2}${serial}`;
  const nik = `990101${two(given.sex === 'P' ? day + 40 : day)}${two(month)}${two(year % 100)}${String(index + 1).padStart(4, '0')}`;
  const name = `${given.name} ${second}`;
  const [front, back] = status === 'PTT' ? ['', ''] : random.pick(TITLES);
  const handle = `${name.toLowerCase().replace(' ', '.')}.contoh`;
  const cells = [
    index + 1,
    status === 'PTT' ? '-' : nip,
    nik,
    `${front}${name}${back}`,
    given.sex,
    `${two(day)}-${two(month)}-${year}`,
    status,
    grade,
    position,
    kind,
    random.pick(UNITS),
    at(AGENCIES, index),
    `${handle}@kota-contoh.example`,
  ];
  return { cells, handle, identity: status === 'PTT' ? nik : nip };
}

function positionOf(status: Status, inOffice: number, random: Random): readonly [string, string, string] {
  if (status === 'PTT') return ['Tenaga Administrasi', '', ''];
  if (status === 'PPPK') return random.pick(CONTRACT);
  return HEADS[inOffice] ?? random.pick(CIVIL);
}

/** Year and month of the appointment, as the number of that status has them. */
function appointed(status: Status, born: number, random: Random): string {
  if (status === 'PPPK') return `${random.whole(2021, 2023)}21`;
  return `${status === 'CPNS' ? 2024 : born + random.whole(22, 26)}${two(random.whole(1, 12))}`;
}

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('an empty list of words');
  return item;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
