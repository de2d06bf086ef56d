/**
 * What importing a large roster does to the rest of the app: a real Electron, the wizard used as a person does, and beside
 * it the memory of the vault and its roster worker, the longest task of the page, the longest pause of main.
 * Needs Linux, and the vault on an external Node (see scripts/lib/launch.mjs): its processes are found by their command lines.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { writeXlsx } from 'hucre';
import type { Page } from 'playwright-core';
import type { RunningNetra } from '../support/electron.ts';
import { ask, PASSPHRASE, type Person, press, sitDown } from '../support/journey/person.ts';
import { answerOpenDialog } from '../support/journey/system.ts';
import { type Figure, timed } from './figure.ts';
import { watchMemory } from './import-memory.ts';
import { HEADINGS, rosterRows } from './vault-import.bench.ts';

const PEOPLE = 100_000;
/** Milliseconds that the app is watched at rest: what the machine does to it without an import. */
const REST = 10_000;
/** Milliseconds that one step of the wizard may take before the benchmark gives up. */
const PATIENCE = 300_000;
/** Milliseconds between two looks at main's event loop; a pause is told with this much added. */
const LOOK_EVERY = 5;

/** Three figures, each against its limit. */
export async function run(): Promise<readonly Figure[]> {
  const person = await sitDown();
  try {
    await makeVault(person);
    const roster = person.file('daftar-pegawai.xlsx');
    const rows = [HEADINGS, ...rosterRows(PEOPLE)];
    writeFileSync(roster, await writeXlsx({ sheets: [{ name: 'Data_Pegawai_PNS', rows }] }));
    await openWizard(person, roster);
    const rest = await watchPauses(person);
    await new Promise((resolve) => setTimeout(resolve, REST));
    const atRest = await rest();

    const pauses = await watchPauses(person);
    const memory = watchMemory(person.netra.app.process().pid ?? 0);
    const milliseconds = await timed(() => importRoster(person.page));
    const { megabytes, cpu, parts } = memory();
    const during = await pauses();
    await requirePeople(person.page);

    const over = `import of ${PEOPLE} rows in the app`;
    const limit = { baselineName: 'limit', aim: 1 };
    // A machine that others use holds every process up: without these two a miss cannot be judged.
    const load = `load ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} processors`;
    const idle = (value: number): string => `before the import ${value.toFixed(0)} ms; ${load}`;
    return [
      {
        ...limit,
        figure: `${over}: memory of vault and worker`,
        ours: megabytes,
        baseline: 350,
        unit: 'MB',
        note: `${parts}; ${(milliseconds / 1_000).toFixed(1)} s by the clock, ${(cpu / 1_000).toFixed(1)} s of CPU`,
      },
      {
        ...limit,
        figure: `${over}: longest task of the page`,
        ours: during.page,
        baseline: 50,
        unit: 'ms',
        note: idle(atRest.page),
      },
      {
        ...limit,
        figure: `${over}: longest pause of main`,
        ours: during.main,
        baseline: 50,
        unit: 'ms',
        note: idle(atRest.main),
      },
    ];
  } finally {
    await person.netra.close();
  }
}

async function makeVault({ page, file }: Person): Promise<void> {
  const made = await ask(page, 'vault.create', {
    directory: file('brankas'),
    name: 'Brankas ukur',
    userName: 'Petugas Latihan',
    passphrase: PASSPHRASE,
    practice: true,
    sampleData: false,
  });
  if (!made.ok) throw new Error(`no vault: ${made.error?.code}`);
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
}

async function openWizard({ page, netra }: Person, roster: string): Promise<void> {
  await answerOpenDialog(netra, roster);
  await page.evaluate(() => window.location.assign('#/pegawai/impor'));
  await page.locator('.n-drop').waitFor();
}

/** From the choice of the file to the result, as a person clicks through it. */
async function importRoster(page: Page): Promise<void> {
  await page.locator('.n-drop').click();
  await page.locator('.n-import-sheets').waitFor({ timeout: PATIENCE });
  await press(page, /^Periksa/);
  await page.getByRole('grid').waitFor({ timeout: PATIENCE });
  await press(page, /^Tambahkan/);
  await page.getByText('Daftar pegawai diperbarui.').waitFor({ timeout: PATIENCE });
}

async function requirePeople(page: Page): Promise<void> {
  const { value } = await ask(page, 'roster.list', {});
  const total = value !== null && typeof value === 'object' && 'total' in value ? value.total : undefined;
  if (total !== PEOPLE) throw new Error(`${String(total)} of ${PEOPLE} people were imported`);
}

interface Pauses {
  /** Milliseconds; 0 when no task took 50 ms or more: the page reports no shorter ones. */
  readonly page: number;
  /** Milliseconds. */
  readonly main: number;
}

/** Watches the page and main from now on; the answer tells the longest of each so far and ends the watch. */
async function watchPauses({ page, netra }: Person): Promise<() => Promise<Pauses>> {
  const tasks = await watchTasks(page);
  const loop = await watchLoop(netra);
  return async () => ({ page: await tasks(), main: await loop() });
}

async function watchTasks(page: Page): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle(() => {
    const found = { longest: 0, observer: new PerformanceObserver(() => undefined) };
    found.observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.longest = Math.max(found.longest, duration);
    });
    found.observer.observe({ type: 'longtask' });
    return found;
  });
  return () =>
    watch.evaluate((found) => {
      const late = found.observer.takeRecords().map(({ duration }) => duration);
      found.observer.disconnect();
      return Math.max(found.longest, ...late);
    });
}

async function watchLoop({ app }: RunningNetra): Promise<() => Promise<number>> {
  const watch = await app.evaluateHandle((_electron, resolution) => {
    const { monitorEventLoopDelay } = process.mainModule?.require(
      'node:perf_hooks',
    ) as typeof import('node:perf_hooks');
    const histogram = monitorEventLoopDelay({ resolution });
    histogram.enable();
    return histogram;
  }, LOOK_EVERY);
  return () =>
    watch.evaluate((histogram) => {
      histogram.disable();
      return histogram.max / 1e6;
    });
}
