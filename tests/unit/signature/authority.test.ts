/** The test authority itself, asked and checked by openssl alone: a fault here would make other tests say nothing. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAuthority, type TestAuthority } from '../../support/authority/index.ts';
import { runTool } from '../../support/signature/tools.ts';

let authority: TestAuthority;
beforeAll(async () => {
  authority = await startAuthority();
  authority.workspace.put('data.txt', 'isi');
});
afterAll(() => authority.close());

async function post(url: string, body: Uint8Array): Promise<Uint8Array> {
  const answer = await fetch(url, { method: 'POST', body: Buffer.from(body) });
  return Buffer.from(await answer.arrayBuffer());
}

async function timestamp(url: string): Promise<string> {
  const { file, put } = authority.workspace;
  runTool('openssl', ['ts', '-query', '-data', file('data.txt'), '-sha256', '-cert', '-out', file('q.tsq')]);
  put('a.tsr', await post(url, readFileSync(file('q.tsq'))));
  return runTool('openssl', [
    'ts',
    '-verify',
    '-queryfile',
    file('q.tsq'),
    '-in',
    file('a.tsr'),
    '-CAfile',
    file('root.pem'),
  ]).output;
}

test('a right time stamp is right, each wrong one is wrong in its own way', async () => {
  expect(await timestamp(authority.tsa())).toContain('Verification: OK');
  expect(await timestamp(authority.tsa('wrong-imprint'))).toContain('message imprint mismatch');
  expect(await timestamp(authority.tsa('wrong-nonce'))).toContain('nonce mismatch');
  expect(await timestamp(authority.tsa('no-nonce'))).toContain('nonce not returned');
  expect(await timestamp(authority.tsa('wrong-purpose'))).toContain('unsuitable certificate purpose');
  expect(await timestamp(authority.tsa('wrong-chain'))).toMatch(/self-signed certificate|unable to get/);
  expect(await timestamp(authority.tsa('refused'))).toContain('FAILED');
  expect(await timestamp(authority.tsa('garbage'))).toContain('FAILED');
});

test('OCSP tells good from revoked', async () => {
  await authority.issue('baik', 'p256');
  await authority.issueBad('revoked');
  const { file, put } = authority.workspace;
  const status = async (name: string): Promise<string> => {
    const ask = ['ocsp', '-no_nonce', '-issuer', file('issuing.pem'), '-cert', file(`${name}.pem`)];
    runTool('openssl', [...ask, '-reqout', file('o.req')]);
    put('o.der', await post(`${authority.origin}/ocsp/issuing`, readFileSync(file('o.req'))));
    return runTool('openssl', [...ask, '-respin', file('o.der'), '-CAfile', file('root.pem')]).output;
  };
  expect(await status('baik')).toMatch(/: good[\s\S]*Response verify OK|Response verify OK[\s\S]*: good/);
  expect(await status('revoked')).toMatch(/: revoked[\s\S]*Response verify OK|Response verify OK[\s\S]*: revoked/);
});

test('the CRL names the revoked one', async () => {
  const { put } = authority.workspace;
  const answer = await fetch(`${authority.origin}/crl/issuing`);
  const list = put('list.crl', Buffer.from(await answer.arrayBuffer()));
  const { output } = runTool('openssl', ['crl', '-inform', 'DER', '-in', list, '-noout', '-text']);
  expect(output).toContain('Key Compromise');
});
