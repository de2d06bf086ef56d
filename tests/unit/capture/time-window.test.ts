import { describe, expect, it } from 'vitest';
import { type ServerClock, type TimeQuestion, timeWindow } from '#shared/domain/capture/time-window.ts';
import { ServerClocks } from '../../../electron/main/capture/engine/server-clocks.ts';

/** The true time at which the monotonic clock stands at 0. */
const TRUE = Date.UTC(2026, 10, 22, 2, 0, 0);
const at = (instant: string): number => Date.parse(instant) - TRUE;

/** A server whose clock is off by so much: its answers bound the true time within two seconds. */
const server = (host: string, off = 0): ServerClock => ({
  host,
  lowest: TRUE + off - 500,
  highest: TRUE + off + 1_500,
  answers: 4,
});

/** A capture of three seconds, ten seconds after the monotonic clock's zero, on a computer whose clock is off. */
const question = (off: number, servers: readonly ServerClock[], more: Partial<TimeQuestion> = {}): TimeQuestion => ({
  opened: { system: TRUE + off, monotonic: 0 },
  started: { system: TRUE + 10_000 + off, monotonic: 10_000 },
  finished: { system: TRUE + 13_000 + off, monotonic: 13_000 },
  servers,
  trusted: null,
  ...more,
});

/** The true time lies in the window, and the window is no wider than this. */
function holdsTruth(window: { from: string; to: string }, widest: number): void {
  expect(at(window.from)).toBeLessThanOrEqual(10_000);
  expect(at(window.to)).toBeGreaterThanOrEqual(13_000);
  expect(at(window.to) - at(window.from)).toBeLessThanOrEqual(widest);
}

describe('timeWindow', () => {
  it('is what the servers agree on, the computer with them', () => {
    const window = timeWindow(question(0, [server('a.test'), server('b.test', 700)]));
    expect(window).toMatchObject({ basis: 'servers-and-system', servers: 2, agreeing: 2, systemAhead: 0, jump: 0 });
    holdsTruth(window, 6_000);
  });

  it('follows the majority against one skewed server', () => {
    const window = timeWindow(question(0, [server('a.test'), server('salah.test', 3_600_000), server('b.test', 300)]));
    expect(window).toMatchObject({ basis: 'servers-and-system', servers: 3, agreeing: 2 });
    holdsTruth(window, 6_000);
  });

  it('follows servers that agree against the computer, and says by how much it is off', () => {
    const window = timeWindow(question(-7_200_000, [server('a.test'), server('b.test')]));
    expect(window).toMatchObject({ basis: 'servers', agreeing: 2, systemAhead: -7_199_500 });
    holdsTruth(window, 5_000);
  });

  it('lets one server and the computer stand beside each other', () => {
    const window = timeWindow(question(60_000, [server('a.test')]));
    expect(window.basis).toBe('disagreeing');
    holdsTruth(window, 65_000);
    expect(at(window.to)).toBe(13_000 + 60_000);
  });

  it('holds everything that servers say who disagree with each other', () => {
    const window = timeWindow(question(0, [server('a.test', -3_600_000), server('b.test', 3_600_000)]));
    expect(window).toMatchObject({ basis: 'disagreeing', agreeing: 0 });
    holdsTruth(window, 7_300_000);
  });

  it('has nothing but the computer’s clock without a server', () => {
    const window = timeWindow(question(5_000, []));
    expect(window).toEqual({
      from: new Date(TRUE + 15_000).toISOString(),
      to: new Date(TRUE + 18_000).toISOString(),
      basis: 'system',
      servers: 0,
      agreeing: 0,
      systemAhead: 0,
      jump: 0,
    });
  });

  it('corrects the computer by what a trusted clock said', () => {
    const trusted = { offset: 5_000, uncertainty: 1_000 };
    const window = timeWindow(question(5_000, [], { trusted }));
    expect(window.basis).toBe('trusted');
    holdsTruth(window, 5_000);
    const both = timeWindow(question(5_000, [server('a.test')], { trusted }));
    expect(both.basis).toBe('servers-and-system');
    holdsTruth(both, 5_000);
  });

  it('notices that the clock was set while the page was open', () => {
    const finished = { system: TRUE + 13_000 + 3_600_000, monotonic: 13_000 };
    const window = timeWindow(question(0, [server('a.test'), server('b.test')], { finished }));
    expect(window.jump).toBe(3_600_000);
    holdsTruth(window, 5_000);
    expect(timeWindow(question(0, [], { opened: null, finished })).jump).toBe(3_600_000);
    expect(timeWindow(question(0, [], { finished: { system: TRUE + 13_500, monotonic: 13_000 } })).jump).toBe(0);
  });

  it('takes an answer out of a cache for no more than a lower bound', () => {
    const stored: ServerClock = { host: 'cdn.test', lowest: TRUE - 40_000, highest: null, answers: 1 };
    const window = timeWindow(question(0, [stored]));
    expect(window.basis).toBe('servers-and-system');
    holdsTruth(window, 43_000);
  });
});

describe('ServerClocks', () => {
  const clock = { time: 0, now: () => new Date(TRUE + clock.time), monotonic: () => clock.time };
  const hear = (clocks: ServerClocks, id: string, url: string, headers: Record<string, string>, more = {}): void => {
    clock.time = 1_000;
    clocks.requestWillBeSent({ requestId: id, request: { url } });
    clock.time = 1_400;
    clocks.responseReceived({ requestId: id, response: { url, headers, ...more } });
  };
  const date = new Date(TRUE + 1_000).toUTCString();

  it('bounds the true time from both sides', () => {
    const clocks = new ServerClocks(clock);
    hear(clocks, 'R1', 'https://a.test/x', { Date: date });
    const [found] = clocks.servers();
    expect(found).toEqual({ host: 'a.test', lowest: TRUE - 400, highest: TRUE + 2_000, answers: 1 });
  });

  it('hears every hop, and leaves out what was stored', () => {
    const clocks = new ServerClocks(clock);
    clocks.begin();
    hear(clocks, 'R1', 'https://a.test/', { date });
    hear(clocks, 'R2', 'https://cache.test/', { date }, { fromDiskCache: true });
    hear(clocks, 'R3', 'https://cdn.test/', { date, age: '30' });
    hear(clocks, 'R4', 'https://tanpa.test/', {});
    clocks.requestWillBeSent({ requestId: 'R5', request: { url: 'https://b.test/' } });
    clocks.requestWillBeSent({
      requestId: 'R5',
      request: { url: 'https://c.test/' },
      redirectResponse: { url: 'https://b.test/', headers: { Date: date } },
    });
    expect(clocks.servers().map(({ host, highest }) => [host, highest === null])).toEqual([
      ['a.test', false],
      ['cdn.test', true],
      ['b.test', false],
    ]);
    clocks.begin();
    expect(clocks.servers()).toEqual([]);
  });
});
