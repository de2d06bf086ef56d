/** The readers of sheets and ZIP files are shared with rosters; what they refuse is told here as refusals of a report. */
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { DamagedPart } from '../roster-import/damage.ts';

const CODES: Readonly<Partial<Record<ErrorCode, ErrorCode>>> = {
  ROSTER_FORMAT_UNSUPPORTED: 'INTAKE_FORMAT_UNSUPPORTED',
  ROSTER_FILE_DAMAGED: 'INTAKE_FILE_DAMAGED',
  ROSTER_FILE_ENCRYPTED: 'INTAKE_FILE_ENCRYPTED',
  ROSTER_PASSWORD_WRONG: 'INTAKE_FILE_ENCRYPTED',
  ROSTER_LIMIT_EXCEEDED: 'INTAKE_LIMIT_EXCEEDED',
  ROSTER_SHEET_UNKNOWN: 'INTAKE_SHEET_UNKNOWN',
};

/** Runs a step of a shared reader. */
export async function asIntake<Value>(step: () => Promise<Value>): Promise<Value> {
  try {
    return await step();
  } catch (error) {
    throw intakeRefusal(error);
  }
}

/** The same failure by the name that is told of reports; every other error passes unchanged. */
export function intakeRefusal(error: unknown): unknown {
  if (error instanceof DamagedPart)
    return new AppError('INTAKE_FILE_DAMAGED', { problem: error.kind, sheet: null, row: null }, { cause: error });
  if (!(error instanceof AppError)) return error;
  const code = CODES[error.code];
  return code === undefined ? error : new AppError(code, error.params, { cause: error });
}
