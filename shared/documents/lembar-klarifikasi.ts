/** The clarification sheet: what is said about a claim, what is so, and what that rests on. About a claim, never about a person. */
import { z } from 'zod';
import { field, fieldIf, fields, NOTICE_TEXTS, notice, numbered, paragraphs, section, signatures } from './blocks.ts';
import { dress, frameSchema, line, paragraph } from './common.ts';
import { defineKind } from './kind.ts';
import { labels, paragraphsOf, text } from './wording.ts';

export const lembarKlarifikasiData = z.strictObject({
  frame: frameSchema,
  /** Agency that checked. */
  office: line,
  claim: line,
  /** As the stamp says it: HOAKS, BUKAN HOAKS, BELUM DAPAT DIPASTIKAN. */
  verdict: line,
  /** Name and explanation of the kind; null where it is no hoax. */
  kind: z.strictObject({ name: line, explanation: line }).nullable(),
  /** Days in words: "23 November 2026". */
  firstSeen: line,
  checkedOn: line,
  checkedBy: line,
  /** Platforms where it spreads; no account, no group, no address: the sheet does not lead to the hoax. */
  platforms: z.array(line).max(50),
  facts: z.array(paragraph).min(1).max(20),
  advice: paragraph.nullable(),
  sources: z
    .array(z.strictObject({ publisher: line, title: line, date: line.nullable(), address: line.nullable() }))
    .max(200),
  /** Places to check and to report, verified by the office. */
  channels: z.array(line).max(50),
});

const wording = {
  ...NOTICE_TEXTS,
  judul: text('Judul', 'Title', []),
  pembuka: text('Kalimat pembuka', 'Opening sentence', ['kantor', 'tanggal_periksa', 'butir']),
  bagian: labels('Judul bagian', 'Section titles', ['fakta', 'sumber', 'imbauan']),
  label: labels('Label isian', 'Labels', [
    'klaim',
    'hasil',
    'jenis',
    'terlihat',
    'tempat',
    'diperiksa',
    'petugas',
    'periksa',
  ]),
  tanpa_sumber: text('Kalimat bila tidak ada sumber luar', 'Sentence without outside sources', []),
  batas: text('Batas klarifikasi ini', 'What this clarification is not', []),
} as const;

export const lembarKlarifikasi = defineKind<z.infer<typeof lembarKlarifikasiData>, typeof wording>({
  name: 'lembar_klarifikasi',
  template: null,
  label: { id: 'Lembar klarifikasi hoaks', en: 'Clarification of a hoax' },
  about: 'day',
  data: lembarKlarifikasiData,
  wording,
  wordingFile: 'report/documents/lembar_klarifikasi.id.json',
  build(data, words) {
    const { frame, kind } = data;
    const { bagian, label } = words;
    const opening = { kantor: data.office, tanggal_periksa: data.checkedOn, butir: frame.registration };
    return dress(frame, {
      kind: 'lembar_klarifikasi',
      title: words.judul,
      subject: `${words.judul} ${frame.registration}`,
      blocks: [
        { block: 'kop', letterhead: frame.letterhead },
        { block: 'title', title: words.judul, subtitle: frame.registration, number: frame.number },
        ...notice(frame, words),
        ...paragraphs(paragraphsOf(words.pembuka, opening)),
        fields([
          field(label.klaim, `“${data.claim}”`),
          field(label.hasil, data.verdict, 'strong'),
          ...(kind === null ? [] : [field(label.jenis, `${kind.name}. ${kind.explanation}`)]),
          field(label.terlihat, data.firstSeen),
          ...fieldIf(label.tempat, data.platforms.join(', ')),
          field(label.diperiksa, data.checkedOn),
          field(label.petugas, data.checkedBy),
        ]),
        section(bagian.fakta, 60),
        ...paragraphs(data.facts),
        section(bagian.sumber, 60),
        ...(data.sources.length === 0
          ? paragraphs(paragraphsOf(words.tanpa_sumber))
          : numbered(data.sources.map(sourceWords))),
        ...(data.advice === null && data.channels.length === 0
          ? []
          : [
              section(bagian.imbauan, 60),
              ...paragraphs(data.advice === null ? [] : [data.advice]),
              ...(data.channels.length === 0
                ? []
                : [...paragraphs([label.periksa]), ...numbered(data.channels, 'bullet')]),
            ]),
        { block: 'statement', items: paragraphsOf(words.batas) },
        ...signatures(frame.signatures),
      ],
    });
  },
});

function sourceWords({
  publisher,
  title,
  date,
  address,
}: z.infer<typeof lembarKlarifikasiData>['sources'][number]): string {
  return [`${publisher}: ${title}`, date, address].filter((part) => part !== null && part !== '').join(', ');
}
