/** The entry of `netra`: runs one command line and ends with its exit code. */
import { COMMANDS } from './commands/index.ts';
import { runCommandLine } from './run.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  table: COMMANDS,
  terminal: processTerminal(),
  directory: process.cwd(),
  print: (text) => void process.stdout.write(`${text}\n`),
});
