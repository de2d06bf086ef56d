/**
 * A signer who is not us, by a second writer (LibPDF, as an outside tool would): it uses the field that was kept, adds one
 * of its own, or writes the file anew. What it did can be told from the bytes.
 */
import { readFileSync } from 'node:fs';
import { PDF } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAuthority, type TestAuthority } from '../../support/authority/index.ts';
import { HEAD_SIGNATURE, update } from '../../support/signature/levels.ts';
import { signOutside, signVisibly } from '../../support/signature/outside-signer.ts';
import { appendUpdate, numbersOf, sourceOf } from '../../support/signature/raw-update.ts';
import { makeSeal, signSample, verifyBytes } from '../../support/signature/sample-report.ts';
import { hasTool, runTool } from '../../support/signature/tools.ts';

let authority: TestAuthority;
let p12: Uint8Array;
const seal = makeSeal();
beforeAll(async () => {
  authority = await startAuthority();
  await authority.issue('luar', 'rsa-2048');
  p12 = await authority.pack('luar');
});
afterAll(() => authority.close());

const RESERVED = ['Kepala', 'StempelWaktu', 'ArsipTS1'].map((name) => ({ name, tooltip: name }));

describe('a field of its own that a second signer adds', () => {
  const judged = async (certification: 0 | 2, sign: (base: Buffer) => Promise<Buffer>) => {
    const base = await signSample(seal.signer, { reservedFields: RESERVED, certification });
    const signed = await sign(base);
    expect(signed.subarray(0, base.length).equals(base)).toBe(true);
    const { verdict, reasons, signatures, changes } = await verifyBytes(signed, [seal.pem, authority.rootPem]);
    expect(signatures).toHaveLength(2);
    return { verdict, reasons, forbidden: changes.filter(({ allowed }) => !allowed) };
  };

  it.each([
    ['visible, on a page without a field', (base: Buffer) => signVisibly(base, p12, 'BSrE')],
    ['visible, beside our field', (base: Buffer) => signVisibly(base, p12, 'BSrE', 2)],
    ['invisible', (base: Buffer) => signOutside(base, p12, 'BSrE')],
  ])('%s: is a later signature after an approval seal', async (_how, sign) => {
    const { verdict, reasons, forbidden } = await judged(0, sign);
    expect(forbidden).toEqual([]);
    expect(reasons).not.toContain('CHANGED_AFTER_SIGNING');
    expect(verdict).not.toBe('invalid');
  });

  it('invisible: is one after a certification that allows signatures', async () => {
    expect((await judged(2, (base) => signOutside(base, p12, 'BSrE'))).forbidden).toEqual([]);
  });

  it('visible: is no part of what a certification allows', async () => {
    const { verdict, reasons, forbidden } = await judged(2, (base) => signVisibly(base, p12, 'BSrE'));
    expect(verdict).toBe('invalid');
    expect(reasons).toContain('CHANGED_AFTER_SIGNING');
    expect(forbidden).toMatchObject([{ kind: 'sign' }]);
  });
});

it('a page that is written again with another size is a change, however small it looks', async () => {
  const base = await signSample(seal.signer, { certification: 0 });
  const [page = 0] = await numbersOf(base, /\/Type \/Page\n/);
  const source = await sourceOf(base, page);
  const judge = async (height: string): Promise<boolean> => {
    const changed = source.replace(/(\/MediaBox \[0 0 [\d.]+) [\d.]+/, `$1 ${height}`);
    expect(changed).not.toBe(source);
    const { reasons } = await verifyBytes(await appendUpdate(base, [{ number: page, source: changed }]), [seal.pem]);
    return reasons.includes('CHANGED_AFTER_SIGNING');
  };
  expect([await judge('841.8898'), await judge('841.8')]).toEqual([false, true]);
});

describe('a second signer with another program', () => {
  it('fills the field that was kept: the file goes on from ours, both signatures are whole', async () => {
    const base = await signSample(seal.signer, { reservedFields: RESERVED, certification: 0 });
    const signed = await signOutside(base, p12, 'Kepala');
    expect(signed.subarray(0, base.length).equals(base)).toBe(true);
    const { result } = await update(signed, [], {});
    expect(result.fields).toContainEqual({ name: 'Kepala', state: 'signature', stamped: false });
    expect(result.fields).toHaveLength(4);
    const { signatures } = await verifyBytes(signed, [seal.pem, authority.rootPem]);
    expect(signatures.map(({ integrity }) => integrity)).toEqual(['intact', 'intact']);
    if (hasTool('pdfsig')) {
      const said = runTool('pdfsig', ['-nocert', authority.workspace.put('luar.pdf', signed)]).output;
      expect(said.match(/Signature is Valid/g)).toHaveLength(2);
    }
    // And ours goes on from theirs.
    const further = await update(signed, [{ kind: 'timestamp', fields: ['StempelWaktu'] }], { authority });
    expect(
      (await verifyBytes(further.bytes, [seal.pem])).signatures.every(({ integrity }) => integrity === 'intact'),
    ).toBe(true);
  });

  it('adds a field of its own: still one that goes on from ours', async () => {
    const base = await signSample(seal.signer, { reservedFields: RESERVED, certification: 0 });
    const signed = await signOutside(base, p12, 'BSrE');
    expect(signed.subarray(0, base.length).equals(base)).toBe(true);
    expect((await update(signed, [], {})).result.fields).toContainEqual({
      name: 'BSrE',
      state: 'signature',
      stamped: false,
    });
  });

  it.skipIf(!hasTool('qpdf'))(
    'writes the file anew: it does not begin with ours, and our signature is broken in it',
    async () => {
      const base = await signSample(seal.signer, { reservedFields: RESERVED, certification: 0 });
      const { file, put } = authority.workspace;
      runTool('qpdf', [put('asli.pdf', base), file('tulis-ulang.pdf')]);
      const rewritten = await signOutside(readFileSync(file('tulis-ulang.pdf')), p12, 'BSrE');
      expect(rewritten.subarray(0, base.length).equals(base)).toBe(false);
      const { verdict, signatures } = await verifyBytes(rewritten, [seal.pem, authority.rootPem]);
      expect(verdict).toBe('invalid');
      expect(signatures.map(({ field, integrity }) => [field, integrity])).toContainEqual(['Petugas', 'broken']);
    },
  );

  it('lists the fields of our files at every level', async () => {
    const base = await signSample(seal.signer, { reservedFields: RESERVED });
    const both = await update(base, [{ kind: 'sign', signature: HEAD_SIGNATURE }], { signer: seal.signer });
    const stamped = await update(both.bytes, [{ kind: 'timestamp', fields: ['ArsipTS1'] }], { authority });
    const form = (await PDF.load(Uint8Array.from(stamped.bytes))).getForm();
    const names = form?.getFields().map(({ name }) => name) ?? [];
    expect(names.sort()).toEqual(['ArsipTS1', 'Kepala', 'Petugas', 'StempelWaktu']);
  });
});
