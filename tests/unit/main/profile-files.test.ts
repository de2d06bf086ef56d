import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPreferencesStore } from '../../../electron/main/platform/preferences.ts';
import { createRecentVaults } from '../../../electron/main/platform/recent-vaults.ts';
import { writeJsonFile } from '../../../electron/main/platform/json-file.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'netra-profile-'));
  file = path.join(folder, 'sub', 'x.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('preferences', () => {
  it('begin in Indonesian and are kept', () => {
    const store = createPreferencesStore(file);
    expect(store.get()).toMatchObject({ language: 'id', theme: 'system' });
    store.set({ theme: 'dark', lists: { cases: '{"sort":"title"}' } });
    store.set({ lists: { roster: 'x' } });
    expect(createPreferencesStore(file).get()).toMatchObject({
      language: 'id',
      theme: 'dark',
      lists: { cases: '{"sort":"title"}', roster: 'x' },
    });
  });

  it.each(['', '{', '[]', '{"language":"fr"}', '{"language":"id","theme":"dark","extra":1}'])(
    'fall back to the usual ones for the file %j',
    (text) => {
      writeJsonFile(file, {});
      writeFileSync(file, text);
      expect(createPreferencesStore(file).get().theme).toBe('system');
    },
  );

  it('refuse what is none, and keep the old ones', () => {
    const store = createPreferencesStore(file);
    store.set({ theme: 'dark' });
    expect(() => store.set({ theme: 'pink' as 'dark' })).toThrow();
    expect(store.get().theme).toBe('dark');
  });

  it('leave no temporary file behind', () => {
    createPreferencesStore(file).set({ density: 'dense' });
    expect(readdirSync(path.dirname(file))).toEqual(['x.json']);
  });
});

describe('recent vaults', () => {
  const vault = (directory: string) => ({
    directory,
    name: directory,
    practice: true,
    openedAt: '2024-10-21T00:00:00.000Z',
  });

  it('come newest first, each once, ten at most, and say whether they are there', () => {
    const recent = createRecentVaults(file, (directory) => directory !== '/v/gone');
    for (let number = 0; number < 12; number += 1) recent.remember(vault(`/v/${number}`));
    recent.remember(vault('/v/5'));
    recent.remember(vault('/v/gone'));
    const list = createRecentVaults(file, (directory) => directory !== '/v/gone').list();
    expect(list).toHaveLength(10);
    expect(list.slice(0, 3).map(({ directory, exists }) => [directory, exists])).toEqual([
      ['/v/gone', false],
      ['/v/5', true],
      ['/v/11', true],
    ]);
  });

  it('hold folder, name, kind and time, and nothing else', () => {
    createRecentVaults(file).remember(vault('/v/1'));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([vault('/v/1')]);
  });
});
