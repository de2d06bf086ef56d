/**
 * The body of an answer, byte for byte, from what the browser still holds. Chromium gives a text as text: its bytes are
 * what that text is in one encoding, and which one is proven by the number of bytes that were received. What cannot be
 * proven is not kept: a body in evidence is the one that came, or none.
 */
import type { BodyNotKept, WebArchiveLimits } from '#shared/domain/capture/web-archive.ts';
import { CaptureInterrupted, type GuardedCalls } from '../cdp.ts';
import { fieldText, fieldTrue } from '../json.ts';
import type { RecordedRequest } from './exchange-log.ts';

/** Both are there when only a beginning was received. */
export interface BodyAnswer {
  readonly bytes: Uint8Array | null;
  /** Why the body is not there, or not whole; null when it is. */
  readonly reason: BodyNotKept | null;
}

/** Milliseconds for one body; the page answers from its memory. */
const PATIENCE = 3_000;

/** The body of a request's last answer. Throws only when the capture was cancelled. */
export async function readBody(
  calls: GuardedCalls,
  request: RecordedRequest,
  limits: Pick<WebArchiveLimits, 'body'>,
): Promise<BodyAnswer> {
  if (request.held !== null) return request.held;
  if (request.blocked) return none('blocked');
  if (request.received > limits.body) return none('too-large');
  const whole = request.finished && request.failure === null;
  if (!whole && request.received === 0) return none('not-received');
  try {
    const { requestId, session } = request;
    const answer = await calls.call('Network.getResponseBody', { requestId }, PATIENCE, session);
    const body = fieldText(answer, 'body');
    const bytes = fieldTrue(answer, 'base64Encoded') ? fromBase64(body) : bytesOfText(body, request);
    if (bytes === null) return none('not-exact');
    return bytes.byteLength > limits.body ? none('too-large') : { bytes, reason: whole ? null : 'not-received' };
  } catch (error) {
    if (!(error instanceof CaptureInterrupted) || error.reason === 'cancelled') throw error;
    if (error.reason !== 'refused') return none('page-not-answering');
    return none(/evicted|no resource/i.test(error.message) ? 'evicted' : 'not-received');
  }
}

function none(reason: BodyNotKept): BodyAnswer {
  return { bytes: null, reason };
}

function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

/** The bytes that were decoded to this text; null when they cannot be proven. */
export function bytesOfText(text: string, { received, exchanges }: RecordedRequest): Uint8Array | null {
  // A mark of the order of bytes is not in the text; bytes that are no text have left a replacement sign.
  if (text.includes('\ufffd')) return null;
  const utf8 = new TextEncoder().encode(text);
  const charset = charsetOf(exchanges.at(-1)?.answer?.headers ?? {});
  if (received === 0) return isPlain(utf8) || charset === 'utf-8' ? utf8 : null;
  const candidates = [
    () => utf8,
    () => joined([0xef, 0xbb, 0xbf], utf8),
    () => (WESTERN.includes(charset) ? windows1252(text) : null),
    () => joined([0xff, 0xfe], utf16(text)),
    () => utf16(text),
  ];
  for (const candidate of candidates) {
    const bytes = candidate();
    if (bytes !== null && bytes.byteLength === received) return bytes;
  }
  return null;
}

/** All of one byte each: the same in every encoding that a text of the web has and that is not of two bytes each. */
function isPlain(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/** Names of the one-byte encoding of the West, and none: it is what the web takes then. */
const WESTERN: readonly string[] = ['', 'ascii', 'us-ascii', 'iso-8859-1', 'iso8859-1', 'latin1', 'windows-1252'];

/** In lower case; empty when the server named none. */
function charsetOf(headers: Readonly<Record<string, string>>): string {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return /charset\s*=\s*"?([^\s;"]+)/i.exec(type)?.[1]?.toLowerCase() ?? '';
}

function joined(mark: readonly number[], bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(mark.length + bytes.byteLength);
  all.set(mark);
  all.set(bytes, mark.length);
  return all;
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}

/** What "iso-8859-1" means on the web; null when the text has letters that it has not. */
function windows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const byte = byteOf(text.charCodeAt(at));
    if (byte === null) return null;
    bytes[at] = byte;
  }
  return bytes;
}

/** The letters of the bytes 0x80 to 0x9f. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function byteOf(code: number): number | null {
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const at = UPPER.indexOf(String.fromCharCode(code));
  return at < 0 ? null : 0x80 + at;
}
