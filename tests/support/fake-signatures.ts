/** Answers of the fake bridge about signatures: one document at B-B that waits, a root and a key. */
import type { DocumentSignatures } from '../../shared/contract/signatures.ts';
import type { FakeAnswers } from './fake-vault-states.ts';
import { fakeIssued } from './fake-documents.ts';
import { fakeHash, fakeId } from './fake-people.ts';

/** A document that waits for its time stamp. */
export function fakeSignatures(reportId = fakeIssued().id): DocumentSignatures {
  const version = { at: '2026-11-20T03:00:00.000Z', user: 'Ayu Petugas', bytes: 220_118, level: 'B-B' } as const;
  return {
    reportId,
    level: 'B-B',
    state: 'waiting',
    wanted: 'B-T',
    problem: { code: 'SERVICE_UNREACHABLE', at: '2026-11-20T03:00:01.000Z' },
    versions: [
      { ...version, version: 1, cause: 'issued', sha256: fakeHash(31), signer: 'Pengawas Contoh' },
      { ...version, version: 2, cause: 'signed', sha256: fakeHash(32), signer: 'Kepala Contoh' },
    ],
  };
}

type Named = Extract<keyof FakeAnswers, `signatures.${string}`>;

/** Made anew for each bridge. */
export function fakeSignatureAnswers(): Pick<FakeAnswers, Named> {
  const root = {
    fingerprint: fakeHash(33),
    subject: 'Akar Contoh',
    issuer: 'Akar Contoh',
    notBefore: '2020-01-01T00:00:00.000Z',
    notAfter: '2040-01-01T00:00:00.000Z',
    addedAt: '2026-11-01T00:00:00.000Z',
    addedBy: 'Ayu Petugas',
  };
  const key = {
    id: fakeId(16, 1),
    name: 'Kunci kepala',
    subject: 'Kepala Contoh',
    fingerprint: fakeHash(34),
    notAfter: '2028-01-01T00:00:00.000Z',
    keptAt: '2026-11-01T00:00:00.000Z',
    keptBy: 'Ayu Petugas',
  };
  return {
    'signatures.list': ({ reportId }) => ({ rows: [fakeSignatures(reportId)] }),
    'signatures.sign': (_input, fake) => fake.job('report-sign', 'Laporan', fakeSignatures()),
    'signatures.raise': (_input, fake) =>
      fake.job('report-raise', 'Laporan', {
        ...fakeSignatures(),
        level: 'B-LTA',
        state: 'settled',
        wanted: null,
        problem: null,
      }),
    'signatures.raiseDue': () => ({ jobId: null }),
    'signatures.raiseWaiting': (_input, fake) => fake.job('report-raise', '', { raised: 1, waiting: 0 }),
    'signatures.acceptOutside': (_input, fake) => fake.job('report-accept', 'luar.pdf', fakeSignatures()),
    'signatures.inspectP12': () => ({
      identities: [
        { ...root, subject: 'Kepala Contoh', fingerprint: fakeHash(35), problem: null },
        { ...root, subject: 'Lama Contoh', fingerprint: fakeHash(36), problem: 'P12_EXPIRED' },
      ].map(({ addedAt: _at, addedBy: _by, ...identity }) => ({
        ...identity,
        problem: identity.problem as 'P12_EXPIRED' | null,
      })),
    }),
    'signatures.keptKeys': () => ({ keys: [key] }),
    'signatures.keepKey': () => ({ keys: [key] }),
    'signatures.forgetKey': () => ({}),
    'signatures.roots': () => ({ roots: [root] }),
    'signatures.addRoots': () => ({ added: [root] }),
    'signatures.removeRoot': () => ({}),
  };
}
