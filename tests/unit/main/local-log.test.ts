import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocalLog, fileTarget } from '../../../electron/main/platform/local-log.ts';
import { redact } from '../../../electron/main/platform/redact.ts';

/** What must never be found in a log, however it got into a message. */
const SECRETS: readonly (readonly [string, string])[] = [
  ['passphrase: "kuda jerapah gajah badak"', 'jerapah'],
  ['{"passphrase":"kuda-jerapah"}', 'jerapah'],
  ['password=hunter2hunter2', 'hunter2'],
  ["kata sandi='rahasia besar'", 'rahasia besar'],
  ["PRAGMA key = x'00112233445566778899aabbccddeeff'", '00112233445566778899aabbccddeeff'],
  ['recoveryCode=ABCD-EFGH-JKLM-NPQR', 'EFGH'],
  ['kode ABCD2-EFGH3-JKLM4-NPQR5 diterima', 'EFGH3'],
  ['NIP 198501012010011001 ditolak', '198501012010011001'],
  ['NIP 19850101 201001 1 001 ditolak', '201001 1'],
  ['NIK 3171234567890001', '3171234567890001'],
  ['/home/siti/Brankas/bukti siti.png', 'Brankas'],
  ['C:\\Users\\Siti\\Documents\\kasus.xlsx', 'Siti'],
  ['/Users/budiman/x', 'budiman'],
  ['gagal di https://example.test/profil/siti?x=1', 'example.test'],
  ['hash e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'e3b0c44298fc1c149'],
  [`Cookie: ${'c2Vzc2lvbi1pZC1vZi1zb21lYm9keQ'.repeat(2)}`, 'c2Vzc2lvbi'],
];

describe('what the log leaves out', () => {
  it.each(SECRETS)('%s', (line, secret) => {
    expect(line).toContain(secret);
    expect(redact(line)).not.toContain(secret);
  });

  it('keeps what helps: codes, counts, short ids, file names of the program', () => {
    const line = 'operation failed operation=cases.list correlationId=3f2c9a10-1111-4222-8333-444455556666 code=139';
    expect(redact(line)).toBe(line);
    expect(redact('at run (/opt/netra/out/main/index.js:10:5)')).toContain('index.js');
  });
});

describe('the log file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'netra-log-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('holds no secret that was in a message, a fact or an error', async () => {
    const log = createLocalLog(fileTarget(folder));
    for (const [line, secret] of SECRETS) {
      log.info('test', line);
      log.warn('test', 'fact', { given: line });
      log.error('test', 'error', {}, new Error(line, { cause: new Error(line) }));
      const text = await readFile(path.join(folder, 'netra.log'), 'utf8');
      expect(text, line).not.toContain(secret);
    }
  });

  it('is one line an entry, with time and level', async () => {
    const log = createLocalLog(fileTarget(folder), () => new Date(0));
    log.error('router', 'failed', { code: 3 }, new Error('first\nsecond'));
    const text = await readFile(path.join(folder, 'netra.log'), 'utf8');
    expect(text.trim().split('\n')).toHaveLength(1);
    expect(text).toMatch(/^1970-01-01T00:00:00\.000Z ERROR router: failed code=3 /);
  });

  it('stays within its size and number of files', async () => {
    const target = fileTarget(folder, 1_000, 2);
    for (let entry = 0; entry < 200; entry += 1) target.append(`${'x'.repeat(99)}\n`);
    const names = await readdir(folder);
    expect(names.sort()).toEqual(['netra.1.log', 'netra.2.log', 'netra.log']);
    for (const name of names) expect((await readFile(path.join(folder, name))).length).toBeLessThanOrEqual(1_000);
  });
});
