/** T4: minutes of what somebody said when asked. It records answers and finds nothing. */
import { actorSchema, citationSchema } from '#shared/contract/document-model.ts';
import { subjectSchema } from '#shared/contract/report-model.ts';
import { z } from 'zod';
import { NOTICE_TEXTS, notice, paragraphs, people, section, signatures } from './blocks.ts';
import { dress, frameSchema, line, occasionSchema, paragraph } from './common.ts';
import { defineKind } from './kind.ts';
import { labels, list, paragraphsOf, text } from './wording.ts';

export const baKlarifikasiData = z.strictObject({
  frame: frameSchema,
  occasion: occasionSchema,
  /** The invitation or order it rests on; null when there is none. */
  basis: line.nullable(),
  examiners: z.array(actorSchema).min(1).max(6),
  respondent: subjectSchema,
  /** What is alleged, in words that allege. */
  allegation: z.array(paragraph).max(20),
  citations: z.array(citationSchema).max(50),
  /** `answer` null: written in by hand on `lines` ruled lines. */
  questions: z
    .array(z.strictObject({ question: paragraph, answer: paragraph.nullable(), lines: z.int().min(1).max(30) }))
    .min(1)
    .max(300),
  /** What was handed over or shown. */
  shown: z.array(paragraph).max(50),
  finishedAt: line.nullable(),
  /** Why the respondent did not sign; null when signed or not known yet. */
  refusedToSign: paragraph.nullable(),
});

const wording = {
  ...NOTICE_TEXTS,
  judul: text('Judul', 'Title', []),
  pembuka: text('Kalimat pembuka', 'Opening sentence', ['hari_tanggal', 'jam', 'tempat', 'registrasi']),
  berdasarkan: text('Kalimat dasar', 'Sentence on the basis', ['dasar']),
  bagian: labels('Judul bagian', 'Section titles', [
    'pemeriksa',
    'pemberi',
    'dugaan',
    'dasar',
    'tanya_jawab',
    'ditunjukkan',
    'pernyataan',
  ]),
  label: labels('Label isian', 'Labels', ['menolak', 'paraf_pemeriksa', 'paraf_pemberi']),
  sifat_dugaan: text('Penegasan bahwa ini dugaan', 'Sentence that it is alleged', []),
  hak: list('Pemberitahuan sebelum tanya jawab', 'What is told before the questions', []),
  pernyataan: text('Pernyataan pemberi keterangan', 'Statement of who answered', []),
  selesai: text('Kalimat selesai', 'Sentence on the end', ['jam']),
  penutup: text('Kalimat penutup', 'Closing sentence', []),
} as const;

export const baKlarifikasi = defineKind<z.infer<typeof baKlarifikasiData>, typeof wording>({
  name: 'ba_klarifikasi',
  template: 'T4',
  label: { id: 'Berita acara klarifikasi', en: 'Minutes of a clarification' },
  about: 'person',
  data: baKlarifikasiData,
  wording,
  wordingFile: 'report/documents/ba_klarifikasi.id.json',
  build(data, words) {
    const { frame, occasion } = data;
    const { bagian, label } = words;
    const opening = {
      hari_tanggal: occasion.dayInWords,
      jam: occasion.time,
      tempat: occasion.place,
      registrasi: frame.registration,
    };
    const end = data.finishedAt === null ? [] : paragraphsOf(words.selesai, { jam: data.finishedAt });
    return dress(frame, {
      kind: 'ba_klarifikasi',
      title: words.judul,
      subject: `${words.judul} ${frame.registration}`,
      initials: [label.paraf_pemeriksa, label.paraf_pemberi],
      blocks: [
        { block: 'kop', letterhead: frame.letterhead },
        { block: 'title', title: words.judul, subtitle: null, number: frame.number },
        ...notice(frame, words),
        ...paragraphs([
          ...paragraphsOf(words.pembuka, opening),
          ...(data.basis === null ? [] : paragraphsOf(words.berdasarkan, { dasar: data.basis })),
        ]),
        section(bagian.pemeriksa),
        ...people(data.examiners),
        section(bagian.pemberi),
        { block: 'subjects', subjects: [data.respondent] },
        section(bagian.dugaan),
        ...paragraphs(data.allegation),
        ...paragraphs(paragraphsOf(words.sifat_dugaan), 'note'),
        ...(data.citations.length === 0
          ? []
          : [section(bagian.dasar), { block: 'citations' as const, items: data.citations }]),
        section(bagian.tanya_jawab),
        ...paragraphs(words.hak),
        { block: 'questions', rows: data.questions },
        ...(data.shown.length === 0
          ? []
          : [section(bagian.ditunjukkan), { block: 'list' as const, items: data.shown, style: 'number' as const }]),
        section(bagian.pernyataan, 120),
        {
          block: 'statement',
          items: [...paragraphsOf(words.pernyataan), ...end, ...paragraphsOf(words.penutup)],
        },
        ...(data.refusedToSign === null
          ? []
          : [
              {
                block: 'notice' as const,
                tone: 'caution' as const,
                lines: [`${label.menolak}: ${data.refusedToSign}`],
              },
            ]),
        ...signatures(frame.signatures),
      ],
    });
  },
});
