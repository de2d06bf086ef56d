/** One operation: its state and input are checked, its use case runs, its output is checked. */
import { OPERATIONS } from '#shared/contract/index.ts';
import type { AnyOperation, VaultOperationName } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { JobRegistry } from './jobs/registry.ts';
import type { UseCaseContext, UseCases } from './kernel.ts';

export interface DispatchParts {
  readonly session: { readonly context: UseCaseContext; readonly useCases: UseCases } | null;
  readonly jobs: JobRegistry;
}

type VaultOperation = Extract<AnyOperation, { readonly runs: 'vault' }>;
type AnyUseCase = (input: unknown, context: UseCaseContext) => unknown;

/** INVALID_INPUT for an unknown operation or an input that does not fit, VAULT_LOCKED, and what the use case throws. */
export async function dispatch(name: string, input: unknown, parts: DispatchParts): Promise<unknown> {
  const operation = OPERATIONS.get(name);
  if (!operation || !runsInVault(operation)) throw new AppError('INVALID_INPUT', { operation: name });
  const parsed = operation.input.safeParse(input);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AppError('INVALID_INPUT', { operation: name, field }, { cause: parsed.error });
  }
  const value = parts.session
    ? await useCaseOf(parts.session.useCases, operation.name)(parsed.data, parts.session.context)
    : withoutVault(operation.name, parts);
  const checked = operation.output.safeParse(value);
  if (!checked.success) throw new Error(`${name} answered outside its contract`, { cause: checked.error });
  return checked.data;
}

function runsInVault(operation: AnyOperation): operation is VaultOperation {
  return operation.runs === 'vault';
}

/** The table holds the exact type for each name; a name that is only known at run time has the union's, after parsing. */
function useCaseOf(useCases: UseCases, name: VaultOperationName): AnyUseCase {
  return useCases[name] as AnyUseCase;
}

/** The jobs tray may ask at any time. */
function withoutVault(name: VaultOperationName, parts: DispatchParts): unknown {
  if (name === 'app.listJobs') return { jobs: parts.jobs.list() };
  if (name === 'app.cancelJob') return {};
  throw new AppError('VAULT_LOCKED');
}
