/**
 * A list of addresses, or a queue of the vault, captured without a person: the command line starts the app with `--capture-job=FILE` (development only),
 * writes the passphrase and a line feed to its stdin, and reads one JSON document a line from its stdout.
 */
import { z } from 'zod';
import { address, id, line } from './common.ts';

const path = z.string().min(1).max(4_096);

const whichVault = {
  vaultDirectory: path,
  /** Needed where the vault has several users. */
  userName: line.default(''),
  /** Where the last head seen of each vault is kept; the app's own place when null. */
  profileDirectory: path.nullable().default(null),
};

/** Content of the job file. It holds no secret. */
export const captureJob = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('addresses'),
    ...whichVault,
    /** Registration number of the case; null captures into the tray. */
    caseNumber: z.string().max(200).nullable(),
    addresses: z.array(address.min(1)).min(1).max(1_000),
    /** Loads every address a second time past the cache, and keeps both. */
    reload: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('queue'),
    ...whichVault,
    /** The queue that is captured to its end, or until it rests; null for all that run. */
    queueId: id.nullable(),
  }),
]);
export type CaptureJob = z.infer<typeof captureJob>;

/** One line of the answer. The last line is `done` or `error`; after it the program ends with 0 or 1. */
export type CaptureJobLine =
  /** One for each attempt at an address, in order; `netra evidence capture` prints them. */
  | { readonly type: 'result'; readonly result: unknown }
  | { readonly type: 'done'; readonly captured: number; readonly failed: number }
  | {
      readonly type: 'error';
      readonly code: string;
      readonly params: Readonly<Record<string, string | number | boolean | null>>;
    };
