/** Seeded mutations of every fixture: each ends in a reading that keeps the contract, or in a named refusal. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import { fixture, readBytes } from './read.ts';

const SEED = 20241021;
const MUTANTS_A_FILE = 40;
const NAMES = readdirSync(path.join(import.meta.dirname, '../../fixtures/intake')).filter(
  (name) => !name.endsWith('.py'),
);

/** mulberry32: the same numbers of the same seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function mutant(original: Buffer, next: (below: number) => number): Buffer {
  let bytes: Buffer = Buffer.from(original);
  for (let change = 0; change <= next(4); change += 1) {
    const at = next(bytes.length);
    const length = 1 + next(40);
    const piece = bytes.subarray(at, at + length);
    const ways: readonly (() => Buffer)[] = [
      () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from(piece), Buffer.from(piece), bytes.subarray(at)]),
      () => {
        bytes[at] = next(256);
        return bytes;
      },
      () =>
        Buffer.concat([
          bytes.subarray(0, at),
          Buffer.from(['\r\n\r\n', '--', '=?', '\u200e', '[', '\0', '\uffff'][next(7)] ?? ''),
          bytes.subarray(at),
        ]),
      () => bytes.subarray(0, Math.max(1, at)),
    ];
    bytes = ways[next(ways.length)]?.() ?? bytes;
  }
  return bytes;
}

it.each(NAMES)('mutants of %s are read within the contract or refused by name', async (name) => {
  const next = random(SEED + name.length);
  let read = 0;
  for (let number = 0; number < MUTANTS_A_FILE; number += 1) {
    try {
      await readBytes(mutant(fixture(name), next));
      read += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw new Error(`mutant ${number} of ${name}`, { cause: error });
      expect(error.code).toMatch(/^(INTAKE_|FILE_EMPTY)/);
    }
  }
  // A loop whose mutants are all refused at the door would see nothing.
  if (!/\.(zip|xlsx)$/.test(name)) expect(read).toBeGreaterThan(MUTANTS_A_FILE / 4);
});
