/** Captures a list of addresses for the command line: opens the vault, captures, prints a line for each, locks. */
import { type CaptureJob, captureJob, type CaptureJobLine } from '#shared/contract/capture-job.ts';
import { casesOperations } from '#shared/contract/cases.ts';
import { AppError, toErrorReport } from '#shared/errors/app-error.ts';
import { captureAddresses } from './capture/capture-addresses.ts';
import type { VaultSession } from './vault-host/vault-session.ts';
import type { CaptureWindow } from './windows/capture-window.ts';

export interface CaptureJobParts {
  readonly vault: VaultSession;
  /** Opens a capture window that leads into a case, or into the tray. */
  openWindow(caseId: string | null): Promise<CaptureWindow>;
  /** One line from stdin, without its line feed. */
  readPassphrase(): Promise<string>;
  print(line: CaptureJobLine): void;
  lock(): Promise<void>;
}

/** Runs a job; the answer is the program's exit code. */
export async function runCaptureJob(job: unknown, parts: CaptureJobParts): Promise<0 | 1> {
  try {
    const { captured, failed } = await capture(parseJob(job), parts);
    await parts.lock();
    parts.print({ type: 'done', captured, failed });
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

async function capture(job: CaptureJob, parts: CaptureJobParts): Promise<{ captured: number; failed: number }> {
  const passphrase = await parts.readPassphrase();
  await parts.vault.open({ directory: job.vaultDirectory, passphrase, userName: job.userName });
  const caseId = job.caseNumber === null ? null : await caseOf(job.caseNumber, parts.vault);
  const results = await captureAddresses({
    addresses: job.addresses,
    reload: job.reload,
    openWindow: () => parts.openWindow(caseId),
    onResult: (result) => parts.print({ type: 'result', result }),
  });
  const failed = results.filter(({ error }) => error !== null).length;
  return { captured: results.length - failed, failed };
}

async function caseOf(number: string, vault: VaultSession): Promise<string> {
  const listed = await vault.ask('call', { name: 'cases.list', input: { query: number } });
  const row = casesOperations.list.output.parse(listed).rows.find((candidate) => candidate.number === number);
  if (row === undefined) throw new AppError('CASE_UNKNOWN', { number });
  return row.id;
}
