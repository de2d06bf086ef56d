import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountProof } from '../../../shared/contract/account-proof.ts';
import type { CallOf } from '../../../shared/contract/index.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';
import { personOf, workbook } from '../roster/support.ts';

let vault: TestVault;
let personId: string;
let accountId: string;
let evidenceId: string;
let count = 0;
beforeAll(async () => {
  vault = await createTestVault();
});
afterAll(() => vault.dispose());
beforeEach(async () => {
  personId = (await call('roster.addPerson', { name: 'Budi Contoh', position: 'Analis' })).id;
  accountId = await accountOf(personId);
  evidenceId = await evidence();
});

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const accountOf = async (employeeId: string | null): Promise<string> =>
  (await call('roster.saveAccount', { employeeId, platform: 'Facebook', handle: 'budi', url: '', basis: '' })).id;
async function evidence(): Promise<string> {
  count += 1;
  const file = await vault.file(`profil-${count}.txt`, `profil ${count}`);
  const { added } = (await vault.job(await call('evidence.addFiles', { caseId: null, files: [file] }))) as {
    added: { id: string }[];
  };
  return added[0]?.id ?? '';
}
const add = (
  kind: CallOf<'roster.addProofReason'>['kind'],
  rest: Partial<CallOf<'roster.addProofReason'>> = { evidenceId },
): Promise<AccountProof> => call('roster.addProofReason', { accountId, kind, ...rest });
const confidence = async (): Promise<string | undefined> =>
  (await call('roster.get', { id: personId })).accounts.find(({ id }) => id === accountId)?.confidence;

describe('whose an account is', () => {
  it('follows from the reasons, which are kept with who, when and what they point at', async () => {
    expect(await confidence()).toBe('belum');
    const proof = await add('nama_lengkap', { record: 'name' });
    expect(proof).toMatchObject({ carried: 'lemah', basis: 'FEW_SUPPORTING', account: { confidence: 'lemah' } });
    expect(proof.reasons).toMatchObject([
      { record: { field: 'name', value: 'Budi Contoh' }, addedBy: 'Ayu Petugas', evidence: null, closed: null },
    ]);
    await add('tautan_resmi');
    expect(await confidence()).toBe('terkonfirmasi');
    const log = (await call('custody.list', { subjectId: accountId })).rows;
    expect(log.map(({ action }) => action)).toContain('roster.proof-reason-added');
    expect(JSON.stringify(log)).not.toContain('Budi');
  });

  it('falls with a counter-reason and with evidence that is withdrawn', async () => {
    await add('pengakuan');
    const { reasons } = await add('bantahan', { note: 'Disampaikan lisan' });
    expect(await confidence()).toBe('lemah');
    const reasonId = reasons.find(({ kind }) => kind === 'bantahan')?.id ?? '';
    const answered = await call('roster.closeProofReason', {
      accountId,
      reasonId,
      how: 'answered',
      reason: 'Dicabut dalam berita acara',
    });
    expect(answered).toMatchObject({ carried: 'terkonfirmasi' });
    expect(answered.reasons.at(-1)?.closed).toMatchObject({ how: 'answered', by: 'Ayu Petugas' });
    await call('evidence.withdraw', { id: evidenceId, reason: 'salah berkas' });
    expect(await call('roster.proof', { accountId })).toMatchObject({ carried: 'belum', basis: 'NOTHING_BACKED' });
  });

  it('is lowered by hand with a reason, and never raised', async () => {
    await add('tautan_resmi');
    const lower = (grade: 'terkonfirmasi' | 'kuat' | 'lemah' | null): Promise<AccountProof> =>
      call('roster.lowerGrade', { accountId, grade, reason: 'perlu diperiksa lagi' });
    for (const grade of ['terkonfirmasi', 'kuat'] as const)
      await expect(lower(grade)).rejects.toMatchObject({ code: 'GRADE_NOT_CARRIED', params: { carried: 'kuat' } });
    await expect(lower(null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await lower('lemah')).toMatchObject({
      carried: 'kuat',
      account: { confidence: 'lemah' },
      lowered: { grade: 'lemah', reason: 'perlu diperiksa lagi', by: 'Ayu Petugas' },
    });
    expect(await lower(null)).toMatchObject({ lowered: null, account: { confidence: 'kuat' } });
    const log = (await call('custody.list', { subjectId: accountId })).rows.map(({ action }) => action);
    expect(log).toEqual(expect.arrayContaining(['roster.grade-lowered', 'roster.grade-restored']));
  });

  it('takes no withdrawn evidence, no empty field, no empty reason, and answers only counter-reasons', async () => {
    await call('evidence.withdraw', { id: evidenceId, reason: 'salah berkas' });
    await expect(add('foto_wajah')).rejects.toMatchObject({ code: 'EVIDENCE_UNKNOWN' });
    await expect(add('nomor_dinas', { record: 'workPhone' })).rejects.toMatchObject({ params: { field: 'record' } });
    await expect(add('foto_wajah', { note: '  ' })).rejects.toMatchObject({ params: { field: 'note' } });
    const { reasons } = await add('foto_wajah', { note: 'mirip' });
    const close = { accountId, reasonId: reasons[0]?.id ?? '', reason: 'keliru' };
    await expect(call('roster.closeProofReason', { ...close, how: 'answered' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    const other = { ...close, accountId: await accountOf(personId), how: 'withdrawn' as const };
    await expect(call('roster.closeProofReason', other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await call('roster.closeProofReason', { ...close, how: 'withdrawn' });
    await expect(call('roster.closeProofReason', { ...close, how: 'withdrawn' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('begins anew when the account goes to somebody else, and needs somebody', async () => {
    await add('pengakuan');
    const other = await call('roster.addPerson', { name: 'Sari Contoh' });
    const saved = { id: accountId, platform: 'Facebook', handle: 'budi', url: '', basis: '' };
    const moved = await call('roster.saveAccount', { ...saved, employeeId: other.id });
    expect(moved.confidence).toBe('belum');
    await call('roster.saveAccount', { ...saved, employeeId: null });
    await expect(add('pengakuan')).rejects.toMatchObject({ code: 'EMPLOYEE_UNKNOWN' });
    await call('roster.saveAccount', { ...saved, employeeId: personId });
    expect(await confidence()).toBe('terkonfirmasi');
  });
});

describe('accounts of a case', () => {
  it('are those of its respondents, and their grade says whether the case stands up', async () => {
    const { id: caseId } = await call('cases.create', { employeeId: personId, reason: 'nama sama' });
    const respondentId = (await call('cases.get', { id: caseId })).respondents[0]?.id ?? '';
    expect((await call('cases.accounts', { caseId })).offered).toMatchObject([{ account: { id: accountId } }]);
    const linked = await call('cases.linkAccount', { caseId, respondentId, accountId });
    expect(linked).toMatchObject({ offered: [], accounts: [{ respondentId, unlinkedAt: null }] });
    expect((await call('cases.get', { id: caseId })).missing).toContain('ACCOUNT_UNPROVEN');
    await add('tautan_resmi');
    expect((await call('cases.get', { id: caseId })).missing).not.toContain('ACCOUNT_UNPROVEN');
    await expect(call('cases.linkAccount', { caseId, respondentId, accountId })).rejects.toMatchObject({
      code: 'ALREADY_LINKED',
    });
    const sari = await call('roster.addPerson', { name: 'Sari Contoh' });
    const foreign = await accountOf(sari.id);
    await expect(call('cases.linkAccount', { caseId, respondentId, accountId: foreign })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const saved = { id: accountId, platform: 'Facebook', handle: 'budi', url: '', basis: '' };
    await call('roster.saveAccount', { ...saved, employeeId: sari.id });
    await add('pengakuan');
    // What proves it Sari's proves nothing of the respondent.
    expect((await call('cases.accounts', { caseId })).accounts).toMatchObject([
      { proof: { carried: 'belum', reasons: [], account: { confidence: 'belum' } } },
    ]);
    expect((await call('cases.get', { id: caseId })).missing).toContain('ACCOUNT_UNPROVEN');
    await call('roster.saveAccount', { ...saved, employeeId: personId });
    const linkId = linked.accounts[0]?.id ?? '';
    const other = (await call('cases.create', {})).id;
    await expect(call('cases.unlinkAccount', { caseId: other, linkId, reason: 'keliru' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const after = await call('cases.unlinkAccount', { caseId, linkId, reason: 'keliru' });
    expect(after).toMatchObject({ offered: [{ respondentId }], accounts: [{ unlinkReason: 'keliru' }] });
    expect((await call('cases.get', { id: caseId })).missing).toContain('ACCOUNT_UNPROVEN');
  });

  it('keep the import that brought them from being undone', async () => {
    const sheet = [
      ['NIP', 'NAMA', 'AKUN INSTAGRAM'],
      ['199001012015031001', 'Rina Bukti', '@rina'],
    ];
    const { importId } = await vault.importRoster(await vault.file('akun.xlsx', await workbook({ Pegawai: sheet })));
    const { id } = await personOf(vault, 'rina');
    accountId = (await call('roster.get', { id })).accounts[0]?.id ?? '';
    expect((await call('roster.undoCheck', { importId })).total).toBe(0);
    const { reasons } = await add('nama_lengkap', { record: 'name' });
    // A withdrawn reason was given all the same.
    await call('roster.closeProofReason', {
      accountId,
      reasonId: reasons[0]?.id ?? '',
      how: 'withdrawn',
      reason: 'keliru',
    });
    expect((await call('roster.undoCheck', { importId })).dependents).toMatchObject([
      { kind: 'account', detail: 'Instagram' },
    ]);
    await expect(call('roster.undo', { importId })).rejects.toMatchObject({ code: 'ROSTER_IMPORT_IN_USE' });
    await call('roster.saveAccount', {
      id: accountId,
      employeeId: personId,
      platform: 'Instagram',
      handle: '@rina',
      url: '',
      basis: '',
    });
    await expect(call('roster.undo', { importId })).rejects.toMatchObject({ code: 'ROSTER_IMPORT_IN_USE' });
  });
});
