/** `npm run bench [name …]`: runs the benchmarks, prints a table and writes bench-output/bench.json. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Figure } from './figure.ts';

const BENCHES: Readonly<Record<string, () => Promise<{ run(): Promise<readonly Figure[]> }>>> = {
  'roster-import': () => import('./roster-import.bench.ts'),
  'vault-import': () => import('./vault-import.bench.ts'),
  'import-in-app': () => import('./import-in-app.bench.ts'),
  'evidence-intake': () => import('./evidence-intake.bench.ts'),
  search: () => import('./search.bench.ts'),
  report: () => import('./report.bench.ts'),
  verify: () => import('./verify.bench.ts'),
  sign: () => import('./sign.bench.ts'),
  'cold-start': () => import('./cold-start.bench.ts'),
  capture: () => import('./capture.bench.ts'),
  'capture-queue': () => import('./capture-queue.bench.ts'),
  lists: () => import('./lists.bench.ts'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(`No benchmark is named ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(2);
}

const figures: Figure[] = [];
const failed: string[] = [];
for (const [name, load] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  try {
    const bench = await load();
    figures.push(...(await bench.run()));
  } catch (error) {
    // The other figures are worth having; the run as a whole has failed.
    failed.push(name);
    process.stderr.write(
      `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  }
}
process.stdout.write(tableOf(figures));
const folder = path.resolve(import.meta.dirname, '../../bench-output');
await mkdir(folder, { recursive: true });
await writeFile(
  path.join(folder, 'bench.json'),
  `${JSON.stringify({ at: new Date().toISOString(), node: process.version, figures, failed }, null, 2)}\n`,
);
if (failed.length > 0) process.exitCode = 1;

function tableOf(rows: readonly Figure[]): string {
  const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
  const lines = rows.map(({ figure, ours, baseline, baselineName, aim, unit, note }) => {
    const ratio = ours / baseline;
    const verdict = ratio <= aim ? 'met' : 'MISSED';
    return `| ${figure} | ${number(ours)} ${unit} | ${number(baseline)} ${unit} (${baselineName}) | ${ratio.toFixed(2)} | ${aim} | ${verdict} | ${note ?? ''} |`;
  });
  return [
    '| figure | ours | baseline | ratio | aim | | note |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}
