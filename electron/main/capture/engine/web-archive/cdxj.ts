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
    // Readers look for anything but a plain request under an address that says so.
    const address = method === 'GET' ? url : `${url}${url.includes('?') ? '&' : '?'}__wb_method=${method}`;
    const fields = { url: address, mime, digest, ...numbers, filename, ...(method === 'GET' ? {} : { method }) };
    return `${sortKey(address)} ${timestamp(date)} ${JSON.stringify(fields)}\n`;
  });
  return lines.sort((left, right) => (left < right ? -1 : left > right ? 1 : 0)).join('');
}

/** 14 digits. */
export function timestamp(date: string): string {
  return date.replace(/\D/g, '').slice(0, 14);
}

/** The address with its host turned round: "id,go,contoh)/jalan?tanya". */
export function sortKey(address: string): string {
  const url = parseAddress(address);
  if (url === null) return address.toLowerCase();
  const host = /^[\d.]+$|:/.test(url.hostname) ? url.hostname : url.hostname.split('.').reverse().join(',');
  const port = url.port === '' ? '' : `:${url.port}`;
  return `${host}${port})${url.pathname}${url.search}`.toLowerCase();
}
