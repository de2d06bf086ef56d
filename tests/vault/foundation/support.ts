/** A real encrypted vault in a temporary folder, with a cheap key derivation: the one thing that tests may weaken. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createVaultService } from '../../../electron/vault/service.ts';
import type { VaultService, VaultServiceParts } from '../../../electron/vault/service.ts';
import type { OutputOf } from '#shared/contract/index.ts';

export const FAST_KDF = { memoryKib: 64, iterations: 1, parallelism: 1 } as const;
export const PASSPHRASE = 'jambu air di teras 1987';
export const USER = 'Ratna Contohwati';

export interface Place {
  readonly root: string;
  readonly vault: string;
  readonly profile: string;
  remove(): void;
}

export function newPlace(): Place {
  const root = mkdtempSync(path.join(tmpdir(), 'netra-vault-'));
  return {
    root,
    vault: path.join(root, 'vault'),
    profile: path.join(root, 'profile'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export function newService(place: Place, parts: Partial<VaultServiceParts> = {}): VaultService {
  return createVaultService({
    profileDirectory: place.profile,
    resourcesDirectory: path.resolve('resources'),
    appVersion: '0.1.0-test',
    kdfProfile: FAST_KDF,
    spawnWorker: () => {
      throw new Error('this test starts no worker');
    },
    ...parts,
  });
}

export const NEW_VAULT = {
  name: 'Vault Uji',
  userName: USER,
  identityNumber: '',
  passphrase: PASSPHRASE,
  practice: true,
  sampleData: false,
} as const;

export async function create(service: VaultService, place: Place): Promise<OutputOf<'vault.create'>> {
  return await service.create({ directory: place.vault, ...NEW_VAULT });
}

export async function open(
  service: VaultService,
  place: Place,
  passphrase = PASSPHRASE,
  userName = '',
): ReturnType<VaultService['open']> {
  return await service.open({ directory: place.vault, passphrase, userName });
}

/** Stages and adopts bytes in one transaction; answers with their hash. */
export async function keep(service: VaultService, bytes: Uint8Array): Promise<string> {
  const context = service.context();
  const staged = await context.blobs.stage([bytes]);
  context.write(['evidence'], (database) => {
    context.blobs.adopt(database, staged);
    return {
      value: undefined,
      entry: { action: 'test.kept', subjectKind: null, subjectId: null, facts: { sha256: staged.sha256 } },
    };
  });
  return staged.sha256;
}

/** Every file below a folder, with its path inside it. */
export function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)));
}

/** Files that hold a text, in UTF-8 or UTF-16. */
export function filesHolding(directory: string, text: string): string[] {
  return filesBelow(directory).filter((name) => {
    const content = readFileSync(path.join(directory, name));
    return content.includes(text) || content.includes(Buffer.from(text, 'utf16le'));
  });
}

/** Waits for a job and gives its value; throws its error's code. */
export async function jobValue(service: VaultService, started: { readonly jobId: string }): Promise<unknown> {
  const state = await service.jobs.finished(started.jobId);
  if (state.state !== 'done') throw new Error(state.error?.code ?? state.state);
  return state.value;
}
