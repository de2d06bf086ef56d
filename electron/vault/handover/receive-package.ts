/** Takes a package of another vault in, as it is and for reading only: every hash, the seal and the extract hold, or nothing is taken. */
import { createHash } from 'node:crypto';
import { PACKAGE_NAMES } from '#shared/contract/case-package.ts';
import type { ReceivedPackage } from '#shared/contract/handover.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { sniffMediaType } from '#shared/domain/evidence/media-type.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { sumsText } from '../exports/case-package-texts.ts';
import type { FileSource, JobProgress, StagedBlob, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { checkPackage, type CheckedPackage, damaged } from './check-package.ts';
import { openPackage, openPackageFolder, type OpenPackage } from './open-package.ts';
import type { ArchiveFile } from './package-archive.ts';
import { knowledgeOfSeal, receivedById } from './received-rows.ts';

interface TakenFile {
  readonly path: string;
  readonly blob: StagedBlob;
  readonly mime: string;
}

/**
 * Starts the job; its value is a ReceivedPackage. In it, leaving nothing: PACKAGE_NOT_ONE, PACKAGE_HOSTILE, PACKAGE_DAMAGED with
 * the file's name, PACKAGE_SEAL_BROKEN, PACKAGE_CUSTODY_BROKEN, PACKAGE_PASSPHRASE_NEEDED, PACKAGE_WRONG_PASSPHRASE,
 * PACKAGE_ALREADY_RECEIVED, DISK_NEARLY_FULL, CANCELLED.
 */
export async function startReceiving(
  input: InputOf<'handover.receive'>,
  context: UseCaseContext,
): Promise<{ jobId: string }> {
  const folder = context.folder(input.file);
  if (folder !== null) {
    const opened = openPackageFolder(folder);
    const take = (progress: JobProgress) => receive(opened, sumsOf, input, progress, context);
    return { jobId: context.startJob('package-receive', opened.name, take) };
  }
  const file = await context.file(input.file);
  const jobId = context.startJob('package-receive', file.name, async (progress) => {
    try {
      progress.report('opening', 0, null);
      const opened = await openPackage(file, input.passphrase, context, progress.signal);
      const whole = async () => ({ bytes: file.bytes, sha256: await hashOf(file, progress.signal) });
      return await receive(opened, whole, input, progress, context);
    } finally {
      await file.close();
    }
  });
  return { jobId };
}

/** What came, as it lay there: the one file, or for a folder its SHA256SUMS. */
type Delivered = (taken: readonly TakenFile[]) => Promise<{ readonly bytes: number; readonly sha256: string }>;

/** A folder is known by its SHA256SUMS, which names every other file: the value that its maker tells the receiver. */
const sumsOf: Delivered = (taken) => {
  const bytes = taken.reduce((sum, { blob }) => sum + blob.bytes, 0);
  const sums = taken.find(({ path }) => path === PACKAGE_NAMES.sums);
  if (sums === undefined) throw new Error('a package without sums was taken');
  return Promise.resolve({ bytes, sha256: sums.blob.sha256 });
};

async function receive(
  opened: OpenPackage,
  delivered: Delivered,
  { receivedFrom }: Pick<InputOf<'handover.receive'>, 'receivedFrom'>,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<ReceivedPackage> {
  const taken: TakenFile[] = [];
  try {
    progress.report('opening', 0, null);
    const checked = await checkPackage(opened, progress.signal);
    await context.ensureFreeSpace([...checked.files.values()].reduce((sum, one) => sum + one.bytes, 0));
    await takeFiles(checked, opened, taken, progress, context);
    // Only now: of a copy that is damaged, its receiver must hear that, and not that all of it is here.
    refuseKnown(checked, context);
    const file = { name: opened.name, ...(await delivered(taken)) };
    return await keep(checked, taken, { file, encrypted: opened.encrypted, receivedFrom }, progress, context);
  } finally {
    // What was adopted is the vault's own now, and discarding it does nothing.
    for (const { blob } of taken) await context.blobs.discard(blob);
    await opened.close();
  }
}

/** Each file into the vault's staging, judged by the list; the sums must say the same. */
async function takeFiles(
  checked: CheckedPackage,
  source: Pick<OpenPackage, 'name'>,
  taken: TakenFile[],
  progress: JobProgress,
  context: UseCaseContext,
): Promise<void> {
  const total = [...checked.files.values()].reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  for (const file of checked.files.values()) {
    const advance = (bytes: number): void => progress.report('intake', (done += bytes), total);
    const blob = await context.blobs.stage(told(file, advance, progress.signal), progress.signal);
    taken.push({ path: file.path, blob, mime: mimeOf(file.path, checked, blob) });
    const expected =
      checked.expected(file.path) ?? (file.path === PACKAGE_NAMES.manifest ? checked.manifestSha256 : null);
    if (expected !== null && blob.sha256 !== expected) throw damaged(source, file.path);
  }
  refuseOtherSums(checked, taken, source);
}

/** SHA256SUMS must hold every other file, and nothing else: a reader without this app goes by it. */
function refuseOtherSums(
  { manifest }: CheckedPackage,
  taken: readonly TakenFile[],
  source: Pick<OpenPackage, 'name'>,
): void {
  const hashOfPath = new Map(taken.map(({ path, blob }) => [path, blob.sha256]));
  const paths = [...manifest.files.map(({ path }) => path), PACKAGE_NAMES.manifest, PACKAGE_NAMES.signature];
  const text = sumsText(paths.map((path) => ({ path, sha256: hashOfPath.get(path) ?? '' })));
  const expected = createHash('sha256').update(text).digest('hex');
  if (hashOfPath.get(PACKAGE_NAMES.sums) !== expected) throw damaged(source, PACKAGE_NAMES.sums);
}

async function* told(
  file: ArchiveFile,
  advance: (bytes: number) => void,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for await (const piece of file.pieces(signal)) {
    yield piece;
    advance(piece.length);
  }
}

/** By content where a picture, video or document is told by it; else as the list says of texts, never by the name alone. */
function mimeOf(path: string, { manifest }: CheckedPackage, blob: StagedBlob): string {
  const found = sniffMediaType(blob.head)?.mime;
  if (found !== undefined) return found;
  const listed = manifest.files.find((file) => file.path === path);
  if (listed !== undefined && 'mediaType' in listed && /^text\/plain$|^application\/json$/.test(listed.mediaType))
    return listed.mediaType;
  return /\.(?:txt|jsonl|json)$|^SHA256SUMS$/.test(path) ? 'text/plain' : 'application/octet-stream';
}

function refuseKnown({ manifest, manifestSha256 }: CheckedPackage, context: UseCaseContext): void {
  const known = context.database.get('SELECT 1 FROM received_packages WHERE manifest_sha256 = ?', [manifestSha256]);
  if (known) throw new AppError('PACKAGE_ALREADY_RECEIVED', { case: manifest.caseNumber });
}

interface Reception {
  /** The file or folder as it came. */
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string };
  readonly encrypted: boolean;
  readonly receivedFrom: string;
}

async function keep(
  checked: CheckedPackage,
  taken: readonly TakenFile[],
  reception: Reception,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<ReceivedPackage> {
  const { manifest, manifestSha256 } = checked;
  const id = context.newId();
  const bytes = taken.reduce((sum, { blob }) => sum + blob.bytes, 0);
  return await context.writeLong(['handover', 'custody'], progress.signal, (database) => {
    refuseKnown(checked, context);
    const seal = knowledgeOfSeal(manifest, context);
    insertPackage(database, { id, seal, files: taken.length, bytes }, checked, reception, context);
    for (const [position, { path, blob, mime }] of taken.entries()) {
      context.blobs.adopt(database, blob);
      database.run(
        'INSERT INTO received_files (package_id, position, path, bytes, sha256, mime) VALUES (?, ?, ?, ?, ?, ?)',
        [id, position, path, blob.bytes, blob.sha256, mime],
      );
    }
    const facts = {
      items: taken.length,
      bytes,
      file: reception.file.sha256,
      manifest: manifestSha256,
      fingerprint: manifest.sealFingerprint,
      seal,
      entries: manifest.custodyHead.sequence,
      head: manifest.custodyHead.hash,
    };
    return {
      value: receivedById(database, id),
      entry: { action: 'package.received', subjectKind: 'package', subjectId: id, facts },
    };
  });
}

function insertPackage(
  database: WritableDatabase,
  made: { readonly id: string; readonly seal: string; readonly files: number; readonly bytes: number },
  { manifest, manifestSha256 }: CheckedPackage,
  { file, encrypted, receivedFrom }: Reception,
  context: UseCaseContext,
): void {
  database.run(
    `INSERT INTO received_packages (id, received_at, received_by, received_from, file_name, file_bytes, file_sha256, encrypted,
       kind, case_number, made_at, made_by, vault_id, seal_fingerprint, seal, manifest_sha256, files, bytes)
     VALUES (@id, @receivedAt, @receivedBy, @receivedFrom, @fileName, @fileBytes, @fileSha256, @encrypted, @kind, @caseNumber,
       @madeAt, @madeBy, @vaultId, @fingerprint, @seal, @manifestSha256, @files, @bytes)`,
    {
      ...made,
      receivedAt: context.now().toISOString(),
      receivedBy: context.actor.id,
      receivedFrom,
      fileName: file.name,
      fileBytes: file.bytes,
      fileSha256: file.sha256,
      encrypted: encrypted ? 1 : 0,
      kind: manifest.kind,
      caseNumber: manifest.caseNumber,
      madeAt: manifest.madeAt,
      madeBy: manifest.madeBy.name,
      vaultId: manifest.vaultId,
      fingerprint: manifest.sealFingerprint,
      manifestSha256,
    },
  );
}

async function hashOf(file: FileSource, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of file.chunks(signal)) hash.update(piece);
  return hash.digest('hex');
}
