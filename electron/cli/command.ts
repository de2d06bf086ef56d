/** What a command is: one row of the table, with its words, options and work. */
import type { Language } from '#shared/domain/text/error-sentences.ts';
import type { Terminal } from './terminal.ts';

/** A text in both languages. */
export type Words = Readonly<Record<Language, string>>;

export interface CommandOption {
  /** Without the dashes. */
  readonly name: string;
  /** What stands for the value in the help; null for a switch. */
  readonly value: string | null;
  readonly repeated?: boolean;
  readonly help: Words;
}

export interface CommandArgument {
  readonly name: string;
  readonly required: boolean;
  /** Takes all that follow; only for the last. */
  readonly many?: boolean;
}

/** What was typed, taken apart. */
export interface CommandCall {
  readonly arguments: readonly string[];
  /** The value of an option, or undefined when it was not given. */
  option(name: string): string | undefined;
  options(name: string): readonly string[];
  has(name: string): boolean;
  readonly language: Language;
  readonly terminal: Terminal;
  /** Folder that paths are meant from. */
  readonly directory: string;
}

export interface CommandOutcome {
  /** False for a negative verdict: exit code 1, the document is printed all the same. */
  readonly good: boolean;
  readonly json: unknown;
  /** The same for people, in the call's language. */
  readonly text: string;
}

export interface Command {
  /** For example ["vault", "create"]. */
  readonly words: readonly [group: string, name: string];
  readonly summary: Words;
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  run(call: CommandCall): Promise<CommandOutcome>;
}

/** Wrong usage: exit code 2. Says what is wrong in both languages; which one is spoken is known where it is printed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

/** An option that must be given and was not; `why` in brackets where it is not needed always. */
export function optionNeeded(name: string, why: Words = { id: '', en: '' }): UsageError {
  return new UsageError({ id: `opsi --${name} wajib diisi${why.id}`, en: `option --${name} is required${why.en}` });
}

/** An option with a value that is none of those it takes. */
export function optionTakes(name: string, values: readonly string[]): UsageError {
  return new UsageError({
    id: `opsi --${name} harus salah satu dari: ${values.join(', ')}`,
    en: `option --${name} must be one of: ${values.join(', ')}`,
  });
}

/** The number of an option, or null when it was not given. Throws a UsageError for what is no whole number within the two. */
export function wholeNumberOption(call: CommandCall, name: string, least: number, most: number): number | null {
  const text = call.option(name);
  if (text === undefined) return null;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError({
    id: `opsi --${name} harus bilangan bulat ${least} sampai ${most}`,
    en: `option --${name} must be a whole number from ${least} to ${most}`,
  });
}

/** Options that every command has. */
export const COMMON_OPTIONS: readonly CommandOption[] = [
  { name: 'json', value: null, help: { id: 'satu dokumen JSON pada stdout', en: 'one JSON document on stdout' } },
  { name: 'lang', value: 'id|en', help: { id: 'bahasa jawaban', en: 'language of the answer' } },
  { name: 'help', value: null, help: { id: 'bantuan ini', en: 'this help' } },
];

/** Options of commands that open a vault. */
export const VAULT_OPTIONS: readonly CommandOption[] = [
  {
    name: 'user',
    value: 'NAMA',
    help: { id: 'pengguna, bila brankas dipakai beberapa orang', en: 'user, where a vault has several' },
  },
  {
    name: 'passphrase-file',
    value: 'FILE',
    help: {
      id: 'berkas berisi kata sandi; tanpa ini ditanyakan',
      en: 'file with the passphrase; else it is asked for',
    },
  },
];

/** Of commands that let originals out: without it the page data of captures made with an account stay in the vault. */
export const ACCOUNT_DATA_OPTION: CommandOption = {
  name: 'with-account-data',
  value: null,
  help: {
    id: 'sertakan MHTML dan WACZ yang memuat data akun petugas',
    en: 'include MHTML and WACZ that hold data of the officer’s account',
  },
};

/** Of commands that write a file: without it an existing one is refused. */
export const FORCE_OPTION: CommandOption = {
  name: 'force',
  value: null,
  help: { id: 'timpa berkas yang sudah ada', en: 'overwrite a file that exists' },
};

export const VAULT_OPTION: CommandOption = {
  name: 'vault',
  value: 'DIR',
  help: { id: 'folder brankas', en: 'folder of the vault' },
};
