/** T3: a letter that invites somebody to give an account. */
import { actorSchema } from '#shared/contract/document-model.ts';
import { z } from 'zod';
import {
  copies,
  field,
  fieldIf,
  fields,
  NOTICE_TEXTS,
  letterOpening,
  numbered,
  paragraphs,
  shortActor,
  signatures,
} from './blocks.ts';
import { citationsSchema, dress, frameSchema, line, paragraph } from './common.ts';
import { defineKind } from './kind.ts';
import { labels, paragraphsOf, text } from './wording.ts';

export const undanganKlarifikasiData = z.strictObject({
  frame: frameSchema,
  lampiran: line,
  hal: line,
  recipients: z.array(line).min(1).max(10),
  recipientPlace: line.nullable(),
  /** Who is invited, where it is not plain from the recipients. */
  invited: actorSchema.nullable(),
  day: line,
  time: line,
  place: line,
  /** Before whom. */
  before: z.array(actorSchema).min(1).max(6),
  /** What for, in words that allege and do not judge. */
  purpose: paragraph,
  bring: z.array(paragraph).max(20),
  citations: citationsSchema,
  contact: line.nullable(),
});

const wording = {
  ...NOTICE_TEXTS,
  judul: text('Judul pada metadata', 'Title in the metadata', []),
  pembuka: text('Kalimat pembuka', 'Opening sentence', ['registrasi', 'hal']),
  dasar: text('Kalimat sebelum dasar', 'Sentence before the references', []),
  label: labels('Label isian', 'Labels', ['hari', 'jam', 'tempat', 'menghadap', 'keperluan', 'membawa', 'kontak']),
  penegasan: text('Penegasan', 'Clarifying sentence', []),
  penutup: text('Kalimat penutup', 'Closing sentence', []),
} as const;

export const undanganKlarifikasi = defineKind<z.infer<typeof undanganKlarifikasiData>, typeof wording>({
  name: 'undangan_klarifikasi',
  template: 'T3',
  label: { id: 'Undangan klarifikasi', en: 'Invitation to clarify' },
  about: 'person',
  data: undanganKlarifikasiData,
  wording,
  wordingFile: 'report/documents/undangan_klarifikasi.id.json',
  build(data, words) {
    const { frame } = data;
    const { label } = words;
    return dress(frame, {
      kind: 'undangan_klarifikasi',
      title: words.judul,
      subject: data.hal,
      blocks: [
        ...letterOpening(data, { ...words, dasar: paragraphsOf(words.dasar) }),
        ...paragraphs(paragraphsOf(words.pembuka, { registrasi: frame.registration, hal: data.hal }), 'letter'),
        ...(data.invited === null ? [] : [{ block: 'person' as const, person: data.invited, number: null }]),
        fields([
          field(label.hari, data.day),
          field(label.jam, data.time),
          field(label.tempat, data.place),
          field(label.menghadap, data.before.map(shortActor).join('\n')),
          field(label.keperluan, data.purpose),
          ...fieldIf(label.kontak, data.contact),
        ]),
        ...(data.bring.length === 0 ? [] : [...paragraphs([label.membawa]), ...numbered(data.bring, 'letter')]),
        ...paragraphs([...paragraphsOf(words.penegasan), ...paragraphsOf(words.penutup)], 'letter'),
        ...signatures(frame.signatures),
        ...copies(frame.copies),
      ],
    });
  },
});
