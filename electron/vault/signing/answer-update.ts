/** Answers what the report worker asks while it signs: signatures, time stamps, validation data. No key leaves. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PdfValidationData } from '#shared/contract/pdf-update.ts';
import { HASH_NAMES, type HashName } from '#shared/domain/signature/oids.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { signatureValueOf, signDigest, withSignatureTimestamp } from './cms-signature.ts';
import type { Signer } from './signer.ts';
import type { Certificate } from './trust/certificate.ts';
import { signersOfMessage } from './trust/message-certificates.ts';
import type { AskOutside } from './trust/outside.ts';
import { gatherValidationData } from './trust/revocation.ts';
import { askForTimestamp, readTimestampAnswer } from './trust/timestamp.ts';

export interface UpdateParts {
  readonly signer: Signer | null;
  readonly ask: AskOutside;
  /** Empty: there is no time stamp service, and signatures stay at B-B. */
  readonly timestampAddress: string;
  readonly roots: readonly Certificate[];
  now(): Date;
}

export interface UpdateAnswers {
  /** By question, as WorkerJob.answers wants them. */
  readonly answers: Readonly<Record<string, (payload: unknown) => Promise<unknown>>>;
  /** Why the signature that was made carries no time stamp; null when it does, or when none was to be had. */
  stampProblem(): AppError | null;
  /** Whether the last signature carries a time stamp. */
  stamped(): boolean;
  /** Why a question was refused: the worker only knows that it was. */
  refusal(): AppError | null;
}

const digestPayload = z.strictObject({ digest: z.instanceof(Uint8Array), hash: z.enum(HASH_NAMES) });
const messagesPayload = z.strictObject({ messages: z.array(z.instanceof(Uint8Array)).max(100) });

/** Answers for one job of the worker. */
export function answerUpdate(parts: UpdateParts): UpdateAnswers {
  let refusal: AppError | null = null;
  let stampProblem: AppError | null = null;
  let stamped = false;
  const remembering =
    (answer: (payload: unknown) => Promise<unknown>) =>
    async (payload: unknown): Promise<unknown> => {
      try {
        return await answer(payload);
      } catch (error) {
        if (error instanceof AppError) refusal = error;
        throw error;
      }
    };
  const sign = async (payload: unknown): Promise<Uint8Array> => {
    const { digest, hash } = digestPayload.parse(payload);
    if (parts.signer === null) throw new Error('nobody is to sign');
    const cms = signDigest({ digest, hash, signer: parts.signer });
    stamped = false;
    stampProblem = null;
    if (parts.timestampAddress === '') return cms;
    try {
      const value = createHash('sha256').update(signatureValueOf(cms)).digest();
      const signed = withSignatureTimestamp(cms, await stampOver(value, 'sha256', parts));
      stamped = true;
      return signed;
    } catch (error) {
      // No network is the normal case: the signature stands without its stamp, which is fetched later.
      if (!(error instanceof AppError)) throw error;
      stampProblem = error;
      return cms;
    }
  };
  const timestamp = async (payload: unknown): Promise<Uint8Array> => {
    const { digest, hash } = digestPayload.parse(payload);
    return await stampOver(digest, hash, parts);
  };
  const validationData = (payload: unknown): Promise<PdfValidationData> =>
    gatherAll(messagesPayload.parse(payload).messages, parts);
  return {
    answers: {
      sign: remembering(sign),
      timestamp: remembering(timestamp),
      'validation-data': remembering(validationData),
    },
    stampProblem: () => stampProblem,
    stamped: () => stamped,
    refusal: () => refusal,
  };
}

/** TIMESTAMP_NO_ADDRESS, what askOutside throws, and every fault that an answer may have. */
async function stampOver(
  digest: Uint8Array,
  hash: HashName,
  { ask, timestampAddress, roots, now }: UpdateParts,
): Promise<Uint8Array> {
  if (timestampAddress === '') throw new AppError('TIMESTAMP_NO_ADDRESS');
  const question = askForTimestamp(digest, hash);
  const answer = await ask({ purpose: 'timestamp', url: timestampAddress, body: question.request });
  return readTimestampAnswer(answer, question, roots, now()).token;
}

/** For every signer and every time stamp authority in the document; each address is asked once. */
async function gatherAll(messages: readonly Uint8Array[], parts: UpdateParts): Promise<PdfValidationData> {
  const ask = askingOnce(parts.ask);
  const all: PdfValidationData = { certificates: [], ocsps: [], crls: [] };
  for (const { signer, others } of messages.flatMap(signersOfMessage)) {
    const found = await gatherValidationData(signer, others, { ask, roots: parts.roots, now: parts.now() });
    for (const kind of ['certificates', 'ocsps', 'crls'] as const) {
      const own = found[kind].filter((bytes) => !all[kind].some((one) => Buffer.compare(one, bytes) === 0));
      all[kind].push(...own.map((bytes) => Uint8Array.from(bytes)));
    }
  }
  return all;
}

function askingOnce(ask: AskOutside): AskOutside {
  const known = new Map<string, Promise<Uint8Array>>();
  return (question) => {
    const key = `${question.url} ${Buffer.from(question.body ?? []).toString('hex')}`;
    const answer = known.get(key) ?? ask(question);
    known.set(key, answer);
    return answer;
  };
}
