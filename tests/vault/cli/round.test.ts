/** `netra round …` over a real vault. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';
import { type Ran, run } from './support.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await createTestVault();
  for (const [name, agency] of [
    ['Ani Contoh', 'Dinas Kesehatan'],
    ['Budi Contoh', 'Inspektorat'],
  ] as const) {
    const { id } = await vault.service.call('roster.addPerson', { name, agency });
    await vault.service.call('roster.saveAccount', {
      employeeId: id,
      platform: 'Lini',
      handle: name,
      url: '',
      basis: '',
    });
  }
  await vault.service.lock('button');
  writeFileSync(path.join(vault.folder, 'sandi'), PASSPHRASE);
});
afterAll(() => vault.dispose());

const netra = (...words: string[]): Promise<Ran> =>
  run(vault.folder, 'round', ...words, '--vault', vault.directory, '--passphrase-file', 'sandi');

it('begins a round, lists and shows it, and refuses what makes no plan', async () => {
  const counted = await netra('begin', 'Uji', '--agency', 'Inspektorat', '--dry-run', '--json');
  expect(JSON.parse(counted.printed)).toMatchObject({ persons: 1, accounts: 1 });
  expect((await netra('list')).printed).toBe('');
  expect(await netra('begin', 'Uji', '--sample', '1', '--seed', 'benih', '--cadence', 'weekly')).toMatchObject({
    code: 0,
  });
  const shown = await netra('show', 'r-0001');
  expect(shown.printed).toMatch(/R-0001\tUji\tBerjalan\tSetiap minggu\tAyu Petugas\t0\/1/);
  expect(shown.printed).toMatch(/undian acak 1 pegawai/);
  expect(shown.printed).toMatch(/Lini .* Contoh\tBelum dilihat/);
  expect((await netra('due')).printed).toContain('R-0001');
  expect((await netra('begin', 'Uji', '--seed', 'benih')).code).toBe(2);
  expect((await netra('begin', 'Uji', '--cadence', 'harian')).code).toBe(2);
  expect(await netra('begin', 'Uji', '--agency', 'Tidak Ada')).toMatchObject({ code: 1 });
  expect(await netra('show', 'R-0009')).toMatchObject({ code: 1 });
});
