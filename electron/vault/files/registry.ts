/** Files that the user chose, by token: only the vault program knows the path behind one, and no page ever does. */
import { randomBytes } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { PACKAGE_NAMES } from '#shared/contract/case-package.ts';
import type { ChosenFile } from '#shared/contract/common.ts';
import type { ScreenRegion } from '#shared/contract/screen.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { FileSource } from '../kernel.ts';
import { errorCode } from './durable.ts';

/** Bytes per read when a file is streamed. */
const STREAM_BYTES = 1_048_576;

type Registered =
  | { readonly kind: 'path'; readonly name: string; readonly path: string }
  | { readonly kind: 'folder'; readonly name: string; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array; readonly screen: ScreenRegion | null };

export interface FileRegistry {
  /** FILE_NOT_FOUND, FILE_UNREADABLE (a device, no permission, a folder unless it is a case package: that has 0 bytes). */
  addPath(file: string): Promise<ChosenFile>;
  /** Bytes without a file: a pasted picture, or a part of the screen with what main recorded of it. */
  addBytes(name: string, bytes: Uint8Array, screen?: ScreenRegion | null): ChosenFile;
  /** NOT_FOUND when the token is unknown; FILE_NOT_FOUND when the file is gone since. */
  open(token: string): Promise<FileSource>;
  /** Where the chosen package folder lies; null for a file. NOT_FOUND when the token is unknown. */
  folder(token: string): string | null;
  clear(): void;
}

export function createFileRegistry(): FileRegistry {
  const files = new Map<string, Registered>();
  const add = (registered: Registered, bytes: number): ChosenFile => {
    const token = `file_${randomBytes(16).toString('hex')}`;
    files.set(token, registered);
    return { token, name: registered.name, bytes };
  };
  const registeredOf = (token: string): Registered => {
    const registered = files.get(token);
    if (!registered) throw new AppError('NOT_FOUND');
    return registered;
  };
  return {
    addPath: async (file) => {
      const facts = await readable(() => stat(file), path.basename(file));
      if (facts.isDirectory() && (await isPackage(file)))
        return add({ kind: 'folder', name: path.basename(file), path: path.resolve(file) }, 0);
      if (!facts.isFile()) throw new AppError('FILE_UNREADABLE', { name: path.basename(file) });
      return add({ kind: 'path', name: path.basename(file), path: file }, facts.size);
    },
    addBytes: (name, bytes, screen = null) => add({ kind: 'bytes', name, bytes, screen }, bytes.length),
    open: async (token) => {
      const registered = registeredOf(token);
      if (registered.kind === 'folder') throw new AppError('FILE_UNREADABLE', { name: registered.name });
      if (registered.kind === 'bytes') return bytesSource(registered.name, registered.bytes, registered.screen);
      return await pathSource(registered.name, registered.path);
    },
    folder: (token) => {
      const registered = registeredOf(token);
      return registered.kind === 'folder' ? registered.path : null;
    },
    clear: () => files.clear(),
  };
}

/** The only kind of folder that anything is done with: a case package, known by its list. */
async function isPackage(directory: string): Promise<boolean> {
  const list = await stat(path.join(directory, PACKAGE_NAMES.manifest)).catch(() => null);
  return list !== null && list.isFile();
}

/** Bytes that never were a chosen file. */
export function bytesSource(name: string, bytes: Uint8Array, screen: ScreenRegion | null = null): FileSource {
  return {
    name,
    bytes: bytes.length,
    pasted: screen === null,
    screen,
    read: async (offset, length) => await Promise.resolve(bytes.subarray(offset, offset + length)),
    readInto: async (target, offset) => {
      const part = bytes.subarray(offset, offset + target.length);
      target.set(part);
      return await Promise.resolve(part.length);
    },
    chunks: async function* () {
      yield await Promise.resolve(bytes);
    },
    close: async () => {},
  };
}

/** One open descriptor for its whole life, so that the bytes cannot become those of another file in between. */
async function pathSource(name: string, file: string): Promise<FileSource> {
  const handle = await readable(() => open(file, 'r'), name);
  const { size } = await handle.stat();
  const read = async (offset: number, length: number): Promise<Uint8Array> =>
    await readable(() => readRange(handle, offset, length), name);
  return {
    name,
    bytes: size,
    pasted: false,
    screen: null,
    read,
    readInto: async (target, offset) =>
      await readable(async () => (await handle.read(target, 0, target.length, offset)).bytesRead, name),
    chunks: async function* (signal) {
      for (let offset = 0; ; ) {
        if (signal?.aborted) throw new AppError('CANCELLED');
        const piece = await read(offset, STREAM_BYTES);
        if (piece.length === 0) return;
        yield piece;
        offset += piece.length;
      }
    },
    close: () => handle.close(),
  };
}

async function readRange(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafe(length);
  const { bytesRead } = await handle.read(buffer, 0, length, offset);
  return buffer.subarray(0, bytesRead);
}

async function readable<Value>(action: () => Promise<Value>, name: string): Promise<Value> {
  try {
    return await action();
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new AppError('FILE_NOT_FOUND', { name }, { cause: error });
    if (code !== '') throw new AppError('FILE_UNREADABLE', { name }, { cause: error });
    throw error;
  }
}
