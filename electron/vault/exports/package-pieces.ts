/** The bytes of one part of a package on their way out: decrypted in pieces, judged by the hash on record. */
import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import type { PackagePart } from './case-package-parts.ts';
import { openByHash } from '../signatures/document-versions.ts';
import { piecesOf } from './write-export.ts';

/** The pieces; EVIDENCE_DAMAGED at their end when they are others than on record, EVIDENCE_MISSING. `advance` hears of each. */
export async function* checkedPieces(
  part: PackagePart,
  context: UseCaseContext,
  advance: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const pieces = part.content === null ? piecesOf(openByHash(context, part.sha256)) : [part.content];
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
    advance(piece.length);
  }
  if (hash.digest('hex') !== part.sha256) throw new AppError('EVIDENCE_DAMAGED', { sha256: part.sha256 });
}

/** Names the file of the package that could not be had, or the package where the disk was full. */
export function packageError(error: unknown, part: PackagePart, name: string): unknown {
  if (!(error instanceof AppError)) return error;
  const { code } = error;
  if (code === 'EVIDENCE_DAMAGED' || code === 'EVIDENCE_MISSING') {
    const params = { name: part.path.replace(/^.*\//, ''), sha256: part.sha256 };
    return new AppError('PACKAGE_FILE_DAMAGED', params, { cause: error });
  }
  return code === 'EXPORT_DISK_FULL' ? new AppError(code, { name }, { cause: error }) : error;
}
