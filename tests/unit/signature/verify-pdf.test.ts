import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { P12Signer, PDF } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verdictOf, VERDICT_REASONS } from '#shared/domain/signature/verdict.ts';
import { readPkcs12 } from '../../../electron/vault/signing/pkcs12.ts';
import { createSigner } from '../../../electron/vault/signing/signer.ts';
import {
  type Authority,
  createAuthority,
  type IssueOptions,
  type KeyKind,
  PASSPHRASE,
} from '../../support/signature/authority.ts';
import {
  ATTACHMENTS,
  makeBase,
  makeSeal,
  signFurther,
  signSample,
  verifyBytes,
} from '../../support/signature/sample-report.ts';
import { createWorkspace, hasTool, runTool, type Workspace } from '../../support/signature/tools.ts';

const seal = makeSeal();
const HASHES = ATTACHMENTS.map(({ name, bytes }) => ({
  name,
  sha256: createHash('sha256').update(bytes).digest('hex'),
}));

describe('the verdict on a sealed report', () => {
  it('is valid with the seal as anchor, as DER or PEM', async () => {
    const bytes = await signSample(seal.signer);
    const verification = await verifyBytes(bytes, [seal.pem]);
    expect(verification).toMatchObject({ verdict: 'valid', reasons: [], changes: [], attachments: HASHES });
    expect(verification.signatures).toEqual([
      {
        field: 'Petugas',
        signer: 'Segel Uji',
        fingerprint: createHash('sha256').update(seal.certificateDer).digest('hex'),
        level: 'B-B',
        time: '2026-11-22T03:04:05.000Z',
        timeSource: 'claimed',
        integrity: 'intact',
        chain: 'trusted',
        revocation: 'not-needed',
        certification: 2,
        revision: 2,
        reasons: [],
        indication: 'TOTAL-PASSED',
        subIndication: null,
        algorithm: 'ECDSA P-256, SHA-256',
        bestTime: '2026-11-23T00:00:00.000Z',
        bestTimeProof: 'now',
        coversWholeFile: true,
        locks: null,
        timestamps: [],
        certificates: [expect.objectContaining({ name: 'Segel Uji', anchor: true, revocation: 'not-needed' })],
      },
    ]);
    await expect(verifyBytes(bytes, [seal.certificateDer])).resolves.toMatchObject({ verdict: 'valid' });
    await expect(verifyBytes(bytes, [makeSeal().pem + seal.pem])).resolves.toMatchObject({ verdict: 'valid' });
  });

  it('is indeterminate without an anchor, and with somebody else as anchor', async () => {
    const bytes = await signSample(seal.signer);
    for (const anchors of [[], [makeSeal().pem]]) {
      await expect(verifyBytes(bytes, anchors)).resolves.toMatchObject({
        verdict: 'indeterminate',
        reasons: ['SIGNER_NOT_TRUSTED'],
        signatures: [{ integrity: 'intact', chain: 'untrusted' }],
      });
    }
  });

  it('is invalid without a signature, and still lists the attachments', async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of makeBase()) chunks.push(Buffer.from(chunk));
    await expect(verifyBytes(Buffer.concat(chunks), [seal.pem])).resolves.toMatchObject({
      verdict: 'invalid',
      reasons: ['UNSIGNED'],
      attachments: HASHES,
    });
  });

  it('allows a further signature in a kept field, and wants both signers trusted', async () => {
    const head = makeSeal('Kepala Uji');
    const bytes = await signFurther(await signSample(seal.signer), head.signer);
    const verification = await verifyBytes(bytes, [seal.pem, head.pem]);
    expect(verification).toMatchObject({ verdict: 'valid', changes: [{ revision: 3, kind: 'sign', allowed: true }] });
    expect(verification.signatures.map(({ field, revision }) => [field, revision])).toEqual([
      ['Petugas', 2],
      ['Kepala', 3],
    ]);
    await expect(verifyBytes(bytes, [seal.pem])).resolves.toMatchObject({
      verdict: 'indeterminate',
      reasons: ['SIGNER_NOT_TRUSTED'],
    });
  });

  it('judges the claimed time', async () => {
    const before = await signSample(seal.signer, { signedAt: new Date('2024-01-01T00:00:00Z') });
    await expect(verifyBytes(before, [seal.pem])).resolves.toMatchObject({
      verdict: 'indeterminate',
      reasons: ['CERTIFICATE_NOT_VALID_THEN'],
    });
    const later = await signSample(seal.signer, { signedAt: new Date('2026-12-24T00:00:00Z') });
    await expect(verifyBytes(later, [seal.pem])).resolves.toMatchObject({
      verdict: 'indeterminate',
      reasons: ['TIME_NOT_PLAUSIBLE'],
    });
  });

  it('refuses anchors that are no certificates', async () => {
    const bytes = await signSample(seal.signer);
    for (const anchor of [
      'bukan PEM',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      new Uint8Array(10),
    ]) {
      await expect(verifyBytes(bytes, [anchor])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('is an error for a file that is no PDF', async () => {
    await expect(verifyBytes(Buffer.from('PK\u0003\u0004 bukan PDF'), [])).rejects.toMatchObject({
      code: 'PDF_UNREADABLE',
    });
  });

  it('is never valid with any reason', () => {
    for (const reason of VERDICT_REASONS) expect(verdictOf([reason])).not.toBe('valid');
    expect(verdictOf([])).toBe('valid');
    expect(verdictOf(['SIGNER_NOT_TRUSTED', 'DIGEST_MISMATCH'])).toBe('invalid');
  });
});

describe.skipIf(!hasTool('openssl'))('the verdict on a report signed under an authority', () => {
  let workspace: Workspace;
  let authority: Authority;
  beforeAll(() => {
    workspace = createWorkspace();
    authority = createAuthority(workspace);
  });
  afterAll(() => workspace.remove());
  const signAs = async (name: string, kind: KeyKind, options?: IssueOptions): Promise<Buffer> => {
    authority.issue(name, kind, options);
    const signer = await readPkcs12(authority.pack(name), PASSPHRASE, new Date('2026-11-22T00:00:00Z'));
    return signSample(signer, { hash: kind === 'p384' ? 'sha384' : 'sha512' });
  };

  it.each(['rsa', 'p256', 'p384'] as const)('is valid to the root for a key of kind %s', async (kind) => {
    const bytes = await signAs(`penanda-${kind}`, kind);
    await expect(verifyBytes(bytes, [authority.rootPem])).resolves.toMatchObject({
      verdict: 'valid',
      signatures: [{ signer: `penanda-${kind}` }],
    });
    // The issuing authority may be pinned itself.
    const issuing = readFileSync(workspace.file('issuing.pem'), 'utf8');
    await expect(verifyBytes(bytes, [issuing])).resolves.toMatchObject({ verdict: 'valid' });
  });

  it('is indeterminate when the certificate had expired at the claimed time', async () => {
    const bytes = await signAs('kedaluwarsa', 'p256', { validity: ['20200101000000Z', '20261122020000Z'] });
    await expect(verifyBytes(bytes, [authority.rootPem])).resolves.toMatchObject({
      verdict: 'indeterminate',
      indication: 'INDETERMINATE',
      subIndication: 'OUT_OF_BOUNDS_NO_POE',
      reasons: ['EXPIRED_NO_PROOF', 'CERTIFICATE_NOT_VALID_THEN'],
    });
  });

  it('is invalid when the key is not meant for signatures', async () => {
    // Our signing side refuses such a key; another program may not.
    authority.issue('enkripsi', 'rsa', { extensions: 'keyUsage=critical,keyEncipherment\n' });
    const derOf = (name: string): Uint8Array => new X509Certificate(readFileSync(workspace.file(`${name}.pem`))).raw;
    const key = createPrivateKey(readFileSync(workspace.file('enkripsi.key'))).export({ type: 'pkcs8', format: 'der' });
    const bytes = await signSample(createSigner(derOf('enkripsi'), [derOf('issuing')], key));
    await expect(verifyBytes(bytes, [authority.rootPem])).resolves.toMatchObject({
      verdict: 'invalid',
      reasons: ['KEY_USAGE_BAD'],
    });
  });

  it('is not trusted when a critical extension is unknown, or the issuer is no authority', async () => {
    const unknown = await signAs('tak-dikenal', 'p256', { extensions: '1.2.3.4.5=critical,ASN1:NULL\n' });
    await expect(verifyBytes(unknown, [authority.rootPem])).resolves.toMatchObject({ reasons: ['CHAIN_RULES'] });
    // An officer's certificate that signs another one: the chain is there, the right to issue is not.
    const { put, file } = workspace;
    runTool('openssl', [
      'genpkey',
      '-algorithm',
      'EC',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-out',
      file('palsu.key'),
    ]);
    runTool('openssl', ['req', '-new', '-key', file('palsu.key'), '-subj', '/CN=palsu', '-out', file('palsu.csr')]);
    const by = ['-CA', file('tak-dikenal.pem'), '-CAkey', file('tak-dikenal.key'), '-set_serial', '7', '-days', '3000'];
    runTool('openssl', ['x509', '-req', '-in', file('palsu.csr'), ...by, '-out', file('palsu.pem')]);
    put('both.pem', readFileSync(file('tak-dikenal.pem'), 'utf8') + readFileSync(file('issuing.pem'), 'utf8'));
    const pack = [
      'pkcs12',
      '-export',
      '-inkey',
      file('palsu.key'),
      '-in',
      file('palsu.pem'),
      '-certfile',
      file('both.pem'),
    ];
    runTool('openssl', [...pack, '-passout', `pass:${PASSPHRASE}`, '-out', file('palsu.p12')]);
    const signer = await readPkcs12(Uint8Array.from(readFileSync(file('palsu.p12'))), PASSPHRASE, new Date());
    const bytes = await signSample(signer, { signedAt: new Date() });
    await expect(verifyBytes(bytes, [authority.rootPem], new Date())).resolves.toMatchObject({
      verdict: 'indeterminate',
    });
  });

  it('accepts a file that another library has signed, with its compressed structure', async () => {
    authority.issue('pustaka', 'rsa');
    const plain = workspace.put('polos.pdf', await collectBase());
    const compressed = workspace.file('padat.pdf');
    runTool('qpdf', ['--object-streams=generate', plain, compressed]);
    const document = await PDF.load(Uint8Array.from(readFileSync(hasTool('qpdf') ? compressed : plain)));
    const signer = await P12Signer.create(authority.pack('pustaka'), PASSPHRASE);
    const { bytes } = await document.sign({ signer, fieldName: 'Lain', signingTime: new Date('2026-11-22T01:00:00Z') });
    const verification = await verifyBytes(bytes, [authority.rootPem]);
    expect(verification).toMatchObject({
      verdict: 'valid',
      signatures: [{ field: 'Lain', level: 'B-B' }],
      attachments: HASHES,
    });
  });

  async function collectBase(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of makeBase()) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }
});
