/** Outside programs that look at our files with other eyes; a test that needs a missing one is skipped by name. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whether a program is installed. */
export function hasTool(name: string): boolean {
  return spawnSync(name, ['-h'], { stdio: 'ignore' }).error === undefined;
}

/** Runs a program; answers its exit code and everything it printed. */
export function runTool(
  name: string,
  args: readonly string[],
): { readonly code: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(name, args, { encoding: 'utf8' });
  return { code: status, output: `${stdout}${stderr}` };
}

export interface Workspace {
  readonly folder: string;
  /** Writes a file and answers its path. */
  put(name: string, bytes: Uint8Array | string): string;
  file(name: string): string;
  remove(): void;
}

/** A temporary folder. */
export function createWorkspace(): Workspace {
  const folder = mkdtempSync(path.join(tmpdir(), 'netra-signature-'));
  const file = (name: string): string => path.join(folder, name);
  return {
    folder,
    file,
    put: (name, bytes) => {
      writeFileSync(file(name), bytes);
      return file(name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
