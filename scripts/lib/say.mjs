/** One line for the person at the terminal. Always stderr: stdout belongs to what a script is asked for. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Ends the script with one line that says why; for what the person can act on, so without a stack. */
export function stop(line) {
  say(line);
  process.exit(1);
}
