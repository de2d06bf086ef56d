/** Reports from the public in a real vault: registration, requirements, every step, files, same matter, answers. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportsByKind, stepsByState, waitingReports } from '../../../electron/vault/public-reports/figures.ts';
import type { PublicReportPage } from '../../../shared/contract/public-reports.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

const UNKNOWN = '0193e000-0000-7000-8000-000000000000';
let vault: TestVault;
let employeeId: string;
const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
beforeAll(async () => {
  vault = await createTestVault();
  const person = { name: 'Budi Contoh, S.E.', nip: '199001012015031001', unit: 'Dinas X' };
  employeeId = (await call('roster.addPerson', person)).id;
});
afterAll(() => vault.dispose());

type Fields = Omit<Parameters<typeof call<'publicReports.create'>>[1], 'subject'> & { subject?: string };
const register = async (fields: Fields = {}): Promise<string> =>
  (await call('publicReports.create', { subject: 'Unggahan ajakan', ...fields })).id;
const page = (id: string): Promise<PublicReportPage> => call('publicReports.get', { id });
type Step = Omit<Parameters<typeof call<'publicReports.step'>>[1], 'id' | 'reason'>;
const step = (id: string, said: Step): Promise<PublicReportPage> =>
  call('publicReports.step', { id, reason: 'hasil telaah', ...said });
async function addFile(id: string, name: string, bytes: string): Promise<unknown> {
  return await vault.job(await call('publicReports.addFiles', { id, files: [await vault.file(name, bytes)] }));
}
const states = ({ checks }: PublicReportPage): Record<string, string> =>
  Object.fromEntries(checks.map(({ requirement, state }) => [requirement.key, state]));

describe('registration', () => {
  it('numbers by the office’s pattern, is due by the office’s deadline, and is in custody without any text', async () => {
    const year = new Date().getFullYear();
    const [first, second] = [await register(), await register()];
    expect((await page(first)).report.number).toMatch(new RegExp(`^ADU/\\d{3}/[IVX]+/${year}$`));
    expect((await page(second)).report).toMatchObject({ state: 'baru', anonymous: true, overdue: false });
    const before = await call('settings.get', {});
    const publicReports = {
      ...before.publicReports,
      numberTemplate: 'LM-{tahun}',
      review: { ...before.publicReports.review, days: 5 },
    };
    await call('settings.set', { publicReports });
    const [third, fourth] = [await page(await register()), await page(await register())];
    expect(third.report.number).toMatch(new RegExp(`^LM-${year} \\(\\d+\\)$`));
    expect(fourth.report.number).not.toBe(third.report.number);
    expect(third.report.dueDay?.localeCompare((await page(second)).report.dueDay ?? '')).toBe(1);
    await call('settings.set', { publicReports: before.publicReports });
    const { rows } = await call('custody.list', { subjectId: first });
    expect(rows).toMatchObject([
      { action: 'public-report.registered', facts: { topic: 'netralitas', channel: 'langsung', anonymous: true } },
    ]);
  });

  it('is found by what is reported, and listed by state, topic, period and overdue', async () => {
    const id = await register({ subject: 'Baliho di halaman kantor', topic: 'lainnya', employeeId });
    const list = async (input: object): Promise<string[]> =>
      (await call('publicReports.list', input)).rows.map((row) => row.id);
    expect(await list({ query: 'baliho halaman' })).toEqual([id]);
    expect(await list({ query: '199001012015031001' })).toContain(id);
    expect(await list({ topic: 'lainnya', state: 'baru', anonymous: true })).toEqual([id]);
    expect(await list({ topic: 'lainnya', state: 'ditutup' })).toEqual([]);
    expect(await list({ query: 'baliho', overdue: true })).toEqual([]);
    expect(await list({ query: 'baliho', overdue: false, from: '2020-01-01', to: '2020-12-31' })).toEqual([]);
    expect(await list({ query: "'; DROP TABLE public_reports; --" })).toEqual([]);
    const { hits } = await call('search.everything', { query: 'baliho halaman' });
    expect(hits).toMatchObject([{ kind: 'public-report', id }]);
  });

  it('refuses what is not there', async () => {
    await expect(page(UNKNOWN)).rejects.toMatchObject({ code: 'PUBLIC_REPORT_UNKNOWN' });
    await expect(register({ employeeId: UNKNOWN })).rejects.toMatchObject({ code: 'EMPLOYEE_UNKNOWN' });
    await expect(register({ subject: '  ' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('requirements', () => {
  it('are read from the fields, said by an officer, and left to the fields again', async () => {
    const id = await register();
    expect(states(await page(id))).toMatchObject({
      'nama-pelapor': 'tidak_perlu',
      terlapor: 'belum',
      uraian: 'belum',
      bukti: 'belum',
    });
    await addFile(id, 'bukti.txt', 'isi bukti');
    await call('publicReports.update', {
      id,
      accusedText: 'Seseorang',
      description: 'Terjadi.',
      eventDay: '2026-11-01',
    });
    expect(states(await page(id))).toMatchObject({
      terlapor: 'ada',
      uraian: 'ada',
      bukti: 'ada',
      'waktu-kejadian': 'ada',
      'tempat-kejadian': 'belum',
    });
    const said = await call('publicReports.check', { id, requirement: 'bukti', state: 'belum', note: 'buram' });
    expect(said.checks.find(({ requirement }) => requirement.key === 'bukti')).toMatchObject({
      state: 'belum',
      by: 'officer',
      note: 'buram',
    });
    expect(states(await call('publicReports.check', { id, requirement: 'bukti', state: null }))['bukti']).toBe('ada');
    await expect(call('publicReports.check', { id, requirement: 'tidak-ada', state: 'ada' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('know in time from late by the regime, in days or working days', async () => {
    const receivedAt = '2026-11-16T03:00:00.000Z';
    const id = await register({ regime: 'PILKADA', receivedAt, knownDay: '2026-11-09' });
    expect(states(await page(id))).toMatchObject({ 'batas-waktu-pilkada': 'ada' });
    expect(states(await page(id))).not.toHaveProperty('batas-waktu-pemilu');
    const late = await call('publicReports.update', { id, knownDay: '2026-11-08' });
    expect(states(late)['batas-waktu-pilkada']).toBe('belum');
    // Seven working days reach further than seven days.
    expect(states(await call('publicReports.update', { id, regime: 'PEMILU' }))['batas-waktu-pemilu']).toBe('ada');
  });

  it('are data that the office edits, verified only with a name, a day and an address', async () => {
    const { rows } = await call('publicReports.requirements', {});
    const [first] = rows;
    if (first === undefined) throw new Error('no requirement');
    const verified = { ...first, verification: 'diverifikasi' as const, verifiedBy: 'Bagian Hukum' };
    await expect(call('publicReports.saveRequirement', verified)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      params: { field: 'verifiedAt' },
    });
    const own = { ...first, key: 'surat-kuasa', text: 'Surat kuasa', fact: 'officer' as const, namedOnly: false };
    const added = await call('publicReports.saveRequirement', own);
    expect(added.rows.map(({ key }) => key)).toEqual([...rows.map(({ key }) => key), 'surat-kuasa']);
    await call('publicReports.saveRequirement', { ...own, active: false });
    expect(states(await page(await register()))).not.toHaveProperty('surat-kuasa');
  });
});

describe('steps', () => {
  it('lead through asking, review, monitoring, forwarding, the hoax path, closing and up again, each kept', async () => {
    const id = await register({ employeeId });
    const asked = await step(id, { to: 'kurang', missing: ['bukti'], dueDay: '2020-01-02' });
    expect(asked.report).toMatchObject({ state: 'kurang', dueDay: '2020-01-02', overdue: true });
    expect((await step(id, { to: 'telaah' })).report.overdue).toBe(false);
    const watched = await step(id, { to: 'pemantauan' });
    expect(watched.steps.at(-1)).toMatchObject({ to: 'pemantauan', watched: 'Budi Contoh, S.E.', dueDay: null });
    expect((await step(id, { to: 'diteruskan', forwardedTo: 'bkn' })).steps.at(-1)?.forwardedTo).toBe('bkn');
    await step(id, { to: 'telaah' });
    await step(id, { to: 'hoaks' });
    const closed = await step(id, { to: 'ditutup', closeReason: 'selesai' });
    expect(closed.report).toMatchObject({ state: 'ditutup', dueDay: null });
    const open = await step(id, { to: 'telaah' });
    expect(open.steps.map(({ to }) => to)).toEqual(
      'baru kurang telaah pemantauan diteruskan telaah hoaks ditutup telaah'.split(' '),
    );
    const { rows } = await call('custody.list', { subjectId: id, action: 'public-report.step' });
    expect(rows).toHaveLength(8);
    expect(rows[1]?.facts).toEqual({ from: 'hoaks', to: 'ditutup', why: 'selesai' });
  });

  it.each([
    ['back to new', { to: 'baru' }, 'PUBLIC_REPORT_STEP_NOT_ALLOWED'],
    ['asking for nothing', { to: 'kurang' }, 'PUBLIC_REPORT_MISSING_NEEDED'],
    ['asking for what is not asked of it', { to: 'kurang', missing: ['tidak-ada'] }, 'NOT_FOUND'],
    ['monitoring nobody', { to: 'pemantauan' }, 'PUBLIC_REPORT_WATCHED_NEEDED'],
    ['no case', { to: 'kasus' }, 'PUBLIC_REPORT_CASE_NEEDED'],
    ['a case that is not there', { to: 'kasus', case: { how: 'join', caseId: UNKNOWN } }, 'CASE_UNKNOWN'],
    ['forwarding to nobody', { to: 'diteruskan' }, 'PUBLIC_REPORT_RECEIVER_NEEDED'],
    ['closing for no reason', { to: 'ditutup' }, 'PUBLIC_REPORT_CLOSE_REASON_NEEDED'],
  ] satisfies [string, Step, string][])('are refused: %s; nothing changes', async (_name, said, code) => {
    const id = await register();
    const entries = (await call('custody.list', { limit: 1 })).total;
    await expect(step(id, said)).rejects.toMatchObject({ code });
    expect((await page(id)).report.state).toBe('baru');
    expect((await call('custody.list', { limit: 1 })).total).toBe(entries);
  });

  it('open a case with the person and the files as evidence, not copied; another report joins it', async () => {
    const bytes = `foto ${Math.random()}`;
    const id = await register({
      employeeId,
      eventDay: '2026-11-02',
      regime: 'PILKADA',
      description: 'Mengajak memilih.',
    });
    await addFile(id, 'foto.txt', bytes);
    const opened = await step(id, { to: 'kasus', case: { how: 'new' } });
    const caseId = opened.report.case?.id ?? '';
    const found = await call('cases.get', { id: caseId });
    expect(found.case).toMatchObject({
      title: 'Unggahan ajakan',
      source: 'aduan',
      narrative: 'Mengajak memilih.',
      actDate: '2026-11-02',
      regime: 'PILKADA',
      evidenceCount: 1,
      respondents: 'Budi Contoh, S.E.',
    });
    expect(opened.files).toMatchObject([{ sha256: createHash('sha256').update(bytes).digest('hex'), inCase: true }]);
    expect(found.thread.map(({ action }) => action)).toEqual(['public-report.to-case']);

    const second = await register({ employeeId });
    // The same bytes are the same item: nothing is stored twice.
    expect(await addFile(second, 'sama.txt', bytes)).toMatchObject({ added: [], duplicates: [{ linked: true }] });
    const joined = await step(second, { to: 'kasus', case: { how: 'join', caseId } });
    expect(joined.report.case?.id).toBe(caseId);
    expect((await call('cases.get', { id: caseId })).respondents).toHaveLength(1);
    await addFile(second, 'menyusul.txt', 'menyusul');
    expect((await page(second)).files.map(({ inCase }) => inCase)).toEqual([true, false]);
    const filed = await call('publicReports.fileIntoCase', { id: second });
    expect(filed.files.map(({ inCase }) => inCase)).toEqual([true, true]);
    const back = await step(second, { to: 'telaah' });
    expect(back.report.case).toBeNull();
    expect(back.steps.at(-2)?.case?.id).toBe(caseId);
    await expect(call('publicReports.fileIntoCase', { id: second })).rejects.toMatchObject({
      code: 'PUBLIC_REPORT_NO_CASE',
    });
  });
});

describe('files', () => {
  it('are linked once, taken off with a reason, and stay evidence', async () => {
    const id = await register();
    await addFile(id, 'satu.txt', 'satu saja');
    const evidenceId = (await page(id)).files[0]?.evidenceId ?? '';
    await expect(call('publicReports.linkEvidence', { id, evidenceId })).rejects.toMatchObject({
      code: 'ALREADY_LINKED',
    });
    await call('publicReports.unlinkEvidence', { id, evidenceId, reason: 'salah berkas' });
    expect((await page(id)).files).toEqual([]);
    expect((await call('evidence.get', { id: evidenceId })).evidence.withdrawn).toBe(false);
    expect((await call('publicReports.linkEvidence', { id, evidenceId })).files).toHaveLength(1);
    await expect(call('publicReports.linkEvidence', { id, evidenceId: UNKNOWN })).rejects.toMatchObject({
      code: 'EVIDENCE_UNKNOWN',
    });
    expect(await addFile(id, 'kosong.txt', '')).toMatchObject({ refused: [{ code: 'FILE_EMPTY' }] });
  });
});

describe('the same matter', () => {
  it('is suggested, linked once, unlinked with a reason and then suggested as unlinked', async () => {
    const address = 'https://www.contoh.test/p/9?utm_source=wa';
    const one = await register({ address });
    const other = await register({ address: 'https://contoh.test/p/9/', subject: 'Lain sekali' });
    const suggested = async (id: string) => (await call('publicReports.similar', { id })).rows;
    expect(await suggested(one)).toMatchObject([{ report: { id: other }, reasons: ['same-link'], unlinked: false }]);
    const linked = await call('publicReports.link', { id: other, otherId: one, reason: 'tautan yang sama' });
    expect(linked.links).toMatchObject([{ report: { id: one }, reason: 'tautan yang sama' }]);
    expect(await suggested(one)).toEqual([]);
    expect((await page(one)).report.linked).toBe(1);
    await expect(call('publicReports.link', { id: one, otherId: other, reason: 'lagi' })).rejects.toMatchObject({
      code: 'ALREADY_LINKED',
    });
    await call('publicReports.unlink', { id: one, otherId: other, reason: 'ternyata lain' });
    expect(await suggested(other)).toMatchObject([{ report: { id: one }, unlinked: true }]);
    await expect(call('publicReports.unlink', { id: one, otherId: other, reason: 'lagi' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(call('publicReports.link', { id: one, otherId: one, reason: 'sendiri' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('answers and figures', () => {
  it('keep what was answered and by which way; a mistaken note is withdrawn and stays', async () => {
    const id = await register();
    const answered = await call('publicReports.addAnswer', { id, way: 'telepon', text: 'Sudah diterima.' });
    expect(answered.report.answers).toBe(1);
    const answerId = answered.answers[0]?.id ?? '';
    const withdrawn = await call('publicReports.withdrawAnswer', { id, answerId, reason: 'salah aduan' });
    expect(withdrawn.answers).toMatchObject([{ text: 'Sudah diterima.', withdrawn: { reason: 'salah aduan' } }]);
    expect(withdrawn.report.answers).toBe(0);
    await expect(call('publicReports.withdrawAnswer', { id, answerId, reason: 'lagi' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      call('publicReports.addAnswer', { id, way: 'surat', text: 'Dijawab.', documentId: UNKNOWN }),
    ).rejects.toMatchObject({ code: 'REPORT_UNKNOWN' });
  });

  it('count what waits and what came, for home and recap', async () => {
    const context = vault.service.context();
    const { total, rows, overdue } = waitingReports(context, 3);
    expect(rows).toHaveLength(3);
    expect(total).toBe(
      (await call('publicReports.list', {})).rows.filter(({ state }) => ['baru', 'kurang', 'telaah'].includes(state))
        .length,
    );
    expect(overdue).toBe((await call('publicReports.list', { overdue: true })).total);
    const period = { from: '2026-01-01T00:00:00.000Z', until: '2100-01-01T00:00:00.000Z' };
    const counted = reportsByKind(context.database, period).reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe((await call('publicReports.list', {})).total);
    expect(stepsByState(context.database, period).find(({ state }) => state === 'kasus')?.count).toBe(2);
  });
});
