/** A package as its files, decrypted where it must be: a folder, or one file of which nothing lies open on a disk. */
import path from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import type { FileSource, UseCaseContext } from '../kernel.ts';
import { identityOf } from './address.ts';
import { decrypted, isAge } from './age.ts';
import { type ArchiveFile, openArchive, type PackageBytes } from './package-archive.ts';
import { openFolder } from './package-folder.ts';

export interface OpenPackage {
  readonly name: string;
  readonly encrypted: boolean;
  /** By their names; the errors of openArchive and openFolder. */
  files(): Promise<ReadonlyMap<string, ArchiveFile>>;
  /** Lets go of what was decrypted. */
  close(): Promise<void>;
}

/** Bytes that tell an age file, and how much work its passphrase asks for. */
const HEAD_BYTES = 512;
/** As age's own program: 2^18 is what it writes; more is meant to hold the reader up (2^20 takes a gigabyte of memory). */
const MOST_WORK = 18;

/**
 * PACKAGE_PASSPHRASE_NEEDED, PACKAGE_WRONG_PASSPHRASE, PACKAGE_DAMAGED, PACKAGE_HOSTILE, CANCELLED. What was decrypted is kept in
 * the vault's own staging, under a key that is nowhere written, until `close`.
 */
export async function openPackage(
  file: FileSource,
  passphrase: string,
  context: UseCaseContext,
  signal: AbortSignal,
): Promise<OpenPackage> {
  const head = await file.read(0, HEAD_BYTES);
  if (!isAge(head)) return opened(file, false, () => Promise.resolve());
  const work = /^-> scrypt \S+ (\d+)$/m.exec(Buffer.from(head).toString('latin1'))?.[1];
  if (work !== undefined && Number(work) > MOST_WORK)
    throw new AppError('PACKAGE_HOSTILE', { name: file.name, reason: 'work' });
  await context.ensureFreeSpace(file.bytes);
  const own = identityOf(context.database);
  const keys = [passphrase, ...(own === null ? [] : [own])].filter((key) => key !== '');
  const staged = await context.blobs.stage(await decrypted(file, keys, signal), signal);
  const reader = context.blobs.openStaged(staged);
  const source = {
    name: file.name,
    bytes: staged.bytes,
    read: (offset: number, length: number) => reader.read(offset, length),
  };
  return opened(source, true, () => context.blobs.discard(staged));
}

/** A folder of plain files. */
export function openPackageFolder(directory: string): OpenPackage {
  return {
    name: path.basename(directory),
    encrypted: false,
    files: () => openFolder(directory),
    close: () => Promise.resolve(),
  };
}

function opened(source: PackageBytes, encrypted: boolean, close: () => Promise<void>): OpenPackage {
  return { name: source.name, encrypted, files: () => openArchive(source), close };
}
