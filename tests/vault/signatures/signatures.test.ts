/** From B-B without a network to B-LTA, in the vault: versions, waiting, refusals, outside signatures, roots and keys. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAuthority, type TestAuthority } from '../../support/authority/index.ts';
import { PASSPHRASE } from '../../support/authority/certificates.ts';
import { checkWithTools } from '../../support/signature/outside-views.ts';
import { signVisibly } from '../../support/signature/outside-signer.ts';
import { update } from '../../support/signature/levels.ts';
import type { PdfUpdateJob } from '../../../shared/contract/pdf-update.ts';
import type { Certification } from '../../../shared/domain/issuing/office-kinds.ts';
import { openDocument } from '../../../electron/vault/signatures/document-versions.ts';
import { ARCHIVE_FIELDS } from '../../../electron/vault/signatures/fields.ts';
import { runUpdate } from '../../../electron/vault/signatures/update-document.ts';
import { readPkcs12 } from '../../../electron/vault/signing/pkcs12.ts';
import { createSigningVault, type SigningVault } from './support.ts';

let vault: SigningVault;
let authority: TestAuthority;
const p12 = new Map<string, Uint8Array>();
const call: SigningVault['service']['call'] = (name, input) => vault.service.call(name, input);
const packed = (name: string): Uint8Array => p12.get(name) ?? new Uint8Array();

beforeAll(async () => {
  [vault, authority] = await Promise.all([createSigningVault(), startAuthority()]);
  for (const [name, kind] of [
    ['pengawas', 'rsa-2048'],
    ['kepala', 'p256'],
  ] as const) {
    await authority.issue(name, kind);
    p12.set(name, await authority.pack(name));
  }
}, 60_000);
afterAll(async () => {
  await vault.dispose();
  await authority.close();
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('an office without a network', () => {
  it('signs at B-B, asks nobody, and names what keeps a level away', async () => {
    const report = await vault.issue(await vault.p12(packed('pengawas'), PASSPHRASE));
    expect(await vault.status(report.id)).toMatchObject({ level: 'B-B', state: 'settled', wanted: null });
    const raise = call('signatures.raise', { reportId: report.id, to: 'B-LTA' }).then((job) => vault.job(job));
    await expect(raise).rejects.toMatchObject({ code: 'TIMESTAMP_NO_ADDRESS' });
    expect(await vault.status(report.id)).toMatchObject({
      state: 'waiting',
      wanted: 'B-LTA',
      problem: { code: 'TIMESTAMP_NO_ADDRESS' },
      versions: [{ version: 1, sha256: report.sha256 }],
    });
    expect(authority.asked).toEqual([]);
  });

  it('signs nothing over bytes that are not those it issued', async () => {
    const report = await vault.issue({ method: 'seal' });
    const context = vault.service.context();
    const other = { ...openDocument(context, report.id), sha256: '0'.repeat(64) };
    const progress = { signal: new AbortController().signal, report: () => undefined };
    const steps: PdfUpdateJob['steps'] = [{ kind: 'timestamp', fields: [...ARCHIVE_FIELDS] }];
    const updated = runUpdate(other, steps, null, progress, context);
    await expect(updated).rejects.toMatchObject({ code: 'EVIDENCE_DAMAGED' });
  });

  it('adds the head’s signature offline; both are raised to B-LTA when there is a network, and every tool agrees', async () => {
    const report = await vault.issue(await vault.p12(packed('pengawas'), PASSPHRASE));
    const signature = await vault.p12(packed('kepala'), PASSPHRASE);
    await vault.job(await call('signatures.sign', { reportId: report.id, signature }));
    const twice = await call('signatures.sign', {
      reportId: report.id,
      signature: await vault.p12(packed('kepala'), PASSPHRASE),
    });
    await expect(vault.job(twice)).rejects.toMatchObject({ code: 'SIGNATURE_FIELD_NONE' });
    await vault.connect(authority);
    await vault.job(await call('signatures.raise', { reportId: report.id, to: 'B-LTA' }));
    const { versions, ...status } = await vault.status(report.id);
    expect(status).toMatchObject({ level: 'B-LTA', state: 'settled', problem: null });
    expect(versions.map(({ cause, level, signer }) => [cause, level, signer])).toEqual([
      ['issued', 'B-B', 'pengawas'],
      ['signed', 'B-B', 'kepala'],
      ['raised', 'B-T', null],
      ['raised', 'B-LTA', null],
    ]);
    const bytes = await vault.bytes(report.id);
    for (const version of versions) expect(sha256(bytes.subarray(0, version.bytes))).toBe(version.sha256);
    checkWithTools(authority.workspace, bytes, { signatures: 2, timestamps: 2 });
    await expect(
      Promise.resolve().then(() => call('signatures.raise', { reportId: report.id, to: 'B-LT' })),
    ).rejects.toMatchObject({ code: 'SIGNATURE_LEVEL_REACHED' });
    // Once more at the top renews the archive's stamp.
    await vault.job(await call('signatures.raise', { reportId: report.id, to: 'B-LTA' }));
    checkWithTools(authority.workspace, await vault.bytes(report.id), { signatures: 2, timestamps: 3 });
    const { rows } = await call('custody.list', { limit: 50 });
    const actions = rows.map(({ action }) => action);
    expect(actions.filter((action) => action === 'report.level-raised')).toHaveLength(3);
    expect(actions).toContain('report.signed');
    const verdict = await vault.job(
      await call('reports.verify', { file: await vault.file('baru.pdf', await vault.bytes(report.id)) }),
    );
    expect(verdict).toMatchObject({ issuedHere: true, custodyHead: { ancestor: true } });
  });

  it('raises what waits in one go', async () => {
    const started = await call('signatures.raiseWaiting', {});
    expect(await vault.job(started)).toEqual({ raised: 1, waiting: 0 });
    const { rows } = await call('signatures.list', {});
    expect(rows.every(({ state }) => state === 'settled')).toBe(true);
  });
});

describe('an office with a network', () => {
  it('signs at B-T at once; a stamp that is wrong is not used and is waited for', async () => {
    await vault.connect(authority);
    const report = await vault.issue(await vault.p12(packed('pengawas'), PASSPHRASE));
    expect(await vault.status(report.id)).toMatchObject({ level: 'B-T', state: 'settled' });
    const host = new URL(authority.origin).host;
    const wrong = { timestampAddress: authority.tsa('wrong-imprint'), revocationHosts: [host] };
    await call('settings.set', { signatureServices: wrong });
    const other = await vault.issue(await vault.p12(packed('pengawas'), PASSPHRASE));
    expect(await vault.status(other.id)).toMatchObject({
      level: 'B-B',
      state: 'waiting',
      wanted: 'B-T',
      problem: { code: 'TIMESTAMP_WRONG_IMPRINT' },
    });
    await vault.connect(authority);
  });

  it('refuses who may not sign, each by its name, and issues nothing', async () => {
    const before = (await call('reports.list', {})).rows.length;
    for (const [name, code] of [
      ['expired', 'P12_EXPIRED'],
      ['not-yet-valid', 'P12_NOT_YET_VALID'],
      ['no-signing', 'P12_NOT_FOR_SIGNING'],
      ['revoked', 'CERTIFICATE_REVOKED'],
    ] as const) {
      await authority.issueBad(name);
      const signature = await vault.p12(await authority.pack(name), PASSPHRASE);
      await expect(vault.issue(signature), name).rejects.toMatchObject({ code });
    }
    expect((await call('reports.list', {})).rows).toHaveLength(before);
  });

  it('says who is not trusted, and asks no host that the settings do not name', async () => {
    const report = await vault.issue({ method: 'seal' });
    const { roots } = await call('signatures.roots', {});
    await call('signatures.removeRoot', { fingerprint: roots[0]?.fingerprint ?? '' });
    const raise = async (): Promise<unknown> =>
      await vault.job(await call('signatures.raise', { reportId: report.id, to: 'B-LT' }));
    const untrusted = await vault.issue({ method: 'seal' });
    expect(await vault.status(untrusted.id)).toMatchObject({ problem: { code: 'TIMESTAMP_NOT_TRUSTED' } });
    await vault.connect(authority);
    await call('settings.set', { signatureServices: { timestampAddress: '', revocationHosts: ['lain.contoh'] } });
    await expect(raise()).rejects.toMatchObject({ code: 'SERVICE_HOST_NOT_ALLOWED' });
    await vault.connect(authority);
    expect(await raise()).toMatchObject({ level: 'B-LT' });
  });

  it('forbids a second signature after P=1, and lets the archive stamp through', async () => {
    const report = await vault.issue({ method: 'seal' }, 'certify-nothing');
    const sign = await call('signatures.sign', { reportId: report.id, signature: { method: 'seal' } });
    await expect(vault.job(sign)).rejects.toMatchObject({ code: 'SIGNATURES_NOT_ALLOWED' });
    expect(await vault.job(await call('signatures.raise', { reportId: report.id, to: 'B-LTA' }))).toMatchObject({
      level: 'B-LTA',
    });
  });
});

describe('a file signed outside', () => {
  it('is kept as a version when it goes on from ours, and told when it does not', async () => {
    const report = await vault.issue({ method: 'seal' }, 'approval');
    const ours = await vault.bytes(report.id);
    const head = await readPkcs12(packed('kepala'), PASSPHRASE, new Date());
    const signature = {
      fieldName: 'Kepala',
      lines: [],
      signedAt: new Date().toISOString(),
      signerName: 'Kepala',
      reason: '',
      location: '',
      hash: 'sha256' as const,
    };
    const outside = await update(ours, [{ kind: 'sign', signature }], { signer: head });
    const accept = async (bytes: Uint8Array): Promise<unknown> =>
      await vault.job(
        await call('signatures.acceptOutside', { reportId: report.id, file: await vault.file('luar.pdf', bytes) }),
      );
    await expect(accept(ours)).rejects.toMatchObject({ code: 'OUTSIDE_FILE_UNCHANGED' });
    await expect(accept(Buffer.concat([ours, Buffer.from('\n')]))).rejects.toMatchObject({
      code: 'OUTSIDE_FILE_NOT_ALLOWED',
    });
    const rewritten = Buffer.from(outside.bytes);
    rewritten.writeUInt8(rewritten.readUInt8(500) ^ 1, 500);
    await expect(accept(rewritten)).rejects.toMatchObject({ code: 'OUTSIDE_FILE_REWRITTEN' });
    expect(await accept(outside.bytes)).toMatchObject({
      versions: [{}, { cause: 'outside', signer: 'kepala', sha256: sha256(outside.bytes) }],
    });
    expect((await vault.bytes(report.id)).equals(outside.bytes)).toBe(true);
  });
});

describe('a visible field of its own that an outside tool adds', () => {
  const accept = async (certification: Certification): Promise<unknown> => {
    const report = await vault.issue({ method: 'seal' }, certification);
    const signed = await signVisibly(await vault.bytes(report.id), packed('pengawas'), 'BSrE');
    const file = await vault.file('bsre.pdf', signed);
    return await vault.job(await call('signatures.acceptOutside', { reportId: report.id, file }));
  };

  it('is taken over where the seal is an approval, and refused where it certifies', async () => {
    expect(await accept('approval')).toMatchObject({ versions: [{}, { cause: 'outside', signer: 'pengawas' }] });
    await expect(accept('certify-signatures')).rejects.toMatchObject({ code: 'OUTSIDE_FILE_NOT_ALLOWED' });
  });
});

describe('roots and keys', () => {
  it('keeps a key under its own passphrase and signs with it', async () => {
    const file = await vault.file('simpan.p12', packed('kepala'));
    await expect(call('signatures.keepKey', { file, passphrase: 'salah', name: 'Kepala' })).rejects.toMatchObject({
      code: 'P12_WRONG_PASSPHRASE',
    });
    const again = await vault.file('simpan.p12', packed('kepala'));
    const { keys } = await call('signatures.keepKey', { file: again, passphrase: PASSPHRASE, name: 'Kepala' });
    const key = keys[0]?.id ?? '';
    const choice = { method: 'kept', key, padding: 'pkcs1', hash: 'sha256' } as const;
    await expect(vault.issue({ ...choice, passphrase: 'salah' })).rejects.toMatchObject({
      code: 'P12_WRONG_PASSPHRASE',
    });
    await expect(vault.issue({ ...choice, passphrase: PASSPHRASE, padding: 'pss' })).rejects.toMatchObject({
      code: 'SIGNING_PADDING',
    });
    expect(await vault.issue({ ...choice, passphrase: PASSPHRASE })).toMatchObject({ signer: 'kepala', sealed: false });
    await call('signatures.forgetKey', { key });
    await expect(vault.issue({ ...choice, passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'SIGNING_KEY_UNKNOWN',
    });
  });

  it('takes roots as PEM, DER and p7b, and refuses what is none', async () => {
    const { runTool } = await import('../../support/signature/tools.ts');
    const { file, put } = authority.workspace;
    runTool('openssl', [
      'crl2pkcs7',
      '-nocrl',
      '-certfile',
      file('other-root.pem'),
      '-outform',
      'DER',
      '-out',
      file('akar.p7b'),
    ]);
    const { readFileSync } = await import('node:fs');
    const { added } = await call('signatures.addRoots', {
      file: await vault.file('akar.p7b', readFileSync(file('akar.p7b'))),
    });
    expect(added).toMatchObject([{ subject: 'other-root', fingerprint: sha256(authority.der('other-root')) }]);
    await expect(
      call('signatures.addRoots', { file: await vault.file('akar.der', authority.der('other-root')) }),
    ).rejects.toMatchObject({ code: 'ROOT_KNOWN' });
    await expect(
      call('signatures.addRoots', { file: await vault.file('orang.der', authority.der('kepala')) }),
    ).rejects.toMatchObject({ code: 'ROOT_NOT_AUTHORITY' });
    await expect(
      call('signatures.addRoots', { file: await vault.file('teks.pem', 'bukan sertifikat') }),
    ).rejects.toMatchObject({ code: 'ROOT_UNREADABLE' });
    put('akar', '');
    await call('signatures.removeRoot', { fingerprint: added[0]?.fingerprint ?? '' });
    await expect(call('signatures.removeRoot', { fingerprint: added[0]?.fingerprint ?? '' })).rejects.toMatchObject({
      code: 'ROOT_UNKNOWN',
    });
  });
});
