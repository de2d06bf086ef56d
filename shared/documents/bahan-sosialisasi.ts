/** The handout of outreach: what is allowed, what is not, consequences by employment status, and manners on social media. */
import { z } from 'zod';
import type { Block } from '#shared/contract/document-model.ts';
import { NOTICE_TEXTS, notice, paragraphs, section, signatures } from './blocks.ts';
import { citationsSchema, dress, frameSchema, line, paragraph } from './common.ts';
import { defineKind } from './kind.ts';
import { labels, text } from './wording.ts';

const statement = z.strictObject({
  text: paragraph,
  /** Whom it concerns; null for everybody. */
  of: line.nullable(),
  /** What it rests on: codes of the legal table and numbers of the references below, ready to print; "" for nothing. */
  references: line,
  verified: z.boolean(),
});

export const bahanSosialisasiData = z.strictObject({
  frame: frameSchema,
  title: line,
  lead: z.array(paragraph).max(6),
  parts: z
    .array(z.strictObject({ title: line, lead: paragraph, statements: z.array(statement).min(1).max(20) }))
    .min(1)
    .max(8),
  closing: z.array(paragraph).max(6),
  citations: citationsSchema,
});

const wording = {
  ...NOTICE_TEXTS,
  subjudul: text('Baris di bawah judul', 'Line below the title', []),
  tanda: text('Arti tanda bintang', 'What the asterisk means', []),
  bagian: labels('Judul bagian', 'Section titles', ['rujukan']),
  rujukan: text('Kalimat sebelum daftar rujukan', 'Sentence before the references', []),
} as const;

type Data = z.infer<typeof bahanSosialisasiData>;
type Statement = Data['parts'][number]['statements'][number];

export const bahanSosialisasi = defineKind<Data, typeof wording>({
  name: 'bahan_sosialisasi',
  template: null,
  label: { id: 'Bahan sosialisasi netralitas', en: 'Handout on neutrality' },
  about: 'day',
  data: bahanSosialisasiData,
  wording,
  wordingFile: 'report/documents/bahan_sosialisasi.id.json',
  build(data, words) {
    const { frame } = data;
    const doubtful = data.parts.some(({ statements }) => statements.some(({ verified }) => !verified));
    return dress(frame, {
      kind: 'bahan_sosialisasi',
      title: words.subjudul,
      subject: `${words.subjudul}: ${data.title}`,
      blocks: [
        { block: 'kop', letterhead: frame.letterhead },
        { block: 'title', title: data.title, subtitle: words.subjudul },
        ...notice(frame, words),
        ...paragraphs(data.lead, 'small'),
        ...data.parts.flatMap((part) => [
          section(part.title, 60),
          ...(part.lead === '' ? [] : paragraphs([part.lead], 'small')),
          leaflet(part.statements.map(said)),
        ]),
        ...paragraphs(data.closing),
        section(words.bagian.rujukan, 60),
        ...paragraphs([[words.rujukan, ...(doubtful ? [words.tanda] : [])].join(' '), listed(data.citations)], 'small'),
        ...signatures(frame.signatures.slice(1)),
      ],
    });
  },
});

/** A list in the small print of a leaflet: two pages hold it all. */
function leaflet(items: readonly string[]): Block {
  return { block: 'list', items: [...items], style: 'bullet', compact: true };
}

/** A statement with whom it concerns and what it rests on; an asterisk where that is not verified. */
function said({ of, text: words, references, verified }: Statement): string {
  const sentence = of === null ? words : `${of}: ${words}`;
  return references === '' ? sentence : `${sentence} [${references}]${verified ? '' : '*'}`;
}

/** The references in one run, numbered as the statements name them. */
function listed(citations: Data['citations']): string {
  return citations
    .map(
      ({ text: words, verification }, index) => `[${index + 1}] ${words}${verification === 'terverifikasi' ? '' : '*'}`,
    )
    .join('; ')
    .concat('.');
}
