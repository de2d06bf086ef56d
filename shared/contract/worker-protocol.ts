/**
 * Messages between a job's supervisor (in the vault program) and a worker process.
 * The worker pulls its input by range and pushes its output in chunks that are acknowledged, so that neither side
 * ever holds a whole file. Both directions are structured-clone messages.
 */
import type { ErrorParams } from '../errors/app-error.ts';
import type { ErrorCode } from '../errors/codes.ts';

/** The worker programs: each is one folder under electron/workers and one process entry. */
export const WORKER_KINDS = [
  'roster-import',
  'report',
  'images',
  'pdf-reader',
  'text-recognition',
  'report-intake',
] as const;
export type WorkerKind = (typeof WORKER_KINDS)[number];

export type ToWorker =
  | { readonly type: 'start'; readonly job: unknown; readonly inputs: Readonly<Record<string, number>> }
  | { readonly type: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly ok: false };

export type FromWorker =
  | { readonly type: 'ready' }
  /** Answered with a Uint8Array of at most `length` bytes (fewer only at the end of the input). */
  | {
      readonly type: 'read';
      readonly id: number;
      readonly input: string;
      readonly offset: number;
      readonly length: number;
    }
  /** Answered when the chunk has been taken over. */
  | { readonly type: 'write'; readonly id: number; readonly output: string; readonly bytes: Uint8Array }
  /** A question only the vault can answer, for example the signature over a digest. */
  | { readonly type: 'ask'; readonly id: number; readonly question: string; readonly payload: unknown }
  | { readonly type: 'progress'; readonly phase: string; readonly done: number; readonly total: number | null }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams; readonly detail: string };
