import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../electron/workers/roster-import/byte-source.ts';
import { cellText } from '../../../electron/workers/roster-import/cells.ts';
import { LIMITS, type LimitName } from '../../../electron/workers/roster-import/limits.ts';
import { openXlsx } from '../../../electron/workers/roster-import/xlsx/open-xlsx.ts';
import { makeXlsx, type SheetSpec, xlsxParts } from '../../fixtures/roster/make-xlsx.ts';
import { readSheets, refusalOf } from '../../fixtures/roster/sheet-cells.ts';
import { makeZip, type ZipPart } from '../../fixtures/roster/zip-writer.ts';

/** Every hard limit, just under and just over. What is under is read; what is over is refused by the limit's name. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const base: SheetSpec[] = [{ name: 'A', rows: [['Nama']] }];
const parts = xlsxParts(base);
const SHEET = 'xl/worksheets/sheet1.xml';
const sheetXml = (rows: string, tail = ''): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${tail}</worksheet>`;
const sheet = (rows: string, tail = ''): Buffer => makeXlsx(base, { parts: { [SHEET]: sheetXml(rows, tail) } });
const replaced = (name: string, change: Partial<ZipPart>): Buffer =>
  makeZip(parts.map((part) => (part.name === name ? { ...part, ...change } : part)));

async function expectLimit(bytes: Uint8Array, limit: LimitName): Promise<void> {
  expect(await refusalOf(bytes)).toMatchObject({
    code: 'ROSTER_LIMIT_EXCEEDED',
    params: { limit, allowed: LIMITS[limit] },
  });
}

/** A file that seems as large as said, with the bytes of a small one at its end: what counts of a zip is at its end. */
function padded(bytes: Uint8Array, size: number): ByteSource {
  const before = size - bytes.length;
  return {
    size,
    read: (offset, length) => {
      const piece = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      for (let index = 0; index < piece.length; index += 1) piece[index] = bytes[offset + index - before] ?? 0;
      return Promise.resolve(piece);
    },
  };
}

describe('the container', () => {
  it('size of the file', async () => {
    const bytes = makeXlsx(base);
    // Under the limit it is looked at, and found to be a zip whose parts are not where they should be.
    await expect(openXlsx(padded(bytes, LIMITS.fileBytes))).rejects.toMatchObject({ code: 'ROSTER_FILE_DAMAGED' });
    await expect(openXlsx(padded(bytes, LIMITS.fileBytes + 1))).rejects.toMatchObject({
      code: 'ROSTER_LIMIT_EXCEEDED',
      params: { limit: 'fileBytes' },
    });
  });

  it('entries', async () => {
    const more = (count: number): Buffer =>
      makeZip([
        ...parts,
        ...Array.from({ length: count - parts.length }, (_, index) => ({ name: `p${index}`, data: '', stored: true })),
      ]);
    expect(await readSheets(more(LIMITS.entries))).toHaveLength(1);
    await expectLimit(more(LIMITS.entries + 1), 'entries');
  });

  it.each<[LimitName, string]>([
    ['sheetBytes', SHEET],
    ['sharedStringBytes', 'xl/sharedStrings.xml'],
    ['otherPartBytes', 'xl/styles.xml'],
    ['otherPartBytes', 'xl/workbook.xml'],
    ['otherPartBytes', '_rels/.rels'],
  ])('%s, declared by %s', async (limit, name) => {
    await expectLimit(replaced(name, { declaredSize: LIMITS[limit] + 1 }), limit);
    // At the limit itself the ratio speaks, which is judged next.
    await expectLimit(replaced(name, { declaredSize: LIMITS[limit] }), 'ratio');
  });

  it('unpacked bytes of all parts together', async () => {
    const declaring = (size: number): Buffer => makeZip([...parts, { name: 'a', data: 'x', declaredSize: size }]);
    const ours = parts.reduce((sum, { data }) => sum + Buffer.byteLength(data), 0);
    expect(await readSheets(declaring(LIMITS.totalBytes - ours))).toHaveLength(1);
    await expectLimit(declaring(LIMITS.totalBytes - ours + 1), 'totalBytes');
  });

  it('ratio of unpacked to packed, from a size on', async () => {
    const spaces = (count: number): Buffer => sheet('', ' '.repeat(count));
    const overhead = Buffer.byteLength(sheetXml(''));
    const runs = (count: number): Buffer => sheet('', '<a/>'.repeat(Math.ceil(count / 4)));
    // Small parts may be packed as well as they can be.
    expect(await readSheets(runs(LIMITS.ratioFromBytes - overhead - 8))).toHaveLength(1);
    await expectLimit(runs(LIMITS.ratioFromBytes + 8), 'ratio');
    await expectLimit(spaces(LIMITS.ratioFromBytes + 8), 'ratio');
  });

  it('ratio, just under and just over it', async () => {
    const size = LIMITS.ratioFromBytes + 1000;
    const noise = (packed: number): string => {
      let state = 1;
      let out = '';
      while (out.length < packed) {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        out += (state >>> 4).toString(36);
      }
      return out;
    };
    const ratioOf = (bytes: Buffer): number => {
      const at = bytes.indexOf(Buffer.from(SHEET)) - 30;
      return bytes.readUInt32LE(at + 22) / bytes.readUInt32LE(at + 18);
    };
    const file = (noisy: number): Buffer => {
      const text = noise(noisy);
      return sheet('', `<!--${text}-->${'<a/>'.repeat((size - text.length) / 4)}`);
    };
    const [under, over] = [file(5000), file(100)];
    expect(ratioOf(under)).toBeGreaterThan(LIMITS.ratio * 0.9);
    expect(ratioOf(under)).toBeLessThan(LIMITS.ratio);
    expect(ratioOf(over)).toBeGreaterThan(LIMITS.ratio);
    expect(await readSheets(under)).toHaveLength(1);
    await expectLimit(over, 'ratio');
  });
});

describe('the workbook', () => {
  it('sheets', async () => {
    const book = (count: number): Buffer =>
      makeXlsx(Array.from({ length: count }, (_, index) => ({ name: `S${index}`, rows: [['a']] })));
    expect(await readSheets(book(LIMITS.sheets))).toHaveLength(LIMITS.sheets);
    await expectLimit(book(LIMITS.sheets + 1), 'sheets');
  });

  it('shared strings', { timeout: 60_000 }, async () => {
    // Stored, so that the ratio does not speak first.
    const strings = (count: number): Buffer =>
      replaced('xl/sharedStrings.xml', { data: `<sst xmlns="${MAIN}">${'<si/>'.repeat(count)}</sst>`, stored: true });
    await expectLimit(strings(LIMITS.sharedStrings + 1), 'sharedStrings');
    // The first string is empty there, so its cell is none.
    expect((await readSheets(strings(LIMITS.sharedStrings)))[0]?.rows).toEqual([]);
  });
});

describe('the sheet', () => {
  it('rows', async () => {
    const at = (row: number): Buffer => sheet(`<row r="${row}"><c t="str"><v>x</v></c></row>`);
    expect((await readSheets(at(LIMITS.rows)))[0]?.totals.lastRow).toBe(LIMITS.rows);
    await expectLimit(at(LIMITS.rows + 1), 'rows');
    await expectLimit(sheet(`<row r="${LIMITS.rows}"/><row/>`), 'rows');
  });

  it('columns of the format', async () => {
    const at = (reference: string): Buffer => sheet(`<row r="1"><c r="${reference}" t="str"><v>x</v></c></row>`);
    expect((await readSheets(at('XFD1')))[0]?.totals.columns).toBe(LIMITS.columns);
    await expectLimit(at('XFE1'), 'columns');
    const unnamed = (count: number): Buffer => sheet(`<row r="1">${'<c><v>1</v></c>'.repeat(count)}</row>`);
    expect((await readSheets(unnamed(LIMITS.columns)))[0]?.totals.columns).toBe(LIMITS.columns);
    await expectLimit(unnamed(LIMITS.columns + 1), 'columns');
  });

  it('columns that are looked at: the next one is counted only', async () => {
    const [read] = await readSheets(sheet(`<row r="1">${'<c><v>1</v></c>'.repeat(LIMITS.columnsRead + 1)}</row>`));
    expect(read?.rows[0]?.cells).toHaveLength(LIMITS.columnsRead);
    expect(read?.totals.columns).toBe(LIMITS.columnsRead + 1);
  });

  it('characters of a cell, in all three places where a text can stand', async () => {
    for (const place of [
      (text: string) => sheet(`<row r="1"><c t="str"><v>${text}</v></c></row>`),
      (text: string) => sheet(`<row r="1"><c t="inlineStr"><is><t>${text}</t></is></c></row>`),
      (text: string) =>
        sheet(`<row r="1"><c t="inlineStr"><is><r><t>x</t></r><r><t>${text.slice(1)}</t></r></is></c></row>`),
      (text: string) => makeXlsx([{ name: 'A', rows: [[text]] }]),
    ]) {
      const [read] = await readSheets(place('x'.repeat(LIMITS.cellCharacters)));
      expect(cellText(read?.rows[0]?.cells[0])).toHaveLength(LIMITS.cellCharacters);
      await expectLimit(place('x'.repeat(LIMITS.cellCharacters + 1)), 'cellCharacters');
    }
  });

  it('characters between two pieces of markup', async () => {
    const piece = 64 * 1024;
    expect(await readSheets(sheet('', ' '.repeat(LIMITS.runCharacters - piece)))).toHaveLength(1);
    await expectLimit(sheet('', ' '.repeat(LIMITS.runCharacters + piece)), 'runCharacters');
    await expectLimit(
      sheet(`<row r="1"><c t="str"><v>${'x'.repeat(LIMITS.runCharacters + piece)}</v></c></row>`),
      'runCharacters',
    );
    await expectLimit(sheet('', `<a b="${'x'.repeat(LIMITS.runCharacters + piece)}"/>`), 'runCharacters');
    await expectLimit(sheet('', `<!--${'x'.repeat(LIMITS.runCharacters + piece)}-->`), 'runCharacters');
  });

  it('depth of the XML', async () => {
    const nested = (depth: number): Buffer => sheet('', `${'<a>'.repeat(depth - 1)}${'</a>'.repeat(depth - 1)}`);
    expect(await readSheets(nested(LIMITS.xmlDepth))).toHaveLength(1);
    await expectLimit(nested(LIMITS.xmlDepth + 1), 'xmlDepth');
  });

  it.each([
    ['in the sheet', SHEET],
    ['in the shared strings', 'xl/sharedStrings.xml'],
    ['in the workbook', 'xl/workbook.xml'],
    ['in the styles', 'xl/styles.xml'],
    ['in the relationships', 'xl/_rels/workbook.xml.rels'],
  ])('no document type %s', async (_, name) => {
    const text = String(parts.find((part) => part.name === name)?.data).replace(/^<\?xml.*\?>\s*/, '');
    expect(
      await refusalOf(makeXlsx(base, { parts: { [name]: `<!DOCTYPE a [<!ENTITY b "c">]>${text}` } })),
    ).toMatchObject({
      code: 'ROSTER_FILE_DAMAGED',
      params: { problem: 'doctype' },
    });
  });
});
