/**
 * Every message from a page, in this order: who sent it, may that window ask this, is the vault open, is it small enough, is
 * it what the contract says, then the handler, then: is the answer what the contract says. Pure: Electron is outside.
 */
import {
  type AnyOperation,
  type InputOf,
  type MainOperationName,
  OPERATIONS,
  type OutputOf,
} from '#shared/contract/index.ts';
import type { WindowRole } from '#shared/contract/operation.ts';
import { AppError, type ErrorReport, type Result, toErrorReport } from '#shared/errors/app-error.ts';
import type { LocalLog } from '../platform/local-log.ts';
import { judgeSender, type SenderEvent } from '../security/trusted-sender.ts';
import { isWithinSize } from './input-size.ts';

/** Who asks, after the checks. */
export interface Caller {
  readonly role: WindowRole;
  readonly contentsId: number;
}

/** One handler per operation that runs in main: a missing or an extra one does not compile. */
export type MainHandlers = {
  readonly [Name in MainOperationName]: (
    input: InputOf<Name>,
    caller: Caller,
  ) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

export interface RouterParts {
  roleOf(contentsId: number): WindowRole | null;
  /** False while a lock is pending, too. */
  isUnlocked(): boolean;
  readonly handlers: MainHandlers;
  /** Forwards an operation that runs in the vault; the answer is the vault's own. */
  askVault(name: string, input: unknown): Promise<Result<unknown>>;
  readonly log: LocalLog;
  newCorrelationId(): string;
}

/** Answers one message; never rejects. */
export type Router = (event: SenderEvent, name: unknown, input: unknown) => Promise<Result<unknown>>;

/** Makes the router over its parts. */
export function createRouter(parts: RouterParts): Router {
  return async (event, name, input) => {
    const correlationId = parts.newCorrelationId();
    try {
      const { operation, caller } = admit(parts, event, name, input, correlationId);
      const parsed = parseInput(operation, input);
      const result = await carryOut(parts, operation, parsed, caller);
      return result.ok ? { ok: true, value: parseOutput(operation, result.value) } : result;
    } catch (error) {
      return { ok: false, error: report(parts.log, error, name, correlationId) };
    }
  };
}

function admit(
  parts: RouterParts,
  event: SenderEvent,
  name: unknown,
  input: unknown,
  correlationId: string,
): { readonly operation: AnyOperation; readonly caller: Caller } {
  const verdict = judgeSender(event, parts.roleOf);
  if (!verdict.trusted) throw untrusted(parts.log, verdict.reason, name, correlationId);
  const operation = typeof name === 'string' ? OPERATIONS.get(name) : undefined;
  if (operation === undefined) throw untrusted(parts.log, 'unknown-operation', name, correlationId);
  const windows: readonly WindowRole[] = operation.windows;
  if (!windows.includes(verdict.role)) throw untrusted(parts.log, 'window-not-allowed', name, correlationId);
  if (operation.vault === 'unlocked' && !parts.isUnlocked()) throw new AppError('VAULT_LOCKED');
  if (!isWithinSize(input)) throw new AppError('INPUT_TOO_LARGE');
  return { operation, caller: { role: verdict.role, contentsId: event.sender.id } };
}

/** Refused and written down: a page of ours never gets here, so somebody else is talking. */
function untrusted(log: LocalLog, reason: string, name: unknown, correlationId: string): AppError {
  log.warn('security', 'message refused', { reason, operation: known(name), correlationId });
  return new AppError('UNTRUSTED_SENDER');
}

function parseInput(operation: AnyOperation, input: unknown): unknown {
  const parsed = operation.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  // The field only: its value may be personal data.
  throw new AppError('INVALID_INPUT', { field: issue?.path.map(String).join('.') ?? '', rule: issue?.code ?? '' });
}

function parseOutput(operation: AnyOperation, value: unknown): unknown {
  const parsed = operation.output.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(
    `the answer does not fit the contract at "${issue?.path.map(String).join('.') ?? ''}": ${issue?.code ?? ''}`,
  );
}

async function carryOut(
  parts: RouterParts,
  operation: AnyOperation,
  input: unknown,
  caller: Caller,
): Promise<Result<unknown>> {
  if (operation.runs === 'vault') return parts.askVault(operation.name, input);
  // The table has exactly the names that run in main, and the input was parsed by the very operation of that name.
  const handler = parts.handlers[operation.name] as (input: unknown, caller: Caller) => unknown;
  return { ok: true, value: await handler(input, caller) };
}

function report(log: LocalLog, error: unknown, name: unknown, correlationId: string): ErrorReport {
  const answer = toErrorReport(error, correlationId);
  if (answer.code === 'INTERNAL') {
    log.error('router', 'operation failed', { operation: known(name), correlationId }, error);
  }
  return answer;
}

/** A name from outside is written down only when it is one of ours. */
function known(name: unknown): string {
  return typeof name === 'string' && OPERATIONS.has(name) ? name : '(unknown)';
}
