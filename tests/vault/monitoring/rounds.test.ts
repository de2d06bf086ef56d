/** Rounds against a real vault: planning, the work, every step allowed and refused, and going on after the vault was closed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOf, OutputOf } from '../../../shared/contract/index.ts';
import type { RoundRow } from '../../../shared/contract/monitoring.ts';
import { takeIn } from '../capture-queue/support.ts';
import { type Office, openOffice } from './support.ts';

let office: Office;
let userId: string;
const persons: Record<string, string> = {};
const PLAN = { agencies: ['Dinas Kesehatan'] };

beforeAll(async () => {
  office = await openOffice();
  userId = await office.userId();
  for (const [name, agency, position, accounts] of [
    ['Ani Contoh', 'Dinas Kesehatan', 'Perawat', 2],
    ['Budi Contoh', 'Dinas Kesehatan', 'Dokter', 1],
    ['Cici Contoh', 'Dinas Kesehatan', 'Perawat', 0],
    ['Dedi Contoh', 'Inspektorat', 'Auditor', 1],
    ['Edo Contoh', 'Inspektorat', 'Auditor', 1],
  ] as const)
    persons[name] = await office.person(name, { agency, position }, accounts);
});
afterAll(() => office.vault.dispose());

const begin = (rest: Partial<CallOf<'monitoring.begin'>> = {}): Promise<RoundRow> =>
  office.call('monitoring.begin', { title: 'Uji', plan: PLAN, assigneeId: userId, ...rest });
const work = (roundId: string): Promise<OutputOf<'monitoring.work'>> => office.call('monitoring.work', { roundId });
const give = async (
  roundId: string,
  outcome: CallOf<'monitoring.record'>['outcome'],
  rest: Partial<CallOf<'monitoring.record'>> = {},
): Promise<OutputOf<'monitoring.work'>> => {
  const { item } = await work(roundId);
  return office.call('monitoring.record', { itemId: item?.id ?? '', outcome, ...rest });
};
const states = async (roundId: string): Promise<string[]> =>
  (await office.call('monitoring.items', { roundId })).rows.map(({ state }) => state);

describe('a plan', () => {
  it('says how many persons and accounts it gives before it is begun, and changes nothing', async () => {
    expect(await office.call('monitoring.preview', { plan: PLAN })).toEqual({
      eligible: 3,
      persons: 3,
      accounts: 3,
      withoutAccount: 1,
      exact: true,
      setAside: 0,
      byAgency: [{ name: 'Dinas Kesehatan', persons: 3 }],
    });
    expect(await office.call('monitoring.preview', { plan: { ...PLAN, positions: ['Perawat'] } })).toMatchObject({
      persons: 2,
      accounts: 2,
      withoutAccount: 1,
    });
    const open = { sample: { size: 2, seed: null } };
    expect(await office.call('monitoring.preview', { plan: open })).toMatchObject({
      eligible: 5,
      persons: 2,
      accounts: 2,
      exact: false,
    });
    expect((await office.call('monitoring.rounds', {})).total).toBe(0);
  });

  it('over persons by name wants a reason; one that nobody fits, or for nobody, is not begun', async () => {
    const named = { persons: [persons['Dedi Contoh'] ?? ''] };
    await expect(begin({ plan: named })).rejects.toMatchObject({ code: 'REASON_NEEDED' });
    await expect(begin({ plan: { units: ['Tidak Ada'] } })).rejects.toMatchObject({ code: 'MONITORING_NOBODY' });
    await expect(begin({ assigneeId: office.vault.service.context().newId() })).rejects.toMatchObject({
      code: 'USER_UNKNOWN',
    });
    const round = await begin({ plan: { ...named, reason: 'Tindak lanjut aduan 12' } });
    expect(await office.call('monitoring.get', { id: round.id })).toMatchObject({
      persons: 1,
      plan: { reason: 'Tindak lanjut aduan 12' },
    });
    await office.call('monitoring.finish', { id: round.id, remaining: 'leave' });
  });

  it('with a sample keeps what it was drawn from, so that the draw can be repeated', async () => {
    const round = await begin({ plan: { sample: { size: 3, seed: 'undian terbuka 1' } } });
    expect(round.persons).toBe(3);
    const draw = await office.call('monitoring.checkDraw', { id: round.id });
    expect(draw).toMatchObject({ same: true, population: 5, size: 3, seed: 'undian terbuka 1' });
    const again = await begin({ plan: { sample: { size: 3, seed: 'undian terbuka 1' } } });
    const who = async (id: string): Promise<string[]> =>
      (await office.call('monitoring.items', { roundId: id })).rows.map(({ employee }) => employee.id);
    expect(await who(again.id)).toEqual(await who(round.id));
    const drawn = await begin({ plan: { sample: { size: 3, seed: null } } });
    expect(await office.call('monitoring.get', { id: drawn.id })).toMatchObject({ seedGiven: false, population: 5 });
    expect((await office.call('monitoring.checkDraw', { id: drawn.id })).same).toBe(true);
    for (const { id } of [round, again, drawn]) await office.call('monitoring.finish', { id, remaining: 'leave' });
    const plain = await begin();
    await expect(office.call('monitoring.checkDraw', { id: plain.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await office.call('monitoring.finish', { id: plain.id, remaining: 'leave' });
  });
});

describe('the work in a round', () => {
  it('goes from account to account, records nothing found too, and takes the last outcome back', async () => {
    const { id } = await begin();
    expect((await states(id)).sort()).toEqual(['no-account', 'open', 'open', 'open']);
    const first = (await work(id)).item;
    const after = await give(id, 'nothing', { note: 'Unggahan dinas saja' });
    expect(after).toMatchObject({
      round: { done: 1, open: 2 },
      latest: { look: { outcome: 'nothing', by: 'Ayu Petugas', note: 'Unggahan dinas saja' } },
    });
    expect(after.item?.id).not.toBe(first?.id);
    const log = (await office.call('custody.list', { subjectId: first?.account?.id ?? '' })).rows;
    expect(log[0]).toMatchObject({ action: 'monitoring.looked', facts: { round: id, outcome: 'nothing' } });
    expect(JSON.stringify(log)).not.toContain('Unggahan');
    const back = await office.call('monitoring.undo', { roundId: id });
    expect(back).toMatchObject({ item: { id: first?.id }, latest: null, round: { done: 0, open: 3 } });
    await expect(office.call('monitoring.undo', { roundId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await give(id, 'again');
    await give(id, 'gone');
    const last = await give(id, 'private');
    // Only what is to be looked at again is left, and an outcome taken back from there leaves it so.
    expect(last).toMatchObject({
      item: { id: first?.id, state: 'again', last: { outcome: 'again' } },
      round: { again: 1, open: 1 },
    });
    expect(last.item?.earlier.map(({ outcome }) => outcome)).toEqual(['again']);
    expect(await give(id, 'nothing')).toMatchObject({ item: null, round: { open: 0, done: 3 } });
    expect(await office.call('monitoring.undo', { roundId: id })).toMatchObject({
      item: { id: first?.id, state: 'again' },
    });
    await give(id, 'nothing');
    await expect(office.call('monitoring.record', { itemId: first?.id ?? '', outcome: 'gone' })).rejects.toMatchObject({
      code: 'MONITORING_STATE_NOT_ALLOWED',
    });
    await office.call('monitoring.finish', { id, remaining: 'leave' });
    await expect(office.call('monitoring.undo', { roundId: id })).rejects.toMatchObject({
      code: 'MONITORING_STATE_NOT_ALLOWED',
    });
  });

  it('offers captures of the account’s site made since, and links one to the outcome', async () => {
    const { id } = await begin();
    const other = await takeIn(office.vault.service, { rows: null, address: 'https://lain.test/p/9' });
    const taken = await takeIn(office.vault.service, { rows: null, address: 'https://m.lini.test/p/1' });
    const { item } = await work(id);
    expect(item?.captures.map(({ id: captured }) => captured)).toEqual([taken]);
    await expect(give(id, 'nothing', { evidenceId: taken })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(give(id, 'captured', { evidenceId: id })).rejects.toMatchObject({ code: 'EVIDENCE_UNKNOWN' });
    const after = await give(id, 'captured', { evidenceId: taken });
    expect(after.latest?.look).toMatchObject({ outcome: 'captured', evidence: { id: taken, caseNumber: null } });
    const lookId = after.latest?.look.id ?? '';
    const amended = await office.call('monitoring.amend', { lookId, note: 'Dua unggahan', evidenceId: other });
    expect(amended).toMatchObject({ note: 'Dua unggahan', evidence: { id: other } });
    await office.call('evidence.withdraw', { id: taken, reason: 'salah halaman' });
    await expect(office.call('monitoring.amend', { lookId, note: '', evidenceId: taken })).rejects.toMatchObject({
      code: 'EVIDENCE_UNKNOWN',
    });
    await office.call('monitoring.undo', { roundId: id });
    await expect(office.call('monitoring.amend', { lookId, note: '', evidenceId: null })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await office.call('monitoring.finish', { id, remaining: 'leave' });
  });

  it('leaves an account out that is not this person’s, until something is recorded for it', async () => {
    const { id } = await begin({ plan: { agencies: ['Inspektorat'] } });
    const { item } = await work(id);
    await give(id, 'not-person');
    const plan = { agencies: ['Inspektorat'] };
    expect(await office.call('monitoring.preview', { plan })).toMatchObject({
      accounts: 1,
      withoutAccount: 1,
      setAside: 1,
    });
    // A counter-reason is what was said already; only a reason for it brings the account back.
    const accountId = item?.account?.id ?? '';
    await office.call('roster.addProofReason', { accountId, kind: 'bantahan', note: 'Nama sama, orang lain' });
    expect(await office.call('monitoring.preview', { plan })).toMatchObject({ setAside: 1 });
    await office.call('roster.addProofReason', { accountId, kind: 'nama_lengkap', record: 'name' });
    expect(await office.call('monitoring.preview', { plan })).toMatchObject({ accounts: 2, setAside: 0 });
    await office.call('monitoring.finish', { id, remaining: 'leave' });
  });

  it('rests while stopped, goes on where it was, also in a vault that was closed and opened', async () => {
    const { id } = await begin();
    const { item: next } = await give(id, 'nothing');
    await office.call('monitoring.act', { id, action: 'stop' });
    expect((await work(id)).item).toBeNull();
    await expect(office.call('monitoring.record', { itemId: next?.id ?? '', outcome: 'gone' })).rejects.toMatchObject({
      code: 'MONITORING_STATE_NOT_ALLOWED',
    });
    await expect(office.call('monitoring.act', { id, action: 'stop' })).rejects.toMatchObject({
      code: 'MONITORING_STATE_NOT_ALLOWED',
    });
    const again = await office.vault.reopen();
    expect(await again.service.call('monitoring.act', { id, action: 'resume' })).toMatchObject({
      state: 'running',
      done: 1,
    });
    expect((await again.service.call('monitoring.work', { roundId: id })).item?.id).toBe(next?.id);
    office = { ...office, vault: again, call: (name, input) => again.service.call(name, input) };
    await office.call('monitoring.finish', { id, remaining: 'leave' });
    await expect(office.call('monitoring.act', { id, action: 'resume' })).rejects.toMatchObject({
      code: 'MONITORING_STATE_NOT_ALLOWED',
    });
  });
});

describe('the end of a round', () => {
  it('leaves what is open, or carries it over into a round of its own', async () => {
    const left = await begin();
    await give(left.id, 'nothing');
    expect(await office.call('monitoring.finish', { id: left.id, remaining: 'leave' })).toMatchObject({
      round: { state: 'finished', done: 1, open: 0 },
      carriedTo: null,
    });
    expect(await office.call('monitoring.get', { id: left.id })).toMatchObject({ left: 2, endedBy: 'Ayu Petugas' });
    const { id } = await begin();
    await give(id, 'nothing');
    const open = (await office.call('monitoring.items', { roundId: id, state: 'open' })).rows;
    const { carriedTo } = await office.call('monitoring.finish', { id, remaining: 'carry' });
    const next = await office.call('monitoring.get', { id: carriedTo ?? '' });
    expect(next).toMatchObject({ open: 2, withoutAccount: 0, carriedFrom: { id }, cadence: 'once' });
    expect(await office.call('monitoring.get', { id })).toMatchObject({ carried: 2, carriedTo: { id: carriedTo } });
    const carried = (await office.call('monitoring.items', { roundId: carriedTo ?? '' })).rows;
    expect(carried.map(({ account }) => account?.id)).toEqual(open.map(({ account }) => account?.id));
    await office.call('monitoring.finish', { id: carriedTo ?? '', remaining: 'leave' });
    await expect(office.call('monitoring.finish', { id, remaining: 'leave' })).rejects.toMatchObject({
      code: 'MONITORING_STATE_NOT_ALLOWED',
    });
  });

  it('proposes the next one when its cadence says so, once, until the plan is ended', async () => {
    const { id } = await begin({ cadence: 'weekly', title: 'Mingguan' });
    expect(await office.call('monitoring.due', {})).toMatchObject({ due: [], running: [{ id }], nextOn: '2026-10-08' });
    await office.call('monitoring.finish', { id, remaining: 'leave' });
    office.at('2026-10-08T01:00:00.000Z');
    expect((await office.call('monitoring.due', {})).due).toMatchObject([{ id, title: 'Mingguan' }]);
    const { plan } = await office.call('monitoring.get', { id });
    const second = await begin({ cadence: 'weekly', title: 'Mingguan', plan, follows: id });
    expect((await office.call('monitoring.due', {})).due).toEqual([]);
    await expect(begin({ follows: id })).rejects.toMatchObject({ code: 'MONITORING_STATE_NOT_ALLOWED' });
    expect(await office.call('monitoring.endSeries', { id: second.id })).toMatchObject({ seriesEnded: true });
    office.at('2026-10-20T01:00:00.000Z');
    expect(await office.call('monitoring.due', {})).toMatchObject({ due: [], nextOn: null });
    await expect(begin({ follows: second.id })).rejects.toMatchObject({ code: 'MONITORING_STATE_NOT_ALLOWED' });
    await expect(office.call('monitoring.endSeries', { id: second.id })).rejects.toMatchObject({
      code: 'MONITORING_STATE_NOT_ALLOWED',
    });
    const { assignee } = await office.call('monitoring.assign', { id: second.id, assigneeId: userId });
    expect(assignee.id).toBe(userId);
    await office.call('monitoring.finish', { id: second.id, remaining: 'leave' });
    await expect(office.call('monitoring.assign', { id: second.id, assigneeId: userId })).rejects.toMatchObject({
      code: 'MONITORING_STATE_NOT_ALLOWED',
    });
  });
});

describe('what was recorded', () => {
  it('keeps an import that a round stands on from being undone', async () => {
    const file = await office.vault.file(
      'daftar.csv',
      'Nama;NIP;Perangkat Daerah\nGita Contoh;198501012010011001;Kecamatan\n',
    );
    const { importId } = await office.vault.importRoster(file);
    const { id } = await begin({ plan: { agencies: ['Kecamatan'] } });
    await expect(office.call('roster.undo', { importId })).rejects.toMatchObject({ code: 'ROSTER_IMPORT_IN_USE' });
    const { dependents } = await office.call('roster.undoCheck', { importId });
    expect(dependents).toMatchObject([{ kind: 'monitoring', name: 'Gita Contoh' }]);
    await office.call('monitoring.finish', { id, remaining: 'leave' });
  });

  it('is found by number, title and person, and cannot be rewritten or removed', async () => {
    expect((await office.call('monitoring.rounds', { query: 'mingguan' })).total).toBe(2);
    expect((await office.call('monitoring.rounds', { query: 'R-0001', state: 'finished' })).total).toBe(1);
    const { id } = await begin();
    expect((await office.call('monitoring.items', { roundId: id, query: 'budi' })).rows).toMatchObject([
      { employee: { name: 'Budi Contoh' } },
    ]);
    await give(id, 'nothing');
    const context = office.vault.service.context();
    for (const sql of ["UPDATE monitoring_outcomes SET outcome = 'gone'", 'DELETE FROM monitoring_outcomes'])
      expect(() => context.write([], (database) => ({ value: database.run(sql), entry: null }))).toThrow(/monitoring/);
    await office.call('monitoring.finish', { id, remaining: 'leave' });
  });
});
