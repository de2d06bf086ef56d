/** Folders with a tsconfig of their own: a row each of the table of who may import whom. */
import { readdirSync } from 'node:fs';
import { inRoot } from './paths.mjs';

const ALL = [
  'tests',
  'renderer',
  'scripts',
  'electron/vault',
  'electron/cli',
  'electron/main',
  'electron/workers',
  'shared',
  'electron/outside',
  'electron/preload',
  '.',
];

/** Those that hold TypeScript, which calls a configuration without any file an error; the longest to check comes first. */
export function typedFolders() {
  return ALL.filter(
    (folder) => folder === '.' || readdirSync(inRoot(folder), { recursive: true }).some((name) => /\.tsx?$/.test(name)),
  );
}

/** Glob of the TypeScript that a folder's configuration stands for; at the root its own files alone. */
export function typeScriptOf(folder) {
  return folder === '.' ? '*.{ts,tsx}' : `${folder}/**/*.{ts,tsx}`;
}
