/** Writes a case package (paket kasus): a folder of plain files that leaves the vault, whole or not at all, recorded in custody. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  casePackageManifest,
  type CasePackaged,
  type CasePackageManifest,
  PACKAGE_NAMES,
  type PackagedFile,
} from '#shared/contract/case-package.ts';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import { localParts } from '#shared/domain/text/local-time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { JobProgress, UseCaseContext } from '../kernel.ts';
import { ensureFreeSpace } from '../place/free-space.ts';
import { casePackageContents } from './case-package-contents.ts';
import { readMeText, sumsText } from './case-package-texts.ts';
import { newFolderPath, writeNewFolder } from './new-folder.ts';
import { openByHash } from '../signatures/document-versions.ts';
import { piecesOf, writeExport } from './write-export.ts';

/** About what the list, the sums and the read-me take for each file (bytes). */
const TEXT_PER_FILE = 2_000;

/** Where to: this very folder, or a new one inside another, named by the case and the time. */
export type PackageTarget = { readonly directory: string } | { readonly within: string };

/**
 * Starts the job; its value is a CasePackaged. Before it: CASE_UNKNOWN, PACKAGE_NO_EVIDENCE, DISK_NEARLY_FULL, and what
 * newFolderPath refuses. In it, leaving nothing: PACKAGE_FILE_DAMAGED, EXPORT_DISK_FULL, FOLDER_NOT_WRITABLE, CANCELLED.
 */
export async function startCasePackage(
  caseId: string,
  target: PackageTarget,
  context: UseCaseContext,
  withAccountData = false,
): Promise<{ jobId: string }> {
  const contents = casePackageManifest.parse(casePackageContents(caseId, context, withAccountData));
  const chosen = 'directory' in target ? target.directory : path.join(target.within, folderName(contents, context));
  const directory = newFolderPath(chosen, context.vault.directory);
  const bytes = contents.files.reduce((sum, file) => sum + file.bytes + TEXT_PER_FILE, 0);
  await ensureFreeSpace(path.dirname(directory), bytes);
  return {
    jobId: context.startJob('case-package', contents.caseNumber, (progress) =>
      writeNewFolder(
        directory,
        (temporary) => writePackage(contents, { directory, temporary }, progress, context),
        (written) => record(written, contents, context),
      ),
    ),
  };
}

interface Place {
  /** Where the package will lie. */
  readonly directory: string;
  /** Where it is put together. */
  readonly temporary: string;
}

async function writePackage(
  contents: CasePackageManifest,
  { directory, temporary }: Place,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<CasePackaged> {
  const total = contents.files.reduce((sum, file) => sum + file.bytes, 0);
  const sums: { path: string; sha256: string }[] = [];
  let done = 0;
  const advance = (bytes: number): void => {
    if (progress.signal.aborted) throw new AppError('CANCELLED');
    done += bytes;
    progress.report('files', done, total);
  };
  for (const folder of new Set(contents.files.map((file) => path.dirname(file.path))))
    mkdirSync(path.join(temporary, folder), { mode: 0o700 });
  for (const file of contents.files) {
    advance(0);
    const { sha256 } = await copyOut(file, { directory, temporary }, advance, progress.signal, context);
    sums.push({ path: file.path, sha256 });
  }
  const addText = async (name: string, text: string): Promise<ExportedFile> =>
    await writeExport(path.join(temporary, name), context.vault.directory, [Buffer.from(text)], null);
  const manifest = await addText(PACKAGE_NAMES.manifest, `${JSON.stringify(contents, null, 2)}\n`);
  const readMe = await addText(PACKAGE_NAMES.readMe, readMeText(contents));
  sums.push({ path: PACKAGE_NAMES.manifest, sha256: manifest.sha256 });
  sums.push({ path: PACKAGE_NAMES.readMe, sha256: readMe.sha256 });
  const { sha256 } = await addText(PACKAGE_NAMES.sums, sumsText(sums));
  advance(0);
  return {
    directory,
    name: path.basename(directory),
    files: contents.files.length,
    bytes: total,
    sha256,
    custodyHead: contents.custodyHead,
    leftOut: contents.leftOut.length,
  };
}

/** One file, decrypted in pieces; the hash on record is the judge. */
async function copyOut(
  file: PackagedFile,
  { directory, temporary }: Place,
  advance: (bytes: number) => void,
  signal: AbortSignal,
  context: UseCaseContext,
): Promise<ExportedFile> {
  try {
    const pieces = counted(piecesOf(openByHash(context, file.sha256)), advance);
    return await writeExport(path.join(temporary, file.path), context.vault.directory, pieces, file.sha256, signal);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code } = error;
    if (code === 'EVIDENCE_DAMAGED' || code === 'EVIDENCE_MISSING') {
      const params = { name: path.basename(file.path), sha256: file.sha256 };
      throw new AppError('PACKAGE_FILE_DAMAGED', params, { cause: error });
    }
    if (code === 'EXPORT_DISK_FULL') throw new AppError(code, { name: path.basename(directory) }, { cause: error });
    throw error;
  }
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  advance: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    yield piece;
    advance(piece.length);
  }
}

function record(
  { files, bytes, sha256, custodyHead, leftOut }: CasePackaged,
  contents: CasePackageManifest,
  context: UseCaseContext,
): void {
  const accountData = contents.files.filter((file) => file.type === 'original' && file.accountData).length;
  const facts = {
    items: files,
    bytes,
    sha256,
    entries: custodyHead.sequence,
    head: custodyHead.hash,
    ...(leftOut > 0 && { leftOut }),
    ...(accountData > 0 && { accountData }),
  };
  context.write(['cases', 'custody'], () => ({
    value: undefined,
    entry: { action: 'case.packaged', subjectKind: 'case', subjectId: contents.caseId, facts },
  }));
}

/** "paket-kasus-REG-003-XI-2026-20261122-231005": a case can be packaged again. */
function folderName({ caseNumber, madeAt }: CasePackageManifest, context: UseCaseContext): string {
  const { year, month, day, hour, minute, second } = localParts(new Date(madeAt), context.settings().timeZone);
  const two = (value: number): string => String(value).padStart(2, '0');
  const number = caseNumber.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  return `paket-kasus-${number.slice(0, 40)}-${year}${two(month)}${two(day)}-${two(hour)}${two(minute)}${two(second)}`;
}
