/** Why a row of a roster was refused or deserves a look, and why a column is taken or not. */
import type { ColumnReason } from '#shared/domain/roster/headings.ts';
import { ROW_SENTENCES } from '#shared/domain/roster/row-sentences.ts';

export const rowCodesId = ROW_SENTENCES.id;
export const rowCodesEn = ROW_SENTENCES.en;

type ColumnWords = Record<ColumnReason, string>;

/** Why a column of a roster is proposed to be taken, or not. */
export const columnReasonsId: ColumnWords = {
  SIASN: 'Judul kolom SIASN',
  SYNONYM: 'Sebutan yang dikenal',
  SIMILAR: 'Beda satu huruf dari sebutan yang dikenal',
  CONTAINS: 'Memuat sebutan yang dikenal',
  CONTENT: 'Tampak dari isi kolomnya',
  CHOSEN: 'Pilihan pengguna',
  FIELD_TAKEN: 'Sudah diambil dari kolom lain',
  PERSONAL_DATA: 'Data pribadi yang tidak diperlukan',
  NOT_NEEDED: 'Tidak diperlukan',
  UNKNOWN_HEADING: 'Judul tidak dikenal',
  NO_HEADING: 'Tanpa judul',
};
export const columnReasonsEn: ColumnWords = {
  SIASN: 'A heading of SIASN',
  SYNONYM: 'A known name',
  SIMILAR: 'One letter away from a known name',
  CONTAINS: 'Contains a known name',
  CONTENT: 'By the look of its content',
  CHOSEN: 'Chosen by the user',
  FIELD_TAKEN: 'Taken from another column',
  PERSONAL_DATA: 'Personal data that is not needed',
  NOT_NEEDED: 'Not needed',
  UNKNOWN_HEADING: 'Unknown heading',
  NO_HEADING: 'No heading',
};
