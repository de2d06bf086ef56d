#!/usr/bin/env node
/** The `netra` command line from the source tree. Prints nothing of its own on stdout: that belongs to the command. */
import { existsSync } from 'node:fs';
import { ensureSupportedNode } from './lib/node-version.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { inRoot } from './lib/paths.mjs';
import { runInherited, typeScriptArguments } from './lib/run.mjs';

// Only when nothing is there: a command that is run often must not read the lockfile each time.
if (!existsSync(inRoot('node_modules', '.package-lock.json'))) ensurePackages();
await ensureSupportedNode();
process.exitCode = await runInherited(
  process.execPath,
  [...typeScriptArguments, inRoot('electron', 'cli', 'index.ts'), ...process.argv.slice(2)],
  {
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
  },
);
