/** Time stamps and revocation against the test authority: what is right is believed, each fault has its own name. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askOutside } from '../../../electron/outside/ask.ts';
import { readCertificate, readCertificates } from '../../../electron/vault/signing/trust/certificate.ts';
import { readCrl } from '../../../electron/vault/signing/trust/crl.ts';
import type { AskOutside } from '../../../electron/vault/signing/trust/outside.ts';
import { gatherValidationData, refuseRevoked } from '../../../electron/vault/signing/trust/revocation.ts';
import { askForTimestamp, readTimestampAnswer } from '../../../electron/vault/signing/trust/timestamp.ts';
import { startAuthority, type TestAuthority } from '../../support/authority/index.ts';
import { TSA_FAULTS } from '../../support/authority/timestamps.ts';
import { runTool } from '../../support/signature/tools.ts';

let authority: TestAuthority;
let ask: AskOutside;
beforeAll(async () => {
  authority = await startAuthority();
  const reach = { hosts: [new URL(authority.origin).host], allowLoopback: true };
  ask = (question) => askOutside(question, reach);
});
afterAll(() => authority.close());

const digest = createHash('sha256').update('isi').digest();

async function stamp(url: string): Promise<ReturnType<typeof readTimestampAnswer>> {
  const question = askForTimestamp(digest, 'sha256');
  const answer = await ask({ purpose: 'timestamp', url, body: question.request });
  return readTimestampAnswer(answer, question, readCertificates([authority.rootDer]), new Date());
}

test('a right stamp is believed, and openssl says the same', async () => {
  const { token, chain, authority: name } = await stamp(authority.tsa());
  expect(name).toBe('tsa');
  expect(chain).toHaveLength(3);
  const { file, put } = authority.workspace;
  const { output } = runTool('openssl', [
    'ts',
    '-verify',
    '-digest',
    digest.toString('hex'),
    '-token_in',
    '-in',
    put('token.der', token),
    '-CAfile',
    file('root.pem'),
  ]);
  expect(output).toContain('Verification: OK');
});

const REFUSALS = {
  'wrong-imprint': 'TIMESTAMP_WRONG_IMPRINT',
  'wrong-nonce': 'TIMESTAMP_WRONG_NONCE',
  'no-nonce': 'TIMESTAMP_WRONG_NONCE',
  'wrong-purpose': 'TIMESTAMP_WRONG_PURPOSE',
  'wrong-chain': 'TIMESTAMP_NOT_TRUSTED',
  refused: 'TIMESTAMP_REFUSED',
  garbage: 'TIMESTAMP_UNREADABLE',
} as const;

test.each(TSA_FAULTS.filter((fault) => fault !== 'slow'))(
  'a stamp with the fault %s is refused by its name',
  async (fault) => {
    await expect(stamp(authority.tsa(fault))).rejects.toMatchObject({ code: REFUSALS[fault] });
  },
);

test('a slow authority is not waited for', async () => {
  const reach = { hosts: [new URL(authority.origin).host], allowLoopback: true };
  const { request } = askForTimestamp(digest, 'sha256');
  const asked = askOutside({ purpose: 'timestamp', url: authority.tsa('slow'), body: request }, reach, 200);
  await expect(asked).rejects.toMatchObject({ code: 'SERVICE_UNREACHABLE', params: { reason: 'timeout' } });
});

test('a changed token is refused', async () => {
  const question = askForTimestamp(digest, 'sha256');
  const answer = Buffer.from(await ask({ purpose: 'timestamp', url: authority.tsa(), body: question.request }));
  const roots = readCertificates([authority.rootDer]);
  answer[answer.length - 1] = answer.readUInt8(answer.length - 1) ^ 1;
  expect(() => readTimestampAnswer(answer, question, roots, new Date())).toThrow('TIMESTAMP_SIGNATURE_WRONG');
});

test('revocation data is gathered for the whole chain, by OCSP and by CRL', async () => {
  await authority.issue('pengawas', 'rsa-2048');
  const parts = { ask, roots: readCertificates([authority.rootDer]), now: new Date() };
  const leaf = readCertificate(authority.der('pengawas'));
  const withChain = await gatherValidationData(leaf, readCertificates([authority.der('issuing')]), parts);
  expect(withChain.certificates).toHaveLength(3);
  expect(withChain.ocsps).toHaveLength(2);
  // A certificate that came alone finds its issuer by the address inside.
  expect((await gatherValidationData(leaf, [], parts)).certificates).toHaveLength(3);
  const listsOnly: AskOutside = (question) =>
    ask(question.purpose === 'ocsp' ? { ...question, url: authority.tsa('garbage') } : question);
  expect((await gatherValidationData(leaf, [], { ...parts, ask: listsOnly })).crls).toHaveLength(2);
  const nobody: AskOutside = (question) =>
    ask(question.purpose === 'certificate' ? question : { ...question, url: `${authority.origin}/tidak-ada` });
  await expect(gatherValidationData(leaf, [], { ...parts, ask: nobody })).rejects.toMatchObject({
    code: 'SERVICE_UNREACHABLE',
  });
});

test('a revoked certificate is refused, by OCSP and by CRL; without an answer signing goes on', async () => {
  await authority.issueBad('revoked');
  const parts = { ask, roots: readCertificates([authority.rootDer]), now: new Date() };
  const leaf = readCertificate(authority.der('revoked'));
  const others = readCertificates([authority.der('issuing')]);
  await expect(refuseRevoked(leaf, others, parts)).rejects.toMatchObject({ code: 'CERTIFICATE_REVOKED' });
  await expect(gatherValidationData(leaf, others, parts)).rejects.toMatchObject({ code: 'CERTIFICATE_REVOKED' });
  const [issuer] = others;
  if (issuer === undefined) throw new Error('no issuer');
  expect(readCrl(await authority.crl(), leaf, issuer, new Date())?.revokedAt).toBeInstanceOf(Date);
  // The clock of the service may be a little ahead of ours, not much.
  const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
  expect(readCrl(await authority.crl(), leaf, issuer, minutesAgo(2))?.revokedAt).toBeInstanceOf(Date);
  expect(readCrl(await authority.crl(), leaf, issuer, minutesAgo(30))).toBeUndefined();
  // A list from another key, and one that is out of date, say nothing.
  const [other] = readCertificates([authority.der('other-root')]);
  expect(other && readCrl(await authority.crl(), leaf, other, new Date())).toBeUndefined();
  expect(readCrl(await authority.crl(), leaf, issuer, new Date('2040-01-01'))).toBeUndefined();
  const offline: AskOutside = (question) => askOutside(question, { hosts: [], allowLoopback: true });
  await expect(refuseRevoked(leaf, others, { ...parts, ask: offline })).resolves.toBeUndefined();
});

test('only named hosts are asked, never the office network', async () => {
  const body = new Uint8Array();
  const reach = { hosts: ['127.0.0.1', '10.0.0.1', 'localhost', '192.168.1.1'], allowLoopback: false };
  for (const url of [
    'http://127.0.0.1:1/',
    'http://10.0.0.1/',
    'http://localhost:1/',
    'http://example.invalid/',
    'file:///etc/passwd',
    'http://a:b@10.0.0.1/',
  ])
    await expect(askOutside({ purpose: 'timestamp', url, body }, reach)).rejects.toMatchObject({
      code: 'SERVICE_HOST_NOT_ALLOWED',
    });
});
