/** The roots that this vault trusts: chosen by its people, by fingerprint, and written down in the log. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { TrustedRoot } from '#shared/contract/signatures.ts';
import { equalBytes } from '#shared/domain/signature/der.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { certificatesInFile } from '../signing/trust/certificate-file.ts';
import { type Certificate, fingerprintOf, nameOf, readCertificate } from '../signing/trust/certificate.ts';

/** A file larger than this (bytes) is no list of roots. */
const LARGEST_FILE = 5_000_000;

export function listRoots(database: ReadableDatabase): TrustedRoot[] {
  return database
    .all('SELECT r.*, u.name AS user_name FROM trusted_roots r JOIN users u ON u.id = r.added_by ORDER BY r.added_at')
    .map(rootOf);
}

/** ROLE_NOT_ALLOWED, ROOT_UNREADABLE, ROOT_NOT_AUTHORITY (subject), ROOT_KNOWN when the list has them all. */
export async function addRoots(
  input: InputOf<'signatures.addRoots'>,
  context: UseCaseContext,
): Promise<OutputOf<'signatures.addRoots'>> {
  requireManager(context);
  const found = await readRootFile(input.file, context);
  const known = new Set(listRoots(context.database).map(({ fingerprint }) => fingerprint));
  const fresh = found.filter((root) => !known.has(fingerprintOf(root)));
  if (fresh.length === 0) throw new AppError('ROOT_KNOWN');
  const prints = fresh.map(fingerprintOf);
  return context.write(['settings'], (database) => {
    const at = context.now().toISOString();
    for (const root of fresh)
      database.run('INSERT INTO trusted_roots (fingerprint, der, added_at, added_by) VALUES (?, ?, ?, ?)', [
        fingerprintOf(root),
        root.der,
        at,
        context.actor.id,
      ]);
    return {
      value: { added: listRoots(database).filter(({ fingerprint }) => prints.includes(fingerprint)) },
      entry: {
        action: 'trust.roots-added',
        subjectKind: 'setting',
        subjectId: null,
        facts: { roots: prints.join(',') },
      },
    };
  });
}

/** ROLE_NOT_ALLOWED, ROOT_UNKNOWN. */
export function removeRoot(
  { fingerprint }: InputOf<'signatures.removeRoot'>,
  context: UseCaseContext,
): Record<string, never> {
  requireManager(context);
  return context.write(['settings'], (database) => {
    const { changes } = database.run('DELETE FROM trusted_roots WHERE fingerprint = ?', [fingerprint]);
    if (changes === 0) throw new AppError('ROOT_UNKNOWN');
    return {
      value: {},
      entry: { action: 'trust.root-removed', subjectKind: 'setting', subjectId: null, facts: { root: fingerprint } },
    };
  });
}

async function readRootFile(token: string, context: UseCaseContext): Promise<Certificate[]> {
  const file = await context.file(token);
  try {
    if (file.bytes > LARGEST_FILE) throw new AppError('ROOT_UNREADABLE');
    const found = certificatesInFile(await file.read(0, file.bytes));
    if (found.length === 0) throw new AppError('ROOT_UNREADABLE');
    const other = found.find((one) => !one.isAuthority && !isOwnRoot(one));
    if (other !== undefined) throw new AppError('ROOT_NOT_AUTHORITY', { subject: nameOf(other) });
    return found;
  } finally {
    await file.close();
  }
}

/** Signed by its own key, as the seal of another vault is: it vouches for itself and can issue nothing. */
function isOwnRoot({ x509, publicKey, subject, issuer }: Certificate): boolean {
  try {
    return equalBytes(subject, issuer) && x509.verify(publicKey);
  } catch {
    // node:crypto throws on a signature that cannot be one of this key's; then it is none.
    return false;
  }
}

/** Whom to trust is decided by whoever answers for the vault. */
function requireManager({ actor }: UseCaseContext): void {
  if (actor.role !== 'pengelola') throw new AppError('ROLE_NOT_ALLOWED');
}

function rootOf(row: SqlRow): TrustedRoot {
  const { der } = row;
  if (!(der instanceof Uint8Array)) throw new Error('a root without its bytes');
  const certificate = readCertificate(Uint8Array.from(der));
  return {
    fingerprint: textOf(row, 'fingerprint'),
    subject: nameOf(certificate),
    issuer: /^CN=(.*)$/m.exec(certificate.x509.issuer)?.[1] ?? certificate.x509.issuer.replaceAll('\n', ', '),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    addedAt: textOf(row, 'added_at'),
    addedBy: textOf(row, 'user_name'),
  };
}
