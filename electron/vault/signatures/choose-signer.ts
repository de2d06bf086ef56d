/** Who signs this time: the vault's seal, a PKCS#12 file, or a key that is kept. The key lives for that job only. */
import type { SignatureChoice } from '#shared/contract/signatures.ts';
import type { HashName } from '#shared/domain/signature/oids.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { readPkcs12 } from '../signing/pkcs12.ts';
import { createSigner, type Signer } from '../signing/signer.ts';
import { readCertificates } from '../signing/trust/certificate.ts';
import { refuseRevoked } from '../signing/trust/revocation.ts';
import { keptP12 } from './kept-keys.ts';
import { readP12File } from './p12-file.ts';
import { outsideParts } from './services.ts';

export interface ChosenSigner {
  readonly signer: Signer;
  /** The vault's own seal, which says nothing about who a person is. */
  readonly sealed: boolean;
  readonly hash: HashName;
}

/**
 * Told before any work begins: every P12_ error, SIGNING_KEY_UNKNOWN, SIGNING_PADDING, and CERTIFICATE_REVOKED when the
 * issuer can be asked and says so.
 */
export async function chooseSigner(choice: SignatureChoice, context: UseCaseContext): Promise<ChosenSigner> {
  if (choice.method === 'seal') {
    const signer = createSigner(context.seal.certificateDer, [], context.seal.privateKeyPkcs8());
    return { signer, sealed: true, hash: 'sha256' };
  }
  const bytes = choice.method === 'p12' ? await readP12File(choice.file, context) : keptP12(choice.key, context);
  const identity = choice.method === 'p12' ? choice.identity : keptIdentity(choice.key, context);
  const read = await readPkcs12(bytes, choice.passphrase, context.now(), identity);
  if (choice.padding === 'pss' && read.key.asymmetricKeyType !== 'rsa') throw new AppError('SIGNING_PADDING');
  const [own, ...others] = readCertificates([read.certificate, ...read.chain]);
  if (own !== undefined) await refuseRevoked(own, others, outsideParts(context));
  const signer: Signer = choice.padding === 'pss' ? { ...read, padding: 'pss' } : read;
  return { signer, sealed: false, hash: choice.hash };
}

function keptIdentity(key: string, context: UseCaseContext): string | undefined {
  const fingerprint = context.database.get('SELECT fingerprint FROM signing_keys WHERE id = ?', [key])?.['fingerprint'];
  return typeof fingerprint === 'string' ? fingerprint : undefined;
}
