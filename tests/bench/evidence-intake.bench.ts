/** 1 GB taken in and verified, against the same bytes copied, synced and hashed by the system's own tools. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createTestVault } from '../support/test-vault.ts';
import { type Figure, timed } from './figure.ts';

const FILES = 40;
const MEGABYTES_EACH = 25;

export async function run(): Promise<readonly Figure[]> {
  const vault = await createTestVault();
  try {
    const folder = path.join(vault.folder, 'originals');
    mkdirSync(folder);
    const files = Array.from({ length: FILES }, (_, index) => makeFile(path.join(folder, `rekaman-${index}.bin`)));
    const tokens = await Promise.all(files.map(async (file) => (await vault.service.files.addPath(file)).token));
    execFileSync('sync');
    const intake = await timed(async () =>
      vault.job(await vault.service.call('evidence.addFiles', { caseId: null, files: tokens })),
    );
    const copy = path.join(vault.folder, 'copy');
    const copied = await timed(() => {
      execFileSync('cp', ['-r', folder, copy]);
      execFileSync('sync');
      execFileSync('openssl', ['dgst', '-sha256', ...files]);
    });
    rmSync(copy, { recursive: true });
    const verify = await timed(async () => vault.job(await vault.service.call('vault.verify', {})));
    const hashed = await timed(() => execFileSync('openssl', ['dgst', '-sha256', ...files]));
    return [
      {
        figure: `evidence intake of ${(FILES * MEGABYTES_EACH) / 1000} GB`,
        ours: intake,
        baseline: copied,
        baselineName: 'cp, sync, openssl dgst',
        aim: 2,
        unit: 'ms',
      },
      {
        figure: `vault verify of ${(FILES * MEGABYTES_EACH) / 1000} GB`,
        ours: verify,
        baseline: hashed,
        baselineName: 'openssl dgst -sha256',
        aim: 1.6,
        unit: 'ms',
      },
    ];
  } finally {
    await vault.dispose();
  }
}

function makeFile(file: string): string {
  const handle = openSync(file, 'w');
  for (let megabyte = 0; megabyte < MEGABYTES_EACH; megabyte += 1) writeSync(handle, randomBytes(1_000_000));
  closeSync(handle);
  return file;
}
