/** Passphrases come from a file or from the terminal, never from an argument or the environment. */
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { errorCode, fileSystemError } from '../vault/files/durable.ts';
import { optionNeeded, UsageError } from './command.ts';
import type { CommandCall, Words } from './command.ts';

const ASK = { id: 'Kata sandi: ', en: 'Passphrase: ' } as const;
const AGAIN = { id: 'Ulangi kata sandi: ', en: 'Passphrase again: ' } as const;
const DIFFER = { id: 'kedua kata sandi berbeda', en: 'the two passphrases differ' } as const;

const NO_TERMINAL = { id: ' (tidak ada terminal)', en: ' (there is no terminal)' } as const;

/** The passphrase of the acting user; asked for when no file was named. */
export async function readPassphrase(
  call: CommandCall,
  option = 'passphrase-file',
  question: Words = ASK,
): Promise<string> {
  const file = call.option(option);
  if (file !== undefined) return readSecretFile(call, file);
  const typed = await call.terminal.askSecret(question[call.language]);
  if (typed === null) throw optionNeeded(option, NO_TERMINAL);
  return typed;
}

/** A new passphrase; typed twice at the terminal. */
export async function readNewPassphrase(
  call: CommandCall,
  option = 'passphrase-file',
  question: Words = ASK,
): Promise<string> {
  const first = await readPassphrase(call, option, question);
  if (call.option(option) !== undefined) return first;
  const second = await call.terminal.askSecret(AGAIN[call.language]);
  if (second !== first) throw new UsageError(DIFFER);
  return first;
}

function readSecretFile(call: CommandCall, file: string): string {
  try {
    return readFileSync(path.resolve(call.directory, file), 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    const code = errorCode(error) === 'ENOENT' ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE';
    throw new AppError(code, { name: path.basename(file) }, { cause: error });
  }
}

/** Where a recovery code goes: a new file (mode 600) or the terminal, never stdout and never a log. */
export interface RecoveryTarget {
  write(code: string): void;
  /** Nothing was made after all. */
  discard(): void;
}

const SHOWN = {
  id: 'Kode pemulihan (catat di kertas, simpan terpisah dari komputer; tidak ditampilkan lagi):',
  en: 'Recovery code (write it on paper, keep it away from the computer; it is not shown again):',
} as const;

/**
 * Made before anything else, so that no vault is made whose code could not be kept. Throws a UsageError when there is
 * neither a file nor a terminal, and when the file exists: nothing is overwritten.
 */
export function openRecoveryTarget(call: CommandCall): RecoveryTarget {
  const named = call.option('recovery-file');
  if (named === undefined) {
    if (!call.terminal.showSecret('')) throw optionNeeded('recovery-file', NO_TERMINAL);
    return {
      write: (code) => void call.terminal.showSecret(`${SHOWN[call.language]}\n\n    ${code}\n`),
      discard: () => undefined,
    };
  }
  const file = path.resolve(call.directory, named);
  const descriptor = openNew(file);
  let written = false;
  return {
    write: (code) => {
      written = true;
      writeSync(descriptor, `${code}\n`);
      fsyncSync(descriptor);
      closeSync(descriptor);
    },
    discard: () => {
      // A code that was written belongs to a vault that exists: it stays whatever fails afterwards.
      if (written) return;
      closeSync(descriptor);
      rmSync(file, { force: true });
    },
  };
}

function openNew(file: string): number {
  try {
    return openSync(file, 'wx', 0o600);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      const name = path.basename(file);
      throw new UsageError({
        id: `berkas ${name} pada opsi --recovery-file sudah ada dan tidak ditimpa`,
        en: `file ${name} of option --recovery-file exists and is not overwritten`,
      });
    }
    throw fileSystemError(error);
  }
}
