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

const TOTAL = /^(jumlah|total|sub ?total|grand total|rekap(itulasi)?)\b/;
const SIGNATURE =
  /^(mengetahui|menyetujui|mengesahkan|disahkan|ditetapkan|dibuat di|diperiksa|yang membuat|pembuat daftar|pada tanggal|sekretaris daerah|wali ?kota|bupati|camat|lurah|inspektur|direktur|(an|a n|plt|plh|pj) (wali|bupati|sekretaris|kepala|camat|lurah)|kepala (dinas|badan|bagian|kantor|upt|uptd|sub|bidang|sekolah|puskesmas|satuan))\b/;
/** "Bengkulu, 2 Januari 2026", the day often left open. */
const PLACE_AND_DATE = /^\p{L}[\p{L} .]{2,30},[ .]*(tanggal )?(\d{1,2} )?\p{L}{3,10} ?\d{4}$/iu;

/** Judges the rows of one sheet in order; a signature block is only known by where it begins. */
export class RowSieve {
  readonly #headers: readonly (readonly string[])[];
  #inSignature = false;

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
    if (anonymous && filled.some((text) => TOTAL.test(wordsOf(text)))) return 'totals';
    return this.#isSignature(row, filled, anonymous) ? 'signature' : null;
  }

  #isSignature(row: RowTexts, filled: readonly string[], anonymous: boolean): boolean {
    if (filled.length > 2) {
      this.#inSignature = false;
      return false;
    }
    const opens = anonymous && (filled.length === 1 ? filled : [row.name]).some(opensSignature);
    if (opens) this.#inSignature = true;
    // Below "Mengetahui," stand a name, a rank and a lone "NIP. …": none of them is a row of the table.
    return this.#inSignature || (anonymous && isBlankMark(row.name));
  }
}

function opensSignature(text: string): boolean {
  return SIGNATURE.test(wordsOf(text)) || PLACE_AND_DATE.test(tidyText(text));
}

/** "1 2 3 4" under the header; columns that are not mapped leave gaps. */
function isNumbering(filled: readonly string[]): boolean {
  const numbers = filled.map((text) => /^\(?(\d{1,2})\)?$/.exec(tidyText(text))?.[1]);
  return (
    filled.length >= 2 &&
    numbers.every(
      (number, index) => number !== undefined && (index === 0 || Number(number) > Number(numbers[index - 1])),
    )
  );
}
