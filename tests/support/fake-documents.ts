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

/** Unchanged, but nobody knows yet who signed. */
export function fakeVerdict(): ReportVerdict {
  return {
    verdict: 'indeterminate',
    reasons: ['SIGNER_NOT_TRUSTED'],
    signatures: [
      {
        field: 'Segel',
        signer: 'Segel Netra – Pemantauan Netralitas 2027',
        fingerprint: fakeHash(77),
        level: 'B-B',
        time: '2026-11-20T03:00:00.000Z',
        timeSource: 'claimed',
        integrity: 'intact',
        chain: 'untrusted',
        revocation: 'not-checked',
        certification: 2,
        revision: 1,
        reasons: ['SIGNER_NOT_TRUSTED'],
      },
    ],
    changes: [],
    attachments: [{ name: 'B-0048-halaman-penuh.png', sha256: fakeHash(1), inVault: true }],
    issuedHere: false,
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
