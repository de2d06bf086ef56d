/** `netra elections …` and `netra outreach …` over a real vault. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';
import { type Ran, run } from './support.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await createTestVault();
  const { service } = vault;
  const { id: electionId } = await service.call('elections.save', { name: 'Pilkada Contoh', regime: 'PILKADA' });
  await service.call('elections.saveCandidate', {
    electionId,
    office: 'wali_kota',
    name: 'Ani Contoh',
    partnerName: 'Budi Contoh',
    number: '2',
    tags: ['#contohdua'],
  });
  const person = await service.call('roster.addPerson', { name: 'Cici Contoh', agency: 'Dinas Contoh' });
  const { id } = await service.call('outreach.save', { topic: 'Netral di media sosial', day: '2024-10-01' });
  await service.call('outreach.setState', { id, state: 'held' });
  await service.call('outreach.addAttendance', { sessionId: id, employeeIds: [person.id] });
  await service.lock('button');
  writeFileSync(path.join(vault.folder, 'sandi'), PASSPHRASE);
});
afterAll(() => vault.dispose());

const netra = (...words: string[]): Promise<Ran> =>
  run(vault.folder, ...words, '--vault', vault.directory, '--passphrase-file', 'sandi');

it('a stage is added to a calendar, decides what a candidate is on a day, and an impossible one is refused', async () => {
  const stage = (...words: string[]): Promise<Ran> => netra('elections', 'add-stage', 'pilkada contoh', ...words);
  const standing = async (day: string): Promise<string> =>
    (await netra('elections', 'candidates', '--day', day, '--query', 'ani')).printed;
  expect(await standing('2024-09-22')).toContain('Belum dapat ditentukan');
  expect(await stage('penetapan', '--from', '2024-09-22', '--source', 'KPU')).toMatchObject({ code: 0 });
  expect(await standing('2024-09-21')).toMatch(/^2\tAni Contoh\tBudi Contoh\tPilkada Contoh\tBakal calon$/);
  expect(await standing('2024-09-22')).toMatch(/\tCalon$/);
  expect(await stage('kampanye', '--from', '2024-11-23', '--until', '2024-09-25')).toMatchObject({ code: 1 });
  expect(await stage('penetapan', '--from', '2024-09-22', '--until', '2024-09-23')).toMatchObject({ code: 1 });
  expect(await stage('pesta', '--from', '2024-09-22')).toMatchObject({ code: 2 });
  expect(await stage('kampanye', '--from', 'kemarin')).toMatchObject({ code: 2 });
  expect(await netra('elections', 'add-stage', 'Tidak Ada', 'kampanye', '--from', '2024-09-25')).toMatchObject({
    code: 1,
  });
  const listed = (await netra('elections', 'list')).printed;
  expect(listed).toMatch(/\tPilkada Contoh\tPILKADA\t/);
  expect(listed).toContain('\t2024-09-22\t2024-09-22\tPenetapan calon (paslon/DCT)\tingatan');
  const reminders = (await netra('elections', 'reminders', '--day', '2024-10-01')).printed;
  expect(reminders).toMatch(/^2024-10-01\n/);
  expect((await netra('elections', 'reminders', '--day', '1/10/2024')).code).toBe(2);
});

it('sessions are planned, listed and shown with who attended; coverage is counted', async () => {
  expect((await netra('outreach', 'list')).printed).toMatch(/\t2024-10-01\tTerlaksana\t1\tNetral di media sosial$/);
  const [number = ''] = (await netra('outreach', 'list')).printed.split('\t');
  expect((await netra('outreach', 'show', number.toLowerCase())).printed).toMatch(/\n {2}Cici Contoh\t–\t/);
  expect(await netra('outreach', 'show', 'SOS-9999')).toMatchObject({ code: 1, printed: '' });
  expect(await netra('outreach', 'add', 'Susulan', '--day', '2024-12-01')).toMatchObject({ code: 0 });
  expect((await netra('outreach', 'add', 'Tanpa hari')).code).toBe(2);
  expect((await netra('outreach', 'list', '--from', '2024-11-01')).printed).toMatch(/\tSusulan$/);
  const coverage = await netra('outreach', 'coverage', '--from', '2024-10-01', '--to', '2024-10-31');
  expect(coverage.printed).toBe('∑\t1\t1\t0\nDinas Contoh\t1\t1\t0');
  const empty = await netra('outreach', 'coverage', '--from', '2024-11-01', '--to', '2024-11-30', '--json');
  expect(JSON.parse(empty.printed)).toMatchObject({ people: 1, reached: 0 });
});
