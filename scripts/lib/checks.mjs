/** The checks that need no test: types, lint, format, layers. */
import { existsSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runCollected } from './run.mjs';
import { typedFolders, typeScriptOf } from './typed-folders.mjs';

/**
 * Runs all checks.
 *
 * @param {(step: {name: string, ok: boolean, seconds: number, output: string}) => void} onStep called as each ends
 * @param {number} parallel how many run at once; two for the small machines alone
 * @returns {Promise<{name: string, ok: boolean}[]>}
 */
export async function runChecks(onStep, parallel = 2) {
  const steps = allSteps();
  const results = [];
  const work = async () => {
    for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
      const start = performance.now();
      const { code, output } = await runCollected(process.execPath, [
        ...(step.flags ?? []),
        inRoot(...step.program),
        ...step.args,
      ]);
      const result = { name: step.name, ok: code === 0, seconds: (performance.now() - start) / 1000, output };
      onStep(result);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return results;
}

/** The longest first, so that the last to end is a short one. */
function allSteps() {
  const sources = ['electron', 'renderer', 'shared', 'tests', 'scripts'].filter((name) => existsSync(inRoot(name)));
  const folders = typedFolders();
  return [
    ...folders.map((folder) => ({
      name: `types and lint of ${folder === '.' ? 'the configuration' : folder}`,
      program: ['scripts', 'lib', 'check-folder.mjs'],
      args: [folder],
      // The tests know all of the app; what Node gives a program by itself is less on a machine with little memory.
      flags: ['--max-old-space-size=4096'],
    })),
    {
      name: 'layers',
      program: ['node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs'],
      args: [...sources, '--config', '.dependency-cruiser.cjs'],
    },
    {
      name: 'lint of all else',
      program: ['node_modules', 'eslint', 'bin', 'eslint.js'],
      args: ['.', '--max-warnings', '0', ...folders.flatMap((folder) => ['--ignore-pattern', typeScriptOf(folder)])],
    },
    { name: 'format', program: ['node_modules', '@biomejs', 'biome', 'bin', 'biome'], args: ['format', '.'] },
  ];
}
