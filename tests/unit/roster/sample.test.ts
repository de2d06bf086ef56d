import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectFile, readFile } from '../../fixtures/roster/in-process.ts';

/** The roster that the demo and practice vaults are filled from. */
describe('the sample roster', () => {
  const bytes = readFileSync(new URL('../../../resources/sample/daftar-pegawai-contoh.xlsx', import.meta.url));

  it('is found under its letterhead and read without a doubt', async () => {
    const { rows, rejected, warnings, dropped, notTaken } = await readFile(bytes);
    expect(rows).toHaveLength(60);
    expect(rejected).toEqual([]);
    expect(warnings).toEqual([]);
    expect(dropped).toEqual({ blank: 2, totals: 1, section: 0, signature: 3, numbering: 1, repeatedHeader: 0 });
    expect(notTaken).toEqual(['No', 'Agama', 'Alamat Rumah', 'Ket.']);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['PNS', 'CPNS', 'PPPK', 'PTT']));
    expect(rows[0]).toMatchObject({ name: 'Rahmat Contoh, S.Sos., M.Si.', searchName: 'rahmat contoh' });
    expect(rows.every(({ unit, agency, nik }) => unit !== null && agency !== null && nik !== null)).toBe(true);
  });

  it('shows its header in row 5', async () => {
    expect((await inspectFile(bytes)).sheets).toMatchObject([
      { name: 'Daftar Pegawai', state: 'visible', headerRow: 4 },
    ]);
  });
});
