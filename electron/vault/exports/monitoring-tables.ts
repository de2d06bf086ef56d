/** The lists of monitoring as columns of text, in official Indonesian. */
import type {
  CoverageGroup,
  CoveragePerson,
  PersonLine,
  RoundItem,
  RoundPlan,
  RoundRow,
} from '#shared/contract/monitoring.ts';
import { planWords } from '#shared/domain/monitoring/plan-words.ts';
import { CADENCE_WORDS, ITEM_STATE_WORDS, OUTCOME_WORDS, ROUND_STATE_WORDS } from '#shared/domain/monitoring/words.ts';

/** The same shape as the other lists' columns (list-tables.ts). */
export interface TextColumn<Row> {
  readonly header: string;
  readonly width: number;
  readonly text: (row: Row) => string;
}
type LocalText = (instant: string) => string;

const column = <Row>(header: string, width: number, text: (row: Row) => string): TextColumn<Row> => ({
  header,
  width,
  text,
});

export const roundColumns = (): readonly TextColumn<RoundRow>[] => [
  column('Nomor', 10, (row) => row.number),
  column('Ronde', 40, (row) => row.title),
  column('Keadaan', 20, (row) => ROUND_STATE_WORDS.id[row.state]),
  column('Irama', 20, (row) => CADENCE_WORDS.id[row.cadence]),
  column('Petugas', 26, (row) => row.assignee.name),
  column('Dimulai', 12, (row) => row.begunOn),
  column('Berikutnya', 12, (row) => row.nextOn ?? ''),
  column('Pegawai', 10, (row) => String(row.persons)),
  column('Akun', 10, (row) => String(row.accounts)),
  column('Sudah dilihat', 14, (row) => String(row.done)),
  column('Belum', 10, (row) => String(row.open)),
  column('Tanpa akun yang diketahui', 24, (row) => String(row.withoutAccount)),
];

export const itemColumns = (zone: string, local: LocalText): readonly TextColumn<RoundItem>[] => [
  column('No.', 8, (row) => String(row.position + 1)),
  column('Nama', 34, (row) => row.employee.name),
  column('Jabatan', 34, (row) => row.employee.position ?? ''),
  column('Unit kerja', 34, (row) => row.employee.unit ?? ''),
  column('Perangkat daerah (OPD)', 34, (row) => row.employee.agency ?? ''),
  column('Platform', 16, (row) => row.account?.platform ?? ''),
  column('Akun', 24, (row) => row.account?.handle ?? ''),
  column('Alamat', 50, (row) => row.account?.url ?? ''),
  column('Keadaan', 30, (row) => ITEM_STATE_WORDS.id[row.state]),
  column('Hasil', 20, (row) => (row.last === null ? '' : OUTCOME_WORDS.id[row.last.outcome])),
  column(`Waktu (${zone})`, 20, (row) => (row.last === null ? '' : local(row.last.at))),
  column('Petugas', 26, (row) => row.last?.by ?? ''),
  column('Bukti', 10, (row) => row.last?.evidence?.number ?? ''),
  column('Kasus', 24, (row) => row.last?.evidence?.caseNumber ?? ''),
  column('Catatan', 50, (row) => row.last?.note ?? ''),
];

export const groupColumns = (header: string): readonly TextColumn<CoverageGroup>[] => [
  column(header, 40, (row) => (row.name === '' ? '(tidak tercantum)' : row.name)),
  column('Pegawai', 10, (row) => String(row.persons)),
  column('Dengan akun', 14, (row) => String(row.withAccount)),
  column('Tanpa akun yang diketahui', 24, (row) => String(row.withoutAccount)),
  column('Diperiksa dalam periode', 22, (row) => String(row.checked)),
  column('Belum pernah diperiksa', 22, (row) => String(row.never)),
  column('Lewat waktu', 14, (row) => String(row.overdue)),
  column('Jumlah dilihat', 14, (row) => String(row.looks)),
  column('Paling jarang', 14, (row) => String(row.least)),
  column('Median', 10, (row) => decimal(row.median)),
  column('Paling sering', 14, (row) => String(row.most)),
  ...['0 kali', '1 kali', '2 kali', '3 kali', '4 kali', '5 kali atau lebih'].map((times, index) =>
    column<CoverageGroup>(times, 10, (row) => String(row.bars[index] ?? 0)),
  ),
  column('Jauh lebih sering daripada rekan', 30, (row) => String(row.standOut)),
];

export const personColumns = (zone: string, local: LocalText): readonly TextColumn<CoveragePerson>[] => [
  column('Nama', 34, (row) => row.name),
  column('NIP', 22, (row) => row.nip ?? ''),
  column('Jabatan', 34, (row) => row.position ?? ''),
  column('Unit kerja', 34, (row) => row.unit ?? ''),
  column('Perangkat daerah (OPD)', 34, (row) => row.agency ?? ''),
  column('Akun', 8, (row) => String(row.accounts)),
  column(`Terakhir diperiksa (${zone})`, 24, (row) => (row.lastCheckedAt === null ? '' : local(row.lastCheckedAt))),
  column('Kali dilihat dalam periode', 24, (row) => String(row.looks)),
  column('Ronde', 34, (row) => row.rounds.join(', ')),
  column('Di luar ronde', 14, (row) => String(row.outside)),
  column('Median rekan seunit', 20, (row) => decimal(row.peers)),
  column('Lewat waktu sejak', 18, (row) => row.overdueSince ?? ''),
  column('Jauh lebih sering daripada rekan', 30, (row) => (row.standsOut ? 'ya' : 'tidak')),
];

const LINE_WORDS: Readonly<Record<PersonLine['kind'], string>> = {
  planned: 'Masuk ronde',
  look: 'Dilihat',
  outside: 'Bukti diambil di luar ronde',
};

export const lineColumns = (zone: string, local: LocalText): readonly TextColumn<PersonLine>[] => [
  column(`Waktu (${zone})`, 20, (row) => local(row.at)),
  column('Peristiwa', 26, (row) => LINE_WORDS[row.kind]),
  column('Ronde', 40, (row) => (row.round === null ? '' : `${row.round.number} ${row.round.title}`)),
  column('Sebab masuk ronde', 50, (row) => (row.plan === null ? '' : whyIn(row.plan))),
  column('Akun', 40, (row) => row.account),
  column('Hasil', 20, (row) => (row.look === null ? '' : OUTCOME_WORDS.id[row.look.outcome])),
  column('Ditarik', 20, (row) => (row.look?.undoneAt ? local(row.look.undoneAt) : '')),
  column('Petugas', 26, (row) => row.look?.by ?? ''),
  column('Bukti', 10, (row) => (row.look?.evidence ?? row.evidence)?.number ?? ''),
  column('Kasus', 24, (row) => (row.look?.evidence ?? row.evidence)?.caseNumber ?? ''),
  column('Catatan', 50, (row) => row.look?.note ?? ''),
];

function whyIn(plan: RoundPlan): string {
  return planWords(plan, 'id').join('; ');
}

/** With the comma that Indonesian writes. */
function decimal(value: number): string {
  return String(value).replace('.', ',');
}
