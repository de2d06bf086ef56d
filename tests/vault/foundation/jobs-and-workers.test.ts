import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JobState } from '#shared/contract/app.ts';
import type { FromWorker } from '#shared/contract/worker-protocol.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { createJobRegistry } from '../../../electron/vault/jobs/registry.ts';
import type { WorkerJob } from '../../../electron/vault/kernel.ts';
import { forkSpawner } from '../../../electron/vault/workers/fork-spawner.ts';
import { createHostWorkers } from '../../../electron/vault/workers/host-spawner.ts';
import { runWorker } from '../../../electron/vault/workers/run-worker.ts';
import { create, keep, newPlace, newService } from './support.ts';
import type { Place } from './support.ts';

/** A worker that does what its job says, over the protocol itself. */
const WORKER = `
const send = (message) => process.send(message);
let next = 1; const waiting = new Map();
const request = (message) => new Promise((resolve) => { const id = next++; waiting.set(id, resolve); send({ ...message, id }); });
process.on('message', async (message) => {
  if (message.type === 'answer') { waiting.get(message.id)(message.value); return; }
  const { job, inputs } = message;
  if (job.do === 'sum') {
    const bytes = await request({ type: 'read', input: 'numbers', offset: 1, length: 10 });
    await request({ type: 'write', output: 'out', bytes: new Uint8Array([9, 9]) });
    const answer = await request({ type: 'ask', question: 'double', payload: 21 });
    send({ type: 'progress', phase: 'half', done: 1, total: 2 });
    send({ type: 'done', value: { sum: bytes.reduce((a, b) => a + b, 0), size: inputs.numbers, answer, environment: Object.keys(process.env) } });
  }
  if (job.do === 'sleep') setInterval(() => undefined, 1000);
  if (job.do === 'crash') { process.stderr.write('kata terakhir'); process.exit(3); }
  if (job.do === 'grow') { globalThis.kept = []; setInterval(() => kept.push(Buffer.alloc(32 * 1024 * 1024, 1)), 5); }
  if (job.do === 'fail') send({ type: 'failed', code: job.code, params: { row: 3, hidden: { deep: 1 } }, detail: 'isi' });
  if (job.do === 'peek') request({ type: 'read', input: job.input, offset: job.offset ?? 0, length: job.length ?? 1 });
});
send({ type: 'ready' });
`;
let folder: string;
let entry: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'netra-worker-'));
  entry = path.join(folder, 'worker.cjs');
  writeFileSync(entry, WORKER);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const numbers = Uint8Array.of(1, 2, 3, 4);
const input = {
  bytes: numbers.length,
  read: async (offset: number, length: number) => await Promise.resolve(numbers.subarray(offset, offset + length)),
};

function run(job: Partial<WorkerJob> & { readonly job: unknown }): Promise<unknown> {
  const limits = { milliseconds: 20_000, rssBytes: 500_000_000 };
  return runWorker(
    { kind: 'images', inputs: { numbers: input }, limits, ...job },
    forkSpawner({ entries: { images: entry }, execPath: null }),
  );
}

describe('worker supervisor', () => {
  it('gives ranges, takes chunks, answers questions, tells progress, and hides the environment', async () => {
    process.env['NETRA_TEST_SECRET'] = 'x';
    const out: number[] = [];
    const phases: string[] = [];
    const value = await run({
      job: { do: 'sum' },
      outputs: { out: (bytes) => void out.push(...bytes) },
      answers: { double: async (payload) => await Promise.resolve(Number(payload) * 2) },
      onProgress: (phase) => phases.push(phase),
    });
    delete process.env['NETRA_TEST_SECRET'];
    expect(value).toMatchObject({ sum: 9, size: 4, answer: 42 });
    expect(out).toEqual([9, 9]);
    expect(phases).toEqual(['half']);
    const names = (value as { environment: string[] }).environment;
    expect(names).not.toContain('NETRA_TEST_SECRET');
    expect(names).not.toContain('HOME');
  });

  it('ends a worker at its deadline, past its memory, by the signal, and names a crash', async () => {
    await expect(
      run({ job: { do: 'sleep' }, limits: { milliseconds: 300, rssBytes: 500_000_000 } }),
    ).rejects.toMatchObject({ code: 'WORKER_TIMEOUT' });
    await expect(
      run({ job: { do: 'grow' }, limits: { milliseconds: 20_000, rssBytes: 200_000_000 } }),
    ).rejects.toMatchObject({ code: 'WORKER_MEMORY' });
    await expect(run({ job: { do: 'sleep' }, signal: AbortSignal.timeout(200) })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    await expect(run({ job: { do: 'crash' } })).rejects.toMatchObject({
      code: 'WORKER_CRASHED',
      params: { exitCode: 3 },
      cause: { message: 'kata terakhir' },
    });
    await expect(run({ job: { do: 'sleep' }, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });

  it('takes only known codes and plain parameters from a worker', async () => {
    await expect(run({ job: { do: 'fail', code: 'ROSTER_NO_HEADER' } })).rejects.toMatchObject({
      code: 'ROSTER_NO_HEADER',
      params: { row: 3 },
    });
    const unknown = run({ job: { do: 'fail', code: 'SOMETHING_ELSE' } });
    await expect(unknown).rejects.not.toBeInstanceOf(AppError);
  });

  it('gives nothing that the job did not name', async () => {
    await expect(run({ job: { do: 'peek', input: 'other' } })).rejects.toThrow('not given');
    await expect(run({ job: { do: 'peek', input: 'numbers', offset: -1 } })).rejects.toThrow('not given');
    await expect(run({ job: { do: 'peek', input: 'numbers', length: 1e9 } })).rejects.toThrow('not given');
  });

  it('runs over the host the same way', async () => {
    const sent: unknown[] = [];
    const tell = (message: FromWorker): void =>
      host.receive({ type: 'worker', workerId: 1, event: 'message', message });
    const host = createHostWorkers((message) => {
      sent.push(message);
      if (message.action === 'start') queueMicrotask(() => tell({ type: 'ready' }));
      if (message.action === 'post' && message.message.type === 'start') tell({ type: 'done', value: 'ok' });
    });
    const job = { kind: 'report', job: { a: 1 }, limits: { milliseconds: 5_000, rssBytes: 100 } } as const;
    expect(await runWorker(job, host.spawn)).toBe('ok');
    expect(sent.at(-1)).toEqual({ type: 'worker', workerId: 1, action: 'end' });
    const second = runWorker(job, host.spawn);
    host.receive({ type: 'worker', workerId: 2, event: 'rss', bytes: 101 });
    await expect(second).rejects.toMatchObject({ code: 'WORKER_MEMORY' });
  });
});

describe('jobs', () => {
  it('tell their progress at most so often, and their end always', async () => {
    const told: JobState[] = [];
    let ticks = 0;
    const jobs = createJobRegistry({ onChange: (state) => told.push(state), onFault: () => 'c', ticks: () => ticks });
    const id = jobs.start('vault-verify', 'uji', async ({ report }) => {
      for (let done = 0; done < 1_000; done += 1) {
        ticks += 1;
        report('blobs', done, 1_000);
      }
      return await Promise.resolve('nilai');
    });
    expect(await jobs.finished(id)).toMatchObject({ state: 'done', value: 'nilai' });
    expect(told.length).toBeLessThan(15);
    expect(told.at(-1)?.state).toBe('done');
    expect(jobs.running()).toBe(0);
    await expect(jobs.finished('x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('fail with a code, and with INTERNAL for a fault of ours', async () => {
    const faults: unknown[] = [];
    const jobs = createJobRegistry({ onChange: () => undefined, onFault: (error) => `c${faults.push(error)}` });
    const expected = jobs.start(
      'vault-backup',
      'a',
      async () => await Promise.reject(new AppError('DISK_FULL', { free: 1 })),
    );
    const fault = jobs.start('vault-backup', 'b', async () => await Promise.reject(new Error('rahasia dalam pesan')));
    expect((await jobs.finished(expected)).error).toMatchObject({ code: 'DISK_FULL', params: { free: 1 } });
    const ended = await jobs.finished(fault);
    expect(ended.error).toEqual({ code: 'INTERNAL', params: {}, correlationId: 'c2' });
    expect(JSON.stringify(ended)).not.toContain('rahasia');
  });
});

describe('lock with jobs running', () => {
  let place: Place;
  beforeEach(() => {
    place = newPlace();
  });
  afterEach(() => place.remove());

  it('by the button stops them at a safe point', async () => {
    const service = newService(place);
    await create(service, place);
    const job = service
      .context()
      .startJob(
        'vault-verify',
        'lama',
        ({ signal }) =>
          new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new AppError('CANCELLED')))),
      );
    const end = service.jobs.finished(job);
    await service.lock('button');
    expect((await end).state).toBe('cancelled');
    expect(service.status().state).toBe('locked');
  });

  it('for idleness waits for them, and says so', async () => {
    const pending: boolean[] = [];
    const service = newService(place, { events: { status: (status) => pending.push(status.lockPending) } });
    await create(service, place);
    let finish: (value: unknown) => void = () => undefined;
    const context = service.context();
    service.context().startJob('vault-verify', 'lama', async () => {
      await new Promise((resolve) => (finish = resolve));
      await keep(service, Buffer.from('akhir pekerjaan'));
      return 'selesai';
    });
    const locked = service.lock('idle');
    await expect.poll(() => pending.at(-1)).toBe(true);
    expect(service.status().state).toBe('unlocked');
    finish(null);
    await locked;
    expect(service.status()).toMatchObject({ state: 'locked', lockPending: false });
    expect(() => context.write([], () => ({ value: 1, entry: null }))).toThrow('VAULT_LOCKED');
    expect(() => context.database.all('SELECT 1')).toThrow('VAULT_LOCKED');
    expect(() => context.seal.privateKeyPkcs8()).toThrow('VAULT_LOCKED');
  });

  it('ends views and files', async () => {
    const service = newService(place);
    await create(service, place);
    const handle = service
      .context()
      .views.open({ mime: 'image/png', bytes: 1, read: async () => await Promise.resolve(new Uint8Array(1)) });
    const file = service.files.addBytes('a', new Uint8Array(1));
    expect(handle).toMatch(/^view_[0-9a-f]{32}$/);
    expect((await service.files.open(file.token)).bytes).toBe(1);
    await service.lock('button');
    expect(() => service.views.find(handle)).toThrow('NOT_FOUND');
    await expect(service.files.open(file.token)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
