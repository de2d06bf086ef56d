/** What the fake bridge answers for queues and second looks. */
import type { CaptureQueueItem, CaptureQueueRow, SecondLook } from '../../shared/contract/capture-queue.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakeEvidence, fakeId } from './fake-people.ts';
import type { FakeAnswers, Operation } from './fake-vault-states.ts';

type QueueAnswers = Pick<FakeAnswers, Extract<Operation, `queue.${string}` | `secondLooks.${string}`>>;

const STATES = ['captured', 'captured', 'wall', 'captured', 'gone', 'failed', 'refused', 'running', 'waiting'] as const;
const ITEMS = 24;

export const fakeItems: readonly CaptureQueueItem[] = Array.from({ length: ITEMS }, (_, index) => {
  const state = STATES[Math.min(index, STATES.length - 1)] ?? 'waiting';
  const kept = state === 'captured' || state === 'wall' || state === 'gone';
  return {
    id: fakeId(21, index),
    position: index,
    row: index + 2,
    address: `https://www.lini.test/netral/unggahan/${4_001 + index}`,
    state,
    attempts: state === 'waiting' ? 0 : state === 'failed' ? 3 : 1,
    caseNumber: index % 4 === 0 ? 'REG-024' : null,
    note: index === 0 ? 'Komentar paling atas' : '',
    notBefore: null,
    endedAt: state === 'waiting' || state === 'running' ? null : `2026-11-22T03:${10 + index}:00.000Z`,
    evidence: kept ? { id: fakeEvidence(index).id, number: fakeEvidence(index).number } : null,
    outcome: kept ? state : null,
    level: state === 'captured' ? (index === 1 ? 'red' : 'green') : null,
    error: state === 'failed' ? 'CAPTURE_NOT_LOADED' : state === 'refused' ? 'ADDRESS_NOT_ALLOWED' : null,
  };
});

const queue = (index: number, part: Partial<CaptureQueueRow>): CaptureQueueRow => ({
  id: fakeId(20, index),
  title: 'Unggahan pekan ketiga November',
  kind: 'addresses',
  state: 'running',
  pausedBy: null,
  delaySeconds: 10,
  retries: 2,
  reload: false,
  secondLookDays: null,
  createdAt: '2026-11-22T03:00:00.000Z',
  createdBy: 'Rahma Yuliani',
  endedAt: null,
  total: ITEMS,
  finished: 7,
  counts: { captured: 3, wall: 1, gone: 1, failed: 1, refused: 1, running: 1, waiting: ITEMS - 8 },
  ...part,
});

export const fakeQueues: readonly CaptureQueueRow[] = [
  queue(0, {}),
  queue(1, {
    title: 'Akun kecamatan',
    state: 'paused',
    pausedBy: 'DISK_NEARLY_FULL',
    finished: 2,
    counts: { captured: 2, waiting: ITEMS - 2 },
  }),
  queue(2, {
    title: 'Ambil ulang 15 November 2026',
    createdAt: '2026-11-15T01:00:00.000Z',
    kind: 'second-look',
    state: 'ended',
    finished: ITEMS,
    counts: { captured: ITEMS },
    endedAt: '2026-11-15T05:00:00.000Z',
  }),
];

const side = (index: number, capturedAt: string, outcome: 'captured' | 'gone'): SecondLook['before'] => {
  const { id, number, title, address } = fakeEvidence(index);
  return { id, number, title, address, capturedAt, outcome, pictureId: outcome === 'gone' ? null : fakeId(23, index) };
};

/** A look that is due, one that found a change and one that found nothing any more. */
export function fakeLooks(): readonly [SecondLook, SecondLook, SecondLook] {
  const planned: SecondLook = {
    id: fakeId(22, 0),
    dueOn: '2026-11-22',
    state: 'planned',
    plannedAt: '2026-11-15T03:00:00.000Z',
    plannedBy: 'Rahma Yuliani',
    comparedAt: null,
    before: side(0, '2026-11-15T02:00:00.000Z', 'captured'),
    after: null,
    comparison: null,
  };
  const changed: SecondLook = {
    ...planned,
    id: fakeId(22, 1),
    dueOn: '2026-11-20',
    state: 'compared',
    comparedAt: '2026-11-20T04:00:00.000Z',
    after: side(5, '2026-11-20T03:58:00.000Z', 'captured'),
    comparison: {
      verdict: 'changed',
      reason: null,
      changed: ['text', 'counters', 'picture'],
      text: {
        added: ['Selamat pagi.'],
        removed: ['Bersama kita menang.'],
        counters: [{ before: '128 suka · 14 komentar', after: '131 suka · 15 komentar' }],
        addedCount: 1,
        removedCount: 1,
        countersCount: 1,
      },
      picture: {
        comparable: true,
        share: 0.0123,
        boxes: [
          { before: { x: 100, y: 200, width: 400, height: 60 }, after: { x: 100, y: 200, width: 400, height: 60 } },
          { before: { x: 0, y: 700, width: 1350, height: 0 }, after: { x: 0, y: 700, width: 1350, height: 90 } },
        ],
        before: { width: 1350, height: 1800 },
        after: { width: 1350, height: 1890 },
      },
    },
  };
  const gone: SecondLook = {
    ...changed,
    id: fakeId(22, 2),
    dueOn: '2026-11-21',
    after: side(6, '2026-11-21T03:58:00.000Z', 'gone'),
    comparison: { verdict: 'gone', reason: null, changed: [], text: null, picture: null },
  };
  return [planned, changed, gone];
}

/** Made anew for each bridge. */
export function fakeQueueAnswers(): QueueAnswers {
  return {
    'queue.preview': ({ source }) => ({
      items: [
        { row: 1, address: 'https://www.lini.test/netral/unggahan/4001', caseNumber: '', note: '' },
        { row: 2, address: 'https://www.lini.test/netral/unggahan/4002', caseNumber: 'REG-024', note: 'komentar' },
      ],
      refused: [{ row: 3, text: 'belum ada tautannya', reason: 'no-address' }],
      duplicates: [{ row: 4, address: 'https://lini.test/netral/unggahan/4001', firstRow: 1 }],
      sheet:
        source.kind === 'text'
          ? null
          : {
              names: ['Daftar', 'Arsip'],
              name: source.sheet ?? 'Daftar',
              headingRow: 1,
              headings: ['No', 'Tautan', 'Kasus', 'Catatan'],
              columns: source.columns ?? { address: 1, caseNumber: 2, note: 3 },
              truncated: false,
            },
    }),
    'queue.create': () => ({ id: fakeId(20, 0) }),
    'queue.list': () => ({ queues: [...fakeQueues] }),
    'queue.items': (input) => {
      const rows = fakeItems.filter(
        (item) =>
          item.address.includes(input.query.toLowerCase()) && (input.state === undefined || item.state === input.state),
      );
      return { total: rows.length, rows: rows.slice(input.offset, input.offset + input.limit) };
    },
    'queue.act': ({ id }) => {
      const found = fakeQueues.find((one) => one.id === id);
      if (found === undefined) throw new AppError('NOT_FOUND', { id });
      return found;
    },
    'queue.actOnItem': () => ({}),
    'secondLooks.plan': () => fakeLooks()[0],
    'secondLooks.cancel': () => ({}),
    'secondLooks.of': () => ({ looks: [...fakeLooks()] }),
    'secondLooks.due': () => ({ due: [fakeLooks()[0]], later: 2, nextOn: '2026-11-25' }),
    'secondLooks.run': () => ({ id: fakeId(20, 2) }),
  };
}
