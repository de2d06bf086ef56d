/** An import undone as one action: everything as before, or a refusal that names what depends on it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { BUDI, personOf, rosterFile, SARI, type Stated, TONO, workbook } from './support.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await createTestVault();
});
afterEach(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const imported = async (people: readonly Stated[], options: Parameters<TestVault['importRoster']>[1] = {}) =>
  await vault.importRoster(await rosterFile(vault, people), options);

/** Every table of people, as it stands. */
function people(): unknown {
  const { database } = vault.service.context();
  return ['employees', 'employee_history', 'accounts'].map((table) =>
    database.all(`SELECT * FROM ${table} ORDER BY 1`).map((row) => ({ ...row })),
  );
}

describe('undoing an import', () => {
  it('puts everything back as it was: new, changed, gone, returned, earlier, confirmed, accounts', async () => {
    await imported([BUDI, SARI, TONO]);
    await imported([BUDI, TONO], { asOf: '2026-12-01', scope: 'all' });
    const before = people();
    const accounts = await workbook({
      Pegawai: [
        ['NIP', 'NAMA', 'STATUS', 'JABATAN', 'UNIT KERJA', 'AKUN INSTAGRAM'],
        [BUDI.nip ?? '', 'Budi Contoh', 'PNS', 'Kepala Seksi', 'Bidang Dua', '@budi'],
        [SARI.nip ?? '', 'Sari Contoh, S.Kom.', 'PNS', 'Pranata Komputer', 'Bidang Satu', ''],
        ['199203032016031003', 'Rudi Baru', 'PNS', 'Analis', 'Bidang Satu', '@rudi'],
      ],
    });
    const later = await vault.importRoster(await vault.file('akun.xlsx', accounts), {
      asOf: '2027-01-01',
      scope: 'all',
    });
    expect(later).toMatchObject({ added: 1, updated: 2, gone: 1, accounts: 2 });
    expect(people()).not.toEqual(before);
    expect(await call('roster.undoCheck', { importId: later.importId })).toEqual({ dependents: [], total: 0 });
    expect(await call('roster.undo', { importId: later.importId })).toEqual({ removed: 1, restored: 3 });
    expect(people()).toEqual(before);
    expect((await call('roster.list', { query: 'rudi' })).total).toBe(0);
    const { imports } = await call('roster.imports', {});
    expect(imports[0]).toMatchObject({
      id: later.importId,
      undoneAt: expect.any(String) as string,
      undoneBy: 'Ayu Petugas',
    });
    const log = await call('custody.list', { newestFirst: true, offset: 0, limit: 1 });
    expect(log.rows[0]).toMatchObject({
      action: 'roster.import-undone',
      subjectId: later.importId,
      facts: { removed: 1, restored: 3, accounts: 2 },
    });
    await expect(call('roster.undo', { importId: later.importId })).rejects.toMatchObject({
      code: 'ROSTER_IMPORT_UNDONE',
    });
    // An earlier roster, which only adds to history.
    const earlier = await imported([{ ...BUDI, unit: 'Bidang Lama' }], { asOf: '2020-01-01', scope: 'none' });
    expect(people()).not.toEqual(before);
    await call('roster.undo', { importId: earlier.importId });
    expect(people()).toEqual(before);
  });

  it('is refused while a case, an account or a later import rests on it, and goes from the latest backwards', async () => {
    const first = await imported([BUDI, SARI]);
    const second = await imported([BUDI, { ...SARI, grade: 'III/c' }]);
    const budi = await personOf(vault, 'budi');
    const { id: caseId, number } = await call('cases.create', {
      title: 'Unggahan',
      employeeId: budi.id,
      reason: 'nama sama',
    });
    await call('roster.saveAccount', {
      employeeId: budi.id,
      platform: 'X',
      handle: 'budi',
      url: '',
      basis: '',
    });
    const found = await call('roster.undoCheck', { importId: first.importId });
    expect(found.total).toBe(4);
    expect(found.dependents.map(({ kind, name, detail }) => [kind, name, detail])).toEqual([
      ['case', 'Drs. Budi Contoh, M.Si.', number],
      ['later-import', 'Drs. Budi Contoh, M.Si.', second.file.name],
      ['later-import', 'Sari Contoh, S.Kom.', second.file.name],
      ['account', 'Drs. Budi Contoh, M.Si.', 'X'],
    ]);
    const before = people();
    await expect(call('roster.undo', { importId: first.importId })).rejects.toMatchObject({
      code: 'ROSTER_IMPORT_IN_USE',
    });
    expect(people()).toEqual(before);
    await call('roster.undo', { importId: second.importId });
    expect(await personOf(vault, 'sari')).toMatchObject({ grade: 'III/b' });
    expect((await call('roster.undoCheck', { importId: first.importId })).dependents.map(({ kind }) => kind)).toEqual([
      'case',
      'account',
    ]);
    // A respondent who was unlinked stays in the case's file, and so must the person.
    const page = await call('cases.get', { id: caseId });
    await call('cases.unlinkRespondent', { id: caseId, respondentId: page.respondents[0]?.id ?? '', reason: 'keliru' });
    await expect(call('roster.undo', { importId: first.importId })).rejects.toMatchObject({
      code: 'ROSTER_IMPORT_IN_USE',
    });
  });

  it('keeps an account of the import that somebody has worked on since', async () => {
    const sheet = [
      ['NIP', 'NAMA', 'AKUN INSTAGRAM'],
      [BUDI.nip ?? '', 'Budi Contoh', '@budi'],
    ];
    const { importId } = await vault.importRoster(await vault.file('akun.xlsx', await workbook({ Pegawai: sheet })));
    const { id } = await personOf(vault, 'budi');
    const [account] = (await call('roster.get', { id })).accounts;
    if (account === undefined) throw new Error('the account is missing');
    const { createdAt: _createdAt, confidence: _confidence, ...saved } = account;
    await call('roster.saveAccount', { ...saved, basis: 'Foto sama' });
    expect((await call('roster.undoCheck', { importId })).dependents).toMatchObject([
      { kind: 'account', detail: 'Instagram' },
    ]);
  });

  describe('that changed somebody known before', () => {
    /** Budi by a roster of 2024, and moved by one of June 2025. */
    async function moved(): Promise<{ budi: string; first: string; second: string }> {
      const first = await imported([BUDI], { asOf: '2024-01-01' });
      const second = await imported([{ ...BUDI, unit: 'Bidang Dua' }], { asOf: '2025-06-01' });
      return { budi: (await personOf(vault, 'budi')).id, first: first.importId, second: second.importId };
    }
    const caseOn = async (employeeId: string, actDate: string | null) =>
      await call('cases.create', { title: 'Unggahan', employeeId, reason: 'nama sama', actDate });
    const kindsOf = async (importId: string) =>
      (await call('roster.undoCheck', { importId })).dependents.map(({ kind, detail }) => [kind, detail]);

    it('is refused while a case shows the state that it wrote', async () => {
      const { budi, second } = await moved();
      const { id, number } = await caseOn(budi, '2025-09-05');
      const { respondents } = await call('cases.get', { id });
      expect(respondents[0]?.person?.unit).toBe('Bidang Dua');
      expect(await call('roster.undoCheck', { importId: second })).toEqual({
        dependents: [{ kind: 'case', employeeId: budi, name: BUDI.name, detail: number }],
        total: 1,
      });
      const before = people();
      await expect(call('roster.undo', { importId: second })).rejects.toMatchObject({ code: 'ROSTER_IMPORT_IN_USE' });
      expect(people()).toEqual(before);
      // Nothing rests on the import any more once the respondent is unlinked: the person stays, moved back.
      const respondentId = respondents[0]?.id ?? '';
      await call('cases.unlinkRespondent', { id, respondentId, reason: 'keliru' });
      expect(await call('roster.undo', { importId: second })).toEqual({ removed: 0, restored: 1 });
      expect(await personOf(vault, 'budi')).toMatchObject({ unit: 'Bidang Satu' });
    });

    it('is refused while a case without a day shows the state of now', async () => {
      const { budi, second } = await moved();
      const { number } = await caseOn(budi, null);
      expect(await kindsOf(second)).toEqual([['case', number]]);
    });

    it('goes through where the day of the act lies before what it wrote', async () => {
      const { budi, second } = await moved();
      const { id } = await caseOn(budi, '2025-05-31');
      const { respondents } = await call('cases.get', { id });
      expect(respondents[0]?.person?.unit).toBe('Bidang Satu');
      expect(await call('roster.undo', { importId: second })).toEqual({ removed: 0, restored: 1 });
    });

    it('goes through where the block was frozen before it, until the block is taken anew', async () => {
      await imported([BUDI], { asOf: '2024-01-01' });
      const budi = await personOf(vault, 'budi');
      const { id, number } = await caseOn(budi.id, '2025-09-05');
      const second = await imported([{ ...BUDI, unit: 'Bidang Dua' }], { asOf: '2025-06-01' });
      expect(await kindsOf(second.importId)).toEqual([]);
      await call('roster.undo', { importId: second.importId });
      const third = await imported([{ ...BUDI, unit: 'Bidang Tiga' }], { asOf: '2025-06-01' });
      const respondentId = (await call('cases.get', { id })).respondents[0]?.id ?? '';
      await call('cases.refreezePerson', { id, respondentId, reason: 'mutasi' });
      expect(await kindsOf(third.importId)).toEqual([['case', number]]);
      // Only the latest block counts: this one is of a day before the move.
      await call('cases.refreezePerson', {
        id,
        respondentId,
        asOf: '2025-03-01T05:00:00.000Z',
        reason: 'hari unggahan',
      });
      expect(await call('roster.undo', { importId: third.importId })).toEqual({ removed: 0, restored: 1 });
    });

    it('is refused where an earlier roster wrote the state of the day, and only there', async () => {
      await imported([BUDI], { asOf: '2025-06-01' });
      const budi = await personOf(vault, 'budi');
      const earlier = await imported([{ ...BUDI, unit: 'Bidang Lama' }], { asOf: '2024-01-01' });
      await caseOn(budi.id, '2025-09-05');
      expect(await kindsOf(earlier.importId)).toEqual([]);
      const { number } = await caseOn(budi.id, '2024-09-05');
      // Nothing is known of that day: the first known state is shown, and that is this import's.
      const { number: before } = await caseOn(budi.id, '2023-09-05');
      expect(await kindsOf(earlier.importId)).toEqual([
        ['case', number],
        ['case', before],
      ]);
    });

    it('is refused while a case shows the NIP that it brought, whatever the day', async () => {
      await imported([{ ...BUDI, nip: '' }], { asOf: '2024-01-01' });
      const budi = await personOf(vault, 'budi');
      const second = await imported([BUDI], { asOf: '2025-06-01' });
      const { id, number } = await caseOn(budi.id, '2024-09-05');
      expect((await call('cases.get', { id })).respondents[0]?.person?.nip).toBe(BUDI.nip);
      expect(await kindsOf(second.importId)).toEqual([['case', number]]);
    });

    it('is refused while a reason quotes what it wrote in the record', async () => {
      await imported([BUDI], { asOf: '2024-01-01' });
      const { id: employeeId } = await personOf(vault, 'budi');
      const account = { employeeId, platform: 'X', handle: 'budi', url: '', basis: '' };
      const { id: accountId } = await call('roster.saveAccount', account);
      const quote = async (record: 'position' | 'name') =>
        (await call('roster.addProofReason', { accountId, kind: 'jabatan_di_profil', record })).reasons.at(-1)?.id ??
        '';
      await quote('position');
      const second = await imported([{ ...BUDI, position: 'Kepala Seksi' }], { asOf: '2025-06-01' });
      // Neither what was quoted before, nor a field that it left alone.
      await quote('name');
      expect(await kindsOf(second.importId)).toEqual([]);
      const reasonId = await quote('position');
      expect(await call('roster.undoCheck', { importId: second.importId })).toEqual({
        dependents: [{ kind: 'account-reason', employeeId, name: BUDI.name, detail: 'X' }],
        total: 1,
      });
      await expect(call('roster.undo', { importId: second.importId })).rejects.toMatchObject({
        code: 'ROSTER_IMPORT_IN_USE',
      });
      await call('roster.closeProofReason', { accountId, reasonId, how: 'withdrawn', reason: 'keliru' });
      expect(await call('roster.undo', { importId: second.importId })).toEqual({ removed: 0, restored: 1 });
    });

    it('is refused while a later roster found the person as it left them', async () => {
      const { second } = await moved();
      const third = await imported([{ ...BUDI, unit: 'Bidang Dua' }], { asOf: '2026-01-01' });
      expect(third).toMatchObject({ unchanged: 1 });
      expect(await kindsOf(second)).toEqual([['later-import', third.file.name]]);
      await call('roster.undo', { importId: third.importId });
      await call('roster.undo', { importId: second });
    });
  });

  it('knows no import of that name', async () => {
    const importId = '0193e000-0000-7000-8000-000000000000';
    await expect(call('roster.undo', { importId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(call('roster.undoCheck', { importId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
