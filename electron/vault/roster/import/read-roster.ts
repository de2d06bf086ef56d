/** Has the chosen sheets read by the worker and hands every line to the planner as it comes. */
import {
  type AccountRow,
  accountRowSchema,
  readResultSchema,
  type RefusedRow,
  refusedRowSchema,
  type RosterJob,
  type RosterReadResult,
  rosterRowSchema,
} from '#shared/contract/roster-job.ts';
import type { FileSource, JobProgress, UseCaseContext } from '../../kernel.ts';
import { ROSTER_WORKER_LIMITS } from '../roster-worker.ts';
import { workerInput } from '../../workers/worker-input.ts';
import type { IncomingRow } from './plan-types.ts';
import { personOfRow, problemOf } from './planner.ts';

/** Distinct values that are held once only; a column of all-different texts gains nothing beyond them. */
const INTERNED = 20_000;

export interface RowReceiver {
  addRow(row: IncomingRow): void;
  addRefused(row: RefusedRow): void;
  addAccount(row: AccountRow): void;
}

/** What was handed over counts only once this has returned: a damaged file is found at its end. */
export async function readRoster(
  job: Extract<RosterJob, { mode: 'read' }>,
  file: FileSource,
  parts: { readonly receiver: RowReceiver; readonly progress: JobProgress; readonly context: UseCaseContext },
): Promise<RosterReadResult> {
  const { receiver, progress, context } = parts;
  const same = interner();
  const rows = new LineSplitter((line) => receiver.addRow(incomingRow(line, same)));
  const refused = new LineSplitter((line) => receiver.addRefused(refusedRowSchema.parse(JSON.parse(line))));
  const accounts = new LineSplitter((line) => receiver.addAccount(accountRowSchema.parse(JSON.parse(line))));
  const value = await context.runWorker({
    kind: 'roster-import',
    job,
    inputs: { file: workerInput(file) },
    outputs: {
      rows: (bytes) => rows.take(bytes),
      refused: (bytes) => refused.take(bytes),
      accounts: (bytes) => accounts.take(bytes),
    },
    limits: ROSTER_WORKER_LIMITS,
    signal: progress.signal,
    onProgress: (phase, done, total) => progress.report(phase, done, total),
  });
  for (const lines of [rows, refused, accounts]) lines.end();
  return readResultSchema.parse(value);
}

function incomingRow(line: string, same: (text: string) => string): IncomingRow {
  const row = rosterRowSchema.parse(JSON.parse(line));
  const held = (text: string | null): string | null => (text === null ? null : same(text));
  const person = {
    ...personOfRow(row),
    status: held(row.status),
    grade: held(row.grade),
    rank: held(row.rank),
    position: held(row.position),
    positionType: held(row.positionType),
    unit: held(row.unit),
    agency: held(row.agency),
  };
  const sheet = same(row.sheet);
  const findings = row.findings.map((finding) => problemOf({ sheet, row: row.row, ...finding }));
  return { sheet, row: row.row, person, accounts: row.accounts, findings, cells: row.cells ?? null };
}

/** Gives equal texts as one: a roster has the same few units and positions thousands of times. */
function interner(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    if (known.size < INTERNED) known.set(text, text);
    return text;
  };
}

/** Cuts a stream of UTF-8 bytes into lines. */
class LineSplitter {
  readonly #decoder = new TextDecoder();
  readonly #line: (line: string) => void;
  #rest = '';

  constructor(line: (line: string) => void) {
    this.#line = line;
  }

  take(bytes: Uint8Array): void {
    this.#push(this.#decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    this.#push(`${this.#decoder.decode()}\n`);
  }

  #push(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') this.#line(line);
  }
}
