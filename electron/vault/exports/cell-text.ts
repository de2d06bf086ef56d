/** Text as a spreadsheet can hold it, in a workbook and in CSV. */

/** What Excel takes in one cell. */
const LONGEST_CELL = 32_767;

/** "Text": also what somebody types over a cell stays text, so no NIP is rounded and no formula runs. */
export const TEXT_FORMAT = '@';

/** Text that a spreadsheet can hold: no control characters, and nothing that reads as the format's own escape. */
export function cellText(text: string): string {
  const clean = text
    // Control characters and non-characters have no place in XML; a tab or a new line has.
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  const short = clean.length <= LONGEST_CELL ? clean : `${clean.slice(0, LONGEST_CELL - 1)}…`;
  // Half a character: from a page's script, or from the cut.
  return short.replaceAll(/\p{Cs}/gu, '\uFFFD');
}

/** What a spreadsheet takes for the beginning of a formula, the wide forms of East Asian keyboards among them. */
const FORMULA = /^(?:[\t\r]|[ \u00a0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

/** A cell of CSV: quoted where needed, and with an apostrophe before what a spreadsheet would take for a formula. */
export function csvCell(text: string): string {
  const clean = text.replaceAll('\0', '');
  const safe = FORMULA.test(clean) ? `'${clean}` : clean;
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
