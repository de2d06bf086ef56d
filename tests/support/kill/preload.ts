/**
 * Preloaded (node --import) into a vault program under test, so that the product itself needs no hook: counts the steps it
 * takes towards the disk, from the moment it is armed by a message, and ends the process with SIGKILL at the asked one.
 * A step has a label; "blob-rename:after" lies between a blob's rename and its commit.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { z } from 'zod';

const order = z
  .strictObject({
    /** Where to write the labels of all steps, one a line, instead of ending. */
    traceFile: z.string().nullable(),
    /** Ends at the n-th step (from 1) with this label, or at the n-th of all steps where the label is "*". */
    label: z.string(),
    nth: z.number().int().min(1),
    /** Requests that arm the counting. */
    armedBy: z.array(z.string()),
  })
  .parse(JSON.parse(process.env['NETRA_KILL_ORDER'] ?? 'null'));

let armed = false;
let steps = 0;
process.on('message', (message: { readonly op?: string }) => {
  if (order.armedBy.includes(message.op ?? '')) armed = true;
});

const appendFile = fs.appendFileSync;

/** One step was reached. */
function step(label: string): void {
  if (!armed) return;
  if (order.traceFile !== null) {
    appendFile(order.traceFile, `${label}\n`);
    return;
  }
  if (order.label === '*' || order.label === label) steps += 1;
  else return;
  if (steps === order.nth) process.kill(process.pid, 'SIGKILL');
}

/** What a path is, as far as steps are told apart. */
function kindOf(path: unknown): string {
  const text = String(path);
  if (/[\\/]blobs[\\/][0-9a-f]{2}[\\/]/.test(text)) return 'blob';
  if (text.endsWith('netra-vault.json')) return 'header';
  return text.endsWith('.json') ? 'json' : 'file';
}

function wrapFiles(): void {
  const { renameSync, fsyncSync } = fs;
  fs.renameSync = (from, to) => {
    step(`${kindOf(to)}-rename:before`);
    renameSync(from, to);
    step(`${kindOf(to)}-rename:after`);
  };
  fs.fsyncSync = (descriptor) => {
    step('sync:before');
    fsyncSync(descriptor);
  };
  syncBuiltinESMExports();
}

/** The handles of node:fs/promises share one prototype. */
async function wrapHandles(): Promise<void> {
  const handle = await fs.promises.open(import.meta.filename, 'r');
  await handle.close();
  const shared = Object.getPrototypeOf(handle) as Record<'writev' | 'sync', (...values: unknown[]) => Promise<unknown>>;
  for (const name of ['writev', 'sync'] as const) {
    const real = shared[name];
    shared[name] = async function (this: unknown, ...values: unknown[]) {
      step(`${name}:before`);
      const answer = await real.apply(this, values);
      step(`${name}:after`);
      return answer;
    };
  }
}

/** Sleeps until it is woken by a commit or a close, then ends the process as soon as the database file itself changes. */
const WATCHER = `
const { workerData } = require('node:worker_threads');
const { statSync } = require('node:fs');
const flag = new Int32Array(workerData.flag);
for (;;) {
  Atomics.wait(flag, 0, 0);
  const before = statSync(workerData.file, { bigint: true }).mtimeNs;
  Atomics.store(flag, 1, 1);
  Atomics.notify(flag, 1);
  while (Atomics.load(flag, 0) === 1)
    if (statSync(workerData.file, { bigint: true }).mtimeNs !== before) process.kill(process.pid, 'SIGKILL');
}`;

/** Makes a function that runs work while a checkpoint that it does is watched for. */
function checkpointWatch(file: string): <Value>(label: string, work: () => Value) => Value {
  const flag = new Int32Array(new SharedArrayBuffer(8));
  new Worker(WATCHER, { eval: true, execArgv: [], workerData: { flag: flag.buffer, file } }).unref();
  let times = 0;
  return (label, work) => {
    if (!armed || order.label !== label) return work();
    times += 1;
    if (times !== order.nth) return work();
    Atomics.store(flag, 1, 0);
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
    Atomics.wait(flag, 1, 0);
    const value = work();
    Atomics.store(flag, 0, 0);
    return value;
  };
}

function wrapDatabase(): void {
  const shared = Database.prototype as unknown as {
    readonly name: string;
    exec(this: { readonly name: string }, sql: string): unknown;
    close(this: { readonly name: string }): unknown;
    prepare(sql: string): object;
  };
  const { exec, close, prepare } = shared;
  let watch: ReturnType<typeof checkpointWatch> | null = null;
  const watched = <Value>(file: string, label: string, work: () => Value): Value => {
    if (!order.label.startsWith('checkpoint')) return work();
    watch ??= checkpointWatch(file);
    return watch(label, work);
  };
  shared.exec = function (sql) {
    if (sql !== 'COMMIT') return exec.call(this, sql);
    step('commit:before');
    const answer = watched(this.name, 'checkpoint:commit', () => exec.call(this, sql));
    step('commit:after');
    return answer;
  };
  shared.close = function () {
    step('close:before');
    return watched(this.name, 'checkpoint:close', () => close.call(this));
  };
  let wrapped = false;
  shared.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    if (wrapped) return statement;
    wrapped = true;
    const statements = Object.getPrototypeOf(statement) as { run(...values: unknown[]): unknown };
    const { run } = statements;
    statements.run = function (this: unknown, ...values: unknown[]) {
      step('statement:before');
      return run.apply(this, values);
    };
    return statement;
  };
}

/** Progress, events and answers on their way to the host. */
function wrapMessages(): void {
  const send = process.send?.bind(process) as ((...values: unknown[]) => boolean) | undefined;
  if (!send) return;
  process.send = (...values: unknown[]) => {
    step('message:before');
    return send(...values);
  };
}

wrapMessages();
wrapFiles();
wrapDatabase();
await wrapHandles();
