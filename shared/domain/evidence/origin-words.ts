/** How a piece of evidence came, and what that does and does not show: one wording for the screens, lists and reports. */

export const EVIDENCE_ORIGINS = ['capture', 'screen', 'paste', 'file', 'photo'] as const;
export type EvidenceOrigin = (typeof EVIDENCE_ORIGINS)[number];

type Language = 'id' | 'en';
interface OriginWords {
  /** A few words: filters, lists, badges. */
  readonly name: Readonly<Record<Language, string>>;
  /** One sentence: what it is. */
  readonly is: Readonly<Record<Language, string>>;
  /** One sentence: what it is not, or what is not known of it. */
  readonly isNot: Readonly<Record<Language, string>>;
}

export const ORIGIN_WORDS: Readonly<Record<EvidenceOrigin, OriginWords>> = {
  capture: {
    name: { id: 'Diambil dari web', en: 'Captured from the web' },
    is: {
      id: 'Halaman web yang dibuka dan diambil oleh Netra sendiri; alamat, tajuk jawaban server, dan waktunya tercatat.',
      en: 'A web page that Netra itself opened and captured; its address, the server’s headers and the times are recorded.',
    },
    isNot: {
      id: 'Bukan pernyataan bahwa isi halaman itu benar, dan tidak dengan sendirinya menunjukkan siapa yang menulisnya.',
      en: 'Not a statement that the page tells the truth, and by itself no proof of who wrote it.',
    },
  },
  screen: {
    name: { id: 'Bagian layar', en: 'Part of the screen' },
    is: {
      id: 'Gambar sebagian layar komputer petugas, diambil oleh Netra; layar, letak bagian, dan waktunya tercatat.',
      en: 'A picture of a part of the officer’s own screen, taken by Netra; the screen, the place of the part and the time are recorded.',
    },
    isNot: {
      id: 'Tidak memuat alamat maupun tajuk jawaban server. Program, orang, atau grup yang tampil adalah keterangan petugas.',
      en: 'It has no address and no server’s headers. Which program, person or group was on show is the officer’s word.',
    },
  },
  paste: {
    name: { id: 'Ditempel', en: 'Pasted' },
    is: {
      id: 'Gambar yang ditempel dari papan klip komputer petugas.',
      en: 'A picture pasted from the clipboard of the officer’s computer.',
    },
    isNot: {
      id: 'Netra tidak menyaksikan dari mana gambar ini disalin atau apakah telah diubah; asalnya adalah keterangan petugas.',
      en: 'Netra did not see where it was copied from or whether it was altered; its source is the officer’s word.',
    },
  },
  file: {
    name: { id: 'Dari berkas', en: 'From a file' },
    is: {
      id: 'Berkas yang disimpan utuh sebagaimana diterima; nilai hash dihitung saat diterima.',
      en: 'A file kept whole as it was received; its hash was computed on receipt.',
    },
    isNot: {
      id: 'Riwayat sebelum diterima tidak diketahui; metadata berkas dapat hilang atau telah diubah.',
      en: 'What happened to it before is not known; its metadata may be missing or altered.',
    },
  },
  photo: {
    name: { id: 'Foto kamera', en: 'Camera photo' },
    is: {
      id: 'Foto dari kamera atau ponsel, misalnya foto layar perangkat lain, disimpan utuh sebagaimana diterima.',
      en: 'A photo from a camera or a phone, such as one of another device’s screen, kept whole as it was received.',
    },
    isNot: {
      id: 'Bukan isi asli dari perangkat yang difoto: tidak ada alamat maupun tajuk, dan keterangan kamera dapat diubah orang.',
      en: 'Not the original content of the device in it: there is no address and no header, and what a file says of its camera can be altered.',
    },
  },
};

/** The short name of every origin in one language. */
export function originNames(language: Language): Record<EvidenceOrigin, string> {
  return {
    capture: ORIGIN_WORDS.capture.name[language],
    screen: ORIGIN_WORDS.screen.name[language],
    paste: ORIGIN_WORDS.paste.name[language],
    file: ORIGIN_WORDS.file.name[language],
    photo: ORIGIN_WORDS.photo.name[language],
  };
}

/** Both sentences: what it is, and what it is not. */
export function originSentences(origin: EvidenceOrigin, language: Language): string {
  const { is, isNot } = ORIGIN_WORDS[origin];
  return `${is[language]} ${isNot[language]}`;
}
