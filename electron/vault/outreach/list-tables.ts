/** The lists of outreach as they leave: columns in official Indonesian. */
import type { ListSelection } from '#shared/contract/lists.ts';
import type { OutreachAttendee, OutreachInvitee, OutreachSessionRow } from '#shared/contract/outreach.ts';
import type { AgencyCoverage, OutreachPerson } from '#shared/contract/outreach-coverage.ts';
import type { PledgeRow } from '#shared/contract/outreach-pledges.ts';
import { SESSION_STATE_WORDS, SOURCE_WORDS } from '#shared/domain/outreach/outreach-words.ts';
import type { TimeZone } from '#shared/domain/text/local-time.ts';
import { type Column, column, type ListTable, localText, table } from '../exports/list-table.ts';
import { EMPLOYMENT_WORDS } from '../exports/list-words.ts';
import type { UseCaseContext } from '../kernel.ts';
import { listAttendance } from './attendance.ts';
import { listPersons, outreachCoverage } from './coverage.ts';
import { listInvitees } from './invitations.ts';
import { listPledges } from './pledges.ts';
import { listSessions } from './session-rows.ts';

type OutreachSelection = Extract<ListSelection, { list: 'outreach' | `outreach-${string}` }>;

/** Reads one of outreach's lists whole. */
export function outreachTable(selection: OutreachSelection, context: UseCaseContext): ListTable {
  const { database } = context;
  const zone = context.settings().timeZone;
  switch (selection.list) {
    case 'outreach':
      return table('Sosialisasi', sessionColumns, (page) => listSessions({ ...selection, ...page }, database));
    case 'outreach-attendance':
      return table('Daftar Hadir', attendeeColumns(zone), (page) =>
        listAttendance({ ...selection, ...page }, database),
      );
    case 'outreach-invitees':
      return table('Undangan', inviteeColumns, (page) => listInvitees({ ...selection, ...page }, database));
    case 'outreach-pledges':
      return table('Ikrar dan Pakta', pledgeColumns, (page) => listPledges({ ...selection, ...page }, database));
    case 'outreach-persons':
      return table('Cakupan Pegawai', personColumns, (page) => listPersons({ ...selection, ...page }, database));
    case 'outreach-coverage': {
      const { agencies } = outreachCoverage(database, selection);
      return table('Cakupan OPD', agencyColumns, ({ offset, limit }) => ({
        total: agencies.length,
        rows: agencies.slice(offset, offset + limit),
      }));
    }
  }
}

const text = (value: string | null): string => value ?? '';
const yes = (value: boolean): string => (value ? 'ya' : 'tidak');

const sessionColumns: readonly Column<OutreachSessionRow>[] = [
  column('Nomor', 12, (row) => row.number),
  column('Topik', 44, (row) => row.topic),
  column('Hari', 12, (row) => row.day),
  column('Mulai', 8, (row) => row.begins),
  column('Selesai', 8, (row) => row.ends),
  column('Tempat', 34, (row) => row.place),
  column('Daring', 8, (row) => yes(row.online)),
  column('Narasumber', 44, (row) =>
    row.speakers.map(({ name, office }) => (office === '' ? name : `${name} (${office})`)).join('; '),
  ),
  column('Keadaan', 14, (row) => SESSION_STATE_WORDS[row.state].id),
  column('Diundang', 10, (row) => String(row.invited)),
  column('Hadir', 10, (row) => String(row.attended)),
  column('Tamu', 8, (row) => String(row.guests)),
  column('Belum dikenal', 14, (row) => String(row.openRows)),
];

const attendeeColumns = (zone: TimeZone): readonly Column<OutreachAttendee>[] => [
  column('Nama', 34, (row) => row.name),
  column('NIP', 22, (row) => text(row.nip)),
  column('Unit kerja', 34, (row) => text(row.unit)),
  column('Perangkat daerah (OPD)', 34, (row) => text(row.agency)),
  column('Peserta', 12, (row) => (row.employeeId === null ? 'tamu' : 'pegawai')),
  column('Cara dicatat', 18, (row) => SOURCE_WORDS[row.source].id),
  column(`Dicatat (${zone})`, 20, (row) => localText(row.addedAt, zone)),
  column('Dicatat oleh', 26, (row) => row.addedBy),
  column('Ditarik', 9, (row) => yes(row.withdrawnAt !== null)),
  column('Alasan ditarik', 40, (row) => text(row.withdrawReason)),
];

const inviteeColumns: readonly Column<OutreachInvitee>[] = [
  column('Nama', 34, (row) => row.name),
  column('NIP', 22, (row) => text(row.nip)),
  column('Jabatan', 34, (row) => text(row.position)),
  column('Unit kerja', 34, (row) => text(row.unit)),
  column('Perangkat daerah (OPD)', 34, (row) => text(row.agency)),
  column('Hadir', 8, (row) => yes(row.attended)),
];

const pledgeColumns: readonly Column<PledgeRow>[] = [
  column('Nama', 34, (row) => row.name),
  column('NIP', 22, (row) => text(row.nip)),
  column('Unit kerja', 34, (row) => text(row.unit)),
  column('Perangkat daerah (OPD)', 34, (row) => text(row.agency)),
  column('Jenis', 30, (row) => row.kindLabel),
  column('Ditandatangani', 16, (row) => row.signedOn),
  column('Sosialisasi', 40, (row) => (row.session === null ? '' : `${row.session.number} ${row.session.topic}`)),
  column('Pindaian', 26, (row) => text(row.scan?.name ?? null)),
  column('Catatan', 34, (row) => row.note),
  column('Ditarik', 9, (row) => yes(row.withdrawnAt !== null)),
  column('Alasan ditarik', 40, (row) => text(row.withdrawReason)),
];

const personColumns: readonly Column<OutreachPerson>[] = [
  column('Nama', 34, (row) => row.name),
  column('NIP', 22, (row) => text(row.nip)),
  column('Status', 18, (row) => (row.status === null ? '' : EMPLOYMENT_WORDS[row.status])),
  column('Jabatan', 34, (row) => text(row.position)),
  column('Unit kerja', 34, (row) => text(row.unit)),
  column('Perangkat daerah (OPD)', 34, (row) => text(row.agency)),
  column('Sosialisasi diikuti', 18, (row) => String(row.sessions)),
  column('Terakhir', 12, (row) => text(row.lastDay)),
  column('Topik terakhir', 40, (row) => text(row.lastTopic)),
  column('Ditandatangani', 16, (row) => text(row.signedOn)),
  column('Jenis pernyataan', 30, (row) => text(row.signedKind)),
];

const agencyColumns: readonly Column<AgencyCoverage>[] = [
  column('Perangkat daerah (OPD)', 44, (row) => row.agency ?? 'Tanpa OPD'),
  column('Pegawai', 10, (row) => String(row.people)),
  column('Pernah ikut', 12, (row) => String(row.reached)),
  column('Pernah ikut (%)', 14, (row) => share(row.reached, row.people)),
  column('Menandatangani', 14, (row) => String(row.signed)),
  column('Menandatangani (%)', 18, (row) => share(row.signed, row.people)),
];

/** "66,7" */
function share(part: number, whole: number): string {
  return whole === 0 ? '' : ((part / whole) * 100).toFixed(1).replace('.', ',');
}
