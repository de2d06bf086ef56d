/** Documents of every kind, as the fake bridge answers about them. */
import { DOCUMENT_KIND_NAMES } from '../../shared/domain/issuing/document-kinds.ts';
import { type IssuedDocument, type OfficeDocuments, officeDocuments } from '../../shared/contract/documents.ts';
import { OFFICE_KINDS } from '../../shared/domain/issuing/office-kinds.ts';
import { fakeIssued } from './fake-documents.ts';
import { fakeHandle, fakeId } from './fake-people.ts';
import type { FakeAnswers } from './fake-vault-states.ts';

const HEAD = {
  id: fakeId(17, 1),
  capacity: 'kepala',
  acting: 'Plt.',
  onBehalfOf: '',
  position: 'Kepala Dinas',
  name: 'Sri Contoh, S.Kom.',
  rank: 'Pembina (IV/a)',
  nip: '197501012000012001',
} as const;

/** An office with one signatory and a pattern for its reports. */
export function fakeOffice(): OfficeDocuments {
  const kinds = Object.fromEntries(
    DOCUMENT_KIND_NAMES.map((document) => [
      document,
      {
        numberTemplate: document === 'laporan_inspektorat' ? '{kode_klasifikasi}/{urut}/{kode_opd}/{tahun}' : '',
        classification: '700',
        secrecy: OFFICE_KINDS[document].secrecy,
        paper: 'office',
        certification: OFFICE_KINDS[document].certification,
        signatories: [HEAD.id],
        copies: [],
      },
    ]),
  );
  return officeDocuments.parse({
    agencyCode: 'DKI',
    unverifiedLegal: 'draft',
    signatories: [HEAD],
    kinds,
  });
}

/** One that was issued with the seal and still waits for the head of the office. */
export function fakeDocument(change: Partial<IssuedDocument> = {}): IssuedDocument {
  const { kind, draft, caseId, caseNumber, ...rest } = fakeIssued();
  return {
    ...rest,
    document: 'laporan_inspektorat',
    variant: kind,
    caseId,
    caseNumber,
    publicReportId: null,
    day: null,
    level: 'B-B',
    state: draft ? 'draf' : 'berlaku',
    expectedSigners: [
      { field: 'Petugas', name: 'Segel Netra' },
      { field: 'Kepala', name: HEAD.name },
    ],
    supersedes: null,
    supersededBy: null,
    maskedOf: null,
    maskedBy: null,
    ...change,
  };
}

type Named = Extract<keyof FakeAnswers, `documents.${string}`>;

export function fakeDocumentAnswers(): Pick<FakeAnswers, Named> {
  return {
    'documents.kinds': () => ({
      rows: DOCUMENT_KIND_NAMES.map((document) => ({
        document,
        about: OFFICE_KINDS[document].about,
        needsEvidence: OFFICE_KINDS[document].needsEvidence,
        fields: OFFICE_KINDS[document].fields.map((field) => ({ ...field, value: '' })),
        nextNumber: document === 'laporan_inspektorat' ? '700/025/DKI/2026' : null,
        settings: fakeOffice().kinds[document],
      })),
      signatories: [HEAD],
    }),
    'documents.preview': (_input, fake) =>
      fake.job('report-preview', 'Dokumen', {
        handle: fakeHandle(15, 1),
        pages: 3,
        bytes: 220_118,
        number: '700/025/DKI/2026',
        draftReasons: ['LEGAL_UNVERIFIED'],
      }),
    'documents.issue': (_input, fake) => fake.job('report-issue', 'Dokumen', fakeDocument()),
    'documents.list': ({ caseId }) => {
      const rows = [
        fakeDocument(),
        fakeDocument({ id: fakeId(16, 2), document: 'ba_pengamanan_bukti', number: '', state: 'draf' }),
        fakeDocument({
          id: fakeId(16, 3),
          document: 'tanda_terima_harian',
          variant: 'disamarkan',
          number: '700/003/DKI/2026',
          caseId: null,
          caseNumber: null,
          day: '2026-11-19',
          state: 'digantikan',
          supersededBy: { id: fakeId(16, 4), number: '700/004/DKI/2026' },
        }),
      ].filter((row) => caseId === undefined || row.caseId === caseId);
      return { total: rows.length, rows };
    },
    'documents.batchSize': () => ({ cases: 12 }),
    'documents.batch': (_input, fake) =>
      fake.job('document-batch', 'Dokumen', {
        cases: 2,
        issued: [{ id: fakeId(16, 5), variant: 'lengkap', caseNumber: 'REG/024/X/2026', number: '700/026/DKI/2026' }],
        refused: [
          {
            variant: 'lengkap',
            caseNumber: 'REG/025/X/2026',
            code: 'REPORT_NO_EVIDENCE',
            params: { case: 'REG/025/X/2026' },
          },
        ],
        cancelled: false,
      }),
    'documents.wording': () => ({ texts: fakeTexts() }),
    'documents.setWording': ({ texts }) => ({
      texts: fakeTexts().map((one) => ({ ...one, text: texts[one.key] ?? one.standard })),
    }),
    'documents.office': () => ({ office: fakeOffice(), emblem: null }),
    'documents.setOffice': (office) => officeDocuments.parse(office),
    'documents.setEmblem': () => ({}),
  };
}

function fakeTexts() {
  return [
    {
      key: 'judul',
      type: 'text' as const,
      label: { id: 'Judul', en: 'Title' },
      fields: [],
      text: 'Judul kantor',
      standard: 'Berita Acara',
    },
    {
      key: 'pembuka',
      type: 'text' as const,
      label: { id: 'Kalimat pembuka', en: 'Opening sentence' },
      fields: ['hari_tanggal', 'tempat'],
      text: 'Pada hari ini {hari_tanggal} di {tempat}.',
      standard: 'Pada hari ini {hari_tanggal} di {tempat}.',
    },
  ];
}
