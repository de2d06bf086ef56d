/** Certificates of the test authority, made by openssl: a second implementation beside the app's own. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Workspace } from '../signature/tools.ts';

export const PASSPHRASE = 'frasa-uji-1';

export type KeyKind = 'rsa-2048' | 'rsa-3072' | 'rsa-pss' | 'p256' | 'p384';

const KEY_OPTIONS: Readonly<Record<KeyKind, readonly string[]>> = {
  'rsa-2048': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'rsa-3072': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:3072'],
  'rsa-pss': ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048'],
  p256: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  p384: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
};

/** Extensions by the use of a certificate; each needs `authorityUrls` where it says where to ask. */
export const USES = {
  signer: 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n',
  /** No digitalSignature and no nonRepudiation: not meant for signatures. */
  'no-signing': 'basicConstraints=CA:FALSE\nkeyUsage=critical,keyEncipherment\n',
  tsa: 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n',
  ocsp: 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=OCSPSigning\nnoCheck=yes\n',
  authority: 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n',
} as const;
export type Use = keyof typeof USES;

export const LONG_VALIDITY = ['20200101000000Z', '20491231000000Z'] as const;

export interface IssueOptions {
  readonly use?: Use;
  /** First and last day as openssl writes them, for example 20200101000000Z. */
  readonly validity?: readonly [string, string];
  /** Base name of the issuer's files; default `issuing`. */
  readonly issuer?: string;
  /** Leave out where to ask for revocation. */
  readonly withoutUrls?: boolean;
}

/** Runs openssl without holding the event loop; an Error with what it printed when it fails. */
export async function openssl(args: readonly string[]): Promise<void> {
  await promisify(execFile)('openssl', [...args]).catch((error: unknown) => {
    const printed = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Error(`openssl ${args[0] ?? ''}: ${printed}`);
  });
}

export interface CertificateMaker {
  /** Makes a key and its certificate; the files are `<name>.key` and `<name>.pem`. */
  issue(name: string, kind: KeyKind, options?: IssueOptions): Promise<void>;
  /** Marks as revoked; the issuer's next CRL and OCSP answers say so. */
  revoke(name: string, issuer?: string): Promise<void>;
  /** DER of the issuer's current CRL. */
  crl(issuer: string): Promise<Uint8Array>;
  der(name: string): Uint8Array;
  pem(name: string): string;
}

/** `urlOf` says where an issuer's answers are; it may be called after the first certificate only. */
export function certificateMaker(
  workspace: Workspace,
  urlOf: (kind: 'ocsp' | 'crl' | 'certificate', issuer: string) => string,
): CertificateMaker {
  const { file, put } = workspace;
  const known = new Set<string>();
  /** Each issuer has its own list, as openssl's OCSP responder reads it. */
  const database = (issuer: string): string => {
    const configuration = `${issuer}.conf`;
    if (known.has(issuer)) return file(configuration);
    known.add(issuer);
    put(`${issuer}.index`, '');
    put(`${issuer}.index.attr`, 'unique_subject = no\n');
    put(`${issuer}.serial`, '1001');
    put(`${issuer}.crlnumber`, '01');
    const entries = {
      database: file(`${issuer}.index`),
      serial: file(`${issuer}.serial`),
      crlnumber: file(`${issuer}.crlnumber`),
      new_certs_dir: workspace.folder,
      default_md: 'sha256',
      default_crl_days: '30',
      policy: 'any',
    };
    const lines = Object.entries(entries).map(([key, value]) => `${key}=${value}`);
    const policy = 'commonName=supplied\norganizationName=optional\ncountryName=optional\n';
    put(configuration, `[ca]\ndefault_ca=ca\n[ca]\n${lines.join('\n')}\n[any]\n${policy}`);
    return file(configuration);
  };
  const signed = (issuer: string, self: boolean): readonly string[] =>
    self
      ? ['-selfsign', '-keyfile', file(`${issuer}.key`)]
      : ['-cert', file(`${issuer}.pem`), '-keyfile', file(`${issuer}.key`)];
  const pem = (name: string): string => readFileSync(file(`${name}.pem`), 'utf8');
  return {
    issue: async (name, kind, options = {}) => {
      const issuer = options.issuer ?? 'issuing';
      const use = options.use ?? 'signer';
      const [start, end] = options.validity ?? LONG_VALIDITY;
      await openssl(['genpkey', ...KEY_OPTIONS[kind], '-out', file(`${name}.key`)]);
      const subject = `/C=ID/O=Uji/CN=${name}`;
      await openssl(['req', '-new', '-key', file(`${name}.key`), '-subj', subject, '-out', file(`${name}.csr`)]);
      const urls =
        options.withoutUrls === true || name === issuer
          ? ''
          : `authorityInfoAccess=OCSP;URI:${urlOf('ocsp', issuer)},caIssuers;URI:${urlOf('certificate', issuer)}\ncrlDistributionPoints=URI:${urlOf('crl', issuer)}\n`;
      put(`${name}.ext`, `${USES[use]}${urls}subjectKeyIdentifier=hash\n`);
      const files = ['-extfile', file(`${name}.ext`), '-in', file(`${name}.csr`), '-out', file(`${name}.pem`)];
      const by = signed(issuer, name === issuer);
      const dates = ['-startdate', start, '-enddate', end];
      await openssl(['ca', '-batch', '-notext', '-config', database(issuer), ...by, ...dates, ...files]);
    },
    revoke: (name, issuer = 'issuing') =>
      openssl([
        'ca',
        '-config',
        database(issuer),
        ...signed(issuer, false),
        '-revoke',
        file(`${name}.pem`),
        '-crl_reason',
        'keyCompromise',
      ]),
    crl: async (issuer) => {
      const out = file(`${issuer}.crl.pem`);
      await openssl(['ca', '-config', database(issuer), ...signed(issuer, false), '-gencrl', '-out', out]);
      return derOfPem(readFileSync(out, 'utf8'));
    },
    pem,
    der: (name) => derOfPem(pem(name)),
  };
}

/** The bytes of the first block of a PEM file. */
export function derOfPem(pem: string): Uint8Array {
  const body = /-----BEGIN [^-]+-----([^-]+)-----END/.exec(pem)?.[1] ?? '';
  return Uint8Array.from(Buffer.from(body, 'base64'));
}

/** Packs an issued certificate into a PKCS#12 file; `chain` are base names of certificates that go with it. */
export async function packP12(
  workspace: Workspace,
  name: string,
  options: { readonly chain?: readonly string[]; readonly passphrase?: string; readonly args?: readonly string[] } = {},
): Promise<Uint8Array> {
  const { file, put } = workspace;
  const chain = options.chain ?? ['issuing'];
  const certificates = chain.map((one) => readFileSync(file(`${one}.pem`), 'utf8')).join('');
  const extra = chain.length > 0 ? ['-certfile', put(`${name}.chain.pem`, certificates)] : [];
  // The passphrase by a file: as an argument it would depend on the terminal's character set.
  const secret = put(`${name}.passphrase`, `${options.passphrase ?? PASSPHRASE}\n`);
  const out = path.join(workspace.folder, `${name}.p12`);
  const key = ['-inkey', file(`${name}.key`), '-in', file(`${name}.pem`), ...extra];
  await openssl(['pkcs12', '-export', ...key, '-passout', `file:${secret}`, ...(options.args ?? []), '-out', out]);
  return Uint8Array.from(readFileSync(out));
}
