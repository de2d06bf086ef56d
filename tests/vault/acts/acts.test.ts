import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

const UNKNOWN = '0193e000-0000-7000-8000-000000000000';
let vault: TestVault;
let caseId: string;
let files = 0;
beforeAll(async () => {
  vault = await createTestVault();
});
afterAll(() => vault.dispose());
beforeEach(async () => {
  caseId = (await call('cases.create', { accountText: '@contoh', reason: 'akun' })).id;
});

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);

async function evidenceIn(target: string | null): Promise<string> {
  files += 1;
  const file = await vault.file(`bukti-${files}.txt`, `isi ${files}`);
  const { added } = (await vault.job(await call('evidence.addFiles', { caseId: target, files: [file] }))) as {
    added: { id: string }[];
  };
  return added[0]?.id ?? '';
}

async function like(): Promise<string> {
  const { acts } = await call('cases.saveAct', {
    caseId,
    type: 'like',
    day: '2024-10-21',
    address: 'https://a.test/1',
  });
  return acts.at(-1)?.id ?? '';
}

const actions = async (): Promise<string[]> =>
  (await call('custody.list', { subjectId: caseId })).rows.map((row) => row.action);

describe('acts of a case', () => {
  it('say what their sheets lack, until it is there', async () => {
    expect((await call('cases.get', { id: caseId })).missing).toContain('NO_ACT');
    const actId = await like();
    expect((await call('cases.get', { id: caseId })).missing).toContain('ACT_ITEMS_MISSING');
    const evidenceId = await evidenceIn(caseId);
    for (const item of ['daftar_penyuka', 'unggahan_sasaran'])
      await call('cases.fillActItem', { caseId, actId, item, evidenceId });
    await call('cases.waiveActItem', { caseId, actId, item: 'profil', reason: 'Profil dikunci' });
    const { acts } = await call('cases.acts', { caseId });
    expect(acts).toMatchObject([{ type: 'like', day: '2024-10-21', missing: ['akun_sasaran'] }]);
    expect(acts[0]?.entries.map(({ item, evidence, unobtainable }) => [item, evidence?.number, unobtainable])).toEqual([
      ['daftar_penyuka', expect.stringMatching(/^B-/), null],
      ['unggahan_sasaran', expect.stringMatching(/^B-/), null],
      ['profil', undefined, 'Profil dikunci'],
    ]);
    await call('cases.fillActItem', { caseId, actId, item: 'akun_sasaran', evidenceId });
    const { missing } = await call('cases.get', { id: caseId });
    expect(missing.filter((code) => code.includes('ACT_ITEMS') || code === 'NO_ACT')).toEqual([]);
    expect((await actions()).reverse().slice(-6)).toEqual(
      expect.arrayContaining(['case.act-item-filled', 'case.act-item-waived']),
    );
  });

  it('miss an item again when its evidence is withdrawn or leaves the case', async () => {
    const actId = await like();
    const [gone, moved] = [await evidenceIn(caseId), await evidenceIn(caseId)];
    await call('cases.fillActItem', { caseId, actId, item: 'profil', evidenceId: gone });
    await call('cases.fillActItem', { caseId, actId, item: 'akun_sasaran', evidenceId: moved });
    await call('evidence.withdraw', { id: gone, reason: 'salah berkas' });
    await call('evidence.move', { id: moved, fromCaseId: caseId, toCaseId: null, reason: 'salah kasus' });
    const [act] = (await call('cases.acts', { caseId })).acts;
    expect(act?.missing).toEqual(['daftar_penyuka', 'unggahan_sasaran', 'profil', 'akun_sasaran']);
    expect(act?.entries.map(({ evidence }) => evidence?.stands)).toEqual([false, false]);
  });

  it('refuse evidence of another case, of the tray, twice, and items that the sheet does not have', async () => {
    const actId = await like();
    const other = (await call('cases.create', {})).id;
    const fill = (evidenceId: string, item = 'profil'): Promise<unknown> =>
      call('cases.fillActItem', { caseId, actId, item, evidenceId });
    const before = (await actions()).length;
    await expect(fill(await evidenceIn(other))).rejects.toMatchObject({ code: 'EVIDENCE_NOT_IN_CASE' });
    await expect(fill(await evidenceIn(null))).rejects.toMatchObject({ code: 'EVIDENCE_NOT_IN_CASE' });
    const own = await evidenceIn(caseId);
    await expect(fill(own, 'daftar_anggota')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const waive = { caseId, actId, item: 'profil', reason: 'tidak ada' };
    await call('cases.waiveActItem', waive);
    await expect(call('cases.waiveActItem', waive)).rejects.toMatchObject({ code: 'ALREADY_LINKED' });
    await fill(own);
    await expect(fill(own)).rejects.toMatchObject({ code: 'ALREADY_LINKED' });
    // Filing evidence is written about the evidence; about the case only what was done on its sheet.
    expect((await actions()).length).toBe(before + 2);
    await expect(
      call('cases.fillActItem', { caseId: other, actId, item: 'profil', evidenceId: own }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are changed but keep their type and their case’s respondents, and are withdrawn with a reason', async () => {
    const actId = await like();
    await expect(call('cases.saveAct', { caseId, actId, type: 'share' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      params: { field: 'type' },
    });
    const stranger = await call('cases.create', { accountText: '@lain', reason: 'akun' });
    const respondentId = (await call('cases.get', { id: stranger.id })).respondents[0]?.id ?? '';
    await expect(call('cases.saveAct', { caseId, type: 'like', respondentId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await call('cases.saveAct', { caseId, actId, type: 'like', note: 'jempol' });
    const { acts } = await call('cases.withdrawAct', { caseId, actId, reason: 'salah jenis' });
    expect(acts).toMatchObject([{ note: 'jempol', withdrawReason: 'salah jenis' }]);
    await expect(call('cases.saveAct', { caseId, actId, type: 'like' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await call('cases.get', { id: caseId })).missing).toContain('NO_ACT');
    await expect(call('cases.acts', { caseId: UNKNOWN })).rejects.toMatchObject({ code: 'CASE_UNKNOWN' });
  });

  it('let go of an entry once, with a reason, in their own case only', async () => {
    const actId = await like();
    const { acts } = await call('cases.waiveActItem', { caseId, actId, item: 'profil', reason: 'Profil dikunci' });
    const entryId = acts[0]?.entries[0]?.id ?? '';
    const other = (await call('cases.create', {})).id;
    await expect(call('cases.clearActItem', { caseId: other, entryId, reason: 'keliru' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const cleared = await call('cases.clearActItem', { caseId, entryId, reason: 'keliru' });
    expect(cleared.acts[0]?.entries).toEqual([]);
    await expect(call('cases.clearActItem', { caseId, entryId, reason: 'keliru' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
