/** A case package that cannot be made: refused by name, with nothing left behind. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startCasePackage } from '../../../electron/vault/exports/case-package.ts';
import { listBlobFiles } from '../../../electron/vault/blobs/store.ts';
import { canMount, MIB, mountSmall, noise, type PackageBench, packageBench, sha256, watched } from './support.ts';

let bench: PackageBench;
/** What the vault told its log. */
const faults: unknown[] = [];
beforeEach(async () => {
  faults.length = 0;
  bench = await packageBench({ events: { fault: (_id, error) => void faults.push(error) } });
});
afterEach(() => bench.vault.dispose());

const refused = (directory?: string): Promise<unknown> => bench.packed(directory).catch((error: unknown) => error);
const target = (): string => path.join(bench.out, 'paket');

it('is refused without evidence that stands, by the case’s number', async () => {
  const { number } = (await bench.call('cases.get', { id: bench.caseId })).case;
  expect(await refused()).toMatchObject({ code: 'PACKAGE_NO_EVIDENCE', params: { case: number } });
  await bench.call('evidence.withdraw', { id: await bench.add('a.txt', 'satu'), reason: 'Bukan akun ini' });
  expect(await refused()).toMatchObject({ code: 'PACKAGE_NO_EVIDENCE' });
  const unknown = startCasePackage(
    bench.vault.service.context().newId(),
    { directory: target() },
    bench.vault.service.context(),
  );
  await expect(unknown).rejects.toMatchObject({ code: 'CASE_UNKNOWN' });
  expect(readdirSync(bench.out)).toEqual([]);
});

it('is refused over a folder that holds something, a file, and inside the vault; an empty folder is used', async () => {
  await bench.add('a.txt', 'satu');
  mkdirSync(path.join(bench.out, 'penuh'));
  writeFileSync(path.join(bench.out, 'penuh', 'milik.txt'), 'orang lain');
  expect(await refused(path.join(bench.out, 'penuh'))).toMatchObject({ code: 'FOLDER_NOT_EMPTY' });
  expect(await refused(path.join(bench.out, 'penuh', 'milik.txt'))).toMatchObject({ code: 'FILE_EXISTS' });
  expect(await refused(path.join(bench.out, 'tidak', 'ada'))).toMatchObject({ code: 'FOLDER_NOT_WRITABLE' });
  expect(await refused(path.join(bench.vault.directory, 'paket'))).toMatchObject({ code: 'FOLDER_INSIDE_VAULT' });
  expect(existsSync(path.join(bench.vault.directory, 'paket'))).toBe(false);
  expect(await refused(path.parse(bench.out).root)).toMatchObject({ code: 'INVALID_INPUT' });
  expect(readFileSync(path.join(bench.out, 'penuh', 'milik.txt'), 'utf8')).toBe('orang lain');
  mkdirSync(path.join(bench.out, 'kosong'));
  expect((await bench.packed(path.join(bench.out, 'kosong'))).files).toBe(1);
  expect(readdirSync(bench.out).sort()).toEqual(['kosong', 'penuh']);
});

it.each(['damaged', 'missing'] as const)('names the %s file and leaves nothing, also no entry', async (how) => {
  await bench.add('baik.txt', 'baik');
  const known = listBlobFiles(bench.vault.directory);
  await bench.add('rusak.txt', 'rusak');
  const blob = listBlobFiles(bench.vault.directory).find((one) => !known.includes(one)) ?? '';
  const before = await bench.entries();
  const bytes = readFileSync(blob);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  if (how === 'damaged') writeFileSync(blob, bytes);
  else rmSync(blob);
  expect(await refused()).toMatchObject({
    code: 'PACKAGE_FILE_DAMAGED',
    params: { name: 'B-0002-rusak.txt', sha256: sha256('rusak') },
  });
  expect(readdirSync(bench.out)).toEqual([]);
  expect(await bench.entries()).toBe(before);
});

it('leaves nothing when it is cancelled: before the first byte, amid a file, and at the very end', async () => {
  const size = 5_000_000;
  await bench.add('besar.bin', noise(size));
  const before = await bench.entries();
  for (const after of [0, 2_000_000, size]) {
    const seen: string[] = [];
    const context = watched(bench.vault, (cancel, done) => {
      if (done < after) return;
      seen.push(...readdirSync(bench.out));
      cancel();
    });
    await expect(bench.packed(target(), context)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(seen[0]).toMatch(/^paket\.part-/);
    expect(readdirSync(bench.out)).toEqual([]);
  }
  expect(await bench.entries()).toBe(before);
});

it('leaves what somebody put into its place meanwhile', async () => {
  await bench.add('a.txt', 'satu');
  const before = await bench.entries();
  const context = watched(bench.vault, () => {
    mkdirSync(target(), { recursive: true });
    writeFileSync(path.join(target(), 'milik.txt'), 'orang lain');
  });
  await expect(bench.packed(target(), context)).rejects.toMatchObject({ code: 'FOLDER_NOT_EMPTY' });
  expect(readdirSync(bench.out)).toEqual(['paket']);
  expect(readdirSync(target())).toEqual(['milik.txt']);
  expect(await bench.entries()).toBe(before);
});

it('is taken away again when it could not be recorded', async () => {
  await bench.add('a.txt', 'satu');
  const fault = new Error('no entry');
  const context = {
    ...bench.vault.service.context(),
    write: () => {
      throw fault;
    },
  };
  await expect(bench.packed(target(), context)).rejects.toMatchObject({ code: 'INTERNAL' });
  expect(faults).toEqual([fault]);
  expect(readdirSync(bench.out)).toEqual([]);
});

it.skipIf(!canMount)(
  'says before it begins that the medium is too small, and leaves nothing on one that fills up',
  async () => {
    await bench.add('besar.bin', noise(12 * MIB));
    const unmount = mountSmall(bench.out, 120 * MIB);
    try {
      const filler = path.join(bench.out, 'pengisi');
      // A whole medium cannot be renamed into its own place.
      expect(await refused(bench.out)).toMatchObject({ code: 'INVALID_INPUT' });
      writeFileSync(filler, Buffer.alloc(15 * MIB));
      expect(await refused()).toMatchObject({ code: 'DISK_NEARLY_FULL' });
      writeFileSync(filler, '');
      const started = await startCasePackage(bench.caseId, { directory: target() }, bench.vault.service.context());
      writeFileSync(filler, Buffer.alloc(115 * MIB));
      await expect(bench.vault.job(started)).rejects.toMatchObject({
        code: 'EXPORT_DISK_FULL',
        params: { name: 'paket' },
      });
      expect(readdirSync(bench.out)).toEqual(['pengisi']);
      writeFileSync(filler, '');
      expect((await bench.packed()).files).toBe(1);
    } finally {
      unmount();
    }
  },
);

it.skipIf(!canMount)('says where originals are left when they could not be taken away', async () => {
  await bench.add('a.txt', 'satu');
  let unmount = (): void => undefined;
  const context = watched(bench.vault, (cancel) => {
    const [part = ''] = readdirSync(bench.out);
    const held = path.join(bench.out, part, 'dipakai');
    if (existsSync(held)) return;
    mkdirSync(held);
    // Nobody can remove what a file system is mounted on.
    unmount = mountSmall(held, MIB);
    cancel();
  });
  try {
    await expect(bench.packed(target(), context)).rejects.toMatchObject({
      code: 'FOLDER_LEFT_OVER',
      params: { folder: expect.stringContaining(`${target()}.part-`) as string },
    });
  } finally {
    unmount();
  }
});
