/** The recap of a period: what was registered, received, seen and held, in tables of numbers; whole, or for the public. */
import type { CellPiece } from '#shared/contract/document-model.ts';
import { z } from 'zod';
import { cell, NOTICE_TEXTS, notice, numbered, paragraphs, section, signatures, table } from './blocks.ts';
import { dress, frameSchema, line, paragraph } from './common.ts';
import { defineKind } from './kind.ts';
import { labels, list, paragraphsOf, text } from './wording.ts';

/** Numbers as they are printed; the first column is words. */
const numbersSchema = z.strictObject({
  columns: z.array(line).min(2).max(10),
  rows: z.array(z.array(line)).max(1_000),
  /** The last row is a total. */
  total: z.boolean(),
});

export const rekapitulasiData = z.strictObject({
  frame: frameSchema,
  period: line,
  /** "Senin, 30 November 2026, 15.02.11 WIB" */
  madeAt: line,
  summary: numbersSchema,
  tables: z
    .array(
      z.strictObject({
        title: line,
        /** What is counted, and in which period it falls. */
        counts: paragraph,
        numbers: numbersSchema,
      }),
    )
    .max(30),
  trend: numbersSchema,
});

const wording = {
  ...NOTICE_TEXTS,
  judul: text('Judul', 'Title', []),
  pembuka: text('Kalimat pembuka', 'Opening sentence', ['masa', 'dibuat']),
  umum: list('Cara membaca versi untuk umum', 'How to read the public version', []),
  bagian: labels('Judul bagian', 'Section titles', ['ringkasan', 'tren']),
  label: labels('Label', 'Labels', ['kosong']),
  penutup: text('Kalimat penutup', 'Closing sentence', []),
} as const;

type Numbers = z.infer<typeof numbersSchema>;

export const rekapitulasi = defineKind<z.infer<typeof rekapitulasiData>, typeof wording>({
  name: 'rekapitulasi',
  template: null,
  label: { id: 'Rekapitulasi', en: 'Recap of a period' },
  about: 'day',
  data: rekapitulasiData,
  wording,
  wordingFile: 'report/documents/rekapitulasi.id.json',
  build(data, words) {
    const { frame, summary, tables, trend } = data;
    return dress(frame, {
      kind: 'rekapitulasi',
      title: words.judul,
      subject: `${words.judul} ${data.period}`,
      blocks: [
        { block: 'kop', letterhead: frame.letterhead },
        { block: 'title', title: words.judul, subtitle: data.period, number: frame.number },
        ...notice(frame, words),
        ...paragraphs(paragraphsOf(words.pembuka, { masa: data.period, dibuat: data.madeAt })),
        ...(frame.variant === 'disamarkan' ? numbered(words.umum) : []),
        section(words.bagian.ringkasan, 120),
        numbersBlock(summary),
        ...tables.flatMap(({ title, counts, numbers }) => [
          section(title, 90),
          ...paragraphs([counts], 'note'),
          ...(numbers.rows.length > (numbers.total ? 1 : 0)
            ? [numbersBlock(numbers)]
            : paragraphs([words.label.kosong])),
        ]),
        section(words.bagian.tren, 160),
        numbersBlock(trend),
        { block: 'statement', items: paragraphsOf(words.penutup) },
        ...signatures(frame.signatures),
      ],
    });
  },
});

/** Numbers are narrow and stand on the right; words take what they leave. */
function numbersBlock({ columns, rows, total }: Numbers) {
  const isNumber = (column: number): boolean => rows.every((row) => /^[\d.…]*$/.test(row[column] ?? ''));
  const first = columns.length > 6 ? 2.2 : 4;
  return table(
    columns.map((heading, index) => {
      if (index === 0) return [heading, first, 'left'] as const;
      return isNumber(index) ? ([heading, shareOf(heading), 'right'] as const) : ([heading, 6, 'left'] as const);
    }),
    rows.map((row, index): CellPiece[][] =>
      row.map((words) => cell(words, total && index === rows.length - 1 ? 'strong' : 'small')),
    ),
  );
}

/** Points: the narrowest column of numbers, the room at a cell's sides, and a letter of a heading. */
const NARROWEST = 38;
const SIDES = 10;
const LETTER = 5.6;

/** Wide enough for the longest word of its heading, as a part of the narrowest column. */
function shareOf(heading: string): number {
  return Math.max(1, ...heading.split(' ').map(({ length }) => (SIDES + LETTER * length) / NARROWEST));
}
