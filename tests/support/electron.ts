/** Starts the built app in a real Electron for a test, and keeps what its pages complained about. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ConsoleMessage, type ElectronApplication, errors, type Page } from 'playwright-core';
import { z } from 'zod';

/** How the app is started on this machine, as scripts/lib/launch.mjs says it. */
const launchShape = z.object({
  executable: z.string(),
  args: z.array(z.string()),
  env: z.record(z.string(), z.string()),
});

export interface LaunchOptions {
  /** Folder of the app's own data; a fresh temporary one, removed on close, when it is not given. */
  readonly userDataDir?: string;
  /** Arguments after the app's folder, such as `--vault`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds until the app must have started; 60 s when not given. */
  readonly timeout?: number;
}

export interface RunningNetra {
  readonly app: ElectronApplication;
  readonly userDataDir: string;
  /** The first window, once it is there. */
  firstWindow(): Promise<Page>;
  /** Console errors, uncaught page errors and failed promises of all windows so far, each with its page's address. */
  readonly problems: readonly string[];
  /** Violations of the content security policy of all windows so far. */
  readonly violations: readonly string[];
  /** What main and its children wrote to stdout and stderr so far. */
  output(): string;
  /** Ends the app in order. */
  close(): Promise<void>;
  /** Ends the app's main process at once, as a power cut would. */
  kill(): Promise<void>;
}

/** Starts tried at most. */
const STARTS = 3;
/** Milliseconds until the first page must have its bridge; a page that has it has it within one second. */
const BRIDGE_PATIENCE = 10_000;

/**
 * Starts the app; run under the `e2e` project, whose set-up provides Electron, the build and the display.
 *
 * The debugger of the test tools meets the first page while it goes from its blank document to ours, and in some starts of a
 * hundred holds it there for good (30 of 30 starts without that debugger had their page within two seconds). Such a start is
 * ended, said, and made again. So is one that they do not get hold of at all.
 */
export async function launchNetra(options: LaunchOptions = {}): Promise<RunningNetra> {
  for (let start = 1; ; start += 1) {
    const running = await launchOnce(options).catch((error: unknown) => {
      if (start === STARTS || !(error instanceof errors.TimeoutError)) throw error;
      return null;
    });
    if (running === null) {
      process.stderr.write('the test tools did not get hold of the app: it is started again\n');
      continue;
    }
    if (start === STARTS || !(await isHeldUp(running))) return running;
    process.stderr.write('the test tools held the first page up: the app is started again\n');
    await running.kill();
  }
}

/** Whether there is a first page that does not get its bridge. A start that shows no page is for its test to judge. */
async function isHeldUp({ app }: RunningNetra): Promise<boolean> {
  const page = await Promise.race([
    app.firstWindow().catch(() => null),
    new Promise<null>((resolve) => app.process().once('exit', () => resolve(null))),
  ]);
  if (page === null) return false;
  const bridged = page.waitForFunction(() => window.netra !== undefined, undefined, { timeout: BRIDGE_PATIENCE });
  return bridged.then(
    () => false,
    () => !page.isClosed(),
  );
}

async function launchOnce(options: LaunchOptions): Promise<RunningNetra> {
  const settings = launchShape.parse(JSON.parse(process.env['NETRA_LAUNCH'] ?? 'null'));
  const temporary = options.userDataDir === undefined;
  const userDataDir = options.userDataDir ?? (await mkdtemp(path.join(tmpdir(), 'netra-e2e-')));
  const app = await _electron.launch({
    executablePath: settings.executable,
    args: [`--user-data-dir=${userDataDir}`, ...settings.args, ...(options.args ?? [])],
    env: { ...definedEnvironment(), ...settings.env, ...options.env },
    timeout: options.timeout ?? 60_000,
  });
  const complaints = collectComplaints(app);
  const output = collectOutput(app);
  const removeData = async (): Promise<void> => {
    if (temporary) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  return {
    app,
    userDataDir,
    firstWindow: () => app.firstWindow(),
    ...complaints,
    output,
    close: async () => {
      await app.close();
      await removeData();
    },
    kill: async () => {
      const ended = new Promise<void>((resolve) => app.process().once('exit', () => resolve()));
      app.process().kill('SIGKILL');
      await ended;
      await removeData();
    },
  };
}

function collectComplaints(app: ElectronApplication): Pick<RunningNetra, 'problems' | 'violations'> {
  const problems: string[] = [];
  const violations: string[] = [];
  const take = (page: Page, message: ConsoleMessage): void => {
    if (message.type() !== 'error') return;
    const line = `${page.url()}: ${message.text()}`;
    // Chromium reports each violation of the policy on the console, inside frames and before any script of ours could listen.
    (/content security policy/i.test(message.text()) ? violations : problems).push(line);
  };
  const watch = (page: Page): void => {
    page.on('console', (message) => take(page, message));
    page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
  };
  const watchLate = async (page: Page): Promise<void> => {
    watch(page);
    for (const message of await page.consoleMessages()) take(page, message);
    for (const error of await page.pageErrors()) problems.push(`${page.url()}: ${error.message}`);
  };
  app.on('window', watch);
  for (const page of app.windows()) void watchLate(page);
  return { problems, violations };
}

function collectOutput(app: ElectronApplication): () => string {
  const pieces: Buffer[] = [];
  const take = (piece: Buffer): void => void pieces.push(piece);
  app.process().stdout?.on('data', take);
  app.process().stderr?.on('data', take);
  return () => Buffer.concat(pieces).toString('utf8');
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
