/** What the fake bridge answers when a test does not say otherwise. */
import type { CasePage } from '../../shared/contract/cases.ts';
import type { EvidencePage } from '../../shared/contract/evidence.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { DEFAULT_PREFERENCES } from '../../renderer/bridge/preferences.ts';
import { type FakeAnswers, LOCKED_VAULT, NO_VAULT, OPEN_VAULT } from './fake-bridge.ts';
import { fakeImportResult, fakeIssued, fakeSheets, fakeThread, fakeVerdict } from './fake-documents.ts';
import {
  fakeBlock,
  fakeCase,
  fakeEmployee,
  fakeEvidence,
  fakeGrades,
  fakeHandle,
  fakeHash,
  fakeId,
  fakeReferences,
  fakeUnits,
} from './fake-people.ts';

const PEOPLE = 10_420;
const people = Array.from({ length: PEOPLE }, (_, index) => fakeEmployee(index));
const cases = Array.from({ length: 9 }, (_, index) => fakeCase(index));
const evidence = Array.from({ length: 23 }, (_, index) => fakeEvidence(index));
const file = (index: number, name: string, bytes: number): { token: string; name: string; bytes: number } => ({
  token: `file_${index.toString(16).padStart(32, '0')}`,
  name,
  bytes,
});
const has = (text: string, query: string): boolean => text.toLowerCase().includes(query.toLowerCase());

/** Settings of an office that filled them in. */
export const FAKE_SETTINGS: Settings = {
  letterhead: {
    government: 'Pemerintah Kota Bengkulu',
    agency: 'Dinas Komunikasi dan Informatika',
    addressLines: ['Jalan Contoh Nomor 1'],
    phone: '(0736) 000000',
    website: 'kominfo.contoh.test',
    email: 'kominfo@contoh.test',
    postalCode: '38000',
    city: 'Bengkulu',
  },
  signatory: {
    prefix: '',
    position: 'Kepala Dinas',
    name: 'Nama Contoh, S.Sos.',
    rank: 'Pembina Utama Muda',
    nip: '197001011995031001',
  },
  recipient: 'Inspektur Kota Bengkulu',
  copies: ['Wali Kota Bengkulu'],
  caseNumberTemplate: 'REG/{urut}/{bulan_romawi}/{tahun}',
  reportNumberTemplate: '{kode_klasifikasi}/{urut}/{kode_opd}/{tahun}',
  timeZone: 'WIB',
  paper: 'A4',
  attachmentLimitBytes: 25_000_000,
  idleLockMinutes: 10,
  lockDelayDuringJobsMinutes: 30,
  backupReminderDays: 7,
  contentProtection: false,
  allowLocalNetworkCapture: false,
};

function casePage(id: string): CasePage {
  const row = cases.find((one) => one.id === id);
  if (row === undefined) throw new AppError('CASE_UNKNOWN');
  const index = cases.indexOf(row);
  const known = row.respondents !== '';
  return {
    case: {
      ...row,
      narrative: known
        ? 'Pada unggahan tanggal 19 November 2026 terlihat akun yang diduga milik terlapor membagikan ajakan memilih disertai foto bersama bakal calon. Unggahan dapat dilihat publik saat bukti diambil.'
        : '',
      notes: '',
      actDate: row.missing.includes('NO_ACT_DATE') ? null : '2026-11-19',
      actDateText: '3 jam',
      candidateStatus: row.missing.includes('CANDIDATE_STATUS_UNKNOWN') ? 'tidak_diketahui' : 'bakal_calon',
      regime: 'PILKADA',
      accountText: 'facebook.contoh.test/akun.contoh',
    },
    respondents: known
      ? [
          {
            id: fakeId(4, index),
            employeeId: fakeId(1, index * 211),
            person: fakeBlock(index * 211),
            accountText: null,
            linkedAt: '2026-11-18T02:10:00.000Z',
            reason: 'Nama dan foto profil sama dengan data kepegawaian',
            unlinkedAt: null,
            unlinkReason: null,
            earlierBlocks: [],
          },
        ]
      : [],
    allegations: known
      ? [
          {
            id: fakeId(5, index),
            reference: fakeReferences[1]!,
            regime: 'PILKADA',
            candidateStatus: 'bakal_calon',
            primary: true,
            addedAt: '2026-11-18T02:20:00.000Z',
            withdrawnAt: null,
            withdrawReason: null,
          },
        ]
      : [],
    statusHistory: [
      {
        status: row.status,
        at: '2026-11-19T03:00:00.000Z',
        user: 'Rahma Yuliani',
        reason: 'Bukti cukup untuk ditelaah',
      },
      { status: 'draf', at: row.openedAt, user: 'Rahma Yuliani', reason: '' },
    ],
    thread: [
      {
        sequence: 12,
        at: row.openedAt,
        user: 'Rahma Yuliani',
        action: 'case.opened',
        evidenceNumber: null,
        reason: null,
      },
    ],
    missing: row.missing,
  };
}

function evidencePage(id: string): EvidencePage {
  const row = evidence.find((one) => one.id === id);
  if (row === undefined) throw new AppError('EVIDENCE_UNKNOWN');
  const index = evidence.indexOf(row);
  const captured = row.origin === 'capture';
  const image = {
    id: fakeId(10, index),
    kind: captured ? ('full-page-image' as const) : ('file' as const),
    sha256: row.mainSha256,
    bytes: 1_482_113,
    mime: 'image/png',
    name: 'halaman.png',
    width: row.width,
    height: row.height,
    viewable: row.thumbnail === null ? ('none' as const) : ('image' as const),
  };
  const text = {
    id: fakeId(11, index),
    kind: 'text' as const,
    sha256: fakeHash(index + 500),
    bytes: 2_210,
    mime: 'text/plain',
    name: 'teks.txt',
    width: null,
    height: null,
    viewable: 'text' as const,
  };
  return {
    evidence: row,
    artefacts: captured
      ? [
          image,
          text,
          {
            ...text,
            id: fakeId(12, index),
            kind: 'mhtml',
            bytes: 2_882_110,
            mime: 'multipart/related',
            name: 'halaman.mhtml',
            viewable: 'none',
          },
        ]
      : [image],
    capture: captured
      ? {
          outcome: 'captured',
          requestedUrl: row.address,
          documentUrl: row.address,
          shownUrl: row.address,
          status: 200,
          ip: '203.0.113.7',
          protocol: 'h2',
          redirects: [],
          certificate: {
            statement: 'Sertifikat dari koneksi yang sama.',
            sameConnection: true,
            subject: 'sosial.contoh.test',
            issuer: 'Contoh CA',
            sha256: fakeHash(901),
          },
          addressReachedInPage: index === 0,
          removedHeaders: ['cookie', 'set-cookie'],
          completeness: {
            heightSeen: 3200,
            documentHeight: row.warnings.length > 0 ? 5400 : 3200,
            imagesLoaded: 14,
            imagesDeclared: 14,
            joinsClean: true,
          },
          warnings: row.warnings,
          capturedAt: row.capturedAt,
          capturedAtLocal: '',
        }
      : null,
    provenance: {
      who: 'Rahma Yuliani',
      obtainedFrom: captured ? '' : 'Pelapor (identitas dilindungi)',
      obtainedAtText: captured ? '' : '20 November 2026',
      originalName: captured ? '' : 'IMG-20261120.png',
    },
    thread: fakeThread(row),
  };
}

/** All answers; made anew for each bridge, so that nothing is shared between tests. */
export function fakeAnswers(): FakeAnswers {
  let preferences = DEFAULT_PREFERENCES;
  const imported = fakeImportResult();
  const slice = <Row>(
    rows: readonly Row[],
    input: { offset: number; limit: number },
  ): { total: number; rows: Row[] } => ({
    total: rows.length,
    rows: rows.slice(input.offset, input.offset + input.limit),
  });
  return {
    'app.info': () => ({
      version: '0.1.0',
      electron: '45.4.1',
      chromium: '150.0',
      platform: 'linux',
      runtimeLimit: null,
    }),
    'app.getPreferences': () => preferences,
    'app.setPreferences': (part) => (preferences = { ...preferences, ...JSON.parse(JSON.stringify(part)) }),
    'app.chooseFiles': ({ purpose }) => ({
      files: [
        purpose === 'roster'
          ? file(1, 'Data Pegawai 2026.xlsx', 1_840_220)
          : purpose === 'pdf'
            ? file(2, 'Laporan REG-024.pdf', 4_220_118)
            : file(3, 'kiriman-warga.png', 882_140),
      ],
    }),
    'app.registerDroppedFiles': () => ({ files: [] }),
    'app.pasteImage': () => ({ file: file(4, 'tempelan.png', 220_118) }),
    'app.chooseDirectory': ({ purpose }) => ({ directory: `/contoh/${purpose}` }),
    'app.listJobs': () => ({ jobs: [] }),
    'app.cancelJob': () => ({}),
    'app.copyText': () => ({}),
    'app.releaseView': () => ({}),
    'vault.status': (_input, fake) => fake.status,
    'vault.recent': () => ({ vaults: [], suggestedDirectory: '/contoh/Netra' }),
    'vault.create': ({ practice, name }, fake) => {
      fake.status = { ...OPEN_VAULT, practice, name };
      return {
        vaultId: fakeId(9, 1),
        recoveryCode: '8Q3K-7MZD-0P4R-X2TN-HC6V-9WEB-51JA',
        sealFingerprint: fakeHash(77),
      };
    },
    'vault.confirmRecovery': () => ({}),
    'vault.newRecoveryCode': () => ({ recoveryCode: '8Q3K-7MZD-0P4R-X2TN-HC6V-9WEB-51JA' }),
    'vault.open': ({ passphrase }, fake) => {
      if (passphrase !== 'empat kata acak benar') throw new AppError('WRONG_PASSPHRASE');
      return (fake.status = OPEN_VAULT);
    },
    'vault.recover': (_input, fake) => (fake.status = OPEN_VAULT),
    'vault.lock': (_input, fake) => {
      fake.status = LOCKED_VAULT;
      return {};
    },
    'vault.close': (_input, fake) => {
      fake.status = NO_VAULT;
      return {};
    },
    'vault.noteActivity': () => ({}),
    'vault.changePassphrase': () => ({}),
    'vault.listUsers': () => ({
      users: [
        OPEN_VAULT.user!,
        {
          id: fakeId(8, 2),
          name: 'Bagus Prakoso',
          identityNumber: null,
          role: 'petugas',
          createdAt: '2026-10-05T01:00:00.000Z',
          removedAt: null,
          isSelf: false,
        },
      ],
    }),
    'vault.addUser': ({ name, role }) => ({
      id: fakeId(8, 3),
      name,
      identityNumber: null,
      role,
      createdAt: '2026-11-20T01:00:00.000Z',
      removedAt: null,
      isSelf: false,
    }),
    'vault.removeUser': () => ({ recoveryCode: '8Q3K-7MZD-0P4R-X2TN-HC6V-9WEB-51JA' }),
    'vault.verify': (_input, fake) =>
      fake.job('vault-verify', 'Brankas', {
        ok: true,
        items: 148,
        bytes: 482_000_000,
        damaged: [],
        missing: [],
        custody: { entries: 1284, head: fakeHash(1284), ok: true, brokenAt: null },
      }),
    'vault.backup': ({ directory }, fake) =>
      fake.job('vault-backup', 'Brankas', { items: 148, bytes: 482_000_000, sha256: fakeHash(5), directory }),
    'vault.restore': ({ directory }) => ({ items: 148, bytes: 482_000_000, sha256: fakeHash(5), directory }),
    'roster.inspect': () => ({ format: 'xlsx', sheets: fakeSheets() }),
    'roster.import': ({ dryRun }, fake) =>
      fake.job('roster-import', 'Data Pegawai 2026.xlsx', { ...imported, importId: dryRun ? null : fakeId(13, 1) }),
    'roster.list': (input) =>
      slice(
        people.filter(
          (one) =>
            has(`${one.name} ${one.nip ?? ''} ${one.position ?? ''} ${one.unit ?? ''}`, input.query) &&
            (input.unit === undefined || one.unit === input.unit) &&
            (input.status === undefined || one.status === input.status),
        ),
        input,
      ),
    'roster.facets': () => ({
      units: [...fakeUnits],
      agencies: ['Pemerintah Kota Bengkulu'],
      grades: [...fakeGrades],
      statuses: ['PNS', 'CPNS', 'PPPK'],
      total: PEOPLE,
    }),
    'roster.get': ({ id }) => {
      const employee = people.find((one) => one.id === id);
      if (employee === undefined) throw new AppError('EMPLOYEE_UNKNOWN');
      return {
        employee: {
          ...employee,
          positionType: 'Fungsional',
          sex: 'P',
          birthDate: '1985-06-12',
          workEmail: 'pegawai@contoh.test',
          workPhone: null,
          inLastRoster: true,
        },
        history: [
          {
            validFrom: '2026-03-01T00:00:00.000Z',
            validTo: null,
            position: employee.position,
            unit: employee.unit,
            agency: employee.agency,
            grade: employee.grade,
            status: employee.status,
            source: 'Data Pegawai 2026.xlsx',
          },
          {
            validFrom: '2024-01-10T00:00:00.000Z',
            validTo: '2026-03-01T00:00:00.000Z',
            position: 'Pelaksana',
            unit: 'Dinas Sosial',
            agency: employee.agency,
            grade: 'III/a',
            status: employee.status,
            source: 'Data Pegawai 2024.xlsx',
          },
        ],
        accounts: [
          {
            id: fakeId(14, 1),
            employeeId: id,
            platform: 'Facebook',
            handle: 'akun.contoh',
            url: 'https://facebook.contoh.test/akun.contoh',
            confidence: 'kuat',
            basis: 'Foto dan nama sama',
            createdAt: '2026-11-01T00:00:00.000Z',
          },
        ],
        cases: [{ id: fakeId(2, 0), number: cases[0]!.number, title: cases[0]!.title, status: cases[0]!.status }],
      };
    },
    'roster.addPerson': ({ name }) => ({ ...fakeEmployee(1), name }),
    'roster.saveAccount': (input) => ({
      id: fakeId(14, 2),
      employeeId: input.employeeId,
      platform: input.platform,
      handle: input.handle,
      url: input.url,
      confidence: input.confidence,
      basis: input.basis,
      createdAt: '2026-11-01T00:00:00.000Z',
    }),
    'roster.imports': () => ({ imports: [] }),
    'cases.list': (input) =>
      slice(
        cases.filter(
          (one) =>
            has(`${one.number} ${one.title} ${one.respondents}`, input.query) &&
            (input.status === undefined || one.status === input.status),
        ),
        input,
      ),
    'cases.get': ({ id }) => casePage(id),
    'cases.create': () => ({ id: cases[3]!.id, number: cases[3]!.number }),
    'cases.update': ({ id }) => casePage(id),
    'cases.setStatus': ({ id }) => casePage(id),
    'cases.linkRespondent': ({ id }) => casePage(id),
    'cases.unlinkRespondent': ({ id }) => casePage(id),
    'cases.refreezePerson': ({ id }) => casePage(id),
    'cases.addAllegation': ({ id }) => casePage(id),
    'cases.withdrawAllegation': ({ id }) => casePage(id),
    'cases.legalReferences': () => ({ rows: [...fakeReferences] }),
    'cases.saveLegalReference': () => ({}),
    'evidence.addFiles': ({ files }, fake) =>
      fake.job('evidence-intake', 'kiriman-warga.png', {
        added: files.map((_token, index) => ({
          id: fakeId(3, 40 + index),
          sha256: fakeHash(40 + index),
          bytes: 882_140,
          mime: 'image/png',
          name: 'kiriman-warga.png',
        })),
        duplicates: [],
        refused: [],
      }),
    'evidence.list': (input) =>
      slice(
        evidence.filter(
          (one) =>
            has(`${one.number} ${one.title} ${one.note}`, input.query) &&
            (input.where !== 'tray' || one.cases.length === 0) &&
            (input.where !== 'case' || input.caseId === undefined || one.cases.some(({ id }) => id === input.caseId)) &&
            (input.secondHand === undefined || one.secondHand === input.secondHand),
        ),
        input,
      ),
    'evidence.get': ({ id }) => evidencePage(id),
    'evidence.update': ({ id }) => evidencePage(id).evidence,
    'evidence.file': ({ id }) => evidencePage(id).evidence,
    'evidence.move': ({ id }) => evidencePage(id).evidence,
    'evidence.withdraw': ({ id }) => evidencePage(id).evidence,
    'evidence.view': ({ id }) => ({
      handle: evidencePage(id).evidence.thumbnail ?? fakeHandle(3, 0),
      mime: 'image/png',
      bytes: 1_482_113,
    }),
    'evidence.readText': () => ({
      text: 'Bersama kita menang.\n\nDibagikan 3 jam lalu · Publik\n\n128 suka · 14 komentar',
    }),
    'evidence.checkSeal': ({ id }) => ({
      intact: true,
      checkedAt: '2026-11-22T07:30:05.000Z',
      artefacts: evidencePage(id).artefacts.map((artefact) => ({ id: artefact.id, intact: true })),
    }),
    'evidence.export': () => ({ saved: true, name: 'halaman.png' }),
    'evidence.trayCount': () => ({ count: evidence.filter((one) => one.cases.length === 0).length }),
    'capture.openWindow': () => ({}),
    'reports.preview': (_input, fake) =>
      fake.job('report-preview', 'Laporan', {
        handle: fakeHandle(15, 1),
        pages: 3,
        bytes: 220_118,
        draftReasons: ['LEGAL_UNVERIFIED'],
      }),
    'reports.issue': (_input, fake) => fake.job('report-issue', 'Laporan', fakeIssued()),
    'reports.list': ({ caseId }) => ({
      rows: [fakeIssued()].filter((row) => caseId === undefined || row.caseId === caseId),
    }),
    'reports.view': () => ({ handle: fakeHandle(15, 1), bytes: 220_118 }),
    'reports.save': () => ({ saved: true, name: 'Laporan REG-024.pdf' }),
    'reports.verify': (_input, fake) => fake.job('report-verify', 'Laporan REG-024.pdf', fakeVerdict()),
    'reports.sealCertificate': () => ({
      fingerprint: fakeHash(77),
      pem: '',
      subject: 'Segel Netra – Pemantauan Netralitas 2027',
      validUntil: '2036-10-01T00:00:00.000Z',
    }),
    'reports.saveReceipt': () => ({ saved: true, name: 'tanda-terima.pdf' }),
    'reports.saveSealCertificate': () => ({ saved: true, name: 'segel.pem' }),
    'lists.export': ({ list }) => ({ saved: true, name: `${list}.xlsx`, rows: 12 }),
    'settings.get': () => FAKE_SETTINGS,
    'settings.set': (part) => ({ ...FAKE_SETTINGS, ...JSON.parse(JSON.stringify(part)) }),
    'custody.list': (input) => {
      const actions = [
        'evidence.captured',
        'evidence.filed',
        'evidence.viewed',
        'case.status-set',
        'evidence.seal-checked',
        'report.issued',
        'roster.imported',
      ];
      const rows = Array.from({ length: Math.min(input.limit, Math.max(0, 1284 - input.offset)) }, (_, index) => {
        const sequence = 1284 - input.offset - index;
        return {
          sequence,
          at: new Date(Date.UTC(2026, 10, 20, 3, 0) - (1284 - sequence) * 311_000).toISOString(),
          user: sequence % 4 === 0 ? 'Bagus Prakoso' : 'Rahma Yuliani',
          action: actions[sequence % actions.length]!,
          subjectKind: 'evidence',
          subjectId: fakeId(3, sequence % 23),
          subjectLabel: `B-${String(1 + (sequence % 48)).padStart(4, '0')}`,
          hash: fakeHash(sequence),
          facts: { bytes: 1000 + sequence },
        };
      });
      return { total: 1284, head: { sequence: 1284, hash: fakeHash(1284) }, rows };
    },
    'custody.export': () => ({ saved: true, name: 'jejak-audit.jsonl' }),
    'search.everything': ({ query }) => ({
      hits: [
        ...people
          .filter((one) => has(one.name, query))
          .slice(0, 4)
          .map((one) => ({ kind: 'employee' as const, id: one.id, title: one.name, detail: one.unit ?? '' })),
        ...cases
          .filter((one) => has(one.title, query))
          .map((one) => ({ kind: 'case' as const, id: one.id, title: one.title, detail: one.number })),
      ],
    }),
    'home.summary': () => ({
      employees: PEOPLE,
      openCases: 7,
      tray: evidence.filter((one) => one.cases.length === 0).length,
      reports: 1,
      casesByStatus: [
        { status: 'draf', count: 1 },
        { status: 'terdaftar', count: 2 },
        { status: 'telaah', count: 3 },
        { status: 'klarifikasi', count: 1 },
        { status: 'diteruskan', count: 1 },
        { status: 'selesai', count: 1 },
      ],
      recentCases: cases
        .slice(0, 5)
        .map(({ id, number, title, status, missing }) => ({ id, number, title, status, missing })),
      lastBackupAt: OPEN_VAULT.lastBackupAt,
    }),
  };
}
