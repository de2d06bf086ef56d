/** Every digest that a verification needs, in one reading of the file: what ranges have in common is hashed once. */
import { createHash, type Hash } from 'node:crypto';
import type { PdfDigestsAnswer, PdfDigestsQuestion } from '#shared/contract/pdf-digests.ts';
import type { HashName } from '#shared/domain/signature/oids.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { FileSource } from '../../kernel.ts';

/** A file as it is hashed; see FileSource. */
export type HashedFile = Pick<FileSource, 'bytes' | 'readInto'>;

export interface DigestOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hears how many bytes of how many were read. */
  readonly onBytes?: ((done: number, total: number) => void) | undefined;
}

const PIECE = 2 * 1024 * 1024;
/** What a file may ask to be hashed more than once, beside its own size (bytes); the reader allows it no more either. */
const SPARE_WORK = 256 * 1024 * 1024;

/** Throws when a range lies outside the file or the ranges are more work than a file explains; CANCELLED by the signal. */
export async function digestParts(
  file: HashedFile,
  question: PdfDigestsQuestion,
  { signal, onBytes }: DigestOptions = {},
): Promise<PdfDigestsAnswer> {
  const plan = planOf(question, file.bytes);
  const marks = [...plan.actions.keys()].sort((one, other) => one - other);
  const last = marks.at(-1) ?? 0;
  let next = 0;
  const reach = (at: number): void => {
    for (; marks[next] === at; next++) for (const action of plan.actions.get(at) ?? []) action();
  };
  reach(0);
  for await (const { at, bytes } of piecesOf(file, last)) {
    if (signal?.aborted) throw new AppError('CANCELLED');
    for (let start = 0; start < bytes.length; ) {
      const stop = Math.min(bytes.length, (marks[next] ?? Infinity) - at);
      const part = bytes.subarray(start, stop);
      for (const hash of plan.running) hash.update(part);
      start = stop;
      reach(at + start);
    }
    onBytes?.(at + bytes.length, file.bytes);
  }
  return plan.answer;
}

interface Plan {
  /** What is fed with the bytes that go by. */
  readonly running: ReadonlySet<Hash>;
  /** What begins or ends at an offset, in the order in which it must happen there. */
  readonly actions: ReadonlyMap<number, readonly (() => void)[]>;
  /** Filled in by the last action. */
  readonly answer: PdfDigestsAnswer;
}

/** One digest: made at `made`, fed with the bytes from `from` to `end`. */
interface Task {
  readonly made: number;
  readonly from: number;
  readonly end: number;
  make(): Hash;
  keep(digest: Uint8Array<ArrayBuffer>): void;
}

function planOf(question: PdfDigestsQuestion, size: number): Plan {
  const answer: PdfDigestsAnswer = { prefixes: [], stretches: [] };
  const trunks = new Map<HashName, Hash>();
  for (const { hash } of question.prefixes) if (!trunks.has(hash)) trunks.set(hash, createHash(hash));
  const tasks = tasksOf(question, trunks, answer);
  const work = tasks.reduce((sum, { from, end }) => sum + end - from, 0);
  if (work > SPARE_WORK + 4 * size || tasks.some(({ end }) => end > size))
    throw new Error('the worker asked for more digests than the file explains');
  const running = new Set(trunks.values());
  const actions = new Map<number, (() => void)[]>();
  const at = (offset: number, action: () => void): void => {
    const there = actions.get(offset);
    if (there === undefined) actions.set(offset, [action]);
    else there.push(action);
  };
  for (const { made, from, end, make, keep } of tasks) {
    let hash = createHash('sha256');
    at(made, () => void (hash = make()));
    at(from, () => void running.add(hash));
    at(end, () => {
      running.delete(hash);
      keep(Uint8Array.from(hash.digest()));
    });
  }
  return { running, actions, answer };
}

function tasksOf(
  { prefixes, stretches }: PdfDigestsQuestion,
  trunks: ReadonlyMap<HashName, Hash>,
  answer: PdfDigestsAnswer,
): Task[] {
  const ofPrefixes = prefixes.map(
    ({ hash, gap, end }, index): Task => ({
      // What stands before the gap is the trunk's; with no gap all of it is.
      made: gap?.start ?? end,
      from: gap?.end ?? end,
      end,
      make: () => (trunks.get(hash) ?? createHash(hash)).copy(),
      keep: (digest) => void (answer.prefixes[index] = digest),
    }),
  );
  const ofStretches = stretches.map(
    ({ start, end }, index): Task => ({
      made: start,
      from: start,
      end,
      make: () => createHash('sha256'),
      keep: (digest) => void (answer.stretches[index] = digest),
    }),
  );
  return [...ofPrefixes, ...ofStretches];
}

/** The first `end` bytes, in two buffers in turn: the next piece is on its way while this one is used. */
async function* piecesOf(
  file: HashedFile,
  end: number,
): AsyncGenerator<{ readonly at: number; readonly bytes: Uint8Array }> {
  const buffers = [0, 1].map(() => Buffer.allocUnsafeSlow(Math.min(PIECE, end)));
  const read = async (turn: number, at: number): Promise<Uint8Array> => {
    const target = (buffers[turn % 2] ?? Buffer.alloc(0)).subarray(0, end - at);
    return target.subarray(0, await file.readInto(target, at));
  };
  let next = read(0, 0);
  for (let at = 0, turn = 1; at < end; turn++) {
    const bytes = await next;
    if (bytes.length === 0) throw new Error('the file became shorter while it was read');
    const after = at + bytes.length;
    if (after < end) {
      next = read(turn, after);
      // A failure is met where the piece is awaited; if the consumer stopped before, nobody needs it.
      next.catch(() => undefined);
    }
    yield { at, bytes };
    at = after;
  }
}
