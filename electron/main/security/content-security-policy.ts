/** Checklist 7: the policy of our own pages, sent as a header by the `app://` handler. */
import { randomBytes } from 'node:crypto';

/** A new nonce for one load of one page: 128 random bits in base64. */
export function newStyleNonce(): string {
  return randomBytes(16).toString('base64');
}

/**
 * The policy. The nonce is for the style elements of the component library; no script is ever inline.
 * Any change here is a change of docs/threat-model.md.
 */
export function contentSecurityPolicy(styleNonce: string): string {
  if (!/^[A-Za-z0-9+/]{22}==$/.test(styleNonce)) throw new Error('a nonce is 16 bytes in base64');
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' data: evidence:",
    'media-src evidence:',
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Writes the nonce of this load where the page looks for it; a page without the place gets none. */
export function withStyleNonce(html: string, styleNonce: string): string {
  return html.replace(/(<meta\s+name="netra-style-nonce"\s+content=")[^"]*(")/, `$1${styleNonce}$2`);
}
