/** Reports from the public as the fake bridge answers. */
import type { PublicReportPage, PublicReportRow, Requirement } from '../../shared/contract/public-reports.ts';
import { fakeHash, fakeId } from './fake-people.ts';
import type { FakeAnswers } from './fake-vault-states.ts';

const row = (index: number, more: Partial<PublicReportRow> = {}): PublicReportRow => ({
  id: fakeId(40, index),
  number: `ADU/${String(index + 1).padStart(3, '0')}/XI/2026`,
  subject: 'Unggahan ajakan memilih pada akun pegawai',
  topic: 'netralitas',
  channel: 'whatsapp',
  state: 'baru',
  stateSince: '2026-11-19T02:10:00.000Z',
  receivedAt: '2026-11-19T02:00:00.000Z',
  dueDay: '2026-11-22',
  overdue: false,
  anonymous: false,
  accused: 'Dra. Sulastri',
  files: 2,
  answers: 0,
  linked: 0,
  case: null,
  ...more,
});

export const fakeReports: readonly PublicReportRow[] = [
  row(0, { linked: 1 }),
  row(1, {
    subject: 'Foto bersama pasangan calon di halaman kantor',
    state: 'kurang',
    overdue: true,
    anonymous: true,
    accused: '',
    channel: 'langsung',
  }),
  row(2, {
    subject: 'Pesan berantai tentang penundaan pemungutan suara',
    topic: 'hoaks',
    state: 'hoaks',
    dueDay: null,
  }),
  row(3, { state: 'kasus', dueDay: null, case: { id: fakeId(2, 0), number: 'REG/024/XI/2026' }, channel: 'email' }),
  row(4, { subject: 'Spanduk di lapangan', state: 'ditutup', dueDay: null, channel: 'surat', answers: 1 }),
];

const requirement = (key: string, text: string, more: Partial<Requirement> = {}): Requirement => ({
  key,
  group: 'materiil',
  text,
  fact: 'officer',
  limit: null,
  regime: null,
  namedOnly: false,
  active: true,
  basis: 'Pasal 15 Perbawaslu 7/2022',
  sourceUrl: null,
  verification: 'sumber_sekunder',
  verifiedBy: null,
  verifiedAt: null,
  ...more,
});
const requirements: readonly Requirement[] = [
  requirement('nama-pelapor', 'Nama pelapor', { group: 'formil', fact: 'reporter-name', namedOnly: true }),
  requirement('terlapor', 'Pihak terlapor', { group: 'formil', fact: 'accused' }),
  requirement('waktu-kejadian', 'Waktu kejadian', { fact: 'event-time' }),
  requirement('bukti', 'Bukti (rekaman, video, gambar, atau tautan)', { fact: 'evidence' }),
];

/** The page of a report; the first one has everything. */
export function fakeReportPage(id: string): PublicReportPage {
  const report = fakeReports.find((one) => one.id === id) ?? row(0);
  return {
    report: {
      ...report,
      description: 'Akun itu mengunggah ajakan memilih pada 18 November 2026, menurut [pelapor] saat jam kerja.',
      regime: 'PILKADA',
      accusedText: 'Ibu Sulastri dari kecamatan',
      employee: { id: fakeId(1, 0), name: 'Dra. Sulastri', unit: 'Kecamatan Contoh' },
      accountText: '@sulastri.contoh',
      address: 'https://contoh.test/p/1',
      eventDay: '2026-11-18',
      eventTimeText: 'sekitar pukul sepuluh',
      eventPlace: '',
      knownDay: '2026-11-18',
      registeredAt: '2026-11-19T02:10:00.000Z',
      registeredBy: 'Rina Kusuma',
    },
    reporter: report.anonymous
      ? null
      : { confidential: true, has: ['name', 'phone'], replacedIn: ['description'], sources: 1 },
    reveals: [{ at: '2026-11-19T03:00:00.000Z', user: 'Rina Kusuma', purpose: 'hubungi_pelapor', note: '' }],
    checks: requirements.map((one, index) => ({
      requirement: one,
      state: index === 2 ? 'belum' : 'ada',
      by: index === 3 ? 'officer' : 'fields',
      note: index === 3 ? 'tangkapan layar jelas' : '',
    })),
    files: [
      {
        evidenceId: fakeId(3, 0),
        number: 'B-0012',
        title: 'foto [pelapor].jpg',
        sha256: fakeHash(301),
        addedAt: '2026-11-19T02:12:00.000Z',
        inCase: false,
      },
      {
        evidenceId: fakeId(3, 1),
        number: 'B-0013',
        title: 'rekaman.mp4',
        sha256: fakeHash(302),
        addedAt: '2026-11-19T02:12:00.000Z',
        inCase: false,
      },
    ],
    steps: [
      {
        at: '2026-11-19T02:10:00.000Z',
        user: 'Rina Kusuma',
        from: null,
        to: 'baru',
        reason: '',
        dueDay: '2026-11-22',
        missing: [],
        case: null,
        watched: '',
        forwardedTo: null,
        closeReason: null,
      },
    ],
    answers: [
      {
        id: fakeId(41, 0),
        answeredAt: '2026-11-19T04:00:00.000Z',
        way: 'whatsapp',
        text: 'Laporan sudah diterima dan didaftarkan.',
        document: null,
        user: 'Rina Kusuma',
        withdrawn: null,
      },
    ],
    links: [
      {
        report: row(3, { state: 'kasus' }),
        reason: 'tautan yang sama',
        linkedAt: '2026-11-19T05:00:00.000Z',
        user: 'Rina Kusuma',
      },
    ],
    documents: [],
  };
}

type Answered = Extract<keyof FakeAnswers, `publicReports.${string}`>;

/** Whom only the asked-for look shows. */
export const FAKE_REPORTER = 'Wulan Pelapor';

export function fakePublicReportAnswers(): Pick<FakeAnswers, Answered> {
  const page = ({ id }: { id: string }): PublicReportPage => fakeReportPage(id);
  return {
    'publicReports.list': (input) => {
      const rows = fakeReports.filter(
        (one) =>
          `${one.number} ${one.subject} ${one.accused}`.toLowerCase().includes(input.query.toLowerCase()) &&
          (input.state === undefined || one.state === input.state) &&
          (input.overdue === undefined || one.overdue === input.overdue),
      );
      return { total: rows.length, rows: rows.slice(input.offset, input.offset + input.limit) };
    },
    'publicReports.get': page,
    'publicReports.create': () => ({ id: fakeId(40, 0), number: 'ADU/001/XI/2026' }),
    'publicReports.update': page,
    'publicReports.setReporter': page,
    'publicReports.revealReporter': () => ({
      reporter: {
        name: FAKE_REPORTER,
        identityNumber: '',
        phone: '0812-3456-7890',
        email: '',
        address: '',
        note: '',
        aliases: [],
        confidential: true,
      },
      originals: [{ field: 'description', text: `menurut ${FAKE_REPORTER}`, at: '2026-11-19T02:10:00.000Z' }],
      sources: [
        {
          id: fakeId(43, 1),
          name: 'Kutipan formulir.csv, baris 7.txt',
          sha256: fakeHash(43),
          bytes: 412,
          mime: 'application/octet-stream',
        },
      ],
      intakes: [
        {
          id: fakeId(44, 1),
          name: 'formulir.csv',
          sha256: fakeHash(44),
          bytes: 18_400,
          mime: 'application/octet-stream',
          reports: 12,
        },
      ],
    }),
    'publicReports.readSource': () => ({ text: 'Pesan asli' }),
    'publicReports.saveSource': ({ name }) => ({ saved: true, name }),
    'publicReports.addFiles': () => ({ jobId: fakeId(42, 0) }),
    'publicReports.fileIntake': () => ({ jobId: fakeId(42, 1) }),
    'publicReports.check': page,
    'publicReports.step': page,
    'publicReports.similar': () => ({
      rows: [{ report: row(4, { state: 'ditutup' }), reasons: ['same-link', 'same-text'], unlinked: false }],
    }),
    'publicReports.link': page,
    'publicReports.unlink': page,
    'publicReports.addAnswer': page,
    'publicReports.withdrawAnswer': page,
    'publicReports.linkEvidence': page,
    'publicReports.unlinkEvidence': page,
    'publicReports.fileIntoCase': page,
    'publicReports.requirements': () => ({ rows: [...requirements] }),
    'publicReports.saveRequirement': () => ({ rows: [...requirements] }),
  };
}
