/** A letter to whoever reported: what became of the report, or what it still lacks and until when. */
import { z } from 'zod';
import {
  copies,
  field,
  fieldIf,
  fields,
  NOTICE_TEXTS,
  letterOpening,
  numbered,
  paragraphs,
  signatures,
} from './blocks.ts';
import { dress, frameSchema, line, paragraph } from './common.ts';
import { defineKind } from './kind.ts';
import { labels, paragraphsOf, text } from './wording.ts';

export const suratJawabanData = z.strictObject({
  frame: frameSchema,
  /** Asks for what is missing instead of telling what became of it. */
  completion: z.boolean(),
  lampiran: line,
  hal: line,
  /** Names the reporter only where that was chosen. */
  recipients: z.array(line).min(1).max(10),
  recipientPlace: line.nullable(),
  receivedAt: line,
  subject: line,
  answer: z.array(paragraph).min(1).max(100),
  /** Requirements that are not met. */
  missing: z.array(line).max(50),
  /** Until which day; null: no day is set. */
  until: line.nullable(),
  contact: line.nullable(),
});

const wording = {
  ...NOTICE_TEXTS,
  judul_jawaban: text('Judul pada metadata (jawaban)', 'Title in the metadata (answer)', []),
  judul_kelengkapan: text('Judul pada metadata (kelengkapan)', 'Title in the metadata (completion)', []),
  pembuka: text('Kalimat pembuka', 'Opening sentence', ['registrasi', 'diterima']),
  kelengkapan: text('Kalimat sebelum kekurangan', 'Sentence before what is missing', []),
  batas: text('Kalimat batas waktu', 'Sentence of the deadline', ['batas']),
  label: labels('Label isian', 'Labels', ['registrasi', 'hal', 'kontak']),
  penegasan: text('Penegasan', 'Clarifying sentence', []),
  penutup: text('Kalimat penutup', 'Closing sentence', []),
} as const;

export const suratJawaban = defineKind<z.infer<typeof suratJawabanData>, typeof wording>({
  name: 'surat_jawaban',
  template: null,
  label: { id: 'Surat jawaban kepada pelapor', en: 'Answer to a reporter' },
  about: 'public-report',
  data: suratJawabanData,
  wording,
  wordingFile: 'report/documents/surat_jawaban.id.json',
  build(data, words) {
    const { frame } = data;
    const { label } = words;
    const missing = data.completion ? data.missing : [];
    return dress(frame, {
      kind: 'surat_jawaban',
      title: data.completion ? words.judul_kelengkapan : words.judul_jawaban,
      subject: data.hal,
      blocks: [
        ...letterOpening({ ...data, citations: [] }, { ...words, dasar: [] }),
        ...paragraphs(
          paragraphsOf(words.pembuka, { registrasi: frame.registration, diterima: data.receivedAt }),
          'letter',
        ),
        fields([
          field(label.registrasi, frame.registration, 'mono'),
          field(label.hal, data.subject),
          ...fieldIf(label.kontak, data.contact),
        ]),
        ...paragraphs(data.answer, 'letter'),
        ...(missing.length === 0
          ? []
          : [...paragraphs(paragraphsOf(words.kelengkapan), 'letter'), ...numbered(missing, 'letter')]),
        ...(data.completion && data.until !== null
          ? paragraphs(paragraphsOf(words.batas, { batas: data.until }), 'letter')
          : []),
        ...paragraphs([...paragraphsOf(words.penegasan), ...paragraphsOf(words.penutup)], 'letter'),
        ...signatures(frame.signatures),
        ...copies(frame.copies),
      ],
    });
  },
});
