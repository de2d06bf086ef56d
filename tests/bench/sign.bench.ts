/**
 * What signing costs beside the layout: a report of 500 screenshots, certified while it is laid out, then signed by a
 * second person and taken to B-LTA as the vault does it. The document is read in place; only the tail is written.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, linkSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path, { join } from 'node:path';
import type { PdfUpdateJob } from '#shared/contract/pdf-update.ts';
import { askOutside } from '../../electron/outside/ask.ts';
import type { SealedReader } from '../../electron/vault/kernel.ts';
import { joined } from '../../electron/vault/signatures/document-versions.ts';
import { keepDigests } from '../../electron/vault/signatures/hashed-documents.ts';
import { runUpdate } from '../../electron/vault/signatures/update-document.ts';
import { answerUpdate } from '../../electron/vault/signing/answer-update.ts';
import { digestsOfState } from '../../electron/vault/signing/document-digests.ts';
import { readPkcs12 } from '../../electron/vault/signing/pkcs12.ts';
import type { Signer } from '../../electron/vault/signing/signer.ts';
import { readCertificates } from '../../electron/vault/signing/trust/certificate.ts';
import { forkSpawner } from '../../electron/vault/workers/fork-spawner.ts';
import { PASSPHRASE } from '../support/authority/certificates.ts';
import { startAuthority, type TestAuthority } from '../support/authority/index.ts';
import { HEAD_SIGNATURE } from '../support/signature/levels.ts';
import { ARCHIVE_FIELDS } from '../support/signature/outside-views.ts';
import { createTestVault, workerEntries } from '../support/test-vault.ts';
import { runWorkerProcess } from '../unit/report/worker-process.ts';
import { type Figure, timed } from './figure.ts';
import { makePicture, reportOf } from './report.bench.ts';

const DISTINCT = 10;
const MEMORY_AIM_MB = 200;
const RUNS = 3;
const PIECE = 1024 * 1024;
/** Rows of a picture: as many as make 500 MB of 500 of them. */
const HEIGHT = 1600;
/** The worker as the app runs it; `npm run bench` builds it. */
const ENTRY = path.resolve(import.meta.dirname, '../../out/main/worker-report.js');
const ARCHIVE: PdfUpdateJob['steps'] = [
  { kind: 'validation-data' },
  { kind: 'timestamp', fields: [...ARCHIVE_FIELDS] },
  { kind: 'validation-data' },
];

/** About three minutes on two cores. */
export async function run(count = 500): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'netra-bench-sign-'));
  const authority = await startAuthority();
  try {
    return await measure(folder, count, authority);
  } finally {
    await authority.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, count: number, authority: TestAuthority): Promise<Figure[]> {
  await authority.issue('pengawas', 'rsa-2048');
  const signer = await readPkcs12(await authority.pack('pengawas'), PASSPHRASE, new Date());
  const file = join(folder, 'laporan.pdf');
  const distinct = Array.from({ length: DISTINCT }, (_unused, index) => makePicture(folder, index, HEIGHT));
  const pictures = Array.from({ length: count }, (_unused, index) => {
    const path = join(folder, `${index}.png`);
    linkSync(distinct[index % DISTINCT] ?? '', path);
    return path;
  });
  const builds: number[] = [];
  const signings: number[] = [];
  const later: number[] = [];
  let peakBytes = 0;
  // In turn, and the best of each: what else the machine does falls on neither.
  for (let run = 0; run < RUNS; run++) {
    builds.push(await timed(() => build(pictures, file, signer, authority)));
    for (const issuedJustNow of [true, false]) {
      const signing = await openSigning(file, issuedJustNow, authority);
      const taken = await timed(async () => {
        await signing.update([{ kind: 'sign', signature: HEAD_SIGNATURE }], signer);
        await signing.update(ARCHIVE, null);
      });
      (issuedJustNow ? signings : later).push(taken);
      peakBytes = Math.max(peakBytes, signing.peakBytes());
      if (!(await signing.check())) throw new Error('the vault signed another document than it keeps');
      await signing.close();
    }
  }
  const baseline = {
    baseline: Math.min(...builds) / 1000,
    baselineName: `laying out and certifying ${count} screenshots`,
    aim: 0.1,
    unit: 's',
  };
  const megabytes = Math.round(statSync(file).size / 1e6);
  return [
    { figure: `second signature and B-LTA on ${megabytes} MB`, ours: Math.min(...signings) / 1000, ...baseline },
    { figure: 'the same in a vault that was locked in between', ours: Math.min(...later) / 1000, ...baseline },
    {
      figure: 'memory of the worker while signing',
      ours: peakBytes / 1e6,
      baseline: MEMORY_AIM_MB,
      baselineName: 'limit',
      aim: 1,
      unit: 'MB',
    },
  ];
}

async function build(
  pictures: readonly string[],
  file: string,
  signer: Signer,
  authority: TestAuthority,
): Promise<void> {
  const { model, inputs } = reportOf(pictures, HEIGHT);
  const { fieldName: _field, ...words } = HEAD_SIGNATURE;
  const reservedFields = ['Kepala', ...ARCHIVE_FIELDS].map((name) => ({ name, tooltip: name }));
  const signature = { ...words, fieldName: 'Petugas', tooltip: 'Petugas', reservedFields };
  const job = { model, largestAttachmentBytes: 0, signature };
  await runWorkerProcess('report', job, inputs, { outputFiles: { pdf: file }, answer: answerer(signer, authority) });
}

/** The document in a real vault, as it stands after some updates; highest memory of the worker in bytes. */
interface Signing {
  update(steps: PdfUpdateJob['steps'], signer: Signer | null): Promise<void>;
  peakBytes(): number;
  /** Whether the vault's word for the whole document is its hash. */
  check(): Promise<boolean>;
}

async function openSigning(
  file: string,
  issuedJustNow: boolean,
  authority: TestAuthority,
): Promise<Signing & { close(): Promise<void> }> {
  let peakBytes = 0;
  const spawn = forkSpawner({ entries: { ...workerEntries, report: ENTRY }, execPath: null });
  const host = new URL(authority.origin).host;
  const vault = await createTestVault({
    outside: (question) => askOutside(question, { hosts: [host], allowLoopback: true }),
    spawnWorker: (kind, events) =>
      spawn(kind, {
        ...events,
        rss: (bytes) => {
          peakBytes = Math.max(peakBytes, bytes);
          events.rss(bytes);
        },
      }),
  });
  const { service } = vault;
  const signatureServices = { timestampAddress: authority.tsa(), revocationHosts: [host] };
  await service.call('settings.set', { signatureServices });
  await service.call('signatures.addRoots', { file: await vault.file('akar.pem', authority.rootPem) });
  const context = service.context();
  const blob = await context.blobs.stage(createReadStream(file, { highWaterMark: PIECE }));
  // As the vault does when it has laid a document out itself (build-pdf.ts).
  if (issuedJustNow) keepDigests(context.blobs, digestsOfState(blob.hashed));
  let document: SealedReader & { readonly sha256: string } = { ...context.blobs.openStaged(blob), sha256: blob.sha256 };
  const progress = { signal: new AbortController().signal, report: () => undefined };
  return {
    update: async (steps, signer) => {
      const { tail, sha256, result, stampProblem } = await runUpdate(document, steps, signer, progress, context);
      const behind = {
        bytes: tail.length,
        read: (at: number, length: number) => Promise.resolve(tail.subarray(at, at + length)),
        hashInto: (hashes: readonly Hash[]) => Promise.resolve(hashes.forEach((hash) => void hash.update(tail))),
      };
      document = { ...joined(document, behind), sha256 };
      if (tail.length === 0 || result.bytes !== document.bytes || stampProblem !== null)
        throw new Error('the document was not signed as it should be');
    },
    peakBytes: () => peakBytes,
    check: async () => {
      const hash = createHash('sha256');
      for (let at = 0; at < document.bytes; at += PIECE) hash.update(await document.read(at, PIECE));
      return hash.digest('hex') === document.sha256;
    },
    close: async () => {
      await context.blobs.discard(blob);
      await vault.dispose();
    },
  };
}

/** The seal's question only: the bench lays out and certifies outside the vault, which has nothing else to do with it. */
function answerer(signer: Signer, authority: TestAuthority): (question: string, payload: unknown) => Promise<unknown> {
  const reach = { hosts: [new URL(authority.origin).host], allowLoopback: true };
  const { answers } = answerUpdate({
    signer,
    ask: (question) => askOutside(question, reach),
    timestampAddress: authority.tsa(),
    roots: readCertificates([authority.rootDer]),
    now: () => new Date(),
  });
  return async (question, payload) => await answers[question]?.(payload);
}
