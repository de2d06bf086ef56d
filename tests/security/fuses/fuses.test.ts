import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { afterEach, describe, expect, it } from 'vitest';
import { fuseTable } from '../../../electron/main/security/fuses.ts';
import { fallbackFolder } from '../../../scripts/lib/electron-fallback.mjs';
import { differences, setFuses } from '../../../scripts/lib/fuses.mjs';

describe('the fuse table', () => {
  it('has exactly the fuses that exist', () => {
    const existing = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
    expect(Object.keys(fuseTable).sort()).toEqual(existing.sort());
  });

  it('closes every way to run other code in the packaged program', () => {
    const values = Object.fromEntries(Object.entries(fuseTable).map(([name, { value }]) => [name, value]));
    expect(values).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    });
  });

  it('gives a reason a row', () => {
    for (const { reason } of Object.values(fuseTable)) expect(reason.length).toBeGreaterThan(20);
  });
});

const developmentRuntime = path.join(fallbackFolder as string, 'electron');

describe.skipIf(!existsSync(developmentRuntime))('setting fuses on the development runtime, which has seven', () => {
  const folders: string[] = [];
  const copyOfRuntime = async (): Promise<string> => {
    const folder = await mkdtemp(path.join(tmpdir(), 'netra-fuses-'));
    folders.push(folder);
    const file = path.join(folder, 'electron');
    await copyFile(developmentRuntime, file);
    return file;
  };
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  it('is refused when strict, as for every release', async () => {
    await expect(setFuses(await copyOfRuntime(), { strict: true })).rejects.toThrow(/fuse/i);
  });

  it('sets and reads back those it has when lenient, and names the others', async () => {
    const file = await copyOfRuntime();
    const { set, skipped } = (await setFuses(file, { strict: false })) as { set: string[]; skipped: string[] };
    expect([...set, ...skipped].sort()).toEqual(Object.keys(fuseTable).sort());
    expect(skipped).not.toContain('RunAsNode');
    const wire = await getCurrentFuseWire(file);
    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
  });

  it('reads back what is wrong, by name', async () => {
    const file = await copyOfRuntime();
    await setFuses(file, { strict: false });
    await flipFuses(file, { version: FuseVersion.V1, [FuseV1Options.RunAsNode]: true });
    expect(await differences(file, ['RunAsNode', 'OnlyLoadAppFromAsar'])).toEqual(['RunAsNode']);
  });
});
