/** Takes the command line apart: which command, which options, which arguments. */
import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';
import { COMMON_OPTIONS } from './command.ts';
import type { Command, CommandCall } from './command.ts';

/** What a command line asks for. */
export type Asked =
  | { readonly kind: 'help'; readonly group: string | null; readonly command: Command | null }
  | { readonly kind: 'run'; readonly command: Command; readonly parsed: Parsed };
export type Parsed = Pick<CommandCall, 'arguments' | 'option' | 'options' | 'has'>;

/** Throws a UsageError when it names no command or does not fit the command's options and arguments. */
export function readCommandLine(words: readonly string[], table: readonly Command[]): Asked {
  const wantsHelp = words.includes('--help') || words.includes('-h');
  const [group, name] = words.filter((word) => !word.startsWith('-'));
  if (group === undefined) {
    if (wantsHelp || words.length === 0) return { kind: 'help', group: null, command: null };
    throw new UsageError(words.join(' '));
  }
  const inGroup = table.filter((command) => command.words[0] === group);
  if (inGroup.length === 0) throw new UsageError(group);
  const command = inGroup.find((one) => one.words[1] === name);
  if (wantsHelp) return { kind: 'help', group, command: command ?? null };
  if (!command) throw new UsageError(name === undefined ? group : `${group} ${name}`);
  return { kind: 'run', command, parsed: parseCommand(words, command) };
}

function parseCommand(words: readonly string[], command: Command): Parsed {
  const rest = withoutFirst(withoutFirst(words, command.words[0]), command.words[1]);
  const { values, positionals } = parsed(rest, command);
  checkArguments(positionals, command);
  const all = (name: string): readonly string[] => {
    const value = values[name];
    return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
  };
  return {
    arguments: positionals,
    option: (name) => all(name)[0],
    options: all,
    has: (name) => values[name] !== undefined && values[name] !== false,
  };
}

function parsed(words: readonly string[], command: Command): ReturnType<typeof parseArgs> {
  const options = Object.fromEntries(
    [...command.options, ...COMMON_OPTIONS].map((option) => [
      option.name,
      { type: option.value === null ? ('boolean' as const) : ('string' as const), multiple: option.repeated === true },
    ]),
  );
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function checkArguments(given: readonly string[], command: Command): void {
  const needed = command.arguments.filter((argument) => argument.required).length;
  const many = command.arguments.at(-1)?.many === true;
  const missing = command.arguments[given.length];
  if (given.length < needed && missing) throw new UsageError(missing.name);
  if (given.length > command.arguments.length && !many) throw new UsageError(given.at(-1) ?? '');
}

function withoutFirst(words: readonly string[], word: string): string[] {
  const at = words.indexOf(word);
  return words.filter((_word, index) => index !== at);
}
