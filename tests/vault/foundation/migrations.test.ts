import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureNodeCanLoadDriver, openDatabase, rekeyDatabase } from '../../../electron/vault/database/driver.ts';
import { databaseVersion, migrate } from '../../../electron/vault/database/migrate.ts';
import { LATEST_VERSION, MIGRATIONS } from '../../../electron/vault/database/migrations/index.ts';

/** Released migrations never change: whoever has to change one writes a new one. */
const FROZEN: Readonly<Record<number, string>> = {
  1: '1a6c97a86a6a036578b0db76296608a160f27f083281e1703883e8021da2ea91',
  2: '603277ad623d043f93c8afecd8a3427762e68ed61168e9eac4a8e01f95498392',
  3: '9c4c5c5efd1f38659355fa21c28db3c8cfb5523e08d95fb03425aa368c6d4762',
  4: '047e11347f877c9e4f1ce931fcec4fa34475631375675b4807a93abea7a9eba6',
  5: 'a99f2226c4b79609e108c9295dd4fe7c2138f94584ec91a00b5c7ad96f1d62b7',
  6: '2eac94788b139c8f17f51187f25a94acb4822833af99c49d04c53c5d29b151d9',
  7: '55caca5da202e880bd35a7c23d96ca8843b61269b3da8b9a46d5eade00cc6699',
  8: '3a5b9d16e87f6fce6fe1ea287501385cb2101dbaa5b6c97df1a4a6ed33a0acb4',
  9: '0a32a69cc4c9b5a39716c16a8b1a46bddc00da9d2fdd34eca5bc51218150bd10',
  10: '67719440bde6d8a127a8e73a2ec1f0409ed9cb3ad6cf50ba998aec806d098595',
  11: '3a5fe293dc39164a0aac8bdd17c01afd6b032af86338a70e34b49d417e25a142',
  12: 'a06ca27881d3f5891bdf98df8fa863c7f738fd6a54ffa8f8d8093a26e4bcda32',
  13: '780603193683ff33f004dbf04031ece3b3fdc9f1ff8abf1f3ec85d883b74fe96',
  14: '99e3d023fefd33b53c331c027e6a6963d4c81f15f9c42d48a56067b1f605e7a3',
  15: 'dc49613126c942d544a6c7f8763ca0b994ba35ca14f33e07c161fb8f2a9e8a04',
  16: 'afd759e56b79cba567299ab25f766eefc88c0ccbedb5ddb7f202a8cb0a71beaa',
  17: '986916f5070095d0887a3ffb6eac2490660fd5d205480b4ccb0083bd7038ffd8',
  18: '2366d90e21d3d9ace94ce67c5294aca6028ee014302cc0bea6bf6cfce1257b0d',
  19: '0b75adc79a016983d0cf253eaced57198932868b55234ee7532063e4ff69762d',
  20: 'f7a512fe9a0782ba03d04fc73fe037f1c301f16859844091ddb3f956b4786246',
  21: 'add8cd6c992c07a0281829a3d431ce147f712f5d5d03c40b42f75237a5675f55',
  22: '921d71513777a03f3569c0a3e42598bce643095ec199e53a7b6d5e29c637f50f',
  23: '789f8ee3a66d36bb96b887399257e3487fb56c11545a4316bbf528ff95f146e3',
  24: '1c393aee95ac35789873325075fa806f25c6bee89fc752c204db78c63b7120ac',
  25: '8c650b9ce38390acc474f69420cc28c0ce3d4208cece285ca5c964037d234121',
  26: '87f338ca0748803bd6ea6bd374c34c8169355238b672caed1101fadfb8a7415e',
};

const key = Buffer.alloc(32, 7);
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'netra-migrate-'));
  file = path.join(folder, 'vault-1.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('migrations', () => {
  it('are numbered without gaps and frozen', () => {
    expect(MIGRATIONS.map((migration) => migration.version)).toEqual(MIGRATIONS.map((_migration, index) => index + 1));
    for (const { version, sql } of MIGRATIONS) {
      expect(createHash('sha256').update(sql).digest('hex'), `migration ${version}`).toBe(FROZEN[version]);
    }
  });

  it('run once, each recorded with its version; a database that holds something is copied before', () => {
    const connection = openDatabase(file, key, 'create');
    const seen: string[] = [];
    const steps = {
      snapshot: (from: number) => seen.push(`copy ${from}`),
      record: ({ name }: { name: string }) => seen.push(name),
    };
    migrate(connection, steps, MIGRATIONS.slice(0, 2));
    expect(seen).toEqual(['foundation', 'roster']);
    migrate(connection, steps);
    expect(seen.slice(2, 4)).toEqual(['copy 2', 'cases-and-evidence']);
    const count = seen.length;
    migrate(connection, steps);
    expect(seen).toHaveLength(count);
    expect(databaseVersion(connection)).toBe(LATEST_VERSION);
    for (const { name, strict } of connection.all(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )) {
      expect(`${String(name)} ${String(strict)}`).toBe(`${String(name)} 1`);
    }
    connection.close();
  });

  it('leave the database as it was when a step fails', () => {
    const connection = openDatabase(file, key, 'create');
    const steps = { snapshot: () => undefined, record: () => undefined };
    const broken = {
      version: 2,
      name: 'broken',
      sql: 'CREATE TABLE half (a TEXT) STRICT; CREATE TABLE half (a TEXT) STRICT;',
    };
    expect(() => migrate(connection, steps, [...MIGRATIONS.slice(0, 1), broken])).toThrow();
    expect(databaseVersion(connection)).toBe(1);
    expect(connection.get("SELECT name FROM sqlite_master WHERE name = 'half'")).toBeUndefined();
    connection.close();
  });

  it('keep the origin of evidence that was there before there were more of them', () => {
    const connection = openDatabase(file, key, 'create');
    const steps = { snapshot: () => undefined, record: () => undefined };
    const before = MIGRATIONS.findIndex(({ name }) => name === 'evidence-origins');
    migrate(connection, steps, MIGRATIONS.slice(0, before));
    connection.pragma('foreign_keys = OFF');
    const texts = ['title', 'address', 'captured_at', 'taken_by', 'note', 'posted_at_text', 'obtained_from'];
    const columns = [...texts, 'obtained_at_text', 'original_name', 'main_sha256'];
    const insert = (sequence: number, origin: string): unknown =>
      connection.run(
        `INSERT INTO evidence (id, sequence, origin, second_hand, ${columns.join(', ')}) VALUES ('e${sequence}', ?, ?, 1, ${columns.map(() => "''").join(', ')})`,
        [sequence, origin],
      );
    ['capture', 'paste', 'file'].forEach((origin, index) => insert(index, origin));
    expect(() => insert(9, 'screen')).toThrow();
    migrate(connection, steps);
    insert(4, 'screen');
    insert(5, 'photo');
    expect(() => insert(9, 'elsewhere')).toThrow();
    expect(connection.all('SELECT origin FROM evidence ORDER BY sequence').map((row) => row['origin'])).toEqual([
      'capture',
      'paste',
      'file',
      'screen',
      'photo',
    ]);
    connection.close();
  });

  it('refuse a database of a newer app by name', () => {
    const connection = openDatabase(file, key, 'create');
    connection.exec(`PRAGMA user_version = ${LATEST_VERSION + 1}`);
    expect(() => migrate(connection, { snapshot: () => undefined, record: () => undefined })).toThrow(
      'VAULT_FROM_NEWER_APP',
    );
    connection.close();
  });
});

describe('driver', () => {
  it('refuses a Node that cannot load it, in one line', () => {
    expect(() => ensureNodeCanLoadDriver('20.20.2')).toThrow('22.14');
    expect(() => ensureNodeCanLoadDriver('22.13.1')).toThrow('22.14');
    expect(() => ensureNodeCanLoadDriver('22.14.0')).not.toThrow();
    expect(() => ensureNodeCanLoadDriver('24.0.0')).not.toThrow();
  });

  it('encrypts, keeps its safety settings, and calls a wrong key damage', () => {
    const connection = openDatabase(file, key, 'create');
    connection.exec('CREATE TABLE t (a TEXT) STRICT');
    const settings = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'trusted_schema',
      'temp_store',
      'locking_mode',
    ].map((name) => connection.pragma(name));
    expect(settings).toEqual(['wal', 2, 1, 0, 2, 'exclusive']);
    expect(existsSync(`${file}-shm`)).toBe(false);
    connection.close();
    expect(() => openDatabase(file, Buffer.alloc(32, 8), 'existing')).toThrow('VAULT_DAMAGED');
    rekeyDatabase(file, key, Buffer.alloc(32, 8));
    openDatabase(file, Buffer.alloc(32, 8), 'existing').close();
  });
});
