/**
 * What was handed over or received with one package, as data: the receipt is made of it, and so can a Berita Acara Serah Terima be.
 */
import type { CasePackageManifest } from '#shared/contract/case-package.ts';
import type { CustodyHead, UseCaseContext } from '../kernel.ts';
import { madeById, manifestOfMade, manifestOfReceived, receivedById } from './received-rows.ts';

/** One package that changed hands. Instants are UTC, hashes SHA-256 in lower-case hex. */
export interface HandedOver {
  readonly of: 'made' | 'received';
  /** The row here: of made_packages or received_packages. */
  readonly id: string;
  readonly packageId: string;
  readonly kind: CasePackageManifest['kind'];
  readonly caseNumber: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly vaultId: string;
  readonly sealFingerprint: string;
  readonly custodyHead: CustodyHead;
  /** Who gives and who takes, as they were written; may be empty. */
  readonly from: string;
  readonly to: string;
  /** Null for a package that was made: nobody here knows when it arrived. */
  readonly receivedAt: string | null;
  /** Of the folder or file. */
  readonly name: string;
  /** Of the one file as it lay there; null for a folder. */
  readonly fileSha256: string | null;
  /** Of a folder: that of its SHA256SUMS; null for one file. */
  readonly sumsSha256: string | null;
  /** Of the one file; null where nobody counted it (a package that was made) or for a folder. */
  readonly fileBytes: number | null;
  readonly encrypted: boolean;
  readonly manifestSha256: string;
  /** Evidence, copies, documents and what the package adds, each with its hash. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

/** PACKAGE_UNKNOWN. */
export async function handedOver(of: 'made' | 'received', id: string, context: UseCaseContext): Promise<HandedOver> {
  return of === 'made' ? madeHere(id, context) : await receivedHere(id, context);
}

function madeHere(id: string, { database }: UseCaseContext): HandedOver {
  const row = madeById(database, id);
  const { handedTo, madeBy, name, manifestSha256, sumsSha256, fileSha256, form } = row;
  const manifest = manifestOfMade(database, id);
  return {
    ...common(manifest),
    of: 'made',
    id,
    from: madeBy,
    to: handedTo,
    receivedAt: null,
    name,
    manifestSha256,
    fileSha256,
    sumsSha256: fileSha256 === null ? sumsSha256 : null,
    fileBytes: null,
    encrypted: form === 'age-passphrase' || form === 'age-recipient',
  };
}

async function receivedHere(id: string, context: UseCaseContext): Promise<HandedOver> {
  const received = receivedById(context.database, id);
  const { receivedFrom, receivedBy, receivedAt, form, fileName, fileSha256, fileBytes, encrypted, manifestSha256 } =
    received;
  const single = form === 'file';
  const manifest = await manifestOfReceived(context, id);
  return {
    ...common(manifest),
    of: 'received',
    id,
    from: receivedFrom,
    to: receivedBy,
    receivedAt,
    name: fileName,
    fileSha256: single ? fileSha256 : null,
    sumsSha256: single ? null : fileSha256,
    fileBytes: single ? fileBytes : null,
    encrypted,
    manifestSha256,
  };
}

function common(manifest: CasePackageManifest) {
  const { packageId, kind, caseNumber, madeAt, madeBy, vaultId, sealFingerprint, custodyHead, files } = manifest;
  return {
    packageId,
    kind,
    caseNumber,
    madeAt,
    madeBy: madeBy.name,
    vaultId,
    sealFingerprint,
    custodyHead,
    files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
  };
}
