/** The checks that need no test: types, lint, format, layers. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { runCollected } from './run.mjs';

/** In parts: with the types of all at once eslint needs more memory than Node gives it. */
const LINTED = [
  { name: 'lint of pages and tests', args: ['renderer', 'tests'] },
  { name: 'lint of all else', args: ['.', '--ignore-pattern', 'renderer', '--ignore-pattern', 'tests'] },
];

/** Folders with a tsconfig of their own: a row each of the table of who may import whom. */
const typedFolders = [
  '.',
  'shared',
  'electron/main',
  'electron/preload',
  'electron/vault',
  'electron/workers',
  'electron/cli',
  'electron/outside',
  'renderer',
  'tests',
  'scripts',
];

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
        inRoot('node_modules', ...step.program),
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
  return [
    ...LINTED.map(({ name, args }) => ({
      name,
      program: ['eslint', 'bin', 'eslint.js'],
      args: [...args, '--max-warnings', '0'],
    })),
    ...typedFolders.filter(hasTypeScript).map(typeStep),
    {
      name: 'layers',
      program: ['dependency-cruiser', 'bin', 'dependency-cruiser.mjs'],
      args: [...sources, '--config', '.dependency-cruiser.cjs'],
    },
    { name: 'format', program: ['@biomejs', 'biome', 'bin', 'biome'], args: ['format', '.'] },
  ];
}

function typeStep(folder) {
  const record = inRoot('.cache', 'tsc', `${folder.replace(/[^a-z]+/g, '-')}.tsbuildinfo`);
  return {
    name: `types of ${folder === '.' ? 'the configuration' : folder}`,
    program: ['typescript', 'bin', 'tsc'],
    args: ['-p', path.join(folder, 'tsconfig.json'), '--incremental', '--tsBuildInfoFile', record],
  };
}

/** TypeScript calls a configuration without any file an error; a folder may be empty while it is being begun. */
function hasTypeScript(folder) {
  if (folder === '.') return true;
  return readdirSync(inRoot(folder), { recursive: true }).some((name) => /\.tsx?$/.test(name));
}
