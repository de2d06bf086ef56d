/** A finished folder is not thrown away because a virus scanner looks at it for a moment. */
import { expect, it } from 'vitest';
import { renameFolder } from '../../../electron/vault/exports/new-folder.ts';

async function renamed(windows: boolean, refusals: readonly string[]): Promise<{ tries: number; pauses: number[] }> {
  const left = [...refusals];
  const pauses: number[] = [];
  let tries = 0;
  await renameFolder('dari', 'ke', {
    windows,
    rename: async (from, to) => {
      tries += 1;
      expect([from, to]).toEqual(['dari', 'ke']);
      const code = left.shift();
      if (code !== undefined) throw Object.assign(new Error(code), { code });
      await Promise.resolve();
    },
    pause: (milliseconds) => Promise.resolve(pauses.push(milliseconds)),
  });
  return { tries, pauses };
}

it('tries again on Windows while a file is held, a little later each time', async () => {
  expect(await renamed(true, [])).toEqual({ tries: 1, pauses: [] });
  expect(await renamed(true, ['EPERM', 'EBUSY', 'EACCES'])).toEqual({ tries: 4, pauses: [200, 1_000, 3_000] });
});

it('gives up after the last try, and at once for any other reason or on another system', async () => {
  await expect(renamed(true, ['EPERM', 'EPERM', 'EPERM', 'EPERM'])).rejects.toMatchObject({ code: 'EPERM' });
  await expect(renamed(true, ['ENOTEMPTY'])).rejects.toMatchObject({ code: 'ENOTEMPTY' });
  await expect(renamed(false, ['EPERM'])).rejects.toMatchObject({ code: 'EPERM' });
});
