/** What the fake bridge answers for monitoring. */
import type {
  CoverageGroup,
  CoveragePerson,
  Look,
  RoundDetail,
  RoundItem,
  RoundRow,
} from '../../shared/contract/monitoring.ts';
import { OUTCOMES } from '../../shared/domain/monitoring/rules.ts';
import { fakeEmployee, fakeEvidence, fakeId, fakeUnits } from './fake-people.ts';
import type { FakeAnswers, Operation } from './fake-vault-states.ts';

type MonitoringAnswers = Pick<FakeAnswers, Extract<Operation, `monitoring.${string}`>>;

const USER = { id: fakeId(8, 1), name: 'Rahma Yuliani' };
const PLATFORMS = ['Facebook', 'Instagram', 'TikTok'] as const;

const round = (index: number, part: Partial<RoundRow>): RoundRow => ({
  id: fakeId(50, index),
  number: `R-000${index + 1}`,
  title: 'Ronde mingguan dinas',
  state: 'running',
  cadence: 'weekly',
  assignee: USER,
  begunOn: '2026-11-18',
  nextOn: '2026-11-25',
  createdAt: '2026-11-18T02:00:00.000Z',
  endedAt: null,
  persons: 22,
  accounts: 24,
  done: 6,
  open: 18,
  again: 1,
  withoutAccount: 3,
  ...part,
});

export const fakeRounds: readonly RoundRow[] = [
  round(2, {}),
  round(1, {
    title: 'Undian acak Oktober',
    state: 'stopped',
    cadence: 'once',
    nextOn: null,
    done: 11,
    open: 39,
    accounts: 50,
  }),
  round(0, {
    title: 'Semua OPD',
    state: 'finished',
    cadence: 'monthly',
    begunOn: '2026-10-12',
    nextOn: '2026-11-12',
    done: 24,
    open: 0,
    again: 0,
  }),
];

export const fakeDetail = (id: string): RoundDetail => ({
  ...(fakeRounds.find((one) => one.id === id) ?? round(2, {})),
  seriesId: fakeId(50, 0),
  plan: {
    agencies: [fakeUnits[0] ?? '', fakeUnits[1] ?? ''],
    units: [],
    positions: [],
    persons: [],
    reason: '',
    lastChecked: { when: 'before', day: '2026-11-01' },
    sample: { size: 22, seed: null },
  },
  seed: '01a20628-dd0f-779d-9fa6-87fe1759b5fc',
  seedGiven: false,
  createdBy: USER.name,
  endedBy: null,
  population: 180,
  outcomes: { nothing: 4, captured: 1, gone: 1 },
  left: 0,
  carried: 0,
  carriedFrom: null,
  carriedTo: null,
  seriesEnded: false,
});

export const fakeLook = (index: number, part: Partial<Look> = {}): Look => ({
  id: fakeId(52, index),
  outcome: OUTCOMES[index % OUTCOMES.length] ?? 'nothing',
  at: `2026-11-20T03:${10 + index}:00.000Z`,
  by: USER.name,
  note: '',
  evidence: null,
  undoneAt: null,
  ...part,
});

export function fakeRoundItem(index: number): RoundItem {
  const { id, name, position, unit } = fakeEmployee(index);
  const done = index < 6;
  const known = index < 24;
  const handle = name.split(/[ ,]/).slice(0, 2).join('.').toLowerCase();
  return {
    id: fakeId(51, index),
    position: index,
    employee: { id, name, position, unit, agency: 'Pemerintah Kota Bengkulu' },
    account: known
      ? {
          id: fakeId(53, index),
          platform: PLATFORMS[index % 3] ?? '',
          handle,
          url: `https://www.lini.test/${handle}`,
          confidence: 'kuat',
        }
      : null,
    state: done ? (index === 1 ? 'again' : 'done') : known ? 'open' : 'no-account',
    last: done ? fakeLook(index) : null,
  };
}

const NUMBERS = { least: 0, median: 2, most: 6, bars: [14, 60, 92, 40, 9, 3] };

const group = (index: number): CoverageGroup => ({
  name: fakeUnits[index] ?? '',
  persons: 218 - index * 9,
  withAccount: 160 - index * 8,
  withoutAccount: 58 - index,
  checked: 120 - index * 11,
  never: 14 + index,
  overdue: index * 2,
  looks: 300 - index * 20,
  ...NUMBERS,
  median: 2 - (index % 4) / 2,
  most: 6 - (index % 3),
  standOut: index === 2 ? 1 : 0,
});

const person = (index: number): CoveragePerson => {
  const { id, name, nip, position, unit, agency } = fakeEmployee(index);
  const looks = index === 0 ? 6 : index % 4;
  return {
    id,
    name,
    nip,
    position,
    unit,
    agency,
    accounts: index % 7 === 6 ? 0 : 1,
    lastCheckedAt: looks === 0 ? null : `2026-11-1${looks}T04:00:00.000Z`,
    looks,
    rounds: ['R-0001', 'R-0002', 'R-0003'].slice(0, Math.min(looks, 3)),
    outside: Math.max(0, looks - 3),
    overdueSince: index % 5 === 3 ? '2026-11-19' : null,
    peers: 2,
    standsOut: index === 0,
  };
};

/** Made anew for each bridge: the work goes on from account to account. */
export function fakeMonitoringAnswers(): MonitoringAnswers {
  const given: { item: RoundItem; look: Look }[] = [];
  const work: MonitoringAnswers['monitoring.work'] = ({ roundId, itemId }) => {
    const detail = fakeRounds.find(({ id }) => id === roundId) ?? fakeRounds[0]!;
    const next = fakeRoundItem(6 + given.length);
    const chosen = itemId === undefined ? next : fakeRoundItem(Number.parseInt(itemId.slice(-6), 16));
    const running = detail.state === 'running' && next.account !== null;
    const { id, number, title } = fakeEvidence(3);
    return {
      round: { ...detail, done: detail.done + given.length, open: detail.open - given.length },
      item: running
        ? {
            ...chosen,
            earlier: given.length === 0 ? [{ ...fakeLook(0, { note: 'Unggahan dinas' }), round: 'R-0001' }] : [],
            captures:
              given.length === 1
                ? [{ id, number, title, caseNumber: null, capturedAt: '2026-11-20T03:30:00.000Z' }]
                : [],
          }
        : null,
      latest: given.at(-1) ?? null,
    };
  };
  const found = <Row>(rows: readonly Row[], { offset, limit }: { offset: number; limit: number }) => ({
    total: rows.length,
    rows: rows.slice(offset, offset + limit),
  });
  const preview: MonitoringAnswers['monitoring.preview'] = ({ plan }) => ({
    eligible: 180,
    persons: plan.sample?.size ?? 180,
    accounts: 140,
    withoutAccount: 40,
    exact: plan.sample === null,
    setAside: 2,
    byAgency: [],
  });
  return {
    'monitoring.choices': () => ({ agencies: [...fakeUnits], units: [], positions: ['Guru Ahli Muda'], users: [USER] }),
    'monitoring.preview': preview,
    'monitoring.begin': ({ title }) => round(2, { title }),
    'monitoring.rounds': (input) =>
      found(
        fakeRounds.filter(
          (one) =>
            one.title.toLowerCase().includes(input.query.toLowerCase()) &&
            (input.state === undefined || one.state === input.state),
        ),
        input,
      ),
    'monitoring.get': ({ id }) => fakeDetail(id),
    'monitoring.items': (input) =>
      found(
        Array.from({ length: 27 }, (_, index) => fakeRoundItem(index)).filter(
          (one) =>
            one.employee.name.toLowerCase().includes(input.query.toLowerCase()) &&
            (input.state === undefined || one.state === input.state),
        ),
        input,
      ),
    'monitoring.work': work,
    'monitoring.record': ({ itemId, outcome, note, evidenceId }, ...rest) => {
      const item = fakeRoundItem(Number.parseInt(itemId.slice(-6), 16));
      const { id, number, title } = fakeEvidence(3);
      const evidence = evidenceId === null ? null : { id, number, title, caseNumber: null };
      given.push({ item, look: fakeLook(given.length, { outcome, note, evidence }) });
      return work({ roundId: fakeRounds[0]!.id }, ...rest);
    },
    'monitoring.undo': ({ roundId }, ...rest) => {
      const last = given.pop();
      return work({ roundId, itemId: last?.item.id }, ...rest);
    },
    'monitoring.amend': ({ note }) => fakeLook(0, { note }),
    'monitoring.act': ({ id, action }) => ({ ...fakeDetailRow(id), state: action === 'stop' ? 'stopped' : 'running' }),
    'monitoring.finish': ({ id, remaining }) => ({
      round: { ...fakeDetailRow(id), state: 'finished' },
      carriedTo: remaining === 'carry' ? fakeId(50, 1) : null,
    }),
    'monitoring.assign': ({ id }) => fakeDetailRow(id),
    'monitoring.endSeries': ({ id }) => ({ ...fakeDetail(id), seriesEnded: true }),
    'monitoring.checkDraw': () => ({
      same: true,
      population: 180,
      size: 22,
      seed: 'benih',
      populationSha256: '5f'.repeat(32),
    }),
    'monitoring.due': () => ({ due: [fakeRounds[2]!], running: [fakeRounds[0]!], nextOn: '2026-11-25' }),
    'monitoring.coverage': () => {
      const groups = fakeUnits.map((_unit, index) => group(index));
      const { name: _name, ...total } = group(2);
      return { total, groups, outcomes: 24 };
    },
    'monitoring.persons': (input) =>
      found(
        Array.from({ length: 40 }, (_, index) => person(index)).filter(
          (one) =>
            one.name.toLowerCase().includes(input.query.toLowerCase()) &&
            (input.which !== 'stands-out' || one.standsOut),
        ),
        input,
      ),
    'monitoring.person': ({ employeeId }) => {
      const { id, number, title } = fakeRounds[2]!;
      const of = { id, number, title };
      const { plan } = fakeDetail(id);
      const line = { round: of, plan: null, account: 'Facebook ahmad.saputra', look: null, evidence: null };
      return {
        employee: { id: employeeId, name: fakeEmployee(0).name, nip: null, unit: fakeUnits[0] ?? '' },
        total: 3,
        rows: [
          {
            ...line,
            at: '2026-11-20T03:12:00.000Z',
            kind: 'look',
            look: fakeLook(3, { undoneAt: '2026-11-20T03:13:00.000Z' }),
          },
          { ...line, at: '2026-11-20T03:10:00.000Z', kind: 'look', look: fakeLook(0) },
          { ...line, at: '2026-11-18T02:00:00.000Z', kind: 'planned', plan },
        ],
      };
    },
  };
}

function fakeDetailRow(id: string): RoundRow {
  return fakeRounds.find((one) => one.id === id) ?? round(2, {});
}
