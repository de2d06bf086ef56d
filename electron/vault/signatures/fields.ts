/** The signature fields of our documents, all kept before the first signature: later ones only fill them. */

/** Of whoever issues. */
export const ISSUER_FIELD = 'Petugas';
/** Of the head of the office, who signs after the issuer. */
export const HEAD_FIELD = 'Kepala';
/** A time stamp fetched after a signature that was made without a network. */
export const STAMP_FIELD = 'StempelWaktu';
/** Archive time stamps: one now, one for each renewal. */
export const ARCHIVE_FIELDS = ['ArsipTS1', 'ArsipTS2', 'ArsipTS3'] as const;

/** What is kept free beside the issuer's own field. */
export const RESERVED_FIELDS: readonly { readonly name: string; readonly tooltip: string }[] = [
  { name: HEAD_FIELD, tooltip: 'Tanda tangan kepala' },
  { name: STAMP_FIELD, tooltip: 'Stempel waktu' },
  ...ARCHIVE_FIELDS.map((name, index) => ({ name, tooltip: `Stempel waktu arsip ${index + 1}` })),
];
