/**
 * Requests and answers as HTTP messages. What would let a reader act as the officer is taken out and named. The browser
 * gives bodies after their encodings were undone: headers that speak of those are renamed x-orig-…, as Webrecorder does,
 * and the length is that of the body as it stands here.
 */
import { redactHeaders, withoutCredentials } from '#shared/domain/capture/headers.ts';
import { parseAddress, withoutFragment } from '../address.ts';
import type { Answer, Exchange } from '../network-log.ts';
import { utf8 } from './bytes.ts';

export interface HttpHead {
  readonly bytes: Uint8Array;
  /** Names in lower case of the headers that were taken out. */
  readonly removed: readonly string[];
}

/** Of the transport, not of the body that the browser gives. */
const UNDONE = ['content-encoding', 'transfer-encoding', 'content-length'];

/** The address a record is about: without what names a person or a place in the page. */
export function targetAddress(address: string): string {
  return withoutFragment(withoutCredentials(address));
}

/** The request line and its headers. Bodies of requests are never kept. */
export function requestHead({ url, method, requestHeaders }: Exchange): HttpHead {
  const address = parseAddress(url);
  const { kept, removed } = redactHeaders(requestHeaders);
  const plain = kept.filter(([name]) => !name.startsWith(':') && !isLength(name));
  const host = plain.some(([name]) => name.toLowerCase() === 'host') ? [] : [['Host', address?.host ?? ''] as const];
  const lines = [...host, ...plain].map(([name, value]) => headerLines(name, value)).join('');
  const path = address === null ? '/' : `${address.pathname}${address.search}`;
  return { bytes: utf8(`${method} ${path} HTTP/1.1\r\n${lines}\r\n`), removed };
}

/** The status line and the headers of an answer whose body, as it will stand in the record, has this many bytes. */
export function answerHead(answer: Answer, bodyLength: number): HttpHead {
  const { kept, removed } = redactHeaders(answer.headers);
  const lines = kept
    .filter(([name]) => !name.startsWith(':'))
    .map(([name, value]) => headerLines(UNDONE.includes(name.toLowerCase()) ? `x-orig-${name}` : name, value));
  const version = /^http\/1\.[01]$/i.test(answer.protocol ?? '') ? (answer.protocol ?? '').toUpperCase() : 'HTTP/1.1';
  const status = `${version} ${answer.status ?? 0} ${answer.statusText}`.trimEnd();
  return { bytes: utf8(`${status}\r\n${lines.join('')}Content-Length: ${bodyLength}\r\n\r\n`), removed };
}

function isLength(name: string): boolean {
  return name.toLowerCase() === 'content-length';
}

/** A header that came several times is told of as one with line breaks. */
function headerLines(name: string, value: string): string {
  return value
    .split('\n')
    .map((line) => `${name}: ${line.replaceAll('\r', '')}\r\n`)
    .join('');
}
