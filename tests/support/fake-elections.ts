/** What the fake bridge answers for elections. Every name is made up. */
import type {
  Candidate,
  Election,
  ElectionStage,
  ListedProposal,
  Proposal,
  Reminder,
} from '../../shared/contract/elections.ts';
import { STAGE_WORDS } from '../../shared/domain/elections/kinds.ts';
import { stageWarnings } from '../../shared/domain/elections/stage-problems.ts';
import { phaseOn, stagesOn, standingOf, standingOfAny } from '../../shared/domain/elections/standing.ts';
import { fakeId, fakeReferences } from './fake-people.ts';
import type { FakeAnswers, Operation } from './fake-vault-states.ts';

const TODAY = '2024-10-21';

const stage = (index: number, kind: ElectionStage['kind'], startsOn: string, endsOn = startsOn): ElectionStage => ({
  id: fakeId(61, index),
  kind,
  office: null,
  name: '',
  startsOn,
  endsOn,
  note: '',
  source: 'Keputusan KPU contoh',
  sourceUrl: index === 1 ? null : 'https://kpu.test/jadwal',
  verification: index === 1 ? 'ingatan' : 'sumber_sekunder',
  verifiedBy: null,
  verifiedAt: null,
});
export const fakeStages: readonly ElectionStage[] = [
  stage(0, 'pendaftaran', '2024-08-27', '2024-08-29'),
  stage(1, 'penetapan', '2024-09-22'),
  stage(2, 'kampanye', '2024-09-25', '2024-11-23'),
  stage(3, 'masa_tenang', '2024-11-24', '2024-11-26'),
  stage(4, 'pemungutan_suara', '2024-11-27'),
];
export const fakeElections: readonly Election[] = [
  {
    id: fakeId(60, 0),
    name: 'Pilkada Contoh 2024',
    regime: 'PILKADA',
    watchFrom: '2024-01-01',
    watchUntil: null,
    note: '',
    stages: [...fakeStages],
    warnings: [],
    candidates: 2,
    phase: 'kampanye',
  },
  {
    id: fakeId(60, 1),
    name: 'Pemilu Contoh',
    regime: 'PEMILU',
    watchFrom: null,
    watchUntil: null,
    note: '',
    stages: [stage(9, 'pemungutan_suara', '2024-02-14')],
    warnings: stageWarnings([stage(9, 'pemungutan_suara', '2024-02-14')]).map(({ problem, stages }) => ({
      problem,
      stages: [...stages],
    })),
    candidates: 0,
    phase: 'sesudah_pemungutan',
  },
];
const candidate = (index: number, part: Partial<Candidate>): Candidate => ({
  id: fakeId(62, index),
  electionId: fakeId(60, 0),
  electionName: 'Pilkada Contoh 2024',
  regime: 'PILKADA',
  office: 'wali_kota',
  region: 'Kota Contoh',
  name: 'Sari Contoh',
  partnerName: 'Budi Contoh',
  number: '1',
  path: 'partai',
  parties: ['Partai Contoh'],
  symbols: ['Satu jari'],
  colours: ['hijau'],
  tags: ['#SariBudi'],
  declaredOn: '2024-05-01',
  determinedOn: null,
  withdrawnOn: null,
  withdrawnWhy: '',
  note: '',
  accounts: [
    {
      id: fakeId(63, index),
      kind: 'resmi',
      platform: 'Instagram',
      handle: '@saribudi',
      url: 'https://lini.test/saribudi',
      note: '',
    },
  ],
  standing: 'calon',
  candidateFrom: '2024-09-22',
  ...part,
});
export const fakeCandidates: readonly Candidate[] = [
  candidate(0, {}),
  candidate(1, {
    name: 'Tono Misal',
    partnerName: 'Rina Misal',
    number: '2',
    tags: ['#TonoRina'],
    symbols: [],
    accounts: [],
  }),
];
const reminder = (index: number, part: Partial<Reminder>): Reminder => ({
  id: fakeId(64, index),
  electionId: null,
  candidateId: null,
  about: '',
  kind: 'gestur',
  text: 'Satu telunjuk',
  note: 'Penanda bagi mata, bukan pelanggaran.',
  fromDay: null,
  untilDay: null,
  source: 'Daftar pose',
  sourceUrl: null,
  verification: 'sumber_sekunder',
  verifiedBy: null,
  verifiedAt: null,
  ...part,
});
export const fakeReminders: readonly Reminder[] = [
  reminder(0, {}),
  reminder(1, { kind: 'kata', text: 'pilih nomor', note: '', verification: 'inferensi' }),
];

type ElectionAnswers = Pick<FakeAnswers, Extract<Operation, `elections.${string}`>>;
const saved = { id: fakeId(60, 5) };

function proposalOn(day: string, chosen: Candidate | null): Proposal {
  const { standing, code, ...reason } =
    chosen === null ? standingOfAny(day, fakeStages) : standingOf(day, chosen, fakeStages);
  const wanted = standing === 'calon' ? 'disiplin' : 'kode_etik';
  return {
    election: {
      id: fakeId(60, 0),
      name: 'Pilkada Contoh 2024',
      regime: 'PILKADA',
      phase: phaseOn(day, fakeStages),
      stages: stagesOn(day, fakeStages),
    },
    candidate: chosen === null ? null : { id: chosen.id, label: `${chosen.number}. ${chosen.name}` },
    standing,
    reason: { code, ...reason },
    rows: fakeReferences
      .filter(({ category }) => category === wanted)
      .map(({ code: row, category, text, verification }) => ({ code: row, category, text, fits: 'act', verification })),
  };
}

const NO_SOURCE = { source: '', sourceUrl: null, verifiedBy: null, verifiedAt: null };
const fakeProposals: readonly ListedProposal[] = [
  { ...NO_SOURCE, code: 'D-2', text: 'Mengunggah dukungan.', actTypes: [], note: '', verification: 'ingatan' },
  {
    ...NO_SOURCE,
    code: 'D-6',
    text: 'Menyukai atau mengomentari unggahan dukungan.',
    actTypes: ['like', 'komentar'],
    note: 'Baris ini menyebut like dan comment.',
    source: 'Bunyi baris itu sendiri',
    verification: 'inferensi',
  },
];

export function fakeElectionAnswers(): ElectionAnswers {
  const has = (text: string, query: string): boolean => text.toLowerCase().includes(query.toLowerCase());
  return {
    'elections.list': () => ({ rows: [...fakeElections] }),
    'elections.save': () => saved,
    'elections.saveStage': () => saved,
    'elections.stages': ({ query, kind }) => {
      const rows = fakeElections
        .flatMap(({ id, name, regime, stages }) =>
          stages.map((one) => ({ ...one, electionId: id, electionName: name, regime })),
        )
        .filter((one) => kind === undefined || one.kind === kind)
        .filter((one) => has(`${one.electionName} ${STAGE_WORDS[one.kind].id}`, query));
      return { total: rows.length, rows };
    },
    'elections.candidates': ({ query, offset, limit }) => {
      const rows = fakeCandidates.filter(({ name, partnerName, tags }) =>
        has([name, partnerName, ...tags].join(' '), query),
      );
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    'elections.saveCandidate': () => saved,
    'elections.saveCandidateAccount': () => saved,
    'elections.reminderList': ({ query, offset, limit }) => {
      const rows = fakeReminders.filter(({ text }) => has(text, query));
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    'elections.saveReminder': () => saved,
    'elections.setRemoved': () => ({}),
    'elections.reminders': ({ day = TODAY }) => ({
      day,
      elections: [
        {
          id: fakeId(60, 0),
          name: 'Pilkada Contoh 2024',
          regime: 'PILKADA',
          phase: phaseOn(day, fakeStages),
          stages: stagesOn(day, fakeStages),
        },
      ],
      candidates: [...fakeCandidates],
      reminders: [...fakeReminders],
    }),
    'elections.propose': ({ day, candidateId }) =>
      day === null
        ? { proposals: [], none: 'no-day' }
        : { proposals: [proposalOn(day, fakeCandidates.find(({ id }) => id === candidateId) ?? null)], none: null },
    'elections.actCandidates': () => ({ rows: [] }),
    'elections.setActCandidate': () => ({}),
    'elections.proposalRows': ({ query, actType }) => {
      const rows = fakeProposals
        .filter(({ actTypes }) => actType === undefined || actTypes.includes(actType))
        .filter(({ code, text }) => has(`${code} ${text}`, query));
      return { total: rows.length, rows };
    },
    'elections.saveProposalRow': () => ({}),
  };
}
