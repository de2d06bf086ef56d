/**
 * A campaign season as it would happen at an office: what is planned for a time is done at that time, in order, through the vault's
 * own use cases. Everything is made up, and the same for the same seed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CallOf, OutputOf, VaultOperationName } from '../../shared/contract/index.ts';
import type { VaultService } from '../../electron/vault/service.ts';
import { jobValue } from '../../electron/cli/with-vault.ts';
import { type Random, randomOf } from './random.ts';
import type { SeasonClock } from './season-clock.ts';

export interface Season {
  readonly clock: SeasonClock;
  /** The service itself, for what is no operation: files, captures. */
  readonly service: VaultService;
  /** A stream of chance of that name. */
  random(name: string): Random;
  /** So many of what a whole season has `most` of; at least one. */
  count(most: number): number;
  /** Plans something for an hour ("HH:MM") of a day of the season. What is planned for a time that has passed is done next. */
  at(day: number, hour: string, act: () => Promise<void>): void;
  call<Name extends VaultOperationName>(name: Name, input: CallOf<Name>): Promise<OutputOf<Name>>;
  /** The value of a job's end; throws what it failed with. */
  job(started: { readonly jobId: string }): Promise<unknown>;
  /** Writes a file as somebody handed it over, and registers it. */
  file(name: string, bytes: Uint8Array | string): Promise<string>;
}

export interface SeasonParts {
  readonly service: VaultService;
  readonly clock: SeasonClock;
  readonly seed: number;
  /** 1 is a whole season. */
  readonly scale: number;
  /** An empty folder for the files that are taken in. */
  readonly files: string;
}

interface Planned {
  readonly at: number;
  readonly act: () => Promise<void>;
}

/** A season, and what carries out all that was planned, until nothing is left. */
export function createSeason(parts: SeasonParts): { readonly season: Season; readonly live: () => Promise<void> } {
  const { service, clock } = parts;
  const planned: Planned[] = [];
  let written = 0;
  const season: Season = {
    clock,
    service,
    random: (name) => randomOf(parts.seed, name),
    count: (most) => Math.max(1, Math.round(most * parts.scale)),
    at: (day, hour, act) => {
      const at = clock.at(day, hour).getTime();
      const later = planned.findIndex((one) => one.at > at);
      planned.splice(later === -1 ? planned.length : later, 0, { at, act });
    },
    call: async (name, input) => {
      const answer = await service.call(name, input);
      clock.step();
      return answer;
    },
    job: async (started) => {
      const value = await jobValue(service, started);
      clock.step();
      return value;
    },
    file: async (name, bytes) => {
      const folder = path.join(parts.files, String((written += 1)));
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, name), bytes);
      return (await service.files.addPath(path.join(folder, name))).token;
    },
  };
  const live = async (): Promise<void> => {
    for (let next = planned.shift(); next !== undefined; next = planned.shift()) {
      clock.moveTo(new Date(next.at));
      await next.act();
    }
  };
  return { season, live };
}
