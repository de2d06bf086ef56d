/** A package file as bytes that can be read anywhere, decrypted where it must be; nothing of it lies open on a disk. */
import { AppError } from '#shared/errors/app-error.ts';
import type { FileSource, UseCaseContext } from '../kernel.ts';
import { identityOf } from './address.ts';
import { decrypted, isAge } from './age.ts';
import type { PackageBytes } from './package-archive.ts';

export interface OpenPackage {
  readonly source: PackageBytes;
  readonly encrypted: boolean;
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
  if (!isAge(head)) return { source: file, encrypted: false, close: () => Promise.resolve() };
  const work = /^-> scrypt \S+ (\d+)$/m.exec(Buffer.from(head).toString('latin1'))?.[1];
  if (work !== undefined && Number(work) > MOST_WORK)
    throw new AppError('PACKAGE_HOSTILE', { name: file.name, reason: 'work' });
  await context.ensureFreeSpace(file.bytes);
  const own = identityOf(context.database);
  const keys = [passphrase, ...(own === null ? [] : [own])].filter((key) => key !== '');
  const staged = await context.blobs.stage(await decrypted(file, keys, signal), signal);
  const reader = context.blobs.openStaged(staged);
  return {
    source: { name: file.name, bytes: staged.bytes, read: (offset, length) => reader.read(offset, length) },
    encrypted: true,
    close: () => context.blobs.discard(staged),
  };
}
