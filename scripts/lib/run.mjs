/** Starting other programs. Nothing here goes through a shell, except npm on Windows, which is a .cmd file. */
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { inRoot, root } from './paths.mjs';

/** This process's environment with the project's own programs (and its Node 24) first on PATH. */
export function projectEnvironment(extra = {}) {
  const environment = { ...process.env, ...extra };
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const bin = inRoot('node_modules', '.bin');
  const entries = (environment[name] ?? '').split(path.delimiter);
  if (entries[0] !== bin) environment[name] = [bin, ...entries].join(path.delimiter);
  return environment;
}

/**
 * What Node makes of the files that it loads is kept from now on, for every Node that this one starts: a test run starts more
 * than a thousand, of the same files.
 */
export function keepCompiled() {
  process.env['NODE_COMPILE_CACHE'] ??= inRoot('.cache', 'compiled');
}

/**
 * Runs a program to its end with our terminal and resolves with its exit code. Interrupts reach the child by the terminal
 * itself; we only must not die before it.
 */
export function runInherited(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: projectEnvironment(), stdio: 'inherit', ...options });
    const ignore = () => undefined;
    const forward = () => child.kill('SIGTERM');
    process.on('SIGINT', ignore);
    process.on('SIGTERM', forward);
    const settle = (finish) => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', forward);
      finish();
    };
    child.on('error', (error) => settle(() => reject(error)));
    child.on('exit', (code, signal) => settle(() => resolve(signal === null ? (code ?? 1) : 1)));
  });
}

/** Runs a program and resolves with `{code, output}`, its stdout and stderr joined in the order they came. */
export function runCollected(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: projectEnvironment(),
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const pieces = [];
    child.stdout.on('data', (piece) => pieces.push(piece));
    child.stderr.on('data', (piece) => pieces.push(piece));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(pieces).toString('utf8') }));
  });
}

/**
 * Node arguments for a TypeScript file of the tree. package.json names no module type, since the built files are CommonJS, and
 * Node would remark on that for each run.
 */
export const typeScriptArguments = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];

/**
 * Runs npm as the person's own npm does, its output on stderr. Returns the exit code. `npm_execpath` is npm's own file when a
 * script was started by npm; otherwise npm is looked for on PATH.
 */
export function runNpm(args, options = {}) {
  const settings = { cwd: root, stdio: ['ignore', 2, 2], ...options };
  const npmFile = process.env['npm_execpath'];
  const result =
    npmFile !== undefined && /npm-cli\.c?js$/.test(npmFile)
      ? spawnSync(process.execPath, [npmFile, ...args], settings)
      : spawnSync('npm', args, { ...settings, shell: process.platform === 'win32' });
  return result.status ?? 1;
}
