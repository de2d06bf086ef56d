/** Codes of the seven kinds of mis- and disinformation (First Draft, in Indonesia Mafindo); their words are data: resources/hoaxes. */
export const HOAX_KINDS = [
  'satire_parodi',
  'konten_menyesatkan',
  'konten_tiruan',
  'konten_palsu',
  'koneksi_salah',
  'konteks_salah',
  'konten_manipulasi',
] as const;
export type HoaxKind = (typeof HOAX_KINDS)[number];

/** By intent and harm: false without intent, false on purpose, true but used to harm. */
export const DISORDERS = ['misinformasi', 'disinformasi', 'malinformasi'] as const;
export type Disorder = (typeof DISORDERS)[number];
