/** Lists that leave as spreadsheets: whole, as text, and recorded. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesOperations } from '../../../shared/contract/cases.ts';
import type { ListSelection } from '../../../shared/contract/lists.ts';
import { listSelection } from '../../../shared/contract/lists.ts';
import { cellText, csvCell } from '../../../electron/vault/exports/cell-text.ts';
import { exportList } from '../../../electron/vault/exports/list-export.ts';
import {
  CASE_STATUS_WORDS,
  EMPLOYMENT_WORDS,
  ORIGIN_WORDS,
  SOURCE_WORDS,
} from '../../../electron/vault/exports/list-words.ts';
import { carryOut } from '../../../electron/vault/program/requests.ts';
import { names } from '../../../renderer/i18n/words/names.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

const PEOPLE = 2_345;
let vault: TestVault;
let exports = 0;
beforeAll(async () => {
  vault = await createTestVault();
  await importPeople();
  await vault.service.call('roster.addPerson', {
    name: '=HYPERLINK("http://contoh.test")',
    nip: '',
    nik: '',
    status: 'PPPK',
    grade: '',
    position: '+62 _x000D_',
    unit: 'Unit Lain',
    agency: '',
  });
}, 120_000);
afterAll(() => vault.dispose());

/** Names have no digits: 123 as "Aabcd". */
function letters(index: number): string {
  const word = [...String(index).padStart(5, '0')].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');
  return `A${word.slice(1)}`;
}

async function importPeople(): Promise<void> {
  const lines = Array.from({ length: PEOPLE }, (_, index) => [
    `19850612201001${1 + (index % 2)}${String(index % 1_000).padStart(3, '0')}`.replace(
      /^(....)/,
      String(1970 + Math.floor(index / 1_000)),
    ),
    `Pegawai ${letters(index)}`,
    'III/a',
    'Analis',
    `Dinas ${index % 7}`,
  ]);
  const rows = [['NIP', 'NAMA', 'GOLONGAN', 'JABATAN', 'UNIT KERJA'], ...lines];
  const token = await vault.file('pegawai.xlsx', await writeXlsx({ sheets: [{ name: 'Pegawai', rows }] }));
  await vault.importRoster(token);
}

async function exported(selection: unknown): Promise<{
  file: string;
  rows: string[][];
  cells: Record<string, { t: string; z?: string }>;
  sha256: string;
  count: number;
}> {
  const file = path.join(vault.folder, `daftar-${(exports += 1)}.xlsx`);
  const answer = await carryOut('exportList', { selection, format: 'xlsx', path: file }, vault.service);
  const { sha256, rows: count } = answer as { sha256: string; rows: number };
  const sheet = Object.values(read(readFileSync(file), { cellNF: true }).Sheets)[0];
  if (sheet === undefined) throw new Error('the workbook has no sheet');
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' });
  const cells = Object.fromEntries(Object.entries(sheet).filter(([name]) => !name.startsWith('!')));
  return { file, rows, cells, sha256, count };
}

describe('export of a list', () => {
  it('writes all people that match, every cell a text, and records it', async () => {
    const { file, rows, cells, sha256, count } = await exported({ list: 'roster' });
    const shown = await vault.service.call('roster.list', {
      query: '',
      sort: 'name',
      descending: false,
      offset: 0,
      limit: 1,
    });
    expect(shown.total).toBeGreaterThan(2_000);
    expect(count).toBe(shown.total);
    expect(rows).toHaveLength(shown.total + 1);
    expect(rows[0]).toEqual([
      'Nama',
      'NIP',
      'NIK',
      'Status',
      'Golongan',
      'Pangkat',
      'Jabatan',
      'Unit kerja',
      'Perangkat daerah (OPD)',
      'Kasus berjalan',
      'Tidak tercantum sejak',
    ]);
    expect(new Set(rows.slice(1).map((row) => row[0])).size).toBe(shown.total);
    expect(new Set(Object.values(cells).map(({ t, z }) => `${t} ${z ?? ''}`))).toEqual(new Set(['s @']));
    expect(rows.slice(1).filter((row) => /^\d{18}$/.test(String(row[1]))).length).toBe(shown.total - 1);
    const odd = rows.find((row) => row[0] === '=HYPERLINK("http://contoh.test")');
    expect(odd?.[6]).toBe('+62 _x000D_');
    expect(readFileSync(file).includes('<f>')).toBe(false);
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(sha256);
    const log = await vault.service.call('custody.list', { newestFirst: true, offset: 0, limit: 1 });
    expect(log.rows[0]).toMatchObject({
      action: 'list.exported',
      subjectKind: 'vault',
      facts: { list: 'roster', format: 'xlsx', rows: shown.total, sha256 },
    });
  });

  it('writes CSV that spreadsheets read as text and never as formulas', async () => {
    const file = path.join(vault.folder, 'daftar.csv');
    const selection = { list: 'roster', query: 'hyperlink' };
    const answer = await carryOut('exportList', { selection, format: 'csv', path: file }, vault.service);
    expect(answer).toMatchObject({ rows: 1 });
    const text = readFileSync(file, 'utf8');
    const [heading = '', line = '', end] = text.split('\r\n');
    expect(heading).toMatch(/^\uFEFFNama;NIP;NIK;/);
    expect(line).toMatch(/^"'=HYPERLINK\(""http:\/\/contoh\.test""\)";;;/);
    expect(line).toContain(`;'+62 _x000D_;`);
    expect(end).toBe('');
    const log = await vault.service.call('custody.list', { newestFirst: true, offset: 0, limit: 1 });
    expect(log.rows[0]).toMatchObject({ action: 'list.exported', facts: { list: 'roster', format: 'csv', rows: 1 } });
  });

  it.each([
    ['=1+1', `'=1+1`],
    ['+62', `'+62`],
    ['-3', `'-3`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['\r=1', `"'\r=1"`],
    ['  =1', `'  =1`],
    ['＝1', `'＝1`],
    ['a;b', '"a;b"'],
    ['a"b', '"a""b"'],
    ['199001012015031001', '199001012015031001'],
    ['', ''],
  ])('writes the cell %j so', (text, written) => {
    expect(csvCell(text)).toBe(written);
  });

  it('follows search, filters and sort', async () => {
    const { rows } = await exported({ list: 'roster', query: 'aaaa', unit: 'Dinas 3', descending: true });
    expect(rows.slice(1).map((row) => row[0])).toEqual(['Pegawai Aaaad']);
    const sorted = await exported({ list: 'roster', query: 'aaaa', descending: true });
    const found = sorted.rows.slice(1).map((row) => String(row[0]));
    expect(found).toEqual([...found].sort().reverse());
    expect(found.length).toBeGreaterThan(5);
  });

  it('can be read again by our own import, without a loss', async () => {
    const { file } = await exported({ list: 'roster', query: 'aaab' });
    const token = (await vault.service.files.addPath(file)).token;
    const { sheets } = await vault.service.call('roster.inspect', { file: token });
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.proposal.flatMap(({ heading, field }) => (field === null ? [] : [heading]))).toEqual(
      expect.arrayContaining(['Nama', 'NIP', 'Jabatan', 'Unit kerja']),
    );
    const plan = await vault.planRoster(token, { scope: 'none' });
    expect(plan).toMatchObject({ read: 10, counts: { added: 0, changed: 0, unchanged: 10, refused: 0, gone: 0 } });
  });

  it('writes cases, evidence and the audit trail as they are listed', async () => {
    const input = { title: 'Dugaan unggahan', source: 'temuan' };
    const made = casesOperations.create.output.parse(
      await carryOut('call', { name: 'cases.create', input }, vault.service),
    );
    const cases = await exported({ list: 'cases', query: 'unggahan' });
    expect(cases.rows).toHaveLength(2);
    expect(cases.rows[1]).toEqual(expect.arrayContaining([made.number, 'Dugaan unggahan', 'Temuan']));
    const evidence = await exported({ list: 'evidence' });
    expect(evidence.rows).toHaveLength(1);
    expect(evidence.count).toBe(0);
    const before = await vault.service.call('custody.list', { newestFirst: false, offset: 0, limit: 1_000 });
    const trail = await exported({ list: 'custody', newestFirst: false });
    expect(trail.rows.slice(1).map((row) => row[6])).toEqual(before.rows.map(({ hash }) => hash));
  });

  it('refuses a place inside the vault and an unknown list, and then records nothing', async () => {
    const before = vault.service.context().custodyHead();
    const selection: ListSelection = listSelection.parse({ list: 'roster' });
    const inside = path.join(vault.directory, 'daftar.xlsx');
    await expect(
      exportList({ selection, format: 'xlsx', path: inside }, vault.service.context()),
    ).rejects.toMatchObject({
      code: 'FOLDER_INSIDE_VAULT',
    });
    expect(existsSync(inside)).toBe(false);
    await expect(
      carryOut('exportList', { selection: { list: 'users' }, path: path.join(vault.folder, 'x.xlsx') }, vault.service),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(vault.service.context().custodyHead()).toEqual(before);
  });

  it('says values as the screens do', () => {
    const { employment, caseStatus, source, origin } = names.id;
    expect([EMPLOYMENT_WORDS, CASE_STATUS_WORDS, SOURCE_WORDS, ORIGIN_WORDS]).toEqual([
      employment,
      caseStatus,
      source,
      origin,
    ]);
  });
});

describe('text of a cell', () => {
  it('loses what XML cannot hold and keeps the rest', () => {
    expect(cellText('a\u0000b\u0007\n\tc\uFFFE 😀')).toBe('ab\n\tc 😀');
    expect(cellText('x\uD83D')).toBe('x\uFFFD');
    expect(cellText('_x000D_ _x_')).toBe('_x005F_x000D_ _x_');
    expect(cellText('y'.repeat(40_000))).toHaveLength(32_767);
  });
});
