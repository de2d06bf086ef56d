/** Document time stamps that others add to our reports, made here with `openssl ts` and byte tools. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendUpdate, numberOf, sourceOf } from '../../support/signature/raw-update.ts';
import { makeSeal, signFurther, signSample, verifyBytes } from '../../support/signature/sample-report.ts';
import { createWorkspace, hasTool, runTool, type Workspace } from '../../support/signature/tools.ts';

const seal = makeSeal();
const RESERVED = 8192;

describe.skipIf(!hasTool('openssl'))('a document time stamp', () => {
  let workspace: Workspace;
  beforeAll(() => {
    workspace = createWorkspace();
    const { put, file } = workspace;
    put('tsa.ext', 'extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n');
    put('serial', '01\n');
    put(
      'ts.conf',
      `[tsa]\ndefault_tsa=t\n[t]\nserial=${file('serial')}\nsigner_cert=${file('tsa.pem')}\nsigner_key=${file('tsa.key')}\nsigner_digest=sha256\ndefault_policy=1.2.3\ndigests=sha256\ness_cert_id_alg=sha256\n`,
    );
    runTool('openssl', [
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      file('tsa.key'),
      '-subj',
      '/CN=TSA Uji',
      '-out',
      file('tsa.csr'),
    ]);
    const self = [
      '-req',
      '-in',
      file('tsa.csr'),
      '-signkey',
      file('tsa.key'),
      '-days',
      '9000',
      '-extfile',
      file('tsa.ext'),
    ];
    runTool('openssl', ['x509', ...self, '-out', file('tsa.pem')]);
  });
  afterAll(() => workspace.remove());

  /** The token for a digest. */
  function stamp(digest: Buffer): Buffer {
    const { file } = workspace;
    const query = ['-query', '-digest', digest.toString('hex'), '-sha256', '-cert', '-no_nonce', '-out', file('query')];
    runTool('openssl', ['ts', ...query]);
    const { code, output } = runTool('openssl', [
      'ts',
      '-reply',
      '-config',
      file('ts.conf'),
      '-queryfile',
      file('query'),
      '-token_out',
      '-out',
      file('token'),
    ]);
    if (code !== 0) throw new Error(output);
    return readFileSync(file('token'));
  }

  /** Fills the kept field with a time stamp over the whole file. */
  async function addTimestamp(bytes: Buffer, digestOf: (signed: Buffer) => Buffer): Promise<Buffer> {
    const widget = await numberOf(bytes, /\/T \(ArsipTS1\)/);
    const source = (await sourceOf(bytes, widget)).replace(/>>\s*$/, '\n/V 800 0 R>>');
    const place = `/ByteRange [0 ${'*'.repeat(40)}] /Contents <${'0'.repeat(RESERVED * 2)}>`;
    const value = `<</Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 ${place}>>`;
    const updated = await appendUpdate(bytes, [
      { number: widget, source },
      { number: 800, source: value },
    ]);
    const start = updated.lastIndexOf('/Contents <') + 10;
    const end = updated.indexOf('>', start) + 1;
    const range = `/ByteRange [0 ${start} ${end} ${updated.length - end}`;
    updated.write(`${range.padEnd(54)}]`, updated.lastIndexOf('/ByteRange [0 *'), 'latin1');
    const signed = Buffer.concat([updated.subarray(0, start), updated.subarray(end)]);
    updated.write(stamp(digestOf(signed)).toString('hex'), start + 1, 'latin1');
    return updated;
  }
  const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

  it('is allowed in the field kept for it and says nothing about trust', async () => {
    const stamped = await addTimestamp(await signSample(seal.signer), sha256);
    const verification = await verifyBytes(stamped, [seal.pem]);
    expect(verification).toMatchObject({
      verdict: 'valid',
      changes: [{ revision: 3, kind: 'timestamp', allowed: true }],
    });
    expect(verification.signatures[1]).toMatchObject({
      level: 'timestamp',
      integrity: 'intact',
      chain: 'untrusted',
      indication: 'INDETERMINATE',
      signer: 'TSA Uji',
    });
  });

  it('is allowed after two signatures', async () => {
    const head = makeSeal('Kepala Uji');
    const stamped = await addTimestamp(await signFurther(await signSample(seal.signer), head.signer), sha256);
    await expect(verifyBytes(stamped, [seal.pem, head.pem])).resolves.toMatchObject({ verdict: 'valid' });
  });

  it('over other bytes, or changed afterwards, is invalid', async () => {
    const bytes = await signSample(seal.signer);
    const wrong = await addTimestamp(bytes, () => sha256(Buffer.from('lain')));
    await expect(verifyBytes(wrong, [seal.pem])).resolves.toMatchObject({
      verdict: 'invalid',
      reasons: ['DIGEST_MISMATCH'],
    });
    const stamped = await addTimestamp(bytes, sha256);
    const changed = Buffer.from(stamped);
    changed.write('/SubFilter /ETSI.RFC3162', stamped.lastIndexOf('/SubFilter /ETSI.RFC3161'), 'latin1');
    await expect(verifyBytes(changed, [seal.pem])).resolves.toMatchObject({ verdict: 'invalid' });
  });
});
