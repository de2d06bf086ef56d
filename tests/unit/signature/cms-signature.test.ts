import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childrenOf, readElement, readOid, sequenceOf } from '#shared/domain/signature/der.ts';
import { HASH_NAMES, OID } from '#shared/domain/signature/oids.ts';
import { signDigest, subjectName } from '../../../electron/vault/signing/cms-signature.ts';
import { readPkcs12 } from '../../../electron/vault/signing/pkcs12.ts';
import {
  certificateFingerprint,
  certificateToPem,
  createSealCertificate,
} from '../../../electron/vault/signing/seal-certificate.ts';
import { readSignedMessage } from '../../../electron/workers/pdf-reader/verify/cms/signed-message.ts';
import { type Authority, createAuthority, PASSPHRASE } from '../../support/signature/authority.ts';
import { makeSeal } from '../../support/signature/sample-report.ts';
import { createWorkspace, hasTool, runTool, type Workspace } from '../../support/signature/tools.ts';

const DATA = Buffer.from('isi yang ditandatangani');
const NOW = new Date('2026-11-22T00:00:00Z');

describe('the seal', () => {
  it('is a certificate that is no authority and may only sign', () => {
    const seal = makeSeal('Segel Netra Brankas 1');
    const certificate = new X509Certificate(seal.certificateDer);
    expect(certificate.ca).toBe(false);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.subject).toBe('O=Inspektorat Contoh\nOU=Tim Uji\nCN=Segel Netra Brankas 1');
    expect(certificate.serialNumber).toMatch(/^[4-7]/);
    expect(new Date(certificate.validTo).toISOString()).toBe('2035-11-22T00:00:00.000Z');
    expect(certificate.publicKey.asymmetricKeyDetails).toMatchObject({ namedCurve: 'prime256v1' });
    expect(certificateFingerprint(seal.certificateDer)).toBe(
      certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    );
    expect(new X509Certificate(certificateToPem(seal.certificateDer)).raw.equals(seal.certificateDer)).toBe(true);
    expect(subjectName(seal.certificateDer)).toBe('Segel Netra Brankas 1');
  });

  it('leaves an empty unit out and keeps each part within 64 characters', () => {
    const subject = { organisation: 'O'.repeat(80), unit: ' ', commonName: 'é'.repeat(70), notBefore: NOW, years: 30 };
    const { certificateDer } = createSealCertificate({ ...subject, serial: randomBytes(8) });
    expect(new X509Certificate(certificateDer).subject.split('\n').map((part) => [...part].length)).toEqual([66, 67]);
    expect(new Date(new X509Certificate(certificateDer).validTo).getUTCFullYear()).toBe(2056);
  });
});

describe('the CMS', () => {
  const seal = makeSeal();
  const digest = createHash('sha256').update(DATA).digest();
  const cms = signDigest({ digest, hash: 'sha256', signer: seal.signer });

  it('has the signed attributes of the PAdES baseline in DER order, and no signing time', () => {
    const signed = readElement(readSignedMessage(cms).signedBytes);
    const oids = childrenOf(signed).map((attribute) => readOid(sequenceOf(attribute)[0]));
    expect(oids).toEqual([OID.contentType, OID.messageDigest, OID.signingCertificateV2]);
    const encoded = childrenOf(signed).map(({ bytes }) => Buffer.from(bytes));
    expect([...encoded].sort(Buffer.compare)).toEqual(encoded);
  });

  it('is read and verified by pkijs', async () => {
    const parsed = asn1js.fromBER(Uint8Array.from(cms).buffer);
    const content = new pkijs.ContentInfo({ schema: parsed.result });
    const message = new pkijs.SignedData({ schema: content.content as unknown });
    const valid = await message.verify({ signer: 0, data: Uint8Array.from(DATA).buffer, checkChain: false });
    expect(valid).toBe(true);
    const wrong = message.verify({ signer: 0, data: new ArrayBuffer(4), checkChain: false });
    await expect(wrong.catch(() => false)).resolves.toBe(false);
  });

  it('refuses a digest that the named algorithm cannot have made', () => {
    expect(() => signDigest({ digest, hash: 'sha512', signer: seal.signer })).toThrow('sha512');
  });
});

describe.skipIf(!hasTool('openssl'))('the CMS before openssl', () => {
  let workspace: Workspace;
  let authority: Authority;
  beforeAll(() => {
    workspace = createWorkspace();
    authority = createAuthority(workspace);
    workspace.put('data', DATA);
  });
  afterAll(() => workspace.remove());
  const verify = (anchor: string, cms: Uint8Array, data = 'data'): { code: number | null; output: string } => {
    const file = workspace.put('cms', cms);
    const input = ['-binary', '-inform', 'DER', '-in', file, '-content', workspace.file(data)];
    return runTool('openssl', [
      'cms',
      '-verify',
      '-cades',
      ...input,
      '-CAfile',
      workspace.put('anchor', anchor),
      '-out',
      workspace.file('out'),
    ]);
  };

  it('verifies the seal against itself as anchor, and nothing else', () => {
    const seal = makeSeal();
    const cms = signDigest({ digest: createHash('sha256').update(DATA).digest(), hash: 'sha256', signer: seal.signer });
    expect(verify(seal.pem, cms)).toMatchObject({
      code: 0,
      output: expect.stringContaining('CAdES Verification successful') as unknown,
    });
    expect(verify(makeSeal().pem, cms).code).not.toBe(0);
    workspace.put('other', 'isi lain');
    expect(verify(seal.pem, cms, 'other').code).not.toBe(0);
  });

  it.each(['rsa', 'p256', 'p384'] as const)('verifies a key of kind %s with every digest', async (kind) => {
    authority.issue(`penanda-${kind}`, kind);
    const signer = await readPkcs12(authority.pack(`penanda-${kind}`), PASSPHRASE, NOW);
    for (const hash of HASH_NAMES) {
      const cms = signDigest({ digest: createHash(hash).update(DATA).digest(), hash, signer });
      expect(verify(authority.rootPem, cms)).toMatchObject({ code: 0 });
    }
  });
});
