/** Coverage, even-handedness and the extract for one person, against a real vault with a clock that is turned by hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageByUnit } from '../../../electron/vault/monitoring/coverage.ts';
import { listTable } from '../../../electron/vault/exports/list-tables.ts';
import { heldPersons } from '../../../electron/vault/handover/held-persons.ts';
import type { CallOf, OutputOf } from '../../../shared/contract/index.ts';
import type { ListSelection } from '../../../shared/contract/lists.ts';
import { takeIn } from '../capture-queue/support.ts';
import { type Office, openOffice } from './support.ts';

let office: Office;
let userId: string;
const persons = new Map<string, string>();
const PERIOD = { from: '2026-10-01', to: '2026-10-31' };
const idOf = (name: string): string => persons.get(name) ?? '';

beforeAll(async () => {
  office = await openOffice();
  userId = await office.userId();
  for (const name of ['Ani', 'Budi', 'Cici', 'Dedi'])
    persons.set(name, await office.person(name, { agency: 'Dinas Kesehatan', unit: 'Puskesmas', position: 'Perawat' }));
  persons.set('Edo', await office.person('Edo', { agency: 'Inspektorat', position: 'Auditor' }, 2));
  persons.set('Fani', await office.person('Fani', { agency: 'Inspektorat', position: 'Auditor' }, 0));
});
afterAll(() => office.vault.dispose());

/** One round over some persons, every account answered alike. */
async function round(
  title: string,
  plan: CallOf<'monitoring.begin'>['plan'],
  outcome: CallOf<'monitoring.record'>['outcome'],
  cadence: CallOf<'monitoring.begin'>['cadence'] = 'once',
): Promise<string> {
  const { id } = await office.call('monitoring.begin', { title, plan, assigneeId: userId, cadence });
  for (;;) {
    const { item } = await office.call('monitoring.work', { roundId: id });
    if (item === null || item.state === 'again') return id;
    await office.call('monitoring.record', { itemId: item.id, outcome });
  }
}
const named = (...names: string[]): CallOf<'monitoring.begin'>['plan'] => ({
  persons: names.map(idOf),
  reason: 'Uji coba terencana',
});
const personsOf = async (
  which?: CallOf<'monitoring.persons'>['which'],
): Promise<OutputOf<'monitoring.persons'>['rows']> =>
  (await office.call('monitoring.persons', { ...PERIOD, ...(which !== undefined && { which }) })).rows;

describe('coverage', () => {
  it('is empty and even before anything was looked at', async () => {
    const { total } = await office.call('monitoring.coverage', PERIOD);
    expect(total).toMatchObject({
      persons: 6,
      withAccount: 5,
      withoutAccount: 1,
      checked: 0,
      never: 5,
      looks: 0,
      median: 0,
      standOut: 0,
    });
  });

  it('counts a person once a round, and tells checked from looked at', async () => {
    office.at('2026-10-05T02:00:00.000Z');
    await round('Semua', {}, 'nothing');
    const { total, groups } = await office.call('monitoring.coverage', PERIOD);
    expect(total).toMatchObject({
      checked: 5,
      never: 0,
      looks: 5,
      least: 1,
      median: 1,
      most: 1,
      bars: [0, 5, 0, 0, 0, 0],
    });
    expect(
      groups.map(({ name, persons: number, checked, withoutAccount }) => [name, number, checked, withoutAccount]),
    ).toEqual([
      ['Dinas Kesehatan', 4, 4, 0],
      ['Inspektorat', 2, 1, 1],
    ]);
    expect(coverageByUnit(PERIOD, office.vault.service.context())).toEqual(groups);
    const before = await office.call('monitoring.coverage', { from: '2026-09-01', to: '2026-09-30' });
    expect(before.total).toMatchObject({ checked: 0, never: 0, looks: 0 });
    office.at('2026-10-06T02:00:00.000Z');
    await round('Lihat lagi', named('Ani'), 'again');
    await round('Orang lain', named('Budi'), 'not-person');
    const byName = new Map((await personsOf()).map((row) => [row.name, row]));
    expect(byName.get('Ani')).toMatchObject({ looks: 2, lastCheckedAt: expect.stringMatching(/^2026-10-05/) });
    expect(byName.get('Budi')).toMatchObject({ looks: 1, rounds: ['R-0001'] });
    expect(byName.get('Fani')).toMatchObject({ looks: 0, accounts: 0, lastCheckedAt: null });
  });

  it('shows who was looked at much more often than the unit, with the rounds, and what lies outside rounds', async () => {
    await round('Ketiga', named('Ani'), 'nothing');
    const { id: caseId } = await office.call('cases.create', {
      title: 'Uji',
      employeeId: idOf('Ani'),
      reason: 'nama sama',
    });
    await takeIn(office.vault.service, {
      rows: null,
      caseId,
      address: 'https://lini.test/p/7',
      at: '2026-10-07T02:00:00.000Z',
    });
    expect(await personsOf('stands-out')).toMatchObject([
      { name: 'Ani', looks: 4, rounds: ['R-0001', 'R-0002', 'R-0004'], outside: 1, peers: 1, standsOut: true },
    ]);
    const { groups } = await office.call('monitoring.coverage', { ...PERIOD, by: 'position' });
    expect(groups).toMatchObject([
      { name: 'Auditor', standOut: 0 },
      { name: 'Perawat', standOut: 1, most: 4, least: 1, median: 1 },
    ]);
  });

  it('says who is overdue by a cadence that promises them a look', async () => {
    expect(await personsOf('overdue')).toEqual([]);
    office.at('2026-10-08T02:00:00.000Z');
    const { id } = await office.call('monitoring.begin', {
      title: 'Mingguan',
      plan: { agencies: ['Inspektorat'] },
      cadence: 'weekly',
      assigneeId: userId,
    });
    office.at('2026-10-12T02:00:00.000Z');
    // Last checked on the 5th: due again on the 12th.
    expect(await personsOf('overdue')).toMatchObject([{ name: 'Edo', overdueSince: '2026-10-12' }]);
    const { item } = await office.call('monitoring.work', { roundId: id });
    await office.call('monitoring.record', { itemId: item?.id ?? '', outcome: 'private' });
    expect(await personsOf('overdue')).toEqual([]);
    office.at('2026-10-25T02:00:00.000Z');
    expect(await personsOf('overdue')).toMatchObject([{ name: 'Edo', overdueSince: '2026-10-19' }]);
    await office.call('monitoring.endSeries', { id });
    expect(await personsOf('overdue')).toEqual([]);
  });

  it('is searched, filtered and sorted', async () => {
    const ask = (rest: Partial<CallOf<'monitoring.persons'>>): Promise<OutputOf<'monitoring.persons'>> =>
      office.call('monitoring.persons', { ...PERIOD, ...rest });
    expect((await ask({ query: 'bud' })).rows.map(({ name }) => name)).toEqual(['Budi']);
    expect((await ask({ agency: 'Inspektorat' })).total).toBe(2);
    expect((await ask({ unit: 'Puskesmas' })).total).toBe(4);
    expect((await ask({ which: 'no-account' })).rows.map(({ name }) => name)).toEqual(['Fani']);
    expect((await ask({ sort: 'looks', descending: true, limit: 1 })).rows.map(({ name }) => name)).toEqual(['Ani']);
  });
});

describe('the lists of monitoring', () => {
  it('leave as tables, are found from everywhere, and stand among the data held about a person', async () => {
    const context = office.vault.service.context();
    const table = (selection: ListSelection): Record<string, string>[] => {
      const { columns, rows } = listTable(selection, context);
      return rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [columns[index]?.header ?? '', cell])));
    };
    const rounds = table({ list: 'monitoring-rounds', query: '' });
    expect(rounds).toContainEqual(expect.objectContaining({ Nomor: 'R-0001', Ronde: 'Semua', 'Sudah dilihat': '6' }));
    const { rows } = await office.call('monitoring.rounds', { query: 'R-0001' });
    const items = table({ list: 'monitoring-items', query: '', roundId: rows[0]?.id ?? '' });
    expect(items).toContainEqual(
      expect.objectContaining({ Nama: 'Ani', Hasil: 'Tidak ada temuan', Petugas: 'Ayu Petugas' }),
    );
    expect(items).toContainEqual(expect.objectContaining({ Nama: 'Fani', Keadaan: 'Tidak ada akun yang diketahui' }));
    expect(table({ list: 'monitoring-coverage', by: 'agency', ...PERIOD })[0]).toMatchObject({
      'Perangkat daerah (OPD)': 'Dinas Kesehatan',
      'Paling sering': '4',
      '1 kali': '3',
    });
    const persons = { list: 'monitoring-persons', query: '', sort: 'name', descending: false, ...PERIOD } as const;
    expect(table(persons)[0]).toMatchObject({
      Nama: 'Ani',
      'Di luar ronde': '1',
      'Jauh lebih sering daripada rekan': 'ya',
    });
    expect(table({ list: 'monitoring-person', employeeId: idOf('Budi') }).at(-1)).toMatchObject({
      Peristiwa: 'Masuk ronde',
      'Sebab masuk ronde': 'semua pegawai pada daftar',
    });
    const { hits } = await office.call('search.everything', { query: 'mingguan' });
    expect(hits).toMatchObject([{ kind: 'round', title: 'R-0005 Mingguan' }]);
    const held = await heldPersons({ of: 'vault' }, context);
    expect(held.find(({ name }) => name === 'Ani')?.data).toContainEqual({ kind: 'pemantauan', count: 3 });
  });
});

describe('the extract for one person', () => {
  it('tells everything that was done, nothing found and what was taken back included', async () => {
    const { rows, total, employee } = await office.call('monitoring.person', { employeeId: idOf('Ani') });
    expect(employee).toMatchObject({ name: 'Ani', unit: 'Puskesmas' });
    expect(total).toBe(rows.length);
    const told = rows.map(({ kind, look, round: of }) => [kind, look?.outcome ?? null, of?.number ?? null]);
    expect(told).toEqual([
      ['outside', null, null],
      ['look', 'nothing', 'R-0004'],
      ['planned', null, 'R-0004'],
      ['look', 'again', 'R-0002'],
      ['planned', null, 'R-0002'],
      ['look', 'nothing', 'R-0001'],
      ['planned', null, 'R-0001'],
    ]);
    expect(rows.find(({ round: of }) => of?.number === 'R-0002' && of.title === 'Lihat lagi')).toBeTruthy();
    expect(rows.at(-1)?.plan).toMatchObject({ reason: '', persons: [] });
    const { id } = await office.call('monitoring.begin', { title: 'Tarik', plan: named('Ani'), assigneeId: userId });
    const { item } = await office.call('monitoring.work', { roundId: id });
    await office.call('monitoring.record', { itemId: item?.id ?? '', outcome: 'gone' });
    await office.call('monitoring.undo', { roundId: id });
    const after = await office.call('monitoring.person', { employeeId: idOf('Ani'), limit: 1 });
    expect(after.rows[0]?.look).toMatchObject({ outcome: 'gone', undoneAt: expect.any(String) });
    await expect(office.call('monitoring.person', { employeeId: id })).rejects.toMatchObject({
      code: 'EMPLOYEE_UNKNOWN',
    });
  });
});
