/** T13: a letter that passes a case on to Bawaslu or BKN, with the evidence as its annex. */
import { reportAccountSchema, reportActSchema } from '#shared/contract/report-proof.ts';
import { allegationSchema, subjectSchema } from '#shared/contract/report-model.ts';
import { evidencePageSchema, evidenceSchema } from '#shared/contract/report-model.ts';
import { z } from 'zod';
import {
  copies,
  field,
  fieldIf,
  fields,
  heading,
  NOTICE_TEXTS,
  letterOpening,
  paragraphs,
  section,
  signatures,
} from './blocks.ts';
import { citationsSchema, dress, frameSchema, line, paragraph } from './common.ts';
import { defineKind } from './kind.ts';
import { labels, paragraphsOf, text } from './wording.ts';

export const FORWARD_TO = ['bawaslu', 'bkn'] as const;

export const penerusanData = z.strictObject({
  frame: frameSchema,
  to: z.enum(FORWARD_TO),
  lampiran: line,
  hal: line,
  recipients: z.array(line).min(1).max(10),
  recipientPlace: line.nullable(),
  /** Number under which the receiver knows it (nomor aduan); null when there is none. */
  receiversNumber: line.nullable(),
  citations: citationsSchema,
  subjects: z.array(subjectSchema).min(1).max(200),
  accounts: z.array(reportAccountSchema).max(200),
  acts: z.array(reportActSchema).max(200),
  allegations: z.array(allegationSchema).max(100),
  actTime: line.nullable(),
  actPlace: line.nullable(),
  account: z.array(paragraph).max(200),
  evidence: z.array(evidenceSchema).min(1).max(5_000),
  pages: z.array(evidencePageSchema).max(5_000),
});
type Data = z.infer<typeof penerusanData>;

const wording = {
  ...NOTICE_TEXTS,
  judul_bawaslu: text('Judul (Bawaslu)', 'Title (Bawaslu)', []),
  judul_bkn: text('Judul (BKN)', 'Title (BKN)', []),
  pembuka_bawaslu: text('Kalimat pembuka (Bawaslu)', 'Opening sentence (Bawaslu)', ['registrasi', 'jumlah']),
  pembuka_bkn: text('Kalimat pembuka (BKN)', 'Opening sentence (BKN)', ['registrasi', 'jumlah']),
  dasar: text('Kalimat sebelum dasar', 'Sentence before the references', []),
  permintaan_bawaslu: text('Permintaan (Bawaslu)', 'Request (Bawaslu)', []),
  permintaan_bkn: text('Permintaan (BKN)', 'Request (BKN)', []),
  sifat_dugaan: text('Penegasan bahwa ini dugaan', 'Sentence that it is alleged', []),
  penutup: text('Kalimat penutup', 'Closing sentence', []),
  bagian: labels('Judul bagian lampiran', 'Titles of the annex', [
    'lampiran',
    'terlapor',
    'akun',
    'uraian',
    'perbuatan',
    'dugaan',
    'bukti',
    'berkas',
    'penguasaan',
    'tampilan',
  ]),
  label: labels('Label isian', 'Labels', ['registrasi', 'nomor_penerima', 'waktu', 'tempat', 'lampiran_surat']),
} as const;

export const penerusan = defineKind<Data, typeof wording>({
  name: 'penerusan',
  template: 'T13',
  label: { id: 'Penerusan ke Bawaslu atau BKN', en: 'Forwarding to Bawaslu or BKN' },
  about: 'case',
  data: penerusanData,
  wording,
  wordingFile: 'report/documents/penerusan.id.json',
  build(data, words) {
    const { frame, to } = data;
    const { label } = words;
    const values = { registrasi: frame.registration, jumlah: data.evidence.length };
    return dress(frame, {
      kind: 'penerusan',
      title: words[`judul_${to}`],
      subject: data.hal,
      blocks: [
        ...letterOpening(data, { ...words, dasar: paragraphsOf(words.dasar) }),
        ...paragraphs(paragraphsOf(words[`pembuka_${to}`], values), 'letter'),
        fields([
          field(label.registrasi, frame.registration, 'mono'),
          ...fieldIf(label.nomor_penerima, data.receiversNumber, 'mono'),
          ...fieldIf(label.waktu, data.actTime),
          ...fieldIf(label.tempat, data.actPlace),
        ]),
        ...paragraphs(
          [
            ...paragraphsOf(words[`permintaan_${to}`]),
            ...paragraphsOf(words.sifat_dugaan),
            ...paragraphsOf(words.penutup),
          ],
          'letter',
        ),
        ...signatures(frame.signatures),
        ...copies(frame.copies),
        ...annex(data, words.bagian, label),
      ],
    });
  },
});

/** What the letter carries: who, what, and the evidence. */
function annex(
  data: Data,
  bagian: Readonly<Record<(typeof wording.bagian.names)[number], string>>,
  label: Readonly<Record<(typeof wording.label.names)[number], string>>,
): ReturnType<typeof paragraphs> {
  const { frame } = data;
  return [
    { block: 'page-break' },
    heading(bagian.lampiran),
    fields([field(label.lampiran_surat, data.hal), field(label.registrasi, frame.registration, 'mono')]),
    section(bagian.terlapor),
    { block: 'subjects', subjects: data.subjects },
    ...(data.accounts.length === 0
      ? []
      : [section(bagian.akun), { block: 'accounts' as const, accounts: data.accounts }]),
    ...(data.account.length === 0 ? [] : [section(bagian.uraian), ...paragraphs(data.account)]),
    ...(data.acts.length === 0 ? [] : [section(bagian.perbuatan, 150), { block: 'acts' as const, acts: data.acts }]),
    ...(data.allegations.length === 0
      ? []
      : [section(bagian.dugaan), { block: 'allegations' as const, allegations: data.allegations }]),
    section(bagian.bukti, 150),
    { block: 'evidence', evidence: data.evidence },
    section(bagian.berkas, 120),
    { block: 'attachments' },
    section(bagian.penguasaan, 150),
    { block: 'custody-head', head: frame.custodyHead, sealFingerprint: frame.sealFingerprint, title: null },
    ...(data.pages.length === 0
      ? []
      : [{ block: 'pictures' as const, title: bagian.tampilan, evidence: data.evidence, pages: data.pages }]),
  ];
}
