/**
 * The last head seen of each vault, kept outside it in the user's profile: whoever can replace the vault's folder by an
 * older copy cannot replace this too without the user's own account.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { custodyHead } from '#shared/contract/vault.ts';
import { errorCode, sweepTemporaries, writeFileDurably } from '../files/durable.ts';
import type { CustodyHead } from '../kernel.ts';

/** How many heads at which a vault was opened are kept, to tell an older copy from an unrelated log. */
const TRAIL = 200;
const seenHeads = z.strictObject({ head: custodyHead, trail: z.array(custodyHead).max(TRAIL) });
export type SeenHeads = z.infer<typeof seenHeads>;

export interface Rollback {
  readonly kind: 'older' | 'unrelated';
  readonly seen: CustodyHead;
  readonly found: CustodyHead;
}

/**
 * Compares what was seen with what was found. `holds` answers whether the opened log contains an entry with that number
 * and hash. A log that goes on from the head that was seen is in order: null.
 */
export function judgeHead(
  seen: SeenHeads | null,
  found: CustodyHead,
  holds: (head: CustodyHead) => boolean,
): Rollback | null {
  if (seen === null || holds(seen.head)) return null;
  const shorter = found.sequence < seen.head.sequence;
  const related = seen.trail.some((head) => head.sequence <= found.sequence && holds(head));
  return { kind: shorter && related ? 'older' : 'unrelated', seen: seen.head, found };
}

/** Where the heads of one vault are kept; one file a vault, since several may be open in different processes. */
export interface HeadMemory {
  read(vaultId: string): SeenHeads | null;
  /** The newest head; with `opened` it also joins those at which the vault was opened. */
  remember(vaultId: string, head: CustodyHead, opened?: boolean): void;
}

/** A file that cannot be read counts as nothing seen: it was made by this program and holds no evidence. */
export function createHeadMemory(profileDirectory: string): HeadMemory {
  const folder = path.join(profileDirectory, 'vault-heads');
  const file = (vaultId: string): string => path.join(folder, `${vaultId}.json`);
  const read = (vaultId: string): SeenHeads | null => {
    try {
      const parsed = seenHeads.safeParse(JSON.parse(readFileSync(file(vaultId), 'utf8')));
      return parsed.success ? parsed.data : null;
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return null;
      throw error;
    }
  };
  return {
    read,
    remember: (vaultId, head, opened = false) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (opened) sweepTemporaries(file(vaultId));
      const trail = [...(read(vaultId)?.trail ?? []), ...(opened ? [head] : [])].slice(-TRAIL);
      writeFileDurably(file(vaultId), `${JSON.stringify({ head, trail })}\n`);
    },
  };
}
