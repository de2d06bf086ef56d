import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChainCheck } from '#shared/domain/custody/chain.ts';
import type { CustodyEntry } from '#shared/domain/custody/chain.ts';
import { CHAIN_PRIMITIVES, isAncestor, readEntries } from '../../../electron/vault/custody/log.ts';
import { exportCustody } from '../../../electron/vault/exports/exports.ts';
import type { VaultService } from '../../../electron/vault/service.ts';
import { create, filesBelow, newPlace, newService, open, PASSPHRASE } from './support.ts';
import type { Place } from './support.ts';

let place: Place;
let service: VaultService;
beforeEach(async () => {
  place = newPlace();
  service = newService(place);
  await create(service, place);
});
afterEach(async () => {
  await service.lock('button');
  place.remove();
});

/** The first problem in a log, with its number. */
function problemIn(entries: readonly CustodyEntry[]): string | null {
  const check = createChainCheck(CHAIN_PRIMITIVES);
  for (const entry of entries) {
    const problem = check.next(entry);
    if (problem) return `${entry.sequence} ${problem}`;
  }
  return null;
}

function note(action: string): void {
  service
    .context()
    .write([], () => ({ value: null, entry: { action, subjectKind: null, subjectId: null, facts: {} } }));
}

describe('custody log', () => {
  it.each([
    'UPDATE custody SET action = action',
    'DELETE FROM custody',
    "INSERT OR REPLACE INTO custody SELECT sequence, at, user_id, key_id, 'lain', subject_kind, subject_id, facts, previous, hash, signature FROM custody WHERE sequence = 1",
    "INSERT INTO custody SELECT sequence + 5, at, user_id, key_id, action, subject_kind, subject_id, facts, hash, 'x' || substr(hash, 2), signature FROM custody ORDER BY sequence DESC LIMIT 1",
    "INSERT INTO custody SELECT sequence + 1, at, user_id, key_id, action, subject_kind, subject_id, facts, 'x' || substr(hash, 2), 'x' || substr(hash, 2), signature FROM custody ORDER BY sequence DESC LIMIT 1",
  ])('refuses: %s', (sql) => {
    const before = service.context().custodyHead();
    expect(() => service.context().write([], (database) => ({ value: database.run(sql), entry: null }))).toThrow(
      /custody/,
    );
    expect(service.context().custodyHead()).toEqual(before);
  });

  it('is written with the change or not at all', () => {
    const { write, database, custodyHead } = service.context();
    const head = custodyHead();
    const entry = { action: 'test.x', subjectKind: null, subjectId: null, facts: {} } as const;
    expect(() =>
      write([], (writable) => {
        writable.run("INSERT INTO issued_sequences VALUES ('uji', '2026', 1)");
        return { value: null, entry: { ...entry, facts: { broken: Number.NaN } } };
      }),
    ).toThrow();
    expect(custodyHead()).toEqual(head);
    expect(database.get("SELECT * FROM issued_sequences WHERE name = 'uji'")).toBeUndefined();
    expect(() => write([], () => ({ value: write([], () => ({ value: 1, entry })), entry }))).toThrow('inside another');
    expect(() => write([], () => ({ value: Promise.resolve(1), entry }))).toThrow('cannot wait');
  });

  it('verifies from its export alone, and notices every kind of change', async () => {
    await service.call('vault.addUser', {
      name: 'Budi Contoh',
      role: 'petugas',
      passphrase: 'kopi tubruk pagi sekali 12',
    });
    await service.lock('button');
    await open(service, place, 'kopi tubruk pagi sekali 12', 'Budi Contoh');
    note('test.one');
    await service.lock('button');
    await open(service, place, PASSPHRASE, '');
    const file = path.join(place.root, 'jejak.jsonl');
    const exported = await exportCustody({ path: file }, service.context());
    const entries = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as CustodyEntry);
    expect(entries).toHaveLength(exported.entries);
    expect(problemIn(entries)).toBeNull();
    const changed = (at: number, change: Partial<CustodyEntry>): CustodyEntry[] =>
      entries.map((entry, index) => (index === at ? { ...entry, ...change } : entry));
    expect(problemIn(changed(2, { action: 'lain' }))).toBe('3 hash-differs');
    expect(problemIn(changed(2, { signature: entries[3]?.signature ?? '' }))).toBe('3 signature-wrong');
    expect(problemIn(changed(2, { previous: '0'.repeat(64) }))).toBe('3 previous-differs');
    expect(problemIn(entries.filter((_entry, index) => index !== 2))).toBe('4 gap');
    const [first] = entries;
    expect(problemIn(entries.slice(1))).toBe('2 gap');
    expect(first?.facts['signKey']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses an entry by a user who was removed, and by the recovery code beyond its one purpose', async () => {
    const { id } = await service.call('vault.addUser', {
      name: 'Budi Contoh',
      role: 'petugas',
      passphrase: 'kopi tubruk pagi sekali 12',
    });
    await service.call('vault.removeUser', { userId: id, passphrase: PASSPHRASE });
    const entries = readEntries(service.context().database, 1, 1_000);
    expect(problemIn(entries)).toBeNull();
    const added = entries.find((entry) => entry.action === 'user.added');
    const last = entries.at(-1);
    if (!added || !last) throw new Error('entries are missing');
    const keyOfRemoved = CHAIN_PRIMITIVES.sha256OfHex(String(added.facts['signKey'])).slice(0, 32);
    const keyOfRecovery = CHAIN_PRIMITIVES.sha256OfHex(String(last.facts['recoverySignKey'])).slice(0, 32);
    for (const key of [keyOfRemoved, keyOfRecovery]) {
      const forged = forge({
        ...last,
        sequence: last.sequence + 1,
        previous: last.hash,
        key,
        action: 'evidence.viewed',
        facts: {},
      });
      expect(problemIn([...entries, forged])).toBe(`${forged.sequence} key-unknown`);
    }
  });

  it('answers whether a printed head is an ancestor', () => {
    const head = service.context().custodyHead();
    note('test.later');
    const { database } = service.context();
    expect(isAncestor(database, head)).toBe(true);
    expect(isAncestor(database, { ...head, hash: 'f'.repeat(64) })).toBe(false);
    expect(isAncestor(database, { ...head, sequence: 999 })).toBe(false);
  });

  it('is not exported into the vault itself', async () => {
    const before = filesBelow(place.vault);
    await expect(exportCustody({ path: path.join(place.vault, 'x.jsonl') }, service.context())).rejects.toMatchObject({
      code: 'FOLDER_INSIDE_VAULT',
    });
    expect(filesBelow(place.vault)).toEqual(before);
  });

  it('pages, filters by feature, and names users', async () => {
    for (let index = 0; index < 5; index += 1) note('test.paged');
    const page = await service.call('custody.list', { action: 'test', limit: 2, offset: 1 });
    expect(page.total).toBe(5);
    expect(page.rows).toHaveLength(2);
    expect(page.rows[0]?.user).toContain('Contohwati');
    expect(page.head).toEqual(service.context().custodyHead());
  });
});

function forge(entry: CustodyEntry): CustodyEntry {
  const { hash: _hash, signature, ...body } = entry;
  const { sequence, at, user, key, action, subjectKind, subjectId, facts, previous } = body;
  const text = JSON.stringify({ action, at, facts, key, previous, sequence, subjectId, subjectKind, user });
  return { ...body, hash: CHAIN_PRIMITIVES.sha256(text), signature };
}
