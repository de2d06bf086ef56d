#!/usr/bin/env node
/** The `netra` command line from the source tree. Prints nothing of its own on stdout: that belongs to the command. */
import { existsSync } from 'node:fs';
import { isNodeSupported, projectNode, unsupportedNodeLine } from './lib/node-version.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { inRoot } from './lib/paths.mjs';
import { runInherited, typeScriptArguments } from './lib/run.mjs';
import { stop } from './lib/say.mjs';

const supported = isNodeSupported(process.version);
// Only when something is plainly not there: a command that is run often must not read the lockfile each time.
if (!existsSync(inRoot('node_modules', '.package-lock.json')) || (!supported && projectNode() === null)) {
  await ensurePackages();
}
const node = supported ? process.execPath : projectNode();
if (node === null) stop(unsupportedNodeLine(process.version));

// npm runs its scripts in the package's folder; file names are meant from where the person stands.
const startedByNpm = process.env['npm_lifecycle_event'] === 'netra';
const cwd = (startedByNpm && process.env['INIT_CWD']) || process.cwd();
const program = [...typeScriptArguments, inRoot('electron', 'cli', 'index.ts')];
process.exitCode = await runInherited(node, [...program, ...process.argv.slice(2)], { cwd });
