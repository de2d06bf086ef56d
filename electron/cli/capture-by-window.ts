/** Starts the app to capture addresses: the job goes in a file without secrets, the passphrase through stdin, answers come as lines. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { CaptureJob } from '#shared/contract/capture-job.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type CaptureResult, isUnexplained, readAnswers, tailOf } from './app-answers.ts';
import { vaultProfileDirectory } from './profile.ts';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

type WithoutProfile<Job> = Job extends CaptureJob ? Omit<Job, 'profileDirectory'> : never;

export type CaptureRequest = WithoutProfile<CaptureJob> & {
  readonly passphrase: string;
  /** What the app said last, when it ended without an answer: stderr. */
  readonly say: (line: string) => void;
};

/** On a virtual display where there is none. Throws what the app refused the whole job with; an address that could not be captured is a result of its own. */
export async function captureByWindow({ passphrase, say, ...job }: CaptureRequest): Promise<CaptureResult[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'netra-capture-'));
  try {
    const file = path.join(folder, 'job.json');
    await writeFile(file, JSON.stringify({ ...job, profileDirectory: vaultProfileDirectory() } satisfies CaptureJob), {
      mode: 0o600,
    });
    const launch = process.env['NETRA_LAUNCH'] ?? (await launchSettings());
    const child = spawn(process.execPath, [script('run-app.mjs'), ...appArguments(folder, file)], {
      env: { ...process.env, NETRA_LAUNCH: launch },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    // An app that ended before it read the passphrase says why on stderr; the broken pipe says nothing more.
    child.stdin.on('error', () => undefined).end(`${passphrase}\n`);
    const tail = tailOf(child.stderr);
    try {
      return await readAnswers(child.stdout, ended(child));
    } catch (error) {
      if (isUnexplained(error)) for (const line of await tail) say(line);
      throw error;
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function appArguments(folder: string, jobFile: string): string[] {
  return [`--user-data-dir=${path.join(folder, 'profile')}`, `--capture-job=${jobFile}`];
}

function ended(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
}

/** How the app is started here, as NETRA_LAUNCH has it; sets up what is missing, which is told on stderr as it happens. */
async function launchSettings(): Promise<string> {
  const child = spawn(process.execPath, [script('electron-launch.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = await Promise.all([text(child.stdout), ended(child)]);
  // Its last line on stderr has said why.
  if (child.exitCode !== 0) throw new AppError('CAPTURE_WINDOW_CLOSED', {});
  return printed;
}

function script(name: string): string {
  return path.join(ROOT, 'scripts', name);
}
