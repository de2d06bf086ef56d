/** What a package says of itself, checked before anything of it is taken: its list, its seal, that nothing is missing or added. */
import { createHash } from 'node:crypto';
import {
  type CasePackageManifest,
  casePackageManifest,
  PACKAGE_NAMES,
  PACKAGE_OUTER_NAMES,
} from '#shared/contract/case-package.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { createExtractCheck, type CustodyStub, isWholeEntry } from '#shared/domain/custody/extract.ts';
import type { CustodyEntry } from '#shared/domain/custody/chain.ts';
import { z } from 'zod';
import { CHAIN_PRIMITIVES } from '../custody/log.ts';
import { readDetachedSignature } from '../signing/cms-verify.ts';
import { certificateToPem } from '../signing/seal-certificate.ts';
import type { OpenPackage } from './open-package.ts';
import { type ArchiveFile, hostile } from './package-archive.ts';

/** The list is read whole. */
const LARGEST_LIST = 32 * 1_048_576;
const LARGEST_SIGNATURE = 65_536;
/** A log of a million entries. */
const LARGEST_EXTRACT = 512 * 1_048_576;

type Named = Pick<OpenPackage, 'name'>;

/** A package whose list and seal hold; its files are still to be read. */
export interface CheckedPackage {
  readonly manifest: CasePackageManifest;
  /** SHA-256 of the list as it lies there. */
  readonly manifestSha256: string;
  readonly files: ReadonlyMap<string, ArchiveFile>;
  /** The hash that each file must have; null where it is the list, its signature or the sums. */
  expected(path: string): string | null;
}

/**
 * PACKAGE_NOT_ONE when it is no case package, PACKAGE_HOSTILE, PACKAGE_SEAL_BROKEN, PACKAGE_CUSTODY_BROKEN, PACKAGE_DAMAGED for
 * the certificate. The files themselves are judged as they are read.
 */
export async function checkPackage(source: OpenPackage, signal?: AbortSignal): Promise<CheckedPackage> {
  const files = await source.files();
  const list = files.get(PACKAGE_NAMES.manifest);
  const signature = files.get(PACKAGE_NAMES.signature);
  if (list === undefined || signature === undefined) throw new AppError('PACKAGE_NOT_ONE', { name: source.name });
  const listBytes = await whole(list, LARGEST_LIST, source, signal);
  // The seal is asked before the list is understood: what nobody signed is not parsed.
  const signer = readDetachedSignature(await whole(signature, LARGEST_SIGNATURE, source, signal), listBytes);
  if (signer === null) throw new AppError('PACKAGE_SEAL_BROKEN', { name: source.name });
  const manifest = manifestOf(listBytes, source);
  if (manifest.sealFingerprint !== signer.fingerprint) throw new AppError('PACKAGE_SEAL_BROKEN', { name: source.name });
  const hashes = new Map(manifest.files.map((file) => [file.path, file.sha256]));
  refuseOtherFiles(manifest, files, source);
  const certificate = createHash('sha256').update(certificateToPem(signer.certificate)).digest('hex');
  if (hashes.get(PACKAGE_NAMES.certificate) !== certificate) throw damaged(source, PACKAGE_NAMES.certificate);
  await checkExtract(manifest, files, source, signal);
  return {
    manifest,
    manifestSha256: createHash('sha256').update(listBytes).digest('hex'),
    files,
    expected: (path) => hashes.get(path) ?? null,
  };
}

/** A file that is not what was recorded. */
export function damaged(source: Named, file: string): AppError {
  return new AppError('PACKAGE_DAMAGED', { name: source.name, file });
}

function manifestOf(bytes: Uint8Array, source: Named): CasePackageManifest {
  try {
    return casePackageManifest.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    throw new AppError('PACKAGE_NOT_ONE', { name: source.name }, { cause: error });
  }
}

/** The list and the archive must name the same files, of the same sizes, each once. */
function refuseOtherFiles(manifest: CasePackageManifest, files: ReadonlyMap<string, ArchiveFile>, source: Named): void {
  const listed = new Set<string>(PACKAGE_OUTER_NAMES);
  for (const { path, bytes } of manifest.files) {
    if (listed.has(path)) throw hostile(source, 'duplicate-name', path);
    listed.add(path);
    const found = files.get(path);
    if (found === undefined) throw hostile(source, 'missing-file', path);
    if (found.bytes !== bytes) throw damaged(source, path);
  }
  for (const path of listed) if (!files.has(path)) throw hostile(source, 'missing-file', path);
  for (const path of files.keys()) if (!listed.has(path)) throw hostile(source, 'unlisted-file', path);
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const stub = z.strictObject({ sequence: z.number().int().min(1), hash });
const entry = z.strictObject({
  ...stub.shape,
  at: z.string(),
  user: z.string(),
  key: z.string(),
  action: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  previous: hash,
  signature: z.string(),
});

async function checkExtract(
  manifest: CasePackageManifest,
  files: ReadonlyMap<string, ArchiveFile>,
  source: Named,
  signal?: AbortSignal,
): Promise<void> {
  const file = files.get(PACKAGE_NAMES.custody);
  if (file === undefined) throw hostile(source, 'missing-file', PACKAGE_NAMES.custody);
  if (file.bytes > LARGEST_EXTRACT) throw hostile(source, 'too-large', file.path);
  const check = createExtractCheck(CHAIN_PRIMITIVES);
  let last = { sequence: 0, hash: '' };
  let told = 0;
  for await (const text of linesOf(file, signal)) {
    const line = lineOf(text);
    const problem = line === null ? 'hash-differs' : check.next(line);
    if (line === null || problem !== null)
      throw new AppError('PACKAGE_CUSTODY_BROKEN', { name: source.name, entry: last.sequence + 1 });
    if (isWholeEntry(line)) told += 1;
    last = line;
  }
  const { custodyHead, custodyEntries } = manifest;
  if (last.sequence !== custodyHead.sequence || last.hash !== custodyHead.hash || told !== custodyEntries)
    throw new AppError('PACKAGE_CUSTODY_BROKEN', { name: source.name, entry: last.sequence });
}

function lineOf(text: string): CustodyEntry | CustodyStub | null {
  try {
    const value: unknown = JSON.parse(text);
    return z.union([stub, entry]).parse(value);
  } catch {
    // Whatever is wrong with it: the line is no entry.
    return null;
  }
}

async function* linesOf(file: ArchiveFile, signal?: AbortSignal): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of file.pieces(signal)) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

async function whole(file: ArchiveFile, largest: number, source: Named, signal?: AbortSignal): Promise<Uint8Array> {
  if (file.bytes > largest) throw hostile(source, 'too-large', file.path);
  const pieces: Uint8Array[] = [];
  for await (const piece of file.pieces(signal)) pieces.push(piece);
  return Buffer.concat(pieces);
}
