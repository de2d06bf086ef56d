/** Files that a command writes for the user. */
import { lstatSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import type { CommandCall } from './command.ts';
import { requiredArgument } from './with-vault.ts';

/**
 * The path to write to, absolute. Asked for before anything is done, so that a refusal leaves nothing behind. FILE_EXISTS when
 * something has that name and `--force` was not given.
 */
export function outFile(call: CommandCall, index: number): string {
  return freeFile(call, requiredArgument(call, index));
}

/** The same for a file that an option names; null when it was not given. */
export function outOption(call: CommandCall, name: string): string | null {
  const named = call.option(name);
  return named === undefined ? null : freeFile(call, named);
}

function freeFile(call: CommandCall, named: string): string {
  const file = path.resolve(call.directory, named);
  if (!call.has('force') && lstatSync(file, { throwIfNoEntry: false }) !== undefined)
    throw new AppError('FILE_EXISTS', { name: path.basename(file) });
  return file;
}
