/** What stands below the last person in columns that nobody takes is counted, in every kind of file. */
import { describe, expect, it } from 'vitest';
import { readFile } from '../../fixtures/roster/in-process.ts';
import { makeXlsx, type Value } from '../../fixtures/roster/make-xlsx.ts';
import { writtenBySheetJs } from '../../fixtures/roster/mutation-subjects.ts';

const LIST = [
  ['No', 'Nama', 'NIP', 'Alamat'],
  ['1', 'Budi Santoso', '199001012015031001', 'Jalan Contoh'],
  ['2', 'Siti Aminah', '198808082012012002', 'Jalan Contoh'],
];
const BELOW = [
  ['', '', '', ''],
  ['', '', '', 'Kota Contoh, 2 Januari 2026'],
  ['', '', '', 'Kepala Dinas Contoh,'],
  ['', '', '', ''],
  ['', '', '', 'NIP. 19700101 199503 1 001'],
];
const empty = (rows: string[][]): Value[][] => rows.map((row) => row.map((text) => (text === '' ? null : text)));
const csv = (rows: string[][]): Buffer =>
  Buffer.from(rows.map((row) => row.map((text) => `"${text}"`).join(';')).join('\r\n'));
const FORMATS: readonly (readonly [string, (rows: string[][]) => Buffer])[] = [
  ['.xlsx', (rows) => makeXlsx([{ name: 'Data', rows: empty(rows) }])],
  ['.xls', (rows) => writtenBySheetJs('biff8', rows)],
  ['.ods', (rows) => writtenBySheetJs('ods', rows)],
  ['CSV', csv],
];

describe.each(FORMATS)('%s', (_, write) => {
  it('with a block beside the table: its lines are counted with those that hold nothing', async () => {
    const { rows, rejected, dropped } = await readFile(write([...LIST, ...BELOW]));
    expect(rows.map(({ name }) => name)).toEqual(['Budi Santoso', 'Siti Aminah']);
    expect(rejected).toEqual([]);
    expect(dropped).toMatchObject({ blank: 5, signature: 0 });
  });

  it('which ends with its last person: nothing is counted', async () => {
    expect((await readFile(write(LIST))).dropped.blank).toBe(0);
  });
});

describe('cells without a value below the list', () => {
  it('are no lines, though a program gave them a border', async () => {
    const styled = { xml: '<c r="%r" s="1"/>' };
    const rows: Value[][] = [...empty(LIST), [styled, styled, styled, styled], [styled, styled, styled, styled]];
    expect((await readFile(makeXlsx([{ name: 'Data', rows }]))).dropped.blank).toBe(0);
  });
});
