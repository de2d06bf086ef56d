/** How one operation is stated: who may call it, in which state of the vault, with what, for what. */
import type { z } from 'zod';

/** The windows of the app that have a bridge. */
export type WindowRole = 'main' | 'capture-toolbar' | 'screen-region';

export interface Operation<
  Name extends string,
  Input extends z.ZodType,
  Output extends z.ZodType,
  Runs extends 'vault' | 'main',
> {
  readonly name: Name;
  /** A query changes nothing; a command may, and then appends to custody in the same transaction. */
  readonly kind: 'query' | 'command';
  /** The process that carries it out. */
  readonly runs: Runs;
  readonly windows: readonly WindowRole[];
  readonly vault: 'any' | 'unlocked';
  readonly input: Input;
  readonly output: Output;
}

/** States one operation; keeps its literal types. */
export function defineOperation<
  const Name extends string,
  Input extends z.ZodType,
  Output extends z.ZodType,
  const Runs extends 'vault' | 'main',
>(operation: Operation<Name, Input, Output, Runs>): Operation<Name, Input, Output, Runs> {
  return operation;
}
