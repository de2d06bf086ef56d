/** After a kill: opens the vault as the next start would, and says everything that is not as it must be. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { VaultVerification } from '#shared/contract/vault.ts';
import { listBlobFiles } from '../../../electron/vault/blobs/store.ts';
import { readHeader } from '../../../electron/vault/users/header.ts';
import { createVaultService, type VaultService } from '../../../electron/vault/service.ts';
import { CHEAP_KDF, PASSPHRASE } from '../test-vault.ts';
import type { Acknowledgement, KillPlace } from './workloads.ts';

/** Sentences about what is wrong; empty when all that was acknowledged is there, and nothing half. Leaves it locked. */
export async function examine(place: KillPlace, acknowledged: readonly Acknowledgement[]): Promise<string[]> {
  const service = createVaultService({
    profileDirectory: place.profile,
    resourcesDirectory: path.resolve(import.meta.dirname, '../../../resources'),
    appVersion: '0.0.0-test',
    kdfProfile: CHEAP_KDF,
    placeOf: () => 'fixed',
    spawnWorker: () => {
      throw new Error('nothing here needs a worker');
    },
  });
  // One attempt, no waiting: the vault opens at once.
  const status = await service.open({ directory: place.vault, passphrase: PASSPHRASE, userName: '' });
  try {
    return [
      ...(status.rollback === null ? [] : [`a rollback was seen: ${JSON.stringify(status.rollback)}`]),
      ...(await verification(service)),
      ...acknowledged.flatMap((one) => missing(service, one)),
      ...halves(service),
      ...leftovers(service, place),
    ];
  } finally {
    await service.lock('button');
  }
}

async function verification(service: VaultService): Promise<string[]> {
  const { jobId } = await service.call('vault.verify', {});
  const state = await service.jobs.finished(jobId);
  const found = state.value as VaultVerification | undefined;
  return found?.ok === true ? [] : [`verify: ${JSON.stringify(found ?? state.error)}`];
}

function missing(service: VaultService, done: Acknowledgement): string[] {
  const { database, vault } = service.context();
  const { directory } = vault;
  const has = (sql: string, ...values: string[]): boolean => database.get(sql, values) !== undefined;
  const entry = (action: string): boolean =>
    has('SELECT 1 FROM custody WHERE action = ? AND subject_id = ?', action, done.id);
  const gone: string[] = [];
  switch (done.kind) {
    case 'case':
      if (!has('SELECT 1 FROM cases WHERE id = ?', done.id) || !entry('case.opened')) gone.push(`case ${done.id}`);
      break;
    case 'evidence':
      if (!WAYS_IN.some(entry)) gone.push(`custody entry of evidence ${done.id}`);
      for (const sha256 of done.sha256)
        if (!has('SELECT 1 FROM artefacts WHERE evidence_id = ? AND sha256 = ?', done.id, sha256))
          gone.push(`artefact ${sha256} of evidence ${done.id}`);
      break;
    case 'user-removed':
      if (!entry('user.removed') || readHeader(directory).keyEpoch !== 2) gone.push(`removal of user ${done.id}`);
      break;
    case 'import':
      if (!has('SELECT 1 FROM roster_imports WHERE id = ?', done.id) || !entry('roster.imported'))
        gone.push(`import ${done.id}`);
      if (database.all('SELECT 1 FROM employees', []).length !== done.people) gone.push(`people of import ${done.id}`);
  }
  return gone.map((what) => `acknowledged and lost: ${what}`);
}

/** The custody entries that an item can begin with. */
const WAYS_IN = ['evidence.captured', 'evidence.added', 'evidence.pasted', 'evidence.region-taken'];

/** Each query counts what exists in part only. */
const HALVES: Readonly<Record<string, string>> = {
  'artefact without a blob row': 'SELECT 1 FROM artefacts WHERE sha256 NOT IN (SELECT sha256 FROM blobs)',
  'evidence without an artefact': 'SELECT 1 FROM evidence WHERE id NOT IN (SELECT evidence_id FROM artefacts)',
  'evidence without its custody entry': `SELECT 1 FROM evidence e WHERE NOT EXISTS
    (SELECT 1 FROM custody c WHERE c.subject_id = e.id AND c.action IN ('${WAYS_IN.join("', '")}'))`,
  'capture with other artefacts than its custody entry counts': `SELECT 1 FROM custody c WHERE c.action = 'evidence.captured'
    AND json_extract(c.facts, '$.artefacts') <> (SELECT count(*) FROM artefacts a WHERE a.evidence_id = c.subject_id)`,
  'custody entry of evidence that is not there': `SELECT 1 FROM custody c WHERE c.subject_kind = 'evidence'
    AND c.subject_id NOT IN (SELECT id FROM evidence)`,
  'import without its custody entry': `SELECT 1 FROM roster_imports i WHERE NOT EXISTS
    (SELECT 1 FROM custody c WHERE c.subject_id = i.id AND c.action = 'roster.imported')`,
  'import with part of its people': `SELECT 1 FROM roster_imports i WHERE i.added + i.updated + i.unchanged + i.gone <>
    (SELECT count(*) FROM employees e WHERE e.last_import_id = i.id)
    AND i.rowid = (SELECT max(rowid) FROM roster_imports)`,
  'people of more than one unit': 'SELECT 1 FROM employees GROUP BY 1 HAVING count(DISTINCT unit) > 1',
  'person without an open state': `SELECT 1 FROM employees e WHERE 1 <>
    (SELECT count(*) FROM employee_states h WHERE h.employee_id = e.id AND h.valid_to IS NULL)`,
  'person without an import': 'SELECT 1 FROM employees WHERE last_import_id IS NULL',
};

function halves(service: VaultService): string[] {
  const { database } = service.context();
  return Object.entries(HALVES)
    .filter(([, sql]) => database.get(sql, []) !== undefined)
    .map(([what]) => what);
}

/** Files that nothing refers to; also what an unlock must have swept. */
function leftovers(service: VaultService, place: KillPlace): string[] {
  const { databaseFile } = readHeader(place.vault);
  const incoming = path.join(place.vault, 'blobs', 'incoming');
  const left = existsSync(incoming) ? readdirSync(incoming).map((name) => `left in incoming: ${name}`) : [];
  const rows = service.context().database.all('SELECT sha256 FROM blobs', []).length;
  const files = listBlobFiles(place.vault).length;
  if (files !== rows) left.push(`${files} blob files for ${rows} rows`);
  for (const folder of [place.vault, path.join(place.profile, 'vault-heads')])
    for (const name of existsSync(folder) ? readdirSync(folder) : [])
      if (name !== databaseFile && name !== `${databaseFile}-wal` && !KEPT_NAMES.test(name))
        left.push(`left in ${path.basename(folder)}: ${name}`);
  return left;
}
const KEPT_NAMES = /^(netra-vault\.json|blobs|[0-9a-f-]{36}\.json)$/;
