/**
 * What the operating system must have besides Node: the libraries an Electron window needs on Linux, and for the tests the
 * outside tools that check our documents. On Debian as root they are installed; elsewhere a missing one is named.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { runCollected } from './run.mjs';
import { say } from './say.mjs';

/**
 * @typedef {object} Requirement
 * @property {string} [library] a shared library's file name, as the loader knows it
 * @property {string} [program] a program on PATH
 * @property {string} [file] a file at a fixed place
 * @property {string[]} packages Debian packages that bring it; the first one the machine knows is taken (names differ by release)
 */

/** @type {Requirement[]} */
const windowLibraries = [
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: 'libnss3.so', packages: ['libnss3'] },
  { library: 'libatk-1.0.so.0', packages: ['libatk1.0-0t64', 'libatk1.0-0'] },
  { library: 'libatk-bridge-2.0.so.0', packages: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'] },
  { library: 'libcups.so.2', packages: ['libcups2t64', 'libcups2'] },
  { library: 'libgbm.so.1', packages: ['libgbm1'] },
  { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { library: 'libXss.so.1', packages: ['libxss1'] },
];

/** @type {Requirement[]} */
const virtualDisplay = [
  { program: 'Xvfb', packages: ['xvfb'] },
  { program: 'xauth', packages: ['xauth'] },
];

/** @type {Requirement[]} */
const documentTools = [
  { program: 'qpdf', packages: ['qpdf'] },
  { program: 'pdfsig', packages: ['poppler-utils'] },
  { program: 'mutool', packages: ['mupdf-tools'] },
  { program: 'openssl', packages: ['openssl'] },
  { program: 'faketime', packages: ['faketime'] },
  { program: 'java', packages: ['default-jre-headless'] },
  { file: '/usr/share/java/preflight.jar', packages: ['libpdfbox2-java'] },
  { file: '/usr/share/java/jaxb-api.jar', packages: ['libjaxb-api-java'] },
  { file: '/usr/share/java/jaxb-runtime.jar', packages: ['libjaxb-java'] },
  { file: '/usr/share/java/javax.activation.jar', packages: ['libactivation-java'] },
  { program: 'localc', packages: ['libreoffice-calc'] },
  { file: '/usr/lib/python3/dist-packages/openpyxl/__init__.py', packages: ['python3-openpyxl'] },
  { file: '/usr/lib/python3/dist-packages/xlsxwriter/__init__.py', packages: ['python3-xlsxwriter'] },
  { program: 'age', packages: ['age'] },
];

const needs = {
  window: windowLibraries,
  display: [...windowLibraries, ...virtualDisplay],
  // The demo lets other people's tools look at its report.
  demo: [...windowLibraries, ...virtualDisplay, ...documentTools.slice(0, 2)],
  tests: [...windowLibraries, ...virtualDisplay, ...documentTools],
};

/** The requirements that a machine does not meet; how it is asked is injected. */
export function missingRequirements(requirements, machine) {
  return requirements.filter(({ library, program, file }) => {
    if (library !== undefined) return !machine.libraries.has(library);
    if (program !== undefined) return !machine.hasProgram(program);
    return !machine.hasFile(file);
  });
}

/** The package to install for each missing thing: the first of its names that this release of Debian has. */
export function packagesFor(missing, knownPackages) {
  const names = missing.map(({ packages }) => packages.find((name) => knownPackages.has(name)) ?? packages.at(-1));
  return [...new Set(names)];
}

/** What a requirement is called in a message. */
export function nameOf({ library, program, file }) {
  return library ?? program ?? file;
}

/** One line that names what is missing, for machines where it is not ours to install. */
export function missingLine(missing) {
  const things = missing.map((one) => `${nameOf(one)} (Debian: ${one.packages.at(-1)})`);
  return `Missing on this machine: ${things.join(', ')}.`;
}

/**
 * Sees to the libraries and tools for a purpose: `window` (start), `display` (pictures), `demo`, `tests`.
 *
 * @param {keyof typeof needs} purpose
 * @returns {Promise<Requirement[]>} what is still missing
 */
export async function ensureSystemLibraries(purpose) {
  if (process.platform !== 'linux') return [];
  const missing = missingRequirements(needs[purpose], await thisMachine());
  if (missing.length === 0) return [];
  if (!isDebian() || process.getuid?.() !== 0) {
    say(missingLine(missing));
    return missing;
  }
  await install(missing);
  const stillMissing = missingRequirements(needs[purpose], await thisMachine());
  if (stillMissing.length > 0) say(missingLine(stillMissing));
  return stillMissing;
}

/** Whether missing system packages are ours to install, so that a missing one is a failure rather than a skip. */
export function canInstallSystemPackages() {
  return process.platform === 'linux' && isDebian() && process.getuid?.() === 0;
}

async function install(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const all = missing.flatMap(({ packages }) => packages);
  let known = await knownToApt(all, env);
  if (missing.some(({ packages }) => !packages.some((name) => known.has(name)))) {
    await apt(['update', '-qq'], env);
    known = await knownToApt(all, env);
  }
  const names = packagesFor(missing, known);
  say(`Installing Debian packages (once): ${names.join(' ')}.`);
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  // Package lists grow old on machines that live long: once more with fresh ones before it counts as failed.
  if ((await apt(install, env)) !== 0 && (await apt(['update', '-qq'], env)) === 0) await apt(install, env);
}

async function apt(args, env) {
  const { code, output } = await runCollected('apt-get', args, { env });
  if (code !== 0) say(`apt-get ${args[0]} ended with ${code}: ${output.trim().split('\n').at(-1) ?? ''}`);
  return code;
}

/** Those of the names that apt could install: it prints a `Package:` line for each. */
async function knownToApt(names, env) {
  const { output } = await runCollected('apt-cache', ['show', '--no-all-versions', ...names], { env });
  return new Set([...output.matchAll(/^Package: (\S+)$/gm)].map((match) => match[1]));
}

async function thisMachine() {
  const { output } = await runCollected(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p']);
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin'];
  return {
    libraries: new Set([...output.matchAll(/^\s+(\S+) \(/gm)].map((match) => match[1])),
    hasProgram: (name) => folders.some((folder) => folder !== '' && existsSync(path.join(folder, name))),
    hasFile: (file) => existsSync(file),
  };
}

function isDebian() {
  return existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}
