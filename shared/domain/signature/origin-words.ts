/** What a vault says of a document that was checked in it, in words of both languages: for screens and the command line. */
import type { RecognitionMatch } from './recognise.ts';

interface Words {
  readonly id: string;
  readonly en: string;
}

export const RECOGNITION_WORDS: Readonly<Record<RecognitionMatch, Words>> = {
  same: {
    id: 'Dokumen ini terbit dari brankas ini, dan sama bita demi bita.',
    en: 'This vault issued the document, and it is the same byte for byte.',
  },
  extended: {
    id: 'Dokumen ini terbit dari brankas ini; sesudahnya ditambah tanda tangan, stempel waktu, atau data.',
    en: 'This vault issued the document; signatures, time stamps or data were added after that.',
  },
  trailing: {
    id: 'Dokumen ini terbit dari brankas ini; di belakang akhirnya ada bita tambahan yang bukan bagian dokumen.',
    en: 'This vault issued the document; behind its end there are bytes that are no part of it.',
  },
  part: {
    id: 'Dokumen ini keadaan sebelumnya dari terbitan brankas ini, bukan yang terbaru.',
    en: 'An earlier state of a document of this vault, not the newest.',
  },
  stripped: {
    id: 'Dokumen ini terbit dari brankas ini, tetapi tanda tangannya sudah diambil.',
    en: 'This vault issued the document, but its signature was taken away.',
  },
  altered: {
    id: 'Dokumen ini memakai pengenal terbitan brankas ini, tetapi bukan berkas itu.',
    en: 'It carries the identifier of a document of this vault, but is not that file.',
  },
};

/** Organisational unit in the certificate of every vault's seal: the certificate itself says what it is. */
export const SEAL_UNIT = 'Segel integritas internal (bukan tanda tangan tersertifikasi)';

/** The rest of what is said; `{{…}}` are filled in. */
export const ORIGIN_WORDS = {
  seal: {
    id: 'Segel integritas internal Netra: menunjukkan keutuhan dan brankas asalnya, bukan tanda tangan elektronik tersertifikasi.',
    en: 'Netra’s internal integrity seal: it shows that the file is whole and from which vault, and is no certified electronic signature.',
  },
  missing: { id: 'Tanda tangan yang tidak ada di dalamnya: {{names}}', en: 'Signatures that are not in it: {{names}}' },
  notIssuedHere: {
    id: 'Dokumen ini tidak ada dalam daftar terbitan brankas ini.',
    en: 'This document is not in this vault’s list of issued documents.',
  },
  head: {
    id: 'Kepala jejak audit #{{n}} yang tercetak adalah bagian dari jejak audit brankas ini.',
    en: 'The printed head #{{n}} of the audit trail is part of this vault’s trail.',
  },
  headForeign: {
    id: 'Kepala jejak audit #{{n}} yang tercetak bukan bagian dari jejak audit brankas ini.',
    en: 'The printed head #{{n}} of the audit trail is not part of this vault’s trail.',
  },
  inVault: { id: 'sama dengan yang ada di brankas ini', en: 'the same as in this vault' },
  differs: {
    id: 'berbeda dari yang bernama sama di brankas ini',
    en: 'not the same as the one of that name in this vault',
  },
  notInVault: { id: 'tidak ada di brankas ini', en: 'not in this vault' },
} as const satisfies Record<string, Words>;
