/** Indications after EN 319 102-1 on documents of every level, made under the test authority. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PdfVerification } from '#shared/domain/signature/verdict.ts';
import { readPkcs12 } from '../../../electron/vault/signing/pkcs12.ts';
import type { Signer } from '../../../electron/vault/signing/signer.ts';
import { startAuthority, type TestAuthority } from '../../support/authority/index.ts';
import { PASSPHRASE } from '../../support/authority/certificates.ts';
import { HEAD_SIGNATURE, update } from '../../support/signature/levels.ts';
import { signSample, verifyBytes } from '../../support/signature/sample-report.ts';
import { appendValidationData } from '../../support/signature/validation-data.ts';

const DAY = 24 * 60 * 60 * 1000;
const RESERVED = ['Kepala', 'StempelWaktu', 'ArsipTS1', 'ArsipTS2'].map((name) => ({ name, tooltip: name }));
const DATA = [{ kind: 'validation-data' as const }];
const ARCHIVE = [
  { kind: 'validation-data' as const },
  { kind: 'timestamp' as const, fields: ['ArsipTS1', 'ArsipTS2'] },
  { kind: 'validation-data' as const },
];

let authority: TestAuthority;
let head: Signer;
beforeAll(async () => {
  authority = await startAuthority();
  head = await signerOf('kepala');
}, 30_000);
afterAll(() => authority.close());

async function signerOf(name: string, kind: 'p256' | 'rsa-2048' = 'p256', at = new Date()): Promise<Signer> {
  await authority.issue(name, kind);
  return readPkcs12(await authority.pack(name), PASSPHRASE, at);
}

/** As of now, or of a number of days from now. */
function verify(bytes: Buffer, days = 0, anchors = [authority.rootPem]): Promise<PdfVerification> {
  return verifyBytes(bytes, anchors, new Date(Date.now() + days * DAY));
}

/** One signature with a time stamp, in the field that was kept for it. */
async function stamped(signer: Signer, fault?: 'wrong-chain' | 'wrong-purpose'): Promise<Buffer> {
  const base = await signSample(head, { reservedFields: RESERVED, certification: 0, signedAt: new Date() });
  const signature = { ...HEAD_SIGNATURE, signedAt: new Date().toISOString() };
  const answering = { signer, authority, ...(fault === undefined ? {} : { fault }) };
  return (await update(base, [{ kind: 'sign', signature }], answering)).bytes;
}

describe('levels and what they prove', () => {
  it('B-B: whole and trusted, but whether it was revoked is not known', async () => {
    const bytes = await signSample(head, { signedAt: new Date() });
    const { verdict, indication, subIndication, reasons, signatures } = await verify(bytes);
    expect({ verdict, indication, subIndication, reasons }).toEqual({
      verdict: 'indeterminate',
      indication: 'INDETERMINATE',
      subIndication: 'TRY_LATER',
      reasons: ['REVOCATION_UNKNOWN'],
    });
    expect(signatures[0]).toMatchObject({ level: 'B-B', integrity: 'intact', chain: 'trusted', revocation: 'unknown' });
  });

  it('B-T: the time stamp proves the time, the revocation is still not known', async () => {
    const { signatures } = await verify(await stamped(head));
    expect(signatures[1]).toMatchObject({
      level: 'B-T',
      bestTimeProof: 'signature-timestamp',
      timestamps: [{ trusted: true, reasons: [] }],
      subIndication: 'TRY_LATER',
    });
  });

  it('B-LT passes, also long after the answers ran out', async () => {
    const { bytes } = await update(await stamped(head), DATA, { authority });
    for (const days of [0, 5, 40, 400]) {
      const { signatures, reasons } = await verify(bytes, days);
      const [first, second] = signatures;
      // The stamped one is proven; the first one is as old as today says, and its answer is stale then.
      expect(second).toMatchObject({ level: 'B-LT', indication: 'TOTAL-PASSED', revocation: 'good' });
      expect(first).toMatchObject({ level: 'B-B', subIndication: days < 7 ? null : 'TRY_LATER' });
      expect(reasons).toEqual(days < 7 ? [] : ['REVOCATION_UNKNOWN']);
    }
  });

  it('B-LTA passes for both signers at every later time, and names its proofs in order', async () => {
    const { bytes } = await update(await stamped(head), ARCHIVE, { authority });
    for (const days of [0, 8, 40, 400, 3000]) {
      const { verdict, indication, signatures } = await verify(bytes, days);
      expect({ days, verdict, indication }).toEqual({ days, verdict: 'valid', indication: 'TOTAL-PASSED' });
      expect(signatures.map(({ level }) => level)).toEqual(['B-LTA', 'B-LTA', 'timestamp']);
    }
    const { proofs, changes } = await verify(bytes);
    expect(proofs.map(({ time }) => time)).toEqual(proofs.map(({ time }) => time).sort());
    expect(new Set(proofs.map(({ kind }) => kind))).toEqual(
      new Set(['claimed', 'signature-timestamp', 'document-timestamp', 'revocation']),
    );
    expect([...new Set(changes.map(({ kind }) => kind))].sort()).toEqual(['sign', 'timestamp', 'validation-data']);
    expect(changes.every(({ allowed }) => allowed)).toBe(true);
  });

  it('a stamp whose chain leads elsewhere, or whose key is not for stamps, proves nothing', async () => {
    for (const fault of ['wrong-chain', 'wrong-purpose'] as const) {
      // The signing side refuses such an answer, so the signature stays without.
      const { signatures } = await verify(await stamped(head, fault));
      expect(signatures[1]).toMatchObject({ level: 'B-B', bestTimeProof: 'now', timestamps: [] });
    }
    // Other verifiers' files may have one: for somebody who does not trust this root it proves nothing either.
    const { signatures } = await verify(await stamped(head), 0, []);
    expect(signatures[1]).toMatchObject({ timestamps: [{ trusted: false, reasons: ['SIGNER_NOT_TRUSTED'] }] });
  });
});

/** Rewrites when everything in the authority's list was revoked, so that no test waits for a clock. */
function setRevocationTime(time: Date): void {
  const file = authority.workspace.file('issuing.index');
  const digits = `${time.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^(R\t[^\t]+\t)\d+Z/gm, `$1${digits}`));
}

describe('revocation', () => {
  it('before the stamp: REVOKED; without a stamp: REVOKED_NO_POE', async () => {
    const revoked = await signerOf('dicabut');
    const fresh = await signSample(revoked, { reservedFields: RESERVED, signedAt: new Date() });
    const data = await update(fresh, DATA, { authority });
    await authority.revoke('dicabut');
    const crl = await authority.crl();
    const noProof = await appendValidationData(fresh, { crls: [crl] });
    expect(await verify(noProof)).toMatchObject({
      verdict: 'indeterminate',
      subIndication: 'REVOKED_NO_POE',
      signatures: [{ revocation: 'revoked' }],
    });
    // An older answer that says good does not undo a revocation that the file also holds.
    expect(await verify(await appendValidationData(data.bytes, { crls: [crl] }))).toMatchObject({
      subIndication: 'REVOKED_NO_POE',
    });
    // Signed and stamped after the revocation.
    setRevocationTime(new Date(Date.now() - 60_000));
    const late = await appendValidationData(await stamped(revoked), { crls: [await authority.crl()] });
    const { verdict, signatures } = await verify(late);
    expect(verdict).toBe('invalid');
    expect(signatures[1]).toMatchObject({ indication: 'TOTAL-FAILED', subIndication: 'REVOKED' });
  });

  it('after the stamp leaves the signature standing', async () => {
    const later = await signerOf('dicabut-kemudian');
    const bytes = await stamped(later);
    await authority.revoke('dicabut-kemudian');
    setRevocationTime(new Date(Date.now() + 60_000));
    const issuing = { crls: [await authority.crl(), await authority.crl('root')] };
    const { signatures } = await verify(await appendValidationData(bytes, issuing));
    expect(signatures[1]).toMatchObject({ indication: 'TOTAL-PASSED', revocation: 'revoked-later' });
  });
});
