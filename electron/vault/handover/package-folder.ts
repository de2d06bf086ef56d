/**
 * A package that came as a folder, read with the same distrust as the ZIP file: plain files at most one folder deep, no links, no
 * other names than a package has. The list that says which files belong there is `checkPackage`'s matter.
 */
import { constants } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { errorCode } from '../files/durable.ts';
import { type ArchiveFile, hostile, isSafePath, MOST_ENTRIES } from './package-archive.ts';

const READ_BYTES = 1_048_576;

/** The files by their names with forward slashes. PACKAGE_HOSTILE with the reason, FILE_NOT_FOUND, FILE_UNREADABLE. */
export async function openFolder(directory: string): Promise<ReadonlyMap<string, ArchiveFile>> {
  const source = { name: path.basename(directory) };
  const files = new Map<string, ArchiveFile>();
  const seen = new Set<string>();
  for await (const { inside, place } of filesBelow(directory, '', source)) {
    if (files.size >= MOST_ENTRIES) throw hostile(source, 'too-many');
    if (!isSafePath(inside)) throw hostile(source, 'unsafe-name', inside);
    if (seen.has(inside.toLowerCase())) throw hostile(source, 'duplicate-name', inside);
    seen.add(inside.toLowerCase());
    const { size } = await readable(() => stat(place), inside);
    files.set(inside, { path: inside, bytes: size, pieces: (signal) => piecesOf(place, inside, size, source, signal) });
  }
  return files;
}

interface Found {
  readonly inside: string;
  readonly place: string;
}

async function* filesBelow(directory: string, above: string, source: { readonly name: string }): AsyncGenerator<Found> {
  const entries = await readable(() => readdir(directory, { withFileTypes: true }), above || source.name);
  for (const entry of entries) {
    const inside = `${above}${entry.name}`;
    const place = path.join(directory, entry.name);
    if (entry.isSymbolicLink()) throw hostile(source, 'link', inside);
    if (entry.isFile()) yield { inside, place };
    else if (entry.isDirectory() && above === '') yield* filesBelow(place, `${inside}/`, source);
    else throw hostile(source, 'folder', inside);
  }
}

async function* piecesOf(
  place: string,
  inside: string,
  bytes: number,
  source: { readonly name: string },
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  // Windows has no such flag, whatever its type says (and nothing is added then): a link there is told by its entry alone.
  const handle = await readable(() => open(place, constants.O_RDONLY | constants.O_NOFOLLOW), inside);
  try {
    let read = 0;
    for (;;) {
      if (signal?.aborted) throw new AppError('CANCELLED');
      const piece = await nextPiece(handle, inside);
      if (piece.length === 0) break;
      read += piece.length;
      // It is being written to: nothing of it can be told.
      if (read > bytes) throw hostile(source, 'overlap', inside);
      yield piece;
    }
    if (read !== bytes) throw hostile(source, 'overlap', inside);
  } finally {
    await handle.close();
  }
}

async function nextPiece(handle: FileHandle, inside: string): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafe(READ_BYTES);
  const { bytesRead } = await readable(() => handle.read(buffer, 0, READ_BYTES, null), inside);
  return buffer.subarray(0, bytesRead);
}

async function readable<Value>(action: () => Promise<Value>, name: string): Promise<Value> {
  try {
    return await action();
  } catch (error) {
    const code = errorCode(error) === 'ENOENT' ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE';
    throw new AppError(code, { name }, { cause: error });
  }
}
