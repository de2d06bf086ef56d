/** The first look into a file as a job: what it tells, and a stop that leaves nothing behind. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rosterLook } from '#shared/contract/roster-import.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { BUDI, roster, rosterFile, SARI } from './support.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await createTestVault();
});
afterEach(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

it('gives what an inspection gives', async () => {
  const file = await rosterFile(vault, [BUDI, SARI]);
  const looked = rosterLook.parse(await vault.job(await call('roster.open', { file })));
  expect(looked).toEqual(await call('roster.inspect', { file }));
});

it('can be stopped, and the same file opened again', async () => {
  const file = await rosterFile(vault, [BUDI]);
  const before = (await call('custody.list', {})).total;
  const started = await call('roster.open', { file });
  const ended = vault.job(started);
  await call('app.cancelJob', { jobId: started.jobId });
  await expect(ended).rejects.toMatchObject({ code: 'CANCELLED' });
  expect((await call('custody.list', {})).total).toBe(before);
  expect(rosterLook.parse(await vault.job(await call('roster.open', { file }))).sheets).toHaveLength(1);
});

it('says why a file cannot be opened', async () => {
  const whole = await roster([BUDI]);
  const file = await vault.file('rusak.xlsx', whole.subarray(0, whole.length - 40));
  await expect(vault.job(await call('roster.open', { file }))).rejects.toMatchObject({ code: 'ROSTER_FILE_DAMAGED' });
});

it('shows the first rows with the office’s own words for a status', async () => {
  await call('settings.set', { statusSynonyms: [{ words: 'Tenaga Bantu', status: 'PTT' }] });
  const file = await rosterFile(vault, [{ ...BUDI, nip: '', status: 'Tenaga Bantu' }]);
  const looked = rosterLook.parse(await vault.job(await call('roster.open', { file })));
  expect(looked.sheets[0]?.sample).toMatchObject([{ name: BUDI.name, status: 'PTT' }]);
});
