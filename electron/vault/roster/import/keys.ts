/** Under what a unit, a name or an account is looked for: the same whatever its capitals or its address' dress. */
import type { RosterAccount } from '#shared/contract/roster-job.ts';

export function folded(text: string): string {
  return text.trim().toLowerCase();
}

/**
 * An account is the same by its platform and handle, or by its address. A shown name with an address beside it says nothing:
 * several people are called the same.
 */
export function accountKeys({ platform, handle, url }: Pick<RosterAccount, 'platform' | 'handle' | 'url'>): string[] {
  const keys: string[] = [];
  if (handle !== '' && (url === '' || !/\s/.test(handle)))
    keys.push(`${folded(platform)}\u0000${folded(handle).replace(/^@/, '')}`);
  if (url !== '')
    keys.push(
      folded(url)
        .replace(/^https?:\/\//, '')
        .replace(/^(www|m|mobile)\./, '')
        .replace(/\/+$/, ''),
    );
  return keys;
}
