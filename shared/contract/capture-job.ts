/**
 * A list of addresses captured without a person: the command line starts the app with `--capture-job=FILE` (development only),
 * writes the passphrase and a line feed to its stdin, and reads one JSON document a line from its stdout.
 */
import { z } from 'zod';
import { address, line } from './common.ts';

const path = z.string().min(1).max(4_096);

/** Content of the job file. It holds no secret. */
export const captureJob = z.strictObject({
  vaultDirectory: path,
  /** Needed where the vault has several users. */
  userName: line.default(''),
  /** Registration number of the case; null captures into the tray. */
  caseNumber: z.string().max(200).nullable(),
  addresses: z.array(address.min(1)).min(1).max(1_000),
  /** Loads every address a second time past the cache, and keeps both. */
  reload: z.boolean().default(false),
  /** Where the last head seen of each vault is kept; the app's own place when null. */
  profileDirectory: path.nullable().default(null),
});
export type CaptureJob = z.infer<typeof captureJob>;

/** One line of the answer. The last line is `done` or `error`; after it the program ends with 0 or 1. */
export type CaptureJobLine =
  /** Shape of `netra evidence capture` in commands.md, one for each address in order. */
  | { readonly type: 'result'; readonly result: unknown }
  | { readonly type: 'done'; readonly captured: number; readonly failed: number }
  | {
      readonly type: 'error';
      readonly code: string;
      readonly params: Readonly<Record<string, string | number | boolean | null>>;
    };
