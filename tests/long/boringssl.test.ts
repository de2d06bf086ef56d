/** Every signing and verifying test once more, and their campaigns, under Electron's BoringSSL (tests/support/boringssl). */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const outcome = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

it('the same signing and verifying tests pass in Electron', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'netra-boringssl-'));
  const report = path.join(folder, 'hasil.json');
  const program = path.resolve('node_modules/vitest/vitest.mjs');
  const config = path.resolve('tests/support/boringssl/vitest.config.ts');
  const words = ['run', '-c', config, '--reporter=json', `--outputFile=${report}`];
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], { stdio: 'ignore', env: withoutOwnRun() });
    child.on('error', reject);
    child.on('exit', resolve);
  });
  const { success, numPassedTests, testResults } = outcome.parse(JSON.parse(readFileSync(report, 'utf8')));
  rmSync(folder, { recursive: true, force: true });
  const failed = testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message === '' ? [] : [`${path.basename(name)}: ${message}`]),
    ...assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  ]);
  // A process that died is in no list of tests; the exit code tells of it.
  expect({ failed, success, code }).toEqual({ failed: [], success: true, code: 0 });
  expect(testResults.length).toBeGreaterThanOrEqual(25);
  expect(numPassedTests).toBeGreaterThan(280);
});

/** This run's own marks would make the other one think that it is a worker of this. */
function withoutOwnRun(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
}
