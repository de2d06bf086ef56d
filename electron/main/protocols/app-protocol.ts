/** `app://netra/…`: the program's own pages with their policy, and PDFs of our own making out of the vault. */
import { contentSecurityPolicy, newStyleNonce, withStyleNonce } from '../security/content-security-policy.ts';
import { isAppAddress } from '../security/origin.ts';
import { programFile, programFileType } from './program-files.ts';
import { refusal, type ViewBytes, viewResponse } from './view-response.ts';

const DOCUMENTS = '/documents/';

/** What the handler stands on; reading is injected so that it is tested without Electron. */
export interface AppFiles {
  /** Absolute folder of the built pages. */
  readonly root: string;
  /** Bytes of a file; rejects when there is none. */
  read(file: string): Promise<Uint8Array>;
}

/** Handler for `session.protocol.handle('app', …)`, to be put on the UI session only. */
export function appHandler(files: AppFiles, view: ViewBytes): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isAppAddress(request.url)) return refusal(404);
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(DOCUMENTS)) {
      return viewResponse(request, pathname.slice(DOCUMENTS.length), view, documentHeaders);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
    const file = programFile(files.root, pathname);
    const bytes = file === null ? null : await files.read(file).catch(() => null);
    return file === null || bytes === null ? refusal(404) : programResponse(file, bytes);
  };
}

function programResponse(file: string, bytes: Uint8Array): Response {
  const type = programFileType(file);
  const nonce = newStyleNonce();
  const page = type.startsWith('text/html');
  const body = page ? withStyleNonce(new TextDecoder().decode(bytes), nonce) : new Uint8Array(bytes);
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    },
  });
}

/** Only PDFs: the page fetches them for its PDF viewer; as a document of its own it would be sandboxed bytes. */
function documentHeaders(mime: string): Readonly<Record<string, string>> | null {
  if (mime !== 'application/pdf') return null;
  return {
    'Content-Type': mime,
    'Content-Disposition': 'attachment',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}
