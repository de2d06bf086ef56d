/** What the fake bridge answers about acts and about whose an account is. */
import type { AccountProof, CaseAccounts } from '../../shared/contract/account-proof.ts';
import type { Act, CaseActs } from '../../shared/contract/acts.ts';
import { fakeCase, fakeId } from './fake-people.ts';
import type { FakeAnswers } from './fake-vault-states.ts';

const AT = '2026-11-19T03:00:00.000Z';
const WHO = 'Rahma Yuliani';
const account = {
  id: fakeId(14, 1),
  employeeId: fakeId(1, 0),
  platform: 'Facebook',
  handle: 'akun.contoh',
  url: 'https://facebook.contoh.test/akun.contoh',
  confidence: 'lemah' as const,
  basis: 'Foto dan nama sama',
  createdAt: '2026-11-01T00:00:00.000Z',
};
const reason = { note: '', evidence: null, record: null, addedAt: AT, addedBy: WHO, closed: null };

/** One account with reasons on both sides, not established. */
export const fakeProof: AccountProof = {
  account,
  carried: 'lemah',
  basis: 'STRONG_COUNTER',
  lowered: null,
  reasons: [
    {
      ...reason,
      id: fakeId(15, 1),
      kind: 'nama_lengkap',
      record: { field: 'name', value: 'Ahmad Saputra, S.Pd.' },
    },
    {
      ...reason,
      id: fakeId(15, 2),
      kind: 'tautan_resmi',
      note: 'Akun instansi menandai akun ini pada kegiatan 17 Agustus.',
      evidence: { id: fakeId(3, 0), number: 'B-0001', title: 'Profil akun', stands: true },
    },
    { ...reason, id: fakeId(15, 3), kind: 'bantahan', note: 'Disampaikan lisan saat klarifikasi.' },
    {
      ...reason,
      id: fakeId(15, 4),
      kind: 'foto_wajah',
      evidence: { id: fakeId(3, 1), number: 'B-0002', title: '', stands: false },
      closed: { how: 'withdrawn', reason: 'Foto milik orang lain', at: AT, by: WHO },
    },
  ],
};

const act: Act = {
  id: fakeId(16, 1),
  type: 'like',
  respondentId: fakeId(4, 0),
  day: '2026-11-19',
  dateText: '3 jam',
  address: 'https://facebook.contoh.test/unggahan/88',
  note: '',
  addedAt: AT,
  addedBy: WHO,
  withdrawnAt: null,
  withdrawReason: null,
  entries: [
    {
      id: fakeId(17, 1),
      item: 'daftar_penyuka',
      evidence: { id: fakeId(3, 0), number: 'B-0001', title: 'Daftar penyuka', stands: true },
      unobtainable: null,
      at: AT,
      by: WHO,
    },
    { id: fakeId(17, 2), item: 'profil', evidence: null, unobtainable: 'Profil dikunci', at: AT, by: WHO },
  ],
  missing: ['unggahan_sasaran', 'akun_sasaran'],
};

/** The first case has an act and an account; the others begin empty. */
const actsOf = (caseId: string): CaseActs => ({ acts: caseId === fakeCase(0).id ? [act] : [] });
const accountsOf = (caseId: string): CaseAccounts =>
  caseId === fakeCase(0).id
    ? {
        accounts: [
          {
            id: fakeId(18, 1),
            respondentId: fakeId(4, 0),
            proof: fakeProof,
            linkedAt: AT,
            unlinkedAt: null,
            unlinkReason: null,
          },
        ],
        offered: [
          {
            respondentId: fakeId(4, 0),
            account: {
              ...account,
              id: fakeId(14, 3),
              platform: 'Instagram',
              handle: '@akun.contoh',
              confidence: 'belum',
            },
          },
        ],
      }
    : { accounts: [], offered: [] };

type Names =
  | `roster.${'proof' | 'addProofReason' | 'closeProofReason' | 'lowerGrade'}`
  | `cases.${'acts' | 'saveAct' | 'withdrawAct' | 'fillActItem' | 'waiveActItem' | 'clearActItem'}`
  | `cases.${'accounts' | 'linkAccount' | 'unlinkAccount'}`;

export function fakeProofAnswers(): Pick<FakeAnswers, Names> {
  return {
    'roster.proof': () => fakeProof,
    'roster.addProofReason': () => fakeProof,
    'roster.closeProofReason': () => fakeProof,
    'roster.lowerGrade': () => fakeProof,
    'cases.acts': ({ caseId }) => actsOf(caseId),
    'cases.saveAct': ({ caseId }) => actsOf(caseId),
    'cases.withdrawAct': ({ caseId }) => actsOf(caseId),
    'cases.fillActItem': ({ caseId }) => actsOf(caseId),
    'cases.waiveActItem': ({ caseId }) => actsOf(caseId),
    'cases.clearActItem': ({ caseId }) => actsOf(caseId),
    'cases.accounts': ({ caseId }) => accountsOf(caseId),
    'cases.linkAccount': ({ caseId }) => accountsOf(caseId),
    'cases.unlinkAccount': ({ caseId }) => accountsOf(caseId),
  };
}
