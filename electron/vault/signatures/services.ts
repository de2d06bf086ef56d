/** What the signing side stands on besides a key: trusted roots, and questions to the network by the settings. */
import type { UpdateParts } from '../signing/answer-update.ts';
import type { UseCaseContext } from '../kernel.ts';
import { type Certificate, readCertificates } from '../signing/trust/certificate.ts';

/** Trusted by this vault: the roots that its people chose, and its own seal, which is its own root. */
export function trustedCertificates(context: UseCaseContext): Certificate[] {
  return readCertificates(trustAnchors(context));
}

/** The same as DER, for the verifier. */
export function trustAnchors(context: UseCaseContext): Uint8Array[] {
  const rows = context.database.all('SELECT der FROM trusted_roots ORDER BY added_at, fingerprint');
  const roots = rows.flatMap(({ der }) => (der instanceof Uint8Array ? [Uint8Array.from(der)] : []));
  return [Uint8Array.from(context.seal.certificateDer), ...roots];
}

/** Parts of a question to the network, as things stand now. */
export function outsideParts(context: UseCaseContext): Omit<UpdateParts, 'signer' | 'now'> & { readonly now: Date } {
  return {
    ask: (question) => context.outside(question),
    timestampAddress: context.settings().signatureServices.timestampAddress,
    roots: trustedCertificates(context),
    now: context.now(),
  };
}
