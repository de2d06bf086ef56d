/** Asks the page what it states about itself, and reads the answer: texts only, so many and so long at most. */
import { type MicrodataItem, type PageStatements, STATEMENT_LIMITS } from '#shared/domain/capture/page-statements.ts';
import { fieldList, fieldNumber, fieldText, type JsonRecord, recordOf } from './json.ts';

const LIMITS = STATEMENT_LIMITS;

/**
 * The question, for a world of our own. Methods are taken from the prototypes: a page can hide those of its document and
 * its forms behind elements of the same name.
 */
export const PAGE_STATEMENTS = `(() => {
  const limits = ${JSON.stringify(LIMITS)};
  const find = (selector) => [...Document.prototype.querySelectorAll.call(document, selector)];
  const attribute = (element, name) => Element.prototype.getAttribute.call(element, name) ?? '';
  const closest = (element, selector) => Element.prototype.closest.call(element, selector);
  const words = (element) => (Object.getOwnPropertyDescriptor(Node.prototype, 'textContent').get.call(element) ?? '');
  const short = (text) => String(text).slice(0, limits.texts);
  const full = (address) => { try { return address === '' ? '' : short(new URL(address, location.href).href); } catch { return ''; } };
  const valueOf = (element) => {
    const from = { META: 'content', TIME: 'datetime', DATA: 'value', METER: 'value' }[element.tagName];
    const address = { A: 'href', LINK: 'href', AREA: 'href', IMG: 'src', VIDEO: 'src', AUDIO: 'src', SOURCE: 'src', IFRAME: 'src', OBJECT: 'data' }[element.tagName];
    if (address !== undefined) return full(attribute(element, address));
    const said = from === undefined ? '' : attribute(element, from);
    return short(said || attribute(element, 'content') || words(element).trim());
  };
  const holders = find('[itemscope]').slice(0, limits.items);
  const places = new Map(holders.map((element, at) => [element, at]));
  const holderOf = (element) => { const holder = element.parentElement ? closest(element.parentElement, '[itemscope]') : null; return holder ? places.get(holder) ?? -1 : -1; };
  const items = holders.map((element) => ({
    type: short(attribute(element, 'itemtype')), id: short(attribute(element, 'itemid')), properties: [],
    inside: attribute(element, 'itemprop') === '' ? -1 : holderOf(element), as: short(attribute(element, 'itemprop').split(/\\s/)[0] ?? ''),
  }));
  for (const element of find('[itemprop]').slice(0, limits.items * limits.properties)) {
    const item = items[holderOf(element)];
    if (item === undefined || places.has(element) || item.properties.length >= limits.properties) continue;
    for (const name of attribute(element, 'itemprop').split(/\\s+/).slice(0, 3)) item.properties.push([short(name), valueOf(element)]);
  }
  const articles = find('article, [role=article], [itemprop~=comment], [role=comment]');
  const lines = document.body instanceof HTMLElement ? (document.body.innerText || '').slice(0, 400000).split('\\n') : [];
  return {
    canonical: full(attribute(find('link[rel~=canonical]')[0] ?? document.documentElement, 'href')),
    meta: find('meta[content]').map((one) => [short(attribute(one, 'property') || attribute(one, 'name') || attribute(one, 'itemprop')), short(attribute(one, 'content'))])
      .filter(([name]) => /^(og|article|profile|video|twitter):|^(author|description|date)$/i.test(name)).slice(0, limits.metas),
    jsonLd: find('script[type="application/ld+json"]').slice(0, limits.scripts).map(words).filter((text) => text.length <= limits.script),
    microdata: items,
    times: find('time[datetime]').slice(0, limits.times).map((one) => ({
      datetime: short(attribute(one, 'datetime')), link: full(attribute(closest(one, 'a[href]') ?? document.documentElement, 'href')),
      article: articles.indexOf(closest(one, 'article, [role=article], [itemprop~=comment], [role=comment]')),
    })),
    authorLinks: find('a[rel~=author]').slice(0, limits.links).map((one) => [short(words(one).trim()), full(attribute(one, 'href'))]),
    countLines: lines.map((line) => line.trim()).filter((line) => /^(?:\\d|(?:lihat|view|show)\\b[^\\d]{0,20}\\d)/i.test(line) && line.length <= limits.line && /\\p{L}/u.test(line)).slice(0, limits.lines),
  };
})()`;

/** The page's answer; what is not as asked for is left out. */
export function pageStatementsOf(value: unknown): PageStatements {
  const told = recordOf(value);
  return {
    canonical: textOf(told, 'canonical'),
    meta: pairsOf(told, 'meta', LIMITS.metas),
    jsonLd: fieldList(told, 'jsonLd')
      .filter((text) => typeof text === 'string')
      .filter((text) => text.length <= LIMITS.script)
      .slice(0, LIMITS.scripts),
    microdata: fieldList(told, 'microdata').slice(0, LIMITS.items).map(itemOf),
    times: fieldList(told, 'times')
      .slice(0, LIMITS.times)
      .map(recordOf)
      .map((time) => ({
        datetime: textOf(time, 'datetime'),
        link: textOf(time, 'link'),
        article: fieldNumber(time, 'article') ?? -1,
      })),
    authorLinks: pairsOf(told, 'authorLinks', LIMITS.links),
    countLines: fieldList(told, 'countLines')
      .filter((line) => typeof line === 'string')
      .map((line) => line.slice(0, LIMITS.line))
      .slice(0, LIMITS.lines),
  };
}

function itemOf(value: unknown): MicrodataItem {
  const item = recordOf(value);
  return {
    type: textOf(item, 'type'),
    id: textOf(item, 'id'),
    properties: pairsOf(item, 'properties', LIMITS.properties),
    inside: fieldNumber(item, 'inside') ?? -1,
    as: textOf(item, 'as'),
  };
}

function pairsOf(record: JsonRecord, name: string, most: number): (readonly [string, string])[] {
  return fieldList(record, name)
    .slice(0, most)
    .flatMap((pair): (readonly [string, string])[] => {
      const parts: readonly unknown[] = Array.isArray(pair) ? pair : [];
      const [key, value] = parts;
      return typeof key === 'string' && typeof value === 'string' ? [[cut(key), cut(value)]] : [];
    });
}

function textOf(record: JsonRecord, name: string): string {
  return cut(fieldText(record, name));
}

function cut(text: string): string {
  return text.slice(0, LIMITS.texts);
}
