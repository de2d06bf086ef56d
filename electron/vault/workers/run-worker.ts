/** Runs one job in one worker process and ends the process, whatever happens. */
import type { FromWorker } from '#shared/contract/worker-protocol.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { WorkerJob } from '../kernel.ts';
import type { WorkerProcess, WorkerSpawner } from './process-handle.ts';

/** A single read that a worker may ask for, in bytes: bounds what one message can make the vault hold. */
const LARGEST_READ = 64 * 1_048_576;

/**
 * Answers with the job's value. WORKER_TIMEOUT at its deadline, WORKER_MEMORY past its limit, WORKER_CRASHED when the
 * process ends by itself, CANCELLED by the signal, and whatever expected failure the worker itself names.
 */
export async function runWorker(job: WorkerJob, spawn: WorkerSpawner): Promise<unknown> {
  if (job.signal?.aborted) throw new AppError('CANCELLED');
  let settle: { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void };
  const outcome = new Promise((resolve, reject) => {
    settle = { resolve, reject };
  });
  const fail = (error: unknown): void => settle.reject(error);
  const child = spawn(job.kind, {
    message: (message) => void handle(message, job, child, settle).catch(fail),
    exit: (code, lastWords = '') =>
      fail(new AppError('WORKER_CRASHED', { worker: job.kind, exitCode: code }, { cause: new Error(lastWords) })),
    rss: (bytes) => {
      if (bytes > job.limits.rssBytes)
        fail(new AppError('WORKER_MEMORY', { worker: job.kind, limit: job.limits.rssBytes }));
    },
  });
  const deadline = setTimeout(
    () =>
      fail(new AppError('WORKER_TIMEOUT', { worker: job.kind, seconds: Math.round(job.limits.milliseconds / 1_000) })),
    job.limits.milliseconds,
  );
  const onAbort = (): void => fail(new AppError('CANCELLED'));
  job.signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await outcome;
  } finally {
    clearTimeout(deadline);
    job.signal?.removeEventListener('abort', onAbort);
    child.end();
  }
}

async function handle(
  message: FromWorker,
  job: WorkerJob,
  child: WorkerProcess,
  settle: { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void },
): Promise<void> {
  switch (message.type) {
    case 'ready':
      child.post({ type: 'start', job: job.job, inputs: sizesOf(job) });
      return;
    case 'read':
      return await answer(child, message.id, () => readInput(job, message));
    case 'write':
      return await answer(child, message.id, async () => await writeOutput(job, message));
    case 'ask':
      return await answer(child, message.id, async () => await answerQuestion(job, message));
    case 'progress':
      job.onProgress?.(message.phase, message.done, message.total);
      return;
    case 'done':
      settle.resolve(message.value);
      return;
    case 'failed':
      settle.reject(workerFailure(message, job));
  }
}

/** A refused request is told to the worker without a reason and fails the job with it. */
async function answer(child: WorkerProcess, id: number, action: () => Promise<unknown>): Promise<void> {
  try {
    child.post({ type: 'answer', id, ok: true, value: await action() });
  } catch (error) {
    child.post({ type: 'answer', id, ok: false });
    throw error;
  }
}

function sizesOf(job: WorkerJob): Record<string, number> {
  return Object.fromEntries(Object.entries(job.inputs ?? {}).map(([name, input]) => [name, input.bytes]));
}

async function readInput(job: WorkerJob, request: Extract<FromWorker, { type: 'read' }>): Promise<Uint8Array> {
  const input = job.inputs?.[request.input];
  const sound =
    Number.isSafeInteger(request.offset) &&
    request.offset >= 0 &&
    request.length >= 0 &&
    request.length <= LARGEST_READ;
  if (!input || !sound) throw new Error(`the worker asked for what it was not given: ${request.input}`);
  return await input.read(request.offset, request.length);
}

async function writeOutput(job: WorkerJob, request: Extract<FromWorker, { type: 'write' }>): Promise<void> {
  const output = job.outputs?.[request.output];
  if (!output || !(request.bytes instanceof Uint8Array))
    throw new Error(`the worker wrote to what is not there: ${request.output}`);
  await output(request.bytes);
}

async function answerQuestion(job: WorkerJob, request: Extract<FromWorker, { type: 'ask' }>): Promise<unknown> {
  const reply = job.answers?.[request.question];
  if (!reply) throw new Error(`the worker asked what nobody answers: ${request.question}`);
  return await reply(request.payload);
}

/** The worker has read hostile bytes: only a known code is taken from it, with plain parameters. */
function workerFailure(message: Extract<FromWorker, { type: 'failed' }>, { inputs = {} }: WorkerJob): Error {
  const cause = new Error(message.detail.slice(0, 4_000));
  const known = ERROR_CODES.find((code) => code === message.code);
  if (known === undefined || known === 'INTERNAL') return new Error('the worker failed', { cause });
  const params = Object.entries(message.params).filter(
    ([, value]) => value === null || ['string', 'number', 'boolean'].includes(typeof value),
  );
  const name = Object.values(inputs).find((input) => input.name !== undefined)?.name;
  return new AppError(known, { ...Object.fromEntries(params), ...(name !== undefined && { name }) }, { cause });
}
