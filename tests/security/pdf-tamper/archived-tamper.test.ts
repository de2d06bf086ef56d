/** The table of the PDF research, section 4, on a document with two signers at the level B-LTA; and a share of the campaigns. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PdfVerification } from '#shared/domain/signature/verdict.ts';
import { readPkcs12 } from '../../../electron/vault/signing/pkcs12.ts';
import { startAuthority, type TestAuthority } from '../../support/authority/index.ts';
import { PASSPHRASE } from '../../support/authority/certificates.ts';
import { flips, updates } from '../../support/signature/campaign.ts';
import { HEAD_SIGNATURE, update } from '../../support/signature/levels.ts';
import { appendUpdate, numberOf, numbersOf, sourceOf } from '../../support/signature/raw-update.ts';
import { signSample, verifyBytes } from '../../support/signature/sample-report.ts';

const SEED = Number(process.env['NETRA_SEED'] ?? 20_261_122);
const RESERVED = ['Kepala', 'StempelWaktu', 'ArsipTS1'].map((name) => ({ name, tooltip: name }));
const FAKE_STREAM = '<</Length 26>>\nstream\nBT (isi palsu) Tj ET      \nendstream';

let authority: TestAuthority;
let once: Buffer;
let stored: Buffer;
let archived: Buffer;
beforeAll(async () => {
  authority = await startAuthority();
  await authority.issue('pengawas', 'p256');
  await authority.issue('kepala', 'rsa-2048');
  const signer = async (name: string) => readPkcs12(await authority.pack(name), PASSPHRASE, new Date());
  once = await signSample(await signer('pengawas'), { reservedFields: RESERVED, signedAt: new Date() });
  const signature = { ...HEAD_SIGNATURE, signedAt: new Date().toISOString() };
  stored = (
    await update(once, [{ kind: 'sign', signature }, { kind: 'validation-data' }], {
      signer: await signer('kepala'),
      authority,
    })
  ).bytes;
  const archive = [{ kind: 'timestamp' as const, fields: ['ArsipTS1'] }, { kind: 'validation-data' as const }];
  archived = (await update(stored, archive, { authority })).bytes;
}, 30_000);
afterAll(() => authority.close());

function verify(bytes: Buffer): Promise<PdfVerification> {
  return verifyBytes(bytes, [authority.rootPem], new Date(Date.now() + 1_000));
}

async function expectChanged(bytes: Buffer): Promise<void> {
  const { verdict, indication, subIndication, reasons } = await verify(bytes);
  expect({ verdict, indication, subIndication, reasons }).toEqual({
    verdict: 'invalid',
    indication: 'TOTAL-FAILED',
    subIndication: 'FORMAT_FAILURE',
    reasons: ['CHANGED_AFTER_SIGNING'],
  });
}

describe('the table', () => {
  it('untouched: valid, both signers B-LTA', async () => {
    const { verdict, signatures } = await verify(archived);
    expect(verdict).toBe('valid');
    expect(signatures.map(({ level }) => level)).toEqual(['B-LTA', 'B-LTA', 'timestamp']);
  });

  it('a byte of a stream, or of an early object: the digests say so', async () => {
    for (const at of [archived.indexOf('stream\n') + 20, archived.indexOf('/Type /Catalog') + 7]) {
      const changed = Buffer.from(archived);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect((await verify(changed)).verdict).toBe('invalid');
    }
    const at = archived.indexOf('stream\n') + 20;
    const changed = Buffer.from(archived);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await verify(changed)).toMatchObject({ indication: 'TOTAL-FAILED', subIndication: 'HASH_FAILURE' });
  });

  it('a digit of a certificate inside the message, though the store has a good copy', async () => {
    // The authority's own key bits: the last part of its certificate before the next one.
    const issuing = Buffer.from(authority.der('issuing')).toString('hex');
    const at = stored.lastIndexOf(issuing, undefined, 'latin1');
    expect(at).toBeGreaterThan(0);
    const changed = Buffer.from(stored);
    const digit = at + issuing.length - 20;
    changed.write(changed.toString('latin1', digit, digit + 1) === '0' ? '1' : '0', digit, 'latin1');
    const { verdict, reasons } = await verify(changed);
    expect(verdict).toBe('invalid');
    expect(reasons).toContain('CERTIFICATE_DAMAGED');
  });

  it('bytes behind the end: intact, but not covered', async () => {
    const { verdict, reasons, signatures } = await verify(Buffer.concat([archived, Buffer.from('\nsisipan')]));
    expect({ verdict, reasons }).toEqual({ verdict: 'indeterminate', reasons: ['BYTES_NOT_COVERED'] });
    expect(signatures.every(({ indication }) => indication === 'TOTAL-PASSED')).toBe(true);
  });

  it('page content, attachment, note, look of a signature: changed', async () => {
    const [page = 0] = await numbersOf(archived, /\/Type \/Page\b/);
    const source = await sourceOf(archived, page);
    const content = { number: 900, source: FAKE_STREAM };
    const swapped = source.replace(/\/Contents \d+ 0 R/, '/Contents 900 0 R');
    await expectChanged(await appendUpdate(archived, [{ number: page, source: swapped }, content]));
    const [attachment = 0] = await numbersOf(archived, /\/Type \/EmbeddedFile\b/);
    await expectChanged(await appendUpdate(archived, [{ number: attachment, source: FAKE_STREAM }]));
    const note = { number: 900, source: '<</Type /Annot /Subtype /FreeText /Rect [0 0 99 99] /Contents (catatan)>>' };
    const noted = source.replace(/>>\s*$/, ' /Annots [900 0 R]>>');
    await expectChanged(await appendUpdate(archived, [{ number: page, source: noted }, note]));
    const widget = await numberOf(archived, /\/T \(Petugas\)/);
    const look = Number(/\/N (\d+) 0 R/.exec(await sourceOf(archived, widget))?.[1]);
    await expectChanged(await appendUpdate(archived, [{ number: look, source: FAKE_STREAM }]));
  });

  it('the first signature taken away: changed', async () => {
    const widget = await numberOf(archived, /\/T \(Petugas\)/);
    const source = (await sourceOf(archived, widget)).replace(/\/V \d+ 0 R/, '');
    await expectChanged(await appendUpdate(archived, [{ number: widget, source }]));
  });

  it('the last data cut off: still valid, as it was before that data came', async () => {
    const ends = [...archived.toString('latin1').matchAll(/%%EOF\n?/g)].map(
      ({ index, 0: mark }) => index + mark.length,
    );
    const { verdict, signatures } = await verify(archived.subarray(0, ends.at(-2)));
    expect(verdict).toBe('valid');
    expect(signatures[0]?.level).toBe('B-LTA');
  });

  it('the signing revision cut off: unsigned, which only the list of issued documents can tell from never signed', async () => {
    const ends = [...once.toString('latin1').matchAll(/%%EOF\n?/g)].map(({ index, 0: mark }) => index + mark.length);
    expect(await verify(once.subarray(0, ends.at(-2)))).toMatchObject({ verdict: 'invalid', reasons: ['UNSIGNED'] });
  });
});

describe('a share of the campaigns', () => {
  it('100 single-byte changes', async () => {
    for (const { what, bytes } of flips(archived.subarray(0, coveredEnd()), 100, SEED))
      expect({ what, verdict: (await verify(bytes)).verdict }).toEqual({ what, verdict: 'invalid' });
  });

  it('30 incremental updates', async () => {
    for await (const { what, bytes } of updates(archived, 30, SEED))
      expect({ what, verdict: (await verify(bytes)).verdict }).toEqual({ what, verdict: 'invalid' });
  });
});

/** Up to the end of the archive stamp's range: what follows is data that no signature covers yet. */
function coveredEnd(): number {
  const ends = [...archived.toString('latin1').matchAll(/%%EOF\n?/g)].map(({ index, 0: mark }) => index + mark.length);
  return ends.at(-2) ?? archived.length;
}
