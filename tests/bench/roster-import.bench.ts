/** Reading a roster: our process from bytes to validated records, against SheetJS parsing the same file and no more. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeXlsx } from '../fixtures/roster/make-xlsx.ts';
import { makePeople, OFFICE_HEADINGS, personCells } from '../fixtures/roster/people.ts';
import { runRosterWorker } from '../fixtures/roster/worker.ts';

/** One measured figure beside its baseline, both in `unit`; the ratio is wanted at or under `aim`. */
export interface Figure {
  readonly figure: string;
  readonly ours: number;
  readonly baseline: number;
  readonly baselineName: string;
  readonly aim: number;
  readonly unit: string;
}

/** Runs of which the median counts. */
const RUNS = 3;
const AIM = 1.5;
const MAPPING = [
  'nip',
  'nik',
  'name',
  'sex',
  'birthDate',
  'status',
  'grade',
  'position',
  'positionType',
  'unit',
  'agency',
  'workEmail',
];

/** Measures 10,000 and 100,000 rows of twelve columns. */
export async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const people of [10_000, 100_000]) {
    const file = makeXlsx([{ name: 'Data', rows: rosterRows(people) }]);
    const ours = await median(() => readByWorker(file, people));
    const baseline = await median(() => parseBySheetJs(file));
    const figure = `roster: ${people} rows x 12 columns, file to validated records`;
    figures.push({ figure, ours, baseline, baselineName: 'SheetJS parse alone', aim: AIM, unit: 'ms' });
  }
  return figures;
}

function* rosterRows(people: number): Generator<string[], void, undefined> {
  yield [...OFFICE_HEADINGS];
  for (const person of makePeople(people)) yield personCells(person);
}

async function readByWorker(file: Uint8Array, people: number): Promise<number> {
  const mapping = MAPPING.map((field, column) => ({ column, field }));
  const { outcome, milliseconds, rows } = await runRosterWorker(
    { mode: 'read', sheets: [{ name: 'Data', headerRow: 0, mapping }] },
    file,
  );
  if (!outcome.ok || rows.length !== people)
    throw new Error(`the roster worker read ${rows.length} of ${people} people`);
  return milliseconds;
}

/** A fresh process for each run, as ours has one: neither is warm. */
function parseBySheetJs(file: Uint8Array): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'netra-bench-'));
  const input = join(folder, 'roster.xlsx');
  writeFileSync(input, file);
  const child = fork(new URL('./sheetjs-parse.ts', import.meta.url).pathname, [input], { execArgv: ['--no-warnings'] });
  return new Promise<number>((resolve, reject) => {
    child.on('message', (milliseconds) => {
      if (typeof milliseconds === 'number') resolve(milliseconds);
    });
    child.on('exit', (code) => reject(new Error(`SheetJS ended with ${code}`)));
  }).finally(() => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });
}

async function median(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < RUNS; count += 1) times.push(await measure());
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}
