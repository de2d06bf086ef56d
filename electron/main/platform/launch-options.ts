/** What the command line and the environment ask of this start. Pure. */
import path from 'node:path';
import { z } from 'zod';

export interface LaunchOptions {
  /** The vault whose unlock screen is shown, absolute; null when none was named. */
  readonly vaultDirectory: string | null;
  /** File of a capture job given by the command line tool; null in the ordinary app. */
  readonly captureJob: string | null;
  /** A Node that loads the SQLite driver, where this runtime's own cannot; null in the ordinary app. */
  readonly vaultNode: string | null;
}

/** Reads a start; a packaged app knows only `--vault`. */
export function launchOptions(start: {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  readonly packaged: boolean;
}): LaunchOptions {
  const resolve = (value: string | null): string | null =>
    value === null || value === '' ? null : path.resolve(start.workingDirectory, value);
  return {
    vaultDirectory: resolve(argument(start.argv, 'vault')),
    captureJob: start.packaged ? null : resolve(argument(start.argv, 'capture-job')),
    vaultNode: start.packaged ? null : (start.environment['NETRA_VAULT_NODE'] ?? null),
  };
}

const secondStart = z.object({ vaultDirectory: z.string().min(1).max(4_096).nullable() });

/** What a second start tells the first. Not its arguments: Chromium re-orders them on the way and adds its own. */
export function toFirstStart({ vaultDirectory }: LaunchOptions): Record<string, string | null> {
  return { vaultDirectory };
}

/** The vault a second start named, or null; whatever else was sent is nothing. */
export function fromSecondStart(sent: unknown): string | null {
  const parsed = secondStart.safeParse(sent);
  return parsed.success && path.isAbsolute(parsed.data.vaultDirectory ?? '') ? parsed.data.vaultDirectory : null;
}

/** `--name value` or `--name=value`; the last one counts. */
function argument(argv: readonly string[], name: string): string | null {
  let found: string | null = null;
  for (const [index, word] of argv.entries()) {
    if (word.startsWith(`--${name}=`)) found = word.slice(name.length + 3);
    else if (word === `--${name}`) found = argv[index + 1] ?? null;
  }
  return found;
}
