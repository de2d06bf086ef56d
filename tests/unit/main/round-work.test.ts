/** A round's work at the capture window: only the account that the window was sent to is answered, and what happens to its page. */
import { describe, expect, it } from 'vitest';
import type { RoundPlace } from '#shared/contract/capture-round.ts';
import type { RoundRow, Work } from '#shared/contract/monitoring.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { guardPage } from '../../../electron/main/capture/adapter/page-guard.ts';
import { createRoundWork, type RoundControl, roundKeys } from '../../../electron/main/windows/round-work.ts';
import { fakeRoundItem, fakeRounds } from '../../support/fake-monitoring.ts';

const ROUND = fakeRounds[0] as RoundRow;
const place = (n: number): RoundPlace => ({ roundId: ROUND.id, itemId: fakeRoundItem(n).id });

/** A vault whose round goes on to the given accounts, one an answer. */
function setUp(first: number | null, then: readonly number[] = []) {
  const asked: { name: string; input: unknown }[] = [];
  const at = { now: first, next: [...then] };
  const captures = [
    { id: fakeRoundItem(90).id, number: 'B-0009', title: '', caseNumber: null, capturedAt: '2026-11-20T01:00:00.000Z' },
  ];
  const work = (): Work => ({
    round: ROUND,
    item: at.now === null ? null : { ...fakeRoundItem(at.now), earlier: [], captures },
    latest: null,
  });
  const vault = {
    ask: async (_op: string, { name, input }: { name: string; input: unknown }) => {
      asked.push({ name, input });
      if (name === 'monitoring.record') at.now = at.next.shift() ?? null;
      return work();
    },
  };
  const went: string[] = [];
  let round: RoundPlace | null = null;
  let busy = false;
  let refused: AppError | null = null;
  const control: RoundControl & { failed(code: string): void } = {
    state: () => ({ busy, round }),
    navigate: async (address) => {
      if (refused !== null) throw refused;
      went.push(address);
    },
    blank: (problem) => void went.push(`blank ${problem ?? ''}`.trim()),
    setRound: (to) => void (round = to),
    failed: (code) => void went.push(`failed ${code}`),
  };
  return {
    rounds: createRoundWork(vault as never),
    control,
    asked,
    went,
    recorded: () => asked.filter(({ name }) => name === 'monitoring.record').map(({ input }) => input),
    now: () => round,
    setBusy: (value: boolean) => void (busy = value),
    refuse: (error: AppError) => void (refused = error),
    moveInMainWindow: (n: number) => void (at.now = n),
  };
}

describe('at the capture window', () => {
  it('an answer is recorded for the account of the window, which then goes to the next one', async () => {
    const { rounds, control, recorded, went, now } = setUp(6, [7]);
    await rounds.enter(control, place(6), 'http://a.test/satu');
    await rounds.answer(control, 'nothing');
    expect(recorded()).toEqual([{ itemId: place(6).itemId, outcome: 'nothing', evidenceId: null }]);
    expect(went).toEqual(['http://a.test/satu', fakeRoundItem(7).account?.url]);
    expect(now()).toEqual(place(7));
  });

  it('"captured" names the newest capture of the account’s site, no other answer does', async () => {
    const { rounds, control, recorded } = setUp(6, [6, 6]);
    await rounds.enter(control, place(6), '');
    await rounds.answer(control, 'captured');
    await rounds.answer(control, 'gone');
    expect(recorded()).toMatchObject([{ evidenceId: fakeRoundItem(90).id }, { evidenceId: null }]);
  });

  it('nothing is recorded outside rounds, while a capture runs, or for an account that was answered elsewhere', async () => {
    const { rounds, control, recorded, setBusy, moveInMainWindow } = setUp(6);
    await expect(rounds.answer(control, 'nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await rounds.enter(control, place(6), '');
    setBusy(true);
    await expect(rounds.answer(control, 'nothing')).rejects.toMatchObject({ code: 'CAPTURE_BUSY' });
    setBusy(false);
    moveInMainWindow(7);
    await expect(rounds.answer(control, 'nothing')).rejects.toMatchObject({ code: 'MONITORING_STATE_NOT_ALLOWED' });
    expect(recorded()).toEqual([]);
    expect(await rounds.show(control)).toMatchObject({ item: { opened: false } });
  });

  it('an account that cannot be opened leaves no other account’s page below its name, and is answered all the same', async () => {
    const { rounds, control, went, recorded, refuse } = setUp(6, [7]);
    refuse(new AppError('ADDRESS_NOT_ALLOWED', { reason: 'not-resolved' }));
    await rounds.enter(control, place(6), 'http://hilang.test/');
    expect(went).toEqual(['blank PAGE_NAME_NOT_FOUND']);
    await rounds.answer(control, 'gone');
    expect(recorded()).toHaveLength(1);
  });

  it('the last account leaves the window where it is', async () => {
    const { rounds, control, went, now } = setUp(6, []);
    await rounds.enter(control, place(6), 'http://a.test/satu');
    await rounds.answer(control, 'nothing');
    expect(went).toEqual(['http://a.test/satu']);
    expect(now()).toEqual(place(6));
    expect(await rounds.show(control)).toMatchObject({ item: null });
  });
});

describe('keys while the page has the focus', () => {
  const pressed = (keys: ReturnType<typeof roundKeys>, input: object): boolean => {
    let listener = (_event: unknown, _input: unknown): void => undefined;
    const contents = {
      setWindowOpenHandler: () => undefined,
      setWebRTCIPHandlingPolicy: () => undefined,
      on: (name: string, heard: typeof listener) => {
        if (name === 'before-input-event') listener = heard;
      },
    };
    const others = ['capture', 'reloadAndCapture', 'reload', 'back', 'forward', 'lock', 'focusAddress'];
    const shortcuts = { ...Object.fromEntries(others.map((name) => [name, () => undefined])), ...keys };
    guardPage(contents as never, { shortcuts } as never);
    let kept = false;
    const preventDefault = (): void => void (kept = true);
    listener({ preventDefault }, { type: 'keyDown', control: true, shift: true, ...input });
    return kept;
  };
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('answer with Ctrl+Shift and the letter, once however long it is held, and never with the letter alone', async () => {
    const { rounds, control, recorded } = setUp(6, [7, 8]);
    await rounds.enter(control, place(6), '');
    const keys = roundKeys(control, rounds);
    expect(pressed(keys, { key: 't', control: false, shift: false })).toBe(false);
    expect(pressed(keys, { key: 'T', isAutoRepeat: true })).toBe(true);
    await settled();
    expect(recorded()).toEqual([]);
    expect(pressed(keys, { key: 'T' })).toBe(true);
    await settled();
    expect(recorded()).toMatchObject([{ outcome: 'nothing' }]);
  });

  it('a refusal is told in the state; outside rounds nothing happens', async () => {
    const { rounds, control, went, asked, moveInMainWindow } = setUp(6);
    const keys = roundKeys(control, rounds);
    pressed(keys, { key: 'H' });
    await settled();
    expect(asked).toEqual([]);
    await rounds.enter(control, place(6), '');
    moveInMainWindow(7);
    pressed(keys, { key: 'H' });
    await settled();
    expect(went).toEqual(['blank', 'failed MONITORING_STATE_NOT_ALLOWED']);
  });
});
