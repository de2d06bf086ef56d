import { describe, expect, it } from 'vitest';
import { readFile } from '../../fixtures/roster/in-process.ts';
import { makeXlsx, type Value } from '../../fixtures/roster/make-xlsx.ts';

/** What is handed on of a row whose NIP is damaged: enough to know the person again, never the number itself. */

const HEADER = ['NIP', 'NIK', 'Nama', 'Tanggal Lahir', 'Unit Kerja', 'Instagram'];
const NIK = '9901010101900001';
const numeric = (raw: string): Value => ({ xml: `<c r="%r"><v>${raw}</v></c>` });
const read = (...rows: Value[][]): ReturnType<typeof readFile> =>
  readFile(makeXlsx([{ name: 'Data', rows: [HEADER, ...rows] }]));
const budi = (nip: Value, nik: Value = null, name: Value = 'Budi Santoso, S.E.'): Value[] => [
  nip,
  nik,
  name,
  '01-01-1990',
  'Bidang Statistik',
  '@budi',
];

describe('a row with a damaged NIP', () => {
  it('is refused with its cells as written and all that survived', async () => {
    const { rows, rejected } = await read(budi(numeric('1.99001012015031E+17'), NIK));
    expect(rows).toEqual([]);
    expect(rejected).toEqual([
      {
        sheet: 'Data',
        row: 2,
        column: 'A',
        code: 'NIP_NUMERIC_CELL',
        params: {},
        value: '1.99001012015031E+17',
        cells: {
          nip: '1.99001012015031E+17',
          nik: NIK,
          name: 'Budi Santoso, S.E.',
          birthDate: '01-01-1990',
          unit: 'Bidang Statistik',
          accountInstagram: '@budi',
        },
        survived: {
          digits: '199001012015031',
          row: {
            sheet: 'Data',
            row: 2,
            nip: null,
            nik: NIK,
            nipLama: null,
            name: 'Budi Santoso, S.E.',
            searchName: 'budi santoso',
            sex: null,
            birthDate: '1990-01-01',
            status: null,
            grade: null,
            rank: null,
            position: null,
            positionType: null,
            unit: 'Bidang Statistik',
            agency: null,
            workEmail: null,
            workPhone: null,
            accounts: [{ platform: 'Instagram', handle: 'budi', url: '', note: '' }],
            findings: [],
          },
        },
      },
    ]);
  });

  it.each<[Value, string, string]>([
    ['1,98609E+17', 'NIP_SCIENTIFIC_TEXT', '198609'],
    [numeric('199001012015031001'), 'NIP_NUMERIC_CELL', '199001012015031'],
    ['199001012015031000.00', 'NIP_DECIMAL_TEXT', '199001012015031'],
    ['199001012015031000', 'NIP_SERIAL', '199001012015031'],
    ['19900101201503100', 'NIP_LENGTH', '19900101201503100'],
    ['199001012015031001/A', 'NIP_NOT_DIGITS', '199001012015031'],
    ['lihat SK', 'NIP_NOT_DIGITS', ''],
    [{ xml: '<c r="%r" t="e"><v>#N/A</v></c>' }, 'CELL_ERROR', ''],
  ])('of %j keeps the digits that are still its own', async (nip, code, digits) => {
    const { rejected } = await read(budi(nip));
    expect(rejected).toMatchObject([{ code, survived: { digits, row: { nip: null, birthDate: '1990-01-01' } } }]);
  });

  it('has nothing to offer when the NIK or the name is damaged too', async () => {
    const { rejected } = await read(
      budi('1,98609E+17', numeric('9901010101900001')),
      budi('1,98609E+17', null, '-'),
      budi('1,98609E+17', null, numeric('12')),
    );
    expect(rejected).toHaveLength(3);
    expect(rejected.every(({ survived }) => survived === undefined)).toBe(true);
  });

  it('keeps what is doubtful about the rest', async () => {
    const rows = [
      ['NIP', 'Nama', 'Tanggal Lahir'],
      ['1,98609E+17', 'Budi Santoso', '12/31/1990'],
    ];
    const { rejected, warnings } = await readFile(makeXlsx([{ name: 'Data', rows }]));
    expect(rejected[0]?.survived?.row).toMatchObject({
      birthDate: null,
      findings: [{ code: 'BIRTH_DATE_UNREADABLE' }],
    });
    expect(warnings).toEqual([]);
  });

  it('does not keep its NIK from the person who has it in another row', async () => {
    const { rows, rejected } = await read(budi('1,98609E+17', NIK), budi('199001012015031001', NIK));
    expect(rows).toMatchObject([{ row: 3, nik: NIK }]);
    expect(rejected).toMatchObject([{ row: 2, survived: { row: { nik: NIK } } }]);
  });
});

describe('what a correction workbook is made of', () => {
  it('stands beside doubtful rows too, dates as people write them', async () => {
    const rows = [
      ['NIP', 'Nama', 'Tanggal Lahir', 'Golongan'],
      ['199001012015031001', 'Budi', { xml: '<c r="%r" s="1"><v>29450</v></c>' }, 'kelas 9 khusus'],
      ['198808082012012002', 'Siti', null, 'III/a'],
    ];
    const { rows: read, doubtful } = await readFile(makeXlsx([{ name: 'Data', rows }]));
    expect(doubtful).toBe(1);
    expect(read[0]?.cells).toEqual({
      nip: '199001012015031001',
      name: 'Budi',
      birthDate: '17-08-1980',
      grade: 'kelas 9 khusus',
    });
    expect(read[0]?.findings.map(({ code, column, value }) => [code, column, value])).toEqual([
      ['NIP_BIRTH_MISMATCH', 'A', '199001012015031001'],
      ['GRADE_UNKNOWN', 'D', 'kelas 9 khusus'],
    ]);
    expect(read[1]).not.toHaveProperty('cells');
  });
});
