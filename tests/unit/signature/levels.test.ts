/** B-B to B-LTA on a tagged report, with two signers, looked at by our verifier's neighbours: openssl, poppler, MuPDF, qpdf. */
import type { PdfUpdateJob } from '#shared/contract/pdf-update.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPkcs12 } from '../../../electron/vault/signing/pkcs12.ts';
import type { Signer } from '../../../electron/vault/signing/signer.ts';
import { startAuthority, type TestAuthority } from '../../support/authority/index.ts';
import { PASSPHRASE } from '../../support/authority/certificates.ts';
import { HEAD_SIGNATURE, update } from '../../support/signature/levels.ts';
import { ARCHIVE_FIELDS, checkWithTools } from '../../support/signature/outside-views.ts';
import { signSample } from '../../support/signature/sample-report.ts';

let authority: TestAuthority;
const signers = new Map<string, Signer>();
beforeAll(async () => {
  authority = await startAuthority();
  for (const [name, kind] of [
    ['pengawas', 'rsa-2048'],
    ['kepala', 'rsa-3072'],
    ['kurva-256', 'p256'],
    ['kurva-384', 'p384'],
  ] as const) {
    await authority.issue(name, kind);
    signers.set(name, await readPkcs12(await authority.pack(name), PASSPHRASE, new Date()));
  }
}, 30_000);
afterAll(() => authority.close());

function signer(name: string): Signer {
  const found = signers.get(name);
  if (found === undefined) throw new Error(name);
  return found;
}

const RESERVED = ['Kepala', 'StempelWaktu', ...ARCHIVE_FIELDS].map((name) => ({ name, tooltip: `Bidang ${name}` }));
const TO_ARCHIVE: PdfUpdateJob['steps'] = [
  { kind: 'validation-data' },
  { kind: 'timestamp', fields: [...ARCHIVE_FIELDS] },
  { kind: 'validation-data' },
];

describe('levels', () => {
  it('takes two signatures and certification up to B-LTA and renews it; every tool agrees', async () => {
    const base = await signSample(signer('pengawas'), { reservedFields: RESERVED });
    const signed = await update(base, [{ kind: 'sign', signature: HEAD_SIGNATURE }], {
      signer: signer('kepala'),
      authority,
    });
    expect(signed.result.fields).toContainEqual({ name: 'Kepala', state: 'signature', stamped: true });
    expect(signed.result.certification).toBe(2);
    const raised = await update(signed.bytes, [{ kind: 'timestamp', fields: ['StempelWaktu'] }, ...TO_ARCHIVE], {
      authority,
    });
    const renewed = await update(raised.bytes, [...TO_ARCHIVE], { authority });
    expect(raised.bytes.subarray(0, signed.bytes.length).equals(signed.bytes)).toBe(true);
    expect(renewed.result.fields.filter(({ state }) => state === 'timestamp')).toHaveLength(3);
    checkWithTools(authority.workspace, renewed.bytes, { signatures: 2, timestamps: 3 });
  });

  it.each([
    ['pengawas', 'sha256', 'pss'],
    ['pengawas', 'sha384', 'pss'],
    ['kepala', 'sha512', 'pss'],
    ['kepala', 'sha512', undefined],
    ['kurva-256', 'sha256', undefined],
    ['kurva-384', 'sha384', undefined],
  ] as const)(
    'a signature of %s with %s %s is whole before every tool, with its time stamp',
    async (name, hash, padding) => {
      const own = padding === undefined ? signer(name) : { ...signer(name), padding };
      const base = await signSample(own, { hash, reservedFields: RESERVED, certification: 0 });
      const { bytes, result } = await update(
        base,
        [{ kind: 'sign', signature: { ...HEAD_SIGNATURE, hash } }, ...TO_ARCHIVE],
        { signer: own, authority },
      );
      expect(result.certification).toBeNull();
      checkWithTools(authority.workspace, bytes, { signatures: 2, timestamps: 1, pss: padding === 'pss' });
    },
  );

  it('stays at B-B without a network, and says what kept the stamp away', async () => {
    const base = await signSample(signer('pengawas'), { reservedFields: RESERVED });
    const { result } = await update(base, [{ kind: 'sign', signature: HEAD_SIGNATURE }], { signer: signer('kepala') });
    expect(result.fields).toContainEqual({ name: 'Kepala', state: 'signature', stamped: false });
    const wrong = await update(base, [{ kind: 'sign', signature: HEAD_SIGNATURE }], {
      signer: signer('kepala'),
      authority,
      fault: 'wrong-imprint',
    });
    expect(wrong.result.fields).toContainEqual({ name: 'Kepala', state: 'signature', stamped: false });
    await expect(
      update(base, [{ kind: 'timestamp', fields: ['StempelWaktu'] }], { authority, fault: 'wrong-nonce' }),
    ).rejects.toMatchObject({ code: 'TIMESTAMP_WRONG_NONCE' });
  });

  it('refuses a second signature after P=1, a field that is taken, a revoked signer’s data', async () => {
    const locked = await signSample(signer('pengawas'), { reservedFields: RESERVED, certification: 1 });
    const step = { kind: 'sign', signature: HEAD_SIGNATURE } as const;
    await expect(update(locked, [step], { signer: signer('kepala') })).rejects.toMatchObject({
      code: 'SIGNATURES_NOT_ALLOWED',
    });
    const archived = await update(locked, [...TO_ARCHIVE], { authority });
    checkWithTools(authority.workspace, archived.bytes, { signatures: 1, timestamps: 1 });
    const base = await signSample(signer('pengawas'), { reservedFields: RESERVED });
    const once = await update(base, [step], { signer: signer('kepala') });
    await expect(update(once.bytes, [step], { signer: signer('kepala') })).rejects.toMatchObject({
      code: 'SIGNATURE_FIELD_NONE',
    });
    await authority.issue('dicabut', 'p256');
    const later = await readPkcs12(await authority.pack('dicabut'), PASSPHRASE, new Date());
    await authority.revoke('dicabut');
    const signed = await signSample(later, { reservedFields: RESERVED });
    await expect(update(signed, [{ kind: 'validation-data' }], { authority })).rejects.toMatchObject({
      code: 'CERTIFICATE_REVOKED',
    });
  });
});
