/** For which names an authority may issue: our answer on each chain, beside that of `openssl verify`. */
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSigner } from '../../../electron/vault/signing/signer.ts';
import { readCertificate as readTrustCertificate } from '../../../electron/vault/signing/trust/certificate.ts';
import { chainToRoot } from '../../../electron/vault/signing/trust/chain.ts';
import { createPathBuilder } from '../../../electron/workers/pdf-reader/verify/certificate-path.ts';
import { readCertificate } from '../../../electron/workers/pdf-reader/verify/certificates.ts';
import { derOfPem } from '../../support/authority/certificates.ts';
import { signSample, verifyBytes } from '../../support/signature/sample-report.ts';
import { createWorkspace, hasTool, runTool, type Workspace } from '../../support/signature/tools.ts';

describe.skipIf(!hasTool('openssl'))('name constraints', () => {
  let workspace: Workspace;
  const run = (...args: string[]): string => {
    const { code, output } = runTool('openssl', args);
    if (code !== 0) throw new Error(output);
    return output;
  };
  const pem = (name: string): string => readFileSync(workspace.file(`${name}.pem`), 'utf8');
  beforeAll(() => {
    workspace = createWorkspace();
    const { file } = workspace;
    for (const name of ['akar', 'penerbit', 'penanda'])
      run('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', file(`${name}.key`));
    const authority = ['-addext', 'keyUsage=critical,keyCertSign', '-days', '30', '-subj', '/CN=akar'];
    run('req', '-x509', '-new', '-key', file('akar.key'), ...authority, '-out', file('akar.pem'));
  });
  afterAll(() => workspace.remove());

  /** Root, an issuer with these constraints, a signer with this subject and these further names. */
  const chain = (constraints: string, subject: string, names?: string): void => {
    const { file, put } = workspace;
    const certify = (name: string, by: string, words: string, extensions: string): void => {
      put(`${name}.ext`, `${extensions}\n`);
      const request = ['-new', '-utf8', '-multivalue-rdn', '-key', file(`${name}.key`), '-subj', words];
      run('req', ...request, '-out', file(`${name}.csr`));
      const issuer = ['-CA', file(`${by}.pem`), '-CAkey', file(`${by}.key`), '-days', '20', '-set_serial', '7'];
      const files = ['-in', file(`${name}.csr`), '-extfile', file(`${name}.ext`), '-out', file(`${name}.pem`)];
      run('x509', '-req', ...issuer, ...files);
    };
    const rights = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign';
    certify('penerbit', 'akar', '/O=Penerbit/CN=penerbit', `${rights}\nnameConstraints=critical,${constraints}`);
    const alternative = names === undefined ? '' : `\nsubjectAltName=${names}`;
    certify('penanda', 'penerbit', subject, `keyUsage=critical,digitalSignature${alternative}`);
  };

  const problem = (): string | undefined => {
    const [leaf, issuer, root] = ['penanda', 'penerbit', 'akar'].map((name) => readCertificate(derOfPem(pem(name))));
    if (leaf === undefined || issuer === undefined || root === undefined) throw new Error('no chain');
    return createPathBuilder([root], [issuer]).pathOf(leaf).problem;
  };

  const DIRECTORY = 'permitted;dirName:kantor\n[kantor]\nC=ID\nO=Kantor Uji';

  it.each<[holds: boolean, constraints: string, subject: string, names?: string]>([
    [true, DIRECTORY, '/C=ID/O=Kantor Uji/CN=Andi'],
    [true, DIRECTORY, '/C=id/O=KANTOR  uji/CN=Andi'],
    [false, DIRECTORY, '/C=ID/O=Kantor Lain/CN=Andi'],
    [false, DIRECTORY, '/O=Kantor Uji/C=ID/CN=Andi'],
    [false, DIRECTORY.replace('permitted', 'excluded'), '/C=ID/O=Kantor Uji/CN=Andi'],
    [true, DIRECTORY.replace('permitted', 'excluded'), '/C=ID/O=Kantor Lain/CN=Andi'],
    [true, 'permitted;email:kantor.test', '/CN=Andi', 'email:andi@Kantor.test'],
    [false, 'permitted;email:kantor.test', '/CN=Andi', 'email:andi@sub.kantor.test'],
    [true, 'permitted;email:.kantor.test', '/CN=Andi', 'email:andi@sub.kantor.test'],
    [false, 'permitted;email:kantor.test', '/CN=Andi/emailAddress=andi@lain.test'],
    [false, 'excluded;email:andi@kantor.test', '/CN=Andi', 'email:andi@kantor.test'],
    [true, 'permitted;DNS:kantor.test', '/CN=Andi', 'DNS:arsip.kantor.test'],
    [false, 'permitted;DNS:kantor.test', '/CN=Andi', 'DNS:arsipkantor.test'],
    [true, 'permitted;IP:10.1.0.0/255.255.0.0', '/CN=Andi', 'IP:10.1.2.3'],
    [false, 'permitted;IP:10.1.0.0/255.255.0.0', '/CN=Andi', 'IP:10.2.2.3'],
    [true, 'permitted;email:kantor.test', '/CN=Andi'],
    [true, 'permitted;email:kantor.test', '/CN=Andi', 'DNS:lain.test'],
  ])('%s (%#)', (holds, constraints, subject, names) => {
    chain(constraints, subject, names);
    const { file } = workspace;
    const args = ['verify', '-purpose', 'any', '-CAfile', file('akar.pem'), '-untrusted', file('penerbit.pem')];
    expect(runTool('openssl', [...args, file('penanda.pem')]).code === 0).toBe(holds);
    expect(problem()).toBe(holds ? undefined : 'names');
    const [leaf, issuer, root] = ['penanda', 'penerbit', 'akar'].map((name) =>
      readTrustCertificate(derOfPem(pem(name))),
    );
    if (leaf === undefined || issuer === undefined || root === undefined) throw new Error('no chain');
    const soon = new Date(Date.now() + 60_000);
    expect(chainToRoot(leaf, [issuer], [root], soon) !== undefined).toBe(holds);
  });

  it('refuses what it cannot measure: names of another form, and constraints with limits', () => {
    chain('permitted;URI:.kantor.test', '/CN=Andi', 'URI:https://arsip.kantor.test/');
    expect(problem()).toBe('names');
    chain('permitted;URI:.kantor.test', '/CN=Andi');
    expect(problem()).toBeUndefined();
    // A subtree of DNS names with a minimum of 1.
    chain('DER:300fa00d300b8206612e74657374800101', '/CN=Andi', 'DNS:b.a.test');
    expect(problem()).toBe('names');
  });

  it('is a reason of its own in the verdict on a document', async () => {
    chain(DIRECTORY, '/C=ID/O=Kantor Lain/CN=Andi');
    const key = createPrivateKey(readFileSync(workspace.file('penanda.key'))).export({ type: 'pkcs8', format: 'der' });
    const signer = createSigner(derOfPem(pem('penanda')), [derOfPem(pem('penerbit'))], key);
    const soon = new Date(Date.now() + 60_000);
    const verdict = await verifyBytes(await signSample(signer, { signedAt: soon }), [pem('akar')], soon);
    expect(verdict).toMatchObject({ verdict: 'indeterminate', subIndication: 'CHAIN_CONSTRAINTS_FAILURE' });
    expect(verdict.reasons).toContain('CHAIN_NAMES');
  });
});
