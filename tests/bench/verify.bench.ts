/** How long a report of 500 MB, signed twice and archived, takes to be verified against hashing it once, and in what memory. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFileRegistry } from '../../electron/vault/files/registry.ts';
import { verifyPdf } from '../../electron/vault/reports/verify-report.ts';
import { readPkcs12 } from '../../electron/vault/signing/pkcs12.ts';
import { forkSpawner } from '../../electron/vault/workers/fork-spawner.ts';
import { runWorker } from '../../electron/vault/workers/run-worker.ts';
import { openPdfSigner } from '../../electron/workers/report/signature/pdf-signer.ts';
import { startAuthority, type TestAuthority } from '../support/authority/index.ts';
import { PASSPHRASE } from '../support/authority/certificates.ts';
import { HEAD_SIGNATURE, updateFile } from '../support/signature/levels.ts';
import { writeLargePdf } from '../support/signature/large-pdf.ts';
import { memoryPorts, REQUEST } from '../support/signature/sample-report.ts';
import { createRandom } from '../support/signature/seeded-random.ts';
import { type Figure, timed } from './figure.ts';

const PICTURES = 250;
const MEGABYTE = 1024 * 1024;
const RUNS = 5;
const MEMORY_AIM_MB = 200;
/** As the app runs it; `npm run bench` builds it. */
const ENTRY = path.resolve(import.meta.dirname, '../../out/main/worker-pdf-reader.js');

export async function run(pictures = PICTURES): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'netra-bench-verify-'));
  const authority = await startAuthority();
  try {
    const file = path.join(folder, 'besar.pdf');
    await makeArchived(file, pictures, authority);
    const ours: number[] = [];
    const hashing: number[] = [];
    let peakBytes = 0;
    // In turn, and the best of each: what else the machine does falls on neither.
    for (let count = 0; count < RUNS; count++) {
      hashing.push(await timed(() => hashOnce(file)));
      ours.push(
        await timed(async () => {
          peakBytes = Math.max(peakBytes, await verifyOnce(file, authority.rootPem, 3 * pictures));
        }),
      );
    }
    const megabytes = Math.round(statSync(file).size / MEGABYTE);
    return [
      {
        figure: `verifying ${megabytes} MB, two signatures and an archive stamp`,
        ours: Math.min(...ours) / 1000,
        baseline: Math.min(...hashing) / 1000,
        baselineName: 'openssl dgst -sha256',
        aim: 3,
        unit: 's',
        note: `${pictures} attachments hashed by themselves, too; the start of the worker process is in it`,
      },
      {
        figure: `memory of the worker, verifying ${megabytes} MB`,
        ours: peakBytes / 1e6,
        baseline: MEMORY_AIM_MB,
        baselineName: 'limit',
        aim: 1,
        unit: 'MB',
      },
    ];
  } finally {
    await authority.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Pictures and as many attachments of a megabyte, sealed, signed, stamped and archived. */
async function makeArchived(file: string, pictures: number, authority: TestAuthority): Promise<void> {
  const signers = [];
  for (const name of ['pengawas', 'kepala']) {
    await authority.issue(name, 'rsa-2048');
    signers.push(await readPkcs12(await authority.pack(name), PASSPHRASE, new Date()));
  }
  const [first, second] = signers;
  if (first === undefined || second === undefined) throw new Error('two signers');
  const target = openSync(file, 'w');
  const write = (bytes: Uint8Array): Promise<void> => Promise.resolve(void writeSync(target, bytes));
  const reservedFields = ['Kepala', 'StempelWaktu', 'ArsipTS1'].map((name) => ({ name, tooltip: name }));
  const place = { page: 1, rectangle: [0, 0, 200, 90] } as const;
  const request = { ...REQUEST, place, reservedFields, signedAt: new Date() };
  const signer = openPdfSigner(request, { ...memoryPorts(first).ports, write });
  await writeLargePdf((bytes) => signer.write(bytes), { pictures, bytes: MEGABYTE, random: createRandom(20261122) });
  await signer.end();
  closeSync(target);
  await updateFile(
    file,
    [
      { kind: 'sign', signature: { ...HEAD_SIGNATURE, signedAt: new Date().toISOString() } },
      { kind: 'timestamp', fields: ['StempelWaktu'] },
      { kind: 'validation-data' },
      { kind: 'timestamp', fields: ['ArsipTS1'] },
      { kind: 'validation-data' },
    ],
    { signer: second, authority },
  );
}

function hashOnce(file: string): void {
  const { status } = spawnSync('openssl', ['dgst', '-sha256', file], { stdio: 'ignore' });
  if (status !== 0) throw new Error('openssl');
}

/** By the worker process, as the vault runs it; answers the most memory the worker had. */
async function verifyOnce(path: string, anchor: string, objects: number): Promise<number> {
  let peakBytes = 0;
  const spawn = forkSpawner({ entries: { 'pdf-reader': ENTRY }, execPath: null });
  const registry = createFileRegistry();
  const file = await registry.open((await registry.addPath(path)).token);
  try {
    const verdict = await verifyPdf(file, [anchor], (job) =>
      runWorker(job, (kind, events) =>
        spawn(kind, {
          ...events,
          rss: (bytes) => {
            peakBytes = Math.max(peakBytes, bytes);
            events.rss(bytes);
          },
        }),
      ),
    );
    if (
      verdict.verdict !== 'valid' ||
      verdict.signatures[0]?.level !== 'B-LTA' ||
      verdict.attachments.length * 3 !== objects
    )
      throw new Error(`the file is not what it should be: ${verdict.reasons.join(' ')}`);
    return peakBytes;
  } finally {
    await file.close();
  }
}
