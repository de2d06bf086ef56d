/** What may be written down about a fault of ours: kinds of errors and places in the program, no contents and no keys. */

/** Name, code and stack frames of an error and of its causes. Messages only where they are our own plain errors'. */
export function faultDetail(error: unknown): string {
  const lines: string[] = [];
  for (let current = error, depth = 0; current instanceof Error && depth < 4; depth += 1) {
    const code = 'code' in current && typeof current.code === 'string' ? ` ${current.code}` : '';
    const message =
      current.constructor === Error || current.constructor === TypeError ? `: ${current.message.slice(0, 200)}` : '';
    lines.push(`${current.name}${code}${message}`, ...framesOf(current));
    current = current.cause;
  }
  return lines.length > 0 ? lines.join('\n') : `thrown: ${typeof error}`;
}

function framesOf(error: Error): string[] {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 12);
}
