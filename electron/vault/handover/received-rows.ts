/** Packages that were received, and those that were made, as they are kept. */
import { PACKAGE_NAMES, type CasePackageManifest, casePackageManifest } from '#shared/contract/case-package.ts';
import {
  type MadePackage,
  madePackage,
  type ReceivedFile,
  type ReceivedPackage,
  receivedPackage,
  type ReceivedPage,
  type SealKnowledge,
} from '#shared/contract/handover.ts';
import { viewableAs } from '#shared/domain/evidence/viewable.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { flagOf, numberOf, textOf, textOrNull } from '../rows.ts';

/** A folder is kept by the hash of its SHA256SUMS, which no single file that holds those sums can have. */
const SELECT_RECEIVED = `SELECT p.*, u.name AS receiver, EXISTS (SELECT 1 FROM received_files f
    WHERE f.package_id = p.id AND f.path = '${PACKAGE_NAMES.sums}' AND f.sha256 = p.file_sha256) AS folder
  FROM received_packages p JOIN users u ON u.id = p.received_by`;
const SELECT_MADE = `SELECT m.*, c.number AS case_number, u.name AS maker FROM made_packages m
  JOIN cases c ON c.id = m.case_id JOIN users u ON u.id = m.made_by`;

/** The newest first. */
export function listReceived(database: ReadableDatabase): ReceivedPackage[] {
  return database.all(`${SELECT_RECEIVED} ORDER BY p.received_at DESC, p.id DESC`).map(receivedOf);
}

/** PACKAGE_UNKNOWN. */
export function receivedById(database: ReadableDatabase, id: string): ReceivedPackage {
  const row = database.get(`${SELECT_RECEIVED} WHERE p.id = ?`, [id]);
  if (!row) throw new AppError('PACKAGE_UNKNOWN');
  return receivedOf(row);
}

/** The newest first. */
export function listMade(database: ReadableDatabase): MadePackage[] {
  return database.all(`${SELECT_MADE} ORDER BY m.made_at DESC, m.id DESC`).map(madeOf);
}

/** PACKAGE_UNKNOWN. */
export function madeById(database: ReadableDatabase, id: string): MadePackage {
  const row = database.get(`${SELECT_MADE} WHERE m.id = ?`, [id]);
  if (!row) throw new AppError('PACKAGE_UNKNOWN');
  return madeOf(row);
}

/** The list of a package that was made here, as it left. PACKAGE_UNKNOWN. */
export function manifestOfMade(database: ReadableDatabase, id: string): CasePackageManifest {
  const row = database.get('SELECT manifest FROM made_packages WHERE id = ?', [id]);
  if (!row) throw new AppError('PACKAGE_UNKNOWN');
  return casePackageManifest.parse(JSON.parse(textOf(row, 'manifest')));
}

/** The list of a received package, read from its own file. PACKAGE_UNKNOWN, EVIDENCE_DAMAGED, EVIDENCE_MISSING. */
export async function manifestOfReceived(context: UseCaseContext, id: string): Promise<CasePackageManifest> {
  const { sha256 } = fileOf(context.database, id, PACKAGE_NAMES.manifest);
  const reader = context.blobs.open(sha256);
  const bytes = await reader.read(0, reader.bytes);
  return casePackageManifest.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/** One file of a received package. PACKAGE_UNKNOWN. */
export function fileOf(
  database: ReadableDatabase,
  id: string,
  path: string,
): { readonly bytes: number; readonly sha256: string; readonly mime: string } {
  const row = database.get('SELECT * FROM received_files WHERE package_id = ? AND path = ?', [id, path]);
  if (!row) throw new AppError('PACKAGE_UNKNOWN');
  return { bytes: numberOf(row, 'bytes'), sha256: textOf(row, 'sha256'), mime: textOf(row, 'mime') };
}

/** Everything about one received package. PACKAGE_UNKNOWN. */
export async function receivedPageOf(context: UseCaseContext, id: string): Promise<ReceivedPage> {
  const found = receivedById(context.database, id);
  const { madeAtLocal, handedTo, custodyHead, custodyEntries, leftOut, persons, files } = await manifestOfReceived(
    context,
    id,
  );
  return {
    package: found,
    manifest: { madeAtLocal, handedTo, custodyHead, custodyEntries, leftOut, persons, files },
    files: context.database
      .all('SELECT * FROM received_files WHERE package_id = ? ORDER BY position', [id])
      .map((row) => receivedFileOf(row, files)),
  };
}

/** What is known of the seal of a package that is about to be taken in. */
export function knowledgeOfSeal(
  { vaultId, sealFingerprint }: Pick<CasePackageManifest, 'vaultId' | 'sealFingerprint'>,
  { database, seal, vault }: Pick<UseCaseContext, 'database' | 'seal' | 'vault'>,
): SealKnowledge {
  if (sealFingerprint === seal.fingerprint) return vaultId === vault.id ? 'own' : 'changed';
  const before = database.all('SELECT DISTINCT seal_fingerprint FROM received_packages WHERE vault_id = ?', [vaultId]);
  if (before.length === 0) return vaultId === vault.id ? 'changed' : 'new';
  return before.some((row) => textOf(row, 'seal_fingerprint') === sealFingerprint) ? 'known' : 'changed';
}

function receivedFileOf(row: SqlRow, listed: CasePackageManifest['files']): ReceivedFile {
  const path = textOf(row, 'path');
  const mime = textOf(row, 'mime');
  const document = mime === 'application/pdf' && listed.some((file) => file.path === path && file.type === 'document');
  return {
    path,
    bytes: numberOf(row, 'bytes'),
    sha256: textOf(row, 'sha256'),
    viewable: document ? 'document' : viewableAs(mime),
  };
}

function receivedOf(row: SqlRow): ReceivedPackage {
  return receivedPackage.parse({
    id: textOf(row, 'id'),
    receivedAt: textOf(row, 'received_at'),
    receivedBy: textOf(row, 'receiver'),
    receivedFrom: textOf(row, 'received_from'),
    form: flagOf(row, 'folder') ? 'folder' : 'file',
    fileName: textOf(row, 'file_name'),
    fileBytes: numberOf(row, 'file_bytes'),
    fileSha256: textOf(row, 'file_sha256'),
    encrypted: flagOf(row, 'encrypted'),
    kind: row['kind'],
    caseNumber: textOf(row, 'case_number'),
    madeAt: textOf(row, 'made_at'),
    madeBy: textOf(row, 'made_by'),
    vaultId: textOf(row, 'vault_id'),
    sealFingerprint: textOf(row, 'seal_fingerprint'),
    seal: row['seal'],
    manifestSha256: textOf(row, 'manifest_sha256'),
    files: numberOf(row, 'files'),
    bytes: numberOf(row, 'bytes'),
  });
}

function madeOf(row: SqlRow): MadePackage {
  return madePackage.parse({
    id: textOf(row, 'id'),
    caseId: textOf(row, 'case_id'),
    caseNumber: textOf(row, 'case_number'),
    madeAt: textOf(row, 'made_at'),
    madeBy: textOf(row, 'maker'),
    kind: row['kind'],
    form: row['form'],
    handedTo: textOf(row, 'handed_to'),
    name: textOf(row, 'name'),
    files: numberOf(row, 'files'),
    bytes: numberOf(row, 'bytes'),
    manifestSha256: textOf(row, 'manifest_sha256'),
    sumsSha256: textOf(row, 'sums_sha256'),
    fileSha256: textOrNull(row, 'file_sha256'),
  });
}
