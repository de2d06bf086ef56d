/** Words in the headers of an email: encoded words (RFC 2047), parameters (RFC 2231), addresses, the day. */
import { decodeStated } from '../decode-text.ts';
import { oneLine } from '../reading.ts';
import { decodeBase64, decodeQuoted } from './transfer.ts';

const ENCODED = /=\?([^?\s]{1,60})\?([bq])\?([^?\s]{0,4000})\?=/giu;

/** A header's text with its encoded words decoded; words of one character set that follow each other are decoded together. */
export function decodeWords(raw: string): string {
  if (!raw.includes('=?')) return raw;
  let decoded = '';
  let last = 0;
  let run: { charset: string; bytes: Buffer[] } | null = null;
  const flush = (): void => {
    if (run) decoded += decodeStated(Buffer.concat(run.bytes), run.charset).text;
    run = null;
  };
  for (const match of raw.matchAll(ENCODED)) {
    const between = raw.slice(last, match.index);
    const charset = (match[1] ?? '').replace(/\*.*$/, '').toLowerCase();
    // Blanks between two encoded words are no part of the text.
    if (!(run && /^\s*$/.test(between))) {
      flush();
      decoded += between;
    } else if ((run as { charset: string }).charset !== charset) flush();
    run ??= { charset, bytes: [] };
    run.bytes.push(wordBytes(match[2] ?? '', match[3] ?? ''));
    last = match.index + match[0].length;
  }
  flush();
  return decoded + raw.slice(last);
}

function wordBytes(encoding: string, text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  return encoding.toLowerCase() === 'b'
    ? decodeBase64(bytes).bytes
    : decodeQuoted(Buffer.from(text.replace(/_/g, '=20'), 'latin1'));
}

/** A value such as a media type, and its parameters by lower-case name. */
export interface ParameterisedValue {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const MOST_PARAMETERS = 60;

/** Reads `text/plain; charset=utf-8; name*0*=utf-8''a%20; name*1=b`. */
export function parseParameters(raw: string): ParameterisedValue {
  const head = raw.slice(0, 16_384);
  const end = head.indexOf(';');
  const value = (end < 0 ? head : head.slice(0, end)).trim().toLowerCase();
  const plain = new Map<string, string>();
  const pieces = new Map<string, { part: number; encoded: boolean; text: string }[]>();
  let count = 0;
  for (const match of head
    .slice(value.length)
    .matchAll(/;\s{0,20}([^\s=;"]{1,80})\s{0,20}=\s{0,20}(?:"((?:[^"\\]|\\.){0,4000})"|([^;\s]{0,4000}))/gs)) {
    if ((count += 1) > MOST_PARAMETERS) break;
    const text = match[2] === undefined ? (match[3] ?? '') : match[2].replace(/\\(.)/gs, '$1');
    const split = /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/.exec((match[1] ?? '').toLowerCase());
    if (!split?.[1]) continue;
    if (split[2] === undefined && split[3] === undefined) {
      if (!plain.has(split[1])) plain.set(split[1], decodeWords(text));
    } else
      pieces.set(split[1], [
        ...(pieces.get(split[1]) ?? []),
        { part: Number(split[2] ?? 0), encoded: split[3] === '*', text },
      ]);
  }
  for (const [name, parts] of pieces) plain.set(name, joined(parts));
  return { value, parameters: plain };
}

function joined(parts: { part: number; encoded: boolean; text: string }[]): string {
  const ordered = parts.toSorted((a, b) => a.part - b.part);
  const first = ordered[0];
  const marked = first?.encoded === true ? /^([^']*)'[^']*'(.*)$/s.exec(first.text) : null;
  const bytes = ordered.map(({ encoded, text }, index) => {
    const own = index === 0 && marked ? (marked[2] ?? '') : text;
    return encoded ? percentBytes(own) : Buffer.from(own, 'utf8');
  });
  return decodeStated(Buffer.concat(bytes), marked?.[1] ?? 'utf-8').text;
}

function percentBytes(text: string): Buffer {
  const written = text.replace(/%([0-9a-f]{2})/gi, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(written, 'latin1');
}

/** The first address of a header: `"Sari Contoh" <sari@contoh.id>`, or an address alone. */
export function firstAddress(raw: string): { readonly name: string; readonly address: string } {
  const head = raw.slice(0, 4_000);
  const angled = /^([^<]{0,1000})<([^<>\s]{1,320})>/.exec(head.replace(/^[^<,]{0,200}:(?=[^<]*<)/, ''));
  if (angled) {
    const name = decodeWords(
      (angled[1] ?? '')
        .trim()
        .replace(/^"([\s\S]*)"$/, '$1')
        .replace(/\\(.)/g, '$1'),
    );
    return { name: oneLine(name, 300), address: oneLine(angled[2] ?? '', 320) };
  }
  const alone = /[^\s<>,;"()]{1,200}@[^\s<>,;"()]{1,200}/.exec(head)?.[0] ?? '';
  return { name: alone === '' ? oneLine(decodeWords(head), 300) : '', address: alone };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The instant that a Date header states (UTC, ISO 8601), or null when it is none. */
export function instantOf(raw: string): string | null {
  const match =
    /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[A-Z]{1,5})?/.exec(
      raw.slice(0, 200),
    );
  if (!match) return null;
  const month = MONTHS.indexOf((match[2] ?? '').toLowerCase());
  const year = Number(match[3]) + ((match[3] ?? '').length === 2 ? 2000 : 0);
  const [day, hour, minute, second] = [Number(match[1]), Number(match[4]), Number(match[5]), Number(match[6] ?? 0)];
  const offset = offsetMinutes(match[7] ?? '');
  if (month < 0 || offset === null || hour > 23 || minute > 59 || second > 60 || year < 1970 || year > 2199)
    return null;
  const midnight = new Date(Date.UTC(year, month, day));
  if (midnight.getUTCDate() !== day || midnight.getUTCMonth() !== month) return null;
  return new Date(Date.UTC(year, month, day, hour, minute, second) - offset * 60_000).toISOString();
}

function offsetMinutes(zone: string): number | null {
  const figures = /^([+-])(\d{2})(\d{2})$/.exec(zone);
  if (figures) return (Number(figures[2]) * 60 + Number(figures[3])) * (figures[1] === '-' ? -1 : 1);
  if (['', 'UT', 'UTC', 'GMT', 'Z'].includes(zone)) return zone === '' ? null : 0;
  return { WIB: 420, WITA: 480, WIT: 540 }[zone] ?? null;
}
