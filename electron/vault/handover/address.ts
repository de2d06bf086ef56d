/** This vault's own address for packages: whoever encrypts to it needs no passphrase, and only this vault opens it. */
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { newAgeIdentity } from './age.ts';

/** The identity behind the address; null before the address was first asked for. */
export function identityOf(database: ReadableDatabase): string | null {
  const row = database.get('SELECT identity FROM package_identity');
  return row ? textOf(row, 'identity') : null;
}

/** The address (age1…). Made at the first asking, with its custody entry; it stays the same from then on. */
export async function packageAddress(context: UseCaseContext): Promise<{ recipient: string }> {
  const known = recipientOf(context.database);
  if (known !== null) return { recipient: known };
  const made = await newAgeIdentity();
  return context.write(['handover'], (database) => {
    // Asked for twice at once: the first one stands.
    const meanwhile = recipientOf(database);
    if (meanwhile !== null) return { value: { recipient: meanwhile }, entry: null };
    database.run('INSERT INTO package_identity (one, identity, recipient, made_at) VALUES (1, ?, ?, ?)', [
      made.identity,
      made.recipient,
      context.now().toISOString(),
    ]);
    const facts = { recipient: made.recipient };
    return {
      value: { recipient: made.recipient },
      entry: { action: 'vault.package-address-made', subjectKind: 'vault', subjectId: context.vault.id, facts },
    };
  });
}

function recipientOf(database: ReadableDatabase): string | null {
  const row = database.get('SELECT recipient FROM package_identity');
  return row ? textOf(row, 'recipient') : null;
}
