/**
 * Queues of 50 addresses of the test site in the real app, four after the other: what main and vault hold after 200 captures
 * against what they held after 50, and how long an address takes. Needs Linux and the vault on an external Node, as
 * import-in-app.bench.ts does.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { startCaptureSite } from '../fixtures/capture-site/site.ts';
import { ask, PASSPHRASE, type Person, sitDown } from '../support/journey/person.ts';
import { type Figure, median } from './figure.ts';
import { childOf, residentBytes } from './import-memory.ts';

/** More by NETRA_BENCH_ROUNDS, to see whether it goes on growing. */
const ROUNDS = Number(process.env['NETRA_BENCH_ROUNDS'] ?? 4);
const ADDRESSES = 50;
/** Seconds between two pages of one host. */
const DELAY = 2;
/** Hosts that take turns, so that the pauses of one are used for another. */
const HOSTS = 10;
/** Milliseconds a round may take before the benchmark gives up. */
const PATIENCE = 20 * 60_000;
const MEGABYTE = 1_048_576;

const listed = z.object({
  queues: z.array(z.object({ id: z.string(), state: z.string(), counts: z.record(z.string(), z.number()) })),
});

/** Two figures: growth against the limit, and the time of an address against its pause. */
export async function run(): Promise<readonly Figure[]> {
  const sites = await Promise.all(Array.from({ length: HOSTS }, () => startCaptureSite()));
  const person = await sitDown();
  try {
    await makeVault(person);
    const main = person.netra.app.process().pid ?? 0;
    const vault = childOf(main, 'vault.js');
    if (vault === null) throw new Error('the vault does not run as a process of its own that can be found here');
    const held: { main: number; vault: number }[] = [];
    const seconds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = performance.now();
      await runQueue(
        person,
        sites.map(({ http }) => http),
        round,
      );
      seconds.push((performance.now() - started) / 1_000 / ADDRESSES);
      held.push({ main: await atRest(main), vault: await atRest(vault) });
      process.stderr.write(
        `  ${(round + 1) * ADDRESSES} captures: main ${held[round]?.main.toFixed(0)} MB, vault ${held[round]?.vault.toFixed(0)} MB\n`,
      );
    }
    return figuresOf(held, seconds);
  } finally {
    await person.netra.close();
    await Promise.all(sites.map((site) => site.close()));
  }
}

function figuresOf(
  held: readonly { readonly main: number; readonly vault: number }[],
  seconds: readonly number[],
): readonly Figure[] {
  const sum = (round: number): number => (held[round]?.main ?? Number.NaN) + (held[round]?.vault ?? Number.NaN);
  const parts = held.map(({ main, vault }) => `${main.toFixed(0)}+${vault.toFixed(0)}`).join(', ');
  return [
    {
      figure: `memory of main and vault after ${ROUNDS * ADDRESSES} captures of a queue`,
      ours: sum(held.length - 1),
      baseline: sum(0),
      baselineName: `after ${ADDRESSES}`,
      aim: 1.1,
      unit: 'MB',
      note: `main+vault after each ${ADDRESSES}: ${parts} MB`,
    },
    {
      figure: `one address of a queue of ${ADDRESSES}, ${HOSTS} hosts in turn`,
      ours: median(seconds.slice(0, 3)),
      baseline: 5,
      baselineName: 'limit',
      aim: 1,
      unit: 's',
      note: `window, page, record and vault; the pause of ${DELAY} s of a host is spent on the others`,
    },
  ];
}

async function makeVault({ page, file }: Person): Promise<void> {
  const made = await ask(page, 'vault.create', {
    directory: file('brankas'),
    name: 'Brankas ukur',
    userName: 'Petugas Latihan',
    passphrase: PASSPHRASE,
    practice: true,
  });
  if (!made.ok) throw new Error(`no vault: ${made.error?.code}`);
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
}

/** Makes a queue and waits for its end; every address must have been captured. */
async function runQueue({ page }: Person, hosts: readonly string[], round: number): Promise<void> {
  const items = Array.from({ length: ADDRESSES }, (_, index) => ({
    address: `${hosts[index % hosts.length] ?? ''}/plain?butir=${round * ADDRESSES + index}`,
  }));
  const made = await ask(page, 'queue.create', {
    title: `Putaran ${round + 1}`,
    items,
    caseId: null,
    delaySeconds: DELAY,
  });
  const { id } = z.object({ id: z.string() }).parse(made.value);
  for (const end = performance.now() + PATIENCE; performance.now() < end; await sleep(500)) {
    const queue = listed.parse((await ask(page, 'queue.list', {})).value).queues.find((one) => one.id === id);
    if (queue?.state !== 'ended') continue;
    if (queue.counts['captured'] !== ADDRESSES) throw new Error(`not all captured: ${JSON.stringify(queue.counts)}`);
    return;
  }
  throw new Error('the queue did not end in time');
}

/** Megabytes that a process holds when it has nothing to do: the middle of looks over ten seconds. */
async function atRest(pid: number): Promise<number> {
  const looks: number[] = [];
  for (let look = 0; look < 11; look += 1) {
    await sleep(500);
    looks.push(residentBytes(pid) / MEGABYTE);
  }
  return median(looks);
}
