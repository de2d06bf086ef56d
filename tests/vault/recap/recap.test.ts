/** The recap and the first page's work against a small vault made by hand; every expected number was counted by hand. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exportReport } from '../../../electron/vault/exports/exports.ts';
import { exportRecap } from '../../../electron/vault/exports/recap-workbook.ts';
import type { IssuedDocument } from '../../../shared/contract/documents.ts';
import type { Recap, RecapTable } from '../../../shared/contract/recap.ts';
import { hasTool } from '../../unit/report/tools.ts';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';
import { run } from '../cli/support.ts';

let vault: TestVault;
let now = new Date('2026-08-31T01:00:00.000Z');
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const persons = new Map<string, string>();
const cases = new Map<string, string>();
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };

/** Registered at the instant; the respondents are persons of the roster. */
async function register(key: string, at: string, source: 'temuan' | 'laporan', of: readonly string[], code?: string) {
  now = new Date(at);
  const { id } = await call('cases.create', { title: `Kasus ${key}`, source });
  cases.set(key, id);
  for (const name of of)
    await call('cases.linkRespondent', { id, employeeId: persons.get(name) ?? null, reason: 'foto profil sama' });
  if (code !== undefined) await call('cases.addAllegation', { id, code, primary: true });
}

async function report(at: string, topic: 'netralitas' | 'hoaks', channel: 'surat' | 'whatsapp'): Promise<string> {
  now = new Date(at);
  return (await call('publicReports.create', { subject: 'Ada unggahan', topic, channel })).id;
}

beforeAll(async () => {
  vault = await createTestVault({ clock: () => (now = new Date(now.getTime() + 1_000)) });
  const staff = [
    ['Ani Contoh', 'Dinas Pendidikan'],
    ['Budi Contoh', 'Dinas Pendidikan'],
    ['Cici Contoh', 'Dinas Kesehatan'],
  ] as const;
  for (const [name, agency] of staff)
    persons.set(name, (await call('roster.addPerson', { name, agency, status: 'PNS' })).id);
  await register('lama', '2026-09-05T02:00:00Z', 'temuan', ['Budi Contoh'], 'KE-4');
  // Half past midnight of the first of October in the office's zone.
  await register('A', '2026-09-30T17:30:00Z', 'temuan', ['Ani Contoh'], 'KE-4');
  await register('B', '2026-10-10T02:00:00Z', 'laporan', ['Budi Contoh'], 'D-6');
  await call('cases.setStatus', { id: cases.get('B') ?? '', status: 'telaah', reason: 'diperiksa dahulu' });
  await register('E', '2026-10-15T02:00:00Z', 'temuan', ['Ani Contoh', 'Cici Contoh'], 'KE-4');
  await register('C', '2026-10-20T02:00:00Z', 'temuan', []);
  const waiting = await report('2026-10-21T02:00:00Z', 'netralitas', 'surat');
  const forwarded = await report('2026-10-22T02:00:00Z', 'netralitas', 'whatsapp');
  await call('publicReports.step', { id: forwarded, to: 'diteruskan', reason: 'wewenang', forwardedTo: 'bawaslu' });
  await call('hoaxes.create', {
    claim: 'Pegawai diwajibkan memilih satu calon',
    kind: 'konten_palsu',
    firstSeen: '2026-10-25',
  });
  // One o'clock on the first of November in the office's zone: not October.
  await register('D', '2026-10-31T18:00:00Z', 'temuan', ['Cici Contoh'], 'KE-2');
  now = new Date('2026-11-05T02:00:00Z');
  await call('cases.setStatus', { id: cases.get('B') ?? '', status: 'dihentikan', reason: 'tidak cukup bukti' });
  await call('publicReports.step', { id: waiting, to: 'telaah', reason: 'dibaca dahulu' });
  await look();
  attend('Budi Contoh', '2026-10-28');
});

/** One person has an account; it is looked at, and nothing is found. */
async function look(): Promise<void> {
  const employeeId = persons.get('Ani Contoh') ?? null;
  await call('roster.saveAccount', { employeeId, platform: 'Instagram', handle: 'ani', url: '', basis: '' });
  const assigneeId = (await call('vault.listUsers', {})).users[0]?.id ?? '';
  const round = await call('monitoring.begin', { title: 'Semua', plan: {}, assigneeId });
  const { item } = await call('monitoring.work', { roundId: round.id });
  await call('monitoring.record', { itemId: item?.id ?? '', outcome: 'nothing' });
}

/** A session that was held, with one person who came. */
function attend(name: string, day: string): void {
  const context = vault.service.context();
  context.write(['outreach'], (database) => {
    const by = [context.now().toISOString(), context.actor.id];
    database.run(
      `INSERT INTO outreach_sessions (id, sequence, topic, summary, speakers, place, online, day, begins, ends, state, note, created_at, created_by)
       VALUES ('sesi', 1, 'Netralitas', '', '[]', '', 0, ?, '', '', 'held', '', ?, ?)`,
      [day, ...by],
    );
    database.run(
      `INSERT INTO outreach_attendance (id, session_id, employee_id, source, added_at, added_by) VALUES ('hadir', 'sesi', ?, 'pick', ?, ?)`,
      [persons.get(name) ?? '', ...by],
    );
    return { value: undefined, entry: null };
  });
}
afterAll(async () => {
  vi.unstubAllEnvs();
  await vault.dispose();
});

const tableOf = (recap: Recap, key: RecapTable['key']): RecapTable => {
  const found = recap.tables.find((table) => table.key === key);
  if (found === undefined) throw new Error(`no table ${key}`);
  return found;
};
/** Rows as "words or key: numbers". */
const linesOf = ({ rows, cells, rowTotals }: RecapTable): Record<string, unknown> =>
  Object.fromEntries(rows.map((row, index) => [row.key, [...(cells[index] ?? []), rowTotals[index]]]));

describe('the recap of a month', () => {
  it('counts each case once, in the month of the office’s calendar, as the month ended', async () => {
    const recap = await call('recap.get', OCTOBER);
    expect(linesOf(tableOf(recap, 'casesByUnit'))).toEqual({
      'Dinas Pendidikan': [1, 1, 0, 2],
      '+': [1, 0, 0, 1],
      '-': [0, 0, 1, 1],
    });
    expect(tableOf(recap, 'casesByUnit').columnTotals).toEqual([2, 1, 1]);
    expect(linesOf(tableOf(recap, 'casesByKind'))).toEqual({ 'KE-4': [2, 2], 'D-6': [1, 1], '-': [1, 1] });
    const stages = linesOf(tableOf(recap, 'casesByStage'));
    // Stopped in November: in October it was under review.
    expect(stages).toMatchObject({ terdaftar: [3, 0, 0, 0, 3], telaah: [0, 1, 0, 0, 1], dihentikan: [0, 0, 0, 0, 0] });
    expect(linesOf(tableOf(recap, 'casesByAge'))).toEqual({ terdaftar: [3, 1, 0, 0, 4], telaah: [1, 0, 0, 0, 1] });
    expect(linesOf(tableOf(recap, 'personsByStatus'))).toEqual({ PNS: [3, 3] });
    expect(recap.summary.find(({ key }) => key === 'cases')).toEqual({ key: 'cases', count: 4, before: 1 });
  });

  it('counts reports, hoaxes and coverage', async () => {
    const recap = await call('recap.get', OCTOBER);
    const reports = tableOf(recap, 'reportsByTopic');
    const at = (state: string): number | null | undefined => reports.cells[0]?.[reports.columns.indexOf(state)];
    expect([at('baru'), at('telaah'), at('diteruskan'), reports.total]).toEqual([1, 0, 1, 2]);
    expect(linesOf(tableOf(recap, 'reportsByChannel'))).toEqual({ surat: [1, 1], whatsapp: [1, 1] });
    expect(tableOf(recap, 'hoaxesByKind')).toMatchObject({ total: 1, rows: [{ key: 'konten_palsu' }] });
    // The look was in November, the session in October.
    const none = { 'Dinas Kesehatan': [0, 1, 1], 'Dinas Pendidikan': [0, 2, 2] };
    expect(linesOf(tableOf(recap, 'monitoringByUnit'))).toEqual(none);
    expect(linesOf(tableOf(recap, 'outreachByUnit'))).toEqual({ ...none, 'Dinas Pendidikan': [1, 1, 2] });
  });

  it('tells the trend month by month, and free periods', async () => {
    const { trend } = await call('recap.get', OCTOBER);
    const series = trend.series.find(({ key }) => key === 'cases');
    expect(trend.months).toHaveLength(12);
    expect([trend.months.at(-1), series?.counts.slice(-3)]).toEqual(['2026-10', [0, 1, 4]]);
    const days = await call('recap.get', { from: '2026-10-10', to: '2026-10-15' });
    expect(tableOf(days, 'casesByStage').total).toBe(2);
    expect(days.before).toEqual({ from: '2026-10-04', to: '2026-10-09' });
  });

  it('leads to the very cases that a cell counts', async () => {
    const counted = async (row: string | null, column: string | null): Promise<string[]> => {
      const cell = { table: 'casesByUnit', ...OCTOBER, row, column } as const;
      return (await call('cases.list', { counted: cell })).rows.map(({ title }) => title).sort();
    };
    expect(await counted('Dinas Pendidikan', null)).toEqual(['Kasus A', 'Kasus B']);
    expect(await counted('Dinas Pendidikan', 'disiplin')).toEqual(['Kasus B']);
    expect(await counted(null, null)).toEqual(['Kasus A', 'Kasus B', 'Kasus C', 'Kasus E']);
    expect(await counted('Tidak ada', null)).toEqual([]);
    const of = async (table: 'personsByStatus' | 'actsByType', row: string): Promise<string[]> =>
      (await call('cases.list', { counted: { table, ...OCTOBER, row } })).rows.map(({ title }) => title).sort();
    expect(await of('personsByStatus', 'PNS')).toEqual(['Kasus A', 'Kasus B', 'Kasus E']);
    expect(await of('personsByStatus', 'PPPK')).toEqual([]);
    expect(await of('actsByType', 'unggahan')).toEqual([]);
  });

  it('leads to the very reports and hoaxes, one by one in every cell', async () => {
    const made = await call('recap.get', OCTOBER);
    const lists = {
      reportsByTopic: 'publicReports.list',
      reportsByChannel: 'publicReports.list',
      hoaxesByKind: 'hoaxes.list',
    } as const;
    for (const table of ['reportsByTopic', 'reportsByChannel', 'hoaxesByKind'] as const) {
      const { rows, columns, cells, rowTotals, total } = tableOf(made, table);
      const counted = async (row: string | null, column: string | null): Promise<number> => {
        const cell = { ...OCTOBER, row, column };
        return table === 'hoaxesByKind'
          ? (await call(lists[table], { counted: { table, ...cell } })).total
          : (await call(lists[table], { counted: { table, ...cell } })).total;
      };
      expect(total, table).toBeGreaterThan(0);
      expect(await counted(null, null), table).toBe(total);
      for (const [index, { key }] of rows.entries()) {
        expect(await counted(key, null), `${table} ${key}`).toBe(rowTotals[index]);
        for (const [at, column] of columns.entries())
          if (columns.length > 1)
            expect(await counted(key, column), `${table} ${key} ${column}`).toBe(cells[index]?.[at]);
      }
    }
  });

  it('refuses a period that ends before it begins, or has no end in sight', async () => {
    const refused = { code: 'INVALID_INPUT' };
    await expect(call('recap.get', { from: '2026-10-02', to: '2026-10-01' })).rejects.toMatchObject(refused);
    await expect(call('recap.get', { from: '2010-01-01', to: '2026-10-01' })).rejects.toMatchObject(refused);
  });
});

describe('the public version', () => {
  it('leaves small counts out with what would tell them, and names nobody', async () => {
    const recap = await call('recap.get', { ...OCTOBER, audience: 'public' });
    expect(linesOf(tableOf(recap, 'casesByKind'))).toEqual({
      'KE-4': [null, null],
      'D-6': [null, null],
      '-': [null, null],
    });
    expect(tableOf(recap, 'casesByKind').total).toBe(4);
    expect(tableOf(recap, 'reportsByChannel').total).toBeNull();
    expect(tableOf(recap, 'casesByUnit').columns).toEqual(['count']);
    expect(recap.tables.map(({ key }) => key)).not.toContain('casesByAge');
    expect(recap.summary.find(({ key }) => key === 'hoaxes')?.count).toBeNull();
    expect(recap.trend.series.find(({ key }) => key === 'cases')?.counts.slice(-3)).toEqual([0, null, 4]);
    const text = JSON.stringify(recap);
    expect(text).not.toMatch(/Ani|Budi|Cici|REG\//);
  });

  it('does not let a month be computed from the months that add up to the period', async () => {
    const recap = await call('recap.get', { from: '2026-09-01', to: '2026-10-31', audience: 'public' });
    expect(recap.summary.find(({ key }) => key === 'cases')).toEqual({ key: 'cases', count: 5, before: null });
    expect(recap.trend.series.find(({ key }) => key === 'cases')?.counts.slice(-2)).toEqual([null, null]);
  });
});

describe('what leaves the vault', () => {
  const sheets = (file: string): Record<string, unknown[][]> =>
    Object.fromEntries(
      Object.entries(read(readFileSync(file)).Sheets).map(([name, sheet]) => [
        name,
        utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: '' }),
      ]),
    );

  it('is a workbook with its definitions and a sheet for each table, recorded in custody', async () => {
    const file = path.join(vault.folder, 'rekap.xlsx');
    const written = await exportRecap({ ...OCTOBER, audience: 'internal' }, file, vault.service.context());
    const book = sheets(file);
    expect(Object.keys(book).slice(0, 3)).toEqual(['Keterangan', 'Tren bulanan', 'Kasus per OPD']);
    expect(book['Keterangan']?.[0]?.slice(0, 2)).toEqual(['Rekapitulasi', 'Oktober 2026']);
    expect(book['Kasus per OPD']).toContainEqual(['Dinas Pendidikan', 1, 1, 0, 2]);
    expect(book['Kasus per OPD']?.at(-1)).toEqual(['Jumlah', 2, 1, 1, 4]);
    const [entry] = (await call('custody.list', { action: 'recap.exported' })).rows;
    expect(entry?.facts).toEqual({ ...OCTOBER, audience: 'internal', sha256: written.sha256 });
  });

  it('marks in the public workbook what is left out', async () => {
    const file = path.join(vault.folder, 'umum.xlsx');
    await exportRecap({ ...OCTOBER, audience: 'public' }, file, vault.service.context());
    const book = sheets(file);
    expect(book['Kasus per dugaan']?.slice(1).map(([, count]) => count)).toEqual(['…', '…', '…', 4]);
    expect(JSON.stringify(book)).not.toMatch(/Ani|Budi|Cici|REG\//);
    expect(JSON.stringify(book['Keterangan'])).toContain('Versi untuk umum');
  });

  it('is a sealed document, for the public too', async () => {
    const issued = (await vault.job(
      await call('documents.issue', {
        document: 'rekapitulasi',
        variant: 'disamarkan',
        fields: { periodFrom: OCTOBER.from, periodTo: OCTOBER.to },
        signature: { method: 'seal' },
      }),
    )) as IssuedDocument;
    expect(issued).toMatchObject({ document: 'rekapitulasi', sealed: true, state: 'berlaku' });
    if (!hasTool('pdftotext')) return;
    const file = path.join(vault.folder, 'rekap.pdf');
    await exportReport({ id: issued.id, path: file }, vault.service.context());
    const text = execFileSync('pdftotext', ['-layout', file, '-']).toString();
    expect(text).toMatch(/Oktober 2026/);
    expect(text).toMatch(/Kasus \(didaftarkan\) +4 +…/);
    expect(text).not.toMatch(/Ani|Budi|Cici|REG\/|TERBATAS/);
  });

  it('for the public tells which overlapping periods have left already, as workbook or document', async () => {
    const half = { from: '2026-10-16', to: '2026-11-15' } as const;
    const overlaps = async (choice: object): Promise<unknown> =>
      (await call('recap.get', { ...OCTOBER, ...choice })).overlaps;
    // Its own period and the office's own version are nothing to compare with.
    expect(await overlaps({ audience: 'public' })).toEqual([]);
    expect(await overlaps({ ...half })).toEqual([]);
    expect(await overlaps({ ...half, audience: 'public' })).toEqual([OCTOBER]);
    expect(await overlaps({ from: '2026-11-01', to: '2026-11-30', audience: 'public' })).toEqual([]);
    await vault.job(
      await call('documents.issue', {
        document: 'rekapitulasi',
        variant: 'disamarkan',
        fields: { periodFrom: half.from, periodTo: half.to },
        signature: { method: 'seal' },
      }),
    );
    expect(await overlaps({ audience: 'public' })).toEqual([half]);
  });

  it('refuses a document of a period that ends before it begins', async () => {
    const draft = { document: 'rekapitulasi', fields: { periodFrom: '2026-10-02', periodTo: '2026-10-01' } } as const;
    await expect(vault.job(await call('documents.preview', draft))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('the first page', () => {
  it('names only work that there is, the oldest with its number', async () => {
    const { lines } = await call('home.work', {});
    const kinds = lines.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['publicReports', 'hoaxes', 'backup']));
    expect(kinds).not.toContain('sessions');
    expect(lines.find(({ kind }) => kind === 'hoaxes')).toEqual({
      kind: 'hoaxes',
      count: 1,
      oldest: 'H-0001',
      since: '2026-10-25',
      until: null,
      overdue: 0,
    });
    expect(lines.find(({ kind }) => kind === 'backup')).toMatchObject({ count: 1, since: null });
  });

  it('compares the month so far with the same days of the month before', async () => {
    const glance = await call('home.glance', {});
    expect(glance.period).toEqual({ from: '2026-11-01', to: '2026-11-05' });
    expect(glance.before).toEqual({ from: '2026-10-01', to: '2026-10-05' });
    expect(glance.figures.find(({ key }) => key === 'cases')).toEqual({ key: 'cases', count: 1, before: 1 });
    expect(glance.evidenceWeeks).toHaveLength(12);
    expect(glance.evidenceWeeks.at(-1)).toMatchObject({ from: '2026-11-02', to: '2026-11-08' });
    expect(glance.coverage).toEqual({ people: 3, checked: 1, reached: 1, from: '2026-01-01' });
    const year = await call('recap.get', { from: '2026-01-01', to: '2026-11-05' });
    expect(tableOf(year, 'monitoringByUnit').columnTotals).toEqual([1, 2]);
    const { groups } = await call('monitoring.coverage', year.period);
    expect(linesOf(tableOf(year, 'monitoringByUnit'))).toEqual(
      Object.fromEntries(groups.map(({ name, persons: all, checked }) => [name, [checked, all - checked, all]])),
    );
    expect(tableOf(year, 'outreachByUnit').columnTotals).toEqual([1, 2]);
  });
});

describe('the command line', () => {
  it('prints a month and refuses what is no month', async () => {
    await vault.service.lock('button');
    for (const name of ['XDG_CONFIG_HOME', 'APPDATA', 'HOME']) vi.stubEnv(name, path.join(vault.folder, 'config'));
    writeFileSync(path.join(vault.folder, 'sandi'), PASSPHRASE);
    const netra = (...words: string[]): ReturnType<typeof run> =>
      run(vault.folder, 'recap', ...words, '--vault', 'vault', '--passphrase-file', 'sandi');
    expect(await netra('show', '--month', '2026-10')).toMatchObject({
      code: 0,
      printed: expect.stringMatching(/Dinas Pendidikan {2}1 {2}1 {2}0 {2}2/) as string,
    });
    expect(await netra('save', 'rekap-cli.xlsx', '--month', '2026-10', '--public')).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(vault.folder, 'rekap-cli.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect(await netra('show', '--month', 'Oktober')).toMatchObject({ code: 2 });
  });
});
