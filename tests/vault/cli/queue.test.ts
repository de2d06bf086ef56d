/** `netra queue …` and `netra evidence show|look`, over a real vault; the app that captures is stood in for by a program. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createTestVault, PASSPHRASE, type TestVault } from '../../support/test-vault.ts';
import { takeIn } from '../capture-queue/support.ts';
import { run, type Ran } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

let vault: TestVault;
let caseNumber: string;
const netra = (...words: string[]): Promise<Ran> =>
  run(vault.folder, ...words, '--vault', 'vault', '--passphrase-file', 'sandi');
const inFolder = (name: string): string => path.join(vault.folder, name);
const document = async (...words: string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await netra(...words, '--json')).printed) as Record<string, unknown>;
const made = z.object({ id: z.string() });

beforeAll(async () => {
  vault = await createTestVault();
  caseNumber = (await vault.service.call('cases.create', { title: 'Unggahan' })).number;
  await takeIn(vault.service, { address: 'https://lini.test/p/1', outcome: 'gone' });
  await vault.service.lock('button');
  vi.stubEnv('XDG_CONFIG_HOME', inFolder('config'));
  vi.stubEnv('APPDATA', inFolder('config'));
  vi.stubEnv('HOME', vault.folder);
  vi.stubEnv('DISPLAY', ':7');
  writeFileSync(inFolder('sandi'), PASSPHRASE);
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await vault.dispose();
});

it('makes a queue of a workbook, names what it refuses, and changes nothing when it only looks', async () => {
  const rows = [
    ['URL', 'Nomor kasus', 'Catatan'],
    ['https://lini.test/a', caseNumber, 'suka'],
    ['https://lini.test/b', '', ''],
    ['https://www.lini.test/b?utm_source=x', '', ''],
    ['https://lini.test/c', 'REG/999', ''],
  ];
  writeFileSync(inFolder('daftar.xlsx'), await writeXlsx({ sheets: [{ name: 'Daftar', rows }] }));
  const looked = await netra('queue', 'create', 'Pekan ini', '--list', 'daftar.xlsx', '--dry-run');
  expect(looked).toMatchObject({ code: 1, printed: expect.stringContaining('nomor kasus tidak dikenal') as string });
  expect((await netra('queue', 'list')).printed).toBe('');
  const answer = await document('queue', 'create', 'Pekan ini', '--list', 'daftar.xlsx', '--delay', '2');
  expect(answer).toMatchObject({
    items: [{ row: 2, caseNumber }, { row: 3 }],
    duplicates: [{ row: 4, firstRow: 3 }],
    refused: [{ row: 5, reason: 'case-unknown' }],
  });
  expect(await document('queue', 'show', 'Pekan ini')).toMatchObject({
    queue: { id: made.parse(answer).id, state: 'running', delaySeconds: 2, total: 2, finished: 0 },
    items: [{ address: 'https://lini.test/a', caseNumber, note: 'suka', state: 'waiting' }, { caseNumber: null }],
  });
});

it('pauses, resumes and cancels a queue by its title, and refuses what its state does not allow', async () => {
  expect(await document('queue', 'pause', 'Pekan ini')).toMatchObject({ state: 'paused' });
  expect(await netra('queue', 'pause', 'Pekan ini')).toMatchObject({
    code: 1,
    said: expect.stringContaining('QUEUE_STATE_NOT_ALLOWED') as string,
  });
  expect((await netra('queue', 'resume', 'Pekan ini', '--lang', 'en')).printed).toContain('Running\t0/2');
  expect(await document('queue', 'cancel', 'Pekan ini')).toMatchObject({ state: 'cancelled' });
  expect(await netra('queue', 'retry', 'Pekan ini')).toMatchObject({ code: 1 });
  expect(await document('queue', 'show', 'tidak ada')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
});

it('runs a queue by the app: resumed first, the passphrase asked for once, answered with what became of it', async () => {
  const { id } = made.parse(
    await document('queue', 'create', 'Dua', 'lini.test/a', 'lini.test/b', '--case', caseNumber),
  );
  await netra('queue', 'pause', id);
  const program = inFolder('app.mjs');
  writeFileSync(
    program,
    `import { text } from 'node:stream/consumers';
     import { readFileSync, writeFileSync } from 'node:fs';
     const file = process.argv.find((word) => word.startsWith('--capture-job=')).slice(14);
     writeFileSync(${JSON.stringify(inFolder('tugas.json'))}, readFileSync(file, 'utf8'));
     await text(process.stdin);
     process.stdout.write(JSON.stringify({ type: 'done', captured: 0, failed: 0 }) + '\\n');`,
  );
  vi.stubEnv('NETRA_LAUNCH', JSON.stringify({ executable: process.execPath, args: [program], env: {} }));
  const answer = await document('queue', 'run', id);
  expect(answer).toMatchObject({ queue: { id, state: 'running' }, items: [{ caseNumber }, { caseNumber }] });
  const job = await import(inFolder('tugas.json'), { with: { type: 'json' } });
  expect(job.default).toMatchObject({ kind: 'queue', queueId: id, vaultDirectory: inFolder('vault') });
});

it('shows an item with what its origin is and is not, plans a second look at it and makes the queue of it', async () => {
  const shown = await netra('evidence', 'show', 'B-0001');
  expect(shown.code).toBe(0);
  expect(shown.printed).toContain('Diambil dari web');
  expect(shown.printed).toContain('Bukan pernyataan bahwa isi halaman itu benar');
  expect(await document('evidence', 'show', 'B-0001', '--lang', 'en')).toMatchObject({
    origin: { kind: 'capture', name: 'Captured from the web' },
    looks: [],
  });
  expect((await netra('evidence', 'list', '-')).printed).toMatch(/^1\nB-0001\tDiambil dari web/);
  expect((await netra('evidence', 'list', caseNumber)).printed).toBe('0');
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  expect(await document('evidence', 'look', 'B-0001', '--on', today)).toMatchObject({ dueOn: today, state: 'planned' });
  const due = await document('queue', 'due');
  expect(due).toMatchObject({ due: [{ before: { number: 'B-0001' } }] });
  expect((await netra('queue', 'list')).printed).toContain(made.parse(due).id);
  expect(await document('queue', 'due')).toMatchObject({ id: null, due: [] });
});
