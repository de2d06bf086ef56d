/** Files whose cells can still be read, though what holds them together is broken: refused, since rows may have shifted. */
import { describe, expect, it } from 'vitest';
import { fixture, openAll } from '../../fixtures/roster/foreign-files.ts';
import { allSubjects } from '../../fixtures/roster/mutation-subjects.ts';
import { judge, mutant } from '../../fixtures/roster/mutations.ts';
import { ourCells } from '../../fixtures/roster/oracles.ts';
import { readSheets } from '../../fixtures/roster/sheet-cells.ts';

const DAMAGED = { code: 'ROSTER_FILE_DAMAGED' };
const page = (inside: string): Buffer => Buffer.from(`<html><body><table>${inside}</table></body></html>`);
const ROW = '<tr><td>Budi</td><td>199001012015031001</td></tr>';

describe('a web page', () => {
  it.each([
    ['a row', `<tr>Budi<td>1990</td></tr>`],
    ['a table', `${ROW}sisa${ROW}`],
    ['a group of rows', `<tbody>sisa${ROW}</tbody>`],
    ['a row, behind a cell', '<tr><td>Budi</td>1990</tr>'],
  ])('with text directly in %s is refused', async (_, inside) => {
    await expect(openAll(page(inside))).rejects.toMatchObject(DAMAGED);
  });

  it('whose attribute has taken in the end of its tag is refused', async () => {
    const inside = '<tr><td x:str="1>>" id="a">199001012015031001</td></tr>';
    await expect(openAll(page(inside))).rejects.toMatchObject(DAMAGED);
  });

  it.each([
    ['a caption', `<caption>Daftar pegawai</caption>${ROW}`],
    ['a heading that a program put between the rows', `<center>Daftar <b>pegawai</b></center>${ROW}`],
    ['a hard space', `&nbsp;${ROW}\n &nbsp; `],
    ['rows and cells without end tags', '<tr><td>Budi<td>199001012015031001'],
    ['a formula that compares', '<tr><td x:fmla="=A1>B1">Budi</td><td>199001012015031001</td></tr>'],
  ])('with %s is read', async (_, inside) => {
    const { sheets } = await openAll(page(inside));
    const [row] = Object.values(sheets[0]?.rows ?? {});
    expect(row).toEqual([
      { kind: 'text', text: 'Budi' },
      { kind: 'text', text: '199001012015031001' },
    ]);
  });
});

describe('an .xls', () => {
  it('whose directory leads to an entry that is not there is refused', async () => {
    const bytes = Buffer.from(fixture('libreoffice.xls'));
    const directory = (bytes.readUInt32LE(48) + 1) * 512;
    for (const link of [68, 72, 76]) {
      const broken = Buffer.from(bytes);
      broken.writeUInt32LE(0xfbffffff, directory + link);
      await expect(openAll(broken)).rejects.toMatchObject(DAMAGED);
    }
  });

  it.each([
    ['counts directory sectors, which no file of its kind does', 40],
    ['has fewer lists of its tables than it says', 72],
  ])('that %s is refused', async (_, place) => {
    const bytes = Buffer.from(fixture('libreoffice.xls'));
    bytes.writeUInt32LE(1, place);
    await expect(openAll(bytes)).rejects.toMatchObject(DAMAGED);
  });
});

describe('an .fods', () => {
  it('whose prefix has lost its namespace is refused: its texts would be nobody’s', async () => {
    const text = fixture('libreoffice.fods').toString('utf8');
    const broken = text.replace(/xmlns:text="[^"]*"/, 'xmlns:text=""');
    expect(broken).not.toBe(text);
    await expect(openAll(Buffer.from(broken))).rejects.toMatchObject(DAMAGED);
  });
});

describe('mutants that were once read as other rows', () => {
  it.each([
    ['html', 1_017_750],
    ['xls', 1_018_690],
  ])('%s %i', async (name, number) => {
    const subject = allSubjects().find((one) => one.name === name);
    if (!subject) throw new Error(`no subject ${name}`);
    const truth = ourCells(await readSheets(subject.bytes));
    expect(await judge(subject, truth, mutant(subject, number).bytes)).toMatchObject({ end: 'refused', ...DAMAGED });
  });
});
