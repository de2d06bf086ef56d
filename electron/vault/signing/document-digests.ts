/** Hashes a document once, for everything that is signed behind it and for the versions that grow from it. */
import { createHash, type Hash } from 'node:crypto';
import { pdfSignedParts } from '#shared/contract/pdf-update.ts';
import type { HashName } from '#shared/domain/signature/oids.ts';

export interface DocumentDigests {
  /** The digest of the document with these bytes behind it. */
  with(hash: HashName, parts: readonly Uint8Array[]): Uint8Array;
}

/** Feeds all pieces; SHA-256 is always among the hashes. */
export async function digestDocument(
  pieces: AsyncIterable<Uint8Array>,
  hashes: readonly HashName[],
): Promise<DocumentDigests> {
  const states = new Map<HashName, Hash>();
  for (const name of ['sha256', ...hashes] as const) states.set(name, createHash(name));
  for await (const piece of pieces) for (const state of states.values()) state.update(piece);
  return {
    with: (name, parts) => {
      const state = states.get(name)?.copy();
      if (state === undefined) throw new Error(`the document was not hashed with ${name}`);
      for (const part of parts) state.update(part);
      return Uint8Array.from(state.digest());
    },
  };
}

type Answers = Readonly<Record<string, (payload: unknown) => Promise<unknown>>>;

/** The same answers for a worker that tells what stands behind the document instead of a digest. */
export function answersOver(answers: Answers, digests: DocumentDigests): Answers {
  const overParts =
    (question: 'sign' | 'timestamp') =>
    async (payload: unknown): Promise<unknown> => {
      const { hash, parts } = pdfSignedParts.parse(payload);
      return await answers[question]?.({ digest: digests.with(hash, parts), hash });
    };
  return { ...answers, sign: overParts('sign'), timestamp: overParts('timestamp') };
}
