/** Builds and starts the capture harness in a real Electron, and speaks to it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { _electron, type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { rolldown } from 'rolldown';
import { z } from 'zod';
import type { CaptureState } from '#shared/contract/capture.ts';
import type { AreaKind, CaptureArea } from '#shared/domain/capture/capture-area.ts';
import type { AddressRules } from '#shared/domain/capture/address-policy.ts';
import type { CaptureRecord } from '#shared/domain/capture/record.ts';
import type { CaptureDeadlines } from '../../../electron/main/capture/engine/deadlines.ts';
import type { RecordOrder } from '../../../electron/main/capture/capture-controller.ts';
import type { CapturedAddress } from '../../../electron/main/capture/capture-addresses.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const launchShape = z.object({ executable: z.string(), args: z.array(z.string()) });

export interface Taken {
  readonly record: CaptureRecord;
  readonly reload: CaptureRecord | null;
}
/** An operation's answer: its value, or the code it was refused with. */
export type Answer<Value> =
  | { readonly value: Value; readonly code?: undefined }
  | { readonly value?: undefined; readonly code: string };

export interface HarnessFunctions {
  /** With `rebound`, every name is said to lead there when it is looked up, wherever the connection then goes. */
  open(options?: {
    rules?: AddressRules;
    deadlines?: Partial<CaptureDeadlines>;
    rebound?: string;
    unattended?: boolean;
  }): number;
  visit(id: number, address: string): Answer<boolean>;
  navigate(id: number, address: string): Answer<void>;
  take(id: number, reload: boolean, banner?: number): Answer<Taken>;
  areas(id: number, kind: AreaKind): Answer<CaptureArea[]>;
  light(id: number, kind: AreaKind, area: number | null): void;
  record(id: number, order: RecordOrder): Answer<Taken>;
  stopRecording(id: number): boolean;
  cancel(id: number): void;
  go(id: number, direction: 'back' | 'forward' | 'reload' | 'stop'): void;
  state(id: number): CaptureState;
  folder(id: number): string;
  sinkState(id: number): 'open' | 'committed' | 'aborted' | 'none';
  inPage(id: number, script: string): unknown;
  crash(id: number): void;
  scaleTo(id: number, scale: number): void;
  cdp(id: number, method: string, params: object): unknown;
  raw(id: number): number;
  /** What Chromium does by graphics hardware and what not. */
  gpu(): Readonly<Record<string, string>>;
  cover(id: number): void;
  close(id: number): void;
  windows(): number;
  /** Sessions that windows got, in order; and how many could not be cleared. */
  sessions(): { readonly partitions: readonly string[]; readonly lost: number };
  /** The name of the next cookie that its session tells of. */
  cookieSet(id: number): string;
  captureAddresses(addresses: string[]): CapturedAddress[];
}

export interface Harness {
  call<Name extends keyof HarnessFunctions>(
    name: Name,
    ...input: Parameters<HarnessFunctions[Name]>
  ): Promise<ReturnType<HarnessFunctions[Name]>>;
  /** Complaints of the tool bars' consoles so far: errors, and violations of the content security policy. */
  readonly complaints: readonly string[];
  /** The newest window's tool bar, when the harness was started with the built pages. */
  toolbar(): Page;
  /** An artefact of the last committed capture of a window. */
  artefact(folder: string, name: string): Buffer;
  picture(folder: string, name: string): PNG;
  /** Polls until it holds; throws after the deadline. */
  until(what: string, holds: () => Promise<boolean>, deadline?: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts it; `pages` serves the built tool bar from out/ under the app's own policy. */
export async function launchCaptureHarness(options: { pages?: boolean } = {}): Promise<Harness> {
  const settings = launchShape.parse(JSON.parse(process.env['NETRA_LAUNCH'] ?? 'null'));
  const folder = mkdtempSync(path.join(tmpdir(), 'netra-harness-'));
  await buildInto(folder);
  const environment = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const app = await _electron.launch({
    executablePath: settings.executable,
    // Its own folder in place of the app's; switches such as --no-sandbox stay.
    args: [
      `--user-data-dir=${path.join(folder, 'data')}`,
      ...settings.args.filter((arg) => arg.startsWith('-')),
      folder,
    ],
    env: {
      ...Object.fromEntries(environment),
      ...(options.pages === true && {
        NETRA_HARNESS_PAGES: process.env['NETRA_HARNESS_PAGES'] ?? path.join(root, 'out/renderer'),
        NETRA_HARNESS_PRELOAD:
          process.env['NETRA_HARNESS_PRELOAD'] ?? path.join(root, 'out/preload/capture-toolbar.js'),
      }),
    },
  });
  let ended = '';
  app.process().on('exit', (code, signal) => {
    ended = `the harness ended: ${String(code)} ${String(signal)}`;
  });
  const complaints: string[] = [];
  app.on('window', (page) => {
    if (page.url() !== '' && !page.url().startsWith('app:')) return;
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  const until = untilHolds;
  await until('the harness is there', () => app.evaluate(() => 'harness' in globalThis));
  return {
    call: async (name, ...input) => {
      if (ended !== '') throw new Error(ended);
      return app.evaluate(
        (_electronModule, [wanted, values]) => {
          const { harness } = globalThis as unknown as {
            harness: Record<string, (...all: readonly unknown[]) => never>;
          };
          const act = harness[wanted];
          if (act === undefined) throw new Error(`the harness has no ${wanted}`);
          return act(...values);
        },
        [name, input] as const,
      );
    },
    complaints,
    toolbar: () => {
      const found = app.windows().findLast((page) => page.url().startsWith('app://netra/capture-toolbar'));
      if (found === undefined) throw new Error('there is no tool bar');
      return found;
    },
    artefact: (from, name) => readFileSync(path.join(from, name)),
    picture: (from, name) => PNG.sync.read(readFileSync(path.join(from, name))),
    until,
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The part of the harness that needs no Playwright. */
export type PlainHarness = Pick<Harness, 'call' | 'artefact' | 'until' | 'close'>;

/**
 * Starts it without Playwright, whose own debugger holds up frames of other sites as soon as a second one is attached:
 * calls and answers are lines of JSON.
 */
export async function launchPlainHarness(switches: readonly string[] = []): Promise<PlainHarness> {
  const settings = launchShape.parse(JSON.parse(process.env['NETRA_LAUNCH'] ?? 'null'));
  const folder = mkdtempSync(path.join(tmpdir(), 'netra-harness-'));
  await buildInto(folder);
  const own = [`--user-data-dir=${path.join(folder, 'data')}`, ...settings.args.filter((arg) => arg.startsWith('-'))];
  const program = spawn(settings.executable, [...own, ...switches, folder], {
    env: { ...process.env, NETRA_HARNESS_LINES: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  const there = new Promise<void>((resolve) => waiting.set(-1, { resolve, reject: () => undefined }));
  createInterface({ input: program.stdout }).on('line', (line) => {
    if (!line.startsWith('NETRA ')) return;
    const { id, value, error } = answerShape.parse(JSON.parse(line.slice(6)));
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(value as never);
    else asked?.reject(new Error(error));
  });
  const ended = once(program, 'exit').then(() => {
    for (const { reject } of waiting.values()) reject(new Error('the harness ended'));
  });
  await there;
  let calls = 0;
  return {
    call: (name, ...input) =>
      new Promise((resolve, reject) => {
        waiting.set((calls += 1), { resolve, reject });
        program.stdin.write(`${JSON.stringify({ id: calls, name, input })}\n`);
      }),
    artefact: (from, name) => readFileSync(path.join(from, name)),
    until: untilHolds,
    close: async () => {
      program.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const answerShape = z.object({ id: z.number(), value: z.unknown().optional(), error: z.string().optional() });

async function untilHolds(what: string, holds: () => Promise<boolean>, deadline = 15_000): Promise<void> {
  const end = Date.now() + deadline;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${deadline} ms: ${what}`);
    await new Promise((go) => setTimeout(go, 25));
  }
}

async function buildInto(folder: string): Promise<void> {
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'netra-harness', main: 'main.cjs' }));
  const bundle = await rolldown({
    input: path.join(root, 'tests/support/capture-harness/main.ts'),
    platform: 'node',
    external: ['electron'],
    cwd: root,
  });
  await bundle.write({ file: path.join(folder, 'main.cjs'), format: 'cjs' });
  await bundle.close();
}
