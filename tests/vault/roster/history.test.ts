/** People by date: rosters in any order, and a case that shows the state on the day of the act. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { BUDI, personOf, rosterFile, type Stated } from './support.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await createTestVault();
});
afterEach(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const imported = async (asOf: string, person: Partial<Stated>) =>
  await vault.importRoster(await rosterFile(vault, [{ ...BUDI, ...person }]), { asOf, scope: 'none' });
async function on(asOf: string): Promise<[string | null, boolean]> {
  const { id } = await personOf(vault, 'budi');
  const { employee, known } = await call('roster.get', { id, asOf });
  return [employee.unit, known];
}

describe('history by date', () => {
  it('takes rosters in any order; a day before the first is told apart', async () => {
    await imported('2026-03-01', { unit: 'C' });
    await imported('2024-01-01', { unit: 'A' });
    await imported('2025-01-01', { unit: 'B' });
    expect(await on('2023-12-31')).toEqual(['A', false]);
    expect(await on('2024-01-01')).toEqual(['A', true]);
    expect(await on('2024-12-31')).toEqual(['A', true]);
    expect(await on('2025-01-01')).toEqual(['B', true]);
    expect(await on('2026-02-28')).toEqual(['B', true]);
    expect(await on('2026-03-01')).toEqual(['C', true]);
    expect(await personOf(vault, 'budi')).toMatchObject({ unit: 'C' });
    const { history } = await call('roster.get', { id: (await personOf(vault, 'budi')).id });
    expect(history.map(({ unit, validFrom, validTo }) => [unit, validFrom, validTo])).toEqual([
      ['C', '2026-02-28T17:00:00.000Z', null],
      ['B', '2024-12-31T17:00:00.000Z', '2026-02-28T17:00:00.000Z'],
      ['A', '2023-12-31T17:00:00.000Z', '2024-12-31T17:00:00.000Z'],
    ]);
  });

  it('lets a state go on after an earlier roster found another one within it', async () => {
    await imported('2024-01-01', { unit: 'A' });
    await imported('2026-01-01', { unit: 'A' });
    await imported('2025-01-01', { unit: 'B' });
    expect([await on('2024-06-01'), await on('2025-06-01'), await on('2026-06-01')]).toEqual([
      ['A', true],
      ['B', true],
      ['A', true],
    ]);
    expect(await personOf(vault, 'budi')).toMatchObject({ unit: 'A' });
  });

  it('dates rank, position, grade and status too, and adds who a person is but never where from an earlier day', async () => {
    await imported('2026-01-01', { nik: '', grade: 'IV/a', position: 'Kepala Bidang' });
    const earlier = { grade: 'III/c', position: 'Analis', status: 'CPNS', unit: 'A' };
    expect(await imported('2020-01-01', earlier)).toMatchObject({ updated: 1, added: 0 });
    const { id, nik, grade } = await personOf(vault, 'budi');
    expect([nik, grade]).toEqual([BUDI.nik, 'IV/a']);
    const then = await call('roster.get', { id, asOf: '2021-05-05' });
    expect(then.employee).toMatchObject({ grade: 'III/c', position: 'Analis', status: 'CPNS', unit: 'A' });
    expect((await call('roster.get', { id })).employee).toMatchObject({ position: 'Kepala Bidang', status: 'PNS' });
  });

  it('corrects a state on its own day: the later statement holds', async () => {
    await imported('2026-01-01', { unit: 'A' });
    await imported('2026-01-01', { unit: 'B' });
    expect(await on('2026-01-01')).toEqual(['B', true]);
    expect(await on('2025-12-31')).toEqual(['B', false]);
  });

  it('knows a person by hand from the day on which it was written down', async () => {
    await call('roster.addPerson', { name: 'Budi Contoh', nip: String(BUDI.nip), unit: 'A' });
    await vault.importRoster(await rosterFile(vault, [{ ...BUDI, unit: 'B' }]));
    expect(await personOf(vault, 'budi')).toMatchObject({ unit: 'B' });
    const { history } = await call('roster.get', { id: (await personOf(vault, 'budi')).id });
    expect(history.every(({ validFrom, validTo }) => validTo === null || validTo >= validFrom)).toBe(true);
  });

  it('shows somebody who left as still there on an earlier day', async () => {
    await imported('2025-01-01', {});
    const { id } = await personOf(vault, 'budi');
    const other = await rosterFile(vault, [{ nip: '198808082014032002', name: 'Sari Contoh' }]);
    await vault.importRoster(other, { asOf: '2026-01-01', scope: 'all' });
    expect((await call('roster.get', { id })).employee.goneSince).toBe('2025-12-31T17:00:00.000Z');
    expect((await call('roster.get', { id, asOf: '2025-06-01' })).employee.goneSince).toBeNull();
  });
});

describe('a case', () => {
  it('shows the person as of the day of the act, and again after the day or the history changed', async () => {
    await imported('2024-01-01', { unit: 'A' });
    await imported('2026-01-01', { unit: 'C' });
    const { id: employeeId } = await personOf(vault, 'budi');
    const { id } = await call('cases.create', {
      title: 'Unggahan',
      employeeId,
      reason: 'nama sama',
      actDate: '2024-10-21',
    });
    const person = async () => (await call('cases.get', { id })).respondents[0];
    expect((await person())?.person).toMatchObject({ unit: 'A' });
    await call('cases.update', { id, actDate: '2026-02-02' });
    // Frozen until somebody decides: nothing that was written down changes by itself.
    expect((await person())?.person).toMatchObject({ unit: 'A' });
    const lacks = async () => (await call('cases.get', { id })).missing;
    expect(await lacks()).toContain('PERSON_OF_OTHER_DAY');
    const respondentId = (await person())?.id ?? '';
    await call('cases.refreezePerson', { id, respondentId, reason: 'tanggal diperbaiki' });
    expect(await person()).toMatchObject({ person: { unit: 'C' }, earlierBlocks: [{ unit: 'A' }] });
    expect(await lacks()).not.toContain('PERSON_OF_OTHER_DAY');
    await imported('2026-02-01', { unit: 'D' });
    await call('cases.refreezePerson', { id, respondentId, reason: 'daftar baru' });
    expect((await person())?.person).toMatchObject({ unit: 'D' });
  });
});
