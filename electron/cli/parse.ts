/** Takes the command line apart: which command, which options, which arguments. */
import { parseArgs } from 'node:util';
import { COMMON_OPTIONS, optionTakes, UsageError } from './command.ts';
import type { Command, CommandCall, CommandOption } from './command.ts';

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
    throw new UsageError({ id: 'perintah belum disebut', en: 'no command is named' });
  }
  const inGroup = table.filter((command) => command.words[0] === group);
  if (inGroup.length === 0) throw unknownCommand(group);
  const command = inGroup.find((one) => one.words[1] === name);
  if (wantsHelp) return { kind: 'help', group, command: command ?? null };
  if (!command) throw name === undefined ? incompleteCommand(group) : unknownCommand(`${group} ${name}`);
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
  const known = [...command.options, ...COMMON_OPTIONS];
  const options = Object.fromEntries(
    known.map((option) => [
      option.name,
      { type: option.value === null ? ('boolean' as const) : ('string' as const), multiple: option.repeated === true },
    ]),
  );
  // Not strict: Node would refuse in English words of its own.
  const found = parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true });
  for (const token of found.tokens) {
    if (token.kind !== 'option') continue;
    checkOption(
      token,
      known.find((option) => option.name === token.name && token.rawName.startsWith('--')),
    );
  }
  return found;
}

interface GivenOption {
  /** As typed, with its dashes. */
  readonly rawName: string;
  readonly value: string | undefined;
  /** Whether the value was typed as --name=value. */
  readonly inlineValue: boolean | undefined;
}

function checkOption({ rawName, value, inlineValue }: GivenOption, option: CommandOption | undefined): void {
  if (!option) throw new UsageError({ id: `opsi ${rawName} tidak dikenal`, en: `unknown option ${rawName}` });
  if (option.value === null) {
    if (value !== undefined)
      throw new UsageError({ id: `opsi ${rawName} tidak menerima nilai`, en: `option ${rawName} takes no value` });
    return;
  }
  // A next option that was taken for the value: the value was forgotten. A real one is written --name=-value.
  const forgotten = value === undefined || (inlineValue !== true && /^-./.test(value));
  if (forgotten)
    throw new UsageError({ id: `nilai opsi ${rawName} belum disebut`, en: `option ${rawName} needs a value` });
  if (option.name === 'lang' && value !== 'id' && value !== 'en') throw optionTakes('lang', ['id', 'en']);
}

function checkArguments(given: readonly string[], command: Command): void {
  const needed = command.arguments.filter((argument) => argument.required).length;
  const many = command.arguments.at(-1)?.many === true;
  const missing = command.arguments[given.length];
  if (given.length < needed && missing)
    throw new UsageError({ id: `argumen ${missing.name} wajib ada`, en: `argument ${missing.name} is required` });
  const over = given[command.arguments.length];
  if (over !== undefined && !many)
    throw new UsageError({ id: `argumen "${over}" berlebih`, en: `"${over}" is one argument too many` });
}

function unknownCommand(typed: string): UsageError {
  return new UsageError({ id: `perintah "${typed}" tidak dikenal`, en: `unknown command "${typed}"` });
}

function incompleteCommand(group: string): UsageError {
  return new UsageError({
    id: `perintah sesudah "${group}" belum disebut`,
    en: `no command is named after "${group}"`,
  });
}

function withoutFirst(words: readonly string[], word: string): string[] {
  const at = words.indexOf(word);
  return words.filter((_word, index) => index !== at);
}
