import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../fixtures/roster/in-process.ts';
import { makeXlsx, type Value } from '../../fixtures/roster/make-xlsx.ts';

/** A layout that a user corrected once is offered the next time. */

const BUDI = '199001012015031001';
const rows = (...lines: Value[][]): Buffer =>
  makeXlsx([{ name: 'Dinas Contoh', rows: [['NIP', 'Nama', 'Tugas', 'Lain'], ...lines] }]);
const FILE = rows([BUDI, 'Budi', 'Analis', 'Umum']);
const CHOICE = {
  mapping: [
    { column: 0, field: 'nip' as const },
    { column: 1, field: 'name' as const },
    { column: 3, field: 'unit' as const },
  ],
  unitFromSheetName: true,
  kind: 'people' as const,
};

async function fingerprintOf(bytes: Buffer): Promise<string> {
  return (await inspectFile(bytes)).sheets[0]?.headerFingerprint ?? '';
}

describe('the fingerprint of a header', () => {
  it('is the same for other people, another title and other marks, and not for other headings or places', async () => {
    const first = await fingerprintOf(FILE);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprintOf(rows(['198808082012012002', 'Siti', 'x', 'y']))).toBe(first);
    const titled = makeXlsx([
      { name: 'X', rows: [['DAFTAR'], [], ['N I P', 'NAMA', 'Tugas :', 'lain'], [BUDI, 'B', '', '']] },
    ]);
    expect((await inspectFile(titled)).sheets[0]?.headerRow).toBe(2);
    const moved = makeXlsx([
      {
        name: 'X',
        rows: [
          ['Nama', 'NIP', 'Tugas', 'Lain'],
          ['B', BUDI, '', ''],
        ],
      },
    ]);
    expect(await fingerprintOf(moved)).not.toBe(first);
    const other = makeXlsx([
      {
        name: 'X',
        rows: [
          ['NIP', 'Nama', 'Tugas', 'Lainnya'],
          [BUDI, 'B', '', ''],
        ],
      },
    ]);
    expect(await fingerprintOf(other)).not.toBe(first);
  });

  it('is none without a header', async () => {
    const [sheet] = (await inspectFile(makeXlsx([{ name: 'X', rows: [['Barang', 'Jumlah']] }]))).sheets;
    expect(sheet).toMatchObject({ headerRow: null, headerFingerprint: null, remembered: false, kind: 'people' });
  });
});

describe('a remembered layout', () => {
  it('is proposed, and shown in the sample', async () => {
    const [sheet] = (await inspectFile(FILE, {}, { [await fingerprintOf(FILE)]: CHOICE })).sheets;
    expect(sheet).toMatchObject({ remembered: true, unitFromSheetName: true, kind: 'people', notTaken: ['Tugas'] });
    expect(sheet?.proposal.map(({ field, reason }) => [field, reason])).toEqual([
      ['nip', 'SYNONYM'],
      ['name', 'SIASN'],
      [null, 'NOT_NEEDED'],
      ['unit', 'CHOSEN'],
    ]);
    expect(sheet?.sample).toMatchObject([{ unit: 'Umum', agency: 'Dinas Contoh' }]);
  });

  it('gives way to what the user says now, and to another layout', async () => {
    const remembered = { [await fingerprintOf(FILE)]: CHOICE };
    const override = { name: 'Dinas Contoh', headerRow: 0 };
    const [now] = (await inspectFile(FILE, { overrides: [override] }, remembered)).sheets;
    expect(now).toMatchObject({ remembered: false, unitFromSheetName: false });
    expect(now?.proposal[2]?.field).toBe('position');
    const other = makeXlsx([
      {
        name: 'X',
        rows: [
          ['NIP', 'Nama'],
          [BUDI, 'B'],
        ],
      },
    ]);
    expect((await inspectFile(other, {}, remembered)).sheets[0]?.remembered).toBe(false);
  });

  it('may name a column that has no heading', async () => {
    const bytes = makeXlsx([
      {
        name: 'X',
        rows: [
          ['NIP', 'Nama'],
          [BUDI, 'Budi', null, 'Umum'],
        ],
      },
    ]);
    const mapping = [...CHOICE.mapping];
    const [sheet] = (await inspectFile(bytes, {}, { [await fingerprintOf(bytes)]: { ...CHOICE, mapping } })).sheets;
    expect(sheet?.proposal[3]).toMatchObject({ column: 3, heading: '', field: 'unit', reason: 'CHOSEN' });
    expect(sheet?.sample).toMatchObject([{ unit: 'Umum' }]);
  });
});
