import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile } from '../../fixtures/roster/in-process.ts';
import { makeXlsx } from '../../fixtures/roster/make-xlsx.ts';
import { differences, ourCells, sheetJsCells } from '../../fixtures/roster/oracles.ts';
import { makePeople, OFFICE_HEADINGS, personCells } from '../../fixtures/roster/people.ts';
import { readSheets } from '../../fixtures/roster/sheet-cells.ts';

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
      const cells = ourCells(await readSheets(bytes));
      expect(cells.size).toBeGreaterThan(100_000);
      expect(differences(cells, sheetJsCells(bytes))).toEqual([]);
    },
  );

  it.skipIf(!python)('gives the same cells for the other writers, dates as serials', async () => {
    for (const name of ['openpyxl', 'xlsxwriter', 'xlsxwriter-constant-memory']) {
      const bytes = readFileSync(join(folder, `${name}.xlsx`));
      expect(differences(ourCells(await readSheets(bytes)), sheetJsCells(bytes))).toEqual([]);
    }
  });
});
