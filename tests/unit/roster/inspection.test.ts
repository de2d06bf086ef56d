import { describe, expect, it } from 'vitest';
import { inspectFile, readFile } from '../../fixtures/roster/in-process.ts';
import { makeXlsx, type Value } from '../../fixtures/roster/make-xlsx.ts';
import { makePeople, OFFICE_HEADINGS, personCells } from '../../fixtures/roster/people.ts';

const HEADER = ['No', 'NIP', 'NIK', 'Nama', 'Jabatan', 'Unit Kerja'];
const BUDI = '199001012015031001';
const sheet = (...rows: Value[][]): Buffer => makeXlsx([{ name: 'Data', rows: [HEADER, ...rows] }]);
const person = (no: string, nip: Value, name: Value, nik: Value = null): Value[] => [
  no,
  nip,
  nik,
  name,
  'Analis',
  'Sekretariat',
];

describe('inspection', () => {
  it('shows sheets with state and size, the mapping with reasons, and twenty people', async () => {
    const people = [...makePeople(50)].map(personCells);
    const bytes = makeXlsx([
      { name: 'Data', rows: [['DAFTAR'], [...OFFICE_HEADINGS, 'Agama'], ...people] },
      {
        name: 'Tersembunyi',
        rows: [
          ['Nama', 'NIP'],
          ['Budi', BUDI],
        ],
        state: 'hidden',
      },
      { name: 'Kosong', rows: [] },
    ]);
    const { sheets } = await inspectFile(bytes);
    expect(sheets.map(({ name, state, rows, columns, headerRow }) => [name, state, rows, columns, headerRow])).toEqual([
      ['Data', 'visible', 52, 13, 1],
      ['Tersembunyi', 'hidden', 2, 2, 0],
      ['Kosong', 'visible', 0, 0, null],
    ]);
    expect(sheets[0]?.sample).toHaveLength(20);
    expect(sheets[0]?.notTaken).toEqual(['Agama']);
    expect(sheets[0]?.proposal[12]).toEqual({
      column: 12,
      heading: 'Agama',
      field: null,
      score: 0,
      reason: 'PERSONAL_DATA',
    });
  });

  it('shows the preview under the choices of the user', async () => {
    const bytes = makeXlsx([
      {
        name: 'Data',
        rows: [
          ['Kolom 1', 'Kolom 2'],
          [BUDI, 'Budi'],
          ['x', 'Siti'],
        ],
      },
    ]);
    expect((await inspectFile(bytes)).sheets[0]?.headerRow).toBeNull();
    const mapping = [
      { column: 0, field: 'nip' },
      { column: 1, field: 'name' },
    ];
    const { sheets } = await inspectFile(bytes, { overrides: [{ name: 'Data', headerRow: 0, mapping }] });
    expect(sheets[0]?.proposal.map(({ field, reason }) => [field, reason])).toEqual([
      ['nip', 'CHOSEN'],
      ['name', 'CHOSEN'],
    ]);
    expect(sheets[0]?.sample).toMatchObject([
      { row: '2', nip: BUDI, name: 'Budi' },
      { row: '3', rejected: 'NIP_NOT_DIGITS', nip: 'x' },
    ]);
  });
});

describe('what identifies a reading', () => {
  it('is the same for the same people and layout, and not for others', async () => {
    const first = await readFile(sheet(person('1', BUDI, 'Budi')));
    const same = await readFile(
      makeXlsx([{ name: 'Data', rows: [HEADER, person('9', BUDI, 'Budi')] }], { inline: true }),
    );
    const other = await readFile(sheet(person('1', BUDI, 'Budi S.')));
    expect(same.sheetHashes).toEqual(first.sheetHashes);
    expect(other.sheetHashes[0]?.headerFingerprint).toBe(first.sheetHashes[0]?.headerFingerprint);
    expect(other.sheetHashes[0]?.records).not.toBe(first.sheetHashes[0]?.records);
  });
});

describe('jobs', () => {
  const bytes = sheet(person('1', BUDI, 'Budi'));
  it('are refused when they name no sheet of the file or no name column', async () => {
    const mapping = [{ column: 3, field: 'name' }];
    await expect(readFile(bytes, [{ name: 'X', headerRow: 0, mapping }])).rejects.toMatchObject({
      code: 'ROSTER_SHEET_UNKNOWN',
    });
    await expect(
      readFile(bytes, [{ name: 'Data', headerRow: 0, mapping: [{ column: 1, field: 'nip' }] }]),
    ).rejects.toMatchObject({ code: 'ROSTER_NO_NAME_COLUMN' });
  });

  it('are refused when a field or column comes twice, or a field is none', async () => {
    const read = (mapping: object[]): Promise<unknown> => readFile(bytes, [{ name: 'Data', headerRow: 0, mapping }]);
    await expect(
      read([
        { column: 1, field: 'name' },
        { column: 2, field: 'name' },
      ]),
    ).rejects.toThrow(/mapped twice/);
    await expect(
      read([
        { column: 1, field: 'name' },
        { column: 1, field: 'nip' },
      ]),
    ).rejects.toThrow(/mapped twice/);
    await expect(read([{ column: 1, field: 'agama' }])).rejects.toThrow();
  });
});
