/** The directory's search as a person types it, over 100,000 people: 95th percentile against 20 ms. */
import { normalizeName } from '../../shared/domain/roster/name.ts';
import { insertEmployee, type Person } from '../../electron/vault/roster/employees.ts';
import { createTestVault } from '../support/test-vault.ts';
import { type Figure, percentile, timed } from './figure.ts';
import { rosterRows } from './vault-import.bench.ts';

const PEOPLE = 100_000;
const TYPED = [
  'budi contoh',
  'rina semisal binra',
  'analis 12',
  'bidang 207',
  '19850312',
  '1990',
  'dewi tel',
  'hadi ibarat',
  'x',
  'indah umpama',
  'fitri analis 3',
  'zzz',
];

export async function run(): Promise<readonly Figure[]> {
  const vault = await createTestVault();
  try {
    const context = vault.service.context();
    const at = context.now().toISOString();
    const stamp = { at, from: at, day: at.slice(0, 10), importId: null };
    context.write(['roster'], (database) => {
      for (const row of rosterRows(PEOPLE)) insertEmployee(database, context.newId(), personOf(row), stamp);
      return { value: null, entry: { action: 'roster.imported', subjectKind: 'import', subjectId: null, facts: {} } };
    });
    const times: number[] = [];
    for (const query of TYPED) {
      // Each letter is a search, as in the screen.
      for (let length = 1; length <= query.length; length += 1) {
        times.push(await timed(() => vault.service.call('roster.list', { query: query.slice(0, length), limit: 100 })));
      }
    }
    return [
      {
        figure: `search in ${PEOPLE} people, 95th percentile of ${times.length} keystrokes`,
        ours: percentile(times, 0.95),
        baseline: 20,
        baselineName: 'aim of 20 ms',
        aim: 1,
        unit: 'ms',
      },
    ];
  } finally {
    await vault.dispose();
  }
}

function personOf(row: readonly string[]): Person {
  const name = normalizeName(row[3] ?? '');
  return {
    nip: row[1] ?? null,
    nik: row[2] ?? null,
    nipLama: null,
    name: name.display,
    searchName: name.search,
    sex: null,
    birthDate: null,
    status: 'PNS',
    grade: 'III/b',
    rank: null,
    position: row[8] ?? null,
    positionType: null,
    unit: row[10] ?? null,
    agency: row[11] ?? null,
    workEmail: null,
    workPhone: null,
  };
}
