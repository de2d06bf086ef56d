/** How long a report of 50 and of 500 screenshots takes against pdfkit alone, and how much memory it needs. */
import { spawnSync } from 'node:child_process';
import { linkSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { type ReportModel, reportModelSchema } from '#shared/contract/report-model.ts';
import { attachmentOf, makePngFromRows, sampleReport, sha256 } from '../unit/report/sample-report.ts';
import { runWorkerProcess, type WorkerInput } from '../unit/report/worker-process.ts';
import type { Figure } from './figure.ts';

const WIDTH = 1280;
const HEIGHT = 3000;
const DISTINCT = 10;
const MEMORY_AIM_MB = 400;

/** Runs both sizes; about two minutes on two cores. */
export async function run(counts: readonly number[] = [50, 500]): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'netra-bench-report-'));
  try {
    const distinct = Array.from({ length: DISTINCT }, (_unused, index) => makePicture(folder, index));
    const figures: Figure[] = [];
    for (const count of counts) figures.push(...(await measure(folder, distinct, count)));
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, distinct: readonly string[], count: number): Promise<Figure[]> {
  // Every picture under a path of its own: pdfkit would place a picture it knows by path a second time for nothing.
  const pictures = Array.from({ length: count }, (_unused, index) => {
    const path = join(folder, `${count}-${index}.png`);
    linkSync(distinct[index % DISTINCT] ?? '', path);
    return path;
  });
  const ours = await ourReport(folder, pictures);
  const baseline = pdfkitAlone(folder, pictures);
  return [
    {
      figure: `report of ${count} screenshots`,
      ours: ours.seconds,
      baseline: baseline.seconds,
      baselineName: 'pdfkit alone',
      aim: 1.25,
      unit: 's',
    },
    {
      figure: `memory of the worker, ${count} screenshots`,
      ours: ours.peakBytes / 1e6,
      baseline: MEMORY_AIM_MB,
      baselineName: `limit (pdfkit alone: ${Math.round(baseline.peakBytes / 1e6)} MB)`,
      aim: 1,
      unit: 'MB',
    },
  ];
}

async function ourReport(folder: string, pictures: readonly string[]): Promise<{ seconds: number; peakBytes: number }> {
  const { model, inputs } = reportOf(pictures);
  const target = join(folder, 'ours.pdf');
  const job = { model, largestAttachmentBytes: 25 * 1024 * 1024, signature: null };
  const start = performance.now();
  const { peakBytes } = await runWorkerProcess('report', job, inputs, {
    outputFiles: { pdf: target },
    watchMemory: true,
  });
  const seconds = (performance.now() - start) / 1000;
  if (statSync(target).size < pictures.length * 1000) throw new Error('the report is too small to be true');
  rmSync(target);
  return { seconds, peakBytes };
}

function pdfkitAlone(folder: string, pictures: readonly string[]): { seconds: number; peakBytes: number } {
  const target = join(folder, 'pdfkit.pdf');
  const script = fileURLToPath(new URL('./report-baseline.ts', import.meta.url));
  const font = fileURLToPath(new URL('../../resources/report/fonts/LiberationSans-Regular.ttf', import.meta.url));
  const list = JSON.stringify(pictures);
  const start = performance.now();
  const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', script, target, font, list, list];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(stderr);
  rmSync(target);
  const answer: unknown = JSON.parse(stdout);
  const peakBytes =
    typeof answer === 'object' && answer !== null && 'peakBytes' in answer ? Number(answer.peakBytes) : Number.NaN;
  return { seconds, peakBytes };
}

/** The job's model and inputs for these pictures, each with its original. */
export function reportOf(
  pictures: readonly string[],
  heightPixels = HEIGHT,
): { model: ReportModel; inputs: Record<string, WorkerInput> } {
  const sample = sampleReport();
  const inputs: Record<string, WorkerInput> = { ...sample.inputs };
  const hashes = new Map<string, Buffer>();
  const items = pictures.map((path, index) => {
    const number = String(index + 1);
    const key = String(index % DISTINCT);
    const bytes = hashes.get(key) ?? readFileSync(path);
    hashes.set(key, bytes);
    inputs[`picture:${number}`] = { file: path };
    inputs[`original:${number}`] = { file: path };
    return { number, bytes, name: `asli-${number}.png` };
  });
  const model = {
    ...sample.model,
    evidence: items.map(({ number, bytes }) => ({ ...sample.model.evidence[0], number, sha256: sha256(bytes) })),
    evidencePages: items.map(({ number }) => ({
      ...sample.model.evidencePages[0],
      evidenceNumber: number,
      picture: { input: `picture:${number}`, widthPixels: WIDTH, heightPixels },
    })),
    attachments: items.map(({ number, bytes, name }) =>
      attachmentOf(name, bytes, { input: `original:${number}`, mime: 'image/png', evidenceNumber: number }),
    ),
  };
  return { model: reportModelSchema.parse(model), inputs };
}

/** One of several distinct pictures: something between a page of text and a photograph, some 600 bytes a row. */
export function makePicture(folder: string, seed: number, height = HEIGHT): string {
  const path = join(folder, `distinct-${seed}.png`);
  const row = Buffer.alloc(WIDTH * 3 + 1);
  const rows: Buffer[] = [];
  let random = seed + 1;
  for (let y = 0; y < height; y += 1) {
    const photo = y % 900 < 260;
    for (let x = 0; x < WIDTH * 3; x += 1) {
      random = (Math.imul(random, 1103515245) + 12345) >>> 0;
      row[x + 1] =
        photo && x > 900 && x < 2900
          ? ((x >> 4) + (y >> 2) + ((random >>> 24) & 15)) & 255
          : (y + seed) % 24 < 10 && (x * 7 + seed) % 61 < 30
            ? 60
            : 250;
    }
    rows.push(Buffer.from(row));
  }
  writeFileSync(path, makePngFromRows(WIDTH, height, deflateSync(Buffer.concat(rows), { level: 6 })));
  return path;
}
