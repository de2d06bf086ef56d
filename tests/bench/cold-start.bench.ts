/** From starting the program to a window that answers, against an empty window of the same Electron. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright-core';
import { launchNetra } from '../support/electron.ts';
import { type Figure, median } from './figure.ts';

const RUNS = 5;

export async function run(): Promise<readonly Figure[]> {
  const ours: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < RUNS; round += 1) {
    ours.push(await ownStart());
    empty.push(await emptyStart());
  }
  return [
    {
      figure: `cold start to interactive, median of ${RUNS}`,
      ours: median(ours),
      baseline: median(empty),
      baselineName: 'an empty window',
      aim: 1.8,
      unit: 'ms',
    },
  ];
}

async function ownStart(): Promise<number> {
  const start = performance.now();
  const netra = await launchNetra();
  const page = await netra.firstWindow();
  await page.getByRole('button').first().waitFor({ state: 'visible' });
  const milliseconds = performance.now() - start;
  await netra.close();
  return milliseconds;
}

async function emptyStart(): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'netra-empty-'));
  await writeFile(path.join(folder, 'package.json'), '{"name":"empty","main":"main.js"}');
  await writeFile(
    path.join(folder, 'main.js'),
    "const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<button>x</button>'));",
  );
  const settings = JSON.parse(process.env['NETRA_LAUNCH'] ?? 'null') as {
    executable: string;
    args: string[];
    env: Record<string, string>;
  };
  const args = [`--user-data-dir=${path.join(folder, 'data')}`, ...settings.args.slice(0, -1), folder];
  const start = performance.now();
  const app = await _electron.launch({ executablePath: settings.executable, args });
  await (await app.firstWindow()).getByRole('button').waitFor({ state: 'visible' });
  const milliseconds = performance.now() - start;
  await app.close();
  await rm(folder, { recursive: true, force: true });
  return milliseconds;
}
