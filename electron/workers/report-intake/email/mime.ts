/** The parts of an email (RFC 5322, 2045, 2046). Patient with what programs write wrongly; bounded in depth, parts and bytes. */
import type { IntakeWarning } from '#shared/contract/report-intake-job.ts';
import { decodePlain } from '../decode-text.ts';
import { INTAKE_LIMITS, limitExceeded } from '../limits.ts';
import { warning } from '../reading.ts';
import { decodeWords, type ParameterisedValue, parseParameters } from './header-words.ts';
import { decodeBase64, decodeQuoted } from './transfer.ts';

/** Headers by lower-case name, unfolded, in their order; not yet decoded. */
export type Headers = ReadonlyMap<string, readonly string[]>;

export interface MailPart {
  /** "1.2": the second part of the first. "0" is the email itself. */
  readonly path: string;
  readonly headers: Headers;
  readonly type: ParameterisedValue;
  readonly disposition: ParameterisedValue;
  /** As stated by disposition or type; "" without one. */
  readonly filename: string;
  readonly children: readonly MailPart[];
  /** Decoded from its transfer encoding; empty for a part with children. */
  readonly bytes: Buffer;
}

/** What all parts of one file share. */
export interface MailBudget {
  parts: number;
  bytes: number;
  readonly warnings: IntakeWarning[];
}

export function newBudget(): MailBudget {
  return { parts: 0, bytes: 0, warnings: [] };
}

/** Reads an email or one of its parts. INTAKE_LIMIT_EXCEEDED for more than any email has. */
export function parsePart(
  raw: Buffer,
  path: string,
  depth: number,
  budget: MailBudget,
  standard = 'text/plain',
): MailPart {
  if ((budget.parts += 1) > INTAKE_LIMITS.parts) throw limitExceeded('parts');
  const { headers, body } = splitHeader(raw);
  const stated = headers.get('content-type')?.[0];
  const type = parseParameters(stated ?? standard);
  const disposition = parseParameters(headers.get('content-disposition')?.[0] ?? '');
  const filename = disposition.parameters.get('filename') ?? type.parameters.get('name') ?? '';
  const part = { path, headers, type, disposition, filename };
  const boundary = type.parameters.get('boundary') ?? '';
  if (!type.value.startsWith('multipart/')) return { ...part, children: [], bytes: transferred(body, part, budget) };
  const pieces = boundary === '' ? [] : split(body, boundary, INTAKE_LIMITS.parts);
  if (pieces.length === 0 || depth >= INTAKE_LIMITS.depth) {
    budget.warnings.push(warning('PART_BROKEN', { part: path, problem: pieces.length === 0 ? 'boundary' : 'depth' }));
    // What cannot be parted is still there, as a file.
    return { ...part, type: { value: 'application/octet-stream', parameters: new Map() }, children: [], bytes: body };
  }
  const own = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const children = pieces.map((piece, index) =>
    parsePart(piece, path === '0' ? `${index + 1}` : `${path}.${index + 1}`, depth + 1, budget, own),
  );
  return { ...part, children, bytes: Buffer.alloc(0) };
}

/** A header's text, decoded; "" when it is not there. */
export function headerText(headers: Headers, name: string): string {
  return decodeWords(headers.get(name)?.[0] ?? '');
}

function transferred(body: Buffer, part: Pick<MailPart, 'headers' | 'path'>, budget: MailBudget): Buffer {
  const encoding = (part.headers.get('content-transfer-encoding')?.[0] ?? '').trim().toLowerCase();
  const bytes = decodedBody(body, encoding, part.path, budget);
  budget.bytes += bytes.length;
  if (budget.bytes > INTAKE_LIMITS.wholeUnpackedBytes) throw limitExceeded('wholeUnpackedBytes');
  return bytes;
}

function decodedBody(body: Buffer, encoding: string, path: string, budget: MailBudget): Buffer {
  if (encoding === 'quoted-printable') return decodeQuoted(body);
  if (encoding === 'base64') {
    const { bytes, broken } = decodeBase64(body);
    if (broken) budget.warnings.push(warning('PART_BROKEN', { part: path, problem: 'base64' }));
    return bytes;
  }
  if (!['', '7bit', '8bit', 'binary'].includes(encoding))
    budget.warnings.push(warning('PART_BROKEN', { part: path, problem: encoding.slice(0, 40) }));
  return body;
}

/** The header ends at the first blank line. */
function splitHeader(raw: Buffer): { readonly headers: Headers; readonly body: Buffer } {
  const head = raw.subarray(0, INTAKE_LIMITS.headerBytes + 4);
  if (head[0] === 0x0a) return { headers: new Map(), body: raw.subarray(1) };
  if (head[0] === 0x0d && head[1] === 0x0a) return { headers: new Map(), body: raw.subarray(2) };
  const windows = head.indexOf('\r\n\r\n');
  const unix = head.indexOf('\n\n');
  const [end, gap] = windows >= 0 && (unix < 0 || windows < unix) ? [windows, 4] : [unix, 2];
  if (end < 0 && raw.length > INTAKE_LIMITS.headerBytes) throw limitExceeded('headerBytes');
  const headers = parseHeaders(end < 0 ? raw : raw.subarray(0, end));
  return { headers, body: end < 0 ? Buffer.alloc(0) : raw.subarray(end + gap) };
}

function parseHeaders(bytes: Buffer): Headers {
  const headers = new Map<string, string[]>();
  let current: string[] | null = null;
  for (const line of decodePlain(bytes).text.split(/\r?\n/)) {
    if (/^[ \t]/.test(line)) {
      // A folded line goes on where the one before ended.
      if (current) current.push(`${current.pop() ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    const name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : '';
    if (!/^[!-9;-~]{1,80}$/.test(name)) continue;
    current = headers.get(name) ?? [];
    current.push(line.slice(colon + 1).trim());
    headers.set(name, current);
  }
  return headers;
}

/** The pieces between the lines of a boundary; a last one without its end is taken to the end of the body. */
function split(body: Buffer, boundary: string, most: number): Buffer[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const pieces: Buffer[] = [];
  let start = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    const closes = body[at + mark.length] === 0x2d && body[at + mark.length + 1] === 0x2d;
    const lineEnd = body.indexOf(0x0a, at + mark.length);
    const rest = body.subarray(at + mark.length + (closes ? 2 : 0), lineEnd < 0 ? body.length : lineEnd);
    // A longer boundary that begins with this one is another.
    if (rest.length > 200 || !/^[ \t\r]*$/.test(rest.toString('latin1'))) continue;
    if (start >= 0) pieces.push(withoutBreak(body.subarray(start, at)));
    if (pieces.length > most) throw limitExceeded('parts');
    start = closes || lineEnd < 0 ? -1 : lineEnd + 1;
    if (closes) return pieces;
  }
  if (start >= 0) pieces.push(body.subarray(start));
  return pieces;
}

/** The line break before a boundary belongs to the boundary. */
function withoutBreak(piece: Buffer): Buffer {
  const last = piece.length - 1;
  if (piece[last] !== 0x0a) return piece;
  return piece.subarray(0, piece[last - 1] === 0x0d ? last - 1 : last);
}
