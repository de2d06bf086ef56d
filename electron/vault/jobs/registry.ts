/** Work over a second: started, told about, cancelled; stopped at a safe point by a lock. */
import { randomUUID } from 'node:crypto';
import type { JobState } from '#shared/contract/app.ts';
import { AppError, toErrorReport } from '#shared/errors/app-error.ts';
import type { JobProgress } from '../kernel.ts';

/** Finished jobs that are still listed. */
const KEPT = 50;
/** A job tells at most this often, in milliseconds; its end is always told. */
const TELL_EVERY = 100;

export interface JobRegistry {
  start(kind: JobState['kind'], label: string, work: (progress: JobProgress) => Promise<unknown>): string;
  /** Oldest first. */
  list(): JobState[];
  /** False when no such job is running. */
  cancel(jobId: string): boolean;
  running(): number;
  /** Resolves when no job runs. */
  idle(): Promise<void>;
  /** Resolves with the final state of one job. NOT_FOUND when it was never started. */
  finished(jobId: string): Promise<JobState>;
  cancelAll(): void;
  /** Forgets the finished ones: their values may hold what the lock must hide. */
  clear(): void;
}

export interface JobRegistryParts {
  readonly onChange: (state: JobState) => void;
  /** Told the details of a fault; returns the correlation id under which they can be found. */
  readonly onFault: (error: unknown) => string;
  /** Monotonic milliseconds. */
  readonly ticks?: () => number;
}

interface Job {
  state: JobState;
  toldAt: number;
  readonly controller: AbortController;
  readonly end: Promise<JobState>;
}

export function createJobRegistry(parts: JobRegistryParts): JobRegistry {
  const jobs = new Map<string, Job>();
  const ticks = parts.ticks ?? (() => performance.now());
  const running = (): Job[] => [...jobs.values()].filter((job) => job.state.state === 'running');

  return {
    start: (kind, label, work) => {
      const jobId = randomUUID();
      const controller = new AbortController();
      const state: JobState = { jobId, kind, label, phase: '', done: 0, total: null, state: 'running' };
      // The work begins in a later turn, so that the caller has the id before the first event.
      const end = Promise.resolve().then(() => runToEnd(job, work, parts, ticks));
      const job: Job = { state, toldAt: -Infinity, controller, end };
      jobs.set(jobId, job);
      parts.onChange(state);
      forgetOldest(jobs);
      return jobId;
    },
    list: () => [...jobs.values()].map((job) => job.state),
    cancel: (jobId) => {
      const job = jobs.get(jobId);
      if (job?.state.state !== 'running') return false;
      job.controller.abort();
      return true;
    },
    running: () => running().length,
    idle: async () => {
      while (running().length > 0) await Promise.all(running().map((job) => job.end));
    },
    finished: async (jobId) => {
      const job = jobs.get(jobId);
      if (!job) throw new AppError('NOT_FOUND');
      return await job.end;
    },
    cancelAll: () => {
      for (const job of running()) job.controller.abort();
    },
    clear: () => {
      for (const [jobId, job] of jobs) if (job.state.state !== 'running') jobs.delete(jobId);
    },
  };
}

async function runToEnd(
  job: Job,
  work: (progress: JobProgress) => Promise<unknown>,
  parts: JobRegistryParts,
  ticks: () => number,
): Promise<JobState> {
  const progress: JobProgress = {
    signal: job.controller.signal,
    report: (phase, done, total) => {
      if (job.state.state !== 'running') return;
      const newPhase = phase !== job.state.phase;
      job.state = { ...job.state, phase, done, total };
      if (!newPhase && ticks() - job.toldAt < TELL_EVERY) return;
      job.toldAt = ticks();
      parts.onChange(job.state);
    },
  };
  try {
    const value = await work(progress);
    job.state = { ...job.state, state: 'done', value };
  } catch (error) {
    job.state = endedBy(error, job, parts);
  }
  parts.onChange(job.state);
  return job.state;
}

function endedBy(error: unknown, job: Job, parts: JobRegistryParts): JobState {
  const cancelled = job.controller.signal.aborted && !(error instanceof AppError && error.code !== 'CANCELLED');
  if (cancelled) return { ...job.state, state: 'cancelled' };
  const report = toErrorReport(error, parts.onFault(error));
  return { ...job.state, state: 'failed', error: { ...report, params: { ...report.params } } };
}

function forgetOldest(jobs: Map<string, Job>): void {
  for (const [jobId, job] of jobs) {
    if (jobs.size <= KEPT) return;
    if (job.state.state !== 'running') jobs.delete(jobId);
  }
}
