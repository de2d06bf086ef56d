/** Rosters of made-up people for the tests of importing. */
import { writeXlsx } from 'hucre';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { PlanRow, RosterPlan } from '../../../shared/contract/roster-import.ts';
import type { TestVault } from '../../support/test-vault.ts';

export type Cells = readonly (string | number)[];

/** A workbook of sheets; every sheet's first row is its heading. */
export async function workbook(sheets: Readonly<Record<string, readonly Cells[]>>): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });
}

export const HEADINGS: Cells = [
  'NIP',
  'NIK',
  'NAMA',
  'STATUS',
  'GOLONGAN',
  'JABATAN',
  'UNIT KERJA',
  'PERANGKAT DAERAH',
];

export interface Stated {
  readonly nip?: string | number;
  readonly nik?: string;
  readonly name: string;
  readonly status?: string;
  readonly grade?: string;
  readonly position?: string;
  readonly unit?: string;
}

/** One sheet of people under HEADINGS. */
export async function roster(people: readonly Stated[], sheet = 'Pegawai'): Promise<Uint8Array> {
  const rows = people.map(({ nip = '', nik = '', name, status = '', grade = '', position = '', unit = '' }) => [
    ...[nip, nik, name, status, grade, position, unit],
    'Pemda Contoh',
  ]);
  return await workbook({ [sheet]: [HEADINGS, ...rows] });
}

let files = 0;
/** Registers a roster; each has a name of its own. */
export async function rosterFile(vault: TestVault, people: readonly Stated[]): Promise<string> {
  return await vault.file(`pegawai-${(files += 1)}.xlsx`, await roster(people));
}

/** All rows of a plan. */
export async function rowsOf(vault: TestVault, { planId }: Pick<RosterPlan, 'planId'>): Promise<PlanRow[]> {
  return (await vault.service.call('roster.planRows', { planId, limit: 1_000 })).rows;
}

/** The one person found. */
export async function personOf(vault: TestVault, query: string): Promise<OutputOf<'roster.list'>['rows'][number]> {
  const { rows, total } = await vault.service.call('roster.list', { query });
  const [row] = rows;
  if (total !== 1 || row === undefined) throw new Error(`${total} people are found by ${query}`);
  return row;
}

export const BUDI: Stated = {
  nip: '199001012015031001',
  nik: '1771010101900001',
  name: 'Drs. Budi Contoh, M.Si.',
  status: 'PNS',
  grade: 'III/c',
  position: 'Analis',
  unit: 'Bidang Satu',
};
export const SARI: Stated = {
  nip: '198808082014032002',
  name: 'Sari Contoh, S.Kom.',
  status: 'PNS',
  grade: 'III/b',
  position: 'Pranata Komputer',
  unit: 'Bidang Satu',
};
export const TONO: Stated = {
  nip: '197805052005011003',
  name: 'Tono Contoh',
  status: 'PNS',
  grade: 'IV/a',
  position: 'Kepala Bidang',
  unit: 'Bidang Dua',
};
