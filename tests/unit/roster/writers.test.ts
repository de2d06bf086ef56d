import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as sheetjs from '@e965/xlsx';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bufferSource } from '../../../electron/workers/roster-import/byte-source.ts';
import { cellText } from '../../../electron/workers/roster-import/cells.ts';
import { streamSheet } from '../../../electron/workers/roster-import/xlsx/sheet-reader.ts';
import { openWorkbook } from '../../../electron/workers/roster-import/xlsx/workbook.ts';
import { readFile } from '../../fixtures/roster/in-process.ts';
import { makeXlsx } from '../../fixtures/roster/make-xlsx.ts';
import { makePeople, OFFICE_HEADINGS, personCells } from '../../fixtures/roster/people.ts';

const people = [...makePeople(120, 3)];
const table = [[...OFFICE_HEADINGS], ...people.map(personCells)];
const python = ['/usr/bin/python3', 'python3'].find(
  (program) => spawnSync(program, ['-c', 'import openpyxl, xlsxwriter']).status === 0,
);
const office = ['soffice', 'libreoffice'].find((program) => spawnSync(program, ['--version']).status === 0);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'netra-roster-'));
  if (python)
    execFileSync(python, [fileURLToPath(new URL('../../fixtures/roster/other-writers.py', import.meta.url)), folder], {
      input: JSON.stringify(table),
    });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What every writer's file has to give. */
async function expectPeople(bytes: Uint8Array): Promise<void> {
  const { rows, rejected } = await readFile(bytes);
  expect(rejected).toEqual([]);
  const isoDay = (text: string): string => text.split('-').reverse().join('-');
  expect(
    rows.map(({ nip, nik, name, sex, birthDate, status, position, unit, agency }) => ({
      nip: nip ?? '',
      nik,
      name,
      sex,
      birthDate,
      status,
      position,
      unit,
      agency,
    })),
  ).toEqual(
    people.map(({ nip, nik, name, sex, birthDate, status, position, unit, agency }) => ({
      nip,
      nik,
      name,
      sex,
      birthDate: isoDay(birthDate),
      status,
      position,
      unit,
      agency,
    })),
  );
}

/** Every cell as text, by our reader and by SheetJS, blank rows and cells left out. */
async function ours(bytes: Uint8Array): Promise<Map<string, string>> {
  const workbook = await openWorkbook(bufferSource(bytes));
  const cells = new Map<string, string>();
  for (const sheet of workbook.sheets) {
    for await (const batch of streamSheet(workbook, sheet, () => true).batches) {
      for (const row of batch)
        for (const [column, cell] of row.cells.entries())
          if (cell) cells.set(`${sheet.name}!${row.number}.${column}`, cellText(cell));
    }
  }
  return cells;
}

function theirs(bytes: Uint8Array): Map<string, string> {
  const cells = new Map<string, string>();
  const book = sheetjs.read(bytes, { dense: true, raw: true });
  for (const name of book.SheetNames) {
    const data: unknown = book.Sheets[name]?.['!data'];
    if (!Array.isArray(data)) continue;
    for (const [row, line] of data.entries()) {
      for (const [column, cell] of (line ?? []).entries()) {
        if (cell?.v !== undefined && cell.v !== '') cells.set(`${name}!${row + 1}.${column}`, String(cell.v));
      }
    }
  }
  return cells;
}

describe('files of other writers', () => {
  it.skipIf(!python).each(['openpyxl', 'xlsxwriter', 'xlsxwriter-constant-memory'])('%s', async (name) => {
    await expectPeople(readFileSync(join(folder, `${name}.xlsx`)));
  });

  it('hucre', async () => {
    await expectPeople(await writeXlsx({ sheets: [{ name: 'Data', rows: table }] }));
  });

  it.skipIf(!office)('LibreOffice, rewriting a file of ours', { timeout: 120_000 }, async () => {
    const source = join(folder, 'ours.xlsx');
    writeFileSync(source, makeXlsx([{ name: 'Data', rows: table }]));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(
      office ?? '',
      [
        profile,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'office'),
        source,
      ],
      { stdio: 'ignore' },
    );
    await expectPeople(readFileSync(join(folder, 'office', 'ours.xlsx')));
  });
});

describe('against SheetJS', () => {
  it.each([false, true])(
    'gives the same cells for 10,000 people (inline strings: %s)',
    { timeout: 60_000 },
    async (inline) => {
      const rows = [[...OFFICE_HEADINGS], ...Array.from(makePeople(10_000, 11), personCells)];
      const bytes = makeXlsx([{ name: 'Data', rows }], { inline });
      const [mine, reference] = [await ours(bytes), theirs(bytes)];
      expect(mine.size).toBeGreaterThan(100_000);
      expect(mine.size).toBe(reference.size);
      const different = [...mine].filter(([place, text]) => reference.get(place) !== text);
      expect(different).toEqual([]);
    },
  );

  it.skipIf(!python)('gives the same cells for the other writers, dates as serials', async () => {
    for (const name of ['openpyxl', 'xlsxwriter', 'xlsxwriter-constant-memory']) {
      const bytes = readFileSync(join(folder, `${name}.xlsx`));
      expect([...(await ours(bytes))].sort()).toEqual([...theirs(bytes)].sort());
    }
  });
});
