import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeXlsx } from 'hucre';
import type { RosterImportResult } from '../../../shared/contract/roster-import.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await createTestVault();
});
afterAll(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const HEADINGS = ['NO', 'NIP BARU', 'NIK', 'NAMA', 'GOL AKHIR NAMA', 'JABATAN NAMA', 'UNOR NAMA', 'AGAMA NAMA'];

async function sheet(rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: [{ name: 'Data_Pegawai_PNS', rows: [[...HEADINGS], ...rows.map((row) => [...row])] }],
  });
}

async function importFile(bytes: Uint8Array): Promise<RosterImportResult> {
  return await vault.importRoster(await vault.file('pegawai.xlsx', bytes));
}

const BUDI = [
  '1',
  '199001012015031001',
  '1771010101900001',
  'Drs. Budi Contoh, M.Si.',
  'III/c',
  'Analis',
  'Dinas X',
  'Islam',
] as const;
const SARI = [
  '2',
  '198808082024211002',
  '',
  'Sari Contoh, S.Kom.',
  'IX',
  'Pranata Komputer',
  'Dinas Y',
  'Kristen',
] as const;

describe('import of a roster', () => {
  it('says what it would do, writes nothing by it, then writes all at once', async () => {
    const bytes = await sheet([
      BUDI,
      SARI,
      ['3', 199001012015031, '', 'Tono Rusak', 'III/a', 'Analis', 'Dinas X', 'Islam'],
    ]);
    const plan = await vault.planRoster(await vault.file('pegawai.xlsx', bytes));
    expect(plan).toMatchObject({ read: 3, counts: { added: 2, changed: 0, refused: 1, gone: 0 }, accounts: 0 });
    const refused = await call('roster.planRows', { planId: plan.planId, kinds: ['refused'] });
    expect(refused.rows.map(({ row, findings }) => [row, findings[0]?.code])).toEqual([[4, 'NIP_NUMERIC_CELL']]);
    expect(plan.notTaken).toContain('AGAMA NAMA');
    expect((await call('roster.list', {})).total).toBe(0);
    const done = await importFile(bytes);
    expect(done).toMatchObject({ added: 2, updated: 0, unchanged: 0 });
    expect((await call('roster.list', {})).rows.map((row) => row.name)).toEqual([
      'Drs. Budi Contoh, M.Si.',
      'Sari Contoh, S.Kom.',
    ]);
    expect((await importFile(bytes)).unchanged).toBe(2);
  });

  it('keeps history when a person moves, and finds by name without titles, by NIP in groups and by unit', async () => {
    await importFile(await sheet([BUDI, SARI]));
    const moved = await importFile(
      await sheet([['1', BUDI[1], BUDI[2], BUDI[3], 'III/d', 'Kepala Bidang', 'Dinas Z', 'Islam']]),
    );
    expect(moved).toMatchObject({ updated: 1 });
    for (const query of ['budi', '19900101 201503', 'kepala bidang', 'dinas z']) {
      expect((await call('roster.list', { query })).rows.map((row) => row.nip)).toEqual([BUDI[1]]);
    }
    const id = (await call('roster.list', { query: 'budi' })).rows[0]?.id ?? '';
    const page = await call('roster.get', { id });
    expect(page.history.map((state) => [state.unit, state.validTo === null])).toEqual([
      ['Dinas Z', true],
      ['Dinas X', false],
    ]);
  });

  it('stores nothing of the columns that are not needed', async () => {
    const rows = vault.service
      .context()
      .database.all("SELECT name FROM pragma_table_info('employees')")
      .map((row) => row['name']);
    expect(rows).not.toContain('religion');
    expect(JSON.stringify(vault.service.context().database.all('SELECT * FROM employees'))).not.toMatch(
      /Islam|Kristen/,
    );
  });

  it('refuses a file that is none, by name, with nothing written', async () => {
    const before = (await call('roster.list', {})).total;
    const token = await vault.file('daftar.xlsx', 'bukan lembar kerja');
    await expect(call('roster.inspect', { file: token })).rejects.toMatchObject({ code: 'ROSTER_FORMAT_UNSUPPORTED' });
    expect((await call('roster.list', {})).total).toBe(before);
  });

  it('refuses a file cut short, whole', async () => {
    const bytes = await sheet([BUDI]);
    const token = await vault.file('potong.xlsx', bytes.subarray(0, bytes.length - 200));
    await expect(call('roster.inspect', { file: token })).rejects.toMatchObject({ code: 'ROSTER_FILE_DAMAGED' });
  });
});
