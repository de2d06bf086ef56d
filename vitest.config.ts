/**
 * The suites. `vitest run` alone runs what needs no window; the end-to-end suite starts real Electron windows and runs
 * serially, by name: `vitest run --project e2e`. The long campaigns likewise: `--project long`.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** A suite is the folder of its name; helpers in it are not tests. */
function suite(name: string) {
  return { name, include: [`tests/${name}/**/*.test.ts`, `tests/${name}/**/*.test.tsx`] };
}

/** A key is derived with real cost in many vault tests, on machines that also run other work. */
const patience = { testTimeout: 30_000, hookTimeout: 60_000 };

const everyday = ['unit', 'vault', 'contract', 'security'].map((name) => ({
  test: { ...suite(name), ...patience, environment: 'node' as const, pool: 'forks' as const },
}));

const renderer = {
  plugins: [react()],
  test: { ...suite('renderer'), ...patience, environment: 'jsdom' as const, pool: 'forks' as const },
};

/** One window at a time: they share a display, and times are measured. */
const serial = ['e2e', 'long'].map((name) => ({
  test: {
    ...suite(name),
    environment: 'node' as const,
    pool: 'forks' as const,
    fileParallelism: false,
    globalSetup: ['tests/support/e2e-setup.ts'],
    testTimeout: name === 'long' ? 3_600_000 : 180_000,
    hookTimeout: 180_000,
  },
}));

/** What was asked for by `--project`; without it the suites that need no window. */
const asked = process.argv.some((argument) => argument.startsWith('--project'));
/** A file that was named on the command line is found wherever it is. */
const named = process.argv.some((argument) => /tests[\\/](e2e|long)/.test(argument));

export default defineConfig({
  test: {
    projects: [...everyday, renderer, ...(asked || named ? serial : [])],
    // Two processes: more only make each other slow on the small machines this is built on.
    maxWorkers: 2,
  },
});
