/**
 * Documents that were hashed since the vault was opened: what is signed next goes on from where the last signature stood,
 * and hundreds of megabytes are not read again. A state of a hash is some hundred bytes; it goes with the vault's store.
 */
import type { HashName } from '#shared/domain/signature/oids.ts';
import type { BlobStore } from '../kernel.ts';
import type { DocumentDigests } from '../signing/document-digests.ts';

const MOST_KEPT = 16;
const kept = new WeakMap<BlobStore, Map<string, DocumentDigests>>();

/** Those of the document with this SHA-256, if it was hashed with all of these. */
export function keptDigests(
  blobs: BlobStore,
  sha256: string,
  hashes: readonly HashName[],
): DocumentDigests | undefined {
  const digests = kept.get(blobs)?.get(sha256);
  return digests !== undefined && hashes.every((name) => digests.has(name)) ? digests : undefined;
}

/** Keeps those of a document, by its own SHA-256; the oldest go first. */
export function keepDigests(blobs: BlobStore, digests: DocumentDigests): void {
  const documents = kept.get(blobs) ?? new Map<string, DocumentDigests>();
  kept.set(blobs, documents);
  documents.set(Buffer.from(digests.with('sha256', [])).toString('hex'), digests);
  const oldest = documents.keys().next().value;
  if (documents.size > MOST_KEPT && oldest !== undefined) documents.delete(oldest);
}
