/** Finds what may be a credential in the query of an address. It is listed, never altered: the address is evidence. */
import { isSecretHeader } from './headers.ts';

/** Names that carry one although no word in them says so. */
const SHORT_NAMES: readonly string[] = [
  'code',
  'hmac',
  'key',
  'otp',
  'pass',
  'pin',
  'pwd',
  'sid',
  'sig',
  'sign',
  'signature',
  'state',
  'ticket',
];

/** Names of the parameters that may carry a credential, as they stand in the address, sorted, each once. */
export function credentialParameters(address: string): readonly string[] {
  const query = /\?([^#]*)/.exec(address)?.[1] ?? '';
  const names = query.split('&').map((part) => decoded(part.split('=')[0] ?? ''));
  return [...new Set(names.filter((name) => isCredential(name)))].sort();
}

function isCredential(name: string): boolean {
  const last = name.toLowerCase().split(/[-_.[\]]/);
  return isSecretHeader(name) || last.some((word) => SHORT_NAMES.includes(word));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
