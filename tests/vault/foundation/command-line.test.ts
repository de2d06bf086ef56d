import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRecoveryCode } from '#shared/domain/vault/recovery-code.ts';
import { COMMANDS } from '../../../electron/cli/commands/index.ts';
import { runCommandLine } from '../../../electron/cli/run.ts';
import { filesBelow, filesHolding, newPlace, PASSPHRASE } from './support.ts';
import type { Place } from './support.ts';

let place: Place;
beforeEach(() => {
  place = newPlace();
  mkdirSync(place.profile, { recursive: true });
  writeFileSync(path.join(place.root, 'sandi'), `${PASSPHRASE}\n`);
  writeFileSync(path.join(place.root, 'sandi-budi'), 'kopi tubruk pagi sekali 12\n');
});
afterEach(() => place.remove());

function netra(...words: string[]): { code: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, [path.resolve('electron/cli/index.ts'), ...words], {
    cwd: place.root,
    env: { PATH: process.env['PATH'], HOME: place.root, XDG_CONFIG_HOME: place.profile },
    encoding: 'utf8',
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

function document(...words: string[]): { code: number | null; json: Record<string, unknown>; err: string } {
  const { code, out, err } = netra(...words, '--json');
  return { code, json: JSON.parse(out) as Record<string, unknown>, err };
}

const WITH = ['--passphrase-file', 'sandi'];

describe('netra', () => {
  it('makes a vault, keeps its code in a file of mode 600, verifies, backs up and restores', () => {
    const made = document('vault', 'create', 'vault', '--user', 'Ratna Contohwati', ...WITH, '--recovery-file', 'kode');
    expect(made).toMatchObject({ code: 0, json: { user: 'Ratna Contohwati' } });
    expect(Object.keys(made.json).sort()).toEqual(['sealFingerprint', 'user', 'vaultId']);
    const code = readFileSync(path.join(place.root, 'kode'), 'utf8').trim();
    expect(readRecoveryCode(code)).toBe(code);
    expect(statSync(path.join(place.root, 'kode')).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(made)).not.toContain(code);

    const verified = document('vault', 'verify', 'vault', ...WITH);
    expect(verified).toMatchObject({
      code: 0,
      json: { ok: true, items: 0, bytes: 0, damaged: [], missing: [], custody: { ok: true, brokenAt: null } },
    });
    const backup = document('vault', 'backup', 'vault', 'cadangan', ...WITH);
    expect(backup).toMatchObject({ code: 0, json: { items: 2 } });
    const restored = document('vault', 'restore', 'cadangan', 'pulih');
    expect(restored).toMatchObject({ code: 0, json: { items: 2, sha256: backup.json['sha256'] } });
    const older = netra('vault', 'verify', 'pulih', ...WITH, '--lang', 'en');
    expect(older).toMatchObject({ code: 0 });
    expect(older.err).toContain('older than what this computer saw last');
    expect(older.out).toContain('The vault is whole.');
  }, 60_000);

  it('adds, lists and removes users, and exports the log', () => {
    netra('vault', 'create', 'vault', '--user', 'Ratna Contohwati', ...WITH, '--recovery-file', 'kode');
    const added = document(
      'user',
      'add',
      'Budi Contoh',
      '--vault',
      'vault',
      ...WITH,
      '--new-passphrase-file',
      'sandi-budi',
      '--role',
      'petugas',
    );
    expect(added).toMatchObject({ code: 0, json: { name: 'Budi Contoh', role: 'petugas' } });
    const list = document(
      'user',
      'list',
      '--vault',
      'vault',
      '--user',
      'Budi Contoh',
      '--passphrase-file',
      'sandi-budi',
    );
    expect((list.json['users'] as unknown[]).length).toBe(2);
    expect(
      document('user', 'remove', 'Budi Contoh', '--vault', 'vault', ...WITH, '--recovery-file', 'kode-baru').code,
    ).toBe(0);
    expect(document('user', 'list', '--vault', 'vault', '--passphrase-file', 'sandi-budi')).toMatchObject({
      code: 1,
      json: { ok: false, error: { code: 'WRONG_PASSPHRASE' } },
    });
    const exported = document('custody', 'export', 'jejak.jsonl', '--vault', 'vault', ...WITH);
    expect(exported.code).toBe(0);
    const lines = readFileSync(path.join(place.root, 'jejak.jsonl'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(Number(exported.json['entries']));
    expect(filesHolding(place.root, 'Ratna Contohwati')).toEqual([]);
  }, 60_000);

  it('refuses with the sentence of the language and exit code 1', () => {
    const missing = document('vault', 'verify', 'tidak-ada', ...WITH);
    expect(missing).toMatchObject({ code: 1, json: { ok: false, error: { code: 'VAULT_NOT_FOUND', params: {} } } });
    expect(netra('vault', 'verify', 'tidak-ada', ...WITH).err).toContain('tidak ada brankas');
    expect(netra('vault', 'verify', 'tidak-ada', ...WITH, '--lang=en').err).toContain('no vault');
    const weak = path.join(place.root, 'lemah');
    writeFileSync(weak, 'rahasia12345');
    expect(
      document('vault', 'create', 'v', '--user', 'Ratna', '--passphrase-file', 'lemah', '--recovery-file', 'kode').json,
    ).toMatchObject({ error: { code: 'PASSPHRASE_TOO_WEAK' } });
    expect(existsSync(path.join(place.root, 'kode'))).toBe(false);
    expect(existsSync(path.join(place.root, 'v'))).toBe(false);
  }, 60_000);

  it.each([
    ['an unknown group', ['brankas']],
    ['an unknown command', ['vault', 'burn']],
    ['a missing argument', ['vault', 'verify']],
    ['an argument too many', ['vault', 'verify', 'a', 'b']],
    ['an unknown option', ['vault', 'verify', 'a', '--passphrase', 'x']],
    ['no passphrase and no terminal', ['vault', 'verify', 'a']],
    ['nowhere for the recovery code', ['vault', 'create', 'a', '--user', 'X', '--passphrase-file', 'sandi']],
    ['no user', ['vault', 'create', 'a', '--passphrase-file', 'sandi', '--recovery-file', 'k']],
  ])('ends with 2 on %s, and makes nothing', async (_name, words) => {
    const before = filesBelow(place.root);
    const said: string[] = [];
    const printed: string[] = [];
    const code = await runCommandLine(words, {
      table: COMMANDS,
      terminal: {
        askSecret: async () => await Promise.resolve(null),
        showSecret: () => false,
        say: (line) => said.push(line),
        progress: () => undefined,
        endProgress: () => undefined,
      },
      directory: place.root,
      print: (text) => printed.push(text),
    });
    expect({ code, printed }).toEqual({ code: 2, printed: [] });
    expect(said.join()).toContain('Pemakaian salah');
    expect(filesBelow(place.root)).toEqual(before);
  });

  it('never overwrites a file with the recovery code', () => {
    writeFileSync(path.join(place.root, 'kode'), 'lama');
    expect(netra('vault', 'create', 'v', '--user', 'X', ...WITH, '--recovery-file', 'kode').code).toBe(2);
    expect(readFileSync(path.join(place.root, 'kode'), 'utf8')).toBe('lama');
  });

  it('helps on every level', () => {
    expect(netra('--help')).toMatchObject({ code: 0 });
    expect(netra('vault', '--help').out).toContain('netra vault backup DIR OUT');
    expect(netra('vault', 'create', '--help', '--lang', 'en').out).toContain('--recovery-file FILE');
  });
});
