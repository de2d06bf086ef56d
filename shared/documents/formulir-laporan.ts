/** T1: the form on which a finding, a report or a complaint is taken in. */
import { actorSchema, type Block, checkSchema, fieldSchema } from '#shared/contract/document-model.ts';
import { subjectSchema } from '#shared/contract/report-model.ts';
import { z } from 'zod';
import {
  cell,
  field,
  fieldIf,
  fields,
  NOTICE_TEXTS,
  notice,
  paragraphs,
  piece,
  section,
  shortActor,
  signatures,
  table,
} from './blocks.ts';
import { dress, frameSchema, line, paragraph, sha256 } from './common.ts';
import { defineKind } from './kind.ts';
import { labels, paragraphsOf, text } from './wording.ts';

export const formulirLaporanData = z.strictObject({
  frame: frameSchema,
  /** "Temuan petugas", "Laporan", "Aduan masyarakat", "Penerusan …". */
  source: line,
  receivedAt: line,
  receivedVia: line.nullable(),
  /** null: the reporter is unknown or must not be named; `reporterNote` then says which. */
  reporter: actorSchema.nullable(),
  reporterNote: line.nullable(),
  /** Null where nobody reported. */
  confidential: z.boolean().nullable(),
  subjects: z.array(subjectSchema).max(200),
  actTime: line.nullable(),
  actPlace: line.nullable(),
  knownSince: line.nullable(),
  platforms: z.array(z.strictObject({ platform: line, account: line.nullable(), address: line.nullable() })).max(100),
  account: z.array(paragraph).max(200),
  evidence: z
    .array(z.strictObject({ number: line, what: line, secondHand: z.boolean(), sha256: sha256.nullable() }))
    .max(1_000),
  formal: z.array(checkSchema).max(30),
  material: z.array(checkSchema).max(30),
  officer: actorSchema,
  /** Further rows the office wants on its form. */
  further: z.array(fieldSchema).max(20),
});

const wording = {
  ...NOTICE_TEXTS,
  judul: text('Judul', 'Title', []),
  bagian: labels('Judul bagian', 'Section titles', [
    'penerimaan',
    'pelapor',
    'terlapor',
    'kejadian',
    'uraian',
    'bukti',
    'formil',
    'materiil',
  ]),
  label: labels('Label isian', 'Labels', [
    'registrasi',
    'sumber',
    'diterima',
    'melalui',
    'petugas',
    'kerahasiaan',
    'dirahasiakan',
    'tidak_dirahasiakan',
    'pelapor',
    'waktu',
    'tempat',
    'diketahui',
    'platform',
    'akun',
    'alamat',
    'nomor',
    'bukti',
    'hash',
    'tanpa_bukti',
    'pihak_lain',
  ]),
  keterangan_dugaan: text('Keterangan tentang dugaan', 'Note that all is alleged', []),
  pernyataan: text('Pernyataan penutup', 'Closing statement', []),
} as const;

export const formulirLaporan = defineKind<z.infer<typeof formulirLaporanData>, typeof wording>({
  name: 'formulir_laporan',
  template: 'T1',
  label: { id: 'Formulir temuan/laporan', en: 'Form of a finding or report' },
  about: 'case',
  data: formulirLaporanData,
  wording,
  wordingFile: 'report/documents/formulir_laporan.id.json',
  build(data, words) {
    const { frame } = data;
    const { bagian, label } = words;
    return dress(frame, {
      kind: 'formulir_laporan',
      title: words.judul,
      subject: `${words.judul} ${frame.registration}`,
      blocks: [
        { block: 'kop', letterhead: frame.letterhead },
        { block: 'title', title: words.judul, subtitle: null, number: frame.number },
        ...notice(frame, words),
        section(bagian.penerimaan),
        fields([
          field(label.registrasi, frame.registration, 'mono'),
          field(label.sumber, data.source),
          field(label.diterima, data.receivedAt),
          ...fieldIf(label.melalui, data.receivedVia),
          field(label.petugas, shortActor(data.officer)),
          ...data.further,
        ]),
        section(bagian.pelapor),
        ...(data.reporter === null
          ? [fields([field(label.pelapor, data.reporterNote ?? '–')])]
          : [{ block: 'person' as const, person: data.reporter, number: null }]),
        ...(data.confidential === null
          ? []
          : [fields([field(label.kerahasiaan, data.confidential ? label.dirahasiakan : label.tidak_dirahasiakan)])]),
        section(bagian.terlapor),
        { block: 'subjects', subjects: data.subjects.length > 0 ? data.subjects : [{ type: 'unknown', note: null }] },
        section(bagian.kejadian),
        fields([
          field(label.waktu, data.actTime ?? '–'),
          field(label.tempat, data.actPlace ?? '–'),
          ...fieldIf(label.diketahui, data.knownSince),
          ...data.platforms.flatMap((one) => [
            field(label.platform, one.platform),
            ...fieldIf(label.akun, one.account),
            ...fieldIf(label.alamat, one.address, 'address'),
          ]),
        ]),
        section(bagian.uraian),
        ...paragraphs(data.account),
        ...paragraphs(paragraphsOf(words.keterangan_dugaan), 'note'),
        section(bagian.bukti, 110),
        ...evidenceTable(data, label),
        section(bagian.formil),
        { block: 'checks', rows: data.formal },
        section(bagian.materiil),
        { block: 'checks', rows: data.material },
        { block: 'statement', items: paragraphsOf(words.pernyataan) },
        ...signatures(frame.signatures),
      ],
    });
  },
});

type Data = z.infer<typeof formulirLaporanData>;

function evidenceTable(
  { evidence }: Data,
  label: Readonly<Record<'nomor' | 'bukti' | 'hash' | 'tanpa_bukti' | 'pihak_lain', string>>,
): Block[] {
  if (evidence.length === 0) return paragraphs([label.tanpa_bukti]);
  return [
    table(
      [
        [label.nomor, 1],
        [label.bukti, 4.5],
        [label.hash, 4.5],
      ],
      evidence.map(({ number, what, secondHand, sha256: hash }) => [
        cell(number, 'strong'),
        [piece(what), ...(secondHand ? [piece(label.pihak_lain, 'caution')] : [])],
        hash === null ? [] : cell(hash, 'hash'),
      ]),
    ),
  ];
}
