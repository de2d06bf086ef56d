/** A day's receipt: what was kept today, and the head of the log, on paper that nobody can change afterwards. */
import { actorSchema } from '#shared/contract/document-model.ts';
import { z } from 'zod';
import {
  cell,
  field,
  fields,
  NOTICE_TEXTS,
  notice,
  numbered,
  paragraphs,
  piece,
  section,
  shortActor,
  signatures,
  table,
} from './blocks.ts';
import { dress, frameSchema, line, sha256 } from './common.ts';
import { defineKind } from './kind.ts';
import { labels, list, paragraphsOf, text } from './wording.ts';

export const tandaTerimaHarianData = z.strictObject({
  frame: frameSchema,
  vaultName: line,
  vaultId: line,
  /** "Senin, 23 November 2026" and the same in words. */
  day: line,
  dayInWords: line,
  printedAt: line,
  /** The log's head when the day began; null on the vault's first day. */
  headBefore: z.strictObject({ sequence: z.int().min(0), hash: sha256 }).nullable(),
  /** Events of the day in the log. */
  events: z.int().min(0),
  items: z
    .array(
      z.strictObject({
        number: line,
        /** Number of the case; null while it is filed in none. */
        registration: line.nullable(),
        /** null in a masked receipt. */
        what: line.nullable(),
        time: line,
        officer: line.nullable(),
        secondHand: z.boolean(),
        warnings: z.array(line).max(50),
        sha256,
      }),
    )
    .max(20_000),
  officer: actorSchema,
});

const wording = {
  ...NOTICE_TEXTS,
  judul: text('Judul', 'Title', []),
  pembuka: text('Kalimat pembuka', 'Opening sentence', ['hari_tanggal', 'brankas', 'jumlah', 'peristiwa', 'dicetak']),
  kosong: text('Kalimat bila tidak ada bukti', 'Sentence when nothing was kept', []),
  bagian: labels('Judul bagian', 'Section titles', ['daftar', 'kepala_log', 'penyimpanan']),
  label: labels('Label isian', 'Labels', [
    'brankas',
    'identitas',
    'jumlah',
    'peristiwa',
    'petugas',
    'sebelum',
    'belum_ada',
    'nomor',
    'bukti',
    'waktu',
    'hash',
    'tanpa_kasus',
    'pihak_lain',
    'catatan',
    'samar',
    'judul_kepala',
  ]),
  penyimpanan: list('Cara menyimpan lembar ini', 'How to keep this sheet', []),
  penutup: text('Kalimat penutup', 'Closing sentence', []),
} as const;

export const tandaTerimaHarian = defineKind<z.infer<typeof tandaTerimaHarianData>, typeof wording>({
  name: 'tanda_terima_harian',
  template: null,
  label: { id: 'Tanda terima harian', en: "Day's receipt" },
  about: 'day',
  data: tandaTerimaHarianData,
  wording,
  wordingFile: 'report/documents/tanda_terima_harian.id.json',
  build(data, words) {
    const { frame, headBefore } = data;
    const { bagian, label } = words;
    const opening = {
      hari_tanggal: data.dayInWords,
      brankas: data.vaultName,
      jumlah: data.items.length,
      peristiwa: data.events,
      dicetak: data.printedAt,
    };
    return dress(frame, {
      kind: 'tanda_terima_harian',
      title: words.judul,
      subject: `${words.judul} ${data.day}`,
      blocks: [
        { block: 'kop', letterhead: frame.letterhead },
        { block: 'title', title: words.judul, subtitle: data.day, number: frame.number },
        ...notice(frame, words),
        ...paragraphs(paragraphsOf(words.pembuka, opening)),
        fields([
          field(label.brankas, data.vaultName),
          field(label.identitas, data.vaultId, 'mono'),
          field(label.jumlah, String(data.items.length)),
          field(label.peristiwa, String(data.events)),
          field(label.petugas, shortActor(data.officer)),
        ]),
        section(bagian.daftar, 120),
        ...(data.items.length === 0
          ? paragraphs(paragraphsOf(words.kosong))
          : [
              table(
                [
                  [label.nomor, 1.9],
                  [label.bukti, 3],
                  [label.waktu, 1.7],
                  [label.hash, 4],
                ],
                data.items.map((item) => [
                  [piece(item.number, 'strong'), piece(item.registration ?? label.tanpa_kasus, 'note')],
                  [
                    item.what === null ? piece(label.samar, 'note') : piece(item.what),
                    ...(item.secondHand ? [piece(label.pihak_lain, 'caution')] : []),
                    ...(item.warnings.length > 0
                      ? [piece(`${label.catatan}: ${item.warnings.join('; ')}`, 'caution')]
                      : []),
                  ],
                  [piece(item.time), ...(item.officer === null ? [] : [piece(item.officer, 'note')])],
                  cell(item.sha256, 'hash'),
                ]),
              ),
            ]),
        section(bagian.kepala_log, 235),
        fields(
          headBefore === null
            ? [field(label.sebelum, label.belum_ada)]
            : [field(label.sebelum, `${headBefore.sequence}`), field(label.hash, headBefore.hash, 'hash')],
        ),
        {
          block: 'custody-head',
          head: frame.custodyHead,
          sealFingerprint: frame.sealFingerprint,
          title: label.judul_kepala,
        },
        section(bagian.penyimpanan),
        ...numbered(words.penyimpanan),
        { block: 'statement', items: paragraphsOf(words.penutup) },
        ...signatures(frame.signatures),
      ],
    });
  },
});
