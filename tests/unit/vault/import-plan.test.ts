import { describe, expect, it } from 'vitest';
import type { Person } from '../../../electron/vault/roster/employees.ts';
import { planImport } from '../../../electron/vault/roster/import-plan.ts';

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
const row = (number: number, values: Partial<Person>) => ({ sheet: 'Data', row: number, person: person(values) });
const known = (id: string, values: Partial<Person>) => ({ id, person: person(values) });

const NIP_A = '199001012015031001';
const NIP_B = '198808082024211002';
const NIK_A = '1771010101900001';

describe('plan of an import', () => {
  it('adds, updates and leaves alone by NIP', () => {
    const plan = planImport(
      [known('a', { nip: NIP_A, name: 'Budi', unit: 'Dinas X' }), known('b', { nip: NIP_B, name: 'Sari' })],
      [
        row(2, { nip: NIP_A, name: 'Budi', unit: 'Dinas Y' }),
        row(3, { nip: NIP_B, name: 'Sari' }),
        row(4, { name: 'Tono' }),
      ],
    );
    expect(plan.updated.map(({ known: one, changed }) => [one.id, changed])).toEqual([['a', ['unit']]]);
    expect(plan.unchanged.map((one) => one.id)).toEqual(['b']);
    expect(plan.added.map((one) => one.row)).toEqual([4]);
  });

  it('never erases by an empty cell', () => {
    const plan = planImport(
      [known('a', { nip: NIP_A, nik: NIK_A, name: 'Budi' })],
      [row(2, { nip: NIP_A, name: 'Budi' })],
    );
    expect(plan.unchanged).toHaveLength(1);
  });

  it('gives a person known by NIK the NIP that came later', () => {
    const plan = planImport(
      [known('a', { nik: NIK_A, name: 'Budi' })],
      [row(2, { nip: NIP_A, nik: NIK_A, name: 'Budi' })],
    );
    expect(plan.updated[0]?.changed).toEqual(['nip']);
  });

  it('refuses to merge two people: NIP of one, NIK of another', () => {
    const plan = planImport(
      [known('a', { nip: NIP_A, name: 'Budi' }), known('b', { nip: NIP_B, nik: NIK_A, name: 'Sari' })],
      [
        row(2, { nip: NIP_A, nik: NIK_A, name: 'Budi' }),
        row(3, { nip: '199112122025242003', nik: NIK_A, name: 'Sari' }),
      ],
    );
    expect(plan.conflicts.map((one) => one.row)).toEqual([2, 3]);
  });

  it('matches people without a number by name and unit, only when one fits', () => {
    const one = planImport(
      [known('a', { name: 'Tono', unit: 'Dinas X' })],
      [row(2, { name: 'Tono', unit: 'Dinas X' }), row(3, { name: 'Tono', unit: 'Dinas X' })],
    );
    expect([one.unchanged.length, one.repeated.length]).toEqual([1, 1]);
    const two = planImport(
      [known('a', { name: 'Tono', unit: 'Dinas X' }), known('b', { name: 'Tono', unit: 'Dinas X' })],
      [row(2, { name: 'Tono', unit: 'Dinas X' })],
    );
    expect(two.added).toHaveLength(1);
  });
});
