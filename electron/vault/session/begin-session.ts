/** After an unlock: takes failed attempts and a rollback into the log, and makes the context of all use cases. */
import type { EventPayload } from '#shared/contract/events.ts';
import { appendCustody, isAncestor, readHead } from '../custody/log.ts';
import type { CustodyDraft } from '../kernel.ts';
import type { UseCases } from '../kernel.ts';
import { createHeadKeeper } from '../profile/head-keeper.ts';
import type { HeadKeeper } from '../profile/head-keeper.ts';
import { judgeHead } from '../profile/vault-heads.ts';
import type { HeadMemory, Rollback } from '../profile/vault-heads.ts';
import { clearFailedUnlocks, failedUnlocksEntry, readFailedUnlocks } from '../users/failed-unlocks.ts';
import { createContext } from './context.ts';
import type { ContextParts } from './context.ts';
import type { Place } from '../place/place.ts';
import type { OpenVault } from './open-vault.ts';
import type { Session } from './status.ts';
import { inTransaction } from './transaction.ts';

export interface RunningSession extends Session {
  readonly useCases: UseCases;
  readonly heads: HeadKeeper;
}

export interface SessionParts extends Omit<ContextParts, 'useCases' | 'onHead'> {
  readonly useCases: UseCases;
  readonly place: Place;
  readonly heads: HeadMemory;
  readonly onDataChanged: (features: EventPayload<'data.changed'>['features']) => void;
  /** Something beside the work failed; the work goes on. */
  readonly onFault: (error: unknown) => void;
}

export function beginSession(parts: SessionParts): RunningSession {
  const { vault, now } = parts;
  const found = readHead(vault.connection);
  const rollback = judgeHead(parts.heads.read(vault.vaultId), found, (head) => isAncestor(vault.connection, head));
  recordOpening(vault, rollback, parts.appVersion, now());
  const heads = createHeadKeeper(parts.heads, vault.vaultId, () => readHead(vault.connection), parts.onFault);
  heads.opened();
  const context = createContext({ ...parts, useCases: () => parts.useCases, onHead: () => heads.moved() });
  return { vault, context, rollback, place: parts.place, lockPending: false, useCases: parts.useCases, heads };
}

function recordOpening(vault: OpenVault, rollback: Rollback | null, appVersion: string, now: Date): void {
  const failed = readFailedUnlocks(vault.directory);
  const subject = { subjectKind: 'vault', subjectId: vault.vaultId } as const;
  const entries: CustodyDraft[] = [];
  if (failed) entries.push(failedUnlocksEntry(vault.vaultId, failed));
  if (rollback) entries.push({ action: 'vault.rollback-noticed', ...subject, facts: rollbackFacts(rollback) });
  entries.push({ action: 'vault.opened', ...subject, facts: { app: appVersion } });
  inTransaction(vault.connection, (database) => {
    const signer = { userId: vault.actor.id, sign: vault.userKeys.sign };
    for (const entry of entries) appendCustody(database, entry, signer, now);
  });
  if (failed) clearFailedUnlocks(vault.directory);
}

function rollbackFacts(rollback: Rollback): CustodyDraft['facts'] {
  return {
    kind: rollback.kind,
    seenSequence: rollback.seen.sequence,
    seenHash: rollback.seen.hash,
    foundSequence: rollback.found.sequence,
    foundHash: rollback.found.hash,
  };
}
