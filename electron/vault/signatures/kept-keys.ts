/** Signing keys that the vault keeps for their owners: the PKCS#12 file as it is, still under its own passphrase. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type KeptKey, keptKey } from '#shared/contract/signatures.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { listPkcs12, problemOf, severalKeys } from '../signing/pkcs12.ts';
import { readP12File } from './p12-file.ts';

export function listKeptKeys(database: ReadableDatabase): KeptKey[] {
  return database
    .all(
      `SELECT k.id, k.name, k.subject, k.fingerprint, k.not_after, k.kept_at, u.name AS user_name
       FROM signing_keys k JOIN users u ON u.id = k.kept_by ORDER BY k.kept_at, k.id`,
    )
    .map((row) =>
      keptKey.parse({
        id: row['id'],
        name: row['name'],
        subject: row['subject'],
        fingerprint: row['fingerprint'],
        notAfter: row['not_after'],
        keptAt: row['kept_at'],
        keptBy: row['user_name'],
      }),
    );
}

/** The keys in a file, none of them kept. */
export async function inspectP12(
  input: InputOf<'signatures.inspectP12'>,
  context: UseCaseContext,
): Promise<OutputOf<'signatures.inspectP12'>> {
  const bytes = await readP12File(input.file, context);
  return { identities: await listPkcs12(bytes, input.passphrase, context.now()) };
}

/** The passphrase is tried once, so that no file is kept that nobody can open, and forgotten. */
export async function keepKey(
  input: InputOf<'signatures.keepKey'>,
  context: UseCaseContext,
): Promise<OutputOf<'signatures.keepKey'>> {
  const bytes = await readP12File(input.file, context);
  const all = await listPkcs12(bytes, input.passphrase, context.now());
  const wanted = input.identity === undefined ? all : all.filter(({ fingerprint }) => fingerprint === input.identity);
  const [identity, ...more] = wanted;
  if (identity === undefined) throw new AppError('P12_NO_KEY');
  if (more.length > 0) throw severalKeys(all);
  if (identity.problem !== null) throw problemOf(identity, identity.problem);
  const { fingerprint, subject, notAfter } = identity;
  const id = context.newId();
  return context.write(['settings'], (database) => {
    database.run(
      'INSERT INTO signing_keys (id, name, p12, subject, fingerprint, not_after, kept_at, kept_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      [id, input.name, bytes, subject, fingerprint, notAfter, context.now().toISOString(), context.actor.id],
    );
    return {
      value: { keys: listKeptKeys(database) },
      entry: { action: 'trust.key-kept', subjectKind: 'setting', subjectId: id, facts: { fingerprint } },
    };
  });
}

/** SIGNING_KEY_UNKNOWN. */
export function forgetKey({ key }: InputOf<'signatures.forgetKey'>, context: UseCaseContext): Record<string, never> {
  keptP12(key, context);
  return context.write(['settings'], (database) => {
    database.run('DELETE FROM signing_keys WHERE id = ?', [key]);
    return {
      value: {},
      entry: { action: 'trust.key-forgotten', subjectKind: 'setting', subjectId: key, facts: {} },
    };
  });
}

/** The file's bytes; SIGNING_KEY_UNKNOWN. */
export function keptP12(key: string, context: UseCaseContext): Uint8Array {
  const bytes = context.database.get('SELECT p12 FROM signing_keys WHERE id = ?', [key])?.['p12'];
  if (!(bytes instanceof Uint8Array)) throw new AppError('SIGNING_KEY_UNKNOWN');
  return Uint8Array.from(bytes);
}
