/** Error values of Excel's binary formats by their number (MS-XLS 2.5.10). */
const CODES: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** The error as a spreadsheet shows it. */
export function errorCode(value: number): string {
  return CODES[value] ?? '#N/A';
}
