/** One command line at a time, in this process, with what it prints and says. */
import { COMMANDS } from '../../../electron/cli/commands/index.ts';
import { runCommandLine } from '../../../electron/cli/run.ts';

export interface Ran {
  readonly code: 0 | 1 | 2;
  /** What went to stdout. */
  readonly printed: string;
  /** What went to stderr. */
  readonly said: string;
}

/** Runs as from a folder, without a terminal. */
export async function run(directory: string, ...words: string[]): Promise<Ran> {
  return await runAsked(directory, null, ...words);
}

/** Runs with somebody at the terminal who types this to every question; null: without a terminal. */
export async function runAsked(directory: string, typed: string | null, ...words: string[]): Promise<Ran> {
  const printed: string[] = [];
  const said: string[] = [];
  const code = await runCommandLine(words, {
    table: COMMANDS,
    terminal: {
      askSecret: async () => await Promise.resolve(typed),
      showSecret: () => false,
      say: (line) => said.push(line),
      progress: () => undefined,
      endProgress: () => undefined,
    },
    directory,
    print: (text) => printed.push(text),
  });
  return { code, printed: printed.join('\n'), said: said.join('\n') };
}
