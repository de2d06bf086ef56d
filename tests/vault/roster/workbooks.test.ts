/** Workbooks for people to fill in: corrections of a plan, and a blank roster. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import { readXlsx } from 'hucre';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOut } from '../../../electron/vault/program/requests.ts';
import { unzip } from '../../fixtures/roster/zip-reader.ts';
import { hasTool } from '../../unit/report/tools.ts';
import { createTestVault, proposedSheets, type TestVault } from '../../support/test-vault.ts';
import { BUDI, personOf, roster, rosterFile, rowsOf, SARI, TONO, workbook } from './support.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await createTestVault();
});
afterEach(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const inFolder = (name: string): string => path.join(vault.folder, name);

/** The sheet's rows as text. */
function rowsIn(file: string, sheet: string): string[][] {
  const found = read(readFileSync(file)).Sheets[sheet];
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  return utils.sheet_to_json<string[]>(found, { header: 1, defval: '', raw: false });
}

async function corrections(planId: string): Promise<{ file: string; rows: number }> {
  const file = inFolder('perbaikan.xlsx');
  const answer = await carryOut('exportRosterCorrections', { planId, path: file }, vault.service);
  return { file, rows: (answer as { rows: number }).rows };
}

/** Fills a cell of a workbook in, by its row (from 1) and heading, as a person would. */
function fillIn(
  file: string,
  sheet: string,
  cells: readonly (readonly [row: number, heading: string, text: string])[],
): void {
  const book = read(readFileSync(file));
  const found = book.Sheets[sheet];
  const headings = rowsIn(file, sheet)[0] ?? [];
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  for (const [row, heading, text] of cells)
    utils.sheet_add_aoa(found, [[text]], { origin: { r: row - 1, c: headings.indexOf(heading) } });
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

describe('a workbook of corrections', () => {
  it('names what is wrong, can be filled in, and is then taken whole', async () => {
    await vault.importRoster(await rosterFile(vault, [BUDI]));
    const bad = [
      { ...BUDI, nip: 199001012015031001, nik: '', position: 'Kepala Seksi' },
      { ...SARI, nip: '19880808' },
      { ...TONO, grade: 'luhur' },
      { ...SARI, nip: '', nik: '', name: '' },
    ];
    const file = await vault.file('PPPK.xlsx', await roster(bad, 'Data_Pegawai_PPPK'));
    const plan = await vault.planRoster(file, { scope: 'none' });
    expect(plan.counts).toMatchObject({ proposed: 1, added: 1 });
    const saved = await corrections(plan.planId);
    expect(saved.rows).toBe(plan.counts.refused + 2);
    const [headings = [], first = [], second = [], third = []] = rowsIn(saved.file, 'Perbaikan');
    const cell = (row: readonly string[], heading: string): string => row[headings.indexOf(heading)] ?? '';
    expect(headings.slice(0, 2)).toEqual(['NIP', 'ALASAN NIP']);
    expect(headings.indexOf('ALASAN GOLONGAN')).toBe(headings.indexOf('GOLONGAN') + 1);
    expect(headings).not.toContain('ALASAN JABATAN');
    expect(cell(first, 'ALASAN NIP')).toMatch(/^NIP tersimpan sebagai angka/);
    expect(cell(first, 'ALASAN GOLONGAN')).toBe('');
    expect(cell(first, 'DUGAAN')).toContain(`Diduga: ${BUDI.name}, NIP ${BUDI.nip}`);
    expect(cell(second, 'NIP')).toBe('19880808');
    expect(cell(second, 'ALASAN NIP')).toBe('Panjang NIP bukan 18 digit.');
    expect(cell(third, 'ALASAN GOLONGAN')).toMatch(/^Golongan tidak dikenal/);
    expect(cell(third, 'ASAL')).toBe('Data_Pegawai_PPPK baris 4');
    fillIn(saved.file, 'Perbaikan', [
      [2, 'NIP', String(BUDI.nip)],
      [3, 'NIP', String(SARI.nip)],
      [4, 'GOLONGAN', 'IV/a'],
    ]);
    const again = await vault.planRoster((await vault.service.files.addPath(saved.file)).token, { scope: 'none' });
    expect(again.counts).toMatchObject({ added: 2, changed: 1, refused: plan.counts.refused - 1, proposed: 0 });
    expect(again.doubtful).toBe(0);
    await vault.job(await call('roster.apply', { planId: again.planId }));
    expect(await personOf(vault, 'sari')).toMatchObject({ nip: SARI.nip, unit: SARI.unit, agency: 'Pemda Contoh' });
    expect(await personOf(vault, 'budi')).toMatchObject({ position: 'Kepala Seksi' });
  });

  it('keeps what the sheet’s name said, marks the bad cells, holds numbers as text, and is recorded without a name', async () => {
    const sheets = {
      'Dinas Contoh': [
        ['NAMA', 'NIP', 'JABATAN'],
        ['=CMD()', '19900101', '+analis'],
      ],
    };
    const file = await vault.file('opd.xlsx', await workbook(sheets));
    const chosen = proposedSheets(await call('roster.inspect', { file })).map((sheet) => ({
      ...sheet,
      unitFromSheetName: true,
    }));
    const { planId } = await vault.planRoster(file, { sheets: chosen });
    const saved = await corrections(planId);
    const [headings = [], row = []] = rowsIn(saved.file, 'Perbaikan');
    expect(row[headings.indexOf('UNIT KERJA')]).toBe('Dinas Contoh');
    expect(row[headings.indexOf('PERANGKAT DAERAH')]).toBe('Dinas Contoh');
    const book = read(readFileSync(saved.file), { cellNF: true, cellStyles: true });
    const cells = book.Sheets['Perbaikan'] as Record<
      string,
      { t: string; z?: string; f?: string; s?: { fgColor?: { rgb?: string } } }
    >;
    const nip = cells[utils.encode_cell({ r: 1, c: headings.indexOf('NIP') })];
    expect(nip).toMatchObject({ t: 's', z: '@', s: { fgColor: { rgb: 'FFD9B3' } } });
    expect(Object.values(cells).some((cell) => typeof cell === 'object' && cell.f !== undefined)).toBe(false);
    const log = await call('custody.list', { newestFirst: true, offset: 0, limit: 1 });
    expect(log.rows[0]).toMatchObject({ action: 'list.exported', facts: { list: 'roster-corrections', rows: 1 } });
  });

  it('has a sheet for lines of accounts, which are taken once their owner is named', async () => {
    await vault.importRoster(await rosterFile(vault, [BUDI]));
    const sheets = {
      Akun: [
        ['NAMA', 'PLATFORM', 'NAMA AKUN'],
        ['Entah Siapa', 'TikTok', '@entah'],
      ],
    };
    const { planId } = await vault.planRoster(await vault.file('akun.xlsx', await workbook(sheets)));
    const saved = await corrections(planId);
    expect(saved.rows).toBe(1);
    const [headings = [], line = []] = rowsIn(saved.file, 'Akun');
    expect(line[headings.indexOf('ALASAN')]).toMatch(/^Pemilik akun tidak dapat dipastikan/);
    fillIn(saved.file, 'Akun', [[2, 'NIP', String(BUDI.nip)]]);
    const again = await vault.planRoster((await vault.service.files.addPath(saved.file)).token);
    expect(again).toMatchObject({ accounts: 1, counts: { unchanged: 1, refused: 0 } });
  });

  it('says where a number stood first, and shows the cell that holds nothing beside its reason', async () => {
    const file = await vault.file(
      'kosong.xlsx',
      await roster([BUDI, { ...BUDI, name: 'Budi Lain' }, { ...SARI, name: '' }]),
    );
    const { planId } = await vault.planRoster(file);
    const [headings = [], ...lines] = rowsIn((await corrections(planId)).file, 'Perbaikan');
    const cell = (row: number, heading: string): string => lines[row]?.[headings.indexOf(heading)] ?? '';
    expect(cell(0, 'ALASAN NIP')).toBe(
      'NIP yang sama sudah ada di baris lain berkas ini. Pertama kali di Pegawai baris 2.',
    );
    expect([cell(1, 'NAMA'), cell(1, 'ALASAN NAMA')]).toEqual(['', 'Nama kosong.']);
  });

  it.skipIf(!hasTool('soffice'))(
    'comes back from LibreOffice, as .xlsx and as .ods, with its numbers and without a field more',
    async () => {
      const { planId } = await vault.planRoster(
        await rosterFile(vault, [
          { ...SARI, nip: '1988' },
          { ...TONO, grade: 'luhur' },
        ]),
      );
      const { file } = await corrections(planId);
      fillIn(file, 'Perbaikan', [
        [2, 'NIP', String(SARI.nip)],
        [3, 'GOLONGAN', 'IV/a'],
      ]);
      for (const format of ['xlsx', 'ods']) {
        execFileSync('soffice', ['--headless', '--convert-to', format, '--outdir', inFolder(format), file], {
          env: { ...process.env, HOME: vault.folder },
          stdio: 'ignore',
        });
        const { token } = await vault.service.files.addPath(inFolder(`${format}/perbaikan.${format}`));
        const [sheet] = (await call('roster.inspect', { file: token })).sheets;
        expect(sheet?.notTaken).toEqual(['ALASAN NIP', 'ALASAN GOLONGAN', 'ASAL']);
        const plan = await vault.planRoster(token, { scope: 'none' });
        expect(plan).toMatchObject({ read: 2, doubtful: 0, counts: { added: 2, refused: 0 } });
      }
    },
    120_000,
  );

  it('can still be written after the import, and needs its plan', async () => {
    const { planId } = await vault.planRoster(await rosterFile(vault, [BUDI, { ...SARI, nip: '1988' }]));
    await vault.job(await call('roster.apply', { planId }));
    expect((await corrections(planId)).rows).toBe(1);
    await vault.planRoster(await rosterFile(vault, [BUDI]));
    await expect(corrections(planId)).rejects.toMatchObject({ code: 'ROSTER_PLAN_UNKNOWN' });
  });
});

describe('a blank roster', () => {
  const blank = async (): Promise<string> => {
    const file = inFolder('formulir.xlsx');
    await carryOut('exportRosterTemplate', { path: file }, vault.service);
    return file;
  };

  it('holds nobody: its example is no row, and importing it says so', async () => {
    const { token } = await vault.service.files.addPath(await blank());
    const inspected = await call('roster.inspect', { file: token });
    expect(inspected.sheets.map(({ name, headerRow, kind }) => [name, headerRow, kind])).toEqual([
      ['Pegawai', 0, 'people'],
      ['Akun', 0, 'accounts'],
      ['Petunjuk', null, 'people'],
    ]);
    expect(inspected.sheets.slice(0, 2).flatMap(({ notTaken }) => notTaken)).toEqual([]);
    const plan = await vault.planRoster(token);
    expect(plan).toMatchObject({ read: 0, counts: { added: 0, refused: 0 } });
    await expect(call('roster.apply', { planId: plan.planId })).rejects.toMatchObject({
      code: 'ROSTER_NOTHING_TO_IMPORT',
    });
  });

  it('is taken without a word once it is filled in', async () => {
    const file = await blank();
    fillIn(file, 'Pegawai', [
      [2, 'NIP', String(BUDI.nip)],
      [2, 'NAMA', BUDI.name],
      [2, 'STATUS KEPEGAWAIAN', 'PPPK Paruh Waktu'],
      [2, 'TANGGAL LAHIR', '01-01-1990'],
      [2, 'JENIS KELAMIN', 'L'],
    ]);
    fillIn(file, 'Akun', [
      [2, 'NIP', String(BUDI.nip)],
      [2, 'PLATFORM', 'Instagram'],
      [2, 'NAMA AKUN', '@budi.contoh'],
    ]);
    const plan = await vault.planRoster((await vault.service.files.addPath(file)).token);
    expect(plan).toMatchObject({ read: 2, accounts: 1, counts: { added: 1, refused: 0 } });
    const [row] = await rowsOf(vault, plan);
    expect(row?.findings.map(({ code }) => code)).toEqual(['STATUS_AGAINST_NIP']);
  });

  it('has number columns as text down the page, and lists to choose from', async () => {
    const file = await blank();
    const cells = read(readFileSync(file), { cellNF: true, sheetStubs: true }).Sheets['Pegawai'] as Record<
      string,
      { z?: string }
    >;
    for (const place of ['A2', 'B2', 'A2001', 'B2001']) expect(cells[place]?.z, place).toBe('@');
    const part = unzip(readFileSync(file)).find(({ name }) => name === 'xl/worksheets/sheet1.xml');
    const xml = part?.data.toString('utf8') ?? '';
    const styleOf = (column: number): string | undefined =>
      new RegExp(`<col min="${column}" max="${column}"[^>]* style="(\\d+)"`).exec(xml)?.[1];
    const cellStyle = /<c r="A2" s="(\d+)"/.exec(xml)?.[1];
    expect(cellStyle).toBeDefined();
    expect([styleOf(1), styleOf(2)]).toEqual([cellStyle, cellStyle]);
    const { sheets } = await readXlsx(readFileSync(file));
    const [sheet] = sheets;
    const grades = sheet?.dataValidations?.find(({ range }) => range.startsWith('G2'))?.values ?? [];
    expect(grades).toEqual(expect.arrayContaining(['I/a', 'IV/e', 'I', 'IV', 'IX', 'XVII']));
    expect(grades.join(',').length).toBeLessThan(255);
    expect(sheet?.dataValidations?.map(({ range, type }) => `${range} ${type}`)).toEqual(
      expect.arrayContaining([
        'A2:A1048576 textLength',
        'B2:B1048576 textLength',
        'D2:D1048576 list',
        'F2:F1048576 list',
        'G2:G1048576 list',
      ]),
    );
  });

  it.skipIf(!hasTool('soffice'))(
    'opens in LibreOffice, which keeps its columns',
    async () => {
      const file = await blank();
      execFileSync('soffice', ['--headless', '--convert-to', 'ods', '--outdir', inFolder(''), file], {
        env: { ...process.env, HOME: vault.folder },
        stdio: 'ignore',
      });
      expect(existsSync(inFolder('formulir.ods'))).toBe(true);
      expect(rowsIn(inFolder('formulir.ods'), 'Pegawai')[0]).toEqual(rowsIn(file, 'Pegawai')[0]);
    },
    60_000,
  );
});
