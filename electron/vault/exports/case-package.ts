/**
 * Writes a case package (paket kasus) outside the vault: a folder of plain files or one ZIP file, plain or encrypted in the age
 * format; whole or not at all, recorded in custody and kept in the list of packages that were made.
 */
import { mkdirSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type CasePackaged, packageOptions, type PackageOptions } from '#shared/contract/case-package.ts';
import { localParts } from '#shared/domain/text/local-time.ts';
import { judgePassphrase } from '#shared/domain/vault/passphrase.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { fileSystemError } from '../files/durable.ts';
import { refuseInside } from '../files/outside.ts';
import { type AgeLock, encrypted, refuseRecipient } from '../handover/age.ts';
import { zipped } from '../handover/zip-file.ts';
import type { JobProgress, UseCaseContext } from '../kernel.ts';
import { ensureFreeSpace } from '../place/free-space.ts';
import { type PackagePart, type PackagePlan, planPackage } from './case-package-parts.ts';
import { newFolderPath, writeNewFolder } from './new-folder.ts';
import { checkedPieces, packageError } from './package-pieces.ts';
import { writeExport } from './write-export.ts';

/** Where to: this very folder or file, or a new one inside a folder, named by the case and the time. */
export type PackageTarget = { readonly directory: string } | { readonly within: string } | { readonly file: string };

/**
 * Starts the job; its value is a CasePackaged. Before it: CASE_UNKNOWN, PACKAGE_NO_EVIDENCE, PACKAGE_NOTHING_MASKED,
 * PASSPHRASE_TOO_WEAK, PACKAGE_RECIPIENT_INVALID, DISK_NEARLY_FULL, and what newFolderPath refuses. In it, leaving nothing:
 * PACKAGE_FILE_DAMAGED, EXPORT_DISK_FULL, FOLDER_NOT_WRITABLE, CANCELLED.
 */
export async function startCasePackage(
  caseId: string,
  target: PackageTarget,
  context: UseCaseContext,
  asked: Partial<PackageOptions> = {},
): Promise<{ jobId: string }> {
  const options = packageOptions.parse(asked);
  const lock = await lockOf(options);
  const plan = planPackage(caseId, options, context);
  const work = options.form === 'folder' ? intoFolder(plan, target, context) : intoFile(plan, target, lock, context);
  // The file is read back beside itself, never copied: its own size is what it needs.
  const bytes = plan.parts.reduce((sum, part) => sum + part.bytes + 1_000, 0);
  await ensureFreeSpace(path.dirname(work.place), bytes);
  return {
    jobId: context.startJob('case-package', plan.manifest.caseNumber, (progress) => work.run(progress, options)),
  };
}

interface Work {
  readonly place: string;
  run(progress: JobProgress, options: PackageOptions): Promise<CasePackaged>;
}

async function lockOf({ form, passphrase, recipient }: PackageOptions): Promise<AgeLock | null> {
  if (form === 'age-passphrase') {
    const problem = judgePassphrase(passphrase);
    if (problem !== null) throw new AppError('PASSPHRASE_TOO_WEAK', { problem });
    return { passphrase };
  }
  if (form !== 'age-recipient') return null;
  await refuseRecipient(recipient);
  return { recipient };
}

function intoFolder(plan: PackagePlan, target: PackageTarget, context: UseCaseContext): Work {
  if ('file' in target) throw new AppError('INVALID_INPUT', { field: 'form' });
  const chosen = 'directory' in target ? target.directory : path.join(target.within, packageName(plan, context));
  const place = newFolderPath(chosen, context.vault.directory);
  return {
    place,
    run: async (progress, options) =>
      await writeNewFolder(
        place,
        async (temporary) => {
          await writeFiles(plan, { place, temporary }, progress, context);
          return packaged(plan, options, place, null);
        },
        (made) => record(made, plan, options, context),
      ),
  };
}

async function writeFiles(
  plan: PackagePlan,
  { place, temporary }: { readonly place: string; readonly temporary: string },
  progress: JobProgress,
  context: UseCaseContext,
): Promise<void> {
  const advance = advancing(plan, progress);
  advance(0);
  for (const folder of new Set(plan.parts.map((part) => path.dirname(part.path)).filter((folder) => folder !== '.')))
    mkdirSync(path.join(temporary, folder), { mode: 0o700 });
  for (const part of plan.parts) {
    const pieces = checkedPieces(part, context, advance);
    const file = path.join(temporary, part.path);
    await writeExport(file, context.vault.directory, pieces, part.sha256, progress.signal).catch((error: unknown) => {
      throw packageError(error, part, path.basename(place));
    });
  }
  advance(0);
}

/** One file; nothing is under its name before all of it is there and was read back. */
function intoFile(plan: PackagePlan, target: PackageTarget, lock: AgeLock | null, context: UseCaseContext): Work {
  if ('directory' in target) throw new AppError('INVALID_INPUT', { field: 'form' });
  const ending = lock === null ? '.zip' : '.zip.age';
  const place = filePlace(
    'file' in target ? target.file : path.join(target.within, packageName(plan, context) + ending),
  );
  refuseInside(context.vault.directory, place);
  return {
    place,
    run: async (progress, options) => {
      const advance = advancing(plan, progress);
      advance(0);
      const zip = zipped(
        plan.parts.map((part) => zipPart(part, path.basename(place), context, advance)),
        new Date(plan.manifest.madeAt),
      );
      const pieces = lock === null ? zip : await encrypted(zip, lock);
      const { sha256 } = await writeExport(place, context.vault.directory, pieces, null, progress.signal);
      try {
        advance(0);
        const made = packaged(plan, options, place, sha256);
        record(made, plan, options, context);
        return made;
      } catch (error) {
        await rm(place, { force: true });
        throw error;
      }
    },
  };
}

function zipPart(part: PackagePart, name: string, context: UseCaseContext, advance: (bytes: number) => void) {
  return {
    path: part.path,
    bytes: part.bytes,
    pieces: async function* (): AsyncGenerator<Uint8Array> {
      try {
        yield* checkedPieces(part, context, advance);
      } catch (error) {
        throw packageError(error, part, name);
      }
    },
  };
}

/** FOLDER_NOT_WRITABLE when the folder above is not there. */
function filePlace(chosen: string): string {
  const resolved = path.resolve(chosen);
  try {
    return path.join(realpathSync(path.dirname(resolved)), path.basename(resolved));
  } catch (error) {
    throw fileSystemError(new AppError('FOLDER_NOT_WRITABLE', {}, { cause: error }));
  }
}

function advancing({ parts }: PackagePlan, progress: JobProgress): (bytes: number) => void {
  const total = parts.reduce((sum, part) => sum + part.bytes, 0);
  let done = 0;
  return (bytes) => {
    if (progress.signal.aborted) throw new AppError('CANCELLED');
    done += bytes;
    progress.report('files', done, total);
  };
}

function packaged(plan: PackagePlan, options: PackageOptions, place: string, fileSha256: string | null): CasePackaged {
  return {
    id: plan.manifest.packageId,
    kind: options.kind,
    form: options.form,
    directory: place,
    name: path.basename(place),
    files: plan.held.files,
    bytes: plan.held.bytes,
    sha256: plan.sumsSha256,
    fileSha256,
    custodyHead: plan.manifest.custodyHead,
    leftOut: plan.manifest.leftOut.length,
  };
}

/** The entry and the row in the list of packages: both or neither. */
function record(made: CasePackaged, plan: PackagePlan, options: PackageOptions, context: UseCaseContext): void {
  const { manifest } = plan;
  const accountData = manifest.files.filter((file) => file.type === 'original' && file.accountData).length;
  const facts = {
    kind: made.kind,
    form: made.form,
    items: made.files,
    bytes: made.bytes,
    sha256: made.sha256,
    manifest: plan.manifestSha256,
    ...(made.fileSha256 !== null && { file: made.fileSha256 }),
    entries: made.custodyHead.sequence,
    head: made.custodyHead.hash,
    ...(made.leftOut > 0 && { leftOut: made.leftOut }),
    ...(accountData > 0 && { accountData }),
  };
  context.write(['cases', 'custody', 'handover'], (database) => {
    database.run(
      `INSERT INTO made_packages (id, case_id, made_at, made_by, kind, form, handed_to, name, files, bytes, manifest,
         manifest_sha256, sums_sha256, file_sha256)
       VALUES (@id, @caseId, @madeAt, @madeBy, @kind, @form, @handedTo, @name, @files, @bytes, @manifest, @manifestSha256,
         @sumsSha256, @fileSha256)`,
      {
        id: made.id,
        caseId: manifest.caseId,
        madeAt: manifest.madeAt,
        madeBy: context.actor.id,
        kind: made.kind,
        form: made.form,
        handedTo: options.handedTo,
        name: made.name,
        files: made.files,
        bytes: made.bytes,
        manifest: Buffer.from(plan.manifestBytes).toString('utf8'),
        manifestSha256: plan.manifestSha256,
        sumsSha256: made.sha256,
        fileSha256: made.fileSha256,
      },
    );
    return {
      value: undefined,
      entry: { action: 'case.packaged', subjectKind: 'case', subjectId: manifest.caseId, facts },
    };
  });
}

/** "paket-kasus-REG-003-XI-2026-20261122-231005": a case can be packaged again. */
export function packageName({ manifest }: PackagePlan, context: UseCaseContext): string {
  const at = new Date(manifest.madeAt);
  const { year, month, day, hour, minute, second } = localParts(at, context.settings().timeZone);
  const two = (value: number): string => String(value).padStart(2, '0');
  const number = manifest.caseNumber.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  const masked = manifest.kind === 'disamarkan' ? '-disamarkan' : '';
  return `paket-kasus-${number.slice(0, 40)}${masked}-${year}${two(month)}${two(day)}-${two(hour)}${two(minute)}${two(second)}`;
}
