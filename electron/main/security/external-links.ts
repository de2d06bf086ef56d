/** Checklist 15: the one way out to the person's browser: web addresses only, and only after a yes. */
import { parseAddress } from './origin.ts';

const MAXIMUM_LENGTH = 2_000;

/** The address as it will be opened, or null when it must not be: other schemes, credentials, no host, too long. */
export function externalAddress(address: string): string | null {
  if (address.length > MAXIMUM_LENGTH) return null;
  const url = parseAddress(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null;
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  return url.href;
}

export interface ExternalOpener {
  /** Shows the whole address and asks. */
  confirm(address: string): Promise<boolean>;
  open(address: string): Promise<void>;
}

/** Opens an address outside the app if it may be and the person agrees; answers whether it was opened. */
export async function openExternally(address: string, opener: ExternalOpener): Promise<boolean> {
  const safe = externalAddress(address);
  if (safe === null || !(await opener.confirm(safe))) return false;
  await opener.open(safe);
  return true;
}
