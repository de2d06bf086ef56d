/** Runs a worker program as a child process, the way the vault's supervisor does, over files or bytes. */
import { fork } from 'node:child_process';
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import type { FromWorker, ToWorker } from '#shared/contract/worker-protocol.ts';
import { inElectron, workerEntry } from '../../support/worker-entry.ts';

export type WorkerInput = Uint8Array | { readonly file: string };

export interface WorkerRun {
  readonly value: unknown;
  readonly outputs: ReadonlyMap<string, Buffer>;
  /** Highest resident set that was seen, in bytes; 0 when it was not asked for. */
  readonly peakBytes: number;
}

export interface RunOptions {
  /** Outputs go to these files instead of memory. */
  readonly outputFiles?: Readonly<Record<string, string>>;
  readonly answer?: (question: string, payload: unknown) => Promise<unknown>;
  readonly watchMemory?: boolean;
}

export class WorkerFailure extends Error {
  readonly code: string;
  readonly params: unknown;
  constructor(code: string, params: unknown, detail: string) {
    super(`${code} ${JSON.stringify(params)}\n${detail}`);
    this.code = code;
    this.params = params;
  }
}

/** Starts the worker of a kind, gives it the job, answers its requests until it is done. */
export async function runWorkerProcess(
  kind: 'report' | 'images' | 'text-recognition',
  job: unknown,
  inputs: Readonly<Record<string, WorkerInput>>,
  options: RunOptions = {},
): Promise<WorkerRun> {
  const child = fork(workerEntry(kind), [], {
    serialization: 'advanced',
    // An older Electron's Node does not know the option, and needs it for no source file.
    execArgv: inElectron ? [] : ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const readers = openInputs(inputs);
  const outputs = openOutputs(options.outputFiles ?? {});
  let peakBytes = 0;
  try {
    const value = await new Promise<unknown>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code) => reject(new Error(`the worker ended with ${String(code)}`)));
      child.on('message', (message: FromWorker) => {
        const send = (answer: ToWorker): void => void child.send(answer);
        if (message.type === 'ready') send({ type: 'start', job, inputs: readers.sizes });
        else if (message.type === 'done') resolve(message.value);
        else if (message.type === 'failed') reject(new WorkerFailure(message.code, message.params, message.detail));
        else if (message.type === 'read') {
          send({
            type: 'answer',
            id: message.id,
            ok: true,
            value: readers.read(message.input, message.offset, message.length),
          });
        } else if (message.type === 'write') {
          outputs.write(message.output, message.bytes);
          if (options.watchMemory) peakBytes = Math.max(peakBytes, residentBytes(child.pid));
          send({ type: 'answer', id: message.id, ok: true, value: null });
        } else if (message.type === 'ask') {
          const answer =
            options.answer?.(message.question, message.payload) ?? Promise.reject(new Error('nobody answers'));
          answer.then(
            (value) => send({ type: 'answer', id: message.id, ok: true, value }),
            () => send({ type: 'answer', id: message.id, ok: false }),
          );
        }
      });
    });
    return { value, outputs: outputs.finish(), peakBytes };
  } finally {
    readers.close();
    outputs.close();
    child.removeAllListeners('exit');
    child.kill();
  }
}

function residentBytes(pid: number | undefined): number {
  const text = pid === undefined ? '' : readText(`/proc/${pid}/status`);
  return Number(/VmHWM:\s+(\d+)/.exec(text)?.[1] ?? 0) * 1024;
}

function readText(path: string): string {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(8192);
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(handle);
  }
}

function openInputs(inputs: Readonly<Record<string, WorkerInput>>) {
  const sizes: Record<string, number> = {};
  const handles = new Map<string, number>();
  for (const [name, input] of Object.entries(inputs)) {
    sizes[name] = input instanceof Uint8Array ? input.byteLength : statSync(input.file).size;
  }
  const read = (name: string, offset: number, length: number): Uint8Array => {
    const input = inputs[name];
    if (!input) throw new Error(`no input ${name}`);
    if (input instanceof Uint8Array) return input.slice(offset, offset + length);
    let handle = handles.get(name);
    if (handle === undefined) handles.set(name, (handle = openSync(input.file, 'r')));
    const bytes = Buffer.alloc(Math.min(length, Math.max(0, (sizes[name] ?? 0) - offset)));
    readSync(handle, bytes, 0, bytes.length, offset);
    return bytes;
  };
  const close = (): void => handles.forEach((handle) => closeSync(handle));
  return { sizes, read, close };
}

function openOutputs(files: Readonly<Record<string, string>>) {
  const handles = new Map(Object.entries(files).map(([name, path]) => [name, openSync(path, 'w')] as const));
  const parts = new Map<string, Uint8Array[]>();
  return {
    write(name: string, bytes: Uint8Array): void {
      const handle = handles.get(name);
      if (handle !== undefined) writeSync(handle, bytes);
      else parts.set(name, [...(parts.get(name) ?? []), bytes]);
    },
    finish: () => new Map([...parts].map(([name, list]) => [name, Buffer.concat(list)] as const)),
    close: () => handles.forEach((handle) => closeSync(handle)),
  };
}
