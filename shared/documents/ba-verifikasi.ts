/** Minutes of a verification: every file's hash computed anew, and how a lay reader can do the same on Windows. */
import { actorSchema, type Block } from '#shared/contract/document-model.ts';
import { z } from 'zod';
import {
  cell,
  field,
  fields,
  NOTICE_TEXTS,
  notice,
  paragraphs,
  people,
  piece,
  section,
  signatures,
  table,
} from './blocks.ts';
import { dress, frameSchema, line, occasionSchema, paragraph, sha256 } from './common.ts';
import { defineKind } from './kind.ts';
import { fill, labels, list, paragraphsOf, text } from './wording.ts';

export const VERIFICATION_RESULTS = ['sama', 'berbeda', 'tidak_terbaca'] as const;

const checkedFileSchema = z
  .strictObject({
    /** Number of the evidence the file belongs to. */
    number: line,
    /** What it is: the original, a picture, a web archive … */
    what: line,
    /** null in a masked document. */
    fileName: line.nullable(),
    size: line.nullable(),
    /** As recorded when the file was kept. */
    recorded: sha256,
    /** As computed now; null when the file could not be read. */
    computed: sha256.nullable(),
    computedAt: line,
    result: z.enum(VERIFICATION_RESULTS),
    note: line.nullable(),
  })
  .refine(
    ({ recorded, computed, result }) =>
      result === (computed === null ? 'tidak_terbaca' : computed === recorded ? 'sama' : 'berbeda'),
    { path: ['result'], message: 'the result is not what the hashes say' },
  );

export const baVerifikasiData = z.strictObject({
  frame: frameSchema,
  occasion: occasionSchema,
  officers: z.array(actorSchema).min(1).max(6),
  /** What was verified, in words: "seluruh bukti kasus …". */
  scope: line,
  /** Program and version that computed the hashes. */
  tool: line,
  files: z.array(checkedFileSchema).min(1).max(20_000),
  /** What reading the custody log gave, in sentences; empty when it was not read. */
  custody: z.array(paragraph).max(20),
  /** Name of a file of the list for the example; null: a made-up one. */
  example: line.nullable(),
});
type Data = z.infer<typeof baVerifikasiData>;

const STEP_FIELDS = ['contoh'] as const;
const wording = {
  ...NOTICE_TEXTS,
  judul: text('Judul', 'Title', []),
  pembuka: text('Kalimat pembuka', 'Opening sentence', ['hari_tanggal', 'jam', 'tempat', 'lingkup', 'jumlah']),
  cara: text('Cara pemeriksaan', 'How it was checked', ['alat']),
  bagian: labels('Judul bagian', 'Section titles', ['petugas', 'hasil', 'simpulan', 'jejak', 'ulangi']),
  label: labels('Label isian', 'Labels', [
    'nomor',
    'berkas',
    'hash',
    'tercatat',
    'dihitung',
    'hasil',
    'diperiksa',
    'sama',
    'berbeda',
    'tidak_terbaca',
    'jumlah_diperiksa',
    'jumlah_sama',
    'jumlah_berbeda',
    'jumlah_tidak_terbaca',
  ]),
  simpulan_sama: text('Simpulan: semua sama', 'Conclusion: all the same', ['jumlah']),
  simpulan_berbeda: text('Simpulan: ada yang berbeda', 'Conclusion: some differ', [
    'jumlah',
    'sama',
    'berbeda',
    'tidak_terbaca',
  ]),
  apa_itu_hash: text('Penjelasan hash bagi pembaca awam', 'What a hash is, for a lay reader', []),
  langkah: list('Langkah mengulangi pemeriksaan', 'Steps to repeat the check', STEP_FIELDS),
  perintah_certutil: text('Perintah: certutil', 'Command: certutil', STEP_FIELDS),
  perintah_powershell: text('Perintah: PowerShell', 'Command: PowerShell', STEP_FIELDS),
  langkah_certutil: text('Langkah: Command Prompt', 'Step: Command Prompt', STEP_FIELDS),
  langkah_powershell: text('Langkah: PowerShell', 'Step: PowerShell', STEP_FIELDS),
  langkah_penutup: list('Langkah sesudah perintah', 'Steps after the command', STEP_FIELDS),
  contoh_berkas: text('Nama berkas contoh', 'Name of an example file', []),
  penutup: text('Kalimat penutup', 'Closing sentence', []),
} as const;
type Labels = Readonly<Record<(typeof wording.label.names)[number], string>>;

export const baVerifikasi = defineKind<Data, typeof wording>({
  name: 'ba_verifikasi',
  template: null,
  label: { id: 'Berita acara verifikasi', en: 'Minutes of verification' },
  about: 'case',
  data: baVerifikasiData,
  wording,
  wordingFile: 'report/documents/ba_verifikasi.id.json',
  build(data, words) {
    const { frame, occasion, files } = data;
    const { bagian, label } = words;
    const counts = countsOf(data);
    const example = { contoh: data.example ?? words.contoh_berkas };
    const opening = {
      hari_tanggal: occasion.dayInWords,
      jam: occasion.time,
      tempat: occasion.place,
      lingkup: data.scope,
      jumlah: files.length,
    };
    const allTheSame = counts.sama === files.length;
    return dress(frame, {
      kind: 'ba_verifikasi',
      title: words.judul,
      subject: `${words.judul}: ${data.scope}`,
      blocks: [
        { block: 'kop', letterhead: frame.letterhead },
        { block: 'title', title: words.judul, subtitle: null, number: frame.number },
        ...notice(frame, words),
        ...paragraphs([...paragraphsOf(words.pembuka, opening), ...paragraphsOf(words.cara, { alat: data.tool })]),
        section(bagian.petugas),
        ...people(data.officers),
        section(bagian.simpulan),
        fields(
          [
            field(label.jumlah_diperiksa, String(files.length)),
            field(label.jumlah_sama, String(counts.sama)),
            field(label.jumlah_berbeda, String(counts.berbeda), counts.berbeda > 0 ? 'caution' : 'text'),
            field(
              label.jumlah_tidak_terbaca,
              String(counts.tidak_terbaca),
              counts.tidak_terbaca > 0 ? 'caution' : 'text',
            ),
          ],
          170,
        ),
        {
          block: 'notice',
          tone: allTheSame ? 'plain' : 'caution',
          lines: paragraphsOf(allTheSame ? words.simpulan_sama : words.simpulan_berbeda, {
            jumlah: files.length,
            ...counts,
          }),
        },
        section(bagian.hasil, 130),
        resultTable(data, label),
        section(bagian.jejak, 150),
        ...paragraphs(data.custody),
        { block: 'custody-head', head: frame.custodyHead, sealFingerprint: frame.sealFingerprint, title: null },
        section(bagian.ulangi),
        ...paragraphs(paragraphsOf(words.apa_itu_hash)),
        {
          block: 'steps',
          rows: [
            ...words.langkah.map((one) => ({ text: fill(one, example), command: null })),
            { text: fill(words.langkah_certutil, example), command: fill(words.perintah_certutil, example) },
            { text: fill(words.langkah_powershell, example), command: fill(words.perintah_powershell, example) },
            ...words.langkah_penutup.map((one) => ({ text: fill(one, example), command: null })),
          ],
        },
        { block: 'statement', items: paragraphsOf(words.penutup) },
        ...signatures(frame.signatures),
      ],
    });
  },
});

function countsOf({ files }: Data): Readonly<Record<(typeof VERIFICATION_RESULTS)[number], number>> {
  const count = (result: string): number => files.filter((file) => file.result === result).length;
  return { sama: count('sama'), berbeda: count('berbeda'), tidak_terbaca: count('tidak_terbaca') };
}

function resultTable({ files }: Data, label: Labels): Block {
  return table(
    [
      [label.nomor, 1],
      [label.berkas, 3],
      [label.hash, 4],
      [label.hasil, 1.7],
    ],
    files.map((file) => [
      cell(file.number, 'strong'),
      [
        piece(file.what),
        ...(file.fileName === null ? [] : [piece(file.fileName, 'address')]),
        ...(file.size === null ? [] : [piece(file.size, 'note')]),
      ],
      file.computed === file.recorded
        ? [piece(`${label.tercatat} = ${label.dihitung}`, 'note'), piece(file.recorded, 'hash')]
        : [
            piece(label.tercatat, 'note'),
            piece(file.recorded, 'hash'),
            piece(label.dihitung, 'note'),
            file.computed === null ? piece(label.tidak_terbaca, 'caution') : piece(file.computed, 'hash'),
          ],
      [
        piece(label[file.result], file.result === 'sama' ? 'strong' : 'caution'),
        piece(`${label.diperiksa} ${file.computedAt}`, 'note'),
        ...(file.note === null ? [] : [piece(file.note)]),
      ],
    ]),
  );
}
