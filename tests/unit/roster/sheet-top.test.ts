/** What the inspection shows of a sheet: the rows over the data, and what stands in the taken columns as written. */
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../fixtures/roster/in-process.ts';
import { makeXlsx, type Value } from '../../fixtures/roster/make-xlsx.ts';

const look = async (...rows: Value[][]) => {
  const [sheet] = (await inspectFile(makeXlsx([{ name: 'Data', rows }]))).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

describe('the rows over the data', () => {
  it('are the letterhead, both rows of the header, and the column numbers', async () => {
    const { top } = await look(
      ['PEMERINTAH KOTA CONTOH'],
      [],
      ['No', 'Nama', 'NIP', 'Pangkat', null],
      [null, null, null, 'Gol. Ruang', 'TMT'],
      ['1', '2', '3', '4', '5'],
      ['1', 'Budi Contoh', '199001012015031001', 'III/c', '01-04-2020'],
    );
    expect(top).toEqual([
      { row: 1, part: 'above', texts: ['PEMERINTAH KOTA CONTOH'] },
      { row: 3, part: 'header', texts: ['No', 'Nama', 'NIP', 'Pangkat'] },
      { row: 4, part: 'header', texts: ['Gol. Ruang', 'TMT'] },
      { row: 5, part: 'numbering', texts: ['1', '2', '3', '4', '5'] },
    ]);
  });

  it('are the first rows of a sheet without a header, bounded', async () => {
    const { headerRow, top } = await look(
      ...Array.from({ length: 40 }, (_, index) => [`catatan ${index} ${'x'.repeat(500)}`]),
    );
    expect(headerRow).toBeNull();
    expect(top).toHaveLength(10);
    expect(top.every(({ part, texts }) => part === 'above' && (texts[0] ?? '').length <= 121)).toBe(true);
  });
});

describe('the first values of a column', () => {
  it('are those that are written, of account columns and of parts of a name too; of others nothing is shown', async () => {
    const { values } = await look(
      ['NIP/NIK', 'Nama', 'Gelar Depan', 'Instagram', 'Akun Facebook', 'Agama', 'Jabatan'],
      ['199001012015031001', 'Budi', 'Drs.', '@budi; @budi.dua', '-', 'Islam', 'Analis'],
      ['9901010101900001', 'Siti', 'dr.', 'bukan akun!!', 'facebook.com/siti', 'Kristen', 'Analis'],
    );
    expect(values).toEqual({
      nipOrNik: ['199001012015031001', '9901010101900001'],
      name: ['Budi', 'Siti'],
      titleFront: ['Drs.', 'dr.'],
      accountInstagram: ['@budi; @budi.dua', 'bukan akun!!'],
      accountFacebook: ['facebook.com/siti'],
      position: ['Analis'],
    });
  });
});
