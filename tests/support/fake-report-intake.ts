/** A reading of an incoming report for the fake bridge: an email by default, a chat or a table when a test says so. */
import type { IntakeLook } from '../../shared/contract/report-intake.ts';
import type { IntakeDraft, IntakeMessage } from '../../shared/contract/report-intake-job.ts';
import type { FakeAnswers } from './fake-vault-states.ts';
import { fakeHash, fakeId } from './fake-people.ts';

export const fakeIntakeDraft: IntakeDraft = {
  number: 0,
  place: null,
  insideOf: null,
  received: { instant: '2026-11-09T02:15:00.000Z', day: null, time: null, written: 'Mon, 9 Nov 2026 09:15:00 +0700' },
  sender: { name: 'Sari Contoh', contact: 'sari@contoh.id', address: '', notes: 'From: Sari Contoh <sari@contoh.id>' },
  title: 'Laporan unggahan pegawai',
  text: 'Akun https://www.facebook.com/budi.contoh membagikan ajakan memilih pada 21 Oktober 2026.',
  respondent: '',
  platform: '',
  location: '',
  proposals: [
    {
      kind: 'link',
      value: 'https://www.facebook.com/budi.contoh',
      written: 'https://www.facebook.com/budi.contoh',
      start: 5,
      platform: 'Facebook',
      handle: 'budi.contoh',
    },
    { kind: 'date', value: '2026-10-21', written: '21 Oktober 2026', start: 74, platform: null, handle: null },
  ],
  attachments: ['part-2'],
  warnings: [],
};

export const fakeIntakeLook: IntakeLook = {
  readingId: fakeId(31, 1),
  name: 'laporan.eml',
  bytes: 48_210,
  kind: 'email',
  sha256: fakeHash(311),
  drafts: 1,
  messages: 0,
  attachments: [
    {
      id: 'part-2',
      name: 'tangkapan.png',
      statedType: 'image/png',
      mime: 'image/png',
      bytes: 31_040,
      sha256: fakeHash(312),
      state: 'whole',
    },
  ],
  warnings: [],
  table: null,
  chat: null,
  registered: [],
};

/** Messages of a chat of two people; number 3 was sent with a file that is missing. */
export const fakeMessages: readonly IntakeMessage[] = Array.from({ length: 12 }, (_one, number) => ({
  number,
  line: number + 1,
  day: '2026-11-09',
  time: `09:${String(10 + number)}`,
  sender: number === 0 ? null : number % 2,
  kind: number === 0 ? ('system' as const) : number === 3 ? ('media' as const) : ('text' as const),
  edited: number === 5,
  text: number === 0 ? 'Pesan dan panggilan dienkripsi secara end-to-end.' : number === 3 ? '' : `Pesan ke-${number}`,
  attachment: number === 3 ? 'named-0' : null,
  omitted: false,
}));

export const fakeChatLook: IntakeLook = {
  ...fakeIntakeLook,
  name: 'Chat WhatsApp dengan Sari Contoh.zip',
  kind: 'chat',
  drafts: 0,
  messages: fakeMessages.length,
  attachments: [
    { id: 'named-0', name: 'IMG-1.jpg', statedType: null, mime: '', bytes: 0, sha256: null, state: 'missing' },
  ],
  chat: {
    device: 'android',
    participants: [
      { name: 'Sari Contoh', messages: 5 },
      { name: 'Petugas Pemantau', messages: 6 },
    ],
    order: 'dmy',
    orderSure: true,
    orders: ['dmy'],
    first: '2026-11-09',
    last: '2026-11-09',
    unreferenced: [],
  },
};

export function fakeIntakeAnswers(): Pick<FakeAnswers, Extract<keyof FakeAnswers, `reportIntake.${string}`>> {
  return {
    'reportIntake.open': (_input, fake) => fake.job('report-intake', fakeIntakeLook.name, fakeIntakeLook),
    'reportIntake.drafts': () => ({ rows: [fakeIntakeDraft], total: 1 }),
    'reportIntake.messages': ({ offset, limit }) => ({
      rows: fakeMessages.slice(offset, offset + limit),
      total: fakeMessages.length,
    }),
    'reportIntake.compose': () => ({ ...fakeIntakeDraft, title: '', attachments: [] }),
    'reportIntake.close': () => ({}),
  };
}
