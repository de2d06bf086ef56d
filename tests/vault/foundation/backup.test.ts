import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VaultService } from '../../../electron/vault/service.ts';
import { create, filesBelow, filesHolding, jobValue, keep, newPlace, newService, PASSPHRASE } from './support.ts';
import type { Place } from './support.ts';

let place: Place;
let service: VaultService;
let out: string;
beforeEach(async () => {
  place = newPlace();
  out = path.join(place.root, 'cadangan');
  service = newService(place);
  await create(service, place);
});
afterEach(async () => {
  await service.lock('button');
  place.remove();
});

async function backUp(directory = out): Promise<{ items: number; bytes: number; sha256: string; directory: string }> {
  return (await jobValue(service, await service.call('vault.backup', { directory }))) as never;
}

describe('backup and restore', () => {
  it('gives back everything in a new folder, and remembers the last good backup', async () => {
    const kept = [await keep(service, randomBytes(3_000_000)), await keep(service, Buffer.from('PENANDA-CADANGAN'))];
    expect(service.status()).toMatchObject({ lastBackupAt: null });
    const done = await backUp();
    expect(done).toMatchObject({ items: 4, directory: out });
    const manifest = readFileSync(path.join(out, 'netra-backup.json'));
    expect(done.sha256).toBe(createHash('sha256').update(manifest).digest('hex'));
    expect(service.status().lastBackupAt).not.toBeNull();
    expect(filesHolding(out, 'PENANDA-CADANGAN')).toEqual([]);
    const { rows } = await service.call('custody.list', { action: 'vault.backed-up' });
    expect(rows[0]?.facts).toMatchObject({ items: 4, sha256: done.sha256 });
    await service.lock('button');
    // Opening appends to the log: the backup would no longer be as its list says.
    await expect(service.open({ directory: out, passphrase: PASSPHRASE, userName: '' })).rejects.toMatchObject({
      code: 'VAULT_IS_BACKUP',
    });
    const target = path.join(place.root, 'pulih');
    expect(await service.restore({ source: out, directory: target })).toMatchObject({
      items: 4,
      bytes: done.bytes,
      sha256: done.sha256,
    });
    await service.open({ directory: target, passphrase: PASSPHRASE, userName: '' });
    expect(service.status().rollback).toMatchObject({ kind: 'older' });
    for (const sha256 of kept) expect(await service.context().blobs.check(sha256)).toBe('intact');
    expect(await jobValue(service, await service.call('vault.verify', {}))).toMatchObject({ ok: true, items: 2 });
  });

  it('makes a folder of its own where the chosen one holds something', async () => {
    mkdirSync(out);
    writeFileSync(path.join(out, 'lain.txt'), 'x');
    const done = await backUp();
    expect(path.dirname(done.directory)).toBe(out);
    expect(path.basename(done.directory)).toMatch(/^netra-cadangan-\d{8}-\d{6}$/);
    expect(readFileSync(path.join(out, 'lain.txt'), 'utf8')).toBe('x');
  });

  it('is refused inside the vault, and leaves nothing when a blob cannot be read', async () => {
    await expect(backUp(path.join(place.vault, 'dalam'))).rejects.toThrow('FOLDER_INSIDE_VAULT');
    await keep(service, randomBytes(10));
    const blob = filesBelow(path.join(place.vault, 'blobs'))[0] ?? '';
    rmSync(path.join(place.vault, 'blobs', blob));
    await expect(backUp()).rejects.toThrow();
    expect(existsSync(out)).toBe(false);
    expect(service.status().lastBackupAt).toBeNull();
  });

  it.each([
    ['a file changed', (file: string): void => writeFileSync(file, randomBytes(readFileSync(file).length))],
    ['a file cut short', (file: string): void => writeFileSync(file, readFileSync(file).subarray(1))],
    ['a file missing', (file: string): void => rmSync(file)],
  ])('refuses a backup with %s, and leaves nothing half', async (_name, harm) => {
    await keep(service, randomBytes(100));
    await backUp();
    await service.lock('button');
    harm(path.join(out, 'blobs', filesBelow(path.join(out, 'blobs'))[0] ?? ''));
    const before = readdirSync(place.root);
    const target = path.join(place.root, 'pulih');
    await expect(service.restore({ source: out, directory: target })).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
    expect(readdirSync(place.root)).toEqual(before);
  });

  it('refuses what is no backup, a folder that is not empty, and names that lead out of the folder', async () => {
    await backUp();
    await service.lock('button');
    const target = path.join(place.root, 'pulih');
    await expect(service.restore({ source: place.root, directory: target })).rejects.toMatchObject({
      code: 'VAULT_NOT_FOUND',
    });
    await expect(service.restore({ source: out, directory: place.vault })).rejects.toMatchObject({
      code: 'VAULT_EXISTS',
    });
    await expect(service.restore({ source: out, directory: place.root })).rejects.toMatchObject({
      code: 'FOLDER_NOT_EMPTY',
    });
    const file = path.join(out, 'netra-backup.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('vault-1.db', '../vault-1.db'));
    await expect(service.restore({ source: out, directory: target })).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
  });
});
