/** How a roster's rows are sorted into what they would do, over people in memory. */
import { describe, expect, it } from 'vitest';
import type { RosterAccount } from '../../../shared/contract/roster-job.ts';
import type { RosterScope } from '../../../shared/domain/roster/plan-kinds.ts';
import type { Person } from '../../../electron/vault/roster/employees.ts';
import { accountKeys } from '../../../electron/vault/roster/import/keys.ts';
import type {
  AccountRow,
  KnownDirectory,
  KnownPerson,
  PlanEntry,
} from '../../../electron/vault/roster/import/plan-types.ts';
import { remarksOf } from '../../../electron/vault/roster/import/remarks.ts';
import { ImportPlanner } from '../../../electron/vault/roster/import/planner.ts';

const blank: Person = {
  nip: null,
  nik: null,
  nipLama: null,
  name: '',
  searchName: '',
  sex: null,
  birthDate: null,
  status: null,
  grade: null,
  rank: null,
  position: null,
  positionType: null,
  unit: null,
  agency: null,
  workEmail: null,
  workPhone: null,
};
const person = (values: Partial<Person>): Person => ({
  ...blank,
  ...values,
  searchName: (values.name ?? '').toLowerCase(),
});
const row = (number: number, values: Partial<Person>, accounts: readonly RosterAccount[] = []) => ({
  sheet: 'Data',
  row: number,
  person: person(values),
  accounts,
  findings: [],
  cells: null,
});

const NIP_A = '199001012015031001';
const NIP_B = '198808082024211002';
const NIK_A = '1771010101900001';
const TODAY = '2026-11-22';

interface Known extends Partial<Omit<KnownPerson, 'person'>> {
  readonly person: Partial<Person>;
  readonly accounts?: readonly RosterAccount[];
}

/** Who is on record: keys from 1 in order. */
function directory(people: readonly Known[], stateOnDay: Partial<Person> | null = null): KnownDirectory {
  const known = people.map(
    (one, index): KnownPerson => ({
      key: index + 1,
      id: `id-${index + 1}`,
      goneSince: one.goneSince ?? null,
      statedOn: one.statedOn ?? '2026-01-01',
      person: person(one.person),
    }),
  );
  const only = (fits: (one: KnownPerson) => boolean): KnownPerson | null => {
    const found = known.filter(fits);
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const owners = new Map(
    people.flatMap(({ accounts = [] }, index) => accounts.flatMap(accountKeys).map((key) => [key, index + 1] as const)),
  );
  return {
    byKey: (key) => known[key - 1] as KnownPerson,
    byNip: (nip) => only((one) => one.person.nip === nip),
    byNik: (nik) => only((one) => one.person.nik === nik),
    withoutNumber: (name, unit) =>
      only(({ person: one }) => one.nip === null && one.nik === null && one.searchName === name && one.unit === unit),
    named: (name, unit) => {
      const found = known.filter(({ person: one }) => one.searchName === name && (unit === null || one.unit === unit));
      return found.length > 1 ? 'several' : (found[0] ?? null);
    },
    stateOnDay: () => (stateOnDay === null ? null : person(stateOnDay)),
    present: () =>
      known
        .filter(({ goneSince }) => goneSince === null)
        .map(({ key, statedOn, person: one }) => ({ key, statedOn, ...one })),
    propose: ({ row: survived }) => {
      const found = only((one) => one.person.searchName === survived.searchName);
      return found ? { key: found.key, evidence: ['DIGITS', 'NAME'] } : null;
    },
    ownerOfAccount: (account) =>
      accountKeys(account)
        .map((key) => owners.get(key))
        .find((one) => one !== undefined),
  };
}

function plan(
  known: KnownDirectory,
  rows: readonly ReturnType<typeof row>[],
  options: { scope?: RosterScope; day?: string; accounts?: readonly AccountRow[]; refused?: readonly unknown[] } = {},
): PlanEntry[] {
  const day = options.day ?? TODAY;
  const planner = new ImportPlanner(known, {
    day,
    from: `${day}T00:00:00.000Z`,
    scope: options.scope ?? 'none',
    sheets: ['Data', 'Akun'],
    accountSheets: new Set(['Akun']),
  });
  for (const one of rows) planner.addRow(one);
  for (const one of options.refused ?? []) planner.addRefused(one as Parameters<ImportPlanner['addRefused']>[0]);
  for (const one of options.accounts ?? []) planner.addAccount(one);
  return planner.finish();
}
const kinds = (entries: readonly PlanEntry[]): (string | number | null)[][] =>
  entries.map(({ kind, row: number, key }) => [kind, number, key]);

describe('plan of an import', () => {
  it('adds, changes, moves and leaves alone by NIP', () => {
    const entries = plan(
      directory([
        { person: { nip: NIP_A, name: 'Budi', unit: 'Dinas X' } },
        { person: { nip: NIP_B, name: 'Sari' } },
        { person: { nik: NIK_A, name: 'Rina', grade: 'III/a' } },
      ]),
      [
        row(2, { nip: NIP_A, name: 'Budi', unit: 'Dinas Y' }),
        row(3, { nip: NIP_B, name: 'Sari' }),
        row(4, { name: 'Tono' }),
        row(5, { nik: NIK_A, name: 'Rina', grade: 'III/b' }),
      ],
    );
    expect(kinds(entries)).toEqual([
      ['moved', 2, 1],
      ['unchanged', 3, 2],
      ['added', 4, null],
      ['changed', 5, 3],
    ]);
    expect([entries[0]?.changed, entries[0]?.before]).toEqual([['unit'], ['Dinas X']]);
  });

  it('calls a unit that was not known before no move', () => {
    const entries = plan(directory([{ person: { nip: NIP_A, name: 'Budi' } }]), [
      row(2, { nip: NIP_A, name: 'Budi', unit: 'Dinas Y' }),
    ]);
    expect(kinds(entries)).toEqual([['changed', 2, 1]]);
  });

  it('never erases by an empty cell', () => {
    const entries = plan(directory([{ person: { nip: NIP_A, nik: NIK_A, name: 'Budi' } }]), [
      row(2, { nip: NIP_A, name: 'Budi' }),
    ]);
    expect(kinds(entries)).toEqual([['unchanged', 2, 1]]);
  });

  it('gives a person known by NIK the NIP that came later', () => {
    const entries = plan(directory([{ person: { nik: NIK_A, name: 'Budi' } }]), [
      row(2, { nip: NIP_A, nik: NIK_A, name: 'Budi' }),
    ]);
    expect(entries[0]?.changed).toEqual(['nip']);
  });

  it('refuses to merge two people: NIP of one, NIK of another; and counts neither as gone', () => {
    const entries = plan(
      directory([{ person: { nip: NIP_A, name: 'Budi' } }, { person: { nip: NIP_B, nik: NIK_A, name: 'Sari' } }]),
      [
        row(2, { nip: NIP_A, nik: NIK_A, name: 'Budi' }),
        row(3, { nip: '199112122025242003', nik: NIK_A, name: 'Sari' }),
      ],
      { scope: 'all' },
    );
    expect(kinds(entries)).toEqual([
      ['conflict', 2, 1],
      ['conflict', 3, 2],
    ]);
    expect(entries.map((entry) => remarksOf(entry).findings[0]?.code)).toEqual(['IDENTITY_CONFLICT', 'NIK_OF_ANOTHER']);
  });

  it('matches people without a number by name and unit, only when one fits', () => {
    const tono = { person: { name: 'Tono', unit: 'Dinas X' } };
    const twice = [row(2, { name: 'Tono', unit: 'Dinas X' }), row(3, { name: 'Tono', unit: 'Dinas X' })];
    expect(kinds(plan(directory([tono]), twice))).toEqual([
      ['unchanged', 2, 1],
      ['conflict', 3, 1],
    ]);
    expect(kinds(plan(directory([]), twice)).map(([kind]) => kind)).toEqual(['added', 'conflict']);
    expect(kinds(plan(directory([tono, tono]), twice.slice(0, 1)))).toEqual([['added', 2, null]]);
  });

  it('offers a row without a number to the one person of its name and unit who has a number, whatever the order', () => {
    const known = directory([{ person: { nip: NIP_A, name: 'Budi', unit: 'Dinas X', position: 'Analis' } }]);
    const nameless = (number: number) => row(number, { name: 'Budi', unit: 'Dinas X', position: 'Camat' });
    const [offered] = plan(known, [nameless(2)], { scope: 'all' });
    expect(offered).toMatchObject({ kind: 'proposed', key: 1, evidence: ['NAME', 'UNIT'], changed: ['position'] });
    expect(offered && remarksOf(offered).findings).toMatchObject([{ code: 'SAME_NAME_AND_UNIT', row: 2 }]);
    expect(plan(known, [nameless(2)], { scope: 'all' })).toHaveLength(1);
    const stated = row(3, { nip: NIP_A, name: 'Budi', unit: 'Dinas X', position: 'Analis' });
    expect(kinds(plan(known, [nameless(2), stated]))).toEqual([
      ['conflict', 2, 1],
      ['unchanged', 3, 1],
    ]);
    expect(kinds(plan(known, [row(2, { name: 'Budi', unit: 'Dinas Y' }), row(3, { name: 'Budi' })]))).toEqual([
      ['added', 2, null],
      ['added', 3, null],
    ]);
  });

  it('brings back who was gone, but not by a roster of an earlier day', () => {
    const gone = { person: { nip: NIP_A, name: 'Budi' }, goneSince: '2026-06-01T00:00:00.000Z' };
    const rows = [row(2, { nip: NIP_A, name: 'Budi' })];
    expect(kinds(plan(directory([gone]), rows))).toEqual([['returned', 2, 1]]);
    expect(kinds(plan(directory([gone]), rows, { day: '2026-05-01' }))).toEqual([['unchanged', 2, 1]]);
  });
});

describe('people who are not in the file', () => {
  const known = directory([
    { person: { nip: NIP_A, name: 'Budi', unit: 'Dinas X', status: 'PNS' } },
    { person: { name: 'Sari', unit: 'dinas x', status: 'PNS' } },
    { person: { name: 'Tono', unit: 'Dinas Y', status: 'PNS' } },
    { person: { name: 'Rina', unit: 'Dinas X', status: 'PPPK' } },
    { person: { name: 'Wati', unit: 'Dinas X', status: 'PNS' }, statedOn: '2026-12-01' },
    { person: { name: 'Hadi', unit: 'Dinas X', status: 'PNS' }, goneSince: '2026-02-01T00:00:00.000Z' },
  ]);
  const rows = [row(2, { nip: NIP_A, name: 'Budi', unit: 'Dinas X', status: 'PNS' })];
  const gone = (scope: RosterScope): (number | null)[] =>
    plan(known, rows, { scope })
      .filter(({ kind }) => kind === 'gone')
      .map(({ key }) => key);

  it('are gone in the units and statuses of the file, in all of them, or not at all', () => {
    expect(gone('none')).toEqual([]);
    // Not Rina: a list of civil servants says nothing about contract staff. Not Wati: she was stated later. Not Hadi: gone before.
    expect(gone('units')).toEqual([2]);
    expect(gone('all')).toEqual([2, 3, 4]);
  });

  it('are not gone when a refused row has their name, nor by a file without people', () => {
    const refused = [
      {
        sheet: 'Data',
        row: 3,
        column: 'B',
        code: 'NIP_LENGTH',
        params: {},
        value: '1990',
        cells: { name: 'Sari', nip: '1990' },
      },
    ];
    const entries = plan(known, rows, { scope: 'units', refused });
    expect(entries.map(({ kind }) => kind)).toEqual(['unchanged', 'refused']);
    expect(plan(known, [], { scope: 'all' })).toEqual([]);
  });
});

describe('a roster of an earlier day', () => {
  it('is compared with the state on record for that day', () => {
    const known = [{ person: { nip: NIP_A, name: 'Budi', unit: 'Dinas Z' }, statedOn: '2026-10-01' }];
    const rows = [row(2, { nip: NIP_A, nik: NIK_A, name: 'Budi', unit: 'Dinas X' })];
    const [entry] = plan(directory(known, { name: 'Budi', unit: 'Dinas Y' }), rows, { day: '2025-01-01' });
    expect([entry?.kind, entry?.changed, entry?.before]).toEqual(['moved', ['unit', 'nik'], ['Dinas Y', null]]);
    const [same] = plan(directory(known, { name: 'Budi', unit: 'Dinas X' }), [row(2, { nip: NIP_A, name: 'Budi' })], {
      day: '2025-01-01',
    });
    expect(same?.kind).toBe('unchanged');
    const [unknown] = plan(directory(known, null), rows, { day: '2025-01-01' });
    expect([unknown?.kind, unknown?.before]).toEqual(['changed', [null, null, null]]);
  });
});

describe('a damaged identity', () => {
  const survived = (name: string) => ({
    digits: '199001012015031',
    row: { ...row(3, { name }).person, sheet: 'Data', row: 3, accounts: [], findings: [] },
  });
  const refused = (name: string) => ({
    sheet: 'Data',
    row: 3,
    column: 'B',
    code: 'NIP_NUMERIC_CELL',
    params: {},
    value: '1.99E+17',
    cells: { name },
    survived: survived(name),
  });
  const known = directory([{ person: { nip: NIP_A, name: 'Budi', unit: 'Dinas X' } }]);

  it('is offered to the one person who fits, who is then not gone', () => {
    const [entry] = plan(known, [row(9, { name: 'Lain' })], { scope: 'all', refused: [refused('Budi')] });
    expect(entry).toMatchObject({ kind: 'proposed', key: 1, evidence: ['DIGITS', 'NAME'] });
    expect(entry?.person?.nip).toBeNull();
  });

  it('is refused where nobody fits, or the person stands in another row', () => {
    expect(kinds(plan(known, [], { refused: [refused('Sari')] }))).toEqual([['refused', 3, null]]);
    const rows = [row(2, { nip: NIP_A, name: 'Budi' })];
    expect(kinds(plan(known, rows, { refused: [refused('Budi')] }))).toEqual([
      ['unchanged', 2, 1],
      ['refused', 3, null],
    ]);
    expect(kinds(plan(known, [], { refused: [refused('Budi'), refused('Budi')] })).map(([kind]) => kind)).toEqual([
      'proposed',
      'refused',
    ]);
  });
});

describe('accounts', () => {
  const instagram = (handle: string): RosterAccount => ({ platform: 'Instagram', handle, url: '', note: '' });
  const line = (values: Partial<AccountRow>): AccountRow => ({
    sheet: 'Akun',
    row: 2,
    nip: null,
    nik: null,
    name: '',
    searchName: '',
    unit: null,
    account: instagram('budi.contoh'),
    ...values,
  });
  const known = directory([
    { person: { nip: NIP_A, name: 'Budi', unit: 'Dinas X' }, accounts: [instagram('lama')] },
    { person: { name: 'Sari', unit: 'Dinas X' } },
    { person: { name: 'Sari', unit: 'Dinas Y' } },
  ]);
  const brought = (entries: readonly PlanEntry[]): unknown[] =>
    entries.map((entry) => [
      entry.kind,
      entry.key,
      entry.accounts.length,
      remarksOf(entry).findings.map(({ code }) => code),
    ]);

  it('go to people on record and to newcomers, by number or by name and unit', () => {
    const rows = [row(2, { nip: NIP_B, name: 'Tono' })];
    const accounts = [
      line({ nip: NIP_B, row: 2 }),
      line({ nip: NIP_A, row: 3, account: instagram('baru') }),
      line({ searchName: 'sari', unit: 'Dinas Y', row: 4, account: instagram('sari') }),
      line({ searchName: 'tono', row: 5, account: instagram('tono') }),
    ];
    expect(brought(plan(known, rows, { accounts }))).toEqual([
      ['added', null, 2, []],
      ['unchanged', 1, 1, []],
      ['unchanged', 3, 1, []],
    ]);
  });

  it('of somebody who cannot be told are refused', () => {
    const accounts = [
      line({ searchName: 'sari', row: 2 }),
      line({ searchName: 'entah', row: 3 }),
      line({ nip: NIP_B, row: 4 }),
    ];
    expect(brought(plan(known, [], { accounts }))).toEqual(
      [1, 2, 3].map(() => ['refused', null, 0, ['ACCOUNT_PERSON_UNKNOWN']]),
    );
  });

  it('are not added twice, whatever their capitals or dress, and never to a second person', () => {
    const rows = [
      row(2, { nip: NIP_A, name: 'Budi' }, [instagram('LAMA'), instagram('dua'), instagram('Dua')]),
      row(3, { nip: NIP_B, name: 'Tono' }, [instagram('dua'), instagram('lama')]),
    ];
    expect(brought(plan(known, rows))).toEqual([
      ['unchanged', 1, 1, []],
      ['added', null, 0, ['ACCOUNT_OF_ANOTHER', 'ACCOUNT_OF_ANOTHER']],
    ]);
    const address = (url: string): string[] => accountKeys({ platform: 'X', handle: '', url });
    expect(address('https://www.x.com/Budi/')).toEqual(address('x.com/budi'));
  });
});
