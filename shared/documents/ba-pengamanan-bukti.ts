/** T2: minutes of how electronic evidence was secured. The signed part first, then each item in full, then what it shows. */
import { actorSchema, type Block, fieldSchema } from '#shared/contract/document-model.ts';
import { evidencePageSchema, evidenceSchema, type Evidence } from '#shared/contract/report-model.ts';
import { z } from 'zod';
import {
  cell,
  field,
  fieldIf,
  fields,
  heading,
  NOTICE_TEXTS,
  notice,
  numbered,
  paragraphs,
  people,
  piece,
  section,
  signatures,
  table,
} from './blocks.ts';
import { citationsSchema, dress, frameSchema, line, occasionSchema } from './common.ts';
import { defineKind } from './kind.ts';
import { fill, labels, list, paragraphsOf, text } from './wording.ts';

/** What minutes say of an item beyond the evidence table; by the item's number, none of a masked item. */
const detailSchema = z.strictObject({
  number: line,
  account: line.nullable(),
  /** As the page shows it. */
  postedAt: line.nullable(),
  /** How it was obtained: capture of a page, file handed over, part of a screen … */
  method: line,
  fileName: line,
  size: line,
  /** In what condition it was found and kept. */
  condition: line,
  /** Whether the public sees it; null where it was not looked at. */
  visibility: line.nullable(),
  further: z.array(fieldSchema).max(30),
});

export const baPengamananBuktiData = z.strictObject({
  frame: frameSchema,
  occasion: occasionSchema,
  /** The order on which the officers acted; null when there is none. */
  assignment: line.nullable(),
  officers: z.array(actorSchema).min(1).max(6),
  /** Device, program and version, time zone, how the clock was checked … */
  tools: z.array(fieldSchema).min(1).max(30),
  citations: citationsSchema,
  evidence: z.array(evidenceSchema).min(1).max(5_000),
  details: z.array(detailSchema).max(5_000),
  pages: z.array(evidencePageSchema).max(5_000),
});
type Data = z.infer<typeof baPengamananBuktiData>;

const wording = {
  ...NOTICE_TEXTS,
  judul: text('Judul', 'Title', []),
  pembuka: text('Kalimat pembuka', 'Opening sentence', ['hari_tanggal', 'jam', 'tempat', 'jumlah', 'registrasi']),
  penugasan: text('Kalimat penugasan', 'Sentence on the order', ['surat_tugas']),
  bagian: labels('Judul bagian', 'Section titles', [
    'dasar',
    'petugas',
    'perangkat',
    'daftar',
    'cara',
    'penguasaan',
    'rincian',
    'lampiran',
  ]),
  label: labels('Label isian', 'Labels', [
    'nomor',
    'bukti',
    'hash',
    'akun',
    'alamat',
    'unggah',
    'akses',
    'akses_utc',
    'cara',
    'berkas',
    'ukuran',
    'kondisi',
    'terlihat',
    'pihak_lain',
    'catatan',
    'turunan',
    'hash_salinan',
    'hash_asli',
    'samar',
    'judul_bukti',
  ]),
  cara: list('Cara pengamanan', 'How it was secured', []),
  pernyataan: text('Pernyataan penanda tangan', 'Statement of the signatories', []),
  penutup: text('Kalimat penutup', 'Closing sentence', []),
} as const;
type Labels = Readonly<Record<(typeof wording.label.names)[number], string>>;

export const baPengamananBukti = defineKind<Data, typeof wording>({
  name: 'ba_pengamanan_bukti',
  template: 'T2',
  label: { id: 'Berita acara pengamanan bukti elektronik', en: 'Minutes of securing electronic evidence' },
  about: 'case',
  data: baPengamananBuktiData,
  wording,
  wordingFile: 'report/documents/ba_pengamanan_bukti.id.json',
  build(data, words) {
    const { frame, occasion } = data;
    const { bagian, label } = words;
    const opening = {
      hari_tanggal: occasion.dayInWords,
      jam: occasion.time,
      tempat: occasion.place,
      jumlah: data.evidence.length,
      registrasi: frame.registration,
    };
    const assignment = data.assignment === null ? [] : paragraphsOf(words.penugasan, { surat_tugas: data.assignment });
    return dress(frame, {
      kind: 'ba_pengamanan_bukti',
      title: words.judul,
      subject: `${words.judul} ${frame.registration}`,
      blocks: [
        { block: 'kop', letterhead: frame.letterhead },
        { block: 'title', title: words.judul, subtitle: null, number: frame.number },
        ...notice(frame, words),
        ...paragraphs([...paragraphsOf(words.pembuka, opening), ...assignment]),
        ...(data.citations.length === 0
          ? []
          : [section(bagian.dasar), { block: 'citations' as const, items: data.citations }]),
        section(bagian.petugas),
        ...people(data.officers),
        section(bagian.perangkat),
        fields(data.tools),
        section(bagian.daftar, 130),
        summary(data, label),
        section(bagian.cara),
        ...numbered(words.cara.map((one) => fill(one, {}))),
        section(bagian.penguasaan, 150),
        { block: 'custody-head', head: frame.custodyHead, sealFingerprint: frame.sealFingerprint, title: null },
        { block: 'statement', items: [...paragraphsOf(words.pernyataan), ...paragraphsOf(words.penutup)] },
        ...signatures(frame.signatures),
        { block: 'page-break' },
        heading(bagian.rincian),
        ...data.evidence.flatMap((item) => detail(data, item, label)),
        ...(data.pages.length === 0
          ? []
          : [{ block: 'pictures' as const, title: bagian.lampiran, evidence: data.evidence, pages: data.pages }]),
      ],
    });
  },
});

function summary({ evidence }: Data, label: Labels): Block {
  const timed = evidence.some(({ masked }) => !masked);
  return table(
    [[label.nomor, 1.1], [label.bukti, 3.6], ...(timed ? [[label.akses, 2] as const] : []), [label.hash, 4]],
    evidence.map((item) => [
      [piece(item.number, 'strong', item.number)],
      item.masked
        ? cell(label.samar, 'note')
        : [
            piece(item.what),
            ...(item.secondHand ? [piece(label.pihak_lain, 'caution')] : []),
            ...(item.warnings.length > 0 ? [piece(`${label.catatan}: ${item.warnings.join('; ')}`, 'caution')] : []),
          ],
      ...(timed ? [item.masked ? [] : cell(item.capturedAt)] : []),
      cell(item.sha256, 'hash'),
    ]),
  );
}

function detail({ details }: Data, item: Evidence, label: Labels): Block[] {
  const title = heading(fill(label.judul_bukti, { nomor: item.number }), 3, 90);
  if (item.masked) {
    const copy = item.copy;
    return [
      title,
      ...paragraphs([label.samar], 'note'),
      fields([
        field(label.hash, item.sha256, 'hash'),
        ...(copy === null
          ? []
          : [
              field(label.hash_salinan, copy.sha256, 'hash'),
              field(label.hash_asli, copy.originalSha256, 'hash'),
              ...(copy.secondHand ? [field(label.catatan, label.pihak_lain, 'caution')] : []),
            ]),
      ]),
    ];
  }
  const more = details.find(({ number }) => number === item.number);
  return [
    title,
    fields([
      field(label.bukti, item.what),
      ...(more ? [field(label.cara, more.method)] : []),
      ...fieldIf(label.akun, more?.account ?? null),
      ...fieldIf(label.alamat, item.address, 'address'),
      ...fieldIf(label.unggah, more?.postedAt ?? null),
      field(label.akses, item.capturedAt),
      ...fieldIf(label.akses_utc, item.capturedAtUtc, 'mono'),
      ...(more
        ? [
            field(label.berkas, more.fileName, 'address'),
            field(label.ukuran, more.size),
            field(label.kondisi, more.condition),
          ]
        : []),
      ...fieldIf(label.terlihat, more?.visibility ?? item.visibility ?? null),
      ...(more?.further ?? []),
      ...(item.secondHand ? [field(label.catatan, label.pihak_lain, 'caution')] : []),
      ...fieldIf(label.catatan, item.warnings.join('; '), 'caution'),
      field(label.hash, item.sha256, 'hash'),
    ]),
    ...(item.artefacts.length === 0
      ? []
      : [
          ...paragraphs([label.turunan], 'small'),
          {
            block: 'hashes' as const,
            rows: item.artefacts.map((one) => ({ label: one.what, sha256: one.sha256, note: null })),
          },
        ]),
  ];
}
