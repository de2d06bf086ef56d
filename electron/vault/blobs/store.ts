/** The blob store of an open vault: bytes lie outside the database, named so that the name tells nothing. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { hmac, newKey, unwrap, wrap } from '../crypto/keys.ts';
import { fileSystemError, syncDirectory } from '../files/durable.ts';
import { newUuid } from '../ids.ts';
import type { BlobStore, ReadableDatabase, SealedReader, SqlRow, StagedBlob } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';
import { CHUNK_BYTES } from './cipher.ts';
import { blobReader, checkBlob } from './reading.ts';
import type { StoredBlob } from './reading.ts';
import { encryptToFile } from './staging.ts';

export const BLOB_FOLDER = 'blobs';
const INCOMING = 'incoming';

/** What the store stands on; both keys are asked for anew, since removing a user changes the wrapping key. */
export interface BlobStoreParts {
  readonly directory: string;
  readonly database: ReadableDatabase;
  /** Names files: kept in the database, the same for the vault's whole life. */
  readonly nameKey: () => Uint8Array;
  /** Wraps each blob's own key in its row. */
  readonly wrapKey: () => Uint8Array;
  readonly now: () => Date;
}

interface Staged {
  readonly file: string;
  readonly id: string;
  readonly key: Buffer;
}

export function createBlobStore(parts: BlobStoreParts): BlobStore {
  const staged = new WeakMap<StagedBlob, Staged>();
  const find = (sha256: string): StoredBlob | null => {
    const row = parts.database.get('SELECT * FROM blobs WHERE sha256 = @sha256', { sha256 });
    return row ? storedBlob(parts, row) : null;
  };
  return {
    stage: async (chunks, signal) => {
      const id = newUuid(parts.now());
      const key = newKey();
      const file = path.join(incomingFolder(parts.directory), `${id}.part`);
      const result = await encryptToFile(file, { id, key }, chunks, signal);
      const blob: StagedBlob = { ...result, known: find(result.sha256) !== null };
      staged.set(blob, { file, id, key });
      if (blob.known) await rm(file, { force: true });
      return blob;
    },
    adopt: (database, blob) => {
      const from = staged.get(blob);
      if (!from) throw new Error('the blob was not staged here, or was adopted or discarded before');
      staged.delete(blob);
      if (find(blob.sha256)) {
        rmSync(from.file, { force: true });
        return;
      }
      moveIntoPlace(from.file, blobFile(parts.directory, parts.nameKey(), blob.sha256));
      database.run(
        `INSERT INTO blobs (sha256, id, bytes, chunk_bytes, wrapped_key, created_at)
         VALUES (@sha256, @id, @bytes, @chunkBytes, @wrappedKey, @createdAt)`,
        {
          sha256: blob.sha256,
          id: from.id,
          bytes: blob.bytes,
          chunkBytes: CHUNK_BYTES,
          wrappedKey: wrapBlobKey(parts.wrapKey(), from.id, from.key),
          createdAt: parts.now().toISOString(),
        },
      );
    },
    openStaged: (blob) => {
      const from = staged.get(blob);
      if (!from) throw new Error('the blob was not staged here, or was adopted or discarded before');
      const { sha256, bytes } = blob;
      if (blob.known) return openKnown(find(sha256), sha256);
      return blobReader({ sha256, bytes, id: from.id, key: from.key, file: from.file, chunkBytes: CHUNK_BYTES });
    },
    discard: async (blob) => {
      const from = staged.get(blob);
      staged.delete(blob);
      if (from) await rm(from.file, { force: true });
    },
    open: (sha256) => openKnown(find(sha256), sha256),
    check: async (sha256, signal) => {
      const blob = find(sha256);
      return blob ? await checkBlob(blob, signal) : 'missing';
    },
  };
}

function openKnown(blob: StoredBlob | null, sha256: string): SealedReader {
  if (!blob || !existsSync(blob.file)) throw new AppError('EVIDENCE_MISSING', { sha256 });
  return blobReader(blob);
}

/** The wrapping of one blob's key in its row. */
export function wrapBlobKey(wrapKey: Uint8Array, blobId: string, key: Uint8Array): Buffer {
  return wrap(wrapKey, key, `netra/1/blob-key/${blobId}`);
}

export function unwrapBlobKey(wrapKey: Uint8Array, blobId: string, wrapped: Uint8Array): Buffer {
  return unwrap(wrapKey, wrapped, `netra/1/blob-key/${blobId}`);
}

/** Where the file of these bytes lies: HMAC of their hash, so that a known picture cannot be looked for. */
export function blobFile(directory: string, nameKey: Uint8Array, sha256: string): string {
  const name = hmac(nameKey, sha256).toString('hex');
  return path.join(directory, BLOB_FOLDER, name.slice(0, 2), name);
}

/** Removes what a crash left: unfinished intakes, and files that no row names. Call it when nothing is being taken in. */
export function sweepBlobs(directory: string, nameKey: Uint8Array, database: ReadableDatabase): number {
  const incoming = incomingFolder(directory);
  for (const left of readdirSync(incoming)) rmSync(path.join(incoming, left), { force: true });
  const named = new Set<string>();
  for (const row of database.iterate('SELECT sha256 FROM blobs')) {
    named.add(path.basename(blobFile(directory, nameKey, textOf(row, 'sha256'))));
  }
  let removed = 0;
  for (const file of listBlobFiles(directory)) {
    if (named.has(path.basename(file))) continue;
    rmSync(file, { force: true });
    removed += 1;
  }
  return removed;
}

/** Every file in the store, unfinished ones apart. */
export function listBlobFiles(directory: string): string[] {
  const root = path.join(directory, BLOB_FOLDER);
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))
    .flatMap((folder) => readdirSync(path.join(root, folder.name)).map((name) => path.join(root, folder.name, name)));
}

function storedBlob(parts: BlobStoreParts, row: SqlRow): StoredBlob {
  const id = textOf(row, 'id');
  const sha256 = textOf(row, 'sha256');
  const wrapped = row['wrapped_key'];
  if (!(wrapped instanceof Uint8Array)) throw new Error('a wrapped key is not bytes');
  return {
    sha256,
    id,
    bytes: numberOf(row, 'bytes'),
    chunkBytes: numberOf(row, 'chunk_bytes'),
    key: openBlobKey(parts.wrapKey(), id, wrapped, sha256),
    file: blobFile(parts.directory, parts.nameKey(), sha256),
  };
}

function openBlobKey(wrapKey: Uint8Array, id: string, wrapped: Uint8Array, sha256: string): Buffer {
  try {
    return unwrapBlobKey(wrapKey, id, wrapped);
  } catch (error) {
    throw new AppError('EVIDENCE_DAMAGED', { sha256 }, { cause: error });
  }
}

function incomingFolder(directory: string): string {
  const folder = path.join(directory, BLOB_FOLDER, INCOMING);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function moveIntoPlace(from: string, to: string): void {
  const folder = path.dirname(to);
  try {
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      syncDirectory(path.dirname(folder));
    }
    renameSync(from, to);
    syncDirectory(folder);
  } catch (error) {
    throw fileSystemError(error);
  }
}
