/**
 * The vault of a whole season: how long it takes to make, and how soon every list, every overview and the home page answer out of
 * it. What can be asked without naming a thing is asked: a list that comes with a new feature is measured by itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { type AnyOperation, OPERATIONS } from '#shared/contract/index.ts';
import type { VaultService } from '../../electron/vault/service.ts';
import { builtWorkers } from '../../scripts/season/built-workers.ts';
import { type MadeSeason, makeSeason } from '../../scripts/season/make-season.ts';
import { SEASON_DAYS } from '../../scripts/season/season-clock.ts';
import { type Figure, percentile, timed } from './figure.ts';

/** Milliseconds. */
const OPENS_IN = 200;
const FOUND_IN = 50;
const MADE_IN = 180_000;
/** How often each question is asked. */
const TIMES = 20;
/** Questions that stand in the table by name; the others are one line. */
const NAMED = 12;
/** What people look for: a person, a number, an office, an account, a claim, nothing. */
const TYPED = [
  'rahmat cemara',
  '1985',
  'dinas contoh kes',
  '@warga',
  'surat suara',
  'B-0042',
  'unggahan',
  'zzz',
  'kampanye',
];

export async function run(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'netra-bench-season-'));
  try {
    const start = performance.now();
    const made = await makeSeason({
      directory: path.join(folder, 'vault'),
      profileDirectory: path.join(folder, 'profile'),
      workers: builtWorkers(),
    });
    const making = performance.now() - start;
    try {
      return [
        {
          figure: 'the sample vault of a season',
          ours: making,
          baseline: MADE_IN,
          baselineName: 'limit of 3 minutes',
          aim: 1,
          unit: 'ms',
          note: load(),
        },
        ...(await lists(made)),
        await search(made),
      ];
    } finally {
      await made.service.lock('quit');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Question {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

async function lists(season: MadeSeason): Promise<Figure[]> {
  const measured: { readonly words: string; readonly milliseconds: number; readonly note: string }[] = [];
  for (const { name, input } of questions(season)) {
    const before = process.cpuUsage();
    const times = await measure(season.service, name, input);
    const note = cpuSince(before, times.length);
    measured.push({ words: `${name} ${JSON.stringify(input)}`, milliseconds: percentile(times, 0.95), note });
  }
  measured.sort((one, other) => other.milliseconds - one.milliseconds);
  const limit = { baseline: OPENS_IN, baselineName: 'limit of 200 ms', aim: 1, unit: 'ms' } as const;
  const rest = measured.slice(NAMED);
  return [
    ...measured.slice(0, NAMED).map(({ words, milliseconds, note }) => ({
      ...limit,
      figure: `${words}, 95th percentile`,
      ours: milliseconds,
      note,
    })),
    {
      ...limit,
      figure: `the slowest of ${rest.length} further questions, 95th percentile`,
      ours: rest[0]?.milliseconds ?? 0,
      note: rest[0]?.words ?? '',
    },
  ];
}

/** Every question of the vault that needs no id: as it is asked when a screen opens, for the season where it is about a time, and with words. */
function questions({ clock }: MadeSeason): Question[] {
  const period = { from: clock.day(0), to: clock.day(SEASON_DAYS - 1) };
  const month = clock.day(SEASON_DAYS - 30).slice(0, 7);
  const shapes = [{}, period, { month }, { day: clock.day(SEASON_DAYS - 1) }, { period }];
  return [...OPERATIONS.values()].flatMap((operation: AnyOperation) => {
    if (operation.kind !== 'query' || operation.runs !== 'vault' || operation.vault !== 'unlocked') return [];
    const fitting = shapes.filter((shape) => operation.input.safeParse(shape).success).slice(0, 2);
    const worded = fitting
      .map((shape) => ({ ...shape, query: 'contoh' }))
      .filter((shape) => operation.input.safeParse(shape).success)
      .slice(0, 1);
    return [...fitting, ...worded].map((input) => ({ name: operation.name, input }));
  });
}

async function search({ service }: MadeSeason): Promise<Figure> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (const query of TYPED)
    for (let length = 1; length <= query.length; length += 1)
      times.push(await timed(() => service.callUnknown('search.everything', { query: query.slice(0, length) })));
  return {
    figure: `search over everything, 95th percentile of ${times.length} keystrokes`,
    ours: percentile(times, 0.95),
    baseline: FOUND_IN,
    baselineName: 'limit of 50 ms',
    aim: 1,
    unit: 'ms',
    note: `${cpuSince(before, times.length)}; ${load()}`,
  };
}

async function measure(service: VaultService, name: string, input: unknown): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < TIMES; round += 1) times.push(await timed(() => service.callUnknown(name, input)));
  return times;
}

/** Everything is done in this process: its CPU time is what an answer would take on a machine of one's own. */
function cpuSince(before: NodeJS.CpuUsage, answers: number): string {
  const { user, system } = process.cpuUsage(before);
  return `${((user + system) / 1_000 / answers).toFixed(1)} ms of CPU each`;
}

/** A machine that others use holds everything up: without it a miss cannot be judged. */
function load(): string {
  return `load ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} processors`;
}
