/** Re-reads everything the vault holds: each blob decrypted and re-hashed, the chain and its signatures checked. */
import { setImmediate } from 'node:timers/promises';
import type { VaultVerification } from '#shared/contract/vault.ts';
import { createChainCheck } from '#shared/domain/custody/chain.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { CHAIN_PRIMITIVES, readEntries, readHead } from '../custody/log.ts';
import type { JobProgress, ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';

/** Custody entries that are checked before other work gets a turn. */
const BATCH = 200;

/** VAULT_DAMAGED when the database itself is not whole; CANCELLED by the signal. Recorded in custody with its outcome. */
export async function verifyVault(context: UseCaseContext, progress: JobProgress): Promise<VaultVerification> {
  checkDatabase(context.database);
  const custody = await verifyCustody(context.database, progress);
  const blobs = await verifyBlobs(context, progress);
  const ok = blobs.damaged.length === 0 && blobs.missing.length === 0 && custody.ok;
  const { damaged, missing, items, bytes } = blobs;
  context.write(['custody'], () => {
    const facts = { ok, items, bytes, damaged: damaged.length, missing: missing.length, custodyOk: custody.ok };
    const entry = { action: 'vault.verified', subjectKind: 'vault', subjectId: context.vault.id, facts } as const;
    return { value: undefined, entry };
  });
  return { ok, items, bytes, damaged, missing, custody };
}

function checkDatabase(database: ReadableDatabase): void {
  const problem = database.get('PRAGMA integrity_check(1)');
  const whole = problem?.['integrity_check'] === 'ok';
  if (!whole || database.get('PRAGMA foreign_key_check')) throw new AppError('VAULT_DAMAGED', { part: 'database' });
}

/** The chain from its first entry to the head, and every signature. */
export async function verifyCustody(
  database: ReadableDatabase,
  progress: Pick<JobProgress, 'signal' | 'report'>,
): Promise<VaultVerification['custody']> {
  const head = readHead(database);
  const check = createChainCheck(CHAIN_PRIMITIVES);
  for (let from = 1; from <= head.sequence; from += BATCH) {
    const entries = readEntries(database, from, Math.min(BATCH, head.sequence - from + 1));
    for (const entry of entries) {
      if (check.next(entry) === null) continue;
      return { entries: head.sequence, head: head.hash, ok: false, brokenAt: entry.sequence };
    }
    if (entries.length === 0) return { entries: head.sequence, head: head.hash, ok: false, brokenAt: from };
    progress.report('custody', Math.min(from + BATCH - 1, head.sequence), head.sequence);
    await setImmediate();
    if (progress.signal.aborted) throw new AppError('CANCELLED');
  }
  return { entries: head.sequence, head: head.hash, ok: true, brokenAt: null };
}

type BlobFindings = Pick<VaultVerification, 'items' | 'bytes' | 'damaged' | 'missing'>;

async function verifyBlobs(context: UseCaseContext, progress: JobProgress): Promise<BlobFindings> {
  const rows = context.database.all('SELECT sha256, id, bytes FROM blobs ORDER BY created_at, sha256');
  const total = rows.reduce((sum, row) => sum + numberOf(row, 'bytes'), 0);
  const findings: BlobFindings = { items: rows.length, bytes: total, damaged: [], missing: [] };
  let done = 0;
  for (const row of rows) {
    const sha256 = textOf(row, 'sha256');
    const outcome = await checkOne(context, sha256, progress.signal);
    if (outcome === 'missing') findings.missing.push({ id: nameOf(context.database, row), sha256 });
    else if (outcome !== 'intact')
      findings.damaged.push({ id: nameOf(context.database, row), sha256, problem: outcome });
    done += numberOf(row, 'bytes');
    progress.report('blobs', done, total);
  }
  return findings;
}

/** A key that does not unwrap is damage of this blob, not the end of the verification. */
async function checkOne(
  context: UseCaseContext,
  sha256: string,
  signal: AbortSignal,
): ReturnType<UseCaseContext['blobs']['check']> {
  try {
    return await context.blobs.check(sha256, signal);
  } catch (error) {
    if (error instanceof AppError && error.code === 'EVIDENCE_DAMAGED') return 'decryption-failed';
    throw error;
  }
}

/** The id of the evidence that the bytes belong to, or the blob's own where they belong to none (a thumbnail, a report). */
function nameOf(database: ReadableDatabase, row: Parameters<typeof textOf>[0]): string {
  const evidence = database.get('SELECT evidence_id FROM artefacts WHERE sha256 = @sha256 LIMIT 1', {
    sha256: textOf(row, 'sha256'),
  });
  return evidence ? textOf(evidence, 'evidence_id') : textOf(row, 'id');
}
