/** Synthetic people, cases and evidence for tests of the screens. Every name and number is made up. */
import type { EmployeeRow } from '../../shared/contract/roster.ts';
import type { CaseRow, LegalReference, PersonBlock } from '../../shared/contract/cases.ts';
import type { EvidenceRow } from '../../shared/contract/evidence.ts';

const FIRST = [
  'Ahmad',
  'Bunga',
  'Candra',
  'Dewi',
  'Eko',
  'Fitri',
  'Gunawan',
  'Hesti',
  'Indra',
  'Juwita',
  'Kurnia',
  'Lestari',
  'Maulana',
  'Nurul',
  'Oktavia',
  'Prasetyo',
  'Ratna',
  'Surya',
  'Taufik',
  'Wulandari',
];
const LAST = [
  'Saputra',
  'Anggraini',
  'Hidayat',
  'Puspita',
  'Wijaya',
  'Rahayu',
  'Kusuma',
  'Permata',
  'Nugroho',
  'Handayani',
  'Setiawan',
  'Maharani',
  'Siregar',
  'Oktaviani',
  'Ramadhan',
  'Safitri',
  'Firmansyah',
];
const UNITS = [
  'Dinas Pendidikan',
  'Dinas Kesehatan',
  'Badan Keuangan Daerah',
  'Dinas Perhubungan',
  'Kecamatan Ratu Samban',
  'Inspektorat',
  'Dinas Komunikasi dan Informatika',
  'Satuan Polisi Pamong Praja',
];
const POSITIONS = [
  'Guru Ahli Muda',
  'Perawat Terampil',
  'Analis Kebijakan',
  'Pengelola Keuangan',
  'Kepala Seksi Pelayanan',
  'Pranata Komputer',
  'Penyuluh Kesehatan',
  'Arsiparis Pelaksana',
];
const GRADES = ['II/c', 'III/a', 'III/b', 'III/c', 'III/d', 'IV/a'];

/** A UUIDv7-like id that is the same every time. */
export function fakeId(kind: number, index: number): string {
  return `0192a000-${kind.toString(16).padStart(4, '0')}-7000-8000-${index.toString(16).padStart(12, '0')}`;
}
/** A hash-like text that is the same every time. */
export function fakeHash(seed: number): string {
  let value = seed * 2654435761 + 97;
  return Array.from({ length: 64 }, () => {
    value = (value * 1103515245 + 12345) % 2147483648;
    return ((value >> 12) & 15).toString(16);
  }).join('');
}
/** A handle that names what it shows: the number is read back by the preview's protocol. */
export function fakeHandle(kind: number, index: number): string {
  return `view_${kind.toString(16).padStart(4, '0')}${index.toString(16).padStart(28, '0')}`;
}

const at = <Value>(list: readonly Value[], index: number): Value => list[index % list.length]!;
const two = (value: number): string => String(value).padStart(2, '0');

/** One person of the directory. */
export function fakeEmployee(index: number): EmployeeRow {
  const contract = index % 9 === 4;
  const birth = `19${two(68 + (index % 30))}${two(1 + (index % 12))}${two(1 + (index % 28))}`;
  return {
    id: fakeId(1, index),
    name: `${at(FIRST, index * 7)} ${at(LAST, index * 5 + Math.floor(index / 20))}${index % 3 === 0 ? ', S.Pd.' : index % 4 === 1 ? ', S.Sos., M.Si.' : ''}`,
    nip: contract
      ? null
      : `${birth}20${two(5 + (index % 18))}${two(1 + (index % 12))}${1 + (index % 2)}${String(1 + (index % 900)).padStart(3, '0')}`,
    nik: contract
      ? `1771${two(1 + (index % 9))}${birth.slice(6)}${birth.slice(4, 6)}${birth.slice(2, 4)}${String(index % 10_000).padStart(4, '0')}`
      : null,
    status: contract ? 'PPPK' : index % 17 === 3 ? 'CPNS' : 'PNS',
    grade: contract ? 'IX' : at(GRADES, index),
    rank: contract ? null : 'Penata',
    position: at(POSITIONS, index * 3),
    unit: at(UNITS, index),
    agency: 'Pemerintah Kota Bengkulu',
    openCases: index % 211 === 0 ? 1 : 0,
    goneSince: index % 97 === 5 ? '2026-03-01T00:00:00.000Z' : null,
  };
}
/** The facets of the directory. */
export const fakeUnits: readonly string[] = UNITS;
export const fakeGrades: readonly string[] = GRADES;

/** The frozen block of one person. */
export function fakeBlock(index: number): PersonBlock {
  const { name, nip, nik, status, rank, grade, position, unit, agency } = fakeEmployee(index);
  return { name, nip, nik, status, rank, grade, position, unit, agency, asOf: '2026-11-18T02:10:00.000Z' };
}

const TITLES = [
  'Dugaan unggahan dukungan di Facebook',
  'Dugaan komentar pada akun pemenangan',
  'Foto bersama dengan simbol keberpihakan',
  'Dugaan ajakan dalam grup publik',
  'Dugaan menyukai unggahan kampanye',
  'Dugaan siaran langsung kegiatan kampanye',
];
const STATUSES = ['telaah', 'terdaftar', 'klarifikasi', 'draf', 'diteruskan', 'selesai'] as const;
const MISSING = [
  ['NO_ACT_DATE', 'CANDIDATE_STATUS_UNKNOWN'],
  ['LEGAL_UNVERIFIED'],
  [],
  ['NO_RESPONDENT', 'NO_ALLEGATION', 'NO_NARRATIVE'],
  [],
  ['ONLY_SECOND_HAND'],
];

/** One case of the list. */
export function fakeCase(index: number): CaseRow {
  return {
    id: fakeId(2, index),
    number: `REG/${String(24 - index).padStart(3, '0')}/XI/2026`,
    title: at(TITLES, index),
    status: at(STATUSES, index),
    source: at(['temuan', 'laporan', 'aduan', 'penerusan'] as const, index),
    openedAt: `2026-11-${two(20 - index)}T0${1 + (index % 8)}:12:00.000Z`,
    respondents: index % 6 === 3 ? '' : fakeEmployee(index * 211).name,
    evidenceCount: (index * 5) % 9,
    allegationCodes: index % 6 === 3 ? [] : ['KE-4'],
    missing: at(MISSING, index),
  };
}

const EVIDENCE_TITLES = [
  'Unggahan “Bersama menang”',
  'Komentar pada laman relawan',
  'Foto profil dengan bingkai',
  'Siaran langsung di lapangan',
  'Tangkapan layar kiriman warga',
  'Daftar teman laman pemenangan',
];
const SIZES = [
  [1280, 800],
  [900, 1400],
  [1280, 3200],
  [1600, 900],
  [720, 1280],
  [1200, 1200],
] as const;

/** One piece of evidence. */
export function fakeEvidence(index: number): EvidenceRow {
  const [width, height] = at(SIZES, index);
  const secondHand = index % 6 === 4;
  return {
    id: fakeId(3, index),
    number: `B-${String(48 - index).padStart(4, '0')}`,
    origin: secondHand ? 'file' : 'capture',
    secondHand,
    title: at(EVIDENCE_TITLES, index),
    address: `https://sosial.contoh.test/akun/${index}/unggahan/${4000 + index}`,
    capturedAt: `2026-11-${two(20 - (index % 18))}T0${1 + (index % 8)}:4${index % 10}:05.000Z`,
    note: index === 0 ? 'Komentar kedua dari atas.' : '',
    postedAtText: index % 3 === 0 ? '3 jam' : '',
    postedBetween: index % 3 === 0 ? ['2026-11-19T22:30:00.000Z', '2026-11-19T23:30:00.000Z'] : null,
    thumbnail: index === 11 ? null : fakeHandle(3, index),
    width: index === 11 ? null : width,
    height: index === 11 ? null : height,
    mainSha256: fakeHash(index + 1),
    cases:
      index % 3 === 2
        ? []
        : [
            {
              id: fakeId(2, index % 4),
              number: fakeCase(index % 4).number,
              where: index === 0 ? 'Komentar kedua dari atas' : '',
              places: [],
            },
          ],
    withdrawn: index === 7,
    maskedCopy: index === 0,
    outcome: null,
    level: null,
    warnings: index % 6 === 2 ? ['page-cut-off'] : [],
  };
}

/** Rows of the legal reference table. */
export const fakeReferences: readonly LegalReference[] = [
  reference('KE-2', 'Sosialisasi/Kampanye Media Sosial/Online Bakal Calon', 'sumber_sekunder'),
  reference(
    'KE-4',
    'Membuat posting, comment, share, like, bergabung/follow dalam grup/akun pemenangan bakal calon',
    'sumber_sekunder',
  ),
  {
    ...reference(
      'KE-5',
      'Memposting pada media sosial/media lain yang dapat diakses publik, foto bersama dengan bakal calon atau tim sukses dengan menunjukkan simbol keberpihakan',
      'diverifikasi',
    ),
    sourceUrl: 'https://jdih.contoh.test/skb-2022',
    verifiedBy: 'Rahma Yuliani',
    verifiedAt: '2026-10-02',
  },
  {
    ...reference(
      'D-6',
      'Membuat posting, comment, share, like, bergabung/follow dalam grup/akun pemenangan calon',
      'konflik',
    ),
    category: 'disiplin',
    candidate: 'calon',
  },
];

function reference(code: string, text: string, verification: LegalReference['verification']): LegalReference {
  return {
    code,
    category: 'kode_etik',
    text,
    candidate: 'bakal_calon',
    socialMedia: 'ya',
    prohibitionBasis: 'Pasal 11 huruf c PP 42/2004',
    sanctionBasis: 'Pasal 15 ayat (1), (2), dan (3) PP 42/2004',
    sanction: 'Sanksi moral pernyataan secara tertutup atau terbuka',
    note: null,
    sourceUrl: null,
    verification,
    verifiedBy: null,
    verifiedAt: null,
  };
}
