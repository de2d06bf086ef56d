import { X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPkcs12, readPkcs12 } from '../../../electron/vault/signing/pkcs12.ts';
import { type Authority, createAuthority, PASSPHRASE } from '../../support/signature/authority.ts';
import { createWorkspace, hasTool, type Workspace } from '../../support/signature/tools.ts';
import { readFileSync } from 'node:fs';

const NOW = new Date('2026-11-22T00:00:00Z');

describe.skipIf(!hasTool('openssl'))('PKCS#12 files made with openssl', () => {
  let workspace: Workspace;
  let authority: Authority;
  beforeAll(() => {
    workspace = createWorkspace();
    authority = createAuthority(workspace);
    authority.issue('inspektur', 'rsa');
  });
  afterAll(() => workspace.remove());
  const subject = (der: Uint8Array): string => new X509Certificate(der).subject.replaceAll('\n', ' ');

  it.each([
    ['modern, AES-256', []],
    ['600,000 iterations', ['-iter', '600000']],
    ['legacy, RC2 and triple DES', ['-legacy']],
    ['legacy, triple DES only', ['-legacy', '-descert']],
    ['key in triple DES under PBES2', ['-keypbe', 'DES-EDE3-CBC']],
    ['MAC with SHA-512', ['-macalg', 'sha512']],
    ['MAC with SHA-1', ['-macalg', 'sha1']],
    ['certificates in clear', ['-certpbe', 'NONE']],
  ])('reads %s', async (_, args) => {
    const signer = await readPkcs12(authority.pack('inspektur', args), PASSPHRASE, NOW);
    expect(subject(signer.certificate)).toContain('CN=inspektur');
    expect(signer.chain.map(subject)).toEqual([expect.stringContaining('CN=issuing')]);
    expect(signer.key.asymmetricKeyType).toBe('rsa');
  });

  it.each(['p256', 'p384'] as const)('reads a key on %s', async (kind) => {
    authority.issue(`kunci-${kind}`, kind);
    const signer = await readPkcs12(authority.pack(`kunci-${kind}`), PASSPHRASE, NOW);
    expect(signer.key.asymmetricKeyType).toBe('ec');
  });

  it('picks the certificate by its key where the authority stands first', async () => {
    const pem = (name: string): string => readFileSync(workspace.file(name), 'utf8');
    const certificates = ['root.pem', 'inspektur.pem'].map((name) => forge.pki.certificateFromPem(pem(name)));
    const key = forge.pki.privateKeyFromPem(pem('inspektur.key'));
    const packed = forge.asn1
      .toDer(forge.pkcs12.toPkcs12Asn1(key, certificates, PASSPHRASE, { algorithm: '3des' }))
      .getBytes();
    const signer = await readPkcs12(Uint8Array.from(Buffer.from(packed, 'latin1')), PASSPHRASE, NOW);
    expect(subject(signer.certificate)).toContain('CN=inspektur');
    expect(signer.chain).toEqual([]);
  });

  it('reads a passphrase with letters beyond ASCII', async () => {
    const bytes = authority.pack('inspektur', ['-passout', 'pass:frasa-é-ñ']);
    await expect(readPkcs12(bytes, 'frasa-é-ñ', NOW)).resolves.toMatchObject({ chain: [expect.anything()] });
  });

  it('names a wrong passphrase', async () => {
    for (const args of [[], ['-legacy']]) {
      await expect(readPkcs12(authority.pack('inspektur', args), 'salah', NOW)).rejects.toMatchObject({
        code: 'P12_WRONG_PASSPHRASE',
      });
    }
  });

  it.each(['p521', 'rsa-pss', 'rsa-1024'] as const)('refuses a key of kind %s by name', async (kind) => {
    authority.issue(`kunci-${kind}`, kind);
    const bytes = authority.pack(`kunci-${kind}`);
    const code = kind === 'rsa-pss' ? 'P12_RSA_PSS_KEY' : 'P12_KEY_UNSUPPORTED';
    await expect(readPkcs12(bytes, PASSPHRASE, NOW)).rejects.toMatchObject({ code });
  });

  it('names the dates of a certificate that has expired or is not valid yet', async () => {
    authority.issue('lama', 'p256', { validity: ['20200101000000Z', '20220101000000Z'] });
    const bytes = authority.pack('lama');
    await expect(readPkcs12(bytes, PASSPHRASE, NOW)).rejects.toMatchObject({
      code: 'P12_EXPIRED',
      params: { notBefore: '2020-01-01T00:00:00.000Z', notAfter: '2022-01-01T00:00:00.000Z' },
    });
    await expect(readPkcs12(bytes, PASSPHRASE, new Date('2019-06-01'))).rejects.toMatchObject({
      code: 'P12_NOT_YET_VALID',
      params: { from: '2020-01-01' },
    });
    await expect(readPkcs12(bytes, PASSPHRASE, new Date('2021-06-01'))).resolves.toBeDefined();
  });

  it('lists several keys, wants one chosen, and leaves out what may not sign', async () => {
    authority.issue('kedua', 'p256');
    authority.issue('sandi', 'rsa', { extensions: 'basicConstraints=CA:FALSE\nkeyUsage=critical,keyEncipherment\n' });
    const pem = (name: string): string => readFileSync(workspace.file(name), 'utf8');
    const bytes = twoKeys([
      [pem('inspektur.key'), pem('inspektur.pem')],
      [pem('sandi.key'), pem('sandi.pem')],
    ]);
    const identities = await listPkcs12(bytes, PASSPHRASE, NOW);
    expect(identities.map(({ subject: name, problem }) => [name, problem])).toEqual([
      ['inspektur', null],
      ['sandi', 'P12_NOT_FOR_SIGNING'],
    ]);
    await expect(readPkcs12(bytes, PASSPHRASE, NOW)).rejects.toMatchObject({
      code: 'P12_SEVERAL_KEYS',
      params: { choices: identities.map(({ subject: name, fingerprint }) => `${name} (${fingerprint})`).join('; ') },
    });
    const [first, second] = identities;
    const chosen = await readPkcs12(bytes, PASSPHRASE, NOW, first?.fingerprint);
    expect(subject(chosen.certificate)).toContain('CN=inspektur');
    await expect(readPkcs12(bytes, PASSPHRASE, NOW, second?.fingerprint)).rejects.toMatchObject({
      code: 'P12_NOT_FOR_SIGNING',
    });
    await expect(readPkcs12(bytes, PASSPHRASE, NOW, 'f'.repeat(64))).rejects.toMatchObject({ code: 'P12_NO_KEY' });
  });

  it('names a file with a certificate alone, and a key whose certificate is missing', async () => {
    const alone = authority.pack('inspektur', ['-nokeys']);
    await expect(readPkcs12(alone, PASSPHRASE, NOW)).rejects.toMatchObject({ code: 'P12_NO_KEY' });
    const bare = authority.pack('inspektur', ['-nocerts']);
    await expect(readPkcs12(bare, PASSPHRASE, NOW)).rejects.toMatchObject({ code: 'P12_NO_CERTIFICATE' });
  });

  it('refuses a file without a MAC, without a key, and one that is cut at any place', async () => {
    await expect(readPkcs12(authority.pack('inspektur', ['-nomac']), PASSPHRASE, NOW)).rejects.toMatchObject({
      code: 'P12_SCHEME_UNSUPPORTED',
    });
    const old = authority.pack('inspektur', ['-legacy', '-keypbe', 'PBE-SHA1-RC4-128', '-certpbe', 'PBE-SHA1-RC4-128']);
    await expect(readPkcs12(old, PASSPHRASE, NOW)).rejects.toMatchObject({ code: 'P12_SCHEME_UNSUPPORTED' });
    const bytes = authority.pack('inspektur');
    for (let length = 0; length < bytes.length; length += 97) {
      await expect(readPkcs12(bytes.subarray(0, length), PASSPHRASE, NOW)).rejects.toMatchObject({
        code: 'P12_UNREADABLE',
      });
    }
  });

  it('answers every changed byte with a named error or the same signer', async () => {
    const bytes = authority.pack('inspektur');
    const whole = await readPkcs12(bytes, PASSPHRASE, NOW);
    for (let index = 0; index < bytes.length; index += 41) {
      const changed = Uint8Array.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 0x01;
      const outcome = await readPkcs12(changed, PASSPHRASE, NOW).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toMatchObject({ code: expect.stringMatching(/^P12_/) as unknown });
      else expect(outcome).toMatchObject({ certificate: whole.certificate });
    }
  });
});

/** A PKCS#12 file with several keys, as no tool here writes it: the bags of forge's files put into one. */
function twoKeys(pairs: readonly (readonly [key: string, certificate: string])[]): Uint8Array {
  const bags = pairs.flatMap(([key, certificate]) => {
    const keyDer = forge.asn1.fromDer(derOf(key));
    const certificateDer = derOf(certificate);
    return [
      bag('1.2.840.113549.1.12.10.1.1', keyDer),
      bag('1.2.840.113549.1.12.10.1.3', certificateBag(certificateDer)),
    ];
  });
  const contents = forge.asn1.toDer(sequence(bags)).getBytes();
  const safe = forge.asn1.toDer(sequence([dataInfo(contents)])).getBytes();
  const salt = 'garam-uji';
  const macKey = forge.pkcs12.generateKey(PASSPHRASE, forge.util.createBuffer(salt), 3, 1, 20);
  const mac = forge.hmac.create();
  mac.start('sha1', macKey);
  mac.update(safe);
  const algorithm = sequence([oid('1.3.14.3.2.26'), element(forge.asn1.Type.NULL, '')]);
  const macData = sequence([
    sequence([algorithm, element(forge.asn1.Type.OCTETSTRING, mac.getMac().getBytes())]),
    element(forge.asn1.Type.OCTETSTRING, salt),
  ]);
  const whole = sequence([element(forge.asn1.Type.INTEGER, '\x03'), dataInfo(safe), macData]);
  return Uint8Array.from(Buffer.from(forge.asn1.toDer(whole).getBytes(), 'latin1'));
}

function derOf(pem: string): string {
  return forge.pem.decode(pem)[0]?.body ?? '';
}

function element(type: forge.asn1.Type, value: string): forge.asn1.Asn1 {
  return forge.asn1.create(forge.asn1.Class.UNIVERSAL, type, false, value);
}

function oid(dotted: string): forge.asn1.Asn1 {
  return element(forge.asn1.Type.OID, forge.asn1.oidToDer(dotted).getBytes());
}

function sequence(parts: forge.asn1.Asn1[]): forge.asn1.Asn1 {
  return forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SEQUENCE, true, parts);
}

function explicit(part: forge.asn1.Asn1): forge.asn1.Asn1 {
  return forge.asn1.create(forge.asn1.Class.CONTEXT_SPECIFIC, forge.asn1.Type.NONE, true, [part]);
}

function dataInfo(content: string): forge.asn1.Asn1 {
  return sequence([oid('1.2.840.113549.1.7.1'), explicit(element(forge.asn1.Type.OCTETSTRING, content))]);
}

function bag(type: string, value: forge.asn1.Asn1): forge.asn1.Asn1 {
  return sequence([oid(type), explicit(value)]);
}

function certificateBag(der: string): forge.asn1.Asn1 {
  return sequence([oid('1.2.840.113549.1.9.22.1'), explicit(element(forge.asn1.Type.OCTETSTRING, der))]);
}
