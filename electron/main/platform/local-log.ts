/** The local log: a text file in the user's profile, redacted, kept small. Nothing of it leaves the machine. */
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { redact } from './redact.ts';

/** Facts of an entry: short words, numbers and ids of ours; never free text of a person. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

export interface LocalLog {
  info(area: string, message: string, facts?: LogFacts): void;
  warn(area: string, message: string, facts?: LogFacts): void;
  /** With the error, if there is one: its stack is redacted like everything else. */
  error(area: string, message: string, facts?: LogFacts, error?: unknown): void;
}

/** Where lines go; injected for tests. */
export interface LogTarget {
  append(line: string): void;
}

/** A log over a target; times are UTC. */
export function createLocalLog(target: LogTarget, now: () => Date = () => new Date()): LocalLog {
  const write = (level: string, area: string, message: string, facts: LogFacts = {}, error?: unknown): void => {
    const parts = [`${now().toISOString()} ${level} ${area}: ${message}`];
    for (const [name, value] of Object.entries(facts)) parts.push(`${name}=${String(value)}`);
    if (error !== undefined) parts.push(describe(error));
    // One entry is one line, whatever it was made of.
    target.append(`${redact(parts.join(' ')).replaceAll(/\s*[\r\n]+\s*/g, ' | ')}\n`);
  };
  return {
    info: (area, message, facts) => write('INFO', area, message, facts),
    warn: (area, message, facts) => write('WARN', area, message, facts),
    error: (area, message, facts, error) => write('ERROR', area, message, facts, error),
  };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : ` caused by ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

/** Appends to `netra.log` in a folder; at `maximumBytes` the file becomes `netra.1.log`, and so on up to `kept` old ones. */
export function fileTarget(folder: string, maximumBytes = 1_000_000, kept = 3): LogTarget {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const nameOf = (age: number): string => path.join(folder, age === 0 ? 'netra.log' : `netra.${age}.log`);
  const rotate = (): void => {
    rmSync(nameOf(kept), { force: true });
    for (let age = kept - 1; age >= 0; age -= 1) {
      if (sizeOf(nameOf(age)) > 0) renameSync(nameOf(age), nameOf(age + 1));
    }
  };
  return {
    append(line) {
      try {
        if (sizeOf(nameOf(0)) + Buffer.byteLength(line) > maximumBytes) rotate();
        appendFileSync(nameOf(0), line, { mode: 0o600 });
      } catch {
        // A full or read-only disk must not stop the work that was about to be noted, and there is no other place to say so.
      }
    },
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
