import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await createTestVault();
});
afterAll(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

describe('cases', () => {
  it('gets a number, a history and a custody entry', async () => {
    const { id, number } = await call('cases.create', { title: 'Unggahan' });
    expect(number).toMatch(/^REG\/001\/[IVX]+\/\d{4}$/);
    const page = await call('cases.get', { id });
    expect(page.case).toMatchObject({ status: 'terdaftar', respondents: '', evidenceCount: 0 });
    expect(page.missing).toContain('NO_RESPONDENT');
    const log = await call('custody.list', { subjectId: id });
    expect(log.rows.map((row) => row.action)).toEqual(['case.opened']);
  });

  it('may begin with an account, take a person later and let go of one, and keeps all of it', async () => {
    const { id } = await call('cases.create', { accountText: '@contoh' });
    const person = await call('roster.addPerson', {
      name: 'Drs. Budi Contoh, M.Si.',
      nip: '19900101 201503 1 001',
      position: 'Analis',
      unit: 'Dinas X',
    });
    const linked = await call('cases.linkRespondent', { id, employeeId: person.id, reason: 'Foto profil sama' });
    const respondent = linked.respondents.find((one) => one.employeeId === person.id);
    expect(respondent?.person).toMatchObject({
      name: 'Drs. Budi Contoh, M.Si.',
      nip: '199001012015031001',
      position: 'Analis',
    });
    await expect(
      call('cases.linkRespondent', { id, employeeId: person.id, reason: 'lagi saja' }),
    ).rejects.toMatchObject({ code: 'ALREADY_LINKED' });
    const unlinked = await call('cases.unlinkRespondent', {
      id,
      respondentId: respondent?.id ?? '',
      reason: 'Bukan orang ini',
    });
    expect(unlinked.respondents.find((one) => one.id === respondent?.id)).toMatchObject({
      unlinkReason: 'Bukan orang ini',
    });
    expect(unlinked.respondents).toHaveLength(2);
  });

  it('refuses a status that cannot follow and keeps the reason of one that can', async () => {
    const { id } = await call('cases.create', {});
    await expect(call('cases.setStatus', { id, status: 'diputus', reason: 'langsung saja' })).rejects.toMatchObject({
      code: 'STATUS_NOT_ALLOWED',
      params: { from: 'terdaftar', to: 'diputus' },
    });
    const page = await call('cases.setStatus', { id, status: 'telaah', reason: 'Syarat lengkap' });
    expect(page.statusHistory.map((one) => [one.status, one.reason])).toEqual([
      ['terdaftar', ''],
      ['telaah', 'Syarat lengkap'],
    ]);
  });

  it('seeds the nineteen legal rows, each with its state; verified needs who, when and where', async () => {
    const { rows } = await call('cases.legalReferences', {});
    expect(rows).toHaveLength(19);
    expect(rows.every((row) => row.verification !== 'diverifikasi')).toBe(true);
    const [row] = rows;
    if (!row) throw new Error('no row');
    await expect(call('cases.saveLegalReference', { ...row, verification: 'diverifikasi' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      params: { field: 'verifiedBy' },
    });
    await call('cases.saveLegalReference', {
      ...row,
      verification: 'diverifikasi',
      verifiedBy: 'Bagian Hukum',
      verifiedAt: '2026-11-20',
      sourceUrl: 'https://jdih.example/skb',
    });
    expect((await call('cases.legalReferences', {})).rows[0]?.verification).toBe('diverifikasi');
  });

  it('takes an allegation once and withdraws it with a reason', async () => {
    const { id } = await call('cases.create', {});
    const page = await call('cases.addAllegation', { id, code: 'D-6', primary: true });
    await expect(call('cases.addAllegation', { id, code: 'D-6' })).rejects.toMatchObject({ code: 'ALREADY_LINKED' });
    await expect(call('cases.addAllegation', { id, code: 'Z-9' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const withdrawn = await call('cases.withdrawAllegation', {
      id,
      allegationId: page.allegations[0]?.id ?? '',
      reason: 'Salah kode',
    });
    expect(withdrawn.allegations[0]).toMatchObject({ withdrawReason: 'Salah kode' });
  });

  it('finds by number, title, person and account', async () => {
    const person = await call('roster.addPerson', { name: 'Ir. Kencana Unik, M.T.' });
    const { id } = await call('cases.create', {
      title: 'Judul langka',
      employeeId: person.id,
      accountText: '@akunlangka',
      reason: 'Nama sama',
    });
    for (const query of ['kencana', 'langka', 'akunlangka']) {
      expect((await call('cases.list', { query })).rows.map((row) => row.id)).toEqual([id]);
    }
    expect((await call('search.everything', { query: 'kencana' })).hits.map((hit) => hit.kind)).toEqual([
      'case',
      'employee',
    ]);
  });
});
