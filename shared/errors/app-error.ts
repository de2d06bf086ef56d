import type { ErrorCode } from './codes.ts';

/** Values that a sentence about an error may name. Never a path outside the user's own choice, never SQL, never a key. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | null>>;

/** An error as it crosses a process boundary: plain data only. */
export interface ErrorReport {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** Names the entry in the local log that holds the details. */
  readonly correlationId: string;
}

/** The answer of every operation, on every boundary. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ErrorReport };

/**
 * An expected failure: something the user or the caller can act on.
 * A fault of ours is any other Error; at a boundary it becomes INTERNAL and only its correlation id crosses.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }
}

/** Turns anything thrown into a report that is safe to show; unknown errors become INTERNAL. */
export function toErrorReport(error: unknown, correlationId: string): ErrorReport {
  if (error instanceof AppError) return { code: error.code, params: error.params, correlationId };
  return { code: 'INTERNAL', params: {}, correlationId };
}

/** Rebuilds an AppError on the other side of a boundary. */
export function fromErrorReport(report: ErrorReport): AppError {
  return new AppError(report.code, { ...report.params, correlationId: report.correlationId });
}

/** Makes an unhandled member of a union a compile error. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value of type ${typeof value}`);
}
