/** What a wrong command line is answered with: what is wrong, in the call's language, and exit code 2. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './support.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'netra-cli-usage-'));
  writeFileSync(path.join(folder, 'kode'), 'lama');
  writeFileSync(path.join(folder, 'sandi'), 'kopi tubruk pagi sekali 12');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CREATE = ['vault', 'create', 'v', '--passphrase-file', 'sandi'];

describe('wrong usage', () => {
  it.each([
    [['--json=ya', 'vault', 'verify', 'a'], 'opsi --json tidak menerima nilai', 'option --json takes no value'],
    [['brankas'], 'perintah "brankas" tidak dikenal', 'unknown command "brankas"'],
    [['vault'], 'perintah sesudah "vault" belum disebut', 'no command is named after "vault"'],
    [['vault', 'burn'], 'perintah "vault burn" tidak dikenal', 'unknown command "vault burn"'],
    [['vault', 'verify'], 'argumen DIR wajib ada', 'argument DIR is required'],
    [['vault', 'verify', 'a', 'b'], 'argumen "b" berlebih', '"b" is one argument too many'],
    [['vault', 'verify', ''], 'argumen ke-1 kosong', 'argument 1 is empty'],
    [['vault', 'verify', 'a', '--sandi', 'x'], 'opsi --sandi tidak dikenal', 'unknown option --sandi'],
    [['vault', 'verify', 'a', '-j'], 'opsi -j tidak dikenal', 'unknown option -j'],
    [['vault', 'verify', 'a', '--user'], 'nilai opsi --user belum disebut', 'option --user needs a value'],
    [['roster', 'list', '--vault', '--unit', 'x'], 'nilai opsi --vault belum disebut', 'option --vault needs a value'],
    [['roster', 'list', '--passphrase-file', 'sandi'], 'opsi --vault wajib diisi', 'option --vault is required'],
    [['vault', 'verify', 'a'], 'opsi --passphrase-file wajib diisi', 'option --passphrase-file is required'],
    [[...CREATE, '--recovery-file', 'k'], 'opsi --user wajib diisi', 'option --user is required'],
    [[...CREATE, '--user', 'X'], 'opsi --recovery-file wajib diisi', 'option --recovery-file is required'],
    [
      [...CREATE, '--user', 'X', '--recovery-file', 'kode'],
      'kode pada opsi --recovery-file sudah ada',
      'kode of option',
    ],
    [
      ['roster', 'list', '--vault', 'v', '--limit', 'abc'],
      'bilangan bulat 1 sampai 1000',
      'whole number from 1 to 1000',
    ],
    [['roster', 'list', '--vault', 'v', '--limit', '0'], 'bilangan bulat 1 sampai 1000', 'whole number from 1 to 1000'],
    [
      ['user', 'add', 'B', '--vault', 'v', '--role', 'x'],
      'harus salah satu dari: pengelola',
      'must be one of: pengelola',
    ],
    [['report', 'build', 'A', 'b', '--kind', 'x'], 'salah satu dari: lengkap, disamarkan', 'must be one of: lengkap'],
    [
      ['queue', 'create', 'A', '--vault', 'v', '--delay', '1'],
      'bilangan bulat 2 sampai 600',
      'whole number from 2 to 600',
    ],
    [['evidence', 'look', 'A', '--vault', 'v', '--on', '1/2/2026'], '--on harus YYYY-MM-DD', '--on must be YYYY-MM-DD'],
    [['evidence', 'export', 'A', 'b', '--artefact', 'x'], 'opsi --artefact harus', 'option --artefact must'],
  ])('%j says what is wrong', async (words, id, en) => {
    const before = readdirSync(folder);
    const indonesian = await run(folder, ...words);
    expect(indonesian).toMatchObject({ code: 2, printed: '' });
    expect(indonesian.said).toContain('Pemakaian salah: ');
    expect(indonesian.said).toContain(id);
    const english = await run(folder, ...words, '--lang=en');
    expect(english).toMatchObject({ code: 2, printed: '' });
    expect(english.said).toContain('Wrong usage: ');
    expect(english.said).toContain(en);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('refuses a language that there is not', async () => {
    expect(await run(folder, 'vault', 'verify', 'a', '--lang', 'fr')).toMatchObject({
      code: 2,
      said: expect.stringContaining('opsi --lang harus salah satu dari: id, en') as unknown,
    });
  });

  it('is one document with --json', async () => {
    const { code, printed } = await run(folder, 'vault', 'verify', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(printed)).toEqual({
      ok: false,
      error: { code: 'INVALID_INPUT', message: 'Pemakaian salah: argumen DIR wajib ada', params: {} },
    });
  });

  it('never repeats the value of an option that is not known', async () => {
    const { said } = await run(folder, 'vault', 'verify', 'a', '--passphrase', 'rahasia-sekali');
    expect(said).not.toContain('rahasia-sekali');
    expect((await run(folder, 'vault', 'verify', 'a', '--passphrase=rahasia-sekali')).said).not.toContain('rahasia');
  });
});

describe('right usage', () => {
  it('takes a value that begins with a dash when it is written with =', async () => {
    const { code, said } = await run(folder, 'vault', 'verify', 'tidak-ada', '--user=-x', '--passphrase-file', 'sandi');
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('VAULT_NOT_FOUND') as unknown });
  });

  it('describes --user of a new vault as its first user', async () => {
    expect((await run(folder, 'vault', 'create', '--help')).printed).toContain('nama pengguna pertama (wajib)');
    expect((await run(folder, 'vault', 'create', '--help', '--lang', 'en')).printed).toContain(
      'name of the first user (required)',
    );
    expect((await run(folder, 'vault', 'verify', '--help')).printed).toContain('bila brankas dipakai beberapa orang');
  });
});
