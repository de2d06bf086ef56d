import { describe, expect, it } from 'vitest';
import {
  accountRowSchema,
  inspectResultSchema,
  readResultSchema,
  refusedRowSchema,
  rosterRowSchema,
} from '#shared/contract/roster-job.ts';
import { makeXlsx, xlsxParts } from '../../fixtures/roster/make-xlsx.ts';
import { makePeople, OFFICE_HEADINGS, personCells } from '../../fixtures/roster/people.ts';
import { runRosterWorker } from '../../fixtures/roster/worker.ts';
import { makeZip } from '../../fixtures/roster/zip-writer.ts';

/** The real program in a process of its own, as the vault starts it. */
describe('the roster worker', () => {
  const rows = [[...OFFICE_HEADINGS], ...Array.from(makePeople(3000), personCells)];
  const file = makeXlsx([{ name: 'Data', rows }]);
  const sheet = {
    name: 'Data',
    headerRow: 0,
    mapping: [
      { column: 0, field: 'nip' },
      { column: 2, field: 'name' },
    ],
  };

  it('inspects', async () => {
    const { outcome, rows: streamed, asked } = await runRosterWorker({ mode: 'inspect' }, file);
    if (!outcome.ok) throw new Error(outcome.detail);
    const { sheets } = inspectResultSchema.parse(outcome.value);
    expect(sheets).toMatchObject([{ name: 'Data', rows: 3001, columns: 12, headerRow: 0, remembered: false }]);
    expect(streamed).toEqual([]);
    // Whether the layout is known is asked once a sheet, by nothing but the fingerprint.
    expect(asked).toEqual([{ question: 'layout', payload: { fingerprint: sheets[0]?.headerFingerprint } }]);
  });

  it('streams people and answers with the counts', async () => {
    const { outcome, rows: streamed } = await runRosterWorker({ mode: 'read', sheets: [sheet] }, file);
    if (!outcome.ok) throw new Error(outcome.detail);
    expect(readResultSchema.parse(outcome.value).read).toBe(3000);
    expect(streamed).toHaveLength(3000);
    expect(rosterRowSchema.parse(streamed[2999])).toMatchObject({ row: 3001, nik: null, unit: null });
  });

  it('streams refused rows and accounts to outputs of their own', async () => {
    const bytes = makeXlsx([
      {
        name: 'Data',
        rows: [
          ['NIP', 'Nama'],
          ['1,98609E+17', 'Budi'],
          ['199001012015031001', 'Siti'],
        ],
      },
      {
        name: 'Akun',
        rows: [
          ['NIP', 'Platform', 'Akun'],
          ['199001012015031001', 'IG', '@siti; @siti.dua'],
        ],
      },
    ]);
    const fields = (...names: string[]): object[] => names.map((field, column) => ({ column, field }));
    const sheets = [
      { name: 'Data', headerRow: 0, mapping: fields('nip', 'name') },
      { name: 'Akun', headerRow: 0, mapping: fields('nip', 'accountPlatform', 'accountHandle'), kind: 'accounts' },
    ];
    const { outcome, rows: people, refused, accounts } = await runRosterWorker({ mode: 'read', sheets }, bytes);
    if (!outcome.ok) throw new Error(outcome.detail);
    expect(readResultSchema.parse(outcome.value)).toMatchObject({ read: 2, refused: 1 });
    expect(people).toHaveLength(1);
    expect(refused.map((line) => refusedRowSchema.parse(line).survived?.digits)).toEqual(['198609']);
    expect(accounts.map((line) => accountRowSchema.parse(line).account.handle)).toEqual(['siti', 'siti.dua']);
  });

  it('refuses damage after good rows with sheet and row, whatever it handed out before', async () => {
    const parts = xlsxParts([{ name: 'Data', rows }]).map((part) =>
      part.name.includes('sheet1') ? { ...part, declaredCrc: 7 } : part,
    );
    const { outcome } = await runRosterWorker({ mode: 'read', sheets: [sheet] }, makeZip(parts));
    expect(outcome).toMatchObject({
      ok: false,
      code: 'ROSTER_FILE_DAMAGED',
      params: { sheet: 'Data', row: 3001, problem: 'checksum' },
    });
  });

  it('refuses what is no workbook, and jobs that are none', async () => {
    const outcomeOf = async (job: unknown, bytes: Uint8Array): Promise<unknown> =>
      (await runRosterWorker(job, bytes)).outcome;
    expect(
      await outcomeOf({ mode: 'inspect' }, makeZip([{ name: 'xl/workbook.xml', data: 'x', flags: 1 }])),
    ).toMatchObject({
      code: 'ROSTER_FILE_ENCRYPTED',
    });
    expect(await outcomeOf({ mode: 'inspect' }, Buffer.from('%PDF-1.7\n'))).toMatchObject({
      code: 'ROSTER_FORMAT_UNSUPPORTED',
      params: { format: 'pdf' },
    });
    expect(await outcomeOf({ mode: 'inspect' }, Buffer.alloc(0))).toMatchObject({ code: 'FILE_EMPTY' });
    expect(await outcomeOf({ mode: 'eat' }, file)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await outcomeOf({ mode: 'read', sheets: [{ ...sheet, headerRow: -1 }] }, file)).toMatchObject({
      code: 'INVALID_INPUT',
      params: { field: 'sheets.0.headerRow' },
    });
  });

  it('stays small on a bomb of rows that hold nothing', { timeout: 60_000 }, async () => {
    const empty = Array.from(
      { length: 1_000_000 },
      (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="1"/></row>`,
    ).join('');
    const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str"><v>Nama</v></c><c r="B1" t="str"><v>NIP</v></c></row>${empty}</sheetData></worksheet>`;
    const bytes = makeXlsx([{ name: 'Data', rows: [] }], { parts: { 'xl/worksheets/sheet1.xml': xml } });
    const { outcome, milliseconds, rssBytes } = await runRosterWorker({ mode: 'inspect' }, bytes);
    expect(outcome).toMatchObject({ ok: true, value: { sheets: [{ rows: 1 }] } });
    expect(milliseconds).toBeLessThan(20_000);
    expect(rssBytes).toBeLessThan(300 * 1024 * 1024);
  });
});
