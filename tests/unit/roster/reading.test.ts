import { describe, expect, it } from 'vitest';
import { inspectFile, proposedSheets, readFile } from '../../fixtures/roster/in-process.ts';
import { makeXlsx, type Value } from '../../fixtures/roster/make-xlsx.ts';

const HEADER = ['No', 'NIP', 'NIK', 'Nama', 'Jabatan', 'Unit Kerja'];
const BUDI = '199001012015031001';
const SITI = '198808082024212002';
const NIK = '9901015708850001';
const sheet = (...rows: Value[][]): Buffer => makeXlsx([{ name: 'Data', rows: [HEADER, ...rows] }]);
const person = (no: string, nip: Value, name: Value, nik: Value = null): Value[] => [
  no,
  nip,
  nik,
  name,
  'Analis',
  'Sekretariat',
];

describe('rows that become people', () => {
  it('keeps what stands in the row and nothing else', async () => {
    const headings = [
      'NIP',
      'Nama',
      'Agama',
      'Alamat',
      'Gelar Depan',
      'Gelar Belakang',
      'Tanggal Lahir',
      'Jenis Kelamin',
      'Pangkat/Gol',
      'Status',
      'Email Dinas',
    ];
    const bytes = makeXlsx([
      {
        name: 'Data',
        rows: [
          headings,
          [
            '19900101 201503 1 001',
            'BUDI SANTOSO',
            'RAHASIA-1',
            'RAHASIA-2',
            'Drs.',
            'M.Si',
            '01-01-1990',
            'Laki-laki',
            'Penata Muda (III/a)',
            'PNS',
            'BUDI@kota-contoh.example',
          ],
        ],
      },
    ]);
    const { rows, notTaken, warnings } = await readFile(bytes);
    expect(rows).toEqual([
      {
        sheet: 'Data',
        row: 2,
        nip: BUDI,
        nik: null,
        nipLama: null,
        name: 'Drs. BUDI SANTOSO, M.Si',
        searchName: 'budi santoso',
        sex: 'L',
        birthDate: '1990-01-01',
        status: 'PNS',
        grade: 'III/a',
        rank: 'Penata Muda',
        position: null,
        positionType: null,
        unit: null,
        agency: null,
        workEmail: 'budi@kota-contoh.example',
        workPhone: null,
        accounts: [],
        findings: [],
      },
    ]);
    expect(notTaken).toEqual(['Agama', 'Alamat']);
    expect(warnings).toEqual([]);
    expect(JSON.stringify([await inspectFile(bytes), rows])).not.toContain('RAHASIA');
  });

  it('accepts contract staff without any number, with a notice', async () => {
    const { rows, warnings } = await readFile(sheet(person('1', '-', 'Rina')));
    expect(rows).toMatchObject([{ name: 'Rina', nip: null, nik: null }]);
    expect(warnings).toMatchObject([{ row: 2, column: null, code: 'NO_NIP_AND_NO_NIK' }]);
  });

  it('tells once a sheet that statuses come from the form of the NIP', async () => {
    const { rows, warnings } = await readFile(sheet(person('1', BUDI, 'Budi'), person('2', SITI, 'Siti')));
    expect(rows.map(({ status }) => status)).toEqual(['PNS', 'PPPK']);
    expect(warnings).toMatchObject([{ code: 'STATUS_FROM_NIP', params: { count: 2 } }]);
  });

  it("reads a status by the office's own words first", async () => {
    const bytes = makeXlsx([
      {
        name: 'Data',
        rows: [
          ['NIK', 'Nama', 'Status'],
          [NIK, 'Rina', 'Tenaga Bantu'],
          ['9901015708850002', 'Tono', 'THL'],
        ],
      },
    ]);
    const own = { statusSynonyms: { 'tenaga bantu': 'PTT', thl: 'HONORER' } };
    expect((await readFile(bytes)).rows.map(({ status }) => status)).toEqual([null, 'PTT']);
    expect((await readFile(bytes, undefined, own)).rows.map(({ status }) => status)).toEqual(['PTT', 'HONORER']);
  });

  it('reads a mixed column row by row', async () => {
    const rows = [
      ['NIP/NIK', 'Nama', 'Status'],
      [BUDI, 'Budi', 'PNS'],
      [NIK, 'Rina', 'THL'],
    ];
    const { rows: read } = await readFile(makeXlsx([{ name: 'Data', rows }]));
    expect(read).toMatchObject([
      { nip: BUDI, nik: null },
      { nip: null, nik: NIK, status: 'PTT' },
    ]);
  });

  it('names a sheet as OPD when told so', async () => {
    const bytes = makeXlsx([
      {
        name: 'Dinas Contoh',
        rows: [
          ['NIP', 'Nama'],
          [BUDI, 'Budi'],
        ],
      },
    ]);
    const [proposed] = await proposedSheets(bytes);
    expect((await readFile(bytes)).rows).toMatchObject([{ unit: null, agency: null }]);
    expect((await readFile(bytes, [{ ...proposed, unitFromSheetName: true }])).rows).toMatchObject([
      { unit: 'Dinas Contoh', agency: 'Dinas Contoh' },
    ]);
  });

  it('reads dates as serials of both epochs, as ISO and as text, and says which it could not', async () => {
    const date = (xml: string): Value => ({ xml });
    const rows = [
      ['Nama', 'Tanggal Lahir'],
      ['Ani', date('<c r="%r" s="1"><v>29450</v></c>')],
      ['Budi', date('<c r="%r" t="d"><v>1980-08-17T00:00:00Z</v></c>')],
      ['Cici', '17 Agustus 1980'],
      ['Dodi', date('<c r="%r"><v>19800817</v></c>')],
      ['Edi', '07/25/1980'],
    ];
    const plain = await readFile(makeXlsx([{ name: 'Data', rows }]));
    expect(plain.rows.map(({ birthDate }) => birthDate)).toEqual([
      '1980-08-17',
      '1980-08-17',
      '1980-08-17',
      '1980-08-17',
      null,
    ]);
    expect(plain.warnings.find(({ code }) => code === 'BIRTH_DATE_UNREADABLE')).toMatchObject({
      row: 6,
      column: 'B',
      value: '07/25/1980',
    });
    const old = await readFile(makeXlsx([{ name: 'Data', rows: rows.slice(0, 2) }], { workbookPr: 'date1904="true"' }));
    expect(old.rows).toMatchObject([{ birthDate: '1984-08-18' }]);
  });

  it('warns where birth date, sex or status disagree with the NIP, and takes the row', async () => {
    const rows = [
      ['NIP', 'Nama', 'Tanggal Lahir', 'L/P', 'Status'],
      [BUDI, 'Budi', '02-01-1990', 'P', 'PPPK'],
    ];
    const { rows: read, warnings } = await readFile(makeXlsx([{ name: 'Data', rows }]));
    expect(read).toHaveLength(1);
    expect(warnings.map(({ code }) => code).sort()).toEqual([
      'NIP_BIRTH_MISMATCH',
      'NIP_SEX_MISMATCH',
      'STATUS_AGAINST_NIP',
    ]);
    expect(warnings.find(({ code }) => code === 'NIP_BIRTH_MISMATCH')?.params).toEqual({
      inNip: '1990-01-01',
      inRow: '1990-01-02',
    });
  });

  it('says that a formula was never calculated instead of losing its value in silence', async () => {
    const rows = [
      ['NIP', 'Nama', 'Jabatan'],
      [BUDI, 'Budi', { xml: '<c r="%r"><f>A1</f></c>' }],
    ];
    const { rows: read, warnings } = await readFile(makeXlsx([{ name: 'Data', rows }]));
    expect(read).toMatchObject([{ position: null }]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'VALUE_NOT_CALCULATED', column: 'C' }));
  });
});

describe('rows that are refused', () => {
  const numeric = (raw: string): Value => ({ xml: `<c r="%r"><v>${raw}</v></c>` });

  it.each<[string, Value[], string, string]>([
    [
      'a NIP in a numeric cell, digits already lost',
      person('1', numeric('1.97907122001103E+017'), 'Budi'),
      'NIP_NUMERIC_CELL',
      'B',
    ],
    ['a NIP in a numeric cell, all digits there', person('1', numeric(BUDI), 'Budi'), 'NIP_NUMERIC_CELL', 'B'],
    ['a NIP as scientific text', person('1', '1,99001E+17', 'Budi'), 'NIP_SCIENTIFIC_TEXT', 'B'],
    ['a NIP of 17 digits', person('1', BUDI.slice(1), 'Budi'), 'NIP_LENGTH', 'B'],
    ['an impossible birth date', person('1', '199013012015031001', 'Budi'), 'NIP_BIRTH_DATE', 'B'],
    ['an impossible sex', person('1', '199001012015033001', 'Budi'), 'NIP_SEX', 'B'],
    [
      'a NIP that is an error value',
      person('1', { xml: '<c r="%r" t="e"><v>#REF!</v></c>' }, 'Budi'),
      'CELL_ERROR',
      'B',
    ],
    [
      'a NIP that was never calculated',
      person('1', { xml: '<c r="%r"><f>A1</f></c>' }, 'Budi'),
      'CELL_NOT_CALCULATED',
      'B',
    ],
    ['a NIK in a numeric cell', person('1', BUDI, 'Budi', numeric('9901015708850001')), 'NIK_NUMERIC_CELL', 'C'],
    ['a NIK of 15 digits', person('1', null, 'Budi', NIK.slice(1)), 'NIK_LENGTH', 'C'],
    ['a person without name', person('1', BUDI, '-'), 'NAME_MISSING', 'D'],
    ['a name that is a number', person('1', BUDI, numeric('12345')), 'NAME_NOT_TEXT', 'D'],
    ['a name and nothing else', ['', null, null, 'RINA WULANDARI', null, null], 'ROW_ONLY_NAME', 'D'],
    ['a NIP that was made text after Excel cut it', person('1', '199001012015031000', 'Budi'), 'NIP_SERIAL', 'B'],
    ['an error value as text', person('1', BUDI, '#REF!'), 'NAME_NOT_TEXT', 'D'],
  ])('%s', async (_, row, code, column) => {
    const { rows, rejected } = await readFile(sheet(row, person('2', SITI, 'Siti')));
    expect(rows).toMatchObject([{ nip: SITI }]);
    expect(rejected).toMatchObject([{ sheet: 'Data', row: 2, column, code }]);
  });

  it('keeps the first of a NIP and refuses the second, across sheets, naming the first', async () => {
    const bytes = makeXlsx([
      {
        name: 'A',
        rows: [
          ['NIP', 'Nama'],
          [BUDI, 'Budi'],
        ],
      },
      {
        name: 'B',
        rows: [
          ['NIP', 'Nama'],
          [SITI, 'Siti'],
          ['19900101 201503 1 001', 'Budi S.'],
        ],
      },
    ]);
    const { rows, rejected } = await readFile(bytes);
    expect(rows.map(({ name }) => name)).toEqual(['Budi', 'Siti']);
    expect(rejected).toEqual([
      {
        sheet: 'B',
        row: 3,
        column: 'A',
        code: 'DUPLICATE_NIP_IN_FILE',
        params: { firstSheet: 'A', firstRow: 2 },
        value: '19900101 201503 1 001',
        cells: { nip: '19900101 201503 1 001', name: 'Budi S.' },
      },
    ]);
  });

  it('refuses one NIK with two people', async () => {
    const { rejected } = await readFile(sheet(person('1', BUDI, 'Budi', NIK), person('2', SITI, 'Siti', NIK)));
    expect(rejected).toMatchObject([{ code: 'DUPLICATE_NIK_IN_FILE', row: 3, params: { firstRow: 2 } }]);
  });

  it('echoes a value bounded and in one line', async () => {
    const { rejected } = await readFile(sheet(person('1', `x\n${'y'.repeat(500)}`, 'Budi')));
    expect(rejected[0]?.value).toMatch(/^x y+…$/);
    expect(rejected[0]?.value.length).toBeLessThanOrEqual(60);
  });
});
