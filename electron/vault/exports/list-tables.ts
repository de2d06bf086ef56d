/** The lists as tables of text: their columns, and all rows that match. */
import type { CaptureQueueItem } from '#shared/contract/capture-queue.ts';
import type { CaseRow } from '#shared/contract/cases.ts';
import type { CustodyRow } from '#shared/contract/custody.ts';
import type { IssuedDocument } from '#shared/contract/documents.ts';
import type { EvidenceRow } from '#shared/contract/evidence.ts';
import type { ListSelection } from '#shared/contract/lists.ts';
import type { PublicReportRow } from '#shared/contract/public-reports.ts';
import type { EmployeeRow } from '#shared/contract/roster.ts';
import { QUEUE_ITEM_WORDS } from '#shared/domain/capture/queue-words.ts';
import { custodyWords } from '#shared/domain/custody/action-words.ts';
import { ACTOR_UNKNOWN } from '#shared/domain/custody/actor.ts';
import { PUBLIC_REPORT_WORDS } from '#shared/domain/public-reports/words.ts';
import { errorSentence } from '#shared/domain/text/error-sentences.ts';
import type { TimeZone } from '#shared/domain/text/local-time.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { listItems } from '../capture-queue/queue-rows.ts';
import { listCases } from '../cases/list-cases.ts';
import { listCustody } from '../custody/list-custody.ts';
import { listDocuments } from '../documents/issued-documents.ts';
import { listCandidates, listProposals, listReminders, listStages } from '../elections/look-at-elections.ts';
import { listEvidence } from '../evidence/list-evidence.ts';
import { hoaxColumns } from '../hoaxes/list-columns.ts';
import { listHoaxes } from '../hoaxes/list-hoaxes.ts';
import type { UseCaseContext } from '../kernel.ts';
import { coverage, coveragePersons } from '../monitoring/coverage.ts';
import { listItems as listRoundItems } from '../monitoring/item-rows.ts';
import { personLines } from '../monitoring/person-lines.ts';
import { listRounds } from '../monitoring/round-rows.ts';
import { outreachTable } from '../outreach/list-tables.ts';
import { listReports } from '../public-reports/list-reports.ts';
import { reporterColumns } from '../public-reports/reporters-in-list.ts';
import { listEmployees } from '../roster/list-employees.ts';
import { candidateColumns, proposalColumns, reminderColumns, stageColumns } from './election-columns.ts';
import { type Column, column, type ListTable, localText, table } from './list-table.ts';
import {
  CASE_STATUS_WORDS,
  COMPLETENESS_WORDS,
  DOCUMENT_STATE_WORDS,
  EMPLOYMENT_WORDS,
  ORIGIN_WORDS,
  SOURCE_WORDS,
} from './list-words.ts';
import { groupColumns, itemColumns, lineColumns, personColumns, roundColumns } from './monitoring-tables.ts';

/** Reads the whole list at one moment: nothing can be written in between, since nothing here waits. */
export function listTable(selection: ListSelection, context: UseCaseContext): ListTable {
  const zone = context.settings().timeZone;
  const local = (instant: string): string => localText(instant, zone);
  switch (selection.list) {
    case 'roster':
      return table('Pegawai', rosterColumns(zone), (page) => listEmployees({ ...selection, ...page }, context));
    case 'cases':
      return table('Kasus', caseColumns(zone), (page) => listCases({ ...selection, ...page }, context));
    case 'evidence':
      return table('Bukti', evidenceColumns(zone), (page) => listEvidence({ ...selection, ...page }, context));
    case 'queue':
      return table('Antrean', queueColumns(zone), (page) => listItems({ ...selection, ...page }, context.database));
    case 'documents':
      return table('Dokumen', documentColumns(zone), (page) => listDocuments({ ...selection, ...page }, context));
    case 'electionStages':
      return table('Tahapan', stageColumns, (page) => listStages({ ...selection, ...page }, context));
    case 'candidates':
      return table('Calon', candidateColumns, (page) => listCandidates({ ...selection, ...page }, context));
    case 'electionReminders':
      return table('Pengingat', reminderColumns, (page) => listReminders({ ...selection, ...page }, context));
    case 'proposal-rows':
      return table('Aturan usulan', proposalColumns, (page) => listProposals({ ...selection, ...page }, context));
    case 'public-reports':
      return table(
        'Aduan',
        [...publicReportColumns(zone), ...(selection.reporters ? reporterColumns(context.database) : [])],
        (page) => listReports({ ...selection, ...page }, context),
      );
    case 'hoaxes':
      return table('Hoaks', hoaxColumns(), (page) => listHoaxes({ ...selection, ...page }, context));
    case 'custody':
      return table('Jejak Audit', custodyColumns(zone), (page) =>
        listCustody(context.database, { ...selection, ...page }),
      );
    case 'monitoring-rounds':
      return table('Ronde', roundColumns(), (page) => listRounds({ ...selection, ...page }, context.database));
    case 'monitoring-items':
      return table('Ronde', itemColumns(zone, local), (page) =>
        listRoundItems({ ...selection, ...page }, context.database),
      );
    case 'monitoring-coverage':
      return table('Cakupan', groupColumns(GROUP_HEADERS[selection.by]), () => {
        const { groups } = coverage(selection, context);
        return { total: groups.length, rows: groups };
      });
    case 'monitoring-persons':
      return table('Cakupan pegawai', personColumns(zone, local), (page) =>
        coveragePersons({ ...selection, ...page }, context),
      );
    case 'monitoring-person':
      return table('Pemantauan pegawai', lineColumns(zone, local), (page) =>
        personLines({ ...selection, ...page }, context),
      );
    default:
      return outreachTable(selection, context);
  }
}

const GROUP_HEADERS = { agency: 'Perangkat daerah (OPD)', unit: 'Unit kerja', position: 'Jabatan' } as const;

const rosterColumns = (zone: TimeZone): readonly Column<EmployeeRow>[] => [
  column('Nama', 34, (row) => row.name),
  column('NIP', 22, (row) => row.nip ?? ''),
  column('NIK', 20, (row) => row.nik ?? ''),
  column('Status', 18, (row) => (row.status === null ? '' : EMPLOYMENT_WORDS[row.status])),
  column('Golongan', 10, (row) => row.grade ?? ''),
  column('Pangkat', 22, (row) => row.rank ?? ''),
  column('Jabatan', 34, (row) => row.position ?? ''),
  column('Unit kerja', 34, (row) => row.unit ?? ''),
  column('Perangkat daerah (OPD)', 34, (row) => row.agency ?? ''),
  column('Kasus berjalan', 14, (row) => String(row.openCases)),
  column('Tidak tercantum sejak', 20, (row) =>
    row.goneSince === null ? '' : localText(row.goneSince, zone).slice(0, 10),
  ),
];

const caseColumns = (zone: TimeZone): readonly Column<CaseRow>[] => [
  column('Nomor', 22, (row) => row.number),
  column('Judul', 44, (row) => row.title),
  column('Status', 16, (row) => CASE_STATUS_WORDS[row.status]),
  column('Sumber', 14, (row) => SOURCE_WORDS[row.source]),
  column(`Dibuka (${zone})`, 20, (row) => localText(row.openedAt, zone)),
  column('Terlapor', 34, (row) => row.respondents),
  column('Dugaan', 20, (row) => row.allegationCodes.join(', ')),
  column('Jumlah bukti', 12, (row) => String(row.evidenceCount)),
];

const evidenceColumns = (zone: TimeZone): readonly Column<EvidenceRow>[] => [
  column('Nomor', 10, (row) => row.number),
  column('Judul', 44, (row) => row.title),
  column('Asal', 18, (row) => ORIGIN_WORDS[row.origin]),
  column('Tangan kedua', 13, (row) => (row.secondHand ? 'ya' : 'tidak')),
  column('Alamat', 50, (row) => row.address),
  column(`Diambil (${zone})`, 20, (row) => localText(row.capturedAt, zone)),
  column('Waktu unggah menurut halaman', 28, (row) => row.postedAtText),
  column('Catatan', 40, (row) => row.note),
  column('Kasus', 24, (row) => row.cases.map(({ number }) => number).join(', ')),
  column('Ditarik', 9, (row) => (row.withdrawn ? 'ya' : 'tidak')),
  column('SHA-256', 66, (row) => row.mainSha256),
];

/** Without who reported: that leaves the vault only where it was chosen (reporters-in-list.ts). */
const publicReportColumns = (zone: TimeZone): readonly Column<PublicReportRow>[] => [
  column('Nomor', 24, (row) => row.number),
  column(`Diterima (${zone})`, 20, (row) => localText(row.receivedAt, zone)),
  column('Hal', 44, (row) => row.subject),
  column('Pokok', 14, (row) => PUBLIC_REPORT_WORDS.id.topic[row.topic]),
  column('Melalui', 16, (row) => PUBLIC_REPORT_WORDS.id.channel[row.channel]),
  column('Pelapor', 12, (row) => (row.anonymous ? 'anonim' : 'dirahasiakan')),
  column('Terlapor', 34, (row) => row.accused),
  column('Keadaan', 20, (row) => PUBLIC_REPORT_WORDS.id.state[row.state]),
  column(`Sejak (${zone})`, 20, (row) => localText(row.stateSince, zone)),
  column('Tenggat', 12, (row) => row.dueDay ?? ''),
  column('Lewat tenggat', 12, (row) => (row.overdue ? 'ya' : '')),
  column('Berkas', 8, (row) => String(row.files)),
  column('Jawaban', 8, (row) => String(row.answers)),
  column('Aduan serupa', 12, (row) => String(row.linked)),
  column('Kasus', 22, (row) => row.case?.number ?? ''),
];

const queueColumns = (zone: TimeZone): readonly Column<CaptureQueueItem>[] => [
  column('No.', 8, (row) => String(row.position + 1)),
  column('Baris', 8, (row) => (row.row === null ? '' : String(row.row))),
  column('Alamat', 60, (row) => row.address),
  column('Hasil', 22, (row) => QUEUE_ITEM_WORDS.id[row.state]),
  column('Kelengkapan', 16, (row) => (row.level === null ? '' : COMPLETENESS_WORDS[row.level])),
  column('Bukti', 10, (row) => row.evidence?.number ?? ''),
  column('Percobaan', 10, (row) => String(row.attempts)),
  column(`Selesai (${zone})`, 20, (row) => (row.endedAt === null ? '' : localText(row.endedAt, zone))),
  column('Sebab', 50, (row) => reasonOf(row.error)),
  column('Kasus', 22, (row) => row.caseNumber ?? ''),
  column('Catatan', 40, (row) => row.note),
];

const documentColumns = (zone: TimeZone): readonly Column<IssuedDocument>[] => [
  column('Nomor', 30, (row) => row.number),
  column('Jenis', 34, (row) => DOCUMENT_KINDS[row.document].label.id),
  column('Versi', 12, (row) => row.variant),
  column('Kasus', 22, (row) => row.caseNumber ?? ''),
  column('Hari', 12, (row) => row.day ?? ''),
  column('Keadaan', 12, (row) => DOCUMENT_STATE_WORDS[row.state]),
  column(`Terbit (${zone})`, 20, (row) => localText(row.issuedAt, zone)),
  column('Diterbitkan oleh', 26, (row) => row.user),
  column('Ditandatangani oleh', 30, (row) => row.signer),
  column('Tingkat tanda tangan', 12, (row) => row.level),
  column('Penanda tangan', 40, (row) => row.expectedSigners.map(({ name }) => name).join('; ')),
  column('Menggantikan', 30, (row) => row.supersedes?.number ?? ''),
  column('Halaman', 9, (row) => String(row.pages)),
  column('Pengenal dokumen', 38, (row) => row.id),
  column('SHA-256', 66, (row) => row.sha256),
];

function reasonOf(error: string | null): string {
  const code = ERROR_CODES.find((listed) => listed === error);
  return code === undefined ? (error ?? '') : errorSentence('id', code);
}

const custodyColumns = (zone: TimeZone): readonly Column<CustodyRow>[] => [
  column('No.', 8, (row) => String(row.sequence)),
  column(`Waktu (${zone})`, 20, (row) => localText(row.at, zone)),
  column('Peristiwa', 34, (row) => custodyWords(row.action, 'id')),
  column('Mengenai', 24, (row) => row.subjectLabel ?? ''),
  column('Petugas', 26, (row) => row.user ?? `${ACTOR_UNKNOWN.id} (dicatat oleh ${row.signedBy})`),
  column('Keterangan', 50, (row) =>
    Object.entries(row.facts)
      .map(([name, value]) => `${name}=${String(value)}`)
      .join('; '),
  ),
  column('Hash', 66, (row) => row.hash),
];
