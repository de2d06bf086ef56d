/** Captures a list of addresses, or a queue, for the command line: opens the vault, captures, prints a line for each, locks. */
import { type CaptureJob, captureJob, type CaptureJobLine } from '#shared/contract/capture-job.ts';
import { casesOperations } from '#shared/contract/cases.ts';
import { AppError, toErrorReport } from '#shared/errors/app-error.ts';
import { type CapturedAddress, captureAddresses } from './capture/capture-addresses.ts';
import { attemptItem, type QueueItemParts } from './capture-queue.ts';
import type { Clock } from './vault-host/supervisor.ts';
import type { VaultSession } from './vault-host/vault-session.ts';
import type { CaptureWindow } from './windows/capture-window.ts';

export interface CaptureJobParts {
  readonly vault: VaultSession;
  /** Opens a capture window that leads into a case, or into the tray. */
  openWindow(caseId: string | null): Promise<CaptureWindow>;
  /** The same for an item of a queue. */
  readonly openForQueue: QueueItemParts['openWindow'];
  readonly clock: Pick<Clock, 'after'>;
  /** One line from stdin, without its line feed. */
  readPassphrase(): Promise<string>;
  print(line: CaptureJobLine): void;
  lock(): Promise<void>;
}

/** Runs a job; the answer is the program's exit code. */
export async function runCaptureJob(job: unknown, parts: CaptureJobParts): Promise<0 | 1> {
  try {
    const wanted = parseJob(job);
    const passphrase = await parts.readPassphrase();
    await parts.vault.open({ directory: wanted.vaultDirectory, passphrase, userName: wanted.userName });
    const results = wanted.kind === 'queue' ? await runQueue(wanted, parts) : await captureList(wanted, parts);
    const failed = results.filter(({ error }) => error !== null).length;
    await parts.lock();
    parts.print({ type: 'done', captured: results.length - failed, failed });
    return failed === 0 ? 0 : 1;
  } catch (error) {
    const { code, params } = toErrorReport(error, '');
    await parts.lock();
    parts.print({ type: 'error', code, params });
    return 1;
  }
}

function parseJob(job: unknown): CaptureJob {
  const parsed = captureJob.safeParse(job);
  if (!parsed.success) throw new AppError('INVALID_INPUT', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  return parsed.data;
}

async function captureList(
  job: Extract<CaptureJob, { kind: 'addresses' }>,
  parts: CaptureJobParts,
): Promise<readonly CapturedAddress[]> {
  const caseId = job.caseNumber === null ? null : await caseOf(job.caseNumber, parts.vault);
  return captureAddresses({
    addresses: job.addresses,
    reload: job.reload,
    openWindow: () => parts.openWindow(caseId),
    onResult: (result) => parts.print({ type: 'result', result }),
  });
}

/** Until the vault has nothing to do any more: the queue ended, or rests until a person resumes it. Every attempt is an answer. */
async function runQueue(
  { queueId }: Extract<CaptureJob, { kind: 'queue' }>,
  { vault, openForQueue, clock, print }: CaptureJobParts,
): Promise<readonly CapturedAddress[]> {
  const results: CapturedAddress[] = [];
  for (;;) {
    const { item, wait } = await vault.ask('queueNext', queueId === null ? {} : { queueId });
    if (item !== null) {
      const result = await attemptItem(item, { vault, openWindow: openForQueue }, () => vault.isUnlocked());
      print({ type: 'result', result });
      results.push(result);
    } else if (wait !== null) await new Promise<void>((resolve) => clock.after(wait, resolve));
    else return results;
  }
}

async function caseOf(number: string, vault: VaultSession): Promise<string> {
  const listed = await vault.ask('call', { name: 'cases.list', input: { query: number } });
  const row = casesOperations.list.output.parse(listed).rows.find((candidate) => candidate.number === number);
  if (row === undefined) throw new AppError('CASE_UNKNOWN', { number });
  return row.id;
}
