/** Checklist 18: which file of the program an `app://` address means. Pure; never leaves the root. */
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = Object.freeze({
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.icc': 'application/vnd.iccprofile',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
});

/** Media type of a program file by its extension; unknown ones are bytes and nothing else. */
export function programFileType(file: string): string {
  return TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * The file an address's path means, or null when it means none of ours. `/` is the page of the main window.
 * Refused: what does not decode, climbing, back-slashes, encoded slashes, drive letters, streams (`:`), NUL, hidden files.
 *
 * @param root absolute folder of the built pages
 * @param pathname the `pathname` of the parsed address, still encoded
 */
export function programFile(root: string, pathname: string): string | null {
  const wanted = pathname === '' || pathname === '/' ? '/index.html' : pathname;
  if (!wanted.startsWith('/') || /%(2f|5c|00)/i.test(wanted)) return null;
  const decoded = decode(wanted);
  if (decoded === null) return null;
  const segments = decoded.slice(1).split('/');
  if (!segments.every(isPlainSegment)) return null;
  const file = path.resolve(root, ...segments);
  return file.startsWith(path.resolve(root) + path.sep) ? file : null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function isPlainSegment(segment: string): boolean {
  return segment !== '' && !segment.startsWith('.') && !/[\\:%\u0000-\u001f]/.test(segment);
}
