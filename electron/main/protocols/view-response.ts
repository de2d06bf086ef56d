/** Answers a request for bytes behind a view handle: streamed from the vault piece by piece, never held whole. */
import { viewHandle } from '#shared/contract/common.ts';
import { parseRange } from './byte-range.ts';

/** Bytes asked of the vault at a time. */
const PIECE_BYTES = 256 * 1024;

/** What the vault can be asked about a handle. */
export interface ViewBytes {
  /** False as soon as the vault is not unlocked. */
  isUnlocked(): boolean;
  /** Rejects when the handle is unknown. */
  info(handle: string): Promise<{ readonly mime: string; readonly bytes: number }>;
  read(handle: string, offset: number, length: number): Promise<Uint8Array>;
}

/** How a scheme wraps the bytes: headers by media type, or null when it does not serve the type at all. */
export type ViewHeaders = (mime: string) => Readonly<Record<string, string>> | null;

/** A refusal: no body, nothing kept. */
export function refusal(status: number): Response {
  return new Response(null, {
    status,
    headers: { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  });
}

/** The response to GET or HEAD of a handle. 405, 403 (locked), 404 (unknown), 415, 416 where it cannot be served. */
export async function viewResponse(
  request: { readonly method: string; readonly headers: Headers },
  handle: string,
  view: ViewBytes,
  headersFor: ViewHeaders,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  if (!viewHandle.safeParse(handle).success) return refusal(404);
  if (!view.isUnlocked()) return refusal(403);
  const info = await view.info(handle).catch(() => null);
  if (info === null) return refusal(404);
  const own = headersFor(info.mime);
  if (own === null) return refusal(415);
  const headers = new Headers({
    ...own,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  const range = parseRange(request.headers.get('range'), info.bytes);
  if (range.kind === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${info.bytes}`);
    return new Response(null, { status: 416, headers });
  }
  const [start, end] = range.kind === 'part' ? [range.start, range.end] : [0, info.bytes - 1];
  headers.set('Content-Length', String(end - start + 1));
  if (range.kind === 'part') headers.set('Content-Range', `bytes ${start}-${end}/${info.bytes}`);
  const body = request.method === 'HEAD' || info.bytes === 0 ? null : pieces(handle, view, start, end);
  return new Response(body, { status: range.kind === 'part' ? 206 : 200, headers });
}

/** Reads on only when the reader took the last piece; a lock in between ends the stream with an error. */
function pieces(handle: string, view: ViewBytes, start: number, end: number): ReadableStream<Uint8Array> {
  let offset = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!view.isUnlocked()) throw new Error('locked');
        const bytes = await view.read(handle, offset, Math.min(PIECE_BYTES, end - offset + 1));
        if (bytes.byteLength === 0) throw new Error('the vault gave fewer bytes than it had said');
        controller.enqueue(bytes);
        offset += bytes.byteLength;
        if (offset > end) controller.close();
      },
    },
    { highWaterMark: 1 },
  );
}
