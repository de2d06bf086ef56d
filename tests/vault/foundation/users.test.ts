import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VaultService } from '../../../electron/vault/service.ts';
import { create, filesBelow, jobValue, keep, newPlace, newService, open, PASSPHRASE, USER } from './support.ts';
import type { Place } from './support.ts';

const OTHER = 'Budi Contoh';
const OTHER_PASSPHRASE = 'kopi tubruk pagi sekali 12';
let place: Place;
let service: VaultService;
let recoveryCode: string;
beforeEach(async () => {
  place = newPlace();
  service = newService(place);
  ({ recoveryCode } = await create(service, place));
});
afterEach(async () => {
  await service.lock('button');
  place.remove();
});

async function addOther(role: 'pengelola' | 'petugas' = 'petugas'): Promise<string> {
  return (await service.call('vault.addUser', { name: OTHER, role, passphrase: OTHER_PASSPHRASE })).id;
}

describe('users', () => {
  it('open with their own passphrase, by name or without, and act under their own name', async () => {
    await addOther();
    await service.lock('button');
    expect((await open(service, place, OTHER_PASSPHRASE)).user?.name).toBe(OTHER);
    await service.lock('button');
    await expect(open(service, place, OTHER_PASSPHRASE, USER)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await open(service, place, PASSPHRASE, USER);
    const { rows } = await service.call('custody.list', { action: 'vault.opened', newestFirst: false });
    expect(rows.map((row) => row.user)).toEqual([USER, OTHER, USER]);
  });

  it('refuses a taken name, a weak passphrase, and changes by who does not manage the vault', async () => {
    await addOther();
    await expect(
      service.call('vault.addUser', {
        name: ` ${OTHER.toLowerCase()} `,
        role: 'petugas',
        passphrase: 'sandi lain yang panjang 7',
      }),
    ).rejects.toMatchObject({ code: 'USER_EXISTS' });
    await expect(
      service.call('vault.addUser', { name: 'Citra Contoh', role: 'petugas', passphrase: 'pendek' }),
    ).rejects.toMatchObject({ code: 'PASSPHRASE_TOO_WEAK' });
    await service.lock('button');
    await open(service, place, OTHER_PASSPHRASE);
    await expect(
      service.call('vault.addUser', { name: 'Citra Contoh', role: 'petugas', passphrase: OTHER_PASSPHRASE }),
    ).rejects.toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  });

  it('change their passphrase; the old one no longer opens', async () => {
    await expect(
      service.call('vault.changePassphrase', { current: 'bukan yang lama', next: OTHER_PASSPHRASE }),
    ).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await service.call('vault.changePassphrase', { current: PASSPHRASE, next: OTHER_PASSPHRASE });
    await service.lock('button');
    await expect(open(service, place, PASSPHRASE)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await expect(open(service, place, OTHER_PASSPHRASE)).resolves.toMatchObject({ state: 'unlocked' });
  });

  it('are removed with new keys: old slots, old codes and old files open nothing new', async () => {
    const userId = await addOther();
    const sha256 = await keep(service, Buffer.from('bukti sebelum penghapusan'));
    const oldHeader = readFileSync(path.join(place.vault, 'netra-vault.json'));
    const seal = service.status().sealFingerprint;
    const removed = await service.call('vault.removeUser', { userId, passphrase: PASSPHRASE });
    expect(removed.recoveryCode).not.toBe(recoveryCode);
    // The session goes on under the new keys.
    expect(await service.context().blobs.check(sha256)).toBe('intact');
    await keep(service, Buffer.from('bukti sesudah penghapusan'));
    expect(await jobValue(service, await service.call('vault.verify', {}))).toMatchObject({ ok: true, items: 2 });
    expect(service.context().seal.privateKeyPkcs8().length).toBeGreaterThan(100);
    await service.lock('button');
    expect(filesBelow(place.vault).filter((name) => name.includes('.db'))).toEqual(['vault-2.db']);
    await expect(open(service, place, OTHER_PASSPHRASE)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    const recover = { directory: place.vault, userName: '', newPassphrase: OTHER_PASSPHRASE };
    await expect(service.recover({ ...recover, recoveryCode })).rejects.toMatchObject({ code: 'WRONG_RECOVERY_CODE' });
    writeFileSync(path.join(place.vault, 'netra-vault.json'), oldHeader);
    await expect(open(service, place, OTHER_PASSPHRASE)).rejects.toMatchObject({ code: 'VAULT_DAMAGED' });
    writeFileSync(path.join(place.vault, 'netra-vault.json'), oldHeader.toString().replace('vault-1.db', 'vault-2.db'));
    await expect(open(service, place, OTHER_PASSPHRASE)).rejects.toMatchObject({ code: 'VAULT_DAMAGED' });
    expect(seal).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are never the last, never oneself, and need the passphrase again', async () => {
    const own = service.context().actor.id;
    await expect(service.call('vault.removeUser', { userId: own, passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'LAST_USER',
    });
    const userId = await addOther();
    await expect(service.call('vault.removeUser', { userId: own, passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'OWN_USER',
    });
    await expect(service.call('vault.removeUser', { userId, passphrase: OTHER_PASSPHRASE })).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    const job = service
      .context()
      .startJob(
        'vault-verify',
        'lama',
        ({ signal }) =>
          new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stop')))),
      );
    await expect(service.call('vault.removeUser', { userId, passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'JOBS_RUNNING',
    });
    service.jobs.cancel(job);
    expect((await service.jobs.finished(job)).state).toBe('cancelled');
  });

  it('a removal that ended in the middle leaves the old vault whole', async () => {
    await addOther();
    await keep(service, Buffer.from('bukti'));
    await service.lock('button');
    cpSync(path.join(place.vault, 'vault-1.db'), path.join(place.vault, 'vault-2.db'));
    writeFileSync(path.join(place.vault, 'vault-2.db.tmp'), 'x');
    await open(service, place, PASSPHRASE);
    expect(
      filesBelow(place.vault)
        .filter((name) => name.startsWith('vault-'))
        .sort(),
    ).toEqual(['vault-1.db', 'vault-1.db-wal']);
    expect(service.status().users).toBe(2);
  });
});

describe('recovery code', () => {
  it('is confirmed by one of its groups', async () => {
    const groups = recoveryCode.split('-');
    await expect(service.call('vault.confirmRecovery', { part: 'XXXX', partIndex: 2 })).rejects.toMatchObject({
      code: 'WRONG_RECOVERY_CODE',
    });
    await expect(service.call('vault.confirmRecovery', { part: groups[2] ?? '', partIndex: 12 })).rejects.toMatchObject(
      { code: 'WRONG_RECOVERY_CODE' },
    );
    await service.call('vault.confirmRecovery', { part: (groups[2] ?? '').toLowerCase(), partIndex: 2 });
    expect(service.status().recoveryConfirmed).toBe(true);
    await expect(service.call('vault.confirmRecovery', { part: groups[2] ?? '', partIndex: 2 })).rejects.toMatchObject({
      code: 'RECOVERY_CODE_NOT_HELD',
    });
  });

  it('opens the vault and gives the user a new passphrase and new keys', async () => {
    const sha256 = await keep(service, Buffer.from('bukti'));
    await service.lock('button');
    const recover = { directory: place.vault, userName: '', newPassphrase: OTHER_PASSPHRASE };
    const wrong = recoveryCode.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    await expect(service.recover({ ...recover, recoveryCode: wrong })).rejects.toMatchObject({
      code: 'WRONG_RECOVERY_CODE',
    });
    const status = await service.recover({
      ...recover,
      recoveryCode: ` ${recoveryCode.toLowerCase().replaceAll('-', ' ')}`,
    });
    expect(status.user?.name).toBe(USER);
    expect(await service.context().blobs.check(sha256)).toBe('intact');
    expect(await jobValue(service, await service.call('vault.verify', {}))).toMatchObject({
      ok: true,
      custody: { ok: true },
    });
    await service.lock('button');
    await expect(open(service, place, PASSPHRASE)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await open(service, place, OTHER_PASSPHRASE);
  });

  it('asks for the name where there are several users', async () => {
    await addOther();
    await service.lock('button');
    const recover = { directory: place.vault, recoveryCode, newPassphrase: 'sandi baru yang panjang 7' };
    await expect(service.recover({ ...recover, userName: '' })).rejects.toMatchObject({ code: 'USER_NAME_NEEDED' });
    await expect(service.recover({ ...recover, userName: 'Tak Dikenal' })).rejects.toMatchObject({
      code: 'USER_UNKNOWN',
    });
    expect((await service.recover({ ...recover, userName: OTHER })).user?.name).toBe(OTHER);
  });

  it('is replaced by a new one; the one before opens nothing', async () => {
    const { recoveryCode: next } = await service.call('vault.newRecoveryCode', { passphrase: PASSPHRASE });
    await service.call('vault.confirmRecovery', { part: next.split('-')[6] ?? '', partIndex: 6 });
    await service.lock('button');
    const recover = { directory: place.vault, userName: '', newPassphrase: OTHER_PASSPHRASE };
    await expect(service.recover({ ...recover, recoveryCode })).rejects.toMatchObject({ code: 'WRONG_RECOVERY_CODE' });
    await expect(service.recover({ ...recover, recoveryCode: next })).resolves.toMatchObject({ state: 'unlocked' });
  });

  it('is made anew by managers only: it would let anybody in as a manager', async () => {
    await addOther();
    await service.lock('button');
    await open(service, place, OTHER_PASSPHRASE, OTHER);
    expect(service.status().user?.role).toBe('petugas');
    await expect(service.call('vault.newRecoveryCode', { passphrase: OTHER_PASSPHRASE })).rejects.toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
    });
    await service.lock('button');
    const recover = { directory: place.vault, userName: OTHER, newPassphrase: 'sandi baru yang panjang 7' };
    await expect(service.recover({ ...recover, recoveryCode })).resolves.toMatchObject({ state: 'unlocked' });
  });

  it('a header that somebody changed is put right from the database, or called damaged', async () => {
    const own = service.context().actor.id;
    await addOther();
    await service.lock('button');
    const file = path.join(place.vault, 'netra-vault.json');
    const header = JSON.parse(readFileSync(file, 'utf8')) as { slots: { owner: string }[]; practice: boolean };
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify({ ...header, slots: header.slots.filter((slot) => slot.owner === own) }));
    await open(service, place, PASSPHRASE);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(whole));
    await service.lock('button');
    writeFileSync(file, JSON.stringify({ ...header, practice: !header.practice }));
    await expect(open(service, place, PASSPHRASE)).rejects.toMatchObject({ code: 'VAULT_DAMAGED' });
    writeFileSync(file, JSON.stringify({ ...header, formatVersion: 2, more: true }));
    await expect(open(service, place, PASSPHRASE)).rejects.toMatchObject({ code: 'VAULT_FROM_NEWER_APP' });
    rmSync(file);
    await expect(open(service, place, PASSPHRASE)).rejects.toMatchObject({ code: 'VAULT_NOT_FOUND' });
  });
});
