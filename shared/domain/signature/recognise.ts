/**
 * Whether a file is one of the documents that were issued here. A removed signature leaves no trace in a file; the list
 * of issued documents, with their hashes and signers, is what tells.
 */

/**
 * `same`: byte for byte; `extended`: with later signatures, stamps or data behind it; `part`: an earlier state of it,
 * complete in its signatures; `stripped`: without a signature that it was issued with; `altered`: it carries the
 * identifier of an issued document and is another file.
 */
export const RECOGNITIONS = ['same', 'extended', 'part', 'stripped', 'altered'] as const;
export type RecognitionMatch = (typeof RECOGNITIONS)[number];

/** What is kept of an issued document. */
export interface IssuedFacts {
  /** Also the identifier in the file's information (NetraDocumentId). */
  readonly id: string;
  /** SHA-256 of the file as it was issued, and of every later state of it that is kept here. */
  readonly hashes: readonly string[];
  /** Bytes of the largest of those. */
  readonly bytes: number;
  /** SHA-256 of the certificates that had signed it, with the names. */
  readonly signers: readonly { readonly name: string; readonly fingerprint: string }[];
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
  const same = issued.find(({ hashes }) => hashes.includes(file.sha256));
  if (same !== undefined) return { match: 'same', document: same, missing: [] };
  const extended = issued.find(({ hashes }) => hashes.some((hash) => file.prefixes.includes(hash)));
  if (extended !== undefined)
    return { match: file.unchanged ? 'extended' : 'altered', document: extended, missing: [] };
  const named = issued.find(({ id }) => id === file.identifier);
  // The one that it names first: every other one costs a look at its bytes.
  for (const document of named === undefined ? issued : [named, ...issued.filter((one) => one !== named)]) {
    if (document.bytes <= file.bytes || !(await isStartOf(document))) continue;
    const missing = missingFrom(document, file);
    return { match: missing.length > 0 ? 'stripped' : 'part', document, missing };
  }
  if (named === undefined) return null;
  const missing = missingFrom(named, file);
  return {
    match: missing.length > 0 && file.fingerprints.length === 0 ? 'stripped' : 'altered',
    document: named,
    missing,
  };
}

function missingFrom({ signers }: IssuedFacts, { fingerprints }: FileFacts): string[] {
  return signers.filter(({ fingerprint }) => !fingerprints.includes(fingerprint)).map(({ name }) => name);
}
