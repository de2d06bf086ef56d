/** The people, cases and evidence that the fake bridge knows, and the page of each. */
import type { CasePage } from '../../shared/contract/cases.ts';
import type { EvidencePage, EvidenceRow, RecordingOnFile } from '../../shared/contract/evidence.ts';
import type { OutputOf } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { fakeCopies, fakeThread } from './fake-documents.ts';
import { fakeCaptureExtras, fakeExtraArtefacts } from './fake-capture-extras.ts';
import {
  fakeBlock,
  fakeCase,
  fakeEmployee,
  fakeEvidence,
  fakeHandle,
  fakeHash,
  fakeId,
  fakeReferences,
} from './fake-people.ts';

export const PEOPLE = 10_420;
export const people = Array.from({ length: PEOPLE }, (_, index) => fakeEmployee(index));
export const cases = Array.from({ length: 9 }, (_, index) => fakeCase(index));
export const evidence = Array.from({ length: 23 }, (_, index) => fakeEvidence(index));

/** One person's page. EMPLOYEE_UNKNOWN. */
export function personPage(id: string, asOf?: string): OutputOf<'roster.get'> {
  const employee = people.find((one) => one.id === id);
  if (employee === undefined) throw new AppError('EMPLOYEE_UNKNOWN');
  return {
    employee: {
      ...employee,
      ...(asOf !== undefined && asOf < '2026-03-01' && { position: 'Pelaksana', unit: 'Dinas Sosial', grade: 'III/a' }),
      positionType: 'Fungsional',
      sex: 'P',
      birthDate: '1985-06-12',
      workEmail: 'pegawai@contoh.test',
      workPhone: null,
    },
    known: asOf === undefined || asOf >= '2024-01-10',
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
        confidence: 'lemah',
        basis: 'Foto dan nama sama',
        createdAt: '2026-11-01T00:00:00.000Z',
      },
      {
        id: fakeId(14, 3),
        employeeId: id,
        platform: 'Instagram',
        handle: '@akun.contoh',
        url: '',
        confidence: 'belum',
        basis: 'Disebut dalam Data Pegawai 2026.xlsx',
        createdAt: '2026-11-01T00:00:00.000Z',
      },
    ],
    cases: [{ id: fakeId(2, 0), number: cases[0]!.number, title: cases[0]!.title, status: cases[0]!.status }],
  };
}

/** One case's page. CASE_UNKNOWN. */
export function casePage(id: string): CasePage {
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

/** One item's page. EVIDENCE_UNKNOWN. */
export function evidencePage(id: string): EvidencePage {
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
          ...fakeExtraArtefacts(index, text),
        ]
      : [image],
    copies: fakeCopies(row, image.id),
    readings: [],
    alike: [],
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
          version: 1,
          assessment: null,
          ...fakeCaptureExtras(row, index),
          webArchive: {
            exchanges: 128,
            bodiesKept: 125,
            bytes: 7_412_008,
            notKeptCounts: [
              { reason: 'too-large', count: 1 },
              { reason: 'blocked', count: 2 },
            ],
            notKept: [
              { address: 'https://video.contoh.test/film.mp4', reason: 'too-large' },
              { address: 'https://iklan.contoh.test/a.js', reason: 'blocked' },
              { address: 'https://iklan.contoh.test/b.js', reason: 'blocked' },
            ],
            forgotten: 0,
            removedHeaders: ['cookie', 'set-cookie', 'x-csrf-token'],
            requestBodiesRemoved: 3,
            credentialQueries: [{ address: 'https://gambar.contoh.test/foto.jpg', parameters: ['sig'] }],
            fromCache: 12,
            fromServiceWorker: 0,
          },
          evidenceId: row.id,
          explanation: null,
          postedAtFrom: null,
          related: [],
          seenBy: { how: 'without-login' },
          visibility: { statement: null, accountData: false, looks: [], remark: null, lookOf: null },
        }
      : null,
    provenance: {
      who: 'Rahma Yuliani',
      obtainedFrom: captured ? '' : 'Pelapor (identitas dilindungi)',
      obtainedAtText: captured ? '' : '20 November 2026',
      originalName: captured ? '' : 'IMG-20261120.png',
    },
    originFacts: { region: null, shownProgram: '', shownSubject: '', camera: null, cameraTime: null },
    thread: fakeThread(row),
  };
}

/** A scroll recording of three frames, a gap before the last. */
export function fakeRecording({ thumbnail }: EvidenceRow): RecordingOnFile {
  const seams = ['first', 'seen-again', 'gap'] as const;
  return {
    area: 'Komentar',
    speed: 'medium',
    ended: 'stopped',
    gaps: 1,
    milliseconds: 8_000,
    frames: seams.map((seam, index) => ({
      number: index + 1,
      at: `2026-11-22T07:30:0${index}.000Z`,
      y: index * 480,
      seam,
      sha256: fakeHash(index),
      handle: thumbnail ?? fakeHandle(3, index),
      text: `Komentar nomor ${index + 1}`,
    })),
  };
}
