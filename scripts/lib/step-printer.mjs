/** Prints one line for each step that ends; for one that failed its own words too. */
export function stepPrinter(suite) {
  return ({ name, ok, seconds, output }) => {
    process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${suite}: ${name} (${seconds.toFixed(1)} s)\n`);
    if (!ok) process.stdout.write(`${output.trim()}\n`);
  };
}
