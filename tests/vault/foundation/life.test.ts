import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LATEST_VERSION } from '../../../electron/vault/database/migrations/index.ts';
import { listTable } from '../../../electron/vault/exports/list-tables.ts';
import {
  create,
  filesBelow,
  filesHolding,
  jobValue,
  keep,
  newPlace,
  newService,
  NEW_VAULT,
  open,
  USER,
} from './support.ts';
import type { Place } from './support.ts';

/** What takes back the last migration. */
const WITHOUT_LAST = 'ALTER TABLE evidence_origins DROP COLUMN camera_time';

let place: Place;
beforeEach(() => {
  place = newPlace();
});
afterEach(() => place.remove());

describe('life of a vault', () => {
  it('is made, written, locked and opened again with everything in it', async () => {
    const service = newService(place);
    const made = await create(service, place);
    expect(made.recoveryCode).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
    expect(service.status()).toMatchObject({
      state: 'unlocked',
      name: 'Vault Uji',
      users: 1,
      recoveryConfirmed: false,
    });
    const sha256 = await keep(service, Buffer.from('isi bukti'));
    await service.lock('button');
    expect(service.status()).toMatchObject({ state: 'locked', name: 'Vault Uji', user: null, head: null });
    await expect(service.call('vault.listUsers', {})).rejects.toMatchObject({ code: 'VAULT_LOCKED' });

    const again = newService(place);
    const status = await open(again, place);
    expect(status).toMatchObject({ state: 'unlocked', rollback: null, sealFingerprint: made.sealFingerprint });
    expect(status.user?.name).toBe(USER);
    const reader = again.context().blobs.open(sha256);
    expect(Buffer.from(await reader.read(4, 100)).toString()).toBe('bukti');
    const log = await again.call('custody.list', { newestFirst: false });
    expect(log.rows.map((row) => row.action)).toEqual([
      'vault.created',
      'vault.opened',
      'test.kept',
      'vault.locked',
      'vault.opened',
    ]);
    await again.lock('quit');
  });

  it('refuses a wrong passphrase and a wrong name alike, and tells of the attempts at the next unlock', async () => {
    const service = newService(place);
    await create(service, place);
    await service.lock('button');
    await expect(open(service, place, 'bukan sandi yang benar')).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await expect(open(service, place, undefined, 'Orang Lain')).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await open(service, place, undefined, `  ${USER.toUpperCase()} `);
    const { rows } = await service.call('custody.list', { action: 'vault.unlock-failed' });
    // Who opens next signs the entry, and did not do it.
    expect(rows[0]).toMatchObject({ user: null, signedBy: USER, facts: { count: 2, authenticated: false } });
    const { rows: opened } = await service.call('custody.list', { action: 'vault.opened' });
    expect(opened[0]).toMatchObject({ user: USER, signedBy: USER });
    const list = listTable({ list: 'custody', action: 'vault.unlock-failed', newestFirst: true }, service.context());
    expect(list.rows[0]?.[4]).toBe(`tidak diketahui (dicatat oleh ${USER})`);
    expect(await jobValue(service, await service.call('vault.verify', {}))).toMatchObject({ ok: true });
    await service.lock('button');
  });

  it('leaves nothing in clear in the folder, names of people and of the vault included', async () => {
    const service = newService(place);
    await create(service, place);
    await keep(service, Buffer.from('PENANDA-RAHASIA-DALAM-BUKTI'));
    const context = service.context();
    context.write(['settings'], (database) => {
      database.run('INSERT INTO settings VALUES (@key, @value, @at, @by)', {
        key: 'recipient',
        value: '"PENANDA-RAHASIA-DALAM-BASIS"',
        at: 'x',
        by: context.actor.id,
      });
      return { value: null, entry: null };
    });
    for (const marker of ['PENANDA-RAHASIA', 'Contohwati', 'Vault Uji'])
      expect(filesHolding(place.root, marker)).toEqual([]);
    await service.lock('button');
    for (const marker of ['PENANDA-RAHASIA', 'Contohwati', 'Vault Uji'])
      expect(filesHolding(place.root, marker)).toEqual([]);
  });

  it('is refused by name when it is open already, and can be opened after the lock', async () => {
    const first = newService(place);
    await create(first, place);
    const second = newService(place);
    await expect(open(second, place)).rejects.toMatchObject({ code: 'VAULT_IN_USE' });
    await first.lock('button');
    await expect(open(second, place)).resolves.toMatchObject({ state: 'unlocked' });
    await second.lock('button');
  });

  it('makes no vault where one is, where something else is, or with a weak passphrase', async () => {
    const service = newService(place);
    await create(service, place);
    await service.lock('button');
    await expect(create(service, place)).rejects.toMatchObject({ code: 'VAULT_EXISTS' });
    writeFileSync(path.join(place.root, 'catatan.txt'), 'x');
    await expect(service.create({ ...NEW_VAULT, directory: place.root })).rejects.toMatchObject({
      code: 'FOLDER_NOT_EMPTY',
    });
    const weak = { ...NEW_VAULT, directory: path.join(place.root, 'lain'), passphrase: 'rahasia12345' };
    await expect(service.create(weak)).rejects.toMatchObject({ code: 'PASSPHRASE_TOO_WEAK' });
    expect(service.inspect(path.join(place.root, 'lain'))).toMatchObject({ exists: false });
  });

  it('notices an older copy that was put back, and records it', async () => {
    const service = newService(place);
    await create(service, place);
    await service.lock('button');
    cpSync(place.vault, path.join(place.root, 'salinan'), { recursive: true });
    await open(service, place);
    await keep(service, Buffer.from('sesudah salinan'));
    await service.lock('button');
    rmSync(place.vault, { recursive: true });
    cpSync(path.join(place.root, 'salinan'), place.vault, { recursive: true });
    const status = await open(service, place);
    expect(status.rollback).toMatchObject({ kind: 'older' });
    const { rows } = await service.call('custody.list', { action: 'vault.rollback-noticed' });
    expect(rows).toHaveLength(1);
    await service.lock('button');
    expect((await open(service, place)).rollback).toBeNull();
    await service.lock('button');
  });

  it('calls a damaged database damaged, not a wrong passphrase', async () => {
    const service = newService(place);
    await create(service, place);
    await service.lock('button');
    const file = path.join(place.vault, 'vault-1.db');
    const content = readFileSync(file);
    content.fill(0x5a, 0, 64);
    writeFileSync(file, content);
    await expect(open(service, place)).rejects.toMatchObject({ code: 'VAULT_DAMAGED' });
  });

  it('makes and opens practice vaults only on a development runtime', async () => {
    const service = newService(place, { onlyPractice: true });
    await expect(service.create({ ...NEW_VAULT, practice: false, directory: place.vault })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_IN_THIS_RUNTIME',
    });
    await create(service, place);
    await service.lock('button');
  });

  it('is not written on a share or in a synchronised folder', async () => {
    const service = newService(place, { placeOf: () => 'synchronised' });
    await expect(create(service, place)).rejects.toMatchObject({ code: 'VAULT_ON_NETWORK' });
  });

  it('of an older app is copied before it is brought up to date, and the step is in custody', async () => {
    const service = newService(place);
    await create(service, place);
    service.context().write([], (database) => {
      database.run(WITHOUT_LAST);
      return { value: database.run(`PRAGMA user_version = ${LATEST_VERSION - 1}`), entry: null };
    });
    await service.lock('button');
    await open(service, place);
    expect(service.context().database.all('SELECT camera_time FROM evidence_origins')).toEqual([]);
    const { rows } = await service.call('custody.list', { action: 'vault.migrated' });
    expect(rows.map((row) => row.facts)).toEqual([{ version: LATEST_VERSION, name: 'camera-times' }]);
    expect(filesBelow(path.join(place.vault, 'snapshots'))).toEqual([`before-version-${LATEST_VERSION}.db`]);
    expect(filesHolding(place.vault, 'Contohwati')).toEqual([]);
    await service.lock('button');
  });

  it('of a newer app is refused by name and not touched', async () => {
    const service = newService(place);
    await create(service, place);
    service.context().write([], (database) => ({ value: database.run('PRAGMA user_version = 999'), entry: null }));
    await service.lock('button');
    const before = filesBelow(place.vault).map((name) => readFileSync(path.join(place.vault, name)).toString('base64'));
    await expect(open(service, place)).rejects.toMatchObject({ code: 'VAULT_FROM_NEWER_APP' });
    expect(
      filesBelow(place.vault).map((name) => readFileSync(path.join(place.vault, name)).toString('base64')),
    ).toEqual(before);
  });
});
