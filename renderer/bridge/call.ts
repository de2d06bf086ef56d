/** Calls of operations: a result becomes a value, or an AppError is thrown. */
import type { MainWindowBridge } from '#shared/contract/bridge.ts';
import type { ChosenFile } from '#shared/contract/common.ts';
import type { EventName, EventPayload } from '#shared/contract/events.ts';
import type { CallOf, OutputOf } from '#shared/contract/index.ts';
import { fromErrorReport, type Result } from '#shared/errors/app-error.ts';
import { bridge } from './window.ts';

/** An operation that this window may call. */
export type MainOperation = keyof MainWindowBridge['operations'];

/** Asks for one operation. Throws AppError with the operation's code. */
export async function call<Name extends MainOperation>(name: Name, input: CallOf<Name>): Promise<OutputOf<Name>> {
  return valueOf(await bridge().operations[name](input));
}

/** Subscribes to an event of main; returns the way to stop. */
export function listen<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  return bridge().events[name](listener);
}

/** Hands files that were dropped on the page to main; the page gets tokens, never paths. */
export async function registerDrop(files: readonly File[]): Promise<ChosenFile[]> {
  return valueOf(await bridge().registerDrop(files)).files;
}

function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw fromErrorReport(result.error);
}
