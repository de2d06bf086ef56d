import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOf } from '../../../shared/contract/index.ts';
import { listTable } from '../../../electron/vault/exports/list-tables.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { createTestVault, type TestVault } from '../../support/test-vault.ts';

const UNKNOWN = '0193e000-0000-7000-8000-000000000000';
let vault: TestVault;
let electionId: string;
beforeAll(async () => {
  vault = await createTestVault();
  electionId = (await call('elections.save', { name: 'Pilkada Uji 2030', regime: 'PILKADA', watchFrom: '2030-01-01' }))
    .id;
  await stage('penetapan', '2030-09-22');
  await stage('kampanye', '2030-09-25', '2030-11-23');
  await stage('masa_tenang', '2030-11-24', '2030-11-26');
  await stage('pemungutan_suara', '2030-11-27');
});
afterAll(() => vault.dispose());

const call: TestVault['service']['call'] = (name, input) => vault.service.call(name, input);
const refusal = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'taken',
    (error: unknown) => (error instanceof AppError ? [error.code, error.params] : error),
  );

type StageInput = CallOf<'elections.saveStage'>;
const stage = (
  kind: StageInput['kind'],
  startsOn: string,
  endsOn = startsOn,
  part: Partial<StageInput> = {},
): Promise<{ id: string }> =>
  call('elections.saveStage', {
    electionId,
    kind,
    startsOn,
    endsOn,
    source: 'Keputusan uji',
    sourceUrl: null,
    verification: 'ingatan',
    verifiedBy: null,
    verifiedAt: null,
    ...part,
  });
const own = async () => (await call('elections.list', {})).rows.find(({ id }) => id === electionId);
const lastAction = async (): Promise<string | undefined> => (await call('custody.list', { limit: 1 })).rows[0]?.action;
const candidate = (part: Partial<CallOf<'elections.saveCandidate'>> = {}): Promise<{ id: string }> =>
  call('elections.saveCandidate', { electionId, office: 'wali_kota', region: 'Kota Uji', name: 'Sari Uji', ...part });

describe('a new vault', () => {
  it('knows the calendars of 2024 with their sources, and says what nobody has verified', async () => {
    const { rows } = await call('elections.list', {});
    const pilkada = rows.find(({ name }) => name === 'Pilkada Serentak 2024');
    expect(pilkada?.stages.map(({ kind, startsOn, endsOn }) => [kind, startsOn, endsOn])).toEqual(
      expect.arrayContaining([
        ['penetapan', '2024-09-22', '2024-09-22'],
        ['kampanye', '2024-09-25', '2024-11-23'],
        ['masa_tenang', '2024-11-24', '2024-11-26'],
        ['pemungutan_suara', '2024-11-27', '2024-11-27'],
      ]),
    );
    expect(rows.map(({ regime }) => regime)).toEqual(expect.arrayContaining(['PEMILU', 'PILKADA']));
    for (const { stages, warnings } of rows) {
      expect(warnings.filter(({ problem }) => problem !== 'NO_VOTING_DAY')).toEqual([]);
      for (const one of stages) {
        expect(one.verification).not.toBe('diverifikasi');
        expect(one.sourceUrl === null).toBe(one.verification === 'ingatan');
      }
    }
    const { rows: rules } = await call('elections.proposalRows', {});
    expect(rules.filter(({ actTypes }) => actTypes.length > 0).map(({ code }) => code)).toEqual([
      'KE-2',
      'KE-4',
      'KE-5',
      'D-2',
      'D-6',
      'D-7',
    ]);
    expect((await call('elections.reminderList', { kind: 'gestur' })).total).toBeGreaterThan(5);
  });
});

describe('a calendar', () => {
  it('refuses what cannot be, with the days, and writes nothing', async () => {
    const before = await own();
    const head = (await call('custody.list', { limit: 1 })).head;
    const days = { one: '01-11-2030 – 24-11-2030', other: '24-11-2030 – 26-11-2030' };
    expect(await refusal(stage('kampanye', '2030-11-01', '2030-11-24'))).toEqual([
      'STAGE_CAMPAIGN_IN_QUIET_PERIOD',
      days,
    ]);
    for (const [code, kind, from, until] of [
      ['STAGE_ENDS_BEFORE_START', 'kampanye', '2030-11-02', '2030-11-01'],
      ['STAGE_DETERMINATION_ONE_DAY', 'penetapan', '2030-09-22', '2030-09-23'],
      ['STAGE_CAMPAIGN_ON_VOTING_DAY', 'kampanye', '2030-11-27', '2030-11-27'],
      ['STAGE_CAMPAIGN_AFTER_VOTING', 'kampanye', '2030-12-01', '2030-12-02'],
      ['STAGE_VOTING_BEFORE_DETERMINATION', 'pemungutan_suara', '2030-09-22', '2030-09-22'],
    ] as const)
      expect(await refusal(stage(kind, from, until))).toMatchObject([code, expect.anything()]);
    expect(await refusal(stage('penetapan', '2030-09-22', '2030-09-22', { office: 'dpr' }))).toEqual([
      'OFFICE_OTHER_REGIME',
      { regime: 'PILKADA' },
    ]);
    expect(await refusal(stage('lainnya', '2030-02-30'))).toMatchObject(['INVALID_INPUT', expect.anything()]);
    const verified = { verification: 'diverifikasi', verifiedBy: 'Bagian Hukum', verifiedAt: '2030-01-02' } as const;
    expect(await refusal(stage('lainnya', '2030-02-01', '2030-02-01', verified))).toMatchObject([
      'INVALID_INPUT',
      { field: 'sourceUrl', problem: 'needed-for-verified' },
    ]);
    expect(await refusal(stage('lainnya', '2030-02-01', '2030-02-01', { electionId: UNKNOWN }))).toMatchObject([
      'NOT_FOUND',
      {},
    ]);
    expect(await refusal(stage('lainnya', '2030-02-01', '2030-02-01', { id: UNKNOWN }))).toMatchObject([
      'NOT_FOUND',
      {},
    ]);
    expect(await own()).toEqual(before);
    expect((await call('custody.list', { limit: 1 })).head).toEqual(head);
  });

  it('changes a stage against the others, not against itself, and warns of gaps', async () => {
    const quiet = (await own())?.stages.find(({ kind }) => kind === 'masa_tenang');
    await stage('masa_tenang', '2030-11-24', '2030-11-25', { id: quiet?.id ?? '' });
    expect((await own())?.warnings).toEqual([
      { problem: 'GAP_BEFORE_VOTING', stages: [quiet?.id, expect.any(String) as string] },
    ]);
    await stage('masa_tenang', '2030-11-24', '2030-11-26', { id: quiet?.id ?? '' });
    expect(await lastAction()).toBe('election.stage-changed');
    expect((await own())?.warnings).toEqual([]);
  });

  it('lets a stage go and come back, unless it no longer fits', async () => {
    const campaign = (await own())?.stages.find(({ kind }) => kind === 'kampanye');
    const remove = (removed: boolean, id = campaign?.id ?? ''): Promise<unknown> =>
      call('elections.setRemoved', { what: 'stage', id, removed });
    await remove(true);
    expect(await lastAction()).toBe('election.stage-removed');
    expect(await refusal(remove(true))).toMatchObject(['NOT_FOUND', {}]);
    const { id: other } = await stage('masa_tenang', '2030-11-20', '2030-11-23');
    expect(await refusal(remove(false))).toMatchObject(['STAGE_CAMPAIGN_IN_QUIET_PERIOD', {}]);
    expect((await own())?.stages.some(({ kind }) => kind === 'kampanye')).toBe(false);
    await remove(true, other);
    await remove(false);
    expect((await own())?.stages.some(({ kind }) => kind === 'kampanye')).toBe(true);
  });

  it('keeps an election within its regime and its days in order', async () => {
    const save = (part: Partial<CallOf<'elections.save'>>): Promise<unknown> =>
      call('elections.save', {
        id: electionId,
        name: 'Pilkada Uji 2030',
        regime: 'PILKADA',
        watchFrom: '2030-01-01',
        ...part,
      });
    expect(await refusal(save({ watchUntil: '2029-12-31' }))).toEqual([
      'DAYS_BACKWARDS',
      { from: '01-01-2030', until: '31-12-2029' },
    ]);
    const { id } = await candidate({ name: 'Calon Sementara' });
    expect(await refusal(save({ regime: 'PEMILU' }))).toMatchObject(['OFFICE_OTHER_REGIME', {}]);
    await call('elections.setRemoved', { what: 'candidate', id, removed: true });
    expect(await refusal(save({ id: UNKNOWN }))).toMatchObject(['NOT_FOUND', {}]);
  });
});

describe('candidates', () => {
  it('are found by name, tag and account, and stand as the day says', async () => {
    const { id } = await candidate({
      number: '1',
      partnerName: 'Budi Uji',
      tags: ['#SariBudi'],
      parties: ['Partai Uji'],
    });
    await call('elections.saveCandidateAccount', { candidateId: id, platform: 'Instagram', handle: '@sari.budi' });
    for (const query of ['budi', 'saribudi', 'sari.budi', 'partai uji'])
      expect((await call('elections.candidates', { query })).rows.map((row) => row.id)).toEqual([id]);
    expect((await call('elections.candidates', { query: 'tidak ada' })).total).toBe(0);
    const on = async (day: string, standing: 'calon' | 'bakal_calon'): Promise<number> =>
      (await call('elections.candidates', { electionId, day, standing })).total;
    expect([await on('2030-09-21', 'bakal_calon'), await on('2030-09-21', 'calon')]).toEqual([1, 0]);
    expect([await on('2030-09-22', 'bakal_calon'), await on('2030-09-22', 'calon')]).toEqual([0, 1]);
    expect((await call('search.everything', { query: 'saribudi' })).hits).toEqual([
      { kind: 'candidate', id, title: '1. Sari Uji – Budi Uji', detail: 'Pilkada Uji 2030 · Kota Uji' },
    ]);
    expect((await call('search.everything', { query: 'pilkada uji 2030' })).hits).toContainEqual(
      expect.objectContaining({ kind: 'election', id: electionId, title: 'Pilkada Uji 2030' }),
    );
    const { rows } = await call('handover.persons', { source: { of: 'vault' } });
    expect(rows.filter(({ role }) => role === 'calon').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Budi Uji', 'Sari Uji']),
    );
  });

  it('refuse another regime’s office, a number that is taken, days that cannot follow, and accounts of nothing', async () => {
    const { id } = await candidate({ name: 'Tono Uji', number: '2' });
    expect(await refusal(candidate({ office: 'presiden' }))).toMatchObject(['OFFICE_OTHER_REGIME', {}]);
    expect(await refusal(candidate({ number: '2', region: 'KOTA UJI' }))).toEqual([
      'CANDIDATE_NUMBER_TAKEN',
      { number: '2' },
    ]);
    expect(await refusal(candidate({ id, name: 'Tono Uji', number: '2' }))).toBe('taken');
    const days = { declaredOn: '2030-05-01', determinedOn: '2030-04-01' };
    expect(await refusal(candidate({ id, ...days }))).toMatchObject(['CANDIDATE_DAYS_ORDER', {}]);
    expect(await refusal(candidate({ id, declaredOn: '2030-05-01', withdrawnOn: '2030-04-01' }))).toMatchObject([
      'CANDIDATE_DAYS_ORDER',
      {},
    ]);
    const account = (part: Partial<CallOf<'elections.saveCandidateAccount'>>): Promise<unknown> =>
      call('elections.saveCandidateAccount', { candidateId: id, platform: 'X', ...part });
    expect(await refusal(account({}))).toMatchObject(['INVALID_INPUT', { field: 'handle' }]);
    expect(await refusal(account({ url: 'javascript:alert(1)' }))).toMatchObject(['INVALID_INPUT', { field: 'url' }]);
    expect(await refusal(account({ handle: '@x', candidateId: UNKNOWN }))).toMatchObject(['NOT_FOUND', {}]);
    await call('elections.setRemoved', { what: 'candidate', id, removed: true });
    expect(await refusal(account({ handle: '@x' }))).toMatchObject(['NOT_FOUND', {}]);
    expect(await refusal(candidate({ name: 'Pengganti', number: '2' }))).toBe('taken');
  });
});

describe('reminders', () => {
  it('hold for the elections that are watched, and for the days that they name', async () => {
    const proof = { source: '', sourceUrl: null, verification: 'ingatan', verifiedBy: null, verifiedAt: null } as const;
    await call('elections.saveReminder', {
      ...proof,
      electionId,
      kind: 'tagar',
      text: '#UjiSaja',
      fromDay: '2030-10-01',
    });
    expect((await call('search.everything', { query: '#ujisaja' })).hits).toMatchObject([
      { kind: 'reminder', title: '#UjiSaja', detail: 'Tagar · Pilkada Uji 2030' },
    ]);
    const on = async (day: string): Promise<[string[], boolean]> => {
      const found = await call('elections.reminders', { day });
      return [found.elections.map(({ phase }) => phase), found.reminders.some(({ text }) => text === '#UjiSaja')];
    };
    expect(await on('2030-09-30')).toEqual([['kampanye'], false]);
    expect(await on('2030-10-01')).toEqual([['kampanye'], true]);
    expect(await on('2030-11-28')).toEqual([[], false]);
    // Those of no election hold on every day.
    expect((await call('elections.reminders', { day: '2040-01-01' })).reminders.length).toBeGreaterThan(5);
    expect(
      await refusal(
        call('elections.saveReminder', {
          ...proof,
          kind: 'kata',
          text: 'x',
          fromDay: '2030-02-02',
          untilDay: '2030-02-01',
        }),
      ),
    ).toMatchObject(['DAYS_BACKWARDS', {}]);
    const [foreign] = (await call('elections.list', {})).rows.filter(({ id }) => id !== electionId);
    const { id } = await candidate({ name: 'Milik Pilkada' });
    expect(
      await refusal(
        call('elections.saveReminder', {
          ...proof,
          electionId: foreign?.id ?? '',
          candidateId: id,
          kind: 'kata',
          text: 'x',
        }),
      ),
    ).toMatchObject(['NOT_FOUND', {}]);
  });
});

describe('a proposal', () => {
  const codes = async (day: string | null, part: Partial<CallOf<'elections.propose'>> = {}): Promise<unknown> => {
    const { proposals, none } = await call('elections.propose', { day, actType: 'like', ...part });
    return (
      none ??
      proposals.map(({ standing, rows }) => [
        standing,
        rows.filter(({ fits }) => fits === 'act').map(({ code }) => code),
      ])
    );
  };

  it('is KE before the determination and D from it on, with its reason', async () => {
    expect(await codes('2030-09-21')).toEqual([['bakal_calon', ['KE-4']]]);
    expect(await codes('2030-09-22')).toEqual([['calon', ['D-6']]]);
    const [one] = (await call('elections.propose', { day: '2030-11-25', actType: 'foto_bersama' })).proposals;
    expect(one).toMatchObject({
      election: { name: 'Pilkada Uji 2030', phase: 'masa_tenang' },
      candidate: null,
      reason: { code: 'determined', day: '2030-09-22', stage: { verification: 'ingatan' } },
    });
    expect(one?.rows[0]).toMatchObject({ code: 'D-7', category: 'disiplin', fits: 'act' });
    expect(one?.rows.some(({ code }) => code.startsWith('KE') && code !== 'KE-7')).toBe(false);
  });

  it('is none without a day, outside what is watched, and for another regime', async () => {
    expect(await codes(null)).toBe('no-day');
    expect(await codes('2031-05-05')).toBe('no-election');
    expect(await codes('2030-10-01', { regime: 'PEMILU' })).toBe('no-election');
    expect(await codes('2030-10-01', { regime: 'PILKADA' })).toEqual([['calon', ['D-6']]]);
  });

  it('follows the candidate that the officer names for an act, and her own days', async () => {
    const { id } = await candidate({ name: 'Ditetapkan Kemudian', determinedOn: '2030-10-10' });
    expect(await codes('2030-10-01', { candidateId: id })).toEqual([['bakal_calon', ['KE-4']]]);
    const { id: caseId } = await call('cases.create', { accountText: '@uji', reason: 'akun' });
    const { acts } = await call('cases.saveAct', { caseId, type: 'like', day: '2030-10-01' });
    const actId = acts[0]?.id ?? '';
    await call('elections.setActCandidate', { caseId, actId, candidateId: id });
    expect(await lastAction()).toBe('case.act-candidate-set');
    const named = { rows: [{ actId, candidateId: id, label: 'Ditetapkan Kemudian' }] };
    expect(await call('elections.actCandidates', { caseId })).toEqual(named);
    // Nothing was added to the case by itself.
    expect((await call('cases.get', { id: caseId })).allegations).toEqual([]);
    await call('elections.setRemoved', { what: 'candidate', id, removed: true });
    expect(await refusal(codes('2030-10-01', { candidateId: id }))).toMatchObject(['NOT_FOUND', {}]);
    expect(await call('elections.actCandidates', { caseId })).toEqual(named);
    const set = (candidateId: string | null, act = actId): Promise<unknown> =>
      call('elections.setActCandidate', { caseId, actId: act, candidateId });
    expect(await refusal(set(id))).toMatchObject(['NOT_FOUND', {}]);
    expect(await refusal(set(null, UNKNOWN))).toMatchObject(['NOT_FOUND', {}]);
    await set(null);
    expect((await call('elections.actCandidates', { caseId })).rows).toEqual([]);
  });

  it('puts first what the office’s own rules say', async () => {
    const listed = (await call('elections.proposalRows', {})).rows.find(({ code }) => code === 'D-6');
    if (!listed) throw new Error('the rule of D-6 is not there');
    const { text: _, ...rule } = listed;
    await call('elections.saveProposalRow', { ...rule, actTypes: ['komentar'] });
    expect(await codes('2030-10-01')).toEqual([['calon', []]]);
    await call('elections.saveProposalRow', rule);
    expect(await refusal(call('elections.saveProposalRow', { ...rule, code: 'D-99' }))).toMatchObject([
      'NOT_FOUND',
      {},
    ]);
    expect(await refusal(call('elections.saveProposalRow', { ...rule, verification: 'diverifikasi' }))).toMatchObject([
      'INVALID_INPUT',
      { field: 'verifiedBy' },
    ]);
  });
});

it('leaves the vault as lists', async () => {
  const context = vault.service.context();
  const stages = listTable({ list: 'electionStages', query: '', electionId }, context);
  expect(stages.rows.map((row) => row.slice(2, 3).concat(row.slice(5, 7)))).toEqual([
    ['Penetapan calon (paslon/DCT)', '2030-09-22', '2030-09-22'],
    ['Masa kampanye', '2030-09-25', '2030-11-23'],
    ['Masa tenang', '2030-11-24', '2030-11-26'],
    ['Hari pemungutan suara', '2030-11-27', '2030-11-27'],
  ]);
  expect(listTable({ list: 'candidates', query: 'saribudi' }, context).rows[0]).toEqual(
    expect.arrayContaining(['Sari Uji', 'Budi Uji', 'Akun resmi: Instagram @sari.budi']),
  );
  expect(listTable({ list: 'electionReminders', query: '#ujisaja' }, context).rows).toHaveLength(1);
  const rules = listTable({ list: 'proposal-rows', query: '', actType: 'like' }, context);
  expect(
    rules.rows.map(([code, , types, , , , state]) => [code, /like|suka/i.test(types ?? ''), state]),
  ).toContainEqual(['D-6', true, 'Inferensi']);
  const without = listTable({ list: 'proposal-rows', query: 'D-1' }, context).rows.find(([code]) => code === 'D-1');
  expect(without?.slice(2)).toEqual(['', '', '', '', '', '', '']);
});

it('finds stages and rules by words, kind and verification', async () => {
  const codesOf = async (asked: { query?: string; actType?: 'like'; verification?: 'ingatan' | 'inferensi' }) =>
    (await call('elections.proposalRows', asked)).rows.map(({ code }) => code);
  const all = await call('elections.proposalRows', { limit: 1 });
  expect(all.rows).toHaveLength(1);
  expect(all.total).toBe((await call('cases.legalReferences', {})).rows.length);
  expect(await codesOf({ query: 'd-6 like' })).toEqual(['D-6']);
  expect(await codesOf({ actType: 'like' })).toContain('D-6');
  expect(await codesOf({ verification: 'ingatan' })).not.toContain('D-1');
  expect(await codesOf({ query: 'tidak-ada-kata-ini' })).toEqual([]);
  const quiet = await call('elections.stages', { electionId, query: 'quiet' });
  expect(quiet.rows.map(({ kind }) => kind)).toEqual(['masa_tenang']);
  expect((await call('elections.stages', { electionId, kind: 'kampanye' })).total).toBe(1);
});
