/**
 * One pass over a web page. It is as patient as a browser with end tags that are left out, and refuses what no program
 * writes: tags inside tags, end tags with something in them, elements that do not exist. Those are marks of a broken file.
 */
import { DamagedPart } from '../damage.ts';
import { LIMITS } from '../limits.ts';

export interface PageReader {
  /** `tag` is the whole start tag. */
  open(name: string, tag: string): void;
  close(name: string): void;
  text(page: string, start: number, end: number): void;
  end(): void;
}

/** Elements whose content is no text of the page. */
const SILENT = /^(script|style|head|title|xml|noscript|template|textarea|select)$/;
/** Elements that are met in and around tables; those with a colon in their name are of Office. */
const KNOWN = new Set(
  (
    'a abbr acronym address article aside b base basefont bdi bdo big blockquote body br button caption center cite code col ' +
    'colgroup dd del details dfn dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 ' +
    'h5 h6 header hr html i iframe img input ins kbd label legend li link main map mark menu meta nav nobr object ol optgroup ' +
    'option p param pre q rp rt ruby s samp section small span strike strong sub summary sup svg table tbody td tfoot th thead ' +
    'time tr tt u ul var wbr path g head title script style xml noscript template textarea select'
  ).split(' '),
);

/** Never looks back, so that its time is that of the page's length. Throws DamagedPart. */
export function scanPage(page: string, reader: PageReader): void {
  let at = 0;
  while (at < page.length) {
    const start = page.indexOf('<', at);
    if (start < 0) break;
    if (start > at) reader.text(page, at, start);
    at = scanMarkup(page, start, reader);
  }
  reader.end();
}

/** What begins with "<" at `start`; answers where it ends. */
function scanMarkup(page: string, start: number, reader: PageReader): number {
  if (page.startsWith('<!--', start)) return behind(page, '-->', start + 4);
  const next = page.charAt(start + 1);
  // "<!" and "<?" say something to programs, not to readers.
  if (next === '!' || next === '?') return behind(page, '>', start + 2);
  if (/[\s\d=]/.test(next)) {
    reader.text(page, start, start + 1);
    return start + 1;
  }
  const end = tagEnd(page, start);
  const tag = page.slice(start, end);
  const name = /^<\/?([a-zA-Z][\w:-]*)/.exec(tag)?.[1]?.toLowerCase();
  if (name === undefined || !(KNOWN.has(name) || name.includes(':')))
    throw new DamagedPart('html', `no element ${tag.slice(0, 20)}`);
  if (tag.startsWith('</')) {
    if (!/^<\/[\w:-]+\s*>$/.test(tag)) throw new DamagedPart('html', 'end tag with something in it');
    reader.close(name);
  } else if (SILENT.test(name) && !tag.endsWith('/>')) return afterElement(page, name, end);
  else reader.open(name, tag);
  return end;
}

function behind(page: string, mark: string, from: number): number {
  const at = page.indexOf(mark, from);
  if (at < 0) throw new DamagedPart('html', 'comment without end');
  return at + mark.length;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Behind the ">" of a tag; one in quotes does not count. */
function tagEnd(page: string, start: number): number {
  let quote = 0;
  const limit = Math.min(page.length, start + LIMITS.cellCharacters);
  for (let index = start + 1; index < limit; index += 1) {
    const code = page.charCodeAt(index);
    if (quote !== 0) {
      if (code === quote) quote = 0;
      // A quote that lost its end swallows the tags behind it.
      else if (code === LESS && /[a-z/]/i.test(page.charAt(index + 1))) break;
    } else if (code === GREATER) return index + 1;
    else if (code === LESS) break;
    else if ((code === QUOTE || code === APOSTROPHE) && page.charCodeAt(index - 1) === EQUALS) quote = code;
  }
  throw new DamagedPart('html', 'tag without end');
}

function afterElement(page: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\s*>`, 'gi');
  closing.lastIndex = from;
  return closing.exec(page) ? closing.lastIndex : page.length;
}
