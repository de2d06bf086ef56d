import { describe, expect, it } from 'vitest';
import { isDateFormat } from '../../../electron/workers/roster-import/xlsx/number-formats.ts';
import { makeXlsx } from '../../fixtures/roster/make-xlsx.ts';
import { cellsOf } from '../../fixtures/roster/sheet-cells.ts';

/** Telling a date from a number, as far as a roster needs it. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const withStyles = (styles: string, count: number): Buffer =>
  makeXlsx(
    [
      {
        name: 'A',
        rows: [Array.from({ length: count }, (_, style) => ({ xml: `<c r="%r" s="${style}"><v>29450</v></c>` }))],
      },
    ],
    { parts: { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` } },
  );
const datesOf = async (styles: string, count: number): Promise<boolean[]> =>
  ((await cellsOf(withStyles(styles, count)))[0] ?? []).map((cell) => cell?.kind === 'number' && cell.isDate);

describe('isDateFormat', () => {
  it.each([
    'dd/mm/yyyy',
    'yyyy\\-mm\\-dd',
    'd-mmm',
    'mmm-yy',
    '[$-421]dd mmmm yyyy;@',
    '[$-421]dddd\\,\\ dd\\ mmmm\\ yyyy',
    '[$-id-ID]d mmmm yyyy',
    '[h]:mm:ss',
    '[mm]:ss',
    '[s]',
    'mm:ss.0',
    '[h]:mm:ss.00',
    'h:mm AM/PM',
    'd/m/yyyy h:mm',
    '[Red]dd/mm',
    '[Color10]dd/mm/yyyy;[Red]-0',
    '[>=40000]dd/mm/yyyy',
    '"tgl." dd/mm/yyyy',
    'dd "bulan" mm "tahun" yyyy',
    '_-dd/mm/yyyy_-',
    'DD-MM-YYYY',
  ])('%s is a date', (code) => {
    expect(isDateFormat(code)).toBe(true);
  });

  it.each([
    'General',
    'GENERAL',
    '0',
    '#,##0.00',
    '0.00E+00',
    '@',
    '# ?/?',
    '"hari" 0',
    '"dd/mm/yyyy" 0',
    '"tak ditutup dd',
    '[Red]0',
    '[Red]-0;[Blue]0',
    '_-* #,##0_-',
    '_d0',
    '*d0',
    '\\d0',
    '[$Rp-421]#,##0',
    '[$-421]#,##0',
    '[$USD] 0',
    '[DBNum1]0',
    '0" d"',
    '0;dd',
    'General;dd/mm',
    ';;;',
    '',
  ])('%s is none', (code) => {
    expect(isDateFormat(code)).toBe(false);
  });
});

describe('styles', () => {
  it('know the built-in dates by their number', async () => {
    const ids = [0, 1, 9, 13, 14, 17, 22, 23, 27, 36, 37, 44, 45, 47, 49, 50, 58, 59];
    const formats = ids.map((id) => `<xf numFmtId="${id}"/>`).join('');
    const expected = ids.map(
      (id) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58),
    );
    expect(await datesOf(`<cellXfs>${formats}</cellXfs>`, ids.length)).toEqual(expected);
  });

  it('take codes from the list of formats, even for a built-in number, and not from differences', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="14" formatCode="0"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="164"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf/></cellXfs>' +
      '<dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>';
    expect(await datesOf(styles, 4)).toEqual([false, true, false, false]);
  });

  it('that are missing make no date', async () => {
    expect(await datesOf('', 3)).toEqual([false, false, false]);
  });
});
