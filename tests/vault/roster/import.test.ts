/** Importing a roster: what a plan says, what is left out of it, and what apply writes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestVault, proposedSheets, type TestVault } from '../../support/test-vault.ts';
import { BUDI, personOf, rosterFile, rowsOf, SARI, type Stated, TONO, workbook } from './support.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await createTestVault();
});
afterEach(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const imported = async (people: readonly Stated[], options: Parameters<TestVault['importRoster']>[1] = {}) =>
  await vault.importRoster(await rosterFile(vault, people), options);
const planned = async (people: readonly Stated[], options: Parameters<TestVault['planRoster']>[1] = {}) =>
  await vault.planRoster(await rosterFile(vault, people), options);

describe('a plan', () => {
  it('sorts every row, field by field, and finds them again by kind, by doubt and by what is typed', async () => {
    await imported([BUDI, SARI, TONO, { ...SARI, nip: '197001011995031004', name: 'Wati Pergi' }]);
    const plan = await planned([
      { ...BUDI, position: 'Kepala Seksi' },
      SARI,
      { ...TONO, unit: 'Bidang Satu' },
      { nip: '199203032016031003', name: 'Rudi Baru', grade: 'luhur', unit: 'Bidang Satu' },
      { nip: '19900101', name: 'Tini Pendek', unit: 'Bidang Satu' },
      { ...SARI, name: 'Sari Kembar' },
    ]);
    expect(plan).toMatchObject({
      read: 6,
      doubtful: 1,
      counts: {
        added: 1,
        changed: 1,
        moved: 1,
        unchanged: 1,
        gone: 1,
        refused: 1,
        conflict: 1,
        returned: 0,
        proposed: 0,
      },
    });
    const rows = await rowsOf(vault, plan);
    expect(rows.map(({ kind, row, name }) => [kind, row, name])).toEqual([
      ['changed', 2, 'Drs. Budi Contoh, M.Si.'],
      ['unchanged', 3, 'Sari Contoh, S.Kom.'],
      ['moved', 4, 'Tono Contoh'],
      ['added', 5, 'Rudi Baru'],
      ['refused', 6, 'Tini Pendek'],
      ['conflict', 7, 'Sari Kembar'],
      ['gone', null, 'Wati Pergi'],
    ]);
    expect(rows[0]?.fields).toEqual([{ field: 'position', before: 'Analis', after: 'Kepala Seksi' }]);
    expect(rows[2]?.fields).toEqual([{ field: 'unit', before: 'Bidang Dua', after: 'Bidang Satu' }]);
    expect(rows[5]?.findings[0]).toMatchObject({ code: 'DUPLICATE_NIP_IN_FILE', params: { firstRow: 3 } });
    const found = async (input: object): Promise<(number | null)[]> =>
      (await call('roster.planRows', { planId: plan.planId, ...input })).rows.map(({ row }) => row);
    expect(await found({ kinds: ['moved', 'gone'] })).toEqual([4, null]);
    expect(await found({ doubtful: true })).toEqual([5]);
    expect(await found({ query: 'tono kep' })).toEqual([4]);
    expect(await found({ query: '19880808 2014' })).toEqual([3, 7]);
    expect(await found({ query: 'tini' })).toEqual([6]);
    expect(await call('roster.planRows', { planId: plan.planId, offset: 2, limit: 1 })).toMatchObject({
      total: 7,
      rows: [{ row: 4 }],
    });
  });

  it('is forgotten with the next one and by the lock, and is not carried out after the roster changed', async () => {
    const first = await planned([BUDI]);
    const second = await planned([BUDI]);
    await expect(call('roster.planRows', { planId: first.planId })).rejects.toMatchObject({
      code: 'ROSTER_PLAN_UNKNOWN',
    });
    await call('roster.addPerson', { name: 'Sari Contoh' });
    await expect(call('roster.apply', { planId: second.planId })).rejects.toMatchObject({ code: 'ROSTER_PLAN_STALE' });
    vault = await vault.reopen();
    await expect(call('roster.apply', { planId: second.planId })).rejects.toMatchObject({
      code: 'ROSTER_PLAN_UNKNOWN',
    });
    expect((await call('roster.list', {})).total).toBe(1);
  });

  it('that is cancelled leaves none behind, and the file free', async () => {
    const file = await rosterFile(vault, [BUDI]);
    const sheets = proposedSheets(await call('roster.inspect', { file }));
    const { jobId } = await call('roster.plan', { file, sheets });
    await call('app.cancelJob', { jobId });
    await expect(vault.job({ jobId })).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await vault.importRoster(file)).toMatchObject({ added: 1 });
  });

  it('is carried out once', async () => {
    const { planId } = await planned([BUDI, { nip: '19900101', name: 'Tini Pendek' }]);
    await vault.job(await call('roster.apply', { planId }));
    await expect(call('roster.apply', { planId })).rejects.toMatchObject({ code: 'ROSTER_PLAN_STALE' });
    // What was not taken can still be looked at and corrected.
    expect((await rowsOf(vault, { planId })).map(({ name }) => name)).toEqual(['Tini Pendek']);
  });
});

describe('what is taken', () => {
  it('leaves out kinds and rows, and counts them', async () => {
    await imported([BUDI, SARI, TONO]);
    const plan = await planned([
      { ...BUDI, grade: 'III/d' },
      { nip: '199203032016031003', name: 'Rudi Baru', unit: 'Bidang Satu' },
    ]);
    expect(plan.counts).toMatchObject({ changed: 1, added: 1, gone: 1 });
    const changed = (await rowsOf(vault, plan)).find(({ kind }) => kind === 'changed');
    const input = { planId: plan.planId, excludedKinds: ['gone' as const], excludedRows: [changed?.id ?? -1] };
    expect(await vault.job(await call('roster.apply', input))).toMatchObject({
      added: 1,
      updated: 0,
      gone: 0,
      excluded: 2,
    });
    expect(await personOf(vault, 'budi')).toMatchObject({ grade: 'III/c' });
    expect(await personOf(vault, 'sari')).toMatchObject({ goneSince: null });
    const nothing = await planned([BUDI], { scope: 'none' });
    await expect(call('roster.apply', { planId: nothing.planId, excludedKinds: ['unchanged'] })).rejects.toMatchObject({
      code: 'ROSTER_NOTHING_TO_IMPORT',
    });
  });

  it('marks who is gone, keeps them, and takes the mark away when they are back', async () => {
    await imported([BUDI, SARI, TONO]);
    expect(await imported([BUDI, TONO], { asOf: '2026-12-01', scope: 'all' })).toMatchObject({ gone: 1, unchanged: 2 });
    expect(await personOf(vault, 'sari')).toMatchObject({ goneSince: '2026-11-30T17:00:00.000Z' });
    const names = async (inRoster: boolean): Promise<string[]> =>
      (await call('roster.list', { inRoster })).rows.map(({ name }) => name);
    expect(await names(false)).toEqual(['Sari Contoh, S.Kom.']);
    expect(await names(true)).toHaveLength(2);
    const plan = await planned([SARI], { asOf: '2027-01-01', scope: 'none' });
    expect(plan.counts).toMatchObject({ returned: 1 });
    await vault.job(await call('roster.apply', { planId: plan.planId }));
    expect(await names(false)).toEqual([]);
  });

  it('offers a damaged NIP to the person it belongs to, and takes it only when that is confirmed', async () => {
    await imported([BUDI, SARI]);
    const damaged = { ...BUDI, nip: 199001012015031001, nik: '', position: 'Kepala Seksi' };
    const plan = await planned([damaged, SARI], { scope: 'all' });
    expect(plan.counts).toMatchObject({ proposed: 1, unchanged: 1, gone: 0 });
    const [proposed] = await rowsOf(vault, plan);
    expect(proposed).toMatchObject({ kind: 'proposed', findings: [{ code: 'NIP_NUMERIC_CELL' }] });
    expect(proposed?.proposal).toMatchObject({
      nip: BUDI.nip,
      evidence: expect.arrayContaining(['DIGITS', 'NAME']) as string[],
    });
    expect(proposed?.fields).toContainEqual({ field: 'position', before: 'Analis', after: 'Kepala Seksi' });
    await expect(call('roster.apply', { planId: plan.planId, acceptedRows: [1] })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await vault.job(await call('roster.apply', { planId: plan.planId }))).toMatchObject({
      updated: 0,
      rejected: 1,
    });
    expect(await personOf(vault, 'budi')).toMatchObject({ position: 'Analis' });
    const again = await planned([damaged, SARI]);
    expect(await vault.job(await call('roster.apply', { planId: again.planId, acceptedRows: [0] }))).toMatchObject({
      updated: 1,
      rejected: 0,
    });
    expect(await personOf(vault, 'budi')).toMatchObject({ position: 'Kepala Seksi', nip: BUDI.nip });
  });

  it('offers a row without a number to the person of its name and unit, and adds nobody', async () => {
    await imported([BUDI, SARI]);
    const nameless = { ...BUDI, nip: '', nik: '', position: 'Kepala Seksi' };
    const plan = await planned([nameless, SARI]);
    expect(plan.counts).toMatchObject({ added: 0, proposed: 1, unchanged: 1, gone: 0 });
    const [offered] = await rowsOf(vault, plan);
    expect(offered).toMatchObject({ proposal: { nip: BUDI.nip, evidence: ['NAME', 'UNIT'] }, employeeId: null });
    expect(offered?.findings[0]).toMatchObject({ code: 'SAME_NAME_AND_UNIT' });
    const done = await vault.job(await call('roster.apply', { planId: plan.planId, acceptedRows: [0] }));
    expect(done).toMatchObject({ added: 0, updated: 1, rejected: 0 });
    expect(await personOf(vault, 'budi')).toMatchObject({ position: 'Kepala Seksi', nip: BUDI.nip });
  });

  it('takes accounts of columns and of their own sheet, once, as not confirmed', async () => {
    const sheets = {
      Pegawai: [
        ['NIP', 'NAMA', 'UNIT KERJA', 'AKUN INSTAGRAM'],
        [BUDI.nip ?? '', 'Budi Contoh', 'Bidang Satu', '@budi.contoh'],
        [SARI.nip ?? '', 'Sari Contoh', 'Bidang Satu', ''],
      ],
      Akun: [
        ['NIP', 'NAMA', 'UNIT KERJA', 'PLATFORM', 'NAMA AKUN', 'KETERANGAN AKUN'],
        [BUDI.nip ?? '', 'Budi Contoh', '', 'Facebook', 'https://facebook.com/budi.contoh', 'menurut rekan'],
        ['', 'Sari Contoh', 'Bidang Satu', 'TikTok', '@sari.contoh', ''],
        ['', 'Entah Siapa', '', 'X', '@entah', ''],
      ],
    };
    const file = await vault.file('akun.xlsx', await workbook(sheets));
    const plan = await vault.planRoster(file);
    expect(plan).toMatchObject({ accounts: 3, accountsOf: { added: 3, refused: 0 }, counts: { added: 2, refused: 1 } });
    const bringing = await call('roster.planRows', { planId: plan.planId, accounts: true });
    expect(bringing.rows.map(({ name, accounts }) => [name, accounts])).toEqual([
      [
        'Budi Contoh',
        [
          { platform: 'Instagram', handle: 'budi.contoh', url: expect.any(String), note: '' },
          {
            platform: 'Facebook',
            handle: 'budi.contoh',
            url: 'https://facebook.com/budi.contoh',
            note: 'menurut rekan',
          },
        ],
      ],
      ['Sari Contoh', [{ platform: 'TikTok', handle: 'sari.contoh', url: expect.any(String), note: '' }]],
    ]);
    const refused = (await rowsOf(vault, plan)).find(({ kind }) => kind === 'refused');
    expect(refused).toMatchObject({ name: 'Entah Siapa', findings: [{ code: 'ACCOUNT_PERSON_UNKNOWN' }] });
    expect(await vault.job(await call('roster.apply', { planId: plan.planId }))).toMatchObject({ accounts: 3 });
    const { accounts } = await call('roster.get', { id: (await personOf(vault, 'budi')).id });
    expect(accounts.map(({ platform, handle, confidence, basis }) => [platform, handle, confidence, basis])).toEqual([
      ['Instagram', 'budi.contoh', 'belum', 'Impor akun.xlsx, lembar Pegawai, baris 2'],
      ['Facebook', 'budi.contoh', 'belum', 'Impor akun.xlsx, lembar Akun, baris 2: menurut rekan'],
    ]);
    expect(await vault.planRoster(file)).toMatchObject({ accounts: 0, counts: { unchanged: 2 } });
  });

  it('takes people without their accounts when these are left out', async () => {
    const sheets = {
      Pegawai: [
        ['NIP', 'NAMA', 'AKUN INSTAGRAM'],
        [BUDI.nip ?? '', 'Budi Contoh', '@budi.contoh'],
      ],
    };
    const plan = await vault.planRoster(await vault.file('akun-saja.xlsx', await workbook(sheets)));
    expect(plan.accounts).toBe(1);
    const done = await vault.job(await call('roster.apply', { planId: plan.planId, accounts: false }));
    expect(done).toMatchObject({ added: 1, accounts: 0 });
    expect((await call('roster.get', { id: (await personOf(vault, 'budi')).id })).accounts).toEqual([]);
  });

  it('lists everything that is written of somebody new', async () => {
    const [row] = await rowsOf(vault, await planned([{ ...BUDI, status: 'PNS', grade: 'III/c' }]));
    expect(row?.fields).toEqual(
      expect.arrayContaining([
        { field: 'nip', before: null, after: BUDI.nip },
        { field: 'status', before: null, after: 'PNS' },
        { field: 'grade', before: null, after: 'III/c' },
        { field: 'unit', before: null, after: BUDI.unit },
        { field: 'agency', before: null, after: 'Pemda Contoh' },
      ]),
    );
    expect(row?.fields.map(({ field }) => field)).not.toContain('searchName');
  });

  it('understands the office’s own words for a status', async () => {
    const settings = await call('settings.set', { statusSynonyms: [{ words: 'Tenaga Sukwan', status: 'HONORER' }] });
    expect(settings.statusSynonyms).toHaveLength(1);
    await imported([{ nik: '1771010101900001', name: 'Rina Contoh', status: 'tenaga  SUKWAN' }]);
    expect(await personOf(vault, 'rina')).toMatchObject({ status: 'HONORER' });
  });

  it('writes one custody entry with hashes and counts and without a name', async () => {
    const before = (await call('custody.list', { newestFirst: true, offset: 0, limit: 1 })).rows[0]?.sequence ?? 0;
    const { importId, file } = await imported([BUDI, { nip: '19900101', name: 'Tini Pendek' }], { asOf: '2026-01-31' });
    const { rows } = await call('custody.list', { newestFirst: true, offset: 0, limit: 5 });
    const since = rows.filter(({ sequence }) => sequence > before);
    expect(since.map(({ action, subjectId }) => [action, subjectId])).toEqual([['roster.imported', importId]]);
    expect(since[0]?.facts).toMatchObject({
      file: file.sha256,
      asOf: '2026-01-31',
      scope: 'units',
      read: 2,
      added: 1,
      rejected: 1,
    });
    expect(since[0]?.facts['layouts']).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(since[0]?.facts)).not.toMatch(/budi|tini|contoh|1990/i);
  });

  it('writes nothing when it is cancelled', async () => {
    const { planId } = await planned([BUDI, SARI]);
    const { jobId } = await call('roster.apply', { planId });
    await call('app.cancelJob', { jobId });
    await expect(vault.job({ jobId })).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await call('roster.list', {})).total).toBe(0);
    expect((await call('roster.imports', {})).imports).toEqual([]);
    // The plan is still there, and whole.
    expect(await vault.job(await call('roster.apply', { planId }))).toMatchObject({ added: 2 });
  });

  it('remembers how a layout was read and offers it the next time', async () => {
    const sheets = {
      Pegawai: [
        ['NIP', 'NAMA', 'UNIT KERJA', 'KOLOM X'],
        [BUDI.nip ?? '', 'Budi Contoh', 'Bidang Satu', 'Ahli'],
      ],
    };
    const file = await vault.file('tata-letak.xlsx', await workbook(sheets));
    const before = await call('roster.inspect', { file });
    expect(before.sheets[0]).toMatchObject({ remembered: false });
    const mapping = (['nip', 'name', 'agency', 'position'] as const).map((field, column) => ({ column, field }));
    await vault.importRoster(file, { sheets: [{ name: 'Pegawai', headerRow: 0, mapping, unitFromSheetName: true }] });
    const after = await call('roster.inspect', { file });
    expect(after.sheets[0]).toMatchObject({ remembered: true, unitFromSheetName: true });
    expect(after.sheets[0]?.proposal.map(({ field }) => field)).toEqual(['nip', 'name', 'agency', 'position']);
  });
});
