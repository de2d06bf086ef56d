/** Recognises rows that are no people: totals, signature blocks, numbering and headers repeated on every page. */
import type { DroppedKind } from '#shared/domain/roster/row-codes.ts';
import { isBlankMark, tidyText, wordsOf } from '#shared/domain/roster/text.ts';

/** The mapped cells of a row, as text, and where the identifying ones are. */
export interface RowTexts {
  /** In the order of the mapping; "" for an empty cell. */
  readonly texts: readonly string[];
  readonly name: string;
  /** What the NIP and NIK cells hold; empty when they hold nothing. */
  readonly identifiers: readonly string[];
}

/** Stands for a formula whose result was never stored. */
export const UNCALCULATED = '#FORMULA!';

const TOTAL = /^(jumlah|total|sub ?total|grand total|rekap(itulasi)?)\b/;
const SIGNATURE =
  /^(mengetahui|menyetujui|mengesahkan|disahkan|ditetapkan|dibuat di|diperiksa|yang membuat|pembuat daftar|pada tanggal|sekretaris daerah|wali ?kota|bupati|camat|lurah|inspektur|direktur|(an|a n|plt|plh|pj) (wali|bupati|sekretaris|kepala|camat|lurah)|kepala (dinas|badan|bagian|kantor|upt|uptd|sub|bidang|sekolah|puskesmas|satuan))\b/;
/** "Bengkulu, 2 Januari 2026", the day often left open. */
const PLACE_AND_DATE = /^\p{L}[\p{L} .]{2,30},[ .]*(tanggal )?(\d{1,2} )?\p{L}{3,10} ?\d{4}$/iu;

/** A text that stands alone in its row and names a part of the office, a group of people or a page; numbered or not. */
const SECTION =
  /^((\d{1,2}|[a-h]|[ivx]{1,4}) )?(sub ?)?(bagian|bag|bidang|bid|seksi|subbag|subbagian|subbid|subbidang|sekretariat|dinas|badan|kantor|inspektorat|kecamatan|kelurahan|desa|uptd?|puskesmas|pustu|rsud|sekolah|sdn?|smpn?|tk|paud|unit|unor|opd|skpd|satuan|golongan|gol|eselon|pns|cpns|asn|pppk|p3k|ptt|non asn|honorer|tenaga|staf|pejabat|jabatan|fungsional|pelaksana|struktural|kelompok|daftar|data|lampiran|halaman|hal|lembar|catatan|keterangan|ket|sumber|nb|dst)\b/;

/** Lines with text that a signature block may have. */
const SIGNATURE_LINES = 12;

/** Judges the rows of one sheet in order; a signature block is only known by where it begins. */
export class RowSieve {
  readonly #headers: readonly (readonly string[])[];
  /** Lines of the signature block so far; 0 outside of one. */
  #signatureLines = 0;

  /** `headers` are the header rows' mapped cells, to recognise them when they come again. */
  constructor(headers: readonly (readonly string[])[]) {
    this.#headers = headers.map((cells) => cells.map(tidyText)).filter((cells) => cells.some((cell) => cell !== ''));
  }

  /** Why the row is left out, or null when it has to be read as a person. */
  judge(row: RowTexts): DroppedKind | null {
    const filled = row.texts.filter((text) => !isBlankMark(text));
    if (filled.length === 0) return 'blank';
    if (isNumbering(filled)) return 'numbering';
    if (this.#headers.some((header) => row.texts.every((text, index) => tidyText(text) === header[index])))
      return 'repeatedHeader';
    const anonymous = row.identifiers.length === 0;
    // A total may stand in the NIP column itself: short numbers identify nobody.
    const counts = row.identifiers.every((text) => text === UNCALCULATED || isCount(text));
    if (counts && filled.some((text) => TOTAL.test(wordsOf(text)))) return 'totals';
    // Its word stands in a column that is not taken, such as "No".
    if (filled.every(isCount)) return 'totals';
    if (this.#isSection(row, filled)) return 'section';
    return this.#isSignature(row, filled, anonymous) ? 'signature' : null;
  }

  #isSection(row: RowTexts, filled: readonly string[]): boolean {
    const [only = ''] = filled;
    if (filled.length !== 1 || only === UNCALCULATED || this.#signatureLines > 0 || opensSignature(only)) return false;
    // Words in the column of the numbers, and nowhere else: a title in merged cells.
    return SECTION.test(wordsOf(only)) || (row.identifiers.length > 0 && !/\d/.test(only));
  }

  #isSignature(row: RowTexts, filled: readonly string[], anonymous: boolean): boolean {
    const named = !isBlankMark(row.name);
    if (anonymous && filled.filter(opensSignature).length >= 2) {
      // Several who sign, side by side.
      this.#signatureLines += 1;
      return true;
    }
    // A person again, or more lines than any block has: the table goes on.
    if (filled.length > 2 || (named && !anonymous) || this.#signatureLines > SIGNATURE_LINES) {
      this.#signatureLines = 0;
      return false;
    }
    const opens = anonymous && (filled.length === 1 ? filled : [row.name]).some(opensSignature);
    // Below "Mengetahui," stand a name, a rank and a lone "NIP. …": none of them is a row of the table.
    if (opens || this.#signatureLines > 0) this.#signatureLines += 1;
    return this.#signatureLines > 0 || (anonymous && !named);
  }
}

function opensSignature(text: string): boolean {
  return SIGNATURE.test(wordsOf(text)) || PLACE_AND_DATE.test(tidyText(text));
}

/** How many there are of something: too short to identify anybody. */
function isCount(text: string): boolean {
  return /^\d{1,6}( (orang|org|pegawai))?$/i.test(tidyText(text));
}

/** "1 2 3 4" under the header; columns that are not mapped leave gaps. */
function isNumbering(filled: readonly string[]): boolean {
  if (filled.length < 2) return false;
  let before = -1;
  return filled.every((text) => {
    const number = Number(/^\(?(\d{1,2})\)?$/.exec(text.trim())?.[1] ?? Number.NaN);
    const follows = number > before;
    before = number;
    return follows;
  });
}
