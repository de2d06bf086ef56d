/**
 * The signing and verifying tests and their campaigns, the same files, in processes of the Electron that NETRA_LAUNCH names: their node:crypto
 * is BoringSSL. Worker programs are the built ones there (tests/support/worker-entry.ts).
 */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { ForksPoolWorker, type PoolOptions } from 'vitest/node';
import { z } from 'zod';

const launch = z.object({ executable: z.string() }).parse(JSON.parse(process.env['NETRA_LAUNCH'] ?? 'null'));

/** What vitest's own worker keeps to itself; it starts no process where one is there already. */
interface Own {
  _fork?: ChildProcess;
  readonly entrypoint: string;
  readonly env: NodeJS.ProcessEnv;
}

class ElectronPoolWorker extends ForksPoolWorker {
  override async start(): Promise<void> {
    const own = this as unknown as Own;
    own._fork = fork(own.entrypoint, [], {
      execPath: launch.executable,
      env: { ...own.env, ELECTRON_RUN_AS_NODE: '1' },
      execArgv: [],
      stdio: 'pipe',
      serialization: 'advanced',
    });
    await super.start();
  }
}

// eslint-disable-next-line no-restricted-syntax -- vitest takes its configuration as the default export
export default defineConfig({
  test: {
    root: path.resolve(import.meta.dirname, '../../..'),
    include: [
      'tests/unit/signature/**/*.test.ts',
      'tests/security/pdf-tamper/**/*.test.ts',
      'tests/long/{legal-files,pdf-campaigns}.test.ts',
    ],
    setupFiles: ['tests/support/boringssl/setup.ts'],
    // An older Electron's Node lacks what these libraries import by name; inlined, they only miss it when they call it.
    server: { deps: { inline: [/@libpdf/, /lru-cache/] } },
    // The campaigns take half a minute on a quiet machine.
    testTimeout: 600_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
    pool: { name: 'electron', createPoolWorker: (options: PoolOptions) => new ElectronPoolWorker(options) },
  },
});
