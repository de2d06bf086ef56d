/** Synthetic imports, documents and verdicts for tests of the screens. */
import type { EvidencePage, EvidenceRow } from '../../shared/contract/evidence.ts';
import type { IssuedReport, ReportVerdict } from '../../shared/contract/reports.ts';
import type { WorkingCopy } from '../../shared/contract/working-copy.ts';
import type { RosterImportResult, RosterSheet } from '../../shared/contract/roster.ts';
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

/** What a reader found in a workbook: one sheet to take, one hidden. */
export function fakeSheets(): RosterSheet[] {
  const column = (
    position: number,
    heading: string,
    field: RosterSheet['proposal'][number]['field'],
    reason: string,
  ): RosterSheet['proposal'][number] => ({ column: position, heading, field, score: field === null ? 0 : 1, reason });
  return [
    {
      name: 'Data_Pegawai_PNS',
      state: 'visible',
      rows: 10_431,
      columns: 68,
      headerRow: 3,
      proposal: [
        column(1, 'NIP BARU', 'nip', 'Judul SIASN yang sama'),
        column(3, 'NAMA', 'name', 'Judul SIASN yang sama'),
        column(4, 'GELAR DEPAN', 'titleFront', 'Judul SIASN yang sama'),
        column(5, 'GELAR BELAKANG', 'titleBack', 'Judul SIASN yang sama'),
        column(8, 'GOL AKHIR NAMA', 'grade', 'Isi tampak seperti golongan'),
        column(9, 'JABATAN NAMA', 'position', 'Judul SIASN yang sama'),
        column(10, 'UNOR NAMA', 'unit', 'Judul SIASN yang sama'),
        column(11, 'KETERANGAN', null, 'Tidak dikenal'),
      ],
      notTaken: ['AGAMA NAMA', 'JENIS KAWIN NAMA', 'NPWP NOMOR', 'BPJS', 'ALAMAT'],
      sample: [
        {
          'NIP BARU': '198506122010012001',
          NAMA: 'Bunga Anggraini',
          'GELAR BELAKANG': 'S.Pd.',
          'GOL AKHIR NAMA': 'III/c',
          'JABATAN NAMA': 'Guru Ahli Muda',
          'UNOR NAMA': 'SD Negeri 1',
        },
      ],
    },
    { name: 'Rekap', state: 'hidden', rows: 12, columns: 4, headerRow: null, proposal: [], notTaken: [], sample: [] },
  ];
}

/** A result with every kind of row in it. */
export function fakeImportResult(): RosterImportResult {
  return {
    importId: null,
    file: { name: 'Data Pegawai 2026.xlsx', bytes: 1_840_220, sha256: fakeHash(3) },
    read: 10_431,
    added: 10_402,
    updated: 18,
    unchanged: 0,
    rejected: [
      {
        sheet: 'Data_Pegawai_PNS',
        row: 214,
        column: 'NIP BARU',
        code: 'NIP_NUMERIC_CELL',
        params: {},
        value: '1,98506E+17',
      },
      {
        sheet: 'Data_Pegawai_PNS',
        row: 871,
        column: 'NIP BARU',
        code: 'NIP_BIRTH_DATE',
        params: {},
        value: '198513122010012001',
      },
    ],
    warnings: [
      {
        sheet: 'Data_Pegawai_PNS',
        row: 92,
        column: 'GOL AKHIR NAMA',
        code: 'GRADE_UNKNOWN',
        params: {},
        value: 'Gol. 3',
      },
    ],
    changes: [
      { kind: 'added', name: 'Bunga Anggraini, S.Pd.', identity: '198506122010012001', fields: [] },
      {
        kind: 'updated',
        name: 'Candra Hidayat',
        identity: '197203041998031002',
        fields: [{ field: 'unit', before: 'Dinas Sosial', after: 'Inspektorat' }],
      },
    ],
    mapping: [],
    notTaken: ['AGAMA NAMA', 'NPWP NOMOR'],
  };
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
