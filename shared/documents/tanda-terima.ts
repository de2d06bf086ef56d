/** T1: the receipt for whoever brings a report. */
import { actorSchema } from '#shared/contract/document-model.ts';
import { z } from 'zod';
import {
  cell,
  field,
  fieldIf,
  fields,
  NOTICE_TEXTS,
  notice,
  paragraphs,
  section,
  shortActor,
  signatures,
  table,
} from './blocks.ts';
import { dress, frameSchema, line, sha256 } from './common.ts';
import { defineKind } from './kind.ts';
import { fill, labels, list, paragraphsOf, text } from './wording.ts';

export const tandaTerimaData = z.strictObject({
  frame: frameSchema,
  receivedAt: line,
  receivedVia: line.nullable(),
  /** null: not named on the paper (asked for, or unknown). */
  reporter: actorSchema.nullable(),
  reporterNote: line.nullable(),
  /** What the report is about, in a sentence. */
  subject: line,
  items: z
    .array(z.strictObject({ what: line, amount: line.nullable(), size: line.nullable(), sha256: sha256.nullable() }))
    .max(1_000),
  officer: actorSchema,
  /** Where the reporter may ask, in a sentence. */
  contact: line.nullable(),
});

const wording = {
  ...NOTICE_TEXTS,
  judul: text('Judul', 'Title', []),
  pembuka: text('Kalimat pembuka', 'Opening sentence', ['diterima', 'registrasi']),
  bagian: labels('Judul bagian', 'Section titles', ['pelapor', 'berkas', 'catatan']),
  label: labels('Label isian', 'Labels', [
    'registrasi',
    'hal',
    'melalui',
    'petugas',
    'pelapor',
    'nomor',
    'berkas',
    'jumlah',
    'hash',
    'tanpa_berkas',
    'pertanyaan',
  ]),
  catatan: list('Catatan bagi pelapor', 'Notes for the reporter', []),
} as const;

export const tandaTerima = defineKind<z.infer<typeof tandaTerimaData>, typeof wording>({
  name: 'tanda_terima',
  template: 'T1',
  label: { id: 'Tanda terima laporan', en: 'Receipt for a report' },
  about: 'case',
  data: tandaTerimaData,
  wording,
  wordingFile: 'report/documents/tanda_terima.id.json',
  build(data, words) {
    const { frame } = data;
    const { bagian, label } = words;
    return dress(frame, {
      kind: 'tanda_terima',
      title: words.judul,
      subject: data.subject,
      blocks: [
        { block: 'kop', letterhead: frame.letterhead },
        { block: 'title', title: words.judul, subtitle: null, number: frame.number },
        ...notice(frame, words),
        ...paragraphs(paragraphsOf(words.pembuka, { diterima: data.receivedAt, registrasi: frame.registration })),
        fields([
          field(label.registrasi, frame.registration, 'mono'),
          field(label.hal, data.subject),
          ...fieldIf(label.melalui, data.receivedVia),
          field(label.petugas, shortActor(data.officer)),
          ...(data.reporter === null ? [field(label.pelapor, data.reporterNote ?? '–')] : []),
          ...fieldIf(label.pertanyaan, data.contact),
        ]),
        ...(data.reporter === null
          ? []
          : [section(bagian.pelapor), { block: 'person' as const, person: data.reporter, number: null }]),
        section(bagian.berkas, 110),
        ...(data.items.length === 0
          ? paragraphs([label.tanpa_berkas])
          : [
              table(
                [
                  [label.nomor, 0.6],
                  [label.berkas, 4],
                  [label.jumlah, 1.4],
                  [label.hash, 4.2],
                ],
                data.items.map((item, index) => [
                  cell(String(index + 1)),
                  cell(item.what),
                  cell([item.amount, item.size].filter((part) => part !== null).join('\n')),
                  item.sha256 === null ? [] : cell(item.sha256, 'hash'),
                ]),
              ),
            ]),
        section(bagian.catatan),
        {
          block: 'list',
          style: 'number',
          items: words.catatan.map((one) => fill(one, {})),
        },
        ...signatures(frame.signatures),
      ],
    });
  },
});
