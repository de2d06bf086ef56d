/** A real encrypted vault in a temporary folder, with the real workers, cheap only in its passphrase's cost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JobState } from '../../shared/contract/app.ts';
import type { CallOf, OutputOf } from '../../shared/contract/index.ts';
import {
  rosterImportResult,
  type RosterImportResult,
  rosterPlan,
  type RosterPlan,
  type SheetMapping,
} from '../../shared/contract/roster-import.ts';
import { AppError, fromErrorReport } from '../../shared/errors/app-error.ts';
import type { ErrorReport } from '../../shared/errors/app-error.ts';
import { addFirstContent } from '../../electron/vault/first-content.ts';
import { createVaultService, type VaultService, type VaultServiceParts } from '../../electron/vault/service.ts';
import { forkSpawner } from '../../electron/vault/workers/fork-spawner.ts';
import { workerEntry } from './worker-entry.ts';

const root = path.resolve(import.meta.dirname, '../..');
export const PASSPHRASE = 'kereta melaju pelan 42';
/** Fast enough for hundreds of tests; the standard cost has its own test. */
export const CHEAP_KDF = { memoryKib: 64, iterations: 1, parallelism: 1 } as const;

/** The real workers, started as quickly as tests can. */
export const workerEntries = {
  'roster-import': workerEntry('roster-import'),
  report: workerEntry('report'),
  images: workerEntry('images'),
  'pdf-reader': workerEntry('pdf-reader'),
  'text-recognition': workerEntry('text-recognition'),
  'report-intake': workerEntry('report-intake'),
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
  /** Imports a registered roster file as proposed, or by the given sheets: plan and apply. */
  importRoster(file: string, options?: ImportOptions): Promise<RosterImportResult>;
  /** What an import of the file would do. */
  planRoster(file: string, options?: ImportOptions): Promise<RosterPlan>;
  /** Opens the same folder with a new service, as after a restart. */
  reopen(): Promise<TestVault>;
  dispose(): Promise<void>;
}

/** What goes to roster.plan, and what goes to roster.apply. */
export interface ImportOptions extends Partial<Omit<CallOf<'roster.plan'>, 'file'>> {
  readonly apply?: Partial<Omit<CallOf<'roster.apply'>, 'planId'>>;
}

/** The sheets of an inspection as they are proposed. */
export function proposedSheets({ sheets }: Pick<OutputOf<'roster.inspect'>, 'sheets'>): SheetMapping[] {
  return sheets.flatMap(({ name, headerRow, proposal, unitFromSheetName, kind }) => {
    const mapping = proposal.flatMap(({ column, field }) => (field === null ? [] : [{ column, field }]));
    return headerRow === null ? [] : [{ name, headerRow, mapping, unitFromSheetName, kind }];
  });
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
  const job = ({ jobId }: { jobId: string }): Promise<unknown> =>
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
    });
  const planRoster = async (file: string, { apply: _apply, ...plan }: ImportOptions = {}): Promise<RosterPlan> => {
    const sheets = plan.sheets ?? proposedSheets(await service.call('roster.inspect', { file }));
    return rosterPlan.parse(await job(await service.call('roster.plan', { ...plan, file, sheets })));
  };
  return {
    directory,
    folder,
    service,
    job,
    planRoster,
    importRoster: async (file, options) => {
      const { planId } = await planRoster(file, options);
      return rosterImportResult.parse(await job(await service.call('roster.apply', { planId, ...options?.apply })));
    },
    file: async (name, bytes) => {
      const file = path.join(folder, name);
      writeFileSync(file, bytes);
      return (await service.files.addPath(file)).token;
    },
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
