/** Synthetic imports, documents and verdicts for tests of the screens. */
import type { EvidencePage, EvidenceRow } from '../../shared/contract/evidence.ts';
import type { IssuedReport, ReportVerdict } from '../../shared/contract/reports.ts';
import type { WorkingCopy } from '../../shared/contract/working-copy.ts';
import { fakeCase, fakeHash, fakeId } from './fake-people.ts';

/** The thread of one item, the newest first. */
export function fakeThread(row: EvidenceRow): EvidencePage['thread'] {
  const filed = row.cases[0]?.number ?? null;
  return [
    {
      sequence: 1281,
      at: '2026-11-20T02:10:00.000Z',
      user: 'Rahma Yuliani',
      action: 'evidence.viewed',
      caseNumber: null,
      reason: null,
    },
    {
      sequence: 1270,
      at: '2026-11-20T01:58:00.000Z',
      user: 'Rahma Yuliani',
      action: 'evidence.filed',
      caseNumber: filed,
      reason: null,
    },
    {
      sequence: 1269,
      at: row.capturedAt,
      user: 'Rahma Yuliani',
      action: row.secondHand ? 'evidence.added' : 'evidence.captured',
      caseNumber: null,
      reason: null,
    },
  ];
}

/** A document that was issued with the vault's seal. */
export function fakeIssued(): IssuedReport {
  const row = fakeCase(0);
  return {
    id: fakeId(16, 1),
    caseId: row.id,
    caseNumber: row.number,
    kind: 'lengkap',
    number: '700/024/DKI/2026',
    issuedAt: '2026-11-20T03:00:00.000Z',
    user: 'Rahma Yuliani',
    sha256: fakeHash(33),
    bytes: 4_220_118,
    pages: 7,
    draft: false,
    signer: 'Segel Netra',
    signerFingerprint: fakeHash(77),
    sealed: true,
  };
}

/** Two signatures at the level B-LTA and its archive stamp; nobody knows yet who signed first. */
export function fakeVerdict(): ReportVerdict {
  const time = '2026-11-20T03:00:00.000Z';
  const stampedAt = '2026-11-20T03:00:09.000Z';
  const certificate = {
    name: 'Segel Netra – Pemantauan Netralitas 2027',
    fingerprint: fakeHash(77),
    notBefore: '2026-01-01T00:00:00.000Z',
    notAfter: '2031-01-01T00:00:00.000Z',
    anchor: false,
    revocation: 'unknown',
    revocationSource: null,
    answeredAt: null,
    revokedAt: null,
  } as const;
  const seal: ReportVerdict['signatures'][number] = {
    field: 'Segel',
    signer: certificate.name,
    fingerprint: certificate.fingerprint,
    indication: 'INDETERMINATE',
    subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
    level: 'B-B',
    algorithm: 'ECDSA P-256, SHA-256',
    time,
    timeSource: 'claimed',
    bestTime: stampedAt,
    bestTimeProof: 'document-timestamp',
    integrity: 'intact',
    chain: 'untrusted',
    revocation: 'unknown',
    certificates: [certificate],
    timestamps: [],
    certification: 2,
    locks: null,
    revision: 2,
    coversWholeFile: false,
    reasons: ['SIGNER_NOT_TRUSTED'],
  };
  const root = {
    ...certificate,
    name: 'Akar Contoh',
    fingerprint: fakeHash(80),
    anchor: true,
    revocation: 'not-needed' as const,
  };
  const stamp: ReportVerdict['signatures'][number] = {
    ...seal,
    field: 'ArsipTS1',
    signer: 'Cap Waktu Contoh',
    fingerprint: fakeHash(79),
    indication: 'TOTAL-PASSED',
    subIndication: null,
    level: 'timestamp',
    algorithm: 'RSA 2048, SHA-256',
    time: stampedAt,
    timeSource: 'stamped',
    chain: 'trusted',
    revocation: 'good',
    certificates: [
      {
        ...certificate,
        name: 'Cap Waktu Contoh',
        fingerprint: fakeHash(79),
        revocation: 'good',
        revocationSource: 'ocsp',
        answeredAt: stampedAt,
      },
      root,
    ],
    certification: null,
    revision: 3,
    coversWholeFile: true,
    reasons: [],
  };
  return {
    verdict: 'indeterminate',
    indication: 'INDETERMINATE',
    subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
    reasons: ['SIGNER_NOT_TRUSTED'],
    signatures: [seal, stamp],
    proofs: [
      { time, kind: 'claimed', field: 'Segel', by: certificate.name, proven: false },
      { time: stampedAt, kind: 'document-timestamp', field: 'ArsipTS1', by: 'Cap Waktu Contoh', proven: true },
    ],
    revisions: [
      { number: 2, end: 4_180_118, sha256: fakeHash(82), closedBy: ['Segel'] },
      { number: 3, end: 4_220_118, sha256: fakeHash(83), closedBy: ['ArsipTS1'] },
    ],
    changes: [{ revision: 3, kind: 'timestamp', allowed: true, what: 'Field 212: signed' }],
    attachments: [{ name: 'B-0048-halaman-penuh.png', sha256: fakeHash(1), inVault: true, differs: false }],
    sha256: fakeHash(83),
    bytes: 4_220_118,
    trailingBytes: 0,
    identifier: null,
    printedHead: null,
    judgedAt: '2026-11-21T03:00:00.000Z',
    issuedHere: false,
    recognised: null,
    custodyHead: { sequence: 1284, hash: fakeHash(1284), ancestor: true },
  };
}

/** One version of a working copy of a made-up item. */
export function fakeCopy(row: EvidenceRow, derivedFrom: string, version: number): WorkingCopy {
  return {
    id: fakeId(15, Number.parseInt(row.number.slice(2), 10) * 10 + version),
    version,
    derivedFrom,
    sha256: fakeHash(700 + version),
    bytes: 912_334,
    mime: 'image/png',
    name: `salinan-kerja-${version}.png`,
    width: row.width ?? 1,
    height: row.height ?? 1,
    edits: {
      crop: null,
      masks: [
        { x: 40, y: 40, width: 420, height: 90, reason: 'nama' },
        { x: 500, y: 300, width: 160, height: 180, reason: 'wajah' },
      ],
      marks: [],
    },
    textId: null,
    note: '',
    madeAt: '2026-11-21T03:00:00.000Z',
    madeBy: 'Rahma Yuliani',
    usedInMasked: version === 2,
    withdrawn: version === 1 ? { at: '2026-11-21T04:00:00.000Z', reason: 'Wajah saksi terlewat' } : null,
  };
}

/** The first item has two versions, of which the first was withdrawn; the others have none. */
export function fakeCopies(row: EvidenceRow, derivedFrom: string): WorkingCopy[] {
  return row.number === 'B-0048' ? [fakeCopy(row, derivedFrom, 2), fakeCopy(row, derivedFrom, 1)] : [];
}
