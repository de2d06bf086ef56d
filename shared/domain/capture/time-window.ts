/**
 * When a capture was made, as a window and not as a claim. A computer's clock may be wrong; the servers a page comes from
 * state their own time with every answer. Each answer bounds the true time from both sides; the window is
 * what the servers allow for whose bounds meet, when they are most. Pure; all times milliseconds, UTC instants since 1970, monotonic ones since whenever.
 */

/** Both clocks at one moment. */
export interface ClockSample {
  readonly system: number;
  readonly monotonic: number;
}

/** What one server's `Date` headers allow for: true time minus monotonic clock lies between the two. */
export interface ServerClock {
  readonly host: string;
  readonly lowest: number;
  /** Null when every answer may have lain in a cache on its way: then it is only known to be no earlier. */
  readonly highest: number | null;
  readonly answers: number;
}

export interface TimeQuestion {
  /** When the document came; null when nothing was noted. */
  readonly opened: ClockSample | null;
  readonly started: ClockSample;
  readonly finished: ClockSample;
  readonly servers: readonly ServerClock[];
  /** System clock minus true time as last compared with a trusted clock, and how far that may be off. */
  readonly trusted: { readonly offset: number; readonly uncertainty: number } | null;
}

export type TimeBasis =
  /** Most servers agree, and the computer's clock with them. */
  | 'servers-and-system'
  /** Most servers agree; the computer's clock is off. */
  | 'servers'
  /** The computer's clock, corrected by what a trusted clock said. */
  | 'trusted'
  /** Nothing but the computer's clock. */
  | 'system'
  /** Servers and computer disagree: the window holds all they say. */
  | 'disagreeing';

export interface TimeWindow {
  /** UTC instants, ISO 8601: the whole capture lies between them. */
  readonly from: string;
  readonly to: string;
  readonly basis: TimeBasis;
  /** Hosts whose clocks were heard, and how many of them agree. */
  readonly servers: number;
  readonly agreeing: number;
  /** By how much the computer's clock is ahead of the window (behind: negative), milliseconds; 0 when inside. */
  readonly systemAhead: number;
  /** By how much the computer's clock was set while the page was open, milliseconds; 0 when it was not. */
  readonly jump: number;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Clocks that differ by less are not called different. */
const JUMP = 1_000;

/** The window in which the capture lies. */
export function timeWindow(question: TimeQuestion): TimeWindow {
  const system = systemRange(question);
  const jump = jumpOf(question);
  const agreed = agreement(question.servers, system);
  const { range, basis } = decide(question, system, agreed);
  const middle = (system.low + system.high) / 2;
  return {
    from: new Date(Math.floor(question.started.monotonic + range.low)).toISOString(),
    to: new Date(Math.ceil(question.finished.monotonic + range.high)).toISOString(),
    basis,
    servers: question.servers.length,
    agreeing: agreed?.count ?? 0,
    systemAhead: Math.round(middle > range.high ? middle - range.high : Math.min(0, middle - range.low)),
    jump,
  };
}

function decide(
  { trusted, servers }: TimeQuestion,
  system: Range,
  agreed: Agreement | null,
): { range: Range; basis: TimeBasis } {
  const corrected = trusted === null ? null : correctedRange(system, trusted);
  if (agreed === null) {
    if (servers.length > 0)
      return {
        range: hullOf([...servers.map((server) => rangeOf(server, system)), corrected ?? system]),
        basis: 'disagreeing',
      };
    return corrected === null ? { range: system, basis: 'system' } : { range: corrected, basis: 'trusted' };
  }
  const fits = overlaps(agreed.range, system) || (corrected !== null && overlaps(agreed.range, corrected));
  if (fits) return { range: agreed.range, basis: 'servers-and-system' };
  // One server against one computer: nobody decides between them.
  if (agreed.count < 2) return { range: hullOf([agreed.range, corrected ?? system]), basis: 'disagreeing' };
  return { range: agreed.range, basis: 'servers' };
}

/** What the computer's clock says the true time minus the monotonic clock is. */
function systemRange({ started, finished }: TimeQuestion): Range {
  const offsets = [started, finished].map(({ system, monotonic }) => system - monotonic);
  return { low: Math.min(...offsets), high: Math.max(...offsets) };
}

function correctedRange(system: Range, { offset, uncertainty }: { offset: number; uncertainty: number }): Range {
  return { low: system.low - offset - uncertainty, high: system.high - offset + uncertainty };
}

function jumpOf({ opened, started, finished }: TimeQuestion): number {
  const [first, last] = [opened ?? started, finished];
  const jump = Math.round(last.system - first.system - (last.monotonic - first.monotonic));
  return Math.abs(jump) < JUMP ? 0 : jump;
}

interface Agreement {
  readonly range: Range;
  readonly count: number;
}

/** What those servers allow for whose bounds meet in one point (Marzullo's algorithm); null when they are no more than half. */
function agreement(servers: readonly ServerClock[], system: Range): Agreement | null {
  const ranges = servers.map((server) => rangeOf(server, system)).filter(({ low, high }) => low <= high);
  const best = ranges
    .map(({ low }) => ranges.filter((range) => range.low <= low && low <= range.high))
    .reduce<readonly Range[]>((most, these) => (these.length > most.length ? these : most), []);
  if (best.length === 0 || best.length * 2 <= servers.length) return null;
  // Not what all allow for: a clock that is off by less than its range would cut the truth away.
  return { range: hullOf(best), count: best.length };
}

/** A server without an upper bound is bounded by the computer's clock, if that is later. */
function rangeOf({ lowest, highest }: ServerClock, system: Range): Range {
  return { low: lowest, high: highest ?? Math.max(lowest, system.high) };
}

function overlaps(left: Range, right: Range): boolean {
  return left.low <= right.high && right.low <= left.high;
}

function hullOf(ranges: readonly Range[]): Range {
  return { low: Math.min(...ranges.map(({ low }) => low)), high: Math.max(...ranges.map(({ high }) => high)) };
}
