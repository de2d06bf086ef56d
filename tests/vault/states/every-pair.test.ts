/**
 * Every pair of states of what the office keeps around its cases, through the use cases: what the table allows happens with one
 * entry in custody, everything else is refused by its own code and changes nothing. The tables are written here a second time, on
 * purpose: they are what was agreed, not what the code says.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOAX_STATES, type HoaxState } from '../../../shared/domain/hoaxes/states.ts';
import { ROUND_STATES, type RoundState } from '../../../shared/domain/monitoring/rules.ts';
import { OUTREACH_SESSION_STATES, type OutreachSessionState } from '../../../shared/domain/outreach/session-rules.ts';
import { PUBLIC_REPORT_STATES, type PublicReportState } from '../../../shared/domain/public-reports/states.ts';
import { type Office, openOffice } from '../monitoring/support.ts';

let office: Office;
let employeeId: string;
const call: Office['call'] = (name, input) => office.call(name, input);
const TODAY = '2026-11-23';

beforeAll(async () => {
  office = await openOffice();
  office.at(`${TODAY}T02:00:00.000Z`);
  employeeId = await office.person('Ani Contoh', { agency: 'Dinas Contoh' });
});
afterAll(() => office.vault.dispose());

const entries = async (): Promise<number> => (await call('custody.list', { limit: 1 })).total;
const pairs = <State extends string>(states: readonly State[]): [State, State][] =>
  states.flatMap((from) => states.map((to): [State, State] => [from, to]));

/** What was agreed happens and is in custody; what was not is refused by that code, and all stays as it was. */
async function expectStep<Page>(
  allowed: boolean,
  code: string,
  read: () => Promise<Page>,
  step: () => Promise<unknown>,
): Promise<void> {
  const [before, told] = [await read(), await entries()];
  if (allowed) {
    await step();
    expect(await entries()).toBeGreaterThan(told);
    return;
  }
  await expect(step()).rejects.toMatchObject({ code });
  expect(await read()).toEqual(before);
  expect(await entries()).toBe(told);
}

describe('a public report', () => {
  const NEXT: Record<PublicReportState, string> = {
    baru: 'telaah kurang pemantauan kasus diteruskan hoaks ditutup',
    kurang: 'telaah pemantauan ditutup',
    telaah: 'kurang pemantauan kasus diteruskan hoaks ditutup',
    pemantauan: 'telaah kasus diteruskan hoaks ditutup',
    kasus: 'telaah diteruskan ditutup',
    diteruskan: 'telaah kasus ditutup',
    hoaks: 'telaah diteruskan ditutup',
    ditutup: 'telaah',
  };
  /** Everything that any step asks for: only the pair of states decides. */
  const step = (id: string, to: PublicReportState): Promise<unknown> =>
    call('publicReports.step', {
      id,
      to,
      reason: 'hasil telaah',
      missing: ['bukti'],
      employeeId,
      case: { how: 'new' },
      forwardedTo: 'bawaslu',
      closeReason: 'selesai',
    });

  it.each(pairs(PUBLIC_REPORT_STATES))('from %s to %s', async (from, to) => {
    const { id } = await call('publicReports.create', { subject: 'Unggahan ajakan' });
    if (from !== 'baru') await step(id, from);
    const read = async () => (await call('publicReports.get', { id })).report;
    expect((await read()).state).toBe(from);
    const allowed = NEXT[from].split(' ').includes(to);
    await expectStep(allowed, 'PUBLIC_REPORT_STEP_NOT_ALLOWED', read, () => step(id, to));
    expect((await read()).state).toBe(allowed ? to : from);
  });

  it.each(PUBLIC_REPORT_STATES.filter((to) => to !== 'baru'))('goes to %s with a reason only', async (to) => {
    const { id } = await call('publicReports.create', { subject: 'Unggahan ajakan' });
    await expectStep(
      false,
      'INVALID_INPUT',
      () => call('publicReports.get', { id }),
      () => call('publicReports.step', { id, to, reason: ' ' }),
    );
  });
});

describe('a hoax', () => {
  const NEXT: Record<HoaxState, string> = {
    dicatat: 'diperiksa dihentikan',
    // To "disimpulkan" it goes by its conclusion, not by a step.
    diperiksa: 'dihentikan',
    disimpulkan: 'ditindaklanjuti selesai diperiksa',
    ditindaklanjuti: 'selesai diperiksa',
    selesai: 'diperiksa',
    dihentikan: 'diperiksa',
  };
  const PATH: readonly HoaxState[] = ['dicatat', 'diperiksa', 'disimpulkan', 'ditindaklanjuti', 'selesai'];
  const set = (id: string, state: HoaxState): Promise<unknown> =>
    call('hoaxes.setState', { id, state, reason: 'hasil pemeriksaan' });
  /** With sources and a follow-up as soon as they may be there. */
  async function hoaxIn(state: HoaxState): Promise<string> {
    const { id } = await call('hoaxes.create', { claim: 'Pemungutan suara ditunda.', firstSeen: '2026-11-20' });
    if (state === 'dihentikan') await set(id, state);
    for (const one of PATH.slice(1, PATH.indexOf(state) + 1)) {
      if (one !== 'disimpulkan') await set(id, one);
      else {
        await call('hoaxes.saveSource', { id, title: 'Jadwal tetap', publisher: 'Penyelenggara' });
        await call('hoaxes.conclude', {
          id,
          verdict: 'hoaks',
          kind: 'konten_palsu',
          facts: 'Pemungutan suara tetap sesuai jadwal yang ditetapkan.',
          checkedOn: TODAY,
          checkedBy: 'Petugas Contoh',
        });
        await call('hoaxes.saveFollowUp', { id, kind: 'klarifikasi_publik', doneOn: TODAY });
      }
    }
    return id;
  }

  it.each(pairs(HOAX_STATES))('from %s to %s', async (from, to) => {
    const id = await hoaxIn(from);
    const read = async () => (await call('hoaxes.get', { id })).hoax;
    expect((await read()).state).toBe(from);
    const allowed = NEXT[from].split(' ').includes(to);
    await expectStep(allowed, 'HOAX_STEP_REFUSED', read, () => set(id, to));
    expect((await read()).state).toBe(allowed ? to : from);
  });

  it.each([
    ['dicatat', 'dihentikan'],
    ['diperiksa', 'dihentikan'],
    ['disimpulkan', 'diperiksa'],
    ['ditindaklanjuti', 'diperiksa'],
    ['selesai', 'diperiksa'],
    ['dihentikan', 'diperiksa'],
  ] as const)('from %s to %s wants a reason', async (from, to) => {
    const id = await hoaxIn(from);
    await expectStep(
      false,
      'INVALID_INPUT',
      () => call('hoaxes.get', { id }),
      () => call('hoaxes.setState', { id, state: to }),
    );
  });
});

describe('a round', () => {
  /** The state after what is done to a round in a state; null: refused. */
  const ACTS: Record<string, Record<RoundState, RoundState | null>> = {
    stop: { running: 'stopped', stopped: null, finished: null },
    resume: { running: null, stopped: 'running', finished: null },
    leave: { running: 'finished', stopped: 'finished', finished: null },
    carry: { running: 'finished', stopped: 'finished', finished: null },
    record: { running: 'running', stopped: null, finished: null },
    undo: { running: 'running', stopped: null, finished: null },
    assign: { running: 'running', stopped: 'stopped', finished: null },
  };
  async function act(name: string, id: string, itemId: string): Promise<unknown> {
    switch (name) {
      case 'stop':
      case 'resume':
        return call('monitoring.act', { id, action: name });
      case 'leave':
      case 'carry':
        return call('monitoring.finish', { id, remaining: name });
      case 'record':
        return call('monitoring.record', { itemId, outcome: 'nothing' });
      case 'undo':
        return call('monitoring.undo', { roundId: id });
      default:
        return call('monitoring.assign', { id, assigneeId: await office.userId() });
    }
  }

  it.each(Object.keys(ACTS).flatMap((name) => ROUND_STATES.map((state): [string, RoundState] => [name, state])))(
    '%s while %s',
    async (name, state) => {
      const person = await office.person('Budi Contoh', { agency: 'Dinas Contoh' }, 2);
      const plan = { persons: [person], reason: 'uji keadaan' };
      const assigneeId = await office.userId();
      const { id } = await call('monitoring.begin', { title: 'Uji', plan, assigneeId });
      const first = (await call('monitoring.work', { roundId: id })).item?.id ?? '';
      await call('monitoring.record', { itemId: first, outcome: 'nothing' });
      const itemId = (await call('monitoring.work', { roundId: id })).item?.id ?? '';
      if (state === 'stopped') await act('stop', id, itemId);
      if (state === 'finished') await act('leave', id, itemId);
      const read = () => call('monitoring.get', { id });
      expect((await read()).state).toBe(state);
      const after = ACTS[name]?.[state] ?? null;
      await expectStep(after !== null, 'MONITORING_STATE_NOT_ALLOWED', read, () => act(name, id, itemId));
      expect((await read()).state).toBe(after ?? state);
    },
  );
});

describe('a session', () => {
  const NEXT: Record<OutreachSessionState, string> = {
    planned: 'held cancelled',
    held: 'planned',
    cancelled: 'planned',
  };
  async function sessionIn(state: OutreachSessionState, day = '2026-11-01'): Promise<string> {
    const { id } = await call('outreach.save', { topic: 'Netralitas', day });
    if (state !== 'planned') await call('outreach.setState', { id, state, reason: 'uji keadaan' });
    return id;
  }
  const readOf = (id: string) => () => call('outreach.get', { id });

  it.each(pairs(OUTREACH_SESSION_STATES))('from %s to %s', async (from, to) => {
    const id = await sessionIn(from);
    const allowed = NEXT[from].split(' ').includes(to);
    await expectStep(allowed, 'OUTREACH_NOT_FROM_HERE', readOf(id), () =>
      call('outreach.setState', { id, state: to, reason: 'uji keadaan' }),
    );
    expect((await readOf(id)()).session.state).toBe(allowed ? to : from);
  });

  it.each(OUTREACH_SESSION_STATES)('takes attendance only when it was held: %s', async (state) => {
    const id = await sessionIn(state);
    const add = () => call('outreach.addAttendance', { sessionId: id, employeeIds: [employeeId] });
    await expectStep(state === 'held', 'OUTREACH_NOT_HELD', readOf(id), add);
    const guest = () => call('outreach.addGuest', { sessionId: id, name: 'Tamu Contoh' });
    await expectStep(state === 'held', 'OUTREACH_NOT_HELD', readOf(id), guest);
  });

  it.each(OUTREACH_SESSION_STATES)('takes invitations only while it is planned: %s', async (state) => {
    const id = await sessionIn(state);
    const invite = () => call('outreach.invite', { sessionId: id, people: { ids: [employeeId] } });
    await expectStep(state === 'planned', 'OUTREACH_NOT_PLANNED', readOf(id), invite);
  });

  it.each([
    ['held', 'planned'],
    ['planned', 'cancelled'],
    ['cancelled', 'planned'],
  ] as const)('goes from %s to %s with a reason only', async (from, to) => {
    const id = await sessionIn(from);
    await expectStep(false, 'REASON_NEEDED', readOf(id), () => call('outreach.setState', { id, state: to }));
  });

  it('is not held before its day, and not planned again while it has attendance', async () => {
    const tomorrow = await sessionIn('planned', '2026-11-24');
    const hold = () => call('outreach.setState', { id: tomorrow, state: 'held' });
    await expectStep(false, 'OUTREACH_DAY_AHEAD', readOf(tomorrow), hold);
    const held = await sessionIn('held');
    await call('outreach.addAttendance', { sessionId: held, employeeIds: [employeeId] });
    const back = () => call('outreach.setState', { id: held, state: 'planned', reason: 'salah catat' });
    await expectStep(false, 'OUTREACH_HAS_ATTENDANCE', readOf(held), back);
    const { rows } = await call('outreach.attendance', { sessionId: held });
    await call('outreach.withdrawAttendance', { ids: rows.map(({ id }) => id), reason: 'salah catat' });
    await expectStep(true, '', readOf(held), back);
  });
});

describe('a declaration', () => {
  it('stands or is withdrawn, once, with a reason; then it may be noted again', async () => {
    const note = () =>
      call('outreach.addPledges', { kind: 'ikrar_netralitas', signedOn: TODAY, employeeIds: [employeeId] });
    await note();
    const [pledge] = (await call('outreach.pledges', {})).rows;
    const id = pledge?.id ?? '';
    const read = () => call('outreach.pledges', {});
    const withdraw = (reason: string) => () => call('outreach.withdrawPledges', { ids: [id], reason });
    await expectStep(false, 'INVALID_INPUT', read, withdraw(' '));
    await expectStep(true, '', read, withdraw('salah orang'));
    await expectStep(false, 'NOT_FOUND', read, withdraw('salah orang'));
    await expectStep(true, '', read, note);
  });
});
