/** A synthetic roster import: a workbook of five sheets, a plan with every kind of row, what was imported before. */
import type { RosterImportResult, RosterPlan, RosterSheet } from '../../shared/contract/roster-import.ts';
import type { RosterField } from '../../shared/domain/roster/fields.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakeHash, fakeId } from './fake-people.ts';
import { fakePlanRows } from './fake-plan-rows.ts';
import type { FakeAnswers, FakeBridge } from './fake-vault-states.ts';

type Column = RosterSheet['proposal'][number];

/** The password that opens the protected sample. */
export const FILE_PASSWORD = 'kunci-berkas';

const column = (place: number, heading: string, field: RosterField | null, reason: string, score = 1): Column => ({
  column: place,
  heading,
  field,
  score: field === null ? 0 : score,
  reason,
});

const PNS: readonly Column[] = [
  column(0, 'PNS ID', null, 'NOT_NEEDED'),
  column(1, 'NIP BARU', 'nip', 'SIASN'),
  column(2, 'NIP LAMA', 'nipLama', 'SIASN'),
  column(3, 'NAMA', 'name', 'SIASN'),
  column(4, 'GELAR DEPAN', 'titleFront', 'SIASN'),
  column(5, 'GELAR BELAKANG', 'titleBack', 'SIASN'),
  column(6, 'AGAMA NAMA', null, 'PERSONAL_DATA'),
  column(7, 'JENIS KAWIN NAMA', null, 'PERSONAL_DATA'),
  column(8, 'GOL AKHIR NAMA', 'grade', 'SIASN'),
  column(9, 'JABATAN NAMA', 'position', 'SIASN'),
  column(10, 'UNOR NAMA', 'unit', 'SIASN'),
  column(11, 'Instansi Kerja Nama', 'agency', 'CONTAINS', 0.6),
  column(12, 'NPWP NOMOR', null, 'PERSONAL_DATA'),
  column(13, 'BPJS', null, 'PERSONAL_DATA'),
  column(14, 'KETERANGAN', null, 'UNKNOWN_HEADING'),
  column(15, 'NAMA JABATAN LAMA', null, 'FIELD_TAKEN'),
];
const OPD: readonly Column[] = [
  column(0, 'No', null, 'NOT_NEEDED'),
  column(1, 'N A M A', 'name', 'SYNONYM', 0.95),
  column(2, 'NIP/NIK', 'nipOrNik', 'SYNONYM', 0.95),
  column(3, 'Pangkat/Gol', 'grade', 'SYNONYM', 0.95),
  column(4, 'Jabatann', 'position', 'SIMILAR', 0.75),
  column(5, 'TMT', null, 'NOT_NEEDED'),
];
const MEDIA: readonly Column[] = [
  column(0, 'NIP', 'nip', 'SYNONYM', 0.95),
  column(1, 'Platform', 'accountPlatform', 'SYNONYM', 0.95),
  column(2, 'Akun', 'accountHandle', 'SYNONYM', 0.95),
  column(3, 'Catatan', 'accountNote', 'SIMILAR', 0.75),
];

const notTaken = (proposal: readonly Column[]): string[] =>
  proposal.filter(({ field }) => field === null).map(({ heading }) => heading);

/** What a reader found in a workbook: a SIASN export, two sheets of one layout, accounts, and a hidden summary. */
export function fakeSheets(): RosterSheet[] {
  const sheet = (part: Partial<RosterSheet> & Pick<RosterSheet, 'name' | 'rows'>): RosterSheet => {
    const proposal = part.proposal ?? [];
    return {
      state: 'visible',
      columns: proposal.length,
      headerRow: null,
      headerFingerprint: null,
      remembered: false,
      unitFromSheetName: false,
      kind: 'people',
      proposal,
      notTaken: notTaken(proposal),
      sample: [],
      values: valuesOf(part),
      top: topOf(part),
      ...part,
    };
  };
  const opd = (name: string, rows: number, person: string, nip: string): RosterSheet =>
    sheet({
      name,
      rows,
      headerRow: 5,
      headerFingerprint: fakeHash(52),
      remembered: true,
      unitFromSheetName: true,
      proposal: [...OPD],
      sample: [
        { row: '8', name: person, nip, grade: 'III/b', position: 'Pengelola Data' },
        {
          row: '9',
          name: 'Hesti Rahayu',
          rejected: 'NIP_SCIENTIFIC_TEXT',
          nipOrNik: '1,98E+17',
          position: 'Arsiparis',
        },
      ],
    });
  return [
    sheet({
      name: 'Data_Pegawai_PNS',
      rows: 10_431,
      headerRow: 3,
      headerFingerprint: fakeHash(51),
      proposal: [...PNS],
      sample: pnsSample(),
    }),
    opd('Dinas Sosial', 84, 'Gunawan Wijaya, S.Sos.', '197903142005011007'),
    opd('Inspektorat', 61, 'Juwita Permata', '198811022014032004'),
    sheet({
      name: 'Akun Medsos',
      rows: 212,
      kind: 'accounts',
      headerRow: 0,
      headerFingerprint: fakeHash(53),
      proposal: [...MEDIA],
      sample: [{ row: '2', nip: '198506122010012001', accountPlatform: 'Facebook', accountHandle: 'bunga.contoh' }],
    }),
    sheet({ name: 'Rekap', rows: 12, state: 'hidden' }),
  ];
}

function valuesOf({ proposal = [], sample = [] }: Partial<RosterSheet>): RosterSheet['values'] {
  const fields = proposal.flatMap(({ field }) => field ?? []);
  return Object.fromEntries(
    fields.map((field) => [field, [...new Set(sample.flatMap((row) => row[field] ?? []))].slice(0, 3)]),
  );
}

/** A letterhead over the headings, where there is room for one, and the numbers of the columns below. */
function topOf({ headerRow, proposal = [] }: Partial<RosterSheet>): RosterSheet['top'] {
  if (headerRow === undefined || headerRow === null)
    return [{ row: 1, part: 'above', texts: ['REKAPITULASI PEGAWAI MENURUT GOLONGAN'] }];
  const kop = ['PEMERINTAH KOTA CONTOH', 'DAFTAR NOMINATIF PEGAWAI'].slice(0, headerRow);
  return [
    ...kop.map((text, index) => ({ row: index + 1, part: 'above' as const, texts: [text] })),
    { row: headerRow + 1, part: 'header', texts: proposal.map(({ heading }) => heading) },
    { row: headerRow + 2, part: 'numbering', texts: proposal.map((_, index) => String(index + 1)) },
  ];
}

function pnsSample(): RosterSheet['sample'] {
  const person = (row: number, name: string, nip: string, rest: Record<string, string>): Record<string, string> => ({
    row: String(row),
    name,
    nip,
    ...rest,
  });
  return [
    person(5, 'Bunga Anggraini, S.Pd.', '198506122010012001', {
      grade: 'III/c',
      position: 'Guru Ahli Muda',
      unit: 'SD Negeri 1',
      agency: 'Dinas Pendidikan',
    }),
    person(6, 'Candra Hidayat', '197203041998031002', {
      grade: 'III/d',
      position: 'Analis Kebijakan',
      unit: 'Inspektorat',
      agency: 'Inspektorat',
    }),
    { row: '7', rejected: 'NIP_NUMERIC_CELL', name: 'Dewi Puspita', nip: '1,98506E+17', unit: 'Dinas Kesehatan' },
    person(8, 'dr. Eko Wijaya', '198001152008011003', {
      grade: 'III/c',
      position: 'Dokter Ahli Muda',
      unit: 'Puskesmas Contoh',
      agency: 'Dinas Kesehatan',
    }),
  ];
}

/** A plan with every kind of row in it. */
export function fakePlan(part: Partial<RosterPlan> = {}): RosterPlan {
  const rows = fakePlanRows();
  const count = (kind: RosterPlan['mapping'][number]['name']): number => rows.filter((row) => row.kind === kind).length;
  const accountsOf = (kind: string): number =>
    rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.accounts.length, 0);
  return {
    planId: fakeId(17, 1),
    file: { name: 'Data Pegawai 2026.xlsx', bytes: 1_840_220, sha256: fakeHash(3) },
    asOf: '2026-11-01',
    scope: 'units',
    read: 10_788,
    counts: {
      added: count('added'),
      changed: count('changed'),
      moved: count('moved'),
      returned: count('returned'),
      unchanged: count('unchanged'),
      gone: count('gone'),
      proposed: count('proposed'),
      conflict: count('conflict'),
      refused: count('refused'),
    },
    doubtful: rows.filter(({ kind, findings }) => findings.length > 0 && kind === 'added').length,
    accounts: accountsOf('added') + accountsOf('unchanged'),
    accountsOf: {
      ...{ added: accountsOf('added'), changed: 0, moved: 0, returned: 0, unchanged: accountsOf('unchanged') },
      ...{ gone: 0, proposed: 0, conflict: 0, refused: 0 },
    },
    dropped: { blank: 41, totals: 3, signature: 8, numbering: 2, repeatedHeader: 0, section: 14 },
    notices: [
      {
        sheet: 'Dinas Sosial',
        row: 8,
        column: null,
        code: 'STATUS_FROM_NIP',
        params: { count: 84 },
        value: '',
      },
    ],
    notTaken: ['AGAMA NAMA', 'JENIS KAWIN NAMA', 'NPWP NOMOR', 'BPJS', 'KETERANGAN'],
    mapping: [],
    ...part,
  };
}

/** What applying that plan did. */
export function fakeImportResult(): RosterImportResult {
  return {
    importId: fakeId(13, 1),
    file: fakePlan().file,
    read: 10_788,
    added: 34,
    updated: 15,
    unchanged: 120,
    gone: 6,
    accounts: 18,
    rejected: 9,
    excluded: 1,
  };
}

type Named = Extract<
  keyof FakeAnswers,
  `roster.${'inspect' | 'open' | 'plan' | 'planRows' | 'apply' | 'imports' | 'undo' | 'undoCheck' | 'saveCorrections' | 'saveTemplate'}`
>;

/** The first look into the file, as a job that has ended. */
export function openedFile(fake: FakeBridge): { jobId: string } {
  return fake.job('roster-import', 'Data Pegawai 2026.xlsx', { format: 'xlsx', sheets: fakeSheets() });
}

/** Made anew for each bridge. */
export function fakeImportAnswers(): Pick<FakeAnswers, Named> {
  return {
    'roster.inspect': ({ overrides }) => ({ format: 'xlsx', sheets: underOverrides(overrides) }),
    'roster.open': (_input, fake) => openedFile(fake),
    'roster.plan': (_input, fake) => fake.job('roster-import', 'Data Pegawai 2026.xlsx', fakePlan()),
    'roster.planRows': ({ planId, kinds, doubtful, accounts, query, places, offset, limit }) => {
      if (planId !== fakePlan().planId) throw new AppError('ROSTER_PLAN_UNKNOWN');
      const found = fakePlanRows().filter(
        (row) =>
          (kinds.length === 0 || kinds.includes(row.kind)) &&
          (places === undefined || places.some((place) => place.sheet === row.sheet && place.row === row.row)) &&
          (!accounts || row.accounts.length > 0) &&
          (!doubtful || (row.findings.length > 0 && row.kind === 'added')) &&
          `${row.name} ${row.identity} ${row.unit ?? ''}`.toLowerCase().includes(query.toLowerCase()),
      );
      return { total: found.length, rows: found.slice(offset, offset + limit) };
    },
    'roster.apply': (_input, fake) => fake.job('roster-import', 'Data Pegawai 2026.xlsx', fakeImportResult()),
    'roster.imports': () => ({ imports: [2, 1, 0].map(fakeEarlier) }),
    'roster.undoCheck': () => ({ dependents: [], total: 0 }),
    'roster.undo': () => ({ removed: 34, restored: 21 }),
    'roster.saveCorrections': () => ({ saved: true, name: 'Perbaikan Data Pegawai 2026.xlsx', rows: 11 }),
    'roster.saveTemplate': () => ({ saved: true, name: 'Templat daftar pegawai.xlsx' }),
  };
}

/** One import of the past; the middle one was undone. */
export function fakeEarlier(index: number): ReturnType<typeof fakeImports>[number] {
  return fakeImports()[index]!;
}

function fakeImports() {
  const past = (index: number, at: string, fileName: string, added: number, updated: number, undone: boolean) => ({
    id: fakeId(13, 10 + index),
    at,
    asOf: at.slice(0, 10),
    user: 'Rahma Yuliani',
    fileName,
    sha256: fakeHash(60 + index),
    read: added + updated + 12,
    added,
    updated,
    unchanged: 0,
    gone: index * 7,
    accounts: 0,
    rejected: 12,
    excluded: 0,
    undoneAt: undone ? '2026-08-02T03:00:00.000Z' : null,
    undoneBy: undone ? 'Bagus Prakoso' : null,
  });
  return [
    past(0, '2026-03-01T02:00:00.000Z', 'DUK 2026 semester 1.xls', 10_402, 0, false),
    past(1, '2026-08-01T02:00:00.000Z', 'Data honorer.csv', 812, 3, true),
    past(2, '2026-09-14T07:20:00.000Z', 'Ekspor SIASN September.xlsx', 44, 131, false),
  ];
}

function underOverrides(overrides: Parameters<FakeAnswers['roster.inspect']>[0]['overrides']): RosterSheet[] {
  return fakeSheets().map((sheet) => {
    const override = overrides.find(({ name }) => name === sheet.name);
    if (override === undefined) return sheet;
    const moved = override.headerRow !== (sheet.headerRow ?? -1);
    const proposal = moved ? movedProposal(sheet, override.headerRow) : sheet.proposal;
    return {
      ...sheet,
      headerRow: override.headerRow,
      headerFingerprint: moved ? fakeHash(70 + override.headerRow) : sheet.headerFingerprint,
      remembered: sheet.remembered && !moved,
      proposal,
      notTaken: notTaken(proposal),
    };
  });
}

/** Another row of headings names other columns. */
function movedProposal(sheet: RosterSheet, headerRow: number): Column[] {
  if (sheet.name === 'Rekap' && headerRow === 1) return [column(0, 'Nama Pegawai', 'name', 'SYNONYM', 0.95)];
  return sheet.proposal.map((one) => column(one.column, `baris ${headerRow + 1}`, null, 'UNKNOWN_HEADING'));
}
