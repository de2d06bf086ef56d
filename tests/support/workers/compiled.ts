/**
 * The workers' own entries, with what Node makes of their TypeScript kept between processes: hundreds are started in a run, and
 * half of what a short one takes is that. Nothing of the program is changed by it.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';
import path from 'node:path';
import type { WorkerKind } from '#shared/contract/worker-protocol.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../.cache/compiled');

/** Loads the entry of that kind; it listens to its parent when this resolves. */
export async function loadCompiled(kind: WorkerKind): Promise<void> {
  enableCompileCache(FOLDER);
  await import(`../../../electron/workers/${kind}/index.ts`);
  // Workers are ended by a signal, after which nothing is kept any more.
  flushCompileCache();
}
