/**
 * 1,000 single-byte changes of what is signed and 200 incremental updates, by seed, on a document with two signers at
 * the level B-LTA: every one is caught. NETRA_LONG_SEED chooses another seed.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPkcs12 } from '../../electron/vault/signing/pkcs12.ts';
import { startAuthority, type TestAuthority } from '../support/authority/index.ts';
import { PASSPHRASE } from '../support/authority/certificates.ts';
import { type Attack, flips, updates } from '../support/signature/campaign.ts';
import { HEAD_SIGNATURE, update } from '../support/signature/levels.ts';
import { signSample, verifyBytes } from '../support/signature/sample-report.ts';

const SEED = Number(process.env['NETRA_LONG_SEED'] ?? 20_261_122);
const RESERVED = ['Kepala', 'StempelWaktu', 'ArsipTS1'].map((name) => ({ name, tooltip: name }));

let authority: TestAuthority;
let document: Buffer;
beforeAll(async () => {
  authority = await startAuthority();
  for (const name of ['pengawas', 'kepala']) await authority.issue(name, 'p256');
  const signer = async (name: string) => readPkcs12(await authority.pack(name), PASSPHRASE, new Date());
  const once = await signSample(await signer('pengawas'), { reservedFields: RESERVED, signedAt: new Date() });
  const signature = { ...HEAD_SIGNATURE, signedAt: new Date().toISOString() };
  // The archive stamp comes last, so that its range is the whole file.
  document = (
    await update(
      once,
      [{ kind: 'sign', signature }, { kind: 'validation-data' }, { kind: 'timestamp', fields: ['ArsipTS1'] }],
      { signer: await signer('kepala'), authority },
    )
  ).bytes;
}, 60_000);
afterAll(() => authority.close());

async function missed(attacks: AsyncIterable<Attack> | Iterable<Attack>): Promise<{ missed: string[]; total: number }> {
  const found: string[] = [];
  let total = 0;
  for await (const { what, bytes } of attacks) {
    total++;
    const { verdict } = await verifyBytes(bytes, [authority.rootPem], new Date(Date.now() + 1_000));
    if (verdict !== 'invalid') found.push(`${what}: ${verdict}`);
  }
  return { missed: found, total };
}

it('the document itself is valid', async () => {
  const { verdict } = await verifyBytes(document, [authority.rootPem], new Date(Date.now() + 1_000));
  expect(verdict).toBe('valid');
});

it('1,000 single-byte changes are all caught', async () => {
  expect(await missed(flips(document, 1_000, SEED))).toEqual({ missed: [], total: 1_000 });
});

it('200 incremental updates are all caught', async () => {
  expect(await missed(updates(document, 200, SEED))).toEqual({ missed: [], total: 200 });
});
