/** A real encrypted vault in a temporary folder, with the real workers, cheap only in its passphrase's cost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JobState } from '../../shared/contract/app.ts';
import { AppError, fromErrorReport } from '../../shared/errors/app-error.ts';
import type { ErrorReport } from '../../shared/errors/app-error.ts';
import { addFirstContent } from '../../electron/vault/first-content.ts';
import { createVaultService, type VaultService, type VaultServiceParts } from '../../electron/vault/service.ts';
import { forkSpawner } from '../../electron/vault/workers/fork-spawner.ts';

const root = path.resolve(import.meta.dirname, '../..');
export const PASSPHRASE = 'kereta melaju pelan 42';
/** Fast enough for hundreds of tests; the standard cost has its own test. */
export const CHEAP_KDF = { memoryKib: 64, iterations: 1, parallelism: 1 } as const;

export const workerEntries = {
  'roster-import': path.join(root, 'electron/workers/roster-import/index.ts'),
  report: path.join(root, 'electron/workers/report/index.ts'),
  images: path.join(root, 'electron/workers/images/index.ts'),
  'pdf-reader': path.join(root, 'electron/workers/pdf-reader/index.ts'),
} as const;

export interface TestVault {
  readonly directory: string;
  /** The folder above: put files for a test here. */
  readonly folder: string;
  readonly service: VaultService;
  /** Writes a file and registers it. */
  file(name: string, bytes: Uint8Array | string): Promise<string>;
  /** Waits for a job to end; throws its error. */
  job(started: { jobId: string }): Promise<unknown>;
  /** Opens the same folder with a new service, as after a restart. */
  reopen(): Promise<TestVault>;
  dispose(): Promise<void>;
}

export async function createTestVault(
  options: Partial<VaultServiceParts> & { readonly sampleData?: boolean } = {},
): Promise<TestVault> {
  const folder = mkdtempSync(path.join(tmpdir(), 'netra-test-'));
  const directory = path.join(folder, 'vault');
  const vault = startService(folder, directory, options);
  await vault.service.create({
    directory,
    name: 'Brankas Uji',
    userName: 'Ayu Petugas',
    identityNumber: '',
    passphrase: PASSPHRASE,
    practice: true,
    sampleData: options.sampleData ?? false,
  });
  return vault;
}

function startService(folder: string, directory: string, options: Partial<VaultServiceParts>): TestVault {
  const watchers = new Set<(state: JobState) => void>();
  const service = createVaultService({
    profileDirectory: path.join(folder, 'profile'),
    resourcesDirectory: path.join(root, 'resources'),
    appVersion: '0.0.0-test',
    spawnWorker: forkSpawner({ entries: workerEntries, execPath: null }),
    kdfProfile: CHEAP_KDF,
    placeOf: () => 'fixed',
    onCreated: addFirstContent,
    ...options,
    events: {
      fault: (_id, error) =>
        process.stderr.write(
          `fault in the vault: ${error instanceof Error ? (error.stack ?? '') : String(error)}\n${error instanceof Error && error.cause instanceof Error ? error.cause.message : ''}\n`,
        ),
      ...options.events,
      jobChanged: (state) => {
        for (const watcher of watchers) watcher(state);
      },
    },
  });
  return {
    directory,
    folder,
    service,
    file: async (name, bytes) => {
      const file = path.join(folder, name);
      writeFileSync(file, bytes);
      return (await service.files.addPath(file)).token;
    },
    job: ({ jobId }) =>
      new Promise((resolve, reject) => {
        const settle = (state: JobState): void => {
          if (state.jobId !== jobId || state.state === 'running') return;
          watchers.delete(settle);
          if (state.state === 'done') resolve(state.value);
          else if (state.error) reject(fromErrorReport(state.error as ErrorReport));
          else reject(new AppError('CANCELLED'));
        };
        watchers.add(settle);
        for (const state of service.jobs.list()) settle(state);
      }),
    reopen: async () => {
      await service.lock('button');
      const again = startService(folder, directory, options);
      await again.service.open({ directory, passphrase: PASSPHRASE, userName: '' });
      return again;
    },
    dispose: async () => {
      await service.lock('button');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
