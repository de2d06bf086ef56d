/** Starts the app to capture addresses: the job goes in a file without secrets, the passphrase through stdin, answers come as lines. */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { CaptureJob } from '#shared/contract/capture-job.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import { vaultProfileDirectory } from './profile.ts';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface CaptureRequest extends Omit<CaptureJob, 'profileDirectory'> {
  readonly passphrase: string;
  /** Prose of the app's start: stderr. */
  readonly say: (line: string) => void;
}

/** One result per address; more fields than these are passed on as they come. */
const resultShape = z.looseObject({ id: z.string().nullable(), outcome: z.string(), requestedUrl: z.string() });
export type CaptureResult = z.infer<typeof resultShape>;

const answerLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('result'), result: resultShape }),
  z.object({ type: z.literal('done') }),
  z.object({
    type: z.literal('error'),
    code: z.enum(ERROR_CODES),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
]);
const launchShape = z.object({
  executable: z.string(),
  args: z.array(z.string()),
  env: z.record(z.string(), z.string()),
});

/** Throws what the app refused the whole job with; an address that could not be captured is a result of its own. */
export async function captureByWindow({ passphrase, say, ...job }: CaptureRequest): Promise<CaptureResult[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'netra-capture-'));
  try {
    const file = path.join(folder, 'job.json');
    await writeFile(file, JSON.stringify({ ...job, profileDirectory: vaultProfileDirectory() } satisfies CaptureJob), {
      mode: 0o600,
    });
    const launch = await launchSettings(say);
    const child = spawn(
      launch.executable,
      [`--user-data-dir=${path.join(folder, 'profile')}`, ...launch.args, `--capture-job=${file}`],
      {
        env: { ...process.env, ...launch.env },
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    );
    child.stdin.end(`${passphrase}\n`);
    return await readAnswers(
      child.stdout,
      new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function readAnswers(stdout: NodeJS.ReadableStream, exited: Promise<unknown>): Promise<CaptureResult[]> {
  const results: CaptureResult[] = [];
  let ended = false;
  for await (const text of createInterface({ input: stdout })) {
    if (!text.startsWith('{')) continue;
    const line = answerLine.parse(JSON.parse(text));
    if (line.type === 'error') throw new AppError(line.code, line.params);
    if (line.type === 'result') results.push(line.result);
    else ended = true;
  }
  await exited;
  if (!ended) throw new AppError('CAPTURE_WINDOW_CLOSED', {});
  return results;
}

/** How the app is started here; sets up what is missing, and says so. Where there is no display, a virtual one is used. */
async function launchSettings(say: (line: string) => void): Promise<z.infer<typeof launchShape>> {
  const given = process.env['NETRA_LAUNCH'];
  if (given !== undefined) return launchShape.parse(JSON.parse(given));
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [path.join(ROOT, 'scripts', 'electron-launch.mjs')],
    { maxBuffer: 10_000_000 },
  );
  if (stderr !== '') say(stderr.trimEnd());
  return launchShape.parse(JSON.parse(stdout));
}
