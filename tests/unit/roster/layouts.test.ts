import { HEADING_SYNONYMS } from '#shared/domain/roster/synonyms.ts';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../fixtures/roster/in-process.ts';
import { makeXlsx, type Value } from '../../fixtures/roster/make-xlsx.ts';
import { makePeople, type Person, seededRandom } from '../../fixtures/roster/people.ts';

/** Whole files in the layouts that offices have: what goes in comes out. */

describe('a DUK list', () => {
  it('is read under its two-row header', async () => {
    const rows: Value[][] = [
      ['DAFTAR URUT KEPANGKATAN (DUK)'],
      ['DINAS CONTOH TAHUN 2026'],
      [],
      ['No', 'Nama', 'NIP', 'Pangkat', null, 'Jabatan', null, 'Masa Kerja', null, 'Pendidikan', null, 'Usia', 'Ket.'],
      [null, null, null, 'Gol. Ruang', 'TMT', 'Nama', 'TMT', 'Thn', 'Bln', 'Nama', 'Lulus', null, null],
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13'],
      [
        '1',
        'Drs. Budi Santoso, M.Si',
        '19700101 199503 1 001',
        'IV/a',
        '01-04-2019',
        'Ka. Dinas',
        '01-01-2021',
        '31',
        '2',
        'S2',
        '2004',
        '56',
        '',
      ],
      [
        '2',
        'Siti Aminah, S.E.',
        '19880808 201201 2 002',
        'III/c',
        '01-10-2020',
        'Analis',
        '01-01-2022',
        '14',
        '1',
        'S1',
        '2010',
        '38',
        '',
      ],
      [null, 'Jumlah', '2'],
    ];
    const { rows: people, rejected, notTaken } = await readFile(makeXlsx([{ name: 'DUK', rows }]));
    expect(rejected).toEqual([]);
    expect(people).toMatchObject([
      { row: 7, name: 'Drs. Budi Santoso, M.Si', nip: '197001011995031001', grade: 'IV/a', position: 'Ka. Dinas' },
      { row: 8, name: 'Siti Aminah, S.E.', nip: '198808082012012002', grade: 'III/c', position: 'Analis' },
    ]);
    expect(notTaken).toContain('Pendidikan Nama');
  });
});

describe('one sheet an OPD', () => {
  it('reads all sheets, the status from a sheet named after it', async () => {
    const head = ['NIP BARU', 'NAMA', 'UNOR NAMA'];
    const { rows } = await readFile(
      makeXlsx([
        { name: 'Data_Pegawai_PNS', rows: [head, ['199001012015031001', 'BUDI', 'Sekretariat']] },
        { name: 'Data_Pegawai_PPPK_Paruh_Waktu', rows: [head, ['199112122025242003', 'SITI', 'Sekretariat']] },
      ]),
    );
    expect(rows.map(({ name, status }) => [name, status])).toEqual([
      ['BUDI', 'PNS'],
      ['SITI', 'PPPK_PARUH_WAKTU'],
    ]);
  });
});

describe('random layouts', () => {
  const columns = {
    nip: ({ nip }: Person) => nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4') || '-',
    nik: ({ nik }: Person) => nik,
    name: ({ name }: Person) => name,
    sex: ({ sex }: Person) => (sex === 'L' ? 'Laki-laki' : 'Perempuan'),
    birthDate: ({ birthDate }: Person) => birthDate.replaceAll('-', '/'),
    status: ({ status }: Person) => (status === 'PTT' ? 'THL' : status),
    grade: ({ grade }: Person) => grade.replace('/', '.'),
    position: ({ position }: Person) => position,
    unit: ({ unit }: Person) => unit,
    agency: ({ agency }: Person) => agency,
    workEmail: ({ email }: Person) => email,
  };
  type Column = keyof typeof columns;

  function layout(seed: number): { rows: Value[][]; people: Person[]; used: Column[] } {
    const random = seededRandom(seed);
    const whole = (limit: number): number => Math.floor(random() * limit);
    const keys = Object.keys(columns) as Column[];
    const used = keys.filter((key) => key === 'name' || key === 'nip' || random() < 0.7).sort(() => random() - 0.5);
    const extra = ['Agama', 'Alamat', 'TMT CPNS', 'Hobi'].slice(whole(5));
    const headings = used.map((key) => {
      const spellings = HEADING_SYNONYMS[key];
      const spelling = spellings[whole(spellings.length)] ?? key;
      return random() < 0.5 ? spelling.toUpperCase() : spelling.replaceAll(' ', random() < 0.5 ? '_' : ' ');
    });
    const people = [...makePeople(15, seed)];
    const width = used.length + extra.length;
    const rows: Value[][] = Array.from({ length: whole(6) }, (_, index) => (index % 2 ? [] : ['DAFTAR PEGAWAI']));
    rows.push([...headings, ...extra]);
    if (random() < 0.5) rows.push(Array.from({ length: width }, (_, index) => String(index + 1)));
    for (const person of people) {
      if (random() < 0.1) rows.push([]);
      rows.push([...used.map((key) => columns[key](person)), ...extra.map(() => 'RAHASIA')]);
    }
    return { rows, people, used };
  }

  it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))('layout %i comes out as it went in', async (seed) => {
    const { rows, people, used } = layout(seed);
    const { rows: read, rejected } = await readFile(makeXlsx([{ name: 'Data', rows }], { inline: seed % 2 === 0 }));
    expect(rejected).toEqual([]);
    const expected = people.map((person) => ({
      nip: person.nip || null,
      name: person.name,
      nik: used.includes('nik') ? person.nik : null,
      birthDate: used.includes('birthDate') ? person.birthDate.split('-').reverse().join('-') : null,
      sex: used.includes('sex') ? person.sex : null,
      grade: used.includes('grade') ? person.grade || null : null,
      position: used.includes('position') ? person.position : null,
      unit: used.includes('unit') ? person.unit : null,
      agency: used.includes('agency') ? person.agency : null,
    }));
    expect(
      read.map(({ nip, name, nik, birthDate, sex, grade, position, unit, agency }) => ({
        nip,
        name,
        nik,
        birthDate,
        sex,
        grade,
        position,
        unit,
        agency,
      })),
    ).toEqual(expected);
    expect(JSON.stringify(read)).not.toContain('RAHASIA');
  });
});
