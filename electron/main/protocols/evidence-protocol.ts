/** `evidence://<handle>`: bytes of evidence for <img> and <video> of our pages. They can be looked at, never executed. */
import { parseAddress } from '../security/origin.ts';
import { refusal, type ViewBytes, viewResponse } from './view-response.ts';

/** The types that cannot carry script; whatever else it is leaves as bytes to be saved. */
const INERT_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'video/mp4', 'video/webm']);

/** Headers of one evidence answer: sandboxed in case it were ever shown as a document. */
export function evidenceHeaders(mime: string): Readonly<Record<string, string>> {
  const inert = INERT_TYPES.has(mime);
  return {
    'Content-Type': inert ? mime : 'application/octet-stream',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ...(inert ? {} : { 'Content-Disposition': 'attachment' }),
  };
}

/** Handler for `session.protocol.handle('evidence', …)`, to be put on the UI session only. */
export function evidenceHandler(view: ViewBytes): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = parseAddress(request.url);
    if (url === null || !['', '/'].includes(url.pathname) || url.search !== '') return refusal(404);
    return viewResponse(request, url.host, view, evidenceHeaders);
  };
}
