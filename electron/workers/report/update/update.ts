/**
 * Adds signatures, time stamps and validation data to a document that is there. Of the document only its structure is
 * read: the vault hashes it. What is appended is small and held; a later step stands on the tail of the earlier ones.
 */
import { randomBytes } from 'node:crypto';
import {
  type PdfUpdateJob,
  type PdfUpdateResult,
  pdfUpdateJobSchema,
  type PdfUpdateStep,
  pdfValidationData,
} from '#shared/contract/pdf-update.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { openSource, type PdfSource } from '../../pdf-reader/file/source.ts';
import { openPdf, type PdfFile, type PdfView } from '../../pdf-reader/file/view.ts';
import { PdfSyntaxError } from '../../pdf-reader/syntax/parser.ts';
import { pdfReference, type PdfDictionary, type PdfValue } from '../../pdf-reader/syntax/values.ts';
import { inputSource, readAll } from '../../byte-source.ts';
import type { WorkerContext } from '../../runtime.ts';
import { RESERVED_BYTES } from '../signature/append-signed.ts';
import { emptyField, fillWithSignature, revisionOn } from '../signature/further-signature.ts';
import type { Revision } from '../signature/revision-writer.ts';
import { fillHole, placeByteRange, timestampSource } from '../signature/signature-dictionary.ts';
import { lookAtFields, messagesOf } from './look.ts';
import { addValidationData } from './security-store.ts';

/** Names of what goes in and out. */
const INPUT = 'pdf';
const OUTPUT = 'tail';
const LARGEST_FONT = 8 * 1024 * 1024;

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
  for (const step of steps) {
    const { file, view, source } = await growing.open();
    const revision = revisionOn(view, source.size);
    growing.append(await stepBytes(worker, step, { file, view, revision, tail: growing.tail() }));
    worker.progress('signing', growing.size(), null);
  }
  const { view } = await growing.open();
  const tail = growing.tail();
  if (tail.length > 0) await worker.write(OUTPUT, tail);
  const look = await lookAtFields(view);
  return { bytes: growing.size(), tailBytes: tail.length, ...look };
}

interface StepPlace {
  readonly file: PdfFile;
  readonly view: PdfView;
  readonly revision: Revision;
  /** What earlier steps appended. */
  readonly tail: Uint8Array;
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
  const withHole = placeByteRange(revision.build(newId()), revision.base.length);
  const parts = [place.tail, withHole.bytes.subarray(0, withHole.holeStart), withHole.bytes.subarray(withHole.holeEnd)];
  // Copies: a view would be sent with the whole of its buffer.
  const payload = { hash, parts: parts.map((part) => Uint8Array.from(part)) };
  const answer = await worker.ask(isStamp ? 'timestamp' : 'sign', payload);
  if (!(answer instanceof Uint8Array)) throw new Error('the supervisor did not answer with bytes');
  return fillHole(withHole, answer);
}

/** The identifier of a state of the file: any value that no other state has. */
function newId(): Uint8Array {
  return randomBytes(16);
}

async function storeRevision(worker: WorkerContext, { file, view, revision }: StepPlace): Promise<Uint8Array> {
  const answer = await worker.ask('validation-data', { messages: await messagesOf(view) });
  await addValidationData(revision, file, view, pdfValidationData.parse(answer));
  return revision.build(newId());
}

async function fontsOf(worker: WorkerContext): Promise<{ readonly regular: Uint8Array; readonly bold: Uint8Array }> {
  const load = (name: string): Promise<Uint8Array> => readAll(inputSource(worker, name), LARGEST_FONT);
  return { regular: await load('resource:font-regular'), bold: await load('resource:font-bold') };
}

/** The document with what was appended so far. */
function growingFile(worker: WorkerContext): {
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
