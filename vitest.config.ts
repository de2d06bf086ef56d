/**
 * The suites. `vitest run` alone runs what needs no window; the end-to-end suite starts real Electron windows and is run by
 * name: `vitest run --project e2e`. The long campaigns likewise: `--project long`.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

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

/** A display that windows would share, and with it the focus and the clipboard; without one each process gets its own. */
const sharedDisplay =
  process.platform !== 'linux' ||
  Boolean(process.env['DISPLAY'] ?? '') ||
  Boolean(process.env['WAYLAND_DISPLAY'] ?? '');

/** One file at a time where they share a display; of the campaigns always, whose times are measured. */
const windows = ['e2e', 'long'].map((name) => ({
  test: {
    ...suite(name),
    environment: 'node' as const,
    pool: 'forks' as const,
    fileParallelism: name === 'e2e' && !sharedDisplay,
    globalSetup: ['tests/support/e2e-setup.ts'],
    setupFiles: ['tests/support/e2e-display.ts'],
    testTimeout: name === 'long' ? 3_600_000 : 180_000,
    hookTimeout: 180_000,
  },
}));

/** End-to-end files of more than twenty seconds: begun last, one of them would run alone in the end. */
const LONG = [
  'hard-pages',
  'walk',
  'capture',
  'roster-files',
  'scroll-recording',
  'kill',
  'journey',
  'package',
  'crypto-self-test',
  'locking',
  'clear-text',
  'vault-care',
  'office-account',
].map((name) => `tests/e2e/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONG.findIndex((name) => moduleId.endsWith(name));
      return found < 0 ? LONG.length : found;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

/** What was asked for by `--project`; without it the suites that need no window. */
const asked = process.argv.some((argument) => argument.startsWith('--project'));
/** A file that was named on the command line is found wherever it is. */
const named = process.argv.some((argument) => /tests[\\/](e2e|long)/.test(argument));

export default defineConfig({
  test: {
    projects: [...everyday, renderer, ...(asked || named ? windows : [])],
    sequence: { sequencer: LongestFirst },
    // Two processes: more only make each other slow on the small machines this is built on.
    maxWorkers: 2,
  },
});
