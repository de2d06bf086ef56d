/** What a cell of a web page says: white space as a browser shows it, and characters by their names. */

/** Names of characters that are met in Indonesian office documents; a name that is not known stays as written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  deg: '°',
  shy: '\u00ad',
  eacute: 'é',
  egrave: 'è',
  Eacute: 'É',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  ccedil: 'ç',
  ntilde: 'ñ',
  oacute: 'ó',
  iacute: 'í',
  uacute: 'ú',
};

/** Stands among the pieces for a line that ends: a character that no page can hold. */
export const LINE_BREAK = '\u0000';

/** Joins the pieces of a cell. */
export function htmlText(pieces: readonly string[]): string {
  const lines = pieces.join('').split(LINE_BREAK);
  // White space is collapsed before names are resolved: a non-breaking space is written to stay.
  const shown = lines.map((line) => decodeNames(line.replace(/[ \t\r\n\f]+/g, ' ').replace(/^ | $/g, '')));
  return shown.join('\n').replace(/^\n+|\n+$/g, '');
}

function decodeNames(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});?/gi, (written, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? written;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}
