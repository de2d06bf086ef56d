import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { endNetworkProcess } from '../../../electron/main/capture/adapter/network-process.ts';
import { createPageSessions, type SessionUse } from '../../../electron/main/capture/adapter/page-sessions.ts';

const NETWORK = 'network.mojom.NetworkService';

/** A program of sessions that write down what is done to them. */
function program(clearedTogether = 2) {
  const scene = {
    done: [] as string[],
    ended: true,
    running: new Set<number>(),
    lost: 0,
    failing: new Set<string>(),
    silent: new Set<string>(),
    timers: [] as { readonly milliseconds: number; readonly act: () => void }[],
    /** Lets all that can go on go on, then lets the time of every short timer come, or of every one. */
    async ring(shorterThan = 1_000): Promise<void> {
      await new Promise((resolve) => setImmediate(resolve));
      const due = scene.timers.filter(({ milliseconds }) => milliseconds < shorterThan);
      scene.timers = scene.timers.filter((timer) => !due.includes(timer));
      for (const { act } of due) act();
      await new Promise((resolve) => setImmediate(resolve));
    },
    requests: new Map<string, (details: object, answer: (verdict: object) => void) => void>(),
  };
  const fromPartition = (name: string): Session => {
    const note = (what: string): void => void scene.done.push(`${name} ${what}`);
    const act = (what: string) => async () => {
      note(what);
      if (scene.failing.has(name)) throw new Error('no');
      if (scene.silent.has(name)) await new Promise(() => undefined);
    };
    return Object.assign(new EventEmitter(), {
      cookies: new EventEmitter(),
      webRequest: {
        onBeforeRequest: (listener: never) => scene.requests.set(name, listener),
        onHeadersReceived: () => undefined,
      },
      setCertificateVerifyProc: () => undefined,
      getUserAgent: () => 'Electron',
      setUserAgent: (agent: string) => note(`agent ${agent}`),
      setProxy: act('no way out'),
      clearStorageData: act('storage'),
      clearCache: act('cache'),
      clearAuthCache: act('auth'),
      clearHostResolverCache: act('hosts'),
      clearCodeCaches: act('code'),
      closeAllConnections: act('connections'),
      resolveHost: act('look-up'),
    }) as unknown as Session;
  };
  const sessions = createPageSessions({
    fromPartition,
    newId: () => 'x',
    endNetworkProcess: async () => {
      scene.done.push('network ended');
      return scene.ended;
    },
    isRunning: (pid) => scene.running.has(pid),
    after: (milliseconds, act) => {
      const timer = { milliseconds, act };
      scene.timers.push(timer);
      return () => void (scene.timers = scene.timers.filter((other) => other !== timer));
    },
    onLost: (count) => (scene.lost += count),
    clearedTogether,
  });
  const serve = async (use: SessionUse, end = {}): Promise<string> => {
    const taken = await sessions.take(use);
    await taken.giveBack({ mayServeAgain: true, processes: [], ...end });
    return taken.partition;
  };
  return { scene, sessions, serve };
}

describe('createPageSessions', () => {
  it('clears together, then serves again as Electron made them', async () => {
    const { scene, serve } = program(2);
    const first = [await serve('unattended'), await serve('unattended')];
    expect(scene.done).not.toContain('network ended');
    const second = [await serve('unattended'), await serve('unattended')];
    expect([...second].sort()).toEqual(first);
    expect(scene.done.filter((what) => what === 'network ended')).toHaveLength(1);
    expect(scene.done).toContain(`${first[0]} agent Electron`);
    expect(scene.lost).toBe(0);
  });

  it('clears everything that has a call as soon as one comes back, and lets it ask for nothing', async () => {
    const { scene, serve } = program();
    const name = await serve('person');
    const clears = ['no way out', 'storage', 'cache', 'auth', 'hosts', 'code', 'connections'];
    expect(scene.done).toEqual(clears.map((what) => `${name} ${what}`));
    const verdicts: object[] = [];
    scene.requests.get(name)?.({}, (verdict) => verdicts.push(verdict));
    expect(verdicts).toEqual([{ cancel: true }]);
  });

  it('gives a person a new one, and theirs to nobody', async () => {
    const { serve } = program(1);
    const names = [await serve('unattended'), await serve('person'), await serve('person')];
    expect(new Set(names).size).toBe(3);
    expect(await serve('unattended')).toBe(names[0]);
  });

  it('does not use one again in which somebody may have logged in', async () => {
    const { serve } = program(1);
    const name = await serve('unattended', { mayServeAgain: false });
    expect(await serve('unattended')).not.toBe(name);
  });

  it('leaves the network process alone while another window is open', async () => {
    const { scene, sessions, serve } = program(1);
    const mine = await sessions.take('person');
    const names = [await serve('unattended'), await serve('unattended')];
    expect(new Set(names).size).toBe(2);
    expect(scene.done).not.toContain('network ended');
    await mine.giveBack({ mayServeAgain: true, processes: [] });
    expect(names).toContain(await serve('unattended'));
    expect(names).toContain(await serve('unattended'));
  });

  it('waits for one that is on its way back, so that a row of captures needs no more', async () => {
    const { scene, sessions } = program(1);
    const first = await sessions.take('unattended');
    void first.giveBack({ mayServeAgain: true, processes: [] });
    const second = await sessions.take('unattended');
    expect(second.partition).toBe(first.partition);
    expect(scene.done.indexOf('network ended')).toBeGreaterThan(scene.done.indexOf(`${first.partition} storage`));
  });

  it('waits for the processes of an earlier page, and drops what they do not let go', async () => {
    const { scene, serve } = program(1);
    scene.running.add(7);
    const name = await serve('unattended', { processes: [7] });
    const next = serve('unattended');
    await scene.ring();
    expect(scene.done).not.toContain('network ended');
    scene.running.delete(7);
    await scene.ring();
    expect(await next).toBe(name);

    scene.running.add(8);
    const stuck = await serve('unattended', { processes: [8] });
    const after = serve('unattended');
    for (let look = 0; look < 300 && scene.lost === 0; look += 1) await scene.ring();
    expect(await after).not.toBe(stuck);
    expect(scene.lost).toBe(1);
  });

  it('asks again while a session has not heard that the old process is gone', async () => {
    const { scene, serve } = program(1);
    const name = await serve('unattended');
    scene.failing.add(name);
    const next = serve('unattended');
    await scene.ring();
    await scene.ring();
    scene.failing.delete(name);
    await scene.ring();
    expect(await next).toBe(name);
    expect(scene.done.filter((what) => what === `${name} look-up`).length).toBeGreaterThan(1);
    expect(scene.lost).toBe(0);
  });

  it('drops all when the network process was not seen to end', async () => {
    const { scene, serve } = program(1);
    scene.ended = false;
    const name = await serve('unattended');
    expect(await serve('unattended')).not.toBe(name);
    expect(scene.lost).toBe(1);
  });

  it('drops one that cannot be cleared, or does not answer in time, and goes on', async () => {
    const { scene, sessions, serve } = program(1);
    const failing = await sessions.take('unattended');
    scene.failing.add(failing.partition);
    await failing.giveBack({ mayServeAgain: true, processes: [] });
    const silent = await sessions.take('unattended');
    expect(silent.partition).not.toBe(failing.partition);
    scene.silent.add(silent.partition);
    const back = silent.giveBack({ mayServeAgain: true, processes: [] });
    await scene.ring(Number.POSITIVE_INFINITY);
    await back;
    expect(scene.lost).toBe(2);
    expect([failing.partition, silent.partition]).not.toContain(await serve('unattended'));
  });
});

describe('endNetworkProcess', () => {
  function runtime(processes: readonly { pid: number; serviceName?: string }[]) {
    const app = Object.assign(new EventEmitter(), { getAppMetrics: () => processes as never });
    const killed: number[] = [];
    let ring = (): void => undefined;
    const ended = endNetworkProcess({
      app: app as never,
      kill: (pid) => void killed.push(pid),
      after: (_milliseconds, act) => {
        ring = act;
        return () => undefined;
      },
    });
    return { app, killed, ended, ring: () => ring() };
  }

  it('ends that process and no other, and waits until it is gone', async () => {
    const { app, killed, ended } = runtime([
      { pid: 1 },
      { pid: 2, serviceName: 'audio' },
      { pid: 3, serviceName: NETWORK },
    ]);
    expect(killed).toEqual([3]);
    app.emit('child-process-gone', {}, { serviceName: 'audio' });
    const settled = await Promise.race([ended.then(() => true), Promise.resolve(false)]);
    expect(settled).toBe(false);
    app.emit('child-process-gone', {}, { serviceName: NETWORK });
    expect(await ended).toBe(true);
    expect(app.listenerCount('child-process-gone')).toBe(0);
  });

  it('says so when there is none, or it does not go', async () => {
    expect(await runtime([{ pid: 1 }]).ended).toBe(false);
    const { ended, ring, app } = runtime([{ pid: 3, serviceName: NETWORK }]);
    ring();
    expect(await ended).toBe(false);
    expect(app.listenerCount('child-process-gone')).toBe(0);
  });
});
