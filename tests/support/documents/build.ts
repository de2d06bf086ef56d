/** The report worker's handler in this process, over bytes: what a test of pages needs, without a process a file. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type ReportResult, reportResultSchema } from '#shared/contract/report-job.ts';
import { buildReport } from '../../../electron/workers/report/build.ts';
import type { WorkerContext } from '../../../electron/workers/runtime.ts';
import type { WorkerInput } from '../../unit/report/worker-process.ts';

export interface BuiltDocument {
  readonly pdf: Buffer;
  readonly result: ReportResult;
}

export async function buildInProcess(
  { job, inputs }: { readonly job: unknown; readonly inputs: Readonly<Record<string, WorkerInput>> },
  conformance: '3a' | '1a' = '3a',
): Promise<BuiltDocument> {
  const pieces: Uint8Array[] = [];
  const input = (name: string): WorkerInput => {
    const found = inputs[name];
    if (!found) throw new Error(`no input ${name}`);
    return found;
  };
  const context: WorkerContext = {
    job,
    inputSize: (name) => {
      const found = input(name);
      return found instanceof Uint8Array ? found.byteLength : statSync(found.file).size;
    },
    read: (name, offset, length) => Promise.resolve(readPart(input(name), offset, length)),
    write: (_output, bytes) => {
      pieces.push(Uint8Array.from(bytes));
      return Promise.resolve();
    },
    ask: () => Promise.reject(new Error('nobody signs here')),
    progress: () => undefined,
  };
  const result = reportResultSchema.parse(await buildReport(context, conformance));
  return { pdf: Buffer.concat(pieces), result };
}

function readPart(input: WorkerInput, offset: number, length: number): Uint8Array {
  if (input instanceof Uint8Array) return input.slice(offset, offset + length);
  const handle = openSync(input.file, 'r');
  try {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, statSync(input.file).size - offset)));
    readSync(handle, bytes, 0, bytes.length, offset);
    return bytes;
  } finally {
    closeSync(handle);
  }
}
