import { describe, expect, it } from 'vitest';
import type { FromVault, ToVault, VaultEvent, VaultProgramConfig } from '#shared/contract/vault-protocol.ts';
import { createSupervisor, SUPERVISION } from '../../../electron/main/vault-host/supervisor.ts';
import type { VaultProcess } from '../../../electron/main/vault-host/vault-process.ts';
import { handClock, rememberingLog, settled } from '../../support/main-fakes.ts';

const CONFIG: VaultProgramConfig = {
  profileDirectory: '/p',
  resourcesDirectory: '/r',
  appVersion: '1',
  onlyPractice: true,
  workers: { how: 'host' },
};

/** A vault program of which the test is the inside. */
class FakeProgram implements VaultProcess {
  readonly got: ToVault[] = [];
  ends = 0;
  kills = 0;
  #message: (message: FromVault) => void = () => undefined;
  #exit: (code: number | null) => void = () => undefined;
  post(message: ToVault): void {
    this.got.push(message);
    if (message.type === 'request' && message.op === 'configure') this.answer(message.id, {});
  }
  onMessage(listener: (message: FromVault) => void): void {
    this.#message = listener;
  }
  onExit(listener: (code: number | null) => void): void {
    this.#exit = listener;
  }
  end(): void {
    this.ends += 1;
  }
  kill(): void {
    this.kills += 1;
  }
  say(message: FromVault): void {
    this.#message(message);
  }
  exit(code: number | null): void {
    this.#exit(code);
  }
  answer(id: number, value: unknown): void {
    this.say({ type: 'answer', id, result: { ok: true, value } });
  }
  requests(): { id: number; op: string }[] {
    return this.got.flatMap((message) => (message.type === 'request' ? [{ id: message.id, op: message.op }] : []));
  }
}

function setUp() {
  const programs: FakeProgram[] = [];
  const clock = handClock();
  const log = rememberingLog();
  const told = { crash: 0, end: 0, events: [] as VaultEvent[] };
  const supervisor = createSupervisor({
    start: () => {
      const program = new FakeProgram();
      programs.push(program);
      return program;
    },
    config: () => CONFIG,
    onEvent: (event) => told.events.push(event),
    onWorkerMessage: () => undefined,
    onOutside: () => undefined,
    onCrash: () => (told.crash += 1),
    onEnd: () => (told.end += 1),
    log,
    clock,
  });
  return { supervisor, programs, clock, log, told };
}

async function ready(program: FakeProgram | undefined): Promise<FakeProgram> {
  await settled();
  if (program === undefined) throw new Error('no program was started');
  program.say({ type: 'ready' });
  await settled();
  return program;
}

describe('the vault program', () => {
  it('is started by the first request, configured first, and asked after it is ready', async () => {
    const { supervisor, programs } = setUp();
    expect(supervisor.isRunning()).toBe(false);
    const answer = supervisor.request('status', {});
    await settled();
    expect(programs[0]?.got).toEqual([]);
    const program = await ready(programs[0]);
    expect(program.requests().map(({ op }) => op)).toEqual(['configure', 'status']);
    expect(program.got[0]).toMatchObject({ input: CONFIG });
    program.answer(program.requests()[1]!.id, { state: 'none' });
    expect(await answer).toEqual({ ok: true, value: { state: 'none' } });
  });

  it('pairs answers with their requests, in whatever order they come', async () => {
    const { supervisor, programs } = setUp();
    const one = supervisor.request('inspect', { directory: '/1' });
    const two = supervisor.request('inspect', { directory: '/2' });
    const program = await ready(programs[0]);
    const [, first, second] = program.requests();
    program.answer(second!.id, 'two');
    program.answer(first!.id, 'one');
    expect([await one, await two]).toEqual([
      { ok: true, value: 'one' },
      { ok: true, value: 'two' },
    ]);
    expect(programs).toHaveLength(1);
  });

  it('rejects everything pending by name when it crashes, says so once, and starts anew when asked', async () => {
    const { supervisor, programs, told, log } = setUp();
    const pending = [supervisor.request('status', {}), supervisor.request('status', {})];
    const program = await ready(programs[0]);
    program.exit(139);
    for (const result of await Promise.all(pending)) {
      expect(result).toMatchObject({ ok: false, error: { code: 'VAULT_UNAVAILABLE' } });
    }
    expect(told).toMatchObject({ crash: 1, end: 1 });
    expect(log.entries[0]).toMatchObject({ level: 'error', facts: { code: 139 } });
    void supervisor.request('status', {});
    await ready(programs[1]);
    expect(programs).toHaveLength(2);
  });

  it('does not call an end it asked for a crash', async () => {
    const { supervisor, programs, told } = setUp();
    void supervisor.request('status', {});
    const program = await ready(programs[0]);
    const ending = supervisor.end();
    expect(program.ends).toBe(1);
    program.exit(0);
    await ending;
    expect(told).toMatchObject({ crash: 0, end: 1 });
    expect(program.kills).toBe(0);
    expect(supervisor.isRunning()).toBe(false);
  });

  it('kills a program that does not end', async () => {
    const { supervisor, programs, clock } = setUp();
    void supervisor.request('status', {});
    const program = await ready(programs[0]);
    const ending = supervisor.end();
    clock.advance(SUPERVISION.endTimeout);
    expect(program.kills).toBe(1);
    program.exit(null);
    await ending;
  });

  it('gives up after crashing too often, and tries again later', async () => {
    const { supervisor, programs, clock } = setUp();
    for (let crash = 0; crash < SUPERVISION.crashesAllowed; crash += 1) {
      const answer = supervisor.request('status', {});
      (await ready(programs[crash])).exit(1);
      await answer;
    }
    expect(await supervisor.request('status', {})).toMatchObject({ error: { code: 'VAULT_UNAVAILABLE' } });
    expect(programs).toHaveLength(SUPERVISION.crashesAllowed);
    clock.advance(SUPERVISION.crashWindow + 1);
    void supervisor.request('status', {});
    await settled();
    expect(programs).toHaveLength(SUPERVISION.crashesAllowed + 1);
  });

  it('does not wait for a program that never comes up', async () => {
    const { supervisor, programs, clock } = setUp();
    const answer = supervisor.request('status', {});
    await settled();
    clock.advance(SUPERVISION.startTimeout);
    expect(await answer).toMatchObject({ ok: false, error: { code: 'VAULT_UNAVAILABLE' } });
    expect(programs[0]?.kills).toBe(1);
  });

  it('hands events on and writes faults down', async () => {
    const { supervisor, programs, told, log } = setUp();
    void supervisor.request('status', {});
    const program = await ready(programs[0]);
    const event: VaultEvent = { type: 'event', event: 'data.changed', payload: { features: ['cases'] } };
    program.say(event);
    program.say({ type: 'fault', correlationId: 'c', detail: 'details' });
    expect(told.events).toEqual([event]);
    expect(log.entries[0]).toMatchObject({ area: 'vault', facts: { correlationId: 'c' } });
  });
});
