/** Runs one command line and says its outcome: one document or one text on stdout, everything else on stderr. */
import { AppError } from '#shared/errors/app-error.ts';
import { errorSentence } from '#shared/domain/text/error-sentences.ts';
import type { Language } from '#shared/domain/text/error-sentences.ts';
import { faultDetail } from '../vault/program/fault-detail.ts';
import { UsageError } from './command.ts';
import type { Command } from './command.ts';
import { helpOnCommand, helpOnTable } from './help.ts';
import { readCommandLine } from './parse.ts';
import type { Terminal } from './terminal.ts';

export interface CliParts {
  readonly table: readonly Command[];
  readonly terminal: Terminal;
  readonly directory: string;
  /** Writes to stdout. */
  readonly print: (text: string) => void;
}

/** The exit code: 0 done and good, 1 refused or a negative verdict, 2 wrong usage. */
export async function runCommandLine(words: readonly string[], parts: CliParts): Promise<0 | 1 | 2> {
  const language = languageOf(words);
  const json = words.includes('--json');
  try {
    const asked = readCommandLine(words, parts.table);
    if (asked.kind === 'help') {
      const { command, group } = asked;
      parts.print(command ? helpOnCommand(command, language) : helpOnTable(parts.table, group, language));
      return 0;
    }
    const { terminal, directory } = parts;
    const outcome = await asked.command.run({ ...asked.parsed, language, terminal, directory });
    terminal.endProgress();
    parts.print(json ? JSON.stringify(outcome.json, null, 2) : outcome.text);
    return outcome.good ? 0 : 1;
  } catch (error) {
    return sayFailure(error, language, json, parts);
  }
}

function sayFailure(error: unknown, language: Language, json: boolean, parts: CliParts): 1 | 2 {
  parts.terminal.endProgress();
  if (error instanceof UsageError) {
    const message = `${language === 'id' ? 'Pemakaian salah' : 'Wrong usage'}: ${error.words[language]}`;
    if (json) printFailure(parts, 'INVALID_INPUT', message, {});
    else parts.terminal.say(`${message}\n${helpHint(language)}`);
    return 2;
  }
  const refusal = error instanceof AppError ? error : new AppError('INTERNAL');
  if (!(error instanceof AppError)) parts.terminal.say(faultDetail(error));
  const message = errorSentence(language, refusal.code, refusal.params);
  if (json) printFailure(parts, refusal.code, message, refusal.params);
  else parts.terminal.say(`${message} [${refusal.code}]`);
  return 1;
}

function printFailure(parts: CliParts, code: string, message: string, params: AppError['params']): void {
  parts.print(JSON.stringify({ ok: false, error: { code, message, params } }, null, 2));
}

function helpHint(language: Language): string {
  return language === 'id' ? 'Bantuan: netra --help' : 'Help: netra --help';
}

/** Read before anything else, so that also a usage error is said in it. */
function languageOf(words: readonly string[]): Language {
  const at = words.indexOf('--lang');
  return (at >= 0 && words[at + 1] === 'en') || words.includes('--lang=en') ? 'en' : 'id';
}
