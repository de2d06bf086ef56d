/**
 * Adds signatures, time stamps and validation data to a document that is there. The document streams by once, for its
 * digests; what is appended is small and held. Several steps share that one pass: a later step stands on the tail of the
 * earlier ones.
 */
import { createHash, type Hash } from 'node:crypto';
import {
  type PdfUpdateJob,
  type PdfUpdateResult,
  pdfUpdateJobSchema,
  type PdfUpdateStep,
  pdfValidationData,
} from '#shared/contract/pdf-update.ts';
import { HASH_NAMES, type HashName } from '#shared/domain/signature/oids.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { openSource, type PdfSource } from '../../pdf-reader/file/source.ts';
import { openPdf, type PdfFile, type PdfView } from '../../pdf-reader/file/view.ts';
import { PdfSyntaxError } from '../../pdf-reader/syntax/parser.ts';
import { pdfReference, type PdfDictionary, type PdfValue } from '../../pdf-reader/syntax/values.ts';
import { inputSource, readAll } from '../../byte-source.ts';
import type { WorkerContext } from '../../runtime.ts';
import { emptyField, fillWithSignature, revisionOn } from '../signature/further-signature.ts';
import { appendSigned, RESERVED_BYTES } from '../signature/pdf-signer.ts';
import type { Revision } from '../signature/revision-writer.ts';
import { timestampSource } from '../signature/signature-dictionary.ts';
import { lookAtFields, messagesOf } from './look.ts';
import { addValidationData } from './security-store.ts';

/** Names of what goes in and out. */
const INPUT = 'pdf';
const OUTPUT = 'tail';
const LARGEST_FONT = 8 * 1024 * 1024;

/** Whether a job is one of these rather than a report to lay out. */
export function isUpdateJob(job: unknown): boolean {
  return typeof job === 'object' && job !== null && 'mode' in job && job.mode === 'update';
}

/** The handler; PDF_UNREADABLE when the document cannot be read soundly. */
export async function updatePdf(worker: WorkerContext): Promise<PdfUpdateResult> {
  const job = pdfUpdateJobSchema.safeParse(worker.job);
  if (!job.success) throw new AppError('INVALID_INPUT', { where: job.error.issues[0]?.path.join('.') ?? '' });
  try {
    return await carryOut(worker, job.data.steps);
  } catch (error) {
    if (error instanceof PdfSyntaxError) throw new AppError('PDF_UNREADABLE', {}, { cause: error });
    throw error;
  }
}

async function carryOut(
  worker: WorkerContext,
  steps: PdfUpdateJob['steps'] & readonly PdfUpdateStep[],
): Promise<PdfUpdateResult> {
  const growing = growingFile(worker);
  const digests = await digestsOf(growing.base(), steps);
  for (const step of steps) {
    const { file, view, source } = await growing.open();
    const revision = revisionOn(view, source.size);
    const bytes = await stepBytes(worker, step, { file, view, revision, digests });
    for (const hash of Object.values(digests)) hash.update(bytes);
    growing.append(bytes);
    worker.progress('signing', growing.size(), null);
  }
  const { view } = await growing.open();
  const tail = growing.tail();
  if (tail.length > 0) await worker.write(OUTPUT, tail);
  const look = await lookAtFields(view);
  return { bytes: growing.size(), sha256: digests.sha256.digest('hex'), tailBytes: tail.length, ...look };
}

type Digests = Record<HashName, Hash>;

/** Every digest in one pass. Those that no step needs are not fed. */
async function digestsOf(source: PdfSource, steps: readonly PdfUpdateStep[]): Promise<Digests> {
  const digests: Digests = { sha256: createHash('sha256'), sha384: createHash('sha384'), sha512: createHash('sha512') };
  const wanted = HASH_NAMES.filter(
    (name) => name === 'sha256' || steps.some((step) => step.kind === 'sign' && step.signature.hash === name),
  );
  for await (const chunk of source.stream(0, source.size)) for (const name of wanted) digests[name].update(chunk);
  return digests;
}

interface StepPlace {
  readonly file: PdfFile;
  readonly view: PdfView;
  readonly revision: Revision;
  readonly digests: Digests;
}

async function stepBytes(worker: WorkerContext, step: PdfUpdateStep, place: StepPlace): Promise<Uint8Array> {
  if (step.kind === 'validation-data') return storeRevision(worker, place);
  const { view, revision } = place;
  const isStamp = step.kind === 'timestamp';
  if (isStamp) {
    const field = await emptyField(view, step.fields);
    const stamp = revision.reserve();
    const updated: PdfDictionary = new Map<string, PdfValue>([...field.dictionary, ['V', stamp]]);
    revision.set(pdfReference(field.number), updated);
    revision.setLast(stamp, timestampSource(RESERVED_BYTES));
  } else {
    if ((await lookAtFields(view)).certification === 1) throw new AppError('SIGNATURES_NOT_ALLOWED');
    const { signature } = step;
    const field = await emptyField(view, [signature.fieldName]);
    const signedAt = new Date(signature.signedAt);
    await fillWithSignature(revision, field, { ...signature, signedAt, fonts: await fontsOf(worker) });
  }
  const hash = isStamp ? 'sha256' : step.signature.hash;
  const running = { signed: place.digests[hash].copy(), whole: place.digests.sha256.copy(), hash };
  const chunks: Uint8Array[] = [];
  await appendSigned(revision, running, {
    write: (bytes) => Promise.resolve(void chunks.push(bytes)),
    sign: (digest, name) => askForBytes(worker, isStamp ? 'timestamp' : 'sign', { digest, hash: name }),
  });
  return Buffer.concat(chunks);
}

async function storeRevision(worker: WorkerContext, { file, view, revision, digests }: StepPlace): Promise<Uint8Array> {
  const answer = await worker.ask('validation-data', { messages: await messagesOf(view) });
  await addValidationData(revision, file, view, pdfValidationData.parse(answer));
  return revision.build(digests.sha256.copy().update('store').digest().subarray(0, 16));
}

async function askForBytes(worker: WorkerContext, question: string, payload: unknown): Promise<Uint8Array> {
  const answer = await worker.ask(question, payload);
  if (!(answer instanceof Uint8Array)) throw new Error('the supervisor did not answer with bytes');
  return answer;
}

async function fontsOf(worker: WorkerContext): Promise<{ readonly regular: Uint8Array; readonly bold: Uint8Array }> {
  const load = (name: string): Promise<Uint8Array> => readAll(inputSource(worker, name), LARGEST_FONT);
  return { regular: await load('resource:font-regular'), bold: await load('resource:font-bold') };
}

/** The document with what was appended so far. */
function growingFile(worker: WorkerContext): {
  base(): PdfSource;
  size(): number;
  tail(): Buffer;
  append(bytes: Uint8Array): void;
  open(): Promise<{ readonly file: PdfFile; readonly view: PdfView; readonly source: PdfSource }>;
} {
  const baseSize = worker.inputSize(INPUT);
  let tail: Buffer = Buffer.alloc(0);
  const read = async (offset: number, length: number): Promise<Uint8Array> => {
    const ofTail = tail.subarray(Math.max(0, offset - baseSize), Math.max(0, offset + length - baseSize));
    if (offset >= baseSize) return ofTail;
    const ofBase = await worker.read(INPUT, offset, Math.min(length, baseSize - offset));
    return ofTail.length === 0 ? ofBase : Buffer.concat([ofBase, ofTail]);
  };
  return {
    base: () => openSource(baseSize, read),
    size: () => baseSize + tail.length,
    tail: () => tail,
    append: (bytes) => {
      tail = Buffer.concat([tail, bytes]);
    },
    open: async () => {
      const source = openSource(baseSize + tail.length, read);
      const file = await openPdf(source);
      const view = file.views.at(-1);
      if (view === undefined) throw new PdfSyntaxError('no revision');
      return { file, view, source };
    },
  };
}
