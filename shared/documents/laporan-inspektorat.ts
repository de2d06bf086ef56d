/** T14: the report to the inspectorate, a nota dinas with the case's evidence. */
import type { Block, DocumentModel } from '#shared/contract/document-model.ts';
import { type ReportModel, reportModelSchema } from '#shared/contract/report-model.ts';
import { z } from 'zod';
import { copies, field, NOTICE_TEXTS, numbered, paragraphs, section, signatures } from './blocks.ts';
import { defineKind } from './kind.ts';
import { fill, labels, list, text } from './wording.ts';

export const laporanInspektoratData = z.strictObject({
  documentId: z.uuid().nullable(),
  replaces: z.string().max(2_000).nullable(),
  report: reportModelSchema,
});

/** Points that follow a heading on the same page: an introduction and the first rows of a table. */
const BEFORE_TABLE = 150;

const wording = {
  ...NOTICE_TEXTS,
  catatan_lengkap: text('Catatan pada laporan lengkap', 'Note on a full report', []),
  kepala: labels('Kepala nota dinas', 'Head of the memo', [
    'penerima',
    'dari',
    'tanggal',
    'sifat',
    'lampiran',
    'hal',
    'registrasi',
  ]),
  bagian: labels('Judul bagian', 'Section titles', [
    'dasar',
    'terlapor',
    'akun',
    'uraian',
    'perbuatan',
    'dugaan',
    'bukti',
    'penguasaan',
    'berkas',
    'batas',
    'penutup',
    'tampilan',
  ]),
  batas: list('Batas keterangan', 'Limits of what is said', []),
} as const;
type Titles = Readonly<Record<(typeof wording.bagian.names)[number], string>>;

export const laporanInspektorat = defineKind<z.infer<typeof laporanInspektoratData>, typeof wording>({
  name: 'laporan_inspektorat',
  template: 'T14',
  label: { id: 'Laporan ke Inspektorat', en: 'Report to the inspectorate' },
  about: 'case',
  data: laporanInspektoratData,
  wording,
  wordingFile: 'report/documents/laporan_inspektorat.id.json',
  build({ documentId, replaces, report }, words) {
    const { kepala } = words;
    const masked = report.kind === 'disamarkan';
    const blocks: Block[] = [
      { block: 'kop', letterhead: report.letterhead },
      {
        block: 'memo-head',
        title: report.title,
        number: report.number,
        rows: [
          field(kepala.penerima, numberedLines(report.recipients)),
          field(kepala.dari, report.from),
          field(kepala.tanggal, report.date),
          field(kepala.sifat, report.sifat),
          field(kepala.lampiran, report.lampiran),
          field(kepala.hal, report.hal, 'strong'),
          field(kepala.registrasi, report.registration, 'mono'),
        ],
      },
      {
        block: 'notice',
        tone: report.draft ? 'caution' : 'plain',
        lines: [
          masked ? words.catatan_samaran : words.catatan_lengkap,
          ...(report.draft ? [words.catatan_draf] : []),
          ...(report.draft && report.draftReason !== null ? [report.draftReason] : []),
          ...(replaces === null ? [] : [replaces]),
        ],
      },
      ...told(report, words.bagian),
      ...shown(report, words.bagian),
      section(words.bagian.batas),
      ...numbered([...words.batas.map((one) => fill(one, {})), ...report.limits]),
      ...(report.closing.length === 0 ? [] : [section(words.bagian.penutup), ...paragraphs(report.closing)]),
      ...signatures(report.signatures),
      ...copies(report.copies),
      ...(report.evidencePages.length === 0
        ? []
        : [
            {
              block: 'pictures' as const,
              title: words.bagian.tampilan,
              evidence: report.evidence,
              pages: report.evidencePages,
            },
          ]),
    ];
    return { ...frameOf(report), documentId, blocks };
  },
});

/** What is told: grounds, persons, accounts, the course of events, acts, allegations. */
function told(report: ReportModel, bagian: Titles): Block[] {
  return [
    ...(report.basis.length === 0 ? [] : [section(bagian.dasar), ...numbered(report.basis)]),
    section(bagian.terlapor),
    { block: 'subjects', subjects: report.subjects },
    ...(report.accounts.length === 0
      ? []
      : [section(bagian.akun), { block: 'accounts' as const, accounts: report.accounts }]),
    ...(report.account.length === 0 ? [] : [section(bagian.uraian), ...paragraphs(report.account)]),
    ...report.sections.flatMap(({ title, paragraphs: items }) => [section(title), ...paragraphs(items)]),
    ...(report.acts.length === 0
      ? []
      : [section(bagian.perbuatan, BEFORE_TABLE), { block: 'acts' as const, acts: report.acts }]),
    ...(report.allegations.length === 0
      ? []
      : [section(bagian.dugaan), { block: 'allegations' as const, allegations: report.allegations }]),
  ];
}

/** What is shown: evidence, custody, files. */
function shown(report: ReportModel, bagian: Titles): Block[] {
  return [
    section(bagian.bukti, BEFORE_TABLE),
    { block: 'evidence', evidence: report.evidence },
    section(bagian.penguasaan, BEFORE_TABLE),
    { block: 'custody', entries: report.custody },
    { block: 'custody-head', head: report.custodyHead, sealFingerprint: report.sealFingerprint, title: null },
    section(bagian.berkas, BEFORE_TABLE),
    { block: 'attachments' },
  ];
}

function frameOf(report: ReportModel): Omit<DocumentModel, 'documentId' | 'blocks'> {
  return {
    document: 'official',
    kind: 'laporan_inspektorat',
    variant: report.kind,
    paper: report.paper,
    marks: [report.kind === 'lengkap' ? 'rahasia' : 'disamarkan', ...(report.draft ? (['draf'] as const) : [])],
    info: {
      title: `${report.title} – ${report.registration}`,
      author: report.letterhead.agency,
      subject: report.hal,
    },
    runningHead: `${report.registration} · ${report.hal}`,
    initials: [],
    attachments: report.attachments,
    custodyHead: report.custodyHead,
    appVersion: report.appVersion,
    createdAt: report.createdAt,
  };
}

/** One recipient as it is, several numbered. */
function numberedLines(recipients: readonly string[]): string {
  if (recipients.length === 1) return recipients[0] ?? '';
  return recipients.map((recipient, index) => `${index + 1}. ${recipient}`).join('\n');
}
