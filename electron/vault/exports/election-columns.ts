/** Columns of the lists of elections: stages, candidates, reminders, rules of proposals. */
import type { OutputOf } from '#shared/contract/index.ts';
import type { Candidate, ListedProposal, Reminder } from '#shared/contract/elections.ts';
import { actSheet } from '#shared/domain/acts/sheets.ts';
import {
  ACCOUNT_KIND_WORDS,
  OFFICE_WORDS,
  PATH_WORDS,
  REMINDER_WORDS,
  STAGE_WORDS,
  STANDING_WORDS,
} from '#shared/domain/elections/kinds.ts';
import { type Column, column } from './list-table.ts';
import { VERIFICATION_WORDS } from './list-words.ts';

type Stage = OutputOf<'elections.stages'>['rows'][number];
type Sourced = Pick<Stage, 'source' | 'sourceUrl' | 'verification' | 'verifiedBy' | 'verifiedAt'>;

const sourceColumns: readonly Column<Sourced>[] = [
  column('Sumber', 40, (row) => row.source),
  column('Alamat sumber', 50, (row) => row.sourceUrl ?? ''),
  column('Keadaan verifikasi', 22, (row) => VERIFICATION_WORDS[row.verification]),
  column('Diverifikasi oleh', 26, (row) => row.verifiedBy ?? ''),
  column('Tanggal verifikasi', 18, (row) => row.verifiedAt ?? ''),
];

export const stageColumns: readonly Column<Stage>[] = [
  column('Pemilihan', 30, (row) => row.electionName),
  column('Rezim', 12, (row) => row.regime),
  column('Tahapan', 36, (row) => STAGE_WORDS[row.kind].id),
  column('Nama', 40, (row) => row.name),
  column('Jabatan', 30, (row) => (row.office === null ? '' : OFFICE_WORDS[row.office].id)),
  column('Mulai', 12, (row) => row.startsOn),
  column('Sampai', 12, (row) => row.endsOn),
  column('Catatan', 40, (row) => row.note),
  ...sourceColumns,
];

export const candidateColumns: readonly Column<Candidate>[] = [
  column('Pemilihan', 30, (row) => row.electionName),
  column('Jabatan', 30, (row) => OFFICE_WORDS[row.office].id),
  column('Daerah', 24, (row) => row.region),
  column('Nomor urut', 11, (row) => row.number),
  column('Nama', 34, (row) => row.name),
  column('Pasangan', 34, (row) => row.partnerName),
  column('Status', 24, (row) => STANDING_WORDS[row.standing].id),
  column('Calon sejak', 13, (row) => row.candidateFrom ?? ''),
  column('Mundur/gugur sejak', 18, (row) => row.withdrawnOn ?? ''),
  column('Jalur', 26, (row) => PATH_WORDS[row.path].id),
  column('Partai pengusung', 40, (row) => row.parties.join(', ')),
  column('Tagar', 30, (row) => row.tags.join(', ')),
  column('Simbol', 30, (row) => row.symbols.join(', ')),
  column('Warna', 20, (row) => row.colours.join(', ')),
  column('Akun', 60, (row) => row.accounts.map(accountText).join('; ')),
  column('Catatan', 40, (row) => row.note),
];

export const reminderColumns: readonly Column<Reminder>[] = [
  column('Jenis', 24, (row) => REMINDER_WORDS[row.kind].id),
  column('Yang dicari', 40, (row) => row.text),
  column('Mengenai', 34, (row) => row.about),
  column('Catatan', 60, (row) => row.note),
  column('Mulai', 12, (row) => row.fromDay ?? ''),
  column('Sampai', 12, (row) => row.untilDay ?? ''),
  ...sourceColumns,
];

/** A row for which nothing is proposed has nothing that could be checked. */
export const proposalColumns: readonly Column<ListedProposal>[] = [
  column('Baris', 10, (row) => row.code),
  column('Bunyi', 80, (row) => row.text),
  column('Didahulukan untuk', 50, (row) => row.actTypes.map((type) => actSheet(type).words.id).join(', ')),
  column('Catatan', 40, (row) => row.note),
  ...sourceColumns.map(({ text, ...rest }) => ({
    ...rest,
    text: (row: ListedProposal) => (row.actTypes.length === 0 ? '' : text(row)),
  })),
];

function accountText({ kind, platform, handle, url }: Candidate['accounts'][number]): string {
  return `${ACCOUNT_KIND_WORDS[kind].id}: ${[platform, handle, url].filter((part) => part !== '').join(' ')}`;
}
