/** The end of every signing: a revision with a hole, its digest signed, the hole filled. */
import type { Hash } from 'node:crypto';
import type { PdfSignerPorts, SignatureHash, SignedPdf } from './interface.ts';
import type { Revision } from './revision-writer.ts';
import { fillHole, placeByteRange } from './signature-dictionary.ts';

/** Room for the CMS when the request names none. */
export const RESERVED_BYTES = 32 * 1024;

/** The state of the two digests after the base file's last byte. */
export interface RunningDigests {
  /** Over the signed range. */
  readonly signed: Hash;
  /** Over the whole file. */
  readonly whole: Hash;
  readonly hash: SignatureHash;
}

/** Builds the revision, has its digest signed, writes it behind the base file. */
export async function appendSigned(
  revision: Revision,
  digests: RunningDigests,
  ports: PdfSignerPorts,
): Promise<SignedPdf> {
  const { length } = revision.base;
  // The identifier of this state: any value that no other state has.
  const id = digests.whole.copy().update(String(length)).digest().subarray(0, 16);
  const withHole = placeByteRange(revision.build(id), length);
  digests.signed
    .update(withHole.bytes.subarray(0, withHole.holeStart))
    .update(withHole.bytes.subarray(withHole.holeEnd));
  const cms = await ports.sign(Uint8Array.from(digests.signed.digest()), digests.hash);
  const bytes = fillHole(withHole, cms);
  await ports.write(bytes);
  return { bytes: length + bytes.length, sha256: digests.whole.update(bytes).digest('hex') };
}
