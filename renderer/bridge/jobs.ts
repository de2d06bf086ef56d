/** Long work: every job's last state, and a promise for the end of one. */
import { useSyncExternalStore } from 'react';
import type { z } from 'zod';
import type { JobState } from '#shared/contract/app.ts';
import { startedJob } from '#shared/contract/common.ts';
import type { CallOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { ERROR_CODES, type ErrorCode } from '#shared/errors/codes.ts';
import { call, listen, type MainOperation } from './call.ts';

/** The commands of this window that start a job. */
export type JobOperation = {
  [Name in MainOperation]: OutputOf<Name> extends { jobId: string } ? Name : never;
}[MainOperation];

let jobs: readonly JobState[] = [];
const listeners = new Set<() => void>();

/** Starts to follow the jobs; returns the way to stop. */
export function followJobs(): () => void {
  const stop = listen('job.changed', put);
  call('app.listJobs', {}).then(
    (answer) => answer.jobs.forEach((job) => known(job.jobId) || put(job)),
    // No vault, no jobs: the list stays empty until an event names one.
    () => undefined,
  );
  return stop;
}

/** Every job since the app was opened, the newest first. */
export function useJobs(): readonly JobState[] {
  return useSyncExternalStore(subscribe, () => jobs);
}

/** Takes the jobs that ended out of the tray. */
export function clearEndedJobs(): void {
  set(jobs.filter((job) => job.state === 'running'));
}

/** Forgets all jobs: their values belong to the vault that was locked. */
export function forgetJobs(): void {
  set([]);
}

/**
 * Starts a job and waits for its end. Answers with its value, parsed; throws AppError when it failed or was cancelled.
 * `onState` hears of every step of it.
 */
export async function runJob<Name extends JobOperation, Value>(
  name: Name,
  input: CallOf<Name>,
  value: z.ZodType<Value>,
  onState?: (state: JobState) => void,
): Promise<Value> {
  // Every operation of JobOperation answers with the job's id; a generic name hides that from the compiler.
  const { jobId } = startedJob.parse(await call(name, input));
  const ended = await endOf(jobId, onState);
  if (ended.state === 'cancelled') throw new AppError('CANCELLED');
  if (ended.error !== undefined) {
    throw new AppError(errorCode(ended.error.code), {
      ...ended.error.params,
      correlationId: ended.error.correlationId,
    });
  }
  return value.parse(ended.value);
}

/** A code as the contract lists it; one that a newer part sends stands as INTERNAL. */
export function errorCode(code: string): ErrorCode {
  return ERROR_CODES.find((listed) => listed === code) ?? 'INTERNAL';
}

function endOf(jobId: string, onState?: (state: JobState) => void): Promise<JobState> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const job = jobs.find((candidate) => candidate.jobId === jobId);
      if (job === undefined) return false;
      onState?.(job);
      if (job.state === 'running') return false;
      resolve(job);
      return true;
    };
    if (look()) return;
    const stop = subscribe(() => look() && stop());
  });
}

function known(jobId: string): boolean {
  return jobs.some((job) => job.jobId === jobId);
}

function put(job: JobState): void {
  set(known(job.jobId) ? jobs.map((other) => (other.jobId === job.jobId ? job : other)) : [job, ...jobs]);
}

function set(next: readonly JobState[]): void {
  jobs = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
