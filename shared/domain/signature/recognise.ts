/**
 * Whether a file is one of the documents that were issued here. A removed signature leaves no trace in a file; the list
 * of issued documents, with their hashes and signers, is what tells.
 */

/**
 * `same`: byte for byte; `extended`: with later signatures, stamps or data behind it; `trailing`: with bytes behind its end that belong
 * to no revision; `part`: an earlier state of it, with
 * the signature it was issued with and perhaps without later ones; `stripped`: without a signature that it was issued with; `altered`: it carries the
 * identifier of an issued document and is another file.
 */
export const RECOGNITIONS = ['same', 'extended', 'trailing', 'part', 'stripped', 'altered'] as const;
export type RecognitionMatch = (typeof RECOGNITIONS)[number];

/** What is kept of an issued document. */
export interface IssuedFacts {
  /** Also the identifier in the file's information (NetraDocumentId). */
  readonly id: string;
  /** The file as it was issued, then every later state of it that is kept here. */
  readonly states: readonly IssuedState[];
  /** Bytes of the largest of those. */
  readonly bytes: number;
}

export interface IssuedState {
  readonly sha256: string;
  /** Who signed in this state; null where only stamps or data were added. Fingerprint: SHA-256 of the certificate. */
  readonly signer: { readonly name: string; readonly fingerprint: string } | null;
}

/** What the verification found in the file. */
export interface FileFacts {
  readonly sha256: string;
  readonly bytes: number;
  readonly identifier: string | null;
  /** SHA-256 of the file up to the end of each revision. */
  readonly prefixes: readonly string[];
  /** Nothing in it was found changed in a way that is not allowed. */
  readonly unchanged: boolean;
  /** SHA-256 of the certificates whose signatures are whole. */
  readonly fingerprints: readonly string[];
  /** The same of all signatures, broken ones too: a broken one was not taken away. */
  readonly present: readonly string[];
}

export interface Recognition<Facts extends IssuedFacts> {
  readonly match: RecognitionMatch;
  readonly document: Facts;
  /** Names of signers that are not in the file. */
  readonly missing: readonly string[];
}

/**
 * Looks for the document that the file is, or comes from. `isStartOf` answers whether the file's bytes are the first
 * bytes of an issued document; it is asked only where the sizes allow it.
 */
export async function recogniseDocument<Facts extends IssuedFacts>(
  file: FileFacts,
  issued: readonly Facts[],
  isStartOf: (document: Facts) => Promise<boolean>,
): Promise<Recognition<Facts> | null> {
  for (const document of issued) {
    const state = document.states.findIndex(({ sha256 }) => sha256 === file.sha256);
    if (state < 0) continue;
    // The bytes are known, so whoever signed after them is not in the file.
    const missing = signersOf(document.states.slice(state + 1)).map(({ name }) => name);
    return { match: missing.length > 0 ? 'part' : 'same', document, missing };
  }
  for (const document of issued) {
    const state = document.states.findLastIndex(({ sha256 }) => file.prefixes.includes(sha256));
    if (state < 0) continue;
    const missing = missingFrom(document.states.slice(state + 1), file);
    const added = file.prefixes.at(-1) === document.states[state]?.sha256 ? 'trailing' : 'extended';
    return { match: file.unchanged ? added : 'altered', document, missing };
  }
  const named = issued.find(({ id }) => id === file.identifier);
  // The one that it names first: every other one costs a look at its bytes.
  for (const document of named === undefined ? issued : [named, ...issued.filter((one) => one !== named)]) {
    if (document.bytes <= file.bytes || !(await isStartOf(document))) continue;
    const isUnsigned = missingFrom(document.states.slice(0, 1), file).length > 0;
    return { match: isUnsigned ? 'stripped' : 'part', document, missing: missingFrom(document.states, file) };
  }
  if (named === undefined) return null;
  const missing = missingFrom(named.states, { fingerprints: file.present });
  return {
    match: missing.length > 0 && file.present.length === 0 ? 'stripped' : 'altered',
    document: named,
    missing,
  };
}

function missingFrom(states: readonly IssuedState[], { fingerprints }: Pick<FileFacts, 'fingerprints'>): string[] {
  const missing = signersOf(states).filter(({ fingerprint }) => !fingerprints.includes(fingerprint));
  return [...new Set(missing.map(({ name }) => name))];
}

function signersOf(states: readonly IssuedState[]): NonNullable<IssuedState['signer']>[] {
  return states.flatMap(({ signer }) => signer ?? []);
}
