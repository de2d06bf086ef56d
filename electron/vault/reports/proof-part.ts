/** Whose the accounts of a case are, as a report prints it: the grade in words, the reasons, the counter-reasons. */
import type { AccountProof, CaseAccounts, ProofReason } from '#shared/contract/account-proof.ts';
import type { Respondent } from '#shared/contract/cases.ts';
import type { ReportAccount, ReportAccountReason } from '#shared/contract/report-proof.ts';
import {
  GRADE_BASES,
  type Grade,
  isLowerGrade,
  REASON_KINDS,
  type RecordField,
} from '#shared/domain/roster/account-proof.ts';

const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  terkonfirmasi: 'Terkonfirmasi',
  kuat: 'Kuat',
  lemah: 'Lemah – belum dikonfirmasi',
  belum: 'Belum dikonfirmasi',
};

const FIELD_WORDS: Readonly<Record<RecordField, string>> = {
  name: 'nama',
  nip: 'NIP',
  position: 'jabatan',
  workEmail: 'surel dinas',
  workPhone: 'nomor telepon dinas',
};

export interface ProofPartInput {
  readonly accounts: CaseAccounts;
  readonly respondents: readonly Respondent[];
  /** Evidence that the report lists; other evidence is not named, since it belongs to other cases. */
  readonly listed: ReadonlySet<string>;
  readonly masked: boolean;
}

/** The linked accounts of respondents who stand. A masked report tells kinds and numbers, no addresses and no free text. */
export function accountsForReport({ accounts, respondents, listed, masked }: ProofPartInput): ReportAccount[] {
  const standing = new Map(respondents.filter((one) => one.unlinkedAt === null).map((one) => [one.id, one]));
  return accounts.accounts.flatMap(({ respondentId, unlinkedAt, proof }) => {
    const respondent = standing.get(respondentId);
    if (respondent === undefined || unlinkedAt !== null) return [];
    const { account } = proof;
    const reasons = (side: 'for' | 'against'): ReportAccountReason[] =>
      proof.reasons
        .filter((one) => REASON_KINDS[one.kind].side === side && one.closed?.how !== 'withdrawn')
        .map((one) => reasonOf(one, listed, masked));
    return [
      {
        account: masked
          ? account.platform
          : [account.platform, account.handle].filter((part) => part !== '').join(' · '),
        address: masked || account.url === '' ? null : account.url,
        person: respondent.person?.name ?? 'Belum diketahui',
        grade: GRADE_WORDS[account.confidence],
        established: !isLowerGrade(account.confidence, 'kuat'),
        basis: basisOf(proof, masked),
        reasons: reasons('for'),
        counterReasons: reasons('against'),
      },
    ];
  });
}

function basisOf({ account, basis, carried, lowered }: AccountProof, masked: boolean): string[] {
  const carriedWords = GRADE_BASES[basis].id;
  if (lowered === null || account.confidence === carried) return [carriedWords];
  const why = masked ? '' : `: ${lowered.reason}`;
  return [carriedWords, `Diturunkan petugas dari tingkat ${GRADE_WORDS[carried].toLocaleLowerCase('id')}${why}`];
}

function reasonOf({ kind, evidence, record, note, closed }: ProofReason, listed: ReadonlySet<string>, masked: boolean) {
  const sources = [
    ...(evidence === null ? [] : [evidenceWords(evidence, listed)]),
    ...(record === null ? [] : [`data pegawai (${FIELD_WORDS[record.field]})`]),
  ];
  const notes = [note, closed === null ? '' : `Dijawab: ${closed.reason}`].filter((part) => part !== '');
  return {
    what: closed === null ? REASON_KINDS[kind].words.id : `${REASON_KINDS[kind].words.id} (sudah dijawab)`,
    source: sources.length === 0 ? 'tanpa bukti' : sources.join('; '),
    note: masked || notes.length === 0 ? null : notes.join(' '),
  };
}

function evidenceWords({ number, stands }: NonNullable<ProofReason['evidence']>, listed: ReadonlySet<string>): string {
  if (!stands) return 'bukti yang telah ditarik';
  return listed.has(number) ? number : 'bukti di luar berkas kasus ini';
}
