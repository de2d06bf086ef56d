/** A small certificate authority made with openssl, and PKCS#12 files of every kind that officers bring along. */
import { readFileSync } from 'node:fs';
import { runTool, type Workspace } from './tools.ts';

export const PASSPHRASE = 'frasa-uji-1';

export type KeyKind = 'rsa' | 'p256' | 'p384' | 'p521' | 'rsa-pss' | 'rsa-1024';

const KEY_OPTIONS: Readonly<Record<KeyKind, readonly string[]>> = {
  rsa: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'rsa-1024': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'],
  'rsa-pss': ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048'],
  p256: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  p384: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  p521: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'],
};
const SIGNER_EXTENSIONS = 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n';
const AUTHORITY_EXTENSIONS = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n';

export interface Authority {
  /** PEM of the root, the only certificate to trust. */
  readonly rootPem: string;
  /** Makes a key and a certificate under the issuing authority; answers the base name of its files. */
  issue(name: string, kind: KeyKind, options?: IssueOptions): string;
  /** Packs an issued certificate with the issuing authority's into a PKCS#12 file. */
  pack(name: string, args?: readonly string[]): Uint8Array;
}

export interface IssueOptions {
  /** First and last day as openssl writes them, for example 20200101000000Z. */
  readonly validity?: readonly [string, string];
  readonly extensions?: string;
}

/** Root, issuing authority, and what they issue. */
export function createAuthority(workspace: Workspace): Authority {
  const { file, put } = workspace;
  const openssl = (args: readonly string[]): void => {
    const { code, output } = runTool('openssl', args);
    if (code !== 0) throw new Error(`openssl ${args[0] ?? ''}: ${output}`);
  };
  const makeKey = (name: string, kind: KeyKind): void =>
    openssl(['genpkey', ...KEY_OPTIONS[kind], '-out', file(`${name}.key`)]);
  const request = (name: string): void =>
    openssl([
      'req',
      '-new',
      '-key',
      file(`${name}.key`),
      '-subj',
      `/C=ID/O=Uji/CN=${name}`,
      '-out',
      file(`${name}.csr`),
    ]);
  const database = (): void => {
    put('index.txt', '');
    put('index.txt.attr', 'unique_subject = no\n');
    put('serial', '1001');
    put(
      'ca.conf',
      `[ca]\ndefault_ca=ca\n[ca]\ndatabase=${file('index.txt')}\nserial=${file('serial')}\nnew_certs_dir=${workspace.folder}\ndefault_md=sha256\npolicy=any\n[any]\ncommonName=supplied\norganizationName=optional\ncountryName=optional\n`,
    );
  };
  const sign = (name: string, issuer: string, extensions: string, [start, end]: readonly [string, string]): void => {
    put(`${name}.ext`, extensions);
    const by =
      name === issuer
        ? ['-selfsign', '-keyfile', file(`${name}.key`)]
        : ['-cert', file(`${issuer}.pem`), '-keyfile', file(`${issuer}.key`)];
    const dates = ['-startdate', start, '-enddate', end];
    openssl([
      'ca',
      '-batch',
      '-notext',
      '-config',
      file('ca.conf'),
      ...by,
      ...dates,
      '-extfile',
      file(`${name}.ext`),
      '-in',
      file(`${name}.csr`),
      '-out',
      file(`${name}.pem`),
    ]);
  };
  const longValidity = ['20200101000000Z', '20491231000000Z'] as const;
  database();
  makeKey('root', 'rsa');
  request('root');
  sign('root', 'root', AUTHORITY_EXTENSIONS, longValidity);
  makeKey('issuing', 'p256');
  request('issuing');
  sign('issuing', 'root', AUTHORITY_EXTENSIONS, longValidity);
  return {
    rootPem: readFileSync(file('root.pem'), 'utf8'),
    issue: (name, kind, options = {}) => {
      makeKey(name, kind);
      request(name);
      sign(name, 'issuing', options.extensions ?? SIGNER_EXTENSIONS, options.validity ?? longValidity);
      return name;
    },
    pack: (name, args = []) => {
      const key = ['-inkey', file(`${name}.key`), '-in', file(`${name}.pem`), '-certfile', file('issuing.pem')];
      openssl(['pkcs12', '-export', ...key, '-passout', `pass:${PASSPHRASE}`, ...args, '-out', file(`${name}.p12`)]);
      return Uint8Array.from(readFileSync(file(`${name}.p12`)));
    },
  };
}
