/** Who may issue: both of our sides on each chain, beside `openssl verify`. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCertificate as readTrustCertificate } from '../../../electron/vault/signing/trust/certificate.ts';
import { chainToRoot } from '../../../electron/vault/signing/trust/chain.ts';
import { gatherValidationData } from '../../../electron/vault/signing/trust/revocation.ts';
import { createPathBuilder } from '../../../electron/workers/pdf-reader/verify/certificate-path.ts';
import { readCertificate } from '../../../electron/workers/pdf-reader/verify/certificates.ts';
import { derOfPem } from '../../support/authority/certificates.ts';
import { createWorkspace, hasTool, runTool, type Workspace } from '../../support/signature/tools.ts';

const AUTHORITY = 'basicConstraints=critical,CA:TRUE';
const RIGHTS = 'keyUsage=critical,keyCertSign';
const SIGNER = 'keyUsage=critical,digitalSignature';

describe.skipIf(!hasTool('openssl'))('who may issue', () => {
  let workspace: Workspace;
  const run = (...args: string[]): void => {
    const { code, output } = runTool('openssl', args);
    if (code !== 0) throw new Error(output);
  };
  const der = (name: string): Uint8Array => derOfPem(readFileSync(workspace.file(`${name}.pem`), 'utf8'));
  const soon = (): Date => new Date(Date.now() + 60_000);
  beforeAll(() => {
    workspace = createWorkspace();
    for (const name of ['akar', 'penerbit', 'penerbit-baru', 'penanda'])
      run('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', workspace.file(`${name}.key`));
  });
  afterAll(() => workspace.remove());

  /** By itself when nobody else issues it. */
  const certify = (name: string, by: string, subject: string, extensions: string): void => {
    const { file, put } = workspace;
    put(`${name}.ext`, `${extensions}\n`);
    run('req', '-new', '-key', file(`${name}.key`), '-subj', `/CN=${subject}`, '-out', file(`${name}.csr`));
    const issuer =
      name === by ? ['-signkey', file(`${name}.key`)] : ['-CA', file(`${by}.pem`), '-CAkey', file(`${by}.key`)];
    const files = ['-in', file(`${name}.csr`), '-extfile', file(`${name}.ext`), '-out', file(`${name}.pem`)];
    run('x509', '-req', ...issuer, '-days', '20', '-set_serial', '7', ...files);
  };

  /** What openssl, the verifying and the signing side say of the chain between root and signer. */
  const judgements = (between: readonly string[]): readonly boolean[] => {
    const { file, put } = workspace;
    put('antara.pem', between.map((name) => readFileSync(file(`${name}.pem`), 'utf8')).join(''));
    const args = ['verify', '-purpose', 'any', '-CAfile', file('akar.pem'), '-untrusted', file('antara.pem')];
    const verifying = createPathBuilder(
      [readCertificate(der('akar'))],
      between.map((name) => readCertificate(der(name))),
    );
    const others = between.map((name) => readTrustCertificate(der(name)));
    const chain = chainToRoot(
      readTrustCertificate(der('penanda')),
      others,
      [readTrustCertificate(der('akar'))],
      soon(),
    );
    const { problem } = verifying.pathOf(readCertificate(der('penanda')));
    expect(['issuer-rules', undefined]).toContain(problem);
    return [runTool('openssl', [...args, file('penanda.pem')]).code === 0, problem === undefined, chain !== undefined];
  };

  it.each<[holds: boolean, what: string, root: string, issuer: string, signer: string]>([
    [true, 'no limit', AUTHORITY, AUTHORITY, ''],
    [true, 'a path length that is kept', `${AUTHORITY},pathlen:1`, `${AUTHORITY},pathlen:0`, ''],
    [false, 'a root with no room for another authority', `${AUTHORITY},pathlen:0`, AUTHORITY, ''],
    [false, 'an unknown critical rule on the signer', AUTHORITY, AUTHORITY, '1.2.3.4.5=critical,DER:0500'],
    [true, 'the same rule, not critical', AUTHORITY, AUTHORITY, '1.2.3.4.5=DER:0500'],
    [false, 'an unknown critical rule on the issuer', AUTHORITY, `${AUTHORITY}\n1.2.3.4.5=critical,DER:0500`, ''],
    [true, 'a known critical rule', AUTHORITY, `${AUTHORITY}\ncertificatePolicies=critical,1.2.3.4`, ''],
  ])('%s: %s', (holds, _what, root, issuer, signer) => {
    certify('akar', 'akar', 'akar', `${root}\n${RIGHTS}`);
    certify('penerbit', 'akar', 'penerbit', `${issuer}\n${RIGHTS}`);
    certify('penanda', 'penerbit', 'penanda', `${SIGNER}\n${signer}`);
    expect(judgements(['penerbit'])).toEqual([holds, holds, holds]);
  });

  it.each([
    [true, 'an authority’s new key', 'penerbit'],
    [false, 'another authority', 'penerbit lain'],
  ])('%s: below a path length of one, %s under the first', (holds, _what, subject) => {
    certify('akar', 'akar', 'akar', `${AUTHORITY},pathlen:1\n${RIGHTS}`);
    certify('penerbit', 'akar', 'penerbit', `${AUTHORITY}\n${RIGHTS}`);
    certify('penerbit-baru', 'penerbit', subject, `${AUTHORITY}\n${RIGHTS}`);
    certify('penanda', 'penerbit-baru', 'penanda', SIGNER);
    expect(judgements(['penerbit', 'penerbit-baru'])).toEqual([holds, holds, holds]);
  });

  it('keeps a document from a level that such a chain could not carry', async () => {
    certify('akar', 'akar', 'akar', `${AUTHORITY},pathlen:0\n${RIGHTS}`);
    certify('penerbit', 'akar', 'penerbit', `${AUTHORITY}\n${RIGHTS}`);
    certify('penanda', 'penerbit', 'penanda', SIGNER);
    const [signer, issuer, root] = ['penanda', 'penerbit', 'akar'].map((name) => readTrustCertificate(der(name)));
    if (signer === undefined || issuer === undefined || root === undefined) throw new Error('no chain');
    const nobody = (): Promise<never> => Promise.reject(new Error('nobody is asked'));
    const gathered = gatherValidationData(signer, [issuer], { ask: nobody, roots: [root], now: soon() });
    await expect(gathered).rejects.toMatchObject({ code: 'CERTIFICATE_CHAIN_INCOMPLETE' });
  });
});
