/** A case in a real vault, its package, and what is asked of it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import {
  type CasePackaged,
  casePackaged,
  casePackageManifest,
  type CasePackageManifest,
} from '../../../shared/contract/case-package.ts';
import type { CaptureRecordSummary } from '../../../shared/contract/capture.ts';
import type { ArtefactKind } from '../../../shared/contract/evidence.ts';
import { createCaptureIntake } from '../../../electron/vault/evidence/capture-intake.ts';
import { startCasePackage } from '../../../electron/vault/exports/case-package.ts';
import type { UseCaseContext } from '../../../electron/vault/kernel.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

export const MIB = 1_048_576;
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export interface PackageBench {
  readonly vault: TestVault;
  readonly caseId: string;
  /** Parent of the packages: nothing else may be in it afterwards. */
  readonly out: string;
  readonly call: TestVault['service']['call'];
  /** Takes a file into the case; answers with the item's id. */
  add(name: string, bytes: Uint8Array | string): Promise<string>;
  /** Makes the package, in "paket" when no other folder is named. */
  packed(directory?: string, context?: UseCaseContext): Promise<CasePackaged>;
  /** The number of custody entries. */
  entries(): Promise<number>;
}

export async function packageBench(options: Parameters<typeof createTestVault>[0] = {}): Promise<PackageBench> {
  const vault = await createTestVault(options);
  const call: PackageBench['call'] = (name, input) => vault.service.call(name, input);
  const { id: caseId } = await call('cases.create', { title: 'Unggahan' });
  const out = path.join(vault.folder, 'serah');
  mkdirSync(out);
  return {
    vault,
    caseId,
    out,
    call,
    add: async (name, bytes) => {
      const files = [await vault.file(name, bytes)];
      const taken = (await vault.job(await call('evidence.addFiles', { caseId, files, obtainedFrom: 'Warga' }))) as {
        added: { id: string }[];
      };
      return taken.added[0]?.id ?? '';
    },
    packed: async (directory = path.join(out, 'paket'), context = vault.service.context()) =>
      casePackaged.parse(await vault.job(await startCasePackage(caseId, { directory }, context))),
    entries: async () => (await call('custody.list', { limit: 1 })).total,
  };
}

/** Takes a capture into the case: each artefact with its kind, type and bytes. */
export async function addCapture(
  { vault, caseId }: PackageBench,
  address: string,
  artefacts: readonly (readonly [kind: ArtefactKind, mime: string, bytes: Uint8Array])[],
): Promise<void> {
  const intake = createCaptureIntake(vault.service.context());
  const { intakeId } = await intake.begin({ caseId, expectedBytes: 0 });
  for (const [kind, mime, bytes] of artefacts) {
    await intake.append({ intakeId, kind, index: 0, mime, bytes });
    await intake.finishArtefact({ intakeId, kind, index: 0, name: kind, width: null, height: null });
  }
  const summary: CaptureRecordSummary = {
    outcome: 'captured',
    requestedUrl: address,
    documentUrl: address,
    shownUrl: address,
    status: 200,
    ip: null,
    protocol: null,
    redirects: [],
    certificate: null,
    addressReachedInPage: false,
    removedHeaders: [],
    completeness: { heightSeen: 800, documentHeight: 800, imagesLoaded: 0, imagesDeclared: 0, joinsClean: true },
    warnings: [],
    version: 1,
    assessment: null,
    postFacts: null,
    media: [],
    webArchive: null,
    seenBy: null,
    capturedAt: '2026-11-20T01:00:00.000Z',
    capturedAtLocal: '2026-11-20T08:00:00+07:00',
  };
  await intake.commit({ intakeId, record: { title: 'Unggahan', summary } });
}

/** The list of a package, as its schema demands. */
export function manifestOf(directory: string): CasePackageManifest {
  return casePackageManifest.parse(JSON.parse(readFileSync(path.join(directory, 'isi-paket.json'), 'utf8')));
}

/** The names in SHA256SUMS, each re-hashed; on Linux the tool itself reads them, too. */
export function sumsOf(directory: string): string[] {
  const text = readFileSync(path.join(directory, 'SHA256SUMS'), 'utf8');
  const names = text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, sum, name = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      expect(sha256(readFileSync(path.join(directory, name)))).toBe(sum);
      return name;
    });
  if (process.platform === 'linux')
    execFileSync('sha256sum', ['-c', '--strict', '--quiet', 'SHA256SUMS'], { cwd: directory });
  return names;
}

/** The vault's context, whose jobs tell of every step and can be cancelled there. */
export function watched(vault: TestVault, heard: (cancel: () => void, done: number) => void): UseCaseContext {
  const context = vault.service.context();
  return {
    ...context,
    startJob: (kind, label, work) => {
      const jobId: string = context.startJob(kind, label, (progress) =>
        work({
          signal: progress.signal,
          report: (phase, done, total) => {
            heard(() => void vault.service.jobs.cancel(jobId), done);
            progress.report(phase, done, total);
          },
        }),
      );
      return jobId;
    },
  };
}

/** Bytes without a pattern, the same in every run. */
export function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let offset = 0, seed = 1; offset < length; offset += 1) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    bytes[offset] = seed >> 16;
  }
  return bytes;
}

/** Only root can make a small disk; a container may refuse it even then. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mountWorks();

/** A file system of so many bytes at a folder; the answer takes it away. */
export function mountSmall(folder: string, bytes: number): () => void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' });
  return () => void execFileSync('umount', ['--lazy', folder]);
}

function mountWorks(): boolean {
  const at = mkdtempSync(path.join(tmpdir(), 'netra-mount-'));
  try {
    mountSmall(at, MIB)();
    return true;
  } catch {
    return false;
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
}
