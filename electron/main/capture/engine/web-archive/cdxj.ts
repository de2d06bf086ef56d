/** The index of a WARC as Webrecorder's readers want it: one line for each answer, sorted by address and time. */
import { parseAddress } from '../address.ts';

export interface IndexEntry {
  readonly url: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly method: string;
  readonly mime: string;
  readonly status: number;
  readonly digest: string;
  readonly offset: number;
  readonly length: number;
}

/** The lines, sorted. */
export function writeIndex(entries: readonly IndexEntry[], filename: string): string {
  const lines = entries.map(({ url, date, method, mime, status, digest, offset, length }) => {
    const numbers = { offset: String(offset), length: String(length), status: String(status) };
    // Readers look for anything but a plain request under an address that says so; they make it from the method.
    const key = method === 'GET' ? url : `${url}${url.includes('?') ? '&' : '?'}__wb_method=${method}`;
    const fields = { url, mime, digest, ...numbers, filename, ...(method === 'GET' ? {} : { method }) };
    return `${sortKey(key)} ${timestamp(date)} ${JSON.stringify(fields)}\n`;
  });
  return lines.sort((left, right) => (left < right ? -1 : left > right ? 1 : 0)).join('');
}

/** 14 digits. */
export function timestamp(date: string): string {
  return date.replace(/\D/g, '').slice(0, 14);
}

/**
 * The key that Webrecorder's readers look for: the host turned round (addresses of numbers too), without "www.", the
 * query's parts in order, all in lower case. "https://www.contoh.go.id/Jalan?b&a" is "id,go,contoh)/jalan?a&b".
 */
export function sortKey(address: string): string {
  const url = parseAddress(address.replace(/^(https?:\/\/)www\d*\./i, '$1').toLowerCase());
  if (url === null) return address;
  const host = url.hostname.split('.').reverse().join(',');
  const port = url.port === '' ? '' : `:${url.port}`;
  const query = url.search === '' ? '' : `?${url.search.slice(1).split('&').sort().join('&')}`;
  return `${host}${port})${url.pathname}${query}`;
}
