/** What must never be kept of a request or an answer: whatever would let a reader of the record act as the officer. */

/** Header names in lower case that carry sessions or passwords. */
const SECRET_HEADERS: readonly string[] = [
  'authorization',
  'proxy-authorization',
  'authentication-info',
  'proxy-authentication-info',
  'cookie',
  'cookie2',
  'set-cookie',
  'set-cookie2',
  'dpop',
];

/** Words that make a header of a site's own invention a secret: x-csrftoken, x-fb-session-id, x-api-key … */
const SECRET_WORDS = /auth|cookie|credential|csrf|jwt|nonce|passw|secret|session|token|xsrf|api-?key/;

/** Standard headers that hold such a word and no secret. */
const HARMLESS_HEADERS: readonly string[] = ['www-authenticate', 'proxy-authenticate', 'clear-site-data', ':authority'];

export interface RedactedHeaders {
  /** Name as sent and its value, in the order received. */
  readonly kept: readonly (readonly [string, string])[];
  /** Names in lower case of what was taken out, sorted, each once. */
  readonly removed: readonly string[];
}

/** Whether a header is taken out of every record. */
export function isSecretHeader(name: string): boolean {
  const lower = name.toLowerCase();
  if (SECRET_HEADERS.includes(lower)) return true;
  return !HARMLESS_HEADERS.includes(lower) && SECRET_WORDS.test(lower);
}

/** Splits headers into what is kept and the names of what is not. */
export function redactHeaders(headers: Readonly<Record<string, string>>): RedactedHeaders {
  const all = Object.entries(headers);
  const removed = all.filter(([name]) => isSecretHeader(name)).map(([name]) => name.toLowerCase());
  return {
    kept: all.filter(([name]) => !isSecretHeader(name)),
    removed: [...new Set(removed)].sort(),
  };
}

/** An address without a user name or password that was written into it. */
export function withoutCredentials(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1');
}
