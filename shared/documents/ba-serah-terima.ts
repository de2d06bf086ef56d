/** Minutes of a hand-over: who gave what to whom, with the hash of every file. */
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
  piece,
  section,
  signatures,
  table,
} from './blocks.ts';
import { citationsSchema, dress, frameSchema, line, occasionSchema, paragraph, sha256 } from './common.ts';
import { defineKind } from './kind.ts';
import { fill, labels, list, paragraphsOf, text } from './wording.ts';

export const baSerahTerimaData = z.strictObject({
  frame: frameSchema,
  occasion: occasionSchema,
  from: actorSchema,
  to: actorSchema,
  purpose: paragraph,
  /** The package as one file, when there is one. */
  parcel: z
    .strictObject({ fileName: line, size: line, sha256, encrypted: line.nullable(), medium: line.nullable() })
    .nullable(),
  items: z
    .array(
      z.strictObject({
        number: line,
        what: line,
        fileName: line.nullable(),
        size: line.nullable(),
        sha256,
        condition: line.nullable(),
      }),
    )
    .min(1)
    .max(20_000),
  citations: citationsSchema,
  remarks: z.array(paragraph).max(20),
  /** The two parties, then the witnesses. */
  witnesses: frameSchema.shape.signatures,
});

const wording = {
  ...NOTICE_TEXTS,
  judul: text('Judul', 'Title', []),
  pembuka: text('Kalimat pembuka', 'Opening sentence', ['hari_tanggal', 'jam', 'tempat']),
  penyerahan: text('Kalimat penyerahan', 'Sentence of the hand-over', ['jumlah', 'registrasi', 'keperluan']),
  bagian: labels('Judul bagian', 'Section titles', [
    'pertama',
    'kedua',
    'dasar',
    'paket',
    'daftar',
    'pemeriksaan',
    'catatan',
    'kepala_log',
  ]),
  label: labels('Label isian', 'Labels', [
    'nomor',
    'bukti',
    'hash',
    'kondisi',
    'nama_paket',
    'ukuran',
    'enkripsi',
    'media',
    'tanpa_enkripsi',
    'saksi',
  ]),
  langkah_certutil: text('Langkah: Command Prompt', 'Step: Command Prompt', ['contoh']),
  perintah_certutil: text('Perintah: certutil', 'Command: certutil', ['contoh']),
  langkah_powershell: text('Langkah: PowerShell', 'Step: PowerShell', ['contoh']),
  perintah_powershell: text('Perintah: PowerShell', 'Command: PowerShell', ['contoh']),
  langkah_penutup: list('Langkah sesudah perintah', 'Steps after the command', ['contoh']),
  pernyataan: text('Pernyataan para pihak', 'Statement of the parties', []),
  penutup: text('Kalimat penutup', 'Closing sentence', []),
} as const;

export const baSerahTerima = defineKind<z.infer<typeof baSerahTerimaData>, typeof wording>({
  name: 'ba_serah_terima',
  template: null,
  label: { id: 'Berita acara serah terima', en: 'Minutes of a hand-over' },
  about: 'hand-over',
  data: baSerahTerimaData,
  wording,
  wordingFile: 'report/documents/ba_serah_terima.id.json',
  build(data, words) {
    const { frame, occasion, parcel } = data;
    const { bagian, label } = words;
    const opening = { hari_tanggal: occasion.dayInWords, jam: occasion.time, tempat: occasion.place };
    const given = { jumlah: data.items.length, registrasi: frame.registration, keperluan: data.purpose };
    const example = { contoh: parcel?.fileName ?? data.items[0]?.fileName ?? label.nama_paket };
    return dress(frame, {
      kind: 'ba_serah_terima',
      title: words.judul,
      subject: `${words.judul} ${frame.registration}`,
      blocks: [
        { block: 'kop', letterhead: frame.letterhead },
        { block: 'title', title: words.judul, subtitle: null, number: frame.number },
        ...notice(frame, words),
        ...paragraphs(paragraphsOf(words.pembuka, opening)),
        section(bagian.pertama),
        { block: 'person', person: data.from, number: null },
        section(bagian.kedua),
        { block: 'person', person: data.to, number: null },
        ...paragraphs(paragraphsOf(words.penyerahan, given)),
        ...(data.citations.length === 0
          ? []
          : [section(bagian.dasar), { block: 'citations' as const, items: data.citations }]),
        ...(parcel === null
          ? []
          : [
              section(bagian.paket),
              fields([
                field(label.nama_paket, parcel.fileName, 'address'),
                field(label.ukuran, parcel.size),
                field(label.enkripsi, parcel.encrypted ?? label.tanpa_enkripsi),
                ...fieldIf(label.media, parcel.medium),
                field(label.hash, parcel.sha256, 'hash'),
              ]),
            ]),
        section(bagian.daftar, 130),
        table(
          [
            [label.nomor, 1],
            [label.bukti, 3.4],
            [label.hash, 4],
            [label.kondisi, 1.6],
          ],
          data.items.map((item) => [
            cell(item.number, 'strong'),
            [
              piece(item.what),
              ...(item.fileName === null ? [] : [piece(item.fileName, 'address')]),
              ...(item.size === null ? [] : [piece(item.size, 'note')]),
            ],
            cell(item.sha256, 'hash'),
            item.condition === null ? [] : cell(item.condition),
          ]),
        ),
        section(bagian.pemeriksaan),
        {
          block: 'steps',
          rows: [
            { text: fill(words.langkah_certutil, example), command: fill(words.perintah_certutil, example) },
            { text: fill(words.langkah_powershell, example), command: fill(words.perintah_powershell, example) },
            ...words.langkah_penutup.map((one) => ({ text: fill(one, example), command: null })),
          ],
        },
        ...(data.remarks.length === 0 ? [] : [section(bagian.catatan), ...paragraphs(data.remarks)]),
        section(bagian.kepala_log, 150),
        { block: 'custody-head', head: frame.custodyHead, sealFingerprint: frame.sealFingerprint, title: null },
        { block: 'statement', items: [...paragraphsOf(words.pernyataan), ...paragraphsOf(words.penutup)] },
        ...signatures(frame.signatures),
        ...signatures(data.witnesses, label.saksi),
      ],
    });
  },
});
