/** Hashes a document once, for everything that is signed behind it and for the versions that grow from it. */
import { createHash, type Hash } from 'node:crypto';
import { pdfSignedParts } from '#shared/contract/pdf-update.ts';
import type { HashName } from '#shared/domain/signature/oids.ts';

export interface DocumentDigests {
  has(hash: HashName): boolean;
  /** The digest of the document with these bytes behind it. */
  with(hash: HashName, parts: readonly Uint8Array[]): Uint8Array;
  /** Those of the document that these bytes behind it make; nothing is hashed again. */
  after(parts: readonly Uint8Array[]): DocumentDigests;
}

/** `feed` gives the whole document to every hash; SHA-256 is always among them. */
export async function digestDocument(
  feed: (hashes: readonly Hash[]) => Promise<void>,
  hashes: readonly HashName[],
): Promise<DocumentDigests> {
  const states = new Map<HashName, Hash>();
  for (const name of ['sha256', ...hashes] as const) states.set(name, createHash(name));
  await feed([...states.values()]);
  return digestsOf(states);
}

/** Those of a document whose SHA-256 was made elsewhere; the state is not touched. */
export function digestsOfState(sha256: Hash): DocumentDigests {
  return digestsOf(new Map([['sha256', sha256]]));
}

function digestsOf(states: ReadonlyMap<HashName, Hash>): DocumentDigests {
  const grown = (state: Hash, parts: readonly Uint8Array[]): Hash => {
    const copy = state.copy();
    for (const part of parts) copy.update(part);
    return copy;
  };
  return {
    has: (name) => states.has(name),
    with: (name, parts) => {
      const state = states.get(name);
      if (state === undefined) throw new Error(`the document was not hashed with ${name}`);
      return Uint8Array.from(grown(state, parts).digest());
    },
    after: (parts) => digestsOf(new Map([...states].map(([name, state]) => [name, grown(state, parts)] as const))),
  };
}

type Answers = Readonly<Record<string, (payload: unknown) => Promise<unknown>>>;

/** The same answers for a worker that tells what stands behind the document instead of a digest. */
export function answersOver(answers: Answers, digests: DocumentDigests | Promise<DocumentDigests>): Answers {
  const overParts =
    (question: 'sign' | 'timestamp') =>
    async (payload: unknown): Promise<unknown> => {
      const { hash, parts } = pdfSignedParts.parse(payload);
      return await answers[question]?.({ digest: (await digests).with(hash, parts), hash });
    };
  return { ...answers, sign: overParts('sign'), timestamp: overParts('timestamp') };
}
