/** Help on every level: all groups, one group, one command. */
import type { Language } from '#shared/domain/text/error-sentences.ts';
import { COMMON_OPTIONS } from './command.ts';
import type { Command, CommandOption } from './command.ts';

const TITLES = {
  id: {
    usage: 'Pemakaian',
    commands: 'Perintah',
    options: 'Pilihan',
    more: 'Bantuan suatu perintah: netra KELOMPOK PERINTAH --help',
  },
  en: {
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    more: 'Help on one command: netra GROUP COMMAND --help',
  },
} as const;

/** The commands of one group, or of all. */
export function helpOnTable(table: readonly Command[], group: string | null, language: Language): string {
  const titles = TITLES[language];
  const shown = table.filter((command) => group === null || command.words[0] === group);
  const rows = shown.map((command): [string, string] => [usageOf(command), command.summary[language]]);
  return [`${titles.commands}:`, ...columns(rows), '', titles.more].join('\n');
}

/** One command with its options. */
export function helpOnCommand(command: Command, language: Language): string {
  const titles = TITLES[language];
  const options = [...command.options, ...COMMON_OPTIONS];
  const rows = options.map((option): [string, string] => [optionText(option), option.help[language]]);
  return [
    `${titles.usage}: ${usageOf(command)}`,
    '',
    command.summary[language],
    '',
    `${titles.options}:`,
    ...columns(rows),
  ].join('\n');
}

/** `netra vault create DIR` and the like. */
export function usageOf(command: Command): string {
  const places = command.arguments.map((argument) => {
    const name = argument.many === true ? `${argument.name}…` : argument.name;
    return argument.required ? name : `[${name}]`;
  });
  return ['netra', ...command.words, ...places].join(' ');
}

function optionText(option: CommandOption): string {
  const value = option.value === null ? '' : ` ${option.value}`;
  return `--${option.name}${value}${option.repeated === true ? ' …' : ''}`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
