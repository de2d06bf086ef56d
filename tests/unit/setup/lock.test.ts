import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, expect, it } from 'vitest';
import { withLock } from '../../../scripts/lib/lock.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'netra-lock-'));
const file = path.join(folder, 'deep', 'build.lock');
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('lets one work after the other, and leaves nothing', async () => {
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(`${name} ends`);
  };
  await Promise.all([withLock(file, work('a')), withLock(file, work('b'))]);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(existsSync(file)).toBe(false);
});

it('is given back when the work fails', async () => {
  await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(file)).toBe(false);
});

it('counts as free when its process has ended', async () => {
  await withLock(file, async () => undefined);
  writeFileSync(file, String(spawnSync(process.execPath, ['-e', '']).pid));
  expect(await withLock(file, async () => 'done')).toBe('done');
});
