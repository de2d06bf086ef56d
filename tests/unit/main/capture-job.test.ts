import { describe, expect, it } from 'vitest';
import type { QueueNext } from '#shared/contract/vault-protocol.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type CaptureJobParts, runCaptureJob } from '../../../electron/main/capture-job.ts';
import { readLine } from '../../../electron/main/platform/read-line.ts';
import type { VaultSession } from '../../../electron/main/vault-host/vault-session.ts';

const JOB = { kind: 'addresses', vaultDirectory: '/v', caseNumber: null, addresses: ['http://127.0.0.1/'] };

function setUp(
  over: { open?: () => Promise<never>; openWindow?: CaptureJobParts['openWindow']; next?: QueueNext[] } = {},
) {
  const printed: unknown[] = [];
  const did: string[] = [];
  const vault = {
    open: async (input: { passphrase: string }) => {
      did.push(`open with ${input.passphrase}`);
      await over.open?.();
    },
    isUnlocked: () => true,
    ask: async (op: string, input: unknown) => {
      if (op !== 'queueNext' && op !== 'queueFailed') return { total: 0, rows: [] };
      did.push(`${op} ${JSON.stringify(input)}`);
      return op === 'queueNext' ? (over.next?.shift() ?? { item: null, wait: null }) : {};
    },
  };
  const parts: CaptureJobParts = {
    // Only what a job uses.
    vault: vault as unknown as VaultSession,
    openWindow: over.openWindow ?? (() => Promise.reject(new AppError('CAPTURE_WINDOW_CLOSED'))),
    openForQueue: (_caseId, _sink) => Promise.reject(new AppError('CAPTURE_WINDOW_CLOSED')),
    clock: { after: (milliseconds, callback) => (did.push(`wait ${milliseconds}`), callback(), () => undefined) },
    readPassphrase: async () => 'sandi',
    print: (line) => printed.push(line),
    lock: async () => void did.push('lock'),
  };
  return { parts, printed, did };
}

describe('a capture job', () => {
  it('is refused when it is none, before a passphrase is read', async () => {
    for (const job of [null, {}, { ...JOB, addresses: [] }, { ...JOB, passphrase: 'x' }]) {
      const { parts, printed, did } = setUp();
      expect(await runCaptureJob(job, parts)).toBe(1);
      expect(printed).toMatchObject([{ type: 'error', code: 'INVALID_INPUT' }]);
      expect(did).toEqual(['lock']);
    }
  });

  it('tells a wrong passphrase and an unknown case by name, and always locks', async () => {
    const wrong = setUp({ open: () => Promise.reject(new AppError('WRONG_PASSPHRASE')) });
    expect(await runCaptureJob(JOB, wrong.parts)).toBe(1);
    expect(wrong.printed).toEqual([{ type: 'error', code: 'WRONG_PASSPHRASE', params: {} }]);
    expect(wrong.did).toEqual(['open with sandi', 'lock']);
    const unknown = setUp();
    expect(await runCaptureJob({ ...JOB, caseNumber: 'REG/9' }, unknown.parts)).toBe(1);
    expect(unknown.printed).toEqual([{ type: 'error', code: 'CASE_UNKNOWN', params: { number: 'REG/9' } }]);
  });

  it('prints a line for each address, also for one that was not captured, and ends with the sum', async () => {
    const { parts, printed, did } = setUp();
    expect(await runCaptureJob({ ...JOB, addresses: ['http://127.0.0.1/1', 'http://127.0.0.1/2'] }, parts)).toBe(1);
    expect(printed).toMatchObject([
      { type: 'result', result: { requestedUrl: 'http://127.0.0.1/1', error: { code: 'CAPTURE_WINDOW_CLOSED' } } },
      { type: 'result', result: { requestedUrl: 'http://127.0.0.1/2' } },
      { type: 'done', captured: 0, failed: 2 },
    ]);
    expect(did.at(-1)).toBe('lock');
  });

  it('captures one queue until the vault wants nothing more of it, waits as long as it is told, and tells the vault of failures', async () => {
    const queueId = '0192a000-0001-7000-8000-000000000000';
    const item = { id: queueId, address: 'http://127.0.0.1/1', caseId: null, reload: false, lastAttempt: true };
    const { parts, printed, did } = setUp({
      next: [
        { item, wait: null },
        { item: null, wait: 1_500 },
        { item: null, wait: null },
      ],
    });
    const job = { kind: 'queue', vaultDirectory: '/v', queueId };
    expect(await runCaptureJob(job, parts)).toBe(1);
    const asked = `queueNext {"queueId":"${queueId}"}`;
    const told = `queueFailed {"itemId":"${queueId}","code":"CAPTURE_WINDOW_CLOSED","reason":null}`;
    expect(did).toEqual(['open with sandi', asked, told, asked, 'wait 1500', asked, 'lock']);
    expect(printed).toMatchObject([{ type: 'result' }, { type: 'done', captured: 0, failed: 1 }]);
  });

  it('tells a fault of ours as INTERNAL, without its words', async () => {
    const { parts, printed } = setUp({ openWindow: () => Promise.reject(new Error('secret words')) });
    expect(await runCaptureJob(JOB, parts)).toBe(1);
    expect(printed).toEqual([{ type: 'error', code: 'INTERNAL', params: {} }]);
  });
});

describe('a line from a stream', () => {
  async function* pieces(...texts: (string | Uint8Array)[]) {
    yield* texts;
  }

  it('is what comes before the first line feed, whole across pieces', async () => {
    expect(await readLine(pieces('ku', 'da\r\nrest'))).toBe('kuda');
    expect(await readLine(pieces('kuda'))).toBe('kuda');
    expect(await readLine(pieces())).toBe('');
    const bytes = new TextEncoder().encode('é\n');
    expect(await readLine(pieces(bytes.slice(0, 1), bytes.slice(1)))).toBe('é');
  });

  it('is not endless', async () => {
    await expect(readLine(pieces('x'.repeat(5_000), 'x'))).rejects.toThrow('too long');
  });
});
