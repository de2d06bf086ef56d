/**
 * An extract of the custody log: the entries that concern one case and those that say which keys may sign, whole; of every other
 * entry its number and hash alone. So an extract tells nothing of other cases, and still shows that nothing was left out or put in:
 * each whole entry names the hash of the one before, and all hashes up to the head are there to be compared with the vault's own.
 */
import {
  bodyText,
  type ChainPrimitives,
  type ChainProblem,
  createSigningKeys,
  type CustodyEntry,
  FIRST_PREVIOUS,
  signedText,
} from './chain.ts';

/** What stands for an entry that is not part of the extract. */
export interface CustodyStub {
  readonly sequence: number;
  /** SHA-256 of the entry, lower-case hex. */
  readonly hash: string;
}

/** How an extract is checked, in words for whoever reads the package in ten years. */
export const EXTRACT_METHOD =
  'Satu baris JSON per entri, berurutan dari 1 tanpa celah. Entri utuh: hash = SHA-256 atas JSON kanonis (RFC 8785) dari anggota ' +
  'sequence, at, user, key, action, subjectKind, subjectId, facts, previous; previous = hash entri sebelumnya; signature = Ed25519 atas ' +
  'teks "netra-custody-1:" diikuti hash; key = 32 huruf heksadesimal pertama SHA-256 atas kunci publik, yang disebut entri pada ' +
  'facts.signKey. Entri perkara lain hanya sequence dan hash. Baris terakhir adalah kepala jejak audit.';

/** Whether a line of an extract is a whole entry. */
export function isWholeEntry(line: CustodyEntry | CustodyStub): line is CustodyEntry {
  return 'signature' in line;
}

/** Checks lines as they come, in order; the first problem is final. */
export function createExtractCheck(primitives: ChainPrimitives): {
  next(line: CustodyEntry | CustodyStub): ChainProblem | null;
} {
  const keys = createSigningKeys(primitives);
  let last: CustodyStub = { sequence: 0, hash: FIRST_PREVIOUS };
  return {
    next(line) {
      if (line.sequence !== last.sequence + 1) return 'gap';
      if (isWholeEntry(line)) {
        if (line.previous !== last.hash) return 'previous-differs';
        if (primitives.sha256(bodyText(line)) !== line.hash) return 'hash-differs';
        if (line.sequence === 1) keys.introduce(line);
        const key = keys.of(line);
        if (key === null) return 'key-unknown';
        if (!primitives.verify(key, signedText(line.hash), line.signature)) return 'signature-wrong';
        if (line.sequence > 1) keys.introduce(line);
      }
      last = { sequence: line.sequence, hash: line.hash };
      return null;
    },
  };
}
