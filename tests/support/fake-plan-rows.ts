/** The rows of a synthetic plan: every kind, with its findings, proposals and conflicts. */
import type { PlanRow, RowProblem } from '../../shared/contract/roster-import.ts';
import { fakeEmployee, fakeId } from './fake-people.ts';

type Part = Partial<PlanRow> & Pick<PlanRow, 'kind'>;

const finding = (
  row: number,
  code: string,
  column: string,
  value: string,
  params: RowProblem['params'] = {},
): RowProblem => ({
  sheet: 'Data_Pegawai_PNS',
  row,
  column,
  code,
  params,
  value,
});

/** All of them, numbered. Made anew each time. */
export function fakePlanRows(): PlanRow[] {
  const rows: PlanRow[] = [];
  const add = (index: number, part: Part): void => {
    const person = fakeEmployee(index);
    rows.push({
      id: rows.length,
      sheet: 'Data_Pegawai_PNS',
      row: 5 + rows.length,
      employeeId: part.kind === 'added' ? null : fakeId(1, index),
      name: person.name,
      identity: person.nip ?? person.nik ?? '',
      unit: person.unit,
      fields: [],
      findings: [],
      proposal: null,
      accounts: [],
      ...part,
    });
  };
  for (let index = 0; index < 34; index += 1) {
    const doubtful = index % 11 === 3 ? [finding(5 + index, 'GRADE_UNKNOWN', 'I', 'Gol. 3')] : [];
    add(400 + index, {
      kind: 'added',
      fields: newcomer(index),
      findings: doubtful,
      accounts: index % 9 === 0 ? [account('Instagram', `pegawai.${index}`)] : [],
    });
  }
  for (let index = 0; index < 8; index += 1) add(500 + index, { kind: 'changed', fields: changes(index) });
  for (let index = 0; index < 4; index += 1) {
    const fields = [{ field: 'unit', before: 'Dinas Sosial', after: 'Inspektorat' }];
    add(600 + index, { kind: 'moved', fields, unit: 'Inspektorat' });
  }
  add(650, { kind: 'returned' });
  for (let index = 0; index < 6; index += 1) add(700 + index, { kind: 'gone', sheet: null, row: null });
  for (let index = 0; index < 2; index += 1) add(750 + index, proposed(index, rows.length));
  addConflicts(add);
  add(870, {
    kind: 'refused',
    name: 'Ratna Kusuma',
    identity: '',
    findings: [finding(214, 'NIP_NUMERIC_CELL', 'B', '1,98506E+17')],
  });
  add(871, {
    kind: 'refused',
    name: 'Taufik Nugroho',
    identity: '198513122010012001',
    findings: [finding(871, 'NIP_BIRTH_DATE', 'B', '198513122010012001')],
  });
  const facebook = { ...account('Facebook', ''), url: 'https://facebook.com/contoh.tetap', note: 'menurut rekan' };
  const two = [facebook, account('TikTok', 'contoh.tetap')];
  for (let index = 0; index < 120; index += 1)
    add(900 + index, { kind: 'unchanged', accounts: index === 0 ? two : [] });
  return rows;
}

function account(platform: string, handle: string): PlanRow['accounts'][number] {
  return { platform, handle, url: '', note: '' };
}

function newcomer(index: number): PlanRow['fields'] {
  const { name, status, grade, position, unit } = fakeEmployee(400 + index);
  return Object.entries({ name, status, grade, position, unit, workEmail: `pegawai${index}@contoh.test` }).map(
    ([field, after]) => ({ field, before: null, after }),
  );
}

function changes(index: number): PlanRow['fields'] {
  const position = { field: 'position', before: 'Pelaksana', after: 'Analis Kebijakan' };
  const grade = { field: 'grade', before: 'III/a', after: 'III/b' };
  const status = { field: 'status', before: 'CPNS', after: 'PNS' };
  return [[position], [grade], [position, grade], [status]][index % 4]!;
}

function proposed(index: number, at: number): Part {
  const person = fakeEmployee(30 + index);
  return {
    kind: 'proposed',
    employeeId: null,
    identity: '',
    name: person.name,
    findings: [finding(5 + at, 'NIP_NUMERIC_CELL', 'B', '1,98203E+17')],
    proposal: {
      employeeId: person.id,
      name: person.name,
      nip: person.nip,
      unit: person.unit,
      evidence: index === 0 ? ['DIGITS', 'NAME', 'BIRTH_DATE', 'UNIT'] : ['DIGITS', 'NAME'],
    },
  };
}

function addConflicts(add: (index: number, part: Part) => void): void {
  const identity = '198506122010012001';
  const first = { firstSheet: 'Data_Pegawai_PNS', firstRow: 5 };
  add(860, {
    kind: 'conflict',
    name: 'Bunga Anggraini',
    identity,
    findings: [finding(12, 'DUPLICATE_NIP_IN_FILE', 'B', identity, first)],
  });
  add(861, {
    kind: 'conflict',
    name: 'Bunga Angraini, S.Pd.',
    identity,
    findings: [finding(88, 'DUPLICATE_NIP_IN_FILE', 'B', identity, first)],
  });
}
