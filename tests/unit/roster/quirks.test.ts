import { describe, expect, it } from 'vitest';
import { readFile } from '../../fixtures/roster/in-process.ts';
import { makeXlsx, type Value } from '../../fixtures/roster/make-xlsx.ts';
import { makePeople, type Person, seededRandom } from '../../fixtures/roster/people.ts';

/** Random rosters with the quirks of real ones: what goes in comes out, or is refused with the right code. */

const HEAD: readonly (readonly Value[])[] = [
  ['No', 'Nama', 'NIP', 'NIK', 'Pangkat', null, 'Jabatan', 'Unit Kerja', 'Status', 'Instagram'],
  [null, null, null, null, 'Gol. Ruang', 'TMT', null, null, null, null],
  ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
];
const numeric = (raw: string): Value => ({ xml: `<c r="%r"><v>${raw}</v></c>` });

/** Ways in which a NIP is written, or ruined. */
const NIP_FORMS: readonly (readonly [code: string | null, form: (nip: string) => Value])[] = [
  [null, (nip) => nip],
  [null, (nip) => nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')],
  [null, (nip) => `'${nip}`],
  [null, (nip) => `NIP. ${nip}\u00a0`],
  [null, (nip) => `\u200b${nip.slice(0, 8)}.${nip.slice(8, 14)}.${nip.slice(14, 15)}.${nip.slice(15)}`],
  ['NIP_NUMERIC_CELL', (nip) => numeric(`${nip[0] ?? ''}.${nip.slice(1, 15)}E+17`)],
  ['NIP_NUMERIC_CELL', (nip) => numeric(String(Number(nip)))],
  ['NIP_SCIENTIFIC_TEXT', (nip) => `${nip[0] ?? ''},${nip.slice(1, 6)}E+17`],
  ['NIP_DECIMAL_TEXT', (nip) => `${nip}.00`],
  ['NIP_SERIAL', (nip) => `${nip.slice(0, 15)}000`],
  ['NIP_LENGTH', (nip) => nip.slice(0, 17)],
];

/** Rows that are no people, and what they count as. */
const NO_PEOPLE: readonly (readonly [kind: string, rows: readonly (readonly Value[])[]])[] = [
  ['blank', [[]]],
  ['section', [[null, 'BIDANG STATISTIK']]],
  ['section', [[null, null, 'II. UPTD LAYANAN']]],
  ['totals', [[null, 'Jumlah', '12']]],
  ['repeatedHeader', [HEAD[0] ?? []]],
  ['numbering', [HEAD[2] ?? []]],
];

interface Roster {
  readonly rows: readonly (readonly Value[])[];
  readonly taken: readonly Person[];
  readonly refused: readonly { readonly code: string; readonly person: Person; readonly row: number }[];
  readonly dropped: Readonly<Record<string, number>>;
}

function roster(seed: number): Roster {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const rows: (readonly Value[])[] = [['PEMERINTAH KOTA CONTOH'], ['DAFTAR PEGAWAI'], [], ...HEAD];
  const taken: Person[] = [];
  const refused: { code: string; person: Person; row: number }[] = [];
  const dropped: Record<string, number> = {
    blank: 0,
    section: 0,
    totals: 0,
    repeatedHeader: 0,
    numbering: 1,
    signature: 0,
  };
  for (const person of makePeople(40, seed)) {
    if (random() < 0.25) {
      const [kind, between] = pick(NO_PEOPLE);
      rows.push(...between);
      dropped[kind] = (dropped[kind] ?? 0) + between.length;
    }
    const [code, form] =
      person.nip === '' ? ([null, () => pick(['-', '–', 'tidak ada', null])] as const) : pick(NIP_FORMS);
    rows.push(cellsOf(person, form(person.nip), pick));
    if (code === null) taken.push(person);
    else refused.push({ code, person, row: rows.length });
  }
  rows.push([], [null, 'Kota Contoh, 2 Januari 2026'], [null, 'Kepala Dinas Contoh,'], [null, 'Drs. AHMAD, M.Si']);
  return { rows, taken, refused, dropped: { ...dropped, blank: (dropped['blank'] ?? 0) + 1, signature: 3 } };
}

function cellsOf(person: Person, nip: Value, pick: <T>(list: readonly T[]) => T): Value[] {
  const { name, nik, grade, position, unit, status } = person;
  const golongan = pick([grade, grade.replace('/', '.'), grade.replace('/', ''), grade.replace('/', ' / ')]);
  const written = status === 'PTT' ? pick(['THL', 'Tenaga Kontrak', 'honda', 'Non ASN']) : status;
  const account = `@${name
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 12)}`;
  return ['1', name, nip, nik, golongan || '-', '01-04-2020', position, unit, written, pick([account, '-', null])];
}

describe('a roster with quirks', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed + 101))('of seed %i', async (seed) => {
    const { rows, taken, refused, dropped } = roster(seed);
    const read = await readFile(makeXlsx([{ name: 'Data', rows }]));
    expect(
      read.rows.map(({ nip, nik, name, grade, unit, status }) => ({ nip, nik, name, grade, unit, status })),
    ).toEqual(
      taken.map(({ nip, nik, name, grade, unit, status }) => ({
        nip: nip || null,
        nik,
        name,
        grade: grade || null,
        unit,
        status,
      })),
    );
    expect(read.rejected.map(({ code, row }) => ({ code, row }))).toEqual(
      refused.map(({ code, row }) => ({ code, row })),
    );
    // What survived is the beginning of the true NIP, and the row is the person's.
    for (const [index, { survived }] of read.rejected.entries()) {
      const person = refused[index]?.person;
      expect([person?.nip.startsWith(survived?.digits ?? 'none'), survived?.row.nik]).toEqual([true, person?.nik]);
      expect(survived?.digits.length).toBeGreaterThanOrEqual(6);
    }
    expect(read.dropped).toEqual(dropped);
    expect(read.warnings).toEqual([]);
  });
});
