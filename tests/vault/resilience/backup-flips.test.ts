/** A backup on a stick that spoils single bytes: refused by the file's name, and the target is as it was. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../support/kill/search-clear.ts';
import { createRandom } from '../../support/signature/seeded-random.ts';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';

const FLIPS = 60;
let vault: TestVault;
let backup: string;
let target: string;

beforeAll(async () => {
  vault = await createTestVault({ sampleData: true });
  backup = path.join(vault.folder, 'cadangan');
  target = path.join(vault.folder, 'pulih');
  const files = [await vault.file('besar.bin', Buffer.alloc(2_500_000, 'isi')), await vault.file('kecil.txt', 'isi')];
  await vault.job(await vault.service.call('evidence.addFiles', { caseId: null, files }));
  await vault.job(await vault.service.call('vault.backup', { directory: backup }));
  await vault.service.lock('button');
});
afterAll(() => vault.dispose());

const restore = (): Promise<unknown> => vault.service.restore({ source: backup, directory: target });

describe('a spoiled backup', () => {
  it(`is refused by name after each of ${FLIPS} seeded single-byte flips, whatever file it is in`, async () => {
    const random = createRandom(20_261_122);
    const files = filesBelow(backup);
    expect(files.length).toBeGreaterThan(4);
    for (let flip = 0; flip < FLIPS; flip += 1) {
      // Every file in turn, so that the small ones are met as often as the large ones.
      const file = files[flip % files.length] ?? '';
      const whole = readFileSync(file);
      const spoiled = Buffer.from(whole);
      const at = Math.floor(random() * whole.length);
      spoiled[at] = (whole[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      writeFileSync(file, spoiled);
      const name = path.relative(backup, file).split(path.sep).join('/');
      await expect(restore(), `${name} at ${at}`).rejects.toMatchObject({
        code: 'BACKUP_DAMAGED',
        params: { file: name },
      });
      expect(existsSync(target)).toBe(false);
      writeFileSync(file, whole);
    }
  });

  it('leaves an empty folder that was chosen as the target empty', async () => {
    const file = filesBelow(path.join(backup, 'blobs'))[0] ?? '';
    const whole = readFileSync(file);
    writeFileSync(file, Buffer.concat([whole.subarray(0, -1), Buffer.of((whole.at(-1) ?? 0) ^ 1)]));
    mkdirSync(target);
    await expect(restore()).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
    expect(readdirSync(target)).toEqual([]);
    writeFileSync(file, whole);
  });

  it('is taken when it is whole again, also over what a killed restore left', async () => {
    mkdirSync(path.join(target, '.pemulihan', 'blobs'), { recursive: true });
    writeFileSync(path.join(target, '.pemulihan', 'vault-1.db'), 'separuh');
    await restore();
    await vault.service.open({ directory: target, passphrase: PASSPHRASE, userName: '' });
    expect(await vault.job(await vault.service.call('vault.verify', {}))).toMatchObject({ ok: true });
    expect(readdirSync(target)).not.toContain('.pemulihan');
    await vault.service.lock('button');
  });
});
