/** The words of a web page in an email. Nothing of it is executed, and nothing that it names is fetched. */
import { htmlText, LINE_BREAK } from '../../roster-import/foreign/html-text.ts';

export interface PageText {
  readonly text: string;
  /** Pictures and other things that the page names on the network. */
  readonly remote: number;
}

/** Elements that begin and end a line. */
const BLOCKS =
  /^(?:address|article|aside|blockquote|center|dd|div|dl|dt|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul)$/;
/** Elements whose content is no text of the page. */
const SILENT = /^(?:script|style|head|title|template|svg|noscript|xml)$/;
const REMOTE = /\b(?:src|background|poster)\s{0,4}=\s{0,4}["']?\s{0,4}(?:https?:)?\/\//i;

/** Reads a page in one pass; markup that is broken is left out, its words stay. */
export function pageText(page: string): PageText {
  const pieces: string[] = [];
  const links: string[] = [];
  let remote = 0;
  let at = 0;
  while (at < page.length) {
    const start = page.indexOf('<', at);
    if (start < 0) break;
    pieces.push(clean(page.slice(at, start)));
    if (!/[a-z!/?]/i.test(page.charAt(start + 1))) {
      pieces.push('<');
      at = start + 1;
      continue;
    }
    if (page.startsWith('<!--', start)) {
      at = behind(page, '-->', start + 4);
      continue;
    }
    const end = tagEnd(page, start);
    const tag = page.slice(start, end);
    const name = /^<\/?([a-z][a-z0-9]{0,20})/i.exec(tag)?.[1]?.toLowerCase() ?? '';
    if (REMOTE.test(tag)) remote += 1;
    at = SILENT.test(name) && !tag.startsWith('</') && !tag.endsWith('/>') ? afterElement(page, name, end) : end;
    pieces.push(...partsOf(name, tag, links));
  }
  pieces.push(clean(page.slice(at)));
  const text = htmlText(pieces)
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\u00a0/g, ' ')
    .trim();
  return { text, remote };
}

/** What a tag leaves in the text: a line break, a blank, or the address of a link behind its words. */
function partsOf(name: string, tag: string, links: string[]): string[] {
  if (name === 'br' || BLOCKS.test(name)) return [LINE_BREAK];
  if (name === 'td' || name === 'th') return [' '];
  if (name !== 'a') return [];
  if (!tag.startsWith('</')) {
    const href = /\bhref\s{0,4}=\s{0,4}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s>]{0,2000}))/i.exec(tag);
    links.push((href?.[1] ?? href?.[2] ?? href?.[3] ?? '').trim());
    return [];
  }
  const address = links.pop() ?? '';
  return /^https?:\/\//i.test(address) ? [` (${clean(address)})`] : [];
}

/** A page cannot hold the sign that stands for a line break. */
function clean(text: string): string {
  return text.replaceAll(LINE_BREAK, ' ');
}

function behind(page: string, mark: string, from: number): number {
  const at = page.indexOf(mark, from);
  return at < 0 ? page.length : at + mark.length;
}

/** Behind the ">" of a tag; where none comes before the next tag begins, the tag is broken and ends there. */
function tagEnd(page: string, start: number): number {
  let quote = '';
  for (let index = start + 1; index < page.length; index += 1) {
    const sign = page.charAt(index);
    if (sign === '<' && /[a-z/!]/i.test(page.charAt(index + 1))) return index;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return index + 1;
    else if ((sign === '"' || sign === "'") && page.charAt(index - 1) === '=') quote = sign;
  }
  return page.length;
}

function afterElement(page: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\s*>`, 'gi');
  closing.lastIndex = from;
  return closing.exec(page) ? closing.lastIndex : page.length;
}
