import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fallbackFolder, fallbackMarker } from '../../../scripts/lib/electron-fallback.mjs';
import { finishPackage } from '../../../scripts/lib/finish-package.mjs';

const developmentRuntime = path.join(fallbackFolder as string, 'electron');
const folders: string[] = [];

/** A package as electron-builder leaves it, with or without the development runtime's marker. */
async function unpackedApp(marked: boolean, executable: 'real' | 'text') {
  const folder = await mkdtemp(path.join(tmpdir(), 'netra-package-'));
  folders.push(folder);
  await mkdir(path.join(folder, 'resources'));
  await writeFile(path.join(folder, 'resources', 'default_app.asar'), 'any');
  if (marked) await writeFile(path.join(folder, fallbackMarker as string), 'any');
  if (executable === 'real') await copyFile(developmentRuntime, path.join(folder, 'netra'));
  else await writeFile(path.join(folder, 'netra'), 'no fuse wire in here');
  const packager = {
    appInfo: { productFilename: 'Netra' },
    executableName: 'netra',
    getResourcesDir: () => path.join(folder, 'resources'),
  };
  return { folder, context: { appOutDir: folder, electronPlatformName: 'linux', packager } };
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

describe('the last step of packaging', () => {
  it('refuses the development runtime, however the packager was started', async () => {
    const { context } = await unpackedApp(true, 'text');
    await expect(finishPackage(context, { smokeTest: false })).rejects.toThrow('never packaged');
  });

  it('does not end well on a program whose fuses cannot be set', async () => {
    const { context } = await unpackedApp(false, 'text');
    await expect(finishPackage(context, { smokeTest: false })).rejects.toThrow();
  });

  it.skipIf(!existsSync(developmentRuntime))(
    'ends well as a smoke test, without the start-any-folder app',
    async () => {
      const { folder, context } = await unpackedApp(true, 'real');
      await finishPackage(context, { smokeTest: true });
      expect(existsSync(path.join(folder, 'resources', 'default_app.asar'))).toBe(false);
    },
  );
});
